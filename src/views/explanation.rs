//! The whole derivation of the verdicts on one item: clause, curve, evidence with file and line, the subtraction in
//! exact fractions, the rung, the history, what comes next. Fit to be handed to the head of the unit.

use serde::Serialize;

use super::View;
use super::escalation::{evidence, standing, what_follows};
use super::findings::Findings;
use super::measure::{self, Measure, decimal};
use super::page::{self, FORMAT_VERSION, ReportsData};
use super::row::{self, RowData};
use crate::assess::{FailingBecause, Reasoning, ShareAssessment, Verdict, change_between};
use crate::document::{Block, Cell, Column, Document, Role, Table, Text};
use crate::model::{Curve, Entry, ItemIx, Moment, Month, Ratio, Reading, Schedule, Shape, UnitIx};
use crate::text::explain::{self, Failing, Section};
use crate::text::phrases::{Head, head};
use crate::text::{Lang, phrases, terms};

/// The derivation of the verdicts on the shares of one item.
#[derive(Debug)]
pub struct Explanation<'a> {
    findings: Findings<'a>,
    shares: Vec<&'a ShareAssessment>,
}

impl<'a> Explanation<'a> {
    /// The shares of an item; of one unit only, where one is named.
    #[must_use]
    pub fn of(findings: Findings<'a>, item: ItemIx, units: &[UnitIx]) -> Self {
        let shares = findings.assessment.shares.iter().filter(|assessed| {
            let share = findings.share(assessed);
            share.item == item && (units.is_empty() || units.contains(&share.unit))
        });
        Self {
            findings,
            shares: shares.collect(),
        }
    }
}

