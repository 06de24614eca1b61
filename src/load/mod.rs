//! From texts to a workspace that is valid by construction, or to every problem of every file in one run.
//!
//! Each file is read into a document as written (`plan`, `task`, `report`); `resolve` turns names into things and
//! holds the files against each other. A value that could not be read is left out, and whatever would depend on it
//! is stepped over, so that one cause gives one message.

mod faults;
mod files;
pub mod keys;
mod outline;
mod paths;
mod plan;
mod reader;
mod register;
mod report;
mod resolve;
mod schedule;
mod swift;
mod syntax;
mod task;

use std::borrow::Cow;

use crate::model::Workspace;
use crate::problem::{Diagnostic, Severity};
use crate::source::{Content, FileId, SourceFile, Sources};

pub use files::Wanted;
pub use outline::{Heading, Line, Outline, Section, outline};
pub use paths::{register_path, report_at, report_path};
pub use resolve::occurrence_in;

use faults::Faults;
use files::{Keep, Shelf};
use resolve::{Documents, Resolved};

/// What came of the files.
#[derive(Debug)]
pub struct Loaded {
    /// The workspace; none where any file has an error: a wrong verdict is worse than none.
    pub workspace: Option<Workspace>,
    /// Every problem, by file and place.
    pub problems: Vec<Diagnostic>,
}

impl Loaded {
    /// How many problems of a severity there are.
    pub fn count(&self, severity: Severity) -> usize {
        self.problems.iter().filter(|diagnostic| diagnostic.problem.severity() == severity).count()
    }
}

/// Loads a workspace from the texts of its files.
pub fn load(sources: &Sources) -> Loaded {
    load_without(sources, &[], true)
}

/// The same with all care for every file; [`load`] takes a short way through reports that hold, and must never come to
/// anything else.
pub fn load_carefully(sources: &Sources) -> Loaded {
    load_without(sources, &[], false)
}

/// The same, as if some of the files were not there; every other file keeps its number.
fn load_without(sources: &Sources, left_out: &[FileId], is_swift: bool) -> Loaded {
    let shelf = Shelf {
        paths: sources.files.iter().map(|file| &*file.path).collect(),
        left_out,
        fetch: &|file| Cow::Borrowed(&sources.file(file).content),
        keep: Keep::Elsewhere,
        wanted: None,
        is_swift,
    };
    load_from(&shelf).0
}

/// Loads a workspace for pages that show neither texts nor remarks: its files are fetched when they are needed, by their
/// position among `paths`, side by side, and the texts of tasks and of reports that hold are let go at once.
///
/// Where there are problems, this is no basis to show them on: load everything.
pub fn load_lean(paths: &[&str], fetch: &(dyn Fn(FileId) -> Content + Sync)) -> (Sources, Loaded) {
    load_fetched(paths, fetch, Keep::Lean, None)
}

/// Loads a workspace with some of its reports, if `wanted` names any, and with all that is said in them. What is wrong in
/// others is not found: this is a basis for nothing but what the units named have to do with.
pub fn load_some(paths: &[&str], fetch: &(dyn Fn(FileId) -> Content + Sync), wanted: &Wanted<'_>) -> (Sources, Loaded) {
    load_fetched(paths, fetch, Keep::All, Some(wanted))
}

fn load_fetched(
    paths: &[&str],
    fetch: &(dyn Fn(FileId) -> Content + Sync),
    keep: Keep,
    wanted: Option<&Wanted<'_>>,
) -> (Sources, Loaded) {
    let shelf = Shelf {
        paths: paths.to_vec(),
        left_out: &[],
        fetch: &|file| Cow::Owned(fetch(file)),
        keep,
        wanted,
        is_swift: true,
    };
    let (loaded, contents) = load_from(&shelf);
    let files = paths.iter().map(|&path| SourceFile::new(path.to_owned(), Content::NotRead));
    let mut sources = Sources { files: files.collect() };
    for (file, content) in contents {
        sources.files[file.0 as usize].content = content;
    }
    (sources, loaded)
}

fn load_from(shelf: &Shelf<'_>) -> (Loaded, Vec<(FileId, Content)>) {
    let all_faults: Vec<Faults> = shelf.ids().map(Faults::new).collect();
    let mut resolved = Resolved::default();
    let others: Vec<FileId> = shelf.others().collect();
    let reads = files::read_all(shelf, &others);
    let documents = Documents::of(reads, shelf, &all_faults, &mut resolved);
    let workspace = resolve::resolve(documents, shelf, &all_faults, &mut resolved);
    let mut problems: Vec<Diagnostic> = all_faults.into_iter().flat_map(Faults::into_found).collect();
    problems.sort_by_key(|diagnostic| diagnostic.place);
    let has_errors = problems.iter().any(|diagnostic| diagnostic.problem.severity() == Severity::Error);
    let loaded = Loaded { workspace: workspace.filter(|_| !has_errors), problems };
    (loaded, resolved.contents)
}

/// A workspace as far as its files are sound.
#[derive(Debug)]
pub struct Sound {
    /// What came of the files, those set aside left out; the problems are those of all files.
    pub loaded: Loaded,
    /// The report files that have errors: they are there, but nothing is taken from them.
    pub set_aside: Vec<FileId>,
}

/// Loads a workspace without the reports that have errors, for commands that prepare or list reports. Never for a
/// verdict: where one report cannot be read, who is behind cannot be said.
pub fn load_sound(sources: &Sources) -> Sound {
    let loaded = load(sources);
    let mut set_aside = faulty_reports(sources, &loaded.problems);
    if set_aside.is_empty() {
        return Sound { loaded, set_aside };
    }
    loop {
        let rest = load_without(sources, &set_aside, true);
        // A report may hold only beside one that does not: a figure that falls behind the one left out.
        let more = faulty_reports(sources, &rest.problems);
        if more.is_empty() {
            set_aside.sort_unstable();
            let loaded = Loaded { workspace: rest.workspace, problems: loaded.problems };
            return Sound { loaded, set_aside };
        }
        set_aside.extend(more);
    }
}

/// The files beside and among the reports that have errors.
fn faulty_reports(sources: &Sources, problems: &[Diagnostic]) -> Vec<FileId> {
    let mut faulty: Vec<FileId> = problems
        .iter()
        .filter(|diagnostic| diagnostic.is_error())
        .map(|diagnostic| diagnostic.place.file)
        .filter(|file| sources.file(*file).path.starts_with("reports/"))
        .collect();
    faulty.dedup();
    faulty
}
