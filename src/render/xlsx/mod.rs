//! A table as a workbook for Excel and WPS: numbers are numbers, dates are dates, ids stay text; one sheet with what
//! the page says above its table, one with the table, one that explains its columns. The same page gives the same
//! bytes, and no text of a data file becomes a formula.

mod legend;
mod look;

#[expect(
    clippy::disallowed_types,
    reason = "workbooks keep numbers in binary floating point; nothing is computed with them here"
)]
mod value;

use rust_xlsxwriter::{
    ConditionalFormatFormula, DocProperties, ExcelDateTime, Format, IgnoreError, Workbook, Worksheet, XlsxError,
};
use unicode_width::UnicodeWidthStr as _;

use super::markup::allowed;
use crate::document::{Block, Document, Role, Table, Text};
use crate::text::Lang;
use crate::text::workbook::{self as words, Sheet};
use legend::Legend;
use look::Look;

/// Columns grow up to this many cells; longer texts are broken into lines.
const WIDEST: usize = 40;
/// The width of the sheet above the table.
const LINE: u16 = 100;
/// The sheet that explains the columns.
const ABOUT: [u16; 4] = [20, 50, 32, 60];
/// The points of a line, and the maximum height of a row.
const HEIGHTS: (usize, usize) = (15, 400);
/// A header line of a printed page takes 255 letters with all its codes.
const HEADER: usize = 90;
/// Office programs take no more rows.
const MOST_ROWS: usize = 1_048_575;

/// Renders a page as a workbook.
///
/// # Errors
/// The workbook cannot be made: it has more rows than office programs take.
pub fn xlsx(document: &Document, table: &Table, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    if table.rows.len() > MOST_ROWS {
        return Err(XlsxError::RowColumnLimitError);
    }
    let look = Look::of(lang);
    let legend = Legend::of(table);
    let name = document.name().map(|name| allowed(&name));
    let mut workbook = Workbook::new();
    // The same page gives the same bytes, on whatever day.
    let born = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let mut properties = DocProperties::new().set_creation_datetime(&born);
    if let Some(name) = &name {
        properties = properties.set_title(name);
    }
    workbook.set_properties(&properties);
    let above = above(document);
    let first = u32::try_from(above.len()).unwrap_or(u32::MAX - 2) + 2;
    overview(workbook.add_worksheet(), &above, table, &legend, &look, lang)?;
    rows(workbook.add_worksheet(), table, &legend, &look, lang)?;
    columns(workbook.add_worksheet(), table, &look, lang)?;
    for sheet in workbook.worksheets_mut() {
        paper(sheet, &above, lang);
    }
    legend.define(&mut workbook, first, lang)?;
    workbook.save_to_buffer()
}

/// What the page says above its table: its title and the paragraphs that follow it.
fn above(document: &Document) -> Vec<&Text> {
    let mut said = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Title(text) if said.is_empty() => said.push(text),
            Block::Paragraph(text) => said.push(text),
            _ => break,
        }
    }
    said
}

fn overview(
    sheet: &mut Worksheet,
    above: &[&Text],
    table: &Table,
    legend: &Legend,
    look: &Look,
    lang: Lang,
) -> Result<(), XlsxError> {
    sheet.set_name(words::sheet(Sheet::Overview, lang))?;
    sheet.set_column_width(0, LINE)?;
    let mut row = 0;
    let mut say = |sheet: &mut Worksheet, said: &str, format: &Format| {
        let said = value::cut(&allowed(said));
        sheet.write_string_with_format(row, 0, &said, format)?;
        let points = if row == 0 { 30 } else { height(&[(&said, LINE)]) };
        sheet.set_row_height(row, points)?;
        row += 1;
        Ok::<(), XlsxError>(())
    };
    for (at, text) in above.iter().enumerate() {
        let format = if at == 0 { look.title() } else { look.said(text.role) };
        say(sheet, text.shown(), &format)?;
    }
    if !legend.is_empty() {
        say(sheet, "", &look.plain())?;
        say(sheet, words::legend(lang), &look.section())?;
        for (role, said) in legend.lines(lang) {
            say(sheet, &said, &look.said(role))?;
        }
    }
    say(sheet, "", &look.plain())?;
    say(sheet, words::about(lang), &look.section())?;
    let has_sums = table.rows.iter().flatten().any(|cell| cell.sum.is_some());
    for said in words::remarks(has_sums, lang) {
        say(sheet, said, &look.plain())?;
    }
    Ok(())
}

