//! What a unit still has to report on for a month, by what was reported up to the month before. New reports, forms and
//! reminders ask here.

use crate::model::{Month, Schedule, ShareIx, UnitIx, Workspace};

use super::evidence::Evidence;
use super::expected::is_unfinished;
use super::verdict::Reasoning;
use super::{AsOf, assess_share};

/// The shares of a unit that are open for a month, in the order of the plan.
pub fn open_shares(workspace: &Workspace, unit: UnitIx, month: Month) -> Vec<ShareIx> {
    let own = workspace.shares_by(unit);
    own.map(|(ix, _)| ix).filter(|&ix| is_open(workspace, ix, month)).collect()
}

/// Whether a share still has to be reported on for a month: not if it is complete, nor an occurrence before its period,
/// nor a duty out of season. An indicator is read every month of its period, even if it meets its target. Behind the end
/// of the plan only what is unfinished is.
pub fn is_open(workspace: &Workspace, share: ShareIx, month: Month) -> bool {
    let item = workspace.item(workspace.share(share).item);
    let (then, now) = (AsOf::close_of(month.plus(-1)), AsOf::close_of(month));
    if !workspace.is_there(share, now) {
        return false;
    }
    if workspace.plan.is_follow_up(month) {
        return is_unfinished(Evidence::of(workspace, share, now));
    }
    let before = || assess_share(workspace, share, then);
    match item.terms_at(workspace.share(share), now).schedule {
        Schedule::Curve(_) | Schedule::Stages(_) | Schedule::Unscheduled => {
            !item.exists_at(then) || !before().verdict().flags.complete
        }
        Schedule::Recurring(recurring) => match before().verdict().reasoning {
            Reasoning::Recurring { next: Some(next), .. } => recurring.occurrences()[next].from <= month,
            _ => false,
        },
        Schedule::Indicator(indicator) => indicator.period.holding(month).is_some(),
        Schedule::Standing { season } => season.as_ref().is_none_or(|season| season.touches(month)),
    }
}
