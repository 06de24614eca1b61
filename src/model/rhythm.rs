//! 报送周期: for which months reports are asked.

use super::{Every, Month};

/// The months for which reports are asked. In the others one may come, and none is missed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rhythm {
    /// The last month of each period of the calendar.
    Every(Every),
    /// These months.
    Months(Vec<Month>),
}

impl Rhythm {
    /// The periods that reports may have.
    pub const PERIODS: [(Every, &'static str); 3] =
        [(Every::Month, "month"), (Every::Quarter, "quarter"), (Every::HalfYear, "half-year")];

    /// Whether a report for a month is asked for.
    pub fn asks_for(&self, month: Month) -> bool {
        match self {
            Self::Every(every) => every.ends_with(month),
            Self::Months(months) => months.contains(&month),
        }
    }
}
