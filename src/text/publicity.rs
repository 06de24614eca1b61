//! Words of the list from which people choose what goes to the media.

use chrono::NaiveDate;

use super::{register, terms};
use crate::assess::Withheld;
use crate::model::{Decision, Month, NoticeStanding};

say! { lang;
    /// What the page is called.
    pub fn title(month: Option<Month>) {
        match month {
            None => { "媒体曝光备选", "Candidates for publicity" }
            Some(month) => {
                let close = terms::close(month, lang);
                "媒体曝光备选（依据{close}结论的文书）", "Candidates for publicity: notices on the verdicts of {month}"
            }
        }
    }

    /// What is on the list, and that people decide.
    pub fn only_issued(tiers: &[String]) {
        let tiers = tiers.join(lang.pick("和", " and "));
        "只列已经发出、未撤销的{tiers}；算出来而没有发出的不列。是否曝光、曝光哪些，由人决定。",
        "Only {tiers} issued and not withdrawn; what was computed but not issued is not listed. Whether anything is published, and what, is for people to decide."
    }

    /// Nothing on the list.
    pub fn none(tiers: &[String]) {
        if tiers.is_empty() => {
            "方案的档次只有一档，最低一档不曝光，没有可选的。",
            "The plan has only one tier, and the lowest is not published: nothing to choose from."
        }
        let tiers = tiers.join(lang.pick("或", " or "));
        "没有已经发出、未撤销的{tiers}，没有可选的。", "No {tiers} has been issued and not withdrawn: nothing to choose from."
    }

    /// How many were withdrawn and are left out.
    pub fn withdrawn(count: usize) { "另有{count}份已经撤销，不列。", "Withdrawn and left out: {count}." }

    /// The heading of the notices of one tier.
    pub fn heading(tier: &str, count: usize) { "{tier}：{count}份", "{tier}: {count}" }

    /// How a notice stands, as the head of its entry says it: one that is contested is not fit to be published.
    pub fn notice_standing(standing: NoticeStanding) {
        let word = register::notice_standing(standing, lang);
        if standing == NoticeStanding::Contested => { "{word}，不宜曝光", "{word}, not fit to be published" }
        "{word}", "{word}"
    }

    /// What a notice rests on, who approved it, and where it is recorded.
    pub fn rests_on(month: Month, approver: &str, place: &str) {
        let close = terms::close(month, lang);
        "依据{close}的结论，{approver}批准，登记在 {place}。",
        "On the verdicts of {close}, approved by {approver}, recorded in {place}."
    }

    /// An item, and how it stood at the close of the month.
    pub fn item(id: &str, title: &str, stood: &str) { "{id} {title}：{stood}", "{id} {title}: {stood}" }

    /// That by the files as they are now the month asks for less than the notice pronounces.
    pub fn less_now(id: &str, now: Option<&str>, withheld: Option<Withheld>) {
        match (now, withheld) {
            (_, Some(Withheld::Exempt)) => {
                "注意：按现有文件，事项{id}该月在豁免期内，曝光前先核对文书。",
                "Note: by the files as they are now, item {id} is exempt in that month; check the notice first."
            }
            (_, Some(Withheld::Disputed)) => {
                "注意：按现有文件，事项{id}的方案原文自相矛盾、待核定，不宜曝光，先核对文书。",
                "Note: by the files as they are now, the source of item {id} contradicts itself and is not settled; check the notice first."
            }
            (Some(now), None) => {
                "注意：按现有文件，事项{id}该月末只到{now}，低于文书的档次，曝光前先核对文书。",
                "Note: by the files as they are now, item {id} only reaches {now} in that month, less than the notice pronounces; check the notice first."
            }
            (None, None) => {
                "注意：按现有文件，事项{id}该月末不到任何档次，曝光前先核对文书。",
                "Note: by the files as they are now, item {id} reaches no tier in that month; check the notice first."
            }
        }
    }

    /// What somebody wrote or decided about a notice, and when.
    pub fn step(step: Step, on: NaiveDate, text: &str) {
        let (what, on, text) = (step_word(step, lang), terms::day(on, lang), text.trim());
        match text {
            "" => { "{on}{what}。", "{what} on {on}." }
            text => { "{on}{what}：{text}", "{what} on {on}: {text}" }
        }
    }
}

words! { lang;
    /// That an objection has not been decided yet.
    pub fn undecided() { "异议还没有复核结论，不宜曝光。", "The objection has not been decided yet; not fit to be published." }

    fn step_word(step: Step) {
        match step {
            Step::Reply => { "单位答复", "Answered by the unit" }
            Step::Objection => { "单位提出异议", "Objected to by the unit" }
            Step::Decision(Decision::Upheld) => { "复核维持", "Upheld on review" }
            Step::Decision(Decision::Withdrawn) => { "复核撤销", "Withdrawn on review" }
            Step::Lifted => { "解除", "Lifted" }
        }
    }
}

/// What became of a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// 答复
    Reply,
    /// 异议
    Objection,
    /// 复核
    Decision(Decision),
    /// 解除
    Lifted,
}
