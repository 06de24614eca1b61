//! Killed at random instants while it writes: every file is the old or the new one, what is left behind is hidden and
//! read by nobody, and the same command run again does its work.

#![expect(clippy::disallowed_types, reason = "the instants of a run are what this is about")]

use std::path::Path;
use std::thread::sleep;
use std::time::Instant;

use super::{Files, WRITING, within};
use crate::cut_off::{assert_loads, folder};
use crate::folders::copy;
use crate::program::{quiet, run};
use crate::support::SplitMix64;

/// How often each command is killed.
const RUNS: u64 = 30;

#[test]
fn whatever_is_killed_leaves_each_file_old_or_new() {
    for (seed, writing) in (1..).zip(WRITING) {
        let (before, old, new) = writing.before_and_after();
        let arguments = writing.arguments();
        let start = Instant::now();
        let tried = folder();
        copy(before.path(), tried.path());
        assert!(quiet(tried.path(), &arguments).status().unwrap().success());
        // A thousandth of somewhat more than a run.
        let step = start.elapsed() * 6 / 5 / 1000;
        let mut killed = 0;
        let mut random = SplitMix64(seed);
        for run in 0..RUNS {
            let stage = folder();
            copy(before.path(), stage.path());
            let mut child = quiet(stage.path(), &arguments).spawn().unwrap();
            // The first one is killed before it can do anything.
            sleep(step * if run == 0 { 0 } else { random.below(1000) });
            // A child that has ended already cannot be killed, and need not.
            let _ = child.kill();
            let has_ended = child.wait().unwrap().code().is_some();
            killed += u32::from(!has_ended);
            let found = within(stage.path());
            for path in old.keys().chain(new.keys()).chain(found.keys()) {
                let is_new = found.get(path) == new.get(path);
                let is_old = !has_ended && found.get(path) == old.get(path);
                assert!(is_new || is_old, "{arguments:?}: {} is neither", path.display());
            }
            assert_loads(stage.path());
            again(stage.path(), &arguments, &found, &old, &new);
        }
        assert!(killed > 0, "{arguments:?} was never killed");
    }
}

/// The same command after one that was killed: nothing that it left is in the way.
fn again(folder: &Path, arguments: &[&str], found: &Files, old: &Files, new: &Files) {
    let output = run(folder, arguments);
    let is_done = found == new;
    assert!(is_done || (found == old && output.status.success()), "{arguments:?}: {}", super::said(&output));
    assert_eq!(&within(folder), new, "{arguments:?}");
}
