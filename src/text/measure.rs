//! How the numbers of an item are written: percent, an amount of something, occurrences, or a reading.

use super::{Lang, terms};
use crate::assess::{Dues, Needs};
use crate::model::{Item, Month, Ratio, Reading};

pub use crate::model::Measure;

impl Measure<'_> {
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

/// A fraction written out to its end; one without an end is cut off after four decimals.
pub fn decimal(number: Ratio) -> String {
    if number.is_whole() {
        return number.to_string();
    }
    let (above, below) = (number.numerator().unsigned_abs(), number.denominator().unsigned_abs());
    let sign = if number.numerator() < 0 { "-" } else { "" };
    let mut written = format!("{sign}{}", above / below);
    let mut rest = above % below;
    let without = |number: u128, divisor| {
        let mut divided = std::iter::successors(Some(number), |number| Some(number / divisor));
        divided.find(|number| number % divisor != 0).unwrap_or(number)
    };
    let has_end = without(without(below, 2), 5) == 1;
    written.push('.');
    let mut decimals = 0;
    while rest > 0 && (has_end || decimals < 4) {
        rest *= 10;
        written.extend(char::from_digit(u32::try_from(rest / below).unwrap_or(0), 10));
        rest %= below;
        decimals += 1;
    }
    written.truncate(written.trim_end_matches('0').trim_end_matches('.').len());
    written
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

    /// That what was due is done, and what becomes of what was due before: 应于2022年6月末完成的一期已做.
    pub(super) fn done(due: Dues) {
        let (from, until) = (terms::close(due.from, lang), terms::close(due.until, lang));
        match (due.count, due.skipped) {
            (1, 0) => { "应于{until}完成的一期已做", "the one due at {until} as done" }
            (1, skipped) => {
                "应于{until}完成的一期已做（之前欠的{skipped}期不一并报明已做的，记为缺项）",
                "the one due at {until} as done (those due before it, {skipped} in all, are missed for good unless shown as well)"
            }
            (count, _) => {
                "应于{from}至{until}完成的{count}期都已做", "all {count} due from {from} to {until} as done"
            }
        }
    }

    /// What a report has to show, in words: 达到60%, shows 60%.
    pub fn needs(needs: Needs, item: &Item) {
        match needs {
            Needs::Figure(figure) => { "达到{}", "shows {}"; Measure::of(item).show(figure, lang) }
            Needs::Occurrences(due) => { "报明{}", "shows {}"; done(due, lang) }
            Needs::Target => { "读数{}", "has a reading of {}"; target(item, lang) }
        }
    }
}
