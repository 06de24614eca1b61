//! What is claimed as done: with nothing to show it, or again after a check that failed.

use super::{Looked, Observation, Seen, is_done, observation};
use crate::model::{Entry, Month, Outcome, Share, ShareIx};

/// The newest entries that say that all of it is done, oldest first.
fn done_run<'a>(looked: Looked<'a>, share: &'a Share) -> Vec<&'a Entry> {
    let newest = looked.entries(share).rev();
    let mut run: Vec<&Entry> = newest.take_while(|entry| is_done(looked, share, entry)).collect();
    run.reverse();
    run
}

/// Done, and none of the entries that say so has a note or a file; not if the office has checked and found it done.
pub(super) fn without_evidence(looked: Looked<'_>, position: ShareIx, share: &Share) -> Option<Observation> {
    let run = done_run(looked, share);
    let since = run.first()?.month;
    let is_bare = |entry: &&Entry| !entry.remarks.has_note() && entry.remarks.attachments().is_empty();
    let mut checks = looked.workspace.register.verifications.iter();
    let has_passed = checks.any(|check| {
        check.share == position
            && check.outcome == Outcome::Passed
            && looked.as_of.knows(check.date)
            && Month::of(check.date) <= looked.as_of.month
    });
    if has_passed || !run.iter().all(is_bare) {
        return None;
    }
    let places = run.iter().map(|entry| entry.place).collect();
    Some(observation(share, Seen::NoEvidence { since }, places))
}

/// The last check failed, and a report filed after it says again that all of it is done.
pub(super) fn claimed_again(looked: Looked<'_>, position: ShareIx, share: &Share) -> Option<Observation> {
    let checks = looked.workspace.register.verifications.iter();
    let last = checks
        .filter(|check| check.share == position && looked.as_of.knows(check.date))
        .filter(|check| Month::of(check.date) <= looked.as_of.month)
        .max_by_key(|check| check.date)?;
    if last.outcome == Outcome::Passed {
        return None;
    }
    let plan = &looked.workspace.plan;
    let is_after = |entry: &&Entry| {
        let report = looked.workspace.report(entry.report);
        report.known_on(plan) > last.date
    };
    let run = done_run(looked, share);
    let again: Vec<&Entry> = run.into_iter().filter(is_after).collect();
    let seen = Seen::ClaimedAgain { checked: last.date, month: again.last()?.month };
    let places = again.iter().map(|entry| entry.place);
    let places = std::iter::once(last.place).chain(places).collect();
    Some(observation(share, seen, places))
}
