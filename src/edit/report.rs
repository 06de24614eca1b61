//! Changes one figure or one date in a report; every other byte stays.

use std::ops::Range;

use super::arrange::ItemOrder;
use super::kind::{Kind, rank};
use super::sheet::{Part, Row, Section, Sheet};
use super::template::{is_blank, pair};
use super::written::quoted;
use super::{MARK, line_end};

/// What to write in an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryEdit {
    /// The item.
    pub item: String,
    /// Which of several entries of a recurring item: the one that names this occurrence, or the one that names none.
    pub occurrence: Option<String>,
    /// The occurrence meant by an entry that names none; none for items that do not recur.
    pub present: Option<String>,
    /// Keys with their values as TOML; a key without a value is removed.
    pub values: Vec<(&'static str, Option<String>)>,
}

/// Why a report, or a file of the register, cannot be edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotEdited {
    /// It is not TOML.
    NotToml,
    /// Its entries or records are not under `[[entries]]` headings, but in a list in brackets or in a table.
    InlineEntries,
}

/// Whether a report says `draft = true`.
pub fn is_draft(text: &str) -> bool {
    root_value(text, "draft").as_deref() == Some("true")
}

/// The value of a key at the top of a file, as written.
pub fn root_value(text: &str, key: &str) -> Option<String> {
    let text = text.strip_prefix(MARK).unwrap_or(text);
    let sheet = Sheet::read(text)?;
    let row = sheet.root.row(key)?;
    Some(text[row.pair.value_span.clone()].to_owned())
}

/// Sets the value of a key at the top of a file; a key without a value is removed.
///
/// # Errors
/// [`NotEdited`].
pub fn set_root(text: &str, kind: Kind, key: &str, value: Option<&str>) -> Result<String, NotEdited> {
    bare(text, |text| {
        let sheet = Sheet::read(text).ok_or(NotEdited::NotToml)?;
        Ok(set_key(text, &sheet.root, kind, key, value))
    })
}

/// Sets what a report says on an item. An entry that is commented out becomes a real one in its place; one that does
/// not exist is inserted in the order of the plan.
///
/// # Errors
/// [`NotEdited`].
pub fn set_entry(text: &str, edit: &EntryEdit, items: &ItemOrder) -> Result<String, NotEdited> {
    bare(text, |text| {
        let sheet = Sheet::read(text).ok_or(NotEdited::NotToml)?;
        if !sheet.takes("entries") {
            return Err(NotEdited::InlineEntries);
        }
        if find(&sheet, edit).is_none() {
            return Ok(match template_of(text, &sheet, edit) {
                Some(changed) => changed,
                None => insert(text, &sheet, edit, items),
            });
        }
        let mut text = text.to_owned();
        for (key, value) in &edit.values {
            // Each change moves what is below it, so the text is taken apart again.
            let sheet = Sheet::read(&text).ok_or(NotEdited::NotToml)?;
            let section = find(&sheet, edit).ok_or(NotEdited::NotToml)?;
            text = set_key(&text, section, Kind::Report, key, value.as_deref());
        }
        Ok(text)
    })
}

/// Without the byte order mark, which is put back later.
pub(super) fn bare(text: &str, edit: impl FnOnce(&str) -> Result<String, NotEdited>) -> Result<String, NotEdited> {
    match text.strip_prefix(MARK) {
        Some(rest) => edit(rest).map(|changed| format!("{MARK}{changed}")),
        None => edit(text),
    }
}

fn find<'s, 't>(sheet: &'s Sheet<'t>, edit: &EntryEdit) -> Option<&'s Section<'t>> {
    let mut entries = sheet.sections().filter(|section| section.path() == ["entries"]);
    entries.find(|section| {
        let text = |key: &str| section.row(key).and_then(|row| row.pair.text());
        let due = |named: Option<String>| named.or_else(|| edit.present.clone());
        text("item").as_deref() == Some(&edit.item) && due(text("occurrence")) == due(edit.occurrence.clone())
    })
}

