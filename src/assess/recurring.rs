//! Recurring items: each occurrence is a deadline. Arrears are what is open after the latest occurrence done; what was
//! skipped before it is missed for good and no longer ages.

use crate::model::{Month, Ratio, Reading, Recurring};

use super::evidence::{self, Evidence};
use super::progress::Progress;
use super::verdict::{Flags, Reasoning};

pub(super) fn progress(evidence: Evidence<'_>, recurring: &Recurring) -> Progress {
    let occurrences = recurring.occurrences();
    let Done { done, withdrawn } = Done::of(evidence, recurring);
    let first = evidence.first_asked(recurring);
    let latest_done = done.iter().rposition(Option::is_some);
    let next = latest_done.map_or(first, |latest| latest + 1);
    let next = (next < occurrences.len()).then_some(next);
    let before = latest_done.map_or(&[][..], |latest| &done[first..latest]);
    let missed = evidence::count(before.iter().filter(|entry| entry.is_none()));

    let asked = occurrences[first..].iter();
    let counts = |number: usize| Some(Ratio::whole(i128::try_from(number).unwrap_or(i128::MAX)));
    let deciding =
        latest_done.and_then(|latest| done[latest]).or_else(|| evidence.newest().map(|(position, _)| position));
    // A report need not speak of a duty that is not due: only months without any report at all are remarked on.
    let last_filed = evidence.last_filed();
    let unfiled = evidence::count(evidence.silent().filter(|&month| Some(month) > last_filed));
    let is_over = next.is_none() && latest_done.is_some();
    Progress {
        required: counts(asked.filter(|occurrence| occurrence.due <= evidence.as_of.month).count()),
        actual: counts(done.iter().flatten().count()),
        counts_from: next.map(|next| occurrences[next].due.close()),
        counts_until: None,
        evidence: deciding,
        flags: Flags {
            unreported: if is_over { 0 } else { unfiled },
            late: deciding.is_some_and(|position| evidence.is_late(&evidence.share.entries[position])),
            // As with figures, the newest report that says less than an earlier one is the one remarked on.
            regressed: withdrawn.is_some() && withdrawn == evidence.newest().map(|(_, entry)| entry.month),
            // What was skipped stays undone, whatever came after it.
            complete: is_over && missed == 0,
            missed,
            ..Flags::default()
        },
        reasoning: Reasoning::Recurring { latest_done, next },
    }
}

/// What was reported on each occurrence.
struct Done {
    /// For each occurrence that is asked for the entry that reports it done; a later entry on the same occurrence
    /// replaces an earlier one.
    done: Vec<Option<usize>>,
    /// The last month whose report takes back that an occurrence was done.
    withdrawn: Option<Month>,
}

impl Done {
    fn of(evidence: Evidence<'_>, recurring: &Recurring) -> Self {
        let (occurrences, first) = (recurring.occurrences(), evidence.first_asked(recurring));
        let mut done: Vec<Option<usize>> = vec![None; occurrences.len()];
        let mut withdrawn = None;
        for (position, entry) in evidence.entries() {
            if let Reading::Occurrence { due, done: is_done } = entry.reading
                && let Some(occurrence) = occurrences.iter().position(|occurrence| occurrence.due == due)
                && occurrence >= first
            {
                if !is_done && done[occurrence].is_some() {
                    withdrawn = Some(entry.month);
                }
                done[occurrence] = is_done.then_some(position);
            }
        }
        Self { done, withdrawn }
    }
}

/// The occurrences that are not done, by their due months.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Undone {
    /// 缺项: missed for good.
    pub skipped: Vec<Month>,
    /// 欠账, or not due yet: open after the latest one done.
    pub open: Vec<Month>,
}

impl Undone {
    /// Those due from one month to another.
    pub(super) fn of(evidence: Evidence<'_>, recurring: &Recurring, (from, until): (Month, Month)) -> Self {
        let Done { done, .. } = Done::of(evidence, recurring);
        let latest_done = done.iter().rposition(Option::is_some);
        let mut undone = Self::default();
        let first = evidence.first_asked(recurring);
        for (position, occurrence) in recurring.occurrences().iter().enumerate().skip(first) {
            if done[position].is_some() || !(from..=until).contains(&occurrence.due) {
                continue;
            }
            let is_skipped = latest_done.is_some_and(|latest| position < latest);
            let list = if is_skipped { &mut undone.skipped } else { &mut undone.open };
            list.push(occurrence.due);
        }
        undone
    }
}
