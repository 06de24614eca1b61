//! Duties that recur: each occurrence is a deadline at the close of its period.

use super::Month;

/// How often a recurring item falls due. Periods are those of the calendar, not of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Every {
    /// Each month.
    Month,
    /// At the close of March, June, September and December.
    Quarter,
    /// At the close of June and December.
    HalfYear,
    /// At the close of December.
    Year,
}

impl Every {
    /// Every period with the word that files use.
    pub const ALL: [(Self, &'static str); 4] =
        [(Self::Month, "month"), (Self::Quarter, "quarter"), (Self::HalfYear, "half-year"), (Self::Year, "year")];

    /// Whether such a period closes with a month.
    pub fn ends_with(self, month: Month) -> bool {
        month.number().is_multiple_of(self.months())
    }

    /// Its length in months.
    pub fn months(self) -> u32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::HalfYear => 6,
            Self::Year => 12,
        }
    }
}

/// One time the duty is due; named by its due month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// First month of its period.
    pub from: Month,
    /// Its due month: the last month of its period.
    pub due: Month,
}

/// The occurrences of a recurring item within its plan, in the order of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recurring {
    /// How often, if the plan gives a period rather than naming months.
    pub every: Option<Every>,
    /// How often each period asks for it; an occurrence is done once it was done that often.
    pub times: u32,
    /// It does not run the whole plan.
    pub is_bounded: bool,
    occurrences: Vec<Occurrence>,
}

impl Recurring {
    /// The calendar periods that end between `start` and `end`.
    pub fn every(every: Every, start: Month, end: Month) -> Self {
        let length = every.months();
        let occurrences = start
            .through(end)
            .filter(|&month| every.ends_with(month))
            .map(|due| Occurrence { from: due.plus(1 - length.cast_signed()), due })
            .collect();
        Self { every: Some(every), times: 1, is_bounded: false, occurrences }
    }

    /// The named months, which have to rise; each period begins when the one before ends, the first one with the plan.
    pub fn months(months: &[Month], start: Month) -> Self {
        let mut from = start;
        let occurrences = months
            .iter()
            .map(|&due| {
                let occurrence = Occurrence { from, due };
                from = due.plus(1);
                occurrence
            })
            .collect();
        Self { every: None, times: 1, is_bounded: false, occurrences }
    }

    /// The same, asking for it several times a period.
    pub fn with_times(self, times: u32) -> Self {
        Self { times, ..self }
    }

    /// Whether reports count how often it was done within a period.
    pub fn is_counted(&self) -> bool {
        self.times > 1
    }

    /// All occurrences.
    pub fn occurrences(&self) -> &[Occurrence] {
        &self.occurrences
    }

    /// Where the first one stands that closes in a month or later.
    pub fn first_from(&self, month: Month) -> usize {
        self.occurrences.partition_point(|occurrence| occurrence.due < month)
    }

    /// The occurrence whose period contains a month.
    pub fn holding(&self, month: Month) -> Option<&Occurrence> {
        self.occurrences.iter().find(|occurrence| (occurrence.from..=occurrence.due).contains(&month))
    }

    /// The occurrence with this due month.
    pub fn due_in(&self, month: Month) -> Option<&Occurrence> {
        self.occurrences.iter().find(|occurrence| occurrence.due == month)
    }
}
