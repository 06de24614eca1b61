//! What follows if nothing changes, and the least that avoids it.

use crate::model::{AsOf, Curve, Lag, Moment, Month, Ratio, Recurring, Schedule, Share, ShareIx, Tier, Workspace};

use super::evidence::Evidence;
use super::judge::exemption_at;
use super::scheduled::{delivered, earned, lag_behind};
use super::verdict::{Reasoning, Verdict};

/// What a report must show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// This figure or more, in the item's own measure.
    Figure(Ratio),
    /// The occurrence due in this month, done.
    Occurrence(Month),
    /// A reading that meets the indicator's target.
    Target,
}

/// The next tier, if nothing changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// The tier that is reached.
    pub tier: Tier,
    /// The month whose close reaches it.
    pub month: Month,
    /// The least that the report for that month must show to stay below it.
    pub needs: Needs,
}

/// The tier above the present one and when it is reached; none for items that are not key, at the top of the ladder, or
/// if what was delivered is all that the plan ever asks for.
///
/// Months in which an exemption ends or an approved change takes effect are examined one by one; after the last of them
/// nothing changes any more, and the month follows from the moment from which the share counts as behind.
pub(super) fn outlook(workspace: &Workspace, share: ShareIx, verdict: &Verdict, as_of: AsOf) -> Option<Outlook> {
    let ladder = &workspace.plan.ladder;
    let item = workspace.item(workspace.share(share).item);
    if !item.key {
        return None;
    }
    let next = verdict.month.plus(1);
    let settled = settled(workspace, share, as_of);
    for month in next.through(settled.plus(-1)) {
        let at = AsOf { month, ..as_of };
        let lag = counts_from(workspace, share, verdict, at).map(|from| Lag::between(from, month.close()));
        let tier = lag.and_then(|lag| ladder.reached(lag)).filter(|_| exemption_at(workspace, share, at).is_none());
        if tier > verdict.tier {
            let tier = tier?;
            let needs = needs_below(workspace, share, verdict, at, ladder.rung(tier).months)?;
            return Some(Outlook { tier, month, needs });
        }
    }
    let at = AsOf { month: settled, ..as_of };
    let counts_from = counts_from(workspace, share, verdict, at)?;
    let lowest = ladder.above(verdict.tier)?;
    // What an exemption withheld, or another plan hid, returns as it is.
    let lag = Lag::between(counts_from, settled.close());
    let tier = ladder.reached(lag).map_or(lowest, |tier| tier.max(lowest));
    let months = ladder.rung(tier).months;
    // The lag reaches the rung at `counts_from + months`; the first close from then on shows it.
    let reached = Moment::during(counts_from + Ratio::whole(i128::from(months))).month();
    let month = reached.max(settled);
    let at = AsOf { month, ..as_of };
    let needs = needs_below(workspace, share, verdict, at, months)?;
    Some(Outlook { tier, month, needs })
}

/// The first month after the as-of month from which on no exemption or approved change makes a difference any more.
fn settled(workspace: &Workspace, share: ShareIx, as_of: AsOf) -> Month {
    let item = workspace.item(workspace.share(share).item);
    let changes = item.revisions.iter();
    let changes = changes.filter(|revision| as_of.knows(revision.date)).map(|revision| revision.from);
    let exemptions = workspace.register.exemptions.iter();
    let exemptions = exemptions
        .filter(|exemption| exemption.share == share && as_of.knows(exemption.date))
        .map(|exemption| exemption.until.plus(1));
    let next = as_of.month.plus(1);
    changes.chain(exemptions).fold(next, Month::max)
}

/// The moment from which the share would count as behind at another close, if nothing more is delivered.
fn counts_from(workspace: &Workspace, share: ShareIx, verdict: &Verdict, at: AsOf) -> Option<Ratio> {
    let item = workspace.item(workspace.share(share).item);
    let Some(curve) = item.schedule_at(at).curve() else {
        return verdict.counts_from;
    };
    let now = AsOf { month: verdict.month, ..at };
    earned(curve, delivered(Evidence::of(workspace, share, now)))
}

