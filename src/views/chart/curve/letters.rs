//! A curve in letters.

use super::super::axis::Axis;
use super::super::plot::widest;
use super::super::{Canvas, legend_rows, month_rows};
use super::graph::{Course, Graph, Occurred, Place, Plot, Timeline};
use crate::document::{Role, Row, Text, cells};
use crate::model::{Month, Ratio};
use crate::text::Lang;
use crate::text::chart::{self as words, CurveKey};

const WIDTHS: [usize; 4] = [120, 100, 80, 60];
/// No month is wider.
const WIDEST: i32 = 8;
/// Rows above the lowest.
const HEIGHT: i32 = 10;

pub(super) fn letters(plot: &Plot, now: Month, lag: Option<&str>, lang: Lang) -> Vec<Vec<Row>> {
    let form = |&width: &usize| {
        let before = match plot {
            Plot::Graph(graph) => widest(graph.ticks.iter().map(|(_, name)| name.as_str()), 16) + 1,
            Plot::Timeline(_) => 1,
        };
        let axis = Axis::within(plot.span(), width - before, WIDEST);
        let (mut rows, keys) = match plot {
            Plot::Graph(graph) => (grid(graph, &axis, before, now), graph_keys(graph)),
            Plot::Timeline(timeline) => (line(timeline, &axis, before, now), timeline_keys(timeline)),
        };
        rows.splice(0..0, month_rows(&axis, before, now));
        rows.push(Vec::new());
        let mut parts: Vec<String> =
            keys.iter().map(|&(letter, key)| format!("{letter} {}", words::curve_key(key, lang))).collect();
        if let (Some(said), Some(last)) = (lag, parts.last_mut()) {
            // The lag comes last; it is said in months.
            *last = format!("= {said}");
        }
        rows.extend(legend_rows(&parts, width, lang));
        rows
    };
    WIDTHS.iter().map(form).collect()
}

fn grid(graph: &Graph, axis: &Axis, before: usize, now: Month) -> Vec<Row> {
    let count = usize::try_from(HEIGHT).unwrap_or(0) + 1;
    let mut rows = vec![Canvas::blank(axis.cells()); count];
    let row_of = |level: Ratio| usize::try_from(HEIGHT - graph.up(level, HEIGHT)).unwrap_or(0);
    let at = axis.cell(now.close());
    for row in &mut rows {
        row.draw(0, ':', Role::Muted);
        row.draw(at, '|', Role::Plain);
    }
    for course in &graph.courses {
        for pair in course.places.windows(2) {
            stretch(&mut rows, course, (pair[0], pair[1]), axis, &row_of);
        }
    }
    if let Some((from, level)) = graph.lag {
        let row = &mut rows[row_of(level)];
        row.fill(axis.cell(from), axis.cell(graph.until), '=', Role::Grave);
        row.draw(axis.cell(from), '<', Role::Grave);
        row.draw(at, '|', Role::Plain);
    }
    for &(moment, level) in &graph.readings {
        rows[row_of(level)].draw(axis.cell(moment), '*', Role::Strong);
    }
    let mut names = vec![String::new(); count];
    for (level, name) in &graph.ticks {
        names[row_of(*level)].clone_from(name);
    }
    let row = |(canvas, name): (Canvas, String)| {
        let name = crate::document::shortened(&name, before - 1);
        let blank = " ".repeat((before - 1).saturating_sub(cells(&name)));
        let mut row = vec![Text::with(Role::Muted, format!("{blank}{name} "))];
        row.extend(canvas.row());
        row
    };
    rows.into_iter().zip(names).map(row).collect()
}

/// A piece of a course: level, upright, or slanting.
fn stretch(
    rows: &mut [Canvas],
    course: &Course,
    (from, to): (Place, Place),
    axis: &Axis,
    row_of: &dyn Fn(Ratio) -> usize,
) {
    let (left, right) = (axis.cell(from.0), axis.cell(to.0));
    let (level, upright) = if course.is_aside { ('.', '.') } else { ('-', '+') };
    let role = if course.is_aside { Role::Muted } else { Role::Plain };
    if left == right {
        let (upper, lower) = (row_of(to.1), row_of(from.1));
        for row in rows.iter_mut().take(lower + 1).skip(upper) {
            row.draw(left, upright, role);
        }
        return;
    }
    let columns = i128::try_from(right - left).unwrap_or(1);
    for (step, column) in (0..).zip(left..=right) {
        let height = from.1 + (to.1 - from.1) * Ratio::new(step, columns);
        rows[row_of(height)].draw(column, level, role);
    }
}

fn graph_keys(graph: &Graph) -> Vec<(char, CurveKey)> {
    let mut keys = vec![('-', CurveKey::Required), ('*', CurveKey::Reported), ('|', CurveKey::Now)];
    if graph.courses.iter().any(|course| course.is_aside) {
        keys.push(('.', CurveKey::Aside));
    }
    if graph.lag.is_some() {
        keys.push(('=', CurveKey::Lag));
    }
    keys
}

fn line(timeline: &Timeline, axis: &Axis, before: usize, now: Month) -> Vec<Row> {
    let mut canvas = Canvas::blank(axis.cells());
    canvas.fill(0, axis.cells(), '-', Role::Muted);
    let at = axis.cell(now.close());
    if let Some(from) = timeline.lag {
        canvas.fill(axis.cell(from), at, '=', Role::Grave);
    }
    canvas.draw(at, '|', Role::Plain);
    for &(_, due, occurred) in &timeline.occurrences {
        let (letter, role) = letter(occurred);
        canvas.draw(axis.cell(due.close()), letter, role);
    }
    let mut row = vec![Text::new(" ".repeat(before))];
    row.extend(canvas.row());
    vec![row]
}

fn letter(occurred: Occurred) -> (char, Role) {
    match occurred {
        Occurred::Done => ('#', Role::Good),
        Occurred::Missed => ('x', Role::Serious),
        Occurred::Open => ('!', Role::Grave),
        Occurred::Ahead => ('+', Role::Plain),
    }
}

fn timeline_keys(timeline: &Timeline) -> Vec<(char, CurveKey)> {
    let mut keys = vec![('|', CurveKey::Now)];
    for occurred in [Occurred::Done, Occurred::Missed, Occurred::Open, Occurred::Ahead] {
        if timeline.occurrences.iter().any(|(.., one)| *one == occurred) {
            keys.push((letter(occurred).0, key(occurred)));
        }
    }
    if timeline.lag.is_some() {
        keys.push(('=', CurveKey::Lag));
    }
    keys
}

/// What an occurrence is called in a legend.
pub(super) fn key(occurred: Occurred) -> CurveKey {
    match occurred {
        Occurred::Done => CurveKey::Done,
        Occurred::Missed => CurveKey::Missed,
        Occurred::Open => CurveKey::Open,
        Occurred::Ahead => CurveKey::Ahead,
    }
}
