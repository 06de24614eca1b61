//! A table as comma-separated values that Excel opens without a question: numbers plain and without their unit, one
//! line a record, no formula from any data file.

use crate::document::{Cell, Table};

/// Renders a table. A byte order mark, which Excel needs to see Chinese and other programs stumble over, is for files
/// only.
///
/// # Panics
/// Never: writing to memory does not fail.
#[must_use]
pub fn csv(table: &Table, with_mark: bool) -> String {
    let mut writer = ::csv::WriterBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        .from_writer(Vec::new());
    let memory = "memory can be written";
    let heads = table.columns.iter().map(|column| column.head.shown());
    writer.write_record(heads).expect(memory);
    for row in &table.rows {
        writer.write_record(row.iter().map(value)).expect(memory);
    }
    let bytes = writer.into_inner().expect(memory);
    let text = String::from_utf8(bytes).expect("only text was written");
    if with_mark {
        format!("\u{FEFF}{text}")
    } else {
        text
    }
}

fn value(cell: &Cell) -> String {
    match &cell.number {
        Some(number) => number.clone(),
        None => guard(cell.text.shown()),
    }
}

/// Spreadsheets take a text that begins like a formula for one; an apostrophe in front makes it text again.
fn guard(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}
