//! What each unit answers for, in the order of the plan: its reports name the same items month after month, mostly in this
//! order, so the next one is nearly always where it is looked for.

use std::collections::BTreeMap;

use crate::model::{Item, ItemIx, Plan, ShareIx, UnitIx};
use crate::source::Place;

/// The shares of every unit that can be reported on without a doubt: the item is sound, and no other has its id.
pub(in crate::load) struct Rolls {
    by_unit: Vec<OwnShares>,
}

#[derive(Clone, Default)]
struct OwnShares {
    in_order: Vec<(ItemIx, ShareIx)>,
    /// Positions in `in_order`, by the ids of the items.
    by_id: Vec<usize>,
}

impl Rolls {
    pub(super) fn of(
        share_of: &BTreeMap<(ItemIx, UnitIx), ShareIx>,
        item_by_id: &BTreeMap<String, (ItemIx, Place)>,
        unsound: &[bool],
        items: &[Item],
        plan: &Plan,
    ) -> Self {
        let mut by_unit = vec![OwnShares::default(); plan.units.len()];
        for (&(item, unit), &share) in share_of {
            let is_first = || matches!(item_by_id.get(&items[item.0].id), Some(&(first, _)) if first == item);
            if !unsound[item.0] && is_first() {
                by_unit[unit.0].in_order.push((item, share));
            }
        }
        for own in &mut by_unit {
            let mut by_id: Vec<usize> = (0..own.in_order.len()).collect();
            by_id.sort_by_key(|&at| &items[own.in_order[at].0.0].id);
            own.by_id = by_id;
        }
        Self { by_unit }
    }
}

/// The shares of one unit, and their items.
#[derive(Clone, Copy)]
pub(in crate::load) struct Roll<'a> {
    own: &'a OwnShares,
    items: &'a [Item],
}

impl<'a> Roll<'a> {
    pub(super) fn of(rolls: &'a Rolls, unit: UnitIx, items: &'a [Item]) -> Self {
        let own = &rolls.by_unit[unit.0];
        Self { own, items }
    }

    /// How many there are.
    pub(in crate::load) fn len(self) -> usize {
        self.own.in_order.len()
    }

    fn id(self, at: usize) -> &'a str {
        &self.items[self.own.in_order[at].0.0].id
    }

    /// The position of an item, most likely `likely`; none where the unit does not answer for it.
    pub(in crate::load) fn find(self, id: &str, likely: usize) -> Option<usize> {
        if likely < self.own.in_order.len() && self.id(likely) == id {
            return Some(likely);
        }
        let found = self.own.by_id.binary_search_by(|&at| self.id(at).cmp(id));
        found.ok().map(|position| self.own.by_id[position])
    }

    /// Item and share at a position.
    pub(in crate::load) fn get(self, at: usize) -> (&'a Item, ShareIx) {
        let (item, share) = self.own.in_order[at];
        (&self.items[item.0], share)
    }
}
