//! Why a verdict differs: the smallest set of differences between two states that gives the new verdict when they alone
//! are applied. What can be applied, and what then comes out, is for `mixing`; nothing here is guessed. Where several
//! sets of the same size each suffice, all of them are named. What in a set pushed the other way is named as such.

use std::cmp::Ordering;

use super::Side;
use super::cause::{Cause, CauseKind, Works};
use super::edits::Version;
use super::mixing::{Mixing, Set};
use super::share_on_side::ShareOnSide;
use crate::model::{Month, Plan, RecordKind, Workspace};

/// Why a verdict is another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Causes {
    /// All that are named: what pushed that way first.
    pub all: Vec<Cause>,
    /// Sets of them, by position, each of which alone gives the new verdict, while none of its parts does. None if no
    /// verdict is another.
    pub sets: Vec<Vec<usize>>,
}

/// What two workspaces judge every share by, made once for many shares.
#[derive(Debug)]
pub struct Frames([Plan; 2]);

impl Frames {
    /// Of the earlier state and of the later one.
    pub fn of(before: &Workspace, after: &Workspace) -> Self {
        Self([before.plan.frame(), after.plan.frame()])
    }
}

impl Causes {
    /// Why the verdict on a share that both sides have differs; the caller knows that it does.
    pub(super) fn of(frames: &Frames, sides: [Side<'_>; 2], both: [ShareOnSide<'_>; 2]) -> Self {
        let mixing = Mixing::new(&frames.0, sides, both);
        let enough = |set: Set| mixing.gives(set);
        let named = |chosen: Vec<Set>| {
            let set = chosen.iter().sum();
            let causes = chosen.into_iter().flat_map(|part| mixing.causes(part, works(&mixing, part, set)));
            causes.collect()
        };
        Self::named(smallest(mixing.parts(), enough).into_iter().map(named).collect())
    }

    /// Why a share exists on one side only.
    pub(super) fn of_one_side(sides: [Side<'_>; 2], [one, other]: [Option<ShareOnSide<'_>>; 2]) -> Self {
        let [before, after] = sides;
        if let Some(from) = kept_from((before, one), (after, other)) {
            let kind = CauseKind::Kept { from };
            return Self::named(vec![vec![Cause { kind, works: Works::Along, place: None, late: None }]]);
        }
        let has = |side: Side<'_>, id: &str| side.workspace.items.iter().any(|item| item.id == id);
        let cause = |kind, version, on_side: ShareOnSide<'_>| Cause {
            kind,
            works: Works::Along,
            place: Some((version, on_side.item.place)),
            late: None,
        };
        let new = other.map(|new| {
            let is_item = !has(before, &new.item.id);
            let kind = if new.item.finding.is_some() { CauseKind::Finding } else { CauseKind::NewShare { is_item } };
            cause(kind, Version::After, new)
        });
        let gone = one.map(|gone| {
            let is_item = !has(after, &gone.item.id);
            let kind = match (&gone.item.finding, is_item) {
                (None, _) => CauseKind::GoneShare { is_item },
                (Some(_), true) => CauseKind::Withdrawn(RecordKind::Findings),
                (Some(_), false) => CauseKind::Finding,
            };
            cause(kind, Version::Before, gone)
        });
        Self::named(new.or(gone).into_iter().map(|cause| vec![cause]).collect())
    }

    /// The same cause may be in several sets.
    fn named(sets: Vec<Vec<Cause>>) -> Self {
        let mut all: Vec<Cause> = Vec::new();
        let is_same = |one: &Cause, other: &Cause| (one.kind, one.place) == (other.kind, other.place);
        for cause in sets.iter().flatten() {
            if !all.iter().any(|known| is_same(known, cause)) {
                all.push(*cause);
            }
        }
        all.sort_by_key(|cause| (cause.works, cause.kind));
        let positions = |set: Vec<Cause>| {
            let mut positions: Vec<usize> =
                set.iter().filter_map(|cause| all.iter().position(|known| is_same(known, cause))).collect();
            positions.sort_unstable();
            positions.dedup();
            positions
        };
        let mut sets: Vec<Vec<usize>> = sets.into_iter().map(positions).collect();
        sets.sort();
        sets.dedup();
        Self { all, sets }
    }

    /// The causes of one of the sets that pushed one way.
    pub fn in_set(&self, set: &[usize], works: Works) -> impl Iterator<Item = &Cause> {
        set.iter().map(|&at| &self.all[at]).filter(move |cause| cause.works == works)
    }
}

/// The first month of the unit of a share that both sides have, if one of them is of an earlier month.
fn kept_from(
    (before, one): (Side<'_>, Option<ShareOnSide<'_>>),
    (after, other): (Side<'_>, Option<ShareOnSide<'_>>),
) -> Option<Month> {
    let (there, without) = if one.is_none() { (other?, before) } else { (one?, after) };
    let mut units = without.workspace.units();
    let unit = units.find(|&unit| without.workspace.unit(unit).id == there.unit.id)?;
    let mut led = without.workspace.shares_by(unit);
    let has_share = led.any(|(_, share)| without.workspace.item(share.item).id == there.item.id);
    let from = without.workspace.plan.kept_from(unit);
    (has_share && from > without.assessment.as_of.month).then_some(from)
}

/// The smallest sets of parts that are enough, all of one size, the least there is: each part in the first way that will
/// do.
fn smallest(parts: &[Vec<Set>], is_enough: impl Fn(Set) -> bool) -> Vec<Vec<Set>> {
    let enough = |choice: u32| {
        let parts = parts.iter().enumerate().filter(|(at, _)| choice & (1 << at) != 0);
        let ways = parts.fold(vec![Vec::new()], |chosen: Vec<Vec<Set>>, (_, ways)| {
            let with = |chosen: &Vec<Set>| ways.iter().map(|&way| [&**chosen, &[way]].concat()).collect::<Vec<_>>();
            chosen.iter().flat_map(with).collect()
        });
        ways.into_iter().find(|chosen| is_enough(chosen.iter().sum()))
    };
    let of_size = |size: u32| {
        let choices = (1..1_u32 << parts.len()).filter(move |choice| choice.count_ones() == size);
        choices.filter_map(enough).collect::<Vec<_>>()
    };
    let sizes = 1..=u32::try_from(parts.len()).unwrap_or(u32::MAX);
    sizes.map(of_size).find(|found| !found.is_empty()).unwrap_or_default()
}

/// Which way a part pushed within a set that gives the new verdict.
fn works(mixing: &Mixing<'_>, part: Set, set: Set) -> Works {
    let (was, is) = (mixing.outcome(0), mixing.outcome(set));
    let went = was.towards(&is);
    let pushed = [was.towards(&mixing.outcome(part)), mixing.outcome(set & !part).towards(&is)];
    let is_against = pushed.contains(&went.reverse()) && went != Ordering::Equal;
    if is_against && !pushed.contains(&went) { Works::Against } else { Works::Along }
}
