//! Sentences about what people decided: exemptions, approved changes, findings, checks, notices that were sent.

use chrono::NaiveDate;

use super::{Lang, terms};
use crate::assess::{Claims, Withheld};
use crate::model::{Month, NoticeStanding, Outcome};

/// An approved decision, as it is cited.
#[derive(Clone, Copy, Debug)]
pub struct Cited<'a> {
    /// The document that approves it.
    pub reference: &'a str,
    /// The day of the approval.
    pub date: NaiveDate,
    /// Where it is recorded: `register/2022-06/exemptions.toml:4`; empty where sentences name no files.
    pub place: &'a str,
}

say! { lang;
    fn said(cited: Cited<'_>) {
        let Cited { reference, place, .. } = cited;
        let date = terms::day(cited.date, lang);
        if place.is_empty() => { "{reference}，{date}批准", "{reference}, approved {date}" }
        "{reference}，{date}批准，见 {place}", "{reference}, approved {date}, see {place}"
    }

    /// An exemption that covers the month, and the tier that it withholds, if the lag asks for one.
    pub fn exempt(months: (Month, Month), reason: &str, cited: Cited<'_>, tier: Option<&str>) {
        let (from, until) = (terms::month(months.0, lang), terms::month(months.1, lang));
        let cited = said(cited, lang);
        match tier {
            Some(tier) => {
                "豁免：{from}至{until}，理由是{reason}（{cited}）。滞后照算；不豁免则为{tier}。",
                "Exempt from {from} to {until}: {reason} ({cited}). The lag is still computed; without the exemption it would be {tier}."
            }
            None => {
                "豁免期内：{from}至{until}，理由是{reason}（{cited}）。目前够不上档次。",
                "Exempt from {from} to {until}: {reason} ({cited}). No tier is reached anyway."
            }
        }
    }

    /// An exemption, whatever the lag asks for meanwhile.
    pub fn exempt_from(months: (Month, Month), reason: &str, cited: Cited<'_>) {
        let (from, until) = (terms::month(months.0, lang), terms::month(months.1, lang));
        let cited = said(cited, lang);
        if from == until => { "豁免：{from}，理由是{reason}（{cited}）。", "Exempt in {from}: {reason} ({cited})." }
        "豁免：{from}至{until}，理由是{reason}（{cited}）。", "Exempt from {from} to {until}: {reason} ({cited})."
    }

    /// An approved change of the plan that counts.
    pub fn changed(from: Month, reason: &str, cited: Cited<'_>) {
        let (from, cited) = (terms::close(from, lang), said(cited, lang));
        "经批准，自{from}起按调整后的节点核算，理由是{reason}（{cited}）；在此以前照调整前的计划。",
        "By an approved change, {reason} ({cited}), other milestones apply from {from} on; until then the plan before it does."
    }

    /// An approved change, as what a deadline rests on.
    pub fn changed_basis(reference: &str, date: NaiveDate) {
        let date = terms::day(date, lang);
        "{reference}，{date}批准的计划调整", "{reference}, the change of the plan approved {date}"
    }

    /// Where an item comes from that an inspection has added.
    pub fn found(date: NaiveDate, by: &str, place: &str) {
        let (close, date) = (terms::close(Month::of(date), lang), terms::day(date, lang));
        let place = terms::bracketed(place, lang);
        "督查事项：{by}于{date}提出，自{close}起核算{place}。",
        "A finding of an inspection by {by} on {date}; assessed from {close} on{place}."
    }

    /// A check of what a unit says is done.
    pub fn checked(outcome: Outcome, date: NaiveDate, by: &str, note: &str, place: &str) {
        let (date, outcome, note) = (terms::day(date, lang), self::outcome(outcome, lang), terms::after_colon(note, lang));
        let place = terms::bracketed(place, lang);
        "{by}于{date}核验，{outcome}{note}{place}。", "Checked by {by} on {date}, {outcome}{note}{place}."
    }

    /// A notice that was sent.
    pub fn sent(number: &str, date: NaiveDate, tier: &str, standing: NoticeStanding, place: &str) {
        let (date, standing) = (terms::day(date, lang), self::notice_standing(standing, lang));
        let place = terms::bracketed(place, lang);
        "已发文书：{number}，{date}，{tier}，{standing}{place}。", "Notice sent: {number}, {date}, {tier}, {standing}{place}."
    }

    /// The heading above shares whose tier is withheld.
    pub fn withheld_heading(withheld: Withheld, count: usize) {
        match withheld {
            Withheld::Exempt => {
                "豁免（滞后照算，档次不列）：{count}份", "Exempt (the lag stays, the tier is withheld): {count}"
            }
            Withheld::Disputed => {
                "待核定（原文自相矛盾，滞后照算，档次不列）：{count}份",
                "Undecided (the source contradicts itself; the lag stays, the tier is withheld): {count}"
            }
        }
    }

    /// In what the source contradicts itself, and the tier that is withheld for it, if the lag asks for one.
    pub fn disputed(what: &str, place: &str, tier: Option<&str>) {
        let see = if place.is_empty() { String::new() } else { say!(lang { "（见 {place}）", " (see {place})" }) };
        match tier {
            Some(tier) => {
                "待核定：方案原文自相矛盾，{what}{see}。滞后照算，档次不列；按现在写的数则为{tier}。",
                "Undecided: the source contradicts itself, {what}{see}. The lag is still computed, the tier withheld; by the figure as written it would be {tier}."
            }
            None => {
                "待核定：方案原文自相矛盾，{what}{see}。按现在写的数，目前够不上档次。",
                "Undecided: the source contradicts itself, {what}{see}. By the figure as written no tier is reached."
            }
        }
    }

    /// In what the source contradicts itself, whatever the lag asks for meanwhile.
    pub fn in_dispute(what: &str, place: &str) {
        "方案原文自相矛盾，{what}（见 {place}），尚未核定。",
        "The source contradicts itself, {what} (see {place}), and nobody has settled it."
    }

    /// The same beside an exemption, which withholds the tier anyway.
    pub fn disputed_too(what: &str, place: &str) {
        let see = if place.is_empty() { String::new() } else { say!(lang { "（见 {place}）", " (see {place})" }) };
        "另外待核定：方案原文自相矛盾，{what}{see}；豁免期满仍未核定的，档次仍不列。",
        "Undecided as well: the source contradicts itself, {what}{see}; the tier stays withheld after the exemption until that is settled."
    }

    /// That what the source contradicted itself in has been settled.
    pub fn settled(what: &str, from: Month, cited: Cited<'_>) {
        let (from, cited) = (terms::close(from, lang), said(cited, lang));
        "方案原文曾自相矛盾（{what}），已经核定（{cited}），自{from}起照常定档。",
        "The source contradicted itself ({what}); that has been settled ({cited}), and tiers apply from {from} on."
    }

    /// How a share stands, and the outcome of the check.
    pub fn with_check(stands: &str, outcome: Outcome) {
        match outcome {
            Outcome::Passed => { "{stands}，已核验", "{stands}, checked" }
            Outcome::Failed => { "{stands}，核验未通过", "{stands}, check failed" }
        }
    }
}

