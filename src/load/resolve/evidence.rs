//! What the reports come to, taken in one by one and in order, so that each finds what was reported before it.

use std::collections::{BTreeMap, BTreeSet};

use super::reports::{Counted, Elsewhere, HeldEntry, HeldReport};
use crate::load::faults::Faults;
use crate::load::files::FileRead;
use crate::load::gathered::Gathered;
use crate::model::{
    Detail, Entry, Figure, Item, ItemIx, Month, Plan, Reading, Recurring, Report, ReportIx, Share, UnitIx,
};
use crate::problem::Problem;
use crate::source::Place;

/// The reports so far, and the shares with their entries.
pub(super) struct Evidence<'a> {
    pub(super) plan: &'a Plan,
    pub(super) items: &'a [Item],
    pub(super) shares: Vec<Share>,
    pub(super) reports: Vec<Report>,
    /// Reports that are being written; their entries are checked like any other and are no evidence.
    pub(super) drafts: Vec<Report>,
    /// Where the month of each report stands.
    seen: BTreeMap<(Month, UnitIx), Place>,
    /// Readings whose note may be one that could not be read.
    lost_notes: BTreeSet<Place>,
}

impl<'a> Evidence<'a> {
    pub(super) fn new(plan: &'a Plan, items: &'a [Item], shares: Vec<Share>) -> Self {
        Self {
            plan,
            items,
            shares,
            reports: Vec::new(),
            drafts: Vec::new(),
            seen: BTreeMap::new(),
            lost_notes: BTreeSet::new(),
        }
    }

    /// Takes in a report. Of a second one for the same month nothing more is said than that.
    pub(super) fn take_in(&mut self, read: FileRead<HeldReport>, gathered: &mut Gathered<'_>) {
        let file = read.file;
        let counted = read.document.as_ref().and_then(|held| held.counted.as_ref());
        let first = counted.and_then(|counted| {
            let first = self.seen.get(&(counted.report.month, counted.report.unit))?;
            Some((*first, counted.problems))
        });
        if let Some((_, problems)) = first {
            read.faults.forget_behind(problems);
        }
        let Some(held) = gathered.take_over(read) else {
            return;
        };
        let faults = gathered.faults(file);
        match (held.counted, first) {
            (Some(counted), None) => self.count(counted, faults),
            (Some(counted), Some((first, _))) => {
                // Of two folders for one month, that one of them has no proper name has been said.
                if counted.is_proper {
                    let problem = self.second(counted.report.month, counted.report.unit);
                    faults.report_pair(counted.place, first, problem);
                }
            }
            (None, _) => {
                if let Some(elsewhere) = held.elsewhere {
                    self.report_elsewhere(elsewhere, held.month.zip(held.unit), faults);
                }
            }
        }
    }

    fn count(&mut self, counted: Counted, faults: &Faults) {
        let Counted { report, place, is_draft, entries, .. } = counted;
        let month = report.month;
        self.seen.insert((month, report.unit), place);
        let number = ReportIx(self.reports.len());
        let list = if is_draft { &mut self.drafts } else { &mut self.reports };
        list.push(report);
        for entry in entries {
            if entry.has_lost_note {
                self.lost_notes.insert(entry.place);
            }
            self.check_occurrence(&entry, faults);
            self.check_standing(&entry, faults);
            if is_draft {
                continue;
            }
            let HeldEntry { reading, detail, on, remarks, place, share, .. } = entry;
            let share = &mut self.shares[share.0];
            let detail = detail.and_then(|detail| share.keep(detail));
            let entries = &mut share.entries;
            if entries.is_empty() {
                // Most shares are reported on in every month, and once.
                let months = self.plan.track_until.since(month) + 1;
                entries.reserve_exact(usize::try_from(months).unwrap_or_default());
            }
            entries.push(Entry { report: number, month, reading, detail, on, remarks, place, assumed: false });
        }
    }

