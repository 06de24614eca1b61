//! What is said of the month to come: who would reach what, what avoids it, and what to say on the telephone.

use chrono::NaiveDate;

use super::measure::{self, Measure};
use super::phrases::plural;
use super::{Lang, terms};
use crate::assess::{Change, Needs};
use crate::model::{Item, Month};

/// What the page is.
pub fn about(now: Month, next: Month, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "预计{}：以{}一份月报也不来、别的都不变为前提，从{}推算。这是提前提醒，不是建议，更不是决定；报上来了就按报的算。",
            terms::close(next, lang),
            terms::month(next, lang),
            terms::close(now, lang),
        ),
        Lang::En => format!(
            "Expected at {}, if no report for {next} comes in and nothing else changes, seen from {}. This is a word in time, neither a proposal nor a decision; what is reported will count.",
            terms::close(next, lang),
            terms::close(now, lang),
        ),
    }
}

/// By when it has to be reported.
pub fn by_when(next: Month, due: NaiveDate, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}月报最迟{}报（当天报的算按时）。", terms::month(next, lang), terms::day(due, lang)),
        Lang::En => format!("The report for {next} is due by {due}; on that day it is in time."),
    }
}

/// That the plan has no month after this one.
pub fn last_month(now: Month, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}是方案期的最后一个月，没有下个月可以预计。", terms::month(now, lang)),
        Lang::En => {
            format!("{now} is the last month of the plan; there is no next month to look at.")
        }
    }
}

/// That nobody would reach anything.
pub fn nobody(next: Month, lang: Lang) -> String {
    let close = terms::close(next, lang);
    match lang {
        Lang::Zh => format!("即使没有新的月报，{close}也没有责任份达到任何一档。"),
        Lang::En => format!("Even without a new report, no share reaches any tier at {close}."),
    }
}

/// How many would have a tier, and how many of them a higher one than now.
pub fn counts(next: Month, tiers: &[(String, usize)], higher: usize, lang: Lang) -> String {
    let close = terms::close(next, lang);
    let total: usize = tiers.iter().map(|(_, count)| count).sum();
    let parts: Vec<String> = tiers.iter().map(|(tier, count)| format!("{tier} {count}")).collect();
    let parts = lang.list(&parts);
    match lang {
        Lang::Zh => format!("{close}将有{total}份达到档次：{parts}；其中比现在更重的{higher}份。"),
        Lang::En => {
            format!("{total} would have a tier at {close}: {parts}; higher than now: {higher}.")
        }
    }
}

/// Whose report for the as-of month is still missing.
pub fn owed(now: Month, units: &[String], lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "还欠{}月报{}份：{}。推定的档次没有月报支撑，补报以后按所报的数重新推算。",
            terms::month(now, lang),
            units.len(),
            lang.list(units)
        ),
        Lang::En => format!(
            "Reports for {now} still owed: {} ({}). A presumed tier rests on no report; once one is in, it is worked out again from what that says.",
            units.len(),
            lang.list(units)
        ),
    }
}

/// The heading of the shares that would come to a tier, or move on the ladder.
pub fn heading(next: Month, count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}的名单（提前看）：{count}份", terms::close(next, lang)),
        Lang::En => format!("The list at {}, ahead of time: {count}", terms::close(next, lang)),
    }
}

/// The heading of the call list.
pub fn calls(units: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("电话提醒顺序：{units}个单位"),
        Lang::En => format!("Whom to call, in this order: {}", plural(units, "unit")),
    }
}

/// A unit on the call list.
pub fn call(position: usize, unit: &str, worst: &str, items: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{position}. {unit}　最重{worst}，共{items}项"),
        Lang::En => format!("{position}. {unit}  {worst} at worst, {}", plural(items, "item")),
    }
}

/// What to say first to a unit whose report is missing.
pub fn report_first(now: Month, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("先请补报{}月报：以下是没有这份月报、按以前的填报推算的。", terms::month(now, lang)),
        Lang::En => format!("First ask for the report for {now}: without it, what follows rests on earlier ones."),
    }
}

/// That a report is in and says nothing on an item whose tier therefore is presumed.
pub fn left_out(now: Month, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}月报没有填这一项，先请补报。", now.number()),
        Lang::En => format!(" The report for {now} leaves it out: ask for that first."),
    }
}

/// What the report for the next month has to show, as an obligation: 7月报须达到40%.
fn must(needs: Needs, item: &Item, next: Month, lang: Lang) -> String {
    let number = next.number();
    match (needs, lang) {
        (Needs::Figure(figure), Lang::Zh) => {
            format!("{number}月报须达到{}", Measure::of(item).show(figure, lang))
        }
        (Needs::Figure(figure), Lang::En) => {
            format!("the report for {next} has to show {}", Measure::of(item).show(figure, lang))
        }
        (Needs::Occurrence(due), Lang::Zh) => format!("{number}月报须报明{}到期的一期已做", terms::close(due, lang)),
        (Needs::Occurrence(due), Lang::En) => {
            format!("the report for {next} has to show the one due at {} as done", terms::close(due, lang))
        }
        (Needs::Target, Lang::Zh) => {
            format!("{number}月报读数须{}", measure::target(item, lang))
        }
        (Needs::Target, Lang::En) => {
            format!("the report for {next} has to have a reading of {}", measure::target(item, lang))
        }
    }
}

