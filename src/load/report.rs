//! A report file as written.

use chrono::NaiveDate;

use super::files::Text;
use super::keys;
use super::paths::Role;
use super::reader::{Table, Value};
use crate::model::{Figure, Month, State};
use crate::problem::{DecimalRule, Problem, ReadingKind};
use crate::source::{Located, Place};

/// A file in `reports/<month>/`; what could not be read is left out.
pub(super) struct ReportDocument<'a> {
    /// What the path says: the month of the folder, where it is one, and the unit.
    pub(super) path: (Option<Month>, &'a str),
    pub(super) month: Option<Located<Month>>,
    pub(super) unit: Option<Located<&'a str>>,
    pub(super) draft: bool,
    pub(super) submitted: Option<Located<NaiveDate>>,
    pub(super) reporter: &'a str,
    pub(super) approver: &'a str,
    pub(super) entries: Vec<EntryDocument<'a>>,
}

/// One of `[[entries]]`.
pub(super) struct EntryDocument<'a> {
    pub(super) place: Place,
    pub(super) item: Option<Located<&'a str>>,
    readings: [Option<Located<ReadingDocument<'a>>>; 6],
    /// What `done` names, where it is a list.
    pub(super) names: Vec<Located<&'a str>>,
    /// How many stand at each stage, as named.
    pub(super) standing: Vec<(Located<&'a str>, Located<Figure>)>,
    pub(super) on: Option<Located<NaiveDate>>,
    /// A reading is given but could not be read: that none is left is no fault of its own.
    pub(super) is_faulty: bool,
    pub(super) note: &'a str,
    /// A note may be given under a key that nobody knows.
    pub(super) has_lost_note: bool,
    pub(super) problem: &'a str,
    pub(super) next: &'a str,
    pub(super) attachments: Vec<&'a str>,
}

/// One of the keys that give a reading.
#[derive(Clone, Copy)]
pub(super) enum ReadingDocument<'a> {
    Percent(Figure),
    Done(Figure),
    /// The names are kept beside it.
    Names,
    /// What it says is beside it.
    Stages,
    Value(Figure),
    /// A value that is no figure: a class of a scale, if the item has one.
    Word(&'a str),
    Occurrence(Month),
    State(State),
}

impl<'a> EntryDocument<'a> {
    /// The readings that are given; there should be one.
    pub(super) fn readings(&self) -> impl Iterator<Item = Located<ReadingDocument<'a>>> + Clone {
        self.readings.iter().flatten().copied()
    }
}

impl ReadingDocument<'_> {
    pub(super) fn kind(self) -> ReadingKind {
        match self {
            Self::Percent(_) => ReadingKind::Percent,
            Self::Done(_) | Self::Names => ReadingKind::Done,
            Self::Stages => ReadingKind::Stages,
            Self::Value(_) | Self::Word(_) => ReadingKind::Value,
            Self::Occurrence(_) => ReadingKind::Occurrence,
            Self::State(_) => ReadingKind::State,
        }
    }
}

/// Where the month or the unit of a report is another than its path says.
pub(super) fn mismatch(document: &ReportDocument<'_>) -> Option<(&'static str, Place, Problem)> {
    let (month, unit) = document.path;
    let mismatch = |key, place, written: String, path: String| {
        let problem = Problem::PathMismatch { within: "reports", key, written, path };
        (key, place, problem)
    };
    if let (Some(written), Some(month)) = (document.month, month)
        && written.value != month
    {
        return Some(mismatch("month", written.place, written.value.to_string(), month.to_string()));
    }
    let written = document.unit?;
    (written.value != unit).then(|| mismatch("unit", written.place, written.value.to_owned(), unit.to_owned()))
}

/// Whether a report can have been filed on a day: from its month on, until a year later.
pub(super) fn is_plausible(day: NaiveDate, month: Month) -> bool {
    (month.first_day()..=month.plus(12).last_day()).contains(&day)
}

