//! Next month's list before it happens: who would reach which tier, the least that avoids it and by when, whom to call in
//! which order and what to say, and whose report is still owed.

use std::cmp::Reverse;

use chrono::NaiveDate;
use serde::Serialize;

use super::View;
use super::columns::{Columns as _, table};
use super::page;
use super::plain;
use super::results::{Filter, Results};
use super::row::{self, Row, Share, shown};
use crate::assess::{Ahead, AsOf, Change, Foreseen, Needs, Verdict, is_any_expected, owed};
use crate::document::{Block, Cell, Column, Document, Role, Table};
use crate::model::{Item, Lag, Month, Tier, UnitIx};
use crate::text::Lang;
use crate::text::measure::{self, Measure};
use crate::text::outlook as words;
use crate::text::phrases::{self, Remark};

/// The month to come.
#[derive(Debug)]
pub struct OutlookPage<'a> {
    results: Results<'a>,
    ahead: Option<&'a Ahead>,
    /// Those with a tier then, or with one that goes by itself: higher than now first, then by tier and lag.
    shares: Vec<&'a Foreseen>,
    /// The units looked at whose newest report due is missing, and its month.
    owed: Vec<(UnitIx, Month)>,
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
    pub fn of(results: Results<'a>, ahead: Option<&'a Ahead>, filter: &Filter) -> Self {
        let shares = ahead.iter().flat_map(|ahead| &ahead.shares);
        let mut shares: Vec<&Foreseen> = shares
            .filter(|one| filter.lets_through(results, &one.next))
            .filter(|one| one.next.verdict().tier.is_some() || one.next.change.is_some())
            .collect();
        shares.sort_by_key(|one| {
            let verdict = one.next.verdict();
            let share = results.share(&one.next);
            (Reverse(is_higher(one)), Reverse((verdict.tier, verdict.lag)), share.unit, share.item)
        });
        // A task has parts of several units; its filter says nothing about whose report is owed.
        let units = results.workspace.units();
        let units = units.filter(|unit| filter.units.is_empty() || filter.units.contains(unit));
        let owing = |unit| Some((unit, owed(results.workspace, unit, results.assessment.as_of)?));
        Self { results, ahead, shares, owed: units.filter_map(owing).collect() }
    }

    fn with_tier(&self) -> impl Iterator<Item = (&'a Foreseen, Tier)> + Clone {
        self.shares.iter().copied().filter_map(|one| Some((one, one.next.verdict().tier?)))
    }

    /// The units with something to be told: worst tier first, then the longest lag, then the most items.
    fn calls(&self) -> Vec<Call<'a>> {
        let mut calls: Vec<Call<'a>> = Vec::new();
        for (one, tier) in self.with_tier() {
            let unit = self.results.share(&one.next).unit;
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
        let (next, tier) = (one.next.verdict().month, self.results.tier_name(one.next.verdict().tier?));
        let Some(avoid) = &one.avoid else {
            return Some(words::unavoidable(tier, next, lang));
        };
        let (item, change, relief) = (self.results.item(&one.next), one.next.change, one.relief.as_ref());
        Some(words::say(words::Threat { item, next, tier, change, avoid, relief }, lang))
    }

    /// What the plan asks for by the month to come, where that is more than is there.
    fn asked_next(&self, one: &Foreseen) -> Option<Needs> {
        self.results.asked_next(self.results.assessment.of(one.next.share)?)
    }

    /// The last day on which reports for the month to come are in time, if any are asked for.
    fn report_day(&self, ahead: &Ahead) -> Option<NaiveDate> {
        let workspace = self.results.workspace;
        let at = AsOf { month: ahead.month, ..self.results.assessment.as_of };
        is_any_expected(workspace, at).then(|| workspace.plan.report_day_of(ahead.month))
    }

    /// The month of the report that a unit owes.
    fn owed_by(&self, unit: UnitIx) -> Option<Month> {
        self.owed.iter().find(|(owing, _)| *owing == unit).map(|&(_, month)| month)
    }

    /// The columns of the page; the tiers stand under their months.
    fn table(&self, ahead: &Ahead, lang: Lang) -> Table {
        use Threat::{Avoid, Change, Flags, Item, Next, Now, Relief, Title, Unit};
        let now = self.results.assessment.as_of.month;
        let rows = self.shares.iter().map(|one| (self, *one, Row::for_page(self.results, &one.next)));
        let mut table = table(&[Item, Title, Unit, Now, Next, Change, Avoid, Relief, Flags], rows, lang);
        for (at, month) in [(3, now), (4, ahead.month)] {
            table.columns[at] = Column::prose(words::tier_at(month, lang));
        }
        table
    }

    fn call(&self, position: usize, call: &Call<'_>, lang: Lang) -> Block {
        let results = self.results;
        let unit = results.workspace.unit(call.unit);
        let head = words::call(position, &unit.name, results.tier_name(call.tier), call.shares.len(), lang);
        let owed = self.owed_by(call.unit);
        let first = owed.map(|month| words::report_first(month, lang));
        let lines = call.shares.iter().filter_map(|one| {
            let item = results.item(&one.next);
            let mut said = self.say(one, lang)?;
            let now = one.next.before().filter(|now| owed.is_none() && now.presumed);
            said.extend(now.and_then(|now| now.unsaid).map(|month| words::left_out(month, lang)));
            Some(words::line(&item.id, &item.title, &said, lang))
        });
        Block::entry(row::tier_role(results, Some(call.tier)), head, first.into_iter().chain(lines))
    }
}

