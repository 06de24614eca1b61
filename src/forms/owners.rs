//! The columns in which a table names the unit of each row, if it has any.

use super::cells;
use super::grid::{Grid, Value};
use super::headings::{self, Headings, plain};
use super::naming::Names;
use crate::model::{UnitIx, UnitRole, Workspace};
use crate::text::forms as words;
use crate::text::{Lang, roles};

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

/// The columns, looked at once for all rows.
#[derive(Clone, Debug)]
pub(super) struct Owners {
    /// Several only where units in different roles answer for items.
    columns: Vec<u32>,
    is_measure: bool,
    /// The row of the headings.
    headings: u32,
}

impl Owners {
    pub(super) fn of(sheet: &Grid, headings: &Headings, names: &Names<'_>) -> Self {
        let columns = unit_columns(sheet, headings, names.workspace);
        let rows = || sheet.rows().filter(|&row| row > headings.row);
        let values = |column: u32| rows().filter_map(move |row| sheet.seen(row, column));
        let names_units = |column: u32| values(column).any(|value| !names.read(&value.shown()).units.is_empty());
        let naming: Vec<u32> = columns.iter().copied().filter(|&column| names_units(column)).collect();
        let headings = headings.row;
        if !naming.is_empty() {
            return Self { columns: naming, is_measure: false, headings };
        }
        let measures = |column: u32| values(column).any(|value| words::is_measure(&cells::plain(&value.shown())));
        let measure = columns.into_iter().find(|&column| measures(column));
        Self { is_measure: measure.is_some(), columns: measure.into_iter().collect(), headings }
    }

    /// The column of units.
    pub(super) fn column(&self) -> Option<u32> {
        self.columns.first().copied().filter(|_| !self.is_measure)
    }

    /// The column, where it says what figures are counted in.
    pub(super) fn measures(&self) -> Option<u32> {
        self.columns.first().copied().filter(|_| self.is_measure)
    }

    /// Whose a row is.
    pub(super) fn of_row(&self, sheet: &Grid, row: u32, names: &Names<'_>) -> Owner {
        let columns = if self.is_measure { &[] } else { &*self.columns };
        let mut all = Vec::new();
        let mut otherwise = None;
        for &column in columns {
            match self.in_column(column, sheet, row, names) {
                Owner::Units(units) => all.extend(units),
                other => _ = otherwise.get_or_insert(other),
            }
        }
        if all.is_empty() { otherwise.unwrap_or(Owner::Unsaid) } else { Owner::Units(all) }
    }

    fn in_column(&self, column: u32, sheet: &Grid, row: u32, names: &Names<'_>) -> Owner {
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

/// The columns that name units: where only those that lead answer, the one headed as theirs, or the first.
fn unit_columns(sheet: &Grid, headings: &Headings, workspace: &Workspace) -> Vec<u32> {
    let plan = &workspace.plan;
    let heading = |column: u32| match sheet.seen(headings.row, column) {
        Some(Value::Text(text)) if headings::is_unit(text, plan) => Some(text.clone()),
        _ => None,
    };
    let free = (0..=sheet.last_column()).filter(|column| !headings.columns.values().any(|taken| taken == column));
    let found: Vec<(u32, String)> = free.filter_map(|column| Some((column, heading(column)?))).collect();
    if workspace.items.iter().any(|item| item.judges_responsible) {
        return found.into_iter().map(|(column, _)| column).collect();
    }
    let lead = plain(&roles::role(&plan.roles, UnitRole::Lead, Lang::Zh));
    let leading = found.iter().find(|(_, heading)| plan.roles.are_three && plain(heading) == lead);
    leading.or(found.first()).map(|(column, _)| *column).into_iter().collect()
}
