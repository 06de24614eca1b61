//! A second computation of lag, slow and from the definition `e = sup { t <= M : P(t) <= a }`: the time axis is cut
//! into pieces on which `P - a` keeps its sign, and the latest piece that is not above `a` ends at `e`. It shares no
//! code with `shangdang::assess`, not even the arithmetic and the calendar, and is held against it on random plans.
//!
//! `SHANGDANG_ORACLE_CASES` sets the number of plans.

#![expect(clippy::disallowed_methods, reason = "the number of cases comes from the environment")]

pub(crate) mod case;
pub(crate) mod line;
mod stages;

use num_rational::Ratio as Fraction;

use crate::support::SplitMix64;
use case::{Case, Changed, When};
use line::{InForce, Line};

pub(crate) type Exact = Fraction<i128>;

pub(crate) const CASES: u32 = 20_000;
pub(crate) const SEED: u64 = 2022;

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
    let cases = std::env::var("SHANGDANG_ORACLE_CASES")
        .map_or(CASES, |count| count.parse().expect("SHANGDANG_ORACLE_CASES is a number"));
    let mut random = SplitMix64(SEED);
    for _ in 0..cases {
        let case = Case::random(&mut random);
        if case.differs() {
            let case = case.smallest();
            panic!("{case}by the definition: {:?}\nassessed:          {:?}", case.by_definition(), case.assessed());
        }
    }
}

/// A comparison proves little where everybody is on time or nobody ever was.
#[test]
fn random_plans_are_of_all_sorts() {
    let mut random = SplitMix64(SEED);
    let outcomes: Vec<Outcome> = (0..500).map(|_| Case::random(&mut random).by_definition()).collect();
    let at_least_some = |what: &str, holds: &dyn Fn(&Outcome) -> bool| {
        let count = outcomes.iter().filter(|outcome| holds(outcome)).count();
        assert!(count >= 10, "only {count} of 500 are {what}");
    };
    at_least_some("on time", &|outcome| outcome.lag == "0" && !outcome.complete);
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
        let line = self.line();
        let lag = now - line.earned_by(now, actual);
        let required = line.asked_at(now);
        let due_unmet = lag == Exact::from(0) && required > actual;
        Outcome {
            lag: lag.to_string(),
            lag_of_curve: lag.to_string(),
            required: self.measure.of_percent(required).to_string(),
            tier: (1..=3).filter(|&months| lag >= Exact::from(months)).count().checked_sub(1),
            complete: actual >= Exact::from(100),
            due_unmet,
        }
    }

    /// `a`, in percent.
    fn actual(&self) -> Exact {
        let known = self.reports.iter().filter(|report| report.0 <= self.as_of);
        let newest = known.max_by_key(|report| report.0);
        newest.map_or(Exact::from(0), |report| self.measure.figure_percent(report.1))
    }

    fn line(&self) -> InForce {
        let line = |shape, points: &[(When, u32)]| {
            let points = points.iter();
            let exact = points.map(|&(when, level)| (when.exact(), self.measure.level_percent(level)));
            Line { shape, points: exact.collect() }
        };
        let mut lines = vec![(Exact::from(0), line(self.shape, &self.points))];
        for Changed { from, shape, points } in self.changes.iter().filter(|changed| changed.from <= self.as_of) {
            lines.push((Exact::from(i128::from(*from)), line(*shape, points)));
        }
        InForce(lines)
    }
}
