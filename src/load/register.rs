//! The files of the register as written: one a month and kind, each a list of records.

use chrono::NaiveDate;

use super::keys::{self, Keys};
use super::reader::{Names, Table, Value};
use super::task::{self, ItemDocument};
use crate::model::{Dated, Decision, Month, Outcome, RecordKind};
use crate::problem::{MisplacedBecause, Problem};
use crate::source::{Located, Place};

/// A file in `register/<month>/`; what could not be read is left out.
pub(super) struct RegisterDocument {
    /// The month of the folder, where it is one.
    pub(super) path: Option<Month>,
    pub(super) month: Option<Located<Month>>,
    pub(super) records: Records,
}

/// What the file lists.
pub(super) enum Records {
    Notices(Vec<NoticeDocument>),
    Verifications(Vec<VerificationDocument>),
    Exemptions(Vec<ExemptionDocument>),
    Findings(Vec<FindingDocument>),
    Changes(Vec<ChangeDocument>),
    Assessments(Vec<AssessmentDocument>),
    Closings(Vec<ClosingDocument>),
}

/// One of `[[notices]]`.
pub(super) struct NoticeDocument {
    pub(super) place: Place,
    pub(super) number: Option<Located<String>>,
    pub(super) date: Option<Located<NaiveDate>>,
    pub(super) unit: Option<Located<String>>,
    pub(super) tier: Option<Located<String>>,
    pub(super) items: Option<Names>,
    pub(super) approver: String,
    pub(super) reply_due: Option<Located<NaiveDate>>,
    pub(super) reply: Option<Located<Dated>>,
    pub(super) objection: Option<Located<Dated>>,
    pub(super) decision: Option<(Decision, Located<Dated>)>,
    pub(super) lifted: Option<Located<Dated>>,
}

/// What a record says about one unit's part of one item, or about a unit.
pub(super) struct AboutDocument {
    pub(super) place: Place,
    pub(super) item: Option<Located<String>>,
    pub(super) unit: Option<Located<String>>,
    pub(super) date: Option<Located<NaiveDate>>,
}

/// One of `[[verifications]]`.
pub(super) struct VerificationDocument {
    pub(super) about: AboutDocument,
    pub(super) by: String,
    pub(super) outcome: Option<Outcome>,
    pub(super) note: String,
}

/// One of `[[exemptions]]`.
pub(super) struct ExemptionDocument {
    pub(super) about: AboutDocument,
    pub(super) from: Option<Located<Month>>,
    pub(super) until: Option<Located<Month>>,
    pub(super) reason: String,
    pub(super) reference: String,
}

/// One of `[[findings]]`.
pub(super) struct FindingDocument {
    pub(super) item: ItemDocument,
    pub(super) date: Option<Located<NaiveDate>>,
    pub(super) by: String,
}

/// One of `[[changes]]`.
pub(super) struct ChangeDocument {
    /// Its id and its schedule; whatever else an item has stays as the plan says.
    pub(super) item: ItemDocument,
    pub(super) date: Option<Located<NaiveDate>>,
    pub(super) from: Option<Located<Month>>,
    pub(super) reference: String,
    pub(super) reason: String,
}

/// One of `[[assessments]]`.
pub(super) struct AssessmentDocument {
    pub(super) about: AboutDocument,
    pub(super) year: Option<Located<u32>>,
    pub(super) by: String,
    pub(super) outcome: Option<Outcome>,
    pub(super) reference: String,
    pub(super) note: String,
}

/// One of `[[closings]]`.
pub(super) struct ClosingDocument {
    pub(super) place: Place,
    pub(super) date: Option<Located<NaiveDate>>,
    pub(super) by: String,
    pub(super) previous: String,
    pub(super) seal: String,
    pub(super) files: Vec<Located<String>>,
    pub(super) verdicts: Vec<Located<String>>,
    pub(super) notices: Vec<Located<String>>,
    pub(super) reopened: Option<Located<Dated>>,
}

pub(super) fn read(root: Table<'_>, folder: &str, kind: RecordKind) -> RegisterDocument {
    let month = root.require("month").and_then(Value::month);
    let records = match kind {
        RecordKind::Notices => Records::Notices(list(&root, kind, notice)),
        RecordKind::Verifications => Records::Verifications(list(&root, kind, verification)),
        RecordKind::Exemptions => Records::Exemptions(list(&root, kind, exemption)),
        RecordKind::Findings => Records::Findings(list(&root, kind, finding)),
        RecordKind::Changes => Records::Changes(list(&root, kind, change)),
        RecordKind::Assessments => Records::Assessments(list(&root, kind, assessment)),
        RecordKind::Closings => Records::Closings(list(&root, kind, closing)),
    };
    root.belongs_below(heading(kind), keys::record(kind));
    root.finish();
    RegisterDocument { path: Month::parse(folder).ok(), month, records }
}

fn heading(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Notices => "[[notices]]",
        RecordKind::Verifications => "[[verifications]]",
        RecordKind::Exemptions => "[[exemptions]]",
        RecordKind::Findings => "[[findings]]",
        RecordKind::Changes => "[[changes]]",
        RecordKind::Assessments => "[[assessments]]",
        RecordKind::Closings => "[[closings]]",
    }
}

