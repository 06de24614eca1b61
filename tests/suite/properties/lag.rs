//! Lag against a curve.

use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use shangdang::assess::{Bucket, ShareAssessment, lag_behind};
use shangdang::model::{
    Curve, CurveFault, Figure, Ladder, LadderFault, Lag, Moment, Month, NoticeKind, Ratio, Reading, Rung, Schedule,
    Shape, Threshold,
};

use super::{Gist, LENGTH, Sketch, any_as_of, any_curve, any_percent, nth, sketch, start, with_reports_up_to};
use crate::support::{Duty, Filed, Setting, config, curve, figure, hundredths, moment};

fn lag(curve: &Curve, percent: u32, month: Month) -> Ratio {
    lag_behind(curve, hundredths(percent).ratio(), month).months()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn more_progress_never_lengthens_it(
        sketch in sketch(true), less in any_percent(), more in any_percent(), as_of in any_as_of(),
    ) {
        let (less, more) = (less.min(more), less.max(more));
        let verdict = |percent| {
            let mut setting = sketch.setting(start());
            let filed = &mut setting.duties[0].leads[0].filed;
            filed.retain(|filed| filed.month < as_of);
            filed.push(Filed::new(as_of, super::reading(percent)));
            setting.first_share(as_of).verdict().clone()
        };
        let (less, more) = (verdict(less), verdict(more));
        prop_assert!(more.lag <= less.lag);
        prop_assert!(more.tier <= less.tier);
    }

    #[test]
    fn a_month_adds_at_most_a_month(
        curve in any_curve(), percent in any_percent(), as_of in any_as_of(),
    ) {
        let added = lag(&curve, percent, as_of.plus(1)) - lag(&curve, percent, as_of);
        prop_assert!(Ratio::ZERO <= added && added <= Ratio::whole(1), "{added}");
    }

    #[test]
    fn a_point_already_implied_changes_nothing(
        curve in any_curve(),
        (offset, day) in (0..LENGTH, prop::option::of(1..=31_u32)),
        percent in any_percent(),
        as_of in any_as_of(),
    ) {
        let by = day.map_or(Moment::Close(nth(offset)), |day| Moment::Day(nth(offset).day(day)));
        let first = curve.points()[0];
        let is_ahead_of_a_jump =
            curve.shape() == Shape::Linear && by.at() < first.by.at() && first.level > Ratio::ZERO;
        let is_taken = curve.points().iter().any(|point| point.by.at() == by.at());
        if is_taken || is_ahead_of_a_jump {
            return Ok(());
        }

        let level = curve.required_at(by.at());
        let mut points: Vec<_> = curve.points().iter().map(|point| (point.by, point.level)).collect();
        points.push((by, level));
        points.sort_by_key(|(by, _)| by.at());
        let longer = crate::support::curve(curve.shape(), points).expect("a curve");
        for actual in [level, hundredths(percent).ratio()] {
            prop_assert_eq!(lag_behind(&longer, actual, as_of), lag_behind(&curve, actual, as_of));
        }
        prop_assert_eq!(longer.required_at(as_of.close()), curve.required_at(as_of.close()));
    }

    /// Plans with dates move by four years, so that months keep their lengths; the others by any number of months.
    #[test]
    fn shifting_every_month_changes_nothing(
        (days, sketch) in any::<bool>().prop_flat_map(|days| (Just(days), sketch(days))),
        months in -40..40_i32,
        as_of in 0..LENGTH + 4,
    ) {
        let months = if days { months.signum() * 48 } else { months };
        let here = sketch.setting(start()).first_share(nth(as_of));
        let there = sketch.setting(nth(months)).first_share(nth(months + as_of));
        let gists = |share: &ShareAssessment| -> Vec<Gist> {
            share.history().iter().map(Gist::of).collect()
        };
        prop_assert_eq!(gists(&here), gists(&there));
        prop_assert_eq!(here.consecutive, there.consecutive);
        prop_assert_eq!(here.change, there.change);
        prop_assert_eq!(here.finish_delay(), there.finish_delay());
        prop_assert_eq!(here.relief, there.relief);
        prop_assert_eq!(
            here.outlook.map(|outlook| (outlook.tier, outlook.month.plus(months), outlook.needs)),
            there.outlook.map(|outlook| (outlook.tier, outlook.month, outlook.needs))
        );
    }

    #[test]
    fn raising_the_plan_never_shortens_it(
        lower in sketch(true),
        mut levels in vec(any_percent(), 6),
        percent in any_percent(),
        as_of in any_as_of(),
    ) {
        levels.sort_unstable();
        let mut higher = lower.clone();
        for (point, level) in higher.points.iter_mut().zip(levels) {
            point.2 = point.2.max(level);
        }
        let lag = |sketch: &Sketch| lag(&sketch.curve(start()), percent, as_of);
        prop_assert!(lag(&higher) >= lag(&lower));
    }

    #[test]
    fn an_earlier_plan_never_shortens_it(
        sketch in sketch(false), months in 0..4_i32, percent in any_percent(), as_of in any_as_of(),
    ) {
        let earlier = lag(&sketch.curve(nth(-months)), percent, as_of);
        prop_assert!(earlier >= lag(&sketch.curve(start()), percent, as_of));
    }

    #[test]
    fn steps_with_deadlines_at_closes_give_whole_months(
        sketch in sketch(false), percent in any_percent(), as_of in any_as_of(),
    ) {
        let curve = Sketch { shape: Shape::Step, ..sketch }.curve(start());
        prop_assert!(lag(&curve, percent, as_of).is_whole());
    }

    #[test]
    fn what_is_complete_lags_no_more(sketch in sketch(true), as_of in any_as_of()) {
        let mut setting = sketch.setting(start());
        let filed = &mut setting.duties[0].leads[0].filed;
        filed.retain(|filed| filed.month < as_of);
        filed.push(Filed::new(as_of, super::reading(10_000)));
        let share = setting.first_share(as_of);
        let verdict = share.verdict();
        prop_assert!(verdict.flags.complete);
        prop_assert_eq!(verdict.lag, Some(Lag::NONE));
        prop_assert_eq!(verdict.bucket, Bucket::Complete);
        prop_assert_eq!((verdict.tier, &share.outlook, &share.relief), (None, &None, &None));
        let before = share.before().is_some_and(|before| before.flags.complete);
        prop_assert!(before || share.finish_delay() == sketch.delay(as_of));
    }

    /// The bound itself counts, on the exact fraction.
    #[test]
    fn the_tier_is_the_highest_rung_reached(
        sketch in sketch(true), rungs in btree_set((0..9_u32, any::<bool>()), 1..5), as_of in any_as_of(),
    ) {
        let mut setting = sketch.setting(start());
        let threshold = |&(months, is_exclusive): &_| Threshold { months, is_exclusive };
        setting.rungs = rungs.iter().map(threshold).collect();
        let share = setting.first_share(as_of);
        let verdict = share.verdict();
        let lag = verdict.lag.expect("a curve can be lagged behind").months();
        let is_short = verdict.required > Some(verdict.actual.unwrap_or(Ratio::ZERO));
        let reached = rungs.iter().filter(|&&rung| match rung {
            (0, false) => is_short,
            (months, true) => lag > Ratio::whole(months.into()),
            (months, false) => lag >= Ratio::whole(months.into()),
        });
        prop_assert_eq!(verdict.tier.map(|tier| tier.0), reached.count().checked_sub(1));
    }

    /// Fallen due at this very close: nothing lags yet, a month later a month does.
    #[test]
    fn what_falls_due_at_the_close_lags_a_month_later(sketch in sketch(true), as_of in any_as_of()) {
        let setting = with_reports_up_to(&sketch.setting(start()), as_of);
        let share = setting.first_share(as_of);
        let verdict = share.verdict();
        let is_short = verdict.required > Some(verdict.actual.unwrap_or(Ratio::ZERO));
        let lags = verdict.lag.is_some_and(Lag::is_some);
        prop_assert_eq!(verdict.flags.due_unmet, is_short && !lags);
        if verdict.flags.due_unmet {
            prop_assert_eq!(verdict.bucket, Bucket::Behind);
            prop_assert_eq!(verdict.tier, None);
            let later = setting.first_share(as_of.plus(1));
            prop_assert_eq!(later.verdict().lag.map(Lag::months), Some(Ratio::whole(1)));
        }
    }

    #[test]
    fn amounts_lag_like_their_percents(
        sketch in sketch(true), quarters in prop::collection::btree_map(0..LENGTH, 0..=8_u32, 0..5), as_of in any_as_of(),
    ) {
        let setting = |amount: Option<&str>, one: u32| {
            let filed = quarters.iter().map(|(&offset, &count)| {
                let figure = hundredths(count * one);
                let reading = if amount.is_some() { Reading::Done(figure) } else { Reading::Percent(figure) };
                Filed::new(nth(offset), reading)
            });
            let schedule = Schedule::Curve(sketch.curve(start()));
            let duty = Duty::new(schedule, amount.map(figure), filed.collect());
            Setting::new(start(), nth(LENGTH), vec![duty])
        };
        let counted = setting(Some("6"), 75).first_share(as_of);
        let estimated = setting(None, 1250).first_share(as_of);
        for (counted, estimated) in counted.history().iter().zip(estimated.history()) {
            prop_assert_eq!(counted.lag, estimated.lag);
            prop_assert_eq!(counted.tier, estimated.tier);
            prop_assert_eq!(counted.bucket, estimated.bucket);
            let percent = |amount: Ratio| amount / Ratio::whole(6) * Ratio::HUNDRED;
            prop_assert_eq!(counted.required.map(percent), estimated.required);
            prop_assert_eq!(counted.actual.map(percent), estimated.actual);
        }
    }
}