/// The last day on which the report of the row's unit for its month is in time.
fn due_day(row: &Row<'_>) -> Option<NaiveDate> {
    let workspace = row.results.workspace;
    workspace.plan.due_day(row.results.share(row.assessed).unit, row.verdict.month)
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

/// A tier, which has its colour on the page only: in a sheet two columns of them would say too much.
fn tier_cell(row: &Row<'_>, lang: Lang) -> Cell {
    let cell = row.tier(lang);
    if row.is_on_page { cell } else { cell.role(Role::Plain) }
}

fn needs_cell(needs: Option<&Needs>, item: &Item, lang: Lang) -> Cell {
    match needs {
        None => Cell::empty(),
        Some(Needs::Figure(figure)) => Cell::number(measure::decimal(*figure), Measure::of(item).show(*figure, lang)),
        Some(needs) => Cell::text(words::brief(needs, item, lang)),
    }
}

fn stand_data<'a>(results: Results<'a>, verdict: &Verdict) -> impl Serialize + use<'a> {
    object! {
        tier: verdict.tier.map(|tier| results.tier_id(tier)),
        lag: verdict.lag,
        lag_months: verdict.lag.map(Lag::truncated),
        presumed: verdict.presumed,
    }
}

impl View for OutlookPage<'_> {
    fn data(&self) -> impl Serialize {
        let results = self.results;
        let plan = &results.workspace.plan;
        object! {
            #[serde(flatten)] head: page::head(plan, results.assessment.as_of),
            reports: page::reports(results),
            next: self.ahead.map(|ahead| object! { month: ahead.month, report_day: self.report_day(ahead) }),
            rows: list!(one in &self.shares => {
                let (item, verdict) = (results.item(&one.next), one.next.verdict());
                let needs = |needs: Option<&Needs>| needs.map(|needs| plain::needs(needs, item));
                task: results.task(&one.next).number,
                #[serde(flatten)] named: results.named(&one.next),
                measure: Measure::of(item).unit(),
                actual: verdict.actual.map(measure::decimal),
                now: one.next.before().map(|now| stand_data(results, now)),
                next: stand_data(results, verdict),
                change: one.next.change,
                avoid: needs(one.avoid.as_ref()),
                relief: needs(one.relief.as_ref()),
                on_schedule: needs(self.asked_next(one).as_ref()),
            }),
            calls: list!(call in self.calls() => {
                unit: &results.workspace.unit(call.unit).id,
                unit_name: &results.workspace.unit(call.unit).name,
                tier: results.tier_id(call.tier),
                lag: call.lag,
                items: list!(one in &call.shares => &results.item(&one.next).id),
                report_missing: self.owed_by(call.unit).is_some(),
            }),
            owed: list!(&(unit, _) in &self.owed => &results.workspace.unit(unit).id),
        }
    }

    fn document(&self, lang: Lang) -> Document {
        let results = self.results;
        let plan = &results.workspace.plan;
        let now = results.assessment.as_of.month;
        let mut blocks = page::opening(results, lang);
        let Some(ahead) = self.ahead else {
            blocks.push(Block::paragraph(Role::Strong, words::last_month(now, lang)));
            return Document { blocks };
        };
        blocks.push(page::filing(results, lang));
        blocks.push(Block::paragraph(Role::Strong, words::about(now, ahead.month, lang)));
        blocks.push(Block::paragraph(Role::Plain, words::by_when(ahead.month, self.report_day(ahead), lang)));
        for (month, names) in page::by_month(self.owed.iter().copied(), results.workspace) {
            blocks.push(Block::paragraph(Role::Notice, words::owed(month, &names, lang)));
        }
        if self.with_tier().next().is_none() {
            blocks.push(Block::paragraph(Role::Good, words::nobody(ahead.month, lang)));
        } else {
            let tiers = plan.ladder.highest_first().map(|tier| {
                let count = self.with_tier().filter(|&(_, of)| of == tier).count();
                (results.tier_name(tier).to_owned(), count)
            });
            let tiers: Vec<(String, usize)> = tiers.collect();
            let higher = self.shares.iter().filter(|one| is_higher(one)).count();
            blocks.push(Block::paragraph(Role::Plain, words::counts(ahead.month, &tiers, higher, lang)));
        }
        if self.shares.is_empty() {
            return Document { blocks };
        }
        blocks.push(Block::heading(Role::Strong, words::heading(ahead.month, self.shares.len(), lang)));
        blocks.push(Block::Table(self.table(ahead, lang)));
        let calls = self.calls();
        if !calls.is_empty() {
            blocks.push(Block::heading(Role::Strong, words::calls(calls.len(), lang)));
        }
        blocks.extend((1..).zip(&calls).map(|(position, call)| self.call(position, call, lang)));
        Document { blocks }
    }

    fn sheet(&self, lang: Lang) -> Table {
        let rows = self.shares.iter().map(|one| (self, *one, Row::of(self.results, &one.next)));
        page::signed(table(Threat::ALL, rows, lang), self.results, lang)
    }
}

