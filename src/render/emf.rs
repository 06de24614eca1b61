//! A drawing as an Enhanced Metafile (MS-EMF): lines, areas and texts that Word, WPS and `LibreOffice` draw themselves,
//! in whole numbers, sharp at any size. It is what a Word document embeds; text in it is only text.

use super::markup::allowed;
use super::palette::{PAPER, filling, ink, is_bold, stroke};
use crate::document::{Anchor, At, Drawing, Element, PER_PIXEL, cells};

/// Records by their numbers in MS-EMF 2.1.1.
const HEADER: u32 = 1;
const POLYGON: u32 = 3;
const POLYLINE: u32 = 4;
const SET_WINDOW_EXTENT: u32 = 9;
const SET_WINDOW_ORIGIN: u32 = 10;
const SET_VIEWPORT_EXTENT: u32 = 11;
const SET_VIEWPORT_ORIGIN: u32 = 12;
const END: u32 = 14;
const SET_MAP_MODE: u32 = 17;
const SET_BACKGROUND_MODE: u32 = 18;
const SET_TEXT_ALIGN: u32 = 22;
const SET_TEXT_COLOUR: u32 = 24;
const SELECT: u32 = 37;
const CREATE_PEN: u32 = 38;
const CREATE_BRUSH: u32 = 39;
const DELETE: u32 = 40;
const CREATE_FONT: u32 = 82;
const TEXT_OUT: u32 = 84;

/// The pen and the brush that draw nothing.
const NO_PEN: u32 = 0x8000_0008;
const NO_BRUSH: u32 = 0x8000_0005;
/// There is one object of each kind at a time, under a number of its own.
const PEN: u32 = 1;
const BRUSH: u32 = 2;
const FONT: u32 = 3;

/// The font of a GB/T 9704 document's tables and headings.
const FACE: &str = "黑体";
/// The device in pixels and in millimetres: 96 pixels to the inch.
const DEVICE: (u32, u32) = (9_600, 2_540);

/// The file.
pub(super) fn emf(drawing: &Drawing) -> Vec<u8> {
    let mut file = Metafile::default();
    let (width, height) = (drawing.width, drawing.height);
    let (across, down) = (width / PER_PIXEL, height / PER_PIXEL);
    // Anisotropic: this many units are this many pixels.
    file.record(SET_MAP_MODE, &[8]);
    file.record(SET_WINDOW_ORIGIN, &[0, 0]);
    file.record(SET_WINDOW_EXTENT, &[number(width), number(height)]);
    file.record(SET_VIEWPORT_ORIGIN, &[0, 0]);
    file.record(SET_VIEWPORT_EXTENT, &[number(across), number(down)]);
    file.record(SET_BACKGROUND_MODE, &[1]);
    file.area(&[At::new(0, 0), At::new(width, 0), At::new(width, height), At::new(0, height)], PAPER, None);
    for element in &drawing.elements {
        file.element(element);
    }
    file.finish(across, down)
}

#[derive(Default)]
struct Metafile {
    body: Vec<u8>,
    records: u32,
}

impl Metafile {
    fn record(&mut self, kind: u32, values: &[u32]) {
        let size = 8 + 4 * length(values.len());
        for value in [kind, size].iter().chain(values) {
            self.body.extend(value.to_le_bytes());
        }
        self.records += 1;
    }

    fn element(&mut self, element: &Element) {
        match element {
            Element::Line { points, pen } => {
                let look = stroke(*pen);
                self.pen(look.colour, look.width, false);
                self.record(SELECT, &[NO_BRUSH]);
                let pieces = look.dash.map_or_else(|| vec![points.clone()], |dash| dashed(points, dash));
                for piece in pieces {
                    self.places(POLYLINE, &piece);
                }
                self.drop_pen();
            }
            Element::Area { points, tint } => {
                let look = filling(*tint);
                self.area(points, look.colour, look.edge);
            }
            Element::Box { at, width, height, tint } => {
                let (right, lower) = (at.x + width, at.y + height);
                let corners = [*at, At::new(right, at.y), At::new(right, lower), At::new(at.x, lower)];
                let look = filling(*tint);
                self.area(&corners, look.colour, look.edge);
            }
            Element::Words { at, anchor, size, on, text } => {
                let look = (*size, is_bold(text.role), ink(*on, text.role));
                self.words(*at, *anchor, look, text.shown());
            }
        }
    }

    fn area(&mut self, points: &[At], colour: &str, edge: Option<&str>) {
        self.record(CREATE_BRUSH, &[BRUSH, 0, bgr(colour), 0]);
        self.record(SELECT, &[BRUSH]);
        match edge {
            Some(edge) => self.pen(edge, PER_PIXEL, true),
            None => self.record(SELECT, &[NO_PEN]),
        }
        self.places(POLYGON, points);
        if edge.is_some() {
            self.drop_pen();
        }
        self.record(SELECT, &[NO_BRUSH]);
        self.record(DELETE, &[BRUSH]);
    }

    fn pen(&mut self, colour: &str, width: i32, is_inner: bool) {
        let style = if is_inner { 6 } else { 0 };
        self.record(CREATE_PEN, &[PEN, style, number(width), 0, bgr(colour)]);
        self.record(SELECT, &[PEN]);
    }

