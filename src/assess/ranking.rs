//! 排名: which unit keeps its schedule best. Departments, townships and each of the plan's own kinds are never ranked
//! against each other, and only units with something due are ranked at all.
//!
//! Three criteria, in this order; each one only decides between units that tie on those before it:
//!
//! 1. the worst tier of any share: lower is better, none is best;
//! 2. the number of shares with a tier: fewer is better;
//! 3. the proportion of the due shares that is on schedule, as an exact fraction: more is better.
//!
//! Units that tie on all three share a place, and the places after them are skipped: 1, 2, 2, 4. Only key items count,
//! because only they have tiers. A share that is behind and exempt counts neither for nor against its unit. A presumed
//! tier counts like any other: silence does not pay.

use std::cmp::Ordering;

use crate::model::{Peers, Ratio, Tier, UnitIx, Workspace};

use super::verdict::Verdict;
use super::{Assessment, ShareAssessment};

/// How a unit keeps its schedule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pace {
    /// The worst tier of its shares.
    pub worst: Option<Tier>,
    /// How many of its shares have a tier.
    pub with_tier: usize,
    /// How many of its shares are due: something is asked of them by now, or they are complete.
    pub due: usize,
    /// How many of those are on schedule.
    pub on_schedule: usize,
}

impl Pace {
    /// Takes shares into account, if they are key.
    pub fn of<'a>(workspace: &Workspace, shares: impl IntoIterator<Item = &'a ShareAssessment>) -> Self {
        let mut pace = Self::default();
        for assessed in shares {
            let verdict = assessed.verdict();
            let item = workspace.item(workspace.share(assessed.share).item);
            let is_excused = verdict.is_behind() && (verdict.exemption.is_some() || verdict.disputed);
            if !item.key || !is_due(verdict) || is_excused {
                continue;
            }
            pace.due += 1;
            pace.on_schedule += usize::from(!verdict.is_behind());
            pace.with_tier += usize::from(verdict.tier.is_some());
            pace.worst = pace.worst.max(verdict.tier);
        }
        pace
    }

    /// The proportion of due shares that is on schedule; none if nothing is due.
    pub fn part_on_schedule(self) -> Option<Ratio> {
        let whole = |number: usize| i128::try_from(number).unwrap_or(i128::MAX);
        (self.due > 0).then(|| Ratio::new(whole(self.on_schedule), whole(self.due)))
    }

    /// Better ones first.
    pub fn against(self, other: Self) -> Ordering {
        let worst = self.worst.cmp(&other.worst);
        let with_tier = self.with_tier.cmp(&other.with_tier);
        let part = other.part_on_schedule().cmp(&self.part_on_schedule());
        worst.then(with_tier).then(part)
    }
}

/// Whether anything is asked for by the close, or all of it is already done.
fn is_due(verdict: &Verdict) -> bool {
    let is_asked = match verdict.reasoning {
        super::Reasoning::Indicator { .. } => verdict.required.is_some(),
        _ => verdict.required.is_some_and(|required| required > Ratio::ZERO),
    };
    is_asked || (verdict.lag.is_some() && verdict.flags.complete)
}

/// A unit in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// 1 is the best; units that tie share a place.
    pub place: usize,
    /// The unit.
    pub unit: UnitIx,
    /// How it keeps its schedule.
    pub pace: Pace,
}

/// The units by how they keep their schedule, best first; those that share a place in the order of the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ranking {
    /// Those that are compared with each other, where there are any.
    pub peers: Vec<(Peers, Vec<Placed>)>,
    /// Units that lead something but have nothing due, or whose every due share is exempt or undecided.
    pub unranked: Vec<UnitIx>,
}

impl Ranking {
    /// Ranks the units of a plan.
    pub fn of(workspace: &Workspace, assessment: &Assessment) -> Self {
        let mut ranking = Self::default();
        let mut peers: Vec<_> = workspace.plan.peers().into_iter().map(|peers| (peers, Vec::new())).collect();
        for unit in workspace.units() {
            let own = || {
                let all = assessment.shares.iter();
                all.filter(move |assessed| workspace.share(assessed.share).unit == unit)
            };
            let pace = Pace::of(workspace, own());
            if pace.due == 0 {
                ranking.unranked.extend(own().next().map(|_| unit));
            } else {
                let own = workspace.unit(unit).kind.peers();
                let of_them = peers.iter_mut().find(|(peers, _)| *peers == own);
                of_them.expect("a plan lists its own kinds").1.push((unit, pace));
            }
        }
        peers.retain(|(_, units)| !units.is_empty());
        ranking.peers = peers.into_iter().map(|(peers, units)| (peers, placed(units))).collect();
        ranking
    }
}

fn placed(mut units: Vec<(UnitIx, Pace)>) -> Vec<Placed> {
    units.sort_by(|(_, one), (_, other)| one.against(*other));
    let mut places: Vec<Placed> = Vec::new();
    for (position, (unit, pace)) in units.into_iter().enumerate() {
        let level = places.last().filter(|before| before.pace.against(pace) == Ordering::Equal);
        let place = level.map_or(position + 1, |before| before.place);
        places.push(Placed { place, unit, pace });
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pace(worst: Option<usize>, with_tier: usize, on_schedule: usize, due: usize) -> Pace {
        Pace { worst: worst.map(Tier), with_tier, due, on_schedule }
    }

    fn order(paces: &[Pace]) -> Vec<(usize, usize)> {
        let units = paces.iter().enumerate();
        let units = units.map(|(unit, &pace)| (UnitIx(unit), pace)).collect();
        let places = placed(units).into_iter();
        places.map(|placed| (placed.place, placed.unit.0)).collect()
    }

    #[test]
    fn ties_share_a_place_and_the_next_ones_are_left_out() {
        let level = pace(Some(0), 1, 1, 2);
        let paces = [pace(Some(2), 1, 9, 10), level, pace(None, 0, 1, 1), level];
        assert_eq!(order(&paces), [(1, 2), (2, 1), (2, 3), (4, 0)]);
    }

    #[test]
    fn the_worst_tier_comes_before_their_number_and_that_before_the_part_on_schedule() {
        let one_interview = pace(Some(2), 1, 9, 10);
        let many_warnings = pace(Some(0), 5, 0, 5);
        let two_warnings = pace(Some(0), 2, 8, 10);
        let two_warnings_of_few = pace(Some(0), 2, 0, 2);
        let paces = [one_interview, many_warnings, two_warnings_of_few, two_warnings];
        assert_eq!(order(&paces), [(1, 3), (2, 2), (3, 1), (4, 0)]);
    }

    #[test]
    fn parts_are_compared_as_fractions() {
        let paces = [pace(None, 0, 2, 3), pace(None, 0, 4, 6)];
        assert_eq!(order(&paces), [(1, 0), (1, 1)]);
        let paces = [pace(None, 0, 66, 100), pace(None, 0, 2, 3)];
        assert_eq!(order(&paces), [(1, 1), (2, 0)]);
    }
}
