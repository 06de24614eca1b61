//! Items with stages from the definition: each stage is a line of its own, held against those that have come to it or gone
//! beyond it, counted one by one; the lag is the longest of them.

use std::fmt;

use shangdang::assess::{AsOf, assess_share};
use shangdang::model::{Detail, Figure, Ratio, Reading, Schedule, Shape, ShareIx, Stage, Stages};

use super::case::{Measure, When, label, random_points};
use super::line::Line;
use super::{CASES, Exact, SEED};
use crate::support::{Duty, Filed, Setting, SplitMix64, curve};

/// One share of so many things, each of which is followed on its own.
#[derive(Clone, Debug)]
struct Case {
    total: u32,
    /// What is asked of each stage, in hundredths of a thing of the total; nothing of some.
    plans: Vec<Vec<(When, u32)>>,
    /// The stage at which each thing of the share stands, from 1; 0 is none.
    things: Vec<usize>,
    start: i32,
    as_of: i32,
}

impl Case {
    fn random(random: &mut SplitMix64) -> Self {
        let (start, length) = (12 * 2020 + random.below(12).cast_signed(), 2 + random.below(20));
        let total = 1 + random.below(30);
        let measure = Measure::Amount { total: 100 * total, part: 100 * total };
        let count = 1 + random.below(5);
        let mut plans: Vec<_> = (0..count)
            .map(|_| match random.below(4) {
                0 => Vec::new(),
                _ => random_points(random, Shape::Step, measure, start, length),
            })
            .collect();
        if plans.iter().all(Vec::is_empty) {
            plans[0] = random_points(random, Shape::Step, measure, start, length);
        }
        let part = 1 + random.below(total);
        // Most things are far, or few are.
        let far = random.below(count + 1);
        let thing = |random: &mut SplitMix64| if random.once_in(3) { random.below(count + 1) } else { far };
        let things = (0..part).map(|_| thing(random) as usize).collect();
        Self { total, plans, things, start, as_of: start + random.below(length + 4).cast_signed() }
    }

    fn part(&self) -> u32 {
        u32::try_from(self.things.len()).expect("few things")
    }

    /// Lag, whether all are through, and how many have come to each stage.
    fn by_definition(&self) -> (String, bool, Vec<u32>) {
        let now = Exact::from(i128::from(self.as_of));
        let reached = |at: usize| self.things.iter().filter(|&&stage| stage > at).count();
        let reached: Vec<u32> = (0..self.plans.len()).map(|at| u32::try_from(reached(at)).expect("few")).collect();
        let lags = self.plans.iter().zip(&reached).filter(|(plan, _)| !plan.is_empty()).map(|(plan, reached)| {
            let percent = |level: u32| Exact::new(level.into(), self.total.into());
            let points = plan.iter().map(|&(when, level)| (when.exact(), percent(level))).collect();
            let line = super::line::InForce(vec![(Exact::from(0), Line { shape: Shape::Step, points })]);
            now - line.earned_by(now, Exact::new(100 * i128::from(*reached), self.part().into()))
        });
        let lag = lags.max().expect("one is asked for").to_string();
        (lag, reached.last() == Some(&self.part()), reached)
    }

    fn assessed(&self) -> (String, bool, Vec<u32>) {
        let total = Ratio::whole(self.total.into());
        let stages = self.plans.iter().enumerate().map(|(at, plan)| {
            let points = plan.iter().map(|&(when, level)| (when.moment(), Ratio::whole(level.into()) / total));
            Stage { name: at.to_string(), curve: curve(Shape::Step, points).ok() }
        });
        let schedule = Schedule::Stages(Stages::new(stages.collect()).expect("one is asked for"));
        let filed = vec![Filed::new(label(self.start), Reading::Stages)];
        let duty = Duty::new(schedule, Some(Figure::whole(self.part())), filed);
        let mut workspace = Setting::new(label(self.start), label(self.as_of), vec![duty]).workspace();
        let standing = |at: usize| self.things.iter().filter(|&&stage| stage == at + 1).count();
        let standing = (0..self.plans.len()).map(|at| Figure::whole(u32::try_from(standing(at)).expect("few")));
        let share = &mut workspace.shares[0];
        share.entries[0].detail = share.keep(Detail::Stages(standing.collect()));
        let reached = share.reached(&share.entries[0]).expect("it says so");
        let assessed = assess_share(&workspace, ShareIx(0), AsOf::close_of(label(self.as_of)));
        let verdict = assessed.verdict();
        let number = |figure: Figure| u32::try_from(figure.ratio().numerator()).expect("few");
        let lag = verdict.lag.map(|lag| lag.to_string()).unwrap_or_default();
        (lag, verdict.flags.complete, reached.into_iter().map(number).collect())
    }
}

impl fmt::Display for Case {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "{self:#?}")
    }
}

#[test]
fn random_stages_agree_with_the_definition() {
    let cases = std::env::var("SHANGDANG_ORACLE_CASES")
        .map_or(CASES, |count| count.parse().expect("SHANGDANG_ORACLE_CASES is a number"));
    let mut random = SplitMix64(SEED);
    let (mut lagging, mut complete) = (0, 0);
    for _ in 0..cases {
        let case = Case::random(&mut random);
        let (by_definition, assessed) = (case.by_definition(), case.assessed());
        assert_eq!(by_definition, assessed, "{case}");
        lagging += u32::from(by_definition.0 != "0");
        complete += u32::from(by_definition.1);
    }
    assert!(lagging > cases / 10 && complete > cases / 100, "{lagging} lag, {complete} are complete, of {cases}");
}
