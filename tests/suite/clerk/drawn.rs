//! Random shares: one unit's part of one item, what it files, and what people decide about it.

use chrono::{Days, NaiveDate};
use shangdang::model::Shape;

use super::gauge::{Gauge, Over};
use crate::oracle::case::{Measure, When, label, random_measure, random_points};
use crate::oracle::line::Line;
use crate::support::{REPORT_DAY, SplitMix64};

pub(super) const MOST_STAGES: usize = 4;

/// What the share is held against. Months are counted as `12 * year + number - 1`, figures in hundredths.
#[derive(Clone, Debug)]
pub(super) enum Kind {
    Curve(Planned),
    /// What is asked of each stage, if anything is.
    Stages(Vec<Option<Planned>>),
    /// Due months, and how often each asks for it.
    Recurring(Vec<i32>, u32),
    Indicator(Gauge),
    Unscheduled,
}

#[derive(Clone, Debug)]
pub(super) struct Planned {
    pub(super) shape: Shape,
    pub(super) points: Vec<(When, u32)>,
}

/// What an entry says.
#[derive(Clone, Copy, Debug)]
pub(super) enum Word {
    Figure(u32),
    /// How many stand at each stage; there are at most so many.
    Standing([u32; MOST_STAGES]),
    Occurrence {
        due: i32,
        done: bool,
    },
    /// How often so far.
    Times {
        due: i32,
        count: u32,
    },
    Value(u32),
}

#[derive(Clone, Debug)]
pub(super) struct Report {
    pub(super) month: i32,
    pub(super) submitted: Option<NaiveDate>,
    /// The day on which what it says was reached.
    pub(super) on: Option<NaiveDate>,
    pub(super) words: Vec<Word>,
    /// Where things have names: the first of those that are done; the others follow it, as many as the figure says.
    pub(super) first: u32,
}

#[derive(Clone, Debug)]
pub(super) struct Exempt {
    pub(super) from: i32,
    pub(super) until: i32,
    pub(super) date: NaiveDate,
}

#[derive(Clone, Debug)]
pub(super) struct Changed {
    pub(super) from: i32,
    pub(super) date: NaiveDate,
    /// Whether it settles in what the source contradicts itself.
    pub(super) settles: bool,
    pub(super) planned: Planned,
}

/// For which months reports are asked.
#[derive(Clone, Debug)]
pub(super) enum Asked {
    /// The last of so many months of the calendar.
    Every(u32),
    /// These.
    Months(Vec<i32>),
}

#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "what is drawn is drawn independently")]
pub(super) struct Drawn {
    pub(super) kind: Kind,
    pub(super) measure: Measure,
    /// More than all of it is welcome.
    pub(super) at_least: bool,
    /// So many things have names.
    pub(super) named: Option<u32>,
    pub(super) key: bool,
    /// The source contradicts itself.
    pub(super) disputed: bool,
    /// Months of the rungs, lowest first; and whether it takes more than that.
    pub(super) rungs: Vec<(u32, bool)>,
    /// The unit files only while something is open.
    pub(super) only_while_open: bool,
    pub(super) start: i32,
    pub(super) as_of: i32,
    pub(super) known_by: Option<NaiveDate>,
    /// The first month kept: of the plan, and of the unit.
    pub(super) kept: [Option<i32>; 2],
    /// For which months reports are asked, where not for all: of the plan, and of the unit.
    pub(super) asked: [Option<Asked>; 2],
    /// The day on which an inspection found it.
    pub(super) found: Option<NaiveDate>,
    /// By month, at most one for each.
    pub(super) reports: Vec<Report>,
    pub(super) exemptions: Vec<Exempt>,
    /// As they were approved; those of one day by the month from which they count.
    pub(super) changes: Vec<Changed>,
}

impl Planned {
    pub(super) fn line(&self, measure: Measure) -> Line {
        let points = self.points.iter();
        let exact = points.map(|&(when, level)| (when.exact(), measure.level_percent(level)));
        Line { shape: self.shape, points: exact.collect() }
    }
}

impl Drawn {
    /// The last month of the plan.
    pub(super) fn end(&self) -> i32 {
        // Of periods of a year several have to close.
        let is_long = matches!(&self.kind, Kind::Indicator(gauge) if gauge.over != Over::Month);
        self.start + if is_long { 29 } else { 14 }
    }

    pub(super) fn differs(&self) -> bool {
        self.by_notebook() != self.assessed()
    }

