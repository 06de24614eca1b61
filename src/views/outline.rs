//! One file item by item, each line short and each thing on a line of its own, so that differences between two versions
//! are small and read by themselves.

use crate::document::{Block, Document, Role};
use crate::load::Outline;
use crate::text::Lang;
use crate::text::outline::{self as words, Names};

/// A file, section by section.
pub fn outline_page(outline: &Outline, names: &Names, lang: Lang) -> Document {
    let sections = outline.sections.iter().map(|section| {
        Block::entry(
            Role::Strong,
            words::heading(&section.heading, names, lang),
            section.lines.iter().filter_map(|line| words::line(line, names, lang)),
        )
    });
    Document { blocks: sections.collect() }
}
