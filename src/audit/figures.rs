//! Figures that stand still, that are exactly what is needed, or that are all round.

use super::{Enough, Looked, Observation, Seen, figure, is_done, observation};
use crate::assess::{Ahead, AsOf, Needs};
use crate::model::{Entry, Figure, Ratio, Reading, Share, ShareIx, UnitIx};

/// Two equal figures can happen in any winter; a third with the same words is worth a question.
const COPIED_REPORTS: usize = 3;

/// Words that claim progress, whatever the figure says.
const PROGRESS: [&str; 6] = ["按计划推进", "正常推进", "有序推进", "稳步推进", "正在推进", "推进中"];

/// With fewer months at rest, a step to the milestone is just what an even pace looks like.
const STILL_REPORTS: usize = 2;

/// Three figures can all be round by chance (one in a thousand), and small units estimate in tens; with a fourth it is
/// no longer chance.
const ROUND_FIGURES: usize = 4;

/// Percentages count as round in these steps.
const ROUND_STEP: i128 = 10;

/// The newest reports repeat the same figure, while their words claim progress or are the same every time.
pub(super) fn copied(looked: Looked<'_>, share: &Share) -> Option<Observation> {
    let figures = looked.figures(share);
    let &(newest, at) = figures.last()?;
    if is_done(looked, share, newest) {
        return None;
    }
    let run = figures.iter().rev().take_while(|(_, figure)| *figure == at);
    let mut run: Vec<&Entry> = run.map(|(entry, _)| *entry).collect();
    run.reverse();
    let says_progress = |entry: &&Entry| PROGRESS.iter().any(|word| entry.remarks.note().contains(word));
    // The first of the run brought the figure; what it says belongs to the month in which something changed.
    let is_busy = run.iter().skip(1).all(says_progress);
    let note = newest.remarks.note().trim();
    let is_same_text = !note.is_empty() && run.iter().all(|entry| entry.remarks.note().trim() == note);
    if run.len() < COPIED_REPORTS || !(is_busy || is_same_text) {
        return None;
    }
    let seen = Seen::Copied { reading: newest.reading, reports: run.len(), note: note.to_owned() };
    let places = run.iter().map(|entry| entry.place).collect();
    Some(observation(share, seen, places))
}

/// The report for the month jumps to exactly what a milestone of the month asks for, or to the least that avoids a tier
/// that the month would have brought.
pub(super) fn to_the_threshold(looked: Looked<'_>, position: ShareIx, share: &Share) -> Option<Observation> {
    let figures = looked.figures(share);
    let (&(newest, now), earlier) = figures.split_last()?;
    if newest.month != looked.as_of.month {
        return None;
    }
    let &(last, before) = earlier.last()?;
    let still = earlier.iter().rev().take_while(|(_, figure)| *figure == before);
    let still: Vec<&Entry> = still.map(|(entry, _)| *entry).collect();
    if still.len() < STILL_REPORTS || now <= before {
        return None;
    }
    let enough = just_enough(looked, position, share, now)?;
    let seen = Seen::Threshold { before: last.reading, reports: still.len(), now: newest.reading, enough };
    let places = still.iter().rev().map(|entry| entry.place);
    let places = places.chain([newest.place]).collect();
    Some(observation(share, seen, places))
}

fn just_enough(looked: Looked<'_>, position: ShareIx, share: &Share, now: Figure) -> Option<Enough> {
    let terms = looked.workspace.terms(share, looked.as_of);
    let curve = terms.schedule.curve()?;
    let month = looked.as_of.month;
    let mut due = curve.points().iter().filter(|point| point.by.month() == month);
    if let Some(point) = due.find(|point| terms.in_measure(point.level) == now.ratio()) {
        return Some(Enough::Milestone(point.by));
    }
    // What the month would have brought without this report.
    let then = AsOf { month: month.plus(-1), ..looked.as_of };
    if then.month < looked.workspace.plan.start {
        return None;
    }
    let ahead = Ahead::of(looked.workspace, then)?;
    let foreseen = ahead.shares.iter().find(|one| one.next.share == position)?;
    let tier = foreseen.next.verdict().tier?;
    let is_it = |needs: &Option<Needs>| *needs == Some(Needs::Figure(now.ratio()));
    if is_it(&foreseen.relief) {
        Some(Enough::NoTier)
    } else if is_it(&foreseen.avoid) {
        Some(Enough::Below(tier))
    } else {
        None
    }
}

/// All percentages of a unit are multiples of ten. 0 and 100 are always round, and a figure that stands still counts
/// only once.
pub(super) fn round(looked: Looked<'_>, unit: UnitIx) -> Option<Observation> {
    let mut found: Vec<&Entry> = Vec::new();
    for (_, share) in looked.workspace.shares_by(unit) {
        let mut before = None;
        for entry in looked.entries(share) {
            let Reading::Percent(percent) = entry.reading else {
                continue;
            };
            let is_between = percent > Figure::ZERO && percent < Figure::HUNDRED;
            if is_between && before != figure(entry.reading) {
                found.push(entry);
            }
            before = Some(percent);
        }
    }
    let is_round = |entry: &&Entry| {
        figure(entry.reading).is_some_and(|figure| (figure.ratio() / Ratio::whole(ROUND_STEP)).is_whole())
    };
    if found.len() < ROUND_FIGURES || !found.iter().all(is_round) {
        return None;
    }
    let mut places: Vec<_> = found.iter().map(|entry| entry.place).collect();
    places.sort_unstable();
    Some(Observation { unit, item: None, seen: Seen::Round { figures: found.len() }, places })
}
