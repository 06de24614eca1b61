//! What an item is measured in: percent, an amount of something, occurrences, or a reading.

use super::{Item, Ratio, Schedule};

/// What an item is measured in.
#[derive(Clone, Copy, Debug)]
pub enum Measure<'a> {
    /// Percent of the whole.
    Percent,
    /// What is counted, and how finely it is written: this many steps to one.
    Amount(&'a str, i128),
    /// Times done.
    Occurrences,
    /// A measured value in this unit; none for duties without figures.
    Reading(&'a str),
}

impl<'a> Measure<'a> {
    /// The measure of an item.
    pub fn of(item: &'a Item) -> Self {
        match (&item.schedule, &item.quantity) {
            (Schedule::Recurring(_), _) => Self::Occurrences,
            (Schedule::Indicator(indicator), _) => Self::Reading(&indicator.unit),
            (Schedule::Standing { .. }, _) => Self::Reading(""),
            (_, Some(quantity)) => {
                let decimals = quantity.total.decimals().max(2);
                Self::Amount(&quantity.unit, 10_i128.pow(decimals))
            }
            (_, None) => Self::Percent,
        }
    }

    /// Its unit, for tables whose numbers stand alone; occurrences have none.
    pub fn unit(self) -> &'a str {
        match self {
            Self::Percent => "%",
            Self::Occurrences => "",
            Self::Amount(unit, _) | Self::Reading(unit) => unit,
        }
    }

    /// What is required as a decimal. If the exact fraction does not end, it is rounded up, to the smallest figure that
    /// would meet it: rounded down, a shortfall could print as none.
    pub fn required(self, required: Ratio) -> Ratio {
        match self {
            Self::Percent => required.ceil_to(100),
            Self::Amount(_, steps) => required.ceil_to(steps),
            Self::Occurrences | Self::Reading(_) => required.ceil_to(10_000),
        }
    }
}
