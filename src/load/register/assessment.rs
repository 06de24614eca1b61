//! 年度考核: the result of a unit's year.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Known, Record, Written, check_day, outcome, text};
use crate::load::faults::Faults;
use crate::load::reader::{Table, Value};
use crate::model::{AnnualAssessment, Month, Outcome, UnitIx};
use crate::problem::Problem;
use crate::source::{Located, Place};

/// One of `[[assessments]]`.
pub(super) struct AssessmentDocument {
    place: Place,
    unit: Option<Located<String>>,
    date: Option<Located<NaiveDate>>,
    year: Option<Located<u32>>,
    by: String,
    outcome: Option<Outcome>,
    reference: String,
    note: String,
}

impl Written for AssessmentDocument {
    fn read(table: Table<'_>) -> Self {
        let document = Self {
            place: table.place(),
            unit: table.require("unit").and_then(Value::text),
            date: table.require("date").and_then(Value::day),
            year: table.require("year").and_then(Value::whole),
            by: text(&table, "by"),
            outcome: outcome(&table),
            reference: table.remark("reference"),
            note: table.remark("note"),
        };
        table.finish();
        document
    }
}

impl Record for AssessmentDocument {
    type Kept = AnnualAssessment;
    type Seen = BTreeMap<(i32, UnitIx), Place>;

    fn keep(
        self,
        month: Option<Month>,
        seen: &mut Self::Seen,
        known: &impl Known,
        faults: &Faults,
    ) -> Option<AnnualAssessment> {
        check_day(self.date, month, faults);
        let unit = known.unit(self.unit.as_ref()?, faults)?;
        let (start, end) = (known.plan().start, known.plan().end);
        let written = self.year?;
        let year = i32::try_from(written.value).unwrap_or(i32::MAX);
        if !(start.year()..=end.year()).contains(&year) {
            faults.report(written.place, Problem::OutsidePlan { start, end, tracked: None });
            return None;
        }
        if let Some(first) = seen.insert((year, unit), self.place) {
            faults.report_pair(self.place, first, Problem::DuplicateRecord);
        }
        Some(AnnualAssessment {
            year,
            unit,
            date: self.date?.value,
            by: self.by,
            outcome: self.outcome?,
            reference: self.reference,
            note: self.note,
            place: self.place,
        })
    }
}
