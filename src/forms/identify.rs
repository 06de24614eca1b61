//! Whose a sheet is and of which month: from the options, the hidden sheet, the labels and title above and below the
//! table, the name of the sheet, and last that of the file. Whatever disagrees is refused.

use super::cells;
use super::fault::Refusal;
use super::form::plan_name;
use super::grid::{Book, Grid, Value};
use super::headings::{self, Headings, plain};
use super::layout::cell_name;
use super::month_names::{bare_months, months_in, years_in};
use super::sent_form::SentForm;
use crate::model::{Month, UnitIx, Workspace};
use crate::source::nearest;
use crate::text::forms::{self as words, Label};
use crate::text::{Lang, terms};

/// What is known from outside.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Asked<'a> {
    pub(super) unit: Option<UnitIx>,
    pub(super) month: Option<Month>,
    /// The name of the file.
    pub(super) file: &'a str,
}

/// A claim and where it is made.
type Claim<T> = (T, String);

/// The cell that belongs to a label, if the sheet has one: beside it, or behind its colon.
pub(super) fn labelled(sheet: &Grid, headings: &Headings, label: Label) -> Option<((u32, u32), Value)> {
    all_labelled(sheet, headings, label).next()
}

/// Every cell that belongs to a label, from the top.
fn all_labelled(sheet: &Grid, headings: &Headings, label: Label) -> impl Iterator<Item = ((u32, u32), Value)> {
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

/// What a cell says behind the colons of labels: 填报人：张三　审核人：李四 says two things.
fn behind_colons(text: &str) -> Vec<(Label, String)> {
    let is_between = |letter: char| letter.is_whitespace() || "，；。、|,;".contains(letter);
    let mut marks: Vec<(usize, usize, Label)> = Vec::new();
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
    let ends = marks.iter().skip(1).map(|(start, ..)| *start);
    let ends = ends.chain([text.len()]);
    let said = marks.iter().zip(ends).map(|(&(_, start, label), end)| {
        let rest = &text[start..end];
        let mut parts = rest.split(['\u{3000}', '\n', '\t']).flat_map(|part| part.split("  "));
        let said = parts.find(|part| !part.trim().is_empty());
        let is_mark = |letter: char| letter.is_whitespace() || "，；、|,;".contains(letter);
        (label, said.unwrap_or("").trim_matches(is_mark).to_owned())
    });
    said.collect()
}

/// Whether a row below the headings has something in the columns of the table that make it one of its rows.
fn is_table_row(sheet: &Grid, headings: &Headings, row: u32) -> bool {
    use crate::text::forms::Column;
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

/// The unit of a sheet.
pub(super) fn unit(
    sheet: &Grid,
    headings: &Headings,
    sent_form: Option<&SentForm>,
    asked: Asked<'_>,
    workspace: &Workspace,
    lang: Lang,
) -> Result<UnitIx, Refusal> {
    let mut claims: Vec<Claim<UnitIx>> = Vec::new();
    if let Some(sent_form) = sent_form {
        let found = units_in(&sent_form.unit, workspace);
        let unit = by_id(&sent_form.unit, workspace)
            .or(found.first().copied())
            .ok_or_else(|| Refusal::UnknownUnit { written: sent_form.unit.clone(), meant: None })?;
        claims.push((unit, words::hidden(lang).to_owned()));
    }
    for (position, ((row, column), value)) in all_labelled(sheet, headings, Label::Unit).enumerate() {
        let written = value.shown();
        let cell = cell_name(row, column);
        match units_in(&written, workspace)[..] {
            [unit] => claims.push((unit, cell)),
            [] if position == 0 && asked.unit.is_none() => {
                let names = workspace.plan.units.iter().map(|unit| unit.name.as_str());
                return Err(Refusal::UnknownUnit { meant: nearest(&written, names).map(str::to_owned), written });
            }
            _ => {}
        }
    }
    let labelled = claims.len();
    if claims.is_empty() {
        let above = texts_above(sheet, headings);
        let named = above.map(|(cell, text)| (units_in(text, workspace), cell));
        for (units, cell) in named {
            claims.extend(units.into_iter().map(|unit| (unit, cell.clone())));
        }
    }
    if claims.is_empty()
        && asked.unit.is_none()
        && let owners = Owners::of(sheet, headings, workspace)
        && let Some(column) = owners.column
    {
        let rows = sheet.rows().filter(|&row| row > headings.row);
        let named = rows.filter_map(|row| match owners.of_row(sheet, row, workspace) {
            Owner::Units(units) => match units[..] {
                [unit] => Some((unit, cell_name(row, column))),
                _ => None,
            },
            _ => None,
        });
        claims.extend(named);
        let mut units: Vec<UnitIx> = claims.iter().map(|(unit, _)| *unit).collect();
        units.sort_unstable();
        units.dedup();
        if units.len() > 1 {
            let names = units.into_iter().map(|unit| workspace.unit(unit).name.clone());
            return Err(Refusal::SeveralUnits { names: names.collect() });
        }
    }
    for name in [sheet.name.as_str(), asked.file] {
        if claims.is_empty() {
            let units = units_in(name, workspace).into_iter();
            claims.extend(units.map(|unit| (unit, name.to_owned())));
        }
    }
    let asked = asked.unit.map(|unit| (unit, "--unit".to_owned()));
    let claims = with_option(claims, labelled, asked);
    agree(&claims, |unit| workspace.unit(*unit).name.clone())?.ok_or(Refusal::NoUnit)
}

/// The month of a sheet.
pub(super) fn month(
    sheet: &Grid,
    headings: &Headings,
    sent_form: Option<&SentForm>,
    asked: Asked<'_>,
    workspace: &Workspace,
    lang: Lang,
) -> Result<Month, Refusal> {
    let plan = &workspace.plan;
    let months = |text: &str| {
        let mut found = months_in(text, true);
        if found.is_empty() {
            let years = years_in(text);
            let is_of_year = |month: &Month| years.is_empty() || years.contains(&month.year());
            let fitting = plan.start.through(plan.end).filter(is_of_year);
            let fitting = fitting.collect::<Vec<_>>();
            found.extend(bare_months(text).into_iter().filter_map(|number| {
                let same: Vec<&Month> = fitting.iter().filter(|month| month.number() == number).collect();
                match same[..] {
                    [month] => Some(*month),
                    _ => None,
                }
            }));
        }
        found.dedup();
        found
    };
    let mut claims: Vec<Claim<Month>> = Vec::new();
    claims.extend(sent_form.map(|sent_form| (sent_form.month, words::hidden(lang).to_owned())));
    if let Some(((row, column), value)) = labelled(sheet, headings, Label::Month) {
        let cell = cell_name(row, column);
        match value {
            Value::Day(day) => claims.push((Month::of(day), cell)),
            value => {
                if let [month] = months(&value.shown())[..] {
                    claims.push((month, cell));
                }
            }
        }
    }
    // What is printed above the table is what the unit saw; it has to agree with what is hidden.
    let above = texts_above(sheet, headings);
    let named: Vec<Claim<Month>> = above
        .flat_map(|(cell, text)| {
            let months = if claims.is_empty() { months(text) } else { months_in(text, true) };
            months.into_iter().map(move |month| (month, cell.clone()))
        })
        .collect();
    let mut labelled = claims.len();
    if claims.is_empty() || sent_form.is_some() {
        claims.extend(named);
        if sent_form.is_some() {
            labelled = claims.len();
        }
    }
    for name in [sheet.name.as_str(), asked.file] {
        if claims.is_empty() {
            let months = months(name).into_iter();
            claims.extend(months.map(|month| (month, name.to_owned())));
        }
    }
    let asked = asked.month.map(|month| (month, "--month".to_owned()));
    let claims = with_option(claims, labelled, asked);
    let month = agree(&claims, |month| terms::month(*month, lang))?.ok_or(Refusal::NoMonth)?;
    if !plan.covers(month) {
        return Err(Refusal::OutsidePlan { month });
    }
    Ok(month)
}

/// The claims of a table together with what an option says. An option fills in what the table leaves open, and tells
/// which is meant of several that a title names; it never overrules what the table says of itself.
fn with_option<T: PartialEq>(mut claims: Vec<Claim<T>>, labelled: usize, asked: Option<Claim<T>>) -> Vec<Claim<T>> {
    let Some(asked) = asked else {
        return claims;
    };
    if labelled == 0 && claims.iter().any(|(said, _)| *said == asked.0) {
        return vec![asked];
    }
    claims.push(asked);
    claims
}

/// The first claim, if all others agree.
fn agree<T: PartialEq + Copy>(claims: &[Claim<T>], shown: impl Fn(&T) -> String) -> Result<Option<T>, Refusal> {
    let Some((first, place)) = claims.first() else {
        return Ok(None);
    };
    match claims.iter().find(|(other, _)| other != first) {
        None => Ok(Some(*first)),
        Some((other, elsewhere)) => {
            Err(Refusal::Contradiction { one: (shown(first), place.clone()), other: (shown(other), elsewhere.clone()) })
        }
    }
}

/// Texts above the table that are neither labels nor how to fill it in.
fn texts_above<'a>(sheet: &'a Grid, headings: &'a Headings) -> impl Iterator<Item = (String, &'a str)> {
    let above = sheet.cells.range((0, 0)..(headings.row, 0));
    above.filter_map(|(&(row, column), value)| match value {
        Value::Text(text) if text.chars().count() < 80 => Some((cell_name(row, column), text.as_str())),
        _ => None,
    })
}

fn by_id(written: &str, workspace: &Workspace) -> Option<UnitIx> {
    let units = &workspace.plan.units;
    units.iter().position(|unit| unit.id == written).map(UnitIx)
}

/// The units that a text names, blanks and full-width letters aside; a name inside a longer name of another unit is not meant.
fn units_in(text: &str, workspace: &Workspace) -> Vec<UnitIx> {
    let units = &workspace.plan.units;
    let bare = text.trim();
    if let Some(unit) = by_id(bare, workspace) {
        return vec![unit];
    }
    let mut hits: Vec<(usize, usize, UnitIx)> = Vec::new();
    let typed = cells::plain(text);
    for (position, unit) in units.iter().enumerate() {
        for name in [&unit.name, &unit.full_name] {
            let name = cells::plain(name);
            if !name.is_empty() {
                let found = typed.match_indices(&name);
                hits.extend(found.map(|(at, _)| (at, at + name.len(), UnitIx(position))));
            }
        }
        // Ids stand in the names of files: 2022-06-housing-区住建局.
        let is_part = |letter: char| letter.is_ascii_alphanumeric();
        let parts = text.split(|letter: char| !is_part(letter) && letter != '-');
        if parts
            .flat_map(|part| [part, part.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '-')])
            .any(|part| part.trim_end_matches('-') == unit.id)
        {
            hits.push((0, 0, UnitIx(position)));
        }
    }
    let is_inside = |hit: &(usize, usize, UnitIx)| {
        hits.iter().any(|other| other.0 <= hit.0 && hit.1 <= other.1 && other.1 - other.0 > hit.1 - hit.0 && hit.1 > 0)
    };
    let mut found: Vec<UnitIx> = hits.iter().filter(|hit| !is_inside(hit)).map(|&(_, _, unit)| unit).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The column in which a table names the unit of each row, if it has one.
fn unit_column(sheet: &Grid, headings: &Headings) -> Option<u32> {
    (0..=sheet.last_column()).filter(|column| !headings.columns.values().any(|taken| taken == column)).find(|&column| {
        match sheet.seen(headings.row, column) {
            Some(Value::Text(text)) => headings::is_unit(&plain(text)),
            _ => false,
        }
    })
}

/// Whose a row is, in a table with a column of units.
pub(super) enum Owner {
    /// Nobody is named, or the column holds no units at all: 单位 may as well be that of measurement.
    Unsaid,
    /// These units.
    Units(Vec<UnitIx>),
    /// A unit that the plan does not have.
    Unknown {
        /// The column.
        column: u32,
        /// As written.
        written: String,
    },
}

/// The column in which a table names the unit of each row, looked at once for all rows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Owners {
    column: Option<u32>,
    names_units: bool,
}

