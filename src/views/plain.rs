//! Readings, and what a report has to show, as JSON has them.

use crate::assess::{Dues, Needs, Verdict};
use crate::model::{Compare, Detail, Entry, Figure, Indicator, Item, Ratio, Reading, Share, Target};
use crate::text::measure::{Measure, decimal, stage_name};

/// What an entry says.
pub(super) fn reading(reading: Reading, item: &Item) -> String {
    match reading {
        Reading::Percent(figure) | Reading::Done(figure) => figure.to_string(),
        Reading::Value(figure) => number(Measure::of(item), figure.ratio()),
        Reading::Occurrence { due, done: true } => due.to_string(),
        Reading::Occurrence { due, done: false } => format!("{due}: not done"),
        Reading::Times { due, count } => format!("{due}: {count}"),
        Reading::State(state) => state.id().to_owned(),
        Reading::Stages => String::new(),
    }
}

/// The same with how many stand at each stage: 开工=10,建成=5. What it names is told apart, by [`names`].
pub(super) fn told(said: Reading, detail: Option<&Detail>, item: &Item) -> String {
    match detail.and_then(Detail::stages) {
        Some(standing) => {
            let standing = standing.iter().enumerate().filter(|(_, number)| **number > Figure::ZERO);
            let standing: Vec<String> =
                standing.map(|(at, number)| format!("{}={number}", stage_name(item, at))).collect();
            standing.join(",")
        }
        None => reading(said, item),
    }
}

/// What an entry of a share says.
pub(super) fn entry(entry: &Entry, share: &Share, item: &Item) -> String {
    told(entry.reading, share.detail_of(entry), item)
}

/// A number in a measure without its unit: a decimal, or the name of a class.
pub(super) fn number(measure: Measure<'_>, number: Ratio) -> String {
    let class = match measure {
        Measure::Class(scale) => Figure::exactly(number).and_then(|class| scale.name(class)),
        _ => None,
    };
    class.map_or_else(|| decimal(number), str::to_owned)
}

/// What is required: of two bounds both, `6..9`.
pub(super) fn required(item: &Item, verdict: &Verdict, shown: Ratio) -> String {
    match (verdict.indicator(item), verdict.target(item)) {
        (Some(indicator), Some(target)) if indicator.compare == Compare::Between => {
            format!("{}..{}", target.bound, target.upper)
        }
        _ => number(Measure::of(item), shown),
    }
}

/// A target with its sign: `>=90`, `6..9`.
fn target(indicator: &Indicator, target: Target) -> String {
    let bound = number(Measure::of_indicator(indicator), target.bound.ratio());
    match indicator.compare {
        Compare::Between => format!("{bound}..{}", target.upper),
        compare => format!("{}{bound}", compare.sign()),
    }
}

/// The names of the objects that an entry names as done.
pub(super) fn names<'a>(detail: Option<&'a Detail>, item: &'a Item) -> Vec<&'a str> {
    let done = detail.and_then(Detail::objects).unwrap_or_default();
    item.quantity.as_ref().map_or_else(Vec::new, |quantity| quantity.names(done.iter().copied()).collect())
}

/// What a report has to show: a figure, one for each of some stages, the due month of an occurrence or the first and last
/// of several, or the target.
pub(super) fn needs(needs: &Needs, item: &Item) -> String {
    match needs {
        Needs::Figure(figure) => decimal(*figure),
        Needs::Stages(all) => {
            let all = all.iter().map(|&(at, number)| format!("{}={}", stage_name(item, at), decimal(number)));
            all.collect::<Vec<_>>().join(",")
        }
        Needs::Occurrences(Dues { until, count: 1, .. }) => until.to_string(),
        Needs::Occurrences(Dues { from, until, .. }) => format!("{from}..{until}"),
        Needs::Target(of) => item.schedule.indicator().map_or_else(String::new, |indicator| target(indicator, *of)),
    }
}
