//! What can be wrong with the files of a workspace, as data: a stable code, a place, and what is needed to explain
//! it. How it is said, and in which language, is the business of `text`.

mod kinds;

use crate::source::Place;

pub use kinds::{
    BadShares, DateFault, DecimalRule, IdRule, MisplacedBecause, OccurrenceFault, Problem, ReadingKind, SyntaxFault,
    WantedValue,
};

/// How grave a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The workspace cannot be assessed; but a seal that does not fit keeps nobody from it, for no verdict rests on seals.
    Error,
    /// The workspace is assessed; somebody should look.
    Warning,
}

/// A verdict of a closed month that would be another now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The item and the unit, by id; or the notice.
    pub share: String,
    /// As it was closed; nothing where it is new.
    pub closed: Option<String>,
    /// As it would be now; nothing where it is gone.
    pub now: Option<String>,
    /// The files that have been changed, added or removed since and bear on it.
    pub because: Vec<String>,
}

/// A problem and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong.
    pub problem: Problem,
    /// Where.
    pub place: Place,
    /// Another place that belongs to it, such as the first of two duplicates.
    pub other: Option<Place>,
}

impl Diagnostic {
    /// Whether it keeps the workspace from being assessed.
    pub fn is_error(&self) -> bool {
        self.problem.severity() == Severity::Error
    }
}
