//! Time from the left to the right, in units of a drawing or in cells of a terminal.
//!
//! A moment is drawn at the place that it has exactly, cut off to the whole unit below. The close of a month is exact where
//! months are a whole number of units wide, so that from the as-of line to a point `lag` months before it there are
//! `ceil(lag * month)` units: never less than the lag, and more by less than one. What is behind by however little is
//! never drawn on the line.

use crate::model::{Month, Ratio};

/// A stretch of months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Axis {
    first: Month,
    last: Month,
    /// Where the first month begins.
    left: i32,
    /// The width of all months.
    width: i32,
}

impl Axis {
    /// The months of a plan, and as many before and after them as the moments take.
    pub(super) fn span(start: Month, end: Month, moments: impl IntoIterator<Item = Ratio>) -> (Month, Month) {
        let mut span = (start, end);
        for at in moments {
            let month = crate::model::Moment::during(at).month();
            // A month begins at the close of the one before.
            let from = if at.is_whole() { month.plus(1) } else { month };
            if at < span.0.plus(-1).close() {
                span.0 = from;
            }
            span.1 = span.1.max(month);
        }
        span
    }

    /// Months of a whole number of units each.
    pub(super) fn of((first, last): (Month, Month), left: i32, month: i32) -> Self {
        Self { first, last, left, width: month * (last.since(first) + 1) }
    }

    /// As many cells to each month as there is room for; where not even one, less.
    pub(super) fn within(span: (Month, Month), room: usize, widest: i32) -> Self {
        let months = span.1.since(span.0) + 1;
        let room = i32::try_from(room).unwrap_or(i32::MAX).saturating_sub(1);
        let month = (room / months).min(widest);
        Self { width: if month == 0 { room } else { month * months }, ..Self::of(span, 0, month) }
    }

    /// The months, in order.
    pub(super) fn months(&self) -> impl Iterator<Item = Month> + use<> {
        self.first.through(self.last)
    }

    /// The moment at which it begins.
    pub(super) fn begin(&self) -> Ratio {
        self.first.plus(-1).close()
    }

    /// Where it ends.
    pub(super) fn right(&self) -> i32 {
        self.left + self.width
    }

    /// The place of a moment; at the nearer end where it lies outside.
    pub(super) fn x(&self, at: Ratio) -> i32 {
        let months = i128::from(self.last.since(self.first) + 1);
        let passed = at - self.begin();
        let units = (passed * Ratio::new(i128::from(self.width), months)).floor().clamp(0, i128::from(self.width));
        self.left + i32::try_from(units).unwrap_or(self.width)
    }

    /// The same as a column of a terminal.
    pub(super) fn cell(&self, at: Ratio) -> usize {
        usize::try_from(self.x(at)).unwrap_or(0)
    }

    /// The columns it takes, the one at its end included.
    pub(super) fn cells(&self) -> usize {
        usize::try_from(self.right()).unwrap_or(0) + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_cut_off_to_the_left() {
        let month = |text| Month::parse(text).expect("a month");
        let axis = Axis::of((month("2022-01"), month("2022-12")), 100, 1_200);
        assert_eq!(axis.x(month("2021-12").close()), 100);
        assert_eq!(axis.x(month("2022-06").close()), 100 + 6 * 1_200);
        let third = month("2022-06").close() - Ratio::new(1, 7);
        assert_eq!(axis.x(third), 100 + 6 * 1_200 - 172);
        let long = Axis::within((month("2022-01"), month("2031-12")), 60, 6);
        assert_eq!(long.cells(), 60);
    }

    #[test]
    fn reaches_as_far_as_it_has_to() {
        let month = |text| Month::parse(text).expect("a month");
        let (start, end) = (month("2022-01"), month("2022-12"));
        let span = |at: Ratio| Axis::span(start, end, [at]);
        assert_eq!(span(month("2021-12").close()), (start, end));
        assert_eq!(span(month("2021-11").close()), (month("2021-12"), end));
        let within = month("2021-11").close() - Ratio::new(1, 2);
        assert_eq!(span(within), (month("2021-11"), end));
        assert_eq!(span(month("2023-02").close()), (start, month("2023-02")));
    }
}
