//! Writing files, with the words for what may be in the way. Nothing is written over what somebody changed meanwhile.

use std::io;
use std::path::Path;

use anyhow::{Error, Result, anyhow};

use super::Context;
use crate::disk::{self, Expected, WriteError};
use crate::source::{Content, Sources};
use crate::text::Lang;
use crate::text::cli::{self as words, NotWritten};

/// A file of the workspace as it stands, perhaps not there yet: what is written into it goes over this and nothing else.
pub(super) struct Original<'a> {
    root: &'a Path,
    pub(super) path: String,
    /// Byte by byte.
    pub(super) bytes: Option<Vec<u8>>,
}

impl<'a> Original<'a> {
    /// Reads it; `path` uses `/`.
    pub(super) fn fetch(root: &'a Path, path: &str) -> io::Result<Self> {
        Ok(Self { root, path: path.to_owned(), bytes: disk::fetch(root, path)? })
    }

    /// One that is not there yet.
    pub(super) fn absent(root: &'a Path, path: &str) -> Self {
        Self { root, path: path.to_owned(), bytes: None }
    }

    /// Whether it still is what was read at the beginning.
    pub(super) fn is_as_read(&self, sources: &Sources) -> bool {
        let known = sources.files.iter().find(|file| file.path == self.path);
        self.bytes.clone().map(Content::decode).as_ref() == known.map(|file| &file.content)
    }

    /// Writes another text.
    pub(super) fn write(&self, text: &str) -> Result<(), WriteError> {
        let expected = self.bytes.as_deref().map_or(Expected::Absent, Expected::Unchanged);
        disk::write_guarded(self.root, &self.path, expected, text.as_bytes())
    }
}

/// What was in the way of a file, in words.
pub(super) fn not_written(path: &str, error: &WriteError, lang: Lang) -> Error {
    let said = |why| words::not_written(path, why, lang);
    anyhow!(match error {
        WriteError::Appeared => said(NotWritten::Appeared),
        WriteError::Changed => said(NotWritten::Changed),
        WriteError::Outside(to) => said(NotWritten::Outside(&to.display().to_string())),
        WriteError::System(error) => said(NotWritten::System(error)),
    })
}

/// Files that go into one folder outside the workspace, by name.
pub(super) struct Folder<'a> {
    pub(super) shown: &'a Path,
    pub(super) replaces: bool,
    /// What is said where files are there and say something else.
    pub(super) exists: fn(&str, Lang) -> String,
}

impl Folder<'_> {
    /// Writes what is not there yet; what a person may have edited is left alone, unless it is to be replaced. For each
    /// file it is told whether it was there just so.
    pub(super) fn write(&self, files: &[(&str, &[u8])], context: &Context) -> Result<Vec<bool>> {
        let lang = context.lang;
        let folder = context.here.join(self.shown);
        let cannot =
            |path: &Path, error: &io::Error| anyhow!(words::cannot_write(&path.display().to_string(), error, lang));
        let (mut unchanged, mut taken) = (Vec::new(), Vec::new());
        for (name, bytes) in files {
            let before = disk::fetch(&folder, name).map_err(|error| cannot(&folder.join(name), &error))?;
            unchanged.push(before.as_deref() == Some(bytes));
            if before.is_some_and(|before| before != *bytes) && !self.replaces {
                taken.push((*name).to_owned());
            }
        }
        if !taken.is_empty() {
            return Err(anyhow!((self.exists)(&lang.list(&taken), lang)));
        }
        if unchanged.contains(&false) {
            disk::make_folder(&folder).map_err(|error| cannot(&folder, &error))?;
        }
        for ((name, bytes), _) in files.iter().zip(&unchanged).filter(|(_, is_unchanged)| !**is_unchanged) {
            let path = folder.join(name);
            disk::write(&path, bytes).map_err(|error| cannot(&path, &error))?;
        }
        Ok(unchanged)
    }
}
