//! The words of a reminder: a message to a unit whose report is missing, to be pasted as it is. It names the deadline
//! and never "today": it says the same on whatever day it is sent.

use chrono::NaiveDate;

use super::{Lang, terms};
use crate::model::Month;

/// Why a unit is reminded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Nothing has come.
    Missing,
    /// A draft has been begun.
    Draft,
    /// What has come has errors.
    Faulty,
}

/// 南宋镇：
pub fn salutation(unit: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{unit}："),
        Lang::En => format!("To {unit}:"),
    }
}

/// What is wrong and until when the report is in time.
pub fn request(why: Why, plan: &str, month: Month, due: NaiveDate, lang: Lang) -> String {
    let month = terms::month(month, lang);
    let due = terms::day(due, lang);
    match (lang, why) {
        (Lang::Zh, Why::Missing) => {
            format!("贵单位“{plan}”{month}月报尚未收到，请报送。报送截止日为{due}，之后报送的按迟报登记。")
        }
        (Lang::Zh, Why::Draft) => format!(
            "贵单位“{plan}”{month}月报还是草稿，尚未报送，请定稿后报送。报送截止日为{due}，之后报送的按迟报登记。"
        ),
        (Lang::Zh, Why::Faulty) => {
            format!("贵单位“{plan}”{month}月报已收到，但有下列错误，暂不能计入，请改正后重新报送。报送截止日为{due}。")
        }
        (Lang::En, Why::Missing) => format!(
            "Your report for {month} on \"{plan}\" has not come in; please file it. It is due by {due}; filed later it is recorded as late."
        ),
        (Lang::En, Why::Draft) => format!(
            "Your report for {month} on \"{plan}\" is still a draft; please finish and submit it. It is due by {due}; filed later it is recorded as late."
        ),
        (Lang::En, Why::Faulty) => format!(
            "Your report for {month} on \"{plan}\" has come in, but with the errors below, and does not count yet; please correct it and file it again. It is due by {due}."
        ),
    }
}

/// An error, numbered.
pub fn numbered(number: usize, said: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("（{number}）{said}"),
        Lang::En => format!("({number}) {said}"),
    }
}

/// The heading above the items.
pub fn items(month: Month, lang: Lang) -> String {
    let close = terms::close(month, lang);
    match lang {
        Lang::Zh => format!("月报应填报的事项（填截至{close}的累计数）："),
        Lang::En => format!("Items to report on (cumulative figures, as of {close}):"),
    }
}

/// That the unit leads nothing that is still open: it files all the same.
pub fn no_items(lang: Lang) -> &'static str {
    lang.pick(
        "贵单位目前没有未完成的牵头事项，月报写明月份和单位即可。",
        "You lead no open item at present; a report that names the month and the unit is enough.",
    )
}

/// What the plan asks of an item for the month.
#[derive(Clone, Copy, Debug)]
pub enum Asked<'a> {
    /// A figure.
    Figure(&'a str),
    /// A figure, which is nothing as yet.
    NothingYet,
    /// An occurrence that falls due this month.
    OccurrenceNow,
    /// An occurrence that falls due in a later month.
    OccurrenceIn(Month),
    /// Occurrences, none of which is ahead.
    Occurrence,
    /// A target that holds already, in words.
    Target(&'a str),
    /// A target, in words, that holds from the close of a later month on.
    TargetFrom(&'a str, &'a str),
    /// How it stands, where nothing is planned.
    Progress,
}

/// What the plan asks, in words.
pub fn asked(asked: Asked<'_>, lang: Lang) -> String {
    match (asked, lang) {
        (Asked::Figure(figure), Lang::Zh) => format!("应完成{figure}"),
        (Asked::Figure(figure), Lang::En) => format!("{figure} required"),
        (Asked::NothingYet, Lang::Zh) => "尚未到第一个节点，报实际进度".to_owned(),
        (Asked::NothingYet, Lang::En) => "nothing required yet; report the progress".to_owned(),
        (Asked::OccurrenceNow, Lang::Zh) => "本月到期一期，报是否已做".to_owned(),
        (Asked::OccurrenceNow, Lang::En) => "one falls due this month; report whether it is done".to_owned(),
        (Asked::OccurrenceIn(month), Lang::Zh) => {
            format!("下一期{}到期", terms::close(month, lang))
        }
        (Asked::OccurrenceIn(month), Lang::En) => {
            format!("the next one falls due at {}", terms::close(month, lang))
        }
        (Asked::Occurrence, Lang::Zh) => "各期均已到期，报是否已做".to_owned(),
        (Asked::Occurrence, Lang::En) => "all have fallen due; report whether they are done".to_owned(),
        (Asked::Target(target), Lang::Zh) => format!("要求{target}"),
        (Asked::Target(target), Lang::En) => format!("{target} required"),
        (Asked::TargetFrom(target, due), Lang::Zh) => format!("{due}起要求{target}，报现在的读数"),
        (Asked::TargetFrom(target, due), Lang::En) => {
            format!("{target} required from {due} on; report the reading")
        }
        (Asked::Progress, Lang::Zh) => "没有时限，报进展".to_owned(),
        (Asked::Progress, Lang::En) => "no deadline; report how it stands".to_owned(),
    }
}

/// 2.1 城镇雨污分流改造：应完成60%；上次填报（2022年5月）35%
pub fn item(id: &str, title: &str, asked: &str, last: Option<(Month, &str)>, lang: Lang) -> String {
    let last = match (last, lang) {
        (Some((month, said)), Lang::Zh) => {
            format!("上次填报（{}）：{said}", terms::month(month, lang))
        }
        (Some((month, said)), Lang::En) => format!("last reported ({month}): {said}"),
        (None, Lang::Zh) => "从未填报".to_owned(),
        (None, Lang::En) => "never reported".to_owned(),
    };
    match lang {
        Lang::Zh => format!("{id} {title}：{asked}；{last}。"),
        Lang::En => format!("{id} {title}: {asked}; {last}."),
    }
}

/// The standing duties, of which only is said whether all is well.
pub fn standing(items: &[String], lang: Lang) -> String {
    let items = lang.list(items);
    match lang {
        Lang::Zh => format!("常态事项，报“正常”或“有问题”：{items}。"),
        Lang::En => format!("Standing duties, to be reported as normal or problem: {items}."),
    }
}

/// The heading above what may follow.
pub fn take_note(lang: Lang) -> &'static str {
    lang.pick("请注意：", "Please note:")
}

