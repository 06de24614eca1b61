//! 结账: the sealed verdicts of a month.

use chrono::NaiveDate;

use super::{Known, Record, Written, check_decided, check_order, dated, text};
use crate::load::faults::Faults;
use crate::load::plan::{Span, check_covered};
use crate::load::reader::{Table, Value};
use crate::model::{Closing, Dated, Month};
use crate::problem::Problem;
use crate::source::{Located, Place};

/// One of `[[closings]]`.
pub(super) struct ClosingDocument {
    place: Place,
    date: Option<Located<NaiveDate>>,
    by: String,
    previous: String,
    seal: String,
    files: Vec<Located<String>>,
    verdicts: Vec<Located<String>>,
    notices: Vec<Located<String>>,
    reopened: Option<Located<Dated>>,
}

impl Written for ClosingDocument {
    fn read(table: Table<'_>) -> Self {
        let lines = |value: Option<Value<'_>>| value.and_then(Value::texts).unwrap_or_default();
        let document = Self {
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
}

impl Record for ClosingDocument {
    type Kept = Closing;
    /// The month that is closed and has not been opened again.
    type Seen = Option<(Month, Place)>;

    fn keep(
        self,
        month: Option<Month>,
        closed: &mut Self::Seen,
        known: &impl Known,
        faults: &Faults,
    ) -> Option<Closing> {
        let month = month?;
        let date = self.date?;
        let span = Span::of(known.plan());
        check_covered(month, span, faults.top(), faults);
        check_decided(month, date, None, known.plan(), faults);
        let reopened = self.reopened.as_ref();
        let reopened = reopened.map(|dated| Located::new(dated.value.on, dated.place));
        check_order(Some(date), "date", reopened, faults);
        if let Some((_, first)) = closed.filter(|&(closed, _)| closed == month) {
            faults.report_pair(self.place, first, Problem::DuplicateRecord);
        }
        *closed = reopened.is_none().then_some((month, self.place));
        Some(Closing {
            month,
            date: date.value,
            by: self.by,
            previous: self.previous,
            seal: self.seal,
            files: self.files,
            verdicts: self.verdicts,
            notices: self.notices,
            reopened: self.reopened.map(|dated| dated.value),
            place: self.place,
        })
    }
}
