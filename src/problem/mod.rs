//! What can be wrong with the files of a workspace: a stable code, a place, what is needed to explain it, and the words
//! for it in both languages. Everything about one problem is a row of `table.rs`.

#[macro_use]
mod wording;

mod faults;
mod said;
mod shares;
mod table;

use crate::lang::{Both, Lang};
use crate::source::Place;

pub use faults::{
    BadTarget, DateFault, DecimalRule, IdRule, MisplacedBecause, OccurrenceFault, ReadingKind, SyntaxFault, WantedValue,
};
pub use shares::BadShares;
pub use table::Problem;

/// How serious a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The workspace cannot be assessed, except for a seal that does not match, because no verdict rests on seals.
    Error,
    /// The workspace is assessed, but somebody should look.
    Warning,
}

/// A code, explained for `help CODE`.
#[derive(Clone, Copy, Debug)]
pub struct Code {
    /// The code.
    pub name: &'static str,
    /// Why it is a problem, and what to do.
    pub about: Both,
    /// The smallest example, as `check` shows it: the one from the gallery in `tests/problems/`, so that it really
    /// occurs.
    pub example: Both,
}

/// A problem in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// What is wrong; one sentence.
    pub what: String,
    /// Under the caret; may be empty.
    pub label: String,
    /// What to write or do instead.
    pub instead: String,
}

/// A verdict of a closed month that would now differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The item and the unit, by id; or the notice.
    pub share: String,
    /// As it was at the closing; none if it is new.
    pub closed: Option<String>,
    /// As it would be now; none if it is gone.
    pub now: Option<String>,
    /// The files it rests on that have been changed, added or removed since.
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

impl Problem {
    /// What is said about it. Sentences that quote something too long leave out the middle of it.
    pub fn words(&self, lang: Lang) -> Words {
        let Words { what, label, instead } = self.wording(lang);
        // What to write instead may list every unit.
        Words { what: short(what, LONGEST), label: short(label, LONGEST), instead: short(instead, 8 * LONGEST) }
    }
}

/// The longest sentence that people read in full.
const LONGEST: usize = 300;

/// The same with the middle left out if it is longer than this many characters.
fn short(said: String, longest: usize) -> String {
    if said.len() <= longest {
        return said;
    }
    let letters: Vec<char> = said.chars().collect();
    if letters.len() <= longest {
        return said;
    }
    let end = &letters[letters.len() - longest / 3..];
    let start = letters[..longest - end.len()].iter();
    start.chain(&['…']).chain(end).collect()
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, Lang, Problem};

    #[test]
    fn of_what_is_too_long_only_the_ends_are_quoted() {
        for (length, is_whole) in [(40, true), (100_000, false)] {
            let key = format!("始{}末", "长".repeat(length));
            let problem = Problem::UnknownKey { key: key.clone(), meant: None, known: vec!["note"] };
            for lang in [Lang::Zh, Lang::En] {
                let what = problem.words(lang).what;
                assert_eq!(what.contains(&key), is_whole, "{length}");
                assert!(what.chars().count() <= LONGEST + 1, "{length}");
                assert!(what.contains('始') && what.contains('末'), "{what}");
            }
        }
    }
}
