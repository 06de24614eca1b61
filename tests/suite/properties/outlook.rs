//! What follows if nothing changes, and the least that avoids it.

use proptest::prelude::*;
use shangdang::assess::{Dues, Needs, Reasoning, Relief, ShareAssessment, Verdict};
use shangdang::model::{
    Compare, Figure, Indicator, Measure, Moment, Month, Ratio, Reading, Schedule, Shape, Target, Tier,
};

use super::{LENGTH, any_as_of, any_duty, any_setting, nth, start, with_reports_up_to};
use crate::support::{Duty, Filed, Setting, config, curve, figure, hundredths};

prop_compose! {
    /// A key item with one lead, whatever it is held against.
    pub(super) fn key_duty()(mut duty in any_duty()) -> Duty {
        duty.leads.truncate(1);
        Duty { key: true, ..duty }
    }
}

/// The setting with what has been filed by a month, and the first share at it.
pub(super) fn stand(duty: &Duty, as_of: Month) -> (Setting, ShareAssessment) {
    let setting = Setting::new(start(), nth(LENGTH - 1), vec![duty.clone()]);
    let setting = with_reports_up_to(&setting, as_of);
    let share = setting.first_share(as_of);
    (setting, share)
}

pub(super) fn tier_with(setting: &Setting, month: Month, reading: Reading) -> Option<Tier> {
    verdict_with(setting, month, reading).tier
}

fn verdict_with(setting: &Setting, month: Month, reading: Reading) -> Verdict {
    let mut setting = setting.clone();
    setting.duties[0].leads[0].filed.push(Filed::new(month, reading));
    setting.first_share(month).verdict().clone()
}

