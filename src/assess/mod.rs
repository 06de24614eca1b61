//! From a workspace to verdicts. Pure and total: no files, no clock, no language; it cannot fail and cannot print.
//!
//! Every kind of item is brought to one question: *since when does the plan ask for more than was delivered?*
//!
//! 1. `evidence`: which entries count for a month (the newest of those labelled up to it), and in which months of those
//!    in which a report was expected (`expected`) there is none.
//! 2. `scheduled`, `stages`, `recurring`, `indicator` (with `periods`), `unplanned`: the moment from which the share
//!    counts as behind ([`Verdict::counts_from`]), which may be in the future, or never.
//! 3. `judge`: lag = as-of month - that moment, never below zero; its bucket; for key items the highest
//!    tier it reaches.
//! 4. `verification`: whether the office has checked what is claimed as done.
//! 5. `repetition`: the same for every month of the plan so far gives the history, the change from the month before,
//!    and how often and how long there was a tier.
//! 6. `outlook`: the month that reaches the next tier if nothing changes, and what avoids it; `hypothesis` judges the
//!    share as if a report said so, so that what is asked for is what the verdict will turn on.
//! 7. `ahead`: all verdicts of the next month, if no report for it comes in.
//!
//! `annual` and `ranking` work on finished verdicts: a year compared with what was asked by its close, units side by
//! side.
//!
//! For a curve the moment is Lipke's earned schedule (W. Lipke, "Schedule is Different", 2003; ISO 21508:2018) cut
//! at the as-of month: lag = -SV(t). Chinese construction practice draws the same distance as the 进度前锋线.

mod ahead;
mod annual;
mod deadlines;
mod evidence;
mod expected;
mod filing;
mod hypothesis;
mod indicator;
mod judge;
mod open;
mod outlook;
mod periods;
mod progress;
mod ranking;
mod readings;
mod recurring;
mod repetition;
mod rollup;
mod scheduled;
mod stages;
mod sums;
mod unplanned;
mod verdict;
mod verification;

use crate::model::{ItemIx, Lag, ShareIx, Tier, Workspace};
use crate::source::side_by_side;

use evidence::Evidence;
use hypothesis::Hypothesis;

pub use crate::model::AsOf;

pub use ahead::{Ahead, Foreseen};
pub use annual::{Annual, ShareYear, UnitYear, YearEnd, YearEnds};
pub use deadlines::{Asked, Deadline, DeadlineState, Due, deadlines, indicator_deadlines, unit_of};
pub use expected::{is_any_expected, is_expected, newest_expected};
pub use filing::{FaultyReports, Filed, Filing, Filings, owed};
pub use hypothesis::{Dues, Needs};
pub use open::{is_open, open_shares};
pub use outlook::{Outlook, Relief};
pub use periods::{Judged, judged};
pub use ranking::{Pace, Placed, Ranking};
pub use recurring::Undone;
pub use repetition::{Change, change_from, change_since};
pub use rollup::{Rollup, Tally};
pub use scheduled::{Completion, earned, lag_behind};
pub use stages::{StageState, stage_states};
pub use sums::Sum;
pub use verdict::{Bucket, Check, FailingBecause, Flags, Reasoning, Verdict, Withheld};
pub use verification::Claims;

/// The verdict on one share, and its history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareAssessment {
    /// The share.
    pub share: ShareIx,
    /// One verdict for each month, oldest first, up to the as-of month; never empty.
    history: Vec<Verdict>,
    /// Whether only the last month is kept.
    is_brief: bool,
    /// The tier of the month before.
    pub tier_before: Option<Tier>,
    /// The change from the month before; none if a tier is only withheld.
    pub change: Option<Change>,
    /// 连续第N个月: months in a row with a tier, this one included.
    pub consecutive: u32,
    /// 本年第N次: months of this year with a tier, this one included.
    pub times: u32,
    /// When all of it was asked for and when it was there, if it is complete and had a deadline.
    pub completion: Option<Completion>,
    /// The next tier, if nothing changes; none if no tier can follow.
    pub outlook: Option<Outlook>,
    /// What makes the tier go next month; only if the share has one.
    pub relief: Option<Relief>,
    /// 下月应达到: what the next month's report must show for the share to be on schedule, if more is asked for than was
    /// delivered.
    pub asked_next: Option<Needs>,
}

impl ShareAssessment {
    /// One verdict for each month from the first one kept to the as-of month; never empty.
    ///
    /// # Panics
    /// If only the last month was kept: whoever shows the history has to ask for all of it.
    pub fn history(&self) -> &[Verdict] {
        self.check_whole();
        &self.history
    }

    fn check_whole(&self) {
        let is_whole = !self.is_brief;
        assert!(is_whole, "a page that shows the history assesses with it");
    }

