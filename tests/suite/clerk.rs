//! A second assessment of every kind of item that can lag, made as a clerk with a notebook would make it: month after
//! month, each question answered by trying. What comes next is found by living through the months to come, what a report
//! has to show by halving. It shares no code with `shangdang::assess`, not even the arithmetic and the calendar, and is
//! held against it on random shares with late reports, days of knowledge, exemptions, approved changes, findings and sources
//! that contradict themselves.
//!
//! `SHANGDANG_ORACLE_CASES` sets the number of shares, one for every five of it.

#![expect(clippy::disallowed_methods, reason = "the number of cases comes from the environment")]

mod ahead;
mod assessed;
mod drawn;
mod gauge;
mod month;
mod page;

use shangdang::assess::{Bucket, Change, Flags};

use crate::oracle::{CASES, Exact, SEED};
use crate::support::SplitMix64;
use drawn::{Drawn, Kind};
use gauge::Over;

/// What is found at the close of one month.
#[derive(Clone, Debug, PartialEq)]
struct Found {
    month: i32,
    bucket: Bucket,
    required: Option<Exact>,
    actual: Option<Exact>,
    lag: Option<Exact>,
    tier: Option<usize>,
    withheld: Option<usize>,
    presumed: bool,
    evidence: Option<usize>,
    exemption: Option<usize>,
    disputed: bool,
    revision: Option<usize>,
    flags: Flags,
}

/// What a report has to show.
#[derive(Clone, Debug, PartialEq)]
enum Wanted {
    Figure(Exact),
    /// So many at each of these stages or beyond.
    Stages(Vec<(usize, Exact)>),
    /// From one due month to another, so many, and so many left out before them; each so often.
    Occurrences(i32, i32, usize, usize, u32),
    /// A reading that meets this.
    Target(Exact),
    /// An approved change asks for less.
    Nothing,
}

/// All that is said of a share.
#[derive(Debug, PartialEq)]
struct Outcome {
    history: Vec<Found>,
    change: Option<Change>,
    consecutive: u32,
    times: u32,
    finish_delay: Option<Exact>,
    /// Tier, month, and what avoids it.
    outlook: Option<(usize, i32, Option<Wanted>)>,
    relief: Option<Wanted>,
    asked_next: Option<Wanted>,
}

#[test]
fn random_shares_agree_with_the_notebook() {
    let cases = std::env::var("SHANGDANG_ORACLE_CASES")
        .map_or(CASES, |count| count.parse().expect("SHANGDANG_ORACLE_CASES is a number"));
    let mut random = SplitMix64(SEED);
    for _ in 0..cases.div_ceil(5) {
        let drawn = Drawn::random(&mut random);
        if drawn.differs() {
            let drawn = drawn.smallest();
            panic!("{drawn:#?}\nby the notebook: {:#?}\nassessed:        {:#?}", drawn.by_notebook(), drawn.assessed());
        }
    }
}

