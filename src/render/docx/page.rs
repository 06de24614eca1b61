//! The sheet of GB/T 9704-2012 in twips (1/20 pt): A4 with margins of 37, 26, 35 and 28 mm, 22 lines on a page, page
//! numbers below the type area.
//!
//! Measured in `LibreOffice`: a grid of characters (`linesAndChars`) gives two cells to each character as soon as they are
//! condensed. A grid of lines, exact line heights and characters condensed by 0.25 pt give the 22 lines of 28
//! characters that the standard asks for.

/// Which way a page lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// As letters do.
    Upright,
    /// Turned, for tables that are too wide.
    Across,
}

/// A character of the text: 16 pt (三号), condensed to 15.75 pt.
pub(super) const CHARACTER: usize = 315;
/// The height of a line: 28.95 pt, 22 of which fill the type area.
pub(super) const LINE: usize = 579;

const SHORT_SIDE: usize = 11_906;
const LONG_SIDE: usize = 16_838;
/// 天头: 37 mm.
const HEAD: usize = 2_098;
/// 切口: 26 mm.
const OUTER: usize = 1_474;
/// 地脚: 35 mm.
const FOOT: usize = 1_984;
/// 订口: 28 mm.
const BINDING: usize = 1_587;
/// From the type area to the foot of the page number's line, so that its dashes stand 7 mm below the type area.
const NUMBER: usize = 537;

/// Margins in the order top, right, bottom, left. A page that lies across is a page turned clockwise: its top is at the
/// binding (clause 8).
const fn margins(way: Way) -> [usize; 4] {
    match way {
        Way::Upright => [HEAD, OUTER, FOOT, BINDING],
        Way::Across => [BINDING, HEAD, OUTER, FOOT],
    }
}

impl Way {
    /// The width of the type area.
    pub(super) const fn width(self) -> usize {
        let [_, right, _, left] = margins(self);
        let side = match self {
            Self::Upright => SHORT_SIDE,
            Self::Across => LONG_SIDE,
        };
        side - right - left
    }

    /// The properties of a section of such pages.
    pub(super) fn section(self) -> String {
        let [top, right, bottom, left] = margins(self);
        let size = match self {
            Self::Upright => format!(r#"w:w="{SHORT_SIDE}" w:h="{LONG_SIDE}""#),
            Self::Across => {
                format!(r#"w:w="{LONG_SIDE}" w:h="{SHORT_SIDE}" w:orient="landscape""#)
            }
        };
        let number = bottom - NUMBER;
        format!(
            concat!(
                r#"<w:sectPr><w:footerReference w:type="default" r:id="odd"/>"#,
                r#"<w:footerReference w:type="even" r:id="even"/><w:type w:val="nextPage"/>"#,
                r#"<w:pgSz {size}/><w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" "#,
                r#"w:header="851" w:footer="{number}" w:gutter="0"/>"#,
                r#"<w:docGrid w:type="lines" w:linePitch="{line}"/></w:sectPr>"#
            ),
            size = size,
            top = top,
            right = right,
            bottom = bottom,
            left = left,
            number = number,
            line = LINE,
        )
    }
}

/// The page number, `— 1 —`: at the right of odd pages, at the left of even ones, one character from the edge.
pub(super) fn footer(is_odd: bool) -> String {
    let (style, run) = (
        if is_odd { "FooterOdd" } else { "FooterEven" },
        |inside: &str| format!("<w:r>{inside}</w:r>"),
    );
    let number = [
        run(r#"<w:t xml:space="preserve">— </w:t>"#),
        run(r#"<w:fldChar w:fldCharType="begin"/>"#),
        run(r#"<w:instrText xml:space="preserve"> PAGE </w:instrText>"#),
        run(r#"<w:fldChar w:fldCharType="separate"/>"#),
        run("<w:t>1</w:t>"),
        run(r#"<w:fldChar w:fldCharType="end"/>"#),
        run(r#"<w:t xml:space="preserve"> —</w:t>"#),
    ]
    .concat();
    format!(
        r#"<w:ftr {}><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{number}</w:p></w:ftr>"#,
        super::package::NAMES
    )
}
