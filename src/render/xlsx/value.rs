//! What a cell contains: a number if its digits can be kept, a date, a formula with its result, or text.

use chrono::Datelike as _;
use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, Formula, Worksheet, XlsxError};

use super::look::Look;
use crate::document::{self, Cell, Ending, Role, Sum};
use crate::render::markup::allowed;

/// A cell takes no more than 32,767 letters.
const LONGEST: usize = 32_000;
/// Office programs keep this many digits of a number.
const DIGITS: usize = 15;

/// Writes a cell.
pub(super) fn write(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    look: &Look,
    role: Role,
) -> Result<(), XlsxError> {
    let format = look.cell(role);
    let shown = shown(cell);
    if let Some(day) = cell.day.and_then(day) {
        let format = format.set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left);
        sheet.write_datetime_with_format(row, column, day, &format)?;
    } else if let Some(sum) = &cell.sum {
        let format = right(format);
        let formula = Formula::new(formula(sum)).set_result(shown);
        sheet.write_formula_with_format(row, column, formula, &format)?;
    } else if let Some(number) = cell.number.as_deref().and_then(number) {
        sheet.write_number_with_format(row, column, number, &right(format))?;
    } else if shown.is_empty() {
        sheet.write_blank(row, column, &format)?;
    } else {
        let format = as_text(format, cell, &shown);
        sheet.write_string_with_format(row, column, cut(&shown), &format)?;
    }
    Ok(())
}

/// What is in the cell; the unit of a number is elsewhere.
pub(super) fn shown(cell: &Cell) -> String {
    let number = cell.number.as_deref();
    allowed(number.unwrap_or(cell.text.shown()))
}

/// A text that fits a cell.
pub(super) fn cut(text: &str) -> String {
    document::cut(text, LONGEST)
}

fn right(format: Format) -> Format {
    format.set_align(FormatAlign::Right).set_indent(1)
}

/// Text stays text if somebody edits the cell and leaves it again.
fn as_text(format: Format, cell: &Cell, shown: &str) -> Format {
    let looks_like_more = shown
        .starts_with(|first: char| first.is_ascii_digit() || "=+-@＝＋－＠'".contains(first) || first.is_whitespace());
    if cell.is_code {
        format.set_num_format("@")
    } else if looks_like_more {
        format.set_quote_prefix()
    } else {
        format
    }
}

fn number(written: &str) -> Option<f64> {
    let digits = written.bytes().filter(u8::is_ascii_digit).count();
    let is_plain =
        written.strip_prefix('-').unwrap_or(written).bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let number: f64 = written.parse().ok()?;
    (is_plain && digits <= DIGITS && number.is_finite()).then_some(number)
}

fn day(day: chrono::NaiveDate) -> Option<ExcelDateTime> {
    // Office programs begin in 1900 and count a 29 February in it.
    let year = u16::try_from(day.year()).ok().filter(|year| (1901..=9999).contains(year))?;
    let part = |number: u32| u8::try_from(number).ok();
    ExcelDateTime::from_ymd(year, part(day.month())?, part(day.day())?).ok()
}

/// The formula of a sum. If binary fractions could come out slightly below the true number, the formula says how many
/// decimals the true number has.
fn formula(sum: &Sum) -> String {
    let written = sum.written();
    match sum.ending() {
        Ending::Whole if !written.contains('/') => format!("={written}"),
        Ending::Whole => format!("=ROUND({written},0)"),
        Ending::Two => format!("=ROUND({written},2)"),
        Ending::CutOff => format!("=ROUNDDOWN({written},2)"),
    }
}
