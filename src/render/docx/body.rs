//! The text: blocks become paragraphs and tables, in sections of portrait and landscape pages.

use super::edges::Edges;
use super::official;
use super::package::NAMES;
use super::page::Way;
use super::paragraph::{empty, kept, of_runs, paragraph, run, with};
use super::picture;
use super::section::section;
use super::styles::Style;
use super::table::{self, Fitted};
use crate::document::{Block, Document, Official, Table, Text};

/// Consecutive pages of the same orientation.
struct Section {
    way: Way,
    text: String,
}

/// The part that contains the text.
pub(super) fn body(document: &Document, edges: &Edges<'_>) -> String {
    let mut sections: Vec<Section> = Vec::new();
    let mut add = |way: Way, text: String| match sections.last_mut() {
        Some(section) if section.way == way => section.text.push_str(&text),
        _ => sections.push(Section { way, text }),
    };
    let mut is_signed = false;
    let mut pictures = 0;
    for (position, block) in document.blocks.iter().enumerate() {
        let mut written = String::new();
        let mut way = Way::Upright;
        match block {
            // A signature ends its page.
            Block::Title(text) => {
                written.push_str(&with(Style::Title, if is_signed { "<w:pageBreakBefore/>" } else { "" }, text));
            }
            Block::Heading(text) => {
                // A heading stays with its table, on whichever page that is.
                way = document.blocks.get(position + 1).map_or(way, way_of);
                written.push_str(&paragraph(Style::Heading, text));
            }
            Block::Paragraph(text) => {
                // A signature is never on a page without text above it, nor a picture apart from what is said of it.
                let next = document.blocks.get(position + 1);
                let is_last = next.is_some_and(|next| is_end(next) || is_upright(next));
                written.push_str(&kept(Style::Body, is_last, text));
            }
            Block::Entry { head, lines } => {
                written.push_str(&paragraph(Style::Head, head));
                written.extend(lines.iter().map(|line| paragraph(Style::Body, line)));
            }
            Block::Verbatim(lines) => {
                written.extend(lines.iter().map(|line| paragraph(Style::Plain, line)));
            }
            Block::Table(full) => way = table(&mut written, full, None),
            Block::Roomy { full, full_legend, .. } => way = table(&mut written, full, Some(full_legend)),
            Block::Picture(picture) => {
                way = picture::way(picture);
                written.push_str(&picture::picture(picture, way, pictures + 1));
                pictures += picture.sheets.len();
            }
            Block::Signature(lines) => {
                written.extend(lines.chunks(2).map(signature));
            }
            // The document has been unfolded.
            Block::Chosen { .. } | Block::Fold { .. } | Block::Choice(_) => {}
            Block::Official(part) => {
                if matches!(part, Official::Annex { .. }) {
                    // So does the title of an annex.
                    way = document.blocks.get(position + 1).map_or(way, way_of);
                }
                official::part(&mut written, part);
            }
        }
        is_signed = matches!(block, Block::Signature(_));
        add(way, written);
    }
    join(&sections, edges)
}

fn way_of(block: &Block) -> Way {
    match block {
        Block::Table(full) | Block::Roomy { full, .. } => Fitted::of(full).way,
        Block::Picture(picture) => picture::way(picture),
        _ => Way::Upright,
    }
}

fn table(written: &mut String, full: &Table, legend: Option<&Text>) -> Way {
    let fitted = Fitted::of(full);
    // Space above; and tables that touch would become one.
    written.push_str(&empty(Style::Gap, ""));
    written.push_str(&table::table(full, &fitted));
    if let Some(legend) = legend {
        written.push_str(&paragraph(Style::Legend, legend));
    }
    written.push_str(&empty(Style::Gap, ""));
    fitted.way
}

fn join(sections: &[Section], edges: &Edges<'_>) -> String {
    let mut body = String::new();
    let Some((last, before)) = sections.split_last() else {
        return wrap(&section(Way::Upright, edges, true));
    };
    for (position, pages) in before.iter().enumerate() {
        body.push_str(&pages.text);
        body.push_str(&empty(Style::Gap, &section(pages.way, edges, position == 0)));
    }
    body.push_str(&last.text);
    body.push_str(&section(last.way, edges, before.is_empty()));
    wrap(&body)
}

fn wrap(body: &str) -> String {
    format!("<w:document {NAMES}><w:body>{body}</w:body></w:document>")
}

/// Whether this begins what follows the text of an official document.
fn is_end(block: &Block) -> bool {
    matches!(block, Block::Official(Official::AnnexNote { .. } | Official::Close { .. }))
}

/// Whether it is a picture that fits on the page of the text above it.
fn is_upright(block: &Block) -> bool {
    matches!(block, Block::Picture(picture) if picture::way(picture) == Way::Upright)
}

/// Signatures and lines to sign on, two side by side.
fn signature(labels: &[Text]) -> String {
    let tab = "<w:r><w:tab/></w:r>";
    let signed: Vec<String> = labels.iter().map(|label| run("", label) + tab).collect();
    // Over to where the second one begins.
    of_runs(Style::Signature.id(), "", &signed.join(tab))
}
