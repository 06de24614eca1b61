//! Problems as a compiler shows them: the place, the user's own line with the part marked, what to write instead.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

use super::Screen;
use crate::document::clean;
use crate::problem::{Diagnostic, Severity, Words};
use crate::source::{Content, FileId, Place, Sources, floor_boundary, is_invisible};
use crate::text::Lang;
use crate::text::problems;

/// How much is shown of each problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// With the line in question.
    Full,
    /// One line each, for editors: `path:line:column: severity[code]: text`.
    Short,
}

/// The same problem in more places than this is shown once, with a list of places.
const MOST_EXCERPTS: usize = 3;
/// More excerpts than this from one file would bury the first; the rest are only counted.
const MOST_IN_FILE: usize = 50;
/// Longer lines are cut around the part in question even if there is room.
const LONGEST_LINE: usize = 400;
/// More places than this are counted, not listed.
const MOST_PLACES: usize = 20;

/// Renders problems in the order given.
pub fn diagnostics(sources: &Sources, found: &[Diagnostic], style: Style, lang: Lang, screen: Screen) -> String {
    match style {
        Style::Full => full(sources, found, lang, screen),
        Style::Short => short(sources, found, lang),
    }
}

fn short(sources: &Sources, found: &[Diagnostic], lang: Lang) -> String {
    let line = |diagnostic: &Diagnostic| {
        let words = diagnostic.problem.words(lang);
        let severity = problems::severity(diagnostic.problem.severity(), lang);
        let code = diagnostic.problem.code();
        format!("{}: {severity}[{code}]: {}\n", at(sources, diagnostic.place), clean(&words.what))
    };
    found.iter().map(line).collect()
}

fn at(sources: &Sources, place: Place) -> String {
    let position = sources.line_column(place);
    format!("{}:{}:{}", clean(&sources.file(place.file).path), position.line, position.column)
}

fn full(sources: &Sources, found: &[Diagnostic], lang: Lang, screen: Screen) -> String {
    let said: Vec<Words> = found.iter().map(|diagnostic| diagnostic.problem.words(lang)).collect();
    let mut alike: BTreeMap<(&str, &str), Vec<&Diagnostic>> = BTreeMap::new();
    for (diagnostic, words) in found.iter().zip(&said) {
        let key = (diagnostic.problem.code(), words.what.as_str());
        alike.entry(key).or_default().push(diagnostic);
    }
    let mut pages = Vec::new();
    let mut shown_of: BTreeMap<FileId, usize> = BTreeMap::new();
    let mut left_out = 0;
    for (diagnostic, words) in found.iter().zip(&said) {
        let group = &alike[&(diagnostic.problem.code(), words.what.as_str())];
        let elsewhere = match (group.len() > MOST_EXCERPTS, group[0] == diagnostic) {
            (true, true) => &group[1..],
            (true, false) => continue,
            (false, _) => &[],
        };
        let shown = shown_of.entry(diagnostic.place.file).or_default();
        *shown += 1;
        if *shown > MOST_IN_FILE {
            left_out += 1;
        } else {
            pages.push(one(sources, diagnostic, words, elsewhere, lang, screen));
        }
    }
    if left_out > 0 {
        pages.push(problems::left_out(left_out, lang));
    }
    pages.join("\n\n") + if pages.is_empty() { "" } else { "\n" }
}

