//! Next month's list before it happens: who would reach which tier, the least that avoids it and by when, whom to call in
//! which order and what to say, and whose report is still owed.

use std::cmp::Reverse;

use serde::Serialize;

use super::View;
use super::findings::{Filter, Findings};
use super::page::{self, HeadData, ReportsData};
use super::row;
use crate::assess::{Ahead, Change, Foreseen, Needs, Verdict};
use crate::document::{Block, Cell, Column, Document, Role, Table, Text};
use crate::model::{Item, Lag, Tier, UnitIx};
use crate::text::measure::{self, Measure};
use crate::text::outlook::{self as words, Head};
use crate::text::phrases::{self, Remark};
use crate::text::{Lang, terms};

/// The month to come.
#[derive(Debug)]
pub struct OutlookPage<'a> {
    findings: Findings<'a>,
    ahead: Option<&'a Ahead>,
    /// Those with a tier then, or with one that goes by itself: higher than now first, then by tier and lag.
    shares: Vec<&'a Foreseen>,
    /// The units looked at whose report for the as-of month is missing.
    owed: Vec<UnitIx>,
}

/// A unit to call.
struct Call<'a> {
    unit: UnitIx,
    tier: Tier,
    lag: Option<Lag>,
    shares: Vec<&'a Foreseen>,
}

impl<'a> OutlookPage<'a> {
    /// Picks the shares.
    pub fn of(findings: Findings<'a>, ahead: Option<&'a Ahead>, filter: &Filter) -> Self {
        let shares = ahead.iter().flat_map(|ahead| &ahead.shares);
        let mut shares: Vec<&Foreseen> = shares
            .filter(|one| filter.lets_through(findings, &one.next))
            .filter(|one| one.next.verdict().tier.is_some() || one.next.change.is_some())
            .collect();
        shares.sort_by_key(|one| {
            let verdict = one.next.verdict();
            let share = findings.share(&one.next);
            (Reverse(is_higher(one)), Reverse((verdict.tier, verdict.lag)), share.unit, share.item)
        });
        // A task has parts of several units; its filter says nothing about whose report is owed.
        let missing = findings.assessment.filing.missing.iter().copied();
        let is_meant = |unit: &UnitIx| filter.units.is_empty() || filter.units.contains(unit);
        Self { findings, ahead, shares, owed: missing.filter(is_meant).collect() }
    }

    fn with_tier(&self) -> impl Iterator<Item = (&'a Foreseen, Tier)> + Clone {
        let shares = self.shares.iter().copied();
        shares.filter_map(|one| Some((one, one.next.verdict().tier?)))
    }

