//! The life of an item: for each share, month by month, what was required, what was reported, how late that was, which
//! tier, and why it was another than the month before.

use serde::Serialize;

use super::View;
use super::causes::{causes_data, pushed};
use super::columns::{Columns, table};
use super::page;
use super::register::Recorded;
use super::results::Results;
use super::row::{self, Row, Share, shown};
use crate::assess::{AsOf, Assessment, Change, Filing, ShareAssessment, Verdict, change_since, is_expected};
use crate::compare::{Causes, Frames, Side, causes_between};
use crate::document::{Block, Cell, Document, Role, Table};
use crate::model::{Entry, Item, ItemIx, Lag, Report, UnitIx};
use crate::text::causes::{self, short_causes};
use crate::text::measure::{self, Measure, decimal};
use crate::text::phrases::{self, Remark};
use crate::text::{Lang, explain, terms};

/// The life of an item.
#[derive(Debug)]
pub struct History<'a> {
    results: Results<'a>,
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
pub(super) struct Stage<'a> {
    verdict: &'a Verdict,
    change: Option<Change>,
    causes: Causes,
    /// What was reported for this month.
    entries: Vec<&'a Entry>,
    /// The report of the unit for this month.
    report: Option<&'a Report>,
}

impl<'a> History<'a> {
    /// The shares of an item; of some units only, where any are named.
    pub fn of(results: Results<'a>, item: ItemIx, units: &[UnitIx]) -> Self {
        let shares = results.shares_of(item, units);
        let frames = Frames::of(results.workspace, results.workspace);
        Self { results, shares: shares.map(|assessed| life(results, &frames, assessed)).collect() }
    }
}

fn life<'a>(results: Results<'a>, frames: &Frames, assessed: &'a ShareAssessment) -> Life<'a> {
    let mut before: Option<&Verdict> = None;
    let stage = |verdict: &'a Verdict| {
        let causes = before.map_or_else(Causes::default, |before| {
            let sides = [before, verdict].map(|verdict| at(results, assessed, verdict));
            let [one, other] = sides.each_ref().map(|assessment| Side {
                sources: results.sources,
                workspace: results.workspace,
                assessment,
                left_out: &[],
                until: None,
            });
            causes_between(frames, one, other, assessed.share)
        });
        let change = change_since(before, verdict);
        before = Some(verdict);
        let (workspace, month) = (results.workspace, verdict.month);
        let known_by = results.assessment.as_of.known_by;
        let is_known = |report: &&Report| report.month == month && report.is_known_by(known_by, &workspace.plan);
        let share = results.share(assessed);
        let report = workspace.reports_of[share.unit.0].iter().map(|&report| workspace.report(report)).find(is_known);
        let entries = share.entries.iter().filter(|entry| entry.month == month);
        Stage { verdict, change, causes, entries: entries.filter(|_| report.is_some()).collect(), report }
    };
    Life { assessed, months: assessed.history().iter().map(stage).collect() }
}

/// The verdict on one share at the close of one month of its history, by itself.
fn at(results: Results<'_>, assessed: &ShareAssessment, verdict: &Verdict) -> Assessment {
    let known_by = results.assessment.as_of.known_by;
    Assessment {
        as_of: AsOf { month: verdict.month, known_by },
        filing: Filing::default(),
        shares: vec![assessed.only(verdict)],
    }
}

impl View for History<'_> {
    fn data(&self) -> impl Serialize {
        let shares: Vec<&ShareAssessment> = self.shares.iter().map(|life| life.assessed).collect();
        page::data(self.results, &shares, move |results, assessed| {
            let mut lives = self.shares.iter();
            let life = lives.find(|life| life.assessed.share == assessed.share);
            let item = results.item(assessed);
            object! {
                #[serde(flatten)] named: results.named(assessed),
                measure: Measure::of(item).unit(),
                months: list!(stage in life.into_iter().flat_map(|life| &life.months) => self.stage_data(item, stage)),
            }
        })
    }

    fn document(&self, lang: Lang) -> Document {
        let mut blocks = page::opening(self.results, lang);
        for life in &self.shares {
            let item = self.results.item(life.assessed);
            let unit = &self.results.unit(life.assessed).name;
            blocks.push(Block::heading(Role::Strong, explain::title(&item.id, &item.title, unit, lang)));
            blocks.push(Block::Table(self.table(life, lang)));
            blocks.extend(self.results.sent_and_overtaken(life.assessed, lang).into_iter().map(Block::plain));
        }
        Document { blocks }
    }

    fn sheet(&self, lang: Lang) -> Table {
        let tables = self.shares.iter().map(|life| {
            let row = Row::for_page(self.results, life.assessed);
            table(&[Share::Item, Share::Unit], vec![row; life.months.len()], lang).beside(self.table(life, lang))
        });
        page::signed(Table::stacked(tables), self.results, lang)
    }
}

