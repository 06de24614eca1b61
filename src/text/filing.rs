//! Words of the filing matrix: who has reported for which month.

use chrono::{Datelike, NaiveDate};

use super::{Lang, terms};
use crate::assess::Filed;
use crate::model::Month;

/// What a unit has filed for a month, in a word, with the day where it was late.
pub fn filed(filed: Filed, month: Month, lang: Lang) -> String {
    match filed {
        Filed::InTime => lang.pick("按时", "in time").to_owned(),
        Filed::Late(day) => {
            let day = short_day(day, month);
            match lang {
                Lang::Zh => format!("迟{day}"),
                Lang::En => format!("late {day}"),
            }
        }
        Filed::Draft => lang.pick("草稿", "draft").to_owned(),
        Filed::Faulty => lang.pick("有误", "faulty").to_owned(),
        Filed::Missing => lang.pick("未报", "missing").to_owned(),
        Filed::NotExpected => "-".to_owned(),
    }
}

/// The same where nothing stands beside it to explain it, and where a spreadsheet would take a dash for a formula.
pub fn filed_in_full(what: Filed, month: Month, lang: Lang) -> String {
    match what {
        Filed::NotExpected => lang.pick("不要求", "not expected").to_owned(),
        _ => filed(what, month, lang),
    }
}

/// The same in one character, for narrow screens.
pub fn mark(filed: Filed, lang: Lang) -> &'static str {
    match filed {
        Filed::InTime => lang.pick("按", "+"),
        Filed::Late(_) => lang.pick("迟", "L"),
        Filed::Draft => lang.pick("草", "D"),
        Filed::Faulty => lang.pick("误", "F"),
        Filed::Missing => lang.pick("未", "M"),
        Filed::NotExpected => "-",
    }
}

/// What the words and characters stand for.
pub fn legend(is_brief: bool, lang: Lang) -> &'static str {
    if is_brief {
        lang.pick(
            "按：按时；迟：迟报；未：未报；误：月报有错误；草：草稿未报送；-：不要求报送。放不下时从早先的月份略起，合计照算。",
            "+ in time, L late, M missing, F faulty, D draft, - not expected. Where there is no room, earlier months are left out, not from the counts.",
        )
    } else {
        lang.pick(
            "按时、迟（报送日）、未报、有误（月报有错误）、草稿（未报送）；-：不要求报送。",
            "In time, late (day of filing), missing, faulty (the file has errors), draft (not submitted); - not expected.",
        )
    }
}

/// The id of what was filed, for scripts.
pub fn id(filed: Filed) -> &'static str {
    match filed {
        Filed::InTime => "in-time",
        Filed::Late(_) => "late",
        Filed::Draft => "draft",
        Filed::Faulty => "faulty",
        Filed::Missing => "missing",
        Filed::NotExpected => "not-expected",
    }
}

/// Month and day, with the year only where somebody could mistake it.
pub fn short_day(day: NaiveDate, month: Month) -> String {
    if day.year() == month.year() { day.format("%m-%d").to_string() } else { day.to_string() }
}

/// The head of a month's column: 6月, or 2022-06 where the months are of several years.
pub fn month_head(month: Month, has_years: bool, lang: Lang) -> String {
    match (has_years, lang) {
        (true, _) => month.to_string(),
        (false, Lang::Zh) => format!("{}月", month.number()),
        (false, Lang::En) => format!("{:02}", month.number()),
    }
}

/// The same where there is little room; with the year where one begins, and at the first of several years.
pub fn short_month_head(month: Month, is_first: bool, has_years: bool) -> String {
    let number = month.number();
    if has_years && (is_first || number == 1) {
        format!("{:02}/{number}", month.year() % 100)
    } else {
        number.to_string()
    }
}

/// Heads and foots of the matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// 应报
    Expected,
    /// 已报
    Received,
    /// 迟报
    Late,
    /// 未报
    Missing,
    /// 有误
    Faulty,
}

