//! Days to put in a calendar.

use chrono::NaiveDate;

use super::Text;

/// Days to put in a calendar, in the form that calendar programs read.
#[derive(Clone, Debug)]
pub struct Agenda {
    /// The name of the calendar.
    pub name: Text,
    /// The day on which its entries count as made; the same for the same plan, whenever they are written.
    pub born: NaiveDate,
    /// The entries.
    pub events: Vec<Event>,
}

/// An all-day entry.
#[derive(Clone, Debug)]
pub struct Event {
    /// What identifies it through all changes: a program that already has it changes it instead of adding another.
    pub uid: String,
    /// How often it has been changed.
    pub sequence: usize,
    /// The day.
    pub day: NaiveDate,
    /// Its one line.
    pub summary: Text,
    /// More about it.
    pub lines: Vec<Text>,
    /// The categories by which it can be filtered.
    pub categories: Vec<Text>,
    /// Whether it no longer applies.
    pub is_cancelled: bool,
    /// Whether to set a reminder for it.
    pub reminds: bool,
}