/// How far a share lagged at the close of the month before, and what follows.
pub fn lagging(
    id: &str,
    month: Month,
    lag: &str,
    tier: Option<&str>,
    presumed: bool,
    follows: &str,
    lang: Lang,
) -> String {
    let close = terms::close(month, lang);
    let Some(tier) = tier else {
        return format!("{id} {follows}");
    };
    match (lang, presumed) {
        (Lang::Zh, false) => format!("{id} 截至{close}滞后{lag}（对应{tier}一档）。{follows}"),
        (Lang::Zh, true) => {
            format!("{id} 当月没有填报这一事项，推定截至{close}滞后{lag}（对应{tier}一档）。{follows}")
        }
        (Lang::En, false) => format!("{id} was {lag} late at {close} ({tier}). {follows}"),
        (Lang::En, true) => {
            format!("{id} was, for want of a report, presumed {lag} late at {close} ({tier}). {follows}")
        }
    }
}

/// That an earlier report of the unit has errors and was left out of the figures above.
pub fn earlier_faulty(months: &[String], lang: Lang) -> String {
    let months = lang.list(months);
    match lang {
        Lang::Zh => format!("贵单位{months}月报也有错误，以上没有计入，请一并改正。"),
        Lang::En => {
            format!("Your report for {months} has errors as well and is left out above; please correct it too.")
        }
    }
}

/// How the message ends.
pub fn closing(lang: Lang) -> &'static str {
    lang.pick(
        "已经报送或者填报有困难的，请告知我们。谢谢支持！",
        "If you have filed already, or if anything is in the way, please tell us. Thank you.",
    )
}

/// The line above each message where there are several.
pub fn separator(number: usize, count: usize, unit: &str) -> String {
    let rule = "=".repeat(8);
    format!("{rule} {number}/{count} {unit} {rule}")
}

/// That a unit that was asked for owes nothing.
pub fn owes_nothing(units: &[String], month: Month, lang: Lang) -> String {
    let (units, month) = (lang.list(units), terms::month(month, lang));
    match lang {
        Lang::Zh => format!("{units}：{month}月报已收到或不要求报送，不用催。"),
        Lang::En => format!("{units}: nothing is owed for {month}."),
    }
}

/// How many messages there are; said beside them.
pub fn count(count: usize, month: Month, lang: Lang) -> String {
    let month = terms::month(month, lang);
    match lang {
        Lang::Zh => format!("{month}月报催报文字{count}份，每个单位一份，可分别复制。"),
        Lang::En => format!("Reminders for {month}: {count}, one for each unit."),
    }
}

/// The heading of the texts in a table.
pub fn text_head(lang: Lang) -> &'static str {
    lang.pick("催报文字", "text")
}

/// The heading of the deadline in a table.
pub fn due_head(lang: Lang) -> &'static str {
    lang.pick("报送截止", "due by")
}
