//! Words of the page that shows the register.

use chrono::NaiveDate;

use super::{Lang, recording, register, terms};
use crate::model::{Decision, Month, Outcome, Standing};

/// The parts of the page, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// 文书
    Notice,
    /// A proposal without a notice.
    Unissued,
    /// A notice in force whose shares have no such tier any more.
    ToLift,
    /// 异议 that nobody has decided.
    Contested,
    /// 豁免
    Exemption,
    /// 核验
    Verification,
    /// 督查事项
    Finding,
    /// 计划调整
    Change,
    /// 年度考核
    Assessment,
    /// 结账
    Closing,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Notice,
        Self::Unissued,
        Self::ToLift,
        Self::Contested,
        Self::Exemption,
        Self::Verification,
        Self::Finding,
        Self::Change,
        Self::Assessment,
        Self::Closing,
    ];
}

/// What a part is called in a column.
pub fn part(part: Part, lang: Lang) -> &'static str {
    match part {
        Part::Notice => lang.pick("文书", "notice"),
        Part::Unissued => lang.pick("未登记文书", "no notice"),
        Part::ToLift => lang.pick("待解除", "to be lifted"),
        Part::Contested => lang.pick("异议未复核", "objection undecided"),
        Part::Exemption => lang.pick("豁免", "exemption"),
        Part::Verification => lang.pick("核验", "check"),
        Part::Finding => lang.pick("督查事项", "finding"),
        Part::Change => lang.pick("计划调整", "change of the plan"),
        Part::Assessment => lang.pick("年度考核", "result of the year"),
        Part::Closing => lang.pick("结账", "closing"),
    }
}

/// The heading of a part.
pub fn heading(part: Part, count: usize, month: Month, lang: Lang) -> String {
    let close = terms::close(month, lang);
    match (part, lang) {
        (Part::Notice, Lang::Zh) => format!("文书：{count}份"),
        (Part::Notice, Lang::En) => format!("Notices: {count}"),
        (Part::Unissued, Lang::Zh) => format!("{close}拟定档次、没有登记文书的：{count}份"),
        (Part::Unissued, Lang::En) => {
            format!("Proposed as of {close}, no notice recorded: {count}")
        }
        (Part::ToLift, Lang::Zh) => {
            format!("仍生效、但{close}已够不上这一档的文书（待解除）：{count}份")
        }
        (Part::ToLift, Lang::En) => {
            format!("In force, but the tier is not reached as of {close} (to be lifted): {count}")
        }
        (Part::Contested, Lang::Zh) => format!("有异议、还没有复核的文书：{count}份"),
        (Part::Contested, Lang::En) => format!("Objections that nobody has decided: {count}"),
        (Part::Exemption, Lang::Zh) => format!("{close}在豁免期内的：{count}份"),
        (Part::Exemption, Lang::En) => format!("Exempt as of {close}: {count}"),
        (Part::Verification, Lang::Zh) => format!("核验：{count}次"),
        (Part::Verification, Lang::En) => format!("Checks: {count}"),
        (Part::Finding, Lang::Zh) => format!("督查事项：{count}个"),
        (Part::Finding, Lang::En) => format!("Findings of inspections: {count}"),
        (Part::Change, Lang::Zh) => format!("经批准的计划调整：{count}项"),
        (Part::Change, Lang::En) => format!("Approved changes of the plan: {count}"),
        (Part::Assessment, Lang::Zh) => format!("年度考核结果：{count}个"),
        (Part::Assessment, Lang::En) => format!("Results of the year: {count}"),
        (Part::Closing, Lang::Zh) => format!("已结账的月份：{count}次结账"),
        (Part::Closing, Lang::En) => format!("Months closed: {count}"),
    }
}

/// That there is nothing to show.
pub fn nothing(lang: Lang) -> &'static str {
    lang.pick("登记簿里没有记录，也没有应登记而未登记的。", "Nothing is recorded, and nothing is left to be recorded.")
}

/// How many notices stand how: 生效 1、异议中 0、…
pub fn standings(counts: &[(Standing, usize)], lang: Lang) -> String {
    let said = counts.iter().map(|(standing, count)| {
        let standing = register::standing(*standing, lang);
        match lang {
            Lang::Zh => format!("{standing} {count}"),
            Lang::En => format!("{standing}: {count}"),
        }
    });
    let said = lang.list(said);
    match lang {
        Lang::Zh => format!("{said}。"),
        Lang::En => format!("{said}."),
    }
}

/// What a notice rests on, when it was sent, who approved it, and which items it names.
pub fn issued(month: Month, date: NaiveDate, approver: &str, items: &[String], place: &str, lang: Lang) -> String {
    let (close, date) = (terms::close(month, lang), terms::day(date, lang));
    let items = lang.list(items);
    match lang {
        Lang::Zh => {
            format!("依据{close}的结论，{date}发出，{approver}审定；事项：{items}（{place}）。")
        }
        Lang::En => format!("Rests on {close}; sent on {date}, approved by {approver}; items: {items} ({place})."),
    }
}

