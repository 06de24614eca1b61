//! A second computation of lag, slow and from the definition `e = sup { t <= M : P(t) <= a }`: the time axis is cut
//! into pieces on which `P - a` keeps its sign, and the latest piece that is not above `a` ends at `e`. It shares no
//! code with `shangdang::assess`, not even the arithmetic and the calendar, and is held against it on random plans.
//!
//! `SHANGDANG_ORACLE_CASES` sets the number of plans.

#![expect(
    clippy::disallowed_methods,
    reason = "the number of cases comes from the environment"
)]

mod case;

use num_rational::Ratio as Fraction;
use shangdang::model::Shape;

use crate::support::SplitMix64;
use case::{Case, Measure, When, days_in};

type Exact = Fraction<i128>;

const CASES: u32 = 20_000;
const SEED: u64 = 2022;

/// What both computations have to agree on, as text where it is a fraction.
#[derive(Debug, PartialEq)]
struct Outcome {
    lag: String,
    lag_of_curve: String,
    required: String,
    tier: Option<usize>,
    complete: bool,
    due_unmet: bool,
}

#[test]
fn random_plans_agree_with_the_definition() {
    let cases = std::env::var("SHANGDANG_ORACLE_CASES").map_or(CASES, |count| {
        count.parse().expect("SHANGDANG_ORACLE_CASES is a number")
    });
    let mut random = SplitMix64(SEED);
    for _ in 0..cases {
        let case = Case::random(&mut random);
        if case.differs() {
            let case = case.smallest();
            panic!(
                "{case}by the definition: {:?}\nassessed:          {:?}",
                case.by_definition(),
                case.assessed()
            );
        }
    }
}

/// A comparison proves little where everybody is on time or nobody ever was.
#[test]
fn random_plans_are_of_all_sorts() {
    let mut random = SplitMix64(SEED);
    let outcomes: Vec<Outcome> = (0..500)
        .map(|_| Case::random(&mut random).by_definition())
        .collect();
    let at_least_some = |what: &str, holds: &dyn Fn(&Outcome) -> bool| {
        let count = outcomes.iter().filter(|outcome| holds(outcome)).count();
        assert!(count >= 10, "only {count} of 500 are {what}");
    };
    at_least_some("on time", &|outcome| {
        outcome.lag == "0" && !outcome.complete
    });
    at_least_some("complete", &|outcome| outcome.complete);
    at_least_some("due and unmet", &|outcome| outcome.due_unmet);
    for tier in [None, Some(0), Some(1), Some(2)] {
        at_least_some("of each tier", &|outcome| outcome.tier == tier);
    }
    for bound in ["1", "2", "3"] {
        at_least_some("exactly on a bound", &|outcome| outcome.lag == bound);
    }
    at_least_some("between months", &|outcome| outcome.lag.contains('/'));
}
impl Case {
    fn by_definition(&self) -> Outcome {
        let now = Exact::from(i128::from(self.as_of));
        let actual = self.actual();
        let lag = now - self.earned_by(now, actual);
        let required = self.asked_at(now);
        let due_unmet = lag == Exact::from(0) && required > actual;
        Outcome {
            lag: lag.to_string(),
            lag_of_curve: lag.to_string(),
            required: self.in_measure(required).to_string(),
            tier: (1..=3)
                .filter(|&months| lag >= Exact::from(months))
                .count()
                .checked_sub(1),
            complete: actual >= Exact::from(100),
            due_unmet,
        }
    }

    /// `a`, in percent.
    fn actual(&self) -> Exact {
        let known = self.reports.iter().filter(|report| report.0 <= self.as_of);
        let newest = known.max_by_key(|report| report.0);
        newest.map_or(Exact::from(0), |report| self.figure_percent(report.1))
    }

    /// `sup { t <= now : P(t) <= actual }`.
    fn earned_by(&self, now: Exact, actual: Exact) -> Exact {
        let points = self.points();
        let mut cuts: Vec<Exact> = points.iter().map(|point| point.0).collect();
        if self.shape == Shape::Linear {
            cuts.extend(points.windows(2).filter_map(|ends| crossing(ends, actual)));
        }
        cuts.push(now);
        cuts.retain(|&cut| cut <= now);
        // Nothing is asked before the first point, so the first piece always counts.
        let before = points[0].0.min(now) - Exact::from(1);
        cuts.push(before);
        cuts.sort();

        let mut earned = before;
        for piece in cuts.windows(2) {
            let middle = (piece[0] + piece[1]) / Exact::from(2);
            if self.asked_at(middle) <= actual {
                earned = piece[1];
            }
        }
        if self.asked_at(now) <= actual {
            now
        } else {
            earned
        }
    }

    /// `P(t)` in percent: the highest level passed; between two joined points their mean, weighted by nearness.
    fn asked_at(&self, at: Exact) -> Exact {
        let points = self.points();
        let between = points
            .windows(2)
            .find(|ends| ends[0].0 < at && at < ends[1].0);
        if let (Shape::Linear, Some(ends)) = (self.shape, between) {
            let [(from, low), (to, high)] = [ends[0], ends[1]];
            (low * (to - at) + high * (at - from)) / (to - from)
        } else {
            let passed = points.iter().filter(|point| point.0 <= at);
            passed.map(|point| point.1).max().unwrap_or(Exact::from(0))
        }
    }

    fn points(&self) -> Vec<(Exact, Exact)> {
        let exact = |&(when, level): &(When, u32)| (when.exact(), self.level_percent(level));
        self.points.iter().map(exact).collect()
    }

    fn level_percent(&self, level: u32) -> Exact {
        match self.measure {
            Measure::Percent => Exact::new(level.into(), 100),
            Measure::Amount { total, .. } => Exact::new(100 * i128::from(level), total.into()),
        }
    }

    fn figure_percent(&self, figure: u32) -> Exact {
        match self.measure {
            Measure::Percent => Exact::new(figure.into(), 100),
            Measure::Amount { part, .. } => Exact::new(100 * i128::from(figure), part.into()),
        }
    }

    fn in_measure(&self, percent: Exact) -> Exact {
        match self.measure {
            Measure::Percent => percent,
            Measure::Amount { part, .. } => percent * Exact::new(part.into(), 10_000),
        }
    }
}

/// Where the straight line between two points takes this level on the way.
fn crossing(ends: &[(Exact, Exact)], level: Exact) -> Option<Exact> {
    let [(from, low), (to, high)] = [ends[0], ends[1]];
    let inside = low < level && level < high;
    inside.then(|| (from * (high - level) + to * (level - low)) / (high - low))
}
impl When {
    fn exact(self) -> Exact {
        match self.day {
            None => Exact::from(i128::from(self.month)),
            Some(day) => {
                let elapsed = Exact::new(day.into(), days_in(self.month).into());
                Exact::from(i128::from(self.month - 1)) + elapsed
            }
        }
    }
}
