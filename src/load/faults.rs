//! Where problems are gathered while files are read. Nothing is thrown: one run finds everything.

use std::cell::RefCell;
use std::ops::Range;

use super::tree::Span;
use crate::problem::{Diagnostic, Problem};
use crate::source::{FileId, Place, nearest};

/// More guesses than this in one file help nobody.
const MOST_GUESSES: usize = 50;

/// The problems of one file.
pub(super) struct Faults {
    file: FileId,
    found: RefCell<Vec<Diagnostic>>,
    /// Where the writing itself is at fault: what is missing then may only be unreadable.
    garbled: RefCell<Vec<Place>>,
}

impl Faults {
    pub(super) fn new(file: FileId) -> Self {
        Self { file, found: RefCell::default(), garbled: RefCell::default() }
    }

    fn place(&self, span: Range<usize>) -> Place {
        self.at(Span::new(span.start, span.end))
    }

    /// The place of a span in this file.
    pub(super) fn at(&self, Span { start, end }: Span) -> Place {
        Place { file: self.file, start, end }
    }

    /// The file as a whole.
    pub(super) fn top(&self) -> Place {
        Place::top_of(self.file)
    }

    /// Reports a fault of writing, and the place it repeats, where it does.
    pub(super) fn syntax(&self, span: Range<usize>, first: Option<Range<usize>>, problem: Problem) {
        let place = self.place(span);
        match first {
            Some(first) => self.report_pair(place, self.place(first), problem),
            None => self.report(place, problem),
        }
        self.garbled.borrow_mut().push(place);
    }

    /// Reports a problem, unless the writing right there is at fault already: one cause, one message.
    pub(super) fn report(&self, place: Place, problem: Problem) {
        let garbled = self.garbled.borrow();
        let overlaps = |other: &Place| place.start <= other.end && other.start <= place.end;
        if place.start < place.end && garbled.iter().any(overlaps) {
            return;
        }
        drop(garbled);
        self.found.borrow_mut().push(Diagnostic { problem, place, other: None });
    }

    /// Forgets all problems but the first so many.
    pub(super) fn forget_behind(&self, count: usize) {
        self.found.borrow_mut().truncate(count);
    }

    /// Takes over what was found by whoever read the file.
    pub(super) fn absorb(&self, read: Self) {
        self.found.borrow_mut().extend(read.found.into_inner());
        self.garbled.borrow_mut().extend(read.garbled.into_inner());
    }

    pub(super) fn report_pair(&self, place: Place, other: Place, problem: Problem) {
        self.found.borrow_mut().push(Diagnostic { problem, place, other: Some(other) });
    }

    /// A key is missing; not said of a garbled file, where it may stand in an unreadable line.
    pub(super) fn missing(&self, place: Place, key: &'static str) {
        if !self.is_garbled() {
            self.report(place, Problem::MissingKey { key });
        }
    }

    pub(super) fn is_garbled(&self) -> bool {
        !self.garbled.borrow().is_empty()
    }

    /// The name that a mistyped one stands for. Comparing it with every name of a large plan takes its time, and after many
    /// problems of one file nobody needs another guess.
    pub(super) fn guess<'c>(&self, written: &str, known: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
        let may_guess = self.count() < MOST_GUESSES;
        may_guess.then(|| nearest(written, known))?
    }

    /// How many problems there are so far.
    pub(super) fn count(&self) -> usize {
        self.found.borrow().len()
    }

    pub(super) fn has_errors(&self) -> bool {
        let found = self.found.borrow();
        found.iter().any(Diagnostic::is_error)
    }

    pub(super) fn into_found(self) -> Vec<Diagnostic> {
        self.found.into_inner()
    }
}
