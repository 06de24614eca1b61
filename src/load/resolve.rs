//! Documents held against each other: names become things, and what only shows across files is found.

use std::collections::BTreeMap;

use super::faults::Faults;
use super::paths::Role;
use super::plan::{self, PlanDocument, check_within};
use super::report::{EntryDocument, ReadingDocument, ReportDocument};
use super::schedule::{self, Frame};
use super::task::{ItemDocument, TaskDocument};
use crate::model::{
    Entry, Figure, Item, ItemIx, Month, Plan, Reading, Recurring, Report, ReportIx, Schedule,
    Share, ShareIx, State, Task, TaskIx, UnitIx, Workspace,
};
use crate::problem::{IdRule, OccurrenceFault, Problem, ReadingKind};
use crate::source::{FileId, Located, Place, nearest};

/// All documents of a workspace.
#[derive(Default)]
pub(super) struct Documents {
    pub(super) plan: Option<(FileId, PlanDocument)>,
    pub(super) tasks: Vec<(FileId, TaskDocument)>,
    pub(super) reports: Vec<(FileId, ReportDocument)>,
    /// Some task file could not be read: an item that nobody knows may stand there.
    lost_tasks: bool,
}

impl Documents {
    /// Notes a file that gave no document.
    pub(super) fn lose(&mut self, role: &Role<'_>, _file: FileId) {
        self.lost_tasks |= matches!(role, Role::Task);
    }
}