/// A comparison proves little where the same happens every time.
#[test]
fn random_shares_are_of_all_sorts() {
    let mut random = SplitMix64(SEED);
    let drawn: Vec<(Drawn, Outcome)> = (0..6_000)
        .map(|_| {
            let drawn = Drawn::random(&mut random);
            let outcome = drawn.by_notebook();
            (drawn, outcome)
        })
        .collect();
    let at_least_some = |what: &str, holds: &dyn Fn(&Kind, &Outcome, &Found) -> bool| {
        let last = |outcome: &Outcome| outcome.history.last().expect("a month").clone();
        let holding = drawn.iter().filter(|(drawn, outcome)| holds(&drawn.kind, outcome, &last(outcome)));
        let count = holding.count();
        assert!(count >= 3, "only {count} of 6000 are {what}");
    };
    for what in ["curves", "stages", "recurring", "indicators", "indicators of several targets"] {
        let is = |kind: &Kind| match kind {
            Kind::Curve(_) => what == "curves",
            Kind::Stages(_) => what == "stages",
            Kind::Recurring(..) => what == "recurring",
            Kind::Indicator(gauge) => match gauge.over {
                Over::Month if gauge.targets.len() == 1 => what == "indicators",
                Over::Month => what == "indicators of several targets",
                _ => false,
            },
            Kind::Unscheduled => false,
        };
        at_least_some(what, &|kind, _, last| is(kind) && last.tier.is_none());
        for tier in 0..2 {
            at_least_some(what, &|kind, _, last| is(kind) && last.tier == Some(tier));
        }
        at_least_some(what, &|kind, _, last| is(kind) && last.withheld.is_some());
        at_least_some(what, &|kind, _, last| is(kind) && last.flags.due_unmet);
        at_least_some(what, &|kind, _, last| is(kind) && last.flags.complete);
        at_least_some(what, &|kind, _, last| is(kind) && last.presumed);
        at_least_some(what, &|kind, outcome, _| is(kind) && outcome.outlook.is_some());
        at_least_some(what, &|kind, outcome, _| is(kind) && outcome.asked_next.is_some());
    }
    let is_over = |kind: &Kind, what: fn(&Over) -> bool| matches!(kind, Kind::Indicator(gauge) if what(&gauge.over));
    let overs: [fn(&Over) -> bool; 3] =
        [|over| *over == Over::Quarter, |over| *over == Over::Year, |over| matches!(over, Over::Window(..))];
    for what in overs {
        at_least_some("met over periods", &|kind, _, last| {
            is_over(kind, what) && last.required.is_some() && !last.flags.unmet
        });
        at_least_some("missed once", &|kind, _, last| {
            is_over(kind, what) && last.flags.unmet && last.lag == Some(Exact::from(0))
        });
        at_least_some("missed again", &|kind, _, last| is_over(kind, what) && last.tier.is_some());
        at_least_some("presumed", &|kind, _, last| is_over(kind, what) && last.presumed);
        at_least_some("foreseen", &|kind, outcome, _| is_over(kind, what) && outcome.outlook.is_some());
        at_least_some("to be avoided", &|kind, outcome, _| {
            is_over(kind, what) && outcome.outlook.as_ref().is_some_and(|(.., wanted)| wanted.is_some())
        });
    }
    at_least_some("used up", &|_, _, last| last.flags.exhausted);
    let counted = |kind: &Kind| matches!(kind, Kind::Recurring(_, times) if *times > 1);
    at_least_some("counted", &|kind, _, last| counted(kind) && last.tier.is_some());
    at_least_some("counted in part", &|kind, _, last| {
        let times = if let Kind::Recurring(_, times) = kind { (*times).into() } else { 1 };
        counted(kind) && last.actual.is_some_and(|actual| (actual / Exact::from(times)).fract() != Exact::from(0))
    });
    let named = drawn.iter().filter(|(drawn, _)| drawn.named.is_some());
    let gone = named.filter(|(_, outcome)| outcome.history.last().expect("a month").flags.regressed);
    assert!(gone.count() >= 3);
    let more = drawn.iter().filter(|(drawn, outcome)| {
        let last = outcome.history.last().expect("a month");
        drawn.at_least && last.flags.complete && !last.flags.over_total
    });
    assert!(more.count() >= 3);
    at_least_some("unscheduled", &|kind, _, _| matches!(kind, Kind::Unscheduled));
    at_least_some("undecided", &|_, _, last| last.withheld.is_some() && last.exemption.is_none());
    at_least_some("settled", &|_, outcome, last| {
        last.tier.is_some() && outcome.history.iter().any(|found| found.disputed) && !last.disputed
    });
    at_least_some("stages gone through late", &|kind, outcome, _| {
        matches!(kind, Kind::Stages(_)) && outcome.finish_delay > Some(Exact::from(0))
    });
    at_least_some(
        "at two stages",
        &|_, outcome, _| matches!(&outcome.asked_next, Some(Wanted::Stages(stages)) if stages.len() > 1),
    );
    at_least_some("late", &|_, _, last| last.flags.late);
    at_least_some("lower than before", &|_, _, last| last.flags.regressed);
    at_least_some("missed", &|_, _, last| last.flags.missed > 0);
    at_least_some("over the total", &|_, _, last| last.flags.over_total);
    at_least_some("changed", &|_, _, last| last.revision.is_some());
    at_least_some("finished late", &|_, outcome, _| outcome.finish_delay > Some(Exact::from(0)));
    for change in [Change::New, Change::Raised, Change::Held, Change::Lowered, Change::Lifted] {
        at_least_some("of each change", &|_, outcome, _| outcome.change == Some(change));
    }
}
