//! The tables of one derivation: milestones, what was reported, month by month.

use std::collections::BTreeSet;

use super::super::columns::{Columns as _, Listed, listed, table};
use super::super::history::Lived;
use super::super::register::Recorded;
use super::super::row::{Row, Share, shown};
use super::derivation::Derivation;
use crate::assess::{AsOf, Reasoning, Verdict, change_since, is_expected};
use crate::document::{Cell, Column, Role, Table};
use crate::model::{Curve, Moment, Month, Point};
use crate::text::{explain, phrases, terms};

/// A point of a curve as it is written.
pub(super) struct Station {
    pub(super) point: Point,
    /// Its position, or that of the point where the line to it is cut off.
    at: usize,
    /// Whether the line to that point is cut off.
    is_cut: bool,
    /// Where an approved change cuts off the line that leads to this one.
    pub(super) cut: Option<Moment>,
}

impl Station {
    pub(super) fn all(curve: &Curve) -> impl Iterator<Item = Self> {
        curve.points().iter().enumerate().flat_map(|(at, &point)| {
            let end = curve.line_to(at).map(|(_, end)| end).filter(|end| *end != point);
            let is_cut = end.is_some();
            let cut = end.map(|end| Self { point: end, at, is_cut, cut: Some(point.by) });
            cut.into_iter().chain([Self { point, at, is_cut, cut: None }])
        })
    }
}

impl Derivation<'_> {
    pub(super) fn milestones(&self, curve: &Curve) -> Table {
        let lang = self.lang;
        let (unmet, is_on_line) = match self.assessed.verdict().reasoning {
            Reasoning::Curve { first_unmet, actual, .. } => (first_unmet, curve.line_past(actual).is_some()),
            _ => (None, false),
        };
        let now = self.assessed.verdict().month.close();
        let mark = |station: &Station| {
            let is_unmet = unmet == Some(station.at) && station.cut.is_some() == (is_on_line && station.is_cut);
            let by = station.cut.unwrap_or(station.point.by);
            let unmet = is_unmet.then(|| explain::first_unmet(by.at() <= now, lang));
            let cut = station.cut.map(|cut| explain::cut_off(cut, lang));
            let said: Vec<String> = unmet.map(str::to_owned).into_iter().chain(cut).collect();
            Cell::with(if is_unmet { Role::Strong } else { Role::Plain }, said.join(lang.pick("；", "; ")))
        };
        let columns: [Listed<'_, Station>; 4] = [
            (Column::prose(lang.pick("节点", "milestone")), &|one| Cell::text(terms::moment(one.point.by, lang))),
            (Column::numbers(Share::Required.head(lang)), &|one| Cell::text(self.level(one.point.level))),
            (Column::words(Recorded::Place.head(lang)), &|one| Cell::text(self.results.at(one.point.place))),
            (Column::prose(""), &mark),
        ];
        listed(columns, Station::all(curve))
    }

    /// A month without a word on this item: no report, or a report that leaves it out.
    fn silent(&self, month: Month) -> Vec<Cell> {
        let (workspace, lang) = (self.results.workspace, self.lang);
        let as_of = AsOf { month, ..self.results.assessment.as_of };
        let reports = &workspace.reports_of[self.results.share(self.assessed).unit.0];
        let filed = reports
            .iter()
            .map(|&report| workspace.report(report))
            .find(|report| report.month == month && report.is_known_by(as_of.known_by, &workspace.plan));
        let is_asked = is_expected(workspace, self.results.share(self.assessed).unit, as_of);
        let submitted = filed.and_then(|report| report.submitted);
        let path = filed.map(|report| &self.results.sources.file(report.file).path);
        vec![
            Cell::code(month.to_string()),
            Cell::with(Role::Muted, explain::silent(filed.is_some(), is_asked, lang)),
            Cell::empty(),
            submitted.map_or_else(Cell::empty, Cell::day),
            path.map_or_else(Cell::empty, Cell::text),
            Cell::empty(),
        ]
    }

    /// One row for every month with a verdict so far, silent ones included.
    pub(super) fn reported(&self) -> Table {
        let (results, lang) = (self.results, self.lang);
        let share = results.share(self.assessed);
        let counting = self.assessed.verdict().evidence;
        let known_by = results.assessment.as_of.known_by;
        let plan = &results.workspace.plan;
        let mut rows = Vec::new();
        // What was reported before the first month that has a verdict may still stand.
        let first = self.assessed.history()[0].month;
        let before: BTreeSet<Month> =
            share.entries.iter().map(|entry| entry.month).filter(|&month| month < first).collect();
        for month in before.into_iter().chain(self.assessed.history().iter().map(|verdict| verdict.month)) {
            let mut is_silent = true;
            for (position, entry) in share.entries.iter().enumerate().filter(|(_, entry)| entry.month == month) {
                let report = results.workspace.report(entry.report);
                if !report.is_known_by(known_by, plan) {
                    continue;
                }
                is_silent = false;
                let late = report.is_late(plan).then(|| phrases::remark(phrases::Remark::Late, lang));
                let filed =
                    report.submitted.filter(|_| !entry.assumed).map(|day| day.to_string()).into_iter().chain(late);
                let mark = if counting == Some(position) { explain::counts(lang) } else { "" };
                rows.push(vec![
                    Cell::code(month.to_string()),
                    Cell::text(self.reading(entry)),
                    Cell::with(Role::Strong, mark),
                    Cell::text(filed.collect::<Vec<_>>().join(" ")),
                    Cell::text(results.entry_at(entry, lang)),
                    Cell::text(entry.remarks.note()),
                ]);
            }
            if is_silent {
                rows.push(self.silent(month));
            }
        }
        Table {
            columns: vec![
                Column::words(Recorded::Month.head(lang)),
                Column::prose(Lived::Reported.head(lang)),
                Column::words(""),
                Column::words(Share::Submitted.head(lang)).rank(1),
                Column::words(Recorded::Place.head(lang)),
                Column::prose(Recorded::Note.head(lang)),
            ],
            rows,
        }
    }

    pub(super) fn history(&self) -> Table {
        let row = Row::for_page(self.results, self.assessed);
        let history = self.assessed.history();
        let befores = [None].into_iter().chain(history.iter().map(Some));
        table(Judged::ALL, befores.zip(history).map(|(before, verdict)| (row.at(verdict), before)), self.lang)
    }
}

columns! {
    /// The columns of the verdicts month by month; with a verdict the one before it.
    Judged of (Row<'a>, Option<&'a Verdict>) as row, lang;
    Month: words like Recorded::Month => Cell::code(row.0.verdict.month.to_string());
    Required: Share::Required => row.0;
    Actual: Share::Actual => row.0;
    Lag: numbers like Share::Lag => row.0.computed_lag();
    Tier: words like Share::Tier => row.0.tier(lang);
    Change: words like Share::Change => {
        shown(change_since(row.1, row.0.verdict), |change| Cell::text(terms::change(change, lang)))
    };
    Flags: Share::Flags => row.0;
}
