//! Random plans for the oracle: drawn, given to the program, made smaller where the two disagree, and shown.

use std::fmt;

use chrono::NaiveDate;
use shangdang::assess::{AsOf, assess_share, lag_behind};
use shangdang::model::{Curve, Moment, Month, Ratio, Reading, Schedule, Shape, ShareIx};

use super::{Exact, Outcome};
use crate::support::{Duty, Filed, Setting, SplitMix64, curve, hundredths, revision};

/// A plan with one share, in plain integers. Months are counted as `12 * year + number - 1`.
#[derive(Clone)]
pub(super) struct Case {
    pub(super) shape: Shape,
    pub(super) points: Vec<(When, u32)>,
    pub(super) measure: Measure,
    /// Months and figures in hundredths, in any order.
    pub(super) reports: Vec<(i32, u32)>,
    /// Approved changes in the order of their approval.
    pub(super) changes: Vec<Changed>,
    start: i32,
    pub(super) as_of: i32,
}

/// From the close of which month on, and what is asked for.
#[derive(Clone)]
pub(super) struct Changed {
    pub(super) from: i32,
    pub(super) shape: Shape,
    pub(super) points: Vec<(When, u32)>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct When {
    pub(crate) month: i32,
    pub(crate) day: Option<u32>,
}

/// What levels and figures are given in.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Measure {
    /// Hundredths of a percent.
    Percent,
    /// Hundredths of a thing: of so many the item has, and the share a part.
    Amount { total: u32, part: u32 },
}

impl Case {
    pub(super) fn assessed(&self) -> Outcome {
        let filed = self.reports.iter().map(|&(month, figure)| {
            let figure = hundredths(figure);
            let reading = match self.measure {
                Measure::Percent => Reading::Percent(figure),
                Measure::Amount { .. } => Reading::Done(figure),
            };
            Filed::new(label(month), reading)
        });
        let amount = match self.measure {
            Measure::Percent => None,
            Measure::Amount { part, .. } => Some(hundredths(part)),
        };
        let duty = Duty::new(Schedule::Curve(self.curve(self.shape, &self.points)), amount, filed.collect());
        let setting = Setting::new(label(self.start), label(self.as_of), vec![duty]);
        let mut workspace = setting.workspace();
        let approved = (1..).zip(&self.changes).map(|(day, Changed { from, shape, points })| {
            revision(label(*from), label(self.start).day(day), self.curve(*shape, points))
        });
        workspace.items[0].revise(approved.collect());
        let as_of = AsOf::close_of(label(self.as_of));
        let curve = workspace.items[0].schedule_at(as_of).curve().expect("a curve").clone();
        let assessed = assess_share(&workspace, ShareIx(0), as_of);
        let verdict = assessed.verdict();
        let actual = self.actual();
        let actual = Ratio::new(*actual.numer(), *actual.denom());
        let shown = |fraction: Option<String>| fraction.unwrap_or_default();
        Outcome {
            lag: shown(verdict.lag.map(|lag| lag.to_string())),
            lag_of_curve: lag_behind(&curve, actual, label(self.as_of)).to_string(),
            required: shown(verdict.required.map(|required| required.to_string())),
            tier: verdict.tier.map(|tier| tier.0),
            complete: verdict.flags.complete,
            due_unmet: verdict.flags.due_unmet,
        }
    }

    fn curve(&self, shape: Shape, points: &[(When, u32)]) -> Curve {
        let points = points.iter().map(|&(when, level)| {
            let level = match self.measure {
                Measure::Percent => hundredths(level).ratio(),
                Measure::Amount { total, .. } => hundredths(level).ratio() / hundredths(total).ratio() * Ratio::HUNDRED,
            };
            (when.moment(), level)
        });
        curve(shape, points).expect("random points make a curve")
    }

    pub(super) fn differs(&self) -> bool {
        self.by_definition() != self.assessed()
    }

