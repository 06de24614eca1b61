//! Words of the filing matrix: who has reported for which month.

use chrono::{Datelike, NaiveDate};

use super::terms;
use crate::assess::Filed;
use crate::model::Month;

words! { lang;
    /// What a unit has filed, in one character, for narrow screens.
    pub fn mark(filed: Filed) {
        match filed {
            Filed::InTime => { "按", "+" }
            Filed::Unasked => { "另", "E" }
            Filed::Late(_) => { "迟", "L" }
            Filed::Draft => { "草", "D" }
            Filed::Faulty => { "误", "F" }
            Filed::Missing => { "未", "M" }
            Filed::NotExpected => { "-" }
        }
    }

    /// What the words and characters mean.
    pub fn legend(is_brief: bool) {
        if is_brief => {
            "按：按时；迟：迟报；未：未报；误：月报有错误；草：草稿未报送；-：不要求报送。放不下时从早先的月份略起，合计照算。",
            "+ in time, L late, M missing, F faulty, D draft, - not expected. If there is no room, earlier months are not shown, but they are counted."
        }
        "按时、迟（报送日）、未报、有误（月报有错误）、草稿（未报送）；-：不要求报送。",
        "In time, late (day of filing), missing, faulty (the file has errors), draft (not submitted); - not expected."
    }

    /// What the mark of a report that nobody asked for means, in front of the others.
    pub fn legend_of_extra(is_brief: bool) {
        if is_brief => { "另：另报（不要求而报的）；", "E extra (not asked for), " }
        "另报：不要求而报的；", "Extra: not asked for. "
    }

    /// What is counted, at the heads and feet of the matrix.
    pub fn count(enum Count) {
        Expected { "应报", "expected" }
        Received { "已报", "in" }
        Late { "迟报", "late" }
        Missing { "未报", "missing" }
        Faulty { "有误", "faulty" }
    }

    /// The same for narrow screens.
    pub fn short_count(count: Count) {
        match count {
            Count::Expected => { "应报", "expected" }
            Count::Received => { "已报", "in" }
            Count::Late => { "迟", "L" }
            Count::Missing => { "未", "M" }
            Count::Faulty => { "误", "F" }
        }
    }

}

say! { lang;
    /// What a unit has filed for a month, in a word, with the day where it was late.
    pub fn filed(filed: Filed, month: Month) {
        match filed {
            Filed::InTime => { "按时", "in time" }
            Filed::Unasked => { "另报", "extra" }
            Filed::Late(day) => {
                let day = short_day(day, month);
                "迟{day}", "late {day}"
            }
            Filed::Draft => { "草稿", "draft" }
            Filed::Faulty => { "有误", "faulty" }
            Filed::Missing => { "未报", "missing" }
            Filed::NotExpected => { "-" }
        }
    }

    /// The same where nothing stands beside it to explain it, and where a spreadsheet would take a dash for a formula.
    pub fn filed_in_full(what: Filed, month: Month) {
        if what == Filed::NotExpected => { "不要求", "not expected" }
        let word = filed(what, month, lang);
        "{word}"
    }

    /// The head of a month's column: 6月, or 2022-06 where the months are of several years.
    pub fn month_head(month: Month, has_years: bool) {
        if has_years => { "{month}" }
        let number = month.number();
        "{number}月", "{number:02}"
    }

    /// What is in for a month, and until when it was due.
    pub fn summary(tally: &Tally, month: Month, due: NaiveDate) {
        let Tally { expected, received, late, missing, drafts, faulty } = tally;
        let (month, day) = (terms::month(month, lang), terms::day(due, lang));
        if (*expected, *received) == (0, 0) => { "{month}不要求报送月报。", "No report for {month} is asked for." }
        if *expected == 0 => {
            "{month}不要求报送月报，另有{received}份报来。", "No report for {month} is asked for; {received} came in all the same."
        }
        let (drafts, faulty) = (among_them(*drafts, lang), and_faulty(*faulty, lang));
        "{month}月报：应报{expected}份，已报{received}份（其中迟报{late}份），未报{missing}份{drafts}{faulty}；报送截止{day}。",
        "Reports for {month}: {expected} expected, {received} in (late among them: {late}), missing {missing}{drafts}{faulty}; due by {day}."
    }

    fn among_them(drafts: usize) {
        if drafts == 0 => { "" }
        "（其中草稿{drafts}份）", " (drafts among them: {drafts})"
    }

    fn and_faulty(count: usize) {
        if count == 0 => { "" }
        "，有误{count}份", ", faulty {count}"
    }

    /// The heading above the units that need a reminder.
    pub fn owed(month: Month, units: usize) {
        let month = terms::month(month, lang);
        "{month}月报应催报的单位：{units}个", "To be reminded for {month}: {units}"
    }

    /// That no unit does.
    pub fn nobody_owed(month: Month, is_asked: bool) {
        let month = terms::month(month, lang);
        if !is_asked => {
            "{month}不要求报送月报，没有要催报的单位。", "No report for {month} is asked for; no unit needs a reminder."
        }
        "{month}月报都已收到，没有要催报的单位。", "All reports for {month} have come in; no unit needs a reminder."
    }

    /// 未报：南宋镇、东和乡。
    pub fn named(word: &str, names: &[String]) {
        let names = lang.list(names);
        "{word}：{names}。", "{word}: {names}."
    }

    /// 有误：南宋镇　reports/2022-06/nansong.toml
    pub fn faulty(name: &str, file: &str) { "有误：{name}　{file}", "faulty: {name}  {file}" }

    /// One error in a file on one line.
    pub fn error_line(line: usize, what: &str, instead: &str) {
        if instead.is_empty() => { "第{line}行：{what}", "line {line}: {what}" }
        "第{line}行：{what}；{instead}", "line {line}: {what}; {instead}"
    }

    /// That there are more errors than are listed.
    pub fn more_errors(count: usize) { "另有{count}处错误。", "and more errors: {count}." }
    /// That there are more files than are listed.
    pub fn more_files(count: usize) { "以及另外{count}份。", "and more: {count}." }

    /// The heading above report files with errors that belong to no owed report of the month.
    pub fn other_faulty(count: usize) {
        "另有{count}份有误的月报，改好之前不能核算（shangdang check 看详情）",
        "Other faulty reports: {count}. Nothing is assessed until they are corrected (see shangdang check)"
    }

    /// Where the texts of the reminders are.
    pub fn see_remind(month: Month, known_by: Option<NaiveDate>) {
        let known_by = known_by.map_or_else(String::new, |day| format!(" --known-by {day}"));
        let command = format!("shangdang filing --month {month}{known_by} --remind");
        "可直接发出的催报文字：{command}", "Texts ready to be sent: {command}"
    }
}

/// The counts of the as-of month in one sentence.
pub struct Tally {
    /// 应报
    pub expected: usize,
    /// 已报
    pub received: usize,
    /// 迟报
    pub late: usize,
    /// 未报
    pub missing: usize,
    /// 草稿, among the missing ones.
    pub drafts: usize,
    /// 有误
    pub faulty: usize,
}

/// Month and day, with the year only where somebody could mistake it.
pub fn short_day(day: NaiveDate, month: Month) -> String {
    if day.year() == month.year() { day.format("%m-%d").to_string() } else { day.to_string() }
}

/// The head of a month's column where there is little room; with the year where one begins, and at the first of
/// several.
pub fn short_month_head(month: Month, is_first: bool, has_years: bool) -> String {
    let number = month.number();
    if has_years && (is_first || number == 1) {
        format!("{:02}/{number}", month.year() % 100)
    } else {
        number.to_string()
    }
}
