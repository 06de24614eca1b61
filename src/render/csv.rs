//! A table as comma-separated values that Excel opens without a question: numbers plain and without their unit, one
//! line per record, and no formula from any data file.

use crate::document::{Cell, Table};

/// For whom a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// Any program: plain values.
    Program,
    /// Excel, which needs a byte order mark to see Chinese, and takes the item `7.10` for the number 7.1 and the month
    /// `2022-03` for a day unless they are written `="7.10"`.
    Excel,
}

/// Renders a table.
///
/// # Panics
/// Never: writing to memory does not fail.
pub fn csv(table: &Table, reader: Reader) -> String {
    let mut writer = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(Vec::new());
    let memory = "memory can be written";
    let heads = table.columns.iter().map(|column| column.head.shown());
    writer.write_record(heads).expect(memory);
    for row in &table.rows {
        writer.write_record(row.iter().map(|cell| value(cell, reader))).expect(memory);
    }
    let bytes = writer.into_inner().expect(memory);
    let text = String::from_utf8(bytes).expect("only text was written");
    match reader {
        Reader::Program => text,
        Reader::Excel => format!("\u{FEFF}{text}"),
    }
}

fn value(cell: &Cell, reader: Reader) -> String {
    let text = cell.text.shown();
    match (&cell.number, cell.is_code, reader) {
        (Some(number), ..) => number.clone(),
        (None, true, Reader::Excel) if !text.is_empty() && text.bytes().all(is_plain) => {
            format!("=\"{text}\"")
        }
        (None, ..) => guard(text),
    }
}

/// What ids and months are made of; nothing that could end the quotes.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-')
}

/// Spreadsheets take a text that begins like a formula for a formula; an apostrophe in front makes it text again.
fn guard(text: &str) -> String {
    let first = text.trim_start().chars().next();
    if matches!(first, Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}
