//! The clock far off, in 1970 and in 2100: verdicts are the same bytes, and a report is not submitted on such a day.

use std::path::Path;
use std::process::Command;

use super::{REPORT, Writing, said, within, works};
use crate::folders::root;
use crate::program::run;
use crate::sameness::COMMANDS;
use crate::unchecked::not_checked;

const TIMES: [&str; 2] = ["1970-01-02 03:04:05", "2100-12-31 23:59:58"];

/// The program under another clock.
fn at(time: &str, folder: &Path) -> Command {
    let mut program = Command::new("faketime");
    program.arg(time).arg(env!("CARGO_BIN_EXE_shangdang")).current_dir(folder);
    for name in ["LANG", "LC_ALL", "SHANGDANG_DIR", "SHANGDANG_LANG"] {
        program.env_remove(name);
    }
    program
}

#[test]
fn a_wrong_clock_changes_no_verdict() {
    if !works("faketime", &[TIMES[0], "true"]) {
        return not_checked("verdicts under a wrong clock", "faketime");
    }
    let data = root().join("data");
    for command in COMMANDS {
        let plain = run(&data, command).stdout;
        for time in TIMES {
            let output = at(time, &data).args(*command).output().unwrap();
            assert!(output.stdout == plain, "{command:?} in {time}: {}", said(&output));
        }
    }
}

#[test]
fn under_a_wrong_clock_no_report_is_submitted() {
    if !works("faketime", &[TIMES[0], "true"]) {
        return not_checked("submitting under a wrong clock", "faketime");
    }
    let writing = Writing {
        workspace: REPORT,
        before: &["report new --unit water --month 6月", "report set 1.1 50 --unit water --month 6月"],
        command: "report submit --unit water --month 6月",
    };
    let stage = writing.stage();
    let before = within(stage.path());
    for time in TIMES {
        let output = at(time, stage.path()).args(writing.arguments()).output().unwrap();
        let said = said(&output);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains("implausible-date") && said.contains(&time[..10]), "{said}");
        assert_eq!(within(stage.path()), before);
    }
}
