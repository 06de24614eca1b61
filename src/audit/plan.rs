//! Units with many items for which nothing is planned: what has no schedule cannot lag.

use super::{Looked, Observation, Seen};
use crate::model::UnitIx;

/// One or two items may well have no deadline in the plan.
const UNSCHEDULED_ITEMS: usize = 3;

/// At least half of a unit's items.
pub(super) fn unscheduled(looked: Looked<'_>, unit: UnitIx) -> Option<Observation> {
    let (workspace, as_of) = (looked.workspace, looked.as_of);
    let items = workspace.shares_by(unit);
    let items = items.map(|(_, share)| workspace.item(share.item));
    let items: Vec<_> = items.filter(|item| item.exists_at(as_of)).collect();
    let without = items.iter().filter(|item| item.schedule_at(as_of).is_unscheduled());
    let places: Vec<_> = without.map(|item| item.place).collect();
    if places.len() < UNSCHEDULED_ITEMS || places.len() * 2 < items.len() {
        return None;
    }
    Some(Observation { unit, item: None, seen: Seen::Unscheduled { without: places.len(), of: items.len() }, places })
}
