//! Problems as they are shown: any file at any path, on screens of any width, without a sign that could steer one.

use shangdang::problem::Diagnostic;
use shangdang::render::{Screen, Style, diagnostics as render};
use shangdang::source::is_invisible;
use shangdang::source::{Content, Sources, Unreadable};
use shangdang::text::Lang;
use shangdang::views::{Problems, View as _};

use super::files::{BASE, choice};
use super::loading::hold_loaded;

/// The first byte chooses the width and what the system says of the file, the first line is the path.
pub(crate) fn diagnostics(bytes: &[u8]) {
    let (chosen, rest) = choice(bytes);
    let end = rest.iter().position(|byte| *byte == b'\n');
    let (path, rest) = rest.split_at(end.map_or(rest.len(), |end| end + 1));
    let path = String::from_utf8_lossy(path).trim_end().to_owned();
    let said = || String::from_utf8_lossy(rest).into_owned();
    let content = match chosen % 8 {
        0 => Content::NotRead,
        1 => Content::Unreadable(Unreadable::System { reason: said() }),
        _ => Content::decode(rest),
    };
    let mut sources = BASE.clone();
    sources.replace(&path, content);
    let loaded = hold_loaded(&sources);
    hold_shown(&sources, &loaded.problems);
    let width = Some(chosen / 8 * 5);
    let page = full(&sources, &loaded.problems, Lang::Zh, width);
    hold_plain(&page);
    let view = Problems::of(&sources, &loaded.problems, Lang::En);
    let json = shangdang::render::json(&view.data());
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let listed = json["problems"].as_array().expect("a list").len();
    assert_eq!(listed, loaded.problems.len());
}

/// That problems can be shown in either language, and that nothing in it steers a terminal. Returns what is shown.
pub(crate) fn hold_shown(sources: &Sources, found: &[Diagnostic]) -> [String; 2] {
    let pages = [Lang::Zh, Lang::En].map(|lang| full(sources, found, lang, Some(80)));
    for page in &pages {
        hold_plain(page);
    }
    let screen = Screen { width: None, has_colour: false };
    let short = render(sources, found, Style::Short, Lang::Zh, screen);
    hold_plain(&short);
    assert_eq!(short.lines().count(), found.len(), "a line for each problem");
    pages
}

fn full(sources: &Sources, found: &[Diagnostic], lang: Lang, width: Option<usize>) -> String {
    let screen = Screen { width, has_colour: false };
    render(sources, found, Style::Full, lang, screen)
}

/// That a page holds no sign that cannot be seen.
pub(crate) fn hold_plain(page: &str) {
    let is_hidden = |letter: char| letter != '\n' && (letter.is_control() || is_invisible(letter));
    if let Some(at) = page.find(is_hidden) {
        let from = page[..at].char_indices().nth_back(40).map_or(0, |(at, _)| at);
        let around: String = page[from..].chars().take(80).collect();
        panic!("a sign that cannot be seen: {around:?}");
    }
}
