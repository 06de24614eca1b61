//! Pages in a real browser, driven by a script, and before a checker that knows the standard. Where the tools are not
//! installed (`.ci/run` installs them into `target/browser`) it is said, and nothing is held.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "pages are written into files for other programs to read; without them there is nothing to say"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::folders::{copy, root};
use crate::program::succeed;
use crate::unchecked::not_checked;

/// Where the tools are, if they are.
fn tools() -> PathBuf {
    root().join("target/browser")
}

fn run(folder: &Path, arguments: &str) {
    let arguments: Vec<&str> = arguments.split(' ').collect();
    succeed(folder, &arguments);
}

/// The shipped plan, and one that is hostile in every field.
fn stage() -> tempfile::TempDir {
    let stage = tempfile::tempdir().unwrap();
    copy(&root().join("data"), &stage.path().join("data"));
    let hostile = root().join("tests/golden/hostile-text-in-every-field.in");
    copy(&hostile, &stage.path().join("hostile"));
    stage
}

#[test]
fn a_board_is_looked_through_in_a_browser() {
    let stage = stage();
    let folder = stage.path();
    run(folder, "--lang zh -C data board --month 2022-06 -o board.html");
    run(folder, "--lang zh -C hostile board -o hostile.html");
    let browser = Path::new("/usr/bin/chromium");
    if !browser.exists() || !tools().join("node_modules/playwright-core").exists() {
        return not_checked("the board in a browser", "what .ci/run installs");
    }
    let output = Command::new("node")
        .arg(root().join("tests/browser/board.mjs"))
        .args([&folder.join("board.html"), &folder.join("hostile.html")])
        .args([browser, folder])
        .env("BROWSER_TOOLS", tools())
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{errors}");
    let seen: Value = serde_json::from_slice(&output.stdout).unwrap();
    let number = |name: &str| seen[name].as_u64().unwrap();
    assert_eq!(seen["complaints"].as_array().unwrap().len(), 0, "{seen}");
    assert_eq!(seen["requests"].as_array().unwrap().len(), 0, "{seen}");
    assert!(number("all") > number("chosen") && number("chosen") > 0, "{seen}");
    let address = seen["address"].as_str().unwrap();
    assert_eq!(address, format!("#unit={}", seen["unit"].as_str().unwrap()));
    assert_eq!(seen["sorted"], "ascending");
    let lags = seen["lags"].as_array().unwrap().iter();
    let lags: Vec<i64> = lags.filter_map(|lag| lag.as_str().unwrap().split('.').next().unwrap().parse().ok()).collect();
    assert!(lags.is_sorted() && !lags.is_empty(), "{lags:?}");
    assert_eq!(number("unfolded"), 1);
    assert_eq!(number("again"), number("chosen"), "the address keeps the choice");
    assert_eq!(number("reset"), number("all"));
    assert_eq!(number("overflow"), 0, "nothing is wider than a telephone");
    assert_eq!(number("withoutScripts"), number("all"));
    assert_eq!(seen["bar"], false, "what cannot choose is not shown");
    assert!(number("attacked") > 0);
    assert_eq!(seen["marked"], true, "nothing said has run");
    assert!(fs::metadata(folder.join("board.pdf")).unwrap().len() > 10_000);
    // For the shipped plan and its year, under a megabyte.
    assert!(fs::metadata(folder.join("board.html")).unwrap().len() < 1_000_000);
}

#[test]
fn pages_and_pictures_are_valid_before_a_checker() {
    let stage = stage();
    let folder = stage.path();
    let mut files = Vec::new();
    for (plan, month) in [("data", " --month 2022-06"), ("hostile", "")] {
        for (page, name) in [
            ("board", "board.html"),
            ("bulletin", "bulletin.html"),
            ("status", "status.html"),
            ("register", "register.html"),
            ("chart front", "front.svg"),
            ("chart heat", "heat.svg"),
        ] {
            let file = format!("{plan}-{name}");
            run(folder, &format!("--lang zh -C {plan} {page}{month} -o {file}"));
            files.push(file);
        }
    }
    run(folder, "--lang en -C data -C hostile board --month 2022-05 -o together.html");
    files.push("together.html".to_owned());
    for item in ["2.1", "4.1", "11.3"] {
        let unit = if item == "4.1" { " --unit water" } else { "" };
        let file = format!("{item}.svg");
        run(folder, &format!("--lang en -C data chart curve {item}{unit} -o {file}"));
        files.push(file);
    }
    let checker = tools().join("node_modules/vnu-jar/build/dist/vnu.jar");
    let is_there = Command::new("java").arg("-version").output().is_ok() && checker.exists();
    if !is_there {
        return not_checked("HTML and SVG before the Nu checker", "what .ci/run installs");
    }
    let output = Command::new("java")
        .arg("-jar")
        .arg(checker)
        .args(["--also-check-svg", "--errors-only"])
        .args(&files)
        .current_dir(folder)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
}
