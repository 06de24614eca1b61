//! The indicator of an item: as written, and from there to one that holds.

use std::sync::Arc;

use super::faults::Faults;
use super::frame::Frame;
use super::keys;
use super::plan::{check_within, day_of_year};
use super::reader::{Table, Value};
use crate::model::{Compare, Figure, Indicator, Moment, Period, Ratio, Scale, Target};
use crate::problem::{BadTarget, DecimalRule, MisplacedBecause, Problem};
use crate::source::{Located, Place};

/// More scales than this are not listed in a message.
const MOST_NAMED: usize = 40;

/// `indicator = { … }`
pub(super) struct IndicatorDocument {
    compare: Located<Compare>,
    targets: Vec<TargetDocument>,
    unit: String,
    of: Option<Located<Figure>>,
    scale: Option<Located<String>>,
    period: Period,
    counts: bool,
    base: String,
    binding: bool,
}

/// A target, alone or one of several.
struct TargetDocument {
    from: Located<Moment>,
    written: Located<Written>,
    printed: Option<Located<Figure>>,
}

/// How a target is written.
enum Written {
    One(Figure),
    Two(Figure, Figure),
    /// A class of a scale.
    Word(String),
}

pub(super) fn read(value: Value<'_>) -> Option<IndicatorDocument> {
    let table = value.table(&keys::INDICATOR)?;
    let compare = table.require("compare").and_then(|compare| compare.choice(&Compare::ALL));
    let (scale, has_lost_scale) = table.read("scale", Value::text);
    let is_class = scale.is_some();
    let (several, single) = table.either("targets", "target");
    let due = table.get("due");
    let printed = table.get("printed").map(|printed| printed.figure(DecimalRule::Value));
    let targets = match (several, single) {
        (Some(several), single) => {
            let beside = [(single, "target"), (due, "due"), (table.get("printed"), "printed")];
            for (value, key) in beside.into_iter().filter_map(|(value, key)| Some((value?, key))) {
                let because = MisplacedBecause::OneOrTheOther { other: "targets" };
                value.faults.report(value.place, Problem::MisplacedKey { key, because });
            }
            let all: Option<Vec<_>> = several.tables(&keys::TARGET)?.map(|table| step(table?, is_class)).collect();
            all
        }
        (None, Some(single)) => {
            if due.is_none() {
                table.faults.missing(table.place(), "due");
            }
            let (from, written) = (due.and_then(Value::moment), target(single, is_class));
            let printed = printed.map_or(Some(None), |printed| Some(Some(printed?)));
            from.zip(written)
                .zip(printed)
                .map(|((from, written), printed)| vec![TargetDocument { from, written, printed }])
        }
        (None, None) => None,
    };
    let unit = table.remark("unit");
    let (of, has_lost_of) = table.read("of", |of| of.figure(DecimalRule::PositiveAmount));
    let (period, has_lost_period) = table.read("period", period);
    let (counts, base) = (table.get("counts"), table.remark("base"));
    if let (Some(counts), None, false) = (counts, period.filter(|period| *period != Period::Month), has_lost_period) {
        let because = MisplacedBecause::Needs { other: "period" };
        table.faults.report(counts.place, Problem::MisplacedKey { key: "counts", because });
    }
    let counts = counts.and_then(Value::boolean).is_some_and(|counts| counts.value);
    let binding = table.switch("binding").unwrap_or(false);
    let is_doubtful = {
        let leftover = table.finish();
        ["scale", "of", "period", "counts", "targets"].into_iter().any(|key| leftover.may_be(key))
    };
    if has_lost_scale || has_lost_of || has_lost_period || is_doubtful {
        return None;
    }
    let period = period.unwrap_or(Period::Month);
    Some(IndicatorDocument { compare: compare?, targets: targets?, unit, of, scale, period, counts, base, binding })
}