    /// The same difference with as few points and reports as will do.
    pub(super) fn smallest(self) -> Self {
        let fewest = if self.shape == Shape::Linear { 2 } else { 1 };
        let without_point = (0..self.points.len()).filter(|_| self.points.len() > fewest).map(|at| {
            let mut case = self.clone();
            case.points.remove(at);
            case
        });
        let without_report = (0..self.reports.len()).map(|at| {
            let mut case = self.clone();
            case.reports.remove(at);
            case
        });
        let without_change = (0..self.changes.len()).map(|at| {
            let mut case = self.clone();
            case.changes.remove(at);
            case
        });
        let smaller = without_point.chain(without_report).chain(without_change).find(Self::differs);
        smaller.map_or(self, Self::smallest)
    }

    pub(super) fn random(random: &mut SplitMix64) -> Self {
        let start = 12 * 2019 + random.below(60).cast_signed();
        let length = 2 + random.below(23);
        let shape = if random.once_in(2) { Shape::Step } else { Shape::Linear };
        let measure = random_measure(random);
        let mut case = Self {
            shape,
            points: random_points(random, shape, measure, start, length),
            measure,
            reports: Vec::new(),
            changes: Vec::new(),
            start,
            as_of: start + random.below(length + 4).cast_signed(),
        };
        while case.changes.len() < 3 && random.once_in(2) {
            let from = start + random.below(length + 1).cast_signed();
            let shape = if random.once_in(2) { Shape::Step } else { Shape::Linear };
            let points = random_points(random, shape, measure, start, length);
            case.changes.push(Changed { from, shape, points });
        }
        for month in start..start + length.cast_signed() {
            if random.once_in(4) {
                let figure = case.random_figure(random);
                case.reports.push((month, figure));
            }
        }
        if !random.once_in(4) {
            let figure = case.random_figure(random);
            case.reports.retain(|report| report.0 != case.as_of);
            case.reports.push((case.as_of, figure));
        }
        case
    }

    /// Mostly what decides: a level, or what was asked for some whole months ago, or a hundredth beside it.
    fn random_figure(&self, random: &mut SplitMix64) -> u32 {
        let (whole, part) = match self.measure {
            Measure::Percent => (10_000, 10_000),
            Measure::Amount { total, part } => (total, part),
        };
        let figure = match random.below(4) {
            0 => random.below(part + part / 8 + 1),
            1 => {
                let position = random.below(u32::try_from(self.points.len()).expect("few points"));
                let level = u64::from(self.points[position as usize].1);
                u32::try_from(level * u64::from(part) / u64::from(whole)).expect("within the part")
            }
            _ => {
                let months = Exact::from(i128::from(random.below(5)));
                let asked = self.line().asked_at(Exact::from(i128::from(self.as_of)) - months);
                let hundredths = self.measure.of_percent(asked) * Exact::from(100);
                u32::try_from(hundredths.to_integer()).expect("within the part")
            }
        };
        self.measure.beside(figure, random)
    }
}

impl Measure {
    /// A figure, or now and then the next one below or above it: there a rule shows where it ends.
    pub(crate) fn beside(self, figure: u32, random: &mut SplitMix64) -> u32 {
        let figure = match random.below(4) {
            0 => figure.saturating_sub(1),
            1 => figure + 1,
            _ => figure,
        };
        match self {
            Self::Percent => figure.min(10_000),
            Self::Amount { .. } => figure,
        }
    }

    /// A level of the plan in percent.
    pub(crate) fn level_percent(self, level: u32) -> Exact {
        match self {
            Self::Percent => Exact::new(level.into(), 100),
            Self::Amount { total, .. } => Exact::new(100 * i128::from(level), total.into()),
        }
    }

    /// Whether the share has whole things only, so that figures are whole too.
    pub(crate) fn is_whole(self) -> bool {
        matches!(self, Self::Amount { part, .. } if part % 100 == 0)
    }

    /// A reported figure in percent.
    pub(crate) fn figure_percent(self, figure: u32) -> Exact {
        self.percent_of(Exact::new(figure.into(), 100))
    }

    /// A number in the measure of the item in percent of the share.
    pub(crate) fn percent_of(self, number: Exact) -> Exact {
        match self {
            Self::Percent => number,
            Self::Amount { part, .. } => number * Exact::new(10_000, part.into()),
        }
    }

