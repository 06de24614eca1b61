//! Indicators: a measured value compared with a target. A near miss is never turned into progress.

use std::sync::Arc;

use super::{Compare, Figure, Moment, Month, Period, Ratio, Scale, Span, Target};

/// What is measured, what it has to be, and from when on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// How a reading is compared with the target.
    pub compare: Compare,
    /// The targets, by the moments from which they count; never empty.
    targets: Vec<Target>,
    /// Its unit of measure: `%`, `mg/L`; may be empty.
    pub unit: String,
    /// 共17个: readings and targets are counts out of so many.
    pub of: Option<Figure>,
    /// 等级: readings and targets are classes of this scale, by their positions on it.
    pub scale: Option<Arc<Scale>>,
    /// 考核期: what a reading speaks for.
    pub period: Period,
    /// 累计次数: readings count up within the period.
    pub counts: bool,
    /// 基数: what the target is compared with, as written; only shown.
    pub base: String,
    /// 约束性指标: named in the year-end lists when missed.
    pub binding: bool,
}

impl Indicator {
    /// One with these targets, by the moments from which they count, and nothing else said of it.
    ///
    /// # Panics
    /// If there is no target.
    pub fn new(compare: Compare, targets: Vec<Target>, unit: &str) -> Self {
        assert!(!targets.is_empty(), "an indicator has a target");
        Self {
            compare,
            targets,
            unit: unit.to_owned(),
            of: None,
            scale: None,
            period: Period::Month,
            counts: false,
            base: String::new(),
            binding: false,
        }
    }

    /// The targets, by the moments from which they count; never empty.
    pub fn targets(&self) -> &[Target] {
        &self.targets
    }

    /// Whether readings speak for periods longer than a month, so that it is judged at their closes only.
    pub fn is_judged_by_period(&self) -> bool {
        self.period != Period::Month
    }

    /// The moment from which it has to be met.
    pub fn due(&self) -> Moment {
        self.targets[0].from
    }

    /// Where the target in force at a moment stands; before any is, the first.
    pub fn in_force(&self, at: Ratio) -> usize {
        self.targets.partition_point(|target| target.from.at() <= at).saturating_sub(1)
    }

    /// The target in force at a moment; before any is, the first.
    pub fn target_at(&self, at: Ratio) -> Target {
        self.targets[self.in_force(at)]
    }

    /// The target that a reading for a month is held against: the one in force when what it speaks for closes. None
    /// where the month belongs to no period.
    pub fn target_of(&self, month: Month) -> Option<Target> {
        Some(self.target_at(self.period.holding(month)?.close.at()))
    }

    /// What a reading for a month is held against, and from when on: over longer periods at the close of its own. Outside
    /// every period it is the first target.
    pub fn asked_in(&self, month: Month) -> (Target, Moment) {
        let target = self.target_of(month).unwrap_or(self.targets[0]);
        let close = self.period.holding(month).filter(|_| self.is_judged_by_period()).map(|span| span.close);
        (target, close.filter(|close| close.at() >= self.due().at()).unwrap_or(target.from))
    }

    /// Whether a reading meets the target in force at a moment.
    pub fn is_met_by(&self, reading: Figure, at: Ratio) -> bool {
        self.target_at(at).is_met_by(self.compare, reading)
    }

    /// The periods that it is judged over: those that close in these months, once it has to be met.
    pub fn judged(&self, from: Month, until: Month) -> impl DoubleEndedIterator<Item = Span> {
        let due = self.due().at();
        self.period.closing(from, until).filter(move |span| span.close.at() >= due)
    }

    /// The same with what `new` asks for from the close of a month on: until then the targets of before count. Where it
    /// asks for something only later, nothing is asked for before that.
    #[must_use]
    pub fn changed(&self, from: Month, new: &Self) -> Self {
        let close = from.close();
        if new.due().at() > close {
            return new.clone();
        }
        let kept = self.targets.iter().filter(|target| target.from.at() < close);
        let first = Target { from: Moment::Close(from), ..new.target_at(close) };
        let later = new.targets.iter().filter(|target| target.from.at() > close);
        Self { targets: kept.chain([&first]).chain(later).copied().collect(), ..new.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_change_asks_for_counts_from_its_month_on() {
        let month = |text| Month::parse(text).unwrap();
        let close = |text| Moment::Close(month(text));
        let asking = |targets: &[(&'static str, u32)]| {
            let targets = targets.iter().map(|&(from, figure)| Target::new(close(from), Figure::whole(figure)));
            Indicator::new(Compare::AtLeast, targets.collect(), "%")
        };
        let old = asking(&[("2022-03", 90), ("2022-10", 95)]);
        let eased = asking(&[("2022-03", 80), ("2022-12", 85)]);
        assert_eq!(old.changed(month("2022-07"), &eased), asking(&[("2022-03", 90), ("2022-07", 80), ("2022-12", 85)]));
        // What is asked for later is not asked for before, nor is what the old plan asked for.
        let later = asking(&[("2022-12", 90)]);
        assert_eq!(old.changed(month("2022-07"), &later), later);
    }

    #[test]
    fn a_reading_is_held_against_the_target_of_its_month() {
        let month = |text| Month::parse(text).unwrap();
        let from = |text, figure| Target::new(Moment::Close(month(text)), Figure::whole(figure));
        let mut rising = Indicator::new(Compare::AtLeast, vec![from("2022-03", 80), from("2022-10", 90)], "%");
        let bound = |indicator: &Indicator, text| indicator.target_of(month(text)).map(|target| target.bound);
        assert_eq!(bound(&rising, "2022-09"), Some(Figure::whole(80)));
        assert_eq!(bound(&rising, "2022-10"), Some(Figure::whole(90)));
        // Over a year all its readings speak for its close.
        rising.period = Period::Year;
        assert_eq!(bound(&rising, "2022-02"), Some(Figure::whole(90)));
    }
}
