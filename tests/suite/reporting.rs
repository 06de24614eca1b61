//! Reports begun and edited: only what was asked for changes, comments stay, and what is begun is laid out and sound.

#![expect(clippy::disallowed_methods, clippy::unwrap_used, reason = "these tests read the shipped files")]

use std::process::Command;

use proptest::prelude::*;
use shangdang::assess::{AsOf, assess};
use shangdang::disk;
use shangdang::edit::{self, DraftFor, EntryEdit, ItemOrder, Kind, NotEdited, changes, quoted, set_entry, set_root};
use shangdang::load::load;
use shangdang::model::UnitIx;
use shangdang::source::{Content, SourceFile};
use shangdang::text::Lang;

use crate::folders::{copy, root};
use crate::support::{SplitMix64, config};

fn order() -> ItemOrder {
    ItemOrder::of(["1.1", "1.2", "2.1"].map(str::to_owned))
}

fn percent(item: &str, value: &str) -> EntryEdit {
    EntryEdit {
        item: item.to_owned(),
        occurrence: None,
        present: None,
        values: vec![("percent", Some(value.to_owned()))],
    }
}

fn set(text: &str, edit: &EntryEdit) -> String {
    set_entry(text, edit, &order()).unwrap()
}

#[test]
fn one_value_is_replaced_and_nothing_else() {
    let text = "\u{feff}# 头\r\nmonth='2022-06'\r\n\r\n[[entries]] # x\r\nitem = \"1.1\"\r\n  percent   =  35.10    # 约数\r\n";
    let after = text.replace("35.10", "40");
    assert_eq!(set(text, &percent("1.1", "40")), after);
    assert_eq!(set(&after, &percent("1.1", "40")), after);
}

#[test]
fn a_missing_key_comes_where_it_belongs() {
    let text = "[[entries]]\nnote = \"b\"\nitem = \"1.1\"\n# tail\n\n[[entries]]\nitem = \"1.2\"";
    let first = "[[entries]]\nnote = \"b\"\nitem = \"1.1\"\npercent = 1\n# tail\n\n[[entries]]\nitem = \"1.2\"";
    assert_eq!(set(text, &percent("1.1", "1")), first);
    let second = format!("{text}\npercent = 2\n");
    assert_eq!(set(text, &percent("1.2", "2")), second);
}

#[test]
fn a_key_taken_out_goes_with_its_line() {
    let text = "month = \"2022-06\"\ndraft = true  # soon\nreporter = \"\"\n\n[[entries]]\nitem = \"1.1\"\nstate = \"problem\"\n";
    let edit = EntryEdit { values: vec![("state", None)], ..percent("1.1", "") };
    assert_eq!(set(text, &edit), text.replace("state = \"problem\"\n", ""));
    let filed = set_root(text, Kind::Report, "draft", None).unwrap();
    assert_eq!(filed, text.replace("draft = true  # soon\n", ""));
    let day = set_root(&filed, Kind::Report, "submitted", Some("2022-06-22")).unwrap();
    assert!(day.starts_with("month = \"2022-06\"\nsubmitted = 2022-06-22\nreporter"), "{day}");
}

#[test]
fn an_entry_commented_out_becomes_one_and_keeps_what_was_filled_in() {
    let text = "month = \"2022-06\"\n\n# 1.1 title\n# asked\n#[[entries]]\n#item = \"1.1\"\n#percent =\n#note = \"as measured\"\n#next = \"\"\n# more\n\n# end\n";
    let after = "month = \"2022-06\"\n\n# 1.1 title\n# asked\n[[entries]]\nitem = \"1.1\"\npercent = 40\n#note = \"as measured\"\n# more\n\n# end\n";
    assert_eq!(set(text, &percent("1.1", "40")), after);
    // Half uncommented by hand: the empty line is used up.
    let half = "[[entries]]\nitem = \"1.1\"\n#percent =\n#note = \"\"\n";
    let after = "[[entries]]\nitem = \"1.1\"\npercent = 40\n#note = \"\"\n";
    assert_eq!(set(half, &percent("1.1", "40")), after);
}

