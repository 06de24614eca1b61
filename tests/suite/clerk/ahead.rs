//! The months before and the months to come: repetition, outlook and what avoids it.

use shangdang::assess::Change;

use super::drawn::{Drawn, Kind, Report, Word};
use super::gauge::Over;
use super::month::{Heard, Held, Marks, close_of, exact};
use super::{Found, Outcome, Wanted};
use crate::oracle::Exact;
use crate::oracle::case::Measure;
use crate::oracle::line::InForce;

/// Far enough ahead for everything to have happened that can.
const HORIZON: i32 = 40;

impl Drawn {
    pub(super) fn by_notebook(&self) -> Outcome {
        let first = self.first_month().min(self.as_of);
        let history: Vec<Found> = (first..=self.as_of).map(|month| self.find(month)).collect();
        let now = history.last().expect("a month");
        let before = history.iter().rev().nth(1).and_then(|found| found.tier);
        let with_tier = |found: &&Found| found.tier.is_some();
        let of_year = |found: &&Found| found.month / 12 == self.as_of / 12;
        let heard = self.heard(self.as_of);
        let next = self.as_of + 1;
        Outcome {
            change: change(before, now),
            consecutive: count(history.iter().rev().take_while(with_tier)),
            times: count(history.iter().filter(with_tier).filter(of_year)),
            finish_delay: self.finish_delay(&history),
            outlook: self.outlook(now.tier, &heard),
            relief: now.tier.and_then(|_| match self.rung(next, &heard) {
                // What a period has missed stands.
                _ if matches!(&self.kind, Kind::Indicator(gauge) if gauge.over != Over::Month) => None,
                Some(_) => self.avoids(next, self.rungs[0], &heard),
                None => Some(Wanted::Nothing),
            }),
            asked_next: self.asked(next, &heard),
            history,
        }
    }

    /// From the first moment at which the plan of that day asked for all that it ever asks, to the first sign that it was
    /// there: the day that the unit names, the day on which it filed the first report of the present run of complete
    /// months, or the close of that month.
    fn finish_delay(&self, history: &[Found]) -> Option<Exact> {
        let mut finished = None;
        for found in history {
            finished = match finished {
                _ if !found.flags.complete => None,
                None => Some(found.month),
                earlier => earlier,
            };
        }
        let finished = finished?;
        let planned = match self.held(finished) {
            Held::Curve(planned) => planned,
            Held::Stages(mut stages) => stages.pop()??,
            _ => return None,
        };
        // A plan that never asks for anything is never finished late, nor in time.
        if planned.asked_at(exact(finished + HORIZON)) == exact(0) {
            return None;
        }
        let mut reached = exact(finished);
        let said =
            |report: &&Report| report.words.iter().any(|word| matches!(word, Word::Figure(_) | Word::Standing(_)));
        // The report that said so: the newest one with a figure that counts at that close.
        let mut counted = self.reports.iter().filter(|report| self.counts(report, finished)).filter(said);
        let report = counted.next_back().expect("what is complete was reported");
        for day in [report.submitted, report.on].into_iter().flatten() {
            reached = reached.min(close_of(day));
        }
        Some((reached - planned.finished_at()?).max(exact(0)))
    }

    /// Lives through the months to come with nothing more heard.
    fn outlook(&self, now: Option<usize>, heard: &[Heard]) -> Option<(usize, i32, Option<Wanted>)> {
        (self.as_of + 1..self.as_of + HORIZON).find_map(|month| {
            let tier = self.tier(month, heard)?;
            let is_higher = Some(tier) > now;
            let wanted = || self.avoids(month, self.rungs[tier], heard);
            is_higher.then(|| (tier, month, wanted()))
        })
    }

