//! What has to hold for every plan and every set of reports. This file draws plans and reports at random; the files
//! below it say what must hold.

mod ahead;
mod annual;
mod applied;
mod asked;
mod assuming;
mod audit;
mod causes;
mod complete;
mod deadlines;
mod decisions;
mod evidence;
mod formula;
mod front;
mod history;
mod kinds;
mod lag;
mod open;
mod outlook;
mod register;
mod sealed;
mod shown;
mod silence;
mod stages;
mod year;

use chrono::Days;
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use shangdang::assess::{Flags, Verdict};
use shangdang::model::{
    Compare, Curve, Every, Figure, Indicator, Lag, Moment, Month, Ratio, Reading, Recurring, Schedule, Season, Shape,
    State, Target, Threshold,
};

use crate::support::{self, Duty, FOLLOWED, Filed, Lead, Setting, curve, figure, hundredths, month};

/// Months of a random plan: over two turns of the year.
const LENGTH: i32 = 18;

fn start() -> Month {
    month("2021-10")
}

fn nth(offset: i32) -> Month {
    start().plus(offset)
}

/// A month of the plan or one in which it is followed up.
fn any_as_of() -> impl Strategy<Value = Month> {
    (0..LENGTH + FOLLOWED).prop_map(nth)
}

/// A month of the plan.
fn any_close() -> impl Strategy<Value = Month> {
    (0..LENGTH).prop_map(nth)
}

/// Hundredths of a percent; often round, or a hundredth beside it.
fn any_percent() -> impl Strategy<Value = u32> {
    prop_oneof![
        (0..=10_u32).prop_map(|tenth| tenth * 1000),
        (1..=9_u32).prop_map(|tenth| tenth * 1000 - 1),
        (1..=9_u32).prop_map(|tenth| tenth * 1000 + 1),
        Just(10_000_u32),
        0..=10_000_u32,
    ]
}

/// A share with a curve in percent, relative to some first month, so that it can be moved.
#[derive(Clone, Debug)]
struct Sketch {
    shape: Shape,
    /// Month, day within it, hundredths of a percent.
    points: Vec<(i32, Option<u32>, u32)>,
    /// Month, hundredths of a percent.
    reports: Vec<(i32, u32)>,
}

impl Sketch {
    fn curve(&self, first: Month) -> Curve {
        let points = self.points.iter().map(|&(offset, day, level)| {
            let month = first.plus(offset);
            let by = day.map_or(Moment::Close(month), |day| Moment::Day(month.day(day)));
            (by, hundredths(level).ratio())
        });
        curve(self.shape, points).expect("a sketch rises in time and level")
    }

    /// How late it is finished at a close: since the first of the points that ask for all that is ever asked.
    fn delay(&self, finished: Month) -> Option<Lag> {
        let all = self.points.iter().map(|point| point.2).max().filter(|&all| all > 0);
        let at = self.points.iter().position(|point| Some(point.2) == all)?;
        let asked = self.curve(start()).points()[at].by;
        Some(Lag::between(asked.at(), finished.close()))
    }

    fn filed(&self, first: Month) -> Vec<Filed> {
        let filed = |&(offset, percent)| Filed::new(first.plus(offset), reading(percent));
        self.reports.iter().map(filed).collect()
    }

    fn setting(&self, first: Month) -> Setting {
        let duty = Duty::new(Schedule::Curve(self.curve(first)), None, self.filed(first));
        Setting::new(first, first.plus(LENGTH - 1), vec![duty])
    }
}

/// A reading of so many hundredths of a percent.
fn reading(percent: u32) -> Reading {
    Reading::Percent(hundredths(percent))
}

prop_compose! {
    /// Deadlines at closes of months, or on days too; never two in one month.
    fn sketch(days: bool)(
        shape in prop_oneof![Just(Shape::Step), Just(Shape::Linear)],
        points in btree_map(0..LENGTH, (option::of(1..=31_u32), any_percent()), 2..6),
        reports in btree_map(0..LENGTH, any_percent(), 0..6),
    ) -> Sketch {
        let mut levels: Vec<u32> = points.values().map(|&(_, level)| level).collect();
        levels.sort_unstable();
        let points = points
            .into_iter()
            .zip(levels)
            .map(|((offset, (day, _)), level)| (offset, day.filter(|_| days), level));
        Sketch { shape, points: points.collect(), reports: reports.into_iter().collect() }
    }
}