fn list<'a, T>(root: &Table<'a>, kind: RecordKind, read: impl Fn(Table<'a>) -> T) -> Vec<T> {
    let keys: &'static Keys = keys::record(kind);
    let tables = root.get(kind.name()).and_then(|list| list.tables(keys));
    tables.into_iter().flatten().flatten().map(read).collect()
}

fn text(table: &Table<'_>, key: &'static str) -> String {
    table.title(key).map_or_else(String::new, |text| text.value)
}

fn notice(table: Table<'_>) -> NoticeDocument {
    let decided = table.get("decided").and_then(Value::day);
    let decision = table.get("decision");
    let has_decision = decision.is_some();
    let decision = decision.and_then(|word| word.choice(&Decision::ALL));
    let note = table.get("decision-note").and_then(Value::text);
    if let (Some(decided), false) = (decided, has_decision) {
        needs(&table, decided.place, "decided", "decision");
    }
    if let (Some(decision), None) = (decision, decided) {
        needs(&table, decision.place, "decision", "decided");
    }
    if let (Some(note), false) = (&note, has_decision) {
        needs(&table, note.place, "decision-note", "decision");
    }
    let document = NoticeDocument {
        place: table.place(),
        number: table.title("number"),
        date: table.require("date").and_then(Value::day),
        unit: table.require("unit").and_then(Value::text),
        tier: table.require("tier").and_then(Value::text),
        items: table.require("items").and_then(|_| table.names("items")),
        approver: text(&table, "approver"),
        reply_due: table.get("reply-due").and_then(Value::day),
        reply: dated(&table, "replied", "reply"),
        objection: dated(&table, "objected", "objection"),
        decision: decision.zip(decided).map(|(decision, decided)| {
            let text = note.map_or_else(String::new, |note| note.value);
            (decision.value, decided.map(|on| Dated { on, text }))
        }),
        lifted: dated(&table, "lifted", "lifted-because"),
    };
    table.finish();
    document
}

/// A day and what was said on it; the words alone say too little.
fn dated(table: &Table<'_>, day: &'static str, words: &'static str) -> Option<Located<Dated>> {
    let given = table.get(day);
    let is_given = given.is_some();
    let on = given.and_then(Value::day);
    let text = table.get(words).and_then(Value::text);
    if let (Some(text), false) = (&text, is_given) {
        needs(table, text.place, words, day);
    }
    let text = text.map_or_else(String::new, |text| text.value);
    on.map(|on| on.map(|on| Dated { on, text }))
}

fn needs(table: &Table<'_>, place: Place, key: &'static str, other: &'static str) {
    let because = MisplacedBecause::Needs { other };
    table.faults.report(place, Problem::MisplacedKey { key, because });
}

fn about(table: &Table<'_>) -> AboutDocument {
    AboutDocument {
        place: table.place(),
        item: table.require("item").and_then(Value::text),
        unit: table.require("unit").and_then(Value::text),
        date: table.require("date").and_then(Value::day),
    }
}

fn outcome(table: &Table<'_>) -> Option<Outcome> {
    let word = table.require("outcome")?;
    word.choice(&Outcome::ALL).map(|outcome| outcome.value)
}

fn verification(table: Table<'_>) -> VerificationDocument {
    let document = VerificationDocument {
        about: about(&table),
        by: text(&table, "by"),
        outcome: outcome(&table),
        note: table.remark("note"),
    };
    table.finish();
    document
}

fn exemption(table: Table<'_>) -> ExemptionDocument {
    let document = ExemptionDocument {
        about: about(&table),
        from: table.require("from").and_then(Value::month),
        until: table.require("until").and_then(Value::month),
        reason: text(&table, "reason"),
        reference: text(&table, "reference"),
    };
    table.finish();
    document
}

fn finding(table: Table<'_>) -> FindingDocument {
    let date = table.require("date").and_then(Value::day);
    let by = text(&table, "by");
    FindingDocument { item: task::read_item(table), date, by }
}

fn change(table: Table<'_>) -> ChangeDocument {
    let date = table.require("date").and_then(Value::day);
    let from = table.require("from").and_then(Value::month);
    let reference = text(&table, "reference");
    let reason = text(&table, "reason");
    ChangeDocument { item: task::read_change(table), date, from, reference, reason }
}

fn assessment(table: Table<'_>) -> AssessmentDocument {
    let document = AssessmentDocument {
        about: AboutDocument {
            place: table.place(),
            item: None,
            unit: table.require("unit").and_then(Value::text),
            date: table.require("date").and_then(Value::day),
        },
        year: table.require("year").and_then(Value::whole),
        by: text(&table, "by"),
        outcome: outcome(&table),
        reference: table.remark("reference"),
        note: table.remark("note"),
    };
    table.finish();
    document
}

fn closing(table: Table<'_>) -> ClosingDocument {
    let lines = |value: Option<Value<'_>>| value.and_then(Value::texts).unwrap_or_default();
    let document = ClosingDocument {
        place: table.place(),
        date: table.require("date").and_then(Value::day),
        by: text(&table, "by"),
        previous: table.remark("previous"),
        seal: text(&table, "seal"),
        files: lines(table.require("files")),
        verdicts: lines(table.require("verdicts")),
        notices: lines(table.get("notices")),
        reopened: dated(&table, "reopened", "reopened-because"),
    };
    table.finish();
    document
}
