//! Words of the list from which people choose what goes to the media.

use chrono::NaiveDate;

use super::{Lang, terms};
use crate::model::{Decision, Month, Standing};

/// What the page is called.
#[must_use]
pub fn title(month: Option<Month>, lang: Lang) -> String {
    match (lang, month) {
        (Lang::Zh, None) => "媒体曝光备选".to_owned(),
        (Lang::Zh, Some(month)) => {
            format!("媒体曝光备选（依据{}结论的文书）", terms::close(month, lang))
        }
        (Lang::En, None) => "Candidates for publicity".to_owned(),
        (Lang::En, Some(month)) => {
            format!("Candidates for publicity: notices on the verdicts of {month}")
        }
    }
}

/// What stands on the list, and that people decide.
#[must_use]
pub fn only_issued(tiers: &[String], lang: Lang) -> String {
    let tiers = tiers.join(lang.pick("和", " and "));
    match lang {
        Lang::Zh => {
            format!("只列已经发出、未撤销的{tiers}；算出来而没有发出的不列。是否曝光、曝光哪些，由人决定。")
        }
        Lang::En => format!(
            "Only {tiers} that were issued and not withdrawn; what is merely computed is not here. Whether anything is published, and what, people decide."
        ),
    }
}

/// Nothing on the list.
#[must_use]
pub fn none(tiers: &[String], lang: Lang) -> String {
    let tiers_zh = tiers.join("或");
    let tiers_en = tiers.join(" or ");
    match (lang, tiers) {
        (Lang::Zh, []) => "方案的档次只有一档，最低一档不曝光，没有可选的。".to_owned(),
        (Lang::Zh, _) => format!("没有已经发出、未撤销的{tiers_zh}，没有可选的。"),
        (Lang::En, []) => {
            "The plan has one tier only, and the lowest is not published: nothing to choose from.".to_owned()
        }
        (Lang::En, _) => {
            format!("No {tiers_en} was issued that is not withdrawn: nothing to choose from.")
        }
    }
}

/// How many were withdrawn and are left out.
#[must_use]
pub fn withdrawn(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("另有{count}份已经撤销，不列。"),
        Lang::En => format!("Withdrawn and left out: {count}."),
    }
}

/// The heading of the notices of one tier.
#[must_use]
pub fn heading(tier: &str, count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{tier}：{count}份"),
        Lang::En => format!("{tier}: {count}"),
    }
}

/// How a notice stands, as the head of its entry says it: one that is contested is not fit to be published.
#[must_use]
pub fn standing(standing: Standing, lang: Lang) -> String {
    let word = super::register::standing(standing, lang);
    match (standing, lang) {
        (Standing::Contested, Lang::Zh) => format!("{word}，不宜曝光"),
        (Standing::Contested, Lang::En) => format!("{word}, not fit to be published"),
        _ => word.to_owned(),
    }
}

/// What a notice rests on, who approved it, and where it is recorded.
#[must_use]
pub fn rests_on(month: Month, approver: &str, place: &str, lang: Lang) -> String {
    let close = terms::close(month, lang);
    match lang {
        Lang::Zh => format!("依据{close}的结论，{approver}批准，登记在 {place}。"),
        Lang::En => {
            format!("On the verdicts of {close}, approved by {approver}, recorded in {place}.")
        }
    }
}

/// An item, and how it stood at the close of the month.
#[must_use]
pub fn item(id: &str, title: &str, stood: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{id} {title}：{stood}"),
        Lang::En => format!("{id} {title}: {stood}"),
    }
}

/// That by the files as they are now the month asks for less than the notice pronounces.
#[must_use]
pub fn less_now(id: &str, now: Option<&str>, is_exempt: bool, lang: Lang) -> String {
    match (lang, now, is_exempt) {
        (Lang::Zh, _, true) => {
            format!("注意：按现有文件，事项{id}该月在豁免期内，曝光前先核对文书。")
        }
        (Lang::Zh, Some(now), _) => {
            format!("注意：按现有文件，事项{id}该月末只到{now}，低于文书的档次，曝光前先核对文书。")
        }
        (Lang::Zh, None, _) => {
            format!("注意：按现有文件，事项{id}该月末不到任何档次，曝光前先核对文书。")
        }
        (Lang::En, _, true) => {
            format!("Mind: by the files as they are now, item {id} is exempt in that month; check the notice first.")
        }
        (Lang::En, Some(now), _) => format!(
            "Mind: by the files as they are now, item {id} only reaches {now} in that month, less than the notice pronounces; check the notice first."
        ),
        (Lang::En, None, _) => format!(
            "Mind: by the files as they are now, item {id} reaches no tier in that month; check the notice first."
        ),
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

/// What somebody wrote or decided about a notice, and when.
#[must_use]
pub fn step(step: Step, on: NaiveDate, text: &str, lang: Lang) -> String {
    let what = match step {
        Step::Reply => lang.pick("单位答复", "Answered by the unit"),
        Step::Objection => lang.pick("单位提出异议", "Objected to by the unit"),
        Step::Decision(Decision::Upheld) => lang.pick("复核维持", "Upheld on review"),
        Step::Decision(Decision::Withdrawn) => lang.pick("复核撤销", "Withdrawn on review"),
        Step::Lifted => lang.pick("解除", "Lifted"),
    };
    let on = terms::day(on, lang);
    match (lang, text.trim()) {
        (Lang::Zh, "") => format!("{on}{what}。"),
        (Lang::Zh, text) => format!("{on}{what}：{text}"),
        (Lang::En, "") => format!("{what} on {on}."),
        (Lang::En, text) => format!("{what} on {on}: {text}"),
    }
}

/// That nobody has decided on an objection yet.
#[must_use]
pub fn undecided(lang: Lang) -> &'static str {
    lang.pick("异议还没有复核结论，不宜曝光。", "Nobody has decided on the objection yet; not fit to be published.")
}

/// Headings of the flat table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head {
    /// 文号
    Number,
    /// 日期
    Date,
    /// 档次
    Tier,
    /// 文书状态
    Standing,
    /// 批准
    Approver,
    /// 解除日期
    Lifted,
    /// 解除理由
    LiftedBecause,
    /// 登记在
    Place,
}

/// The heading of a column.
#[must_use]
pub fn head(head: Head, lang: Lang) -> &'static str {
    match head {
        Head::Number => lang.pick("文号", "number"),
        Head::Date => lang.pick("成文日期", "date"),
        Head::Tier => lang.pick("文书档次", "tier"),
        Head::Standing => lang.pick("文书状态", "standing"),
        Head::Approver => lang.pick("批准", "approved by"),
        Head::Lifted => lang.pick("解除日期", "lifted"),
        Head::LiftedBecause => lang.pick("解除理由", "lifted because"),
        Head::Place => lang.pick("登记在", "recorded in"),
    }
}
