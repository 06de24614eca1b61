//! Where every share stands; or every task, or every unit.

use std::collections::BTreeMap;

use serde::Serialize;

use super::View;
use super::columns;
use super::findings::{Filter, Findings};
use super::page::{self, BucketsData, PageData};
use super::row::{self, RowData};
use crate::assess::{Bucket, Needs, Rollup, ShareAssessment};
use crate::document::{Block, Cell, Column, Document, Role, Table, Text};
use crate::model::Item;
use crate::text::columns::about_bucket;
use crate::text::measure::{self, decimal};
use crate::text::phrases::Head;
use crate::text::{Lang, assume, phrases, terms};

/// What a row stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// A share of an item.
    #[default]
    Item,
    /// A task.
    Task,
    /// A unit; departments and townships apart.
    Unit,
}

/// The state of all shares that a filter lets through.
#[derive(Debug)]
pub struct Status<'a> {
    findings: Findings<'a>,
    shares: Vec<&'a ShareAssessment>,
    by: By,
}

impl<'a> Status<'a> {
    /// Picks the shares.
    pub fn of(findings: Findings<'a>, filter: &Filter, by: By) -> Self {
        Self { findings, shares: findings.gravest_first(filter), by }
    }

    /// Whether any of the shares has a tier.
    pub fn has_tier(&self) -> bool {
        self.shares.iter().any(|assessed| assessed.verdict().tier.is_some())
    }

    fn shares(&self) -> impl Iterator<Item = &'a ShareAssessment> + Clone {
        self.shares.iter().copied()
    }

    /// The shares under what they are rolled up by, in the order of the plan.
    fn groups(&self) -> Vec<Group> {
        let mut groups: BTreeMap<usize, Vec<&ShareAssessment>> = BTreeMap::new();
        for assessed in self.shares() {
            let share = self.findings.share(assessed);
            let position = match self.by {
                By::Unit => share.unit.0,
                By::Task | By::Item => self.findings.workspace.item(share.item).task.0,
            };
            groups.entry(position).or_default().push(assessed);
        }
        let workspace = self.findings.workspace;
        let group = |(position, shares): (usize, Vec<&'a ShareAssessment>)| {
            let (id, name, is_territorial) = match self.by {
                By::Unit => {
                    let unit = &workspace.plan.units[position];
                    (unit.id.clone(), unit.name.clone(), unit.kind.is_territorial())
                }
                By::Task | By::Item => {
                    let task = &workspace.tasks[position];
                    (task.number.to_string(), task.title.clone(), false)
                }
            };
            Group {
                id,
                name,
                is_territorial,
                is_assumed: shares.iter().any(|assessed| assessed.verdict().flags.assumed),
                rollup: Rollup::of(shares.iter().copied()),
            }
        };
        groups.into_iter().map(group).collect()
    }
}

/// Shares rolled up.
struct Group {
    id: String,
    name: String,
    is_territorial: bool,
    rollup: Rollup,
    /// Something in it is only assumed.
    is_assumed: bool,
}

/// The whole as JSON shows it: with a roll-up, its groups as well.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct StatusData<'v> {
    #[serde(flatten)]
    page: PageData<'v, RowData>,
    #[serde(skip_serializing_if = "Option::is_none")]
    groups: Option<Vec<GroupData>>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct GroupData {
    id: String,
    name: String,
    buckets: BucketsData,
    tier: Option<String>,
    lag: Option<String>,
    lag_months: Option<String>,
    progress: Option<String>,
    assumed: bool,
}

