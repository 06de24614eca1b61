//! Words about closing a month and opening it again.

use chrono::NaiveDate;

use super::terms;
use crate::model::Month;

say! { lang;
    /// That a month was closed, and where that is written.
    pub fn closed(month: Month, path: &str, is_written: bool) {
        let month = terms::month(month, lang);
        if is_written => { "{month}已结账，写入 {path}。", "{month} is closed; recorded in {path}." }
        "试运行：{month}可以结账，会写入 {path}。", "Dry run: {month} can be closed; it would be recorded in {path}."
    }

    /// That a month was opened again, and where that is written.
    pub fn reopened(month: Month, path: &str, is_written: bool) {
        let month = terms::month(month, lang);
        if is_written => { "{month}已重新打开，写入 {path}。", "{month} is open again; recorded in {path}." }
        "试运行：{month}可以重新打开，会写入 {path}。",
        "Dry run: {month} can be opened again; it would be recorded in {path}."
    }

    /// What a closing holds.
    pub fn holds(verdicts: usize, notices: usize, files: usize) {
        "记下结论{verdicts}份、已登记文书{notices}份、文件{files}个。", "It holds {verdicts} verdicts, {notices} notices and {files} files."
    }

    /// The seal, and the one it follows.
    pub fn seal(seal: &str, previous: Option<Month>) {
        match previous {
            None => { "封印：{seal}（此前没有结账的月份）。", "Seal: {seal}; no earlier month is closed." }
            Some(month) => {
                let month = terms::month(month, lang);
                "封印：{seal}，接{month}。", "Seal: {seal}, following {month}."
            }
        }
    }

    /// Reports that are missing at the closing.
    pub fn missing(units: &[String]) {
        let units = lang.list(units);
        "注意：还没有收到{units}的月报；以后补报会成为迟报，并可能改变本月结论。",
        "Note: no report yet from {units}; one that comes later may change this month."
    }

    /// Proposals for which no notice has been recorded.
    pub fn unissued(count: usize) {
        "注意：有{count}份拟定的档次没有登记文书；是没有发，还是发了没有登记？",
        "Note: {count} proposals have no notice in the register: not sent, or not recorded?"
    }

    /// On every page about a closed month.
    pub fn is_closed(month: Month, date: NaiveDate, seal: &str) {
        let (month, date) = (terms::month(month, lang), terms::day(date, lang));
        "{month}已于{date}结账，封印 {seal:.12}…", "{month} was closed on {date}, seal {seal:.12}…"
    }

    /// That a report is changed after its month, or a later one, was closed; with how many of the sealed verdicts that
    /// does not agree, as far as it is known.
    pub fn changed_after(month: Month, date: NaiveDate, differing: Option<usize>) {
        let (month, date) = (terms::month(month, lang), terms::day(date, lang));
        match differing {
            None => { "注意：{month}已于{date}结账，这是结账以后的改动。", "Note: {month} was closed on {date}; this is a change after the closing." }
            Some(0) => {
                "注意：{month}已于{date}结账，这是结账以后的改动；封存的结论仍然相符。",
                "Note: {month} was closed on {date}; this is a change after the closing, and the sealed verdicts still hold."
            }
            Some(count) => {
                "注意：{month}已于{date}结账，这是结账以后的改动；改动后有{count}份结论与封存的不同。",
                "Note: {month} was closed on {date}; this is a change after the closing; sealed verdicts that do not agree with it: {count}."
            }
        }
    }

    /// How a share stood when its month was closed: 2.1滞后1个月、预警.
    pub fn stood(item: &str, lag: Option<&str>, then: Then<'_>) {
        let (lag, then) = (lag.map_or_else(String::new, |lag| lagged(lag, lang)), self::then(then, lang));
        "{item}{lag}{then}", "{item} {then}{lag}"
    }

    fn lagged(lag: &str) {
        if lag == "0" => { "不滞后、", ", not late" }
        "滞后{lag}个月、", ", late by {lag} months"
    }

    /// Where a share was put when its month was closed.
    pub fn then(enum Then<'a>) {
        Absent { "还没有列入", "not there yet" }
        None { "没有档次", "without a tier" }
        /// 预警
        Tier(tier: &'a str) { "{tier}" }
        Presumed(tier: &'a str) { "推定{tier}", "presumed {tier}" }
        Exempt(tier: &'a str) { "豁免{tier}", "exempt from {tier}" }
        Disputed(tier: &'a str) { "{tier}待核定", "{tier} undecided" }
    }

    /// How many verdicts of a closed month would be others now.
    pub fn differs(count: usize) {
        "与结账时相比，有{count}份结论现在不同；运行 shangdang check 看是哪几份、因为什么。",
        "{count} verdicts differ from those at the closing; `shangdang check` says which, and why."
    }

    /// The reports among the reasons for that which came only after the closing.
    pub fn late_since(reports: &[String]) {
        if reports.is_empty() => { "" }
        let reports = lang.list(reports);
        "原因里有结账以后才报送的：{reports}。", " Among the reasons are reports filed after the closing: {reports}."
    }

    /// 区水利局2022年6月月报（2022年7月22日迟报）
    pub fn filed_since(unit: &str, month: Month, day: NaiveDate) {
        let (month, day) = (terms::month(month, lang), terms::day(day, lang));
        "{unit}{month}月报（{day}迟报）", "{unit} for {month} (filed {day})"
    }

    /// That it is closed already.
    pub fn closed_already(month: Month, date: NaiveDate) {
        let (shown, date) = (terms::month(month, lang), terms::day(date, lang));
        "{shown}已于{date}结账；要更正，先运行 shangdang reopen {month} --on 日期 --because 理由",
        "{shown} was closed on {date}; to correct it, first run shangdang reopen {month} --on DAY --because REASON"
    }

    /// That it is not closed.
    pub fn not_closed(month: Month) {
        let month = terms::month(month, lang);
        "{month}没有结账，不用重新打开", "{month} is not closed"
    }

    /// That a later month is closed.
    pub fn later_closed(later: Month) {
        let month = terms::month(later, lang);
        "后面的{month}已经结账；结账按月份先后，一环扣一环：先从后往前重新打开（shangdang reopen {later} …）",
        "{month} is closed, and closings form a chain: open the later months again first (shangdang reopen {later} …)"
    }

    /// That the day lies before the month was over, or before the closing.
    pub fn too_early(first: NaiveDate) {
        let first = terms::day(first, lang);
        "日期太早：最早是{first}（月份过完、月报到期以后；重新打开和再结账，不早于前一次）",
        "this date is too early: it must be {first} or later, when the month is over and its reports were due, and not before the closing or opening that it follows"
    }
}

words! { lang;
    /// What a closing does and does not do.
    pub fn meaning() {
        "以后仍可更正过去的文件；一改，check 就指出哪一份结论会不同、因为哪个文件。",
        "The past can still be corrected; `check` then says which verdict would differ, and because of which file."
    }

    /// That it is not clear who closes the month: neither the command nor the plan names an office.
    pub fn no_office() {
        "没有写由谁结账：加上 --by 机关，或在 plan.toml 的 [office] 里写 name",
        "it is not clear who closes the month: add --by OFFICE, or name the office in [office] of plan.toml"
    }

    /// That a reason is missing.
    pub fn no_reason() { "重新打开要写明理由：--because 理由", "opening a month again needs a reason: --because REASON" }
}
