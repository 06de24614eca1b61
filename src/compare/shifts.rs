//! Whose verdict differs, share by share. A share is known by its item and its unit.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::Side;
use super::causes::{Causes, Frames};
use super::mixing::Outcome;
use super::share_on_side::ShareOnSide;
use crate::assess::{Change, change_from};
use crate::model::Tier;

/// A share whose verdict differs.
#[derive(Clone, Debug)]
pub struct Shift<'a> {
    /// Before; none if the share is new.
    pub before: Option<ShareOnSide<'a>>,
    /// After; none if the share is gone.
    pub after: Option<ShareOnSide<'a>>,
    /// How its tier changed.
    pub change: Option<Change>,
    /// Why.
    pub causes: Causes,
}

pub(super) fn shifts<'a>(before: Side<'a>, after: Side<'a>, is_left_out: &dyn Fn(&str) -> bool) -> Vec<Shift<'a>> {
    let (old, new) = (shares_of(before), shares_of(after));
    let mut keys: Vec<_> = new.keys().chain(old.keys()).copied().collect();
    keys.sort_unstable();
    keys.dedup();
    let frames = Frames::of(before.workspace, after.workspace);
    let mut shifts = Vec::new();
    for key in keys.into_iter().filter(|(_, unit)| !is_left_out(unit)) {
        let (one, other) = (old.get(&key).copied(), new.get(&key).copied());
        let shift = match (one, other) {
            (Some(one), Some(other)) if !differs([before, after], [one, other]) => continue,
            (Some(one), Some(other)) => Shift {
                before: Some(one),
                after: Some(other),
                change: change_from(tier_on(after, before, one.verdict().tier), other.verdict()),
                causes: Causes::of(&frames, [before, after], [one, other]),
            },
            _ => Shift {
                before: one,
                after: other,
                change: None,
                causes: Causes::of_one_side([before, after], [one, other]),
            },
        };
        shifts.push(shift);
    }
    let position = |shift: &Shift<'_>| {
        let on_side = shift.after.or(shift.before);
        on_side.map(|on_side| (on_side.share.unit, on_side.share.item))
    };
    let verdict = |shift: &Shift<'_>| {
        let on_side = shift.after.or(shift.before)?;
        let verdict = on_side.verdict();
        Some((verdict.tier, verdict.lag))
    };
    let order = |shift: &Shift<'_>| match (shift.change, shift.before, shift.after) {
        (Some(Change::Raised), ..) => 0,
        (Some(Change::New), ..) => 1,
        (Some(Change::Held), ..) => 2,
        (Some(Change::Lowered), ..) => 3,
        (Some(Change::Lifted), ..) => 4,
        (None, None, _) => 6,
        (None, _, None) => 7,
        (None, ..) => 5,
    };
    shifts.sort_by_key(|shift| (order(shift), Reverse(verdict(shift)), position(shift)));
    shifts
}

fn shares_of(side: Side<'_>) -> BTreeMap<(&str, &str), ShareOnSide<'_>> {
    let all = side.assessment.shares.iter();
    let shares = all.map(|assessed| ShareOnSide::of(side, assessed));
    shares.map(|on_side| ((on_side.item.id.as_str(), on_side.unit.id.as_str()), on_side)).collect()
}

/// Whether two verdicts differ: in how the share stands, how late it is, which tier it has, and what that rests on.
pub(super) fn differs(sides: [Side<'_>; 2], both: [ShareOnSide<'_>; 2]) -> bool {
    let facts = |at: usize| Outcome::of(both[at].verdict(), &sides[at].workspace.plan.ladder).facts;
    facts(0) != facts(1)
}

/// The rung of one side's ladder on the other side's: the one with the same id, otherwise the one at the same height.
fn tier_on(ladder: Side<'_>, from: Side<'_>, tier: Option<Tier>) -> Option<Tier> {
    let tier = tier?;
    let id = &from.workspace.plan.ladder.rung(tier).id;
    let same = ladder.workspace.plan.ladder.rungs().iter().position(|rung| rung.id == *id);
    Some(same.map_or(tier, Tier))
}
