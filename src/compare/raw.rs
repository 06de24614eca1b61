//! What differs between the texts of two sets of files if no workspace can be built from one of them: key by key, as
//! written, without knowing what it means.

use std::collections::{BTreeMap, BTreeSet};

use crate::load::{Heading, Line, outline};
use crate::source::{Content, Sources};

/// A change in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawEdit {
    /// The file.
    pub path: String,
    /// What it is about; none if the whole file is new, gone or different.
    pub heading: Option<Heading>,
    /// The key; empty if the whole is meant.
    pub key: String,
    /// What was written before; none if it is new.
    pub before: Option<Line>,
    /// What is written now; none if it is gone.
    pub after: Option<Line>,
}

/// The changes, by file.
pub fn raw_edits(before: &Sources, after: &Sources) -> Vec<RawEdit> {
    let (old, new) = (texts(before), texts(after));
    let mut paths: Vec<&str> = old.keys().chain(new.keys()).copied().collect();
    paths.sort_unstable();
    paths.dedup();
    let mut edits = Vec::new();
    for path in paths {
        let whole = |before: bool, after: bool| RawEdit {
            path: path.to_owned(),
            heading: None,
            key: String::new(),
            before: before.then(nothing),
            after: after.then(nothing),
        };
        match (old.get(path), new.get(path)) {
            (Some(old), Some(new)) if old == new => {}
            (Some(old), Some(new)) => match (said(old), said(new)) {
                (Some(old), Some(new)) => edits.extend(keys(path, &old, &new)),
                _ => edits.push(whole(true, true)),
            },
            (old, new) => edits.push(whole(old.is_some(), new.is_some())),
        }
    }
    edits
}

fn texts(sources: &Sources) -> BTreeMap<&str, &Content> {
    let files = sources.files.iter();
    let read = files.filter(|file| file.content != Content::NotRead);
    read.map(|file| (file.path.as_str(), &file.content)).collect()
}

/// What a file says, in its order: headings and keys, numbered if one occurs more than once, and their values.
type Said = Vec<((Heading, String, usize), Line)>;

fn said(content: &Content) -> Option<Said> {
    let Content::Text(text) = content else {
        return None;
    };
    let mut counts: BTreeMap<(Heading, String), usize> = BTreeMap::new();
    let mut said = Said::new();
    for section in outline(text)?.sections {
        for line in std::iter::once(nothing()).chain(section.lines) {
            let count = counts.entry((section.heading.clone(), line.key.clone())).or_default();
            let key = line.key.clone();
            said.push(((section.heading.clone(), key, *count), line));
            *count += 1;
        }
    }
    Some(said)
}

/// The line of a whole.
fn nothing() -> Line {
    Line { key: String::new(), value: String::new(), parts: Vec::new() }
}

fn keys(path: &str, old: &Said, new: &Said) -> Vec<RawEdit> {
    let by_key = |said: &Said| -> BTreeMap<(Heading, String, usize), Line> { said.iter().cloned().collect() };
    let (before, after) = (by_key(old), by_key(new));
    let gone = old.iter().filter(|(key, _)| !after.contains_key(key));
    let headings =
        |said: &Said| -> BTreeSet<Heading> { said.iter().map(|((heading, ..), _)| heading.clone()).collect() };
    let (once, now) = (headings(old), headings(new));
    // For something new or gone its heading says enough; for an entry, what it says.
    let is_told = |((heading, key, _), _): &&((Heading, String, usize), Line)| {
        let is_whole = once.contains(heading) != now.contains(heading);
        let is_entry = matches!(heading, Heading::Entry { .. });
        !is_whole || key.is_empty() != is_entry
    };
    let edit = |(key, _): &((Heading, String, usize), Line)| {
        let (one, other) = (before.get(key), after.get(key));
        (one != other).then(|| RawEdit {
            path: path.to_owned(),
            heading: Some(key.0.clone()),
            key: key.1.clone(),
            before: one.cloned(),
            after: other.cloned(),
        })
    };
    new.iter().chain(gone).filter(is_told).filter_map(edit).collect()
}