fn rows(sheet: &mut Worksheet, table: &Table, legend: &Legend, look: &Look, lang: Lang) -> Result<(), XlsxError> {
    sheet.set_name(words::sheet(Sheet::Rows, lang))?;
    sheet.set_active(true);
    heads(sheet, table.columns.iter().map(|column| column.head.shown()), look)?;
    let mut widths = Vec::new();
    for (at, (column, index)) in table.columns.iter().zip(0_u16..).enumerate() {
        let cells = || table.rows.iter().map(|row| &row[at]);
        let widest = cells().map(|cell| value::shown(cell).width()).max();
        let width = width(column.head.shown(), widest.unwrap_or(0));
        sheet.set_column_width(index, width)?;
        widths.push(width);
        for (cell, row) in cells().zip(1_u32..) {
            let role = if legend.is_live(at) { look::without_fill(cell.text.role) } else { cell.text.role };
            value::write(sheet, (row, index), cell, look, role)?;
        }
    }
    for (row, index) in table.rows.iter().zip(1_u32..) {
        let texts: Vec<String> = row.iter().map(value::shown).collect();
        let lines = texts.iter().map(String::as_str).zip(widths.iter().copied());
        sheet.set_row_height(index, height(&lines.collect::<Vec<_>>()))?;
    }
    let last_row = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    let last = last_column(table.columns.len());
    sheet.autofilter(0, 0, last_row, last)?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    if last_row > 0 {
        sheet.ignore_error_range(1, 0, last_row, last, IgnoreError::NumberStoredAsText)?;
    }
    for (at, index) in (0..table.columns.len()).zip(0_u16..) {
        for (name, role) in legend.names(at) {
            let cell = rust_xlsxwriter::utility::row_col_to_cell(1, index);
            let rule = ConditionalFormatFormula::new()
                .set_rule(format!("={cell}={name}").as_str())
                .set_format(look::filled(role));
            sheet.add_conditional_format(1, index, last_row, index, &rule)?;
        }
    }
    Ok(())
}

fn columns(sheet: &mut Worksheet, table: &Table, look: &Look, lang: Lang) -> Result<(), XlsxError> {
    sheet.set_name(words::sheet(Sheet::Columns, lang))?;
    heads(sheet, words::column_heads(lang).into_iter(), look)?;
    for (column, width) in (0_u16..).zip(ABOUT) {
        sheet.set_column_width(column, width)?;
    }
    for (column, row) in table.columns.iter().zip(1_u32..) {
        let about = column.about.as_ref();
        let about = about.map(|about| [&about.means, &about.unit, &about.from]);
        let texts = [&column.head].into_iter().chain(about.into_iter().flatten());
        let texts: Vec<&str> = texts.map(Text::shown).collect();
        for (text, at) in texts.iter().zip(0_u16..) {
            let said = value::cut(&allowed(text));
            sheet.write_string_with_format(row, at, said, &look.cell(Role::Plain))?;
        }
        let lines: Vec<(&str, u16)> = texts.into_iter().zip(ABOUT).collect();
        sheet.set_row_height(row, height(&lines))?;
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    Ok(())
}

fn heads<'a>(sheet: &mut Worksheet, heads: impl Iterator<Item = &'a str>, look: &Look) -> Result<(), XlsxError> {
    for (head, column) in heads.zip(0_u16..) {
        sheet.write_string_with_format(0, column, allowed(head), &look.head())?;
    }
    sheet.set_row_height(0, 34)?;
    Ok(())
}

/// High enough for the longest of several texts, each in a column of this many cells. Not every program that opens a
/// workbook measures this itself.
fn height(texts: &[(&str, u16)]) -> u16 {
    let lines = |(text, width): &(&str, u16)| {
        // Words are not broken, and fonts are a little wider than their count of cells.
        let room = (usize::from(*width) * 9 / 10).saturating_sub(1).max(2);
        text.width().div_ceil(room).max(1)
    };
    let lines = texts.iter().map(lines).max().unwrap_or(1);
    let (line, most) = HEIGHTS;
    u16::try_from((lines * line + 4).min(most)).unwrap_or(u16::MAX)
}

/// A4 landscape, all columns on one page, headings on every page, what the table is about at the top.
fn paper(sheet: &mut Worksheet, above: &[&Text], lang: Lang) {
    let about: Vec<&str> = above.iter().take(2).map(|text| text.shown()).collect();
    let about: String = allowed(&about.join(lang.pick("　", "  "))).chars().take(HEADER).collect();
    sheet
        .set_paper_size(9)
        .set_landscape()
        .set_print_fit_to_pages(1, 0)
        .set_margins(0.4, 0.4, 0.7, 0.6, 0.3, 0.3)
        .set_header(format!("&L{}", about.replace('&', "&&")))
        .set_footer(words::page_numbers(lang));
}

/// As wide as its content, within bounds; a long head is broken into two lines, beside the arrow of the filter.
fn width(head: &str, widest: usize) -> u16 {
    let head = head.width();
    let head = if head > 6 { head.div_ceil(2).max(6) } else { head };
    let cells = (head + 2).max(widest.min(WIDEST));
    // Fonts are wider than their count of cells.
    u16::try_from((cells * 11 + 29) / 10).unwrap_or(u16::MAX)
}

fn last_column(columns: usize) -> u16 {
    u16::try_from(columns.saturating_sub(1)).unwrap_or(u16::MAX)
}
