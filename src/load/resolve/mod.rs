//! Documents held against each other: names become things, and what only shows across files is found.

mod readings;
mod register;
mod reports;
mod tasks;

use std::collections::{BTreeMap, BTreeSet};

use super::faults::Faults;
use super::paths::{self, Role};
use super::plan::{self, PlanDocument};
use super::register::RegisterDocument;
use super::report::ReportDocument;
use super::schedule::Frame;
use super::task::TaskDocument;
use crate::model::{Item, ItemIx, Plan, Report, ReportIx, Share, ShareIx, Task, UnitIx, Workspace};
use crate::problem::Problem;
use crate::source::{FileId, Place};
use register::Drawers;

pub use readings::occurrence_in;

/// All documents of a workspace.
#[derive(Default)]
pub(super) struct Documents {
    pub(super) plan: Option<(FileId, PlanDocument)>,
    pub(super) tasks: Vec<(FileId, TaskDocument)>,
    pub(super) reports: Vec<(FileId, ReportDocument)>,
    pub(super) register: Vec<(FileId, RegisterDocument)>,
    /// Files beside the reports that are none by their ending: the unit they may be of, and the path they should have.
    pub(super) unread: Vec<(FileId, String, String)>,
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
        drafts: Vec::new(),
        drawers: Drawers::of(documents.register, faults),
        all_faults: faults,
    };
    for (file, unit, path) in documents.unread {
        if builder.units.contains_key(&unit) {
            let (faults, meant) = (faults_of(file), Some(path));
            faults.report(faults.top(), Problem::MisnamedFile { meant });
        }
    }
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
    builder.report_lost_findings();
    for &(item, unit) in builder.share_of.keys() {
        builder.led_by[unit.0].push(item);
    }
    builder.add_changes();
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
    let register = builder.register();
    let mut reports_of = vec![Vec::new(); plan.units.len()];
    for (position, report) in builder.reports.iter().enumerate() {
        reports_of[report.unit.0].push(ReportIx(position));
    }
    let Builder {
        tasks,
        items,
        shares,
        reports,
        drafts,
        ..
    } = builder;
    Some(Workspace {
        plan,
        tasks,
        items,
        shares,
        reports,
        drafts,
        reports_of,
        register,
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
    /// Reports that are being written; their entries are checked like any other and are no evidence.
    drafts: Vec<Report>,
    /// The records of the register that nobody has taken out yet.
    drawers: Drawers,
    all_faults: &'a [Faults],
}
