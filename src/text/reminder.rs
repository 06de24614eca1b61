//! The words of a reminder: a message to a unit whose report is missing, to be pasted as it is. It names the deadline
//! and never "today": it says the same on whatever day it is sent.

use chrono::NaiveDate;

use super::phrases::{self, plural};
use super::terms;
use crate::model::{Month, Threshold};

say! { lang;
    /// 南宋镇：
    pub fn salutation(unit: &str) { "{unit}：", "To {unit}:" }

    /// Why a unit is reminded, and until when the report is in time.
    pub fn request(enum Why, plan: &str, month: Month, due: NaiveDate) {
        Missing {
            let (month, due) = (terms::month(month, lang), terms::day(due, lang));
            "贵单位“{plan}”{month}月报尚未收到，请报送。报送截止日为{due}，之后报送的按迟报登记。",
            "Your report for {month} on \"{plan}\" has not come in; please file it. It is due by {due}; if filed later, it is recorded as late."
        }
        Draft {
            let (month, due) = (terms::month(month, lang), terms::day(due, lang));
            "贵单位“{plan}”{month}月报还是草稿，尚未报送，请定稿后报送。报送截止日为{due}，之后报送的按迟报登记。",
            "Your report for {month} on \"{plan}\" is still a draft; please finish and submit it. It is due by {due}; if filed later, it is recorded as late."
        }
        Faulty {
            let (month, due) = (terms::month(month, lang), terms::day(due, lang));
            "贵单位“{plan}”{month}月报已收到，但有下列错误，暂不能计入，请改正后重新报送。报送截止日为{due}。",
            "Your report for {month} on \"{plan}\" has come in, but with the errors below, and does not count yet; please correct it and file it again. It is due by {due}."
        }
    }

    /// An error, numbered.
    pub fn numbered(number: usize, said: &str) { "（{number}）{said}", "({number}) {said}" }

    /// The heading above the items.
    pub fn items(month: Month) {
        let close = terms::close(month, lang);
        "月报应填报的事项（填截至{close}的累计数）：", "Items to report on (cumulative figures, as of {close}):"
    }

    /// What the plan asks of an item for the month.
    pub fn asked(enum Asked<'a>) {
        Figure(figure: &'a str) { "应完成{figure}", "{figure} required" }
        NothingYet { "尚未到第一个节点，报实际进度", "nothing required yet; report the progress" }
        OccurrenceNow { "本月到期一期，报是否已做", "one is due this month; report whether it is done" }
        Times(due: Month, times: u32) {
            let due = terms::close(due, lang);
            "本期{due}到期，至少{times}次，报本期累计做了几次", "the current one is due at {due}, at least {times} times; report how often so far"
        }
        OccurrenceIn(month: Month) { "下一期{}到期", "the next one is due at {}"; terms::close(month, lang) }
        /// Occurrences, none of which is ahead.
        Occurrence { "各期均已到期，报是否已做", "all have been due; report whether they are done" }
        Target(target: &'a str) { "要求{target}", "{target} required" }
        TargetFrom(target: &'a str, due: &'a str) { "{due}起要求{target}，报现在的读数", "{target} required from {due} on; report the reading" }
        Progress { "没有时限，报进展", "no deadline; report how it stands" }
    }

    /// 2.1 城镇雨污分流改造：应完成60%；上次填报（2022年5月）35%
    pub fn item(id: &str, title: &str, asked: &str, last: Option<(Month, &str)>) {
        match last {
            Some((month, said)) => {
                let month = terms::month(month, lang);
                "{id} {title}：{asked}；上次填报（{month}）：{said}。", "{id} {title}: {asked}; last reported ({month}): {said}."
            }
            None => { "{id} {title}：{asked}；从未填报。", "{id} {title}: {asked}; never reported." }
        }
    }

    /// The standing duties, of which only is said whether all is well.
    pub fn standing_duties(items: &[String]) {
        let items = lang.list(items);
        "常态事项，报“正常”或“有问题”：{items}。", "Standing duties, to be reported as normal or problem: {items}."
    }

    /// How far a share lagged at the close of the month before, and what follows.
    pub fn lagging(id: &str, month: Month, late: &str, tier: Option<&str>, presumed: bool, follows: &str) {
        let close = terms::close(month, lang);
        match (tier, presumed) {
            (None, _) => { "{id} {follows}" }
            (Some(tier), false) => { "{id} 截至{close}{late}（对应{tier}一档）。{follows}", "{id} was {late} at {close} ({tier}). {follows}" }
            (Some(tier), true) => {
                "{id} 该报的月报没有填这一事项，推定截至{close}{late}（对应{tier}一档）。{follows}",
                "{id} was, as nothing was reported on it, presumed {late} at {close} ({tier}). {follows}"
            }
        }
    }

    /// How far a share lagged at the close of the month before.
    pub fn lagged(id: &str, month: Month, late: &str, presumed: bool) {
        let close = terms::close(month, lang);
        if presumed => {
            "{id} 该报的月报没有填这一事项，推定截至{close}{late}。",
            "{id} was, as nothing was reported on it, presumed {late} at {close}."
        }
        "{id} 截至{close}{late}。", "{id} was {late} at {close}."
    }

    /// What brings the lag below a rung.
    pub fn catches_up(month: Month, needs: &str, from: Threshold) {
        let (month, short) = (terms::month(month, lang), short_of(from, lang));
        "{month}月报{needs}，{short}。", "If the report for {month} {needs}, {short}."
    }

    /// That a rung is not reached.
    fn short_of(from: Threshold) {
        let (months, late) = (from.months, plural(from.months, "month"));
        match (months, from.is_exclusive) {
            (0, false) => { "到期的就都做到了", "nothing due is left undone" }
            (_, false) => { "滞后就不满{months}个月", "it is less than {late} late" }
            (_, true) => { "滞后就不超过{months}个月", "it is no more than {late} late" }
        }
    }

    /// That a share comes to be as late as a rung takes, and what prevents that.
    pub fn will_lag(id: &str, month: Month, needs: Option<&str>, from: Threshold) {
        let (close, month) = (terms::close(month, lang), terms::month(month, lang));
        let reached = will_reach(from, lang);
        match needs {
            None => { "{id} {close}{reached}。", "{id} {reached} at {close}." }
            Some(needs) => {
                "{id} 若无新进展，{close}{reached}；{month}月报{needs}，可以避免。",
                "{id}: if nothing changes, it {reached} at {close}; the report for {month} avoids that if it {needs}."
            }
        }
    }

    fn will_reach(from: Threshold) {
        let (zh, late) = (phrases::threshold(from, lang), plural(from.months, "month"));
        match (from.months, from.is_exclusive) {
            (0, false) => { "{zh}", "has something due and not done" }
            (_, false) => { "{zh}", "is {late} late" }
            (_, true) => { "{zh}", "is more than {late} late" }
        }
    }

    /// That an approved change of the plan brings the lag below a rung.
    pub fn asks_less(month: Month, from: Threshold) {
        let (close, short) = (terms::close(month, lang), short_of(from, lang));
        "按批准的计划调整，{close}{short}。", "By the approved change of the plan, {short} at {close}."
    }

    /// That an earlier report of the unit has errors and was left out of the figures above.
    pub fn earlier_faulty(months: &[String]) {
        let months = lang.list(months);
        "贵单位{months}月报也有错误，以上没有计入，请一并改正。",
        "Your report for {months} has errors as well and is left out above; please correct it too."
    }

    /// That a unit asked about has no report outstanding.
    pub fn owes_nothing(units: &[String], month: Month) {
        let (units, month) = (lang.list(units), terms::month(month, lang));
        "{units}：{month}月报已收到或不要求报送，不用催。", "{units}: no report for {month} is outstanding."
    }

    /// How many messages there are; said beside them.
    pub fn count(count: usize, month: Month) {
        let month = terms::month(month, lang);
        "{month}月报催报文字{count}份，每个单位一份，可分别复制。", "Reminders for {month}: {count}, one for each unit."
    }
}

words! { lang;
    /// That the unit leads no open item: it still files a report.
    pub fn no_items() {
        "贵单位目前没有未完成的牵头事项，月报写明月份和单位即可。",
        "You lead no open item at present; a report that names the month and the unit is enough."
    }

    /// The heading above what may follow.
    pub fn take_note() { "请注意：", "Please note:" }

    /// How the message ends.
    pub fn closing() {
        "已经报送或者填报有困难的，请告知我们。谢谢支持！",
        "If you have already filed, or if anything stands in the way, please tell us. Thank you."
    }
}

/// The line above each message if there are several.
pub fn separator(number: usize, count: usize, unit: &str) -> String {
    let rule = "=".repeat(8);
    format!("{rule} {number}/{count} {unit} {rule}")
}
