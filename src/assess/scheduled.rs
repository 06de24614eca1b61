//! Items with a curve: the moment at which the plan first asked for more than was delivered.

use crate::model::{Curve, Figure, Lag, Moment, Month, Ratio, Reading, ShareIx, Workspace};

use super::evidence::{self, Evidence};
use super::progress::Progress;
use super::verdict::{Flags, Reasoning, Verdict};

/// `sup { t : P(t) <= actual }` in months, `actual` in percent: what was delivered is what the plan asked for up to
/// this moment. None if the plan never asks for more. A curve in force at a close falls, if ever, at or before it, so
/// that more is asked for all the time from this moment to the close, if it comes before it.
pub fn earned(curve: &Curve, actual: Ratio) -> Option<Ratio> {
    curve.last_within(actual)
}

/// The lag of `actual` (percent) behind a curve at the close of a month.
pub fn lag_behind(curve: &Curve, actual: Ratio, month: Month) -> Lag {
    earned(curve, actual).map_or(Lag::NONE, |from| Lag::between(from, month.close()))
}

/// The figure of an entry on a curve or without a schedule.
pub(super) fn figure(reading: Reading) -> Option<Figure> {
    match reading {
        Reading::Percent(figure) | Reading::Done(figure) => Some(figure),
        Reading::Stages
        | Reading::Value(_)
        | Reading::Occurrence { .. }
        | Reading::Times { .. }
        | Reading::State(_) => None,
    }
}

pub(super) fn progress(evidence: Evidence<'_>, curve: &Curve) -> Progress {
    let mut figures =
        evidence.entries().rev().filter_map(|(position, entry)| Some((position, entry, figure(entry.reading)?)));
    let newest = figures.next();
    let before = figures.next();
    let has_gone = |earlier, now| !evidence.share.gone_between(earlier, now).is_empty();

    let figure = newest.map(|(_, _, figure)| figure);
    let actual = figure.map_or(Ratio::ZERO, |figure| evidence.terms.percent_of(figure.ratio()));
    let required = curve.required_at(evidence.as_of.month.close());
    let first_unmet = curve.first_above(actual);
    let complete = actual >= Ratio::HUNDRED;
    let quantity = evidence.workspace.item(evidence.share.item).quantity.as_ref();
    let is_least = quantity.is_some_and(|quantity| quantity.at_least);
    Progress {
        required: Some(evidence.terms.in_measure(required)),
        actual: figure.map(Figure::ratio),
        counts_from: first_unmet.map(|unmet| curve.last_before(unmet, actual)),
        counts_until: None,
        evidence: newest.map(|(position, _, _)| position),
        flags: Flags {
            unreported: if complete { 0 } else { evidence::count(evidence.silent()) },
            late: newest.is_some_and(|(_, entry, _)| evidence.is_late(entry)),
            regressed: newest.zip(before).is_some_and(|(now, before)| now.2 < before.2 || has_gone(before.1, now.1)),
            complete,
            over_total: actual > Ratio::HUNDRED && !is_least,
            ..Flags::default()
        },
        reasoning: Reasoning::Curve { first_unmet, actual, required },
    }
}

/// When the plan asked for all that it ever asks of a share, and when that was there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The first moment at which the plan asked for all of it; points that ask for nothing new move nothing.
    pub asked: Moment,
    /// The earliest moment that the evidence allows: the close of the month that was first reported complete, the day on
    /// which that report was submitted, or the day on which the unit says that it was reached.
    pub reached: Moment,
}

impl Completion {
    /// Of a share that is complete, from its verdicts up to now; frozen, because the first month of the unbroken run of
    /// complete ones no longer moves. None where the plan asks for nothing.
    pub fn of(workspace: &Workspace, share: ShareIx, history: &[Verdict]) -> Option<Self> {
        let share = workspace.share(share);
        let first = history.iter().rev().take_while(|verdict| verdict.flags.complete).last()?;
        // What was planned when it was completed counts; later changes do not make it earlier or later.
        let schedule = first.terms(workspace.item(share.item), share).schedule;
        let of_curve = |curve: &Curve| (curve.last().level > Ratio::ZERO).then_some(curve.finish().by);
        let asked = schedule.curve().and_then(of_curve).or_else(|| schedule.stages()?.finish())?;
        let entry = &share.entries[first.evidence?];
        let days = [workspace.report(entry.report).submitted, entry.on].into_iter().flatten();
        let moments = days.map(Moment::Day).chain([Moment::Close(first.month)]);
        let reached = moments.min_by_key(|moment| moment.at())?;
        Some(Self { asked, reached })
    }

    /// 完成迟延: the months between them.
    pub fn delay(self) -> Lag {
        Lag::between(self.asked.at(), self.reached.at())
    }
}
