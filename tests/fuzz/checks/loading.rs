//! One file of each kind among others that are sound: whatever it holds, its problems are in order and lie in its text,
//! and how lines end changes nothing.

use shangdang::load::{Loaded, fronts, load, load_sound};
use shangdang::model::RecordKind;
use shangdang::problem::Diagnostic;
use shangdang::source::{Content, Sources};

use super::diagnostics::hold_shown;
use super::files::{base_with, choice};
use super::verdicts::hold_verdicts;

pub(crate) fn plan(bytes: &[u8]) {
    hold_file("plan.toml", bytes);
}

pub(crate) fn task(bytes: &[u8]) {
    hold_file("tasks/01.toml", bytes);
}

pub(crate) fn report(bytes: &[u8]) {
    hold_file("reports/2022-06/housing.toml", bytes);
}

/// The first byte chooses the kind.
pub(crate) fn register(bytes: &[u8]) {
    let (kind, rest) = choice(bytes);
    let (_, name) = RecordKind::ALL[kind % RecordKind::ALL.len()];
    let month = if name == "assessments" { "2023-01" } else { "2022-06" };
    hold_file(&format!("register/{month}/{name}.toml"), rest);
}

fn hold_file(path: &str, bytes: &[u8]) {
    let content = Content::decode(bytes);
    let sources = base_with(path, content.clone());
    let loaded = hold_loaded(&sources);
    let shown = hold_shown(&sources, &loaded.problems);
    let said = said(&sources, &loaded);
    let verdicts = hold_verdicts(&sources, loaded.workspace.as_ref());
    let Content::Text(text) = content else {
        return;
    };
    if !text.contains('\r') {
        let windows = base_with(path, Content::Text(text.replace('\n', "\r\n")));
        let loaded = hold_loaded(&windows);
        assert_eq!(said, self::said(&windows, &loaded), "with CRLF");
        assert_eq!(shown, hold_shown(&windows, &loaded.problems), "with CRLF");
        let again = hold_verdicts(&windows, loaded.workspace.as_ref());
        assert_eq!(verdicts, again, "with CRLF");
    }
    if !text.starts_with('\u{FEFF}') {
        let marked = Content::decode([b"\xEF\xBB\xBF", text.as_bytes()].concat());
        assert_eq!(marked, Content::Text(text), "a mark is no part of a text");
    }
}

/// Loads files, and holds what has to be true of it whatever they say.
pub(crate) fn hold_loaded(sources: &Sources) -> Loaded {
    let loaded = load(sources);
    for found in &loaded.problems {
        for place in std::iter::once(found.place).chain(found.other) {
            let text = sources.file(place.file).text();
            let span = place.start as usize..place.end as usize;
            assert!(text.get(span).is_some(), "{found:?} lies nowhere");
        }
    }
    let is_in_order = |pair: &[Diagnostic]| pair[0].place <= pair[1].place;
    assert!(loaded.problems.windows(2).all(is_in_order), "out of order");
    for (position, found) in loaded.problems.iter().enumerate() {
        let later = loaded.problems[position + 1..].iter();
        let mut at_once = later.take_while(|other| other.place == found.place);
        assert!(!at_once.any(|other| other == found), "{found:?} comes twice");
    }
    let has_errors = loaded.problems.iter().any(Diagnostic::is_error);
    let has_plan = sources.iter().any(|(_, file)| file.path == "plan.toml");
    assert!(!has_errors || loaded.workspace.is_none(), "assessed with errors");
    if has_plan && !has_errors {
        assert!(loaded.workspace.is_some(), "refused without a reason");
    }
    for (_, file) in sources.iter() {
        if let Some([scanned, library]) = fronts(file.text()) {
            assert_eq!(scanned, library, "the scanner reads {} otherwise than the library", file.path);
        }
    }
    let sound = load_sound(sources);
    assert_eq!(loaded.problems, sound.loaded.problems, "without faulty reports");
    for file in sound.set_aside {
        assert!(sources.file(file).path.starts_with("reports/"));
    }
    loaded
}

/// The problems by code, line and column.
pub(crate) fn said(sources: &Sources, loaded: &Loaded) -> Vec<(&'static str, String, usize, usize)> {
    let said = |found: &Diagnostic| {
        let path = sources.file(found.place.file).path.clone();
        let at = sources.line_column(found.place);
        (found.problem.code(), path, at.line, at.column)
    };
    loaded.problems.iter().map(said).collect()
}
