//! An entry that is commented out, as `report new` writes one for each open item: a figure that nobody has given yet.

use std::ops::Range;

use super::lines::text_of;

/// Where in a block of comments an entry is commented out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Template {
    /// The item it is about.
    pub(super) item: String,
    /// Its lines in the block, from `#[[entries]]` to its last key.
    pub(super) lines: Range<usize>,
}

impl Template {
    /// The first entry that is commented out in a block.
    pub(super) fn in_lines(lines: &[&str]) -> Option<Self> {
        let is_heading = |line: &&str| bare(line).is_some_and(|said| said == "[[entries]]");
        let start = lines.iter().position(is_heading)?;
        let below = lines[start + 1..].iter();
        let count = below.take_while(|line| pair(line).is_some()).count();
        let range = start..start + 1 + count;
        let item = lines[range.clone()].iter().find_map(|line| {
            let (key, value) = pair(line)?;
            text_of(value).filter(|_| key == "item")
        })?;
        Some(Self { item, lines: range })
    }
}

/// The key and the value of a line that is commented out; the value may be missing.
pub(super) fn pair(line: &str) -> Option<(&str, &str)> {
    let (key, value) = bare(line)?.split_once('=')?;
    let key = key.trim();
    let is_key = |letter: char| letter.is_ascii_lowercase() || letter == '-';
    (!key.is_empty() && key.chars().all(is_key)).then_some((key, value.trim()))
}

/// Whether a commented-out value says nothing.
pub(super) fn is_blank(value: &str) -> bool {
    matches!(value, "" | "\"\"" | "''")
}

/// A comment without its sign.
fn bare(line: &str) -> Option<&str> {
    line.strip_prefix('#').map(str::trim)
}
