//! Lines of 64 KiB, folders of 100,000 files, folders 1,000 deep: read, or refused in a few lines.

use std::fs;
use std::process::Output;

use super::{said, small};
use crate::program::run;

const LINE: usize = 64 * 1024;

fn write(folder: &tempfile::TempDir, path: &str, text: impl AsRef<[u8]>) {
    fs::write(folder.path().join(path), text).unwrap();
}

fn report(rest: &str) -> String {
    format!("month = \"2022-06\"\nunit = \"housing\"\n\n[[entries]]\nitem = \"2.1\"\n{rest}")
}

#[test]
fn a_line_of_64_kib_is_read_like_any_other() {
    let folder = small();
    let lags = || run(folder.path(), &["status", "--format", "csv"]).stdout;
    let plain = lags();
    let note = "长".repeat(LINE / 3);
    write(&folder, "reports/2022-06/housing.toml", report(&format!("percent = 35\nnote = \"{note}\"\n")));
    assert!(lags() == plain, "a long note changes no figure");
    let told = run(folder.path(), &["explain", "2.1"]);
    assert!(told.status.success() && said(&told).contains(&note));
}

/// What is wrong in a long line is said in short ones.
#[test]
fn a_fault_in_a_line_of_64_kib_is_shown_in_a_few() {
    let long = "x".repeat(LINE);
    let digits = "9".repeat(LINE);
    for (rest, code) in [
        (format!("percent = 35\n{long} = 1\n"), "unknown-key"),
        (format!("percent = 35\nnote = \"{long}\nnext = 1"), "syntax"),
        (format!("percent = 35\nstate = \"{long}\"\n"), "bad-value"),
        (format!("percent = {digits}\n"), "bad-figure"),
        (format!("percent = \"{digits}\"\n"), "bad-figure"),
        (format!("percent = 35 # {long}\nprecent = 3\n"), "unknown-key"),
        (format!("percent = 35\n[[entries]]\nitem = \"{long}\"\npercent = 1\n"), "unknown-item"),
    ] {
        let folder = small();
        write(&folder, "reports/2022-06/housing.toml", report(&rest));
        for lang in ["zh", "en"] {
            for style in [&["--lang", lang, "check"][..], &["--lang", lang, "check", "--short"]] {
                let output = run(folder.path(), style);
                let said = said(&output);
                assert_eq!(output.status.code(), Some(1), "{code}");
                assert!(said.contains(code), "{code}: {}", &said[..said.len().min(500)]);
                assert!(said.len() < 8_000, "{code}: {} bytes", said.len());
            }
        }
    }
}

/// 100,000 files that are none of ours lie beside a report: nothing else is said than without them.
#[test]
fn a_hundred_thousand_files_beside_a_report_change_nothing() {
    let folder = small();
    let answer = |command: &[&str]| -> Output { run(folder.path(), command) };
    let commands: [&[&str]; 2] = [&["status", "--json"], &["check"]];
    let before = commands.map(|command| answer(command).stdout);
    write(&folder, "none.txt", "");
    for number in 0..100_000 {
        let name = match number % 3 {
            0 => format!("附件{number}.txt"),
            1 => format!(".hidden{number}"),
            _ => format!("~$表{number}.xlsx"),
        };
        let link = folder.path().join("reports/2022-06").join(name);
        // A link is a name like any other, and quickly made.
        fs::hard_link(folder.path().join("none.txt"), link).unwrap();
    }
    assert!(commands.map(|command| answer(command).stdout) == before);
}

/// 100,000 reports with nothing in them: one problem, with how often it is there.
#[test]
fn a_hundred_thousand_empty_reports_are_one_thing_said_once() {
    let folder = small();
    for number in 0..100_000 {
        write(&folder, &format!("reports/2022-06/u{number}.toml"), "");
    }
    let output = run(folder.path(), &["--lang", "en", "check"]);
    let said = said(&output);
    assert_eq!(output.status.code(), Some(1));
    assert!(said.contains("100000 errors, 0 warnings."), "{}", &said[said.len().saturating_sub(300)..]);
    assert!(said.lines().count() < 12, "{said}");
}

/// From 1,000 folders below the workspace it is found, and what lies there is not followed.
#[test]
fn folders_a_thousand_deep_are_climbed_and_not_followed() {
    let folder = small();
    let plain = run(folder.path(), &["status", "--json"]).stdout;
    let deep = folder.path().join("reports/2022-06").join("层/".repeat(1000));
    fs::create_dir_all(&deep).unwrap();
    assert!(run(folder.path(), &["status", "--json"]).stdout == plain);
    assert!(run(&deep, &["status", "--json"]).stdout == plain);
    // Nowhere above is a plan: it is said, not sought for ever.
    let elsewhere = tempfile::tempdir().unwrap();
    let deep = elsewhere.path().join("层/".repeat(1000));
    fs::create_dir_all(&deep).unwrap();
    let output = run(&deep, &["status"]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
}
