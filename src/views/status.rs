//! Where every share stands; or every task, or every unit.

use std::collections::BTreeMap;

use serde::Serialize;

use super::View;
use super::columns::{Columns, Layout, SHARES, table};
use super::page::{self, Buckets};
use super::results::{Filter, Results};
use super::row::{self, Row, Share};
use super::sums;
use crate::assess::{Bucket, Rollup, ShareAssessment};
use crate::document::{Block, Cell, Column, Document, Role, Table};
use crate::lang::Both;
use crate::model::{Lag, Peers};
use crate::text::measure::decimal;
use crate::text::{Lang, assume, phrases, terms};

/// What a row stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// A share of an item.
    #[default]
    Item,
    /// A task.
    Task,
    /// A unit; each sort of units apart.
    Unit,
}

/// The state of all shares that a filter lets through.
#[derive(Debug)]
pub struct Status<'a> {
    results: Results<'a>,
    shares: Vec<&'a ShareAssessment>,
    by: By,
}

impl<'a> Status<'a> {
    /// Picks the shares.
    pub fn of(results: Results<'a>, filter: &Filter, by: By) -> Self {
        Self { results, shares: results.gravest_first(filter), by }
    }

    /// Whether any of the shares has a tier.
    pub fn has_tier(&self) -> bool {
        self.shares.iter().any(|assessed| assessed.verdict().tier.is_some())
    }

    fn shares(&self) -> impl Iterator<Item = &'a ShareAssessment> + Clone {
        self.shares.iter().copied()
    }

    /// The shares under what they are rolled up by, in the order of the plan.
    fn groups(&self) -> Vec<Group<'a>> {
        let mut groups: BTreeMap<usize, Vec<&ShareAssessment>> = BTreeMap::new();
        for assessed in self.shares() {
            let share = self.results.share(assessed);
            let position = match self.by {
                By::Unit => share.unit.0,
                By::Task | By::Item => self.results.workspace.item(share.item).task.0,
            };
            groups.entry(position).or_default().push(assessed);
        }
        let workspace = self.results.workspace;
        let group = |(position, shares): (usize, Vec<&'a ShareAssessment>)| {
            let (id, name, peers) = match self.by {
                By::Unit => {
                    let unit = &workspace.plan.units[position];
                    (unit.id.clone(), unit.name.clone(), Some(unit.kind.peers()))
                }
                By::Task | By::Item => {
                    let task = &workspace.tasks[position];
                    (task.number.to_string(), task.title.clone(), None)
                }
            };
            Group {
                results: self.results,
                id,
                name,
                peers,
                is_assumed: shares.iter().any(|assessed| assessed.verdict().flags.assumed),
                rollup: Rollup::of(shares.iter().copied()),
            }
        };
        groups.into_iter().map(group).collect()
    }
}

/// Shares rolled up.
pub(super) struct Group<'a> {
    results: Results<'a>,
    id: String,
    name: String,
    /// The units that it stands beside, if it is a unit.
    peers: Option<Peers>,
    rollup: Rollup,
    /// Something in it is only assumed.
    is_assumed: bool,
}

impl Group<'_> {
    fn called(&self, name: &str, lang: Lang) -> String {
        if self.is_assumed { assume::group(name, lang) } else { name.to_owned() }
    }
}

impl View for Status<'_> {
    fn data(&self) -> impl Serialize {
        let results = self.results;
        object! {
            #[serde(flatten)] page: page::data(results, &self.shares, row::data),
            #[serde(flatten)] rolled_up: self.rolled_up(),
            #[serde(flatten)] sums: sums::data(results, self.shares()),
        }
    }

    fn document(&self, lang: Lang) -> Document {
        let mut blocks = page::opening(self.results, lang);
        blocks.push(page::filing(self.results, lang));
        blocks.extend(page::counts(self.results, self.shares(), lang));
        if self.shares.is_empty() {
            blocks.push(Block::plain(phrases::nothing_selected(lang)));
            return Document { blocks };
        }
        match self.by {
            By::Item => {
                let rows = self.shares().map(|assessed| Row::for_page(self.results, assessed));
                blocks.push(Block::Table(table(Share::PAGE, rows, lang)));
                blocks.extend(sums::block(self.results, self.shares(), lang));
            }
            By::Task => blocks.push(Block::Table(self.group_table(&self.groups(), lang))),
            By::Unit => {
                let mut groups = self.groups();
                for peers in self.results.workspace.plan.peers() {
                    let (own, others): (Vec<_>, Vec<_>) =
                        groups.into_iter().partition(|group| group.peers.as_ref() == Some(&peers));
                    groups = others;
                    if !own.is_empty() {
                        blocks.push(Block::heading(Role::Strong, phrases::peers(&peers, lang)));
                        blocks.push(Block::Table(self.group_table(&own, lang)));
                    }
                }
            }
        }
        if self.by != By::Item {
            blocks.push(Block::paragraph(Role::Muted, phrases::about_progress(lang)));
        }
        Document { blocks }
    }

    fn sheet(&self, lang: Lang) -> Table {
        match self.grouped(lang) {
            None => sheet(self.results, &self.shares, lang),
            Some(groups) => page::signed(groups, self.results, lang),
        }
    }
}

