//! How the numbers of an item are written: percent, an amount of something, occurrences, or a reading.

use super::{Lang, terms};
use crate::assess::Needs;
use crate::model::{Item, Month, Ratio, Reading, Schedule};

/// What an item is measured in.
#[derive(Clone, Copy, Debug)]
pub enum Measure<'a> {
    /// Percent of the whole.
    Percent,
    /// What is counted, and how finely it is written: in so many steps to one.
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

    /// What is required as a decimal. Where the exact fraction has no end it is rounded up, to the smallest figure
    /// that would meet it: rounded down, a shortfall could print as none.
    pub fn required(self, required: Ratio) -> Ratio {
        match self {
            Self::Percent => required.ceil_to(100),
            Self::Amount(_, steps) => required.ceil_to(steps),
            Self::Occurrences | Self::Reading(_) => required.ceil_to(10_000),
        }
    }

    /// A number with its unit.
    pub fn show(self, number: Ratio, lang: Lang) -> String {
        let number = decimal(number);
        match self {
            Self::Percent => format!("{number}%"),
            Self::Occurrences => say!(lang { "{number}次", "{number}x" }),
            Self::Amount(unit, _) | Self::Reading(unit) => format!("{number}{unit}"),
        }
    }

    /// A difference with its unit.
    pub fn show_gap(self, number: Ratio, lang: Lang) -> String {
        match self {
            Self::Percent | Self::Reading("%") => {
                let number = decimal(number);
                say!(lang { "{number}个百分点", "{number} points" })
            }
            _ => self.show(number, lang),
        }
    }
}

/// What an entry says, in the item's own measure: 35%, 5村, 2022-06期已完成, 正常.
pub fn reading(reading: Reading, item: &Item, lang: Lang) -> String {
    match reading {
        Reading::Percent(figure) => format!("{figure}%"),
        Reading::Done(figure) | Reading::Value(figure) => Measure::of(item).show(figure.ratio(), lang),
        Reading::Occurrence { due, done } => occurrence(due, done, lang),
        Reading::State(state) => terms::state(state, lang).to_owned(),
    }
}

/// What an entry says, as data.
pub fn reading_data(reading: Reading) -> String {
    match reading {
        Reading::Percent(figure) | Reading::Done(figure) | Reading::Value(figure) => figure.to_string(),
        Reading::Occurrence { due, done: true } => due.to_string(),
        Reading::Occurrence { due, done: false } => format!("{due}: not done"),
        Reading::State(state) => terms::state(state, Lang::En).to_owned(),
    }
}

/// A fraction whose denominator divides a power of ten, written out; at most four decimals are kept.
pub fn decimal(number: Ratio) -> String {
    let units = (number * Ratio::whole(10_000)).floor();
    let sign = if units < 0 { "-" } else { "" };
    let units = units.unsigned_abs();
    let (whole, rest) = (units / 10_000, units % 10_000);
    if rest == 0 {
        return format!("{sign}{whole}");
    }
    let rest = format!("{rest:04}");
    format!("{sign}{whole}.{}", rest.trim_end_matches('0'))
}

/// 不低于90%
pub fn target(item: &Item, lang: Lang) -> String {
    let Some(indicator) = item.schedule.indicator() else { return String::new() };
    let (compare, target, unit) = (terms::compare(indicator.compare, lang), indicator.target, &indicator.unit);
    say!(lang { "{compare}{target}{unit}", "{compare} {target}{unit}" })
}

say! { lang;
    fn occurrence(due: Month, done: bool) {
        let due = terms::month(due, lang);
        if done => { "{due}到期的一期：已做", "the one due in {due}: done" }
        "{due}到期的一期：未做", "the one due in {due}: not done"
    }

    /// What a report has to show, in words: 达到60%, shows 60%.
    pub fn needs(needs: Needs, item: &Item) {
        match needs {
            Needs::Figure(figure) => {
                let figure = Measure::of(item).show(figure, lang);
                "达到{figure}", "shows {figure}"
            }
            Needs::Occurrence(due) => {
                let close = terms::close(due, lang);
                "报明应于{close}完成的一期已做", "shows the one due at {close} as done"
            }
            Needs::Target => {
                let target = target(item, lang);
                "读数{target}", "has a reading of {target}"
            }
        }
    }
}

/// What a report has to show, as data: a figure, the due month of an occurrence, or the target.
pub fn needs_data(needs: Needs, item: &Item) -> String {
    match (needs, &item.schedule) {
        (Needs::Figure(figure), _) => decimal(figure),
        (Needs::Occurrence(due), _) => due.to_string(),
        (Needs::Target, Schedule::Indicator(indicator)) => {
            format!("{}{}", indicator.compare.sign(), indicator.target)
        }
        (Needs::Target, _) => String::new(),
    }
}
