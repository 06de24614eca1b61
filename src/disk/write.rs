//! Puts a file in place whole or not at all: a temporary file in the same folder, flushed, then renamed. The most that
//! a killed run leaves behind is a hidden `.shangdang-…` file, which nothing reads.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use tempfile::{Builder, NamedTempFile};

use super::platform::with_rights;

/// Writes a file, replacing what was there. On any failure the old file is still there, whole.
///
/// # Errors
/// The folder is missing or cannot be written to, or the disk is full.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // A link is followed, so that the file it leads to is replaced and not the link.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    // A pipe or a device takes what is written; a file put in its place would destroy it.
    if fs::metadata(&target).is_ok_and(|about| !about.is_file() && !about.is_dir()) {
        return fs::OpenOptions::new().write(true).open(&target)?.write_all(bytes);
    }
    let file = beside(&target, bytes)?;
    file.persist(&target)?;
    Ok(())
}

/// A temporary file in the folder of `target`, written and flushed, with the rights that the file there has.
pub(super) fn beside(target: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut builder = Builder::new();
    builder.prefix(".shangdang-");
    let permissions = fs::metadata(target).map(|about| about.permissions());
    with_rights(&mut builder, permissions);
    // The name of the temporary file would only confuse the reader of the message.
    let mut file = builder.tempfile_in(folder).map_err(|error| io::Error::from(error.kind()))?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}
