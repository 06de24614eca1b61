//! The files of the register: one a month and kind, each a list of records. A record is read by itself first, then held
//! against plan, units and items; both stand in the file of its kind.

mod assessment;
mod change;
mod closing;
mod exemption;
mod finding;
mod notice;
mod verification;

use chrono::NaiveDate;

use super::faults::Faults;
use super::keys;
use super::reader::{Table, Value};
use crate::model::{Dated, Month, Outcome, Plan, RecordKind, Register, ShareIx, Tier, UnitIx};
use crate::problem::{MisplacedBecause, Problem};
use crate::source::{FileId, Located, Place};

pub(super) use change::ChangeDocument;
pub(super) use finding::FindingDocument;

/// The kinds of records: a list in its file, and a drawer where the records of all its files come together.
macro_rules! kinds {
    ($($kind:ident, $drawer:ident: $document:ty;)*) => {
        /// What a file lists.
        enum Records {
            $($kind(Vec<$document>),)*
        }

        /// The records by kind.
        #[derive(Default)]
        pub(super) struct Drawers {
            $($drawer: Vec<Filed<$document>>,)*
        }

        fn records(root: &Table<'_>, kind: RecordKind) -> Records {
            match kind {
                $(RecordKind::$kind => Records::$kind(list(root, kind)),)*
            }
        }

        impl Drawers {
            fn put(&mut self, file: FileId, month: Option<Month>, records: Records) {
                match records {
                    $(Records::$kind(list) => {
                        self.$drawer.extend(list.into_iter().map(|record| Filed { file, month, record }));
                    })*
                }
            }
        }
    };
}

kinds! {
    Notices, notices: notice::NoticeDocument;
    Verifications, verifications: verification::VerificationDocument;
    Exemptions, exemptions: exemption::ExemptionDocument;
    Findings, findings: FindingDocument;
    Changes, changes: ChangeDocument;
    Assessments, assessments: assessment::AssessmentDocument;
    Closings, closings: closing::ClosingDocument;
}

impl Drawers {
    /// Takes out the findings.
    pub(super) fn take_findings(&mut self) -> Vec<Filed<FindingDocument>> {
        std::mem::take(&mut self.findings)
    }

    /// Takes out the approved changes.
    pub(super) fn take_changes(&mut self) -> Vec<Filed<ChangeDocument>> {
        std::mem::take(&mut self.changes)
    }

    /// The records that stand for themselves; findings and changes belong to items.
    pub(super) fn register<'f>(self, known: &impl Known, faults_of: impl Fn(FileId) -> &'f Faults + Copy) -> Register {
        Register {
            notices: kept(self.notices, known, faults_of),
            verifications: kept(self.verifications, known, faults_of),
            exemptions: kept(self.exemptions, known, faults_of),
            assessments: kept(self.assessments, known, faults_of),
            closings: kept(self.closings, known, faults_of),
        }
    }

    /// Sorts the files of the register by what they hold.
    pub(super) fn of<'f>(documents: Vec<(FileId, RegisterDocument)>, faults_of: impl Fn(FileId) -> &'f Faults) -> Self {
        let mut drawers = Self::default();
        for (file, document) in documents {
            let month = document.path;
            if let (Some(written), Some(month)) = (document.month, month)
                && written.value != month
            {
                let (place, written, path) = (written.place, written.value.to_string(), month.to_string());
                let problem = Problem::PathMismatch { within: "register", key: "month", written, path };
                faults_of(file).report(place, problem);
            }
            drawers.put(file, month, document.records);
        }
        drawers
    }
}

/// A file in `register/<month>/`; what could not be read is left out.
pub(super) struct RegisterDocument {
    /// The month of the folder, where it is one.
    path: Option<Month>,
    month: Option<Located<Month>>,
    records: Records,
}

/// A record and where it was filed.
pub(super) struct Filed<T> {
    pub(super) file: FileId,
    /// The month of its folder; none where that is no month.
    pub(super) month: Option<Month>,
    pub(super) record: T,
}

/// A record as written.
trait Written {
    fn read(table: Table<'_>) -> Self;
}

/// A record that stands for itself.
trait Record: Written {
    /// What the register keeps of it.
    type Kept;
    /// What is remembered of the records of its kind before it.
    type Seen: Default;

