//! How the numbers of an item are written: percent, an amount of something, occurrences, or a reading.

use super::{Lang, terms};
use crate::assess::{Dues, Needs};
use crate::model::{Compare, Detail, Entry, Figure, Indicator, Item, Month, Ratio, Reading, Share, Stages, Target};

pub use crate::model::Measure;

impl Measure<'_> {
    /// A number with its unit.
    pub fn show(self, number: Ratio, lang: Lang) -> String {
        let class = Figure::exactly(number);
        let number = decimal(number);
        match self {
            Self::Percent => format!("{number}%"),
            Self::CountOf(unit, of) => format!("{number}/{of}{unit}"),
            Self::Class(scale) => class.map_or(number, |class| scale.spoken(class)),
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
            Self::CountOf(unit, _) => format!("{}{unit}", decimal(number)),
            Self::Class(_) => {
                let (is_one, number) = (number == Ratio::whole(1), decimal(number));
                say!(lang {
                    if is_one => { "1级", "1 class" }
                    "{number}级", "{number} classes"
                })
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
        Reading::Times { due, count } => times(due, count, asked(item), lang),
        Reading::State(state) => terms::state(state, lang).to_owned(),
        // How many stand where is not in the reading.
        Reading::Stages => String::new(),
    }
}

/// The same with what it names or counts: 2个（东村、西村）, 开工10个、建成5个.
pub fn told(said: Reading, detail: Option<&Detail>, item: &Item, lang: Lang) -> String {
    let reading = reading(said, item, lang);
    match (detail, &item.quantity) {
        (Some(Detail::Objects(objects)), Some(quantity)) if !objects.is_empty() => {
            let names = lang.list(quantity.names(objects.iter().copied()));
            reading + &terms::bracketed(&names, lang)
        }
        (Some(Detail::Stages(standing)), _) => {
            let standing = standing.iter().enumerate().filter(|(_, number)| **number > Figure::ZERO);
            let standing: Vec<String> =
                standing.map(|(at, number)| stage(stage_name(item, at), number.ratio(), item, lang)).collect();
            if standing.is_empty() { none_begun(lang) } else { lang.list(standing) }
        }
        _ => reading,
    }
}

/// What an entry of a share says, with what it names.
pub fn entry(entry: &Entry, share: &Share, item: &Item, lang: Lang) -> String {
    told(entry.reading, share.detail_of(entry), item, lang)
}

/// How often a recurring item is asked for within each period.
fn asked(item: &Item) -> u32 {
    item.schedule.recurring().map_or(1, |recurring| recurring.times)
}

/// The name of a stage by its position.
pub fn stage_name(item: &Item, at: usize) -> &str {
    let stages = item.schedule.stages().map_or(&[][..], Stages::all);
    stages.get(at).map_or("", |stage| &stage.name)
}

/// So many at a stage: 建成5个.
pub fn stage(name: &str, number: Ratio, item: &Item, lang: Lang) -> String {
    at_stage(Some(name), Measure::of(item).show(number, lang), lang)
}

/// A number of the stage that it is of, where it is of one.
pub fn at_stage(name: Option<&str>, shown: String, lang: Lang) -> String {
    match name {
        Some(name) => say!(lang { "{name}{shown}", "{name}: {shown}" }),
        None => shown,
    }
}

/// So many at each of some stages: 开工17个、建成15个.
pub fn at_stages(all: &[(usize, Ratio)], item: &Item, lang: Lang) -> String {
    lang.list(all.iter().map(|&(at, number)| stage(stage_name(item, at), number, item, lang)))
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

/// 不低于90%, 在6和9之间, 不差于Ⅲ类, 不低于15/17个（88.24%）, with what it is compared with.
pub fn target(indicator: &Indicator, target: Target, lang: Lang) -> String {
    let bare = bare_target(indicator, target, lang);
    let printed = target.printed.map(|printed| format!("{printed}%"));
    let base = Some(&indicator.base).filter(|base| !base.is_empty());
    let base = base.map(|base| say!(lang { "基数：{base}", "base: {base}" }));
    let beside: Vec<String> = printed.into_iter().chain(base).collect();
    bare + &terms::bracketed(&beside.join(lang.pick("；", "; ")), lang)
}

fn bare_target(indicator: &Indicator, target: Target, lang: Lang) -> String {
    let measure = Measure::of_indicator(indicator);
    let compare = terms::compare(indicator.compare, lang);
    let (bound, upper) = (target.bound, measure.show(target.upper.ratio(), lang));
    match indicator.compare {
        Compare::Between => say!(lang { "在{bound}和{upper}之间", "between {bound} and {upper}" }),
        _ => say!(lang { "{compare}{upper}", "{compare} {upper}" }),
    }
}

/// A target of an item, which is an indicator.
pub fn target_of(item: &Item, of: Target, lang: Lang) -> String {
    item.schedule.indicator().map_or_else(String::new, |indicator| target(indicator, of, lang))
}

say! { lang;
    fn occurrence(due: Month, done: bool) {
        let due = terms::month(due, lang);
        if done => { "{due}到期的一期：已做", "the one due in {due}: done" }
        "{due}到期的一期：未做", "the one due in {due}: not done"
    }

    fn times(due: Month, count: u32, asked: u32) {
        let due = terms::month(due, lang);
        "{due}到期的一期：{count}/{asked}次", "the one due in {due}: {count} of {asked}"
    }

    fn done_often(due: Dues) {
        let (from, until, times) = (terms::close(due.from, lang), terms::close(due.until, lang), due.times);
        match (due.count, due.skipped) {
            (1, 0) => { "应于{until}完成的一期累计{times}次", "the one due at {until} as done {times} times" }
            (1, skipped) => {
                "应于{until}完成的一期累计{times}次（之前欠的{skipped}期不一并报明做满的，记为缺项）",
                "the one due at {until} as done {times} times (those due before it, {skipped} in all, are missed for good unless shown as well)"
            }
            (count, _) => {
                "应于{from}至{until}完成的{count}期各累计{times}次", "all {count} due from {from} to {until} as done {times} times each"
            }
        }
    }

    /// That what was due is done, and what becomes of what was due before: 应于2022年6月末完成的一期已做.
    pub(super) fn done(due: Dues) {
        let often = done_often(due, lang);
        let (from, until) = (terms::close(due.from, lang), terms::close(due.until, lang));
        if due.times > 1 => { "{often}" }
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

    /// How many have to have come to a stage or beyond, for each of some.
    pub(super) fn through(all: &[(usize, Ratio)], item: &Item) {
        let stages = at_stages(all, item, lang);
        "累计到{stages}", "at these stages or beyond: {stages}"
    }

    /// That nothing stands at any stage.
    fn none_begun() { "都没有开始", "none begun" }

    /// What a report has to show, in words: 达到60%, shows 60%.
    pub fn needs(needs: &Needs, item: &Item) {
        match needs {
            Needs::Figure(figure) => { "达到{}", "shows {}"; Measure::of(item).show(*figure, lang) }
            Needs::Stages(all) => { "报明{}", "shows {}"; through(all, item, lang) }
            Needs::Occurrences(due) => { "报明{}", "shows {}"; done(*due, lang) }
            Needs::Target(target) => { "读数{}", "has a reading of {}"; target_of(item, *target, lang) }
        }
    }
}
