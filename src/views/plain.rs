//! Readings, and what a report has to show, as JSON has them.

use crate::assess::Needs;
use crate::model::{Item, Reading, Schedule};
use crate::text::measure::decimal;

/// What an entry says.
pub(super) fn reading(reading: Reading) -> String {
    match reading {
        Reading::Percent(figure) | Reading::Done(figure) | Reading::Value(figure) => figure.to_string(),
        Reading::Occurrence { due, done: true } => due.to_string(),
        Reading::Occurrence { due, done: false } => format!("{due}: not done"),
        Reading::State(state) => state.id().to_owned(),
    }
}

/// What a report has to show: a figure, the due month of an occurrence, or the target.
pub(super) fn needs(needs: Needs, item: &Item) -> String {
    match (needs, &item.schedule) {
        (Needs::Figure(figure), _) => decimal(figure),
        (Needs::Occurrence(due), _) => due.to_string(),
        (Needs::Target, Schedule::Indicator(indicator)) => format!("{}{}", indicator.compare.sign(), indicator.target),
        (Needs::Target, _) => String::new(),
    }
}