/// How many days into its month a report is filed, how many days earlier it was reached, and what it says.
type Drawn = (Option<u64>, Option<u64>, Vec<Reading>);

/// Reports with these readings, some with a day of filing, some with the day it was reached, some without a reading.
fn filed(reading: impl Strategy<Value = Vec<Reading>>) -> impl Strategy<Value = Vec<Filed>> {
    let report = (option::of(0..60_u64), option::weighted(0.25, 0..40_u64), reading);
    btree_map(0..LENGTH, report, 0..7).prop_map(|reports| {
        let filed = |(offset, (day, ago, readings)): (i32, Drawn)| {
            let month = nth(offset);
            let submitted = day.map(|day| month.first_day() + Days::new(day));
            let latest = submitted.map_or(month.last_day(), |day| day.min(month.last_day()));
            Filed { month, submitted, readings, on: ago.map(|days| latest - Days::new(days)) }
        };
        reports.into_iter().map(filed).collect()
    })
}

/// At most one of these readings in a report.
fn single(reading: impl Strategy<Value = Reading>) -> impl Strategy<Value = Vec<Filed>> {
    filed(option::of(reading).prop_map(|reading| reading.into_iter().collect()))
}

fn leads(amount: Option<Figure>, filed: impl Strategy<Value = Vec<Filed>>) -> impl Strategy<Value = Vec<Lead>> {
    vec(filed.prop_map(move |filed| Lead { amount, filed }), 1..3)
}

fn any_curve() -> impl Strategy<Value = Curve> {
    sketch(true).prop_map(|sketch| sketch.curve(start()))
}

fn percent_duty() -> impl Strategy<Value = (Schedule, Vec<Lead>)> {
    let reports = single(any_percent().prop_map(reading));
    (any_curve().prop_map(Schedule::Curve), leads(None, reports))
}

/// Villages: whole numbers, perhaps more than there are.
fn quantity_duty() -> impl Strategy<Value = (Schedule, Vec<Lead>)> {
    (1..40_u32).prop_flat_map(|total| {
        let done = (0..=total + 2).prop_map(|done| Reading::Done(Figure::whole(done)));
        let leads = leads(Some(Figure::whole(total)), single(done));
        (any_curve().prop_map(Schedule::Curve), leads)
    })
}

/// Kilometres: there are parts of them, and parts are reported as finely as can be written.
fn length_duty() -> impl Strategy<Value = (Schedule, Vec<Lead>)> {
    (0..40_u32, 1..100_u32).prop_flat_map(|(whole, part)| {
        let total = hundredths(100 * whole + part).ratio();
        let done = (0..=1_000_000_u32).prop_map(move |part| {
            let part = total * Ratio::new(part.into(), 1_000_000);
            Reading::Done(Figure::exactly(part.floor_to(10_000)).expect("a figure"))
        });
        let leads = leads(Figure::exactly(total), single(done));
        (any_curve().prop_map(Schedule::Curve), leads)
    })
}

fn any_recurring() -> impl Strategy<Value = Recurring> {
    let every = prop_oneof![Just(Every::Month), Just(Every::Quarter), Just(Every::HalfYear), Just(Every::Year),];
    prop_oneof![
        every.prop_map(|every| Recurring::every(every, start(), nth(LENGTH - 1))),
        btree_set(0..LENGTH, 1..6).prop_map(|offsets| {
            let months: Vec<Month> = offsets.into_iter().map(nth).collect();
            Recurring::months(&months, start())
        }),
    ]
}

fn recurring_duty() -> impl Strategy<Value = (Recurring, Vec<Lead>)> {
    any_recurring().prop_flat_map(|recurring| {
        let occurrences = recurring.occurrences().to_vec();
        let one = (0..occurrences.len(), prop::bool::weighted(0.8)).prop_map(move |(at, done)| {
            let due = occurrences[at].due;
            Reading::Occurrence { due, done }
        });
        (Just(recurring), leads(None, filed(vec(one, 0..3))))
    })
}