#[test]
fn a_new_entry_comes_in_the_order_of_the_plan() {
    let text = "month = \"2022-06\"\n\n[[entries]]\nitem = \"1.1\"\n\n# about 2.1\n[[entries]]\nitem = \"2.1\"\n";
    let after = "month = \"2022-06\"\n\n[[entries]]\nitem = \"1.1\"\n\n[[entries]]\nitem = \"1.2\"\npercent = 7\n\n# about 2.1\n[[entries]]\nitem = \"2.1\"\n";
    assert_eq!(set(text, &percent("1.2", "7")), after);
    let last = set("month = \"2022-06\"", &percent("1.2", "7"));
    assert_eq!(last, "month = \"2022-06\"\n\n[[entries]]\nitem = \"1.2\"\npercent = 7\n");
}

#[test]
fn an_occurrence_has_an_entry_of_its_own() {
    let text = "[[entries]]\nitem = \"1.1\"\nnote = \"now\"\n";
    let edit = EntryEdit {
        item: "1.1".to_owned(),
        occurrence: Some("2022-03".to_owned()),
        present: None,
        values: vec![("occurrence", Some(quoted("2022-03"))), ("note", Some(quoted("then")))],
    };
    let both = format!("{text}\n[[entries]]\nitem = \"1.1\"\noccurrence = \"2022-03\"\nnote = \"then\"\n");
    assert_eq!(set(text, &edit), both);
    assert_eq!(set(&both, &edit), both);
}

#[test]
fn what_cannot_be_edited_in_place_is_refused() {
    let edit = percent("1.1", "1");
    let outcome = set_entry("entries = [{ item = \"1.1\" }]\n", &edit, &order());
    assert_eq!(outcome, Err(NotEdited::InlineEntries));
    let outcome = set_entry("percent = 3%\n", &edit, &order());
    assert_eq!(outcome, Err(NotEdited::NotToml));
}

/// For every unit and month of the shipped plan: the new report brings no problem, is laid out as `fmt` would, claims
/// nothing, and asks about each item once, in the order of the plan.
#[test]
fn a_new_report_is_sound_and_claims_nothing() {
    let folder = root().join("data");
    let sources = disk::read(&folder).unwrap();
    let order = edit::item_order(&sources);
    let workspace = load(&sources).workspace.unwrap();
    let plan = &workspace.plan;
    let (mut asked, mut begun) = (0, 0);
    for month in plan.start.through(plan.end) {
        let assessment = assess(&workspace, AsOf::close_of(month));
        for (position, unit) in plan.units.iter().enumerate() {
            for (all, lang) in [(false, Lang::Zh), (true, Lang::En)] {
                let draft = DraftFor {
                    sources: &sources,
                    workspace: &workspace,
                    assessment: &assessment,
                    unit: UnitIx(position),
                    all,
                };
                let text = draft.text(lang);
                let laid_out = edit::format(&text, Kind::Report, &order).unwrap();
                assert_eq!(changes(&text, &laid_out), []);
                assert!(!text.contains("\n[[entries]]"));
                let items = text.lines().filter_map(|line| line.strip_prefix("#item = "));
                let items: Vec<&str> = items.collect();
                let expected = draft.shares().into_iter();
                let expected = expected.map(|share| {
                    let item = workspace.item(workspace.share(share).item);
                    quoted(&item.id)
                });
                assert_eq!(items, expected.collect::<Vec<_>>());
                asked += items.len();
                let path = format!("reports/{month}/{}.toml", unit.id);
                let mut with = sources.clone();
                if with.files.iter().any(|file| file.path == path) {
                    continue;
                }
                with.files.push(SourceFile::new(path, Content::Text(text)));
                with.files.sort_by(|a, b| a.path.cmp(&b.path));
                assert_eq!(load(&with).problems, []);
                begun += 1;
            }
        }
    }
    assert!(begun > 100, "there are months without reports");
    assert!(asked > 1000, "the plan has items to report on");
}