/// What is made of the report that a file is; none where it cannot be read.
pub(super) fn read<T>(text: &Text<'_>, made: impl FnOnce(&ReportDocument<'_>) -> T) -> Option<T> {
    let Role::Report { folder, stem } = Role::of(text.path) else {
        return None;
    };
    text.read(&keys::REPORT, |root| made(&document(root, folder, stem)))
}

fn document<'a>(root: Table<'a>, folder: &str, stem: &'a str) -> ReportDocument<'a> {
    let document = ReportDocument {
        path: (Month::parse(folder).ok(), stem),
        month: root.require("month").and_then(Value::month),
        unit: root.require("unit").and_then(Value::text),
        draft: root.switch("draft").unwrap_or(false),
        submitted: root.get("submitted").and_then(Value::day),
        reporter: root.remark("reporter"),
        approver: root.remark("approver"),
        entries: root.get("entries").and_then(|entries| entries.tables(&keys::ENTRY)).map_or_else(
            Vec::new,
            |entries| {
                let mut read = Vec::with_capacity(entries.size_hint().0);
                read.extend(entries.flatten().map(read_entry));
                read
            },
        ),
    };
    root.belongs_below("[[entries]]", &keys::ENTRY);
    root.finish();
    document
}

fn read_entry<'a>(table: Table<'a>) -> EntryDocument<'a> {
    let item = table.require("item").and_then(Value::text);
    let mut is_faulty = false;
    let (standing, has_lost_standing) =
        table.read("stages", |value| Some(Located::new(read_standing(value)?, value.place)));
    let mut reading = |key, read: fn(Value<'a>) -> Option<ReadingDocument<'a>>| {
        let (reading, is_lost) = table.read(key, |value| Some(Located::new(read(value)?, value.place)));
        is_faulty |= is_lost;
        reading
    };
    let readings = [
        reading("percent", |value| Some(ReadingDocument::Percent(value.figure(DecimalRule::Percent)?.value))),
        reading("done", |value| {
            if value.is_list() {
                return value.every_text::<&str>().map(|_| ReadingDocument::Names);
            }
            Some(ReadingDocument::Done(value.figure(DecimalRule::Amount)?.value))
        }),
        standing.as_ref().map(|standing| Located::new(ReadingDocument::Stages, standing.place)),
        reading("value", value),
        reading("occurrence", |value| Some(ReadingDocument::Occurrence(value.month()?.value))),
        reading("state", |value| Some(ReadingDocument::State(value.choice(&State::ALL)?.value))),
    ];
    let is_named = matches!(readings[1], Some(Located { value: ReadingDocument::Names, .. }));
    let names = table.get("done").filter(|_| is_named).and_then(Value::every_text).unwrap_or_default();
    let attachments = table.get("attachments").and_then(Value::texts).unwrap_or_default();
    let mut entry = EntryDocument {
        place: item.as_ref().map_or(table.place(), |item| item.place),
        item,
        readings,
        names,
        standing: standing.map_or_else(Vec::new, |standing| standing.value),
        on: table.get("on").and_then(Value::day),
        is_faulty: is_faulty || has_lost_standing,
        note: table.remark("note"),
        has_lost_note: false,
        problem: table.remark("problem"),
        next: table.remark("next"),
        attachments: attachments.into_iter().map(|name| name.value).collect(),
    };
    let leftover = table.finish();
    entry.has_lost_note = leftover.may_be("note");
    entry.is_faulty |= keys::READINGS.into_iter().any(|key| leftover.may_be(key));
    entry
}

/// A figure; or a word that only the item can make something of.
fn value(value: Value<'_>) -> Option<ReadingDocument<'_>> {
    if value.is_word(DecimalRule::Value) {
        return Some(ReadingDocument::Word(value.word()?.value));
    }
    Some(ReadingDocument::Value(value.figure(DecimalRule::Value)?.value))
}

/// How many stand at each stage; none if not all of it can be read.
fn read_standing(value: Value<'_>) -> Option<Vec<(Located<&str>, Located<Figure>)>> {
    let pairs = value.pairs()?.into_iter();
    let read: Vec<_> = pairs.map(|(stage, number)| Some((stage, number.figure(DecimalRule::Amount)?))).collect();
    read.into_iter().collect()
}