#[test]
fn more_than_the_total_is_complete_and_said() {
    let schedule = Schedule::Curve(curve(Shape::Step, [(Moment::Close(nth(3)), Ratio::HUNDRED)]).expect("a curve"));
    for (done, complete, over) in [("11.99", false, false), ("12", true, false), ("13", true, true)] {
        let filed = vec![Filed::new(nth(2), Reading::Done(figure(done)))];
        let duty = Duty::new(schedule.clone(), Some(figure("12")), filed);
        let setting = Setting::new(start(), nth(LENGTH), vec![duty]);
        let share = setting.first_share(nth(4));
        let flags = share.verdict().flags;
        assert_eq!((flags.complete, flags.over_total), (complete, over), "{done}");
    }
}

#[test]
fn what_is_no_curve_is_refused() {
    let made = |shape, points: &[(&str, u32)]| {
        let point = |&(by, level): &(&str, u32)| (moment(by), Figure::whole(level).ratio());
        curve(shape, points.iter().map(point)).err()
    };
    assert_eq!(made(Shape::Step, &[]), Some(CurveFault::TooFew));
    assert_eq!(made(Shape::Step, &[("2022-06", 100)]), None);
    assert_eq!(made(Shape::Linear, &[("2022-06", 100)]), Some(CurveFault::TooFew));
    // The last day of a month is its close.
    let twice = [("2022-05", 0), ("2022-06", 50), ("2022-06-30", 100)];
    assert_eq!(made(Shape::Step, &twice), Some(CurveFault::NotLater { at: 2 }));
    let falling = [("2022-05", 50), ("2022-06", 49)];
    assert_eq!(made(Shape::Linear, &falling), Some(CurveFault::Falls { at: 1 }));
    let level = [("2022-05", 50), ("2022-06-29", 50), ("2022-06", 50)];
    assert_eq!(made(Shape::Linear, &level), None);
}

