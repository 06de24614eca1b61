//! Items without a curve: recurring ones, indicators, standing duties and what nobody has scheduled.

use std::collections::BTreeMap;

use proptest::collection::btree_set;
use proptest::prelude::*;
use shangdang::assess::{Bucket, Reasoning, Verdict};
use shangdang::model::{
    Compare, Every, Figure, Indicator, Lag, Moment, Month, Ratio, Reading, Recurring, Schedule, State, Target,
};

use super::{LENGTH, any_as_of, indicator_duty, nth, recurring_duty, start, unplanned_duty};
use crate::support::{Duty, FOLLOWED, Filed, Lead, Setting, config, figure, month};

fn verdict(schedule: Schedule, lead: &Lead, as_of: Month) -> Verdict {
    let duty = Duty { schedule, key: true, leads: vec![lead.clone()] };
    let share = Setting::new(start(), nth(LENGTH - 1), vec![duty]).first_share(as_of);
    share.verdict().clone()
}

/// The readings up to a month, oldest first, with their months.
fn readings(lead: &Lead, as_of: Month) -> Vec<(Month, Reading)> {
    let counted = lead.filed.iter().filter(|filed| filed.month <= as_of);
    counted.flat_map(|filed| filed.readings.iter().map(|&reading| (filed.month, reading))).collect()
}

/// Months from the one after `last`, or from the start of the plan, in which a report is expected: behind the end of it
/// only of who is behind.
fn months_after(last: Option<Month>, as_of: Month, is_behind: bool) -> impl Iterator<Item = Month> {
    (0..if is_behind { LENGTH + FOLLOWED } else { LENGTH })
        .map(nth)
        .filter(move |&month| Some(month) > last && month <= as_of)
}

fn count(number: usize) -> Ratio {
    Ratio::whole(i128::try_from(number).expect("few"))
}

proptest! {
    #![proptest_config(config())]

    /// Arrears run from the first occurrence open after the latest one done; what was skipped before is missed and
    /// no longer ages.
    #[test]
    fn recurring_items_are_in_arrears_since_the_first_open_occurrence(
        (recurring, leads) in recurring_duty(), as_of in any_as_of(),
    ) {
        let dues: Vec<Month> = recurring.occurrences().iter().map(|occurrence| occurrence.due).collect();
        let verdict = verdict(Schedule::Recurring(recurring), &leads[0], as_of);

        let mut marks = BTreeMap::new();
        for (_, reading) in readings(&leads[0], as_of) {
            if let Reading::Occurrence { due, done } = reading {
                marks.insert(due, done);
            }
        }
        let is_done = |due: &Month| marks.get(due) == Some(&true);
        let done: Vec<Month> = dues.iter().copied().filter(is_done).collect();
        let latest = done.last().copied();
        let open = dues.iter().copied().find(|&due| Some(due) > latest);
        let lag = open.map_or(0, |due| as_of.since(due).max(0));
        let skipped = dues.iter().filter(|&due| Some(*due) < latest && !is_done(due)).count();
        let filed = leads[0].filed.iter().map(|filed| filed.month).filter(|&month| month <= as_of);
        let unfiled = months_after(filed.max(), as_of, open.is_some()).count();

        prop_assert_eq!(verdict.lag.map(Lag::months), Some(Ratio::whole(lag.into())));
        prop_assert_eq!(verdict.flags.missed as usize, skipped);
        prop_assert_eq!(verdict.flags.complete, open.is_none() && skipped == 0);
        prop_assert_eq!(verdict.flags.due_unmet, open == Some(as_of));
        prop_assert_eq!(verdict.actual, Some(count(done.len())));
        let due_by_now = dues.iter().filter(|&&due| due <= as_of).count();
        prop_assert_eq!(verdict.required, Some(count(due_by_now)));
        // Whatever this month's report says of it, be it of an earlier occurrence, makes it more than presumed.
        let is_said = leads[0].filed.iter().any(|filed| filed.month == as_of && !filed.readings.is_empty());
        prop_assert_eq!(verdict.presumed, lag >= 1 && !is_said);
        let unreported = if open.is_none() { 0 } else { unfiled };
        prop_assert_eq!(verdict.flags.unreported as usize, unreported);
        let at = |month: Month| dues.iter().position(|&due| due == month);
        let reasoning = Reasoning::Recurring {
            latest_done: latest.and_then(at),
            next: open.and_then(at),
            reached: 0,
        };
        prop_assert_eq!(verdict.reasoning, reasoning);
    }

    /// Each named month closes the period that opened when the one before had closed.
    #[test]
    fn named_months_share_out_the_plan(offsets in btree_set(0..LENGTH, 1..6)) {
        let dues: Vec<Month> = offsets.into_iter().map(nth).collect();
        let recurring = Recurring::months(&dues, start());
        for month in start().through(nth(LENGTH)) {
            let next = dues.iter().copied().find(|&due| due >= month);
            prop_assert_eq!(recurring.holding(month).map(|occurrence| occurrence.due), next);
        }
        let opened = recurring.occurrences().iter().map(|occurrence| occurrence.from);
        let closed = dues.iter().map(|due| due.plus(1));
        prop_assert!(opened.eq(std::iter::once(start()).chain(closed).take(dues.len())));
    }

    /// Failing counts from the first failing reading of the present run, but not from before the due moment; where the
    /// target was never met, from the due moment on. A relapse starts a new clock.
    #[test]
    fn an_indicator_fails_since_its_present_run_began(
        (indicator, leads) in indicator_duty(), as_of in any_as_of(),
    ) {
        let (due, compare) = (indicator.due().at(), indicator.compare);
        let verdict = verdict(Schedule::Indicator(indicator), &leads[0], as_of);

        let readings = readings(&leads[0], as_of);
        let mut failing_since = None;
        let mut newest = None;
        let mut has_met = false;
        for &(month, reading) in &readings {
            let Reading::Value(value) = reading else { continue };
            has_met |= meets(compare, value);
            failing_since = if meets(compare, value) { None } else { failing_since.or(Some(month)) };
            newest = Some((month, value));
        }
        let counts_from = match (newest, failing_since) {
            (None, _) => Some(due),
            (Some(_), None) => None,
            (Some(_), Some(_)) if !has_met => Some(due),
            (Some(_), Some(month)) => Some(month.close().max(due)),
        };
        let lag = counts_from.map_or(Ratio::ZERO, |from| (as_of.close() - from).max(Ratio::ZERO));
        let has_fallen_due = as_of.close() >= due;
        let silent = months_after(newest.map(|newest| newest.0), as_of, counts_from.is_some()).count();
        // Before the due moment a reading is information, and none is missed.
        let unreported = if has_fallen_due { silent } else { 0 };

        prop_assert_eq!(verdict.required.is_some(), has_fallen_due);
        prop_assert_eq!(verdict.counts_from, counts_from);
        prop_assert_eq!(verdict.lag.map(Lag::months), Some(lag));
        let is_limit = matches!(compare, Compare::AtMost | Compare::Below);
        let is_settled = !is_limit || as_of >= nth(LENGTH - 1);
        prop_assert_eq!(verdict.flags.complete, has_fallen_due && is_settled && counts_from.is_none());
        prop_assert_eq!(verdict.flags.due_unmet, counts_from == Some(as_of.close()));
        prop_assert_eq!(verdict.actual, newest.map(|newest| newest.1.ratio()));
        prop_assert_eq!(verdict.flags.unreported as usize, unreported);
        prop_assert_eq!(verdict.presumed, lag >= Ratio::whole(1) && unreported > 0);
    }

    /// Nothing can lag without a schedule, but months without a word are counted, in season only.
    #[test]
    fn silence_on_a_duty_without_deadline_is_counted(
        (schedule, leads) in unplanned_duty(), as_of in any_as_of(),
    ) {
        let verdict = verdict(schedule.clone(), &leads[0], as_of);
        let newest = readings(&leads[0], as_of).last().copied();
        let silent = months_after(newest.map(|newest| newest.0), as_of, false)
            .filter(|&month| match &schedule {
                Schedule::Standing { season: Some(season) } => season.touches(month),
                _ => true,
            });
        let reading = newest.map(|newest| newest.1);
        let complete = reading == Some(super::reading(10_000));
        let bucket = match (&schedule, complete) {
            (Schedule::Standing { .. }, _) => Bucket::Standing,
            (_, true) => Bucket::Complete,
            (_, false) => Bucket::Unscheduled,
        };
        let unreported = if complete { 0 } else { silent.count() };
        prop_assert_eq!(verdict.flags.unreported as usize, unreported);
        prop_assert_eq!((verdict.lag, verdict.tier, verdict.presumed), (None, None, false));
        prop_assert_eq!(verdict.bucket, bucket);
        prop_assert_eq!(verdict.flags.problem, reading == Some(Reading::State(State::Problem)));
    }
}

