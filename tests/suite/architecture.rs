//! Keeps the shape of the source tree: floors look only down, every file says what it is for, and the map in `lib.rs`
//! names every module.

#![expect(clippy::disallowed_methods, reason = "these tests read the source tree")]

mod imports;

use std::fs;
use std::path::{Path, PathBuf};

/// The floors, lowest first. Modules on one floor do not see each other.
const FLOORS: &[&[&str]] = &[
    &["lang", "source"],
    &["model"],
    &["problem"],
    &["load", "assess"],
    &["compare", "closing", "audit"],
    &["text"],
    &["document"],
    &["edit"],
    &["forms"],
    &["views", "render"],
    &["disk", "git"],
    &["commands"],
    &["cli"],
];

fn floor_of(module: &str) -> Option<usize> {
    FLOORS.iter().position(|modules| modules.contains(&module))
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn files_in(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("the source tree can be read") {
        let path = entry.expect("the source tree can be read").path();
        if path.is_dir() {
            files.extend(files_in(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// The top-level module that a file belongs to.
fn module_of(file: &Path) -> String {
    let inside = file.strip_prefix(source()).expect("the source tree can be read");
    let first = inside.components().next().expect("the source tree can be read");
    Path::new(&first).file_stem().expect("the source tree can be read").to_string_lossy().into_owned()
}

#[test]
fn modules_use_only_what_stands_below_them() {
    let mut upward = Vec::new();
    for file in files_in(&source()) {
        let module = module_of(&file);
        if matches!(module.as_str(), "lib" | "main") {
            continue;
        }
        let floor = floor_of(&module).unwrap_or_else(|| panic!("put `{module}` on a floor in this test and in lib.rs"));
        let text = fs::read_to_string(&file).expect("the source tree can be read");
        for (_, rest) in text.match_indices("crate::").map(|(at, found)| text.split_at(at + found.len())) {
            let used: String =
                rest.chars().take_while(|character| character.is_alphanumeric() || *character == '_').collect();
            let is_below = used == module || floor_of(&used).is_some_and(|used| used < floor);
            if !is_below {
                upward.push(format!("{} uses {used}", file.display()));
            }
        }
    }
    assert!(upward.is_empty(), "these look up or sideways: {upward:#?}");
}

/// Inside a module too the files stand in one order: each can be read with what it uses, and without what uses it.
#[test]
fn files_of_one_module_do_not_use_each_other_in_circles() {
    let circles = imports::Imports::of(&source(), &files_in(&source())).circles();
    assert!(circles.is_empty(), "these run in circles: {circles:#?}");
}

#[test]
fn every_file_says_what_it_is_for() {
    for folder in ["src", "tests/suite", "tests/gallery"] {
        for file in files_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)) {
            let text = fs::read_to_string(&file).expect("the source tree can be read");
            assert!(text.starts_with("//! "), "{} does not say what it is for", file.display());
        }
    }
}

#[test]
fn the_map_names_every_module_in_the_order_of_the_floors() {
    let map = fs::read_to_string(source().join("lib.rs")).expect("the source tree can be read");
    let listed: Vec<&str> = map.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    let floors: Vec<&str> = FLOORS.iter().copied().flatten().copied().collect();
    assert_eq!(listed, floors);
    for module in floors {
        assert!(map.contains(&format!("[`{module}`]")), "the map does not name `{module}`");
    }
}

/// Words by which code comes to depend on what it is built for; that it is built for a test is nothing of the kind.
const PLATFORM: &[&str] = &["cfg(", "cfg!(", "cfg_attr(", "std::os::", "MAIN_SEPARATOR"];

#[test]
fn what_depends_on_the_system_stands_in_one_file() {
    let files = files_in(&source());
    let bound: Vec<&Path> = files
        .iter()
        .filter(|file| {
            let text = fs::read_to_string(file).expect("the source tree can be read");
            let text = text.replace("#[cfg(test)]", "");
            PLATFORM.iter().any(|word| text.contains(word))
        })
        .map(|file| file.strip_prefix(source()).expect("the source tree can be read"))
        .collect();
    assert_eq!(bound, [Path::new("disk/platform.rs")]);
}
