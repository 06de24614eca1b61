//! One month in the notebook: what has been heard by then, and what follows from it.

use chrono::{Datelike, Months, NaiveDate};
use shangdang::model::Shape;

use super::Found;
use super::drawn::{Asked, Changed, Drawn, Kind, MOST_STAGES, Planned, Report, Word};
use super::gauge::Gauge;
use super::page::bucket;
use crate::oracle::Exact;
use crate::oracle::line::{InForce, Line};
use crate::support::REPORT_DAY;

/// An entry that counts.
#[derive(Clone, Copy)]
pub(super) struct Heard {
    /// Its position among all entries of the share.
    pub(super) at: usize,
    pub(super) month: i32,
    pub(super) is_late: bool,
    pub(super) word: Word,
    /// The first of the named things that are done.
    pub(super) first: u32,
}

/// What a share is held against at some close.
pub(super) enum Held<'a> {
    Curve(InForce),
    /// What is asked of each stage, if anything is.
    Stages(Vec<Option<InForce>>),
    Recurring(&'a [i32], u32),
    Indicator(&'a Gauge),
    Unscheduled,
}

pub(super) fn exact(month: i32) -> Exact {
    Exact::from(i128::from(month))
}

pub(super) fn month_of(day: NaiveDate) -> i32 {
    12 * day.year() + day.month0().cast_signed()
}

/// The end of a day, where the closes of months are whole numbers.
pub(super) fn close_of(day: NaiveDate) -> Exact {
    let first = day.with_day(1).expect("every month has a first day");
    let days = (first + Months::new(1) - first).num_days();
    exact(month_of(day) - 1) + Exact::new(day.day().into(), days.into())
}

fn report_day(month: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(month / 12, (month % 12).cast_unsigned() + 1, REPORT_DAY).expect("every month has that day")
}

impl Drawn {
    pub(super) fn knows(&self, day: NaiveDate) -> bool {
        self.known_by.is_none_or(|known_by| day <= known_by)
    }

    /// The first month that has a verdict.
    pub(super) fn first_month(&self) -> i32 {
        let found = self.found.map(month_of);
        self.first_kept().max(found.unwrap_or(self.start))
    }

    fn first_kept(&self) -> i32 {
        self.kept.iter().flatten().fold(self.start, |latest, &kept| latest.max(kept))
    }

    /// Whether anybody asks for a report for a month: what the unit has of its own comes before the plan.
    fn asks(&self, month: i32) -> bool {
        let is_asked = |asked: &Asked| match asked {
            Asked::Every(months) => (month % 12 + 1) % months.cast_signed() == 0,
            Asked::Months(months) => months.contains(&month),
        };
        let [plan, unit] = &self.asked;
        month >= self.first_kept() && unit.as_ref().or(plan.as_ref()).is_none_or(is_asked)
    }

    pub(super) fn counts(&self, report: &Report, month: i32) -> bool {
        let filed = report.submitted.unwrap_or(report_day(report.month));
        report.month <= month && self.knows(filed)
    }

    /// Everything that counts at the close of a month, oldest first.
    pub(super) fn heard(&self, month: i32) -> Vec<Heard> {
        let mut heard = Vec::new();
        let mut at = 0;
        for report in &self.reports {
            for &word in &report.words {
                if self.counts(report, month) {
                    let filed = report.submitted;
                    heard.push(Heard {
                        at,
                        month: report.month,
                        is_late: self.asks(report.month) && filed.is_some_and(|day| day > report_day(report.month)),
                        word,
                        first: report.first,
                    });
                }
                at += 1;
            }
        }
        heard
    }

    /// The months up to a close in which something should have been said, since anything was.
    pub(super) fn silent(&self, month: i32, heard: &[Heard]) -> Vec<i32> {
        let is_silent = |silent: &i32| self.asks_about(*silent) && heard.iter().all(|entry| entry.month < *silent);
        (self.first_month()..=month).filter(is_silent).collect()
    }

    /// The approved changes that are known and have begun by a month, with their places in the order of approval.
    fn changed_by(&self, month: i32) -> Vec<(usize, &Changed)> {
        let all = self.changes.iter().enumerate();
        all.filter(|(_, changed)| changed.from <= month && self.knows(changed.date)).collect()
    }

    /// What the plan asks for over time, as it stands at a close.
    fn in_force(&self, month: i32, planned: Option<&Planned>) -> InForce {
        let nothing = Line { shape: Shape::Step, points: Vec::new() };
        let mut lines = vec![(exact(0), planned.map_or(nothing, |planned| planned.line(self.measure)))];
        for (_, changed) in self.changed_by(month) {
            lines.push((exact(changed.from), changed.planned.line(self.measure)));
        }
        InForce(lines)
    }

    pub(super) fn held(&self, month: i32) -> Held<'_> {
        match &self.kind {
            Kind::Curve(planned) => Held::Curve(self.in_force(month, Some(planned))),
            Kind::Stages(stages) => {
                let line = |planned: &Planned| InForce(vec![(exact(0), planned.line(self.measure))]);
                Held::Stages(stages.iter().map(|planned| planned.as_ref().map(line)).collect())
            }
            Kind::Recurring(dues, times) => {
                let closed_before = dues.iter().filter(|&&due| due < self.first_kept()).count();
                Held::Recurring(&dues[closed_before..], *times)
            }
            Kind::Indicator(gauge) => Held::Indicator(gauge),
            Kind::Unscheduled if self.changed_by(month).is_empty() => Held::Unscheduled,
            Kind::Unscheduled => Held::Curve(self.in_force(month, None)),
        }
    }

    /// Whether what is found rests on months in which nothing was said.
    fn is_silence(&self, month: i32, heard: &[Heard]) -> bool {
        match self.held(month) {
            Held::Indicator(gauge) => self.rests_on_silence(gauge, month, heard),
            Held::Curve(_) | Held::Stages(_) | Held::Recurring(..) | Held::Unscheduled => {
                !self.silent(month, heard).is_empty()
            }
        }
    }

    fn exemption(&self, month: i32) -> Option<usize> {
        let mut found = None;
        for (at, exempt) in self.exemptions.iter().enumerate() {
            if exempt.from <= month && month <= exempt.until && self.knows(exempt.date) {
                found = Some(at);
            }
        }
        found
    }

    /// Whether anybody asks about the share in a month: behind the end of the plan only if it is behind, and of whoever
    /// files while something is open only if it is, by what was known a month before.
    fn asks_about(&self, month: i32) -> bool {
        let is_over = month > self.end();
        if !self.asks(month) || !is_over && !self.only_while_open {
            return self.asks(month);
        }
        let heard = self.heard(month - 1);
        match self.held(month) {
            Held::Curve(_) | Held::Stages(_) if is_over => self.is_short(month, &heard),
            Held::Curve(_) => self.delivered(&heard) < exact(100),
            Held::Stages(stages) => self.through(&heard)[stages.len() - 1] < exact(100),
            Held::Recurring(dues, times) => Marks::of(dues, times, &heard).open().is_some(),
            Held::Indicator(gauge) => self.is_open(gauge, month, &heard),
            Held::Unscheduled => false,
        }
    }

    /// Whether less is there at a close than is asked for, were it only since this very close.
    pub(super) fn is_short(&self, month: i32, heard: &[Heard]) -> bool {
        match self.held(month) {
            Held::Curve(plan) => plan.asked_at(exact(month)) > self.delivered(heard),
            Held::Stages(stages) => {
                let mut stages = stages.iter().zip(self.through(heard));
                stages.any(|(plan, percent)| plan.as_ref().is_some_and(|plan| plan.asked_at(exact(month)) > percent))
            }
            Held::Recurring(dues, times) => Marks::of(dues, times, heard).open().is_some_and(|at| dues[at] <= month),
            Held::Indicator(gauge) => self.is_behind(gauge, month, heard),
            Held::Unscheduled => false,
        }
    }

    /// What a share comes to by its lag, and by whether it is short at all.
    pub(super) fn rung(&self, month: i32, heard: &[Heard]) -> Option<usize> {
        let lag = self.lag(month, heard).filter(|_| self.key)?;
        let reached = self.rungs.iter().filter(|&&rung| self.is_enough(rung, lag, month, heard));
        reached.count().checked_sub(1)
    }

    pub(super) fn is_enough(&self, rung: (u32, bool), lag: Exact, month: i32, heard: &[Heard]) -> bool {
        let (months, beyond) = (exact(rung.0.cast_signed()), rung.1);
        match (rung, beyond) {
            ((0, false), _) => self.is_short(month, heard),
            (_, true) => lag > months,
            (_, false) => lag >= months,
        }
    }

    /// The lag at the close of a month of what has been heard, whenever that was.
    pub(super) fn lag(&self, month: i32, heard: &[Heard]) -> Option<Exact> {
        let now = exact(month);
        match self.held(month) {
            Held::Curve(plan) => Some(now - plan.earned_by(now, self.delivered(heard))),
            Held::Stages(stages) => {
                let lags = self
                    .through(heard)
                    .into_iter()
                    .zip(stages)
                    .filter_map(|(percent, plan)| Some(now - plan?.earned_by(now, percent)));
                lags.max()
            }
            Held::Recurring(dues, times) => {
                let open = Marks::of(dues, times, heard).open();
                Some(open.map_or(exact(0), |at| exact((month - dues[at]).max(0))))
            }
            Held::Indicator(gauge) => Some(self.gauge_lag(gauge, month, heard)),
            Held::Unscheduled => None,
        }
    }

    /// Whether the source contradicts itself and nothing that is known has settled it by a month.
    fn is_disputed(&self, month: i32) -> bool {
        self.disputed && !self.changed_by(month).iter().any(|(_, changed)| changed.settles)
    }

    /// The tier at the close of a month of what has been heard, unless it is withheld.
    pub(super) fn tier(&self, month: i32, heard: &[Heard]) -> Option<usize> {
        let by_rule = self.rung(month, heard);
        by_rule.filter(|_| self.exemption(month).is_none() && !self.is_disputed(month))
    }

    /// In percent; nothing where nobody ever said a figure.
    pub(super) fn delivered(&self, heard: &[Heard]) -> Exact {
        figures(heard).last().map_or(exact(0), |&(_, figure)| self.measure.figure_percent(figure))
    }

    /// How many have come to each stage or gone beyond it by the newest word, in percent.
    pub(super) fn through(&self, heard: &[Heard]) -> Vec<Exact> {
        let newest = standings(heard).last().map_or([0; MOST_STAGES], |&(_, standing)| standing);
        let reached = |at: usize| newest.iter().skip(at).map(|&number| self.measure.figure_percent(number));
        (0..MOST_STAGES).map(|at| reached(at).sum()).collect()
    }

    pub(super) fn find(&self, month: i32) -> Found {
        let heard = self.heard(month);
        let lag = self.lag(month, &heard);
        let by_rule = self.rung(month, &heard);
        let exemption = self.exemption(month);
        let page = self.page(month, &heard, lag);
        let disputed = self.is_disputed(month);
        let is_withheld = exemption.is_some() || disputed;
        let tier = by_rule.filter(|_| !is_withheld);
        Found {
            month,
            bucket: bucket(lag, page.flags),
            required: page.required,
            actual: page.actual,
            lag,
            tier,
            withheld: by_rule.filter(|_| is_withheld),
            presumed: tier.is_some() && self.is_silence(month, &heard),
            evidence: page.evidence,
            exemption,
            disputed,
            revision: self.changed_by(month).last().map(|(at, _)| *at),
            flags: page.flags,
        }
    }
}