    /// The least that, said for that month, leaves a lag at its close that is not enough for a rung.
    fn avoids(&self, month: i32, rung: (u32, bool), heard: &[Heard]) -> Option<Wanted> {
        let is_enough = |word: Word| {
            let mut heard = heard.to_vec();
            heard.push(Heard { at: usize::MAX, month, is_late: false, word, first: 0 });
            let lag = self.lag(month, &heard).expect("it can lag");
            !self.is_enough(rung, lag, month, &heard)
        };
        match self.held(month) {
            Held::Curve(plan) => {
                let lag = |figure| exact(month) - plan.earned_by(exact(month), self.measure.percent_of(figure));
                Some(Wanted::Figure(self.least(|figure| match rung {
                    (0, false) => self.measure.percent_of(figure) >= plan.asked_at(exact(month)),
                    (months, false) => lag(figure) < exact(months.cast_signed()),
                    (months, true) => lag(figure) <= exact(months.cast_signed()),
                })))
            }
            Held::Stages(stages) => {
                let is_enough = |plan: &InForce, percent: Exact| {
                    let lag = exact(month) - plan.earned_by(exact(month), percent);
                    match rung {
                        (0, false) => percent >= plan.asked_at(exact(month)),
                        (months, false) => lag < exact(months.cast_signed()),
                        (months, true) => lag <= exact(months.cast_signed()),
                    }
                };
                Some(self.least_stages(&stages, heard, &is_enough))
            }
            Held::Recurring(dues, times) => {
                let open = Marks::of(dues, times, heard).open()?;
                let mut dues = dues[open..].iter().copied().enumerate();
                let enough = dues.find(|&(_, due)| is_enough(Word::Times { due, count: times }));
                enough.map(|(skipped, due)| Wanted::Occurrences(due, due, 1, skipped, times))
            }
            Held::Indicator(gauge) => Self::gauge_wants(gauge, month, heard, |heard| {
                !self.is_enough(rung, self.lag(month, heard).expect("it can lag"), month, heard)
            }),
            Held::Unscheduled => None,
        }
    }

    /// What is asked for by a close and is not there.
    fn asked(&self, month: i32, heard: &[Heard]) -> Option<Wanted> {
        match self.held(month) {
            Held::Curve(plan) => {
                let asked = plan.asked_at(exact(month));
                let least = self.least(|figure| self.measure.percent_of(figure) >= asked);
                (self.delivered(heard) < asked).then_some(Wanted::Figure(least))
            }
            Held::Stages(stages) => {
                let is_enough = |plan: &InForce, percent| percent >= plan.asked_at(exact(month));
                let through = self.through(heard);
                let mut asked =
                    stages.iter().zip(&through).filter_map(|(plan, percent)| Some((plan.as_ref()?, *percent)));
                let is_short = asked.any(|(plan, percent)| !is_enough(plan, percent));
                is_short.then(|| self.least_stages(&stages, heard, &is_enough))
            }
            Held::Recurring(dues, times) => {
                let open = &dues[Marks::of(dues, times, heard).open()?..];
                let due: Vec<i32> = open.iter().copied().filter(|&due| due <= month).collect();
                Some(Wanted::Occurrences(*due.first()?, *due.last()?, due.len(), 0, times))
            }
            Held::Indicator(gauge) => self.gauge_asked(gauge, month, heard),
            Held::Unscheduled => None,
        }
    }

    /// The least figure that can be reported and is enough: percent in hundredths, whole villages, else amounts in
    /// ten-thousandths.
    fn least(&self, is_enough: impl Fn(Exact) -> bool) -> Exact {
        let (steps, all) = match self.measure {
            Measure::Percent => (100, 10_000),
            Measure::Amount { part, .. } if self.measure.is_whole() => (1, part / 100),
            Measure::Amount { part, .. } => (10_000, part * 100),
        };
        let figure = |units: u32| Exact::new(units.into(), steps);
        // All of it is always enough.
        let (mut enough, mut left) = (all, 0);
        while left < enough {
            let middle = left + (enough - left) / 2;
            if is_enough(figure(middle)) {
                enough = middle;
            } else {
                left = middle + 1;
            }
        }
        figure(enough)
    }

    /// The least for each stage by itself, or what a later one needs; of those the ones that are not there.
    fn least_stages(
        &self,
        stages: &[Option<InForce>],
        heard: &[Heard],
        is_enough: &dyn Fn(&InForce, Exact) -> bool,
    ) -> Wanted {
        let own = |plan: &InForce| self.least(|figure| is_enough(plan, self.measure.percent_of(figure)));
        let own: Vec<Option<Exact>> = stages.iter().map(|plan| plan.as_ref().map(own)).collect();
        let through = self.through(heard);
        let needed = (0..stages.len()).filter_map(|at| {
            own[at]?;
            let needed = own[at..].iter().flatten().copied().max()?;
            (self.measure.percent_of(needed) > through[at]).then_some((at, needed))
        });
        Wanted::Stages(needed.collect())
    }
}

fn change(before: Option<usize>, now: &Found) -> Option<Change> {
    if now.withheld.is_some() {
        return None;
    }
    match (before, now.tier) {
        (None, None) => None,
        (None, Some(_)) => Some(Change::New),
        (Some(_), None) => Some(Change::Lifted),
        (Some(before), Some(now)) if before == now => Some(Change::Held),
        (Some(before), Some(now)) if before < now => Some(Change::Raised),
        (Some(_), Some(_)) => Some(Change::Lowered),
    }
}

fn count(months: impl Iterator) -> u32 {
    u32::try_from(months.count()).expect("few")
}
