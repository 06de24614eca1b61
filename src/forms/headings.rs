//! Which column is which, by its heading: columns may be moved and renamed, and headings may take several rows.

use std::collections::BTreeMap;

use super::cells;
use super::fault::Refusal;
use super::grid::{Grid, Value};
use super::layout::cell_name;
use super::times;
use crate::model::{OwnKind, Plan, UnitRole};
use crate::source::half_width;
use crate::text::Lang;
use crate::text::forms::{self as words, Column, Label};

/// How far down headings are looked for.
const DEPTH: usize = 60;

/// Where the table of a sheet stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Headings {
    /// The last row of the headings.
    pub(super) row: u32,
    /// The columns that were recognised.
    pub(super) columns: BTreeMap<Column, u32>,
    /// The cells that name the figures, one below the other.
    figures: Vec<(u32, u32)>,
    /// What they count in, as far as they say so, with the text that does.
    pub(super) measures: Vec<(String, String)>,
    /// The heading, where it asks for an amount, of which a percentage is none.
    pub(super) amount: Option<String>,
    /// The items are numbered under 序号, perhaps in a way of the unit's own.
    pub(super) is_serial: bool,
}

impl Headings {
    pub(super) fn column(&self, column: Column) -> Option<u32> {
        self.columns.get(&column).copied()
    }

    /// Whether something stands over a column.
    pub(super) fn stand_over(&self, sheet: &Grid, column: u32) -> bool {
        let last = self.figures.iter().map(|&(row, _)| row).max().unwrap_or(0).max(self.row);
        (self.row..=last).any(|row| sheet.seen(row, column).is_some())
    }

    /// Whether a cell is one of those that name the figures.
    pub(super) fn names_figures(&self, row: u32, column: u32) -> bool {
        self.figures.contains(&(row, column))
    }
}

/// Finds the table of a sheet; none where nothing looks like one. A sheet with a second table under other headings is
/// refused: half of it would be lost.
pub(super) fn find(sheet: &Grid, lang: Lang) -> Result<Option<Headings>, Refusal> {
    let mut best: Option<(usize, u32, u32)> = None;
    for row in sheet.rows().take(DEPTH) {
        let Some(count) = names_a_table(sheet, row) else {
            continue;
        };
        best = match best {
            // Of two rows on top of each other that say as much, the lower one is nearer to the figures; further down
            // they come again on a new page.
            Some((most, at, last)) if count < most || (count == most && row > last + 1) => {
                Some((most, at, if row == last + 1 { row } else { last }))
            }
            _ => Some((count, row, row)),
        };
    }
    let Some((_, row, _)) = best else {
        return Ok(None);
    };
    let columns = columns_of(sheet, row, lang)?;
    let need = |column: Column| {
        let found = columns.keys().map(|&column| words::heading(column, lang).to_owned());
        Refusal::NoColumn { heading: words::heading(column, lang), found: found.collect() }
    };
    if !columns.contains_key(&Column::Item) && !columns.contains_key(&Column::Title) {
        return Err(need(Column::Item));
    }
    let Some(&figure) = columns.get(&Column::Figure) else {
        return Err(need(Column::Figure));
    };
    for column in [Column::Item, Column::Title, Column::Figure] {
        if let Some(at) = columns.get(&column).filter(|at| sheet.is_hidden_column(**at)) {
            return Err(Refusal::HiddenColumn { heading: words::heading(column, lang), cell: cell_name(row, *at) });
        }
    }
    let figures = naming_figures(sheet, row, figure, &columns);
    let texts = figures.iter().filter_map(|&(row, column)| sheet.at(row, column));
    let measures = texts.flat_map(|value| measures_in(&value.shown())).collect();
    let heading = sheet.seen(row, figure).map(|heading| plain(&heading.shown()));
    let amount = heading.filter(|heading| words::is_amount(heading));
    if let Some(text) = stands_under_another(sheet, row, figure, &columns) {
        return Err(Refusal::UnderAnother { text, cell: cell_name(row, figure) });
    }
    let numbers = columns.get(&Column::Item).and_then(|&at| sheet.seen(row, at));
    let numbers = numbers.map(|heading| plain(&heading.shown()));
    let is_serial = numbers.is_some_and(|heading| words::names(Column::Item).1.contains(&heading.as_str()));
    let headings = Headings { row, columns, figures, measures, amount, is_serial };
    match second(sheet, &headings, lang) {
        Some(second) => Err(Refusal::SecondTable { row: second + 1 }),
        None => Ok(Some(headings)),
    }
}

/// The cells that name the figures: the heading, perhaps merged, and what stands under it before the first item.
fn naming_figures(sheet: &Grid, row: u32, at: u32, columns: &BTreeMap<Column, u32>) -> Vec<(u32, u32)> {
    let anchor = sheet.region(row, at).map_or((row, at), |region| region.first);
    let below = row + 1;
    let is_item = [Column::Item, Column::Title]
        .into_iter()
        .filter_map(|column| columns.get(&column))
        .any(|&column| sheet.at(below, column).is_some());
    let is_text = matches!(sheet.at(below, at), Some(value @ Value::Text(_)) if !cells::is_number(value));
    std::iter::once(anchor).chain((!is_item && is_text).then_some((below, at))).collect()
}

