//! Writes the files of a workspace: never over a file that came or changed since it was read, never out of the
//! workspace through a link, never half.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::write::beside;

/// What has to be at a path for it to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected<'a> {
    /// Nothing.
    Absent,
    /// A file with these bytes, as they were read.
    Unchanged(&'a [u8]),
}

/// Why a file of a workspace was not written; what was there still is.
#[derive(Debug)]
pub enum WriteError {
    /// A file has appeared there.
    Appeared,
    /// The file has changed or disappeared since it was read.
    Changed,
    /// The path leads out of the workspace, to here.
    Outside(PathBuf),
    /// The system refused.
    System(io::Error),
}

impl From<io::Error> for WriteError {
    fn from(error: io::Error) -> Self {
        Self::System(error)
    }
}

/// The bytes of a file of a workspace; none if there is no such file.
///
/// # Errors
/// It exists but cannot be read.
pub fn fetch(root: &Path, relative: &str) -> io::Result<Option<Vec<u8>>> {
    match fs::read(root.join(relative)) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Whether files can be written in a folder; leaves nothing behind.
pub(crate) fn try_writing(folder: &Path) -> io::Result<()> {
    beside(&folder.join("plan.toml"), b"").map(drop)
}

/// Writes a file of a workspace, and makes the folders it is in. `relative` uses `/`.
///
/// # Errors
/// [`WriteError`]; nothing is changed then, and folders made for the file are removed again.
pub fn write_guarded(root: &Path, relative: &str, expected: Expected<'_>, bytes: &[u8]) -> Result<(), WriteError> {
    let _turn = turn(root);
    write_guarded_in_turn(root, relative, expected, bytes)
}

/// The same, for callers that already have the [`turn`].
pub(super) fn write_guarded_in_turn(
    root: &Path,
    relative: &str,
    expected: Expected<'_>,
    bytes: &[u8],
) -> Result<(), WriteError> {
    let path = root.join(relative);
    let folder = path.parent().unwrap_or(root);
    let made = make_folders(root, folder)?;
    let outcome = replace(root, &path, expected, bytes);
    if outcome.is_err() {
        remove_folders(&made);
    }
    outcome
}

/// Removes folders that were made, the deepest first. One in which something has been put meanwhile is not empty and
/// stays.
pub(super) fn remove_folders(made: &[PathBuf]) {
    for folder in made.iter().rev() {
        let _ = fs::remove_dir(folder);
    }
}

/// Makes the folders that are missing between the root and this one, and returns them.
fn make_folders(root: &Path, folder: &Path) -> Result<Vec<PathBuf>, WriteError> {
    let missing: Vec<&Path> =
        folder.ancestors().take_while(|above| above.starts_with(root) && !above.exists()).collect();
    let mut made = Vec::new();
    for folder in missing.into_iter().rev() {
        check_inside(root, folder.parent().unwrap_or(root))?;
        match fs::create_dir(folder) {
            Ok(()) => made.push(folder.to_path_buf()),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && folder.is_dir() => {}
            Err(error) => {
                remove_folders(&made);
                return Err(error.into());
            }
        }
    }
    Ok(made)
}

fn replace(root: &Path, path: &Path, expected: Expected<'_>, bytes: &[u8]) -> Result<(), WriteError> {
    check_inside(root, path.parent().unwrap_or(root))?;
    match expected {
        Expected::Absent => {
            // A link that leads nowhere counts as being there, too.
            if fs::symlink_metadata(path).is_ok() {
                return Err(WriteError::Appeared);
            }
            let file = beside(path, bytes)?;
            file.persist_noclobber(path).map(drop).map_err(|error| match error.error.kind() {
                io::ErrorKind::AlreadyExists => WriteError::Appeared,
                _ => WriteError::System(error.error),
            })
        }
        Expected::Unchanged(old) => {
            // A link inside the workspace is followed, so that the file it leads to is replaced and not the link.
            let target = match fs::canonicalize(path) {
                Ok(target) => target,
                Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(WriteError::Changed),
                Err(error) => return Err(error.into()),
            };
            check_inside(root, &target)?;
            let file = beside(&target, bytes)?;
            if fs::read(&target)? != old {
                return Err(WriteError::Changed);
            }
            file.persist(&target).map(drop).map_err(|error| WriteError::System(error.error))
        }
    }
}

/// Whether what is there is in the workspace, wherever its links lead.
fn check_inside(root: &Path, path: &Path) -> Result<(), WriteError> {
    let (root, path) = (fs::canonicalize(root)?, fs::canonicalize(path)?);
    if path.starts_with(&root) { Ok(()) } else { Err(WriteError::Outside(path)) }
}

/// Two runs of the program that write at once take turns between looking and replacing, as far as the system can lock a
/// folder (Windows cannot: there the gap is merely short). A caller that has the turn must not ask for it again.
pub(super) fn turn(root: &Path) -> Option<File> {
    let folder = File::open(root).ok()?;
    folder.lock().ok()?;
    Some(folder)
}
