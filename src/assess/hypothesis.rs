//! What a report would have to say. Nothing here is worked back from the plan: the share is judged as if the report
//! said it, by the same rules as any other, and the least that comes to the verdict wanted is what is asked for.

use crate::model::{
    AsOf, Compare, Detail, DetailIx, Entry, Figure, Indicator, Measure, Month, Occurrence, Ratio, Reading, Recurring,
    Remarks, ReportIx, Schedule, Share, ShareIx, Stages, Target, Terms, Workspace,
};
use crate::source::{FileId, Place};

use super::evidence::Evidence;
use super::judge::judge_on;
use super::periods;
use super::verdict::{Reasoning, Verdict};

/// What a report must show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Needs {
    /// This figure or more, in the item's own measure.
    Figure(Ratio),
    /// At each of these stages or beyond it this many or more, in the item's own measure; by the positions of the stages,
    /// those only that fewer have reached.
    Stages(Box<[(usize, Ratio)]>),
    /// These occurrences, done.
    Occurrences(Dues),
    /// A reading that meets this target of the indicator.
    Target(Target),
}

/// All occurrences of a duty from one due month to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dues {
    /// The due month of the first.
    pub from: Month,
    /// The due month of the last.
    pub until: Month,
    /// How many they are.
    pub count: usize,
    /// How many are open before them, and missed for good once only these are done.
    pub skipped: usize,
    /// How often each of them has to be done.
    pub times: u32,
}

/// A share with what is known of it at a close, to be judged at later ones.
pub(super) struct Hypothesis<'a> {
    pub(super) workspace: &'a Workspace,
    pub(super) ix: ShareIx,
    pub(super) as_of: AsOf,
    /// With the entries up to that close only.
    share: Share,
}

impl<'a> Hypothesis<'a> {
    pub(super) fn of(workspace: &'a Workspace, ix: ShareIx, as_of: AsOf) -> Self {
        let share = workspace.share(ix);
        let known = share.entries.iter().take_while(|entry| entry.month <= as_of.month);
        // What is written beside a reading decides nothing.
        let bare = |entry: &Entry| Entry { remarks: Remarks::None, ..*entry };
        let share = Share {
            entries: known.map(bare).collect(),
            objects: share.objects.clone(),
            details: share.details.clone(),
            ..*share
        };
        Self { workspace, ix, as_of, share }
    }

    /// The verdict at a later close, if nothing more is reported.
    pub(super) fn silent(&self, month: Month) -> Verdict {
        judge_on(self.evidence(month), self.ix)
    }

    /// The verdict at a later close, if the report for that month says this.
    fn reported(&mut self, month: Month, readings: impl IntoIterator<Item = Reading>) -> Verdict {
        self.with(month, readings.into_iter().map(|reading| (reading, None)))
    }

    fn with(&mut self, month: Month, said: impl IntoIterator<Item = (Reading, Option<DetailIx>)>) -> Verdict {
        let known = self.share.entries.len();
        self.share.entries.extend(said.into_iter().map(|(reading, detail)| Entry {
            // Nobody has filed it, and nobody asks which report an assumed entry is in.
            report: ReportIx(usize::MAX),
            month,
            reading,
            detail,
            on: None,
            remarks: Remarks::None,
            place: Place::top_of(FileId(0)),
            assumed: true,
        }));
        let verdict = self.silent(month);
        self.share.entries.truncate(known);
        verdict
    }

