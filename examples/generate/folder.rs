//! The folder that is written to, file after file: no more than one file is held at a time.

#![expect(clippy::disallowed_methods, reason = "an example stands outside the program; this is where it writes")]

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A folder that held nothing, and how much has been written to it.
pub(crate) struct Folder {
    root: PathBuf,
    made: BTreeSet<PathBuf>,
    files: usize,
    bytes: usize,
}

impl Folder {
    /// Takes a folder that is empty or not there yet: what somebody has written is never mixed with sample data.
    pub(crate) fn empty(root: &Path) -> io::Result<Self> {
        fs::create_dir_all(root)?;
        if fs::read_dir(root)?.next().is_some() {
            return Err(io::Error::other("the folder is not empty"));
        }
        Ok(Self { root: root.to_path_buf(), made: BTreeSet::new(), files: 0, bytes: 0 })
    }

    /// Writes a file at a path with `/`.
    pub(crate) fn write(&mut self, path: &str, text: &str) -> io::Result<()> {
        let path = self.root.join(path);
        if let Some(parent) = path.parent()
            && !self.made.contains(parent)
        {
            fs::create_dir_all(parent)?;
            self.made.insert(parent.to_path_buf());
        }
        fs::write(&path, text)?;
        self.files += 1;
        self.bytes += text.len();
        Ok(())
    }

    /// How many files, and how many bytes in all.
    pub(crate) fn written(&self) -> (usize, usize) {
        (self.files, self.bytes)
    }
}
