//! The tables of one derivation: milestones, what was reported, month by month.

use super::super::columns;
use super::super::row;
use super::derivation::Derivation;
use crate::assess::{Reasoning, Verdict, change_since};
use crate::document::{Cell, Column, Role, Table};
use crate::model::{Curve, Month};
use crate::text::explain;
use crate::text::phrases::{self, Head};
use crate::text::terms;

impl Derivation<'_> {
    pub(super) fn milestones(&self, curve: &Curve) -> Table {
        let lang = self.lang;
        let unmet = match self.assessed.verdict().reasoning {
            Reasoning::Curve { first_unmet, .. } => first_unmet,
            _ => None,
        };
        let now = self.assessed.verdict().month.close();
        let row = |(position, point): (usize, &crate::model::Point)| {
            let mark = if unmet == Some(position) { explain::first_unmet(point.by.at() <= now, lang) } else { "" };
            vec![
                Cell::text(terms::moment(point.by, lang)),
                Cell::text(self.level(point.level)),
                Cell::text(self.findings.at(point.place)),
                Cell::with(Role::Strong, mark),
            ]
        };
        Table {
            columns: vec![
                columns::prose(Head::Milestone, lang),
                columns::numbers(Head::Required, lang),
                columns::words(Head::Place, lang),
                Column::prose(""),
            ],
            rows: curve.points().iter().enumerate().map(row).collect(),
        }
    }

    /// A month without a word on this item: no report, or a report that leaves it out.
    fn silent(&self, month: Month) -> Vec<Cell> {
        let (workspace, lang) = (self.findings.workspace, self.lang);
        let known_by = self.findings.assessment.as_of.known_by;
        let reports = &workspace.reports_of[self.findings.share(self.assessed).unit.0];
        let filed = reports
            .iter()
            .map(|&report| workspace.report(report))
            .find(|report| report.month == month && report.is_known_by(known_by, &workspace.plan));
        let submitted = filed.and_then(|report| report.submitted);
        let path = filed.map(|report| &self.findings.sources.file(report.file).path);
        vec![
            Cell::code(month.to_string()),
            Cell::with(Role::Muted, explain::silent(filed.is_some(), lang)),
            Cell::empty(),
            submitted.map_or_else(Cell::empty, Cell::day),
            path.map_or_else(Cell::empty, Cell::text),
            Cell::empty(),
        ]
    }

    /// One row for every month of the plan so far, silent ones included.
    pub(super) fn reported(&self) -> Table {
        let (findings, lang) = (self.findings, self.lang);
        let share = findings.share(self.assessed);
        let counting = self.assessed.verdict().evidence;
        let known_by = findings.assessment.as_of.known_by;
        let plan = &findings.workspace.plan;
        let mut rows = Vec::new();
        for verdict in self.assessed.history() {
            let month = verdict.month;
            let mut is_silent = true;
            for (position, entry) in share.entries.iter().enumerate().filter(|(_, entry)| entry.month == month) {
                let report = findings.workspace.report(entry.report);
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
                    Cell::text(self.reading(entry.reading)),
                    Cell::with(Role::Strong, mark),
                    Cell::text(filed.collect::<Vec<_>>().join(" ")),
                    Cell::text(findings.entry_at(entry, lang)),
                    Cell::text(entry.remarks.note()),
                ]);
            }
            if is_silent {
                rows.push(self.silent(month));
            }
        }
        Table {
            columns: vec![
                columns::words(Head::Month, lang),
                columns::prose(Head::Reported, lang),
                Column::words(""),
                columns::words(Head::Submitted, lang).rank(1),
                columns::words(Head::Place, lang),
                columns::prose(Head::Note, lang),
            ],
            rows,
        }
    }

    pub(super) fn history(&self) -> Table {
        let (findings, lang) = (self.findings, self.lang);
        let item = findings.item(self.assessed);
        let history = self.assessed.history();
        let row = |(position, verdict): (usize, &Verdict)| {
            let before = position.checked_sub(1).map(|before| &history[before]);
            let change = change_since(before, verdict);
            vec![
                Cell::code(verdict.month.to_string()),
                row::required_cell(item, verdict, lang),
                row::actual_cell(item, verdict, lang),
                row::computed_lag_cell(findings, self.assessed, verdict),
                row::tier_cell(findings, verdict, lang),
                Cell::text(change.map_or("", |change| terms::change(change, lang))),
                Cell::text(lang.list(row::remark_words(item, verdict, lang))),
            ]
        };
        Table {
            columns: vec![
                columns::words(Head::Month, lang),
                columns::numbers(Head::Required, lang),
                columns::numbers(Head::Actual, lang),
                columns::numbers(Head::Lag, lang),
                columns::words(Head::Tier, lang),
                columns::words(Head::Change, lang),
                columns::prose(Head::Flags, lang),
            ],
            rows: history.iter().enumerate().map(row).collect(),
        }
    }
}
