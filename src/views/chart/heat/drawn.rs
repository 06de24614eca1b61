//! The year at a glance as a drawing: a square for each month, its colour and its letter the tier.

use super::super::axis::Axis;
use super::super::plot::{self, HEAD, Legend, MARGIN, base_line, cut, row_size, text_width, widest};
use super::super::tint_of;
use super::{Heat, Strip};
use crate::document::{Anchor, At, Drawing, Pen, Role, Text, Tint, cells, pixels};
use crate::text::Lang;
use crate::text::chart::{self as words, Chart};

/// As many rows have room on a page of paper.
pub(super) const ROWS_ON_A_SHEET: usize = 20;

const NAMES: usize = 40;
const UNITS: usize = 22;

/// Draws some of the rows.
pub(super) fn drawn(heat: &Heat<'_>, strips: &[Strip<'_>], lang: Lang) -> Drawing {
    let (height, size) = row_size(strips.len());
    let names: Vec<[String; 2]> = strips.iter().map(|strip| heat.name(strip, lang)).collect();
    let name_cells = widest(names.iter().map(|[name, _]| name.as_str()), NAMES);
    let unit_cells = widest(names.iter().map(|[_, unit]| unit.as_str()), UNITS);
    let plan = &heat.results.workspace.plan;
    let span = (plan.start, super::last_of(heat.results));
    let count = span.1.since(span.0) + 1;
    let unit_end = MARGIN + text_width(name_cells + 2 + unit_cells, size);
    let month = if count <= 18 { pixels(40) } else { plot::month_width(count) };
    let axis = Axis::of(span, unit_end + pixels(10), month);
    let top = MARGIN + pixels(24) + HEAD;
    let bottom = top + i32::try_from(strips.len()).unwrap_or(i32::MAX) * height;
    let width = (axis.right() + MARGIN).max(pixels(640));

    let mut drawing = Drawing::new(width - width % pixels(1) + pixels(1), 0);
    let opening = super::page::about(plan, heat.results.assessment.as_of, lang);
    let title = Text::with(Role::Strong, words::caption(Chart::Heat, &opening, lang));
    drawing.words(At::new(MARGIN, MARGIN + pixels(14)), Anchor::Start, pixels(15), title);
    plot::months(&mut drawing, &axis, (top, bottom), lang);
    let mut before: Option<&str> = None;
    for (nth, (strip, [name, unit])) in (0..).zip(strips.iter().zip(&names)) {
        let upper = top + nth * height;
        let base = base_line(upper, height, size);
        if before.replace(name) != Some(name) {
            drawing.line(Pen::Grid, [At::new(MARGIN, upper), At::new(axis.right(), upper)]);
            drawing.words(At::new(MARGIN, base), Anchor::Start, size, cut(name, NAMES));
        }
        let unit = Text::with(Role::Muted, cut(unit, UNITS).shown());
        drawing.words(At::new(unit_end, base), Anchor::End, size, unit);
        for (month, square) in heat.months().zip(&strip.months) {
            let Some(square) = square else { continue };
            let (from, to) = (axis.x(month.plus(-1).close()), axis.x(month.close()));
            let tint = tint_of(heat.results, square.verdict);
            sample(&mut drawing, tint, (At::new(from, upper), to - from, height), square.verdict.presumed);
            let said = square.said();
            let size = size.min((to - from) * 2 / 3);
            let middle = At::new(i32::midpoint(from, to), base);
            if square.verdict.presumed {
                plate(&mut drawing, tint, middle, size, &said);
            }
            drawing.words_on(tint, middle, size, &said);
        }
    }
    let now = axis.x(heat.month().close());
    drawing.line(Pen::Now, [At::new(now, top - pixels(16)), At::new(now, bottom)]);
    drawing.height = legend(heat, &mut drawing, bottom, lang);
    drawing
}

fn sample(drawing: &mut Drawing, tint: Tint, (at, width, height): (At, i32, i32), is_hatched: bool) {
    drawing.area_box(tint, at, width, height);
    if is_hatched {
        drawing.hatch(at, width, height, pixels(7));
    }
}

/// An even ground for letters on a hatched square.
fn plate(drawing: &mut Drawing, tint: Tint, base: At, size: i32, said: &str) {
    let (width, height) = (text_width(cells(said), size) + pixels(6), size * 5 / 4);
    drawing.area_box(tint, At::new(base.x - width / 2, base.y - size), width, height);
}

/// The legend; where the drawing ends.
fn legend(heat: &Heat<'_>, drawing: &mut Drawing, top: i32, lang: Lang) -> i32 {
    let (width, height) = (pixels(22), pixels(15));
    let marks: Vec<(Tint, String, String)> = heat
        .marks()
        .into_iter()
        .map(|mark| {
            let squares = heat.strips.iter().flat_map(|strip| strip.months.iter().flatten());
            let mut squares = squares.filter(|square| square.mark == mark);
            let tint = squares.next().map_or(Tint::Open, |square| tint_of(heat.results, square.verdict));
            let meaning = heat.meaning(mark, lang);
            let letter = mark.letter();
            let meaning = meaning.strip_prefix(&letter).unwrap_or(&meaning).trim();
            (tint, letter, meaning.to_owned())
        })
        .collect();
    let mut legend = Legend::below(drawing, top + pixels(8));
    for (tint, letter, meaning) in &marks {
        legend.add(meaning, |drawing, at| {
            let corner = At::new(at.x - width / 2, at.y - height / 2);
            sample(drawing, *tint, (corner, width, height), false);
            let base = At::new(at.x, base_line(corner.y, height, pixels(11)));
            drawing.words_on(*tint, base, pixels(11), letter);
        });
    }
    for (nth, said) in words::heat_signs(lang).into_iter().enumerate() {
        let (letter, meaning) = said.split_once(' ').unwrap_or(("", &said));
        legend.add(meaning, |drawing, at| {
            let corner = At::new(at.x - width / 2, at.y - height / 2);
            let is_presumed = nth == 0;
            let tint = if is_presumed { Tint::Notice } else { Tint::Open };
            sample(drawing, tint, (corner, width, height), is_presumed);
            let base = At::new(at.x, base_line(corner.y, height, pixels(11)));
            drawing.words_on(tint, base, pixels(11), letter);
        });
    }
    legend.end() + MARGIN
}