/// Whether an answer was due and came.
pub fn answer(
    due: Option<NaiveDate>,
    reply: Option<(NaiveDate, &str)>,
    overdue_on: Option<NaiveDate>,
    lang: Lang,
) -> Option<String> {
    let day = |day| terms::day(day, lang);
    let limit = match (due, lang) {
        (None, _) => String::new(),
        (Some(due), Lang::Zh) => format!("答复期限{}，", day(due)),
        (Some(due), Lang::En) => format!("An answer is due by {}; ", day(due)),
    };
    Some(match (reply, overdue_on, lang) {
        (Some((on, text)), _, Lang::Zh) => {
            format!("{limit}{}答复{}", day(on), quote(text, lang))
        }
        (Some((on, text)), _, Lang::En) => {
            format!("{limit}answered on {}{}", day(on), quote(text, lang))
        }
        (None, _, _) if due.is_none() => return None,
        (None, None, Lang::Zh) => format!("{limit}未答复。"),
        (None, None, Lang::En) => format!("{limit}no answer is recorded."),
        (None, Some(on), Lang::Zh) => format!("{limit}到{}逾期未答复。", day(on)),
        (None, Some(on), Lang::En) => format!("{limit}overdue on {}.", day(on)),
    })
}

/// An objection.
pub fn objection(on: NaiveDate, text: &str, lang: Lang) -> String {
    let (on, text) = (terms::day(on, lang), quote(text, lang));
    match lang {
        Lang::Zh => format!("{on}提出异议{text}"),
        Lang::En => format!("Objected to on {on}{text}"),
    }
}

/// What became of a notice when it was looked at again.
pub fn decided(decision: Decision, on: NaiveDate, text: &str, lang: Lang) -> String {
    let (on, text) = (terms::day(on, lang), quote(text, lang));
    let decision = recording::decision(decision, lang);
    match lang {
        Lang::Zh => format!("{on}复核，{decision}{text}"),
        Lang::En => format!("Looked at again on {on}, {decision}{text}"),
    }
}

/// That a notice was lifted.
pub fn lifted(on: NaiveDate, text: &str, lang: Lang) -> String {
    let (on, text) = (terms::day(on, lang), quote(text, lang));
    match lang {
        Lang::Zh => format!("{on}解除{text}"),
        Lang::En => format!("Lifted on {on}{text}"),
    }
}

/// The end of a sentence, with what was said where something was.
fn quote(text: &str, lang: Lang) -> String {
    match (text.trim(), lang) {
        ("", Lang::Zh) => "。".to_owned(),
        ("", Lang::En) => ".".to_owned(),
        (text, Lang::Zh) => format!("：{text}"),
        (text, Lang::En) => format!(": {text}"),
    }
}

/// 见 register/2022-06/notices.toml:3
pub fn see(place: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("见 {place}"),
        Lang::En => format!("see {place}"),
    }
}

/// The result of a unit's year.
pub fn assessed(
    (year, outcome): (i32, Outcome),
    (date, by): (NaiveDate, &str),
    reference: &str,
    note: &str,
    place: &str,
    lang: Lang,
) -> String {
    let date = terms::day(date, lang);
    let outcome = register::outcome(outcome, lang);
    let more: Vec<String> =
        [reference, note].iter().map(|text| text.trim()).filter(|text| !text.is_empty()).map(str::to_owned).collect();
    let more = match (more.is_empty(), lang) {
        (true, _) => String::new(),
        (false, Lang::Zh) => format!("：{}", more.join("，")),
        (false, Lang::En) => format!(": {}", more.join(", ")),
    };
    match lang {
        Lang::Zh => format!("{year}年度考核{outcome}，{by}于{date}认定{more}（{place}）。"),
        Lang::En => format!("{year}: {outcome}, by {by} on {date}{more} ({place})."),
    }
}

/// A closing, and whether the month was opened again.
pub fn closing(date: NaiveDate, by: &str, reopened: Option<(NaiveDate, &str)>, place: &str, lang: Lang) -> String {
    let date = terms::day(date, lang);
    let reopened = reopened.map(|(on, why)| (terms::day(on, lang), why.trim()));
    match (lang, reopened) {
        (Lang::Zh, None) => format!("{by}于{date}结账（{place}）。"),
        (Lang::Zh, Some((on, why))) => {
            format!("{by}于{date}结账，{on}重新打开，理由是{why}（{place}）。")
        }
        (Lang::En, None) => format!("Closed by {by} on {date} ({place})."),
        (Lang::En, Some((on, why))) => {
            format!("Closed by {by} on {date}, opened again on {on}: {why} ({place}).")
        }
    }
}

/// Whether a closing is in force.
pub fn is_closed(is_open_again: bool, lang: Lang) -> &'static str {
    if is_open_again { lang.pick("已重新打开", "opened again") } else { lang.pick("已结账", "closed") }
}