/// What is counted.
pub fn count(count: Count, is_brief: bool, lang: Lang) -> &'static str {
    match (count, is_brief) {
        (Count::Expected, _) => lang.pick("应报", "expected"),
        (Count::Received, _) => lang.pick("已报", "in"),
        (Count::Late, false) => lang.pick("迟报", "late"),
        (Count::Late, true) => lang.pick("迟", "L"),
        (Count::Missing, false) => lang.pick("未报", "missing"),
        (Count::Missing, true) => lang.pick("未", "M"),
        (Count::Faulty, false) => lang.pick("有误", "faulty"),
        (Count::Faulty, true) => lang.pick("误", "F"),
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

/// What is in for a month, and until when it was due.
pub fn summary(tally: &Tally, month: Month, due: NaiveDate, lang: Lang) -> String {
    let Tally { expected, received, late, missing, drafts, faulty } = tally;
    let month = terms::month(month, lang);
    let day = terms::day(due, lang);
    match lang {
        Lang::Zh => {
            let drafts = match drafts {
                0 => String::new(),
                drafts => format!("（其中草稿{drafts}份）"),
            };
            let faulty = match faulty {
                0 => String::new(),
                faulty => format!("，有误{faulty}份"),
            };
            format!(
                "{month}月报：应报{expected}份，已报{received}份（其中迟报{late}份），未报{missing}份{drafts}{faulty}；报送截止{day}。"
            )
        }
        Lang::En => {
            let drafts = match drafts {
                0 => String::new(),
                drafts => format!(" (drafts among them: {drafts})"),
            };
            let faulty = match faulty {
                0 => String::new(),
                faulty => format!(", faulty {faulty}"),
            };
            format!(
                "Reports for {month}: {expected} expected, {received} in (late among them: {late}), missing {missing}{drafts}{faulty}; due by {day}."
            )
        }
    }
}

/// The heading above those who are owed a reminder.
pub fn owed(month: Month, units: usize, lang: Lang) -> String {
    let month = terms::month(month, lang);
    match lang {
        Lang::Zh => format!("{month}月报应催报的单位：{units}个"),
        Lang::En => format!("Owed a reminder for {month}: {units}"),
    }
}

/// That nobody is.
pub fn nobody_owed(month: Month, lang: Lang) -> String {
    let month = terms::month(month, lang);
    match lang {
        Lang::Zh => format!("{month}月报都已收到，没有要催报的单位。"),
        Lang::En => format!("All reports for {month} are in; nobody is owed a reminder."),
    }
}

/// 未报：南宋镇、东和乡。
pub fn named(word: &str, names: &[String], lang: Lang) -> String {
    let names = lang.list(names);
    match lang {
        Lang::Zh => format!("{word}：{names}。"),
        Lang::En => format!("{word}: {names}."),
    }
}

/// 有误：南宋镇　reports/2022-06/nansong.toml
pub fn faulty(name: &str, file: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("有误：{name}　{file}"),
        Lang::En => format!("faulty: {name}  {file}"),
    }
}

/// One error in a file on one line.
pub fn error_line(line: usize, what: &str, instead: &str, lang: Lang) -> String {
    match (lang, instead) {
        (Lang::Zh, "") => format!("第{line}行：{what}"),
        (Lang::Zh, instead) => format!("第{line}行：{what}；{instead}"),
        (Lang::En, "") => format!("line {line}: {what}"),
        (Lang::En, instead) => format!("line {line}: {what}; {instead}"),
    }
}

/// That there are more errors than are listed.
pub fn more_errors(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("另有{count}处错误。"),
        Lang::En => format!("and more errors: {count}."),
    }
}

/// The heading above report files with errors that belong to no owed report of the month.
pub fn other_faulty(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("另有{count}份有误的月报，改好之前不能核算（shangdang check 看详情）"),
        Lang::En => {
            format!("Other faulty reports: {count}. Nothing is assessed until they are mended (see shangdang check)")
        }
    }
}

/// That there are more files than are listed.
pub fn more_files(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("以及另外{count}份。"),
        Lang::En => format!("and more: {count}."),
    }
}

/// Where the texts of the reminders are.
pub fn see_remind(month: Month, known_by: Option<NaiveDate>, lang: Lang) -> String {
    let known_by = known_by.map_or_else(String::new, |day| format!(" --known-by {day}"));
    let command = format!("shangdang filing --month {month}{known_by} --remind");
    match lang {
        Lang::Zh => format!("可直接发出的催报文字：{command}"),
        Lang::En => format!("Texts ready to be sent: {command}"),
    }
}
