//! A curve as a drawing.

use super::super::axis::Axis;
use super::super::plot::{self, HEAD, Legend, MARGIN, diamond, month_width, square, text_width, widest};
use super::graph::{Graph, Occurred, Plot, Timeline};
use super::letters::key;
use crate::document::{Anchor, At, Drawing, Pen, Role, Text, Tint, cells, pixels};
use crate::model::Month;
use crate::text::Lang;
use crate::text::chart::{self as words, CurveKey};

/// The height of the levels: 3 pixels to a percent.
const HEIGHT: i32 = pixels(300);
/// The height of the occurrences.
const LINE: i32 = pixels(40);
const SMALL: i32 = pixels(11);

pub(super) fn drawn(plot: &Plot, title: &str, now: Month, lag: Option<&str>, lang: Lang) -> Drawing {
    let span = plot.span();
    let (names, height) = match plot {
        Plot::Graph(graph) => (widest(graph.ticks.iter().map(|(_, name)| name.as_str()), 16), HEIGHT),
        Plot::Timeline(_) => (0, LINE),
    };
    let left = MARGIN + text_width(names, SMALL) + pixels(10);
    let axis = Axis::of(span, left, month_width(span.1.since(span.0) + 1));
    let wide = axis.right().max(MARGIN + text_width(cells(title), pixels(15)));
    let width = (wide + MARGIN + pixels(12)).max(pixels(480));
    let mut drawing = Drawing::new(width - width % pixels(1) + pixels(1), 0);
    drawing.words(At::new(MARGIN, MARGIN + pixels(14)), Anchor::Start, pixels(15), Text::with(Role::Strong, title));
    let top = MARGIN + pixels(24) + HEAD;
    let bottom = top + height;
    plot::months(&mut drawing, &axis, (top, bottom), lang);
    let edge = [At::new(left, bottom), At::new(axis.right(), bottom)];
    drawing.line(Pen::Axis, edge);
    plot::now_line(&mut drawing, &axis, now, (top, bottom), lang);
    let keys = match plot {
        Plot::Graph(graph) => levels(&mut drawing, graph, &axis, bottom, lag),
        Plot::Timeline(timeline) => occurrences(&mut drawing, timeline, &axis, (top, now), lag),
    };
    drawing.height = legend(&mut drawing, &keys, bottom + pixels(8), lang);
    drawing
}

fn levels(drawing: &mut Drawing, graph: &Graph, axis: &Axis, bottom: i32, lag: Option<&str>) -> Vec<CurveKey> {
    let up = |level| bottom - graph.up(level, HEIGHT);
    let left = axis.x(axis.begin());
    for (level, name) in &graph.ticks {
        let y = up(*level);
        drawing.line(Pen::Grid, [At::new(left, y), At::new(axis.right(), y)]);
        let at = At::new(left - pixels(5), y + SMALL * 35 / 100);
        drawing.words(at, Anchor::End, SMALL, Text::with(Role::Muted, name));
    }
    let mut keys = vec![CurveKey::Required, CurveKey::Reported, CurveKey::Now];
    for course in &graph.courses {
        let places = course.places.iter().map(|&(moment, level)| At::new(axis.x(moment), up(level)));
        let pen = if course.is_aside { Pen::Former } else { Pen::Plan };
        drawing.line(pen, places.collect::<Vec<_>>());
    }
    if graph.courses.iter().any(|course| course.is_aside) {
        keys.push(CurveKey::Aside);
    }
    let readings: Vec<At> = graph.readings.iter().map(|&(moment, level)| At::new(axis.x(moment), up(level))).collect();
    if readings.len() > 1 {
        drawing.line(Pen::Report, readings.clone());
    }
    if let Some((from, level)) = graph.lag {
        let (from, to) = (At::new(axis.x(from), up(level)), axis.x(graph.until));
        drawing.line(Pen::Lag, [from, At::new(to, from.y)]);
        let said = Text::with(Role::Strong, lag.unwrap_or_default());
        let base = from.y + SMALL * 35 / 100;
        // Right of the line, where nothing is reported yet; at the edge, left of the distance.
        let wide = text_width(cells(said.shown()), SMALL) + pixels(8);
        if to + wide <= axis.right() {
            drawing.words(At::new(to + pixels(8), base), Anchor::Start, SMALL, said);
        } else {
            drawing.words(At::new(from.x - pixels(8), base), Anchor::End, SMALL, said);
        }
        keys.push(CurveKey::Lag);
    }
    for at in readings {
        square(drawing, Tint::Done, at, pixels(4));
    }
    if let Some((from, level)) = graph.lag {
        diamond(drawing, Tint::Front, At::new(axis.x(from), up(level)), pixels(5));
    }
    keys
}

