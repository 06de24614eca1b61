//! The words for the month ahead: who would reach which tier, what avoids it, and what to say on the telephone.

use chrono::NaiveDate;

use super::measure::{self, Measure};
use super::phrases::plural;
use super::{Lang, terms};
use crate::assess::{Change, Dues, Needs};
use crate::model::{Item, Month};

/// What would become of a share.
#[derive(Clone, Debug)]
pub struct Threat<'a> {
    /// The item.
    pub item: &'a Item,
    /// The month to come.
    pub next: Month,
    /// The tier then.
    pub tier: &'a str,
    /// Against now.
    pub change: Option<Change>,
    /// The least that avoids it.
    pub avoid: &'a Needs,
    /// The least for no tier at all; none if no report can.
    pub relief: Option<&'a Needs>,
}

say! { lang;
    /// What the page is.
    pub fn about(now: Month, next: Month) {
        let (now, close, next) = (terms::close(now, lang), terms::close(next, lang), terms::month(next, lang));
        "预计{close}：以{next}一份月报也不来、别的都不变为前提，从{now}推算。这是提前提醒，不是建议，更不是决定；报上来了就按报的算。",
        "Expected at {close}, if no report for {next} comes in and nothing else changes, as seen from {now}. This is an early notice, neither a proposal nor a decision; what is reported will decide."
    }

    /// By when it has to be reported.
    pub fn by_when(next: Month, due: Option<NaiveDate>) {
        let next = terms::month(next, lang);
        if due.is_none() => {
            "{next}不要求报送月报；有进展的可以报。", "No report for {next} is asked for; whoever has got further may file one."
        }
        let due = due.map_or_else(String::new, |due| terms::day(due, lang));
        "{next}月报最迟{due}报（当天报的算按时）。", "The report for {next} is due by {due}; on that day it is in time."
    }

    /// That the plan has no month after this one.
    pub fn last_month(now: Month) {
        let now = terms::month(now, lang);
        "{now}是能核算的最后一个月，没有下个月可以预计。", "{now} is the last month that can be assessed; there is no next month to look at."
    }

    /// That no share would reach a tier.
    pub fn nobody(next: Month) {
        let close = terms::close(next, lang);
        "即使没有新的月报，{close}也没有责任份达到任何一档。", "Even without a new report, no share reaches any tier at {close}."
    }

    /// How many would have a tier, and how many of them a higher one than now.
    pub fn counts(next: Month, tiers: &[(String, usize)], higher: usize) {
        let (close, parts) = (terms::close(next, lang), terms::counts(tiers, lang));
        let total = tiers.iter().map(|(_, count)| count).sum::<usize>();
        "{close}将有{total}份达到档次：{parts}；其中比现在更重的{higher}份。",
        "{total} would have a tier at {close}: {parts}; higher than now: {higher}."
    }

    /// Whose report for the as-of month is still missing.
    pub fn owed(now: Month, units: &[String]) {
        let (now, count, units) = (terms::month(now, lang), units.len(), lang.list(units));
        "还欠{now}月报{count}份：{units}。推定的档次没有月报支撑，补报以后按所报的数重新推算。",
        "Reports for {now} still missing: {count} ({units}). A presumed tier rests on a missing report; once the report is in, the tier is worked out again from it."
    }

    /// The heading of the shares that would come to a tier, or move on the ladder.
    pub fn heading(next: Month, count: usize) {
        "{}的名单（提前看）：{count}份", "The list at {}, ahead of time: {count}"; terms::close(next, lang)
    }

    /// The heading of the call list.
    pub fn calls(count: usize) {
        let units = plural(count, "unit");
        "电话提醒顺序：{count}个单位", "Whom to call, in this order: {units}"
    }

    /// A unit on the call list.
    pub fn call(position: usize, unit: &str, worst: &str, count: usize) {
        let items = plural(count, "item");
        "{position}. {unit}　最重{worst}，共{count}项", "{position}. {unit}  {worst} at worst, {items}"
    }

    /// What to say first to a unit whose report is missing.
    pub fn report_first(now: Month) {
        let now = terms::month(now, lang);
        "先请补报{now}月报：以下是没有这份月报、按以前的填报推算的。",
        "First ask for the report for {now}: without it, what follows rests on earlier ones."
    }

    /// That a report has come in but leaves out an item, whose tier is therefore presumed.
    pub fn left_out(now: Month) {
        let number = now.number();
        "{number}月报没有填这一项，先请补报。", " The report for {now} leaves it out: ask for that first."
    }

    /// What the report for the next month has to show, as an obligation: 7月报须达到40%.
    fn must(needs: &Needs, item: &Item, next: Month) {
        let number = next.number();
        match needs {
            Needs::Figure(figure) => {
                "{number}月报须达到{}", "the report for {next} has to show {}"; Measure::of(item).show(*figure, lang)
            }
            Needs::Stages(all) => {
                let stages = measure::through(all, item, lang);
                "{number}月报须报明{stages}", "the report for {next} has to show {stages}"
            }
            Needs::Occurrences(due) => {
                let done = measure::done(*due, lang);
                "{number}月报须报明{done}", "the report for {next} has to show {done}"
            }
            Needs::Target(target) => {
                "{number}月报读数须{}", "the report for {next} has to have a reading of {}"; measure::target_of(item, *target, lang)
            }
        }
    }

    /// What lifts the tier, as a condition: 达到60%.
    fn condition(needs: &Needs, item: &Item) {
        match needs {
            Needs::Figure(figure) => { "达到{}", "{}"; Measure::of(item).show(*figure, lang) }
            Needs::Stages(all) => { "报明{}", "{}"; measure::through(all, item, lang) }
            Needs::Occurrences(due) => { "报明{}", "showing {}"; measure::done(*due, lang) }
            Needs::Target(target) => { "读数{}", "a reading of {}"; measure::target_of(item, *target, lang) }
        }
    }

    /// The one sentence to say: 7月报须达到40%，否则约谈；达到60%即解除。
    pub fn say(threat: Threat<'_>) {
        let Threat { item, next, tier, change, avoid, relief } = threat;
        let must = must(avoid, item, next, lang);
        let otherwise = match change {
            Some(Change::Held) => say!(lang { "否则仍为{tier}", "or it stays at {tier}" }),
            _ => say!(lang { "否则{tier}", "or it reaches {tier}" }),
        };
        let relieved = relief.filter(|relief| *relief != avoid).map(|relief| condition(relief, item, lang));
        match (relieved, relief.is_some() && change != Some(Change::New)) {
            (None, false) => { "{must}，{otherwise}。", "{must}, {otherwise}." }
            (None, true) => { "{must}，{otherwise}；达到即解除。", "{must}, {otherwise}; that much lifts it." }
            (Some(relieved), false) => {
                "{must}，{otherwise}；{relieved}即不列档。", "{must}, {otherwise}; {relieved} leaves no tier."
            }
            (Some(relieved), true) => {
                "{must}，{otherwise}；{relieved}即解除。", "{must}, {otherwise}; {relieved} lifts it."
            }
        }
    }

    /// That whatever is reported leads to the tier.
    pub fn unavoidable(tier: &str, next: Month) {
        let number = next.number();
        "{number}月报报什么数，都将{tier}。", "Whatever the report for {next} says, {tier} is reached."
    }

    /// An item on the call list with its sentence.
    pub fn line(id: &str, title: &str, said: &str) { "{id} {title}：{said}", "{id} {title}: {said}" }

    /// The tier at a close, as the heading of a column.
    pub fn tier_at(month: Month) {
        let number = month.number();
        "{number}月末", "end of {month}"
    }
}

/// What a report has to show, in a cell of a table: 40%, 2022-06期, 不低于90%.
pub fn brief(needs: &Needs, item: &Item, lang: Lang) -> String {
    match needs {
        Needs::Figure(figure) => Measure::of(item).show(*figure, lang),
        Needs::Stages(all) => measure::at_stages(all, item, lang),
        Needs::Occurrences(Dues { from, until, count, times, .. }) if *times > 1 => {
            often(*from, *until, *count, *times, lang)
        }
        Needs::Occurrences(Dues { until, count: 1, .. }) => say!(lang { "{until}期已做", "{until} done" }),
        Needs::Occurrences(Dues { from, until, count, .. }) => {
            say!(lang { "{from}至{until}共{count}期已做", "{from} to {until} done, {count} in all" })
        }
        Needs::Target(target) => measure::target_of(item, *target, lang),
    }
}

say! { lang;
    fn often(from: Month, until: Month, count: usize, times: u32) {
        if count == 1 => { "{until}期累计{times}次", "{until} done {times} times" }
        "{from}至{until}共{count}期各累计{times}次", "{from} to {until} done {times} times each, {count} in all"
    }
}