    fn evidence(&self, month: Month) -> Evidence<'_> {
        Evidence::on(self.workspace, (self.ix, &self.share), AsOf { month, ..self.as_of })
    }

    fn terms(&self, month: Month) -> Terms<'a> {
        self.workspace.terms(self.workspace.share(self.ix), AsOf { month, ..self.as_of })
    }

    /// The least that the report for a month must show for the verdict at its close to be good enough; none if nothing
    /// that it can show is. What the plan asked for so many months `before` that close is where the search begins.
    pub(super) fn least(&mut self, month: Month, before: u32, is_enough: impl Fn(&Verdict) -> bool) -> Option<Needs> {
        match self.terms(month).schedule {
            Schedule::Curve(curve) => {
                let about = curve.required_at(month.close() - Ratio::whole(i128::from(before)));
                self.least_figure(month, about, is_enough).map(Needs::Figure)
            }
            Schedule::Stages(stages) => self.least_stages(month, before, stages, is_enough).map(Needs::Stages),
            Schedule::Recurring(recurring) => self.first_enough(month, recurring, is_enough),
            Schedule::Indicator(indicator) => {
                let target = indicator.target_of(month)?;
                let reading = just_met(indicator, target)?;
                // A running count does not fall.
                let counted = indicator.counts.then(|| periods::counted(self.evidence(month), indicator, month));
                if counted.flatten().is_some_and(|counted| counted > reading) {
                    return None;
                }
                is_enough(&self.reported(month, [Reading::Value(reading)])).then_some(Needs::Target(target))
            }
            Schedule::Standing { .. } | Schedule::Unscheduled => None,
        }
    }

    /// What the report for a month must show for the share to be on schedule at its close, which it may not be if nothing
    /// more is reported: of a duty that recurs all that is open, or what is left out would be missed for good. None if it
    /// is on schedule anyway.
    pub(super) fn on_schedule(&mut self, silent: &Verdict) -> Option<Needs> {
        if !silent.is_behind() {
            return None;
        }
        let month = silent.month;
        let Some(recurring) = self.terms(month).schedule.recurring() else {
            return self.least(month, 0, |verdict| !verdict.is_behind());
        };
        let open = open(recurring, silent);
        let due = &open[..open.partition_point(|one| one.due <= month)];
        let done = due.iter().map(|one| recurring.done(one.due));
        let (from, until) = (due.first()?.due, due.last()?.due);
        let is_enough = !self.reported(month, done).is_behind();
        is_enough.then_some(Needs::Occurrences(Dues {
            from,
            until,
            count: due.len(),
            skipped: 0,
            times: recurring.times,
        }))
    }

    /// The search is over figures that can be reported, from none to all of the share. More progress never makes a
    /// verdict worse.
    fn least_figure(&mut self, month: Month, about: Ratio, is_enough: impl Fn(&Verdict) -> bool) -> Option<Ratio> {
        let steps = self.steps();
        let (all, about) = (self.units(month, Ratio::HUNDRED), self.units(month, about));
        let is_percent = self.terms(month).amount.is_none();
        let least = least_of((0, all), about, |units| {
            let figure = Figure::exactly(Ratio::new(units, steps));
            let reading = figure.map(if is_percent { Reading::Percent } else { Reading::Done });
            reading.is_some_and(|reading| is_enough(&self.reported(month, [reading])))
        });
        least.map(|units| Ratio::new(units, steps))
    }

    /// How finely a figure can be reported: in so many steps to one.
    fn steps(&self) -> i128 {
        Measure::of(self.workspace.item(self.share.item)).steps()
    }

    /// The least number of steps that comes up to so many percent of the share.
    fn units(&self, month: Month, percent: Ratio) -> i128 {
        (self.terms(month).in_measure(percent) * Ratio::whole(self.steps())).ceil()
    }

    /// The same for each stage, the last one first: what has reached it has reached those before it. Each is searched with
    /// all that there is in those before it, so that it alone decides.
    fn least_stages(
        &mut self,
        month: Month,
        before: u32,
        stages: &Stages,
        is_enough: impl Fn(&Verdict) -> bool,
    ) -> Option<Box<[(usize, Ratio)]>> {
        let steps = self.steps();
        let all = self.units(month, Ratio::HUNDRED);
        let then = month.close() - Ratio::whole(i128::from(before));
        let mut least = vec![all; stages.all().len()];
        let mut beyond = 0;
        for (at, stage) in stages.all().iter().enumerate().rev() {
            if let Some(curve) = &stage.curve {
                let about = self.units(month, curve.required_at(then)).max(beyond);
                beyond = least_of((beyond, all), about, |units| {
                    least[at] = units;
                    standing(&least, steps).is_some_and(|said| is_enough(&self.told(month, said)))
                })?;
            }
            least[at] = beyond;
        }
        let reached = self.evidence(month).entries().rev().find_map(|(_, entry)| self.share.reached(entry));
        let has = |at: usize| reached.as_ref().map_or(Ratio::ZERO, |reached| reached[at].ratio());
        let needed = stages.asked().map(|(at, _)| (at, Ratio::new(least[at], steps)));
        Some(needed.filter(|&(at, least)| least > has(at)).collect())
    }

    /// The verdict at a later close, if the report for that month says that so many stand at each stage.
    fn told(&mut self, month: Month, standing: Box<[Figure]>) -> Verdict {
        let known = self.share.details.len();
        let detail = self.share.keep(Detail::Stages(standing));
        let verdict = self.with(month, [(Reading::Stages, detail)]);
        self.share.details.truncate(known);
        verdict
    }

    /// The earliest open occurrence that is enough by itself; later ones are never worse.
    fn first_enough(
        &mut self,
        month: Month,
        recurring: &Recurring,
        is_enough: impl Fn(&Verdict) -> bool,
    ) -> Option<Needs> {
        let silent = self.silent(month);
        let open = open(recurring, &silent);
        let first = open
            .partition_point(|one| one.from <= month && !is_enough(&self.reported(month, [recurring.done(one.due)])));
        let due = open.get(first).filter(|one| one.from <= month)?.due;
        Some(Needs::Occurrences(Dues { from: due, until: due, count: 1, skipped: first, times: recurring.times }))
    }
}

