//! A comparison as one flat table: a row for every change in the files, then one for every verdict that is another.

use super::super::columns;
use super::{Diff, actual, words};
use crate::compare::{Aspect, Edit, Shift, Subject, Version};
use crate::document::{Cell, Column, Table};
use crate::model::{Item, Lag, Month, Unit};
use crate::text::columns::about_diff;
use crate::text::diff::Head as Own;
use crate::text::phrases::{Head, head};
use crate::text::{Lang, terms};

pub(super) fn sheet(diff: &Diff<'_>, lang: Lang) -> Table {
    let own = |column: fn(&'static str) -> Column, name: Own| {
        columns::explained(column(words::head(name, lang)), about_diff(name, lang))
    };
    let columns = vec![
        own(Column::words, Own::Section),
        columns::words(Head::Unit, lang),
        columns::words(Head::Month, lang),
        columns::words(Head::Item, lang),
        columns::words(Head::Title, lang),
        own(Column::words, Own::What),
        own(Column::words, Own::Before),
        own(Column::words, Own::After),
        own(Column::words, Own::ActualBefore),
        own(Column::words, Own::ActualAfter),
        own(Column::numbers, Own::LagBefore),
        own(Column::numbers, Own::LagAfter),
        columns::words(Head::Change, lang),
        own(Column::words, Own::Cause),
        columns::words(Head::Place, lang),
    ];
    let edits = diff.comparison.edits.iter();
    let shifts = diff.comparison.shifts.iter();
    let rows =
        edits.map(|edit| edit_row(diff, edit, lang)).chain(shifts.filter_map(|shift| shift_row(diff, shift, lang)));
    Table { columns, rows: rows.collect() }
}

/// Of which unit, month and item a change is.
pub(super) fn of<'a>(subject: &Subject<'a>) -> (Option<&'a Unit>, Option<Month>, Option<&'a Item>) {
    match *subject {
        Subject::Report { unit, month } => (Some(unit), Some(month), None),
        Subject::Entry { unit, month, item } => (Some(unit), Some(month), Some(item)),
        Subject::Item(item) => (None, None, Some(item)),
        Subject::Unit(unit) => (Some(unit), None, None),
        Subject::Plan | Subject::Tier(_) | Subject::Task(_) => (None, None, None),
    }
}

fn edit_row(diff: &Diff<'_>, edit: &Edit<'_>, lang: Lang) -> Vec<Cell> {
    let (unit, month, item) = of(&edit.subject);
    let what = match (edit.aspect, edit.subject) {
        (Aspect::Whole, _) => words::event(edit.after.is_some(), "", lang),
        (aspect, Subject::Tier(_) | Subject::Task(_)) => {
            let about = words::subject(&edit.subject, lang);
            format!("{about} {}", words::aspect(aspect, lang))
        }
        (aspect, _) => words::aspect(aspect, lang),
    };
    let title = match edit.subject {
        Subject::Task(task) => task.title.as_str(),
        Subject::Tier(rung) => rung.name.as_str(),
        _ => item.map_or("", |item| &item.title),
    };
    let is_report = matches!(edit.subject, Subject::Report { .. } | Subject::Entry { .. });
    let value = |value: Option<_>| value.map_or(String::new(), |value| words::value(Some(value), lang));
    vec![
        Cell::text(words::edit_word(is_report, lang)),
        Cell::text(unit.map_or("", |unit| &unit.name)),
        month.map_or_else(Cell::empty, |month| Cell::code(month.to_string())),
        item.map_or_else(Cell::empty, |item| Cell::code(&item.id)),
        Cell::text(title),
        Cell::text(what),
        Cell::text(value(edit.before.as_ref())),
        Cell::text(value(edit.after.as_ref())),
        Cell::empty(),
        Cell::empty(),
        Cell::empty(),
        Cell::empty(),
        Cell::empty(),
        Cell::empty(),
        edit.place.map_or_else(Cell::empty, |place| Cell::text(diff.at(place))),
    ]
}

fn shift_row(diff: &Diff<'_>, shift: &Shift<'_>, lang: Lang) -> Option<Vec<Cell>> {
    let standing = shift.after.or(shift.before)?;
    let sides = [(Version::Before, shift.before), (Version::After, shift.after)];
    let tiers = sides.map(|(version, standing)| {
        standing.map_or_else(Cell::empty, |standing| Cell::text(diff.tier(version, standing.verdict(), lang)))
    });
    let figures = sides.map(|(_, standing)| {
        let shown = standing.and_then(|standing| actual(standing, lang));
        shown.map_or_else(Cell::empty, Cell::text)
    });
    let lags = sides.map(|(_, standing)| {
        let lag = standing.and_then(|standing| standing.verdict().lag);
        lag.map(Lag::truncated).map_or_else(Cell::empty, Cell::bare)
    });
    let place = shift.causes.iter().find_map(|cause| cause.place);
    let [tier_before, tier_after] = tiers;
    let [actual_before, actual_after] = figures;
    let [lag_before, lag_after] = lags;
    let causes = shift.causes.iter().map(|cause| diff.cause(cause, lang));
    let causes: Vec<String> = causes.collect();
    Some(vec![
        Cell::text(words::shift_word(shift.before.is_none(), shift.after.is_none(), lang)),
        Cell::text(&standing.unit.name),
        Cell::code(standing.verdict().month.to_string()),
        Cell::code(&standing.item.id),
        Cell::text(&standing.item.title),
        Cell::text(head(Head::Tier, lang)),
        tier_before,
        tier_after,
        actual_before,
        actual_after,
        lag_before,
        lag_after,
        Cell::text(shift.change.map_or("", |change| terms::change(change, lang))),
        Cell::text(causes.join(lang.pick("；", "; "))),
        place.map_or_else(Cell::empty, |place| Cell::text(diff.at(place))),
    ])
}
