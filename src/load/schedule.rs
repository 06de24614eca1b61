//! From a schedule as written to one that holds: points rise, dates lie within the plan, keys belong together.

use super::faults::Faults;
use super::frame::Frame;
use super::indicator;
use super::plan::check_within;
use super::register::check_order;
use super::task::{ItemDocument, MilestoneDocument, MilestoneLevel, ScheduleDocument, StageDocument};
use super::values::{check_rising, check_whole};
use crate::model::{
    Curve, CurveFault, Figure, Moment, Month, Point, Ratio, Recurring, Schedule, Season, Shape, Stage, Stages,
};
use crate::problem::{MisplacedBecause, Problem};
use crate::source::{Located, Place};

/// More seasons than this are not listed in a message.
const MOST_NAMED: usize = 40;

/// The schedule of an item; none where it does not hold, which is reported.
pub(super) fn build(item: &ItemDocument, frame: &Frame<'_>, faults: &Faults) -> Option<Schedule> {
    check_keys(item, faults);
    let Some(given) = item.schedules.first() else {
        return Some(Schedule::Unscheduled);
    };
    if let Some(second) = item.schedules.get(1) {
        faults.report_pair(second.place, given.place, Problem::SeveralSchedules);
        return None;
    }
    if item.basis.is_none() && !item.lost.basis && !matches!(given.value, ScheduleDocument::Standing) {
        faults.missing(item.place, "basis");
    }
    match &given.value {
        ScheduleDocument::Due(by) => deadline(*by, given.place, frame, faults).map(Schedule::Curve),
        ScheduleDocument::Milestones(milestones) => {
            let curve = curve(item, milestones, given.place, frame, faults)?;
            warn(&curve, faults);
            Some(Schedule::Curve(curve))
        }
        ScheduleDocument::Stages(given_stages) => {
            stages(item, given_stages, given.place, frame, faults).map(Schedule::Stages)
        }
        ScheduleDocument::Every { every, from, until, times } => {
            let mut ends = [*from, *until].into_iter().flatten();
            let is_within =
                |month: Located<Month>| check_within(month.value, frame.start, frame.end, month.place, faults);
            let (from, until) = (from.as_ref(), until.as_ref());
            if !ends.all(is_within) {
                return None;
            }
            check_order(from.copied(), "from", until.copied(), faults);
            let first = from.map_or(frame.start, |from| from.value);
            let last = until.map_or(frame.end, |until| until.value);
            let mut recurring = Recurring::every(*every, first, last).with_times(*times);
            recurring.is_bounded = (first, last) != (frame.start, frame.end);
            if recurring.occurrences().is_empty() {
                if first <= last {
                    faults.report(given.place, Problem::NeverDue);
                }
                return None;
            }
            Some(Schedule::Recurring(recurring))
        }
        ScheduleDocument::Months(months, times) => {
            let recurring = occurrences(months, given.place, frame, faults)?;
            Some(Schedule::Recurring(recurring.with_times(*times)))
        }
        ScheduleDocument::Indicator(document) => {
            indicator::build(document, given.place, frame, faults).map(Schedule::Indicator)
        }
        ScheduleDocument::Standing => {
            let season = item.season.as_ref();
            let season = season.map(|id| named_season(id, frame, faults));
            match season {
                Some(None) => None,
                season => Some(Schedule::Standing { season: season.flatten() }),
            }
        }
    }
}

/// Keys that belong to another key say nothing without it.
fn check_keys(item: &ItemDocument, faults: &Faults) {
    let misplaced = |place, key, because| faults.report(place, Problem::MisplacedKey { key, because });
    if item.is_faulty || item.schedules.len() > 1 || faults.is_garbled() {
        return;
    }
    let schedule = item.schedules.first().map(|schedule| &schedule.value);
    let is_milestones = matches!(schedule, Some(ScheduleDocument::Milestones(_)));
    let is_standing = matches!(schedule, Some(ScheduleDocument::Standing));
    let is_stages = matches!(schedule, Some(ScheduleDocument::Stages(_)));
    let is_curve = is_milestones || is_stages || matches!(schedule, None | Some(ScheduleDocument::Due(_)));
    if let Some(curve) = &item.curve
        && !is_milestones
    {
        misplaced(curve.place, "curve", MisplacedBecause::NeedsMilestones);
    }
    if let Some(season) = &item.season
        && !is_standing
    {
        misplaced(season.place, "season", MisplacedBecause::NeedsStanding);
    }
    if let Some(quantity) = &item.quantity
        && !is_curve
    {
        misplaced(quantity.place, "quantity", MisplacedBecause::NeedsCurve);
    }
    if let (true, Some(stages), None) = (is_stages, item.schedules.first(), &item.quantity) {
        misplaced(stages.place, "stages", MisplacedBecause::NeedsQuantity);
    }
    if let Some(quantity) = item.quantity.as_ref().filter(|quantity| is_stages && !quantity.value.objects.is_empty()) {
        // How many stand at each stage is counted; which of them do is not told.
        misplaced(quantity.place, "objects", MisplacedBecause::OneOrTheOther { other: "stages" });
    }
    if let (Some(shares), None) = (&item.shares, &item.quantity) {
        misplaced(shares.place, "shares", MisplacedBecause::NeedsQuantity);
    }
}

