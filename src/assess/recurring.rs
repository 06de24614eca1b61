//! Recurring items: each occurrence is a deadline. Arrears are what is open after the latest occurrence done; what was
//! skipped before it is missed for good and no longer ages.

use crate::model::{Month, Ratio, Recurring};

use super::evidence::{self, Evidence};
use super::progress::Progress;
use super::verdict::{Flags, Reasoning};

pub(super) fn progress(evidence: Evidence<'_>, recurring: &Recurring) -> Progress {
    let occurrences = recurring.occurrences();
    let Done { done, said, withdrawn } = Done::of(evidence, recurring);
    let first = evidence.first_asked(recurring);
    let latest_done = done.iter().rposition(Option::is_some);
    let next = latest_done.map_or(first, |latest| latest + 1);
    let next = (next < occurrences.len()).then_some(next);
    let before = latest_done.map_or(&[][..], |latest| &done[first..latest]);
    let missed = evidence::count(before.iter().filter(|entry| entry.is_none()));

    let asked = occurrences[first..].iter();
    let times = recurring.times;
    let due = asked.filter(|occurrence| occurrence.due <= evidence.as_of.month).count();
    let asked_for = Ratio::whole(i128::try_from(due).unwrap_or(i128::MAX)) * Ratio::whole(times.into());
    // What was done more often than asked in one period stands for no other.
    let counted = said.iter().flatten().map(|(_, count)| i128::from(*count.min(&times))).sum();
    let reached = next.and_then(|next| said[next]).filter(|&(_, count)| count > 0);
    // Where an occurrence is done in part, that is what counts now.
    let deciding = reached.filter(|_| recurring.is_counted()).map(|(position, _)| position);
    let deciding = deciding.or_else(|| latest_done.and_then(|latest| done[latest]));
    let deciding = deciding.or_else(|| evidence.newest().map(|(position, _)| position));
    // A report need not speak of a duty that is not due: only months without any report at all are remarked on.
    let last_filed = evidence.last_filed();
    let unfiled = evidence::count(evidence.silent().filter(|&month| Some(month) > last_filed));
    let is_over = next.is_none() && latest_done.is_some();
    Progress {
        required: Some(asked_for),
        actual: Some(Ratio::whole(counted)),
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
        reasoning: Reasoning::Recurring { latest_done, next, reached: reached.map_or(0, |(_, count)| count) },
    }
}

/// What was reported on each occurrence.
struct Done {
    /// For each occurrence that is asked for the entry that reports it done; a later entry on the same occurrence
    /// replaces an earlier one.
    done: Vec<Option<usize>>,
    /// For each of them the entry that counts, done or not, and how often it was done by it.
    said: Vec<Option<(usize, u32)>>,
    /// The last month whose report takes back that an occurrence was done, or was done as often.
    withdrawn: Option<Month>,
}

impl Done {
    fn of(evidence: Evidence<'_>, recurring: &Recurring) -> Self {
        let (occurrences, first) = (recurring.occurrences(), evidence.first_asked(recurring));
        let mut said: Vec<Option<(usize, u32)>> = vec![None; occurrences.len()];
        let mut withdrawn = None;
        for (position, entry) in evidence.entries() {
            if let Some((due, count)) = recurring.told(entry.reading)
                && let Some(occurrence) = occurrences.iter().position(|occurrence| occurrence.due == due)
                && occurrence >= first
            {
                if said[occurrence].is_some_and(|(_, before)| count < before) {
                    withdrawn = Some(entry.month);
                }
                said[occurrence] = Some((position, count));
            }
        }
        let is_done = |&(_, count): &(usize, u32)| count >= recurring.times;
        let done = said.iter().map(|said| said.filter(is_done).map(|(position, _)| position)).collect();
        Self { done, said, withdrawn }
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
