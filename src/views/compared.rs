//! What a comparison is of: two months, or the files of two places.

use crate::model::Month;
use crate::text::{Lang, diff as words, terms};

/// One of the two states that are compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Compared {
    /// The files of this workspace at the close of a month.
    Month(Month),
    /// A revision.
    Revision {
        /// As typed.
        typed: String,
        /// The first letters of its id.
        id: String,
        /// When it was made.
        day: String,
        /// What it says it does.
        subject: String,
    },
    /// The files of a folder.
    Folder(String),
    /// The files of this workspace as they are.
    Files,
}

impl Compared {
    /// The state in words.
    pub fn said(&self, lang: Lang) -> String {
        match self {
            Self::Month(month) => terms::close(*month, lang),
            Self::Revision { typed, id, day, subject } => words::revision(typed, id, day, subject, lang),
            Self::Folder(path) => words::folder(path, lang),
            Self::Files => words::files_now(lang),
        }
    }
}