fn named_season(id: &Located<String>, frame: &Frame<'_>, faults: &Faults) -> Option<Season> {
    let found = frame.seasons.iter().find(|season| season.value.id == id.value);
    if found.is_none() && frame.knows_all_seasons {
        let known = || frame.seasons.iter().map(|season| season.value.id.as_str());
        let meant = faults.guess(&id.value, known());
        faults.report(
            id.place,
            Problem::UnknownSeason {
                id: id.value.clone(),
                meant: meant.map(str::to_owned),
                known: known().take(MOST_NAMED).map(str::to_owned).collect(),
            },
        );
    }
    found.map(|season| season.value.clone())
}

fn check_moment(moment: Moment, frame: &Frame<'_>, place: Place, faults: &Faults) -> bool {
    check_within(moment.month(), frame.start, frame.end, place, faults)
}

/// All of it by a moment.
fn deadline(by: Moment, place: Place, frame: &Frame<'_>, faults: &Faults) -> Option<Curve> {
    check_moment(by, frame, place, faults).then_some(())?;
    let point = Point { by, level: Ratio::HUNDRED, place };
    Curve::new(Shape::Step, vec![point]).ok()
}

/// The stages of an item, each with its own curve.
fn stages(
    item: &ItemDocument,
    given: &[StageDocument],
    place: Place,
    frame: &Frame<'_>,
    faults: &Faults,
) -> Option<Stages> {
    let mut is_sound = item.quantity.is_some();
    let mut built: Vec<Stage> = Vec::new();
    for (at, stage) in given.iter().enumerate() {
        if let Some(first) = given[..at].iter().find(|first| first.name.value == stage.name.value) {
            let name = stage.name.value.clone();
            faults.report_pair(stage.name.place, first.name.place, Problem::DuplicateStage { name });
            is_sound = false;
        }
        if let [first, second, ..] = &stage.asked[..] {
            faults.report_pair(second.place, first.place, Problem::SeveralSchedules);
            is_sound = false;
        }
        let curve = stage.asked.first().map(|asked| match &asked.value {
            ScheduleDocument::Due(by) => deadline(*by, asked.place, frame, faults),
            ScheduleDocument::Milestones(milestones) => curve(item, milestones, asked.place, frame, faults),
            _ => None,
        });
        is_sound &= !matches!(curve, Some(None));
        built.push(Stage { name: stage.name.value.clone(), curve: curve.flatten() });
    }
    if !is_sound {
        return None;
    }
    let stages = Stages::new(built);
    match &stages {
        None if !faults.is_garbled() => faults.report(place, Problem::UnaskedStages),
        Some(stages) if !faults.is_garbled() => warn_of_stages(stages, faults),
        _ => {}
    }
    stages
}

/// What holds but should be looked at: a stage asks for more than one before it, which all that reach it have to reach
/// first; and the last one does not ask for all.
fn warn_of_stages(stages: &Stages, faults: &Faults) {
    let asked: Vec<_> = stages.asked().collect();
    let name = |at: usize| stages.all()[at].name.clone();
    for (position, (later, curve)) in asked.iter().enumerate() {
        let ahead = curve.points().iter().find_map(|point| {
            let is_less = |(_, earlier): &&(usize, &Curve)| earlier.required_at(point.by.at()) < point.level;
            let (earlier, before) = asked[..position].iter().rev().find(is_less)?;
            Some((point, *earlier, before.last().place))
        });
        if let Some((point, earlier, other)) = ahead {
            let (stage, before) = (name(*later), name(earlier));
            faults.report_pair(point.place, other, Problem::StageAhead { stage, before });
        }
    }
    if let Some((_, last)) = asked.last() {
        warn_of_end(last, faults);
    }
}

