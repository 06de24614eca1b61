//! Calendar files, read line by line by a reader of their own: no line too long, no letter cut, every deadline once,
//! and the same one after its day has moved.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "calendars are written into files and read again; without them there is nothing to say"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use chrono::NaiveDate;
use shangdang::document::{Agenda, Event, Text};
use shangdang::render::ics;

use crate::folders::{copy, root};

type Properties = BTreeMap<String, String>;

/// The entries of a calendar, each by its properties; those of its reminder begin with `VALARM `.
fn entries(calendar: &str) -> Vec<Properties> {
    for line in calendar.strip_suffix("\r\n").unwrap().split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.contains(['\r', '\n']), "{line:?}");
    }
    let unfolded = calendar.replace("\r\n ", "");
    let mut entries = Vec::new();
    let mut inside: Vec<&str> = Vec::new();
    for line in unfolded.lines() {
        let (name, value) = line.split_once(':').unwrap();
        match name {
            "BEGIN" => {
                inside.push(value);
                if value == "VEVENT" {
                    entries.push(Properties::new());
                }
            }
            "END" => assert_eq!(inside.pop(), Some(value)),
            _ if inside.len() == 1 => {}
            _ => {
                let entry = entries.last_mut().unwrap();
                let alarm = if inside.len() == 3 { "VALARM " } else { "" };
                let double = entry.insert(format!("{alarm}{name}"), value.to_owned());
                assert_eq!(double, None, "{name} twice");
            }
        }
    }
    assert!(inside.is_empty());
    entries
}

fn unescaped(value: &str) -> String {
    let mut said = String::new();
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next().unwrap() {
                'n' => said.push('\n'),
                escaped @ ('\\' | ',' | ';') => said.push(escaped),
                other => panic!("\\{other} in {value}"),
            },
            ',' | ';' => panic!("{letter} stands alone in {value}"),
            _ => said.push(letter),
        }
    }
    said
}

fn run(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_shangdang"))
        .args(arguments)
        .current_dir(folder)
        .env_remove("SHANGDANG_DIR")
        .env("SHANGDANG_LANG", "zh")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{arguments:?}: {said}");
    String::from_utf8(output.stdout).unwrap()
}

fn calendar(folder: &Path, more: &[&str]) -> String {
    run(folder, &[&["calendar", "-o", "a.ics"], more].concat());
    fs::read_to_string(folder.join("a.ics")).unwrap()
}

/// One day on which a text stands wherever one can.
fn agenda(text: &Text) -> Agenda {
    Agenda {
        name: text.clone(),
        born: NaiveDate::from_ymd_opt(2022, 1, 1).unwrap(),
        events: vec![Event {
            uid: "2.1-housing-1@2022-01.shangdang".to_owned(),
            sequence: 2,
            day: NaiveDate::from_ymd_opt(2022, 6, 30).unwrap(),
            summary: text.clone(),
            lines: vec![text.clone(), text.clone()],
            categories: vec![text.clone()],
            is_cancelled: true,
            reminds: true,
        }],
    }
}

#[test]
fn any_text_is_folded_escaped_and_comes_back() {
    let long = "长".repeat(3_000);
    let mixed = "汉a，,;:\\ \"b\" ".repeat(40);
    for said in ["", "a,b;c\\d:e", "\\n", "一\r\n二\t三", "\0\u{1b}\u{fffe}", "END:VEVENT", "😀👩‍👩‍👧", &long, &mixed]
    {
        for shift in 0..4 {
            let text = Text::new(format!("{}{said}", "x".repeat(shift)));
            let calendar = ics(&agenda(&text));
            let [entry] = &entries(&calendar)[..] else {
                panic!("{calendar}");
            };
            let shown = text.shown().replace('\u{fffe}', "\u{fffd}");
            for name in ["SUMMARY", "CATEGORIES", "VALARM DESCRIPTION"] {
                assert_eq!(unescaped(&entry[name]), shown, "{name}");
            }
            assert_eq!(unescaped(&entry["DESCRIPTION"]), format!("{shown}\n{shown}"));
            assert_eq!(entry["DTSTART;VALUE=DATE"], "20220630");
            assert_eq!(entry["STATUS"], "CANCELLED");
            assert_eq!(entry["SEQUENCE"], "2");
        }
    }
}

