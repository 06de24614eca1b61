//! A report held against the plan and its tasks: whose it is, and what its entries report on. What shows only beside other
//! reports comes afterwards (`evidence`), so that reports are held side by side.

use std::collections::BTreeMap;

use super::ids::item_number;
use super::readings::{Own, reading_of};
use super::shares_by_unit::{SharesByUnit, SharesOfUnit};
use super::{Builder, MOST_ITEMS};
use chrono::NaiveDate;

use crate::load::faults::Faults;
use crate::load::files::{self, FileRead};
use crate::load::plan::{Span, check_covered};
use crate::load::report::{self, EntryDocument, ReadingDocument, ReportDocument, is_plausible};
use crate::load::request::{Keep, Request};
use crate::model::{Detail, ItemIx, Month, Reading, Remarks, Report, Said, ShareIx, UnitIx};
use crate::problem::Problem;
use crate::source::{Content, FileId, Lines, Located, Place};

/// A report that was read and held against the plan.
pub(super) struct HeldReport {
    pub(super) month: Option<Month>,
    /// The unit that it says it is of.
    pub(super) unit: Option<UnitIx>,
    pub(super) elsewhere: Option<Elsewhere>,
    /// What counts of it, if anything may.
    pub(super) counted: Option<Counted>,
}

/// Where and how a report says something else than its path.
pub(super) struct Elsewhere {
    pub(super) place: Place,
    pub(super) problem: Problem,
    /// Its path names no unit at all.
    pub(super) is_nameless: bool,
}

/// What counts of a report, if it is the first of its unit for its month.
pub(super) struct Counted {
    pub(super) report: Report,
    /// Where its month is said.
    pub(super) place: Place,
    pub(super) is_draft: bool,
    /// Its folder is a month by its name.
    pub(super) is_proper: bool,
    pub(super) entries: Vec<HeldEntry>,
    /// How many problems there were before what is said here.
    pub(super) problems: usize,
}

/// An entry that was held against its item.
pub(super) struct HeldEntry {
    pub(super) item: ItemIx,
    pub(super) share: ShareIx,
    pub(super) reading: Reading,
    /// What it names behind its figure.
    pub(super) detail: Option<Detail>,
    pub(super) on: Option<NaiveDate>,
    pub(super) remarks: Remarks,
    pub(super) place: Place,
    /// A note may stand where it could not be read.
    pub(super) has_lost_note: bool,
    /// Where the item is named, if no occurrence is: which one is meant may be unclear.
    pub(super) unnamed: Option<Place>,
}

/// What reports are held against.
#[derive(Clone, Copy)]
pub(super) struct Holder<'a> {
    pub(super) builder: &'a Builder<'a>,
    pub(super) shares_by_unit: &'a SharesByUnit,
    pub(super) keep: Keep,
}

impl<'a> Holder<'a> {
    /// Reads a report and holds it against the plan.
    pub(super) fn read(self, request: &Request<'_>, file: FileId) -> FileRead<HeldReport> {
        let mut lines = Lines::default();
        let mut read = files::read(request, file, |text| {
            let held = report::read(text, |document| self.hold(file, document, text.faults))?;
            if let (Some(counted), Content::Text(text), Keep::Lean) = (&held.counted, text.content, self.keep) {
                lines = Lines::of(text, counted.entries.iter().map(|entry| entry.place));
            }
            Some(held)
        });
        if let Some(Content::LetGo(known)) = &mut read.content {
            *known = lines;
        }
        read
    }

    fn hold(self, file: FileId, document: &ReportDocument<'_>, faults: &Faults) -> HeldReport {
        let builder = self.builder;
        let elsewhere = report::mismatch(document).map(|(key, place, problem)| {
            let is_nameless = key == "unit" && !builder.units.contains_key(document.path.1);
            Elsewhere { place, problem, is_nameless }
        });
        let unit = document.unit.filter(|_| elsewhere.is_none());
        let unit = unit.and_then(|unit| builder.unit_named(&unit, faults));
        let counted = if let Some((unit, month)) = unit.zip(document.month) {
            self.counted(file, document, unit, month, faults)
        } else {
            for written in document.entries.iter().filter_map(|entry| entry.item) {
                builder.item_named(written, None, faults);
            }
            None
        };
        let unit = document.unit.and_then(|unit| builder.units.get(unit.value).copied());
        HeldReport { month: document.month.map(|month| month.value), unit, elsewhere, counted }
    }

