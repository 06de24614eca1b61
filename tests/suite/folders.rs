//! Folders of the repository, listed and copied by the tests.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests read the files of the repository and have nothing to say without them"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// The root of the repository.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What lies in a folder of the repository, by name.
pub(crate) fn entries(folder: impl AsRef<Path>) -> Vec<PathBuf> {
    let listed = fs::read_dir(root().join(folder)).unwrap();
    let mut paths: Vec<PathBuf> = listed.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

/// The Markdown files in a folder of the repository, by name.
pub(crate) fn markdown_in(folder: impl AsRef<Path>) -> Vec<PathBuf> {
    let mut paths = entries(folder);
    paths.retain(|path| path.extension().is_some_and(|found| found == "md"));
    paths
}

/// The folders of examples: each is a plan that runs on its own.
pub(crate) fn examples() -> impl Iterator<Item = PathBuf> {
    let folders = ["examples", "examples/plans"].map(entries).into_iter().flatten();
    folders.filter(|path| path.join("README.md").is_file())
}

/// The documents for people, as paths from the root of the repository.
pub(crate) fn documents() -> impl Iterator<Item = PathBuf> {
    let folders =
        ["", ".ci", "data", "examples", "tests", "tests/bench"].map(PathBuf::from).into_iter().chain(examples());
    let found = folders.flat_map(markdown_in);
    found.map(|path| path.strip_prefix(root()).expect("it lies below").to_owned())
}

/// The files of any folder and of those in it, hidden ones too, with their texts, by name.
pub(crate) fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push((path.clone(), fs::read(&path).unwrap()));
        }
    }
    found.sort();
    found
}

/// Copies a folder with everything in it, by name.
pub(crate) fn copy(from: &Path, to: &Path) {
    copy_in_order(from, to, &|paths| paths);
}

/// Copies a folder with everything in it, in another order.
pub(crate) fn copy_backwards(from: &Path, to: &Path) {
    copy_in_order(from, to, &|mut paths| {
        paths.reverse();
        paths
    });
}

fn copy_in_order(from: &Path, to: &Path, order: &dyn Fn(Vec<PathBuf>) -> Vec<PathBuf>) {
    fs::create_dir_all(to).unwrap();
    for path in order(entries(from)) {
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy_in_order(&path, &target, order);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}
