//! Documents held against each other: names become things, and what only shows across files is found.

use std::collections::{BTreeMap, BTreeSet};

use super::faults::Faults;
use super::paths::{self, Role};
use super::plan::{self, PlanDocument, check_within};
use super::reader::Names;
use super::report::{EntryDocument, ReadingDocument, ReportDocument};
use super::schedule::{self, Frame};
use super::task::{ItemDocument, TaskDocument};
use crate::model::{
    Entry, Figure, Item, ItemIx, Month, Plan, Reading, Recurring, Report, ReportIx, Schedule,
    Share, ShareIx, State, Task, TaskIx, UnitIx, Workspace,
};
use crate::problem::{IdRule, OccurrenceFault, Problem, ReadingKind};
use crate::source::{FileId, Located, Place, nearest};

/// More names than this are not listed in a message.
const MOST_NAMED: usize = 40;
/// More months than this are not listed in a message: the nearest ones are.
const MOST_MONTHS: usize = 12;

/// All documents of a workspace.
#[derive(Default)]
pub(super) struct Documents {
    pub(super) plan: Option<(FileId, PlanDocument)>,
    pub(super) tasks: Vec<(FileId, TaskDocument)>,
    pub(super) reports: Vec<(FileId, ReportDocument)>,
    /// Some task file could not be read: an item that nobody knows may stand there.
    lost_tasks: bool,
    folders: BTreeSet<String>,
}

impl Documents {
    /// Notes a file that gave no document.
    pub(super) fn lose(&mut self, role: &Role<'_>) {
        self.lost_tasks |= matches!(role, Role::Task);
    }

    /// Whether no report of this folder has been seen; what is wrong with a folder is said once.
    pub(super) fn is_new_folder(&mut self, folder: &str) -> bool {
        self.folders.insert(folder.to_owned())
    }
}

/// The workspace as far as it holds. What is wrong is reported; whoever has reported anything gets no workspace.
pub(super) fn resolve(documents: Documents, faults: &[Faults]) -> Option<Workspace> {
    let faults_of = |file: FileId| &faults[file.0 as usize];
    let Some((plan_file, plan_document)) = documents.plan else {
        for (file, report) in &documents.reports {
            if let Some((_, place, problem)) = paths::mismatch(report) {
                faults_of(*file).report(place, problem);
            }
        }
        return None;
    };
    let seasons = plan_document.seasons.clone();
    let knows_all_seasons = plan_document.knows_all_seasons;
    let knows_all_units = plan_document.knows_all_units && !plan_document.units.is_empty();
    let plan = plan::build(plan_document, faults_of(plan_file));

    let mut builder = Builder {
        units: plan
            .units
            .iter()
            .enumerate()
            .map(|(position, unit)| (unit.id.clone(), UnitIx(position)))
            .collect(),
        frame: Frame::of(&plan, &seasons, knows_all_seasons),
        plan: &plan,
        tasks: Vec::new(),
        items: Vec::new(),
        item_by_id: BTreeMap::new(),
        shares: Vec::new(),
        share_of: BTreeMap::new(),
        led_by: vec![Vec::new(); plan.units.len()],
        unsound: Vec::new(),
        has_lost_leads: Vec::new(),
        doubtful_tasks: BTreeSet::new(),
        shared_numbers: BTreeSet::new(),
        repeated: BTreeSet::new(),
        lost_notes: BTreeSet::new(),
        knows_all_units,
        knows_all_items: !documents.lost_tasks
            && documents
                .tasks
                .iter()
                .all(|(file, task)| !faults_of(*file).is_garbled() && !task.has_lost_items),
        reports: Vec::new(),
    };
    let mut tasks = documents.tasks;
    tasks.sort_by_key(|(file, task)| (task.number.map(|number| number.value), *file));
    for pair in tasks.windows(2) {
        let numbers = [&pair[0].1.number, &pair[1].1.number];
        if let [Some(one), Some(other)] = numbers
            && one.value == other.value
        {
            builder.shared_numbers.insert(one.value);
        }
    }
    let mut places = BTreeMap::new();
    for (file, task) in tasks {
        builder.add_task(&task, &mut places, faults_of(file));
    }
    for &(item, unit) in builder.share_of.keys() {
        builder.led_by[unit.0].push(item);
    }
    let mut reports = documents.reports;
    reports.sort_by_key(|(file, report)| {
        let month = report.month.map(|month| month.value);
        let unit = report
            .unit
            .as_ref()
            .and_then(|unit| builder.units.get(&unit.value));
        let is_elsewhere = paths::mismatch(report).is_some();
        (is_elsewhere, month, unit.copied(), *file)
    });
    let mut seen = BTreeMap::new();
    for (file, report) in reports {
        builder.add_report(file, report, &mut seen, faults_of(file));
    }
    builder.check_figures(faults);
    let (tasks, items, shares, reports) = (
        builder.tasks,
        builder.items,
        builder.shares,
        builder.reports,
    );
    let mut reports_of = vec![Vec::new(); plan.units.len()];
    for (position, report) in reports.iter().enumerate() {
        reports_of[report.unit.0].push(ReportIx(position));
    }
    Some(Workspace {
        plan,
        tasks,
        items,
        shares,
        reports,
        reports_of,
    })
}

