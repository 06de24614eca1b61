//! How far an item has come, as the file of its kind works it out; `judge` makes a verdict of it.

use super::verdict::{Flags, Reasoning};
use crate::model::{Moment, Ratio};

/// What was asked, what was delivered, and since when the plan has asked for more.
pub(super) struct Progress {
    pub(super) required: Option<Ratio>,
    pub(super) actual: Option<Ratio>,
    /// The moment from which it counts as behind, possibly still ahead; none means never.
    pub(super) counts_from: Option<Ratio>,
    /// The moment up to which that counts, where it is not the close of the month.
    pub(super) counts_until: Option<Moment>,
    pub(super) evidence: Option<usize>,
    pub(super) flags: Flags,
    pub(super) reasoning: Reasoning,
}
