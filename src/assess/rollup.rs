//! Shares taken together: counts by bucket, and the worst of a task or a unit.

use crate::model::{Lag, Ratio, Tier};

use super::ShareAssessment;
use super::verdict::{Bucket, Reasoning};

/// Counts by bucket; they add up to the number of shares.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally([usize; Bucket::ALL.len()]);

impl Tally {
    /// Counts shares.
    pub fn of<'a>(shares: impl IntoIterator<Item = &'a ShareAssessment>) -> Self {
        let mut tally = Self::default();
        for share in shares {
            tally.0[share.verdict().bucket as usize] += 1;
        }
        tally
    }

    /// Every bucket with its count, in the order used by every summary.
    pub fn iter(&self) -> impl Iterator<Item = (Bucket, usize)> {
        Bucket::ALL.iter().map(|&(bucket, _)| bucket).zip(self.0)
    }

    /// The number of shares.
    pub fn total(&self) -> usize {
        self.0.iter().sum()
    }
}

/// Several shares as one: the tier of a task or a unit is that of its worst share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rollup {
    /// Counts by bucket.
    pub tally: Tally,
    /// The highest tier.
    pub worst: Option<Tier>,
    /// The longest lag of any share, key or not.
    pub longest: Option<Lag>,
    /// The plain mean of the progress of all shares with a curve, in percent, cut to hundredths. For information only:
    /// it never makes a tier.
    pub progress: Option<Ratio>,
}

impl Rollup {
    /// Takes shares together.
    pub fn of<'a>(shares: impl Iterator<Item = &'a ShareAssessment> + Clone) -> Self {
        let verdicts = || shares.clone().map(ShareAssessment::verdict);
        let parts: Vec<i128> = verdicts()
            .filter_map(|verdict| match verdict.reasoning {
                Reasoning::Curve { actual, .. } => Some(millionths(actual.min(Ratio::HUNDRED))),
                Reasoning::Stages { done, .. } => Some(millionths(done.min(Ratio::HUNDRED))),
                _ => None,
            })
            .collect();
        let counted = i128::try_from(parts.len()).unwrap_or(i128::MAX);
        let mean = || Ratio::new(parts.iter().sum(), counted * 1_000_000);
        Self {
            worst: verdicts().filter_map(|verdict| verdict.tier).max(),
            longest: verdicts().filter_map(|verdict| verdict.lag).max(),
            progress: (counted > 0).then(|| mean().floor_to(100)),
            tally: Tally::of(shares),
        }
    }
}

/// The nearest number of millionths: fine enough for thirds to add up, coarse enough to keep sums small.
fn millionths(number: Ratio) -> i128 {
    (number * Ratio::whole(1_000_000) + Ratio::new(1, 2)).floor()
}
