//! The life of an item: for each share, month by month, what was required, what was reported, how late that was, which
//! tier, and why it was another than the month before.

use serde::Serialize;

use super::View;
use super::columns;
use super::diff::{CauseData, cause_data};
use super::findings::Findings;
use super::page::{self, PageData};
use super::row;
use crate::assess::{AsOf, Assessment, Change, Filing, ShareAssessment, Verdict, change_between};
use crate::compare::{Cause, Side, Works, causes_between};
use crate::document::{Block, Cell, Column, Document, Role, Table, Text};
use crate::model::{Entry, ItemIx, Lag, Report, UnitIx};
use crate::text::columns::about_diff;
use crate::text::diff as words;
use crate::text::measure::{self, Measure, decimal};
use crate::text::phrases::{self, Head, Remark};
use crate::text::{Lang, explain, terms};

/// The life of an item.
#[derive(Debug)]
pub struct History<'a> {
    findings: Findings<'a>,
    shares: Vec<Life<'a>>,
}

/// The life of a share.
#[derive(Debug)]
struct Life<'a> {
    assessed: &'a ShareAssessment,
    months: Vec<Stage<'a>>,
}

/// One month of it.
#[derive(Debug)]
struct Stage<'a> {
    verdict: &'a Verdict,
    change: Option<Change>,
    causes: Vec<Cause>,
    /// What was reported for this month.
    entries: Vec<&'a Entry>,
    /// The report of the unit for this month.
    report: Option<&'a Report>,
}

impl<'a> History<'a> {
    /// The shares of an item; of some units only, where any are named.
    pub fn of(findings: Findings<'a>, item: ItemIx, units: &[UnitIx]) -> Self {
        let shares = findings.shares_of(item, units);
        Self { findings, shares: shares.map(|assessed| life(findings, assessed)).collect() }
    }
}

fn life<'a>(findings: Findings<'a>, assessed: &'a ShareAssessment) -> Life<'a> {
    let mut before: Option<&Verdict> = None;
    let stage = |verdict: &'a Verdict| {
        let causes = before.map_or_else(Vec::new, |before| {
            let sides = [before, verdict].map(|verdict| at(findings, assessed, verdict));
            let [one, other] = sides.each_ref().map(|assessment| Side {
                sources: findings.sources,
                workspace: findings.workspace,
                assessment,
                left_out: &[],
                until: None,
            });
            causes_between(one, other, assessed.share)
        });
        let change = change_between(before.and_then(|before| before.tier), verdict.tier);
        before = Some(verdict);
        let (workspace, month) = (findings.workspace, verdict.month);
        let known_by = findings.assessment.as_of.known_by;
        let is_known = |report: &&Report| report.month == month && report.is_known_by(known_by, &workspace.plan);
        let share = findings.share(assessed);
        let reports = workspace.reports_of[share.unit.0].iter();
        let report = reports.map(|&report| workspace.report(report)).find(is_known);
        let entries = share.entries.iter().filter(|entry| entry.month == month);
        Stage { verdict, change, causes, entries: entries.filter(|_| report.is_some()).collect(), report }
    };
    Life { assessed, months: assessed.history().iter().map(stage).collect() }
}

/// The verdict on one share at the close of one month of its history, by itself.
fn at(findings: Findings<'_>, assessed: &ShareAssessment, verdict: &Verdict) -> Assessment {
    let known_by = findings.assessment.as_of.known_by;
    Assessment {
        as_of: AsOf { month: verdict.month, known_by },
        filing: Filing::default(),
        shares: vec![assessed.only(verdict)],
    }
}

/// A share and its life, as JSON shows it.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct HistoryData {
    item: String,
    title: String,
    unit: String,
    unit_name: String,
    measure: String,
    months: Vec<StageData>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct StageData {
    month: String,
    bucket: &'static str,
    required: Option<String>,
    actual: Option<String>,
    reported: bool,
    late: bool,
    lag: Option<String>,
    lag_months: Option<String>,
    tier: Option<String>,
    presumed: bool,
    change: Option<&'static str>,
    causes: Vec<CauseData>,
    file: Option<String>,
    line: Option<usize>,
}

