//! What an item is measured in: percent, an amount of something, occurrences, or a reading; and how finely its numbers
//! are reported and shown.

use super::{Figure, Indicator, Item, Ratio, Scale, Schedule};

/// Percent is written with two decimals; numbers without an end are shown with at least as many.
const HUNDREDTHS: i128 = 100;

/// Amounts and readings are written with up to four decimals; what ends there is shown as it is.
const FINEST: i128 = 10_000;

/// What an item is measured in.
#[derive(Clone, Copy, Debug)]
pub enum Measure<'a> {
    /// Percent of the whole.
    Percent,
    /// What is counted, and whether it comes whole only.
    Amount(&'a str, bool),
    /// Times done.
    Occurrences,
    /// A measured value in this unit; none for duties without figures.
    Reading(&'a str),
    /// A count in this unit, out of so many.
    CountOf(&'a str, Figure),
    /// A class of a scale, by its position.
    Class(&'a Scale),
}

impl<'a> Measure<'a> {
    /// The measure of an item.
    pub fn of(item: &'a Item) -> Self {
        match (&item.schedule, &item.quantity) {
            (Schedule::Recurring(_), _) => Self::Occurrences,
            (Schedule::Indicator(indicator), _) => Self::of_indicator(indicator),
            (Schedule::Standing { .. }, _) => Self::Reading(""),
            (Schedule::Stages(_) | Schedule::Curve(_) | Schedule::Unscheduled, Some(quantity)) => {
                Self::Amount(&quantity.unit, quantity.whole)
            }
            (Schedule::Stages(_) | Schedule::Curve(_) | Schedule::Unscheduled, None) => Self::Percent,
        }
    }

    /// The measure of an indicator.
    pub fn of_indicator(indicator: &'a Indicator) -> Self {
        match (&indicator.scale, indicator.of) {
            (Some(scale), _) => Self::Class(scale),
            (None, Some(of)) => Self::CountOf(&indicator.unit, of),
            (None, None) => Self::Reading(&indicator.unit),
        }
    }

    /// Its unit, for tables whose numbers stand alone; occurrences and classes have none.
    pub fn unit(self) -> &'a str {
        match self {
            Self::Percent => "%",
            Self::Occurrences | Self::Class(_) => "",
            Self::Amount(unit, _) | Self::Reading(unit) | Self::CountOf(unit, _) => unit,
        }
    }

    /// How finely a figure can be reported: in so many steps to one.
    pub fn steps(self) -> i128 {
        match self {
            Self::Amount(_, true) | Self::Occurrences | Self::CountOf(..) | Self::Class(_) => 1,
            Self::Percent => HUNDREDTHS,
            Self::Amount(_, false) | Self::Reading(_) => FINEST,
        }
    }

    /// The least figure that can be reported and comes up to a number. This is what a unit is asked for.
    pub fn least(self, number: Ratio) -> Ratio {
        number.ceil_to(self.steps())
    }

    /// 应完成、差: what is required and what is short of it, as they are shown beside what was delivered. Of three numbers
    /// on a page each has to follow from the other two, so all are cut off at the same decimal, late enough for a
    /// shortfall to be seen. None is ever more than the truth, but for things that come whole: of 4.5 villages the
    /// fifth is asked for.
    pub fn compared(self, required: Ratio, actual: Option<Ratio>) -> (Ratio, Ratio) {
        let actual = actual.unwrap_or(Ratio::ZERO);
        if let Self::Amount(_, true) = self {
            let required = self.least(required);
            return (required, (required - actual).max(Ratio::ZERO));
        }
        if required <= actual {
            return (cut(required, HUNDREDTHS), Ratio::ZERO);
        }
        let actual_steps = if (actual * Ratio::HUNDRED).is_whole() { HUNDREDTHS } else { FINEST };
        let short = cut(required - actual, actual_steps);
        (actual + short, short)
    }
}

/// What ends within four decimals is left as it is; anything else is cut off, not before anything of it can be seen.
fn cut(number: Ratio, steps: i128) -> Ratio {
    if number.numerator() <= 0 || (number * Ratio::whole(FINEST)).is_whole() {
        return number;
    }
    let seen = std::iter::successors(Some(steps), |steps| Some(10 * steps));
    let shown = seen.map(|steps| number.floor_to(steps)).find(|shown| *shown > Ratio::ZERO);
    shown.expect("a number above zero is seen at some decimal")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_as_many_decimals_as_decide() {
        let shown = |measure: Measure<'_>, required: (i128, i128), actual: (i128, i128)| {
            let (required, gap) =
                measure.compared(Ratio::new(required.0, required.1), Some(Ratio::new(actual.0, actual.1)));
            (required.to_string(), gap.to_string())
        };
        let both = |required: &str, gap: &str| (required.to_owned(), gap.to_owned());
        let kilometres = Measure::Amount("公里", false);
        // A third, against a little less.
        assert_eq!(shown(Measure::Percent, (100, 3), (332, 10)), both("3333/100", "13/100"));
        assert_eq!(shown(Measure::Percent, (100, 3), (3333, 100)), both("33333/1000", "3/1000"));
        assert_eq!(shown(kilometres, (10, 3), (33333, 10_000)), both("333333/100000", "3/100000"));
        // What has an end is not cut off; what is met is not short.
        assert_eq!(shown(kilometres, (13, 2), (3, 1)), both("13/2", "7/2"));
        assert_eq!(shown(Measure::Percent, (100, 3), (3334, 100)), both("3333/100", "0"));
        // Villages are whole.
        assert_eq!(shown(Measure::Amount("村", true), (9, 2), (3, 1)), both("5", "2"));
    }
}
