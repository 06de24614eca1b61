//! Which column is which, by its heading: columns may be moved and renamed, and headings may take several rows.

use std::collections::BTreeMap;

use super::grid::{Grid, Value};
use super::layout::cell_name;
use crate::source::half_width;
use crate::text::Lang;
use crate::text::forms::{self as words, Column, Label, Refusal};

/// How far down headings are looked for.
const DEPTH: usize = 60;

/// Where the table of a sheet stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Headings {
    /// The last row of the headings.
    pub(super) row: u32,
    /// The columns that were recognised.
    pub(super) columns: BTreeMap<Column, u32>,
}

impl Headings {
    pub(super) fn column(&self, column: Column) -> Option<u32> {
        self.columns.get(&column).copied()
    }
}

/// Finds the table of a sheet; none where nothing looks like one.
pub(super) fn find(sheet: &Grid, lang: Lang) -> Result<Option<Headings>, Refusal> {
    let mut best: Option<(usize, u32)> = None;
    for row in sheet.rows().take(DEPTH) {
        let found = candidates(sheet, row);
        let has = |column: Column| {
            found
                .iter()
                .any(|(_, own, rest)| own == &Some(column) || rest.contains(&column))
        };
        let names_items = has(Column::Item) || has(Column::Title);
        let count = found.len();
        // Of two rows that say as much, the lower one is nearer to the figures.
        if names_items && count >= 2 && best.is_none_or(|(most, _)| count >= most) {
            best = Some((count, row));
        }
    }
    let Some((_, row)) = best else {
        return Ok(None);
    };
    let columns = settle(sheet, row, lang)?;
    let need = |column: Column| {
        let found = columns
            .keys()
            .map(|&column| words::heading(column, lang).to_owned());
        Refusal::NoColumn {
            heading: words::heading(column, lang),
            found: found.collect(),
        }
    };
    if !columns.contains_key(&Column::Item) && !columns.contains_key(&Column::Title) {
        return Err(need(Column::Item));
    }
    if !columns.contains_key(&Column::Figure) {
        return Err(need(Column::Figure));
    }
    Ok(Some(Headings { row, columns }))
}

/// For each column of a row whose text is the name of something: what it is for sure, and what else it may be.
fn candidates(sheet: &Grid, row: u32) -> Vec<(u32, Option<Column>, Vec<Column>)> {
    let mut found = Vec::new();
    let mut last_seen: Option<&Value> = None;
    for at in 0..=sheet.last_column() {
        let Some(value) = sheet.seen(row, at) else {
            last_seen = None;
            continue;
        };
        // A heading that is merged over several columns names the first of them.
        let is_continued = last_seen.is_some_and(|last| std::ptr::eq(last, value));
        last_seen = Some(value);
        let Value::Text(text) = value else { continue };
        if is_continued {
            continue;
        }
        let name = plain(text);
        let sure = Column::ALL
            .into_iter()
            .find(|&column| words::names(column).0.contains(&name.as_str()));
        let perhaps: Vec<Column> = Column::ALL
            .into_iter()
            .filter(|&column| words::names(column).1.contains(&name.as_str()))
            .collect();
        if sure.is_some() || !perhaps.is_empty() {
            found.push((at, sure, perhaps));
        }
    }
    found
}

/// One column for each meaning: sure names first, then what is left, from the left.
fn settle(sheet: &Grid, row: u32, lang: Lang) -> Result<BTreeMap<Column, u32>, Refusal> {
    let found = candidates(sheet, row);
    let mut columns: BTreeMap<Column, u32> = BTreeMap::new();
    for (at, sure, _) in &found {
        let Some(column) = sure else { continue };
        if let Some(&first) = columns.get(column) {
            // What is not read does no harm twice.
            if matches!(column, Column::Item | Column::Figure) || column.is_input() {
                return Err(Refusal::SameColumn {
                    heading: words::heading(*column, lang),
                    cells: vec![cell_name(row, first), cell_name(row, *at)],
                });
            }
            continue;
        }
        columns.insert(*column, *at);
    }
    for (at, sure, perhaps) in &found {
        if sure.is_some() {
            continue;
        }
        if let Some(&column) = perhaps.iter().find(|column| !columns.contains_key(column)) {
            columns.insert(column, *at);
        }
    }
    Ok(columns)
}

/// The headings of columns that nobody reads although they hold something.
pub(super) fn left_out(sheet: &Grid, headings: &Headings) -> Vec<String> {
    let is_used = |at: u32| headings.columns.values().any(|&used| used == at);
    let holds = |at: u32| {
        let mut rows = sheet.rows().filter(|&row| row > headings.row);
        rows.any(|row| sheet.at(row, at).is_some())
    };
    let is_plain_number = |name: &str| {
        let numbers = words::names(Column::Item).1;
        numbers.contains(&name)
    };
    let mut names: Vec<String> = Vec::new();
    for (_, value) in (0..=sheet.last_column())
        .filter_map(|at| Some((at, sheet.seen(headings.row, at)?)))
        .filter(|&(at, _)| !is_used(at) && holds(at))
    {
        let shown = value.shown();
        if !is_plain_number(&plain(&shown)) && !is_unit(&plain(&shown)) && !names.contains(&shown) {
            names.push(shown);
        }
    }
    names
}

/// Whether a heading is that of a column of units.
pub(super) fn is_unit(name: &str) -> bool {
    words::label_names(Label::Unit).contains(&name)
        || ["牵头单位", "乡镇", "乡镇街道", "镇街"].contains(&name)
}

/// A heading without blanks, brackets and what they hold, marks at its ends; in small letters and half width.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::new();
    let mut depth = 0_u32;
    for letter in text.chars() {
        match letter {
            '（' | '(' | '【' | '[' | '〔' => depth += 1,
            '）' | ')' | '】' | ']' | '〕' => depth = depth.saturating_sub(1),
            letter if depth > 0 || letter.is_whitespace() => {}
            letter if crate::document::is_invisible(letter) => {}
            letter => plain.extend(half_width(letter).unwrap_or(letter).to_lowercase()),
        }
    }
    plain
        .trim_end_matches([':', '：', '%', '*', '.', '、'])
        .trim_start_matches(['*', '、'])
        .to_owned()
}