words! { lang;
    /// Claimed and not checked.
    pub fn unchecked() { "自报完成，尚未核验。", "Claimed done; not checked yet." }

    /// 通过
    pub fn outcome(outcome: Outcome) {
        match outcome {
            Outcome::Passed => { "通过", "passed" }
            Outcome::Failed => { "未通过", "failed" }
        }
    }

    /// 生效
    pub fn notice_standing(standing: NoticeStanding) {
        match standing {
            NoticeStanding::InForce => { "生效", "in force" }
            NoticeStanding::Contested => { "异议中", "contested" }
            NoticeStanding::Lifted => { "已解除", "lifted" }
            NoticeStanding::Withdrawn => { "已撤销", "withdrawn" }
        }
    }

    /// 豁免 or 待核定, in the place of a tier.
    pub fn withheld_word(withheld: Withheld) {
        match withheld {
            Withheld::Exempt => { "豁免", "exempt" }
            Withheld::Disputed => { "待核定", "undecided" }
        }
    }
}

/// How far what is claimed as done has been checked, and which shares failed, where they may be named; empty if nothing
/// is claimed.
pub fn claims(claims: Claims, failed: &[String], lang: Lang) -> Option<String> {
    let named = terms::bracketed(&lang.list(failed), lang);
    let (claimed, verified, failed, unchecked) = (claims.claimed, claims.verified, claims.failed, claims.unchecked());
    (claimed > 0).then(|| say!(lang {
        "自报完成{claimed}份：已核验{verified}份，核验未通过{failed}份{named}，未核验{unchecked}份。",
        "Claimed done: {claimed}; checked and passed {verified}, checked and failed {failed}{named}, not checked {unchecked}."
    }))
}

/// How many tiers are withheld for a reason; empty if none is.
pub fn withheld(withheld: Withheld, count: usize, lang: Lang) -> Option<String> {
    (count > 0).then(|| say!(lang { match withheld {
        Withheld::Exempt => {
            "豁免{count}份：滞后照算照印，档次不列。", "Exempt: {count}; the lag is computed and shown, the tier withheld."
        }
        Withheld::Disputed => {
            "待核定{count}份：方案原文自相矛盾，滞后照算照印，档次不列。",
            "Undecided: {count}; the source contradicts itself; the lag is computed and shown, the tier withheld."
        }
    }}))
}