    /// The units with something to be told: worst tier first, then the longest lag, then the most items.
    fn calls(&self) -> Vec<Call<'a>> {
        let mut calls: Vec<Call<'a>> = Vec::new();
        for (one, tier) in self.with_tier() {
            let unit = self.findings.share(&one.next).unit;
            let lag = one.next.verdict().lag;
            match calls.iter_mut().find(|call| call.unit == unit) {
                Some(call) => {
                    call.tier = call.tier.max(tier);
                    call.lag = call.lag.max(lag);
                    call.shares.push(one);
                }
                None => calls.push(Call { unit, tier, lag, shares: vec![one] }),
            }
        }
        calls.sort_by_key(|call| (Reverse((call.tier, call.lag, call.shares.len())), call.unit));
        for call in &mut calls {
            call.shares.sort_by_key(|one| {
                let verdict = one.next.verdict();
                Reverse((verdict.tier, verdict.lag))
            });
        }
        calls
    }

    /// The sentence to say about a share.
    fn say(&self, one: &Foreseen, lang: Lang) -> Option<String> {
        let threat = words::Threat {
            item: self.findings.item(&one.next),
            next: one.next.verdict().month,
            tier: self.findings.tier_name(one.next.verdict().tier?),
            change: one.next.change,
            avoid: one.avoid?,
            relief: one.relief?,
        };
        Some(words::say(threat, lang))
    }

    /// What the plan asks for by the month to come, where that is more than is there.
    fn on_schedule(&self, one: &Foreseen) -> Option<Needs> {
        let now = self.findings.assessment.of(one.next.share)?;
        self.findings.asked_next(now)
    }

    fn names(&self, units: &[UnitIx]) -> Vec<String> {
        let workspace = self.findings.workspace;
        let names = units.iter().map(|&unit| workspace.unit(unit).name.clone());
        names.collect()
    }

    fn table(&self, ahead: &Ahead, lang: Lang) -> Table {
        let findings = self.findings;
        let now = findings.assessment.as_of.month;
        let row = |one: &&Foreseen| {
            let item = findings.item(&one.next);
            let verdict = one.next.verdict();
            let tier = |verdict: Option<&Verdict>| {
                verdict.map_or_else(Cell::empty, |verdict| row::tier_cell(findings, verdict, lang))
            };
            let change = one.next.change;
            vec![
                Cell::code(&item.id),
                Cell::text(&item.title),
                Cell::text(&findings.unit(&one.next).name),
                tier(one.next.before()),
                tier(Some(verdict)),
                Cell::text(change.map_or("", |change| terms::change(change, lang))),
                needs_cell(one.avoid, item, lang),
                needs_cell(one.relief, item, lang),
                Cell::text(lang.list(remarks(one.next.before(), lang))),
            ]
        };
        Table {
            columns: vec![
                Column::words(phrases::head(phrases::Head::Item, lang)),
                Column::prose(phrases::head(phrases::Head::Title, lang)),
                Column::prose(phrases::head(phrases::Head::Unit, lang)),
                Column::prose(words::tier_at(now, lang)),
                Column::prose(words::tier_at(ahead.month, lang)),
                Column::words(phrases::head(phrases::Head::Change, lang)),
                Column::prose(words::head(Head::Avoid, lang)),
                Column::prose(words::head(Head::Relief, lang)),
                Column::prose(phrases::head(phrases::Head::Flags, lang)),
            ],
            rows: self.shares.iter().map(row).collect(),
        }
    }

    fn call(&self, position: usize, call: &Call<'_>, lang: Lang) -> Block {
        let findings = self.findings;
        let unit = findings.workspace.unit(call.unit);
        let worst = findings.tier_name(call.tier);
        let head = words::call(position, &unit.name, worst, call.shares.len(), lang);
        let is_owed = self.owed.contains(&call.unit);
        let now = findings.assessment.as_of.month;
        let first = is_owed.then(|| words::report_first(now, lang));
        let lines = call.shares.iter().filter_map(|one| {
            let item = findings.item(&one.next);
            let mut said = self.say(one, lang)?;
            if !is_owed && one.next.before().is_some_and(|now| now.presumed) {
                said.push_str(&words::left_out(now, lang));
            }
            Some(words::line(&item.id, &item.title, &said, lang))
        });
        Block::Entry {
            head: Text::with(row::tier_role(findings, Some(call.tier)), head),
            lines: first.into_iter().chain(lines).map(Text::new).collect(),
        }
    }
}

/// Whether the tier is higher than now.
fn is_higher(one: &Foreseen) -> bool {
    matches!(one.next.change, Some(Change::New | Change::Raised))
}

/// What makes the verdict of the as-of month less than certain.
fn remarks(now: Option<&Verdict>, lang: Lang) -> Vec<String> {
    let Some(now) = now else {
        return Vec::new();
    };
    let presumed = now.presumed.then_some(Remark::Presumed);
    let unreported = Some(now.flags.unreported).filter(|&months| months > 0);
    presumed.into_iter().chain(unreported.map(Remark::Unreported)).map(|remark| phrases::remark(remark, lang)).collect()
}

