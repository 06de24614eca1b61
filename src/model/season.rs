//! Seasons, in which some duties apply.

use chrono::Datelike;

use super::Month;

/// A named part of the year, such as the flood season; it may run into the next year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Season {
    /// Its name in the plan file.
    pub id: String,
    /// First day as month and day.
    pub from: (u32, u32),
    /// Last day as month and day.
    pub to: (u32, u32),
}

impl Season {
    /// Whether any day of a month is in the season.
    pub fn touches(&self, month: Month) -> bool {
        let number = month.number();
        let last = (number, month.last_day().day());
        let first = (number, 1);
        if self.from <= self.to { first <= self.to && self.from <= last } else { first <= self.to || self.from <= last }
    }
}
