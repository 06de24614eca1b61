//! The files of the tasks, in the order of their numbers.

use std::collections::BTreeMap;

use super::Builder;
use crate::load::files::{FileRead, read_all};
use crate::load::gathered::Gathered;
use crate::load::keys;
use crate::load::request::Request;
use crate::load::task::{self, TaskDocument};

impl Builder<'_> {
    /// Reads all tasks and takes them in.
    pub(super) fn add_tasks(&mut self, request: &Request<'_>, gathered: &mut Gathered<'_>) {
        let mut reads = read(request);
        let number = |read: &FileRead<TaskDocument>| Some(read.document.as_ref()?.number?.value);
        reads.sort_by_key(|read| (number(read), read.file));
        for pair in reads.windows(2) {
            let number = number(&pair[0]).filter(|_| number(&pair[0]) == number(&pair[1]));
            self.shared_numbers.extend(number);
        }
        let mut seen = BTreeMap::new();
        for read in reads {
            let file = read.file;
            let Some(task) = gathered.take_over(read) else {
                self.knows_all_items = false;
                continue;
            };
            self.knows_all_items &= !gathered.faults(file).is_garbled() && !task.has_lost_items;
            self.add_task(file, task, &mut seen, gathered);
        }
    }
}

fn read(request: &Request<'_>) -> Vec<FileRead<TaskDocument>> {
    read_all(request, &request.tasks(), |text| text.read(&keys::TASK, task::read))
}

/// Without a plan: what is wrong with each by itself can still be said.
pub(super) fn check_tasks(request: &Request<'_>, gathered: &mut Gathered<'_>) {
    for read in read(request) {
        gathered.take_over(read);
    }
}