fn needs_cell(needs: Option<Needs>, item: &Item, lang: Lang) -> Cell {
    match needs {
        None => Cell::empty(),
        Some(Needs::Figure(figure)) => Cell::number(measure::decimal(figure), Measure::of(item).show(figure, lang)),
        Some(needs) => Cell::text(words::brief(needs, item, lang)),
    }
}

/// The month to come as JSON shows it. Keys are only ever added.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct OutlookData {
    #[serde(flatten)]
    head: HeadData,
    reports: ReportsData,
    next: Option<MonthData>,
    rows: Vec<RowData>,
    calls: Vec<CallData>,
    owed: Vec<String>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct MonthData {
    month: String,
    report_day: String,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct RowData {
    task: u32,
    item: String,
    title: String,
    unit: String,
    unit_name: String,
    measure: String,
    actual: Option<String>,
    now: Option<StandData>,
    next: StandData,
    change: Option<&'static str>,
    avoid: Option<String>,
    relief: Option<String>,
    on_schedule: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct StandData {
    tier: Option<String>,
    lag: Option<String>,
    lag_months: Option<String>,
    presumed: bool,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct CallData {
    unit: String,
    unit_name: String,
    tier: String,
    lag: Option<String>,
    items: Vec<String>,
    report_missing: bool,
}

impl StandData {
    fn of(findings: Findings<'_>, verdict: &Verdict) -> Self {
        Self {
            tier: verdict.tier.map(|tier| findings.tier_id(tier)),
            lag: verdict.lag.map(|lag| lag.to_string()),
            lag_months: verdict.lag.map(Lag::truncated),
            presumed: verdict.presumed,
        }
    }
}

impl View for OutlookPage<'_> {
    type Data<'v>
        = OutlookData
    where
        Self: 'v;

    fn data(&self) -> OutlookData {
        let findings = self.findings;
        let plan = &findings.workspace.plan;
        let row = |one: &&Foreseen| {
            let item = findings.item(&one.next);
            let unit = findings.unit(&one.next);
            let verdict = one.next.verdict();
            let needs = |needs: Option<Needs>| needs.map(|needs| measure::needs_data(needs, item));
            RowData {
                task: findings.task(&one.next).number,
                item: item.id.clone(),
                title: item.title.clone(),
                unit: unit.id.clone(),
                unit_name: unit.name.clone(),
                measure: Measure::of(item).unit().to_owned(),
                actual: verdict.actual.map(measure::decimal),
                now: one.next.before().map(|now| StandData::of(findings, now)),
                next: StandData::of(findings, verdict),
                change: one.next.change.map(Change::id),
                avoid: needs(one.avoid),
                relief: needs(one.relief),
                on_schedule: needs(self.on_schedule(one)),
            }
        };
        let call = |call: Call<'_>| CallData {
            unit: findings.workspace.unit(call.unit).id.clone(),
            unit_name: findings.workspace.unit(call.unit).name.clone(),
            tier: findings.tier_id(call.tier),
            lag: call.lag.map(|lag| lag.to_string()),
            items: call.shares.iter().map(|one| findings.item(&one.next).id.clone()).collect(),
            report_missing: self.owed.contains(&call.unit),
        };
        let owed = self.owed.iter();
        OutlookData {
            head: HeadData::of(plan, findings.assessment.as_of),
            reports: ReportsData::of(findings),
            next: self.ahead.map(|ahead| MonthData {
                month: ahead.month.to_string(),
                report_day: plan.report_day_of(ahead.month).to_string(),
            }),
            rows: self.shares.iter().map(row).collect(),
            calls: self.calls().into_iter().map(call).collect(),
            owed: owed.map(|&unit| findings.workspace.unit(unit).id.clone()).collect(),
        }
    }

    fn document(&self, lang: Lang) -> Document {
        let findings = self.findings;
        let plan = &findings.workspace.plan;
        let now = findings.assessment.as_of.month;
        let mut blocks = page::opening(findings, lang);
        let say = |role, said: String| Block::Paragraph(Text::with(role, said));
        let Some(ahead) = self.ahead else {
            blocks.push(say(Role::Strong, words::last_month(now, lang)));
            return Document { blocks };
        };
        blocks.push(page::filing(findings, lang));
        blocks.push(say(Role::Strong, words::about(now, ahead.month, lang)));
        let due = plan.report_day_of(ahead.month);
        blocks.push(say(Role::Plain, words::by_when(ahead.month, due, lang)));
        if !self.owed.is_empty() {
            let said = words::owed(now, &self.names(&self.owed), lang);
            blocks.push(say(Role::Notice, said));
        }
        if self.with_tier().next().is_none() {
            blocks.push(say(Role::Good, words::nobody(ahead.month, lang)));
        } else {
            let tiers = plan.ladder.highest_first().map(|tier| {
                let count = self.with_tier().filter(|&(_, of)| of == tier).count();
                (findings.tier_name(tier).to_owned(), count)
            });
            let tiers: Vec<(String, usize)> = tiers.collect();
            let higher = self.shares.iter().filter(|one| is_higher(one)).count();
            let said = words::counts(ahead.month, &tiers, higher, lang);
            blocks.push(say(Role::Plain, said));
        }
        if self.shares.is_empty() {
            return Document { blocks };
        }
        let heading = words::heading(ahead.month, self.shares.len(), lang);
        blocks.push(Block::Heading(Text::with(Role::Strong, heading)));
        blocks.push(Block::Table(self.table(ahead, lang)));
        let calls = self.calls();
        if !calls.is_empty() {
            let heading = words::calls(calls.len(), lang);
            blocks.push(Block::Heading(Text::with(Role::Strong, heading)));
        }
        let calls = (1..).zip(&calls);
        blocks.extend(calls.map(|(position, call)| self.call(position, call, lang)));
        Document { blocks }
    }

    fn sheet(&self, lang: Lang) -> Table {
        let findings = self.findings;
        let common = |name| Column::words(phrases::head(name, lang));
        let own = |name| Column::words(words::head(name, lang));
        let columns = vec![
            common(phrases::Head::Item),
            common(phrases::Head::Title),
            common(phrases::Head::Unit),
            common(phrases::Head::Measure),
            common(phrases::Head::Actual),
            own(Head::Month),
            own(Head::Due),
            own(Head::Now),
            own(Head::Next),
            own(Head::Lag),
            common(phrases::Head::Change),
            own(Head::Avoid),
            own(Head::Relief),
            own(Head::OnSchedule),
            common(phrases::Head::Flags),
            own(Head::Say),
        ];
        let row = |one: &&Foreseen| {
            let item = findings.item(&one.next);
            let verdict = one.next.verdict();
            let name = |tier: Option<Tier>| tier.map_or("", |tier| findings.tier_name(tier));
            let before = one.next.before();
            let change = one.next.change;
            let due = findings.workspace.plan.report_day_of(verdict.month);
            vec![
                Cell::code(&item.id),
                Cell::text(&item.title),
                Cell::text(&findings.unit(&one.next).name),
                Cell::text(Measure::of(item).unit()),
                row::actual_cell(item, verdict, lang),
                Cell::code(verdict.month.to_string()),
                Cell::code(due.to_string()),
                Cell::text(name(before.and_then(|before| before.tier))),
                Cell::text(name(verdict.tier)),
                row::lag_cell(verdict),
                Cell::text(change.map_or("", |change| terms::change(change, lang))),
                needs_cell(one.avoid, item, lang),
                needs_cell(one.relief, item, lang),
                needs_cell(self.on_schedule(one), item, lang),
                Cell::text(lang.list(remarks(before, lang))),
                Cell::text(self.say(one, lang).unwrap_or_default()),
            ]
        };
        let sheet = Table { columns, rows: self.shares.iter().map(row).collect() };
        page::signed(sheet, findings, lang)
    }
}
