//! Indicators: before the due moment a reading is information; after that a share counts as behind from the start of
//! the current run of failing readings. Only a relapse starts a new clock: if the target was never met, lag counts from
//! the due moment, or else a first failing report would shorten the lag that silence had built up. 85 of 90 is never
//! turned into progress.

use crate::model::{Figure, Indicator, Reading};

use super::evidence::{self, Evidence};
use super::progress::Progress;
use super::verdict::{FailingBecause, Flags, Reasoning};

pub(super) fn progress(evidence: Evidence<'_>, indicator: &Indicator) -> Progress {
    let readings = || {
        evidence.entries().rev().filter_map(|(position, entry)| match entry.reading {
            Reading::Value(value) => Some((position, entry, value)),
            _ => None,
        })
    };
    let newest = readings().next();
    let run = || readings().take_while(|&(_, _, value)| !indicator.is_met_by(value));
    let first_failing = run().last();
    let has_met = readings().any(|(_, _, value)| indicator.is_met_by(value));

    let due = indicator.due.at();
    let in_force_when_due = run().find(|(_, entry, _)| entry.month.close() <= due);
    let (counts_from, failing) = match (newest, first_failing, in_force_when_due) {
        (None, ..) => (Some(due), Some(FailingBecause::NeverRead)),
        (Some(_), None, _) => (None, None),
        (.., Some((entry, ..))) => (Some(due), Some(FailingBecause::FailedWhenDue { entry })),
        (_, Some((entry, first, _)), None) if has_met => {
            let from = first.month.close();
            (Some(from), Some(FailingBecause::FailedLater { entry }))
        }
        (_, Some((entry, ..)), None) => (Some(due), Some(FailingBecause::NeverMet { entry })),
    };
    let has_fallen_due = evidence.as_of.month.close() >= due;
    // What has to be reached is reached once it is due; a limit can be passed as long as the plan runs.
    let settled = if indicator.compare.is_limit() { evidence.workspace.plan.end.close().max(due) } else { due };
    Progress {
        required: has_fallen_due.then(|| indicator.target.ratio()),
        actual: newest.map(|(_, _, value)| Figure::ratio(value)),
        counts_from,
        evidence: newest.map(|(position, _, _)| position),
        flags: Flags {
            unreported: if has_fallen_due { evidence::count(evidence.silent()) } else { 0 },
            late: newest.is_some_and(|(_, entry, _)| evidence.is_late(entry)),
            complete: failing.is_none() && evidence.as_of.month.close() >= settled,
            ..Flags::default()
        },
        reasoning: Reasoning::Indicator { failing },
    }
}