/// What lifts the tier, as a condition: 达到60%.
fn condition(needs: Needs, item: &Item, lang: Lang) -> String {
    match (needs, lang) {
        (Needs::Figure(figure), Lang::Zh) => {
            format!("达到{}", Measure::of(item).show(figure, lang))
        }
        (Needs::Figure(figure), Lang::En) => Measure::of(item).show(figure, lang),
        (Needs::Occurrence(due), Lang::Zh) => {
            format!("报明{}到期的一期已做", terms::close(due, lang))
        }
        (Needs::Occurrence(due), Lang::En) => {
            format!("the one due at {} done", terms::close(due, lang))
        }
        (Needs::Target, Lang::Zh) => format!("读数{}", measure::target(item, lang)),
        (Needs::Target, Lang::En) => format!("a reading of {}", measure::target(item, lang)),
    }
}

/// What would become of a share.
#[derive(Clone, Copy, Debug)]
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
    pub avoid: Needs,
    /// The least for no tier at all.
    pub relief: Needs,
}

/// The one sentence to say: 7月报须达到40%，否则约谈；达到60%即解除。
pub fn say(threat: Threat<'_>, lang: Lang) -> String {
    let Threat { item, next, tier, .. } = threat;
    let must = must(threat.avoid, item, next, lang);
    let otherwise = match (threat.change, lang) {
        (Some(Change::Held), Lang::Zh) => format!("否则仍为{tier}"),
        (Some(Change::Held), Lang::En) => format!("or it stays at {tier}"),
        (_, Lang::Zh) => format!("否则{tier}"),
        (_, Lang::En) => format!("or it comes to {tier}"),
    };
    let has_tier = threat.change != Some(Change::New);
    let is_same = threat.avoid == threat.relief;
    match (lang, is_same, has_tier) {
        (Lang::Zh, true, false) => format!("{must}，{otherwise}。"),
        (Lang::Zh, true, true) => format!("{must}，{otherwise}；达到即解除。"),
        (Lang::Zh, false, _) => {
            let relief = condition(threat.relief, item, lang);
            let lifted = if has_tier { "即解除" } else { "即不列档" };
            format!("{must}，{otherwise}；{relief}{lifted}。")
        }
        (Lang::En, true, false) => format!("{must}, {otherwise}."),
        (Lang::En, true, true) => format!("{must}, {otherwise}; that much lifts it."),
        (Lang::En, false, _) => {
            let relief = condition(threat.relief, item, lang);
            let lifted = if has_tier { "lifts it" } else { "leaves no tier" };
            format!("{must}, {otherwise}; {relief} {lifted}.")
        }
    }
}

/// An item on the call list with its sentence.
pub fn line(id: &str, title: &str, said: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{id} {title}：{said}"),
        Lang::En => format!("{id} {title}: {said}"),
    }
}

/// The tier at a close, as the heading of a column.
pub fn tier_at(month: Month, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}月末", month.number()),
        Lang::En => format!("end of {month}"),
    }
}

/// Headings of columns that only this page has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head {
    /// What keeps the share below the tier.
    Avoid,
    /// What leaves it without a tier.
    Relief,
    /// What the plan asks for.
    OnSchedule,
    /// The day by which to report.
    Due,
    /// The tier now.
    Now,
    /// The tier then.
    Next,
    /// The lag then.
    Lag,
    /// The month to come.
    Month,
    /// The sentence to say.
    Say,
}

/// The heading of a column.
pub fn head(head: Head, lang: Lang) -> &'static str {
    match head {
        Head::Avoid => lang.pick("不致该档须达到", "avoided by"),
        Head::Relief => lang.pick("解除须达到", "no tier with"),
        Head::OnSchedule => lang.pick("按计划应达到", "on schedule with"),
        Head::Due => lang.pick("最迟报送", "report by"),
        Head::Now => lang.pick("现在档次", "tier now"),
        Head::Next => lang.pick("下月末档次", "tier next month"),
        Head::Lag => lang.pick("下月末滞后月", "months late then"),
        Head::Month => lang.pick("预计月份", "expected for"),
        Head::Say => lang.pick("电话里说", "what to say"),
    }
}

/// What a report has to show, in a cell of a table: 40%, 2022-06期, 不低于90%.
pub fn brief(needs: Needs, item: &Item, lang: Lang) -> String {
    match (needs, lang) {
        (Needs::Figure(figure), _) => Measure::of(item).show(figure, lang),
        (Needs::Occurrence(due), Lang::Zh) => format!("{due}期已做"),
        (Needs::Occurrence(due), Lang::En) => format!("{due} done"),
        (Needs::Target, _) => measure::target(item, lang),
    }
}
