//! One month after another, and many shares together.

use proptest::prelude::*;
use shangdang::assess::{self, AsOf, Bucket, Change, Reasoning, Rollup, ShareAssessment, Tally};
use shangdang::model::{Lag, Month, Ratio, Schedule, Tier};

use super::{LENGTH, any_as_of, any_setting, nth, sketch, start, with_reports_up_to};
use crate::support::{Setting, config};

fn assess(setting: &Setting, month: Month) -> Vec<ShareAssessment> {
    assess::assess(&setting.workspace(), AsOf::close_of(month)).shares
}

proptest! {
    #![proptest_config(config())]

    /// The history is what was or would have been found at the close of each month.
    #[test]
    fn every_month_of_the_history_stands_as_it_was_found(setting in any_setting(), as_of in 0..LENGTH) {
        let now = assess(&setting, nth(as_of)).swap_remove(0);
        let mut row = (0, 0);
        let mut before = None;
        prop_assert_eq!(now.history().len(), usize::try_from(as_of + 1).expect("a month of the plan"));
        for (month, verdict) in start().through(nth(as_of)).zip(now.history()) {
            let then = assess(&setting, month).swap_remove(0);
            prop_assert_eq!(then.verdict(), verdict);
            prop_assert_eq!(verdict.month, month);
            let (in_a_row, this_year) = row;
            let this_year = if month.number() == 1 { 0 } else { this_year };
            row = match verdict.tier {
                Some(_) => (in_a_row + 1, this_year + 1),
                None => (0, this_year),
            };
            prop_assert_eq!((then.consecutive, then.times), row);
            prop_assert_eq!(then.change, change(before, verdict.tier));
            before = verdict.tier;
        }
    }

    #[test]
    fn the_bucket_follows_from_lag_and_completion(setting in any_setting(), as_of in any_as_of()) {
        let workspace = setting.workspace();
        for share in assess(&setting, as_of) {
            let item = workspace.item(workspace.share(share.share).item);
            let verdict = share.verdict();
            let whole = verdict.lag.map(Lag::whole_months);
            let expected = match (&item.schedule, whole) {
                (Schedule::Standing { .. }, _) => Bucket::Standing,
                _ if verdict.flags.complete => Bucket::Complete,
                (_, None) => Bucket::Unscheduled,
                (_, Some(0)) if verdict.lag == Some(Lag::NONE) && !verdict.flags.due_unmet => {
                    Bucket::OnTrack
                }
                (_, Some(0)) => Bucket::Behind,
                (_, Some(1)) => Bucket::Lag1,
                (_, Some(2)) => Bucket::Lag2,
                (_, Some(_)) => Bucket::Lag3,
            };
            prop_assert_eq!(verdict.bucket, expected);
            let lags = verdict.lag.is_some_and(Lag::is_some);
            prop_assert_eq!(verdict.since().is_some(), lags);
        }
    }

    /// Items that are not key are tracked like the others and never escalated.
    #[test]
    fn only_key_items_have_tiers(setting in any_setting(), as_of in any_as_of()) {
        let with_key = |key| {
            let mut setting = setting.clone();
            setting.duties.iter_mut().for_each(|duty| duty.key = key);
            assess(&setting, as_of)
        };
        for (key, other) in with_key(true).iter().zip(&with_key(false)) {
            let (verdict, tracked) = (key.verdict(), other.verdict());
            prop_assert_eq!((tracked.lag, tracked.bucket), (verdict.lag, verdict.bucket));
            prop_assert_eq!((tracked.tier, tracked.presumed), (None, false));
            prop_assert_eq!((&other.outlook, &other.relief), (&None, &None));
        }
    }

    #[test]
    fn shares_taken_together_add_up(setting in any_setting(), as_of in any_as_of()) {
        let shares = assess(&setting, as_of);
        let tally = Tally::of(&shares);
        prop_assert_eq!(tally.total(), shares.len());
        prop_assert!(tally.iter().map(|(bucket, _)| bucket).eq(Bucket::ALL.map(|(bucket, _)| bucket)));
        let verdicts = || shares.iter().map(ShareAssessment::verdict);
        for (bucket, count) in tally.iter() {
            let in_bucket = verdicts().filter(|verdict| verdict.bucket == bucket);
            prop_assert_eq!(count, in_bucket.count());
        }

        let rollup = Rollup::of(shares.iter());
        prop_assert_eq!(rollup.tally, tally);
        let tiers: Vec<Option<Tier>> = verdicts().map(|verdict| verdict.tier).collect();
        prop_assert!(tiers.contains(&rollup.worst) && tiers.iter().all(|&tier| tier <= rollup.worst));
        let lags: Vec<Option<Lag>> = verdicts().map(|verdict| verdict.lag).collect();
        prop_assert!(lags.contains(&rollup.longest) && lags.iter().all(|&lag| lag <= rollup.longest));
        let progress: Vec<Ratio> = verdicts().filter_map(|verdict| match verdict.reasoning {
            Reasoning::Curve { actual, .. } => Some(actual.min(Ratio::HUNDRED)),
            _ => None,
        }).collect();
        match rollup.progress {
            None => prop_assert!(progress.is_empty()),
            Some(shown) => {
                let sum = progress.iter().fold(Ratio::ZERO, |sum, &one| sum + one);
                let count = i128::try_from(progress.len()).expect("few");
                let mean = sum / Ratio::whole(count);
                // Each share is rounded to a millionth before they are added up; the mean is cut to hundredths.
                let slack = Ratio::new(1, 1_000_000);
                prop_assert!(shown <= mean + slack, "{shown} of {mean}");
                prop_assert!(mean - shown < Ratio::new(1, 100) + slack, "{shown} of {mean}");
            }
        }
    }

    /// Rounding on the way is for thirds; what can be written in hundredths is shown as it is.
    #[test]
    fn progress_of_one_share_is_its_figure(percent in super::any_percent()) {
        let sketch = super::Sketch {
            shape: shangdang::model::Shape::Step,
            points: vec![(2, None, 10_000)],
            reports: vec![(0, percent)],
        };
        let share = sketch.setting(start()).first_share(nth(1));
        let progress = Rollup::of(std::iter::once(&share)).progress;
        prop_assert_eq!(progress, Some(Ratio::new(percent.into(), 100)));
    }

    /// Frozen: months go by and the delay of what was finished stays.
    #[test]
    fn a_finish_delay_is_frozen(sketch in sketch(true), finished in 1..LENGTH, later in 0..6_i32) {
        let mut sketch = sketch;
        sketch.reports.retain(|report| report.0 < finished && report.1 < 10_000);
        sketch.reports.push((finished, 10_000));
        let setting = with_reports_up_to(&sketch.setting(start()), nth(finished));
        let delay = setting.first_share(nth(finished + later)).finish_delay();
        prop_assert_eq!(delay, sketch.delay(nth(finished)));
        prop_assert_eq!(setting.first_share(nth(finished - 1)).finish_delay(), None);
    }
}

fn change(before: Option<Tier>, now: Option<Tier>) -> Option<Change> {
    let rank = |tier: Option<Tier>| tier.map_or(0, |Tier(position)| position + 1);
    match (rank(before), rank(now)) {
        (0, 0) => None,
        (0, _) => Some(Change::New),
        (_, 0) => Some(Change::Lifted),
        (before, now) if before < now => Some(Change::Raised),
        (before, now) if before > now => Some(Change::Lowered),
        _ => Some(Change::Held),
    }
}