    fn drop_pen(&mut self) {
        self.record(SELECT, &[NO_PEN]);
        self.record(DELETE, &[PEN]);
    }

    fn places(&mut self, kind: u32, points: &[At]) {
        let across = || points.iter().map(|at| at.x);
        let down = || points.iter().map(|at| at.y);
        let bound = |least: Option<i32>| number(least.unwrap_or(0));
        let mut values = vec![
            bound(across().min()),
            bound(down().min()),
            bound(across().max()),
            bound(down().max()),
            length(points.len()),
        ];
        values.extend(points.iter().flat_map(|at| [number(at.x), number(at.y)]));
        self.record(kind, &values);
    }

    fn words(&mut self, at: At, anchor: Anchor, (size, is_bold, colour): (i32, bool, &str), said: &str) {
        let said = allowed(said);
        if said.is_empty() {
            return;
        }
        self.font(size, is_bold);
        self.record(SET_TEXT_COLOUR, &[bgr(colour)]);
        let align = match anchor {
            Anchor::Start => 0,
            Anchor::Middle => 6,
            Anchor::End => 2,
        };
        // On the base line.
        self.record(SET_TEXT_ALIGN, &[24 + align]);
        let mut letters: Vec<u16> = Vec::new();
        let mut steps: Vec<u32> = Vec::new();
        for letter in said.chars() {
            // Chinese characters are as wide as they are high, others half as wide.
            let halves = length(cells(&letter.to_string()));
            let step = halves * number(size) / 2;
            let mut units = [0; 2];
            let units = letter.encode_utf16(&mut units);
            letters.extend_from_slice(units);
            steps.push(step);
            steps.extend(units.iter().skip(1).map(|_| 0));
        }
        let count = length(letters.len());
        let packed = packed(&letters);
        let to_letters = 76;
        let to_steps = to_letters + 4 * length(packed.len());
        let one = 0x3F80_0000;
        let mut values = vec![0, 0, number(-1), number(-1), 1, one, one];
        values.extend([number(at.x), number(at.y), count, to_letters, 0]);
        values.extend([0, 0, number(-1), number(-1), to_steps]);
        values.extend(packed);
        values.extend(steps);
        self.record(TEXT_OUT, &values);
        self.record(SELECT, &[0x8000_000D]);
        self.record(DELETE, &[FONT]);
    }

    /// A font by its height, in the long form that every reader takes.
    fn font(&mut self, size: i32, is_bold: bool) {
        let weight = if is_bold { 700 } else { 400 };
        // Height, width, two angles, weight; then character set 134, GB 2312.
        let mut values = vec![FONT, number(-size), 0, 0, 0, weight, 134 << 24, 0];
        values.extend(packed(&FACE.encode_utf16().collect::<Vec<_>>()));
        // Full name, style, version and the rest of the record: not given.
        values.resize(81, 0);
        self.record(CREATE_FONT, &values);
        self.record(SELECT, &[FONT]);
    }

    fn finish(mut self, across: i32, down: i32) -> Vec<u8> {
        self.record(END, &[0, 16, 20]);
        let frame = |pixels: i32| number(pixels) * DEVICE.1 * 100 / DEVICE.0;
        let bytes = 88 + length(self.body.len());
        let header = [
            HEADER,
            88,
            0,
            0,
            number(across - 1),
            number(down - 1),
            0,
            0,
            frame(across),
            frame(down),
            0x464D_4520,
            0x0001_0000,
            bytes,
            self.records + 1,
            // As many handles as objects, plus the one that is the file itself.
            FONT + 1,
            0,
            0,
            0,
            DEVICE.0,
            DEVICE.0,
            DEVICE.1,
            DEVICE.1,
        ];
        let mut file: Vec<u8> = header.iter().flat_map(|value| value.to_le_bytes()).collect();
        file.extend(self.body);
        file
    }
}

/// The pieces of a dashed line that are drawn; only horizontal and vertical lines are dashed, which keeps to whole
/// numbers.
fn dashed(points: &[At], dash: i32) -> Vec<Vec<At>> {
    let mut pieces = Vec::new();
    for pair in points.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let (across, down) = (to.x - from.x, to.y - from.y);
        let far = across.abs().max(down.abs());
        let mut passed = 0;
        while passed < far {
            let end = (passed + dash).min(far);
            let place = |way: i32| {
                let part = |whole: i32| {
                    let part = i64::from(whole) * i64::from(way) / i64::from(far);
                    i32::try_from(part).unwrap_or(whole)
                };
                At::new(from.x + part(across), from.y + part(down))
            };
            pieces.push(vec![place(passed), place(end)]);
            passed = end + dash;
        }
    }
    pieces
}

/// Letters two to a number.
fn packed(letters: &[u16]) -> Vec<u32> {
    let pair = |pair: &[u16]| u32::from(pair[0]) | u32::from(pair.get(1).copied().unwrap_or(0)) << 16;
    letters.chunks(2).map(pair).collect()
}

/// The bits of a number, as the format stores it.
fn number(value: i32) -> u32 {
    value.cast_unsigned()
}

fn length(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// `rrggbb` the other way round, as the format has it.
fn bgr(colour: &str) -> u32 {
    let value = u32::from_str_radix(colour, 16).unwrap_or(0);
    value.swap_bytes() >> 8
}