fn occurrences(
    drawing: &mut Drawing,
    timeline: &Timeline,
    axis: &Axis,
    (top, now): (i32, Month),
    lag: Option<&str>,
) -> Vec<CurveKey> {
    let (upper, height) = (top + pixels(4), pixels(20));
    let mut keys = vec![CurveKey::Now];
    for &(from, due, occurred) in &timeline.occurrences {
        let (x, right) = (axis.x(from.plus(-1).close()), axis.x(due.close()));
        let (tint, letter) = look(occurred);
        drawing.area_box(tint, At::new(x, upper), right - x, height);
        drawing.words_on(tint, At::new(x + (right - x) / 2, upper + pixels(14)), SMALL, letter);
        if !keys.contains(&key(occurred)) {
            keys.push(key(occurred));
        }
    }
    if let Some(from) = timeline.lag {
        let y = upper + height + pixels(8);
        let (from, to) = (At::new(axis.x(from), y), At::new(axis.x(now.close()), y));
        drawing.line(Pen::Lag, [from, to]);
        diamond(drawing, Tint::Front, from, pixels(5));
        let at = At::new(to.x + pixels(6), y + SMALL * 35 / 100);
        drawing.words(at, Anchor::Start, SMALL, Text::with(Role::Strong, lag.unwrap_or_default()));
        keys.push(CurveKey::Lag);
    }
    keys
}

fn look(occurred: Occurred) -> (Tint, &'static str) {
    match occurred {
        Occurred::Done => (Tint::Done, "#"),
        Occurred::Missed => (Tint::Untiered, "x"),
        Occurred::Open => (Tint::Notice, "!"),
        Occurred::Ahead => (Tint::Open, "+"),
    }
}

/// The legend; where the drawing ends.
fn legend(drawing: &mut Drawing, keys: &[CurveKey], top: i32, lang: Lang) -> i32 {
    let across = |at: At| [At::new(at.x - pixels(11), at.y), At::new(at.x + pixels(11), at.y)];
    let half = pixels(7);
    let mut legend = Legend::below(drawing, top);
    for &one in keys {
        legend.add(words::curve_key(one, lang), |drawing, at| {
            let mut occurrence = |occurred| {
                let (tint, letter) = look(occurred);
                square(drawing, tint, at, half);
                let base = At::new(at.x, at.y + SMALL * 35 / 100);
                drawing.words_on(tint, base, SMALL, letter);
            };
            match one {
                CurveKey::Done => occurrence(Occurred::Done),
                CurveKey::Missed => occurrence(Occurred::Missed),
                CurveKey::Open => occurrence(Occurred::Open),
                CurveKey::Ahead => occurrence(Occurred::Ahead),
                CurveKey::Required => drawing.line(Pen::Plan, across(at)),
                CurveKey::Aside => drawing.line(Pen::Former, across(at)),
                CurveKey::Reported => {
                    drawing.line(Pen::Report, across(at));
                    square(drawing, Tint::Done, at, pixels(4));
                }
                CurveKey::Lag => {
                    drawing.line(Pen::Lag, across(at));
                    diamond(drawing, Tint::Front, At::new(at.x - pixels(11), at.y), pixels(5));
                }
                CurveKey::Now => {
                    let upright = [At::new(at.x, at.y - half), At::new(at.x, at.y + half)];
                    drawing.line(Pen::Now, upright);
                }
            }
        });
    }
    legend.end() + MARGIN
}
