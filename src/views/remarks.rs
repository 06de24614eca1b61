//! What is remarked on beside a verdict: flags for data, words for pages.

use super::results::Results;
use crate::assess::{Flags, Reasoning, ShareAssessment, Verdict};
use crate::model::{Item, Month, Outcome};
use crate::text::Lang;
use crate::text::phrases::{self, Remark};

/// The flags of a verdict.
pub(super) fn flag_ids(item: &Item, verdict: &Verdict) -> Vec<String> {
    remarks(&verdict.flags).into_iter().chain(decided(item, verdict)).map(flag_id).collect()
}

fn flag_id(remark: Remark) -> String {
    match remark {
        Remark::Unreported(periods) => format!("unreported:{periods}"),
        Remark::Missed(times) => format!("missed:{times}"),
        Remark::Late | Remark::EvidenceLate => "late".to_owned(),
        Remark::Regressed => "regressed".to_owned(),
        Remark::DueUnmet | Remark::Relapsed => "due-unmet".to_owned(),
        Remark::Unmet => "target-missed".to_owned(),
        Remark::Exhausted => "used-up".to_owned(),
        Remark::Complete => "complete".to_owned(),
        Remark::OverTotal => "over-total".to_owned(),
        Remark::Problem => "problem".to_owned(),
        Remark::NotKey => "not-key".to_owned(),
        Remark::Presumed => "presumed".to_owned(),
        Remark::Exempt => "exempt".to_owned(),
        Remark::Disputed => "disputed".to_owned(),
        Remark::Verified => "verified".to_owned(),
        Remark::CheckFailed => "check-failed".to_owned(),
        Remark::Changed => "changed".to_owned(),
        Remark::Finding => "finding".to_owned(),
        Remark::Assumed => "assumed".to_owned(),
    }
}

/// Remarks on what people found and decided.
fn decided(item: &Item, verdict: &Verdict) -> impl Iterator<Item = Remark> + use<> {
    let checked = verdict.check.map(|check| match check.outcome {
        Outcome::Passed => Remark::Verified,
        Outcome::Failed => Remark::CheckFailed,
    });
    let exempt = verdict.exemption.map(|_| Remark::Exempt);
    let disputed = verdict.disputed.then_some(Remark::Disputed);
    let changed = verdict.revision.map(|_| Remark::Changed);
    let finding = item.finding.as_ref().map(|_| Remark::Finding);
    checked.into_iter().chain(exempt).chain(disputed).chain(changed).chain(finding)
}

fn remarks(flags: &Flags) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let mut add = |applies: bool, remark: Remark| {
        if applies {
            remarks.push(remark);
        }
    };
    add(flags.assumed, Remark::Assumed);
    add(flags.unreported > 0, Remark::Unreported(flags.unreported));
    add(flags.late && flags.unreported == 0, Remark::Late);
    add(flags.late && flags.unreported > 0, Remark::EvidenceLate);
    add(flags.regressed, Remark::Regressed);
    add(flags.due_unmet && !flags.unmet, Remark::DueUnmet);
    add(flags.unmet, Remark::Unmet);
    add(flags.exhausted, Remark::Exhausted);
    add(flags.complete, Remark::Complete);
    add(flags.missed > 0, Remark::Missed(flags.missed));
    add(flags.over_total, Remark::OverTotal);
    add(flags.problem, Remark::Problem);
    remarks
}

/// How often the first occurrence that falls short was done: 2/3次; none where that is not counted, or not begun.
pub(super) fn in_part(
    results: Results<'_>,
    assessed: &ShareAssessment,
    verdict: &Verdict,
    lang: Lang,
) -> Option<String> {
    let (due, reached, times) = short(results, assessed, verdict)?;
    (reached > 0).then(|| phrases::in_part(due, reached, times, lang))
}

/// The remarks on a verdict in words; presumed first, because it changes how the tier is to be read.
pub(super) fn in_words(item: &Item, verdict: &Verdict, lang: Lang) -> Vec<String> {
    let mut all = Vec::new();
    if verdict.presumed {
        all.push(Remark::Presumed);
    }
    let is_relapse = item.schedule.indicator().is_some_and(|indicator| indicator.due().month() < verdict.month);
    all.extend(remarks(&verdict.flags).into_iter().map(|remark| match remark {
        Remark::DueUnmet if is_relapse => Remark::Relapsed,
        remark => remark,
    }));
    all.extend(decided(item, verdict));
    if !item.key && verdict.lag.is_some_and(|lag| lag.reaches(1)) {
        all.push(Remark::NotKey);
    }
    all.into_iter().map(|remark| phrases::remark(remark, lang)).collect()
}

/// The first occurrence that falls short, by its due month, how often it was done, and how often it has to be; none where
/// that is not counted.
pub(super) fn short(results: Results<'_>, assessed: &ShareAssessment, verdict: &Verdict) -> Option<(Month, u32, u32)> {
    let terms = verdict.terms(results.item(assessed), results.share(assessed));
    let recurring = terms.schedule.recurring().filter(|recurring| recurring.is_counted())?;
    let Reasoning::Recurring { next: Some(next), reached, .. } = verdict.reasoning else {
        return None;
    };
    Some((recurring.occurrences()[next].due, reached, recurring.times))
}
