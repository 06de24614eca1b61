//! Readings, and what a report has to show, as JSON has them.

use crate::assess::{Dues, Needs};
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

/// What a report has to show: a figure, the due month of an occurrence or the first and last of several, or the target.
pub(super) fn needs(needs: Needs, item: &Item) -> String {
    match (needs, &item.schedule) {
        (Needs::Figure(figure), _) => decimal(figure),
        (Needs::Occurrences(Dues { until, count: 1, .. }), _) => until.to_string(),
        (Needs::Occurrences(Dues { from, until, .. }), _) => format!("{from}..{until}"),
        (Needs::Target, Schedule::Indicator(indicator)) => format!("{}{}", indicator.compare.sign(), indicator.target),
        (Needs::Target, _) => String::new(),
    }
}