    fn counted(
        self,
        file: FileId,
        document: &ReportDocument<'_>,
        unit: UnitIx,
        month: Located<Month>,
        faults: &'a Faults,
    ) -> Option<Counted> {
        let plan = self.builder.plan;
        if !check_covered(month.value, Span::of(plan), month.place, faults) {
            return None;
        }
        let from = plan.kept_from(unit);
        if month.value < from {
            faults.report(month.place, Problem::EarlyReport { from });
        }
        let problems = faults.count();
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
            reporter: document.reporter.to_owned(),
            approver: document.approver.to_owned(),
            file,
        };
        let shares = SharesOfUnit::of(self.shares_by_unit, unit);
        let last_day = month.value.last_day();
        let mut entries = Entries {
            holder: self,
            unit,
            shares,
            month: month.value,
            latest: report.submitted.map_or(last_day, |day| day.min(last_day)),
            faults,
            next: 0,
            entered: Entered { in_order: Vec::with_capacity(document.entries.len()), others: BTreeMap::new() },
        };
        let mut held = Vec::with_capacity(document.entries.len());
        held.extend(document.entries.iter().filter_map(|entry| entries.hold(entry)));
        Some(Counted {
            report,
            place: month.place,
            is_draft: document.draft,
            is_proper: document.path.0.is_some(),
            entries: held,
            problems,
        })
    }
}

/// The entries of a report so far.
struct Entries<'a> {
    holder: Holder<'a>,
    unit: UnitIx,
    shares: SharesOfUnit<'a>,
    month: Month,
    /// The last day of which the report can tell.
    latest: NaiveDate,
    faults: &'a Faults,
    /// Where the next of the shares stands, if the entries follow their order.
    next: usize,
    entered: Entered,
}

/// Where each item or occurrence is reported on.
struct Entered {
    /// As long as they come in the order of the plan, as they nearly always do, no more than the last is looked at.
    in_order: Vec<((ItemIx, Option<Month>), Place)>,
    others: BTreeMap<(ItemIx, Option<Month>), Place>,
}

impl Entered {
    /// Where it was reported on before, if it was.
    fn insert(&mut self, of: (ItemIx, Option<Month>), place: Place) -> Option<Place> {
        if self.others.is_empty() && self.in_order.last().is_none_or(|(last, _)| *last < of) {
            self.in_order.push((of, place));
            return None;
        }
        match self.in_order.binary_search_by_key(&of, |(known, _)| *known) {
            Ok(at) => Some(std::mem::replace(&mut self.in_order[at].1, place)),
            Err(_) => self.others.insert(of, place),
        }
    }
}

