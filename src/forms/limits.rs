//! How much of a table is looked at, and how much goes into one of its cells.

use crate::document;

/// How far down and right cells are looked at.
pub(super) const MOST_ROWS: u32 = 5_000;
pub(super) const MOST_COLUMNS: u32 = 200;
/// Longer texts are cut: a cell takes no more than 32,767 characters, and nobody reads so much in one.
const LONGEST: usize = 2_000;

/// A text that fits a cell.
pub(super) fn cut(text: &str) -> String {
    document::cut(text, LONGEST)
}
