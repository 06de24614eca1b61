//! The items of a plan in order, read from the task files alone: a different file that does not load is no reason to
//! lose the order.

use toml::de::{DeTable, DeValue};

use super::kind::Kind;
use super::{ItemOrder, MARK};
use crate::source::Sources;

/// The order of the items of a workspace: by the number of the task, then as in its file.
pub fn item_order(sources: &Sources) -> ItemOrder {
    let mut tasks: Vec<(Option<u64>, Vec<String>)> = sources
        .files
        .iter()
        .filter(|file| Kind::of(&file.path) == Some(Kind::Task))
        .filter_map(|file| items_of(file.text()))
        .collect();
    tasks.sort_by_key(|(number, _)| *number);
    ItemOrder::of(tasks.into_iter().flat_map(|(_, ids)| ids))
}

/// The number of a task and the ids of its items.
fn items_of(text: &str) -> Option<(Option<u64>, Vec<String>)> {
    let text = text.strip_prefix(MARK).unwrap_or(text);
    let (root, _) = DeTable::parse_recoverable(text);
    let root = root.get_ref();
    let number = match root.get("number")?.get_ref() {
        DeValue::Integer(number) => number.as_str().parse().ok(),
        _ => None,
    };
    let DeValue::Array(items) = root.get("items")?.get_ref() else {
        return None;
    };
    let id = |item: &toml::Spanned<DeValue<'_>>| {
        let id = item.get_ref().get("id")?;
        id.get_ref().as_str().map(str::to_owned)
    };
    Some((number, items.iter().filter_map(id).collect()))
}
