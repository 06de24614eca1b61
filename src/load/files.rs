//! One file after another, side by side on all processors: what each says, and what is wrong with it. What is in one file
//! changes nothing about another here; holding them against each other comes afterwards, one by one and in a fixed order.

use std::borrow::Cow;

use toml::de::DeTable;

use super::faults::Faults;
use super::paths::{self, Role};
use super::plan::{self, PlanDocument};
use super::reader::Table;
use super::register::{self, RegisterDocument};
use super::report::{self, ReportDocument};
use super::task::{self, TaskDocument};
use super::{keys, syntax};
use crate::model::{Month, UnitIx, Workspace};
use crate::problem::Problem;
use crate::source::{Content, FEW_FILES, FileId, Lines, Unreadable, side_by_side};

/// Where the contents of files come from, and what is kept of them.
pub(super) struct Shelf<'s> {
    /// Their paths.
    pub(super) paths: Vec<&'s str>,
    /// Files that are taken as if they were not there.
    pub(super) left_out: &'s [FileId],
    /// The content of one; asked for once, and from several processors.
    pub(super) fetch: &'s (dyn Fn(FileId) -> Cow<'s, Content> + Sync),
    /// What is kept of them.
    pub(super) keep: Keep,
    /// Which reports are read, where not all are.
    pub(super) wanted: Option<&'s Wanted<'s>>,
    /// Tasks and reports that hold take the short way.
    pub(super) is_swift: bool,
}

/// What is kept of the contents of files.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Keep {
    /// Everything, by whoever gives them.
    Elsewhere,
    /// Everything.
    All,
    /// Neither the texts of tasks and of reports that hold, nor remarks.
    Lean,
}

/// Which reports are wanted of a workspace whose reports are not read yet, the last month that has a file being this: those
/// of some units in all months, and those of all units in one. None: all of them.
pub type Wanted<'w> = dyn Fn(&Workspace, Month) -> Option<(Vec<UnitIx>, Month)> + Sync + 'w;

impl<'s> Shelf<'s> {
    pub(super) fn path(&self, file: FileId) -> &'s str {
        self.paths[file.0 as usize]
    }

    /// All of them.
    pub(super) fn ids(&self) -> impl Iterator<Item = FileId> + use<> {
        let count = u32::try_from(self.paths.len()).expect("fewer files than a disk can hold");
        (0..count).map(FileId)
    }

    /// The tasks among those that are there.
    pub(super) fn tasks(&self) -> impl Iterator<Item = FileId> {
        let is_task = |role: Role<'_>| matches!(role, Role::Task);
        self.there().filter(move |&file| is_task(self.role(file)))
    }

    /// The reports among those that are there.
    pub(super) fn reports(&self) -> impl Iterator<Item = FileId> {
        let is_report = |role: Role<'_>| matches!(role, Role::Report { .. });
        self.there().filter(move |&file| is_report(self.role(file)))
    }

    /// What is there beside tasks and reports.
    pub(super) fn others(&self) -> impl Iterator<Item = FileId> {
        let is_other = |role: Role<'_>| !matches!(role, Role::Task | Role::Report { .. });
        self.there().filter(move |&file| is_other(self.role(file)))
    }

    fn there(&self) -> impl Iterator<Item = FileId> {
        self.ids().filter(|file| !self.left_out.contains(file))
    }

    fn role(&self, file: FileId) -> Role<'s> {
        Role::of(self.path(file))
    }

    /// What is to be kept of the content of a file, if nobody else does. Of tasks nothing is: where something stands in
    /// them is shown only beside their texts.
    pub(super) fn kept(&self, file: FileId, content: Cow<'_, Content>) -> Option<Content> {
        let is_task = matches!(self.role(file), Role::Task);
        (self.keep != Keep::Elsewhere).then(|| match content.into_owned() {
            Content::Text(_) if is_task && self.keep == Keep::Lean => Content::LetGo(Lines::default()),
            content => content,
        })
    }
}

