//! The sheet of GB/T 9704-2012 in twips (1/20 pt): A4 with margins of 37, 26, 35 and 28 mm, 22 lines on a page, page
//! numbers below the type area.
//!
//! Measured in `LibreOffice`: a grid of characters (`linesAndChars`) gives two cells to each character as soon as they
//! are condensed. A grid of lines, exact line heights and characters condensed by 0.25 pt give the 22 lines of 28
//! characters that the standard asks for.

/// The orientation of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// Portrait, as for letters.
    Upright,
    /// Landscape, for tables that are too wide.
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
pub(super) const FOOT: usize = 1_984;
/// 订口: 28 mm.
const BINDING: usize = 1_587;
/// From the type area to the foot of the page number's line, so that its dashes stand 7 mm below the type area.
pub(super) const NUMBER: usize = 537;

/// Margins in the order top, right, bottom, left. A landscape page is a page turned clockwise: its top is at the
/// binding (clause 8).
pub(super) const fn margins(way: Way) -> [usize; 4] {
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

    /// Its sheet of A4.
    pub(super) fn size(self) -> String {
        match self {
            Self::Upright => format!(r#"w:w="{SHORT_SIDE}" w:h="{LONG_SIDE}""#),
            Self::Across => {
                format!(r#"w:w="{LONG_SIDE}" w:h="{SHORT_SIDE}" w:orient="landscape""#)
            }
        }
    }
}
