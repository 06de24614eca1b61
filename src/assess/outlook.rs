//! What follows if nothing changes, and the least that avoids it.

use crate::model::{AsOf, Indicator, Moment, Month, Ratio, ShareIx, Tier, Workspace};

use super::hypothesis::{Hypothesis, Needs};
use super::verdict::Verdict;

/// The next tier, if nothing changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// The tier that is reached.
    pub tier: Tier,
    /// The month whose close reaches it.
    pub month: Month,
    /// The least that the report for that month must show to stay below it; none if no report can.
    pub needs: Option<Needs>,
}

/// What makes a tier go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Relief {
    /// The least that next month's report must show.
    Reported(Needs),
    /// Nothing has to be reported: by an approved change the plan asks for less from next month on.
    Approved,
}

/// The tier above the present one and when it is reached; none for items that are not key, at the top of the ladder, or
/// if what was delivered is all that the plan ever asks for.
///
/// Months in which an exemption ends, an approved change or a later target takes effect or a period closes are examined
/// one by one; after the last of them nothing changes any more, and the month follows from the moment from which the
/// share counts as behind. `next` is next month's verdict, if nothing is reported for it.
pub(super) fn outlook(share: &mut Hypothesis<'_>, now: &Verdict, next: &Verdict) -> Option<Outlook> {
    let workspace = share.workspace;
    let ladder = &workspace.plan.ladder;
    if !workspace.item(workspace.share(share.ix).item).key {
        return None;
    }
    let settled = settled(workspace, share.ix, share.as_of);
    let mut changing = now.month.plus(1).through(settled.plus(-1)).map(|month| (month, share.silent(month).tier));
    if let Some((month, Some(tier))) = changing.find(|&(_, tier)| tier > now.tier) {
        return Some(reached(share, tier, month));
    }
    let lowest = ladder.above(now.tier)?;
    let later = (settled > next.month).then(|| share.silent(settled));
    let silent = later.as_ref().unwrap_or(next);
    if silent.disputed {
        // No tier can follow until somebody settles what the source contradicts itself in.
        return None;
    }
    if is_judged_by_period(share) {
        let tier = silent.tier.filter(|_| silent.tier > now.tier);
        return tier.map(|tier| reached(share, tier, settled));
    }
    // What an exemption withheld, or another plan hid, returns as it is.
    let tier = silent.tier_by_rule().map_or(lowest, |tier| tier.max(lowest));
    let months = i128::from(ladder.rung(tier).from.months);
    // The lag is that of the rung so many months after it began; the first close from then on shows it.
    let close = Moment::during(silent.counts_from? + Ratio::whole(months)).month().max(settled);
    if ladder.is_in_whole_months() {
        return Some(reached(share, tier, close));
    }
    // Where exactly so much is not enough, the one after it does.
    let close = if share.silent(close).tier_by_rule() >= Some(tier) { close } else { close.plus(1) };
    // Rungs less than a month apart may be reached together.
    let tier = share.silent(close).tier_by_rule().map_or(tier, |reached| reached.max(tier));
    Some(reached(share, tier, close))
}

fn reached(share: &mut Hypothesis<'_>, tier: Tier, month: Month) -> Outlook {
    Outlook { tier, month, needs: below(share, tier, month) }
}

/// The least that the report for a month must show to stay below a tier at its close.
pub(super) fn below(share: &mut Hypothesis<'_>, tier: Tier, month: Month) -> Option<Needs> {
    let months = share.workspace.plan.ladder.rung(tier).from.months;
    share.least(month, months, |verdict| verdict.tier_by_rule() < Some(tier))
}

/// Whether a share is judged at the close of periods, so that it does not lag longer month after month.
pub(super) fn is_judged_by_period(share: &Hypothesis<'_>) -> bool {
    let item = share.workspace.item(share.workspace.share(share.ix).item);
    let indicator = item.schedule_at(share.as_of).indicator();
    indicator.is_some_and(Indicator::is_judged_by_period)
}

/// The first month after the as-of month from which on no exemption, approved change, later target or close of a period
/// makes a difference any more.
fn settled(workspace: &Workspace, share: ShareIx, as_of: AsOf) -> Month {
    let item = workspace.item(workspace.share(share).item);
    let changes = item.revisions.iter();
    let changes = changes.filter(|revision| as_of.knows(revision.date)).map(|revision| revision.from);
    let exemptions = workspace.register.exemptions.iter();
    let exemptions = exemptions
        .filter(|exemption| exemption.share == share && as_of.knows(exemption.date))
        .map(|exemption| exemption.until.plus(1));
    let next = as_of.month.plus(1);
    let indicator = item.schedule_at(as_of).indicator();
    let targets = indicator.map_or(&[][..], Indicator::targets).iter().map(|target| target.from.month());
    let last = indicator.filter(|indicator| indicator.is_judged_by_period()).map(|_| workspace.plan.end.plus(1));
    let changes = changes.chain(targets).chain(last);
    changes.chain(exemptions).fold(next, Month::max)
}

/// What makes the tier go next month; none if the share has none, or if no report can.
pub(super) fn relief(share: &mut Hypothesis<'_>, now: &Verdict, next: &Verdict) -> Option<Relief> {
    now.tier?;
    // What a period has missed stands: no later reading makes up for it.
    if is_judged_by_period(share) {
        return None;
    }
    if next.tier_by_rule().is_none() {
        return Some(Relief::Approved);
    }
    let lowest = Tier(0);
    below(share, lowest, next.month).map(Relief::Reported)
}
