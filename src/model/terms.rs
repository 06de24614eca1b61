//! What is in force for a share at a close: what it is compared with, and how much of it there is to do. Whatever judges
//! or shows a month asks here; what the plan and its approved changes say is kept with the item and the share.

use super::{AsOf, Figure, Item, Ratio, Schedule, Share};

/// The terms of a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms<'a> {
    /// What it is compared with.
    pub schedule: &'a Schedule,
    /// Its own amount of the item's quantity: its portion if that is split, otherwise all of it.
    pub amount: Option<Figure>,
}

impl Terms<'_> {
    /// A number in the item's own measure as percent of the share.
    pub fn percent_of(self, number: Ratio) -> Ratio {
        match self.amount {
            Some(amount) => number * Ratio::HUNDRED / amount.ratio(),
            None => number,
        }
    }

    /// Percent of the share in the item's own measure.
    pub fn in_measure(self, percent: Ratio) -> Ratio {
        match self.amount {
            Some(amount) => percent * amount.ratio() / Ratio::HUNDRED,
            None => percent,
        }
    }
}

impl Item {
    /// The terms of one of its shares at the close of a month.
    pub fn terms_at<'a>(&'a self, share: &'a Share, as_of: AsOf) -> Terms<'a> {
        self.terms(share, self.revision_at(as_of))
    }

    /// The same by an approved change, by its position; none for the plan as it began.
    pub fn terms<'a>(&'a self, share: &'a Share, revision: Option<usize>) -> Terms<'a> {
        let schedule = revision.map_or(&self.schedule, |at| &self.revisions[at].schedule);
        Terms { schedule, amount: share.amount }
    }
}