/// The drawn readings lie at the target of 90, a hundredth below and a hundredth above.
fn meets(compare: Compare, value: Figure) -> bool {
    let passing: &[&str] = match compare {
        Compare::AtLeast => &["90", "90.01"],
        Compare::AtMost => &["90", "89.99"],
        Compare::Below => &["89.99"],
        Compare::Above => &["90.01"],
        Compare::Between | Compare::NoWorseThan => unreachable!("none of them is drawn"),
    };
    passing.contains(&value.to_string().as_str())
}

#[test]
fn periods_are_those_of_the_calendar() {
    let periods = |every| -> Vec<String> {
        let recurring = Recurring::every(every, month("2021-11"), month("2022-12"));
        let named = |month: &Month| month.to_string();
        let occurrences = recurring.occurrences().iter();
        occurrences.map(|one| format!("{}..{}", named(&one.from), named(&one.due))).collect()
    };
    assert_eq!(periods(Every::Year), ["2021-01..2021-12", "2022-01..2022-12"]);
    assert_eq!(periods(Every::HalfYear), ["2021-07..2021-12", "2022-01..2022-06", "2022-07..2022-12"]);
    assert_eq!(
        periods(Every::Quarter),
        ["2021-10..2021-12", "2022-01..2022-03", "2022-04..2022-06", "2022-07..2022-09", "2022-10..2022-12"]
    );
    assert_eq!(periods(Every::Month).len(), 14);
    assert_eq!(periods(Every::Month)[0], "2021-11..2021-11");
}

/// A unit that was silent since the due moment and then files its first reading, a failing one, stands no better than
/// by staying silent: only a relapse starts a new clock.
#[test]
fn a_first_reading_that_fails_does_not_start_a_new_clock() {
    let target = Target::new(Moment::Close(nth(3)), figure("90"));
    let indicator = Indicator::new(Compare::AtLeast, vec![target], "");
    let lag = |filed| {
        let lead = Lead { amount: None, filed };
        verdict(Schedule::Indicator(indicator.clone()), &lead, nth(5)).lag.map(Lag::months)
    };
    assert_eq!(lag(Vec::new()), Some(Ratio::whole(2)));
    let failing = Filed::new(nth(5), Reading::Value(figure("85")));
    assert_eq!(lag(vec![failing]), Some(Ratio::whole(2)));
}
