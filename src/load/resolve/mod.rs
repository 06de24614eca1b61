//! Documents held against each other: names become things, and what only shows across files is found.

mod ids;
mod readings;
mod register;
mod report_files;
mod reports;
mod rolls;
mod task_files;
mod tasks;
mod turns;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::faults::Faults;
use super::files::{Document, FileRead, Shelf};
use super::plan::{self, PlanDocument};
use super::register::RegisterDocument;
use super::schedule::Frame;
use crate::model::{Item, ItemIx, Plan, Report, ReportIx, Share, ShareIx, Task, UnitIx, Workspace};
use crate::problem::Problem;
use crate::source::{Content, FileId, Place};
use register::Drawers;
use report_files::Folders;

pub use readings::occurrence_in;
pub(super) use rolls::Roll;

/// As many of a unit's items are named where it meant another.
const MOST_ITEMS: usize = 12;
/// More names than this are not listed in a message.
const MOST_NAMED: usize = 40;

/// All documents of a workspace but the tasks and the reports.
#[derive(Default)]
pub(super) struct Documents {
    plan: Option<(FileId, PlanDocument)>,
    register: Vec<(FileId, RegisterDocument)>,
    /// Files beside the reports that are none by their ending: the unit they may be of, and the path they should have.
    unread: Vec<(FileId, String, String)>,
}

/// What comes of resolving beside the workspace.
#[derive(Default)]
pub(super) struct Resolved {
    folders: Folders,
    /// The contents that are to be kept.
    pub(super) contents: Vec<(FileId, Content)>,
}

impl Resolved {
    /// Takes over what was found in a file and what is to be kept of it; its document, if it has one.
    fn take_over(&mut self, read: FileRead, shelf: &Shelf<'_>, faults: &[Faults]) -> Option<Document> {
        let faults = &faults[read.file.0 as usize];
        faults.absorb(read.faults);
        self.keep(read.file, read.content);
        let document = read.document?;
        if let Some(problem) = self.folders.fault_of(shelf.path(read.file)) {
            faults.report_first(problem);
        }
        Some(document)
    }

    fn keep(&mut self, file: FileId, content: Option<Content>) {
        self.contents.extend(content.map(|content| (file, content)));
    }
}

impl Documents {
    /// Sorts files by what they are; what was found in them is handed on.
    pub(super) fn of(reads: Vec<FileRead>, shelf: &Shelf<'_>, faults: &[Faults], resolved: &mut Resolved) -> Self {
        let mut documents = Self::default();
        for mut read in reads {
            let file = read.file;
            let perhaps = read.perhaps_report.take();
            let perhaps = perhaps.map(|(unit, path)| (file, unit, path));
            documents.unread.extend(perhaps);
            match resolved.take_over(read, shelf, faults) {
                Some(Document::Plan(plan)) => documents.plan = Some((file, *plan)),
                Some(Document::Register(register)) => documents.register.push((file, register)),
                Some(Document::Task(_) | Document::Report(_)) => {
                    unreachable!("tasks and reports are read afterwards")
                }
                None => {}
            }
        }
        documents
    }
}

/// The workspace as far as it holds, the tasks and reports on the shelf taken in. What is wrong is reported; whoever has reported
/// anything gets no workspace.
pub(super) fn resolve(
    documents: Documents,
    shelf: &Shelf<'_>,
    faults: &[Faults],
    resolved: &mut Resolved,
) -> Option<Workspace> {
    let faults_of = |file: FileId| &faults[file.0 as usize];
    let Some((plan_file, plan_document)) = documents.plan else {
        task_files::check_tasks(shelf, faults, resolved);
        report_files::check_paths(shelf, faults, resolved);
        return None;
    };
    let seasons = plan_document.seasons.clone();
    let knows_all_seasons = plan_document.knows_all_seasons;
    let knows_all_units = plan_document.knows_all_units && !plan_document.units.is_empty();
    let plan = plan::build(plan_document, faults_of(plan_file));

    let mut builder = Builder {
        units: plan.units.iter().enumerate().map(|(position, unit)| (unit.id.clone(), UnitIx(position))).collect(),
        frame: Frame::of(&plan, &seasons, knows_all_seasons),
        plan: &plan,
        tasks: Vec::new(),
        items: Arc::default(),
        is_named: Vec::new(),
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
        knows_all_items: true,
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
    builder.add_tasks(shelf, resolved);
    builder.report_lost_findings();
    for &(item, unit) in builder.share_of.keys() {
        builder.led_by[unit.0].push(item);
    }
    builder.add_changes();
    builder.add_reports(shelf, resolved);
    builder.check_figures(faults);
    let register = builder.register();
    let mut reports_of = vec![Vec::new(); plan.units.len()];
    for (position, report) in builder.reports.iter().enumerate() {
        reports_of[report.unit.0].push(ReportIx(position));
    }
    let Builder { tasks, items, shares, reports, drafts, .. } = builder;
    Some(Workspace { plan, tasks, items: Arc::unwrap_or_clone(items), shares, reports, drafts, reports_of, register })
}

impl Builder<'_> {
    /// The names of the units that answer for an item; of the first of them, where they are too many to list.
    fn leads_named(&self, item: ItemIx) -> Vec<String> {
        let leads = self.shares.iter().filter(|share| share.item == item);
        leads.map(|share| self.plan.units[share.unit.0].name.clone()).take(MOST_NAMED).collect()
    }
}

struct Builder<'a> {
    plan: &'a Plan,
    frame: Frame<'a>,
    units: BTreeMap<String, UnitIx>,
    tasks: Vec<Task>,
    /// Shared with those who read reports while others are taken in.
    items: Arc<Vec<Item>>,
    /// The items that are found by their ids: others have none, or one that was taken.
    is_named: Vec<bool>,
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
    /// No task file is lost in which an item that nobody knows may stand.
    knows_all_items: bool,
    knows_all_units: bool,
    reports: Vec<Report>,
    /// Reports that are being written; their entries are checked like any other and are no evidence.
    drafts: Vec<Report>,
    /// The records of the register that nobody has taken out yet.
    drawers: Drawers,
    all_faults: &'a [Faults],
}
