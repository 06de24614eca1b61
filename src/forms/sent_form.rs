//! What the hidden sheet of a form says it was made for. What can be seen counts; this only has to agree with it.

use super::fault::Refusal;
use super::grid::{Book, Grid, Value};
use super::layout;
use crate::model::Month;

/// What a form was made for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SentForm {
    pub(super) plan: String,
    pub(super) unit: String,
    pub(super) month: Month,
    /// The name of the sheet that is filled in.
    pub(super) sheet: String,
    /// The items asked for, with the occurrence made up for.
    pub(super) items: Vec<(String, Option<Month>)>,
}

/// What the form says it was made for; none for somebody's own table.
pub(super) fn read(book: &Book) -> Result<Option<SentForm>, Refusal> {
    let Some(sheet) = book.sheets.iter().find(|sheet| is_mark(sheet)) else {
        return Ok(None);
    };
    let version = text(sheet, 0, 1).parse::<u32>().unwrap_or(u32::MAX);
    if version > layout::VERSION {
        return Err(Refusal::NewerForm);
    }
    let Ok(month) = Month::parse(&text(sheet, 3, 1)) else {
        return Ok(None);
    };
    let rows = sheet.rows().filter(|&row| text(sheet, row, 0) == "row");
    let items = rows
        .map(|row| {
            let occurrence = Month::parse(&text(sheet, row, 3)).ok();
            (text(sheet, row, 2), occurrence)
        })
        .collect();
    Ok(Some(SentForm { plan: text(sheet, 1, 1), unit: text(sheet, 2, 1), month, sheet: text(sheet, 4, 1), items }))
}

/// Whether a sheet is the hidden one.
pub(super) fn is_mark(sheet: &Grid) -> bool {
    sheet.name == layout::HIDDEN && text(sheet, 0, 0) == layout::MARK
}

fn text(sheet: &Grid, row: u32, column: u32) -> String {
    sheet.at(row, column).map(Value::shown).unwrap_or_default()
}
