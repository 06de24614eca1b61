//! Documents held against each other: names become things, and what only shows across files is found.

mod changes;
mod evidence;
mod ids;
mod read_ahead;
mod readings;
mod register;
mod relations;
mod report_files;
mod reports;
mod shares_by_unit;
mod task_files;
mod tasks;

use std::collections::{BTreeMap, BTreeSet};

use super::files::{Document, read_all};
use super::frame::Frame;
use super::gathered::Gathered;
use super::plan;
use super::register::{ChangeDocument, Drawers, Filed, FindingDocument};
use super::request::Request;
use crate::model::{Item, ItemIx, Plan, ReportIx, Share, ShareIx, Task, UnitIx, Workspace};
use crate::problem::Problem;
use crate::source::Place;
use evidence::Evidence;
use relations::Relations;
use tasks::Usual;

pub use readings::occurrence_in;

/// As many of a unit's items are named where it meant another.
const MOST_ITEMS: usize = 12;
/// More names than this are not listed in a message.
const MOST_NAMED: usize = 40;

/// The workspace as far as it holds, all files taken in. What is wrong is reported; whoever has reported anything gets no
/// workspace.
pub(super) fn resolve(request: &Request<'_>, gathered: &mut Gathered<'_>) -> Option<Workspace> {
    let mut plan = None;
    let mut registers = Vec::new();
    let mut strangers = Vec::new();
    for read in read_all(request, &request.others(), Document::of) {
        let file = read.file;
        match gathered.take_over(read) {
            Some(Document::Plan(document)) => plan = Some((file, *document)),
            Some(Document::Register(document)) => registers.push((file, document)),
            Some(Document::PerhapsReport(unit, path)) => strangers.push((file, unit, path)),
            None => {}
        }
    }
    let Some((plan_file, document)) = plan else {
        task_files::check_tasks(request, gathered);
        report_files::check_paths(request, gathered);
        return None;
    };
    let seasons = document.seasons.clone();
    let knows_all = (document.knows_all_seasons, document.knows_all_scales);
    let knows_all_units = document.knows_all_units && !document.units.is_empty();
    let mut document = document;
    let usual = [&mut document.lead, &mut document.responsible, &mut document.support].map(std::mem::take);
    let mut plan = plan::build(document, gathered.faults(plan_file));

    let mut drawers = Drawers::of(registers, |file| gathered.faults(file));
    let mut builder = Builder {
        units: plan.units.iter().enumerate().map(|(position, unit)| (unit.id.clone(), UnitIx(position))).collect(),
        frame: Frame::of(&plan, &seasons, knows_all),
        plan: &plan,
        tasks: Vec::new(),
        items: Vec::new(),
        is_named: Vec::new(),
        item_by_id: BTreeMap::new(),
        shares: Vec::new(),
        share_of: BTreeMap::new(),
        split_objects: BTreeMap::new(),
        led_by: vec![Vec::new(); plan.units.len()],
        unsound: Vec::new(),
        has_lost_leads: Vec::new(),
        doubtful_tasks: BTreeSet::new(),
        shared_numbers: BTreeSet::new(),
        repeated: BTreeSet::new(),
        silent: BTreeSet::new(),
        usual: Usual::default(),
        relations: Vec::new(),
        knows_all_units,
        knows_all_items: true,
        findings: register::by_task(drawers.take_findings()),
        changes: drawers.take_changes(),
    };
    for (file, unit, path) in strangers {
        if builder.units.contains_key(&unit) {
            let faults = gathered.faults(file);
            faults.report(faults.top(), Problem::MisnamedFile { meant: Some(path) });
        }
    }
    builder.usual = builder.usual_units(usual.each_ref(), gathered.faults(plan_file));
    builder.add_tasks(request, gathered);
    builder.report_lost_findings(gathered);
    for &(item, unit) in builder.share_of.keys() {
        builder.led_by[unit.0].push(item);
    }
    builder.add_changes(gathered);
    builder.add_relations(gathered);
    let shares = std::mem::take(&mut builder.shares);
    let evidence = builder.add_reports(shares, request, gathered);
    evidence.check_figures(gathered);
    let Evidence { shares, reports, drafts, .. } = evidence;
    let register = drawers.register(&builder, |file| gathered.faults(file));
    let mut reports_of = vec![Vec::new(); plan.units.len()];
    for (position, report) in reports.iter().enumerate() {
        reports_of[report.unit.0].push(ReportIx(position));
    }
    let Builder { tasks, items, .. } = builder;
    plan.roles.are_three = items.iter().any(|item| !item.responsible.is_empty());
    Some(Workspace { plan, tasks, items, shares, reports, drafts, reports_of, register })
}

impl Builder<'_> {
    /// The names of the units that answer for an item; of the first of them, where they are too many to list.
    fn leads_named(&self, item: ItemIx) -> Vec<String> {
        let shares = self.share_of.range((item, UnitIx(0))..=(item, UnitIx(usize::MAX)));
        let mut leads: Vec<(ShareIx, UnitIx)> = shares.map(|(&(_, unit), &share)| (share, unit)).collect();
        leads.sort_unstable();
        leads.iter().map(|(_, unit)| self.plan.units[unit.0].name.clone()).take(MOST_NAMED).collect()
    }
}

struct Builder<'a> {
    plan: &'a Plan,
    frame: Frame<'a>,
    units: BTreeMap<String, UnitIx>,
    tasks: Vec<Task>,
    items: Vec<Item>,
    /// The items that are found by their ids: others have none, or one that was taken.
    is_named: Vec<bool>,
    item_by_id: BTreeMap<String, (ItemIx, Place)>,
    /// Given away as soon as reports are taken in.
    shares: Vec<Share>,
    share_of: BTreeMap<(ItemIx, UnitIx), ShareIx>,
    /// The objects of each share where the plan splits them among the leads.
    split_objects: BTreeMap<ShareIx, Vec<u16>>,
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
    /// Where a unit leads that is never asked for a report.
    silent: BTreeSet<Place>,
    /// What the whole plan says of leading, responsible and supporting units.
    usual: Usual,
    /// What each item says of others.
    relations: Vec<Relations>,
    /// No task file is lost in which an item that nobody knows may stand.
    knows_all_items: bool,
    knows_all_units: bool,
    /// The findings that no task has taken yet, by the task that their ids name.
    findings: BTreeMap<Option<u32>, Vec<Filed<FindingDocument>>>,
    /// The approved changes that have not been added to their items yet.
    changes: Vec<Filed<ChangeDocument>>,
}