/// One of `targets`.
fn step(table: Table<'_>, is_class: bool) -> Option<TargetDocument> {
    let from = table.require("from").and_then(Value::moment);
    let written = table.require("target").and_then(|value| target(value, is_class));
    let (printed, has_lost_printed) = table.read("printed", |printed| printed.figure(DecimalRule::Value));
    table.finish();
    (!has_lost_printed).then_some(TargetDocument { from: from?, written: written?, printed })
}

fn target(value: Value<'_>, is_class: bool) -> Option<Located<Written>> {
    let written = if is_class {
        Written::Word(value.word()?.value.to_owned())
    } else if value.is_list() {
        let bounds: Vec<_> = value.list()?.map(|bound| bound.figure(DecimalRule::Value)).collect();
        let bounds: Option<Vec<_>> = bounds.into_iter().collect();
        let [lower, upper] = bounds?[..] else {
            value.faults.report(value.place, Problem::BadTarget { fault: BadTarget::NotTwo });
            return None;
        };
        Written::Two(lower.value, upper.value)
    } else {
        Written::One(value.figure(DecimalRule::Value)?.value)
    };
    Some(Located::new(written, value.place))
}

fn period(value: Value<'_>) -> Option<Period> {
    if !value.is_table() {
        return value.choice(&Period::WORDS).map(|period| period.value);
    }
    let table = value.table(&keys::WINDOW)?;
    let days = day_of_year(&table, "from").zip(day_of_year(&table, "until"));
    table.finish();
    days.map(|(from, until)| Period::Window { from, until })
}

/// The indicator; none where it does not hold, which is reported.
pub(super) fn build(
    document: &IndicatorDocument,
    place: Place,
    frame: &Frame<'_>,
    faults: &Faults,
) -> Option<Indicator> {
    let bad = |place, fault| faults.report(place, Problem::BadTarget { fault });
    let compare = document.compare;
    let scale = match &document.scale {
        Some(id) => Some(scale_named(id, frame, faults)?),
        None => None,
    };
    match (compare.value, &document.scale) {
        (Compare::NoWorseThan, None) => {
            bad(compare.place, BadTarget::NoScale);
            return None;
        }
        (Compare::NoWorseThan, Some(_)) | (_, None) => {}
        (_, Some(_)) => {
            bad(compare.place, BadTarget::OnScale);
            return None;
        }
    }
    if let (Some(_), Some(of)) = (&scale, document.of) {
        let because = MisplacedBecause::OneOrTheOther { other: "scale" };
        faults.report(of.place, Problem::MisplacedKey { key: "of", because });
        return None;
    }
    if document.counts && !matches!(compare.value, Compare::AtMost | Compare::Below) {
        bad(compare.place, BadTarget::CountsUp);
        return None;
    }
    let mut targets: Vec<Target> = Vec::new();
    let mut is_sound = true;
    for (at, written) in document.targets.iter().enumerate() {
        is_sound &= check_within(written.from.value.month(), frame.start, frame.end, written.from.place, faults);
        match held(written, document, scale.as_deref(), faults) {
            Some(target) => targets.push(target),
            None => is_sound = false,
        }
        let before = at.checked_sub(1).map(|before| &document.targets[before]);
        let [.., earlier, later] = &targets[..] else { continue };
        let Some(before) = before.filter(|_| is_sound) else { continue };
        if later.from.at() <= earlier.from.at() {
            faults.report_pair(written.from.place, before.from.place, Problem::MilestoneOrder);
            is_sound = false;
        } else if document.period == Period::Month && earlier.is_eased_by(compare.value, *later) {
            faults.report_pair(written.written.place, before.written.place, Problem::EasedTarget);
            is_sound = false;
        }
    }
    if !is_sound || targets.is_empty() {
        if document.targets.is_empty() && !faults.is_garbled() {
            faults.report(place, Problem::NeverDue);
        }
        return None;
    }
    let mut indicator = Indicator::new(compare.value, targets, &document.unit);
    indicator.of = document.of.map(|of| of.value);
    indicator.scale = scale;
    indicator.period = document.period;
    indicator.counts = document.counts;
    indicator.base.clone_from(&document.base);
    indicator.binding = document.binding;
    if indicator.judged(frame.start, frame.end).next().is_none() {
        faults.report(place, Problem::NeverJudged);
        return None;
    }
    Some(indicator)
}

