//! What changed in the plan: period, report days, units, ladder, tasks, items. Which file says it, and in which order,
//! does not matter.

use std::collections::{BTreeMap, BTreeSet};

use super::Side;
use super::edits::{Aspect, Edit, Subject, Value, Version, words};
use super::schedule::{bare, points};
use crate::model::{Item, Month, Ratio, Rung, Task, Unit, UnitIx, Workspace};
use crate::source::Place;

pub(super) fn edits<'a>(before: Side<'a>, after: Side<'a>) -> Vec<Edit<'a>> {
    let (old, new) = (before.workspace, after.workspace);
    let mut edits = Vec::new();
    head(old, new, &mut edits);
    units(old, new, &mut edits);
    tiers(old, new, &mut edits);
    tasks(old, new, &mut edits);
    items(old, new, &mut edits);
    edits
}

/// The changes of one thing, gathered.
struct Changes<'a, 'e> {
    subject: Subject<'a>,
    place: Option<(Version, Place)>,
    edits: &'e mut Vec<Edit<'a>>,
}

impl<'a> Changes<'a, '_> {
    fn add(&mut self, aspect: Aspect<'a>, before: Option<Value<'a>>, after: Option<Value<'a>>) {
        let edit = Edit::new(self.subject, aspect, before, after);
        let place = self.place;
        self.edits.push(Edit { place, ..edit });
    }

    fn texts(&mut self, aspect: Aspect<'a>, before: &'a str, after: &'a str) {
        if before != after {
            self.add(aspect, words(before), words(after));
        }
    }

    fn either<T: PartialEq + Copy>(
        &mut self,
        aspect: Aspect<'a>,
        (before, after): (T, T),
        value: impl Fn(T) -> Value<'a>,
    ) {
        if before != after {
            self.add(aspect, Some(value(before)), Some(value(after)));
        }
    }
}

fn head<'a>(old: &'a Workspace, new: &'a Workspace, edits: &mut Vec<Edit<'a>>) {
    let (old, new) = (&old.plan, &new.plan);
    let mut plan = Changes { subject: Subject::Plan, place: None, edits };
    plan.texts(Aspect::Title, &old.title, &new.title);
    plan.either(Aspect::Start, (old.start, new.start), Value::Month);
    plan.either(Aspect::End, (old.end, new.end), Value::Month);
    // The end moves it along, which needs no saying.
    if old.track_until.since(old.end) != new.track_until.since(new.end) {
        plan.either(Aspect::TrackUntil, (old.track_until, new.track_until), Value::Month);
    }
    plan.either(Aspect::ReportsFrom, (old.reports_from, new.reports_from), Value::Month);
    plan.either(Aspect::ReportsEvery, (&old.reports_every, &new.reports_every), Value::Rhythm);
    plan.either(Aspect::ReportDay, (old.report_day, new.report_day), Value::Number);
    let months: BTreeSet<Month> = old.report_days.keys().chain(new.report_days.keys()).copied().collect();
    for month in months {
        let days = (old.report_days.get(&month), new.report_days.get(&month));
        if days.0 != days.1 {
            let day = |day: Option<&chrono::NaiveDate>| day.copied().map(Value::Day);
            plan.add(Aspect::ReportDayOf(month), day(days.0), day(days.1));
        }
    }
    plan.either(Aspect::Sample, (old.sample, new.sample), Value::Flag);
}

/// Pairs by id, in the order of the later list, then those that are gone.
fn paired<'a, T, Id: Ord>(old: &'a [T], new: &'a [T], id: impl Fn(&'a T) -> Id) -> Vec<(Option<&'a T>, Option<&'a T>)> {
    let mut left: BTreeMap<Id, &'a T> = old.iter().map(|one| (id(one), one)).collect();
    let mut pairs: Vec<_> = new.iter().map(|new| (left.remove(&id(new)), Some(new))).collect();
    let gone = old.iter().filter(|one| left.contains_key(&id(one)));
    pairs.extend(gone.map(|one| (Some(one), None)));
    pairs
}

fn units<'a>(old: &'a Workspace, new: &'a Workspace, edits: &mut Vec<Edit<'a>>) {
    for (before, after) in paired(&old.plan.units, &new.plan.units, |unit| &unit.id) {
        let Some(unit) = after.or(before) else {
            continue;
        };
        let mut changes = Changes { subject: Subject::Unit(unit), place: None, edits };
        let (Some(before), Some(after)) = (before, after) else {
            let named = |unit: Option<&'a Unit>| unit.map(|unit| Value::Text(&unit.name));
            changes.add(Aspect::Whole, named(before), named(after));
            continue;
        };
        changes.texts(Aspect::Name, &before.name, &after.name);
        changes.texts(Aspect::FullName, &before.full_name, &after.full_name);
        changes.either(Aspect::Kind, (&before.kind, &after.kind), Value::Kind);
        changes.either(Aspect::Reports, (before.reports, after.reports), Value::Reports);
        let own = (before.reports_from, after.reports_from);
        if own.0 != own.1 {
            changes.add(Aspect::ReportsFrom, own.0.map(Value::Month), own.1.map(Value::Month));
        }
        let own = (before.reports_every.as_ref(), after.reports_every.as_ref());
        if own.0 != own.1 {
            changes.add(Aspect::ReportsEvery, own.0.map(Value::Rhythm), own.1.map(Value::Rhythm));
        }
    }
}