    /// Held against what is known; none where it does not hold.
    fn keep(
        self,
        month: Option<Month>,
        seen: &mut Self::Seen,
        known: &impl Known,
        faults: &Faults,
    ) -> Option<Self::Kept>;
}

/// What records are held against. What is not known is reported.
pub(super) trait Known {
    fn plan(&self) -> &Plan;
    fn unit(&self, written: &Located<String>, faults: &Faults) -> Option<UnitIx>;
    fn tier(&self, written: &Located<String>, faults: &Faults) -> Option<Tier>;
    /// One unit's part of one item.
    fn share(&self, item: Option<&Located<String>>, unit: Option<UnitIx>, faults: &Faults) -> Option<ShareIx>;
}

fn kept<'f, T: Record>(
    drawer: Vec<Filed<T>>,
    known: &impl Known,
    faults_of: impl Fn(FileId) -> &'f Faults,
) -> Vec<T::Kept> {
    let mut seen = T::Seen::default();
    let keep = |filed: Filed<T>| filed.record.keep(filed.month, &mut seen, known, faults_of(filed.file));
    drawer.into_iter().filter_map(keep).collect()
}

pub(super) fn read(root: Table<'_>, folder: &str, kind: RecordKind) -> RegisterDocument {
    let month = root.require("month").and_then(Value::month);
    let records = records(&root, kind);
    let (heading, below) = keys::record(kind);
    root.belongs_below(heading, below);
    root.finish();
    RegisterDocument { path: Month::parse(folder).ok(), month, records }
}

fn list<T: Written>(root: &Table<'_>, kind: RecordKind) -> Vec<T> {
    let (_, keys) = keys::record(kind);
    let tables = root.get(kind.name()).and_then(|list| list.tables(keys));
    tables.into_iter().flatten().flatten().map(T::read).collect()
}

/// What a record says about one unit's part of one item.
struct About {
    place: Place,
    item: Option<Located<String>>,
    unit: Option<Located<String>>,
    date: Option<Located<NaiveDate>>,
}

impl About {
    fn read(table: &Table<'_>) -> Self {
        Self {
            place: table.place(),
            item: table.require("item").and_then(Value::text),
            unit: table.require("unit").and_then(Value::text),
            date: table.require("date").and_then(Value::day),
        }
    }

    fn share(&self, known: &impl Known, faults: &Faults) -> Option<ShareIx> {
        let unit = self.unit.as_ref().and_then(|unit| known.unit(unit, faults));
        known.share(self.item.as_ref(), unit, faults)
    }
}

fn text(table: &Table<'_>, key: &'static str) -> String {
    table.title(key).map_or_else(String::new, |text| text.value)
}

fn outcome(table: &Table<'_>) -> Option<Outcome> {
    let word = table.require("outcome")?;
    word.choice(&Outcome::ALL).map(|outcome| outcome.value)
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

/// A day has to lie in the month of its folder.
pub(super) fn check_day(day: Option<Located<NaiveDate>>, month: Option<Month>, faults: &Faults) {
    if let (Some(day), Some(month)) = (day, month)
        && Month::of(day.value) != month
    {
        let (written, path) = (Month::of(day.value), month);
        faults.report(day.place, Problem::DateOutsideMonth { written, path });
    }
}

/// What is decided on a month comes after it, and not years later.
fn check_decided(month: Month, date: Located<NaiveDate>, latest: Option<Month>, plan: &Plan, faults: &Faults) {
    let first = plan.decided_from(month);
    let is_late = latest.is_some_and(|latest| date.value > latest.last_day());
    if date.value < month.first_day() || is_late {
        faults.report(date.place, Problem::ImplausibleDate { month, last: month.plus(12) });
    } else if date.value < first {
        faults.report(date.place, Problem::EarlyDate { month, first });
    }
}

pub(super) fn check_order<T: PartialOrd>(
    first: Option<Located<T>>,
    after: &'static str,
    later: Option<Located<T>>,
    faults: &Faults,
) {
    if let (Some(first), Some(later)) = (first, later)
        && later.value < first.value
    {
        faults.report_pair(later.place, first.place, Problem::DateOrder { after });
    }
}