#[test]
fn no_text_is_longer_than_calendars_show() {
    let calendar = ics(&agenda(&Text::new("长".repeat(100_000))));
    let shown = format!("{}…", "长".repeat(8_000));
    assert_eq!(unescaped(&entries(&calendar)[0]["SUMMARY"]), shown);
}

#[test]
fn every_deadline_of_the_list_is_in_the_calendar_once() {
    let folder = tempfile::tempdir().unwrap();
    copy(&root().join("data"), folder.path());
    for more in [&[][..], &["--unit", "housing"], &["--month", "2022-06.."]] {
        let first = calendar(folder.path(), more);
        assert_eq!(first, calendar(folder.path(), more));
        let entries = entries(&first);
        let list = run(folder.path(), &[&["calendar", "--json"], more].concat());
        let list: serde_json::Value = serde_json::from_str(&list).unwrap();
        let rows = list["rows"].as_array().unwrap();
        assert!(rows.len() > 20 && rows.len() == entries.len());
        let mut uids = Vec::new();
        for (row, entry) in rows.iter().zip(&entries) {
            assert_eq!(row["uid"], entry["UID"]);
            let day = row["day"].as_str().unwrap().replace('-', "");
            assert_eq!(day, entry["DTSTART;VALUE=DATE"]);
            assert_eq!(entry["DTSTAMP"], "20220101T000000Z");
            assert_eq!(entry["VALARM DTSTAMP"], "20220101T000000Z");
            assert_eq!(entry["VALARM TRIGGER"], "-P1DT15H");
            uids.extend([&entry["UID"], &entry["VALARM UID"]]);
        }
        let count = uids.len();
        uids.sort();
        uids.dedup();
        assert_eq!(uids.len(), count);
    }
}

#[test]
fn a_deadline_that_moves_stays_the_same_one() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    copy(&root().join("data"), here);
    let by_uid = |calendar: String| -> BTreeMap<String, Properties> {
        let entries = entries(&calendar).into_iter();
        entries.map(|entry| (entry["UID"].clone(), entry)).collect()
    };
    let before = by_uid(calendar(here, &["--unit", "housing"]));
    let change = [
        "register",
        "change",
        "2.1",
        "--from",
        "2022-07",
        "--due",
        "2022-11",
        "--reason",
        "设计变更",
        "--reference",
        "上政办函〔2022〕20号",
        "--on",
        "2022-07-04",
    ];
    run(here, &change);
    let after = by_uid(calendar(here, &["--unit", "housing"]));
    assert!(before.keys().eq(after.keys()));
    let (mut cancelled, mut moved) = (0, 0);
    for (uid, entry) in &after {
        let was = &before[uid];
        // What was due before the change counts stays as it was.
        if !uid.starts_with("2.1-housing-") || was["DTSTART;VALUE=DATE"].as_str() < "20220731" {
            assert_eq!(entry, was);
            continue;
        }
        assert_eq!((was["SEQUENCE"].as_str(), entry["SEQUENCE"].as_str()), ("0", "1"));
        if entry.get("STATUS").is_some_and(|status| status == "CANCELLED") {
            cancelled += 1;
            assert_eq!(entry["DTSTART;VALUE=DATE"], was["DTSTART;VALUE=DATE"]);
            assert!(!entry.contains_key("VALARM TRIGGER"));
        } else {
            moved += 1;
            assert_eq!(entry["DTSTART;VALUE=DATE"], "20221130");
            let said = unescaped(&entry["DESCRIPTION"]);
            assert!(said.contains("上政办函〔2022〕20号"), "{said}");
        }
    }
    assert_eq!((moved, cancelled), (1, 1));
}