/// A target in the measure of its indicator.
fn held(
    written: &TargetDocument,
    document: &IndicatorDocument,
    scale: Option<&Scale>,
    faults: &Faults,
) -> Option<Target> {
    let place = written.written.place;
    let bad = |fault| faults.report(place, Problem::BadTarget { fault });
    let (bound, upper) = match (&written.written.value, document.compare.value) {
        (Written::Word(word), _) => {
            let class = class_named(word, place, scale?, faults)?;
            (class, class)
        }
        (Written::Two(lower, upper), Compare::Between) if lower < upper => (*lower, *upper),
        (Written::Two(lower, upper), Compare::Between) => {
            bad(BadTarget::NotRising { lower: upper.to_string(), upper: lower.to_string() });
            return None;
        }
        (Written::Two(..), _) => {
            bad(BadTarget::TwoElsewhere);
            return None;
        }
        (Written::One(_), Compare::Between) => {
            bad(BadTarget::NotTwo);
            return None;
        }
        (Written::One(figure), _) => (*figure, *figure),
    };
    if let Some(of) = document.of {
        for figure in [bound, upper] {
            check_count(Located::new(figure, place), of.value, &document.unit, faults).then_some(())?;
        }
    }
    if let Some(printed) = written.printed {
        let Some(of) = document.of else {
            let because = MisplacedBecause::Needs { other: "of" };
            faults.report(printed.place, Problem::MisplacedKey { key: "printed", because });
            return None;
        };
        check_printed(printed, bound, of.value, faults);
    }
    let printed = written.printed.map(|printed| printed.value);
    Some(Target { from: written.from.value, bound, upper, printed })
}

/// Reports what is no count out of so many.
pub(super) fn check_count(figure: Located<Figure>, of: Figure, unit: &str, faults: &Faults) -> bool {
    let is_count = figure.value.decimals() == 0 && (Figure::ZERO..=of).contains(&figure.value);
    if !is_count {
        let (of, unit) = (of.to_string(), unit.to_owned());
        faults.report(figure.place, Problem::NoCountOf { of, unit });
    }
    is_count
}

/// Reports a printed percentage that the count does not come to, in the decimals in which it is printed.
fn check_printed(printed: Located<Figure>, count: Figure, of: Figure, faults: &Faults) {
    let exact = count.ratio() / of.ratio() * Ratio::HUNDRED;
    let steps = 10_i128.pow(printed.value.decimals());
    let half = Ratio::new(1, 2 * steps);
    let off = printed.value.ratio() - exact;
    if off > half || Ratio::ZERO - off > half {
        let nearest = (exact + half).floor_to(steps.max(100));
        let comes_to = Figure::exactly(nearest).map_or_else(|| nearest.to_string(), |figure| figure.to_string());
        let (count, of) = (count.to_string(), of.to_string());
        faults.report(printed.place, Problem::PrintedDiffers { count, of, comes_to });
    }
}

/// The class of a scale that is written, by its position; none where there is no such, which is reported.
pub(super) fn class_named(written: &str, place: Place, scale: &Scale, faults: &Faults) -> Option<Figure> {
    let found = scale.read(written);
    if found.is_none() {
        let (written, known) = (written.to_owned(), scale.classes.clone());
        faults.report(place, Problem::UnknownClass { written, known });
    }
    found
}

fn scale_named(id: &Located<String>, frame: &Frame<'_>, faults: &Faults) -> Option<Arc<Scale>> {
    let found = frame.scales.iter().find(|scale| scale.id == id.value);
    if found.is_none() && frame.knows_all_scales {
        let known = || frame.scales.iter().map(|scale| scale.id.as_str());
        let meant = faults.guess(&id.value, known()).map(str::to_owned);
        let known = known().take(MOST_NAMED).map(str::to_owned).collect();
        faults.report(id.place, Problem::UnknownScale { id: id.value.clone(), meant, known });
    }
    found.cloned()
}
