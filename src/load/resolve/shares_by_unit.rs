//! What each unit answers for, in the order of the plan: its reports name the same items month after month, mostly in this
//! order, so the next one is nearly always where it is looked for.

use std::ops::Range;
use std::sync::OnceLock;

use crate::model::{Item, ItemIx, ShareIx, UnitIx};

/// The shares of every unit whose items are found by their ids.
pub(super) struct SharesByUnit {
    by_unit: Vec<Shares>,
}

#[derive(Clone, Default)]
struct Shares {
    in_order: Vec<UnitShare>,
    /// The ids, one behind the other: side by side in memory, they are compared without going to the items.
    ids: String,
    /// Positions in `in_order`, by id; sorted when a report first leaves the order.
    by_id: OnceLock<Vec<usize>>,
}

#[derive(Clone)]
struct UnitShare {
    item: ItemIx,
    share: ShareIx,
    id: Range<usize>,
}

impl SharesByUnit {
    /// For a number of units, from their shares in the order of the plan.
    pub(super) fn of(units: usize, shares: impl Iterator<Item = (UnitIx, ItemIx, ShareIx)>, items: &[Item]) -> Self {
        let mut by_unit = vec![Shares::default(); units];
        for (unit, item, share) in shares {
            let shares_of_unit = &mut by_unit[unit.0];
            let start = shares_of_unit.ids.len();
            shares_of_unit.ids.push_str(&items[item.0].id);
            let id = start..shares_of_unit.ids.len();
            shares_of_unit.in_order.push(UnitShare { item, share, id });
        }
        Self { by_unit }
    }
}

/// The shares of one unit.
#[derive(Clone, Copy)]
pub(super) struct SharesOfUnit<'a>(&'a Shares);

impl<'a> SharesOfUnit<'a> {
    pub(super) fn of(shares_by_unit: &'a SharesByUnit, unit: UnitIx) -> Self {
        Self(&shares_by_unit.by_unit[unit.0])
    }

    fn id(self, at: usize) -> &'a str {
        &self.0.ids[self.0.in_order[at].id.clone()]
    }

    /// The position of an item, most likely `likely`; none where the unit does not answer for it.
    pub(super) fn find(self, id: &str, likely: usize) -> Option<usize> {
        let count = self.0.in_order.len();
        if likely < count && self.id(likely) == id {
            return Some(likely);
        }
        let by_id = self.0.by_id.get_or_init(|| {
            let mut by_id: Vec<usize> = (0..count).collect();
            by_id.sort_unstable_by_key(|&at| self.id(at));
            by_id
        });
        let found = by_id.binary_search_by(|&at| self.id(at).cmp(id));
        found.ok().map(|position| by_id[position])
    }

    /// Item and share at a position.
    pub(super) fn get(self, at: usize) -> (ItemIx, ShareIx) {
        let found = &self.0.in_order[at];
        (found.item, found.share)
    }
}
