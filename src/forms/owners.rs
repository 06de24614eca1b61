//! The column in which a table names the unit of each row, if it has one.

use super::cells;
use super::grid::{Grid, Value};
use super::headings::{self, Headings, plain};
use super::naming::Names;
use crate::model::UnitIx;
use crate::text::forms as words;

/// Whose a row is, in a table with a column of units.
pub(super) enum Owner {
    /// Nobody is named, or the column holds no units at all: 单位 may as well be that of measurement.
    Unsaid,
    /// Other rows name units, and this one none.
    Blank(u32),
    /// These units.
    Units(Vec<UnitIx>),
    /// A unit that the plan does not have, or one in a part that is not told.
    Unknown {
        /// The column.
        column: u32,
        /// As written.
        written: String,
    },
}

/// The column, looked at once for all rows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Owners {
    column: Option<u32>,
    is_measure: bool,
    /// The row of the headings.
    headings: u32,
}

impl Owners {
    pub(super) fn of(sheet: &Grid, headings: &Headings, names: &Names<'_>) -> Self {
        let column = unit_column(sheet, headings);
        let rows = || sheet.rows().filter(|&row| row > headings.row);
        let values = || column.into_iter().flat_map(|column| rows().filter_map(move |row| sheet.seen(row, column)));
        let names_units = values().any(|value| !names.read(&value.shown()).units.is_empty());
        let is_measure = !names_units && values().any(|value| words::is_measure(&cells::plain(&value.shown())));
        Self { column: column.filter(|_| names_units || is_measure), is_measure, headings: headings.row }
    }

    /// The column of units.
    pub(super) fn column(self) -> Option<u32> {
        self.column.filter(|_| !self.is_measure)
    }

    /// The column, where it says what figures are counted in.
    pub(super) fn measures(self) -> Option<u32> {
        self.column.filter(|_| self.is_measure)
    }

    /// Whose a row is.
    pub(super) fn of_row(self, sheet: &Grid, row: u32, names: &Names<'_>) -> Owner {
        let Some(column) = self.column() else {
            return Owner::Unsaid;
        };
        let is_heading = sheet.region(row, column).is_some_and(|region| region.first.0 <= self.headings);
        if is_heading {
            return Owner::Unsaid;
        }
        let Some(value) = sheet.seen(row, column) else {
            return Owner::Blank(column);
        };
        let written = value.shown();
        match names.read(&written).only_units() {
            Some(units) => Owner::Units(units),
            None => Owner::Unknown { column, written },
        }
    }
}

fn unit_column(sheet: &Grid, headings: &Headings) -> Option<u32> {
    (0..=sheet.last_column()).filter(|column| !headings.columns.values().any(|taken| taken == column)).find(|&column| {
        match sheet.seen(headings.row, column) {
            Some(Value::Text(text)) => headings::is_unit(&plain(text)),
            _ => false,
        }
    })
}
