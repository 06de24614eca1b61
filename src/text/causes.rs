//! Words for why a verdict is another.

use chrono::NaiveDate;

use super::terms;
use crate::compare::{Cause, CauseKind, Filed};
use crate::model::RecordKind;

/// The reasons of one set in words: what pushed that way, what pushed the other.
#[derive(Clone, Debug)]
pub struct Pushed {
    /// What pushed that way.
    pub along: Vec<String>,
    /// What pushed the other.
    pub against: Vec<String>,
}

say! { lang;
    /// The reasons in one line; where each of several is enough, that is said.
    pub fn causes(sets: &[Pushed]) {
        match sets {
            [] => { "" }
            [one] => { "因：{}", "Because: {}"; line(one, lang) }
            several if are_single(several) => {
                let any = several.iter().map(|set| line(set, lang)).collect::<Vec<_>>().join(lang.pick("；", "; "));
                "因（任何一项都足以如此）：{any}", "Because of any one of these: {any}"
            }
            several => {
                let any = several.iter().map(|set| short(set, lang)).collect::<Vec<_>>().join(lang.pick("；或：", "; or: "));
                "因（任何一组都足以如此）：{any}", "Because of any one of these sets: {any}"
            }
        }
    }

    /// The reasons in the cell of a table.
    pub fn short_causes(sets: &[Pushed]) {
        match sets {
            [] => { "" }
            [one] => { "{}", "{}"; short(one, lang) }
            several if are_single(several) => {
                let any = lang.list(several.iter().map(|set| short(set, lang)));
                "任何一项：{any}", "any of: {any}"
            }
            several => {
                let any = several.iter().map(|set| short(set, lang)).collect::<Vec<_>>().join(lang.pick("；或：", "; or: "));
                "任何一组：{any}", "any set of: {any}"
            }
        }
    }

    fn line(set: &Pushed) {
        let sign = lang.pick("；", "; ");
        let all = [&*set.along, &*set.against].concat().join(sign);
        if set.along.is_empty() || set.against.is_empty() => { "{all}" }
        let (along, against) = (set.along.join(sign), set.against.join(sign));
        "{along}；反方向的有：{against}", "{along}; with the opposite effect: {against}"
    }

    fn short(set: &Pushed) {
        if set.along.is_empty() || set.against.is_empty() => { "{}", "{}"; lang.list(set.along.iter().chain(&set.against)) }
        "{}；反向：{}", "{}; opposite: {}"; lang.list(&set.along), lang.list(&set.against)
    }

    /// One reason, with its place if it has one. `is_gone`: it is no longer there.
    pub fn cause(cause: &Cause, place: Option<&str>, is_gone: bool) {
        let word = kind(cause, lang);
        match place {
            None => { "{word}" }
            Some(place) if is_gone => { "{word} {place}（现已没有）", "{word} {place} (no longer there)" }
            Some(place) => { "{word} {place}" }
        }
    }

    fn kind(cause: &Cause) {
        let (kind, late) = (cause.kind, late(cause.late, lang));
        match kind {
            CauseKind::Report => { "月报{late}", "report{late}" }
            CauseKind::Filing { filed, month } => {
                let number = month.number();
                match filed {
                    Filed::Said => { "报送（{number}月已报明）{late}", "filing (reported for {month}){late}" }
                    Filed::Silent => { "报送（{number}月月报未报明此项）", "filing (the report for {month} does not say)" }
                    Filed::Missing => { "报送（{number}月未报）", "filing (no report for {month})" }
                }
            }
            CauseKind::Change => { "经批准的计划调整", "approved change of the plan" }
            CauseKind::Exemption { is_over: false } => { "豁免", "exemption" }
            CauseKind::Exemption { is_over: true } => { "豁免不再适用", "exemption no longer applies" }
            CauseKind::Finding => { "督查事项", "finding of an inspection" }
            CauseKind::Withdrawn(record) => {
                let record = withdrawn(record, lang);
                "登记撤回（{record}）", "record withdrawn ({record})"
            }
            CauseKind::Asked => { "方案（报送要求）", "plan (reports asked for)" }
            CauseKind::Kept { from } => { "起报（{}起）", "kept from {} on"; terms::month(from, lang) }
            CauseKind::Time => { "时间", "time" }
            CauseKind::Schedule => { "方案（时限或总量）", "plan (schedule)" }
            CauseKind::Key => { "方案（重点工作）", "plan (key)" }
            CauseKind::Dispute { is_over: false } => { "方案（原文矛盾待核定）", "plan (its source contradicts itself)" }
            CauseKind::Dispute { is_over: true } => { "方案（原文矛盾已核定）", "plan (settled in what its source contradicted itself)" }
            CauseKind::Ladder => { "档次表", "ladder of tiers" }
            CauseKind::NewShare { is_item: true } => { "方案（新增事项）", "plan (new item)" }
            CauseKind::NewShare { is_item: false } => { "方案（新增责任单位）", "plan (new lead)" }
            CauseKind::GoneShare { is_item: true } => { "方案（事项没有了）", "plan (item gone)" }
            CauseKind::GoneShare { is_item: false } => { "方案（不再是责任单位）", "plan (no longer a lead)" }
        }
    }

    fn late(day: Option<NaiveDate>) {
        match day {
            None => { "" }
            Some(day) => { "（{}迟报）", " (filed late, {})"; terms::day(day, lang) }
        }
    }
}

words! { lang;
    fn withdrawn(record: RecordKind) {
        match record {
            RecordKind::Exemptions => { "豁免", "exemption" }
            RecordKind::Changes => { "计划调整", "change of the plan" }
            RecordKind::Findings => { "督查事项", "finding" }
            RecordKind::Notices => { "文书", "notice" }
            RecordKind::Verifications => { "核验", "check" }
            RecordKind::Assessments => { "年度考核", "annual assessment" }
            RecordKind::Closings => { "结账", "closing" }
        }
    }
}

fn are_single(sets: &[Pushed]) -> bool {
    sets.iter().all(|set| set.along.len() + set.against.len() == 1)
}