/// A report in progress: every figure can be set, one after the other, in any order, and the result is laid out.
#[test]
fn every_item_can_be_filled_in_any_order() {
    let stage = tempfile::tempdir().unwrap();
    copy(&root().join("data"), stage.path());
    let run = |arguments: &[&str]| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_shangdang"));
        program.current_dir(stage.path()).env_clear().args(arguments);
        let output = program.output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        (output.status.code().unwrap(), said)
    };
    assert_eq!(run(&["report", "new", "--unit", "housing", "--month", "7"]), (0, String::new()));
    let values = [
        ("9.3", "42"),
        ("2.1", "60"),
        ("4.1", "done"),
        ("3.5", "normal"),
        ("1.1", "45"),
        ("6.5", "80"),
        ("4.4", "41"),
        ("9.1", "problem"),
        ("6.3", "100"),
        ("3.3", "not-done"),
    ];
    for (item, value) in values {
        let (code, said) = run(&["report", "set", item, value, "--unit", "housing"]);
        assert_eq!(code, 0, "{item} {value}: {said}");
    }
    let (code, said) = run(&["report", "submit", "--unit", "housing", "--month", "7", "--on", "2022-07-22"]);
    assert_eq!(code, 0, "{said}");
    assert_eq!(run(&["fmt", "--check"]).0, 0);
    assert_eq!(run(&["check"]).0, 0);
    let text = std::fs::read_to_string(stage.path().join("reports/2022-07/housing.toml")).unwrap();
    assert_eq!(text.lines().filter(|line| *line == "[[entries]]").count(), values.len());
    assert!(!text.contains("draft ="));
}

proptest! {
    #![proptest_config(config())]

    /// Whatever is set, every line that is not about it stays, and laying the file out before or after makes no
    /// difference.
    #[test]
    fn an_edit_leaves_the_rest_alone(seed in any::<u64>()) {
        let mut random = SplitMix64(seed);
        let items = ["1.1", "1.2", "2.1", "7.7"];
        let mut text = String::from("month = \"2022-06\"\n# about\nunit = \"water\"\n");
        for item in items {
            let number = random.below(100);
            match random.below(4) {
                0 => text.push_str(&["\n# ", item, "\n[[entries]]\nitem = \"", item, "\" # c\npercent=", &number.to_string(), "\n# t\n"].concat()),
                1 => text.push_str(&["\n# x\n#[[entries]]\n#item = \"", item, "\"\n#percent =\n#note = \"\"\n"].concat()),
                2 => text.push_str(&["\n\n[[entries]]\nnote = '''\n[[entries]]\n#percent =\n'''\nitem = \"", item, "\"\n"].concat()),
                _ => {}
            }
        }
        if random.once_in(3) {
            text = text.replace('\n', "\r\n");
        }
        let item = items[random.below(4) as usize];
        let value = random.below(101).to_string();
        let after = set(&text, &percent(item, &value));
        let table: toml::Table = after.trim_start_matches('\u{feff}').parse().unwrap();
        let entries = table["entries"].as_array().unwrap();
        let mut own = entries.iter().filter(|entry| entry["item"].as_str() == Some(item));
        prop_assert_eq!(own.next().unwrap()["percent"].as_integer(), value.parse().ok());
        prop_assert!(own.next().is_none());
        for change in changes(&text, &after).iter().filter(|change| !change.is_new) {
            let said = change.text.trim_start_matches('#').trim();
            let is_own = said.starts_with("percent") || said == "[[entries]]" || said.starts_with("item") || said == "note = \"\"";
            prop_assert!(is_own, "{}\n---\n{}", text, after);
        }
        let laid_out = |text: &str| edit::format(text, Kind::Report, &order()).unwrap();
        prop_assert_eq!(laid_out(&set(&laid_out(&text), &percent(item, &value))), laid_out(&after));
        prop_assert_eq!(set(&after, &percent(item, &value)), after);
    }
}
