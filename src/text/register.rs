//! Sentences about what people decided: exemptions, approved changes, findings, checks, notices that were sent.

use chrono::NaiveDate;

use super::{Lang, terms};
use crate::assess::Claims;
use crate::model::{Month, Outcome, Standing};

/// An approved decision, as it is cited.
#[derive(Clone, Copy, Debug)]
pub struct Cited<'a> {
    /// The document that approves it.
    pub reference: &'a str,
    /// The day of the approval.
    pub date: NaiveDate,
    /// Where it is recorded: `register/2022-06/exemptions.toml:4`.
    pub place: &'a str,
}

impl Cited<'_> {
    fn said(self, lang: Lang) -> String {
        let (reference, place) = (self.reference, self.place);
        let date = terms::day(self.date, lang);
        match lang {
            Lang::Zh => format!("{reference}，{date}批准，见 {place}"),
            Lang::En => format!("{reference}, approved {date}, see {place}"),
        }
    }
}

/// An exemption that covers the month, and the tier that it withholds, if the lag asks for one.
pub fn exempt((from, until): (Month, Month), reason: &str, cited: Cited<'_>, tier: Option<&str>, lang: Lang) -> String {
    let cited = cited.said(lang);
    let (from, until) = (terms::month(from, lang), terms::month(until, lang));
    match (lang, tier) {
        (Lang::Zh, Some(tier)) => {
            format!("豁免：{from}至{until}，理由是{reason}（{cited}）。滞后照算；不豁免则为{tier}。")
        }
        (Lang::Zh, None) => {
            format!("豁免期内：{from}至{until}，理由是{reason}（{cited}）。目前够不上档次。")
        }
        (Lang::En, Some(tier)) => format!(
            "Exempt from {from} to {until}: {reason} ({cited}). The lag is computed all the same; without the exemption it would be {tier}."
        ),
        (Lang::En, None) => {
            format!("Exempt from {from} to {until}: {reason} ({cited}). No tier is reached anyway.")
        }
    }
}

/// An exemption, whatever the lag asks for meanwhile.
pub fn exempt_from((from, until): (Month, Month), reason: &str, cited: Cited<'_>, lang: Lang) -> String {
    let cited = cited.said(lang);
    let (first, last) = (terms::month(from, lang), terms::month(until, lang));
    match lang {
        Lang::Zh if from == until => format!("豁免：{first}，理由是{reason}（{cited}）。"),
        Lang::Zh => format!("豁免：{first}至{last}，理由是{reason}（{cited}）。"),
        Lang::En if from == until => format!("Exempt in {first}: {reason} ({cited})."),
        Lang::En => format!("Exempt from {first} to {last}: {reason} ({cited})."),
    }
}

/// An approved change of the plan that counts.
pub fn changed(from: Month, reason: &str, cited: Cited<'_>, lang: Lang) -> String {
    let cited = cited.said(lang);
    let from = terms::month(from, lang);
    match lang {
        Lang::Zh => {
            format!("经批准，自{from}起按调整后的节点核算，理由是{reason}（{cited}）；以前的月份照原来的计划。")
        }
        Lang::En => format!(
            "By an approved change, {reason} ({cited}), it is held against other milestones from {from} on; earlier months keep the plan they had."
        ),
    }
}

/// Where an item comes from that an inspection has added.
pub fn found(date: NaiveDate, by: &str, place: &str, lang: Lang) -> String {
    let month = terms::close(Month::of(date), lang);
    let date = terms::day(date, lang);
    match lang {
        Lang::Zh => format!("督查事项：{by}于{date}提出，自{month}起核算（{place}）。"),
        Lang::En => {
            format!("A finding of an inspection by {by} on {date}; assessed from {month} on ({place}).")
        }
    }
}

/// A check of what a unit says is done.
pub fn checked(outcome: Outcome, date: NaiveDate, by: &str, note: &str, place: &str, lang: Lang) -> String {
    let date = terms::day(date, lang);
    let outcome = self::outcome(outcome, lang);
    let note = match (note.trim(), lang) {
        ("", _) => String::new(),
        (note, Lang::Zh) => format!("：{note}"),
        (note, Lang::En) => format!(": {note}"),
    };
    match lang {
        Lang::Zh => format!("{by}于{date}核验，{outcome}{note}（{place}）。"),
        Lang::En => format!("Checked by {by} on {date}, {outcome}{note} ({place})."),
    }
}

/// Claimed and not checked.
pub fn unchecked(lang: Lang) -> &'static str {
    lang.pick("自报完成，尚未核验。", "Claimed done; not checked yet.")
}

/// A notice that was sent.
pub fn sent(number: &str, date: NaiveDate, tier: &str, standing: Standing, place: &str, lang: Lang) -> String {
    let date = terms::day(date, lang);
    let standing = self::standing(standing, lang);
    match lang {
        Lang::Zh => format!("已发文书：{number}，{date}，{tier}，{standing}（{place}）。"),
        Lang::En => format!("Notice sent: {number}, {date}, {tier}, {standing} ({place})."),
    }
}

/// 通过
pub fn outcome(outcome: Outcome, lang: Lang) -> &'static str {
    match outcome {
        Outcome::Passed => lang.pick("通过", "passed"),
        Outcome::Failed => lang.pick("未通过", "failed"),
    }
}

/// 生效
pub fn standing(standing: Standing, lang: Lang) -> &'static str {
    match standing {
        Standing::InForce => lang.pick("生效", "in force"),
        Standing::Contested => lang.pick("异议中", "contested"),
        Standing::Lifted => lang.pick("已解除", "lifted"),
        Standing::Withdrawn => lang.pick("已撤销", "withdrawn"),
    }
}

/// How far what is claimed to be done has been checked; nothing where nothing is claimed.
pub fn claims(claims: Claims, lang: Lang) -> Option<String> {
    let (claimed, verified, failed) = (claims.claimed, claims.verified, claims.failed);
    let unchecked = claims.unchecked();
    (claimed > 0).then(|| match lang {
        Lang::Zh => format!(
            "自报完成{claimed}份：已核验{verified}份，核验未通过{failed}份，未核验{unchecked}份。"
        ),
        Lang::En => format!(
            "Claimed done: {claimed}; checked and passed {verified}, checked and failed {failed}, not checked {unchecked}."
        ),
    })
}

/// How many tiers are withheld; nothing where none is.
pub fn exempted(count: usize, lang: Lang) -> Option<String> {
    (count > 0).then(|| match lang {
        Lang::Zh => format!("豁免{count}份：滞后照算照印，档次不列。"),
        Lang::En => format!("Exempt: {count}; the lag is computed and shown, the tier withheld."),
    })
}

/// The heading above shares whose tier is withheld.
pub fn exempt_heading(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("豁免（滞后照算，档次不列）：{count}份"),
        Lang::En => format!("Exempt (the lag stands, the tier is withheld): {count}"),
    }
}

/// 豁免, in the place of a tier.
pub fn exempt_word(lang: Lang) -> &'static str {
    lang.pick("豁免", "exempt")
}

/// Where a share stands, and what came of the check of what is done.
pub fn with_check(stands: &str, outcome: Outcome, lang: Lang) -> String {
    match (lang, outcome) {
        (Lang::Zh, Outcome::Passed) => format!("{stands}，已核验"),
        (Lang::Zh, Outcome::Failed) => format!("{stands}，核验未通过"),
        (Lang::En, Outcome::Passed) => format!("{stands}, checked"),
        (Lang::En, Outcome::Failed) => format!("{stands}, check failed"),
    }
}
