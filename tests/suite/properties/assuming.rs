//! What is assumed is what would be if it had been reported: the same verdict, only marked, and nothing else moves.

use chrono::Days;
use proptest::option;
use proptest::prelude::*;
use shangdang::assess::{AsOf, Flags, assess};
use shangdang::model::{Assumption, Figure, Reading, Schedule, ShareIx, State};

use super::{Gist, LENGTH, any_percent, any_setting, nth, reading};
use crate::support::{Duty, Filed, Setting, config};

/// A reading that a duty takes.
fn any_reading(duty: &Duty, percent: u32, pick: usize) -> Reading {
    match &duty.schedule {
        Schedule::Curve(_) if duty.leads[0].amount.is_some() => Reading::Done(Figure::whole(percent / 400)),
        Schedule::Curve(_) => reading(percent),
        Schedule::Recurring(recurring) => {
            let occurrences = recurring.occurrences();
            Reading::Occurrence { due: occurrences[pick % occurrences.len()].due, done: percent.is_multiple_of(2) }
        }
        Schedule::Stages(_) => unreachable!("no duty here has stages"),
        Schedule::Indicator(_) => Reading::Value(Figure::whole(80 + percent % 20)),
        Schedule::Standing { .. } | Schedule::Unscheduled if percent.is_multiple_of(2) => {
            Reading::State(State::Problem)
        }
        Schedule::Standing { .. } | Schedule::Unscheduled => Reading::State(State::Normal),
    }
}

/// Whether a reading gives way to another of its month: only another occurrence stands beside it.
fn gives_way(old: Reading, new: Reading) -> bool {
    let due = |reading| match reading {
        Reading::Occurrence { due, .. } => Some(due),
        _ => None,
    };
    due(old).is_none() || due(old) == due(new)
}

/// The setting in which the first lead of the first duty really files it.
fn with(setting: &Setting, at: AsOf, said: Reading) -> Setting {
    let mut setting = setting.clone();
    let filed = &mut setting.duties[0].leads[0].filed;
    let mut readings = Vec::new();
    for old in filed.iter().filter(|old| old.month == at.month) {
        let kept = old.readings.iter().copied();
        readings.extend(kept.filter(|&old| !gives_way(old, said)));
    }
    filed.retain(|old| old.month != at.month);
    readings.push(said);
    filed.push(Filed {
        month: at.month,
        submitted: at.known_by.map(|day| day.min(at.month.day(crate::support::REPORT_DAY))),
        readings,
        on: None,
    });
    setting
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn an_assumed_figure_counts_as_if_it_had_been_reported(
        setting in any_setting(),
        offset in 0..LENGTH,
        percent in any_percent(),
        pick in 0..100_usize,
        known_by in option::of(0..60_u64),
    ) {
        let month = nth(offset);
        let known_by = known_by.map(|days| month.first_day() + Days::new(days));
        let at = AsOf { month, known_by };
        let said = any_reading(&setting.duties[0], percent, pick);
        // Another entry of that month that is only known later, or too late, would come in time with a report of today.
        let mut filed = setting.duties[0].leads[0].filed.iter().filter(|filed| filed.month == month);
        let in_time = month.day(crate::support::REPORT_DAY);
        prop_assume!(filed.all(|filed| known_by.is_none() && filed.submitted.is_none_or(|day| day <= in_time)));
        let plain = setting.workspace();
        let assumption = Assumption { share: ShareIx(0), reading: said, detail: None };
        let assumed = plain.clone().assuming(assumption, at);
        let reported = with(&setting, at, said).workspace();
        let (before, supposed, real) =
            (assess(&plain, at), assess(&assumed, at), assess(&reported, at));

        prop_assert_eq!(&supposed.filing, &before.filing);
        prop_assert_eq!(assumed.assumed().count(), 1);
        let verdict = supposed.shares[0].verdict();
        prop_assert!(verdict.flags.assumed);
        let unmarked = Gist {
            flags: Flags { assumed: false, ..verdict.flags },
            ..Gist::of(verdict)
        };
        prop_assert_eq!(unmarked, Gist::of(real.shares[0].verdict()));
        prop_assert_eq!(&supposed.shares[0].outlook, &real.shares[0].outlook);
        prop_assert_eq!(&supposed.shares[0].relief, &real.shares[0].relief);
        prop_assert_eq!(supposed.shares[0].change, real.shares[0].change);
        // The months before, and every other share, are what they were.
        let earlier = |share: &shangdang::assess::ShareAssessment| -> Vec<Gist> {
            let months = share.history().len() - 1;
            share.history()[..months].iter().map(Gist::of).collect()
        };
        prop_assert_eq!(earlier(&supposed.shares[0]), earlier(&before.shares[0]));
        prop_assert_eq!(&supposed.shares[1..], &before.shares[1..]);
    }
}

/// The entry that is assumed stands in the place of the one that is there: it is not lower than itself.
#[test]
fn an_assumed_figure_does_not_fall_from_the_one_it_replaces() {
    let sketch = super::Sketch {
        shape: shangdang::model::Shape::Step,
        points: vec![(6, None, 10_000)],
        reports: vec![(2, 3_000), (3, 5_000)],
    };
    let at = AsOf::close_of(nth(3));
    let is_regressed = |percent| {
        let said = Assumption { share: ShareIx(0), reading: reading(percent), detail: None };
        let assumed = sketch.setting(super::start()).workspace().assuming(said, at);
        assess(&assumed, at).shares[0].verdict().flags.regressed
    };
    assert!(!is_regressed(4_000), "4000 is more than the month before");
    assert!(is_regressed(2_000));
}