impl View for Status<'_> {
    type Data<'v>
        = StatusData<'v>
    where
        Self: 'v;

    fn data(&self) -> StatusData<'_> {
        let findings = self.findings;
        let group = |group: Group| GroupData {
            buckets: BucketsData(group.rollup.tally),
            tier: group.rollup.worst.map(|tier| findings.tier_id(tier)),
            lag: group.rollup.longest.map(|lag| lag.to_string()),
            lag_months: group.rollup.longest.map(crate::model::Lag::truncated),
            progress: group.rollup.progress.map(decimal),
            assumed: group.is_assumed,
            id: group.id,
            name: group.name,
        };
        StatusData {
            page: PageData::of(findings, &self.shares, row::data),
            groups: (self.by != By::Item).then(|| self.groups().into_iter().map(group).collect()),
        }
    }

    fn document(&self, lang: Lang) -> Document {
        let mut blocks = page::opening(self.findings, lang);
        blocks.push(page::filing(self.findings, lang));
        blocks.extend(page::counts(self.findings, self.shares(), lang));
        if self.shares.is_empty() {
            blocks.push(Block::Paragraph(Text::new(phrases::nothing_selected(lang))));
            return Document { blocks };
        }
        match self.by {
            By::Item => blocks.push(Block::Table(self.item_table(lang))),
            By::Task => blocks.push(Block::Table(self.group_table(&self.groups(), lang))),
            By::Unit => {
                let (townships, departments): (Vec<_>, Vec<_>) =
                    self.groups().into_iter().partition(|group| group.is_territorial);
                for (heading, groups) in
                    [(phrases::departments(lang), departments), (phrases::townships(lang), townships)]
                {
                    if !groups.is_empty() {
                        blocks.push(Block::Heading(Text::with(Role::Strong, heading)));
                        blocks.push(Block::Table(self.group_table(&groups, lang)));
                    }
                }
            }
        }
        if self.by != By::Item {
            let about = phrases::about_progress(lang);
            blocks.push(Block::Paragraph(Text::with(Role::Muted, about)));
        }
        Document { blocks }
    }

    fn sheet(&self, lang: Lang) -> Table {
        let sheet = match self.by {
            By::Item => row_sheet(self.findings, &self.shares, lang),
            By::Task | By::Unit => self.group_table(&self.groups(), lang),
        };
        page::signed(sheet, self.findings, lang)
    }
}

impl Status<'_> {
    fn item_table(&self, lang: Lang) -> Table {
        Table {
            columns: item_columns(lang),
            rows: self.shares().map(|assessed| item_row(self.findings, assessed, lang)).collect(),
        }
    }

    fn group_table(&self, groups: &[Group], lang: Lang) -> Table {
        let first = if self.by == By::Unit { Head::Unit } else { Head::Task };
        let mut columns = vec![columns::prose(first, lang), columns::numbers(Head::Shares, lang)];
        let buckets = Bucket::ALL.iter().map(|&(bucket, _)| {
            let column = Column::numbers(terms::short_bucket(bucket, lang));
            columns::explained(column, about_bucket(bucket, lang))
        });
        columns.extend(buckets);
        columns.push(columns::numbers(Head::Lag, lang));
        columns.push(columns::words(Head::Tier, lang));
        columns.push(columns::numbers(Head::Progress, lang).rank(1));
        let row = |group: &Group| {
            let rollup = &group.rollup;
            let name = match self.by {
                By::Unit => group.name.clone(),
                By::Task | By::Item => format!("{} {}", group.id, group.name),
            };
            let name = if group.is_assumed { assume::group(&name, lang) } else { name };
            let count = |count: usize| {
                let role = if count == 0 { Role::Muted } else { Role::Plain };
                Cell::bare(count.to_string()).role(role)
            };
            let mut cells = vec![Cell::text(name), count(rollup.tally.total())];
            cells.extend(rollup.tally.iter().map(|(_, counted)| count(counted)));
            let lag = rollup.longest.map(crate::model::Lag::truncated);
            cells.push(lag.map_or_else(Cell::empty, Cell::bare));
            cells.push(rollup.worst.map_or_else(Cell::empty, |tier| {
                Cell::with(row::tier_role(self.findings, Some(tier)), self.findings.tier_name(tier))
            }));
            let progress = rollup.progress.map(decimal);
            cells.push(progress.map_or_else(Cell::empty, |mean| Cell::number(mean.clone(), format!("{mean}%"))));
            cells
        };
        Table { columns, rows: groups.iter().map(row).collect() }
    }
}

/// The columns of the page.
pub(super) fn item_columns(lang: Lang) -> Vec<Column> {
    vec![
        columns::words(Head::Item, lang),
        columns::prose(Head::Title, lang),
        columns::prose(Head::Unit, lang),
        columns::numbers(Head::Required, lang),
        columns::numbers(Head::Actual, lang),
        columns::numbers(Head::Gap, lang),
        columns::numbers(Head::Lag, lang),
        columns::prose(Head::Tier, lang),
        columns::words(Head::Change, lang).rank(1),
        columns::prose(Head::Flags, lang),
    ]
}

