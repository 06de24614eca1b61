//! Paragraphs and the text in them.

use super::super::markup::escape;
use super::styles::Style;
use crate::document::{Role, Text};

/// An empty paragraph.
pub(super) fn empty(style: Style, about: &str) -> String {
    of_runs(style.id(), about, "")
}

/// A paragraph of one style.
pub(super) fn paragraph(style: Style, text: &Text) -> String {
    kept(style, false, text)
}

/// A paragraph of one style, and whether it is kept on one page with what follows.
pub(super) fn kept(style: Style, is_kept: bool, text: &Text) -> String {
    // Otherwise the line before a long path would be stretched to the margin, character by character.
    let mut words = text.shown().split(|letter: char| !letter.is_ascii_graphic());
    let has_long_word = words.any(|word| word.len() > LONG_WORD);
    let about = [if is_kept { "<w:keepNext/>" } else { "" }, if has_long_word { RAGGED } else { "" }];
    with(style, &about.concat(), text)
}

/// Letters of a word that is not hyphenated.
const LONG_WORD: usize = 14;
const RAGGED: &str = r#"<w:jc w:val="left"/>"#;

/// A paragraph of one style, with what is particular to it.
pub(super) fn with(style: Style, about: &str, text: &Text) -> String {
    of_runs(style.id(), about, &run("", text))
}

/// A paragraph of the style of this id, what is particular about it, and what it holds.
pub(super) fn of_runs(style: &str, about: &str, runs: &str) -> String {
    format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/>{about}</w:pPr>{runs}</w:p>"#)
}

/// Text in a run that is written as it stands.
pub(super) fn plain_run(about: &str, text: &str) -> String {
    format!(r#"<w:r>{about}<w:t xml:space="preserve">{}</w:t></w:r>"#, escape(text))
}

/// Text, in the fonts of its paragraph. Official documents are black; of a meaning only the weight remains.
pub(super) fn run(about: &str, text: &Text) -> String {
    if text.shown().is_empty() {
        return String::new();
    }
    let weight = match text.role {
        Role::Strong | Role::Grave => "<w:b/>",
        Role::Plain | Role::Good | Role::Notice | Role::Serious | Role::Muted => "",
    };
    plain_run(&format!("<w:rPr>{weight}{about}</w:rPr>"), text.shown())
}

/// A line along a side of something: eighths of a point thick, points from the text, `RRGGBB`.
pub(super) fn border(side: &str, kind: &str, thick: usize, space: usize, colour: &str) -> String {
    format!(r#"<w:{side} w:val="{kind}" w:sz="{thick}" w:space="{space}" w:color="{colour}"/>"#)
}