impl<'a> Status<'a> {
    /// With a roll-up, its groups as data.
    pub(super) fn rolled_up(&self) -> Option<impl Serialize + Send + use<'a>> {
        let results = self.results;
        let groups = |groups: Vec<Group<'a>>| {
            object! {
                groups: list!(group in groups => {
                    id: group.id,
                    name: group.name,
                    buckets: Buckets(group.rollup.tally),
                    tier: group.rollup.worst.map(|tier| results.tier_id(tier)),
                    lag: group.rollup.longest,
                    lag_months: group.rollup.longest.map(Lag::truncated),
                    progress: group.rollup.progress.map(decimal),
                    assumed: group.is_assumed,
                }),
            }
        };
        (self.by != By::Item).then(|| groups(self.groups()))
    }

    /// With a roll-up, all its groups in one table.
    pub(super) fn grouped(&self, lang: Lang) -> Option<Table> {
        (self.by != By::Item).then(|| self.group_table(&self.groups(), lang))
    }

    fn group_table(&self, groups: &[Group<'_>], lang: Lang) -> Table {
        let name = if self.by == By::Unit { GroupColumn::Unit } else { GroupColumn::Task };
        let counts: Vec<CountOf> = Bucket::ALL.iter().map(|&(bucket, _)| CountOf(bucket)).collect();
        let rest = [GroupColumn::Lag, GroupColumn::Tier, GroupColumn::Progress];
        table(&[name, GroupColumn::Shares], groups, lang)
            .beside(table(&counts, groups, lang))
            .beside(table(&rest, groups, lang))
    }
}

columns! {
    /// The columns of `status --by`; the counts by state stand after the shares.
    pub(super) GroupColumn of &'a Group<'a> as group, lang;
    Unit: prose like Share::Unit => Cell::text(group.called(&group.name, lang));
    Task: prose like Share::Task => Cell::text(group.called(&format!("{} {}", group.id, group.name), lang));
    Shares: numbers { "份数", "shares" }
        means { "责任份数：一个事项的一个责任单位为一份", "shares: one lead unit's part of one item" }
        unit SHARES from { "后面各状态的份数相加", "the sum of the states that follow" }
        => count(group.rollup.tally.total());
    Lag: numbers like Share::Lag => row::lag_cell(group.rollup.longest);
    Tier: words like Share::Tier => row::named_tier(group.results, group.rollup.worst);
    Progress: numbers rank 1 { "平均进度", "mean progress" }
        means { "各责任份完成程度的平均，只供参考，不用来定档", "mean progress of the shares; information only, never a tier" }
        unit { "%", "%" } from { "有进度的责任份的平均数", "the mean of those that have any progress" }
        => row::shown(group.rollup.progress.map(decimal), |mean| Cell::number(mean.clone(), format!("{mean}%")));
}

/// The column that counts one state.
#[derive(Clone, Copy)]
struct CountOf(Bucket);

impl Columns for CountOf {
    type Row<'a> = &'a Group<'a>;
    const ALL: &'static [Self] = &[];

    fn layout(self) -> Layout {
        let means = match self.0 {
            Bucket::Complete => Both::new("已完成的责任份", "shares that are complete"),
            Bucket::OnTrack => Both::new("正常推进的责任份", "shares that are on track"),
            Bucket::Behind => Both::new(
                "未按序时推进的责任份：差不到一个月，或本月刚到期",
                "shares short of the plan by less than a month, or fallen due this very month",
            ),
            Bucket::Lag1 => Both::new("滞后满1个月、不满2个月的责任份", "shares late by a month and less than two"),
            Bucket::Lag2 => {
                Both::new("滞后满2个月、不满3个月的责任份", "shares late by two months and less than three")
            }
            Bucket::Lag3 => Both::new("滞后3个月以上的责任份", "shares late by three months or more"),
            Bucket::Standing => Both::new("常态工作，没有期限，无从滞后", "duties without end, which cannot lag"),
            Bucket::Unscheduled => {
                Both::new("方案没有计划的，无从滞后", "shares without any schedule, which cannot lag")
            }
        };
        let head = |lang| terms::short_bucket(self.0, lang);
        let head = Both::new(head(Lang::Zh), head(Lang::En));
        let from = Both::new("逐份核算后计数", "counted after each is assessed");
        Layout { column: |head| Column::numbers(head), ..Layout::new(head, means, SHARES, from) }
    }

    fn cell(self, group: &&Group<'_>, _: Lang) -> Cell {
        let mut counts = group.rollup.tally.iter();
        let counted = counts.find(|(bucket, _)| *bucket == self.0);
        count(counted.map_or(0, |(_, count)| count))
    }
}

/// A count, muted where there is nothing.
pub(super) fn count(count: usize) -> Cell {
    let role = if count == 0 { Role::Muted } else { Role::Plain };
    Cell::bare(count.to_string()).role(role)
}

/// Shares as one flat table, all columns, for spreadsheets.
pub(super) fn sheet(results: Results<'_>, shares: &[&ShareAssessment], lang: Lang) -> Table {
    page::signed(table(Share::ALL, shares.iter().map(|assessed| Row::of(results, assessed)), lang), results, lang)
}
