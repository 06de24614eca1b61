//! What the file of each kind of item finds out; `judge` makes a verdict of it.

use super::verdict::{Flags, Reasoning};
use crate::model::Ratio;

/// The answer to one question: since when does the plan ask for more than was delivered?
pub(super) struct Finding {
    pub(super) required: Option<Ratio>,
    pub(super) actual: Option<Ratio>,
    /// Since when it counts as behind, perhaps a moment ahead; never, where none.
    pub(super) counts_from: Option<Ratio>,
    pub(super) evidence: Option<usize>,
    /// No figure of this very month stands behind the verdict.
    pub(super) rests_on_silence: bool,
    pub(super) flags: Flags,
    pub(super) reasoning: Reasoning,
}
