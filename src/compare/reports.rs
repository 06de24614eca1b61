//! What changed in the reports. A report is known by its month and unit; where its file is, and in which order it lists
//! the items, does not matter.

use std::collections::BTreeMap;

use super::Side;
use super::edits::{Aspect, Edit, Subject, Value, Version, words};
use crate::load::report_at;
use crate::model::{Entry, Figure, Item, Month, Report, Share, Stages, Unit};
use crate::source::Place;

/// A report with what it says, by item and, for recurring ones, occurrence.
struct Filed<'a> {
    report: &'a Report,
    unit: &'a Unit,
    entries: BTreeMap<Key<'a>, Said<'a>>,
    /// Not filed yet: nothing in it counts.
    is_draft: bool,
}

type Key<'a> = (usize, &'a str, Option<Month>);

#[derive(Clone, Copy)]
struct Said<'a> {
    item: &'a Item,
    share: &'a Share,
    entry: &'a Entry,
}

impl<'a> Said<'a> {
    fn reading(self) -> Value<'a> {
        Value::Reading(self.entry.reading, self.share.detail_of(self.entry), self.item)
    }

    /// Whether both say the same: the same reading, and the same names and stages, which may stand elsewhere in another
    /// plan.
    fn reads_as(self, other: Self) -> bool {
        let names = |said: Said<'a>| -> Vec<&'a str> {
            let quantity = said.item.quantity.as_ref();
            let done = said.share.done_by(said.entry).unwrap_or_default();
            let mut names: Vec<_> = quantity.map_or_else(Vec::new, |of| of.names(done.iter().copied()).collect());
            names.sort_unstable();
            names
        };
        let standing = |said: Said<'a>| -> BTreeMap<&'a str, Figure> {
            let stages = said.item.schedule.stages().map_or(&[][..], Stages::all);
            let standing = said.share.standing(said.entry).unwrap_or_default();
            let all = stages.iter().map(|stage| stage.name.as_str()).zip(standing.iter().copied());
            all.filter(|(_, number)| *number > Figure::ZERO).collect()
        };
        self.entry.reading == other.entry.reading && names(self) == names(other) && standing(self) == standing(other)
    }
}

/// The changes, by month and order of the units.
pub(super) fn edits<'a>(before: Side<'a>, after: Side<'a>) -> Vec<Edit<'a>> {
    let (old, new) = (filed(before), filed(after));
    let positions = |side: Side<'a>| -> BTreeMap<&'a str, usize> {
        let units = side.workspace.plan.units.iter().enumerate();
        units.map(|(at, unit)| (unit.id.as_str(), at)).collect()
    };
    let (in_old, in_new) = (positions(before), positions(after));
    let order = |unit: &str| in_new.get(unit).or(in_old.get(unit)).copied();
    let mut keys: Vec<_> = old.keys().chain(new.keys()).copied().collect();
    keys.sort_by_key(|&(month, unit)| (month, order(unit), unit));
    keys.dedup();
    let mut edits = Vec::new();
    for key in keys {
        match (old.get(&key), new.get(&key)) {
            // A report that cannot be read on one side has not gone.
            (Some(_), None) if is_lost(after, key) => {}
            (None, Some(_)) if is_lost(before, key) => {}
            (Some(gone), None) => edits.push(whole(gone, Version::Before, 0)),
            (None, Some(come)) => {
                let moved = moved(come);
                edits.push(whole(come, Version::After, come.entries.len() - moved.len()));
                edits.extend(moved);
            }
            (Some(one), Some(other)) if one.is_draft == other.is_draft => {
                compare(one, other, &mut edits);
            }
            (Some(one), Some(other)) => {
                let moved = moved(other);
                edits.push(filing(one, other, other.entries.len() - moved.len()));
                edits.extend(moved);
            }
            (None, None) => {}
        }
    }
    edits
}

fn filed(side: Side<'_>) -> BTreeMap<(Month, &str), Filed<'_>> {
    let workspace = side.workspace;
    let counts = |month: Month| side.until.is_none_or(|until| month <= until);
    let mut all: BTreeMap<(Month, &str), Filed<'_>> = BTreeMap::new();
    let filed = workspace.reports.iter().map(|report| (report, false));
    let drafts = workspace.drafts.iter().map(|report| (report, true));
    for (report, is_draft) in drafts.chain(filed) {
        let unit = workspace.unit(report.unit);
        if counts(report.month) {
            let filed = Filed { report, unit, entries: BTreeMap::new(), is_draft };
            all.insert((report.month, &unit.id), filed);
        }
    }
    for share in &workspace.shares {
        let (item, unit) = (workspace.item(share.item), workspace.unit(share.unit));
        for entry in &share.entries {
            if let Some(filed) = all.get_mut(&(entry.month, unit.id.as_str())) {
                let key = (share.item.0, item.id.as_str(), entry.reading.occurrence());
                filed.entries.insert(key, Said { item, share, entry });
            }
        }
    }
    all
}

/// Whether the report is one of those that have errors.
fn is_lost(side: Side<'_>, (month, unit): (Month, &str)) -> bool {
    let mut left_out = side.left_out.iter();
    left_out.any(|&file| report_at(&side.sources.file(file).path) == Some((month, unit)))
}

/// A report that is there on one side only.
fn whole<'a>(filed: &Filed<'a>, version: Version, unchanged: usize) -> Edit<'a> {
    let subject = Subject::Report { unit: filed.unit, month: filed.report.month };
    let count = Some(state(filed, unchanged));
    let (before, after) = match version {
        Version::Before => (count, None),
        Version::After => (None, count),
    };
    let place = Place::top_of(filed.report.file);
    Edit::new(subject, Aspect::Whole, before, after).at(version, place)
}

