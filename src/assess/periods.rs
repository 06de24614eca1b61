//! Indicators judged over a quarter, a year or a window: a reading speaks for the period that holds its month, the newest
//! one of a period decides, and that at its close only; before it, it is information. A period that closes without any
//! reading has failed. The clock of a failing run goes from the close of its first period to the close of its last one: in
//! between nothing could be done about it, so it does not age. Of a running count that is over its target it is known
//! before the close that the period will fail; the share is behind from then on, and judged at the close as any other.

use crate::model::{Figure, Indicator, Month, ShareIx, Span, Target, Workspace};

use super::AsOf;
use super::evidence::{self, Evidence};
use super::progress::Progress;
use super::readings::{Read, readings};
use super::verdict::{FailingBecause, Flags, Reasoning};

/// A period that has closed, and what came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The period.
    pub span: Span,
    /// The target in force at its close.
    pub target: Target,
    /// The entry that decided, by its position; none if nothing was read for it.
    pub entry: Option<usize>,
    /// Whether the reading meets the target.
    pub is_met: bool,
}

/// The periods of an indicator that have closed by a month, oldest first.
pub fn judged(workspace: &Workspace, share: ShareIx, indicator: &Indicator, as_of: AsOf) -> Vec<Judged> {
    closed(Evidence::of(workspace, share, as_of), indicator).collect()
}

/// The months in which a period may close that a share answers for.
pub(super) fn answered(evidence: Evidence<'_>) -> (Month, Month) {
    let plan = &evidence.workspace.plan;
    let item = evidence.workspace.item(evidence.share.item);
    (item.first_month(plan.kept_from(evidence.share.unit)), plan.end)
}

/// The newest reading that speaks for a period.
fn read_in<'a>(evidence: Evidence<'a>, indicator: &Indicator, span: Span) -> Option<Read<'a>> {
    let of_span = |month: Month| span.touches(month) && indicator.period.holding(month) == Some(span);
    readings(evidence).find(|(_, entry, _)| of_span(entry.month))
}

fn closed<'a>(evidence: Evidence<'a>, indicator: &'a Indicator) -> impl DoubleEndedIterator<Item = Judged> + use<'a> {
    let (from, until) = answered(evidence);
    let spans = indicator.judged(from, until.min(evidence.as_of.month));
    spans.filter(move |span| span.close.at() <= evidence.as_of.month.close()).map(move |span| {
        let read = read_in(evidence, indicator, span);
        let target = indicator.target_at(span.close.at());
        let is_met = read.is_some_and(|(.., value)| target.is_met_by(indicator.compare, value));
        Judged { span, target, entry: read.map(|(position, ..)| position), is_met }
    })
}

/// The first period that has not closed yet.
fn open(evidence: Evidence<'_>, indicator: &Indicator) -> Option<Span> {
    let (from, until) = answered(evidence);
    let now = evidence.as_of.month;
    indicator.judged(from.max(now), until).find(|span| span.close.at() > now.close())
}

/// Of the newest month that the last closed period, or before any has closed the open one, should have been reported on
/// for: whether the verdict rests on silence there. Silence since then says nothing about it.
pub(super) fn unsaid(evidence: Evidence<'_>, indicator: &Indicator) -> Option<Month> {
    let last = closed(evidence, indicator).next_back().map(|judged| judged.span);
    let month = last.map_or(evidence.as_of.month, |span| span.close.month());
    let then = evidence.at(month);
    let is_of = |month: &Month| match last {
        Some(span) => span.touches(*month),
        None => indicator.period.holding(*month).is_some(),
    };
    then.silent().rev().find(is_of)
}

pub(super) fn progress(evidence: Evidence<'_>, indicator: &Indicator) -> Progress {
    let last = closed(evidence, indicator).next_back();
    let first_failed = closed(evidence, indicator).rev().take_while(|judged| !judged.is_met).last();
    let open = open(evidence, indicator);
    let so_far = open.and_then(|span| read_in(evidence, indicator, span));
    let target_of = |span: Span| indicator.target_at(span.close.at());
    let fails = |span: &Span| so_far.is_none_or(|(.., value)| !target_of(*span).is_met_by(indicator.compare, value));
    let is_exhausted = indicator.counts && so_far.is_some() && open.is_some_and(|span| fails(&span));
    let (counts_from, counts_until) = match (first_failed, last) {
        (Some(first), Some(last)) => (Some(first.span.close.at()), Some(last.span.close)),
        _ => (open.filter(fails).map(|span| span.close.at()), None),
    };
    // What has failed is shown until the next close; else the newest word, which before that is information.
    let shows_open = first_failed.is_none() && so_far.is_some();
    let newest = readings(evidence).next();
    let entries = |position: usize| evidence.entries().find(|(at, _)| *at == position);
    let shown = match last {
        _ if shows_open => so_far.map(|(position, ..)| position),
        Some(last) => last.entry,
        None => newest.map(|(position, ..)| position),
    };
    let span = if shows_open { open } else { last.map(|last| last.span).or(open) };
    let held = span.map_or_else(|| indicator.due().at(), |span| span.close.at());
    let actual = readings(evidence).find(|(position, ..)| Some(*position) == shown).map(|(.., value)| value.ratio());
    let is_asked = if shows_open { indicator.counts } else { last.is_some() };
    let target = indicator.in_force(held);
    let is_of_period = |month: &Month| {
        let (from, until) = answered(evidence);
        indicator.period.holding(*month).is_some_and(|span| {
            let close = span.close.month();
            from <= close && close <= until && span.close.at() >= indicator.due().at()
        })
    };
    let failing = counts_from.map(|_| FailingBecause::Period { entry: first_failed.and_then(|first| first.entry) });
    Progress {
        required: is_asked.then(|| indicator.targets()[target].bound_for(actual)),
        actual,
        counts_from,
        counts_until,
        evidence: shown,
        flags: Flags {
            unreported: evidence::count(evidence.silent().filter(is_of_period)),
            late: shown.and_then(entries).is_some_and(|(_, entry)| evidence.is_late(entry)),
            regressed: indicator.counts && has_fallen(evidence, indicator),
            complete: first_failed.is_none() && last.is_some() && open.is_none(),
            unmet: first_failed.is_some(),
            exhausted: is_exhausted,
            ..Flags::default()
        },
        reasoning: Reasoning::Indicator { failing, target },
    }
}

/// Whether the newest reading of a running count is lower than the one before it in the same period.
fn has_fallen(evidence: Evidence<'_>, indicator: &Indicator) -> bool {
    let mut newest = readings(evidence).map(|(_, entry, value)| (indicator.period.holding(entry.month), value));
    let (Some((now, count)), Some((before, earlier))) = (newest.next(), newest.next()) else {
        return false;
    };
    now.is_some() && now == before && count < earlier
}

/// The count that a period has come to by a month.
pub(super) fn counted(evidence: Evidence<'_>, indicator: &Indicator, month: Month) -> Option<Figure> {
    let span = indicator.period.holding(month)?;
    read_in(evidence, indicator, span).map(|(.., value)| value)
}
