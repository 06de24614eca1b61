//! The front line in letters: for each item its name, for each share of it a row of the months with its milestones and
//! its point.

use super::super::axis::Axis;
use super::super::plot::widest;
use super::super::{Canvas, label, legend_rows, month_rows};
use super::{Front, Line};
use crate::document::{Role, Row, Text, cells, fitted, shortened};
use crate::text::Lang;
use crate::text::chart::{self as words, PointPosition};

/// The widths for which it is laid out, with the most cells of units and of what stands at the end of a row.
const FORMS: [(usize, usize, usize); 4] = [(120, 24, 20), (100, 20, 16), (80, 16, 15), (60, 11, 10)];
/// No month is wider.
const WIDEST: i32 = 6;

/// All forms, the widest first.
pub(super) fn letters(front: &Front<'_>, lang: Lang) -> Vec<Vec<Row>> {
    let names: Vec<String> = front.lines.iter().map(|line| front.whose(line, lang)).collect();
    let tails: Vec<Text> = front.lines.iter().map(|line| front.tail(line, lang)).collect();
    let form = |&(width, names_most, tail_most): &(usize, usize, usize)| {
        let tail = widest(tails.iter().map(Text::shown), tail_most);
        // What the ends of the rows leave goes to the names.
        let most = (names_most + tail_most - tail).min(if width > 80 { 30 } else { 16 });
        let names = widest(names.iter().map(String::as_str), most);
        let axis = Axis::within(front.span(), width - names - tail - 2, WIDEST);
        rows(front, &axis, (width, names, tail), lang)
    };
    FORMS.iter().map(form).collect()
}

fn rows(front: &Front<'_>, axis: &Axis, (width, names, tail): (usize, usize, usize), lang: Lang) -> Vec<Row> {
    let now = axis.cell(front.month().close());
    let mut rows: Vec<Row> = month_rows(axis, names + 1, front.month()).into();
    for (nth, line) in front.lines.iter().enumerate() {
        if !front.goes_on(&front.lines, nth) {
            rows.push(headed(&front.name(line, lang), names + 1 + now, width));
        }
        let mut row = vec![label(&front.whose(line, lang), names)];
        row.extend(months(line, axis, now).row());
        let end = front.tail(line, lang);
        row.push(Text::with(end.role, format!(" {}", shortened(end.shown(), tail))));
        rows.push(row);
    }
    rows.push(Vec::new());
    rows.extend(legend_rows(&words::front_legend(lang), width, lang));
    rows
}

/// The name of an item, with the as-of line behind it where it does not reach so far.
fn headed(name: &str, now: usize, width: usize) -> Row {
    if cells(name) < now {
        vec![Text::with(Role::Strong, fitted(name, now)), Text::new("|")]
    } else {
        vec![Text::with(Role::Strong, shortened(name, width))]
    }
}

/// The mark before the last one.
fn before(marks: &[usize]) -> usize {
    let mut marks = marks.iter().rev();
    // Its own number may stand behind it.
    marks.nth(1).map_or(0, |at| at + 3)
}

/// The months of a row: band, milestones with what they ask for, the lag, the as-of line, the point.
fn months(line: &Line<'_>, axis: &Axis, now: usize) -> Canvas {
    let mut canvas = Canvas::blank(axis.cells());
    let marks: Vec<usize> = line.milestones.iter().map(|milestone| axis.cell(milestone.by.at())).collect();
    canvas.fill(0, marks.last().copied().unwrap_or(0), '-', Role::Muted);
    let point = axis.cell(line.point);
    let role = if line.position == PointPosition::Behind { Role::Grave } else { Role::Plain };
    canvas.fill(point, now, '=', role);
    canvas.draw(now, '|', Role::Plain);
    for (nth, (milestone, &at)) in line.milestones.iter().zip(&marks).enumerate() {
        if at != now {
            canvas.draw(at, '+', Role::Plain);
        }
        let Some(level) = milestone.level else {
            continue;
        };
        let said = level.floor().to_string();
        // A number that would run into the next mark or into the line is left out: half of it is another number.
        let after = [marks.get(nth + 1).copied(), Some(now), Some(point)];
        let room = after.into_iter().flatten().filter(|&next| next > at).min().unwrap_or(axis.cells());
        if at + said.len() < room {
            canvas.write(at + 1, &said, Role::Plain);
        } else if nth + 1 == marks.len() && at > now.max(before(&marks)) + said.len() + 1 {
            // At the right edge there is room before it.
            canvas.write(at - said.len(), &said, Role::Plain);
        }
    }
    let letter = match line.position {
        PointPosition::Complete => '#',
        PointPosition::Behind | PointPosition::OnLine => '*',
    };
    canvas.draw(point, letter, Role::Strong);
    canvas
}
