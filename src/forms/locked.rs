//! The cells of a form that only the office fills in, held against what it would print now: where they differ, somebody has
//! changed them, or the plan or an earlier report has changed since.

use super::cells::plain;
use super::form::{Form, Row};
use super::grid::Grid;
use super::layout::{self, cell_name};
use super::limits::cut;
use super::sent_form::SentForm;
use crate::model::{UnitIx, Workspace};
use crate::text::forms::{self as words, Column, Label};
use crate::text::{Lang, terms};

/// The locked cells that differ from what was sent out, in the language in which it was.
pub(super) fn differing(sheet: &Grid, sent_form: &SentForm, unit: UnitIx, workspace: &Workspace) -> Vec<String> {
    let heads = |lang: &Lang| {
        let heading = sheet.at(layout::HEADINGS, 0);
        heading.is_some_and(|heading| heading.shown() == words::heading(Column::Item, *lang))
    };
    let lang = [Lang::Zh, Lang::En].into_iter().find(heads).unwrap_or(Lang::Zh);
    // Items that were complete by now are on the form if they were not when it went out.
    let form = Form::of(workspace, unit, sent_form.month, true, lang);
    let mut cells = Vec::new();
    let mut hold = |row: u32, column: u16, printed: &str| {
        let shown = sheet.at(row, column.into()).map(super::grid::Value::shown).unwrap_or_default();
        if plain(&shown) != plain(&cut(printed)) {
            cells.push(cell_name(row, column.into()));
        }
    };
    hold(layout::TITLE, 0, &words::title(&form.plan, form.month, form.is_sample, lang));
    for (label, printed) in [
        (Label::Unit, form.unit_name.clone()),
        (Label::Month, terms::month(form.month, lang)),
        (Label::Until, form.until(lang)),
    ] {
        let (row, _, (column, _)) = layout::label(label);
        hold(row, column, &printed);
    }
    for column in Column::ALL {
        hold(layout::HEADINGS, layout::column(column), words::heading(column, lang));
    }
    let rows = sheet.rows().filter(|&row| row >= layout::FIRST);
    for row in rows {
        let id = sheet.at(row, 0).map(|value| plain(&value.shown()));
        let printed = form.rows.iter().find(|printed| Some(plain(&printed.id(lang))) == id);
        for (column, printed) in printed.into_iter().flat_map(printed_cells) {
            hold(row, layout::column(column), printed);
        }
    }
    cells
}

fn printed_cells(row: &Row) -> [(Column, &str); 6] {
    [
        (Column::Title, &row.title),
        (Column::Clause, &row.clause),
        (Column::Required, &row.required),
        (Column::LastFigure, &row.last),
        (Column::LastWords, &row.last_words),
        (Column::Measure, &row.measure),
    ]
}