    fn second(&self, month: Month, unit: UnitIx) -> Problem {
        Problem::DuplicateReport { unit: self.plan.units[unit.0].name.clone(), month }
    }

    /// A report that says something else than its path. A copy beside the report itself is a second report, not one
    /// that belongs elsewhere.
    fn report_elsewhere(&self, elsewhere: Elsewhere, of: Option<(Month, UnitIx)>, faults: &Faults) {
        let Elsewhere { place, problem, is_nameless } = elsewhere;
        let of = of.filter(|_| is_nameless);
        match of.and_then(|of| Some((self.seen.get(&of)?, self.second(of.0, of.1)))) {
            Some((first, second)) => faults.report_pair(place, *first, second),
            None => faults.report(place, problem),
        }
    }

    /// An entry that names no occurrence while an earlier one is open may be meant to make up for that one. Reports come
    /// in the order of months, so what was done before is known.
    fn check_occurrence(&self, entry: &HeldEntry, faults: &Faults) {
        // What says that nothing was done takes no occurrence, and none is lost by it.
        let (Some(recurring), Some(place)) = (self.items[entry.item.0].schedule.recurring(), entry.unnamed) else {
            return;
        };
        let told = recurring.told(entry.reading).filter(|(_, count)| *count >= recurring.times);
        let Some((taken, _)) = told else {
            return;
        };
        let entries = &self.shares[entry.share.0].entries;
        let is_done = |month: Month| {
            let mut entries = entries.iter();
            entries.any(|entry| recurring.says_done(entry.reading, month) == Some(true))
        };
        let latest = recurring.occurrences().iter().rposition(|one| one.due < taken && is_done(one.due));
        let asked = recurring.first_from(self.plan.kept_from(self.shares[entry.share.0].unit));
        let earlier = &recurring.occurrences()[latest.map_or(0, |latest| latest + 1).max(asked)..];
        let dues = earlier.iter().map(|one| one.due);
        let open: Vec<Month> = dues.take_while(|&due| due < taken).collect();
        if !open.is_empty() {
            faults.report(place, Problem::UnclearOccurrence { taken, open });
        }
    }

    /// Each stands at one stage, so that there are no more of them than there are.
    fn check_standing(&self, entry: &HeldEntry, faults: &Faults) {
        let (Some(Detail::Stages(standing)), Some(amount)) = (&entry.detail, self.shares[entry.share.0].amount) else {
            return;
        };
        let sum = standing.iter().fold(Figure::ZERO, |sum, number| sum.plus(*number));
        let is_least = self.items[entry.item.0].quantity.as_ref().is_some_and(|quantity| quantity.at_least);
        if sum > amount && !is_least {
            let unit = self.unit_of(entry.item);
            let (sum, total) = (format!("{sum} {unit}"), format!("{amount} {unit}"));
            faults.report(entry.place, Problem::StandingOverTotal { sum, total });
        }
    }

    /// What an item counts.
    fn unit_of(&self, item: ItemIx) -> &str {
        self.items[item.0].quantity.as_ref().map_or("", |quantity| &quantity.unit)
    }