fn tiers<'a>(old: &'a Workspace, new: &'a Workspace, edits: &mut Vec<Edit<'a>>) {
    for (before, after) in paired(old.plan.ladder.rungs(), new.plan.ladder.rungs(), |rung| &rung.id) {
        let Some(rung) = after.or(before) else {
            continue;
        };
        let mut changes = Changes { subject: Subject::Tier(rung), place: None, edits };
        let (Some(before), Some(after)) = (before, after) else {
            let months = |rung: Option<&'a Rung>| rung.map(|rung| Value::Threshold(rung.from));
            changes.add(Aspect::Whole, months(before), months(after));
            continue;
        };
        changes.texts(Aspect::Name, &before.name, &after.name);
        changes.either(Aspect::Months, (before.from, after.from), Value::Threshold);
        changes.texts(Aspect::Clause, &before.clause, &after.clause);
    }
}

fn tasks<'a>(old: &'a Workspace, new: &'a Workspace, edits: &mut Vec<Edit<'a>>) {
    for (before, after) in paired(&old.tasks, &new.tasks, |task| task.number) {
        let Some(task) = after.or(before) else {
            continue;
        };
        let mut changes = Changes { subject: Subject::Task(task), place: None, edits };
        let (Some(before), Some(after)) = (before, after) else {
            let titled = |task: Option<&'a Task>| task.map(|task| Value::Text(&task.title));
            changes.add(Aspect::Whole, titled(before), titled(after));
            continue;
        };
        changes.texts(Aspect::Title, &before.title, &after.title);
        changes.texts(Aspect::Section, &before.section, &after.section);
    }
}

fn items<'a>(old: &'a Workspace, new: &'a Workspace, edits: &mut Vec<Edit<'a>>) {
    let (leads_before, leads_after) = (Leads::of_all(old), Leads::of_all(new));
    for (before, after) in paired(&old.items, &new.items, |item| &item.id) {
        let place = match (before, after) {
            (_, Some(item)) => Some((Version::After, item.place)),
            (Some(item), None) => Some((Version::Before, item.place)),
            (None, None) => None,
        };
        let Some(item) = after.or(before) else {
            continue;
        };
        let mut changes = Changes { subject: Subject::Item(item), place, edits };
        let (Some(before), Some(after)) = (before, after) else {
            let schedule = |item: Option<&'a Item>| item.map(Value::Schedule);
            changes.add(Aspect::Whole, schedule(before), schedule(after));
            continue;
        };
        changes.texts(Aspect::Title, &before.title, &after.title);
        changes.texts(Aspect::Source, &before.source, &after.source);
        if before.basis != after.basis {
            let basis = |item: &Item| item.basis.map(Value::Basis);
            changes.add(Aspect::Basis, basis(before), basis(after));
        }
        changes.texts(Aspect::Note, &before.note, &after.note);
        changes.either(Aspect::Key, (before.key, after.key), Value::Flag);
        let none = Leads::default();
        let one = leads_before.get(before.id.as_str()).unwrap_or(&none);
        let other = leads_after.get(after.id.as_str()).unwrap_or(&none);
        changes.units(Aspect::Lead, &one.names(), &other.names());
        let units = |workspace: &'a Workspace, units: &[UnitIx]| {
            units.iter().map(|&unit| workspace.unit(unit)).collect::<Vec<_>>()
        };
        let responsible = (units(old, &before.responsible), units(new, &after.responsible));
        changes.units(Aspect::Responsible, &responsible.0, &responsible.1);
        changes.either(Aspect::Judged, (before.judges_responsible, after.judges_responsible), Value::Flag);
        let support = |item: &Item| item.support.iter().map(|support| support.unit).collect::<Vec<_>>();
        changes.units(Aspect::Support, &units(old, &support(before)), &units(new, &support(after)));
        duties(&mut changes, (old, before), (new, after));
        changes.texts(Aspect::Disputed, &before.disputed, &after.disputed);
        let awaited = |workspace: &'a Workspace, item: &Item| {
            let ids: Vec<&str> = item.after.iter().map(|&before| workspace.item(before).id.as_str()).collect();
            (!ids.is_empty()).then_some(Value::Units(ids))
        };
        let waits = (awaited(old, before), awaited(new, after));
        if ids(waits.0.as_ref()) != ids(waits.1.as_ref()) {
            changes.add(Aspect::After, waits.0, waits.1);
        }
        if before.quantity != after.quantity {
            let quantity = |item: &'a Item| item.quantity.as_ref().map(Value::Quantity);
            changes.add(Aspect::Quantity, quantity(before), quantity(after));
        }
        portions(&mut changes, (before, one), (after, other));
        schedules(&mut changes, before, after);
    }
}

