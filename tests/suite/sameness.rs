//! The same files and the same arguments give the same bytes: wherever, whenever and however they are asked for.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::folders::{copy, copy_backwards, root};

/// Commands whose every byte has to stay.
pub(crate) const COMMANDS: &[&[&str]] = &[
    &["status"],
    &["status", "--width", "80"],
    &["status", "--by", "unit"],
    &["status", "--by", "task", "--format", "markdown"],
    &["status", "--json"],
    &["status", "--format", "csv"],
    &["status", "--month", "2022-04"],
    &["status", "--known-by", "2022-06-23"],
    &["escalate"],
    &["escalate", "--json"],
    &["explain", "9.3"],
    &["explain", "4.1", "--json"],
    &["annual"],
    &["annual", "--json"],
    &["publicity", "--json"],
    &["check"],
];

/// Runs a command on the plan in `folder`, in its own folder and with nothing in the environment but what is given.
fn answer(command: &[&str], here: &Path, environment: &[(&str, &str)]) -> Vec<u8> {
    let output = Command::new(env!("CARGO_BIN_EXE_shangdang"))
        .args(command)
        .current_dir(here)
        .env_clear()
        .env("LANG", "C.UTF-8")
        .envs(environment.iter().copied())
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{command:?}");
    [output.stdout, output.stderr].concat()
}

fn data() -> std::path::PathBuf {
    root().join("data")
}

#[test]
fn the_time_zone_and_the_locale_of_dates_and_numbers_change_nothing() {
    let other: &[&[(&str, &str)]] = &[
        &[("TZ", "Pacific/Kiritimati")],
        &[("TZ", "America/Anchorage"), ("SOURCE_DATE_EPOCH", "0")],
        &[("LC_TIME", "de_DE.UTF-8"), ("LC_NUMERIC", "de_DE.UTF-8")],
        &[("LC_COLLATE", "tr_TR.UTF-8"), ("LC_CTYPE", "C")],
        &[("HOME", "/nowhere"), ("USER", "somebody"), ("COLUMNS", "40")],
    ];
    for command in COMMANDS {
        let plain = answer(command, &data(), &[]);
        for environment in other {
            let answered = answer(command, &data(), environment);
            assert!(answered == plain, "{command:?} under {environment:?}");
        }
    }
}

#[test]
fn the_order_in_which_files_were_made_changes_nothing() {
    let [forwards, backwards] = [(); 2].map(|()| tempfile::tempdir().unwrap());
    copy(&data(), forwards.path());
    copy_backwards(&data(), backwards.path());
    for command in COMMANDS {
        let plain = answer(command, &data(), &[]);
        assert!(answer(command, forwards.path(), &[]) == plain, "{command:?}");
        assert!(answer(command, backwards.path(), &[]) == plain, "{command:?}");
    }
}

#[test]
fn the_current_folder_changes_nothing() {
    let elsewhere = tempfile::tempdir().unwrap();
    let data = data();
    let named = data.to_str().unwrap();
    for command in COMMANDS {
        let plain = answer(command, &data, &[]);
        let by_option = [&["-C", named], *command].concat();
        assert!(answer(&by_option, elsewhere.path(), &[]) == plain, "{command:?}");
        let by_environment = answer(command, elsewhere.path(), &[("SHANGDANG_DIR", named)]);
        assert!(by_environment == plain, "{command:?}");
        assert!(answer(command, root(), &[]) == plain, "{command:?} at the root");
        let below = data.join("reports/2022-06");
        assert!(answer(command, &below, &[]) == plain, "{command:?} below");
    }
}

#[test]
fn reports_of_later_months_change_nothing() {
    let without = tempfile::tempdir().unwrap();
    copy(&data(), without.path());
    for month in ["2022-05", "2022-06"] {
        std::fs::remove_dir_all(without.path().join("reports").join(month)).unwrap();
    }
    for command in [&["status"][..], &["escalate", "--json"], &["explain", "2.1"]] {
        let command = [command, &["--month", "2022-04"]].concat();
        let plain = answer(&command, &data(), &[]);
        assert!(answer(&command, without.path(), &[]) == plain, "{command:?}");
    }
}