    /// What shows only when the months of a share are held against each other, and against its amount.
    pub(super) fn check_figures(&self, gathered: &Gathered<'_>) {
        for share in &self.shares {
            if let Some(recurring) = self.items[share.item.0].schedule.recurring() {
                self.check_withdrawn(share, recurring, gathered);
                continue;
            }
            self.check_counts(share, gathered);
            self.check_fallen_back(share, gathered);
            let quantity = self.items[share.item.0].quantity.as_ref();
            let is_least = quantity.is_some_and(|quantity| quantity.at_least);
            let mut before: Option<(&Entry, Figure)> = None;
            for entry in &share.entries {
                let (Reading::Percent(figure) | Reading::Done(figure)) = entry.reading else {
                    continue;
                };
                let faults = gathered.faults(entry.place.file);
                if let Some(amount) = share.amount.filter(|&amount| figure > amount && !is_least) {
                    let unit = self.unit_of(share.item);
                    let total = format!("{amount} {unit}");
                    faults.report(entry.place, Problem::OverTotal { total });
                }
                let gone = before.map_or_else(Vec::new, |(earlier, _)| share.gone_between(earlier, entry));
                if let (Some((earlier, _)), Some(quantity), false) = (before, quantity, gone.is_empty())
                    && self.says_nothing(entry)
                {
                    let names = quantity.names(gone).map(str::to_owned).collect();
                    let problem = Problem::ObjectGone { names, month: earlier.month };
                    faults.report_pair(entry.place, earlier.place, problem);
                } else if let Some((earlier, higher)) = before.filter(|&(_, higher)| figure < higher)
                    && self.says_nothing(entry)
                {
                    let problem = Problem::RegressedWithoutNote { before: higher.to_string(), month: earlier.month };
                    faults.report_pair(entry.place, earlier.place, problem);
                }
                before = Some((entry, figure));
            }
        }
    }

    /// A running count does not fall within its period without a word.
    fn check_counts(&self, share: &Share, gathered: &Gathered<'_>) {
        let Some(indicator) = self.items[share.item.0].schedule.indicator().filter(|indicator| indicator.counts) else {
            return;
        };
        let counts = share.entries.iter().filter_map(|entry| match entry.reading {
            Reading::Value(count) => Some((entry, indicator.period.holding(entry.month)?, count)),
            _ => None,
        });
        let counts: Vec<_> = counts.collect();
        for pair in counts.windows(2) {
            let [(earlier, period, higher), (entry, of, count)] = pair else { continue };
            if of == period && count < higher && self.says_nothing(entry) {
                let problem = Problem::RegressedWithoutNote { before: higher.to_string(), month: earlier.month };
                gathered.faults(entry.place.file).report_pair(entry.place, earlier.place, problem);
            }
        }
    }

    /// What has reached a stage does not fall back behind it without a word.
    fn check_fallen_back(&self, share: &Share, gathered: &Gathered<'_>) {
        let Some(stages) = self.items[share.item.0].schedule.stages() else {
            return;
        };
        let said = share.entries.iter().filter_map(|entry| Some((entry, share.reached(entry)?)));
        let said: Vec<_> = said.collect();
        for pair in said.windows(2) {
            let [(earlier, before), (entry, now)] = pair else { continue };
            let fallen = before.iter().zip(now).position(|(before, now)| now < before);
            if let Some(at) = fallen.filter(|_| self.says_nothing(entry)) {
                let before = format!("{}{}", stages.all()[at].name, before[at]);
                let problem = Problem::RegressedWithoutNote { before, month: earlier.month };
                gathered.faults(entry.place.file).report_pair(entry.place, earlier.place, problem);
            }
        }
    }

    /// What was reported done is not taken back without a word, nor how often it was.
    fn check_withdrawn(&self, share: &Share, recurring: &Recurring, gathered: &Gathered<'_>) {
        let mut told: BTreeMap<Month, (&Entry, u32)> = BTreeMap::new();
        for entry in &share.entries {
            let Some((due, count)) = recurring.told(entry.reading) else {
                continue;
            };
            let Some((earlier, before)) = told.insert(due, (entry, count)).filter(|(_, before)| count < *before) else {
                continue;
            };
            if self.says_nothing(entry) {
                let month = earlier.month;
                let problem = if recurring.is_counted() {
                    Problem::RegressedWithoutNote { before: before.to_string(), month }
                } else {
                    Problem::WithdrawnWithoutNote { due, month }
                };
                gathered.faults(entry.place.file).report_pair(entry.place, earlier.place, problem);
            }
        }
    }

    /// Whether an entry certainly has no note.
    fn says_nothing(&self, entry: &Entry) -> bool {
        !entry.remarks.has_note() && !self.lost_notes.contains(&entry.place)
    }
}
