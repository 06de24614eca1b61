//! How often, as written: the periods of recurring items and of reports. What is shorter than a month is refused in words
//! that say what comes closest.

use super::keys;
use super::reader::Value;
use crate::model::{Every, Month, Rhythm};
use crate::problem::Problem;
use crate::source::Located;

/// Words for periods shorter than a month, as people write them.
const SHORTER: [&str; 21] = [
    "day",
    "days",
    "daily",
    "week",
    "weeks",
    "weekly",
    "biweekly",
    "fortnight",
    "ten-day",
    "ten-days",
    "half-month",
    "日",
    "每日",
    "天",
    "每天",
    "周",
    "每周",
    "旬",
    "每旬",
    "半月",
    "每半月",
];

/// `reports-every`
pub(super) enum RhythmDocument {
    /// A period of the calendar.
    Every(Every),
    /// Named months.
    Months(Vec<Located<Month>>),
}

/// A period of the calendar, one of some.
pub(super) fn every(value: Value<'_>, known: &[(Every, &'static str)]) -> Option<Located<Every>> {
    let text: Located<&str> = value.text()?;
    let word = text.value.trim().to_lowercase();
    if SHORTER.contains(&&*word) {
        value.faults.report(text.place, Problem::FinerThanMonth { word: text.value.to_owned() });
        return None;
    }
    value.choice(known)
}

pub(super) fn read(value: Value<'_>) -> Option<RhythmDocument> {
    if !value.is_table() {
        return every(value, &Rhythm::PERIODS).map(|every| RhythmDocument::Every(every.value));
    }
    let table = value.table(&keys::REPORT_MONTHS)?;
    let months = table.require("months").and_then(Value::months);
    table.finish();
    months.map(RhythmDocument::Months)
}
