//! What goes back: the same table with what is wrong in red and a comment on each cell that says what to write. One of
//! our forms goes back as a form that works; somebody's own table as the same cells at the same addresses.

use std::collections::{BTreeMap, BTreeSet};

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};
use unicode_width::UnicodeWidthStr;

use super::form::Form;
use super::grid::{Book, Grid};
use super::layout::{self, body_font};
use super::received::{CellFault, ReceivedReport};
use super::write::{self, Marks, Typed};
use crate::model::{Month, Workspace};
use crate::text::Lang;
use crate::text::forms::{self as words, Column, Label};

/// What is wrong with one sheet of a file.
#[derive(Clone, Copy, Debug)]
pub struct Faulty<'a> {
    /// The name of the sheet.
    pub sheet: &'a str,
    /// What was read of it.
    pub received: &'a ReceivedReport,
}

/// The bytes of the copy that goes back.
///
/// # Errors
/// Where the workbook cannot be made.
pub fn returned(book: &Book, faulty: &[Faulty<'_>], workspace: &Workspace, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    if let [only] = faulty
        && let Some(grid) = book.sheets.iter().find(|grid| grid.name == only.sheet)
        && let Some(form) = same_form(grid, only.received, workspace, lang)
    {
        return write::filled(&form, &typed(grid, &form), &marks(&only.received.faults, lang), lang);
    }
    let month = faulty.first().map(|faulty| faulty.received.month);
    copy(book, faulty, month, lang)
}

/// The form that a sheet still is, cell by cell: nothing was moved, and the plan asks for the same items.
fn same_form(grid: &Grid, received: &ReceivedReport, workspace: &Workspace, lang: Lang) -> Option<Form> {
    let sent_form = received.sent_form.as_ref()?;
    let form = [false, true]
        .into_iter()
        .map(|all| Form::of(workspace, received.unit, received.month, all, lang))
        .find(|form| {
            let rows = form.rows.iter().map(|row| (&row.item, row.occurrence));
            rows.eq(sent_form.items.iter().map(|(item, due)| (item, *due)))
        })?;
    let shows = |row: u32, column: u32, text: &str| grid.at(row, column).is_some_and(|value| value.shown() == text);
    let are_headings_there = Column::ALL.into_iter().all(|column| {
        let at = layout::column(column).into();
        shows(layout::HEADINGS, at, words::heading(column, lang))
    });
    let are_rows_there = (layout::FIRST..).zip(&form.rows).all(|(row, asked)| shows(row, 0, &asked.id(lang)));
    (are_headings_there && are_rows_there).then_some(form)
}

/// What was typed into the cells of a form.
fn typed(grid: &Grid, form: &Form) -> Typed {
    let mut typed = Typed::new();
    let mut add = |row: u32, column: u16| {
        if let Some(value) = grid.at(row, column.into()) {
            typed.insert((row, column), value.clone());
        }
    };
    for label in [Label::Submitted, Label::Reporter, Label::Approver] {
        let (row, _, (column, _)) = layout::label(label);
        add(row, column);
    }
    for (row, _) in (layout::FIRST..).zip(&form.rows) {
        for column in Column::ALL.into_iter().filter(|column| column.is_input()) {
            add(row, layout::column(column));
        }
    }
    typed
}

/// What stands in the comments.
fn marks(faults: &[CellFault], lang: Lang) -> Marks {
    let mut marks = Marks::new();
    for fault in faults {
        let said = fault.fault.advice(lang);
        let said = format!("{}\n{}", said.what, said.instead);
        let column = u16::try_from(fault.column).unwrap_or(u16::MAX);
        marks
            .entry((fault.row, column))
            .and_modify(|known: &mut String| {
                known.push('\n');
                known.push_str(&said);
            })
            .or_insert(said);
    }
    marks
}

/// The same cells at the same addresses.
fn copy(book: &Book, faulty: &[Faulty<'_>], month: Option<Month>, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    if let Some(month) = month {
        let born = write::born(month)?;
        let properties = rust_xlsxwriter::DocProperties::new().set_creation_datetime(&born);
        workbook.set_properties(&properties);
    }
    for grid in book.sheets.iter().filter(|grid| !grid.is_hidden) {
        let found = faulty.iter().find(|faulty| faulty.sheet == grid.name);
        let marks = found.map_or_else(Marks::new, |faulty| marks(&faulty.received.faults, lang));
        let sheet = workbook.add_worksheet();
        if sheet.set_name(&grid.name).is_err() {
            // A name that cannot be kept is not worth failing for: the first one is 表1.
            let _ = sheet.set_name(words::returned(lang));
        }
        copy_sheet(sheet, grid, &marks, lang)?;
    }
    workbook.save_to_buffer()
}

fn copy_sheet(sheet: &mut Worksheet, grid: &Grid, marks: &Marks, lang: Lang) -> Result<(), XlsxError> {
    let plain = Format::new()
        .set_font_name(body_font(lang))
        .set_font_size(10.5)
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter)
        .set_border(FormatBorder::Thin)
        .set_border_color(Color::RGB(0x00BF_BFBF));
    let format_at = |at: (u32, u16)| {
        if marks.contains_key(&at) { write::wrong(plain.clone()) } else { plain.clone() }
    };
    for region in &grid.merged {
        let narrow = |column: u32| u16::try_from(column).unwrap_or(u16::MAX);
        let (first, last) = (region.first, region.last);
        if first == last {
            continue;
        }
        let format = format_at((first.0, narrow(first.1)));
        // Regions that overlap are a fault of the file; the values are written all the same.
        let _ = sheet.merge_range(first.0, narrow(first.1), last.0, narrow(last.1), "", &format);
    }
    let merged: BTreeSet<(u32, u32)> = grid.merged.iter().map(|region| region.first).collect();
    let mut widths = BTreeMap::new();
    for (&(row, column), value) in &grid.cells {
        let Ok(column) = u16::try_from(column) else {
            continue;
        };
        write::write_value(sheet, (row, column), value, &format_at((row, column)))?;
        if !merged.contains(&(row, column.into())) {
            let width = value.shown().width().clamp(6, 36) + 3;
            let widest = widths.entry(column).or_insert(width);
            *widest = width.max(*widest);
        }
    }
    for (column, width) in widths {
        sheet.set_column_width(column, u32::try_from(width).unwrap_or(10))?;
    }
    for (&at, said) in marks {
        if grid.at(at.0, at.1.into()).is_none() {
            sheet.write_blank(at.0, at.1, &format_at(at))?;
        }
        write::note(sheet, at, said)?;
    }
    Ok(())
}

/// The name of the copy that goes back, for a file of this name.
pub fn returned_name(file: &str, lang: Lang) -> String {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let mark = words::returned(lang);
    let marks = [Lang::Zh, Lang::En].map(words::returned);
    let bare = marks.into_iter().find_map(|mark| stem.strip_suffix(mark)?.strip_suffix('-'));
    let stem = bare.unwrap_or(stem);
    format!("{}-{mark}.xlsx", layout::file_name(stem))
}

/// The name of a form's file.
pub fn form_name(form: &Form) -> String {
    let stem = words::file_stem(form.month, &form.unit, &form.unit_name);
    format!("{}.xlsx", layout::file_name(&stem))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_returned_twice_is_named_as_the_first() {
        assert_eq!(returned_name("六月.xls", Lang::Zh), "六月-退回.xlsx");
        assert_eq!(returned_name("六月-退回.xlsx", Lang::Zh), "六月-退回.xlsx");
    }
}
