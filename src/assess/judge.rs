//! One share, one month: from the moment from which it counts as behind to lag, bucket and tier.

use crate::model::{Exemption, Lag, Moment, Schedule, ShareIx, Workspace};

use super::evidence::Evidence;
use super::verdict::{Bucket, Flags, Reasoning, Verdict};
use super::{AsOf, indicator, recurring, scheduled, stages, unplanned};

/// The verdict on a share at the close of a month; what silence comes to is left out of it.
pub(super) fn judge(workspace: &Workspace, share: ShareIx, as_of: AsOf) -> Verdict {
    judge_on(Evidence::of(workspace, share, as_of), share)
}

/// The verdict on a share by the evidence given.
pub(super) fn judge_on(evidence: Evidence<'_>, share: ShareIx) -> Verdict {
    let Evidence { workspace, as_of, .. } = evidence;
    let item = workspace.item(evidence.share.item);
    let revision = item.revision_at(as_of);
    let schedule = evidence.terms.schedule;
    let progress = match schedule {
        Schedule::Curve(curve) => scheduled::progress(evidence, curve),
        Schedule::Stages(_) => stages::progress(evidence),
        Schedule::Recurring(recurring) => recurring::progress(evidence, recurring),
        Schedule::Indicator(indicator) => indicator::progress(evidence, indicator),
        Schedule::Standing { season } => unplanned::standing(evidence, season.as_ref()),
        Schedule::Unscheduled => unplanned::unscheduled(evidence),
    };
    let now = as_of.month.close();
    let until = progress.counts_until.map_or(now, Moment::at);
    let lag = schedule.can_lag().then(|| progress.counts_from.map_or(Lag::NONE, |from| Lag::between(from, until)));
    // The plan asks for more from exactly this close on: nothing lags yet, but it is not on track either. A curve
    // that only starts to rise here has not asked for more yet.
    let is_level = matches!(progress.reasoning, Reasoning::Curve { actual, required, .. } if required <= actual);
    let due_unmet = progress.counts_from == Some(now) && !is_level;
    // What a period has missed stays so until the next one closes.
    let is_unmet = due_unmet || progress.flags.unmet;
    let by_rule = lag.filter(|_| item.key).and_then(|lag| workspace.plan.ladder.reached(lag, is_unmet));
    let exemption = exemption_at(workspace, share, as_of);
    let disputed = item.is_disputed_at(as_of);
    let (tier, withheld) = if exemption.is_some() || disputed { (None, by_rule) } else { (by_rule, None) };
    let unsaid = match schedule.indicator() {
        Some(indicator) => indicator::unsaid(evidence, indicator),
        None => evidence.silent().next_back(),
    };
    Verdict {
        month: as_of.month,
        bucket: bucket(schedule, lag, &Flags { due_unmet, ..progress.flags }),
        required: progress.required,
        actual: progress.actual,
        counts_from: progress.counts_from,
        counts_until: progress.counts_until,
        lag,
        tier,
        withheld,
        exemption,
        disputed,
        revision,
        presumed: tier.is_some() && unsaid.is_some(),
        unsaid,
        check: None,
        evidence: progress.evidence,
        flags: Flags { due_unmet, assumed: evidence.is_assumed(), ..progress.flags },
        reasoning: progress.reasoning,
    }
}

/// The exemption that covers a share in a month, as its position in the register.
pub(super) fn exemption_at(workspace: &Workspace, share: ShareIx, as_of: AsOf) -> Option<usize> {
    let covers = |exemption: &Exemption| {
        exemption.share == share
            && (exemption.from..=exemption.until).contains(&as_of.month)
            && as_of.knows(exemption.date)
    };
    workspace.register.exemptions.iter().rposition(covers)
}

fn bucket(schedule: &Schedule, lag: Option<Lag>, flags: &Flags) -> Bucket {
    let is_short = flags.due_unmet || flags.unmet || flags.exhausted;
    match (schedule, lag) {
        (Schedule::Standing { .. }, _) => Bucket::Standing,
        _ if flags.complete => Bucket::Complete,
        (Schedule::Unscheduled, _) | (_, None) => Bucket::Unscheduled,
        (_, Some(lag)) if lag.reaches(3) => Bucket::Lag3,
        (_, Some(lag)) if lag.reaches(2) => Bucket::Lag2,
        (_, Some(lag)) if lag.reaches(1) => Bucket::Lag1,
        (_, Some(lag)) if lag.is_some() || is_short => Bucket::Behind,
        _ => Bucket::OnTrack,
    }
}
