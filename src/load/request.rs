//! What is loaded: which files, where their contents come from, and what is kept of them.

use std::borrow::Cow;

use super::paths::Role;
use crate::model::{Month, UnitIx, Workspace};
use crate::source::{Content, FileId, Lines, Sources};

/// Which files are loaded, and how.
pub struct Request<'s> {
    /// Their paths; the position of each is its number.
    pub paths: Vec<&'s str>,
    /// The content of one; asked for once, and from several processors.
    pub fetch: Box<dyn Fn(FileId) -> Cow<'s, Content> + Sync + 's>,
    /// What is kept of them.
    pub keep: Keep,
    /// Which reports are read, where not all are. What is wrong in others is not found: the workspace is a basis for
    /// nothing but what the units named have to do with.
    pub wanted: Option<&'s Wanted<'s>>,
    /// Files that are taken as if they were not there.
    pub set_aside: &'s [FileId],
}

/// What is kept of the contents of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// Everything, by whoever gives them.
    Elsewhere,
    /// Everything.
    All,
    /// Neither the texts of tasks and reports nor remarks: for pages that show neither. Where there are problems, this is
    /// no basis to show them on.
    Lean,
}

/// Which reports are wanted of a workspace whose reports are not read yet, the last month that has a file being this: those
/// of some units in all months, and those of all units in one. None: all of them.
pub type Wanted<'w> = dyn Fn(&Workspace, Month) -> Option<(Vec<UnitIx>, Month)> + Sync + 'w;

impl<'s> From<&'s Sources> for Request<'s> {
    fn from(sources: &'s Sources) -> Self {
        Self {
            paths: sources.files.iter().map(|file| &*file.path).collect(),
            fetch: Box::new(|file| Cow::Borrowed(&sources.file(file).content)),
            keep: Keep::Elsewhere,
            wanted: None,
            set_aside: &[],
        }
    }
}

impl<'s> Request<'s> {
    /// Files by their paths, each fetched when it is needed.
    pub fn listed(paths: Vec<&'s str>, fetch: impl Fn(FileId) -> Content + Sync + 's) -> Self {
        let fetch = Box::new(move |file| Cow::Owned(fetch(file)));
        Self { paths, fetch, keep: Keep::All, wanted: None, set_aside: &[] }
    }

    pub(super) fn path(&self, file: FileId) -> &'s str {
        self.paths[file.0 as usize]
    }

    /// All of them.
    pub(super) fn ids(&self) -> impl Iterator<Item = FileId> + use<> {
        let count = u32::try_from(self.paths.len()).expect("fewer files than a disk can hold");
        (0..count).map(FileId)
    }

    /// The tasks among those that are there.
    pub(super) fn tasks(&self) -> Vec<FileId> {
        self.there(|role| matches!(role, Role::Task))
    }

    /// The reports among those that are there.
    pub(super) fn reports(&self) -> Vec<FileId> {
        self.there(|role| matches!(role, Role::Report { .. }))
    }

    /// What is there beside tasks and reports.
    pub(super) fn others(&self) -> Vec<FileId> {
        self.there(|role| !matches!(role, Role::Task | Role::Report { .. }))
    }

    fn there(&self, is_asked: impl Fn(Role<'_>) -> bool) -> Vec<FileId> {
        let there = self.ids().filter(|file| !self.set_aside.contains(file));
        there.filter(|&file| is_asked(Role::of(self.path(file)))).collect()
    }

    /// What is to be kept of the content of a file, if nobody else keeps it.
    pub(super) fn kept(&self, file: FileId, content: Cow<'_, Content>) -> Option<Content> {
        let is_lean = self.keep == Keep::Lean && matches!(Role::of(self.path(file)), Role::Task | Role::Report { .. });
        (self.keep != Keep::Elsewhere).then(|| match content.into_owned() {
            Content::Text(_) if is_lean => Content::LetGo(Lines::default()),
            content => content,
        })
    }
}
