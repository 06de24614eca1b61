//! What the file for each kind of item finds out; `judge` turns it into a verdict.

use super::verdict::{Flags, Reasoning};
use crate::model::Ratio;

/// The answer to one question: since when does the plan ask for more than was delivered?
pub(super) struct Finding {
    pub(super) required: Option<Ratio>,
    pub(super) actual: Option<Ratio>,
    /// The moment from which it counts as behind, possibly still ahead; none means never.
    pub(super) counts_from: Option<Ratio>,
    pub(super) evidence: Option<usize>,
    /// No figure for this very month supports the verdict.
    pub(super) rests_on_silence: bool,
    pub(super) flags: Flags,
    pub(super) reasoning: Reasoning,
}
