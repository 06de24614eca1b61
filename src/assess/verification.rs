//! 自报完成 and 核验（销号）: what a unit claims as done, and whether the office has checked it. Neither changes a lag: if a
//! check finds that something is not done, the office records a finding with its own deadline, or the unit corrects its
//! report.

use crate::model::{AsOf, Month, Outcome, ShareIx, Workspace};

use super::ShareAssessment;
use super::judge::judge;
use super::verdict::{Check, Verdict};

/// Notes at every close the last check made by then, if the share has been complete at every close since.
pub(super) fn add_checks(workspace: &Workspace, share: ShareIx, history: &mut [Verdict], as_of: AsOf) {
    let all = workspace.register.verifications.iter().enumerate();
    let mut checks: Vec<_> = all.filter(|(_, check)| check.share == share && as_of.knows(check.date)).collect();
    checks.sort_by_key(|(_, check)| check.date);
    let mut checks = checks.into_iter().peekable();
    let mut stands = None;
    for verdict in history {
        while let Some((position, check)) = checks.next_if(|(_, check)| Month::of(check.date) <= verdict.month) {
            stands = Some(Check { position, outcome: check.outcome });
        }
        stands = stands.filter(|_| verdict.flags.complete);
        verdict.check = stands;
    }
}

/// The last check of a share, made before the close or after it, if the share was complete at every close in between: a
/// year is checked after it is over.
pub(super) fn check_of_year(workspace: &Workspace, assessed: &ShareAssessment, as_of: AsOf) -> Option<Check> {
    let all = workspace.register.verifications.iter().enumerate();
    let known = all.filter(|(_, check)| check.share == assessed.share && as_of.knows(check.date));
    let (position, last) = known.max_by_key(|(_, check)| check.date)?;
    let checked = Month::of(last.date);
    let is_complete = |month| {
        let at = AsOf { month, ..as_of };
        judge(workspace, assessed.share, at).flags.complete
    };
    let mut between = as_of.month.through(checked.min(workspace.plan.track_until));
    let counts = checked > as_of.month && between.all(is_complete);
    let later = counts.then_some(Check { position, outcome: last.outcome });
    later.or(assessed.check())
}

/// How far what is claimed as done has been checked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Claims {
    /// Shares that are complete according to their units.
    pub claimed: usize,
    /// Those among them that were checked and passed.
    pub verified: usize,
    /// Those among them that were checked and failed.
    pub failed: usize,
}

impl Claims {
    /// Counts shares.
    pub fn of<'a>(shares: impl IntoIterator<Item = &'a ShareAssessment>) -> Self {
        let mut claims = Self::default();
        for share in shares {
            if !share.verdict().flags.complete {
                continue;
            }
            claims.claimed += 1;
            match share.check().map(|check| check.outcome) {
                Some(Outcome::Passed) => claims.verified += 1,
                Some(Outcome::Failed) => claims.failed += 1,
                None => {}
            }
        }
        claims
    }

    /// Those that have not been checked.
    pub fn unchecked(self) -> usize {
        self.claimed - self.verified - self.failed
    }
}
