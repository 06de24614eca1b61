//! Indicators: before the due moment a reading is information; after that a share counts as behind from the start of
//! the current run of failing readings. A reading stands until there is another, and is held against the target in force:
//! one that a stricter target finds wanting fails from the moment of that target on. Only a relapse starts a new clock: if
//! the target was never met, lag counts from the due moment, or else a first failing report would shorten the lag that
//! silence had built up. 85 of 90 is never turned into progress. What is judged over longer periods is in `periods`.

use crate::model::{Figure, Indicator, Month, Period, Ratio};

use super::evidence::{self, Evidence};
use super::periods;
use super::progress::Progress;
use super::readings::readings;
use super::verdict::{FailingBecause, Flags, Reasoning};

pub(super) fn progress(evidence: Evidence<'_>, indicator: &Indicator) -> Progress {
    match indicator.period {
        Period::Month => standing(evidence, indicator),
        Period::Quarter | Period::Year | Period::Window { .. } => periods::progress(evidence, indicator),
    }
}

/// The newest month that should have been reported on and was not, as far as the verdict rests on it.
pub(super) fn unsaid(evidence: Evidence<'_>, indicator: &Indicator) -> Option<Month> {
    match indicator.period {
        Period::Month => evidence.silent().next_back(),
        Period::Quarter | Period::Year | Period::Window { .. } => periods::unsaid(evidence, indicator),
    }
}

fn standing(evidence: Evidence<'_>, indicator: &Indicator) -> Progress {
    let now = evidence.as_of.month.close();
    let due = indicator.due().at();
    let newest = readings(evidence).next();
    let standing_at = |at: Ratio| readings(evidence).find(|(_, entry, _)| entry.month.close() <= at);
    let fails_at = |at: Ratio| standing_at(at).is_none_or(|(.., value)| !indicator.is_met_by(value, at));
    let is_failing = now >= due && fails_at(now);
    let targets = || indicator.targets().iter().map(|target| target.from.at());
    let counts_from = if is_failing {
        // Whether it fails changes only with a reading or a target.
        let read = readings(evidence).map(|(_, entry, _)| entry.month.close());
        let mut moments: Vec<Ratio> = read.chain(targets()).filter(|at| (due..=now).contains(at)).collect();
        moments.sort_unstable_by(|one, other| other.cmp(one));
        moments.into_iter().take_while(|&at| fails_at(at)).last()
    } else {
        targets().find(|&at| at > now && fails_at(at))
    };
    let failing = counts_from.map(|from| match (newest, standing_at(from)) {
        (None, _) => FailingBecause::NeverRead,
        (Some((newest, ..)), None) => {
            let first = readings(evidence).last();
            FailingBecause::NeverMet { entry: first.map_or(newest, |(first, ..)| first) }
        }
        (_, Some((entry, ..))) if from == due => FailingBecause::FailedWhenDue { entry },
        (_, Some((position, entry, value))) => {
            let held = indicator.in_force(from);
            let is_new = indicator.targets()[held].from.at() == from
                && indicator.targets()[held - 1].is_met_by(indicator.compare, value);
            if is_new || entry.month.close() < from {
                FailingBecause::Stricter { entry: position }
            } else {
                FailingBecause::FailedLater { entry: position }
            }
        }
    });
    let last = indicator.targets().last().map_or(due, |target| target.from.at());
    // What has to be reached is reached once it is due; a limit can be passed as long as the plan runs.
    let settled = if indicator.compare.is_limit() { evidence.workspace.plan.end.close().max(last) } else { last };
    let has_fallen_due = now >= due;
    let actual = newest.map(|(.., value)| Figure::ratio(value));
    let target = indicator.in_force(now);
    Progress {
        required: has_fallen_due.then(|| indicator.targets()[target].bound_for(actual)),
        actual,
        counts_from,
        counts_until: None,
        evidence: newest.map(|(position, ..)| position),
        flags: Flags {
            unreported: if has_fallen_due { evidence::count(evidence.silent()) } else { 0 },
            late: newest.is_some_and(|(_, entry, _)| evidence.is_late(entry)),
            complete: counts_from.is_none() && now >= settled,
            ..Flags::default()
        },
        reasoning: Reasoning::Indicator { failing, target },
    }
}
