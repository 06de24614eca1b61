//! Tasks and items: ids, units, schedules and shares.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::ids::{finding_number, item_number};
use super::relations::Relations;
use super::{Builder, MOST_NAMED};
use crate::load::faults::Faults;
use crate::load::gathered::Gathered;
use crate::load::quantity::{self, SharesDocument};
use crate::load::reader::Names;
use crate::load::schedule;
use crate::load::task::{ItemDocument, TaskDocument};
use crate::model::{Item, ItemIx, Plan, Schedule, Share, ShareIx, Support, Task, TaskIx, UnitIx};
use crate::problem::{IdRule, Problem};
use crate::source::{FileId, Located, Place};

impl Builder<'_> {
    pub(super) fn add_task(
        &mut self,
        file: FileId,
        mut task: TaskDocument,
        seen: &mut BTreeMap<u32, Place>,
        gathered: &Gathered<'_>,
    ) {
        let faults = gathered.faults(file);
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
            title: task.title.as_ref().map_or_else(String::new, |title| title.value.clone()),
            section: std::mem::take(&mut task.section),
        });
        let [lead, responsible, support] = [&task.lead, &task.responsible, &task.support]
            .map(|names| names.as_ref().map(|names| self.units_named(names, faults)));
        let prefix = |item: &ItemDocument| {
            let (task, _) = item_number(&item.id.as_ref()?.value)?;
            Some(task)
        };
        let prefixes: BTreeSet<_> = task.items.iter().map(prefix).collect();
        // Where every id speaks of one other task, the number is what is wrong, and that once.
        let is_misnumbered = prefixes.len() == 1 && prefixes.first() != Some(&number);
        let (judged, key) = (task.judged, task.key);
        let of = Above { task: ix, number: task.number, key, judged, lead, responsible, support };
        for (position, item) in task.items.into_iter().enumerate() {
            let number = task.number.filter(|_| !is_misnumbered || position == 0);
            self.add_item(&of, number, item, faults);
        }
        let findings = number.map(|number| self.findings_of(number, gathered));
        for (file, finding) in findings.unwrap_or_default() {
            self.add_item(&of, task.number, finding.item, gathered.faults(file));
        }
    }

    fn add_item(&mut self, of: &Above, number: Option<Located<u32>>, document: ItemDocument, faults: &Faults) {
        let ix = ItemIx(self.items.len());
        let known = self.item_by_id.len();
        let is_id_sound = document.id.as_ref().is_some_and(|id| self.check_item_id(id, ix, number, faults));
        if !is_id_sound {
            match of.number {
                Some(number) => _ = self.doubtful_tasks.insert(number.value),
                None => self.knows_all_items = false,
            }
        }
        self.is_named.push(self.item_by_id.len() > known);
        let own = |names: &Option<Names>| names.as_ref().map(|units| self.units_named(units, faults));
        let [own_lead, own_responsible, own_support] =
            [&document.lead, &document.responsible, &document.support].map(own);
        let usual = &self.usual;
        let lead = Named::of(own_lead.as_ref(), of.lead.as_ref(), &usual.lead);
        let responsible = Named::of(own_responsible.as_ref(), of.responsible.as_ref(), &usual.responsible);
        let support = Named::of(own_support.as_ref(), of.support.as_ref(), &usual.support);
        // What the whole plan says gives way to what a task or an item says of a unit.
        let responsible = responsible.without([&lead, &support]);
        let support = support.without([&lead, &responsible]);
        let judges_responsible = document.judged.unwrap_or(of.judged);
        let has_lost_leads = lead.is_lost || responsible.is_lost && judges_responsible || faults.is_garbled();
        if lead.found.is_empty() && !has_lost_leads {
            faults.report(document.place, Problem::NoLead { has_responsible: !responsible.found.is_empty() });
        }
        if let Some((unit, again, first)) = first_repeated([&lead, &responsible, &support])
            && self.repeated.insert(again)
        {
            let unit = self.plan.units[unit.0].name.clone();
            faults.report_pair(again, first, Problem::RepeatedUnit { unit });
        }
        let answering = lead.found.iter().chain(responsible.found.iter().filter(|_| judges_responsible));
        let answering: Vec<Located<UnitIx>> = answering.copied().collect();
        for unit in &answering {
            let plan = self.plan;
            let is_asked = plan.start.through(plan.end).any(|month| plan.asks(unit.value, month));
            if !is_asked && self.silent.insert(unit.place) {
                faults.report(unit.place, Problem::SilentLead { unit: plan.units[unit.value.0].name.clone() });
            }
        }
        let lead: Vec<UnitIx> = answering.iter().map(|unit| unit.value).collect();
        let support = support.found.iter().zip(support.said).map(|(unit, duty)| Support { unit: unit.value, duty });
        let support = support.collect();
        let schedule = schedule::build(&document, &self.frame, faults);
        let quantity = document.quantity.as_ref().map(|quantity| quantity.value.clone());
        let named: Vec<(UnitIx, &str)> = lead.iter().map(|&unit| (unit, self.plan.units[unit.0].id.as_str())).collect();
        let is_split = !has_lost_leads && !faults.is_garbled();
        let shares = document.shares.as_ref().filter(|_| is_split);
        // Where the plan splits the quantity among the responsible units alone, those that lead answer for all of it.
        let leading = named.len() - if judges_responsible { responsible.found.len() } else { 0 };
        let names_lead = |shares: &&SharesDocument| {
            shares.portions.iter().any(|(unit, _)| named[..leading].iter().any(|(_, id)| *id == unit.value))
        };
        let whole = if leading < named.len() && shares.as_ref().is_none_or(|it| !names_lead(it)) { leading } else { 0 };
        let portions = quantity::portions(shares, quantity.as_ref(), &named[whole..], faults);
        for (position, &unit) in lead.iter().enumerate() {
            let total = quantity.as_ref().map(|quantity| quantity.total);
            let position = position.checked_sub(whole);
            let portion = portions.as_ref().zip(position).and_then(|(portions, at)| portions.get(at));
            let share = ShareIx(self.shares.len());
            self.share_of.insert((ix, unit), share);
            if let Some(portion) = portion.filter(|portion| !portion.objects.is_empty()) {
                self.split_objects.insert(share, portion.objects.clone());
            }
            self.shares.push(Share {
                item: ix,
                unit,
                amount: portion.map(|portion| portion.amount).or(total),
                objects: quantity::own_objects(quantity.as_ref(), portion),
                entries: Vec::new(),
                details: Vec::new(),
            });
        }
        self.relations.push(Relations {
            file: document.place.file,
            after: document.after,
            quantity: document.quantity.as_ref().map(|quantity| quantity.place),
            sum_of: document.sum_of,
        });
        self.has_lost_leads.push(has_lost_leads);
        self.unsound.push(document.is_faulty || schedule.is_none() || faults.is_garbled());
        self.items.push(Item {
            id: document.id.map_or_else(String::new, |id| id.value),
            task: of.task,
            title: document.title,
            source: document.source,
            basis: document.basis.map(|basis| basis.value),
            note: document.note,
            key: document.key.unwrap_or(of.key),
            responsible: responsible.found.iter().map(|unit| unit.value).collect(),
            judges_responsible,
            support,
            disputed: document.disputed,
            after: Vec::new(),
            quantity,
            schedule: schedule.unwrap_or(Schedule::Unscheduled),
            revisions: Vec::new(),
            finding: document.finding,
            place: document.place,
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
        let parts = item_number(&id.value).or_else(|| finding_number(&id.value));
        match (parts, number) {
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
        let (first, first_place) = match self.item_by_id.entry(id.value.clone()) {
            Entry::Vacant(entry) => {
                entry.insert((ix, id.place));
                return is_sound;
            }
            Entry::Occupied(entry) => *entry.get(),
        };
        let is_copy = number.is_some_and(|number| self.shared_numbers.contains(&number.value))
            && self.items[first.0].task.0 + 1 < self.tasks.len();
        if !is_copy {
            let problem = Problem::DuplicateItem { id: id.value.clone() };
            faults.report_pair(id.place, first_place, problem);
        }
        false
    }

    fn units_named(&self, names: &Names, faults: &Faults) -> Units {
        let said = names.said.iter().cloned().chain(std::iter::repeat(String::new()));
        let units = names.names.iter().zip(said).filter_map(|(name, said)| {
            let unit = self.unit_named(name, faults)?;
            Some((Located::new(unit, name.place), said))
        });
        let (found, said): (Vec<_>, Vec<_>) = units.unzip();
        Units { is_lost: names.is_lost || found.len() < names.names.len(), found, said }
    }

    /// What the whole plan says of leading, responsible and supporting units.
    pub(super) fn usual_units(&self, names: [&Names; 3], faults: &Faults) -> Usual {
        let [lead, responsible, support] = names.map(|names| self.units_named(names, faults));
        Usual { lead, responsible, support }
    }

    pub(super) fn unit_named(&self, name: &Located<impl AsRef<str>>, faults: &Faults) -> Option<UnitIx> {
        let written = name.value.as_ref();
        let found = self.units.get(written).copied();
        if found.is_none() && self.knows_all_units {
            faults.report(name.place, unknown_unit(written, self.plan, faults));
        }
        found
    }
}

/// What an item takes over from its task.
struct Above {
    task: TaskIx,
    number: Option<Located<u32>>,
    key: bool,
    judged: bool,
    lead: Option<Units>,
    responsible: Option<Units>,
    support: Option<Units>,
}

/// What the whole plan says of units, where neither task nor item does.
#[derive(Clone, Default)]
pub(super) struct Usual {
    lead: Units,
    responsible: Units,
    support: Units,
}

/// The units that a list names.
#[derive(Clone, Default)]
struct Units {
    found: Vec<Located<UnitIx>>,
    /// What is said of each.
    said: Vec<String>,
    /// Some could not be read or are unknown.
    is_lost: bool,
}

/// The units of an item in one role, from the nearest place that names any.
struct Named {
    found: Vec<Located<UnitIx>>,
    said: Vec<String>,
    is_lost: bool,
    origin: Origin,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd)]
enum Origin {
    Item,
    Task,
    Plan,
}

impl Named {
    fn of(own: Option<&Units>, of_task: Option<&Units>, of_plan: &Units) -> Self {
        let (units, origin) = match (own, of_task) {
            (Some(own), _) => (own, Origin::Item),
            (None, Some(of_task)) => (of_task, Origin::Task),
            (None, None) => (of_plan, Origin::Plan),
        };
        let Units { found, said, is_lost } = units.clone();
        Self { found, said, is_lost, origin }
    }

    /// Without the units of others, if it is what the whole plan says.
    fn without(mut self, others: [&Self; 2]) -> Self {
        if self.origin == Origin::Plan {
            let is_other = |unit: &Located<UnitIx>| {
                others.iter().any(|other| other.found.iter().any(|other| other.value == unit.value))
            };
            let kept: Vec<_> = self.found.iter().copied().zip(self.said).filter(|(unit, _)| !is_other(unit)).collect();
            (self.found, self.said) = kept.into_iter().unzip();
        }
        self
    }
}

/// The first unit that stands twice, where it does again, and where it did first. Of an own list and an inherited one,
/// the own one is what was written for this item.
fn first_repeated(lists: [&Named; 3]) -> Option<(UnitIx, Place, Place)> {
    let mut seen: BTreeMap<UnitIx, (Place, Origin)> = BTreeMap::new();
    let all = lists.into_iter().flat_map(|list| list.found.iter().map(move |unit| (unit, list.origin)));
    for (unit, origin) in all {
        if let Some((first, first_origin)) = seen.insert(unit.value, (unit.place, origin)) {
            let is_first_nearer = first_origin < origin;
            let (again, first) = if is_first_nearer { (first, unit.place) } else { (unit.place, first) };
            return Some((unit.value, again, first));
        }
    }
    None
}

/// A unit that the plan does not have; a Chinese name is led back to its id.
fn unknown_unit(written: &str, plan: &Plan, faults: &Faults) -> Problem {
    let by_name = plan.units.iter().find(|unit| unit.name == written).map(|unit| unit.id.as_str());
    let ids = || plan.units.iter().map(|unit| unit.id.as_str());
    Problem::UnknownUnit {
        id: written.to_owned(),
        meant: by_name.or_else(|| faults.guess(written, ids())).map(str::to_owned),
        known: if plan.units.len() > MOST_NAMED { Vec::new() } else { ids().map(str::to_owned).collect() },
    }
}
