//! What is gathered from one file after another: what is wrong with it, and what is kept of it.

use std::collections::BTreeSet;

use super::faults::Faults;
use super::files::FileRead;
use super::paths;
use super::request::Request;
use crate::source::{Content, FileId};

/// What has come of the files so far, beside what they say.
pub(super) struct Gathered<'r> {
    paths: &'r [&'r str],
    faults: Vec<Faults>,
    /// Folders of months whose names are at fault, which is said once.
    folders: BTreeSet<&'r str>,
    /// The contents that are to be kept.
    contents: Vec<(FileId, Content)>,
}

impl<'r> Gathered<'r> {
    pub(super) fn new(request: &'r Request<'_>) -> Self {
        let faults = request.ids().map(Faults::new).collect();
        Self { paths: &request.paths, faults, folders: BTreeSet::new(), contents: Vec::new() }
    }

    /// Where problems of a file are reported.
    pub(super) fn faults(&self, file: FileId) -> &Faults {
        &self.faults[file.0 as usize]
    }

    /// Takes over what was found in a file and what is to be kept of it; its document, if it has one.
    pub(super) fn take_over<T>(&mut self, read: FileRead<T>) -> Option<T> {
        self.check_folder(&read);
        self.faults(read.file).absorb(read.faults);
        self.contents.extend(read.content.map(|content| (read.file, content)));
        read.document
    }

    /// Reports a folder of a month that has no proper name, with the first file in it that is one of ours.
    pub(super) fn check_folder<T>(&mut self, read: &FileRead<T>) {
        if read.document.is_some()
            && let Some((folder, problem)) = paths::bad_folder(self.paths[read.file.0 as usize])
            && self.folders.insert(folder)
        {
            let faults = self.faults(read.file);
            faults.report(faults.top(), problem);
        }
    }

    /// All that is wrong and all that is kept, by file.
    pub(super) fn into_parts(self) -> (Vec<Faults>, Vec<(FileId, Content)>) {
        (self.faults, self.contents)
    }
}
