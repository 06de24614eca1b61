//! 豁免: an approved good reason, from one month until another.

use super::{About, Known, Record, Written, check_day, check_order, text};
use crate::load::faults::Faults;
use crate::load::plan::{Span, check_covered};
use crate::load::reader::{Table, Value};
use crate::model::{Exemption, Month};
use crate::source::Located;

/// One of `[[exemptions]]`.
pub(super) struct ExemptionDocument {
    about: About,
    from: Option<Located<Month>>,
    until: Option<Located<Month>>,
    reason: String,
    reference: String,
}

impl Written for ExemptionDocument {
    fn read(table: Table<'_>) -> Self {
        let document = Self {
            about: About::read(&table),
            from: table.require("from").and_then(Value::month),
            until: table.require("until").and_then(Value::month),
            reason: text(&table, "reason"),
            reference: text(&table, "reference"),
        };
        table.finish();
        document
    }
}

impl Record for ExemptionDocument {
    type Kept = Exemption;
    type Seen = ();

    fn keep(self, month: Option<Month>, (): &mut (), known: &impl Known, faults: &Faults) -> Option<Exemption> {
        check_day(self.about.date, month, faults);
        let span = Span::of(known.plan());
        for month in [self.from, self.until].into_iter().flatten() {
            check_covered(month.value, span, month.place, faults);
        }
        check_order(self.from, "from", self.until, faults);
        Some(Exemption {
            share: self.about.share(known, faults)?,
            from: self.from?.value,
            until: self.until?.value,
            reason: self.reason,
            reference: self.reference,
            date: self.about.date?.value,
            place: self.about.place,
        })
    }
}
