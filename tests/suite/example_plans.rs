//! The plans in `examples/plans`: verdicts that their README files work out by hand are those of the program.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "the verdicts stand in files; without them there is nothing to hold"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::folders::entries;
use crate::program::succeed;

const HEADING: [&str; 6] = ["month", "item", "unit", "bucket", "lag", "tier"];

/// Each README has a table with [`HEADING`]. Buckets and tiers are given by their ids, `-` stands for none; every share of
/// the plan is in it, in some month.
#[test]
fn verdicts_worked_out_by_hand_are_those_of_the_program() {
    let plans = entries("examples/plans");
    let wrong: Vec<String> = plans.iter().flat_map(|folder| differing(folder)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(!plans.is_empty());
}

/// What differs between the README of a plan and its files.
fn differing(folder: &Path) -> Vec<String> {
    let name = folder.file_name().unwrap().to_string_lossy();
    let by_hand = by_hand(&fs::read_to_string(folder.join("README.md")).unwrap());
    let (mut wrong, mut shares, mut held) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
    for (month, expected) in by_hand {
        let output = succeed(folder, &["status", "--format", "json", "--month", &month]);
        let page: Value = serde_json::from_slice(&output.stdout).unwrap();
        if page["sample"] != true {
            wrong.push(format!("{name}: it does not say that it is sample data"));
        }
        let rows = page["rows"].as_array().unwrap().iter();
        let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
        let rows: BTreeMap<_, _> = rows
            .map(|row| ([&row["item"], &row["unit"]].map(text), [&row["bucket"], &row["lag"], &row["tier"]].map(text)))
            .collect();
        shares.extend(rows.keys().cloned());
        for (share, verdict) in expected {
            if rows.get(&share) != Some(&verdict) {
                wrong.push(format!("{name}, {month}, {share:?}: by hand {verdict:?}, computed {:?}", rows.get(&share)));
            }
            held.insert(share);
        }
    }
    let left_out = shares.difference(&held);
    wrong.extend(left_out.map(|share| format!("{name}: {share:?} is not worked out in any month")));
    wrong
}

/// Item and unit, then bucket, lag and tier.
type Line = ([String; 2], [String; 3]);

/// The verdicts by month.
fn by_hand(readme: &str) -> BTreeMap<String, Vec<Line>> {
    let rows = readme.lines().filter_map(|line| {
        let cells = line.strip_prefix('|')?.strip_suffix('|')?.split('|');
        let cells: Vec<String> = cells.map(|cell| cell.trim().to_owned()).collect();
        <[String; 6]>::try_from(cells).ok()
    });
    let mut rows = rows.skip_while(|row| *row != HEADING).skip(2).peekable();
    assert!(rows.peek().is_some(), "a table with {HEADING:?}");
    let mut by_month: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for [month, item, unit, bucket, lag, tier] in rows {
        by_month.entry(month).or_default().push(([item, unit], [bucket, lag, tier]));
    }
    by_month
}
