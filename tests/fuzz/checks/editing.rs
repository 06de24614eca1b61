//! A figure set in a report, a date at its top, a record added to a register: the file says what was asked for, and
//! everything else that it said.

use shangdang::edit::{
    EntryEdit, Kind, NotEdited, add_record, is_draft, item_order, quoted, root_value, set_entry, set_record, set_root,
};
use shangdang::model::RecordKind;
use shangdang::source::Content;
use toml::{Table, Value};

use super::files::{BASE, choice};

/// The first byte chooses what is done, the first line is what is written, the rest the file.
pub(crate) fn editing(bytes: &[u8]) {
    let (chosen, rest) = choice(bytes);
    let end = rest.iter().position(|byte| *byte == b'\n');
    let (line, rest) = rest.split_at(end.map_or(rest.len(), |end| end + 1));
    let said = String::from_utf8_lossy(line).trim_end().to_owned();
    let Content::Text(text) = Content::decode(rest) else {
        return;
    };
    match chosen % 4 {
        0 => hold_entry(&text, &said, None),
        1 => hold_entry(&text, &said, Some("2022-03")),
        2 => hold_root(&text, &said),
        _ => hold_record(&text, &said, chosen / 4 + 1),
    }
}

fn read(text: &str) -> Option<Table> {
    toml::from_str(text).ok()
}

fn hold_entry(text: &str, said: &str, present: Option<&str>) {
    let item = said.split(' ').next().unwrap_or(said);
    let edit = EntryEdit {
        item: item.to_owned(),
        occurrence: None,
        present: present.map(str::to_owned),
        values: vec![("percent", Some("41.5".to_owned())), ("note", Some(quoted(said))), ("state", None)],
    };
    let Some(before) = read(text) else {
        // What is no TOML may still be cut into lines; it must not fall.
        let _ = set_entry(text, &edit, &item_order(&BASE));
        return;
    };
    let edited = match set_entry(text, &edit, &item_order(&BASE)) {
        Ok(edited) => edited,
        Err(why) => {
            assert_eq!(why, NotEdited::InlineEntries, "TOML that is refused");
            return;
        }
    };
    let after = read(&edited).unwrap_or_else(|| panic!("no TOML any more:\n{edited}"));
    let entries = entries(&after);
    let is_set = |entry: &&Table| {
        let text = |key: &str| entry.get(key).and_then(Value::as_str);
        text("item") == Some(item)
            && entry.get("percent").and_then(Value::as_float) == Some(41.5)
            && text("note") == Some(said)
            && !entry.contains_key("state")
    };
    assert!(entries.iter().any(|entry| is_set(&entry)), "not set:\n{edited}");
    let others = |table: &Table| -> Vec<String> {
        let entries = self::entries(table).into_iter();
        let is_other = |entry: &Table| entry.get("item").and_then(Value::as_str) != Some(item);
        let others = entries.filter(is_other);
        others.map(|entry| format!("{entry:?}")).collect()
    };
    assert_eq!(others(&before), others(&after), "in\n{edited}");
    let head = |mut table: Table| {
        table.remove("entries");
        format!("{table:?}")
    };
    assert_eq!(head(before), head(after), "in\n{edited}");
    assert_eq!(set_entry(&edited, &edit, &item_order(&BASE)).as_ref(), Ok(&edited), "twice is not once");
}

/// The tables that stand as entries.
fn entries(report: &Table) -> Vec<Table> {
    let entries = report.get("entries").and_then(Value::as_array);
    let entries = entries.into_iter().flatten();
    entries.filter_map(|entry| entry.as_table().cloned()).collect()
}

fn hold_root(text: &str, said: &str) {
    let _ = is_draft(text);
    let value = quoted(said);
    let set = |text: &str, value: Option<&str>| set_root(text, Kind::Report, "reporter", value);
    let edited = set(text, Some(&value));
    let Some(before) = read(text) else {
        return;
    };
    let edited = edited.expect("TOML is edited");
    let after = read(&edited).unwrap_or_else(|| panic!("no TOML any more:\n{edited}"));
    let mut expected = before.clone();
    expected.insert("reporter".to_owned(), Value::String(said.to_owned()));
    assert_eq!(format!("{expected:?}"), format!("{after:?}"), "in\n{edited}");
    assert_eq!(root_value(&edited, "reporter"), Some(value));
    let without = set(&edited, None).expect("TOML is edited");
    let after = read(&without).unwrap_or_else(|| panic!("no TOML any more:\n{without}"));
    expected.remove("reporter");
    assert_eq!(format!("{expected:?}"), format!("{after:?}"), "in\n{without}");
}

fn hold_record(text: &str, said: &str, line: usize) {
    let kind = RecordKind::Notices;
    let values = [("number", quoted(said)), ("date", "2022-07-05".to_owned())];
    let added = add_record(text, kind, &values);
    let set = set_record(text, kind, line, &values);
    let Some(before) = read(text) else {
        return;
    };
    let records = |table: &Table| -> Vec<Value> {
        let records = table.get("notices").and_then(Value::as_array);
        records.into_iter().flatten().cloned().collect()
    };
    if let Ok(added) = added {
        let after = read(&added).unwrap_or_else(|| panic!("no TOML any more:\n{added}"));
        let (before, after) = (records(&before), records(&after));
        assert_eq!(after.len(), before.len() + 1, "in\n{added}");
        let last = after.last().and_then(|record| record.get("number"));
        assert_eq!(last.and_then(Value::as_str), Some(said), "in\n{added}");
        assert_eq!(format!("{before:?}"), format!("{:?}", &after[..before.len()]));
    }
    if let Ok(set) = set {
        let after = read(&set).unwrap_or_else(|| panic!("no TOML any more:\n{set}"));
        let (before, after) = (records(&before), records(&after));
        assert_eq!(after.len(), before.len(), "in\n{set}");
        let differ = before.iter().zip(&after);
        let differ = differ.filter(|(one, other)| format!("{one:?}") != format!("{other:?}"));
        assert!(differ.count() <= 1, "more than one record has changed:\n{set}");
    }
}
