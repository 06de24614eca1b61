//! How a share stands on one side of a comparison.

use super::Side;
use crate::assess::{ShareAssessment, Verdict};
use crate::model::{Item, Share, ShareIx, Unit};

/// The verdict on a share on one side.
#[derive(Clone, Copy, Debug)]
pub struct ShareOnSide<'a> {
    /// The share.
    pub share: &'a Share,
    /// Its item.
    pub item: &'a Item,
    /// Its unit.
    pub unit: &'a Unit,
    /// The verdict and its history.
    pub assessed: &'a ShareAssessment,
}

impl<'a> ShareOnSide<'a> {
    pub(super) fn of(side: Side<'a>, assessed: &'a ShareAssessment) -> Self {
        let share = side.workspace.share(assessed.share);
        Self { share, item: side.workspace.item(share.item), unit: side.workspace.unit(share.unit), assessed }
    }

    pub(super) fn find(side: Side<'a>, share: ShareIx) -> Option<Self> {
        let mut all = side.assessment.shares.iter();
        let found = all.find(|assessed| assessed.share == share);
        found.map(|assessed| Self::of(side, assessed))
    }

    /// The verdict.
    pub fn verdict(&self) -> &'a Verdict {
        self.assessed.verdict()
    }
}
