//! A report file as written.

use chrono::NaiveDate;

use super::keys;
use super::reader::{Table, Value};
use crate::model::{Figure, Month, State};
use crate::problem::{DecimalRule, ReadingKind};
use crate::source::{Located, Place};

/// A file in `reports/<month>/`; what could not be read is left out.
pub(super) struct ReportDocument {
    /// What the path says: the month of the folder, where it is one, and the unit.
    pub(super) path: (Option<Month>, String),
    pub(super) month: Option<Located<Month>>,
    pub(super) unit: Option<Located<String>>,
    pub(super) draft: bool,
    pub(super) submitted: Option<Located<NaiveDate>>,
    pub(super) reporter: String,
    pub(super) approver: String,
    pub(super) entries: Vec<EntryDocument>,
}

/// One of `[[entries]]`.
pub(super) struct EntryDocument {
    pub(super) place: Place,
    pub(super) item: Option<Located<String>>,
    pub(super) readings: Vec<Located<ReadingDocument>>,
    /// A reading is given but could not be read: that none is left is no fault of its own.
    pub(super) is_faulty: bool,
    pub(super) note: String,
    /// A note may be given under a key that nobody knows.
    pub(super) has_lost_note: bool,
    pub(super) problem: String,
    pub(super) next: String,
    pub(super) attachments: Vec<String>,
}

/// One of the keys that give a reading.
#[derive(Clone, Copy)]
pub(super) enum ReadingDocument {
    Percent(Figure),
    Done(Figure),
    Value(Figure),
    Occurrence(Month),
    State(State),
}

impl ReadingDocument {
    pub(super) fn kind(self) -> ReadingKind {
        match self {
            Self::Percent(_) => ReadingKind::Percent,
            Self::Done(_) => ReadingKind::Done,
            Self::Value(_) => ReadingKind::Value,
            Self::Occurrence(_) => ReadingKind::Occurrence,
            Self::State(_) => ReadingKind::State,
        }
    }
}

/// Whether a report can have been filed on a day: from its month on, until a year later.
pub(super) fn is_plausible(day: NaiveDate, month: Month) -> bool {
    (month.first_day()..=month.plus(12).last_day()).contains(&day)
}

pub(super) fn read(root: Table<'_>, folder: &str, stem: &str) -> ReportDocument {
    let document = ReportDocument {
        path: (Month::parse(folder).ok(), stem.to_owned()),
        month: root.require("month").and_then(Value::month),
        unit: root.require("unit").and_then(Value::text),
        draft: root.switch("draft").unwrap_or(false),
        submitted: root.get("submitted").and_then(Value::day),
        reporter: root.remark("reporter"),
        approver: root.remark("approver"),
        entries: root
            .get("entries")
            .and_then(|entries| entries.tables(&keys::ENTRY))
            .map_or_else(Vec::new, |(entries, _)| entries.into_iter().map(read_entry).collect()),
    };
    root.belongs_below("[[entries]]", &keys::ENTRY);
    root.finish();
    document
}

fn read_entry(table: Table<'_>) -> EntryDocument {
    let item = table.require("item").and_then(Value::text);
    let mut given = 0;
    let mut readings = Vec::new();
    let mut offer = |key: &'static str, read: &dyn Fn(Value<'_>) -> Option<ReadingDocument>| {
        if let Some(value) = table.get(key) {
            given += 1;
            readings.extend(read(value).map(|reading| Located::new(reading, value.place)));
        }
    };
    offer("percent", &|value| value.figure(DecimalRule::Percent).map(|figure| ReadingDocument::Percent(figure.value)));
    offer("done", &|value| value.figure(DecimalRule::Amount).map(|figure| ReadingDocument::Done(figure.value)));
    offer("value", &|value| value.figure(DecimalRule::Value).map(|figure| ReadingDocument::Value(figure.value)));
    offer("occurrence", &|value| value.month().map(|month| ReadingDocument::Occurrence(month.value)));
    offer("state", &|value| value.choice(&State::ALL).map(|state| ReadingDocument::State(state.value)));
    let attachments = table.get("attachments").and_then(Value::texts).unwrap_or_default();
    let mut entry = EntryDocument {
        place: item.as_ref().map_or(table.place(), |item| item.place),
        item,
        is_faulty: readings.len() < given,
        readings,
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