/// The derivation as JSON shows it.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ExplanationData {
    format_version: u32,
    plan: String,
    as_of: String,
    sample: bool,
    reports: ReportsData,
    rows: Vec<ShareData>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct ShareData {
    #[serde(flatten)]
    row: RowData,
    source: String,
    basis: Option<&'static str>,
    note: String,
    milestones: Vec<MilestoneData>,
    entries: Vec<EntryData>,
    history: Vec<HistoryData>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct MilestoneData {
    by: String,
    percent: String,
    percent_exact: String,
    file: String,
    line: usize,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct EntryData {
    month: String,
    reading: String,
    submitted: Option<String>,
    late: bool,
    note: String,
    file: String,
    line: usize,
    counts: bool,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct HistoryData {
    month: String,
    bucket: &'static str,
    required: Option<String>,
    actual: Option<String>,
    lag: Option<String>,
    lag_months: Option<String>,
    tier: Option<String>,
    change: Option<&'static str>,
}

impl View for Explanation<'_> {
    type Data = ExplanationData;

    fn data(&self) -> ExplanationData {
        let findings = self.findings;
        ExplanationData {
            format_version: FORMAT_VERSION,
            plan: findings.workspace.plan.title.clone(),
            as_of: findings.assessment.as_of.month.to_string(),
            sample: findings.workspace.plan.sample,
            reports: ReportsData::of(findings),
            rows: self
                .shares
                .iter()
                .map(|assessed| share_data(findings, assessed))
                .collect(),
        }
    }

    fn document(&self, lang: Lang) -> Document {
        let mut blocks = page::opening(self.findings, lang);
        blocks.push(page::filing(self.findings, lang));
        for assessed in &self.shares {
            blocks.extend(
                Derivation {
                    findings: self.findings,
                    assessed,
                    lang,
                }
                .blocks(self.shares.len() > 1),
            );
        }
        Document { blocks }
    }

    fn sheet(&self, lang: Lang) -> Table {
        let mut all = Table::default();
        for assessed in &self.shares {
            let unit = &self.findings.unit(assessed).name;
            let item = &self.findings.item(assessed).id;
            let mut table = Derivation {
                findings: self.findings,
                assessed,
                lang,
            }
            .history();
            table.columns.splice(
                0..0,
                [
                    Column::words(head(Head::Item, lang)),
                    Column::words(head(Head::Unit, lang)),
                ],
            );
            all.columns = table.columns;
            for mut row in table.rows {
                row.splice(0..0, [Cell::code(item), Cell::text(unit)]);
                all.rows.push(row);
            }
        }
        all
    }
}

fn share_data(findings: Findings<'_>, assessed: &ShareAssessment) -> ShareData {
    let item = findings.item(assessed);
    let measure = Measure::of(item);
    let milestone = |point: &crate::model::Point| {
        let (file, line) = findings.line(point.place);
        MilestoneData {
            by: point.by.to_string(),
            percent: decimal(point.level.ceil_to(100)),
            percent_exact: point.level.to_string(),
            file: file.to_owned(),
            line,
        }
    };
    let counting = assessed.verdict().evidence;
    let entry = |(position, entry): (usize, &Entry)| {
        let (file, line) = findings.line(entry.place);
        let report = findings.workspace.report(entry.report);
        EntryData {
            month: entry.month.to_string(),
            reading: reading_data(entry.reading),
            submitted: report.submitted.map(|day| day.to_string()),
            late: report.is_late(&findings.workspace.plan),
            note: entry.note.clone(),
            file: file.to_owned(),
            line,
            counts: counting == Some(position),
        }
    };
    let mut before = None;
    let history = |verdict: &Verdict| {
        let change = change_between(before, verdict.tier);
        before = verdict.tier;
        HistoryData {
            month: verdict.month.to_string(),
            bucket: verdict.bucket.id(),
            required: verdict
                .required
                .map(|required| decimal(measure.required(required))),
            actual: verdict.actual.map(decimal),
            lag: verdict.lag.map(|lag| lag.to_string()),
            lag_months: verdict.lag.map(crate::model::Lag::truncated),
            tier: verdict
                .tier
                .map(|tier| findings.workspace.plan.ladder.rung(tier).id.clone()),
            change: change.map(crate::assess::Change::id),
        }
    };
    ShareData {
        row: row::data(findings, assessed),
        source: item.source.clone(),
        basis: item.basis.and_then(|basis| {
            crate::model::Basis::ALL
                .iter()
                .find(|(known, _)| *known == basis)
                .map(|(_, word)| *word)
        }),
        note: item.note.clone(),
        milestones: match &item.schedule {
            Schedule::Curve(curve) => curve.points().iter().map(milestone).collect(),
            _ => Vec::new(),
        },
        entries: findings
            .share(assessed)
            .entries
            .iter()
            .enumerate()
            .map(entry)
            .collect(),
        history: assessed.history.iter().map(history).collect(),
    }
}

fn reading_data(reading: Reading) -> String {
    match reading {
        Reading::Percent(figure) | Reading::Done(figure) | Reading::Value(figure) => {
            figure.to_string()
        }
        Reading::Occurrence { due, done: true } => due.to_string(),
        Reading::Occurrence { due, done: false } => format!("{due}: not done"),
        Reading::State(state) => terms::state(state, Lang::En).to_owned(),
    }
}

/// The derivation of one verdict, being written.
struct Derivation<'a> {
    findings: Findings<'a>,
    assessed: &'a ShareAssessment,
    lang: Lang,
}

impl Derivation<'_> {
    fn blocks(&self, is_one_of_several: bool) -> Vec<Block> {
        let (findings, assessed, lang) = (self.findings, self.assessed, self.lang);
        let item = findings.item(assessed);
        let title = explain::title(&item.id, &item.title, &findings.unit(assessed).name, lang);
        let mut blocks = vec![Block::Title(Text::with(Role::Strong, title))];
        self.conclusion(&mut blocks);
        self.requirement(&mut blocks, is_one_of_several);
        self.heading(&mut blocks, Section::Reported);
        blocks.push(Block::Table(self.reported()));
        let evidence = match findings.evidence(assessed, assessed.verdict()) {
            Some(_) => explain::newest_counts(&evidence(findings, assessed, lang), lang),
            None => evidence(findings, assessed, lang),
        };
        say(&mut blocks, evidence);
        if assessed.verdict().lag.is_some() {
            self.heading(&mut blocks, Section::Arithmetic);
            self.arithmetic(&mut blocks);
            self.heading(&mut blocks, Section::Rung);
            self.rungs(&mut blocks);
        }
        self.heading(&mut blocks, Section::History);
        blocks.push(Block::Table(self.history()));
        if assessed.verdict().lag.is_some() {
            self.heading(&mut blocks, Section::Outlook);
            let lines = what_follows(findings, assessed, lang);
            if lines.is_empty() {
                say(&mut blocks, explain::nothing_ahead(lang));
            }
            for line in lines {
                say(&mut blocks, line);
            }
        }
        self.heading(&mut blocks, Section::Verify);
        let unit = &findings.unit(assessed).id;
        let month = assessed.verdict().month;
        let known_by = findings
            .assessment
            .as_of
            .known_by
            .map_or_else(String::new, |day| format!(" --known-by {day}"));
        let command = format!(
            "shangdang explain {} --unit {unit} --month {month}{known_by}",
            item.id
        );
        say(&mut blocks, explain::verify(&command, lang));
        say(&mut blocks, explain::object(lang));
        blocks
    }

    fn heading(&self, blocks: &mut Vec<Block>, section: Section) {
        blocks.push(Block::Heading(Text::with(
            Role::Strong,
            explain::section(section, self.lang),
        )));
    }

    fn conclusion(&self, blocks: &mut Vec<Block>) {
        let (findings, assessed, lang) = (self.findings, self.assessed, self.lang);
        let verdict = assessed.verdict();
        let item = findings.item(assessed);
        self.heading(blocks, Section::Conclusion);
        let lag = verdict
            .lag
            .filter(|lag| lag.is_some())
            .map(|lag| phrases::months(lag, lang));
        let concluded = match (verdict.tier, &lag) {
            (Some(tier), Some(lag)) => explain::concluded_tier(lag, findings.tier_name(tier), lang),
            _ => explain::concluded(
                terms::bucket(verdict.bucket, lang),
                lag.as_deref(),
                item.key,
                lang,
            ),
        };
        let role = row::tier_role(findings, verdict.tier);
        blocks.push(Block::Paragraph(Text::with(role, concluded)));
        if verdict.required.is_some() {
            say(blocks, standing(findings, assessed, lang));
        }
        if verdict.tier.is_some() {
            let before = assessed
                .before()
                .and_then(|before| before.tier)
                .map(|tier| findings.tier_name(tier));
            let (consecutive, times) = (assessed.consecutive, assessed.times);
            say(
                blocks,
                phrases::repetition(assessed.change, before, consecutive, times, lang),
            );
        }
        if verdict.presumed {
            blocks.push(Block::Paragraph(Text::with(
                Role::Notice,
                explain::presumed(verdict.month, verdict.evidence.is_some(), lang),
            )));
        }
        let remarks = row::remark_words(item, verdict, lang);
        if !remarks.is_empty() {
            say(blocks, phrases::remarks(&lang.list(&remarks), lang));
        }
    }

    fn requirement(&self, blocks: &mut Vec<Block>, is_one_of_several: bool) {
        let (findings, assessed, lang) = (self.findings, self.assessed, self.lang);
        let (item, task, workspace) = (
            findings.item(assessed),
            findings.task(assessed),
            findings.workspace,
        );
        self.heading(blocks, Section::Requirement);
        let names = |units: &mut dyn Iterator<Item = UnitIx>| {
            let names: Vec<String> = units
                .map(|unit| workspace.unit(unit).name.clone())
                .collect();
            lang.list(&names)
        };
        let lead = names(
            &mut workspace
                .shares_of(findings.share(assessed).item)
                .map(|(_, share)| share.unit),
        );
        let support = names(&mut item.support.iter().copied());
        let task = format!("{} {}", task.number, task.title);
        let section = &findings.task(assessed).section;
        say(
            blocks,
            explain::origin(&task, section, &item.source, &lead, &support, lang),
        );
        if is_one_of_several || workspace.shares_of(findings.share(assessed).item).count() > 1 {
            say(blocks, explain::joint(lang));
        }
        if let Some(basis) = item.basis {
            say(
                blocks,
                explain::basis(terms::basis(basis, lang), &item.note, lang),
            );
        }
        match &item.schedule {
            Schedule::Curve(curve) => {
                self.portion(blocks);
                blocks.push(Block::Table(self.milestones(curve)));
                say(blocks, explain::shape(curve.shape() == Shape::Linear, lang));
            }
            Schedule::Recurring(recurring) => {
                let dues: Vec<String> = recurring
                    .occurrences()
                    .iter()
                    .map(|one| terms::month(one.due, lang))
                    .collect();
                let every = recurring.every.map(|every| terms::every(every, lang));
                say(blocks, explain::recurs(every, &lang.list(&dues), lang));
            }
            Schedule::Indicator(indicator) => {
                say(
                    blocks,
                    explain::must_be(&measure::target(item, lang), indicator.due, lang),
                );
            }
            Schedule::Standing { .. } => say(blocks, explain::standing(lang)),
            Schedule::Unscheduled => say(blocks, explain::unscheduled(lang)),
        }
    }

    fn portion(&self, blocks: &mut Vec<Block>) {
        let item = self.findings.item(self.assessed);
        let amount = self.findings.share(self.assessed).amount;
        if let (Some(quantity), Some(amount)) = (&item.quantity, amount)
            && amount != quantity.total
        {
            let with_unit = |figure: crate::model::Figure| format!("{figure}{}", quantity.unit);
            say(
                blocks,
                explain::portion(&with_unit(amount), &with_unit(quantity.total), self.lang),
            );
        }
    }

    /// Percent of the share as it is written in the item's measure.
    fn level(&self, percent: Ratio) -> String {
        let amount = self.findings.share(self.assessed).amount;
        let measure = Measure::of(self.findings.item(self.assessed));
        let number = amount.map_or(percent, |amount| percent * amount.ratio() / Ratio::HUNDRED);
        measure.show(measure.required(number), self.lang)
    }

    fn milestones(&self, curve: &Curve) -> Table {
        let lang = self.lang;
        let unmet = match self.assessed.verdict().reasoning {
            Reasoning::Curve { first_unmet, .. } => first_unmet,
            _ => None,
        };
        let row = |(position, point): (usize, &crate::model::Point)| {
            let mark = if unmet == Some(position) {
                explain::first_unmet(lang)
            } else {
                ""
            };
            vec![
                Cell::text(terms::moment(point.by, lang)),
                Cell::text(self.level(point.level)),
                Cell::text(self.findings.at(point.place)),
                Cell::with(Role::Strong, mark),
            ]
        };
        Table {
            columns: vec![
                Column::prose(head(Head::Milestone, lang)),
                Column::numbers(head(Head::Required, lang)),
                Column::words(head(Head::Place, lang)),
                Column::prose(""),
            ],
            rows: curve.points().iter().enumerate().map(row).collect(),
        }
    }

    /// One row for every month of the plan so far, silent ones included.
    fn reported(&self) -> Table {
        let (findings, lang) = (self.findings, self.lang);
        let share = findings.share(self.assessed);
        let counting = self.assessed.verdict().evidence;
        let known_by = findings.assessment.as_of.known_by;
        let plan = &findings.workspace.plan;
        let mut rows = Vec::new();
        for verdict in &self.assessed.history {
            let month = verdict.month;
            let mut is_silent = true;
            for (position, entry) in share
                .entries
                .iter()
                .enumerate()
                .filter(|(_, entry)| entry.month == month)
            {
                let report = findings.workspace.report(entry.report);
                if known_by.is_some_and(|day| report.known_on(plan) > day) {
                    continue;
                }
                is_silent = false;
                let late = report
                    .is_late(plan)
                    .then(|| phrases::remark(phrases::Remark::Late, lang));
                let filed = report
                    .submitted
                    .map(|day| day.to_string())
                    .into_iter()
                    .chain(late);
                let mark = if counting == Some(position) {
                    explain::counts(lang)
                } else {
                    ""
                };
                rows.push(vec![
                    Cell::code(month.to_string()),
                    Cell::text(self.reading(entry.reading)),
                    Cell::with(Role::Strong, mark),
                    Cell::text(filed.collect::<Vec<_>>().join(" ")),
                    Cell::text(findings.at(entry.place)),
                    Cell::text(&entry.note),
                ]);
            }
            if is_silent {
                let silent = Cell::with(Role::Muted, explain::silent(lang));
                let empty = Cell::empty;
                rows.push(vec![
                    Cell::code(month.to_string()),
                    silent,
                    empty(),
                    empty(),
                    empty(),
                    empty(),
                ]);
            }
        }
        Table {
            columns: vec![
                Column::words(head(Head::Month, lang)),
                Column::prose(head(Head::Reported, lang)),
                Column::words(""),
                Column::words(head(Head::Submitted, lang)).rank(1),
                Column::words(head(Head::Place, lang)),
                Column::prose(head(Head::Note, lang)),
            ],
            rows,
        }
    }

    fn reading(&self, reading: Reading) -> String {
        let measure = Measure::of(self.findings.item(self.assessed));
        match reading {
            Reading::Percent(figure) => format!("{figure}%"),
            Reading::Done(figure) | Reading::Value(figure) => {
                measure.show(figure.ratio(), self.lang)
            }
            Reading::Occurrence { due, done } => phrases::occurrence(due, done, self.lang),
            Reading::State(state) => terms::state(state, self.lang).to_owned(),
        }
    }

    fn arithmetic(&self, blocks: &mut Vec<Block>) {
        let lang = self.lang;
        let verdict = self.assessed.verdict();
        match (
            verdict.reasoning,
            &self.findings.item(self.assessed).schedule,
        ) {
            (
                Reasoning::Curve {
                    first_unmet,
                    actual,
                    ..
                },
                Schedule::Curve(curve),
            ) => {
                self.curve(blocks, curve, first_unmet, actual);
            }
            (Reasoning::Recurring { latest_done, next }, Schedule::Recurring(recurring)) => {
                let due =
                    |position: usize| terms::close(recurring.occurrences()[position].due, lang);
                if let Some(next) = next {
                    say(
                        blocks,
                        explain::arrears(latest_done.map(due).as_deref(), &due(next), lang),
                    );
                }
                if verdict.flags.missed > 0 {
                    say(blocks, explain::missed(verdict.flags.missed, lang));
                }
            }
            (
                Reasoning::Indicator {
                    failing: Some(failing),
                },
                Schedule::Indicator(_),
            ) => self.failing(blocks, failing),
            _ => {}
        }
        self.subtract(blocks);
        if let Some(delay) = self.assessed.finish_delay.filter(|delay| delay.is_some()) {
            say(
                blocks,
                explain::finish_delay(&phrases::months(delay, lang), lang),
            );
        }
    }

    fn curve(
        &self,
        blocks: &mut Vec<Block>,
        curve: &Curve,
        first_unmet: Option<usize>,
        actual: Ratio,
    ) {
        let lang = self.lang;
        let Some(unmet) = first_unmet else {
            return;
        };
        let points = curve.points();
        let words = |position: usize| {
            let point = &points[position];
            (terms::moment(point.by, lang), self.level(point.level))
        };
        let to = words(unmet);
        let from = (unmet > 0).then(|| words(unmet - 1));
        let shown = self.level(actual);
        match (curve.shape(), &from) {
            (Shape::Linear, Some(from)) => {
                let (low, high) = (&points[unmet - 1], &points[unmet]);
                say(
                    blocks,
                    explain::linear_unmet(&shown, both(from), both(&to), lang),
                );
                let span = high.by.at() - low.by.at();
                let part = span * ((actual - low.level) / (high.level - low.level));
                let on = terms::moment(Moment::during(low.by.at() + part), lang);
                let plain = |percent: Ratio| self.exact_level(percent);
                let figures = (plain(actual), plain(low.level), plain(high.level));
                let figures = (figures.0.as_str(), figures.1.as_str(), figures.2.as_str());
                let formula = explain::linear_formula(
                    &from.0,
                    figures,
                    &span.to_string(),
                    &part.to_string(),
                    &on,
                    lang,
                );
                say(blocks, formula);
            }
            (_, from) => say(
                blocks,
                explain::step_unmet(&shown, from.as_ref().map(both), both(&to), lang),
            ),
        }
    }

    /// Percent of the share in its measure, as an exact number without a unit.
    fn exact_level(&self, percent: Ratio) -> String {
        let amount = self.findings.share(self.assessed).amount;
        let number = amount.map_or(percent, |amount| percent * amount.ratio() / Ratio::HUNDRED);
        let is_decimal = (number * Ratio::whole(10_000)).is_whole();
        if is_decimal {
            decimal(number)
        } else {
            number.to_string()
        }
    }

    fn failing(&self, blocks: &mut Vec<Block>, failing: FailingBecause) {
        let lang = self.lang;
        let since = self.assessed.verdict().counts_from.map(Moment::during);
        let since = since.map_or_else(String::new, |since| terms::moment(since, lang));
        let reading =
            |entry: usize| self.reading(self.findings.share(self.assessed).entries[entry].reading);
        let said = match failing {
            FailingBecause::NeverRead => explain::failing(Failing::NeverRead, &since, lang),
            FailingBecause::FailedWhenDue { entry } => explain::failing(
                Failing::WhenDue {
                    reading: &reading(entry),
                },
                &since,
                lang,
            ),
            FailingBecause::FailedLater { entry } => explain::failing(
                Failing::Later {
                    reading: &reading(entry),
                },
                &since,
                lang,
            ),
        };
        say(blocks, said);
    }

    /// The one subtraction that every lag is.
    fn subtract(&self, blocks: &mut Vec<Block>) {
        let lang = self.lang;
        let verdict = self.assessed.verdict();
        let now = verdict.month.close();
        match (verdict.counts_from, verdict.lag) {
            (Some(from), Some(lag)) if lag.is_some() => {
                let words = |moment| terms::moment(moment, lang);
                let since = match Moment::during(from) {
                    moment @ Moment::Close(_) => words(moment),
                    Moment::Day(_) => self.fractional(from),
                };
                let now = words(Moment::Close(verdict.month));
                let sentence =
                    explain::subtraction(&now, &since, &phrases::months(lag, lang), lang);
                blocks.push(Block::Paragraph(Text::with(Role::Strong, sentence)));
                if !lag.months().is_whole() {
                    say(blocks, explain::exact(lang));
                }
            }
            (Some(_), _) if verdict.flags.due_unmet => say(blocks, explain::due_now(lang)),
            (Some(from), _) if from >= now => {
                say(
                    blocks,
                    explain::not_yet(&terms::moment(Moment::during(from), lang), lang),
                );
            }
            _ => say(blocks, explain::all_met(lang)),
        }
    }

    /// A moment inside a month, as the month's close before it and a fraction of a month.
    fn fractional(&self, at: Ratio) -> String {
        let month: Month = Moment::during(at).month().plus(-1);
        let part = at - month.close();
        format!("({} + {part})", terms::close(month, self.lang))
    }

    fn rungs(&self, blocks: &mut Vec<Block>) {
        let (findings, lang) = (self.findings, self.lang);
        let lag = self
            .assessed
            .verdict()
            .lag
            .unwrap_or(crate::model::Lag::NONE);
        if !findings.item(self.assessed).key {
            say(blocks, explain::not_key(lang));
        }
        for rung in findings.workspace.plan.ladder.rungs() {
            let is_reached = lag.reaches(rung.months);
            let line = explain::rung(
                &rung.name,
                rung.months,
                &rung.clause,
                &lag.to_string(),
                is_reached,
                lang,
            );
            say(blocks, line);
        }
    }

    fn history(&self) -> Table {
        let (findings, lang) = (self.findings, self.lang);
        let item = findings.item(self.assessed);
        let mut before = None;
        let row = |verdict: &Verdict| {
            let change = change_between(before, verdict.tier);
            before = verdict.tier;
            vec![
                Cell::code(verdict.month.to_string()),
                row::required_cell(item, verdict, lang),
                row::actual_cell(item, verdict, lang),
                row::lag_cell(verdict),
                row::tier_cell(findings, verdict, lang),
                Cell::text(change.map_or("", |change| terms::change(change, lang))),
                Cell::text(row::remark_words(item, verdict, lang).join(lang.pick("、", ", "))),
            ]
        };
        Table {
            columns: vec![
                Column::words(head(Head::Month, lang)),
                Column::numbers(head(Head::Required, lang)),
                Column::numbers(head(Head::Actual, lang)),
                Column::numbers(head(Head::Lag, lang)),
                Column::words(head(Head::Tier, lang)),
                Column::words(head(Head::Change, lang)),
                Column::prose(head(Head::Flags, lang)),
            ],
            rows: self.assessed.history.iter().map(row).collect(),
        }
    }
}

fn say(blocks: &mut Vec<Block>, text: impl AsRef<str>) {
    blocks.push(Block::Paragraph(Text::new(text)));
}

fn both(pair: &(String, String)) -> (&str, &str) {
    (&pair.0, &pair.1)
}
