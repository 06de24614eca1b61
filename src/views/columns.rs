//! Columns with what stands in them, for the formats that explain their columns.

use crate::document::{About, Column, Text};
use crate::text::Lang;
use crate::text::columns::{self, Words};
use crate::text::phrases::{Head, head};

/// A column of words that are not broken.
pub(super) fn words(name: Head, lang: Lang) -> Column {
    explained(Column::words(head(name, lang)), columns::about(name, lang))
}

/// A column of numbers.
pub(super) fn numbers(name: Head, lang: Lang) -> Column {
    explained(Column::numbers(head(name, lang)), columns::about(name, lang))
}

/// A column of text that may be broken into lines.
pub(super) fn prose(name: Head, lang: Lang) -> Column {
    explained(Column::prose(head(name, lang)), columns::about(name, lang))
}

/// A column with what stands in it.
pub(super) fn explained(column: Column, [means, unit, from]: Words) -> Column {
    column.about(About { means: Text::new(means), unit: Text::new(unit), from: Text::new(from) })
}
