//! Files that go to units and come back: they are outside the workspace, in whatever folder is named.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// What a path offers to collect.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Inbox {
    /// The tables, by name.
    pub(crate) tables: Vec<PathBuf>,
    /// The names of other files in the folder, and those of folders with a slash after them.
    pub(crate) others: Vec<String>,
}

/// The extensions of tables.
const TABLES: &[&str] = &["xlsx", "xlsm", "xls", "et", "csv"];

/// What a path offers: itself if it is a file, otherwise the tables in the folder, by name. Hidden files and the lock
/// files of office programs do not count; folders inside are not searched.
pub(crate) fn inbox(path: &Path) -> io::Result<Inbox> {
    if !fs::metadata(path)?.is_dir() {
        return Ok(Inbox { tables: vec![path.to_path_buf()], others: Vec::new() });
    }
    let mut inbox = Inbox::default();
    let mut entries: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(path)? {
        entries.push(entry?.path());
    }
    entries.sort();
    for entry in entries {
        let name = entry.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with('.') || name.starts_with("~$") {
            continue;
        }
        if entry.is_dir() {
            inbox.others.push(format!("{name}/"));
            continue;
        }
        let ending = entry.extension().unwrap_or_default().to_string_lossy();
        if TABLES.contains(&ending.to_ascii_lowercase().as_str()) {
            inbox.tables.push(entry);
        } else {
            inbox.others.push(name.into_owned());
        }
    }
    Ok(inbox)
}

/// The bytes of a file, up to one more than `limit`: enough to see that it is too large.
pub(crate) fn bytes_up_to(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    if !fs::metadata(path)?.is_file() {
        return Err(io::Error::from(io::ErrorKind::InvalidInput));
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(limit + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Makes a folder, and those above it, if they are missing.
pub(crate) fn make_folder(path: &Path) -> io::Result<()> {
    fs::create_dir_all(path)
}
