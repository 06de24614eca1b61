//! The two numbers in an id: of the task, and of the item or finding in it.

/// The number of the task and the item's own, of an id like `2.1`.
pub(super) fn item_number(id: &str) -> Option<(u32, u32)> {
    let part = |part: &str| {
        let is_number = (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse::<u32>().ok().filter(|_| is_number && !part.starts_with('0'))
    };
    let (task, item) = id.split_once('.')?;
    part(task).zip(part(item))
}

/// The number of the task and the finding's own, of an id like `2.d1`.
pub(super) fn finding_number(id: &str) -> Option<(u32, u32)> {
    let (task, own) = id.split_once('.')?;
    item_number(&format!("{task}.{}", own.strip_prefix('d')?))
}