    /// 核验: what the office found when it last checked that it is done; none if it never did, or if the share has not
    /// been complete all the time since.
    pub fn check(&self) -> Option<Check> {
        self.verdict().check
    }

    /// 完成迟延: months from the planned to the actual completion; frozen.
    pub fn finish_delay(&self) -> Option<Lag> {
        self.completion.map(Completion::delay)
    }

    /// The same share with one of its verdicts in place of its history.
    pub fn only(&self, verdict: &Verdict) -> Self {
        Self { history: vec![verdict.clone()], tier_before: None, ..self.clone() }
    }

    /// The verdict at the as-of month.
    pub fn verdict(&self) -> &Verdict {
        self.history.last().expect("a history holds the as-of month")
    }

    /// The verdict of the month before, if there is one.
    ///
    /// # Panics
    /// If only the last month was kept.
    pub fn before(&self) -> Option<&Verdict> {
        self.check_whole();
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
    /// One for each share that exists at the close, in the order of the workspace.
    pub shares: Vec<ShareAssessment>,
}

impl Assessment {
    /// The verdict on a share; none if it does not exist yet.
    pub fn of(&self, share: ShareIx) -> Option<&ShareAssessment> {
        let position = self.shares.binary_search_by_key(&share, |assessed| assessed.share);
        position.ok().map(|position| &self.shares[position])
    }
}

/// Assesses every share of a workspace that exists at the close.
pub fn assess(workspace: &Workspace, as_of: AsOf) -> Assessment {
    assess_by(workspace, as_of, assess_share)
}

/// The same, for pages that show only the as-of month: the verdicts of earlier months are not kept.
pub fn assess_briefly(workspace: &Workspace, as_of: AsOf) -> Assessment {
    assess_by(workspace, as_of, |workspace, share, as_of| {
        let mut assessed = assess_share(workspace, share, as_of);
        assessed.is_brief = true;
        let last = assessed.history.len() - 1;
        assessed.history.drain(..last);
        assessed.history.shrink_to_fit();
        assessed
    })
}

/// Assesses only the shares of one item.
pub fn assess_item(workspace: &Workspace, item: ItemIx, as_of: AsOf) -> Assessment {
    let shares = workspace.shares_of(item).filter(|(share, _)| workspace.is_there(*share, as_of));
    Assessment {
        as_of,
        filing: Filing::of(workspace, as_of),
        shares: shares.map(|(share, _)| assess_share(workspace, share, as_of)).collect(),
    }
}

fn assess_by(
    workspace: &Workspace,
    as_of: AsOf,
    assess: impl Fn(&Workspace, ShareIx, AsOf) -> ShareAssessment + Sync,
) -> Assessment {
    let all = workspace.iter_shares().map(|(share, _)| share);
    let there: Vec<ShareIx> = all.filter(|&share| workspace.is_there(share, as_of)).collect();
    Assessment {
        as_of,
        filing: Filing::of(workspace, as_of),
        // A small plan is assessed sooner than another thread could start.
        shares: side_by_side(&there, 256, |&share| assess(workspace, share, as_of)),
    }
}

/// The verdict on one share at one close, without its history and what follows from it.
pub fn verdict_on(workspace: &Workspace, share: ShareIx, as_of: AsOf) -> Verdict {
    judge::judge_on(Evidence::of(workspace, share, as_of).listening(expected::is_asked_about), share)
}

/// Assesses one share of a workspace.
pub fn assess_share(workspace: &Workspace, share: ShareIx, as_of: AsOf) -> ShareAssessment {
    let of = workspace.share(share);
    let first = workspace.item(of.item).first_month(workspace.plan.kept_from(of.unit)).min(as_of.month);
    let mut history: Vec<Verdict> =
        first.through(as_of.month).map(|month| verdict_on(workspace, share, AsOf { month, ..as_of })).collect();
    verification::add_checks(workspace, share, &mut history, as_of);
    let tiers = history.iter().map(|verdict| (verdict.month, verdict.tier));
    let before = history.iter().rev().nth(1);
    let now = history.last().expect("a history holds the as-of month");
    let mut ahead = Hypothesis::of(workspace, share, as_of);
    let next = ahead.silent(as_of.month.plus(1));
    ShareAssessment {
        share,
        tier_before: before.and_then(|before| before.tier),
        change: change_since(before, now),
        consecutive: repetition::consecutive(tiers.clone()),
        times: repetition::times_in_year(tiers, as_of.month),
        completion: Completion::of(workspace, share, &history),
        outlook: outlook::outlook(&mut ahead, now, &next),
        relief: outlook::relief(&mut ahead, now, &next),
        asked_next: ahead.on_schedule(&next),
        history,
        is_brief: false,
    }
}
