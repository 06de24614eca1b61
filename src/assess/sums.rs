//! What several units have done together of what the plan splits among them. Only what can be added is: amounts that are
//! parts of one total. Percentages are not, nor what lead units report of one and the same whole, each for itself.

use crate::model::{Figure, ItemIx, Ratio, Workspace};

use super::{Reasoning, ShareAssessment};

/// The sum of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sum {
    /// The item.
    pub item: ItemIx,
    /// How many units share it.
    pub units: usize,
    /// How many of them have never reported on it: what they have done is unknown.
    pub silent: usize,
    /// All that there is to do.
    pub total: Figure,
    /// What is done, as reported.
    pub done: Ratio,
    /// How much of that is more than the part of the unit that did it; it makes up for no other.
    pub over: Ratio,
    /// What is left to do of all parts.
    pub left: Ratio,
}

impl Sum {
    /// The sums of the items all of whose shares are among these, in the order of the plan.
    pub fn all<'a>(workspace: &Workspace, shares: impl IntoIterator<Item = &'a ShareAssessment>) -> Vec<Self> {
        let mut by_item: Vec<(ItemIx, &ShareAssessment)> =
            shares.into_iter().map(|assessed| (workspace.share(assessed.share).item, assessed)).collect();
        // Of items with stages each share shows the stage that decides there, which need not be that of another.
        let is_staged = |assessed: &ShareAssessment| matches!(assessed.verdict().reasoning, Reasoning::Stages { .. });
        by_item.retain(|(item, assessed)| workspace.item(*item).quantity.is_some() && !is_staged(assessed));
        by_item.sort_by_key(|(item, assessed)| (*item, assessed.share));
        by_item.chunk_by(|one, next| one.0 == next.0).filter_map(|shares| Self::of(workspace, shares)).collect()
    }

    fn of(workspace: &Workspace, shares: &[(ItemIx, &ShareAssessment)]) -> Option<Self> {
        let item = shares.first()?.0;
        let total = workspace.item(item).quantity.as_ref()?.total;
        let (mut parts, mut done, mut over, mut left) = (Figure::ZERO, Ratio::ZERO, Ratio::ZERO, Ratio::ZERO);
        for (_, assessed) in shares {
            let amount = workspace.share(assessed.share).amount?;
            let actual = assessed.verdict().actual.unwrap_or(Ratio::ZERO);
            parts = parts.plus(amount);
            done = done + actual;
            over = over + (actual - amount.ratio()).max(Ratio::ZERO);
            left = left + (amount.ratio() - actual).max(Ratio::ZERO);
        }
        // Parts that come to more than the whole are each the whole; where one is missing, so is what it has done.
        let is_split = shares.len() > 1 && parts == total;
        let silent = shares.iter().filter(|(_, assessed)| assessed.verdict().actual.is_none()).count();
        is_split.then_some(Self { item, units: shares.len(), silent, total, done, over, left })
    }
}