fn ids<'v>(named: Option<&'v Value<'_>>) -> Vec<&'v str> {
    match named {
        Some(Value::Units(ids)) => ids.clone(),
        _ => Vec::new(),
    }
}

/// What supporting units have to do, for those on both sides.
fn duties<'a>(
    changes: &mut Changes<'a, '_>,
    (old, before): (&'a Workspace, &'a Item),
    (new, after): (&'a Workspace, &'a Item),
) {
    for support in &after.support {
        let unit = new.unit(support.unit);
        let earlier = before.support.iter().find(|earlier| old.unit(earlier.unit).id == unit.id);
        if let Some(earlier) = earlier {
            changes.texts(Aspect::Duty(unit), &earlier.duty, &support.duty);
        }
    }
}

impl<'a> Changes<'a, '_> {
    fn units(&mut self, aspect: Aspect<'a>, before: &[&'a Unit], after: &[&'a Unit]) {
        let ids = |units: &[&'a Unit]| units.iter().map(|unit| unit.id.as_str()).collect::<BTreeSet<_>>();
        if ids(before) == ids(after) {
            return;
        }
        let names = |units: &[&'a Unit]| {
            let names: Vec<&str> = units.iter().map(|unit| unit.name.as_str()).collect();
            (!names.is_empty()).then_some(Value::Units(names))
        };
        self.add(aspect, names(before), names(after));
    }
}

/// The leads of an item and their portions.
#[derive(Default)]
struct Leads<'a>(Vec<Lead<'a>>);

/// A lead of an item.
struct Lead<'a> {
    unit: &'a Unit,
    amount: Option<crate::model::Figure>,
    /// The things that it has to do, where not all of them are its own.
    names: Vec<&'a str>,
}

impl<'a> Leads<'a> {
    /// Those of every item, by its id.
    fn of_all(workspace: &'a Workspace) -> BTreeMap<&'a str, Self> {
        let mut all: BTreeMap<&str, Self> = BTreeMap::new();
        for share in &workspace.shares {
            let item = workspace.item(share.item);
            let quantity = item.quantity.as_ref().filter(|quantity| share.objects.len() < quantity.objects.len());
            let names = quantity.map_or_else(Vec::new, |of| of.names(share.objects.iter().copied()).collect());
            let lead = Lead { unit: workspace.unit(share.unit), amount: share.amount, names };
            all.entry(&item.id).or_default().0.push(lead);
        }
        all
    }

    fn names(&self) -> Vec<&'a Unit> {
        self.0.iter().map(|lead| lead.unit).collect()
    }
}

/// How a quantity is split, for leads on both sides.
fn portions<'a>(
    changes: &mut Changes<'a, '_>,
    (before, old): (&'a Item, &Leads<'a>),
    (after, new): (&'a Item, &Leads<'a>),
) {
    let portion = |item: &Item, amount: Option<crate::model::Figure>| {
        let total = item.quantity.as_ref().map(|quantity| quantity.total);
        amount.filter(|_| amount != total)
    };
    for lead in &new.0 {
        let unit = lead.unit;
        let Some(earlier) = old.0.iter().find(|one| one.unit.id == unit.id) else {
            continue;
        };
        let (one, other) = (portion(before, earlier.amount), portion(after, lead.amount));
        if earlier.names != lead.names {
            let named = |lead: &Lead<'a>| (!lead.names.is_empty()).then(|| Value::Units(lead.names.clone()));
            changes.add(Aspect::Portion(unit), named(earlier), named(lead));
        } else if one != other {
            let shown = |figure: Option<_>, item| figure.map(|figure| Value::Amount(figure, item));
            changes.add(Aspect::Portion(unit), shown(one, before), shown(other, after));
        }
    }
}

/// A change of a milestone is reported by itself if only milestones differ.
fn schedules<'a>(changes: &mut Changes<'a, '_>, before: &'a Item, after: &'a Item) {
    if bare(before) == bare(after) {
        return;
    }
    if let (Some(one), Some(other)) = (before.schedule.curve(), after.schedule.curve())
        && one.shape() == other.shape()
        && before.quantity == after.quantity
    {
        let (old, new) = (points(one), points(other));
        let mut moments: Vec<_> = old.iter().chain(&new).map(|&(by, _)| by).collect();
        moments.sort_by_key(|by| by.at());
        moments.dedup();
        for by in moments {
            let level = |points: &[(crate::model::Moment, Ratio)]| {
                let found = points.iter().find(|(moment, _)| *moment == by);
                found.map(|&(_, level)| level)
            };
            let (one, other) = (level(&old), level(&new));
            if one != other {
                let shown = |level: Option<Ratio>, item| level.map(|level| Value::Level(level, item));
                changes.add(Aspect::Milestone(by), shown(one, before), shown(other, after));
            }
        }
        return;
    }
    changes.add(Aspect::Schedule, Some(Value::Schedule(before)), Some(Value::Schedule(after)));
}
