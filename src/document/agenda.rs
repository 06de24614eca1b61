//! Days to be noted in a calendar.

use chrono::NaiveDate;

use super::Text;

/// Days to be noted, as calendar programs take them.
#[derive(Clone, Debug)]
pub struct Agenda {
    /// What the calendar is called.
    pub name: Text,
    /// The day on which its entries count as made; the same for the same plan, whenever they are written.
    pub born: NaiveDate,
    /// The entries.
    pub events: Vec<Event>,
}

/// An entry of a whole day.
#[derive(Clone, Debug)]
pub struct Event {
    /// Which one it is, through all changes: a program that has it already changes it instead of adding another.
    pub uid: String,
    /// How often it has been changed.
    pub sequence: usize,
    /// The day.
    pub day: NaiveDate,
    /// Its one line.
    pub summary: Text,
    /// What else is said of it.
    pub lines: Vec<Text>,
    /// Under what it can be filtered.
    pub categories: Vec<Text>,
    /// Whether it no longer takes place.
    pub is_cancelled: bool,
    /// Whether to remind of it.
    pub reminds: bool,
}
