//! From texts to a workspace that is valid by construction, or to every problem of every file in one run.
//!
//! Each file is read into a document as written (`plan`, `task`, `report`); `resolve` turns names into things and
//! holds the files against each other. A value that could not be read is left out, and whatever would depend on it
//! is stepped over, so that one cause gives one message.

mod faults;
mod files;
mod frame;
mod gathered;
mod indicator;
pub mod keys;
mod kinds;
mod ladder;
mod outline;
mod paths;
mod plan;
mod quantity;
mod reader;
mod register;
mod report;
mod request;
mod resolve;
mod rhythm;
mod scales;
mod scan;
mod schedule;
mod syntax;
mod task;
mod tree;
mod values;

use crate::model::Workspace;
use crate::problem::{Diagnostic, Severity};
use crate::source::{Content, FileId, SourceFile, Sources};

pub use files::fronts;
pub use outline::{Heading, Line, Outline, Section, outline};
pub use paths::{register_path, report_at, report_path};
pub use request::{Keep, Request, Wanted};
pub use resolve::occurrence_in;

use faults::Faults;
use gathered::Gathered;

/// What came of the files.
#[derive(Debug)]
pub struct Loaded {
    /// The workspace; none where any file has an error: a wrong verdict is worse than none.
    pub workspace: Option<Workspace>,
    /// Every problem, by file and place.
    pub problems: Vec<Diagnostic>,
    /// The files with what the request keeps of them; empty where they are kept elsewhere.
    pub sources: Sources,
}

impl Loaded {
    /// How many problems of a severity there are.
    pub fn count(&self, severity: Severity) -> usize {
        self.problems.iter().filter(|diagnostic| diagnostic.problem.severity() == severity).count()
    }
}

/// Loads a workspace: from [`Sources`], or as a [`Request`] says.
pub fn load<'s>(request: impl Into<Request<'s>>) -> Loaded {
    let request = request.into();
    let mut gathered = Gathered::new(&request);
    let workspace = resolve::resolve(&request, &mut gathered);
    let (faults, contents) = gathered.into_parts();
    let mut problems: Vec<Diagnostic> = faults.into_iter().flat_map(Faults::into_found).collect();
    problems.sort_by_key(|diagnostic| diagnostic.place);
    let has_errors = problems.iter().any(Diagnostic::is_error);
    Loaded { workspace: workspace.filter(|_| !has_errors), problems, sources: kept(&request, contents) }
}

/// The files with what is kept of them, where somebody else does not keep them.
fn kept(request: &Request<'_>, contents: Vec<(FileId, Content)>) -> Sources {
    if request.keep == Keep::Elsewhere {
        return Sources::default();
    }
    let files = request.paths.iter().map(|&path| SourceFile::new(path.to_owned(), Content::NotRead));
    let mut sources = Sources { files: files.collect() };
    for (file, content) in contents {
        sources.files[file.0 as usize].content = content;
    }
    sources
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
        let rest = load(Request { set_aside: &set_aside, ..Request::from(sources) });
        // A report may hold only beside one that does not: a figure that falls behind the one left out.
        let more = faulty_reports(sources, &rest.problems);
        if more.is_empty() {
            set_aside.sort_unstable();
            let loaded = Loaded { workspace: rest.workspace, ..loaded };
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
