//! The units side by side, departments and townships apart, and all shares as one flat table.

use crate::assess::{ShareYear, UnitYear, YearEnd};
use crate::document::{Block, Cell, Column, Role, Table, Text};
use crate::model::{Lag, Outcome};
use crate::text::annual::{self as words, Head};
use crate::text::measure::Measure;
use crate::text::phrases::{self, Head as Usual};
use crate::text::register;
use crate::text::{Lang, terms};

use super::{AnnualLists, part_of};
use crate::views::row;

impl AnnualLists<'_> {
    /// What the units have finished, where there is anything to compare; then what is counted of every one, for a unit
    /// without a task files reports as well.
    pub(super) fn unit_tables(&self, lang: Lang) -> Vec<Block> {
        let workspace = self.findings.workspace;
        let (compared, idle): (Vec<&UnitYear>, Vec<&UnitYear>) = self.units().partition(|year| year.ends.judged() > 0);
        let mut blocks = Vec::new();
        for (sort, units) in self.sorted(compared, lang) {
            let heading = words::units_of(sort, false, lang);
            blocks.push(Block::Heading(Text::with(Role::Strong, heading)));
            blocks.push(Block::Table(self.finishing(&units, lang)));
        }
        if !idle.is_empty() {
            let names: Vec<String> = idle.iter().map(|year| workspace.unit(year.unit).name.clone()).collect();
            let said = words::not_compared(&names, lang);
            blocks.push(Block::Paragraph(Text::with(Role::Muted, said)));
        }
        for (sort, units) in self.sorted(self.units().collect(), lang) {
            let heading = words::units_of(sort, true, lang);
            blocks.push(Block::Heading(Text::with(Role::Strong, heading)));
            blocks.push(Block::Table(self.filing(&units, lang)));
        }
        let said = words::about_units(lang);
        blocks.push(Block::Paragraph(Text::with(Role::Muted, said)));
        blocks
    }

    /// Departments and townships, where there are any.
    fn sorted<'u>(
        &self,
        units: Vec<&'u UnitYear>,
        lang: Lang,
    ) -> impl Iterator<Item = (&'static str, Vec<&'u UnitYear>)> {
        let is_territorial = |year: &&UnitYear| self.findings.workspace.unit(year.unit).kind.is_territorial();
        let (territories, departments): (Vec<_>, Vec<_>) = units.into_iter().partition(is_territorial);
        let sorts = [(phrases::departments(lang), departments), (phrases::townships(lang), territories)];
        sorts.into_iter().filter(|(_, units)| !units.is_empty())
    }

    fn name(&self, year: &UnitYear) -> Cell {
        Cell::text(&self.findings.workspace.unit(year.unit).name)
    }

    fn finishing(&self, units: &[&UnitYear], lang: Lang) -> Table {
        let columns = vec![
            Column::prose(words::head(Head::Unit, lang)),
            Column::numbers(words::head(Head::Shares, lang)),
            Column::numbers(words::head(Head::Met, lang)),
            Column::numbers(words::head(Head::Unfinished, lang)),
            Column::numbers(words::head(Head::Unverified, lang)),
            Column::numbers(words::head(Head::Exempt, lang)),
            Column::numbers(words::head(Head::Unjudged, lang)).rank(1),
            Column::numbers(words::head(Head::FinishedLate, lang)),
            Column::numbers(words::head(Head::Longest, lang)),
        ];
        let row = |year: &&UnitYear| {
            let ends = year.ends;
            let total: usize = ends.iter().map(|(_, count)| count).sum();
            let longest = year.longest_delay().map(Lag::truncated);
            vec![
                self.name(year),
                count(total),
                count(ends.count(YearEnd::Met)),
                count(ends.count(YearEnd::Unfinished)),
                count(ends.count(YearEnd::Unverified)),
                count(ends.count(YearEnd::Exempt)),
                count(total - ends.judged()),
                count(year.delays.len()),
                longest.map_or_else(Cell::empty, Cell::bare),
            ]
        };
        Table { columns, rows: units.iter().map(row).collect() }
    }

    fn filing(&self, units: &[&UnitYear], lang: Lang) -> Table {
        let columns = vec![
            Column::prose(words::head(Head::Unit, lang)),
            Column::words(words::head(Head::Worst, lang)),
            Column::prose(words::head(Head::Months, lang)),
            Column::prose(words::head(Head::Notices, lang)),
            Column::numbers(words::head(Head::Skipped, lang)),
            Column::numbers(words::head(Head::WasExempt, lang)).rank(1),
            Column::numbers(words::head(Head::Late, lang)),
            Column::numbers(words::head(Head::Missing, lang)),
            Column::words(words::head(Head::Assessment, lang)),
        ];
        let row = |year: &&UnitYear| {
            let mut notices = self.by_rung(&year.notices, lang);
            if year.withdrawn > 0 {
                notices.push(words::withdrawn(year.withdrawn, lang));
            }
            vec![
                self.name(year),
                year.worst.map_or_else(Cell::empty, |tier| {
                    let role = row::tier_role(self.findings, Some(tier));
                    Cell::with(role, self.findings.tier_name(tier))
                }),
                Cell::text(lang.list(self.by_rung(&year.months_by_tier, lang))),
                Cell::text(lang.list(&notices)),
                count(year.skipped),
                count(year.exempt),
                count(year.late),
                count(year.missing),
                self.assessment(year, lang),
            ]
        };
        Table { columns, rows: units.iter().map(row).collect() }
    }

    fn assessment(&self, year: &UnitYear, lang: Lang) -> Cell {
        let register = &self.findings.workspace.register;
        let result = year.assessment.map(|position| register.assessments[position].outcome);
        match result {
            None => Cell::with(Role::Muted, words::not_entered(lang)),
            Some(outcome @ Outcome::Passed) => Cell::text(register::outcome(outcome, lang)),
            Some(outcome @ Outcome::Failed) => Cell::with(Role::Serious, register::outcome(outcome, lang)),
        }
    }

    /// The rungs that have anything, each with its count.
    fn by_rung(&self, counts: &[usize], lang: Lang) -> Vec<String> {
        let rungs = self.findings.workspace.plan.ladder.rungs().iter();
        let counted = rungs.zip(counts).filter(|(_, count)| **count > 0);
        counted.map(|(rung, &count)| words::counted(&rung.name, count, lang)).collect()
    }

    /// Every share looked at, for spreadsheets.
    pub(super) fn share_sheet(&self, lang: Lang) -> Table {
        let usual = |name| Column::words(phrases::head(name, lang));
        let own = |name| Column::words(words::head(name, lang));
        let mut columns = vec![
            usual(Usual::Item),
            usual(Usual::Title),
            usual(Usual::Unit),
            usual(Usual::Task),
            usual(Usual::Key),
            own(Head::Binding),
            own(Head::YearEnd),
            own(Head::List),
            usual(Usual::Measure),
            usual(Usual::Required),
            usual(Usual::Actual),
            usual(Usual::Gap),
        ];
        if self.annual.is_over {
            columns.extend([usual(Usual::Since), usual(Usual::Lag)]);
        }
        columns.extend([
            own(Head::Worst),
            own(Head::WorstIn),
            own(Head::Months),
            own(Head::Skipped),
            own(Head::Finished),
            own(Head::Longest),
            usual(Usual::Evidence),
        ]);
        Table { columns, rows: self.shares().into_iter().map(|year| self.share_row(year, lang)).collect() }
    }

    fn share_row(&self, year: &ShareYear, lang: Lang) -> Vec<Cell> {
        let findings = self.findings;
        let assessed = self.assessed(year);
        let item = findings.item(assessed);
        let verdict = assessed.verdict();
        let rungs = findings.workspace.plan.ladder.rungs().len();
        let month = |month: crate::model::Month| Cell::code(month.to_string());
        let list = part_of(year).map_or("", |part| words::list(part, self.annual.is_over, lang));
        let mut row = vec![
            Cell::code(&item.id),
            Cell::text(&item.title),
            Cell::text(&findings.unit(assessed).name),
            Cell::bare(findings.task(assessed).number.to_string()),
            Cell::text(phrases::yes_no(year.is_key, lang)),
            Cell::text(phrases::yes_no(year.is_binding, lang)),
            Cell::text(words::year_end(year.end, self.annual.is_over, lang)),
            Cell::text(list),
            Cell::text(Measure::of(item).unit()),
            row::required_cell(item, verdict, lang),
            verdict.actual.map_or_else(Cell::empty, |_| row::actual_cell(item, verdict, lang)),
            row::gap_cell(item, verdict, lang),
        ];
        if self.annual.is_over {
            let since = verdict.since();
            row.push(since.map_or_else(Cell::empty, |since| Cell::code(since.to_string())));
            row.push(row::lag_cell(verdict));
        }
        let worst = year.worst();
        let delay = year.finish_delay.map(Lag::truncated);
        let skipped: Vec<String> = year.undone.skipped.iter().map(|&due| terms::month(due, lang)).collect();
        let months = self.by_rung(&year.months_by_tier(rungs), lang);
        let evidence = findings.evidence(assessed, verdict);
        row.extend([
            Cell::text(worst.map_or("", |(tier, _)| findings.tier_name(tier))),
            worst.map_or_else(Cell::empty, |(_, first)| month(first)),
            Cell::text(lang.list(&months)),
            Cell::text(lang.list(&skipped)),
            year.finished.map_or_else(Cell::empty, month),
            delay.map_or_else(Cell::empty, Cell::bare),
            evidence.map_or_else(Cell::empty, |entry| Cell::text(findings.at(entry.place))),
        ]);
        row
    }
}

fn count(count: usize) -> Cell {
    let role = if count == 0 { Role::Muted } else { Role::Plain };
    Cell::bare(count.to_string()).role(role)
}
