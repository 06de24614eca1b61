//! Files and folders that may not be read: what cannot be read is named, and a verdict never rests on the rest.

#![cfg(unix)]

use std::os::unix::process::CommandExt as _;
use std::process::Command;

use super::{said, small};
use crate::cut_off::{is_root, program_for_anyone, set_mode};

#[test]
fn what_may_not_be_read_is_named_and_nothing_is_assessed() {
    for path in ["plan.toml", "tasks/02.toml", "reports/2022-06/housing.toml", "reports/2022-06", "reports", "tasks"] {
        let folder = small();
        let program = program_for_anyone(folder.path());
        set_mode(folder.path(), 0o755);
        let run = |command: &str| {
            let mut run = Command::new(&program);
            run.args(["--lang", "en", command]).current_dir(folder.path()).env_clear();
            if is_root(folder.path()) {
                // Nothing is forbidden to root: somebody else has to try.
                run.uid(65_534);
            }
            run.output().unwrap()
        };
        assert!(run("status").status.success(), "all of it may be read");
        set_mode(&folder.path().join(path), 0o000);
        let (checked, status) = (run("check"), run("status"));
        set_mode(&folder.path().join(path), 0o755);
        let (checked_said, status_said) = (said(&checked), said(&status));
        let is_named = |said: &str| said.contains(path) && said.contains("ermission denied");
        assert!(is_named(&checked_said), "{path}: {checked_said}");
        assert!(is_named(&status_said), "{path}: {status_said}");
        assert_eq!(status.status.code(), Some(2), "{path}: {status_said}");
        assert!(status.stdout.is_empty(), "{path}: {status_said}");
        assert_ne!(checked.status.code(), Some(0), "{path}: {checked_said}");
    }
}
