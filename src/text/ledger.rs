//! Words of the page that shows the register.

use chrono::NaiveDate;

use super::{Lang, recording, register, terms};
use crate::model::{Decision, Month, NoticeStanding, Outcome};

words! { lang;
    /// A part of the page, in their order.
    pub fn part(enum Part) {
        Notice { "文书", "notice" }
        Unissued { "未登记文书", "no notice" }
        ToLift { "待解除", "to be lifted" }
        Contested { "异议未复核", "objection undecided" }
        Exemption { "豁免", "exemption" }
        Verification { "核验", "check" }
        Finding { "督查事项", "finding" }
        Change { "计划调整", "change of the plan" }
        Assessment { "年度考核", "result of the year" }
        Closing { "结账", "closing" }
    }

    /// That there is nothing to show.
    pub fn nothing() {
        "登记簿里没有记录，也没有应登记而未登记的。", "Nothing is recorded, and nothing remains to be recorded."
    }

    /// Whether a closing is in force.
    pub fn is_closed(is_open_again: bool) {
        if is_open_again => { "已重新打开", "opened again" }
        "已结账", "closed"
    }
}

say! { lang;
    /// The heading of a part.
    pub fn heading(part: Part, count: usize, month: Month) {
        let close = terms::close(month, lang);
        match part {
            Part::Notice => { "文书：{count}份", "Notices: {count}" }
            Part::Unissued => {
                "{close}拟定档次、没有登记文书的：{count}份", "Proposed as of {close}, no notice recorded: {count}"
            }
            Part::ToLift => {
                "仍生效、但{close}已够不上这一档的文书（待解除）：{count}份",
                "In force, but the tier is not reached as of {close} (to be lifted): {count}"
            }
            Part::Contested => { "有异议、还没有复核的文书：{count}份", "Objections that nobody has decided: {count}" }
            Part::Exemption => { "{close}在豁免期内的：{count}份", "Exempt as of {close}: {count}" }
            Part::Verification => { "核验：{count}次", "Checks: {count}" }
            Part::Finding => { "督查事项：{count}个", "Findings of inspections: {count}" }
            Part::Change => { "经批准的计划调整：{count}项", "Approved changes of the plan: {count}" }
            Part::Assessment => { "年度考核结果：{count}个", "Results of the year: {count}" }
            Part::Closing => { "已结账的月份：{count}次结账", "Months closed: {count}" }
        }
    }

    /// How many notices stand how: 生效 1、异议中 0、…
    pub fn standings(counts: &[(NoticeStanding, usize)]) {
        let sign = lang.pick("", ":");
        let said = counts.iter().map(|&(standing, count)| format!("{}{sign} {count}", register::notice_standing(standing, lang)));
        let said = lang.list(said);
        "{said}。", "{said}."
    }

    /// What a notice rests on, when it was sent, who approved it, and which items it names.
    pub fn issued(month: Month, date: NaiveDate, approver: &str, items: &[String], place: &str) {
        let (close, date, items) = (terms::close(month, lang), terms::day(date, lang), lang.list(items));
        "依据{close}的结论，{date}发出，{approver}审定；事项：{items}（{place}）。",
        "Rests on {close}; sent on {date}, approved by {approver}; items: {items} ({place})."
    }

    /// Why a notice is harsher than what was sealed.
    pub fn against_seal(reason: &str) { "比结账时封存的结论重，理由：{reason}", "Harsher than the verdict that was sealed, because: {reason}" }

    fn answered(due: Option<NaiveDate>, reply: Option<(NaiveDate, &str)>, overdue_on: Option<NaiveDate>) {
        let limit = due.map_or_else(String::new, |due| limit(due, lang));
        match (reply, overdue_on) {
            (Some((on, text)), _) => {
                let (on, text) = (terms::day(on, lang), quote(text, lang));
                "{limit}{on}答复{text}", "{limit}answered on {on}{text}"
            }
            (None, None) => { "{limit}未答复。", "{limit}no answer is recorded." }
            (None, Some(on)) => {
                let on = terms::day(on, lang);
                "{limit}到{on}逾期未答复。", "{limit}overdue on {on}."
            }
        }
    }

    fn limit(due: NaiveDate) {
        let due = terms::day(due, lang);
        "答复期限{due}，", "An answer is due by {due}; "
    }

    /// An objection.
    pub fn objection(on: NaiveDate, text: &str) {
        let (on, text) = (terms::day(on, lang), quote(text, lang));
        "{on}提出异议{text}", "Objected to on {on}{text}"
    }

    /// What became of a notice when it was looked at again.
    pub fn decided(decision: Decision, on: NaiveDate, text: &str) {
        let (on, decision, text) = (terms::day(on, lang), recording::decision(decision, lang), quote(text, lang));
        "{on}复核，{decision}{text}", "Reviewed on {on}, {decision}{text}"
    }

    /// That a notice was lifted.
    pub fn lifted(on: NaiveDate, text: &str) {
        let (on, text) = (terms::day(on, lang), quote(text, lang));
        "{on}解除{text}", "Lifted on {on}{text}"
    }

    /// The end of a sentence, with what was said where something was.
    fn quote(text: &str) {
        let text = text.trim();
        if text.is_empty() => { "。", "." }
        "：{text}", ": {text}"
    }

    /// 见 register/2022-06/notices.toml:3
    pub fn see(place: &str) { "见 {place}", "see {place}" }

    /// The result of a unit's year, when and by whom it was found.
    pub fn assessed(result: (i32, Outcome), found: (NaiveDate, &str), reference: &str, note: &str, place: &str) {
        let ((year, outcome), (date, by)) = (result, found);
        let (outcome, date) = (register::outcome(outcome, lang), terms::day(date, lang));
        let more = [reference, note].map(str::trim).into_iter().filter(|text| !text.is_empty());
        let more = terms::after_colon(&more.collect::<Vec<_>>().join(lang.pick("，", ", ")), lang);
        "{year}年度考核{outcome}，{by}于{date}认定{more}（{place}）。", "{year}: {outcome}, by {by} on {date}{more} ({place})."
    }

    /// A closing, and whether the month was opened again.
    pub fn closing(date: NaiveDate, by: &str, reopened: Option<(NaiveDate, &str)>, place: &str) {
        let date = terms::day(date, lang);
        match reopened {
            None => { "{by}于{date}结账（{place}）。", "Closed by {by} on {date} ({place})." }
            Some((on, why)) => {
                let (on, why) = (terms::day(on, lang), why.trim());
                "{by}于{date}结账，{on}重新打开，理由是{why}（{place}）。",
                "Closed by {by} on {date}, opened again on {on}: {why} ({place})."
            }
        }
    }
}

/// Whether an answer was due and came; empty if none was.
pub fn answer(
    due: Option<NaiveDate>,
    reply: Option<(NaiveDate, &str)>,
    overdue_on: Option<NaiveDate>,
    lang: Lang,
) -> Option<String> {
    (due.is_some() || reply.is_some()).then(|| answered(due, reply, overdue_on, lang))
}
