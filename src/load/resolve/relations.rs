//! What items say of each other: what has to be done before, and which totals add up to which.

use std::collections::BTreeSet;

use super::Builder;
use crate::load::gathered::Gathered;
use crate::model::{Figure, Item, ItemIx, Moment};
use crate::problem::Problem;
use crate::source::{FileId, Located, Place};

/// What an item says of others, by their ids.
pub(super) struct Relations {
    /// The file it stands in.
    pub(super) file: FileId,
    /// What has to be done before.
    pub(super) after: Vec<Located<String>>,
    /// Where its quantity stands.
    pub(super) quantity: Option<Place>,
    /// To whose totals its own should add up.
    pub(super) sum_of: Vec<Located<String>>,
}

impl Builder<'_> {
    /// Finds what the items name, and holds them against each other.
    pub(super) fn add_relations(&mut self, gathered: &Gathered<'_>) {
        let relations = std::mem::take(&mut self.relations);
        let mut awaited: Vec<Vec<(ItemIx, Place)>> = Vec::with_capacity(relations.len());
        for (position, of) in relations.iter().enumerate() {
            let faults = gathered.faults(of.file);
            let named = |id: &Located<String>| Some((self.item_known(Some(id), None, faults)?, id.place));
            awaited.push(of.after.iter().filter_map(named).collect());
            let parts: Vec<(ItemIx, Place)> = of.sum_of.iter().filter_map(named).collect();
            if !parts.is_empty() && parts.len() == of.sum_of.len() {
                let places: Vec<Option<Place>> = parts.iter().map(|(part, _)| relations[part.0].quantity).collect();
                self.check_sum(ItemIx(position), of.quantity, &parts, &places, gathered);
            }
        }
        self.check_circles(&awaited, gathered);
        for (position, named) in awaited.iter().enumerate() {
            let item = &self.items[position];
            for &(before, place) in named {
                let before = &self.items[before.0];
                if let (Some(due), Some(earliest)) = (last_due(item), last_due(before))
                    && due.at() < earliest.at()
                {
                    let before = before.id.clone();
                    gathered.faults(place.file).report(place, Problem::DueBeforeOther { due, before, earliest });
                }
            }
        }
        for (item, named) in self.items.iter_mut().zip(awaited) {
            item.after = named.into_iter().map(|(before, _)| before).collect();
        }
    }

    /// A total that is not the sum that the plan says it is.
    fn check_sum(
        &self,
        of: ItemIx,
        place: Option<Place>,
        parts: &[(ItemIx, Place)],
        places: &[Option<Place>],
        gathered: &Gathered<'_>,
    ) {
        let (Some(quantity), Some(total_place)) = (&self.items[of.0].quantity, place) else {
            return;
        };
        let mut sum = Figure::ZERO;
        let mut named = Vec::new();
        for &(part, place) in parts {
            let item = &self.items[part.0];
            if self.unsound[part.0] || self.unsound[of.0] {
                return;
            }
            let counted = item.quantity.as_ref().filter(|counted| counted.unit == quantity.unit && part != of);
            let Some(counted) = counted else {
                let (item, unit) = (item.id.clone(), quantity.unit.clone());
                gathered.faults(place.file).report(place, Problem::NotSummable { item, unit });
                return;
            };
            sum = sum.plus(counted.total);
            named.push((item.id.clone(), counted.total.to_string()));
        }
        if sum != quantity.total && self.items[of.0].disputed.is_empty() {
            let (total, sum, unit) = (quantity.total.to_string(), sum.to_string(), quantity.unit.clone());
            let other = places[0].unwrap_or(parts[0].1);
            let problem = Problem::SumDiffers { total, sum, unit, parts: named };
            gathered.faults(total_place.file).report_pair(total_place, other, problem);
        }
    }

    /// Items that wait for each other: none of them could ever begin.
    fn check_circles(&self, awaited: &[Vec<(ItemIx, Place)>], gathered: &Gathered<'_>) {
        let mut done = vec![false; awaited.len()];
        for start in 0..awaited.len() {
            // The way from the start to here, each with how many of those it waits for have been looked at.
            let mut way: Vec<(usize, usize)> = vec![(start, 0)];
            let mut on_way = BTreeSet::from([start]);
            while let Some((at, next)) = way.last_mut() {
                let Some(&(before, place)) = awaited[*at].get(*next).filter(|_| !done[*at]) else {
                    done[*at] = true;
                    on_way.remove(at);
                    way.pop();
                    continue;
                };
                *next += 1;
                if on_way.contains(&before.0) {
                    let from = way.iter().position(|(at, _)| *at == before.0).unwrap_or(0);
                    let circle = way[from..].iter().map(|(at, _)| self.items[*at].id.clone()).collect();
                    gathered.faults(place.file).report(place, Problem::CircularAfter { circle });
                } else if !done[before.0] {
                    on_way.insert(before.0);
                    way.push((before.0, 0));
                }
            }
        }
    }
}

/// When all of an item is due, by what was approved last.
fn last_due(item: &Item) -> Option<Moment> {
    let schedule = item.revisions.last().map_or(&item.schedule, |revision| &revision.schedule);
    schedule.last_due()
}
