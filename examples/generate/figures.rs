//! The figures of one share from month to month: most units keep to the plan, some fall behind, few far.

use shangdang::model::Month;

use crate::random::Random;
use crate::schedule::Kind;

/// What an entry says of how it stands.
#[derive(Clone, Copy)]
pub(crate) enum Reading {
    /// In hundredths of a percent.
    Percent(u32),
    Done(u32),
    /// In parts of which ten or a hundred make one.
    Value {
        parts: u32,
        of: u32,
    },
    /// Done or not yet; the occurrence is named where an earlier one is open.
    Occurrence {
        due: Option<Month>,
        is_done: bool,
    },
    State {
        is_normal: bool,
    },
}

/// A reading, and whether it is lower than the one before.
pub(crate) struct Step {
    pub(crate) reading: Reading,
    pub(crate) is_regression: bool,
}

/// The readings of a share, one for each of the months, of which some are never filed.
pub(crate) fn of(kind: &Kind, share: usize, start: Month, months: &[(Month, bool)], random: &mut Random) -> Vec<Step> {
    match kind {
        Kind::Due(_) | Kind::DueDay(..) | Kind::Steps(_) | Kind::Pace(_) => progress(kind, start, months, random)
            .into_iter()
            .map(|(hundredths, is_regression)| Step { reading: Reading::Percent(hundredths), is_regression })
            .collect(),
        Kind::Quantity { total, portions, .. } => {
            let amount = portions.map_or(*total, |portions| portions[share]);
            let steps = progress(kind, start, months, random).into_iter();
            steps
                .map(|(hundredths, is_regression)| Step {
                    reading: Reading::Done(amount * hundredths / 10_000),
                    is_regression,
                })
                .collect()
        }
        Kind::Every(_, length) => occurrences(months, random, |month| {
            let rest = (length - month.number() % length) % length;
            month.plus(rest.cast_signed())
        }),
        Kind::Months(dues) => occurrences(months, random, |month| {
            let next = dues.iter().find(|due| **due >= month);
            *next.unwrap_or(&dues[dues.len() - 1])
        }),
        Kind::AtLeast { target, .. } => {
            months.iter().map(|_| value(random.between(target - 20, target + 60).min(1000), 10)).collect()
        }
        Kind::Below { target, .. } => {
            months.iter().map(|_| value(random.between(target / 2, target + 1), 100)).collect()
        }
        Kind::Standing(_) => months.iter().map(|_| state(!random.happens(4))).collect(),
        Kind::Unscheduled => months.iter().map(|_| state(!random.happens(10))).collect(),
    }
}

fn value(parts: u32, of: u32) -> Step {
    Step { reading: Reading::Value { parts, of }, is_regression: false }
}

fn state(is_normal: bool) -> Step {
    Step { reading: Reading::State { is_normal }, is_regression: false }
}

/// Progress in points of ten thousand, and whether it fell. A share keeps to its plan, or runs some months behind it.
fn progress(kind: &Kind, start: Month, months: &[(Month, bool)], random: &mut Random) -> Vec<(u32, bool)> {
    let behind = match random.below(100) {
        0..72 => 0,
        72..86 => 1,
        86..94 => 2,
        _ => 4,
    };
    // Those that keep to the plan are a little ahead of it.
    let pace = if behind == 0 { random.between(100, 120) } else { random.between(85, 105) };
    let curve = kind.curve();
    let is_exact = random.happens(15);
    let mut before = 0;
    months
        .iter()
        .map(|(month, _)| {
            let planned = planned(&curve, start, month.plus(-behind)) * pace / 100;
            // Most offices report round figures, of which a little above the plan is none below it.
            let figure = if is_exact { planned } else { planned.div_ceil(100) * 100 };
            let figure = figure.clamp(before, 10_000.max(before));
            let falls = before > 500 && before < 10_000 && random.happens(1);
            let figure = if falls { before - 300 } else { figure };
            before = figure;
            (figure, falls)
        })
        .collect()
}

/// What an even pace between the points of the plan would have reached by the close of a month.
fn planned(curve: &[(Month, u32)], start: Month, month: Month) -> u32 {
    let mut earlier = (start.plus(-1), 0);
    for &(by, level) in curve {
        if by >= month {
            let length = by.since(earlier.0).max(1).unsigned_abs();
            let gone = month.since(earlier.0).max(0).unsigned_abs();
            return earlier.1 + (level - earlier.1) * gone.min(length) / length;
        }
        earlier = (by, level);
    }
    10_000
}

/// A duty that comes again is done in its last month, or later, or skipped.
fn occurrences(months: &[(Month, bool)], random: &mut Random, due_of: impl Fn(Month) -> Month) -> Vec<Step> {
    let mut has_open = false;
    months
        .iter()
        .map(|&(month, is_filed)| {
            let due = due_of(month);
            let is_last = month >= due;
            let is_done = is_last && is_filed && !random.happens(5);
            let step = Step {
                reading: Reading::Occurrence { due: (has_open || month > due).then_some(due), is_done },
                is_regression: false,
            };
            has_open |= is_last && !is_done;
            step
        })
        .collect()
}