columns! {
    /// The columns of `history`.
    pub(super) Lived of (&'a History<'a>, Row<'a>, &'a Stage<'a>) as row, lang;
    Month: words like Recorded::Month => Cell::code(row.2.verdict.month.to_string());
    Required: Share::Required => row.1;
    Reported: prose { "填报", "reported" }
        means { "当月月报怎样填的", "what the month's report says" } unit FIGURE
        from { "月报文件", "the report file" }
        => row.0.reported(&row.1, row.2, lang);
    Lag: numbers like Share::Lag => row.1.computed_lag();
    Tier: prose like Share::Tier => {
        let cell = row.1.tier(lang);
        Cell::with(cell.text.role, terms::tier(cell.text.shown(), row.2.verdict.presumed, lang))
    };
    Change: words like Share::Change => shown(row.2.change, |change| Cell::text(terms::change(change, lang)));
    Cause: prose { "缘由", "because" }
        means { "结论为什么变了", "why the verdict is another" } unit TEXT
        from { "比较两个状态得出", "from comparing the two states" }
        => Cell::text(short_causes(&pushed(&row.2.causes, |cause| causes::cause(cause, None, false, lang)), lang));
    Place: words rank 1 like Recorded::Place => {
        let entry = row.2.entries.last().map(|entry| row.0.results.at(entry.place));
        let report = || row.2.report.map(|report| row.0.results.sources.file(report.file).path.clone());
        shown(entry.or_else(report), Cell::text)
    };
}

impl History<'_> {
    fn table(&self, life: &Life<'_>, lang: Lang) -> Table {
        let row = Row::for_page(self.results, life.assessed);
        table(Lived::ALL, life.months.iter().map(|stage| (self, row.at(stage.verdict), stage)), lang)
    }

    /// What was reported for the month, or that nothing was; and whether late.
    fn reported(&self, row: &Row<'_>, stage: &Stage<'_>, lang: Lang) -> Cell {
        let (workspace, unit) = (self.results.workspace, self.results.share(row.assessed).unit);
        let is_asked =
            is_expected(workspace, unit, AsOf { month: stage.verdict.month, ..self.results.assessment.as_of });
        let Some(report) = stage.report else {
            return Cell::with(Role::Muted, explain::silent(false, is_asked, lang));
        };
        let (item, share) = (row.item, self.results.share(row.assessed));
        let mut said: Vec<String> =
            stage.entries.iter().map(|entry| measure::entry(entry, share, item, lang)).collect();
        if said.is_empty() {
            said.push(explain::silent(true, is_asked, lang).to_owned());
        }
        if report.is_late(&self.results.workspace.plan) {
            said.push(phrases::remark(Remark::Late, lang));
        }
        Cell::text(lang.list(&said))
    }

    fn stage_data(&self, item: &Item, stage: &Stage<'_>) -> impl Serialize + Send + use<'_> {
        let (results, verdict) = (self.results, stage.verdict);
        let place = stage.entries.last().map(|entry| results.line(entry.place));
        object! {
            month: verdict.month,
            bucket: verdict.bucket,
            required: row::required(item, verdict).map(decimal),
            actual: verdict.actual.map(decimal),
            reported: !stage.entries.is_empty(),
            late: stage.report.is_some_and(|report| report.is_late(&results.workspace.plan)),
            lag: verdict.lag,
            lag_months: verdict.lag.map(Lag::truncated),
            tier: verdict.tier.map(|tier| results.tier_id(tier)),
            presumed: verdict.presumed,
            change: stage.change,
            #[serde(flatten)] causes: causes_data(&stage.causes, &|(_, place)| results.line(place)),
            file: place.map(|(file, _)| file),
            line: place.map(|(_, line)| line),
        }
    }
}