/// That it is a draft, or how much it reports on.
fn state<'a>(filed: &Filed<'a>, unchanged: usize) -> Value<'a> {
    if filed.is_draft { Value::Draft } else { Value::Entries { count: filed.entries.len(), unchanged } }
}

/// A draft that was filed, or a report taken back.
fn filing<'a>(one: &Filed<'a>, other: &Filed<'a>, unchanged: usize) -> Edit<'a> {
    let subject = Subject::Report { unit: other.unit, month: other.report.month };
    let place = Place::top_of(other.report.file);
    Edit::new(subject, Aspect::Filing, Some(state(one, 0)), Some(state(other, unchanged))).at(Version::After, place)
}

/// What a new report says that differs from what counted before.
fn moved<'a>(filed: &Filed<'a>) -> Vec<Edit<'a>> {
    let edit = |said: &Said<'a>| {
        let earlier = said
            .share
            .entries
            .iter()
            .rev()
            .find(|entry| entry.month < said.entry.month && entry.reading.is_on_the_same(said.entry.reading));
        let before = earlier.map(|entry| Said { entry, ..*said });
        let is_same = before.is_some_and(|before| before.reads_as(*said));
        (!is_same).then(|| {
            let (before, after) = (before.map(Said::reading), Some(said.reading()));
            Edit::new(subject(filed, said.item), Aspect::Reading, before, after).at(Version::After, said.entry.place)
        })
    };
    filed.entries.values().filter_map(edit).collect()
}

fn subject<'a>(filed: &Filed<'a>, item: &'a Item) -> Subject<'a> {
    Subject::Entry { unit: filed.unit, month: filed.report.month, item }
}

/// What two versions of one report say differently.
fn compare<'a>(one: &Filed<'a>, other: &Filed<'a>, edits: &mut Vec<Edit<'a>>) {
    let about = Subject::Report { unit: other.unit, month: other.report.month };
    let place = Place::top_of(other.report.file);
    let mut note = |aspect, before: Option<Value<'a>>, after: Option<Value<'a>>| {
        edits.push(Edit::new(about, aspect, before, after).at(Version::After, place));
    };
    let (old, new) = (one.report, other.report);
    if old.submitted != new.submitted {
        let day = |report: &Report| report.submitted.map(Value::Day);
        note(Aspect::Submitted, day(old), day(new));
    }
    if old.reporter != new.reporter {
        note(Aspect::Reporter, words(&old.reporter), words(&new.reporter));
    }
    if old.approver != new.approver {
        note(Aspect::Approver, words(&old.approver), words(&new.approver));
    }
    // Items are matched by id: their positions are those of one side only.
    let by_id = |filed: &Filed<'a>| -> BTreeMap<(&'a str, Option<Month>), Said<'a>> {
        let pairs = filed.entries.iter();
        pairs.map(|(&(_, id, due), &said)| ((id, due), said)).collect()
    };
    let (old, new) = (by_id(one), by_id(other));
    let ordered = |filed: &Filed<'a>| -> Vec<(&'a str, Option<Month>)> {
        filed.entries.keys().map(|&(_, id, due)| (id, due)).collect()
    };
    let gone = ordered(one).into_iter().filter(|key| !new.contains_key(key));
    for key in ordered(other).into_iter().chain(gone) {
        match (old.get(&key), new.get(&key)) {
            (Some(old), Some(new)) => edits.extend(entry(other, *old, *new)),
            (Some(gone), None) => {
                let before = Some(gone.reading());
                let edit = Edit::new(subject(one, gone.item), Aspect::Reading, before, None);
                edits.push(edit.at(Version::Before, gone.entry.place));
            }
            (None, Some(come)) => {
                let after = Some(come.reading());
                let edit = Edit::new(subject(other, come.item), Aspect::Reading, None, after);
                edits.push(edit.at(Version::After, come.entry.place));
            }
            (None, None) => {}
        }
    }
}

/// What two versions of one entry say differently.
fn entry<'a>(filed: &Filed<'a>, old: Said<'a>, new: Said<'a>) -> Vec<Edit<'a>> {
    let mut edits = Vec::new();
    let mut note = |aspect, before, after| {
        let edit = Edit::new(subject(filed, new.item), aspect, before, after);
        edits.push(edit.at(Version::After, new.entry.place));
    };
    if !old.reads_as(new) {
        note(Aspect::Reading, Some(old.reading()), Some(new.reading()));
    }
    let (one, other) = (old.entry, new.entry);
    if one.on != other.on {
        note(Aspect::On, one.on.map(Value::Day), other.on.map(Value::Day));
    }
    for (aspect, before, after) in [
        (Aspect::Note, one.remarks.note(), other.remarks.note()),
        (Aspect::Problem, one.remarks.problem(), other.remarks.problem()),
        (Aspect::Next, one.remarks.next(), other.remarks.next()),
    ] {
        if before != after {
            note(aspect, words(before), words(after));
        }
    }
    if one.remarks.attachments() != other.remarks.attachments() {
        let texts = |entry: &'a Entry| {
            let names = entry.remarks.attachments();
            (!names.is_empty()).then_some(Value::Texts(names))
        };
        note(Aspect::Attachments, texts(one), texts(other));
    }
    edits
}
