//! Words about closing a month and opening it again.

use chrono::NaiveDate;

use super::{Lang, terms};
use crate::model::Month;

/// What was done, or would be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// 结账
    Closed,
    /// 重新打开
    Reopened,
}

/// What was written, and where.
pub fn done(done: Done, month: Month, path: &str, is_written: bool, lang: Lang) -> String {
    let month = terms::month(month, lang);
    match (lang, done, is_written) {
        (Lang::Zh, Done::Closed, true) => format!("{month}已结账，写入 {path}。"),
        (Lang::Zh, Done::Closed, false) => format!("试运行：{month}可以结账，会写入 {path}。"),
        (Lang::Zh, Done::Reopened, true) => format!("{month}已重新打开，写入 {path}。"),
        (Lang::Zh, Done::Reopened, false) => {
            format!("试运行：{month}可以重新打开，会写入 {path}。")
        }
        (Lang::En, Done::Closed, true) => format!("{month} is closed; written to {path}."),
        (Lang::En, Done::Closed, false) => {
            format!("Dry run: {month} can be closed; it would be written to {path}.")
        }
        (Lang::En, Done::Reopened, true) => format!("{month} is open again; written to {path}."),
        (Lang::En, Done::Reopened, false) => {
            format!("Dry run: {month} can be opened again; it would be written to {path}.")
        }
    }
}

/// What a closing holds.
pub fn holds(verdicts: usize, notices: usize, files: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("记下结论{verdicts}份、已登记文书{notices}份、文件{files}个。"),
        Lang::En => format!("It holds {verdicts} verdicts, {notices} notices and {files} files."),
    }
}

/// The seal, and the one it follows.
pub fn seal(seal: &str, previous: Option<Month>, lang: Lang) -> String {
    match (lang, previous) {
        (Lang::Zh, None) => format!("封印：{seal}（此前没有结账的月份）。"),
        (Lang::Zh, Some(month)) => {
            format!("封印：{seal}，接{}。", terms::month(month, lang))
        }
        (Lang::En, None) => format!("Seal: {seal}; no month before is closed."),
        (Lang::En, Some(month)) => {
            format!("Seal: {seal}, following {}.", terms::month(month, lang))
        }
    }
}

/// What a closing does and does not do.
pub fn meaning(lang: Lang) -> &'static str {
    lang.pick(
        "以后仍可更正过去的文件；一改，check 就指出哪一份结论会不同、因为哪个文件。",
        "The past can still be corrected; `check` then says which verdict would be another, and because of which file.",
    )
}

/// Reports that are missing at the closing.
pub fn missing(units: &[String], lang: Lang) -> String {
    let units = lang.list(units);
    match lang {
        Lang::Zh => {
            format!("注意：还没有收到{units}的月报；以后补报会成为迟报，并可能改变本月结论。")
        }
        Lang::En => {
            format!("Note: no report yet from {units}; one that comes later may change this month.")
        }
    }
}

/// Proposals for which no notice has been recorded.
pub fn unissued(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => {
            format!("注意：有{count}份拟定的档次没有登记文书；是没有发，还是发了没有登记？")
        }
        Lang::En => format!("Note: {count} proposals have no notice in the register: not sent, or not recorded?"),
    }
}

/// On every page about a closed month.
pub fn is_closed(month: Month, date: NaiveDate, seal: &str, lang: Lang) -> String {
    let (month, date) = (terms::month(month, lang), terms::day(date, lang));
    let seal: String = seal.chars().take(12).collect();
    match lang {
        Lang::Zh => format!("{month}已于{date}结账，封印 {seal}…"),
        Lang::En => format!("{month} was closed on {date}, seal {seal}…"),
    }
}

/// How many verdicts of a closed month would be others now.
pub fn differs(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("与结账时相比，有{count}份结论现在不同；运行 shangdang check 看是哪几份、因为什么。"),
        Lang::En => format!("{count} verdicts are others than at the closing; `shangdang check` says which, and why."),
    }
}

/// Why a month cannot be closed or opened again.
#[derive(Clone, Copy, Debug)]
pub enum Refusal {
    /// It is closed already.
    Closed(NaiveDate),
    /// It is not closed.
    NotClosed,
    /// A later month is closed.
    LaterClosed(Month),
    /// The day lies before the month began, or before the closing.
    TooEarly(NaiveDate),
    /// Nobody is named as closing it, and the plan names no office.
    NoOffice,
    /// A reason is missing.
    NoReason,
}

/// The same in words.
pub fn refused(why: Refusal, month: Month, lang: Lang) -> String {
    let shown = terms::month(month, lang);
    match (lang, why) {
        (Lang::Zh, Refusal::Closed(date)) => format!(
            "{shown}已于{}结账；要更正，先运行 shangdang reopen {month} --on 日期 --because 理由",
            terms::day(date, lang)
        ),
        (Lang::Zh, Refusal::NotClosed) => format!("{shown}没有结账，不用重新打开"),
        (Lang::Zh, Refusal::LaterClosed(later)) => format!(
            "后面的{0}已经结账；结账按月份先后，一环扣一环：先从后往前重新打开（shangdang reopen {later} …）",
            terms::month(later, lang)
        ),
        (Lang::Zh, Refusal::TooEarly(first)) => {
            format!("日期太早：最早是{}（报送截止日以后；重新打开和再结账，不早于前一次）", terms::day(first, lang))
        }
        (Lang::Zh, Refusal::NoOffice) => {
            "没有写由谁结账：加上 --by 机关，或在 plan.toml 的 [office] 里写 name".to_owned()
        }
        (Lang::Zh, Refusal::NoReason) => "重新打开要写明理由：--because 理由".to_owned(),
        (Lang::En, Refusal::Closed(date)) => format!(
            "{shown} was closed on {}; to correct it, first run shangdang reopen {month} --on DAY --because REASON",
            terms::day(date, lang)
        ),
        (Lang::En, Refusal::NotClosed) => format!("{shown} is not closed"),
        (Lang::En, Refusal::LaterClosed(later)) => format!(
            "{later} is closed, and months follow each other in the chain: open the later ones again first (shangdang reopen {later} …)"
        ),
        (Lang::En, Refusal::TooEarly(first)) => {
            format!(
                "the day is too early: {} at the earliest, after the report day, and not before the closing or opening that it follows",
                terms::day(first, lang)
            )
        }
        (Lang::En, Refusal::NoOffice) => {
            "nobody is named as closing it: add --by OFFICE, or name the office in [office] of plan.toml".to_owned()
        }
        (Lang::En, Refusal::NoReason) => "a month is opened again for a reason: --because REASON".to_owned(),
    }
}
