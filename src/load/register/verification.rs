//! 核验: a check of what a unit says is done.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{About, Known, Record, Written, check_day, outcome, text};
use crate::load::faults::Faults;
use crate::load::reader::Table;
use crate::model::{Month, Outcome, ShareIx, Verification};
use crate::problem::Problem;
use crate::source::Place;

/// One of `[[verifications]]`.
pub(super) struct VerificationDocument {
    about: About,
    by: String,
    outcome: Option<Outcome>,
    note: String,
}

impl Written for VerificationDocument {
    fn read(table: Table<'_>) -> Self {
        let document = Self {
            about: About::read(&table),
            by: text(&table, "by"),
            outcome: outcome(&table),
            note: table.remark("note"),
        };
        table.finish();
        document
    }
}

impl Record for VerificationDocument {
    type Kept = Verification;
    type Seen = BTreeMap<(ShareIx, NaiveDate), Place>;

    fn keep(
        self,
        month: Option<Month>,
        seen: &mut Self::Seen,
        known: &impl Known,
        faults: &Faults,
    ) -> Option<Verification> {
        check_day(self.about.date, month, faults);
        let share = self.about.share(known, faults)?;
        let date = self.about.date?;
        if let Some(first) = seen.insert((share, date.value), date.place) {
            faults.report_pair(date.place, first, Problem::DuplicateRecord);
        }
        Some(Verification {
            share,
            date: date.value,
            by: self.by,
            outcome: self.outcome?,
            note: self.note,
            place: self.about.place,
        })
    }
}
