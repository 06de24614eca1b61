//! 考核期: the year, quarter or window over which a reading is judged.

use super::{Moment, Month};

/// What a reading speaks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// Its month, and those after it until there is another.
    Month,
    /// A quarter of the calendar.
    Quarter,
    /// A year of the calendar.
    Year,
    /// A part of each year, by month and day; it may run into the next year.
    Window {
        /// The first day.
        from: (u32, u32),
        /// The last day.
        until: (u32, u32),
    },
}

/// One period: the readings of its months speak for it, and it is judged at its close.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The month in which it begins.
    pub first: Month,
    /// Its close.
    pub close: Moment,
}

impl Span {
    /// The months that have a part in it.
    pub fn touches(self, month: Month) -> bool {
        (self.first..=self.close.month()).contains(&month)
    }
}

impl Period {
    /// The periods of the calendar with the words that files use.
    pub const WORDS: [(Self, &'static str); 3] =
        [(Self::Month, "month"), (Self::Quarter, "quarter"), (Self::Year, "year")];

    /// The period that closes in a month.
    fn closing_in(self, month: Month) -> Option<Span> {
        let back = |months: u32| {
            let is_last = month.number().is_multiple_of(months);
            is_last.then(|| Span { first: month.plus(1 - months.cast_signed()), close: Moment::Close(month) })
        };
        match self {
            Self::Month => back(1),
            Self::Quarter => back(3),
            Self::Year => back(12),
            Self::Window { from, until } => {
                let year = month.year() - i32::from(from > until);
                let first = Month::new(year, from.0).filter(|_| month.number() == until.0)?;
                let day = month.day(until.1);
                let is_last = day == month.last_day();
                Some(Span { first, close: if is_last { Moment::Close(month) } else { Moment::Day(day) } })
            }
        }
    }

    /// The periods that close in the months from one to another, oldest first.
    pub fn closing(self, from: Month, until: Month) -> impl DoubleEndedIterator<Item = Span> {
        from.through(until).filter_map(move |month| self.closing_in(month))
    }

    /// The period that a reading for a month speaks for. Of two that meet in the month it is the one that closes.
    pub fn holding(self, month: Month) -> Option<Span> {
        self.closing(month, month.plus(11)).next().filter(|span| span.touches(month))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_may_run_into_the_next_year() {
        let month = |text| Month::parse(text).unwrap();
        let heating = Period::Window { from: (10, 1), until: (3, 31) };
        let span = heating.holding(month("2022-12")).unwrap();
        assert_eq!((span.first, span.close), (month("2022-10"), Moment::Close(month("2023-03"))));
        assert_eq!(heating.holding(month("2023-03")), Some(span));
        assert_eq!(heating.holding(month("2023-04")), None);
        assert_eq!(heating.holding(month("2023-10")).unwrap().close, Moment::Close(month("2024-03")));
        let summer = Period::Window { from: (5, 15), until: (9, 15) };
        let span = summer.holding(month("2022-05")).unwrap();
        assert_eq!(span.close.to_string(), "2022-09-15");
        assert_eq!(summer.closing(month("2022-01"), month("2024-12")).count(), 3);
        // Two that meet in March: its reading speaks for the one that closes then.
        let year = Period::Window { from: (3, 16), until: (3, 15) };
        assert_eq!(year.holding(month("2022-03")).unwrap().close.to_string(), "2022-03-15");
        assert_eq!(year.holding(month("2022-04")).unwrap().close.to_string(), "2023-03-15");
    }

    #[test]
    fn quarters_and_years_are_those_of_the_calendar() {
        let month = |text| Month::parse(text).unwrap();
        let span = Period::Quarter.holding(month("2022-05")).unwrap();
        assert_eq!((span.first, span.close.month()), (month("2022-04"), month("2022-06")));
        assert_eq!(Period::Year.holding(month("2022-12")).unwrap().first, month("2022-01"));
    }
}
