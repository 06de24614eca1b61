//! Items whose things go through stages: each stage has a curve of its own, held against how many have reached it or gone
//! beyond it. The share lags as its worst stage does.

use crate::model::{Figure, Lag, Month, Ratio, Stage, Stages, Terms};

use super::evidence::{self, Evidence};
use super::progress::Progress;
use super::scheduled::{earned, lag_behind};
use super::verdict::{Flags, Reasoning};

/// One stage of a share at the close of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StageState {
    /// How many have to have reached it, in the item's own measure; none where it is only reported on.
    pub required: Option<Ratio>,
    /// How many have, those beyond it included.
    pub reached: Ratio,
    /// The moment, on the scale of months, from which it counts as behind if nothing changes; it may be ahead.
    pub counts_from: Option<Ratio>,
    /// Months behind; none where it is only reported on.
    pub lag: Option<Lag>,
}

/// How each stage stands by the terms of a share, where so many have reached each; where nothing was ever reported, none
/// have.
pub fn stage_states(terms: Terms<'_>, reached: Option<&[Figure]>, month: Month) -> Vec<StageState> {
    let all = terms.schedule.stages().map_or(&[][..], Stages::all).iter().enumerate();
    let state = |(at, stage): (usize, &Stage)| {
        let reached = reached.and_then(|reached| reached.get(at)).map_or(Ratio::ZERO, |number| number.ratio());
        let percent = terms.percent_of(reached);
        let curve = stage.curve.as_ref();
        StageState {
            required: curve.map(|curve| terms.in_measure(curve.required_at(month.close()))),
            reached,
            counts_from: curve.and_then(|curve| earned(curve, percent)),
            lag: curve.map(|curve| lag_behind(curve, percent, month)),
        }
    };
    all.map(state).collect()
}

/// The stage that the verdict is about: of those that are behind, or have fallen due unmet, the one that has been longest,
/// the earlier of two; else the last one of which anything is asked by now, or that of which more will be asked next.
fn deciding(states: &[StageState], close: Ratio) -> usize {
    let first = |counts: &dyn Fn(Ratio) -> bool| {
        let ahead = states.iter().enumerate().filter_map(|(at, state)| Some((state.counts_from?, at)));
        ahead.filter(|(from, _)| counts(*from)).min().map(|(_, at)| at)
    };
    let last = |is_asked: &dyn Fn(Ratio) -> bool| states.iter().rposition(|state| state.required.is_some_and(is_asked));
    let behind = first(&|from| from <= close);
    let begun = || last(&|required| required > Ratio::ZERO);
    behind.or_else(begun).or_else(|| first(&|_| true)).or_else(|| last(&|_| true)).unwrap_or_default()
}

pub(super) fn progress(evidence: Evidence<'_>) -> Progress {
    let (share, terms) = (evidence.share, evidence.terms);
    let mut said =
        evidence.entries().rev().filter_map(|(position, entry)| Some((position, entry, share.reached(entry)?)));
    let newest = said.next();
    let before = said.next().map(|(.., reached)| reached);

    let month = evidence.as_of.month;
    let reached = newest.as_ref().map(|(.., reached)| &reached[..]);
    let states = stage_states(terms, reached, month);
    let stage = deciding(&states, month.close());
    let last = states.last().map_or(Ratio::ZERO, |state| state.reached);
    let done = terms.percent_of(last);
    let complete = done >= Ratio::HUNDRED;
    let has_fallen =
        |(now, before): (&[Figure], Vec<Figure>)| now.iter().zip(before).any(|(now, before)| *now < before);
    Progress {
        required: states[stage].required,
        actual: newest.is_some().then_some(states[stage].reached),
        counts_from: states.iter().filter_map(|state| state.counts_from).min(),
        counts_until: None,
        evidence: newest.as_ref().map(|(position, ..)| *position),
        flags: Flags {
            unreported: if complete { 0 } else { evidence::count(evidence.silent()) },
            late: newest.as_ref().is_some_and(|(_, entry, _)| evidence.is_late(entry)),
            regressed: reached.zip(before).is_some_and(has_fallen),
            complete,
            ..Flags::default()
        },
        reasoning: Reasoning::Stages { stage, done },
    }
}
