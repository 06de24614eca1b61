//! A picture in a Word document: each of its sheets is a metafile that the reader draws, with its title and a
//! description for readers who cannot see it.

use super::super::markup::escape;
use super::page::{LINE, Way};
use crate::document::{Drawing, Picture};

/// EMU per unit of a drawing, and per twip.
const UNIT: usize = 381;
const TWIP: usize = 635;
/// The height of the type area of a landscape page, less a line.
const HIGHEST: usize = 8_845 - LINE;
/// A picture is made smaller on a portrait page, down to four fifths; wider ones turn the page.
const UPRIGHT: usize = Way::Upright.width() * TWIP * 5 / 4;

/// The orientation of a picture's page.
pub(super) fn way(picture: &Picture) -> Way {
    let widest = picture.sheets.iter().map(|sheet| emu(sheet.width)).max();
    if widest.unwrap_or(0) > UPRIGHT { Way::Across } else { Way::Upright }
}

/// The paragraphs of a picture; its files are numbered from `number`.
pub(super) fn picture(picture: &Picture, way: Way, number: usize) -> String {
    let sheets = (number..).zip(&picture.sheets);
    sheets.map(|(number, sheet)| paragraph(picture, sheet, way, number)).collect()
}

fn emu(units: i32) -> usize {
    usize::try_from(units).unwrap_or(0) * UNIT
}

/// Its size on paper: as drawn, or as much smaller as the page requires.
fn size(sheet: &Drawing, way: Way) -> (usize, usize) {
    let (width, height) = (emu(sheet.width), emu(sheet.height));
    let (widest, highest) = (way.width() * TWIP, HIGHEST * TWIP);
    let narrow = (widest.min(width), height * widest.min(width) / width.max(1));
    if narrow.1 > highest { (narrow.0 * highest / narrow.1, highest) } else { narrow }
}

fn paragraph(picture: &Picture, sheet: &Drawing, way: Way, number: usize) -> String {
    let (width, height) = size(sheet, way);
    let name = escape(picture.title.shown());
    let about = escape(picture.about.shown());
    format!(
        concat!(
            r#"<w:p><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="center"/></w:pPr>"#,
            r#"<w:r><w:drawing><wp:inline xmlns:wp="{drawing}wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">"#,
            r#"<wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{number}" name="{name}" descr="{about}"/>"#,
            r#"<a:graphic xmlns:a="{drawing}main"><a:graphicData uri="{drawing}picture">"#,
            r#"<pic:pic xmlns:pic="{drawing}picture"><pic:nvPicPr><pic:cNvPr id="{number}" name="{name}"/><pic:cNvPicPr/>"#,
            r#"</pic:nvPicPr><pic:blipFill><a:blip r:embed="picture{number}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"#,
            r#"<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>"#,
            r#"<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>"#,
            r#"</wp:inline></w:drawing></w:r></w:p>"#
        ),
        drawing = "http://schemas.openxmlformats.org/drawingml/2006/",
        width = width,
        height = height,
        number = number,
        name = name,
        about = about,
    )
}