    /// The same difference with as few reports and decisions as will do.
    pub(super) fn smallest(self) -> Self {
        let mut smaller: Vec<Self> = Vec::new();
        let mut without = |less: &dyn Fn(&mut Self)| {
            let mut drawn = self.clone();
            less(&mut drawn);
            smaller.push(drawn);
        };
        for at in 0..self.reports.len() {
            without(&|drawn| {
                drawn.reports.remove(at);
            });
        }
        for at in 0..self.exemptions.len() {
            without(&|drawn| {
                drawn.exemptions.remove(at);
            });
        }
        for at in 0..self.changes.len() {
            without(&|drawn| {
                drawn.changes.remove(at);
            });
        }
        if self.found.is_some() {
            without(&|drawn| drawn.found = None);
        }
        if self.disputed {
            without(&|drawn| drawn.disputed = false);
        }
        if self.kept != [None; 2] {
            without(&|drawn| drawn.kept = [None; 2]);
        }
        if self.asked.iter().any(Option::is_some) {
            without(&|drawn| drawn.asked = [None, None]);
        }
        if self.known_by.is_some() {
            without(&|drawn| drawn.known_by = None);
        }
        let smaller = smaller.into_iter().find(Self::differs);
        smaller.map_or(self, Self::smallest)
    }

    pub(super) fn random(random: &mut SplitMix64) -> Self {
        let start = 12 * 2021 + random.below(12).cast_signed();
        let (mut length, mut earliest) = (3 + random.below(12), 0);
        let mut measure = random_measure(random);
        let kind = match random.below(9) {
            0 | 1 => {
                let times = if random.once_in(2) { 1 } else { 2 + random.below(3) };
                Kind::Recurring(random_dues(random, start, length), times)
            }
            2 | 3 => Kind::Indicator(Gauge::random(random, start, length)),
            4 | 5 => Kind::Curve(random_planned(random, measure, start, length)),
            6 | 7 => {
                if let Measure::Percent = measure {
                    measure = Measure::Amount { total: 1700, part: 1700 };
                }
                Kind::Stages(random_stages(random, measure, start, length))
            }
            _ => Kind::Unscheduled,
        };
        if matches!(&kind, Kind::Indicator(gauge) if gauge.over != Over::Month) {
            length *= 2;
            earliest = length / 2;
        }
        let has_figures = matches!(kind, Kind::Curve(_) | Kind::Unscheduled);
        let whole = match measure {
            Measure::Amount { part, .. } if measure.is_whole() && has_figures => Some(part / 100),
            _ => None,
        };
        let named = whole.filter(|_| random.once_in(2));
        let mut drawn = Self {
            kind,
            measure,
            at_least: named.is_none() && random.once_in(3),
            named,
            key: !random.once_in(8),
            disputed: random.once_in(5),
            rungs: match random.below(5) {
                0 => vec![(1, false), (3, false), (4, false)],
                1 => vec![(0, false), (1, false), (2, true)],
                2 => vec![(0, true), (1, true), (2, false), (2, true)],
                _ => vec![(1, false), (2, false), (3, false)],
            },
            only_while_open: random.once_in(4),
            start,
            as_of: start + (earliest + random.below(length + 2 - earliest)).cast_signed(),
            known_by: None,
            kept: [(); 2].map(|()| random.once_in(5).then(|| start + random.below(length).cast_signed())),
            asked: [(); 2].map(|()| random.once_in(4).then(|| random_asked(random, start, length))),
            found: None,
            reports: Vec::new(),
            exemptions: Vec::new(),
            changes: Vec::new(),
        };
        while has_figures && drawn.changes.len() < 3 && random.once_in(2) {
            let from = start + random.below(length + 1).cast_signed();
            let planned = random_planned(random, measure, start, length);
            let approved = from - random.below(3).cast_signed();
            let date = random_day(random, approved);
            let settles = random.once_in(3);
            drawn.changes.push(Changed { from, date, settles, planned });
        }
        drawn.changes.sort_by_key(|changed| (changed.date, changed.from));
        while drawn.exemptions.len() < 2 && random.once_in(2) {
            let from = start + random.below(length).cast_signed();
            let until = from + random.below(6).cast_signed();
            let approved = from + random.below(3).cast_signed();
            let date = random_day(random, approved);
            drawn.exemptions.push(Exempt { from, until, date });
        }
        if random.once_in(6) {
            let months = drawn.as_of - start + 1;
            let month = start + random.below(months.cast_unsigned()).cast_signed();
            drawn.found = Some(random_day(random, month));
        }
        if random.once_in(3) {
            let last = start + random.below(length + 2).cast_signed();
            let day = random_day(random, last);
            drawn.known_by = Some(drawn.found.map_or(day, |found| day.max(found)));
        }
        for month in start..start + length.cast_signed() {
            if !random.once_in(3) {
                let report = drawn.random_report(random, month);
                drawn.reports.push(report);
            }
        }
        drawn
    }

