//! What follows if nothing changes, and the least that avoids it.

use crate::model::{
    Curve, Moment, Month, Ratio, Recurring, Schedule, Share, ShareIx, Tier, Workspace,
};

use super::scheduled::lag_behind;
use super::verdict::{Reasoning, Verdict};

/// What a report has to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// At least this figure, in the item's own measure.
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
    /// The least that the report for that month has to show to stay below it.
    pub needs: Needs,
}

/// The tier above the present one and when it is reached; none for items that are not key, at the top of the
/// ladder, or where what was delivered is all that the plan ever asks for.
pub(super) fn outlook(workspace: &Workspace, share: ShareIx, verdict: &Verdict) -> Option<Outlook> {
    let item = workspace.item(workspace.share(share).item);
    let counts_from = verdict.counts_from.filter(|_| item.key)?;
    let tier = workspace.plan.ladder.above(verdict.tier)?;
    let months = workspace.plan.ladder.rung(tier).months;
    // The lag reaches the rung at `counts_from + months`; the first close from then on shows it.
    let reached = Moment::during(counts_from + Ratio::whole(i128::from(months))).month();
    let month = reached.max(verdict.month.plus(1));
    let needs = needs_below(workspace, share, verdict, month, months)?;
    Some(Outlook { tier, month, needs })
}

/// The least that next month's report has to show for the share to have no tier then.
pub(super) fn relief(workspace: &Workspace, share: ShareIx, verdict: &Verdict) -> Option<Needs> {
    verdict.tier?;
    let lowest = workspace.plan.ladder.rungs().first()?.months;
    needs_below(workspace, share, verdict, verdict.month.plus(1), lowest)
}

/// The least that keeps the lag at the close of `month` below `months`.
fn needs_below(
    workspace: &Workspace,
    share: ShareIx,
    verdict: &Verdict,
    month: Month,
    months: u32,
) -> Option<Needs> {
    let share = workspace.share(share);
    match (&workspace.item(share.item).schedule, verdict.reasoning) {
        (Schedule::Curve(curve), _) => Some(Needs::Figure(least_figure(
            curve, share, verdict, month, months,
        ))),
        (
            Schedule::Recurring(recurring),
            Reasoning::Recurring {
                next: Some(next), ..
            },
        ) => Some(Needs::Occurrence(least_occurrence(
            recurring, next, month, months,
        ))),
        (Schedule::Indicator(_), _) => Some(Needs::Target),
        _ => None,
    }
}

/// The smallest figure that can be written and is enough. What the plan asked for at the moment `months` before the
/// close is the bound; where the plan rises right there, the bound itself is not enough and the next figure is.
fn least_figure(
    curve: &Curve,
    share: &Share,
    verdict: &Verdict,
    month: Month,
    months: u32,
) -> Ratio {
    let steps = writable_steps(share, verdict);
    let bound = curve.required_at(month.close() - Ratio::whole(i128::from(months)));
    let least = share.in_measure(bound).ceil_to(steps);
    if lag_behind(curve, share.percent_of(least), month).reaches(months) {
        least + Ratio::new(1, steps)
    } else {
        least
    }
}

/// How finely figures are written on a share: percent in hundredths; amounts as finely as the plan or the unit do,
/// so that villages stay whole.
fn writable_steps(share: &Share, verdict: &Verdict) -> i128 {
    let Some(amount) = share.amount else {
        return 100;
    };
    let reported = verdict
        .evidence
        .and_then(|position| super::scheduled::figure(share.entries[position].reading));
    let decimals = reported
        .map_or(0, crate::model::Figure::decimals)
        .max(amount.decimals());
    10_i128.pow(decimals)
}

/// The earliest open occurrence which, once done, leaves the one after it less than `months` overdue.
fn least_occurrence(recurring: &Recurring, next: usize, month: Month, months: u32) -> Month {
    let open = &recurring.occurrences()[next..];
    let enough = open
        .windows(2)
        .find(|pair| month.since(pair[1].due) < months.cast_signed());
    enough.map_or(open[open.len() - 1].due, |pair| pair[0].due)
}
