//! What has to hold for any bytes at all: one check for each way in. The fuzzing targets beside this folder run them on
//! what libFuzzer thinks of, `tests/suite/fuzzing.rs` on the corpus and on a bounded slice of mutants.
//!
//! A check panics where something does not hold, and says what.

mod comparing;
mod diagnostics;
mod editing;
mod files;
mod layout;
mod loading;
mod pages;
mod parsing;
mod tables;
mod verdicts;

/// A check of any bytes.
pub(crate) type Check = fn(&[u8]);

/// Every check by the name of its target, which is also that of the folder of its corpus.
pub(crate) const CHECKS: [(&str, Check); 13] = [
    ("plan", loading::plan),
    ("task", loading::task),
    ("report", loading::report),
    ("register", loading::register),
    ("workspace", verdicts::workspace),
    ("tables", tables::files),
    ("workbook", tables::parts),
    ("layout", layout::layout),
    ("editing", editing::editing),
    ("parsing", parsing::parsing),
    ("diagnostics", diagnostics::diagnostics),
    ("comparing", comparing::comparing),
    ("pages", pages::pages),
];

/// Runs the check of a target.
pub(crate) fn check(target: &str, bytes: &[u8]) {
    let known = CHECKS.iter().find(|(name, _)| *name == target);
    let (_, check) = known.expect("a target has a check");
    check(bytes);
}
