//! What drawings have in common: months across, rows down, the as-of line, a legend.

use super::axis::Axis;
use crate::document::{Anchor, At, Drawing, Pen, Role, Text, Tint, cells, pixels, shortened};
use crate::model::Month;
use crate::text::{Lang, chart as words};

/// Space around a drawing.
pub(super) const MARGIN: i32 = pixels(12);
/// The height of the heads of the months.
pub(super) const HEAD: i32 = pixels(34);
/// The height of a line of the legend.
pub(super) const LEGEND: i32 = pixels(20);
/// The size of letters that are not in a row.
pub(super) const LETTERS: i32 = pixels(12);

/// The width of a month: narrower where there are many.
pub(super) fn month_width(months: i32) -> i32 {
    pixels(match months {
        ..=18 => 48,
        19..=30 => 32,
        31..=60 => 20,
        _ => 12,
    })
}

/// How high a row is and how large its letters are: smaller where there are many.
pub(super) fn row_size(rows: usize) -> (i32, i32) {
    match rows {
        ..=80 => (pixels(26), pixels(12)),
        81..=160 => (pixels(21), pixels(11)),
        _ => (pixels(17), pixels(10)),
    }
}

/// The room that so many cells of text take; letters of other fonts may be a little wider.
pub(super) fn text_width(cells: usize, size: i32) -> i32 {
    i32::try_from(cells).unwrap_or(i32::MAX / size) * size * 56 / 100
}

/// The widest of some texts in cells, at most so many.
pub(super) fn widest<'t>(texts: impl IntoIterator<Item = &'t str>, most: usize) -> usize {
    texts.into_iter().map(cells).max().unwrap_or(0).min(most)
}

/// Where the letters of a row stand, by its upper edge.
pub(super) fn base_line(top: i32, height: i32, size: i32) -> i32 {
    top + i32::midpoint(height, size * 7 / 10)
}

/// The months: their names, and a line where each closes.
pub(super) fn months(drawing: &mut Drawing, axis: &Axis, (top, bottom): (i32, i32), lang: Lang) {
    let size = pixels(11);
    let mut free = i32::MIN;
    for (nth, month) in axis.months().enumerate() {
        let (from, close) = (axis.x(month.plus(-1).close()), axis.x(month.close()));
        drawing.line(Pen::Grid, [At::new(close, top), At::new(close, bottom)]);
        if nth == 0 {
            drawing.line(Pen::Axis, [At::new(from, top), At::new(from, bottom)]);
        }
        if nth == 0 || month.number() == 1 {
            let year = Text::with(Role::Muted, words::year(month, lang));
            drawing.words(At::new(from, top - pixels(20)), Anchor::Start, size, year);
        }
        let name = words::month(month, lang);
        let half = text_width(cells(&name), size) / 2;
        let middle = from + (close - from) / 2;
        if middle - half >= free {
            drawing.words(At::new(middle, top - pixels(6)), Anchor::Middle, size, Text::new(name));
            free = middle + half + pixels(3);
        }
    }
    drawing.line(Pen::Axis, [At::new(axis.x(axis.begin()), top), At::new(axis.right(), top)]);
}

/// The as-of line, with what it is above it.
pub(super) fn now_line(drawing: &mut Drawing, axis: &Axis, month: Month, (top, bottom): (i32, i32), lang: Lang) {
    let x = axis.x(month.close());
    drawing.line(Pen::Now, [At::new(x, top - pixels(16)), At::new(x, bottom)]);
    let said = Text::with(Role::Strong, words::now(month, lang));
    let at = At::new(x, top - pixels(20));
    // Near an edge it would run out of the picture or into the year.
    let half = text_width(cells(said.shown()), pixels(11)) / 2;
    let anchor = if x + half > axis.right() { Anchor::End } else { Anchor::Middle };
    drawing.words(at, anchor, pixels(11), said);
}

/// A text cut to so many cells.
pub(super) fn cut(said: &str, cells: usize) -> Text {
    Text::new(shortened(said, cells))
}

/// A small shape around a place: what stands on its corner.
pub(super) fn diamond(drawing: &mut Drawing, tint: Tint, at: At, half: i32) {
    let corners = [
        At::new(at.x, at.y - half),
        At::new(at.x + half, at.y),
        At::new(at.x, at.y + half),
        At::new(at.x - half, at.y),
    ];
    drawing.area(tint, corners);
}

/// A small square around a place.
pub(super) fn square(drawing: &mut Drawing, tint: Tint, at: At, half: i32) {
    drawing.area_box(tint, At::new(at.x - half, at.y - half), 2 * half, 2 * half);
}

/// A small triangle that points down to a place.
pub(super) fn pointer(drawing: &mut Drawing, tint: Tint, at: At, half: i32) {
    let corners = [At::new(at.x - half, at.y - 2 * half), At::new(at.x + half, at.y - 2 * half), at];
    drawing.area(tint, corners);
}

/// The samples of a legend: each drawn at a place, then what it means; broken into lines where there is no room.
pub(super) struct Legend<'d> {
    drawing: &'d mut Drawing,
    at: At,
}

impl<'d> Legend<'d> {
    pub(super) fn below(drawing: &'d mut Drawing, top: i32) -> Self {
        Self { drawing, at: At::new(MARGIN, top + LEGEND / 2) }
    }

    pub(super) fn add(&mut self, said: &str, sample: impl FnOnce(&mut Drawing, At)) {
        let width = pixels(34) + text_width(cells(said), LETTERS);
        if self.at.x > MARGIN && self.at.x + width > self.drawing.width - MARGIN {
            self.at = At::new(MARGIN, self.at.y + LEGEND);
        }
        sample(self.drawing, At::new(self.at.x + pixels(12), self.at.y));
        let place = At::new(self.at.x + pixels(28), self.at.y + LETTERS * 35 / 100);
        self.drawing.words(place, Anchor::Start, LETTERS, Text::new(said));
        self.at.x += width + pixels(18);
    }

    /// Where the legend ends.
    pub(super) fn end(self) -> i32 {
        self.at.y + LEGEND / 2
    }
}
