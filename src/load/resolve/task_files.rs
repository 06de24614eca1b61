//! The files of the tasks, in the order of their numbers. A number is found without reading the whole of a file, so that
//! only some of the files have to be held at once.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::turns::in_turns;
use super::{Builder, Resolved};
use crate::load::faults::Faults;
use crate::load::files::{self, Document, FileRead, Shelf};
use crate::load::swift;
use crate::source::{Content, FEW_FILES, FileId, side_by_side};

/// As many files are read before what they say is taken in.
const AT_ONCE: usize = 160;

/// A file of a task of which no more is known than the number.
struct Waiting<'s> {
    file: FileId,
    number: Option<u32>,
    content: Cow<'s, Content>,
}

impl Builder<'_> {
    /// Reads all tasks and takes them in.
    pub(super) fn add_tasks(&mut self, shelf: &Shelf<'_>, resolved: &mut Resolved) {
        let files: Vec<FileId> = shelf.tasks().collect();
        let mut waiting = side_by_side(&files, FEW_FILES, |&file| Waiting::of(file, shelf));
        waiting.sort_by_key(|waiting| (waiting.number, waiting.file));
        for pair in waiting.windows(2) {
            let is_shared = pair[0].number == pair[1].number;
            let number = pair[0].number.filter(|_| is_shared);
            self.shared_numbers.extend(number);
        }
        let read = |some: &[Waiting<'_>]| -> Vec<FileRead> {
            let read = |waiting: &Waiting<'_>| {
                let file = waiting.file;
                let swift = match &*waiting.content {
                    Content::Text(text) if shelf.is_swift => swift::task(text, file),
                    _ => None,
                };
                match swift {
                    Some(task) => FileRead::sound(file, Document::Task(task)),
                    None => files::read(file, shelf.path(file), &waiting.content),
                }
            };
            side_by_side(some, FEW_FILES, read)
        };
        let mut seen = BTreeMap::new();
        in_turns(&waiting, AT_ONCE, read, |read| {
            let file = read.file;
            match resolved.take_over(read, shelf, self.all_faults) {
                Some(Document::Task(task)) => {
                    let faults = &self.all_faults[file.0 as usize];
                    self.knows_all_items &= !faults.is_garbled() && !task.has_lost_items;
                    self.add_task(task, &mut seen, faults);
                }
                _ => self.knows_all_items = false,
            }
        });
        for waiting in waiting {
            resolved.keep(waiting.file, shelf.kept(waiting.file, waiting.content));
        }
    }
}

impl<'s> Waiting<'s> {
    fn of(file: FileId, shelf: &Shelf<'s>) -> Self {
        let content = (shelf.fetch)(file);
        let number = match &*content {
            Content::Text(text) => swift::number(text).or_else(|| {
                // It may only be written in an unusual way.
                let read = files::read(file, shelf.path(file), &content);
                match read.document {
                    Some(Document::Task(task)) => task.number.map(|number| number.value),
                    _ => None,
                }
            }),
            _ => None,
        };
        Self { file, number, content }
    }
}

/// Without a plan: what is wrong with each by itself can still be said.
pub(super) fn check_tasks(shelf: &Shelf<'_>, faults: &[Faults], resolved: &mut Resolved) {
    let files: Vec<FileId> = shelf.tasks().collect();
    for read in files::read_all(shelf, &files) {
        resolved.take_over(read, shelf, faults);
    }
}