/// More guesses than this in one file help nobody.
const MOST_GUESSES: usize = 50;
/// As many of a unit's items are named where it meant another.
const MOST_ITEMS: usize = 12;

struct Builder<'a> {
    plan: &'a Plan,
    frame: Frame<'a>,
    units: BTreeMap<String, UnitIx>,
    tasks: Vec<Task>,
    items: Vec<Item>,
    item_by_id: BTreeMap<String, (ItemIx, Place)>,
    shares: Vec<Share>,
    share_of: BTreeMap<(ItemIx, UnitIx), ShareIx>,
    /// The items that each unit answers for; filled once all tasks are read.
    led_by: Vec<Vec<ItemIx>>,
    /// Items whose schedule did not hold: their entries are not checked against it.
    unsound: Vec<bool>,
    /// Items some of whose leads cannot be told: whoever reports on them may be one.
    has_lost_leads: Vec<bool>,
    /// Tasks in which the id of some item is at fault: an item that nobody knows may be that one.
    doubtful_tasks: BTreeSet<u32>,
    /// Numbers that two tasks claim.
    shared_numbers: BTreeSet<u32>,
    /// Where a unit stands the second time: what several items inherit is at fault once.
    repeated: BTreeSet<Place>,
    /// Readings whose note may be one that could not be read.
    lost_notes: BTreeSet<Place>,
    knows_all_items: bool,
    knows_all_units: bool,
    reports: Vec<Report>,
}