/// How many stand at each stage, where so many steps have reached each.
fn standing(reached: &[i128], steps: i128) -> Option<Box<[Figure]>> {
    let beyond = reached.iter().skip(1).chain([&0]);
    let standing = reached.iter().zip(beyond).map(|(here, beyond)| Figure::exactly(Ratio::new(here - beyond, steps)));
    standing.collect()
}

/// The least number within bounds that is enough, where more never is less; none if the greatest is not.
fn least_of((first, all): (i128, i128), about: i128, mut is_enough: impl FnMut(i128) -> bool) -> Option<i128> {
    // Nearly always it is the first guess, or the one after it.
    let mut guesses = [about, about + 1].into_iter().filter(|&guess| guess <= all);
    let (mut short, mut enough) = match guesses.find(|&guess| is_enough(guess)) {
        Some(guess) => (first - 1, guess),
        None if is_enough(all) => (about, all),
        None => return None,
    };
    let mut middle = enough - 1;
    while short + 1 < enough {
        if is_enough(middle) {
            enough = middle;
        } else {
            short = middle;
        }
        middle = short + (enough - short) / 2;
    }
    Some(enough)
}

/// The occurrences after the latest one done.
fn open<'a>(recurring: &'a Recurring, verdict: &Verdict) -> &'a [Occurrence] {
    match verdict.reasoning {
        Reasoning::Recurring { next: Some(next), .. } => &recurring.occurrences()[next..],
        _ => &[],
    }
}

/// A reading that only just meets a target; none if it cannot be written.
fn just_met(indicator: &Indicator, target: Target) -> Option<Figure> {
    let bound = target.bound.ratio();
    // What is counted, or is one of some classes, is whole.
    let is_whole = indicator.of.is_some() || indicator.scale.is_some();
    let finest = Ratio::new(1, if is_whole { 1 } else { Measure::Reading("").steps() });
    Figure::exactly(match indicator.compare {
        Compare::AtLeast | Compare::AtMost | Compare::Between | Compare::NoWorseThan => bound,
        Compare::Above => bound + finest,
        Compare::Below => bound - finest,
    })
}