fn any_indicator() -> impl Strategy<Value = Indicator> {
    let compare =
        prop_oneof![Just(Compare::AtLeast), Just(Compare::AtMost), Just(Compare::Below), Just(Compare::Above),];
    let due = (0..LENGTH, option::of(1..=31_u32));
    (compare, due).prop_map(|(compare, (offset, day))| {
        let due = day.map_or(Moment::Close(nth(offset)), |day| Moment::Day(nth(offset).day(day)));
        Indicator::new(compare, vec![Target::new(due, Figure::whole(90))], "")
    })
}

/// Readings on the target of 90 and on both sides of it.
fn indicator_duty() -> impl Strategy<Value = (Indicator, Vec<Lead>)> {
    let value = prop_oneof![Just("89.99"), Just("90"), Just("90.01")];
    let reports = single(value.prop_map(|value| Reading::Value(figure(value))));
    (any_indicator(), leads(None, reports))
}

fn any_season() -> impl Strategy<Value = Season> {
    let day = || (1..=12_u32, 1..=28_u32);
    (day(), day()).prop_map(|(from, to)| Season { id: String::new(), from, to })
}

/// A standing duty is reported on in words; something without a deadline also in figures.
fn unplanned_duty() -> impl Strategy<Value = (Schedule, Vec<Lead>)> {
    let state = || prop_oneof![Just(Reading::State(State::Normal)), Just(Reading::State(State::Problem)),];
    let figure = any_percent().prop_map(reading);
    let unscheduled = leads(None, single(prop_oneof![figure, state()]));
    let standing = option::of(any_season()).prop_map(|season| Schedule::Standing { season });
    prop_oneof![unscheduled.prop_map(|leads| (Schedule::Unscheduled, leads)), (standing, leads(None, single(state()))),]
}

prop_compose! {
    /// An item of any kind.
    fn any_duty()(
        (schedule, leads) in prop_oneof![
            percent_duty(),
            quantity_duty(),
            length_duty(),
            recurring_duty().prop_map(|(recurring, leads)| (Schedule::Recurring(recurring), leads)),
            indicator_duty().prop_map(|(indicator, leads)| (Schedule::Indicator(indicator), leads)),
            unplanned_duty(),
        ],
        key in prop::bool::weighted(0.9),
    ) -> Duty {
        Duty { schedule, key, leads }
    }
}

prop_compose! {
    /// A plan with some items and some ladder.
    fn any_setting()(
        duties in vec(any_duty(), 1..4),
        rungs in prop_oneof![
            Just(support::rungs(&[1, 2, 3])),
            btree_set((0..7_u32, any::<bool>()), 1..4).prop_map(|rungs| {
                let rungs = rungs.into_iter();
                rungs.map(|(months, is_exclusive)| Threshold { months, is_exclusive }).collect()
            }),
        ],
    ) -> Setting {
        Setting { rungs, ..Setting::new(start(), nth(LENGTH - 1), duties) }
    }
}

/// The setting in which nobody files anything after a month.
fn with_reports_up_to(setting: &Setting, last: Month) -> Setting {
    let mut setting = setting.clone();
    for lead in setting.duties.iter_mut().flat_map(|duty| &mut duty.leads) {
        lead.filed.retain(|filed| filed.month <= last);
    }
    setting
}

/// What a verdict says, apart from months as labels and positions among the entries.
#[derive(Debug, PartialEq)]
struct Gist {
    bucket: &'static str,
    required: Option<Ratio>,
    actual: Option<Ratio>,
    lag: Option<Ratio>,
    tier: Option<usize>,
    presumed: bool,
    flags: Flags,
}

impl Gist {
    fn of(verdict: &Verdict) -> Self {
        Self {
            bucket: verdict.bucket.id(),
            required: verdict.required,
            actual: verdict.actual,
            lag: verdict.lag.map(shangdang::model::Lag::months),
            tier: verdict.tier.map(|tier| tier.0),
            presumed: verdict.presumed,
            flags: verdict.flags,
        }
    }
}
