//! The checks of the fuzzing targets on stable: on every file of their corpus, and on a bounded slice of mutants that is
//! the same on every run. `SHANGDANG_MUTANTS` asks for so many times as many.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "the corpus lies in files; without them there is nothing to say"
)]

#[path = "../fuzz/checks/mod.rs"]
mod checks;

use std::collections::BTreeSet;
use std::fs;

use crate::folders::{files, root};
use crate::mutate::mutant_bytes;

/// The inputs of a target that are kept, with their names.
fn corpus(target: &str) -> Vec<(String, Vec<u8>)> {
    let folder = root().join("tests/fuzz/corpus").join(target);
    let named = |(path, bytes): (std::path::PathBuf, Vec<u8>)| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (name, bytes)
    };
    files(&folder).into_iter().map(named).collect()
}

/// Runs a check on what is kept for it, then on mutants of that.
fn run(target: &str, mutants: u64) {
    let kept = corpus(target);
    assert!(!kept.is_empty(), "nothing is kept for {target}");
    for (name, bytes) in &kept {
        hold(target, name, bytes);
    }
    let times = std::env::var("SHANGDANG_MUTANTS").map_or(1, |times| times.parse().unwrap());
    let all: Vec<&[u8]> = kept.iter().map(|(_, bytes)| bytes.as_slice()).collect();
    for seed in 0..mutants * times {
        let (name, bytes) = &kept[usize::try_from(seed).unwrap() % kept.len()];
        let mutant = mutant_bytes(bytes, &all, seed);
        hold(target, &format!("mutant {seed} of {name}"), &mutant);
    }
}

fn hold(target: &str, name: &str, bytes: &[u8]) {
    let outcome = std::panic::catch_unwind(|| checks::check(target, bytes));
    assert!(outcome.is_ok(), "{target} does not hold for {name}:\n{}", String::from_utf8_lossy(bytes));
}

macro_rules! targets {
    ($($name:ident: $mutants:literal,)*) => {
        $(
            #[test]
            fn $name() {
                run(stringify!($name), $mutants);
            }
        )*

        #[test]
        fn every_check_has_its_corpus_its_target_and_its_test() {
            let tested = BTreeSet::from([$(stringify!($name)),*]);
            let checks: BTreeSet<&str> = checks::CHECKS.iter().map(|(name, _)| *name).collect();
            assert_eq!(tested, checks);
            let named = |folder: &str| -> BTreeSet<String> {
                let listed = fs::read_dir(root().join("tests/fuzz").join(folder)).unwrap();
                let stem = |path: std::path::PathBuf| path.file_stem().unwrap().to_owned();
                let names = listed.map(|entry| stem(entry.unwrap().path()));
                names.map(|name| name.to_string_lossy().into_owned()).collect()
            };
            let checks: BTreeSet<String> = checks.into_iter().map(str::to_owned).collect();
            assert_eq!(named("corpus"), checks);
            assert_eq!(named("fuzz_targets"), checks);
        }
    };
}

targets! {
    plan: 60,
    task: 60,
    report: 60,
    register: 60,
    workspace: 20,
    tables: 60,
    workbook: 30,
    layout: 100,
    editing: 100,
    parsing: 60,
    diagnostics: 60,
    comparing: 20,
    pages: 4,
}