/// What has been heard of each occurrence.
pub(super) struct Marks {
    /// The entry that did it, unless it was taken back.
    pub(super) by: Vec<Option<Heard>>,
    /// The newest entry on it, and how often it was done by that.
    pub(super) said: Vec<Option<(Heard, u32)>>,
    /// The last month in which one was taken back, or lowered.
    pub(super) taken_back: Option<i32>,
}

impl Marks {
    /// Strokes on the page: an occurrence is done when it has as many as it asks for.
    pub(super) fn of(dues: &[i32], times: u32, heard: &[Heard]) -> Self {
        let mut marks = Self { by: vec![None; dues.len()], said: vec![None; dues.len()], taken_back: None };
        for &entry in heard {
            let (due, strokes) = match entry.word {
                Word::Occurrence { due, done: true } => (due, times),
                Word::Occurrence { due, done: false } => (due, 0),
                Word::Times { due, count } => (due, count),
                Word::Figure(_) | Word::Standing(_) | Word::Value(_) => continue,
            };
            let Some(at) = dues.iter().position(|&of| of == due) else {
                continue;
            };
            let before = marks.said[at].map_or(0, |(_, before)| before);
            if strokes < before {
                marks.taken_back = Some(entry.month);
            }
            marks.said[at] = Some((entry, strokes));
            marks.by[at] = if strokes < times { None } else { Some(entry) };
        }
        marks
    }

    pub(super) fn latest(&self) -> Option<usize> {
        (0..self.by.len()).filter(|&at| self.by[at].is_some()).max()
    }

    /// The first occurrence after the latest one done.
    pub(super) fn open(&self) -> Option<usize> {
        (0..self.by.len()).find(|&at| Some(at) > self.latest())
    }
}

impl Word {
    pub(super) fn number(self) -> u32 {
        match self {
            Self::Figure(number) | Self::Value(number) => number,
            Self::Occurrence { .. } | Self::Times { .. } | Self::Standing(_) => unreachable!("it has no number"),
        }
    }
}

pub(super) fn figures(heard: &[Heard]) -> Vec<(Heard, u32)> {
    let figures = heard.iter().filter_map(|&entry| match entry.word {
        Word::Figure(figure) => Some((entry, figure)),
        _ => None,
    });
    figures.collect()
}

pub(super) fn standings(heard: &[Heard]) -> Vec<(Heard, [u32; MOST_STAGES])> {
    let standings = heard.iter().filter_map(|&entry| match entry.word {
        Word::Standing(standing) => Some((entry, standing)),
        _ => None,
    });
    standings.collect()
}