/// What a file says.
pub(super) enum Document {
    Plan(Box<PlanDocument>),
    Task(TaskDocument),
    Report(ReportDocument),
    Register(RegisterDocument),
}

/// What came of reading a file.
pub(super) struct FileRead {
    pub(super) file: FileId,
    pub(super) faults: Faults,
    pub(super) document: Option<Document>,
    /// It may be a report: of this unit, with this path.
    pub(super) perhaps_report: Option<(String, String)>,
    /// What is to be kept of the content; none where whoever gave it keeps it.
    pub(super) content: Option<Content>,
}

impl FileRead {
    /// Of a file without faults.
    pub(super) fn sound(file: FileId, document: Document) -> Self {
        Self { file, faults: Faults::new(file), document: Some(document), perhaps_report: None, content: None }
    }
}

/// Reads files side by side; what comes of each stands in the order asked for.
pub(super) fn read_all(shelf: &Shelf<'_>, files: &[FileId]) -> Vec<FileRead> {
    let read = |&file: &FileId| {
        let content = (shelf.fetch)(file);
        let mut read = read(file, shelf.path(file), &content);
        read.content = shelf.kept(file, content);
        read
    };
    side_by_side(files, FEW_FILES, read)
}

/// Reads one file with all care.
pub(super) fn read(file: FileId, path: &str, content: &Content) -> FileRead {
    let faults = Faults::new(file);
    let document = document(path, content, &faults);
    // None of ours, and nothing is said of its name; but it may be a report without its ending.
    let is_stranger = *content == Content::NotRead && faults.count() == 0;
    FileRead {
        file,
        document,
        perhaps_report: is_stranger.then(|| paths::perhaps_report(path)).flatten(),
        content: None,
        faults,
    }
}

/// What a file says, if it can be read and is one of ours.
fn document(path: &str, content: &Content, faults: &Faults) -> Option<Document> {
    let role = Role::of(path);
    if let Role::StrayRecord { folder, stem } = role {
        let meant = paths::record_meant(folder, stem);
        faults.report(faults.top(), Problem::MisnamedFile { meant });
        return None;
    }
    let text = match content {
        Content::Text(text) => text,
        Content::NotRead => {
            if let Some(problem) = paths::stray(path) {
                faults.report(faults.top(), problem);
            }
            return None;
        }
        Content::Unreadable(why) => {
            faults.report(faults.top(), unreadable(why));
            return None;
        }
        Content::LetGo(_) => unreachable!("a text is let go after it was read"),
    };
    if is_empty(text) {
        faults.report(faults.top(), Problem::EmptyFile);
        return None;
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
        Role::Plan => Some(Document::Plan(Box::new(plan::read(root(&keys::PLAN), faults)))),
        Role::Task => Some(Document::Task(task::read(root(&keys::TASK), faults))),
        Role::Report { folder, stem } => {
            let document = report::read(root(&keys::REPORT), folder, stem);
            Some(Document::Report(document))
        }
        Role::Register { folder, kind } => {
            let root = root(keys::register(kind));
            let document = register::read(root, folder, kind, faults);
            Some(Document::Register(document))
        }
        Role::StrayRecord { .. } | Role::Other => None,
    }
}

/// Whether a text holds nothing but blanks and comments.
fn is_empty(text: &str) -> bool {
    text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'))
}

fn unreadable(why: &Unreadable) -> Problem {
    match why {
        Unreadable::Gbk => Problem::Encoding { name: Some("GBK") },
        Unreadable::Utf16 => Problem::Encoding { name: Some("UTF-16") },
        Unreadable::NotText => Problem::Encoding { name: None },
        Unreadable::TooLarge { bytes, limit } => Problem::TooLarge { bytes: *bytes, limit: *limit },
        Unreadable::NotAFile => Problem::Unreadable { reason: None },
        Unreadable::System { reason } => Problem::Unreadable { reason: Some(reason.clone()) },
    }
}