const BUCKETS: [&str; 8] = ["complete", "on-track", "behind", "lag-1", "lag-2", "lag-3", "standing", "unscheduled"];

fn json(command: &[&str]) -> Value {
    serde_json::from_slice(&answer(command, &data(), &[])).expect("it is JSON")
}

fn has_keys(object: &Value, keys: &[&str]) {
    for key in keys {
        assert!(object.get(key).is_some(), "{key} is missing in {object:#}");
    }
}

#[test]
fn the_json_keeps_its_contract() {
    for month in ["2022-01", "2022-03", "2022-06", "2022-12"] {
        let status = json(&["status", "--json", "--month", month]);
        let rows = status["rows"].as_array().expect("rows");
        for bucket in BUCKETS {
            let counted = rows.iter().filter(|row| row["bucket"] == bucket).count();
            assert_eq!(status["buckets"][bucket], counted, "{bucket} in {month}");
        }
        keeps_contract(&status, rows.len(), month);
        // Proposals are some of the rows; the counts are of all shares, as on the page.
        let proposals = json(&["escalate", "--json", "--month", month]);
        assert_eq!(proposals["buckets"], status["buckets"], "{month}");
        keeps_contract(&proposals, rows.len(), month);
    }
}

fn keeps_contract(page: &Value, shares: usize, month: &str) {
    let heads = ["format-version", "plan", "as-of", "sample", "reports", "buckets", "rows"];
    has_keys(page, &heads);
    assert_eq!(page["as-of"], month);
    assert_eq!(page["sample"], true);
    has_keys(&page["reports"], &["expected", "received", "late", "missing"]);
    let rows = page["rows"].as_array().expect("rows");
    let counts = page["buckets"].as_object().expect("buckets");
    assert_eq!(counts.len(), BUCKETS.len());
    let total: u64 = BUCKETS.iter().map(|bucket| counts[*bucket].as_u64().expect("a count")).sum();
    assert_eq!(total, shares as u64);
    for row in rows {
        row_keeps_contract(row);
    }
}

fn row_keeps_contract(row: &Value) {
    let keys = [
        "task",
        "item",
        "title",
        "unit",
        "key",
        "bucket",
        "required",
        "actual",
        "lag",
        "lag-months",
        "tier",
        "change",
        "presumed",
        "flags",
        "since",
        "evidence",
        "consecutive",
        "times",
        "next",
    ];
    has_keys(row, &keys);
    let is_text_or_null = |key: &str| row[key].is_string() || row[key].is_null();
    for key in ["required", "actual", "lag", "lag-months", "tier", "change", "since"] {
        assert!(is_text_or_null(key), "{key} in {row:#}");
    }
    assert_eq!(row["lag"].is_null(), row["lag-months"].is_null());
    if !row["evidence"].is_null() {
        has_keys(&row["evidence"], &["month", "file", "line"]);
    }
    if !row["next"].is_null() {
        has_keys(&row["next"], &["tier", "month", "needs"]);
    }
    if row["presumed"] == true {
        assert!(row["tier"].is_string(), "only a tier is presumed: {row:#}");
    }
}

/// `explain` reads only some of the reports, unless it is asked what was known on a day.
#[test]
fn an_explanation_from_some_reports_is_that_from_all() {
    for item in ["2.1", "4.1", "4.3", "6.6", "9.3"] {
        for month in ["2022-03", "2022-06"] {
            let some = ["explain", item, "--month", month, "--json"];
            let all = [&some[..], &["--known-by", "2999-12-31"]].concat();
            let [some, all] = [&some[..], &all].map(|command| {
                let said = answer(command, &data(), &[]);
                serde_json::from_slice::<Value>(&said).expect("an explanation is JSON")
            });
            for key in ["rows", "reports", "buckets", "as-of"] {
                assert_eq!(some[key], all[key], "{item} {month}");
            }
        }
    }
}