columns! {
    /// The columns of `outlook`: a row is a share and its verdict at the close to come.
    Threat of (&'a OutlookPage<'a>, &'a Foreseen, Row<'a>) as row, lang;
    Item: Share::Item => row.2;
    Title: Share::Title => row.2;
    Unit: Share::Unit => row.2;
    Measure: Share::Measure => row.2;
    Actual: numbers like Share::Actual => Share::Actual.cell(&Row::for_page(row.2.results, &row.1.next), lang);
    Month: words { "预计月份", "expected for" }
        means { "预计到哪个月末", "the close that is looked ahead to" } unit MONTH
        from { "截至月的下一个月", "the month after the as-of month" }
        => Cell::code(row.2.verdict.month.to_string());
    Due: words { "最迟报送", "report by" }
        means { "那个月的月报最迟哪天报送；不要求报送的为空", "the last day on which the report for it is in time; empty where none is asked for" } unit DAY
        from { "plan.toml 的 report-day、report-days", "report-day and report-days in plan.toml" }
        => shown(due_day(&row.2), |day| Cell::code(day.to_string()));
    Now: prose { "现在档次", "tier now" }
        means { "截至月末拟列入哪一档；没有的为空", "the tier at the as-of month; empty where there is none" } unit TEXT
        from { "按月报核算", "assessed from the reports" }
        => shown(row.1.next.before(), |now| tier_cell(&row.2.at(now), lang));
    Next: prose { "下月末档次", "tier next month" }
        means { "若无新进展，下月末会到哪一档；没有的为空", "the tier at the close to come, if nothing changes; empty where there is none" }
        unit TEXT from { "按现有的填报推算到下月末", "what is reported now, assessed at that close" }
        => tier_cell(&row.2, lang);
    Lag: numbers { "下月末滞后月", "months late then" }
        means { "若无新进展，下月末滞后几个月", "how many months it lags at the close to come, if nothing changes" }
        unit MONTHS from { "按现有的填报推算到下月末", "what is reported now, assessed at that close" }
        => row::lag_cell(row.2.verdict.lag);
    Change: words like Share::Change => Share::Change.cell(&row.2, lang);
    Avoid: prose { "不致该档须达到", "avoided by" }
        means { "下月月报至少达到多少，才不到那一档", "the least that the report to come must show to stay below that tier" }
        unit { "数，单位见“计量”；或须完成的期、指标值", "number in the measure; or an occurrence, or a target" }
        from { "按方案的节点反推", "worked back from the milestones" }
        => needs_cell(row.1.avoid.as_ref(), row.2.item, lang);
    Relief: prose { "解除须达到", "no tier with" }
        means { "下月月报至少达到多少，才没有档次", "the least that the report to come must show to have no tier" }
        unit { "数，单位见“计量”；或须完成的期、指标值", "number in the measure; or an occurrence, or a target" }
        from { "按方案的节点反推", "worked back from the milestones" }
        => needs_cell(row.1.relief.as_ref(), row.2.item, lang);
    OnSchedule: words { "按计划应达到", "on schedule with" }
        means { "到下月末方案要求达到多少；已经达到的为空", "what the plan asks for by the close to come; empty where that is there" }
        unit { "数，单位见“计量”；或须完成的期、指标值", "number in the measure; or an occurrence, or a target" }
        from { "由方案的节点得出", "from the milestones of the plan" }
        => needs_cell(row.0.asked_next(row.1).as_ref(), row.2.item, lang);
    Flags: prose { "标记", "remarks" }
        means { "截至月末的结论有什么不确定：推定、未报", "what makes the verdict of the as-of month less than certain: presumed, unreported" }
        unit TEXT from { "由月报得出", "from the reports" }
        => Cell::text(lang.list(remarks(row.1.next.before(), lang)));
    Say: words { "电话里说", "what to say" }
        means { "打电话时可以照念的一句话；没有档次的为空", "a sentence to be read out on the telephone; empty where there is no tier" }
        unit TEXT from { "由前面各列写成", "written from the columns before" }
        => Cell::text(row.0.say(row.1, lang).unwrap_or_default());
}
