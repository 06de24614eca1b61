//! A page as a Word document in the layout of GB/T 9704-2012, 《党政机关公文格式》: what an office prints, signs and files.
//!
//! Text is text: nothing that comes from a file becomes a tag, a field or a link. The same page gives the same bytes.

mod body;
mod package;
mod page;
mod styles;
mod table;

use super::markup::escape;
use crate::document::Document;
use package::Contents;

/// Renders a page.
#[must_use]
pub fn docx(document: &Document) -> Vec<u8> {
    let name = document.name().map(|name| escape(name.shown()));
    package::pack(&Contents {
        document: body::body(document),
        styles: styles::styles(),
        settings: styles::settings(),
        fonts: styles::font_table(),
        footers: [page::footer(true), page::footer(false)],
        title: name.unwrap_or_default(),
    })
}
