//! How far an item has come, as the file of its kind works it out; `judge` makes a verdict of it.

use super::verdict::{Flags, Reasoning};
use crate::model::Ratio;

/// What was asked, what was delivered, and since when the plan has asked for more.
pub(super) struct Progress {
    pub(super) required: Option<Ratio>,
    pub(super) actual: Option<Ratio>,
    /// The moment from which it counts as behind, possibly still ahead; none means never.
    pub(super) counts_from: Option<Ratio>,
    pub(super) evidence: Option<usize>,
    pub(super) flags: Flags,
    pub(super) reasoning: Reasoning,
}
