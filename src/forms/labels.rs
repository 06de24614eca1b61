//! The cells that belong to a label above or below the table: beside it, or behind its colon.

use super::grid::{Grid, Value};
use super::headings::{self, Headings, plain};
use crate::text::forms::{self as words, Column, Label};

/// The cell that belongs to a label, if the sheet has one.
pub(super) fn labelled(sheet: &Grid, headings: &Headings, label: Label) -> Option<((u32, u32), Value)> {
    all_labelled(sheet, headings, label).next()
}

/// Every cell that belongs to a label, from the top.
pub(super) fn all_labelled(
    sheet: &Grid,
    headings: &Headings,
    label: Label,
) -> impl Iterator<Item = ((u32, u32), Value)> {
    let labelled = move |(&(row, column), value): (&(u32, u32), &Value)| {
        let Value::Text(text) = value else {
            return None;
        };
        let inside = behind_colons(text).into_iter().find(|(named, _)| *named == label);
        let is_name = label_named(text) == Some(label);
        if (inside.is_none() && !is_name) || is_table_row(sheet, headings, row) || headings::is_heading(sheet, row) {
            return None;
        }
        if let Some((_, said)) = inside.filter(|(_, said)| !said.is_empty()) {
            return Some(((row, column), Value::Text(said)));
        }
        let (at, beside) = sheet.row(row).find(|&(at, other)| at > column && other != value)?;
        let is_label =
            matches!(beside, Value::Text(text) if label_named(text).is_some() || !behind_colons(text).is_empty());
        (!is_label).then(|| ((row, at), beside.clone()))
    };
    sheet.cells.iter().filter_map(labelled)
}

/// The label that a text is, perhaps with a colon.
fn label_named(text: &str) -> Option<Label> {
    let name = plain(text);
    Label::ALL.into_iter().find(|&label| words::label_names(label).0.contains(&name.as_str()))
}

/// A label inside a text: where it begins, where what it says begins.
type Mark = (usize, usize, Label);

fn marks(text: &str) -> Vec<Mark> {
    let is_between = |letter: char| letter.is_whitespace() || "，；。、|,;".contains(letter);
    let mut marks: Vec<Mark> = Vec::new();
    for (colon, mark) in text.match_indices(['：', ':']) {
        let from = marks.last().map_or(0, |(_, end, _)| *end);
        let before = &text[from..colon];
        // From the nearest gap on, or from one further off: 填 报 人 is one name.
        let starts = before
            .char_indices()
            .rev()
            .filter(|&(_, letter)| is_between(letter))
            .map(|(at, letter)| at + letter.len_utf8())
            .chain([0]);
        let mut named = starts.filter_map(|start| Some((from + start, label_named(&before[start..])?)));
        if let Some((start, label)) = named.next() {
            marks.push((start, colon + mark.len(), label));
        }
    }
    marks
}

/// What a cell says behind the colons of labels: 填报人：张三　审核人：李四 says two things.
fn behind_colons(text: &str) -> Vec<(Label, String)> {
    let marks = marks(text);
    let ends = marks.iter().skip(1).map(|(start, ..)| *start).chain([text.len()]);
    let said = marks.iter().zip(ends).map(|(&(_, start, label), end)| {
        let rest = &text[start..end];
        let mut parts = rest.split(['\u{3000}', '\n', '\t']).flat_map(|part| part.split("  "));
        let said = parts.find(|part| !part.trim().is_empty());
        let is_mark = |letter: char| letter.is_whitespace() || "，；、|,;".contains(letter);
        (label, said.unwrap_or("").trim_matches(is_mark).to_owned())
    });
    said.collect()
}

/// A text without what labels in it say of people and days, which are not whose table it is and of which month.
pub(super) fn without_people_and_days(text: &str) -> String {
    let marks = marks(text);
    let mut rest = text[..marks.first().map_or(text.len(), |(start, ..)| *start)].to_owned();
    let ends = marks.iter().skip(1).map(|(start, ..)| *start).chain([text.len()]);
    for (&(start, _, label), end) in marks.iter().zip(ends) {
        if matches!(label, Label::Unit | Label::Month) {
            rest.push_str(&text[start..end]);
        }
    }
    rest
}

/// Whether a row below the headings has something in the columns of the table that make it one of its rows.
pub(super) fn is_table_row(sheet: &Grid, headings: &Headings, row: u32) -> bool {
    let names_an_item = |column: Column| {
        let at = headings.column(column);
        let value = at.and_then(|at| sheet.at(row, at));
        value.is_some_and(|value| {
            !matches!(value, Value::Text(text) if label_named(text).is_some() || !behind_colons(text).is_empty())
        })
    };
    let is_filled = |column: Column| {
        let at = headings.column(column).filter(|_| column.is_input());
        at.is_some_and(|at| sheet.at(row, at).is_some())
    };
    row > headings.row
        && Column::ALL.into_iter().any(is_filled)
        && [Column::Item, Column::Title].into_iter().any(names_an_item)
}
