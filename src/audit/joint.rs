//! Several lead units that report on the same thing, each for itself: what is done of it is one figure.

use std::collections::BTreeMap;

use super::{Looked, Observation, Seen, figure, observation};
use crate::model::{Entry, ItemIx, Share};

/// The lead units of an item that is not divided among them report different figures for the same month. Each of them
/// is asked.
pub(super) fn different(looked: Looked<'_>) -> Vec<Observation> {
    let workspace = looked.workspace;
    let mut newest: BTreeMap<ItemIx, Vec<(&Share, &Entry)>> = BTreeMap::new();
    for (ix, share) in workspace.iter_shares() {
        let quantity = workspace.item(share.item).quantity.as_ref();
        let is_whole = quantity.is_none_or(|quantity| share.amount == Some(quantity.total));
        if let Some(&(entry, _)) = looked.figures(share).last()
            && is_whole
            && workspace.is_there(ix, looked.as_of)
        {
            newest.entry(share.item).or_default().push((share, entry));
        }
    }
    newest.into_values().flat_map(|said| of_item(looked, said)).collect()
}

fn of_item(looked: Looked<'_>, mut said: Vec<(&Share, &Entry)>) -> Vec<Observation> {
    let month = said.iter().map(|(_, entry)| entry.month).max().expect("somebody reported on it");
    // What was reported for another month may well be another figure.
    said.retain(|(_, entry)| entry.month == month);
    let first = figure(said[0].1.reading);
    if said.iter().all(|(_, entry)| figure(entry.reading) == first) {
        return Vec::new();
    }
    let name = |share: &Share| looked.workspace.unit(share.unit).name.clone();
    let all: Vec<_> = said.iter().map(|(share, entry)| (name(share), entry.reading)).collect();
    let places: Vec<_> = said.iter().map(|(_, entry)| entry.place).collect();
    let asked =
        |(share, _): &(&Share, &Entry)| observation(share, Seen::Joint { month, said: all.clone() }, places.clone());
    said.iter().map(asked).collect()
}
