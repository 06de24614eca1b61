//! Words of the calendar: what falls due, for whom, and what has to be there.

use super::terms;
use crate::assess::DeadlineState;
use crate::model::{Month, Revision};

words! { lang;
    /// What kind of deadline it is.
    pub fn kind(enum Kind) {
        Report { "月报报送", "report" }
        Milestone { "节点", "milestone" }
        Occurrence { "本期到期", "occurrence" }
        Indicator { "指标达标", "indicator" }
        Reply { "书面答复", "answer" }
    }

    /// How a deadline stands; empty if it is as planned.
    pub fn state(state: DeadlineState) {
        match state {
            DeadlineState::Planned => { "" }
            DeadlineState::Changed => { "已调整", "changed" }
            DeadlineState::Dropped => { "已取消", "dropped" }
            DeadlineState::Answered => { "已答复", "answered" }
        }
    }

    /// Every unit that files reports.
    pub fn all_units() { "各报送单位", "all units that report" }
    /// No deadline is left.
    pub fn none() { "没有符合所选条件的期限。", "No deadline matches the selection." }
    /// The clause of the plan that a deadline comes from.
    pub fn clause() { "依据条款", "clause" }

    /// What days mean, and how to have them in a calendar.
    pub fn about() {
        "日期当天完成都算按时。写入日历：加 -o 期限.ics，用手机或电脑的日历打开；计划调整后再导入一次，原来的条目会更新，不会重复。",
        "Whatever is done on the day itself is in time. For a calendar, add -o FILE.ics and open that file in the calendar; if it is imported again after the plan has changed, entries are updated, not duplicated."
    }
}

say! { lang;
    /// The report that is due.
    pub fn report(month: Month) {
        let month = terms::month(month, lang);
        "{month}月报", "report for {month}"
    }

    /// The occurrence that is due.
    pub fn occurrence(due: Month) {
        let due = terms::month(due, lang);
        "完成{due}到期的一期", "the one due in {due}"
    }

    /// The same where it has to be done several times.
    pub fn counted(due: Month, times: u32) {
        let due = terms::month(due, lang);
        "{due}到期的一期做满{times}次", "the one due in {due}, {times} times"
    }

    /// The level that is due.
    pub fn level(level: &str) { "完成{level}", "{level} done" }
    /// How many have to have come to a stage.
    pub fn stage(reached: &str) { "累计到{reached}", "reached {reached}" }
    /// The answer that is due.
    pub fn reply(number: &str) { "答复{number}", "answer to {number}" }

    /// What the calendar holds.
    pub fn extent(from: Month, until: Month, count: usize, is_sample: bool) {
        let (from, until) = (terms::month(from, lang), terms::month(until, lang));
        if is_sample => { "{from}至{until}的期限：{count}个　示例数据", "Deadlines from {from} to {until}: {count}; SAMPLE DATA" }
        "{from}至{until}的期限：{count}个", "Deadlines from {from} to {until}: {count}"
    }

    /// The name of the calendar.
    pub fn name(plan: &str, is_sample: bool) {
        if is_sample => { "{plan}期限（示例数据）", "{plan}: deadlines (SAMPLE DATA)" }
        "{plan}期限", "{plan}: deadlines"
    }

    /// An entry in one line.
    pub fn summary(what: &str, asked: &str, unit: &str, state: DeadlineState) {
        let (state, what) = (marked(state, lang), before_colon(what, lang));
        "{state}{what}{asked}（{unit}）", "{state}{what}{asked} ({unit})"
    }

    fn marked(state: DeadlineState) {
        let word = self::state(state, lang);
        if word.is_empty() => { "" }
        "【{word}】", "[{word}] "
    }

    fn before_colon(text: &str) {
        if text.is_empty() => { "" }
        "{text}：", "{text}: "
    }

    /// A line below an entry: 任务：2 完善雨污管网建设
    pub fn line(head: &str, said: &str) { "{head}：{said}", "{head}: {said}" }

    /// The approved change that a deadline comes from.
    pub fn changed(change: &Revision) {
        let (from, date) = (terms::close(change.from, lang), terms::day(change.date, lang));
        let (reason, reference) = (&change.reason, &change.reference);
        "经批准自{from}起调整：{reason}（{reference}，{date}批准）", "changed from {from} on: {reason} ({reference}, approved {date})"
    }

    /// The months asked for end before they begin.
    pub fn backwards(from: Month, until: Month) {
        "{from}在{until}之后\n  先写早的月份，如 2022-07..2022-09",
        "{from} comes after {until}\n  write the earlier month first, such as 2022-07..2022-09"
    }
}
