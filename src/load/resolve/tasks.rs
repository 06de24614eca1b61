//! Tasks and items: ids, units, schedules and shares.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::ids::{finding_number, item_number};
use super::{Builder, MOST_NAMED};
use crate::load::faults::Faults;
use crate::load::gathered::Gathered;
use crate::load::quantity;
use crate::load::reader::Names;
use crate::load::schedule;
use crate::load::task::{ItemDocument, TaskDocument};
use crate::model::{Item, ItemIx, Plan, Schedule, Share, ShareIx, Task, TaskIx, UnitIx};
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
        let lead = self.units_named(&task.lead, faults);
        let support = self.units_named(&task.support, faults);
        let prefix = |item: &ItemDocument| {
            let (task, _) = item_number(&item.id.as_ref()?.value)?;
            Some(task)
        };
        let prefixes: BTreeSet<_> = task.items.iter().map(prefix).collect();
        // Where every id speaks of one other task, the number is what is wrong, and that once.
        let is_misnumbered = prefixes.len() == 1 && prefixes.first() != Some(&number);
        let of = Above { task: ix, number: task.number, key: task.key, lead: &lead, support: &support };
        for (position, item) in task.items.into_iter().enumerate() {
            let number = task.number.filter(|_| !is_misnumbered || position == 0);
            self.add_item(&of, number, item, faults);
        }
        let findings = number.map(|number| self.findings_of(number, gathered));
        for (file, finding) in findings.unwrap_or_default() {
            self.add_item(&of, task.number, finding.item, gathered.faults(file));
        }
    }

    fn add_item(&mut self, of: &Above<'_>, number: Option<Located<u32>>, document: ItemDocument, faults: &Faults) {
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
        let own_lead = document.lead.as_ref().map(|units| self.units_named(units, faults));
        let own_support = document.support.as_ref().map(|units| self.units_named(units, faults));
        let lead = own_lead.as_ref().unwrap_or(of.lead);
        let support = own_support.as_ref().unwrap_or(of.support);
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
        for unit in &lead.found {
            let plan = self.plan;
            let is_asked = plan.start.through(plan.end).any(|month| plan.asks(unit.value, month));
            if !is_asked && self.silent.insert(unit.place) {
                faults.report(unit.place, Problem::SilentLead { unit: plan.units[unit.value.0].name.clone() });
            }
        }
        let lead: Vec<UnitIx> = lead.found.iter().map(|unit| unit.value).collect();
        let support: Vec<UnitIx> = support.found.iter().map(|unit| unit.value).collect();
        let schedule = schedule::build(&document, &self.frame, faults);
        let quantity = document.quantity.as_ref().map(|quantity| quantity.value.clone());
        let named: Vec<(UnitIx, &str)> = lead.iter().map(|&unit| (unit, self.plan.units[unit.0].id.as_str())).collect();
        let is_split = !has_lost_leads && !faults.is_garbled();
        let shares = document.shares.as_ref().filter(|_| is_split);
        let portions = quantity::portions(shares, quantity.as_ref(), &named, faults);
        for (position, &unit) in lead.iter().enumerate() {
            let whole = quantity.as_ref().map(|quantity| quantity.total);
            let portion = portions.as_ref().and_then(|portions| portions.get(position));
            let share = ShareIx(self.shares.len());
            self.share_of.insert((ix, unit), share);
            if let Some(portion) = portion.filter(|portion| !portion.objects.is_empty()) {
                self.split_objects.insert(share, portion.objects.clone());
            }
            self.shares.push(Share {
                item: ix,
                unit,
                amount: portion.map(|portion| portion.amount).or(whole),
                objects: quantity::own_objects(quantity.as_ref(), portion),
                entries: Vec::new(),
                details: Vec::new(),
            });
        }
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
            support,
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
        let found: Vec<_> = names
            .names
            .iter()
            .filter_map(|name| {
                let unit = self.unit_named(name, faults)?;
                Some(Located::new(unit, name.place))
            })
            .collect();
        Units { is_lost: names.is_lost || found.len() < names.names.len(), found }
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
struct Above<'a> {
    task: TaskIx,
    number: Option<Located<u32>>,
    key: bool,
    lead: &'a Units,
    support: &'a Units,
}

/// The units that a list names.
struct Units {
    found: Vec<Located<UnitIx>>,
    /// Some could not be read or are unknown.
    is_lost: bool,
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
fn unknown_unit(written: &str, plan: &Plan, faults: &Faults) -> Problem {
    let by_name = plan.units.iter().find(|unit| unit.name == written).map(|unit| unit.id.as_str());
    let ids = || plan.units.iter().map(|unit| unit.id.as_str());
    Problem::UnknownUnit {
        id: written.to_owned(),
        meant: by_name.or_else(|| faults.guess(written, ids())).map(str::to_owned),
        known: if plan.units.len() > MOST_NAMED { Vec::new() } else { ids().map(str::to_owned).collect() },
    }
}
