//! Next month's list before it happens: what every share comes to if no report for that month comes in, and the least
//! that its report must show to avoid it. The verdicts are not extrapolated: they are computed from the same files,
//! without anything filed later, so they are the ones that the month itself would bring.

use crate::model::{AsOf, Month, Tier, Workspace};

use super::hypothesis::{Hypothesis, Needs};
use super::{ShareAssessment, Verdict, assess, outlook};

/// One share at the close of the next month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foreseen {
    /// The share as it stands then; its history ends there, so the month before is the as-of month.
    pub next: ShareAssessment,
    /// What the report for that month must show to avoid that tier; only if the share would have one.
    pub avoid: Option<Needs>,
    /// What it must show for the share to have no tier at all; only if the share would have one.
    pub relief: Option<Needs>,
}

/// Every share at the close of the next month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ahead {
    /// That month.
    pub month: Month,
    /// One for each share that exists at its close, in the order of the workspace.
    pub shares: Vec<Foreseen>,
}

impl Ahead {
    /// Looks one month ahead, but not beyond the last one that can be assessed.
    pub fn of(workspace: &Workspace, as_of: AsOf) -> Option<Self> {
        if as_of.month >= workspace.plan.track_until {
            return None;
        }
        let month = as_of.month.plus(1);
        let at = AsOf { month, ..as_of };
        let silent = workspace.with_reports_up_to(as_of.month);
        let shares = assess(&silent, at).shares.into_iter();
        Some(Self { month, shares: shares.map(|next| Foreseen::of(&silent, next, as_of)).collect() })
    }
}

impl Foreseen {
    fn of(workspace: &Workspace, next: ShareAssessment, as_of: AsOf) -> Self {
        let &Verdict { month, tier, .. } = next.verdict();
        let mut share = Hypothesis::of(workspace, next.share, as_of);
        let is_by_period = outlook::is_judged_by_period(&share);
        let mut below = |tier| outlook::below(&mut share, tier, month);
        let avoid = tier.and_then(&mut below);
        let relief = tier.filter(|_| !is_by_period).and_then(|_| below(Tier(0)));
        Self { next, avoid, relief }
    }
}