fn curve(
    item: &ItemDocument,
    milestones: &[MilestoneDocument],
    place: Place,
    frame: &Frame<'_>,
    faults: &Faults,
) -> Option<Curve> {
    let shape = item.curve.map_or(Shape::Step, |curve| curve.value);
    let is_garbled = faults.is_garbled();
    let has_lost_shape = item.lost.curve || (item.curve.is_none() && is_garbled);
    let mut points = Vec::new();
    let mut is_sound = true;
    for (position, milestone) in milestones.iter().enumerate() {
        // Even pace from the first working day on starts at the close of the month before.
        let is_start = (shape == Shape::Linear || has_lost_shape) && position == 0;
        let start = if is_start { frame.start.plus(-1) } else { frame.start };
        let month = milestone.by.month();
        is_sound &= check_within(month, start, frame.end, milestone.place, faults);
        match level(milestone, item, faults) {
            Some(level) => points.push(Point { by: milestone.by, level, place: milestone.place }),
            None => is_sound = false,
        }
    }
    if !is_sound || has_lost_shape {
        return None;
    }
    let places: Vec<Place> = milestones.iter().map(|milestone| milestone.place).collect();
    Curve::new(shape, points)
        .inspect_err(|fault| match *fault {
            CurveFault::TooFew if is_garbled => {}
            CurveFault::TooFew => {
                let fewest = if shape == Shape::Linear { 2 } else { 1 };
                faults.report(place, Problem::TooFewMilestones { fewest });
            }
            CurveFault::NotLater { at } => {
                faults.report_pair(places[at], places[at - 1], Problem::MilestoneOrder);
            }
            CurveFault::Falls { at } => {
                faults.report_pair(places[at], places[at - 1], Problem::FallingMilestones);
            }
        })
        .ok()
}

fn level(milestone: &MilestoneDocument, item: &ItemDocument, faults: &Faults) -> Option<Ratio> {
    let quantity = item.quantity.as_ref().map(|quantity| &quantity.value);
    match (milestone.level, quantity) {
        (MilestoneLevel::Percent(percent), None) => Some(percent.value.ratio()),
        (MilestoneLevel::Percent(percent), Some(quantity)) => {
            let asked = percent.value.ratio() * quantity.total.ratio() / Ratio::HUNDRED;
            if quantity.whole && !asked.is_whole() {
                let (place, amount, unit) = (percent.place, asked.ceil(), quantity.unit.clone());
                let percent = percent.value;
                faults.report(place, Problem::MilestoneInParts { percent, amount, unit });
            }
            Some(percent.value.ratio())
        }
        (MilestoneLevel::Amount(_), None) if item.lost.quantity || faults.is_garbled() => None,
        (MilestoneLevel::Amount(amount), None) => {
            let because = MisplacedBecause::NeedsQuantity;
            faults.report(amount.place, Problem::MisplacedKey { key: "amount", because });
            None
        }
        (MilestoneLevel::Amount(amount), Some(quantity)) if amount.value > quantity.total => {
            let total = format!("{} {}", quantity.total, quantity.unit);
            faults.report(amount.place, Problem::AmountOverTotal { total });
            None
        }
        (MilestoneLevel::Amount(amount), Some(quantity)) => {
            check_whole(amount, quantity, faults).then_some(())?;
            Some(amount.value.ratio() / quantity.total.ratio() * Ratio::HUNDRED)
        }
    }
}

/// What holds but should be looked at.
fn warn(curve: &Curve, faults: &Faults) {
    if faults.is_garbled() {
        return;
    }
    warn_of_end(curve, faults);
    if curve.shape() == Shape::Linear {
        for pair in curve.points().windows(2) {
            let length = pair[1].by.at() - pair[0].by.at();
            if length > Ratio::whole(1) && pair[1].level > pair[0].level {
                let months = length.floor();
                faults.report_pair(pair[1].place, pair[0].place, Problem::LongSegment { months });
            }
        }
    }
}

/// The last point does not ask for all of it.
fn warn_of_end(curve: &Curve, faults: &Faults) {
    let last = curve.last();
    if last.level < Ratio::HUNDRED {
        let level = last.level.floor_to(100);
        let level =
            Figure::parse(&decimal(level), 2).map_or_else(|_| last.level.to_string(), |figure| figure.to_string());
        faults.report(last.place, Problem::UnfinishedCurve { level });
    }
}

/// A number in hundredths with two digits behind the point.
fn decimal(hundredths: Ratio) -> String {
    let units = (hundredths * Ratio::HUNDRED).floor();
    format!("{}.{:02}", units / 100, units % 100)
}

fn occurrences(months: &[Located<Month>], place: Place, frame: &Frame<'_>, faults: &Faults) -> Option<Recurring> {
    let mut is_sound = true;
    for month in months {
        is_sound &= check_within(month.value, frame.start, frame.end, month.place, faults);
    }
    is_sound &= check_rising(months, faults);
    if months.is_empty() && !faults.is_garbled() {
        faults.report(place, Problem::NeverDue);
        is_sound = false;
    }
    let months: Vec<Month> = months.iter().map(|month| month.value).collect();
    (is_sound && !months.is_empty()).then(|| Recurring::months(&months, frame.start))
}