pub(super) fn set_key(text: &str, section: &Section<'_>, kind: Kind, key: &str, value: Option<&str>) -> String {
    let end = line_end(text);
    match (section.row(key), value) {
        (None, None) => text.to_owned(),
        (Some(row), None) => splice(text, row.span.clone(), ""),
        (Some(row), Some(value)) => splice(text, row.pair.value_span.clone(), value),
        (None, Some(value)) => {
            let line = format!("{key} = {value}{end}");
            if let Some(blank) = blank_of(text, section, key) {
                return splice(text, blank, &line);
            }
            let path = section.path();
            let own = rank(kind, &path, key);
            let stands_before = |row: &&Row<'_>| rank(kind, &path, &row.pair.keys[0].name) <= own;
            let above = section.rows.iter().rev().find(stands_before);
            let at = above.map_or(section.body, |row| row.span.end);
            let is_open = at > 0 && !text[..at].ends_with('\n');
            let start = if is_open { end } else { "" };
            splice(text, at..at, &format!("{start}{line}"))
        }
    }
}

/// The line on which a key is commented out without a value: `#percent =`.
fn blank_of(text: &str, section: &Section<'_>, key: &str) -> Option<Range<usize>> {
    let inside = &text[section.span.clone()];
    // Inside a text of several lines anything may look like a comment.
    if inside.contains("\"\"\"") || inside.contains("'''") {
        return None;
    }
    let mut at = section.span.start;
    let is_blank_key = |line: &str| pair(line.trim()).is_some_and(|(name, value)| name == key && is_blank(value));
    for line in inside.split_inclusive('\n') {
        let span = at..at + line.len();
        if is_blank_key(line) {
            return Some(span);
        }
        at = span.end;
    }
    None
}

/// Turns a commented-out entry into a real one, keeping the comments above it and what was filled in.
fn template_of(text: &str, sheet: &Sheet<'_>, edit: &EntryEdit) -> Option<String> {
    if edit.occurrence.is_some() && edit.occurrence != edit.present {
        return None;
    }
    let (block, template) = sheet.loose().find_map(|block| {
        let template = block.template().filter(|found| found.item == edit.item)?;
        Some((block, template))
    })?;
    let end = line_end(text);
    let lines: Vec<&str> = text[block.span.clone()].split_inclusive('\n').collect();
    let offset = |count: usize| lines[..count].iter().map(|line| line.len()).sum::<usize>();
    let start = block.span.start + offset(template.lines.start);
    let behind = block.span.start + offset(template.lines.end);
    let is_set = |key: &str| key == "item" || edit.values.iter().any(|(set, _)| *set == key);
    let is_spent = |line: &str| pair(line.trim()).is_none_or(|(key, value)| is_blank(value) || is_set(key));
    let mut entry = entry(edit, end);
    let kept = lines[template.lines].iter().filter(|line| !is_spent(line));
    entry.extend(kept.map(|line| line.trim_end().to_owned() + end));
    Some(splice(text, start..behind, &entry.concat()))
}

fn insert(text: &str, sheet: &Sheet<'_>, edit: &EntryEdit, items: &ItemOrder) -> String {
    let end = line_end(text);
    let entry = entry(edit, end).concat();
    let own = items.position(&edit.item);
    let is_behind = |part: &&Part<'_>| part.item().is_some_and(|item| items.position(&item) > own);
    if let Some(part) = sheet.parts.iter().find(is_behind) {
        let at = part.span().start;
        return splice(text, at..at, &format!("{entry}{end}"));
    }
    if text.is_empty() { entry } else { appended(text, &entry) }
}

/// A text with a part at its end, and a blank line before it.
pub(super) fn appended(text: &str, part: &str) -> String {
    let end = line_end(text);
    let open = if text.ends_with('\n') { "" } else { end };
    // Where the last line is open, closing it leaves none blank.
    let apart = if text.ends_with(&end.repeat(2)) { "" } else { end };
    [text, open, apart, part].concat()
}

/// The lines of a new entry.
fn entry(edit: &EntryEdit, end: &str) -> Vec<String> {
    let mut values = edit.values.clone();
    let path = ["entries".to_owned()];
    values.sort_by_key(|(key, _)| rank(Kind::Report, &path, key));
    let mut lines = vec![format!("[[entries]]{end}"), format!("item = {}{end}", quoted(&edit.item))];
    let given = values.into_iter().filter_map(|(key, value)| Some((key, value?)));
    lines.extend(given.map(|(key, value)| format!("{key} = {value}{end}")));
    lines
}

fn splice(text: &str, range: Range<usize>, new: &str) -> String {
    [&text[..range.start], new, &text[range.end..]].concat()
}