/// The heading that the heading of the figures stands under and that makes it something else: 上月情况 over 完成率.
fn stands_under_another(sheet: &Grid, row: u32, at: u32, columns: &BTreeMap<Column, u32>) -> Option<String> {
    let above = row.checked_sub(1)?;
    let Some(Value::Text(text)) = sheet.seen(above, at) else {
        return None;
    };
    // What stands over the whole table is its title.
    let is_title = [Column::Item, Column::Title].into_iter().filter_map(|column| columns.get(&column)).any(|&column| {
        let named = sheet.seen(above, column);
        named.is_some_and(|named| named.shown() == *text)
    });
    let is_group = !is_title && sheet.region(above, at).is_some();
    (is_group && words::is_section_of_another(text)).then(|| text.trim().to_owned())
}

/// What a heading counts in: 完成率 and （%） in percent, （米） in metres, and what is not known in what it says.
fn measures_in(text: &str) -> Vec<(String, String)> {
    let mut found: Vec<String> = words::measure_in(&plain(text)).map(str::to_owned).into_iter().collect();
    let whole = cells::plain(text);
    let mut parts: Vec<String> = all_bracketed(text);
    // A row of its own under the headings: %, 公里.
    parts.extend(words::is_measure(&whole).then_some(whole));
    for part in parts {
        let part = part.trim_start_matches("单位").trim_start_matches([':', '：']);
        let letters = times::letters(part);
        let is_time = !times::find(&letters, |_| true).is_empty();
        if !is_time && !words::is_qualifier(part) && !words::is_of_another(part) && !words::is_done(part) {
            found.push(part.to_owned());
        }
    }
    found.into_iter().map(|measure| (measure, text.to_owned())).collect()
}

/// How many columns a row names, where it may be the headings of a table.
fn names_a_table(sheet: &Grid, row: u32) -> Option<usize> {
    let found = candidates(sheet, row);
    let has = |column: Column| found.iter().any(|(_, own, rest)| own == &Some(column) || rest.contains(&column));
    let names_items = has(Column::Item) || has(Column::Title);
    (names_items && found.len() >= 2).then_some(found.len())
}

/// Whether a row looks like the headings of a table.
pub(super) fn is_heading(sheet: &Grid, row: u32) -> bool {
    names_a_table(sheet, row).is_some()
}

/// Headings elsewhere in a sheet that do not simply come again on a new page.
fn second(sheet: &Grid, headings: &Headings, lang: Lang) -> Option<u32> {
    let matters = |column: Column| matches!(column, Column::Item | Column::Title) || column.is_input();
    let shows_same = |row: u32, column: Column| {
        let at = headings.column(column);
        at.is_some_and(|at| match (sheet.seen(row, at), sheet.seen(headings.row, at)) {
            (Some(value), Some(heading)) => value.shown() == heading.shown(),
            _ => false,
        })
    };
    let is_another = |row: u32| {
        // The items are named as above, and beside them stands something else: 下月目标.
        let repeats = [Column::Item, Column::Title].into_iter().any(|column| shows_same(row, column));
        if row > headings.row && repeats && !shows_same(row, Column::Figure) {
            return true;
        }
        if names_a_table(sheet, row).is_none() {
            return false;
        }
        let Ok(columns) = columns_of(sheet, row, lang) else {
            return true;
        };
        let is_table = columns.contains_key(&Column::Figure);
        let mut those = columns.iter().filter(|(column, _)| matters(**column));
        let is_same = those.all(|(column, at)| headings.column(*column) == Some(*at));
        is_table && !(is_same && row > headings.row)
    };
    let mut rows = sheet.rows().filter(|row| row.abs_diff(headings.row) > 1);
    rows.find(|&row| is_another(row))
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
        // 完成率（计划） is not what was done, 完成数（上月） not what is done now.
        let is_other = words::is_of_another(&bracketed(text));
        let mut may_be = Column::ALL.into_iter().filter(|column| !(is_other && column.is_input()));
        let sure = may_be.clone().find(|&column| words::names(column).0.contains(&name.as_str()));
        let perhaps: Vec<Column> =
            may_be.by_ref().filter(|&column| words::names(column).1.contains(&name.as_str())).collect();
        if sure.is_some() || !perhaps.is_empty() {
            found.push((at, sure, perhaps));
        }
    }
    found
}