    fn random_report(&self, random: &mut SplitMix64, month: i32) -> Report {
        let submitted = random.once_in(2).then(|| {
            let days = if random.once_in(2) { REPORT_DAY - 2 + random.below(3) } else { random.below(60) };
            label(month).first_day() + Days::new(days.into())
        });
        let mut words = Vec::new();
        for _ in 0..=random.below(2) {
            match &self.kind {
                _ if random.once_in(4) => {}
                Kind::Recurring(dues, times) => {
                    let count = u32::try_from(dues.len()).expect("few occurrences");
                    let due = dues[random.below(count) as usize];
                    let is_new = |word: &Word| match word {
                        Word::Occurrence { due: of, .. } | Word::Times { due: of, .. } => *of != due,
                        Word::Figure(_) | Word::Standing(_) | Word::Value(_) => true,
                    };
                    if words.iter().all(is_new) {
                        words.push(match times {
                            1 => Word::Occurrence { due, done: !random.once_in(3) },
                            times => Word::Times { due, count: random.below(times + 2) },
                        });
                    }
                }
                Kind::Indicator(_) => {
                    words = vec![Word::Value(Gauge::random_value(random))];
                }
                Kind::Stages(stages) => words = vec![Word::Standing(self.random_standing(random, stages, month))],
                Kind::Curve(_) | Kind::Unscheduled => {
                    words = vec![Word::Figure(self.random_figure(random, month))];
                }
            }
        }
        let latest = label(month).last_day();
        let latest = submitted.map_or(latest, |day| day.min(latest));
        let on = random.once_in(4).then(|| latest - Days::new(random.below(20).into()));
        let first = match self.named {
            Some(named) if random.once_in(3) => random.below(named),
            _ => 0,
        };
        Report { month, submitted, on, words, first }
    }

    /// Mostly what decides: all of it, or what was asked for some whole months ago, or a hundredth beside it.
    fn random_figure(&self, random: &mut SplitMix64, month: i32) -> u32 {
        let planned = match &self.kind {
            Kind::Curve(planned) => Some(planned),
            _ => self.changes.first().map(|changed| &changed.planned),
        };
        self.random_figure_of(random, planned, month)
    }

    fn random_figure_of(&self, random: &mut SplitMix64, planned: Option<&Planned>, month: i32) -> u32 {
        let whole = match self.measure {
            Measure::Percent => 10_000,
            Measure::Amount { part, .. } => part,
        };
        let figure = match (random.below(6), planned) {
            (0, _) | (_, None) => random.below(whole + 1),
            (1, _) => whole,
            (_, Some(planned)) => {
                let at = When { month: month - random.below(4).cast_signed(), day: None };
                let asked = planned.line(self.measure).asked_at(at.exact());
                let hundredths = self.measure.of_percent(asked) * 100;
                u32::try_from(hundredths.to_integer()).expect("within the part")
            }
        };
        let step = if self.measure.is_whole() { 100 } else { 1 };
        let figure = self.measure.beside(figure / step, random) * step;
        // Of things that have names nobody can name more than there are.
        if self.named.is_some() { figure.min(whole) } else { figure }
    }
}

impl Drawn {
    /// Mostly what decides at each stage, as far as that many are left.
    fn random_standing(&self, random: &mut SplitMix64, stages: &[Option<Planned>], month: i32) -> [u32; MOST_STAGES] {
        let mut beyond = 0;
        let mut standing = [0; MOST_STAGES];
        let Measure::Amount { part, .. } = self.measure else { unreachable!("stages are counted") };
        for (at, planned) in stages.iter().enumerate().rev() {
            let reached = self.random_figure_of(random, planned.as_ref(), month).clamp(beyond, part);
            standing[at] = reached - beyond;
            beyond = reached;
        }
        standing
    }
}

/// Some stages, at least one of them with a plan; the later ones need not fit the earlier ones.
fn random_stages(random: &mut SplitMix64, measure: Measure, start: i32, length: u32) -> Vec<Option<Planned>> {
    let count = 1 + random.below(4);
    let planned = |random: &mut SplitMix64| {
        let points = random_points(random, Shape::Step, measure, start, length);
        Planned { shape: Shape::Step, points }
    };
    let mut stages: Vec<_> = (0..count).map(|_| (!random.once_in(4)).then(|| planned(random))).collect();
    if stages.iter().all(Option::is_none) {
        stages[0] = Some(planned(random));
    }
    stages
}

fn random_planned(random: &mut SplitMix64, measure: Measure, start: i32, length: u32) -> Planned {
    let shape = if random.once_in(2) { Shape::Step } else { Shape::Linear };
    Planned { shape, points: random_points(random, shape, measure, start, length) }
}

fn random_dues(random: &mut SplitMix64, start: i32, length: u32) -> Vec<i32> {
    let every = 1 + random.below(4).cast_signed();
    let months = start..start + length.cast_signed();
    if random.once_in(2) {
        let dues: Vec<i32> = months.clone().filter(|month| (month + 1) % every == 0).collect();
        if !dues.is_empty() {
            return dues;
        }
    }
    let mut dues: Vec<i32> = months.filter(|_| random.once_in(3)).collect();
    if dues.is_empty() {
        dues.push(start + random.below(length).cast_signed());
    }
    dues
}

fn random_asked(random: &mut SplitMix64, start: i32, length: u32) -> Asked {
    match random.below(4) {
        0 => Asked::Every(1),
        1 => Asked::Every(3),
        2 => Asked::Every(6),
        _ => Asked::Months((start..start + length.cast_signed()).filter(|_| random.once_in(3)).collect()),
    }
}

fn random_day(random: &mut SplitMix64, month: i32) -> NaiveDate {
    label(month).day(1 + random.below(31))
}
