//! A picture as SVG: a file by itself, or a part of a page. No script, no font and nothing from elsewhere; the colours
//! for light paper are in the drawing itself, and on a dark screen the style changes them.

use std::fmt::Write;

use super::markup::escape;
use super::palette::{DARK, PAPER, Stroke, filling, ink, is_bold, stroke};
use crate::document::{Anchor, At, Drawing, Element, PER_PIXEL, Pen, Picture, Role, Tint};

const FONTS: &str = "Noto Sans CJK SC,Source Han Sans SC,PingFang SC,Microsoft YaHei,sans-serif";

/// A picture as a file by itself.
pub fn svg(picture: &Picture) -> String {
    let mut file = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    file.push_str(&element(&picture.whole, picture, DARK));
    file
}

/// A drawing as an element, with a style of its own where the page has none for pictures.
pub(super) fn element(drawing: &Drawing, picture: &Picture, style: &str) -> String {
    let (width, height) = (drawing.width, drawing.height);
    let mut svg = String::new();
    let _ = write!(
        svg,
        concat!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"picture\" role=\"img\" width=\"{}\" height=\"{}\" ",
            "viewBox=\"0 0 {} {}\" font-family=\"{}\">\n<title>{}</title>\n<desc>{}</desc>\n"
        ),
        width.div_euclid(PER_PIXEL),
        height.div_euclid(PER_PIXEL),
        width,
        height,
        FONTS,
        escape(picture.title.shown()),
        escape(picture.about.shown()),
    );
    if !style.is_empty() {
        let _ = writeln!(svg, "<style>{style}</style>");
    }
    let _ = writeln!(svg, "<rect class=\"paper\" width=\"{width}\" height=\"{height}\" fill=\"#{PAPER}\"/>");
    for one in &drawing.elements {
        part(&mut svg, one);
    }
    svg.push_str("</svg>\n");
    svg
}

fn part(svg: &mut String, element: &Element) {
    match element {
        Element::Line { points, pen } => {
            let Stroke { colour, width, dash } = stroke(*pen);
            let dash = dash.map_or_else(String::new, |dash| format!(" stroke-dasharray=\"{dash}\""));
            let (class, places) = (class(pen_class(*pen)), places(points));
            let look = format!("fill=\"none\" stroke=\"#{colour}\" stroke-width=\"{width}\"{dash}");
            let _ = writeln!(svg, "<polyline{class} points=\"{places}\" {look}/>");
        }
        Element::Area { points, tint } => {
            let (class, places, filled) = (class(tint_class(*tint)), places(points), filled(*tint));
            let _ = writeln!(svg, "<polygon{class} points=\"{places}\" {filled}/>");
        }
        Element::Box { at, width, height, tint } => {
            let (class, At { x, y }, filled) = (class(tint_class(*tint)), at, filled(*tint));
            let _ = writeln!(svg, "<rect{class} x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" {filled}/>");
        }
        Element::Words { at, anchor, size, on, text } => {
            let anchor = match anchor {
                Anchor::Start => "",
                Anchor::Middle => " text-anchor=\"middle\"",
                Anchor::End => " text-anchor=\"end\"",
            };
            let colour = ink(*on, text.role);
            let weight = if is_bold(text.role) { " font-weight=\"600\"" } else { "" };
            let (class, At { x, y }, said) = (class(ink_class(*on, text.role)), at, escape(text.shown()));
            let place = format!("x=\"{x}\" y=\"{y}\"{anchor}");
            let look = format!("font-size=\"{size}\"{weight} fill=\"#{colour}\"");
            let _ = writeln!(svg, "<text{class} {place} {look}>{said}</text>");
        }
    }
}

/// Text on an area keeps its colour on a dark screen.
fn ink_class(on: Option<Tint>, role: Role) -> &'static str {
    match (on, role) {
        (Some(_), _) => "",
        (None, Role::Muted) => "soft",
        (None, _) => "ink",
    }
}

fn filled(tint: Tint) -> String {
    let look = filling(tint);
    let edge = look.edge.map_or_else(String::new, |edge| format!(" stroke=\"#{edge}\" stroke-width=\"{PER_PIXEL}\""));
    format!("fill=\"#{}\"{edge}", look.colour)
}

fn places(points: &[At]) -> String {
    let places = points.iter().map(|at| format!("{},{}", at.x, at.y));
    places.collect::<Vec<_>>().join(" ")
}

fn class(name: &str) -> String {
    if name.is_empty() { String::new() } else { format!(" class=\"{name}\"") }
}

/// The name by which the style knows a line; none if it looks the same on any screen.
fn pen_class(pen: Pen) -> &'static str {
    match pen {
        Pen::Grid => "grid",
        Pen::Axis => "axis",
        Pen::Now => "now",
        Pen::Front => "front",
        Pen::Lag => "lag",
        Pen::Plan => "plan",
        Pen::Report => "report",
        Pen::Former | Pen::Hatch => "",
    }
}

fn tint_class(tint: Tint) -> &'static str {
    match tint {
        Tint::Band => "band",
        Tint::Mark => "mark",
        Tint::Front => "reached",
        _ => "",
    }
}
