//! Months and moments. A month label stands for the close of that month (24:00 of its last day), everywhere.

use std::fmt;

use chrono::{Datelike, NaiveDate};

use super::Ratio;

/// A month, meaning its close: the integer `12 * year + month - 1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i32);

/// Why a text is not a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MonthFault {
    /// Not of the form `2022-06`.
    Form,
    /// A month number outside 1 to 12, or a year outside 1900 to 2999.
    Range,
}

impl Month {
    /// The month with this year (1900 to 2999) and number (1 to 12).
    pub fn new(year: i32, number: u32) -> Option<Self> {
        let valid = (1900..=2999).contains(&year) && (1..=12).contains(&number);
        valid.then(|| Self(12 * year + number.cast_signed() - 1))
    }

    /// Reads the one form that files use: `2022-06`.
    ///
    /// # Errors
    /// [`MonthFault`]: another form, or no such month.
    pub fn parse(text: &str) -> Result<Self, MonthFault> {
        let parts = text.as_bytes().split_at_checked(4).filter(|_| text.len() == 7);
        let Some((year, [b'-', number @ ..])) = parts else {
            return Err(MonthFault::Form);
        };
        let (Some(year), Some(number)) = (digits(year), digits(number)) else {
            return Err(MonthFault::Form);
        };
        Self::new(year.cast_signed(), number).ok_or(MonthFault::Range)
    }

    /// The month that a day is in.
    pub fn of(day: NaiveDate) -> Self {
        Self(12 * day.year() + day.month0().cast_signed())
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// The number in its year, 1 to 12.
    pub fn number(self) -> u32 {
        self.0.rem_euclid(12).cast_unsigned() + 1
    }

    /// The month `count` months later (earlier where negative).
    pub fn plus(self, count: i32) -> Self {
        Self(self.0.saturating_add(count))
    }

    /// Whole months from `earlier` to this one.
    pub fn since(self, earlier: Self) -> i32 {
        self.0 - earlier.0
    }

    /// Every month from this one to `last`, both included.
    pub fn through(self, last: Self) -> impl DoubleEndedIterator<Item = Self> + Clone {
        (self.0..=last.0).map(Self)
    }

    /// Its close on the scale of months.
    pub fn close(self) -> Ratio {
        Ratio::whole(i128::from(self.0))
    }

    /// Its first day.
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year(), self.number(), 1)
            .expect("every month of the years that chrono knows has a first day")
    }

    /// Its last day.
    pub fn last_day(self) -> NaiveDate {
        self.plus(1).first_day().pred_opt().expect("the day before a first day exists")
    }

    /// The day with this number, or the last one if the month is shorter.
    pub fn day(self, number: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year(), self.number(), number).unwrap_or_else(|| self.last_day())
    }
}

impl fmt::Display for Month {
    /// `2022-06`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}", self.year(), self.number())
    }
}

/// A number of some digits.
fn digits(digits: &[u8]) -> Option<u32> {
    let next = |number: u32, digit: &u8| digit.is_ascii_digit().then(|| 10 * number + u32::from(digit - b'0'));
    digits.iter().try_fold(0, next)
}

/// Its point on the scale of months.
fn close_of_day(day: NaiveDate) -> Ratio {
    let month = Month::of(day);
    let share = Ratio::new(i128::from(day.day()), i128::from(day.num_days_in_month()));
    month.plus(-1).close() + share
}

/// A point in time that a plan can name: the close of a month, or the close of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// The close of a month.
    Close(Month),
    /// The close of a day.
    Day(NaiveDate),
}

impl Moment {
    /// Its point on the scale of months: a month's close is its index, a day is
    /// `index of its month - 1 + day / days in the month`. 30 June therefore is the close of June.
    #[inline]
    pub fn at(self) -> Ratio {
        match self {
            Self::Close(month) => month.close(),
            Self::Day(day) => close_of_day(day),
        }
    }

    /// The moment at a point on the scale: a month's close if it is one, otherwise the day it falls in.
    pub fn during(at: Ratio) -> Self {
        let month = Month(i32::try_from(at.ceil()).expect("moments lie within the years of a plan"));
        if at.is_whole() {
            return Self::Close(month);
        }
        let last = month.last_day().day();
        let elapsed = (at - month.plus(-1).close()) * Ratio::whole(i128::from(last));
        let number = u32::try_from(elapsed.ceil()).expect("a share of a month is a day of it");
        Self::Day(month.day(number))
    }

    /// The month it is in.
    pub fn month(self) -> Month {
        match self {
            Self::Close(month) => month,
            Self::Day(day) => Month::of(day),
        }
    }
}

impl fmt::Display for Moment {
    /// `2022-06` or `2022-06-15`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Close(month) => month.fmt(formatter),
            Self::Day(day) => day.fmt(formatter),
        }
    }
}
