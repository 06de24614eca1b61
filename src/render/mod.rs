//! How a page looks. Renderers return text or bytes; they know documents and never what is being reported.

mod csv;
mod diagnostics;
mod docx;
mod emf;
mod html;
mod ics;
mod json;
mod markdown;
mod markup;
mod palette;
mod svg;
mod terminal;
mod wrap;
mod xlsx;

pub use csv::{Reader, csv};
pub use diagnostics::{Style, diagnostics};
pub use docx::docx;
pub use html::html;
pub use ics::ics;
pub use json::{json, write_json};
pub use markdown::markdown;
pub use svg::svg;
pub use terminal::terminal;
pub use xlsx::xlsx;

/// How much room there is, and whether colour may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Screen {
    /// Cells in a line; none if lines may be of any length.
    pub width: Option<usize>,
    /// Whether colour may be used.
    pub has_colour: bool,
}
