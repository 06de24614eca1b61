//! The front line as a drawing.

use super::super::super::columns::Columns as _;
use super::super::super::row::Share;
use super::super::axis::Axis;
use super::super::plot::{
    self, HEAD, LEGEND, Legend, MARGIN, base_line, cut, diamond, month_width, pointer, row_size, square, text_width,
    widest,
};
use super::{Front, Line};
use crate::document::{Anchor, At, Drawing, Pen, Role, Text, Tint, pixels};
use crate::text::Lang;
use crate::text::chart::{self as words, Chart, Key, PointPosition};

/// As many rows have room on a page of paper.
pub(super) const ROWS_ON_A_SHEET: usize = 20;

/// No name is drawn longer, in cells.
const NAMES: usize = 40;
/// No unit.
const UNITS: usize = 22;
/// Nothing at the end of a row.
const TAIL: usize = 20;

/// Draws some of the rows.
pub(super) fn drawn(front: &Front<'_>, lines: &[Line<'_>], lang: Lang) -> Drawing {
    let (height, size) = row_size(lines.len());
    let names: Vec<String> = lines.iter().map(|line| front.name(line, lang)).collect();
    let units: Vec<String> = lines.iter().map(|line| front.whose(line, lang)).collect();
    let tails: Vec<Text> = lines.iter().map(|line| front.tail(line, lang)).collect();
    let name_cells = widest(names.iter().map(String::as_str), NAMES);
    let unit_cells = widest(units.iter().map(String::as_str), UNITS);
    let tail_cells = widest(tails.iter().map(Text::shown), TAIL).max(8);

    let span = front.span();
    let unit_end = MARGIN + text_width(name_cells + 2 + unit_cells, size);
    let axis = Axis::of(span, unit_end + pixels(10), month_width(span.1.since(span.0) + 1));
    let right = axis.right() + pixels(30);
    let width = right + text_width(tail_cells, size) + MARGIN;
    let top = MARGIN + pixels(24) + HEAD;
    let bottom = top + i32::try_from(lines.len()).unwrap_or(i32::MAX) * height;

    let mut drawing = Drawing::new(width - width % pixels(1) + pixels(1), 0);
    let about = super::page::about(&front.results.workspace.plan, front.results.assessment.as_of, lang);
    let title = Text::with(Role::Strong, words::caption(Chart::Front, &about, lang));
    drawing.words(At::new(MARGIN, MARGIN + pixels(14)), Anchor::Start, pixels(15), title);
    plot::months(&mut drawing, &axis, (top, bottom), lang);
    let tail_head = Text::with(Role::Muted, Share::Lag.head(lang));
    let at = At::new(right, top - pixels(6));
    drawing.words(at, Anchor::Start, pixels(11), tail_head);

    let mut front_line = vec![At::new(axis.x(front.month().close()), top)];
    for (nth, line) in (0..).zip(lines) {
        let upper = top + nth * height;
        let middle = upper + height * 2 / 3;
        let base = base_line(upper, height, size);
        let ix = usize::try_from(nth).unwrap_or(0);
        if !front.goes_on(lines, ix) {
            drawing.line(Pen::Grid, [At::new(MARGIN, upper), At::new(right, upper)]);
            drawing.words(At::new(MARGIN, base), Anchor::Start, size, cut(&names[ix], NAMES));
        }
        let unit = Text::with(Role::Muted, cut(&units[ix], UNITS).shown());
        drawing.words(At::new(unit_end, base), Anchor::End, size, unit);
        plan(&mut drawing, &axis, line, (middle, height));
        let end = At::new(right, base);
        drawing.words(end, Anchor::Start, size, Text::with(tails[ix].role, cut(tails[ix].shown(), TAIL).shown()));
        front_line.push(At::new(axis.x(line.point), middle));
    }
    let now = axis.x(front.month().close());
    front_line.push(At::new(now, bottom));
    let points: Vec<At> = front_line[1..front_line.len() - 1].to_vec();
    for at in points.iter().filter(|at| at.x < now) {
        drawing.line(Pen::Lag, [*at, At::new(now, at.y)]);
    }
    plot::now_line(&mut drawing, &axis, front.month(), (top, bottom), lang);
    drawing.line(Pen::Front, front_line);
    for (line, &at) in lines.iter().zip(&points) {
        reached(&mut drawing, line.position, at, height / 5);
    }
    drawing.height = legend(&mut drawing, bottom, lang);
    drawing
}

/// The planned period and the milestones of a row.
fn plan(drawing: &mut Drawing, axis: &Axis, line: &Line<'_>, (middle, height): (i32, i32)) {
    let marks: Vec<i32> = line.milestones.iter().map(|milestone| axis.x(milestone.by.at())).collect();
    let Some(&end) = marks.last() else {
        return;
    };
    let from = axis.x(axis.begin());
    let thick = height / 3;
    drawing.area_box(Tint::Band, At::new(from, middle - thick / 2), (end - from).max(1), thick);
    for (nth, (milestone, &x)) in line.milestones.iter().zip(&marks).enumerate() {
        let upper = middle - thick / 2;
        pointer(drawing, Tint::Mark, At::new(x, upper + height / 12), height / 10);
        let Some(level) = milestone.level else {
            continue;
        };
        let said = level.floor().to_string();
        let size = pixels(9);
        let room = marks.get(nth + 1).map_or(i32::MAX, |next| next - x);
        if text_width(said.len() + 1, size) < room {
            // Above the band, where no line is drawn over it.
            drawing.words(At::new(x + pixels(4), upper - height / 24), Anchor::Start, size, Text::new(said));
        }
    }
}

/// The point that a row has reached.
fn reached(drawing: &mut Drawing, position: PointPosition, at: At, half: i32) {
    match position {
        PointPosition::Complete => square(drawing, Tint::Done, at, half),
        PointPosition::Behind | PointPosition::OnLine => diamond(drawing, Tint::Front, at, half),
    }
}

/// The legend; where the drawing ends.
fn legend(drawing: &mut Drawing, top: i32, lang: Lang) -> i32 {
    let half = pixels(5);
    let across = |at: At| [At::new(at.x - pixels(11), at.y), At::new(at.x + pixels(11), at.y)];
    let mut legend = Legend::below(drawing, top + pixels(8));
    legend.add(words::key(Key::Now, lang), |drawing, at| {
        let line = [At::new(at.x, at.y - pixels(8)), At::new(at.x, at.y + pixels(8))];
        drawing.line(Pen::Now, line);
    });
    legend.add(words::key(Key::Front, lang), |drawing, at| {
        drawing.line(Pen::Front, across(at));
        diamond(drawing, Tint::Front, at, half);
    });
    legend.add(words::key(Key::Lag, lang), |drawing, at| {
        drawing.line(Pen::Lag, across(at));
    });
    legend.add(words::key(Key::Complete, lang), |drawing, at| {
        square(drawing, Tint::Done, at, half);
    });
    legend.add(words::key(Key::Milestone, lang), |drawing, at| {
        pointer(drawing, Tint::Mark, At::new(at.x, at.y + pixels(3)), pixels(3));
    });
    legend.add(words::key(Key::Band, lang), |drawing, at| {
        drawing.area_box(Tint::Band, At::new(at.x - pixels(11), at.y - half), pixels(22), 2 * half);
    });
    let mut note = At::new(MARGIN, legend.end() + LEGEND / 2);
    note.y += pixels(4);
    drawing.words(note, Anchor::Start, pixels(11), Text::with(Role::Muted, words::front_reading(lang)));
    note.y + pixels(12)
}