impl Entries<'_> {
    fn hold(&mut self, entry: &EntryDocument<'_>) -> Option<HeldEntry> {
        let (builder, faults) = (self.holder.builder, self.faults);
        let written = entry.item?;
        let Some(at) = self.shares.find(written.value, self.next) else {
            let item = builder.item_named(written, Some(self.unit), faults)?;
            builder.report_stranger(item, self.unit, written, faults);
            return None;
        };
        self.next = at + 1;
        let (item, share) = self.shares.get(at);
        let (of, is_unsound) = (&builder.items[item.0], builder.unsound[item.0]);
        let own = builder.split_objects.get(&share).map(Vec::as_slice);
        let owner = |object| builder.owner_of(item, object);
        let own = Own { objects: own, owner: &owner };
        let reading = if is_unsound { None } else { reading_of(entry, of, &own, self.month, faults) };
        let named = entry.readings().find_map(|reading| match reading.value {
            ReadingDocument::Occurrence(due) => Some(due),
            _ => None,
        });
        let occurrence = reading.as_ref().and_then(|(reading, _)| reading.occurrence()).or(named);
        // Which occurrence is meant cannot be told: there may well be two.
        if entry.is_faulty && (is_unsound || of.schedule.recurring().is_some()) {
            return None;
        }
        if let Some(first) = self.entered.insert((item, occurrence), written.place) {
            faults.report_pair(written.place, first, Problem::DuplicateEntry { item: written.value.to_owned() });
            return None;
        }
        if let Some(on) = entry.on.filter(|on| on.value > self.latest) {
            faults.report(on.place, Problem::ReachedLater { latest: self.latest });
        }
        let (reading, detail) = reading?;
        let is_unnamed = reading.occurrence().is_some() && named.is_none();
        Some(HeldEntry {
            item,
            share,
            reading,
            detail,
            on: entry.on.map(|on| on.value),
            remarks: self.remarks(entry),
            place: entry.readings().next().map_or(written.place, |reading| reading.place),
            has_lost_note: entry.has_lost_note || faults.is_garbled(),
            unnamed: is_unnamed.then_some(written.place),
        })
    }

    fn remarks(&self, entry: &EntryDocument<'_>) -> Remarks {
        if self.holder.keep == Keep::Lean {
            return Remarks::NotKept { has_note: entry.note.contains(|letter: char| !letter.is_whitespace()) };
        }
        Remarks::new(Said {
            note: entry.note.to_owned(),
            problem: entry.problem.to_owned(),
            next: entry.next.to_owned(),
            attachments: entry.attachments.iter().map(|&name| name.to_owned()).collect(),
        })
    }
}

impl Builder<'_> {
    /// The item that an entry reports on. For one that does not exist, the unit's own items are what it may have meant.
    fn item_named(&self, written: Located<&str>, unit: Option<UnitIx>, faults: &Faults) -> Option<ItemIx> {
        if let Some(&(item, _)) = self.item_by_id.get(written.value) {
            return Some(item);
        }
        let may_be_known = |(task, _)| self.doubtful_tasks.contains(&task);
        if self.knows_all_items && !item_number(written.value).is_some_and(may_be_known) {
            let led = unit.map_or(&[][..], |unit| &self.led_by[unit.0]);
            let own = || led.iter().map(|item| &self.items[item.0]);
            let by_title = own().find(|item| item.title == written.value);
            let near = || faults.guess(written.value, own().map(|item| item.id.as_str()));
            let problem = Problem::UnknownItem {
                id: written.value.to_owned(),
                meant: by_title.map(|item| item.id.as_str()).or_else(near).map(str::to_owned),
                own: own().take(MOST_ITEMS).map(|item| item.id.clone()).collect(),
            };
            faults.report(written.place, problem);
        }
        None
    }

    /// The name of the lead unit that an object of an item was given to.
    fn owner_of(&self, item: ItemIx, object: u16) -> String {
        let shares = self.share_of.range((item, UnitIx(0))..=(item, UnitIx(usize::MAX)));
        let has_it = |share: &ShareIx| {
            let own = self.split_objects.get(share);
            own.is_some_and(|own| own.binary_search(&object).is_ok())
        };
        let mut owners = shares.filter(|(_, share)| has_it(share)).map(|(&(_, unit), _)| unit);
        owners.next().map_or_else(String::new, |unit| self.plan.units[unit.0].name.clone())
    }

    /// A unit reports on an item that it does not answer for.
    fn report_stranger(&self, item: ItemIx, unit: UnitIx, written: Located<&str>, faults: &Faults) {
        let leads = self.leads_named(item);
        if !leads.is_empty() && !self.has_lost_leads[item.0] {
            let is_listed = self.items[item.0].responsible.contains(&unit);
            let unit = self.plan.units[unit.0].name.clone();
            faults.report(written.place, Problem::NotLead { unit, item: written.value.to_owned(), leads, is_listed });
        }
    }
}
