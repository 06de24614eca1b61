//! The floor: what it takes to list the files, read them and parse their TOML into nothing. Whoever reads the same files
//! with the same parser cannot be faster.

#![expect(clippy::disallowed_methods, reason = "the floor reads files without the program's own reader")]

use std::fs;
use std::io;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::thread;

use toml::de::DeTable;

/// Does it, on as many threads as the machine has processors.
pub(crate) fn run(folder: &Path) -> io::Result<()> {
    let files = list(folder)?;
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let part = files.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        let running: Vec<_> =
            files.chunks(part).map(|files| scope.spawn(|| files.iter().try_for_each(|file| parse(file)))).collect();
        running.into_iter().try_for_each(|thread| thread.join().expect("a thread of the floor ended"))
    })
}

fn parse(file: &Path) -> io::Result<()> {
    let text = fs::read_to_string(file)?;
    DeTable::parse(&text).map_err(io::Error::other)?;
    Ok(())
}

/// The TOML files of a workspace, and of those below it.
pub(crate) fn list(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                folders.push(entry.path());
            } else if entry.path().extension().is_some_and(|ending| ending == "toml") {
                files.push(entry.path());
            }
        }
    }
    files.sort_unstable();
    Ok(files)
}