/// The loader accepts amounts below 10^9 with four decimals; none of them may stop the program.
#[test]
fn the_largest_amounts_are_computed() {
    let total = figure("999999999.9971");
    let level = |amount: &str| figure(amount).ratio() / total.ratio() * Ratio::HUNDRED;
    let points = [(moment("2021-10-17"), level("123456789.0123")), (moment("2022-02-13"), level("987654321.9871"))];
    let schedule = Schedule::Curve(curve(Shape::Linear, points).expect("a curve"));
    let filed = vec![Filed::new(nth(5), Reading::Done(figure("333333331.7777")))];
    for part in ["999999999.9971", "499999999.9987"] {
        let duty = Duty::new(schedule.clone(), Some(figure(part)), filed.clone());
        let share = Setting::new(start(), nth(LENGTH), vec![duty]).first_share(nth(6));
        assert!(share.verdict().lag.is_some_and(Lag::is_some), "{part}");
    }
}

#[test]
fn what_is_no_ladder_is_refused() {
    let made = |rungs: &[Threshold], longest| {
        let rung = |&from: &Threshold| Rung {
            id: String::new(),
            name: String::new(),
            from,
            clause: String::new(),
            notice: NoticeKind::Warning,
        };
        Ladder::new(rungs.iter().map(rung).collect(), longest).err()
    };
    let (at, beyond) = (Threshold::at, Threshold::beyond);
    assert_eq!(made(&[at(1), at(2), at(3)], 3), None);
    assert_eq!(made(&[at(0), beyond(0), at(1), beyond(1), at(2), beyond(2)], 3), None);
    assert_eq!(made(&[at(1), at(2), at(2)], 3), Some(LadderFault::NotRising { at: 2 }));
    assert_eq!(made(&[beyond(1), at(1)], 3), Some(LadderFault::NotRising { at: 1 }));
    let never = LadderFault::NeverReached { at: 1, longest: 3 };
    assert_eq!(made(&[at(1), at(4)], 3), Some(never));
    assert_eq!(made(&[at(1), beyond(3)], 3), Some(never));
}
