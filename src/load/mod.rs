//! From texts to a workspace that is valid by construction, or to every problem of every file in one run.
//!
//! Each file is read into a document as written (`plan`, `task`, `report`); `resolve` turns names into things and
//! holds the files against each other. A value that could not be read is left out, and whatever would depend on it
//! is stepped over, so that one cause gives one message.

mod faults;
pub mod keys;
mod outline;
mod paths;
mod plan;
mod reader;
mod register;
mod report;
mod resolve;
mod schedule;
mod syntax;
mod task;

use toml::de::DeTable;

use crate::model::Workspace;
use crate::problem::{Diagnostic, Problem, Severity};
use crate::source::{Content, FileId, SourceFile, Sources, Unreadable};

pub use outline::{Heading, Line, Outline, Section, outline};
pub use paths::{register_path, report_at, report_path};
pub use resolve::occurrence_in;

use faults::Faults;
use paths::Role;
use reader::Table;
use resolve::Documents;

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
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.problems
            .iter()
            .filter(|diagnostic| diagnostic.problem.severity() == severity)
            .count()
    }
}

/// Loads a workspace from the texts of its files.
#[must_use]
pub fn load(sources: &Sources) -> Loaded {
    load_without(sources, &[])
}

/// The same, as if some of the files were not there; every other file keeps its number.
fn load_without(sources: &Sources, left_out: &[FileId]) -> Loaded {
    let mut documents = Documents::default();
    let all_faults: Vec<Faults> = sources
        .iter()
        .map(|(id, file)| {
            let faults = Faults::new(id);
            if !left_out.contains(&id) {
                read_file(id, file, &faults, &mut documents);
            }
            faults
        })
        .collect();
    let workspace = resolve::resolve(documents, &all_faults);
    let mut problems: Vec<Diagnostic> = all_faults
        .into_iter()
        .flat_map(Faults::into_found)
        .collect();
    problems.sort_by_key(|diagnostic| diagnostic.place);
    let has_errors = problems
        .iter()
        .any(|diagnostic| diagnostic.problem.severity() == Severity::Error);
    Loaded {
        workspace: workspace.filter(|_| !has_errors),
        problems,
    }
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
#[must_use]
pub fn load_sound(sources: &Sources) -> Sound {
    let loaded = load(sources);
    let mut set_aside = faulty_reports(sources, &loaded.problems);
    if set_aside.is_empty() {
        return Sound { loaded, set_aside };
    }
    loop {
        let rest = load_without(sources, &set_aside);
        // A report may hold only beside one that does not: a figure that falls behind the one left out.
        let more = faulty_reports(sources, &rest.problems);
        if more.is_empty() {
            set_aside.sort_unstable();
            let loaded = Loaded {
                workspace: rest.workspace,
                problems: loaded.problems,
            };
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

fn read_file(id: FileId, file: &SourceFile, faults: &Faults, documents: &mut Documents) {
    let role = Role::of(&file.path);
    if let Role::StrayRecord { folder, stem } = role {
        let meant = paths::record_meant(folder, stem);
        faults.report(faults.top(), Problem::MisnamedFile { meant });
        return;
    }
    let text = match &file.content {
        Content::Text(text) => text,
        Content::NotRead => {
            if let Some(problem) = paths::stray(&file.path) {
                faults.report(faults.top(), problem);
            } else {
                let perhaps = paths::perhaps_report(&file.path);
                documents
                    .unread
                    .extend(perhaps.map(|(unit, path)| (id, unit, path)));
            }
            return;
        }
        Content::Unreadable(why) => {
            faults.report(faults.top(), unreadable(why));
            documents.lose(&role);
            return;
        }
    };
    if is_empty(text) {
        faults.report(faults.top(), Problem::EmptyFile);
        documents.lose(&role);
        return;
    }
    let mended;
    let tree = if let Ok(tree) = DeTable::parse(text) {
        tree
    } else {
        mended = syntax::mend(text, faults);
        DeTable::parse_recoverable(&mended).0
    };
    let root = |keys| Table::root(tree.get_ref(), keys, faults);
    match role {
        Role::Plan => documents.plan = Some((id, plan::read(root(&keys::PLAN), faults))),
        Role::Task => documents
            .tasks
            .push((id, task::read(root(&keys::TASK), faults))),
        Role::Report { folder, stem } => {
            check_folder("reports", folder, documents, faults);
            let document = report::read(root(&keys::REPORT), folder, stem);
            documents.reports.push((id, document));
        }
        Role::Register { folder, kind } => {
            check_folder("register", folder, documents, faults);
            let document = register::read(root(keys::register(kind)), folder, kind, faults);
            documents.register.push((id, document));
        }
        Role::StrayRecord { .. } | Role::Other => {}
    }
}

/// What is wrong with the folder of a month is said once.
fn check_folder(within: &'static str, folder: &str, documents: &mut Documents, faults: &Faults) {
    if documents.is_new_folder(&format!("{within}/{folder}"))
        && let Some(problem) = paths::bad_folder(within, folder)
    {
        faults.report(faults.top(), problem);
    }
}

/// Whether a text holds nothing but blanks and comments.
fn is_empty(text: &str) -> bool {
    text.lines()
        .all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'))
}

fn unreadable(why: &Unreadable) -> Problem {
    match why {
        Unreadable::Gbk => Problem::Encoding { name: Some("GBK") },
        Unreadable::Utf16 => Problem::Encoding {
            name: Some("UTF-16"),
        },
        Unreadable::NotText => Problem::Encoding { name: None },
        Unreadable::TooLarge { bytes, limit } => Problem::TooLarge {
            bytes: *bytes,
            limit: *limit,
        },
        Unreadable::NotAFile => Problem::Unreadable { reason: None },
        Unreadable::System { reason } => Problem::Unreadable {
            reason: Some(reason.clone()),
        },
    }
}