/// What is just enough, and what falls short of it by the least that can be reported.
pub(super) fn enough_and_short(duty: &Duty, share: &ShareAssessment, needs: &Needs) -> (Reading, Option<Reading>) {
    match (&duty.schedule, needs) {
        (Schedule::Curve(_), Needs::Figure(least)) => {
            let workspace = Setting::new(start(), nth(LENGTH - 1), vec![duty.clone()]).workspace();
            let is_counted = duty.leads[0].amount.is_some();
            let said = |figure| if is_counted { Reading::Done(figure) } else { Reading::Percent(figure) };
            let step = Ratio::new(1, Measure::of(&workspace.items[0]).steps());
            let short = Figure::exactly(*least - step).filter(|&short| short >= Figure::ZERO);
            (said(Figure::exactly(*least).expect("it can be written")), short.map(said))
        }
        (Schedule::Recurring(recurring), Needs::Occurrences(Dues { from, until, count: 1, .. })) if from == until => {
            let done = |due| Reading::Occurrence { due, done: true };
            let latest = match share.verdict().reasoning {
                Reasoning::Recurring { latest_done, .. } => latest_done,
                _ => None,
            };
            let open = &recurring.occurrences()[latest.map_or(0, |latest| latest + 1)..];
            let before = open.iter().rfind(|occurrence| occurrence.due < *until);
            (done(*until), before.map(|occurrence| done(occurrence.due)))
        }
        (Schedule::Indicator(indicator), Needs::Target(target)) => {
            let values = [8999, 9000, 9001].map(hundredths);
            let met = values.into_iter().find(|&value| target.is_met_by(indicator.compare, value));
            let failing = values.into_iter().find(|&value| !target.is_met_by(indicator.compare, value));
            (Reading::Value(met.expect("some value meets it")), failing.map(Reading::Value))
        }
        (schedule, needs) => panic!("{needs:?} does not fit {schedule:?}"),
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_next_tier_comes_in_its_month_and_not_before(setting in any_setting(), as_of in any_as_of()) {
        let setting = with_reports_up_to(&setting, as_of);
        let share = setting.first_share(as_of);
        let now = share.verdict().tier;
        let tier_in = |month| setting.first_share(month).verdict().tier;
        if let Some(outlook) = share.outlook {
            prop_assert!(outlook.month > as_of);
            prop_assert!(Some(outlook.tier) > now);
            prop_assert_eq!(tier_in(outlook.month), Some(outlook.tier));
            prop_assert_eq!(tier_in(outlook.month.plus(-1)), now);
        } else {
            prop_assert_eq!(tier_in(as_of.plus(40)), now);
        }
    }

    #[test]
    fn what_is_needed_is_enough_and_not_more(duty in key_duty(), as_of in any_as_of()) {
        let (setting, share) = stand(&duty, as_of);
        if let Some(outlook) = &share.outlook {
            let needs = outlook.needs.clone().expect("a report can avoid it");
            let (enough, short) = enough_and_short(&duty, &share, &needs);
            prop_assert!(tier_with(&setting, outlook.month, enough) < Some(outlook.tier));
            if let Some(short) = short {
                prop_assert!(tier_with(&setting, outlook.month, short) >= Some(outlook.tier));
            }
        }
    }

    #[test]
    fn relief_is_enough_for_no_tier_and_not_more(duty in key_duty(), as_of in any_as_of()) {
        let (setting, share) = stand(&duty, as_of);
        prop_assert_eq!(share.relief.is_some(), share.verdict().tier.is_some());
        // No change was approved.
        prop_assert_ne!(&share.relief, &Some(Relief::Approved));
        if let Some(Relief::Reported(needs)) = &share.relief {
            let (enough, short) = enough_and_short(&duty, &share, needs);
            let relieved = verdict_with(&setting, as_of.plus(1), enough);
            prop_assert_eq!(relieved.tier, None);
            if let Needs::Occurrences(Dues { skipped, .. }) = needs {
                let missed = relieved.flags.missed - share.verdict().flags.missed;
                prop_assert_eq!(usize::try_from(missed), Ok(*skipped), "what is left out is missed for good");
            }
            if let Some(short) = short {
                prop_assert!(tier_with(&setting, as_of.plus(1), short).is_some());
            }
        }
    }
}

/// Villages stay whole; what comes in parts is asked for as finely as it can be reported.
#[test]
fn needs_are_the_least_that_can_be_reported() {
    let schedule = Schedule::Curve(
        curve(Shape::Linear, [(Moment::Close(nth(0)), Ratio::ZERO), (Moment::Close(nth(3)), Ratio::HUNDRED)])
            .expect("a curve"),
    );
    let needs = |total: &str, done: &str| {
        let filed = vec![Filed::new(nth(1), Reading::Done(figure(done)))];
        let total = Some(figure(total));
        let (_, share) = stand(&Duty::new(schedule.clone(), total, filed), nth(1));
        share.outlook.expect("a warning is ahead").needs
    };
    let least = |written: &str| Some(Needs::Figure(figure(written).ratio()));
    // A third of the total was due a month before the close that counts; just that much is late by a whole month.
    assert_eq!(needs("10", "3"), least("4"));
    assert_eq!(needs("12", "3"), least("5"));
    assert_eq!(needs("10.5", "3"), least("3.5001"));
    assert_eq!(needs("10.4", "3.25"), least("3.4667"));
}

/// A target that no figure can pass: nothing is asked for, and the tier is foreseen all the same.
#[test]
fn nothing_is_asked_for_that_cannot_be_reported() {
    let most = Figure::whole(Figure::LIMIT).plus(figure("0.9999"));
    let target = Target::new(Moment::Close(nth(3)), most);
    let indicator = Indicator::new(Compare::Above, vec![target], "");
    let (_, share) = stand(&Duty::new(Schedule::Indicator(indicator), None, Vec::new()), nth(4));
    let outlook = share.outlook.expect("criticism is ahead");
    assert_eq!((outlook.month, outlook.needs), (nth(5), None));
    assert_eq!((share.relief, share.asked_next), (None, None));
}
