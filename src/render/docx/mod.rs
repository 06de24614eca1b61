//! A page as a Word document in the layout of GB/T 9704-2012, 《党政机关公文格式》: what an office prints, signs and files.
//!
//! Text is text: nothing that comes from a file becomes a tag, a field or a link. The same page gives the same bytes.

mod body;
mod edges;
mod official;
mod package;
mod page;
mod paragraph;
mod picture;
mod section;
mod styles;
mod table;

use super::emf::emf;
use super::markup::escape;
use crate::document::Document;
use edges::Edges;
use package::{Contents, Part};

/// Renders a page.
pub fn docx(document: &Document) -> Vec<u8> {
    let document = &*document.unfolded();
    let name = document.name().map(|name| escape(&name));
    let edges = Edges::of(document);
    let mut parts = vec![
        Part::new("styles.xml", "styles", "styles", styles::styles()),
        Part::new("settings.xml", "settings", "settings", styles::settings()),
        Part::new("fontTable.xml", "fontTable", "fonts", styles::font_table()),
    ];
    parts.extend(edges.parts());
    package::pack(&Contents {
        document: body::body(document, &edges),
        parts,
        pictures: document.pictures().flat_map(|picture| &picture.sheets).map(emf).collect(),
        title: name.unwrap_or_default(),
    })
}
