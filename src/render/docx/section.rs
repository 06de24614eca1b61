//! What Word keeps about consecutive pages of the same orientation: their sheet, margins, headers and footers.

use super::edges::Edges;
use super::page::{LINE, NUMBER, Way, margins};

/// The properties of a section of such pages, the first of the document or a later one.
pub(super) fn section(way: Way, edges: &Edges<'_>, is_first: bool) -> String {
    let [top, right, bottom, left] = margins(way);
    let size = way.size();
    let header = edges.header_at(is_first);
    let footer = bottom - NUMBER - edges.below_number();
    let references = edges.references(is_first);
    let title = edges.title_page(is_first);
    let sheet = format!(r#"<w:type w:val="nextPage"/><w:pgSz {size}/>"#);
    let sides = format!(r#"w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}""#);
    let margins = format!(r#"<w:pgMar {sides} w:header="{header}" w:footer="{footer}" w:gutter="0"/>"#);
    let grid = format!(r#"<w:docGrid w:type="lines" w:linePitch="{LINE}"/>"#);
    format!("<w:sectPr>{references}{sheet}{margins}{title}{grid}</w:sectPr>")
}
