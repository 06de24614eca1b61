//! For which months a report of a unit is expected. Nothing else is missing, and no other silence means anything.
//!
//! Behind the end of the plan, and of a unit that files only while something is open, it takes something unfinished: by
//! what was known at the close of the month before, a share is behind, or, within the plan, may still come to be.

use crate::model::{Month, UnitIx, Workspace};

use super::evidence::Evidence;
use super::judge::judge_on;
use super::{AsOf, Reasoning};

/// Whether a report of a unit is expected for the as-of month.
pub fn is_expected(workspace: &Workspace, unit: UnitIx, as_of: AsOf) -> bool {
    let plan = &workspace.plan;
    let is_open = || workspace.shares_by(unit).any(|(ix, _)| is_unfinished(Evidence::of(workspace, ix, as_of)));
    plan.asks(unit, as_of.month) && (!plan.asks_only_while_open(unit, as_of.month) || is_open())
}

/// Whether a report of any unit is expected for the as-of month.
pub fn is_any_expected(workspace: &Workspace, as_of: AsOf) -> bool {
    workspace.units().any(|unit| is_expected(workspace, unit, as_of))
}

/// The newest month up to the as-of month for which a report of a unit is expected.
pub fn newest_expected(workspace: &Workspace, unit: UnitIx, as_of: AsOf) -> Option<Month> {
    let mut months = workspace.plan.kept_from(unit).through(as_of.month);
    months.rfind(|&month| is_expected(workspace, unit, AsOf { month, ..as_of }))
}

/// Whether something is expected to be said on a share in a month.
pub(super) fn is_asked_about(evidence: Evidence<'_>, month: Month) -> bool {
    let (plan, unit) = (&evidence.workspace.plan, evidence.share.unit);
    plan.asks(unit, month) && (!plan.asks_only_while_open(unit, month) || is_unfinished(evidence.at(month)))
}

/// Whether a share is there at the close of the as-of month, and by what was known a month before something of it is
/// unfinished.
pub(super) fn is_unfinished(evidence: Evidence<'_>) -> bool {
    let Evidence { workspace, as_of, ix, .. } = evidence;
    let before = as_of.month.plus(-1);
    let stands = |month| judge_on(evidence.at(month).known_at(before), ix);
    let is_open = || {
        let verdict = stands(as_of.month);
        // All that a plan asks for has fallen due at its end: whoever is not behind then has done what was asked.
        if workspace.plan.is_follow_up(as_of.month) {
            // What a period has missed nobody can make up for.
            return verdict.is_behind() && !verdict.flags.unmet;
        }
        match verdict.reasoning {
            Reasoning::Curve { .. } | Reasoning::Stages { .. } => !verdict.flags.complete,
            // What was missed for good is not complete, and nothing can be done about it.
            Reasoning::Recurring { next, .. } => next.is_some(),
            // What is complete at this very close by an older reading may not be so by one of this month.
            Reasoning::Indicator { .. } => !stands(before).flags.complete,
            Reasoning::Unplanned => false,
        }
    };
    workspace.is_there(ix, as_of) && is_open()
}