fn one(
    sources: &Sources,
    diagnostic: &Diagnostic,
    words: &Words,
    elsewhere: &[&Diagnostic],
    lang: Lang,
    screen: Screen,
) -> String {
    let level = match diagnostic.problem.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let name = problems::severity(diagnostic.problem.severity(), lang);
    let label = clean(&words.label);
    let other = diagnostic.other.map(|place| (place, diagnostic.problem.other_place().pick(lang)));
    let title = level.with_name(name).primary_title(clean(&words.what)).id(diagnostic.problem.code());
    let mut group = Group::with_title(title);
    let (same_file, other_file) = match other {
        Some((place, _)) if place.file == diagnostic.place.file => (other, None),
        _ => (None, other),
    };
    group = group.element(excerpt(sources, diagnostic.place, &label, same_file));
    if let Some((place, label)) = other_file {
        group = group.element(excerpt(sources, place, label, None));
    }
    if !words.instead.is_empty() {
        let name = lang.pick("改法", "help");
        group = group.element(Level::HELP.with_name(name).message(clean(&words.instead)));
    }
    if !elsewhere.is_empty() {
        let name = lang.pick("说明", "note");
        let listed = elsewhere.iter().take(MOST_PLACES).map(|other| at(sources, other.place));
        let listed: Vec<String> = listed.collect();
        let rest = elsewhere.len() - listed.len();
        let said = problems::same_elsewhere(&lang.list(&listed), rest, lang);
        group = group.element(Level::NOTE.with_name(name).message(said));
    }
    let renderer = if screen.has_colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(screen.width.unwrap_or(LONGEST_LINE).max(40));
    renderer.render(&[group])
}

/// The line of a place with the place marked, and a second place in the same file; only the path if the file has no
/// text or is meant as a whole.
fn excerpt<'a>(sources: &'a Sources, place: Place, label: &'a str, other: Option<(Place, &'a str)>) -> Element<'a> {
    let file = sources.file(place.file);
    let path = clean(&file.path);
    let is_whole_file = place.start == place.end && place.start == 0;
    let Content::Text(text) = &file.content else {
        return Origin::path(path).into();
    };
    if text.is_empty() || (is_whole_file && label.is_empty()) {
        return Origin::path(path).into();
    }
    // Only the lines concerned go to the renderer, so that a thousand problems in a large file stay cheap.
    let places = [Some(place), other.map(|(place, _)| place)];
    let spans: Vec<Range<usize>> = places.into_iter().flatten().map(|place| span(text, place)).collect();
    let first = spans.iter().map(|span| span.start).min().unwrap_or(0);
    let last = spans.iter().map(|span| span.end).max().unwrap_or(0);
    let (line, start) = file.line_at(first);
    let end = line_end(text, last);
    let shift = |span: &Range<usize>| {
        let to = |at: usize| visible(&text[start..at]).len();
        to(span.start)..to(span.end)
    };
    let mut snippet = Snippet::source(visible(&text[start..end])).line_start(line + 1).path(path);
    let primary = AnnotationKind::Primary.span(shift(&spans[0]));
    snippet = snippet.annotation(if label.is_empty() { primary } else { primary.label(label) });
    if let (Some((_, label)), Some(second)) = (other, spans.get(1)) {
        snippet = snippet.annotation(AnnotationKind::Context.span(shift(second)).label(label));
    }
    snippet.into()
}

/// Lines with every invisible character written out. The renderer shows most controls itself, but lets through those
/// that steer a terminal with a single character, and marks between which two words look the same. A Windows line end
/// is not shown.
fn visible(lines: &str) -> Cow<'_, str> {
    if !lines.contains(is_invisible) && !lines.contains("\r\n") {
        return Cow::Borrowed(lines);
    }
    let mut written = String::with_capacity(lines.len());
    for letter in lines.replace("\r\n", "\n").chars() {
        if is_invisible(letter) {
            written.extend(letter.escape_unicode());
        } else {
            written.push(letter);
        }
    }
    Cow::Owned(written)
}

/// The bytes of a place, cut to its first line and to whole characters.
fn span(text: &str, place: Place) -> Range<usize> {
    let start = floor_boundary(text, place.start as usize);
    let end = floor_boundary(text, place.end as usize);
    start..end.clamp(start, line_end(text, start))
}

/// Where the line that contains `at` ends, without its line end; never before `at`.
fn line_end(text: &str, at: usize) -> usize {
    match text[at..].split_once('\n') {
        Some((line, _)) => at + line.strip_suffix('\r').unwrap_or(line).len(),
        None => text.len(),
    }
}