impl Owners {
    pub(super) fn of(sheet: &Grid, headings: &Headings, workspace: &Workspace) -> Self {
        let column = unit_column(sheet, headings);
        let mut rows = sheet.rows().filter(|&row| row > headings.row);
        let names_units = column.is_some_and(|column| {
            rows.any(|row| {
                let value = sheet.seen(row, column);
                value.is_some_and(|value| !units_in(&value.shown(), workspace).is_empty())
            })
        });
        Self { column, names_units }
    }

    /// Whose a row is.
    pub(super) fn of_row(self, sheet: &Grid, row: u32, workspace: &Workspace) -> Owner {
        let Some(column) = self.column.filter(|_| self.names_units) else {
            return Owner::Unsaid;
        };
        let Some(value) = sheet.seen(row, column) else {
            return Owner::Unsaid;
        };
        let written = value.shown();
        match units_in(&written, workspace) {
            units if units.is_empty() => Owner::Unknown { column, written },
            units => Owner::Units(units),
        }
    }
}

/// Whether a form belongs to this plan.
pub(super) fn check_plan(sent_form: &SentForm, workspace: &Workspace) -> Result<(), Refusal> {
    if sent_form.plan == plan_name(&workspace.plan) {
        return Ok(());
    }
    Err(Refusal::OtherPlan { plan: sent_form.plan.clone() })
}

/// The sheets that may hold a report (the one a form was made on, else every sheet that is seen), and the others that are
/// seen.
pub(super) fn sheets<'a>(book: &'a Book, sent_form: Option<&SentForm>) -> (Vec<&'a Grid>, Vec<&'a Grid>) {
    let seen = book.sheets.iter().filter(|sheet| !sheet.is_hidden && !super::sent_form::is_mark(sheet));
    let is_form = |sheet: &&Grid| sent_form.is_some_and(|sent_form| sheet.name == sent_form.sheet);
    let (form, others): (Vec<&Grid>, Vec<&Grid>) = seen.partition(is_form);
    if form.is_empty() { (others, form) } else { (form, others) }
}