impl Builder<'_> {
    fn add_task(&mut self, task: &TaskDocument, seen: &mut BTreeMap<u32, Place>, faults: &Faults) {
        let number = task.number.as_ref().map(|number| number.value);
        if let Some(written) = &task.number
            && let Some(first) = seen.insert(written.value, written.place)
        {
            let number = written.value;
            faults.report_pair(written.place, first, Problem::DuplicateTask { number });
        }
        let ix = TaskIx(self.tasks.len());
        self.tasks.push(Task {
            number: number.unwrap_or(0),
            title: task
                .title
                .as_ref()
                .map_or_else(String::new, |title| title.value.clone()),
            section: task.section.clone(),
        });
        let lead = self.units_named(&task.lead, faults);
        let support = self.units_named(&task.support, faults);
        let prefix = |item: &ItemDocument| {
            let (task, _) = item_number(&item.id.as_ref()?.value)?;
            Some(task)
        };
        let prefixes: BTreeSet<_> = task.items.iter().map(prefix).collect();
        // Where every id speaks of one other task, the number is what is wrong, and that once.
        let is_misnumbered = prefixes.len() == 1 && prefixes.first() != Some(&number);
        for (position, item) in task.items.iter().enumerate() {
            let number = task.number.filter(|_| !is_misnumbered || position == 0);
            self.add_item(ix, number, task, (&lead, &support), item, faults);
        }
    }

    fn add_item(
        &mut self,
        task_ix: TaskIx,
        number: Option<Located<u32>>,
        task: &TaskDocument,
        inherited: (&Units, &Units),
        document: &ItemDocument,
        faults: &Faults,
    ) {
        let ix = ItemIx(self.items.len());
        let is_id_sound = document
            .id
            .as_ref()
            .is_some_and(|id| self.check_item_id(id, ix, number, faults));
        if !is_id_sound {
            match task.number {
                Some(number) => _ = self.doubtful_tasks.insert(number.value),
                None => self.knows_all_items = false,
            }
        }
        let own_lead = document
            .lead
            .as_ref()
            .map(|units| self.units_named(units, faults));
        let own_support = document
            .support
            .as_ref()
            .map(|units| self.units_named(units, faults));
        let lead = own_lead.as_ref().unwrap_or(inherited.0);
        let support = own_support.as_ref().unwrap_or(inherited.1);
        let has_lost_leads = lead.is_lost || faults.is_garbled();
        if lead.found.is_empty() && !has_lost_leads {
            faults.report(document.place, Problem::NoLead);
        }
        if let Some((unit, mut again, mut first)) = first_repeated(lead, support) {
            // Of an own list and an inherited one, the own one is what was written for this item.
            if own_lead.is_some() && own_support.is_none() && again < first {
                (again, first) = (first, again);
            }
            if self.repeated.insert(again) {
                let unit = self.plan.units[unit.0].name.clone();
                faults.report_pair(again, first, Problem::RepeatedUnit { unit });
            }
        }
        let lead: Vec<UnitIx> = lead.found.iter().map(|unit| unit.value).collect();
        let support: Vec<UnitIx> = support.found.iter().map(|unit| unit.value).collect();
        let schedule = schedule::build(document, &self.frame, faults);
        let quantity = document
            .quantity
            .as_ref()
            .map(|quantity| quantity.value.clone());
        let named: Vec<(UnitIx, &str)> = lead
            .iter()
            .map(|&unit| (unit, self.plan.units[unit.0].id.as_str()))
            .collect();
        let is_split = !has_lost_leads && !faults.is_garbled();
        let shares = document.shares.as_ref().filter(|_| is_split);
        let portions = schedule::portions(shares, quantity.as_ref(), &named, faults);
        for (position, &unit) in lead.iter().enumerate() {
            let whole = quantity.as_ref().map(|quantity| quantity.total);
            let portion = portions
                .as_ref()
                .and_then(|portions| portions.get(position).copied());
            self.share_of.insert((ix, unit), ShareIx(self.shares.len()));
            self.shares.push(Share {
                item: ix,
                unit,
                amount: portion.or(whole),
                entries: Vec::new(),
            });
        }
        self.has_lost_leads.push(has_lost_leads);
        self.unsound
            .push(document.is_faulty || schedule.is_none() || faults.is_garbled());
        self.items.push(Item {
            id: document
                .id
                .as_ref()
                .map_or_else(String::new, |id| id.value.clone()),
            task: task_ix,
            title: document.title.clone(),
            source: document.source.clone(),
            basis: document.basis.map(|basis| basis.value),
            note: document.note.clone(),
            key: document.key.unwrap_or(task.key),
            support,
            quantity,
            schedule: schedule.unwrap_or(Schedule::Unscheduled),
            place: document.place,
            schedule_place: document.schedules.first().map(|schedule| schedule.place),
        });
    }

    fn check_item_id(
        &mut self,
        id: &Located<String>,
        ix: ItemIx,
        number: Option<Located<u32>>,
        faults: &Faults,
    ) -> bool {
        let mut is_sound = true;
        match (item_number(&id.value), number) {
            (None, _) => {
                let rule = IdRule::Item;
                faults.report(id.place, Problem::BadId { rule, meant: None });
                is_sound = false;
            }
            (Some((task, _)), Some(number)) if task != number.value => {
                // That two tasks claim one number says it already.
                if !self.shared_numbers.contains(&number.value) {
                    let (task, id_text) = (number.value, id.value.clone());
                    let problem = Problem::ItemOutsideTask { id: id_text, task };
                    faults.report_pair(id.place, number.place, problem);
                }
                is_sound = false;
            }
            _ => {}
        }
        let Some(&(first, first_place)) = self.item_by_id.get(&id.value) else {
            self.item_by_id.insert(id.value.clone(), (ix, id.place));
            return is_sound;
        };
        let is_copy = number.is_some_and(|number| self.shared_numbers.contains(&number.value))
            && self.items[first.0].task.0 + 1 < self.tasks.len();
        if !is_copy {
            let problem = Problem::DuplicateItem {
                id: id.value.clone(),
            };
            faults.report_pair(id.place, first_place, problem);
        }
        false
    }

    fn units_named(&self, names: &Names, faults: &Faults) -> Units {
        let found: Vec<_> = names
            .names
            .iter()
            .filter_map(|name| {
                let unit = self.unit_named(name, faults)?;
                Some(Located::new(unit, name.place))
            })
            .collect();
        Units {
            is_lost: names.is_lost || found.len() < names.names.len(),
            found,
        }
    }

    fn unit_named(&self, name: &Located<String>, faults: &Faults) -> Option<UnitIx> {
        let found = self.units.get(&name.value).copied();
        if found.is_none() && self.knows_all_units {
            faults.report(name.place, unknown_unit(&name.value, self.plan));
        }
        found
    }

    fn add_report(
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
        if let Some(first) = seen.get(&(month.value, unit)) {
            let problem = Problem::DuplicateReport {
                unit: self.plan.units[unit.0].name.clone(),
                month: month.value,
            };
            // Of two folders for one month, that one of them has no proper name has been said.
            if document.path.0.is_some() {
                faults.report_pair(month.place, *first, problem);
            }
            return;
        }
        seen.insert((month.value, unit), month.place);
        if let Some(submitted) = document.submitted {
            let a_year_on = month.value.plus(12).last_day();
            if submitted.value < month.value.first_day() || submitted.value > a_year_on {
                let (month, last) = (month.value, month.value.plus(12));
                faults.report(submitted.place, Problem::ImplausibleDate { month, last });
            }
        }
        let report = ReportIx(self.reports.len());
        self.reports.push(Report {
            month: month.value,
            unit,
            submitted: document.submitted.map(|day| day.value),
            reporter: document.reporter,
            approver: document.approver,
            file,
        });
        let mut entered = BTreeMap::new();
        for entry in document.entries {
            self.add_entry(entry, report, unit, month.value, &mut entered, faults);
        }
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
        let unit = document
            .unit
            .as_ref()
            .filter(|_| is_copy)
            .and_then(|unit| self.units.get(&unit.value));
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
    fn item_named(
        &self,
        entry: &EntryDocument,
        unit: Option<UnitIx>,
        faults: &Faults,
    ) -> Option<ItemIx> {
        let written = entry.item.as_ref()?;
        if let Some(&(item, _)) = self.item_by_id.get(&written.value) {
            return Some(item);
        }
        let may_be_known = |(task, _)| self.doubtful_tasks.contains(&task);
        if self.knows_all_items && !item_number(&written.value).is_some_and(may_be_known) {
            let led = || unit.map_or(&[][..], |unit| &self.led_by[unit.0]);
            let own = || led().iter().map(|item| &self.items[item.0]);
            let by_title = own().find(|item| item.title == written.value);
            // Comparing takes its time; after many of the kind nobody needs another guess.
            let near = || {
                let is_worth_it = faults.count() < MOST_GUESSES;
                is_worth_it.then(|| nearest(&written.value, own().map(|item| item.id.as_str())))?
            };
            let problem = Problem::UnknownItem {
                id: written.value.clone(),
                meant: by_title
                    .map(|item| item.id.as_str())
                    .or_else(near)
                    .map(str::to_owned),
                own: own().take(MOST_ITEMS).map(|item| item.id.clone()).collect(),
            };
            faults.report(written.place, problem);
        }
        None
    }

    /// An entry that names no occurrence while an earlier one is open may be meant to make up for that one. Reports come
    /// in the order of months, so what was done before is known.
    fn check_occurrence(
        &self,
        item: ItemIx,
        share: ShareIx,
        taken: Month,
        place: Place,
        faults: &Faults,
    ) {
        let Schedule::Recurring(recurring) = &self.items[item.0].schedule else {
            return;
        };
        let is_done = |month: Month| {
            self.shares[share.0].entries.iter().any(|entry| {
                matches!(entry.reading, Reading::Occurrence { due, done: true } if due == month)
            })
        };
        let latest = recurring
            .occurrences()
            .iter()
            .rposition(|one| one.due < taken && is_done(one.due));
        let earlier = &recurring.occurrences()[latest.map_or(0, |latest| latest + 1)..];
        let dues = earlier.iter().map(|one| one.due);
        let open: Vec<Month> = dues.take_while(|&due| due < taken).collect();
        if !open.is_empty() {
            faults.report(place, Problem::UnclearOccurrence { taken, open });
        }
    }

    fn add_entry(
        &mut self,
        document: EntryDocument,
        report: ReportIx,
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
            let leads = self.shares.iter().filter(|share| share.item == item);
            let leads: Vec<String> = leads
                .map(|share| self.plan.units[share.unit.0].name.clone())
                .collect();
            if !leads.is_empty() && !self.has_lost_leads[item.0] {
                let unit = self.plan.units[unit.0].name.clone();
                let item = written.value.clone();
                faults.report(written.place, Problem::NotLead { unit, item, leads });
            }
            return;
        };
        let reading = if self.unsound[item.0] {
            None
        } else {
            reading_of(&document, &self.items[item.0], month, faults)
        };
        let named = document
            .readings
            .iter()
            .find_map(|reading| match reading.value {
                ReadingDocument::Occurrence(due) => Some(due),
                _ => None,
            });
        let occurrence = match reading {
            Some(Reading::Occurrence { due, .. }) => Some(due),
            _ => named,
        };
        // Which occurrence is meant cannot be told: there may well be two.
        let may_come_twice =
            self.unsound[item.0] || matches!(self.items[item.0].schedule, Schedule::Recurring(_));
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
        let place = document
            .readings
            .first()
            .map_or(written.place, |reading| reading.place);
        if document.has_lost_note || faults.is_garbled() {
            self.lost_notes.insert(place);
        }
        if let (Reading::Occurrence { due, .. }, None) = (reading, named) {
            self.check_occurrence(item, share, due, written.place, faults);
        }
        self.shares[share.0].entries.push(Entry {
            report,
            month,
            reading,
            note: document.note,
            problem: document.problem,
            next: document.next,
            attachments: document.attachments,
            place,
        });
    }

    /// What shows only when the months of a share are held against each other, and against its amount.
    fn check_figures(&self, faults: &[Faults]) {
        for share in &self.shares {
            let mut before: Option<(&Entry, Figure)> = None;
            for entry in &share.entries {
                let (Reading::Percent(figure) | Reading::Done(figure)) = entry.reading else {
                    continue;
                };
                let faults = &faults[entry.place.file.0 as usize];
                if let Some(amount) = share.amount.filter(|&amount| figure > amount) {
                    let unit = self.items[share.item.0]
                        .quantity
                        .as_ref()
                        .map_or("", |quantity| &quantity.unit);
                    let total = format!("{amount} {unit}");
                    faults.report(entry.place, Problem::OverTotal { total });
                }
                if let Some((earlier, higher)) = before.filter(|&(_, higher)| figure < higher)
                    && entry.note.trim().is_empty()
                    && !self.lost_notes.contains(&entry.place)
                {
                    let problem = Problem::RegressedWithoutNote {
                        before: higher.to_string(),
                        month: earlier.month,
                    };
                    faults.report_pair(entry.place, earlier.place, problem);
                }
                before = Some((entry, figure));
            }
        }
    }
}

