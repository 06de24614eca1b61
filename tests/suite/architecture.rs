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

/// With `if let`, `matches!`, `let else` or a wildcard a new kind of schedule falls silently on the other side; a `match`
/// with all of them, or a question to the model, does not compile until somebody has thought of it.
#[test]
fn whoever_looks_at_a_schedule_names_every_kind() {
    let mut silent = Vec::new();
    for file in files_in(&source()) {
        let name = file.strip_prefix(source()).expect("the source tree can be read").display().to_string();
        let text = fs::read_to_string(&file).expect("the source tree can be read");
        let lines: Vec<&str> = text.lines().collect();
        for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.contains("Schedule::")) {
            let before = line.split("Schedule::").next().unwrap_or_default();
            let picks_one = ["matches!(", "if let ", "while let ", "let "].iter().any(|word| before.contains(word))
                && !before.contains(" = ");
            // The arms of one `match` stand equally far in.
            let indent = &line[..line.len() - line.trim_start().len()];
            let arms = lines[at..].iter().take_while(|line| line.is_empty() || line.starts_with(indent));
            let is_arm = line.trim_start().starts_with("Schedule::") && !indent.is_empty();
            let leaves_open = |line: &&str| line.strip_prefix(indent).is_some_and(|arm| arm.starts_with("_ "));
            if picks_one || (is_arm && arms.into_iter().any(leaves_open)) {
                silent.push(format!("{name}:{}: {}", at + 1, line.trim()));
            }
        }
    }
    assert!(silent.is_empty(), "these would not notice a new kind: {silent:#?}");
}

/// Words, keys and problems are tables, as long as what they list.
const TABLES: &[&str] = &["text/", "problem/"];

/// As many lines as can be had in mind at once; and half of all files say one thing in far fewer.
#[test]
fn files_are_short() {
    let mut lengths = Vec::new();
    for file in files_in(&source()) {
        let name = file.strip_prefix(source()).expect("the source tree can be read").display().to_string();
        let lines = fs::read_to_string(&file).expect("the source tree can be read").lines().count();
        let is_table = TABLES.iter().any(|folder| name.replace('\\', "/").starts_with(folder));
        assert!(lines <= 500 || is_table, "{name} has {lines} lines");
        lengths.push(lines);
    }
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    assert!(median <= 130, "half of all files have more than {median} lines");
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

/// Words by which code comes to depend on what it is built for; that it is built for a test, or to be
/// tried, is nothing of the kind.
const PLATFORM: &[&str] = &["cfg(", "cfg!(", "cfg_attr(", "std::os::", "MAIN_SEPARATOR"];

#[test]
fn what_depends_on_the_system_stands_in_one_file() {
    let files = files_in(&source());
    let bound: Vec<&Path> = files
        .iter()
        .filter(|file| {
            let text = fs::read_to_string(file).expect("the source tree can be read");
            let text = text.replace("#[cfg(test)]", "").replace("cfg!(debug_assertions)", "");
            PLATFORM.iter().any(|word| text.contains(word))
        })
        .map(|file| file.strip_prefix(source()).expect("the source tree can be read"))
        .collect();
    assert_eq!(bound, [Path::new("disk/platform.rs")]);
}
