//! Makes a set of new files, all or none: whatever was made before a failure is removed again, and nothing that existed
//! is touched.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::guarded::{Expected, WriteError, remove_folders, turn, write_guarded_in_turn};

/// A file that was not made, and why; then none of the others was either.
#[derive(Debug)]
pub struct NotCreated {
    /// The path, relative to the folder; empty for the folder itself.
    pub path: String,
    /// What was in the way.
    pub why: WriteError,
}

/// Which of these files already exist, whatever they contain.
pub(crate) fn present<'p>(root: &Path, paths: impl IntoIterator<Item = &'p str>) -> Vec<&'p str> {
    let is_there = |path: &&str| fs::symlink_metadata(root.join(path)).is_ok();
    paths.into_iter().filter(is_there).collect()
}

/// Whether a file with exactly this content exists.
pub fn holds(root: &Path, path: &str, bytes: &[u8]) -> bool {
    let path = root.join(path);
    fs::symlink_metadata(&path).is_ok_and(|about| about.is_file()) && fs::read(&path).is_ok_and(|found| found == bytes)
}

/// Writes new files into a folder in the order given, and makes missing folders. A file that exists with exactly this
/// content is left as it is: an interrupted run has made it, or somebody else at the same moment, and it is not ours to
/// remove.
///
/// # Errors
/// [`NotCreated`]; everything that was made is then removed again.
pub fn create(root: &Path, files: &[(&str, &[u8])]) -> Result<(), NotCreated> {
    let folders = files.iter().filter_map(|(path, _)| Path::new(path).parent());
    let mut missing: Vec<PathBuf> = folders
        .map(|folder| root.join(folder))
        .chain([root.to_path_buf()])
        .flat_map(|folder| missing_above(&folder))
        .collect();
    missing.sort();
    missing.dedup();
    let there = fs::create_dir_all(root);
    // All in one turn: of two runs at once, neither takes a file of the other for its own.
    let _turn = turn(root);
    let files: Vec<(&str, &[u8])> = files.iter().filter(|(path, bytes)| !holds(root, path, bytes)).copied().collect();
    let made = match there {
        Ok(()) => write_all(root, &files),
        Err(error) => {
            let (path, why) = (String::new(), WriteError::System(error));
            Err((0, NotCreated { path, why }))
        }
    };
    if let Err((count, _)) = &made {
        for (path, bytes) in files[..*count].iter().rev() {
            if holds(root, path, bytes) {
                let _ = fs::remove_file(root.join(path));
            }
        }
        remove_folders(&missing);
    }
    made.map_err(|(_, error)| error)
}

/// The error, and how many files had been written before it.
fn write_all(root: &Path, files: &[(&str, &[u8])]) -> Result<(), (usize, NotCreated)> {
    for (count, (path, bytes)) in files.iter().enumerate() {
        write_guarded_in_turn(root, path, Expected::Absent, bytes).map_err(|why| {
            let path = (*path).to_owned();
            (count, NotCreated { path, why })
        })?;
    }
    Ok(())
}

/// The folder and those above it that do not exist.
fn missing_above(folder: &Path) -> Vec<PathBuf> {
    let is_missing = |folder: &&Path| {
        let about = fs::symlink_metadata(folder);
        !folder.as_os_str().is_empty() && about.is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
    };
    let above = folder.ancestors().take_while(is_missing);
    above.map(Path::to_path_buf).collect()
}
