//! Reports and their entries: whose they are, what they report on, and what shows only across months.

use std::collections::BTreeMap;

use super::ids::item_number;
use super::readings::reading_of;
use super::{Builder, MOST_ITEMS};
use crate::load::faults::Faults;
use crate::load::paths;
use crate::load::plan::check_within;
use crate::load::report::{EntryDocument, ReadingDocument, ReportDocument, is_plausible};
use crate::load::swift::SwiftReport;
use crate::model::{Entry, Figure, ItemIx, Month, Reading, Remarks, Report, ReportIx, Said, Share, ShareIx, UnitIx};
use crate::problem::Problem;
use crate::source::{FileId, Located, Place};

impl Builder<'_> {
    pub(super) fn add_report(
        &mut self,
        file: FileId,
        document: ReportDocument,
        seen: &mut BTreeMap<(Month, UnitIx), Place>,
        faults: &Faults,
    ) {
        let unit = if let Some(elsewhere) = paths::mismatch(&document) {
            self.report_elsewhere(&document, elsewhere, seen, faults);
            None
        } else {
            let unit = document.unit.as_ref();
            unit.and_then(|unit| self.unit_named(unit, faults))
        };
        let (Some(unit), Some(month)) = (unit, document.month) else {
            for entry in &document.entries {
                self.item_named(entry, None, faults);
            }
            return;
        };
        let (start, end) = (self.plan.start, self.plan.end);
        if !check_within(month.value, start, end, month.place, faults) {
            return;
        }
        let is_proper = document.path.0.is_some();
        if !self.is_first(month, unit, is_proper, seen, faults) {
            return;
        }
        if let Some(submitted) = document.submitted
            && !is_plausible(submitted.value, month.value)
        {
            let (month, last) = (month.value, month.value.plus(12));
            faults.report(submitted.place, Problem::ImplausibleDate { month, last });
        }
        let report = Report {
            month: month.value,
            unit,
            submitted: document.submitted.map(|day| day.value),
            reporter: document.reporter,
            approver: document.approver,
            file,
        };
        let mut entered = BTreeMap::new();
        let number = (!document.draft).then_some(ReportIx(self.reports.len()));
        if document.draft {
            self.drafts.push(report);
        } else {
            self.reports.push(report);
        }
        for entry in document.entries {
            self.add_entry(entry, number, unit, month.value, &mut entered, faults);
        }
    }

    /// Takes in a report without faults, for a month within the plan.
    pub(super) fn add_swift(
        &mut self,
        file: FileId,
        report: SwiftReport,
        seen: &mut BTreeMap<(Month, UnitIx), Place>,
        faults: &Faults,
    ) {
        let month = Located::new(report.month, report.place);
        if !self.is_first(month, report.unit, true, seen, faults) {
            return;
        }
        let number = ReportIx(self.reports.len());
        self.reports.push(Report {
            month: report.month,
            unit: report.unit,
            submitted: report.submitted,
            reporter: report.reporter,
            approver: report.approver,
            file,
        });
        for entry in report.entries {
            if let (Reading::Occurrence { due, .. }, Some(place)) = (entry.reading, entry.unnamed) {
                let item = self.shares[entry.share.0].item;
                self.check_occurrence(item, entry.share, due, place, faults);
            }
            let entries = &mut self.shares[entry.share.0].entries;
            if entries.is_empty() {
                // Most shares are reported on in every month, and once.
                let months = self.plan.end.since(report.month) + 1;
                entries.reserve_exact(usize::try_from(months).unwrap_or_default());
            }
            entries.push(Entry {
                report: number,
                month: report.month,
                reading: entry.reading,
                remarks: entry.remarks,
                place: entry.place,
                assumed: false,
            });
        }
    }

    /// Whether a report is the first of its unit for its month; a second one is a fault.
    fn is_first(
        &self,
        month: Located<Month>,
        unit: UnitIx,
        is_proper: bool,
        seen: &mut BTreeMap<(Month, UnitIx), Place>,
        faults: &Faults,
    ) -> bool {
        let Some(&first) = seen.get(&(month.value, unit)) else {
            seen.insert((month.value, unit), month.place);
            return true;
        };
        // Of two folders for one month, that one of them has no proper name has been said.
        if is_proper {
            let problem = Problem::DuplicateReport { unit: self.plan.units[unit.0].name.clone(), month: month.value };
            faults.report_pair(month.place, first, problem);
        }
        false
    }

    /// A report that says something else than its path. A copy beside the report itself is a second report, not one
    /// that belongs elsewhere.
    fn report_elsewhere(
        &self,
        document: &ReportDocument,
        (key, place, problem): (&'static str, Place, Problem),
        seen: &BTreeMap<(Month, UnitIx), Place>,
        faults: &Faults,
    ) {
        let is_copy = key == "unit" && !self.units.contains_key(&document.path.1);
        let unit = document.unit.as_ref().filter(|_| is_copy).and_then(|unit| self.units.get(&unit.value));
        let second = unit.zip(document.month).and_then(|(&unit, month)| {
            let first = *seen.get(&(month.value, unit))?;
            let unit = self.plan.units[unit.0].name.clone();
            let month = month.value;
            Some((first, Problem::DuplicateReport { unit, month }))
        });
        match second {
            Some((first, problem)) => faults.report_pair(place, first, problem),
            None => faults.report(place, problem),
        }
    }

    /// The item that an entry reports on. For one that does not exist, the unit's own items are what it may have meant.
    fn item_named(&self, entry: &EntryDocument, unit: Option<UnitIx>, faults: &Faults) -> Option<ItemIx> {
        let written = entry.item.as_ref()?;
        if let Some(&(item, _)) = self.item_by_id.get(&written.value) {
            return Some(item);
        }
        let may_be_known = |(task, _)| self.doubtful_tasks.contains(&task);
        if self.knows_all_items && !item_number(&written.value).is_some_and(may_be_known) {
            let led = || unit.map_or(&[][..], |unit| &self.led_by[unit.0]);
            let own = || led().iter().map(|item| &self.items[item.0]);
            let by_title = own().find(|item| item.title == written.value);
            let near = || faults.guess(&written.value, own().map(|item| item.id.as_str()));
            let problem = Problem::UnknownItem {
                id: written.value.clone(),
                meant: by_title.map(|item| item.id.as_str()).or_else(near).map(str::to_owned),
                own: own().take(MOST_ITEMS).map(|item| item.id.clone()).collect(),
            };
            faults.report(written.place, problem);
        }
        None
    }

    /// Checks an entry and, where it stands in a report that is filed (not in a draft), counts it.
    fn add_entry(
        &mut self,
        document: EntryDocument,
        report: Option<ReportIx>,
        unit: UnitIx,
        month: Month,
        entered: &mut BTreeMap<(ItemIx, Option<Month>), Place>,
        faults: &Faults,
    ) {
        let item = self.item_named(&document, Some(unit), faults);
        let (Some(written), Some(item)) = (&document.item, item) else {
            return;
        };
        let Some(&share) = self.share_of.get(&(item, unit)) else {
            let leads = self.leads_named(item);
            if !leads.is_empty() && !self.has_lost_leads[item.0] {
                let unit = self.plan.units[unit.0].name.clone();
                let item = written.value.clone();
                faults.report(written.place, Problem::NotLead { unit, item, leads });
            }
            return;
        };
        let reading =
            if self.unsound[item.0] { None } else { reading_of(&document, &self.items[item.0], month, faults) };
        let named = document.readings.iter().find_map(|reading| match reading.value {
            ReadingDocument::Occurrence(due) => Some(due),
            _ => None,
        });
        let occurrence = match reading {
            Some(Reading::Occurrence { due, .. }) => Some(due),
            _ => named,
        };
        // Which occurrence is meant cannot be told: there may well be two.
        let may_come_twice = self.unsound[item.0] || self.items[item.0].schedule.recurring().is_some();
        if document.is_faulty && may_come_twice {
            return;
        }
        if let Some(first) = entered.insert((item, occurrence), written.place) {
            let item = written.value.clone();
            faults.report_pair(written.place, first, Problem::DuplicateEntry { item });
            return;
        }
        let Some(reading) = reading else {
            return;
        };
        let place = document.readings.first().map_or(written.place, |reading| reading.place);
        if document.has_lost_note || faults.is_garbled() {
            self.lost_notes.insert(place);
        }
        if let (Reading::Occurrence { due, .. }, None) = (reading, named) {
            self.check_occurrence(item, share, due, written.place, faults);
        }
        let Some(report) = report else {
            return;
        };
        self.shares[share.0].entries.push(Entry {
            report,
            month,
            reading,
            remarks: Remarks::new(Said {
                note: document.note,
                problem: document.problem,
                next: document.next,
                attachments: document.attachments,
            }),
            place,
            assumed: false,
        });
    }

    /// An entry that names no occurrence while an earlier one is open may be meant to make up for that one. Reports come
    /// in the order of months, so what was done before is known.
    fn check_occurrence(&self, item: ItemIx, share: ShareIx, taken: Month, place: Place, faults: &Faults) {
        let Some(recurring) = self.items[item.0].schedule.recurring() else {
            return;
        };
        let is_done = |month: Month| {
            self.shares[share.0]
                .entries
                .iter()
                .any(|entry| matches!(entry.reading, Reading::Occurrence { due, done: true } if due == month))
        };
        let latest = recurring.occurrences().iter().rposition(|one| one.due < taken && is_done(one.due));
        let earlier = &recurring.occurrences()[latest.map_or(0, |latest| latest + 1)..];
        let dues = earlier.iter().map(|one| one.due);
        let open: Vec<Month> = dues.take_while(|&due| due < taken).collect();
        if !open.is_empty() {
            faults.report(place, Problem::UnclearOccurrence { taken, open });
        }
    }

    /// What shows only when the months of a share are held against each other, and against its amount.
    pub(super) fn check_figures(&self, faults: &[Faults]) {
        for share in &self.shares {
            self.check_withdrawn(share, faults);
            let mut before: Option<(&Entry, Figure)> = None;
            for entry in &share.entries {
                let (Reading::Percent(figure) | Reading::Done(figure)) = entry.reading else {
                    continue;
                };
                let faults = &faults[entry.place.file.0 as usize];
                if let Some(amount) = share.amount.filter(|&amount| figure > amount) {
                    let unit = self.items[share.item.0].quantity.as_ref().map_or("", |quantity| &quantity.unit);
                    let total = format!("{amount} {unit}");
                    faults.report(entry.place, Problem::OverTotal { total });
                }
                if let Some((earlier, higher)) = before.filter(|&(_, higher)| figure < higher)
                    && !entry.remarks.has_note()
                    && !self.lost_notes.contains(&entry.place)
                {
                    let problem = Problem::RegressedWithoutNote { before: higher.to_string(), month: earlier.month };
                    faults.report_pair(entry.place, earlier.place, problem);
                }
                before = Some((entry, figure));
            }
        }
    }

    /// What was reported done is not taken back without a word.
    fn check_withdrawn(&self, share: &Share, faults: &[Faults]) {
        let mut done: BTreeMap<Month, &Entry> = BTreeMap::new();
        for entry in &share.entries {
            let Reading::Occurrence { due, done: is_done } = entry.reading else {
                continue;
            };
            if is_done {
                done.insert(due, entry);
            } else if let Some(earlier) = done.remove(&due)
                && !entry.remarks.has_note()
                && !self.lost_notes.contains(&entry.place)
            {
                let month = earlier.month;
                let problem = Problem::WithdrawnWithoutNote { due, month };
                let faults = &faults[entry.place.file.0 as usize];
                faults.report_pair(entry.place, earlier.place, problem);
            }
        }
    }
}
