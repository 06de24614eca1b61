//! What a comparison names as the cause of a verdict is one: with everything else left as it was, the verdict would have
//! come out the same.

use std::collections::BTreeSet;

use proptest::prelude::*;
use shangdang::assess::{self, AsOf, Bucket, Verdict};
use shangdang::compare::{CauseKind, Comparison, Side, compare};
use shangdang::model::{Lag, Month, Tier, Workspace};
use shangdang::source::Sources;

use super::{any_as_of, any_duty, any_setting, with_reports_up_to};
use crate::support::{Setting, config, rungs};

/// Compares two settings, each at a month, and hands the outcome over.
fn compared<T>(before: (&Setting, Month), after: (&Setting, Month), look: impl FnOnce(&Comparison<'_>) -> T) -> T {
    compared_states([before, after].map(|(setting, month)| (setting.workspace(), month)), look)
}

/// Compares two states, each at the close of a month, and hands the outcome over.
pub(super) fn compared_states<T>(states: [(Workspace, Month); 2], look: impl FnOnce(&Comparison<'_>) -> T) -> T {
    let sources = Sources::default();
    let sides = states.map(|(workspace, month)| {
        let assessment = assess::assess(&workspace, AsOf::close_of(month));
        (workspace, assessment)
    });
    let [one, other] = sides.each_ref().map(|(workspace, assessment)| Side {
        sources: &sources,
        workspace,
        assessment,
        left_out: &[],
        until: None,
    });
    look(&compare(one, other))
}

/// A cause without its details.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Named {
    Report,
    Filing,
    Register,
    Time,
    Schedule,
    Key,
    Dispute,
    Ladder,
    Share,
}

fn named(kind: CauseKind) -> Named {
    match kind {
        CauseKind::Report => Named::Report,
        CauseKind::Filing { .. } | CauseKind::Asked => Named::Filing,
        CauseKind::Change | CauseKind::Exemption { .. } | CauseKind::Finding | CauseKind::Withdrawn(_) => {
            Named::Register
        }
        CauseKind::Time => Named::Time,
        CauseKind::Schedule => Named::Schedule,
        CauseKind::Key => Named::Key,
        CauseKind::Dispute { .. } => Named::Dispute,
        CauseKind::Ladder => Named::Ladder,
        CauseKind::NewShare { .. } | CauseKind::GoneShare { .. } | CauseKind::Kept { .. } => Named::Share,
    }
}

/// How late, which tier, where it stands.
fn gist(verdict: &Verdict) -> (Option<Lag>, Option<Tier>, Bucket) {
    (verdict.lag, verdict.tier, verdict.bucket)
}

/// Every share whose verdict is another, by its position, with the causes.
fn causes(comparison: &Comparison<'_>) -> Vec<(usize, BTreeSet<Named>)> {
    let shifts = comparison.shifts.iter();
    shifts
        .map(|shift| {
            let standing = shift.after.or(shift.before).expect("one side has the share");
            let causes = shift.causes.all.iter().map(|cause| named(cause.kind));
            (standing.assessed.share.0, causes.collect())
        })
        .collect()
}

/// The verdicts of a setting at a month.
fn verdicts(setting: &Setting, month: Month) -> Vec<(Option<Lag>, Option<Tier>, Bucket)> {
    let shares = assess::assess(&setting.workspace(), AsOf::close_of(month)).shares;
    shares.iter().map(|share| gist(share.verdict())).collect()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn nothing_is_different_from_itself(setting in any_setting(), month in any_as_of()) {
        compared((&setting, month), (&setting, month), |comparison| {
            assert!(comparison.edits.is_empty() && comparison.shifts.is_empty(), "{comparison:?}");
        });
    }

    #[test]
    fn every_other_verdict_has_a_cause_and_every_cause_a_change(
        one in any_setting(), other in any_setting(), months in (any_as_of(), any_as_of()),
    ) {
        let found = compared((&one, months.0), (&other, months.1), causes);
        for (share, causes) in found {
            prop_assert!(!causes.is_empty(), "share {share} has no cause");
            prop_assert!(months.0 != months.1 || !causes.contains(&Named::Time));
            prop_assert!(one.rungs != other.rungs || !causes.contains(&Named::Ladder));
        }
    }

    /// Of the same files at two months only the month and what was reported in between are different. Where only one of the
    /// two is named, it alone gives the verdict.
    #[test]
    fn between_months_what_is_not_named_makes_no_difference(
        setting in any_setting(), months in (any_as_of(), any_as_of()),
    ) {
        let (first, last) = (months.0.min(months.1), months.0.max(months.1));
        let found = compared((&setting, first), (&setting, last), causes);
        let now = verdicts(&setting, last);
        let without = verdicts(&with_reports_up_to(&setting, first), last);
        let mut seen = BTreeSet::new();
        for (share, causes) in found {
            seen.insert(share);
            let of_verdict: BTreeSet<_> = causes.iter().copied().filter(|cause| *cause != Named::Filing).collect();
            prop_assert!(of_verdict.iter().all(|cause| matches!(cause, Named::Time | Named::Report)));
            if of_verdict == BTreeSet::from([Named::Time]) {
                prop_assert_eq!(now[share], without[share], "time alone");
            }
            if of_verdict.contains(&Named::Report) {
                let entries = compared((&setting, first), (&setting, last), |comparison| {
                    let mut shifts = comparison.shifts.iter().filter_map(|shift| shift.after);
                    let standing = shifts.find(|standing| standing.assessed.share.0 == share);
                    let entries = standing.map_or(&[][..], |standing| &standing.share.entries);
                    entries.iter().any(|entry| entry.month > first && entry.month <= last)
                });
                prop_assert!(entries, "a report is named, and none came");
            }
        }
        // Nobody whose verdict is another is left out.
        let before = verdicts(&setting, first);
        for (share, verdict) in now.iter().enumerate() {
            prop_assert!(seen.contains(&share) || *verdict == before[share]);
        }
    }

    #[test]
    fn a_change_of_one_kind_is_the_cause(
        setting in any_setting(), duty in any_duty(), month in any_as_of(), which in 0..4_usize,
    ) {
        let mut other = setting.clone();
        let cause = match which {
            0 => {
                other.duties[0].key = !other.duties[0].key;
                Named::Key
            }
            1 => {
                other.rungs = rungs(&[2, 5]);
                Named::Ladder
            }
            2 => {
                for lead in &mut other.duties[0].leads {
                    lead.filed.pop();
                }
                Named::Report
            }
            _ => {
                other.duties[0].schedule = duty.schedule;
                Named::Schedule
            }
        };
        for (share, causes) in compared((&setting, month), (&other, month), causes) {
            let is_one = causes.iter().all(|named| [cause, Named::Filing].contains(named));
            prop_assert!(is_one, "share {share}: {causes:?} instead of {cause:?}");
        }
    }
}
