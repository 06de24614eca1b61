//! The colours of pictures, for light paper. Their lightness differs from step to step, so that they can be told apart
//! in grey and with any kind of colour blindness (after Okabe and Ito, and `ColorBrewer`'s orange and red); text on
//! them has a contrast of at least 4.5. What they mean is also written in letters.

use crate::document::{Pen, Role, Tint, pixels};

/// How a line looks.
pub(super) struct Stroke {
    /// `rrggbb`
    pub(super) colour: &'static str,
    /// In units.
    pub(super) width: i32,
    /// Dash and gap in units, if it is not solid.
    pub(super) dash: Option<i32>,
}

/// How a line looks.
pub(super) fn stroke(pen: Pen) -> Stroke {
    let line = |colour, width, dash| Stroke { colour, width, dash };
    match pen {
        Pen::Grid => line("dcdcdc", pixels(1), None),
        Pen::Axis => line("595959", pixels(1), None),
        Pen::Now => line("0b3d91", pixels(2), None),
        Pen::Front => line("b00020", pixels(2), None),
        Pen::Lag => line("b00020", pixels(3), None),
        Pen::Plan => line("1a1a1a", pixels(2), None),
        Pen::Former => line("808080", pixels(1), Some(pixels(4))),
        Pen::Report => line("0b6fb8", pixels(2), Some(pixels(6))),
        Pen::Hatch => line("ffffff", pixels(2), None),
    }
}

/// How an area looks: its fill, its outline, and text on it.
pub(super) struct Filling {
    /// `rrggbb`
    pub(super) colour: &'static str,
    /// The same, for the outline.
    pub(super) edge: Option<&'static str>,
    /// The same, for text on it.
    pub(super) text: &'static str,
}

/// How an area looks.
pub(super) fn filling(tint: Tint) -> Filling {
    let area = |colour, edge, text| Filling { colour, edge, text };
    match tint {
        Tint::Band => area("d9e2ec", None, INK),
        Tint::Mark => area("1a1a1a", None, "ffffff"),
        Tint::Done => area("0b6fb8", Some("0b3d91"), "ffffff"),
        Tint::Open => area("ffffff", Some("595959"), INK),
        Tint::Front => area("b00020", None, "ffffff"),
        Tint::Complete => area("9ecae1", Some("ffffff"), INK),
        Tint::OnTrack => area("e6f0f7", Some("ffffff"), INK),
        Tint::Behind => area("fff1c2", Some("ffffff"), INK),
        Tint::Untiered => area("c9c9c9", Some("ffffff"), INK),
        Tint::Notice => area("fdbe6f", Some("ffffff"), INK),
        Tint::Serious => area("e0703a", Some("ffffff"), "000000"),
        Tint::Grave => area("7f1535", Some("ffffff"), "ffffff"),
    }
}

/// The colour of text: on an area, or by how important it is.
pub(super) fn ink(on: Option<Tint>, role: Role) -> &'static str {
    match (on, role) {
        (Some(tint), _) => filling(tint).text,
        (None, Role::Muted) => SOFT,
        (None, _) => INK,
    }
}

/// Whether text is in bold type.
pub(super) fn is_bold(role: Role) -> bool {
    matches!(role, Role::Strong | Role::Grave)
}

/// The colour of text.
const INK: &str = "1a1a1a";
/// The colour of less important text.
const SOFT: &str = "595959";
/// The colour of the background.
pub(super) const PAPER: &str = "ffffff";

/// What changes on a dark screen: everything but areas with a colour of their own.
pub(super) const DARK: &str = r"
.picture { display: block; font-kerning: none; }
@media screen and (prefers-color-scheme: dark) {
  .picture .paper { fill: #161616; }
  .picture .ink { fill: #e6e6e6; }
  .picture .soft { fill: #a8a8a8; }
  .picture .grid { stroke: #3a3a3a; }
  .picture .axis { stroke: #a8a8a8; }
  .picture .now { stroke: #8ab4ff; }
  .picture .front { stroke: #ff8a94; }
  .picture .lag { stroke: #ff8a94; }
  .picture .plan { stroke: #e6e6e6; }
  .picture .report { stroke: #7cc4f5; }
  .picture .band { fill: #33404d; }
  .picture .mark { fill: #e6e6e6; }
  .picture .reached { fill: #ff8a94; }
}
@media print { .picture { max-width: 100%; height: auto; } }
";

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance and contrast of WCAG 2, in whole numbers: sRGB is treated as a square, which is close enough
    /// for a bound.
    fn luminance(colour: &str) -> u32 {
        let part = |at: usize| u32::from_str_radix(&colour[at..at + 2], 16).expect("two digits");
        let squared = |part: u32| part * part;
        2_126 * squared(part(0)) + 7_152 * squared(part(2)) + 722 * squared(part(4))
    }

    #[test]
    fn text_can_be_read_on_every_area() {
        let white = luminance("ffffff");
        for tint in Tint::ALL {
            let look = filling(tint);
            let (a, b) = (luminance(look.colour), luminance(look.text));
            let (light, dark) = (a.max(b) / 20 + white / 400, a.min(b) / 20 + white / 400);
            assert!(light * 2 >= dark * 9, "{tint:?}: {light} on {dark}");
        }
    }

    /// Steps that follow each other differ in lightness, each by a quarter or more.
    #[test]
    fn tiers_differ_without_colour() {
        let steps = [Tint::OnTrack, Tint::Notice, Tint::Serious, Tint::Grave];
        let seen = steps.map(|tint| luminance(filling(tint).colour) / 20);
        for pair in seen.windows(2) {
            assert!(pair[0] * 3 > pair[1] * 4, "{seen:?}");
        }
    }
}