/// The workspace as far as it holds. What is wrong is reported; whoever has reported anything gets no workspace.
pub(super) fn resolve(documents: Documents, faults: &[Faults]) -> Option<Workspace> {
    let faults_of = |file: FileId| &faults[file.0 as usize];
    let (plan_file, plan_document) = documents.plan?;
    let seasons = plan_document.seasons.clone();
    let plan = plan::build(plan_document, faults_of(plan_file));
    // Units that cannot be read are not unknown.
    let knows_all_units = !plan.units.is_empty() && !faults_of(plan_file).is_garbled();

    let mut builder = Builder {
        units: plan
            .units
            .iter()
            .enumerate()
            .map(|(position, unit)| (unit.id.clone(), UnitIx(position)))
            .collect(),
        frame: Frame::of(&plan, &seasons),
        plan: &plan,
        tasks: Vec::new(),
        items: Vec::new(),
        item_by_id: BTreeMap::new(),
        shares: Vec::new(),
        share_of: BTreeMap::new(),
        unsound: Vec::new(),
        knows_all_units,
        knows_all_items: !documents.lost_tasks
            && documents
                .tasks
                .iter()
                .all(|(file, _)| !faults_of(*file).is_garbled()),
        reports: Vec::new(),
    };
    let mut tasks = documents.tasks;
    tasks.sort_by_key(|(file, task)| (task.number.map(|number| number.value), *file));
    let mut places = BTreeMap::new();
    for (file, task) in tasks {
        builder.add_task(&task, &mut places, faults_of(file));
    }
    let mut reports = documents.reports;
    reports.sort_by_key(|(file, report)| {
        let month = report.month.map(|month| month.value);
        let unit = report
            .unit
            .as_ref()
            .and_then(|unit| builder.units.get(&unit.value));
        // Those in the wrong place come last, so that they are never the first of two.
        (report.is_misplaced, month, unit.copied(), *file)
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

struct Builder<'a> {
    plan: &'a Plan,
    frame: Frame<'a>,
    units: BTreeMap<String, UnitIx>,
    tasks: Vec<Task>,
    items: Vec<Item>,
    item_by_id: BTreeMap<String, (ItemIx, Place)>,
    shares: Vec<Share>,
    share_of: BTreeMap<(ItemIx, UnitIx), ShareIx>,
    /// Items whose schedule did not hold: their entries are not checked against it.
    unsound: Vec<bool>,
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
        for item in &task.items {
            self.add_item(ix, number, task, (&lead, &support), item, faults);
        }
    }

    fn add_item(
        &mut self,
        task_ix: TaskIx,
        number: Option<u32>,
        task: &TaskDocument,
        inherited: (&[UnitIx], &[UnitIx]),
        document: &ItemDocument,
        faults: &Faults,
    ) {
        let ix = ItemIx(self.items.len());
        if let Some(id) = &document.id {
            self.check_item_id(id, ix, number, faults);
        }
        let lead_place = document
            .lead
            .as_ref()
            .or(Some(&task.lead))
            .and_then(|units| units.first())
            .map(|unit| unit.place);
        let lead = document
            .lead
            .as_ref()
            .map(|units| self.units_named(units, faults));
        let lead = lead.unwrap_or_else(|| inherited.0.to_vec());
        let support = document
            .support
            .as_ref()
            .map(|units| self.units_named(units, faults));
        let support = support.unwrap_or_else(|| inherited.1.to_vec());
        if lead_place.is_none() {
            if !faults.is_garbled() {
                faults.report(document.place, Problem::NoLead);
            }
        } else if let Some(repeated) = first_repeated(&lead, &support) {
            let unit = self.plan.units[repeated.0].name.clone();
            faults.report(document.place, Problem::RepeatedUnit { unit });
        }
        let schedule = schedule::build(document, &self.frame, faults);
        let quantity = document
            .quantity
            .as_ref()
            .map(|quantity| quantity.value.clone());
        let named: Vec<(UnitIx, &str)> = lead
            .iter()
            .map(|&unit| (unit, self.plan.units[unit.0].id.as_str()))
            .collect();
        let portions =
            schedule::portions(document.shares.as_ref(), quantity.as_ref(), &named, faults);
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
        self.unsound.push(document.is_faulty || schedule.is_none());
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
        number: Option<u32>,
        faults: &Faults,
    ) {
        let part = |part: &str| {
            let is_number =
                (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
            part.parse::<u32>()
                .ok()
                .filter(|_| is_number && !part.starts_with('0'))
        };
        let parts = id
            .value
            .split_once('.')
            .and_then(|(task, item)| part(task).zip(part(item)));
        match (parts, number) {
            (None, _) => {
                let rule = IdRule::Item;
                faults.report(id.place, Problem::BadId { rule, meant: None });
            }
            (Some((task, _)), Some(number)) if task != number => {
                let task = number;
                let id_text = id.value.clone();
                faults.report(id.place, Problem::ItemOutsideTask { id: id_text, task });
            }
            _ => {}
        }
        if let Some((_, first)) = self.item_by_id.get(&id.value) {
            let id_text = id.value.clone();
            faults.report_pair(id.place, *first, Problem::DuplicateItem { id: id_text });
        } else {
            self.item_by_id.insert(id.value.clone(), (ix, id.place));
        }
    }

    fn units_named(&self, names: &[Located<String>], faults: &Faults) -> Vec<UnitIx> {
        names
            .iter()
            .filter_map(|name| self.unit_named(name, faults))
            .collect()
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
        let unit = document
            .unit
            .as_ref()
            .and_then(|unit| self.unit_named(unit, faults));
        let (Some(unit), Some(month)) = (unit, document.month) else {
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
            // A month copied from the month before and not changed has been reported as such.
            if !document.is_misplaced {
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

    fn add_entry(
        &mut self,
        document: EntryDocument,
        report: ReportIx,
        unit: UnitIx,
        month: Month,
        entered: &mut BTreeMap<(ItemIx, Option<Month>), Place>,
        faults: &Faults,
    ) {
        let Some(written) = &document.item else {
            return;
        };
        let Some(&(item, _)) = self.item_by_id.get(&written.value) else {
            if self.knows_all_items {
                let known = self.item_by_id.keys().map(String::as_str);
                let meant = nearest(&written.value, known).map(str::to_owned);
                let id = written.value.clone();
                faults.report(written.place, Problem::UnknownItem { id, meant });
            }
            return;
        };
        let Some(&share) = self.share_of.get(&(item, unit)) else {
            let leads = self.shares.iter().filter(|share| share.item == item);
            let leads: Vec<String> = leads
                .map(|share| self.plan.units[share.unit.0].name.clone())
                .collect();
            if !leads.is_empty() {
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
        let occurrence = match reading {
            Some(Reading::Occurrence { due, .. }) => Some(due),
            _ => None,
        };
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

fn first_repeated(lead: &[UnitIx], support: &[UnitIx]) -> Option<UnitIx> {
    let all: Vec<UnitIx> = lead.iter().chain(support).copied().collect();
    all.iter()
        .enumerate()
        .find(|(position, unit)| all[..*position].contains(unit))
        .map(|(_, unit)| *unit)
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
        known: ids().map(str::to_owned).collect(),
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
        recurring
            .occurrences()
            .iter()
            .map(|occurrence| occurrence.due)
            .collect()
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