impl View for History<'_> {
    type Data<'v>
        = PageData<'v, HistoryData>
    where
        Self: 'v;

    fn data(&self) -> PageData<'_, HistoryData> {
        let shares: Vec<&ShareAssessment> = self.shares.iter().map(|life| life.assessed).collect();
        let months = move |assessed: &ShareAssessment| {
            let mut lives = self.shares.iter();
            let life = lives.find(|life| life.assessed.share == assessed.share);
            let stages = life.into_iter().flat_map(|life| &life.months);
            stages.map(|stage| self.stage_data(stage)).collect()
        };
        PageData::of(self.findings, &shares, move |findings, assessed| {
            let (item, unit) = (findings.item(assessed), findings.unit(assessed));
            HistoryData {
                item: item.id.clone(),
                title: item.title.clone(),
                unit: unit.id.clone(),
                unit_name: unit.name.clone(),
                measure: Measure::of(item).unit().to_owned(),
                months: months(assessed),
            }
        })
    }

    fn document(&self, lang: Lang) -> Document {
        let mut blocks = page::opening(self.findings, lang);
        for life in &self.shares {
            let item = self.findings.item(life.assessed);
            let unit = &self.findings.unit(life.assessed).name;
            let title = explain::title(&item.id, &item.title, unit, lang);
            blocks.push(Block::Heading(Text::with(Role::Strong, title)));
            blocks.push(Block::Table(self.table(life, lang)));
        }
        Document { blocks }
    }

    fn sheet(&self, lang: Lang) -> Table {
        let mut all = Table::default();
        for life in &self.shares {
            let item = &self.findings.item(life.assessed).id;
            let unit = &self.findings.unit(life.assessed).name;
            let mut table = self.table(life, lang);
            let columns = [Head::Item, Head::Unit].map(|name| columns::words(name, lang));
            table.columns.splice(0..0, columns);
            all.columns = table.columns;
            for mut row in table.rows {
                row.splice(0..0, [Cell::code(item), Cell::text(unit)]);
                all.rows.push(row);
            }
        }
        page::signed(all, self.findings, lang)
    }
}

impl History<'_> {
    fn table(&self, life: &Life<'_>, lang: Lang) -> Table {
        let (findings, item) = (self.findings, self.findings.item(life.assessed));
        let row = |stage: &Stage<'_>| {
            let place = stage.entries.last();
            let place = place.map(|entry| findings.at(entry.place)).or_else(|| {
                let report = stage.report?;
                Some(findings.sources.file(report.file).path.clone())
            });
            let change = stage.change;
            vec![
                Cell::code(stage.verdict.month.to_string()),
                row::required_cell(item, stage.verdict, lang),
                self.reported(life, stage, lang),
                row::computed_lag_cell(findings, life.assessed, stage.verdict),
                self.tier(stage, lang),
                Cell::text(change.map_or("", |change| terms::change(change, lang))),
                Cell::text(causes(stage, lang)),
                place.map_or_else(Cell::empty, Cell::text),
            ]
        };
        Table {
            columns: vec![
                columns::words(Head::Month, lang),
                columns::numbers(Head::Required, lang),
                columns::prose(Head::Reported, lang),
                columns::numbers(Head::Lag, lang),
                columns::prose(Head::Tier, lang),
                columns::words(Head::Change, lang),
                columns::explained(
                    Column::prose(words::head(words::Head::Cause, lang)),
                    about_diff(words::Head::Cause, lang),
                ),
                columns::words(Head::Place, lang).rank(1),
            ],
            rows: life.months.iter().map(row).collect(),
        }
    }

    /// What was reported for the month, or that nothing was; and whether late.
    fn reported(&self, life: &Life<'_>, stage: &Stage<'_>, lang: Lang) -> Cell {
        let item = self.findings.item(life.assessed);
        let Some(report) = stage.report else {
            return Cell::with(Role::Muted, explain::silent(false, lang));
        };
        let mut said: Vec<String> =
            stage.entries.iter().map(|entry| measure::reading(entry.reading, item, lang)).collect();
        if said.is_empty() {
            said.push(explain::silent(true, lang).to_owned());
        }
        if report.is_late(&self.findings.workspace.plan) {
            said.push(phrases::remark(Remark::Late, lang));
        }
        Cell::text(lang.list(&said))
    }

    fn tier(&self, stage: &Stage<'_>, lang: Lang) -> Cell {
        let cell = row::tier_cell(self.findings, stage.verdict, lang);
        let shown = terms::tier(cell.text.shown(), stage.verdict.presumed, lang);
        Cell::with(cell.text.role, shown)
    }

    fn stage_data(&self, stage: &Stage<'_>) -> StageData {
        let (findings, verdict) = (self.findings, stage.verdict);
        let place = stage.entries.last().map(|entry| findings.line(entry.place));
        let plan = &findings.workspace.plan;
        let causes = stage.causes.iter().map(|cause| {
            let line = |(version, place)| {
                let (file, line) = findings.line(place);
                (version, file.to_owned(), line)
            };
            cause_data(cause, cause.place.map(line))
        });
        StageData {
            month: verdict.month.to_string(),
            bucket: verdict.bucket.id(),
            required: verdict.required.map(decimal),
            actual: verdict.actual.map(decimal),
            reported: !stage.entries.is_empty(),
            late: stage.report.is_some_and(|report| report.is_late(plan)),
            lag: verdict.lag.map(|lag| lag.to_string()),
            lag_months: verdict.lag.map(Lag::truncated),
            tier: verdict.tier.map(|tier| findings.tier_id(tier)),
            presumed: verdict.presumed,
            change: stage.change.map(Change::id),
            causes: causes.collect(),
            file: place.map(|(file, _)| file.to_owned()),
            line: place.map(|(_, line)| line),
        }
    }
}

/// The reasons in one cell.
fn causes(stage: &Stage<'_>, lang: Lang) -> String {
    let said = |works: Works| -> Vec<String> {
        let causes = stage.causes.iter().filter(|cause| cause.works == works);
        causes.map(|cause| words::cause(cause, None, false, lang)).collect()
    };
    words::short_causes(&said(Works::Along), &said(Works::Against), lang)
}