/// One column for each meaning: sure names first, then what is left, from the left.
fn columns_of(sheet: &Grid, row: u32, lang: Lang) -> Result<BTreeMap<Column, u32>, Refusal> {
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
    let doubt = |cells: Vec<u32>, row: u32| Refusal::SameColumn {
        heading: words::heading(Column::Figure, lang),
        cells: cells.into_iter().map(|at| cell_name(row, at)).collect(),
    };
    let Some(&at) = columns.get(&Column::Figure) else {
        return Ok(columns);
    };
    // 完成情况 and 本月完成情况: where both hold figures, which one counts is for people to say.
    let may_be = found.iter().filter(|(_, sure, perhaps)| sure.is_none() && perhaps.contains(&Column::Figure));
    let with_figures: Vec<u32> = may_be.map(|(at, ..)| *at).filter(|&at| holds_figures(sheet, row, at)).collect();
    if with_figures.contains(&at) && with_figures.len() > 1 {
        return Err(doubt(with_figures, row));
    }
    let under = under(sheet, row, at, &columns);
    let done: Vec<u32> = under
        .iter()
        .filter(|(_, text)| words::is_done(&plain(text)) && !words::is_of_another(&bracketed(text)))
        .map(|(at, _)| *at)
        .collect();
    match (&under[..], &done[..]) {
        ([], _) => {}
        (_, [done]) => {
            columns.insert(Column::Figure, *done);
        }
        ([(_, only)], []) if !words::is_of_another(&plain(only)) => {}
        _ => {
            let cells = under.into_iter().map(|(at, _)| at).collect();
            return Err(doubt(cells, row + 1));
        }
    }
    Ok(columns)
}

fn holds_figures(sheet: &Grid, row: u32, at: u32) -> bool {
    let mut rows = sheet.rows().filter(|&below| below > row);
    rows.any(|below| sheet.at(below, at).is_some_and(cells::is_number))
}

/// The headings of the second row that stand under one of the first: 计划 and 实际 under 完成进度.
fn under<'a>(sheet: &'a Grid, row: u32, at: u32, columns: &BTreeMap<Column, u32>) -> Vec<(u32, &'a str)> {
    let below = row + 1;
    let names_an_item = [Column::Item, Column::Title]
        .into_iter()
        .filter_map(|column| columns.get(&column))
        .any(|&column| sheet.at(below, column).is_some());
    if names_an_item {
        return Vec::new();
    }
    let heading = sheet.seen(row, at);
    let continues = |column: &u32| match (heading, sheet.seen(row, *column)) {
        (_, None) => true,
        (Some(heading), Some(other)) => std::ptr::eq(heading, other),
        (None, Some(_)) => false,
    };
    (at..=sheet.last_column())
        .take_while(|column| *column == at || continues(column))
        .filter_map(|column| match sheet.at(below, column) {
            Some(Value::Text(text)) if !plain(text).is_empty() => Some((column, text.as_str())),
            _ => None,
        })
        .collect()
}

/// The headings of columns that nobody reads although they hold something.
pub(super) fn left_out(sheet: &Grid, headings: &Headings, plan: &Plan) -> Vec<String> {
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
    // Columns that have no heading and something in the rows of items.
    let item = headings.column(Column::Item).or_else(|| headings.column(Column::Title));
    let is_row = |row: &u32| *row > headings.row && item.is_some_and(|item| sheet.at(*row, item).is_some());
    let without = (0..=sheet.last_column()).filter(|&at| !headings.stand_over(sheet, at));
    let without = without.filter(|&at| sheet.rows().filter(is_row).any(|row| sheet.at(row, at).is_some()));
    names.extend(without.map(|at| cell_name(headings.row, at)));
    for (_, value) in (0..=sheet.last_column())
        .filter_map(|at| Some((at, sheet.seen(headings.row, at)?)))
        .filter(|&(at, _)| !is_used(at) && holds(at))
    {
        let shown = value.shown();
        if !is_plain_number(&plain(&shown)) && !is_unit(&shown, plan) && !names.contains(&shown) {
            names.push(shown);
        }
    }
    names
}

/// Whether a heading is that of a column of units: by what such columns are called everywhere, by what the plan calls its
/// kinds of units, or by what it calls those that answer.
pub(super) fn is_unit(heading: &str, plan: &Plan) -> bool {
    let name = &*plain(heading);
    let usual =
        words::label_names(Label::Unit).0.contains(&name) || ["牵头单位", "乡镇", "乡镇街道", "镇街"].contains(&name);
    let letters = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
    let is_called = |own: &str| {
        let (own, heading) = (letters(own), letters(heading));
        !own.is_empty() && (heading == own || heading.strip_suffix("名称") == Some(&own))
    };
    let is_kind = |kind: &OwnKind| is_called(&kind.name) || plain(&kind.name) == name && !name.is_empty();
    let roles = [UnitRole::Lead, UnitRole::Responsible].map(|role| plan.roles.own(role));
    usual || plan.kinds.iter().any(|kind| is_kind(kind)) || roles.into_iter().any(is_called)
}

/// What stands in the first brackets of a heading.
fn bracketed(text: &str) -> String {
    plain(&all_bracketed(text).into_iter().next().unwrap_or_default())
}

/// What stands in brackets.
pub(super) fn all_bracketed(text: &str) -> Vec<String> {
    let behind = text.split(['（', '(', '【', '[', '〔']).skip(1);
    behind.filter_map(|rest| rest.split(['）', ')', '】', ']', '〕']).next()).map(cells::plain).collect()
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
            letter if crate::source::is_invisible(letter) => {}
            letter => plain.extend(half_width(letter).unwrap_or(letter).to_lowercase()),
        }
    }
    plain.trim_end_matches([':', '：', '%', '*', '.', '、']).trim_start_matches(['*', '、']).to_owned()
}
