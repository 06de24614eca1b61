//! From a workspace to verdicts. Pure and total: no files, no clock, no language; it cannot fail and cannot print.
//!
//! Every kind of item is brought to one question: *since when does the plan ask for more than was delivered?*
//!
//! 1. `evidence`: which entries count for a month (the newest of those labelled up to it).
//! 2. `scheduled`, `recurring`, `indicator`, `unplanned`: the moment from which the share counts as behind
//!    ([`Verdict::counts_from`]), which may lie in the future, or nothing at all.
//! 3. `judge`: lag = as-of month - that moment, never below zero; its bucket; for key items the highest
//!    tier it reaches.
//! 4. `repetition`: the same for every month of the plan so far gives the history, the change against the month
//!    before, how often and how long.
//! 5. `outlook`: the month that reaches the next tier if nothing changes, and what avoids it.
//!
//! For a curve the moment is Lipke's earned schedule (W. Lipke, "Schedule is Different", 2003; ISO 21508:2018) cut
//! at the as-of month: lag = -SV(t). Chinese construction practice draws the same distance as the 进度前锋线.

mod evidence;
mod filing;
mod indicator;
mod judge;
mod open;
mod outlook;
mod recurring;
mod repetition;
mod rollup;
mod scheduled;
mod unplanned;
mod verdict;

use crate::model::{ShareIx, Workspace};

pub use crate::model::AsOf;

pub use filing::{FaultyReports, Filed, Filing, Filings};
pub use open::{is_open, open_shares};
pub use outlook::{Needs, Outlook};
pub use repetition::{Change, change_between};
pub use rollup::{Rollup, Tally};
pub use scheduled::{earned, lag_behind};
pub use verdict::{Bucket, FailingBecause, Flags, Reasoning, Verdict};

/// The verdict on one share, and its history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareAssessment {
    /// The share.
    pub share: ShareIx,
    /// One verdict a month from the start of the plan to the as-of month; never empty.
    pub history: Vec<Verdict>,
    /// Against the month before.
    pub change: Option<Change>,
    /// 连续第N个月: months in a row with a tier, this one included.
    pub consecutive: u32,
    /// 本年第N次: months of this year with a tier, this one included.
    pub times: u32,
    /// 完成迟延: months from the planned to the actual completion; frozen.
    pub finish_delay: Option<crate::model::Lag>,
    /// The next tier, if nothing changes; none where no tier can follow.
    pub outlook: Option<Outlook>,
    /// What the next month's report has to show for the share to leave the ladder; only where it has a tier.
    pub relief: Option<Needs>,
}

impl ShareAssessment {
    /// The verdict at the as-of month.
    #[must_use]
    pub fn verdict(&self) -> &Verdict {
        self.history
            .last()
            .expect("a history holds the as-of month")
    }

    /// The verdict of the month before, if the plan had begun.
    #[must_use]
    pub fn before(&self) -> Option<&Verdict> {
        self.history.iter().rev().nth(1)
    }
}

/// The verdicts on all shares for one month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// What was asked.
    pub as_of: AsOf,
    /// Who has reported for the month.
    pub filing: Filing,
    /// One for each share, in the order of the workspace.
    pub shares: Vec<ShareAssessment>,
}

/// Assesses every share of a workspace.
#[must_use]
pub fn assess(workspace: &Workspace, as_of: AsOf) -> Assessment {
    Assessment {
        as_of,
        filing: Filing::of(workspace, as_of),
        shares: workspace
            .iter_shares()
            .map(|(share, _)| assess_share(workspace, share, as_of))
            .collect(),
    }
}

/// Assesses one share of a workspace.
#[must_use]
pub fn assess_share(workspace: &Workspace, share: ShareIx, as_of: AsOf) -> ShareAssessment {
    let first = workspace.plan.start.min(as_of.month);
    let history: Vec<Verdict> = first
        .through(as_of.month)
        .map(|month| judge::judge(workspace, share, AsOf { month, ..as_of }))
        .collect();
    let tiers = history.iter().map(|verdict| (verdict.month, verdict.tier));
    let before = history.iter().rev().nth(1).and_then(|verdict| verdict.tier);
    let now = history.last().expect("a history holds the as-of month");
    ShareAssessment {
        share,
        change: change_between(before, now.tier),
        consecutive: repetition::consecutive(tiers.clone()),
        times: repetition::times_in_year(tiers, as_of.month),
        finish_delay: scheduled::finish_delay(workspace, share, &history),
        outlook: outlook::outlook(workspace, share, now),
        relief: outlook::relief(workspace, share, now),
        history,
    }
}