/// The least that next month's report must show for the share to have no tier then.
pub(super) fn relief(workspace: &Workspace, share: ShareIx, verdict: &Verdict, as_of: AsOf) -> Option<Needs> {
    verdict.tier?;
    let lowest = workspace.plan.ladder.rungs().first()?.months;
    let month = verdict.month.plus(1);
    let at = AsOf { month, ..as_of };
    needs_below(workspace, share, verdict, at, lowest)
}

/// What the plan asks for by the close of the next month, if that is more than was delivered: the least that next
/// month's report must show for the share to be on schedule. Of several open occurrences it is the earliest.
pub(super) fn asked_next(workspace: &Workspace, share: ShareIx, verdict: &Verdict, as_of: AsOf) -> Option<Needs> {
    let month = verdict.month.plus(1);
    let at = AsOf { month, ..as_of };
    let share_ix = share;
    let share = workspace.share(share);
    match (workspace.item(share.item).schedule_at(at), verdict.reasoning) {
        (Schedule::Curve(curve), _) => {
            let asked = curve.required_at(month.close());
            let has = delivered(Evidence::of(workspace, share_ix, as_of));
            let least = share.in_measure(asked).ceil_to(writable_steps(share, verdict));
            (has < asked).then_some(Needs::Figure(least))
        }
        (Schedule::Recurring(recurring), Reasoning::Recurring { next: Some(next), .. }) => {
            let due = recurring.occurrences()[next].due;
            (due <= month).then_some(Needs::Occurrence(due))
        }
        (Schedule::Indicator(indicator), Reasoning::Indicator { failing: Some(_) }) => {
            (indicator.due.month() <= month).then_some(Needs::Target)
        }
        _ => None,
    }
}

/// The least that keeps the lag at a close below `months`.
pub(super) fn needs_below(
    workspace: &Workspace,
    share: ShareIx,
    verdict: &Verdict,
    at: AsOf,
    months: u32,
) -> Option<Needs> {
    let share = workspace.share(share);
    let schedule = workspace.item(share.item).schedule_at(at);
    match (schedule, verdict.reasoning) {
        (Schedule::Curve(curve), _) => Some(Needs::Figure(least_figure(curve, share, verdict, at.month, months))),
        (Schedule::Recurring(recurring), Reasoning::Recurring { next: Some(next), .. }) => {
            Some(Needs::Occurrence(least_occurrence(recurring, next, at.month, months)))
        }
        (Schedule::Indicator(_), _) => Some(Needs::Target),
        _ => None,
    }
}

/// The smallest figure that can be written and is enough. The bound is what the plan asked for at the moment `months`
/// before the close; if the plan rises exactly there, the bound itself is not enough but the next figure is.
fn least_figure(curve: &Curve, share: &Share, verdict: &Verdict, month: Month, months: u32) -> Ratio {
    let steps = writable_steps(share, verdict);
    let bound = curve.required_at(month.close() - Ratio::whole(i128::from(months)));
    let least = share.in_measure(bound).ceil_to(steps);
    if lag_behind(curve, share.percent_of(least), month).reaches(months) { least + Ratio::new(1, steps) } else { least }
}

/// How finely figures on a share are written: percent in hundredths; amounts as finely as the plan or the unit write
/// them, so that villages stay whole.
fn writable_steps(share: &Share, verdict: &Verdict) -> i128 {
    let Some(amount) = share.amount else {
        return 100;
    };
    let reported = verdict.evidence.and_then(|position| super::scheduled::figure(share.entries[position].reading));
    let decimals = reported.map_or(0, crate::model::Figure::decimals).max(amount.decimals());
    10_i128.pow(decimals)
}

/// The earliest open occurrence which, once done, leaves the one after it less than `months` overdue.
fn least_occurrence(recurring: &Recurring, next: usize, month: Month, months: u32) -> Month {
    let open = &recurring.occurrences()[next..];
    let enough = open.windows(2).find(|pair| month.since(pair[1].due) < months.cast_signed());
    enough.map_or(open[open.len() - 1].due, |pair| pair[0].due)
}
