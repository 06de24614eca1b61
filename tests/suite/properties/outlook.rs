//! What follows if nothing changes, and the least that avoids it.

use proptest::prelude::*;
use shangdang::assess::{Needs, Reasoning, ShareAssessment};
use shangdang::model::{Figure, Moment, Month, Ratio, Reading, Schedule, Shape, Tier};

use super::{LENGTH, any_as_of, any_duty, any_setting, nth, reading, start, with_reports_up_to};
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
    let mut setting = setting.clone();
    setting.duties[0].leads[0].filed.push(Filed::new(month, reading));
    setting.first_share(month).verdict().tier
}

/// What is just enough, and what falls short of it by the least that can be written.
pub(super) fn enough_and_short(duty: &Duty, share: &ShareAssessment, needs: Needs) -> (Reading, Option<Reading>) {
    match (&duty.schedule, needs) {
        (Schedule::Curve(_), Needs::Figure(least)) => {
            let counts_villages = duty.leads[0].amount.is_some();
            let written = |units| {
                if counts_villages { Reading::Done(Figure::whole(units)) } else { reading(units) }
            };
            let least = units(least, if counts_villages { 1 } else { 100 });
            (written(least), least.checked_sub(1).map(written))
        }
        (Schedule::Recurring(recurring), Needs::Occurrence(due)) => {
            let done = |due| Reading::Occurrence { due, done: true };
            let latest = match share.verdict().reasoning {
                Reasoning::Recurring { latest_done, .. } => latest_done,
                _ => None,
            };
            let open = &recurring.occurrences()[latest.map_or(0, |latest| latest + 1)..];
            let before = open.iter().rfind(|occurrence| occurrence.due < due);
            (done(due), before.map(|occurrence| done(occurrence.due)))
        }
        (Schedule::Indicator(indicator), Needs::Target) => {
            let values = [8999, 9000, 9001].map(hundredths);
            let met = values.into_iter().find(|&value| indicator.is_met_by(value));
            let failing = values.into_iter().find(|&value| !indicator.is_met_by(value));
            (Reading::Value(met.expect("some value meets it")), failing.map(Reading::Value))
        }
        (schedule, needs) => panic!("{needs:?} does not fit {schedule:?}"),
    }
}

/// A figure that can be written in `steps` to the unit.
fn units(figure: Ratio, steps: i128) -> u32 {
    let units = figure * Ratio::whole(steps);
    assert!(units.is_whole(), "{figure} cannot be written");
    u32::try_from(units.numerator()).expect("a figure is not negative")
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
            prop_assert_eq!(outlook.tier.0, now.map_or(0, |tier| tier.0 + 1));
            prop_assert_eq!(tier_in(outlook.month), Some(outlook.tier));
            prop_assert_eq!(tier_in(outlook.month.plus(-1)), now);
        } else {
            prop_assert_eq!(tier_in(as_of.plus(40)), now);
        }
    }

    #[test]
    fn what_is_needed_is_enough_and_not_more(duty in key_duty(), as_of in any_as_of()) {
        let (setting, share) = stand(&duty, as_of);
        if let Some(outlook) = share.outlook {
            let (enough, short) = enough_and_short(&duty, &share, outlook.needs);
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
        if let Some(needs) = share.relief {
            let (enough, short) = enough_and_short(&duty, &share, needs);
            prop_assert_eq!(tier_with(&setting, as_of.plus(1), enough), None);
            if let Some(short) = short {
                prop_assert!(tier_with(&setting, as_of.plus(1), short).is_some());
            }
        }
    }
}

/// Where the plan counts in tenths, a tenth more is enough; villages stay whole unless the unit reports parts.
#[test]
fn needs_are_written_as_finely_as_plan_and_unit_write() {
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
    // A third of the total was due a month before the close that counts.
    assert_eq!(needs("10", "3"), Needs::Figure(Ratio::whole(4)));
    assert_eq!(needs("10.5", "3"), Needs::Figure(Ratio::new(36, 10)));
    assert_eq!(needs("10", "3.25"), Needs::Figure(Ratio::new(334, 100)));
    assert_eq!(needs("12", "3"), Needs::Figure(Ratio::whole(5)));
}