/// A share in these columns.
pub(super) fn item_row(findings: Findings<'_>, assessed: &ShareAssessment, lang: Lang) -> Vec<Cell> {
    let item = findings.item(assessed);
    let verdict = assessed.verdict();
    let change = assessed.change.map_or("", |change| terms::change(change, lang));
    vec![
        Cell::code(&item.id),
        Cell::text(&item.title),
        Cell::text(&findings.unit(assessed).name),
        row::required_cell(item, verdict, lang),
        row::actual_cell(item, verdict, lang),
        row::gap_cell(item, verdict, lang),
        row::lag_cell(verdict),
        row::tier_cell(findings, verdict, lang),
        Cell::text(change),
        Cell::text(lang.list(row::remark_words(item, verdict, lang))),
    ]
}

/// Shares as one flat table, all columns, for spreadsheets.
pub(super) fn row_sheet(findings: Findings<'_>, shares: &[&ShareAssessment], lang: Lang) -> Table {
    let columns = [
        Head::Item,
        Head::Title,
        Head::Unit,
        Head::Task,
        Head::Key,
        Head::Bucket,
        Head::Measure,
        Head::Required,
        Head::Actual,
        Head::Gap,
        Head::Lag,
        Head::Since,
        Head::Tier,
        Head::Change,
        Head::Presumed,
        Head::Consecutive,
        Head::Times,
        Head::Flags,
        Head::Evidence,
        Head::Submitted,
        Head::Next,
        Head::NextMonth,
        Head::Needs,
    ];
    let number = |number: u32| match number {
        0 => Cell::empty(),
        number => Cell::bare(number.to_string()),
    };
    let row = |assessed: &&ShareAssessment| {
        let item = findings.item(assessed);
        let verdict = assessed.verdict();
        let tier = verdict.tier.map_or("", |tier| findings.tier_name(tier));
        let evidence = findings.evidence(assessed, verdict);
        let next = findings.outlook(assessed);
        vec![
            Cell::code(&item.id),
            Cell::text(&item.title),
            Cell::text(&findings.unit(assessed).name),
            number(findings.task(assessed).number),
            Cell::text(phrases::yes_no(item.key, lang)),
            Cell::text(terms::bucket(verdict.bucket, lang)),
            Cell::text(measure::Measure::of(item).unit()),
            row::required_cell(item, verdict, lang),
            verdict.actual.map_or_else(Cell::empty, |_| row::actual_cell(item, verdict, lang)),
            row::gap_cell(item, verdict, lang),
            row::computed_lag_cell(findings, assessed, verdict),
            verdict.since().map_or_else(Cell::empty, row::moment_cell),
            Cell::with(row::tier_role(findings, verdict.tier), tier),
            Cell::text(assessed.change.map_or("", |change| terms::change(change, lang))),
            Cell::text(if verdict.presumed { phrases::yes_no(true, lang) } else { "" }),
            number(assessed.consecutive),
            number(assessed.times),
            Cell::text(lang.list(row::remark_words(item, verdict, lang))),
            evidence.map_or_else(Cell::empty, |entry| Cell::text(findings.entry_at(entry, lang))),
            evidence
                .filter(|entry| findings.entry_line(entry).is_some())
                .and_then(|entry| findings.workspace.report(entry.report).submitted)
                .map_or_else(Cell::empty, Cell::day),
            Cell::text(next.map_or("", |next| findings.tier_name(next.tier))),
            next.map_or_else(Cell::empty, |next| Cell::code(next.month.to_string())),
            next.map_or_else(Cell::empty, |next| needs_cell(next.needs, item)),
        ]
    };
    Table {
        columns: columns.into_iter().map(|name| columns::words(name, lang)).collect(),
        rows: shares.iter().map(row).collect(),
    }
}

/// What the next report needs: a number where it is one.
fn needs_cell(needs: Needs, item: &Item) -> Cell {
    let data = measure::needs_data(needs, item);
    match needs {
        Needs::Figure(_) => Cell::bare(data),
        Needs::Occurrence(_) => Cell::code(data),
        Needs::Target => Cell::text(data),
    }
}