    /// So many percent of the share, in the measure of the item.
    pub(crate) fn of_percent(self, percent: Exact) -> Exact {
        match self {
            Self::Percent => percent,
            Self::Amount { part, .. } => percent * Exact::new(part.into(), 10_000),
        }
    }
}

pub(crate) fn random_measure(random: &mut SplitMix64) -> Measure {
    if random.once_in(2) {
        return Measure::Percent;
    }
    let total = match random.below(3) {
        0 => 100 * (1 + random.below(40)),
        1 => 1 + random.below(999),
        _ => 1 + random.below(1_000_000),
    };
    let part = if random.once_in(2) { total } else { 1 + random.below(total) };
    Measure::Amount { total, part }
}

pub(crate) fn random_points(
    random: &mut SplitMix64,
    shape: Shape,
    measure: Measure,
    start: i32,
    length: u32,
) -> Vec<(When, u32)> {
    let whole = match measure {
        Measure::Percent => 10_000,
        Measure::Amount { total, .. } => total,
    };
    let wanted = 2 + random.below(5);
    let mut times: Vec<When> = (0..wanted).map(|_| random_when(random, start, length)).collect();
    times.sort_by_key(|when| when.exact());
    times.dedup_by_key(|when| when.exact());
    if shape == Shape::Linear && times.len() < 2 {
        times.push(When { month: start + length.cast_signed(), day: None });
    }
    let mut levels: Vec<u32> = times.iter().map(|_| random_level(random, whole)).collect();
    if shape == Shape::Linear && random.once_in(2) {
        levels[0] = 0;
    }
    if !random.once_in(4) {
        levels.push(whole);
        levels.remove(0);
    }
    levels.sort_unstable();
    times.into_iter().zip(levels).collect()
}

pub(crate) fn random_when(random: &mut SplitMix64, start: i32, length: u32) -> When {
    let month = start + random.below(length).cast_signed();
    let day = match random.below(4) {
        0 => Some(1 + random.below(days_in(month))),
        1 => Some(days_in(month) - random.below(3)),
        _ => None,
    };
    When { month, day }
}

/// Round levels come often, so that neighbours are level with each other now and then.
fn random_level(random: &mut SplitMix64, whole: u32) -> u32 {
    if random.once_in(2) { whole / 4 * random.below(5) } else { random.below(whole + 1) }
}

impl fmt::Display for Case {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "plan from {}, {:?}:", label(self.start), self.shape)?;
        if let Measure::Amount { total, part } = self.measure {
            let [total, part] = [total, part].map(hundredths);
            writeln!(formatter, "  total {total}, of it {part}")?;
        }
        for &(when, level) in &self.points {
            writeln!(formatter, "  by {}: {}", when.moment(), hundredths(level))?;
        }
        for Changed { from, shape, points } in &self.changes {
            writeln!(formatter, "changed from {}, {shape:?}:", label(*from))?;
            for &(when, level) in points {
                writeln!(formatter, "  by {}: {}", when.moment(), hundredths(level))?;
            }
        }
        for &(month, figure) in &self.reports {
            writeln!(formatter, "  reported for {}: {}", label(month), hundredths(figure))?;
        }
        writeln!(formatter, "as of {}", label(self.as_of))
    }
}

impl When {
    pub(crate) fn exact(self) -> Exact {
        match self.day {
            None => Exact::from(i128::from(self.month)),
            Some(day) => {
                let elapsed = Exact::new(day.into(), days_in(self.month).into());
                Exact::from(i128::from(self.month - 1)) + elapsed
            }
        }
    }

    pub(crate) fn moment(self) -> Moment {
        let (year, number) = year_and_number(self.month);
        match self.day {
            None => Moment::Close(label(self.month)),
            Some(day) => Moment::Day(NaiveDate::from_ymd_opt(year, number, day).expect("a day of the month")),
        }
    }
}

fn year_and_number(month: i32) -> (i32, u32) {
    (month / 12, (month % 12).cast_unsigned() + 1)
}

pub(crate) fn label(month: i32) -> Month {
    let (year, number) = year_and_number(month);
    Month::new(year, number).expect("a month")
}

fn days_in(month: i32) -> u32 {
    let (year, number) = year_and_number(month);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][number as usize - 1]
}