/// The units that a list names.
struct Units {
    found: Vec<Located<UnitIx>>,
    /// Some could not be read or are unknown.
    is_lost: bool,
}

/// The number of the task and the item's own, of an id like `2.1`.
fn item_number(id: &str) -> Option<(u32, u32)> {
    let part = |part: &str| {
        let is_number =
            (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse::<u32>()
            .ok()
            .filter(|_| is_number && !part.starts_with('0'))
    };
    let (task, item) = id.split_once('.')?;
    part(task).zip(part(item))
}

/// The first unit that stands twice, where it does again, and where it did first.
fn first_repeated(lead: &Units, support: &Units) -> Option<(UnitIx, Place, Place)> {
    let mut seen = BTreeMap::new();
    lead.found.iter().chain(&support.found).find_map(|unit| {
        let first = seen.insert(unit.value, unit.place)?;
        Some((unit.value, unit.place, first))
    })
}

/// A unit that the plan does not have; a Chinese name is led back to its id.
fn unknown_unit(written: &str, plan: &Plan) -> Problem {
    let by_name = plan
        .units
        .iter()
        .find(|unit| unit.name == written)
        .map(|unit| unit.id.as_str());
    let ids = || plan.units.iter().map(|unit| unit.id.as_str());
    Problem::UnknownUnit {
        id: written.to_owned(),
        meant: by_name
            .or_else(|| nearest(written, ids()))
            .map(str::to_owned),
        known: if plan.units.len() > MOST_NAMED {
            Vec::new()
        } else {
            ids().map(str::to_owned).collect()
        },
    }
}

/// The reading of an entry, if it is one that the item is measured by.
fn reading_of(
    entry: &EntryDocument,
    item: &Item,
    month: Month,
    faults: &Faults,
) -> Option<Reading> {
    let wanted = match (&item.schedule, &item.quantity) {
        (Schedule::Recurring(recurring), _) => {
            return occurrence_of(entry, recurring, month, faults);
        }
        (Schedule::Curve(_) | Schedule::Unscheduled, Some(_)) => ReadingKind::Done,
        (Schedule::Curve(_) | Schedule::Unscheduled, None) => ReadingKind::Percent,
        (Schedule::Indicator(_), _) => ReadingKind::Value,
        (Schedule::Standing { .. }, _) => ReadingKind::State,
    };
    let unit = item
        .quantity
        .as_ref()
        .map_or_else(String::new, |quantity| quantity.unit.clone());
    // Without a schedule a word is as good as a figure.
    let fits = |kind| {
        kind == wanted
            || (matches!(item.schedule, Schedule::Unscheduled) && kind == ReadingKind::State)
    };
    let (fitting, others): (Vec<&Located<ReadingDocument>>, Vec<_>) = entry
        .readings
        .iter()
        .partition(|reading| fits(reading.value.kind()));
    for other in &others {
        let (given, unit) = (other.value.kind(), unit.clone());
        faults.report(
            other.place,
            Problem::WrongReading {
                given,
                wanted,
                unit,
            },
        );
    }
    if let [first, second, ..] = fitting[..] {
        faults.report_pair(second.place, first.place, Problem::SeveralReadings);
    }
    let Some(reading) = fitting.first() else {
        if others.is_empty() && !entry.is_faulty && !faults.is_garbled() {
            faults.report(entry.place, Problem::NoReading { wanted, unit });
        }
        return None;
    };
    Some(match reading.value {
        ReadingDocument::Percent(figure) => Reading::Percent(figure),
        ReadingDocument::Done(figure) => Reading::Done(figure),
        ReadingDocument::Value(figure) => Reading::Value(figure),
        ReadingDocument::State(state) => Reading::State(state),
        ReadingDocument::Occurrence(due) => Reading::Occurrence { due, done: true },
    })
}

/// The occurrence that an entry reports: the one it names, else the one whose period holds the month of the report.
/// `state = "problem"` says that it was not done.
fn occurrence_of(
    entry: &EntryDocument,
    recurring: &Recurring,
    month: Month,
    faults: &Faults,
) -> Option<Reading> {
    let mut named = None;
    let mut done = true;
    for reading in &entry.readings {
        match reading.value {
            ReadingDocument::Occurrence(due) => named = Some(Located::new(due, reading.place)),
            ReadingDocument::State(state) => done = state == State::Normal,
            other => {
                let problem = Problem::WrongReading {
                    given: other.kind(),
                    wanted: ReadingKind::Occurrence,
                    unit: String::new(),
                };
                faults.report(reading.place, problem);
                return None;
            }
        }
    }
    if entry.is_faulty {
        return None;
    }
    let known = || {
        let dues = recurring.occurrences().iter();
        let mut dues: Vec<Month> = dues.map(|occurrence| occurrence.due).collect();
        dues.sort_by_key(|due| due.since(month).abs());
        dues.truncate(MOST_MONTHS);
        dues.sort_unstable();
        dues
    };
    let refuse = |place, fault| {
        faults.report(
            place,
            Problem::BadOccurrence {
                fault,
                known: known(),
            },
        );
        None
    };
    let due = match named {
        None => match recurring.holding(month) {
            Some(occurrence) => occurrence.due,
            None if faults.is_garbled() => return None,
            None => return refuse(entry.place, OccurrenceFault::NoneHolds),
        },
        Some(named) => match recurring.due_in(named.value) {
            None => return refuse(named.place, OccurrenceFault::NotDue),
            Some(occurrence) if occurrence.from > month => {
                return refuse(named.place, OccurrenceFault::NotBegun);
            }
            Some(occurrence) => occurrence.due,
        },
    };
    Some(Reading::Occurrence { due, done })
}
