//! What a curve shows, as numbers: courses over time, readings, and the lag between them. How it is drawn is elsewhere.

use super::super::super::results::Results;
use super::super::axis::Axis;
use crate::assess::{Reasoning, ShareAssessment, StageState, Verdict};
use crate::model::{
    Curve, Entry, Figure, Indicator, Item, Lag, Month, Period, Ratio, Reading, Recurring, Schedule, Target,
};
use crate::text::measure::decimal;

/// A moment and a level.
pub(super) type Place = (Ratio, Ratio);

/// What is required: a line through places.
#[derive(Clone, Debug)]
pub(super) struct Course {
    pub(super) places: Vec<Place>,
    /// It no longer counts, or not yet.
    pub(super) is_aside: bool,
}

/// Levels over time.
#[derive(Clone, Debug)]
pub(super) struct Graph {
    pub(super) span: (Month, Month),
    /// Lowest and highest level.
    pub(super) levels: (Ratio, Ratio),
    /// Levels with a name, from the lowest.
    pub(super) ticks: Vec<(Ratio, String)>,
    pub(super) courses: Vec<Course>,
    /// What was reported, at the close of its month.
    pub(super) readings: Vec<Place>,
    /// The moment earned, and the level reached there, where it lags.
    pub(super) lag: Option<Place>,
    /// Up to which moment that is counted.
    pub(super) until: Ratio,
}

/// How an occurrence stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Occurred {
    Done,
    Missed,
    Open,
    Ahead,
}

/// Occurrences over time.
#[derive(Clone, Debug)]
pub(super) struct Timeline {
    pub(super) span: (Month, Month),
    /// First and due month of each, and how it stands.
    pub(super) occurrences: Vec<(Month, Month, Occurred)>,
    /// Since when one is open.
    pub(super) lag: Option<Ratio>,
}

/// One of the two.
#[derive(Clone, Debug)]
pub(super) enum Plot {
    Graph(Graph),
    Timeline(Timeline),
}

/// A plot of a share, or of one of its stages.
#[derive(Clone, Debug)]
pub(super) struct Drawn {
    /// The name of the stage, where it is one's.
    pub(super) stage: Option<String>,
    /// How long that lags.
    pub(super) lag: Option<Lag>,
    pub(super) plot: Plot,
}

/// What is drawn of a share, in the order of its stages where it has any; nothing where nothing can lag.
pub(super) fn plots(results: Results<'_>, assessed: &ShareAssessment) -> Vec<Drawn> {
    let verdict = assessed.verdict();
    let plot = match results.terms(assessed).schedule {
        Schedule::Curve(curve) => Plot::Graph(progress(results, assessed, curve)),
        Schedule::Stages(stages) => {
            let states = results.stage_states(assessed, verdict);
            let drawn = |(at, curve): (usize, &Curve)| Drawn {
                stage: Some(stages.all()[at].name.clone()),
                lag: states[at].lag,
                plot: Plot::Graph(stage(results, assessed, (at, &states[at]), curve)),
            };
            return stages.asked().map(drawn).collect();
        }
        Schedule::Indicator(indicator) => Plot::Graph(measured(results, assessed, indicator)),
        Schedule::Recurring(recurring) => Plot::Timeline(timeline(results, assessed, recurring)),
        Schedule::Standing { .. } | Schedule::Unscheduled => return Vec::new(),
    };
    vec![Drawn { stage: None, lag: verdict.lag, plot }]
}

/// The moment from which a verdict counts as late; none where it does not.
fn late_from(verdict: &Verdict) -> Option<Ratio> {
    verdict.since()?;
    verdict.counts_from
}

/// The months for which there is a figure of that very month, and the figure.
fn reported(results: Results<'_>, assessed: &ShareAssessment, level: impl Fn(Ratio) -> Ratio) -> Vec<Place> {
    let at = |verdict: &Verdict| {
        let is_new = results.evidence(assessed, verdict)?.month == verdict.month;
        let actual = verdict.actual.filter(|_| is_new)?;
        Some((verdict.month.close(), level(actual)))
    };
    assessed.history().iter().filter_map(at).collect()
}

/// Every reading that counts by now: those of a period that has not closed are no evidence yet.
fn read(results: Results<'_>, assessed: &ShareAssessment) -> Vec<Place> {
    let (workspace, as_of) = (results.workspace, results.assessment.as_of);
    let entries = results.share(assessed).entries.iter().filter(|entry| entry.month <= as_of.month);
    let is_known =
        |entry: &Entry| entry.assumed || workspace.report(entry.report).is_known_by(as_of.known_by, &workspace.plan);
    let values = entries.filter(|entry| is_known(entry)).filter_map(|entry| match entry.reading {
        Reading::Value(value) => Some((entry.month.close(), value.ratio())),
        _ => None,
    });
    values.collect()
}

/// Percent over time: the curve in force, and beside it what earlier ones would have asked for after their time.
fn progress(results: Results<'_>, assessed: &ShareAssessment, curve: &Curve) -> Graph {
    let (item, verdict) = (results.item(assessed), assessed.verdict());
    let terms = results.terms(assessed);
    let plan = &results.workspace.plan;
    let level = |actual: Ratio| terms.percent_of(actual).clamp(Ratio::ZERO, Ratio::HUNDRED);
    let former = former(item, verdict);
    let curves = former.iter().map(|(curve, _)| *curve).chain([curve]);
    let moments: Vec<Ratio> =
        curves.flat_map(Curve::points).map(|point| point.by.at()).chain(verdict.counts_from).collect();
    let span = Axis::span(plan.start, plan.end.max(verdict.month), moments);
    let (begin, end) = (span.0.plus(-1).close(), span.1.close());
    let mut courses = vec![course(curve, begin, end, false)];
    courses.extend(former.into_iter().map(|(curve, until)| course(curve, until.close(), end, true)));
    let reached = level(verdict.actual.unwrap_or(Ratio::ZERO));
    let lag = late_from(verdict).map(|from| (from, reached));
    in_percent(span, courses, reported(results, assessed, level), lag, verdict.until().at())
}

/// Percent from none to all.
fn in_percent(
    span: (Month, Month),
    courses: Vec<Course>,
    readings: Vec<Place>,
    lag: Option<Place>,
    until: Ratio,
) -> Graph {
    let tick = |percent: i128| (Ratio::whole(percent), format!("{percent}%"));
    let ticks = [0, 20, 40, 60, 80, 100].map(tick).into();
    Graph { span, levels: (Ratio::ZERO, Ratio::HUNDRED), ticks, courses, readings, lag, until }
}

/// How many have reached a stage over time, in percent of all.
fn stage(results: Results<'_>, assessed: &ShareAssessment, (at, state): (usize, &StageState), curve: &Curve) -> Graph {
    let (share, plan, terms) = (results.share(assessed), &results.workspace.plan, results.terms(assessed));
    let month = assessed.verdict().month;
    let moments = curve.points().iter().map(|point| point.by.at()).chain(state.counts_from);
    let span = Axis::span(plan.start, plan.end.max(month), moments);
    let courses = vec![course(curve, span.0.plus(-1).close(), span.1.close(), false)];
    let reading = |verdict: &Verdict| {
        let entry = results.evidence(assessed, verdict).filter(|entry| entry.month == verdict.month)?;
        let reached = share.reached(entry)?.get(at).copied()?;
        Some((verdict.month.close(), terms.percent_of(reached.ratio())))
    };
    let readings = assessed.history().iter().filter_map(reading).collect();
    let late = state.lag.filter(|lag| lag.is_some()).and(state.counts_from);
    let late = late.map(|from| (from, terms.percent_of(state.reached)));
    in_percent(span, courses, readings, late, month.close())
}

/// The curves that were in force before the one of a verdict, each with the month whose close ended that.
fn former<'a>(item: &'a Item, verdict: &Verdict) -> Vec<(&'a Curve, Month)> {
    let revisions = &item.revisions[..verdict.revision.map_or(0, |at| at + 1)];
    let curves = [&item.schedule].into_iter().chain(revisions.iter().map(|revision| &revision.schedule));
    let all = curves.enumerate().filter_map(|(at, schedule)| {
        let until = revisions[at..].iter().map(|later| later.from).min()?;
        // One whose time would come later was never in force.
        let was_in_force = at == 0 || revisions[at - 1].from < until;
        schedule.curve().filter(|_| was_in_force).map(|curve| (curve, until))
    });
    all.collect()
}

/// A curve between two moments, with its steps or slopes as they are.
fn course(curve: &Curve, from: Ratio, until: Ratio, is_aside: bool) -> Course {
    let mut places = vec![(from, curve.required_at(from))];
    for (nth, point) in curve.points().iter().enumerate() {
        let at = point.by.at();
        if from < at && at <= until {
            places.extend([(at, curve.level_before(nth)), (at, point.level)]);
        }
    }
    places.push((until, curve.required_at(until)));
    Course { places, is_aside }
}

/// Readings against the targets, each from its moment on.
fn measured(results: Results<'_>, assessed: &ShareAssessment, indicator: &Indicator) -> Graph {
    let verdict = assessed.verdict();
    let plan = &results.workspace.plan;
    let targets = indicator.targets();
    let mut bounds: Vec<Ratio> = targets.iter().flat_map(|one| [one.bound, one.upper]).map(Figure::ratio).collect();
    bounds.sort_unstable();
    bounds.dedup();
    let readings = match indicator.period {
        Period::Month => reported(results, assessed, |value| value),
        _ => read(results, assessed),
    };
    let values = || readings.iter().map(|&(_, value)| value).chain(bounds.iter().copied());
    let low = values().fold(bounds[0], Ratio::min);
    let high = values().fold(bounds[0], Ratio::max);
    // A tenth of room on either side, so that no line lies on the edge.
    let room = if low == high { Ratio::whole(1) } else { (high - low) / Ratio::whole(10) };
    let span = Axis::span(plan.start, plan.end.max(verdict.month), targets.iter().map(|target| target.from.at()));
    let (begin, end) = (span.0.plus(-1).close(), span.1.close());
    let mut ticks: Vec<Ratio> = [low, high].into_iter().chain(bounds.iter().copied()).collect();
    ticks.sort_unstable();
    ticks.dedup();
    let name = |value: Ratio| match indicator.scale.as_deref().zip(Figure::exactly(value)) {
        Some((scale, class)) => scale.spoken(class),
        None => format!("{}{}", decimal(value), indicator.unit),
    };
    let line = |from, until, level: Figure, is_aside| Course {
        places: vec![(from, level.ratio()), (until, level.ratio())],
        is_aside,
    };
    let due = indicator.due().at();
    let mut courses = Vec::new();
    for level in bounds_of(&targets[0]) {
        courses.push(line(begin, due, level, true));
    }
    for (at, target) in targets.iter().enumerate() {
        let until = targets.get(at + 1).map_or(end, |next| next.from.at());
        courses.extend(bounds_of(target).map(|level| line(target.from.at(), until, level, false)));
    }
    let reached = verdict.actual.unwrap_or_else(|| targets[0].bound.ratio());
    Graph {
        span,
        levels: (low - room, high + room),
        ticks: ticks.into_iter().map(|value| (value, name(value))).collect(),
        courses,
        lag: late_from(verdict).map(|from| (from, reached)),
        until: verdict.until().at(),
        readings,
    }
}

/// One bound, or two.
fn bounds_of(target: &Target) -> impl Iterator<Item = Figure> {
    let upper = Some(target.upper).filter(|upper| *upper != target.bound);
    [target.bound].into_iter().chain(upper)
}

/// Occurrences: those up to the latest one done are done or missed, those after it open or ahead.
fn timeline(results: Results<'_>, assessed: &ShareAssessment, recurring: &Recurring) -> Timeline {
    let verdict = assessed.verdict();
    let workspace = results.workspace;
    let as_of = results.assessment.as_of;
    let latest = match verdict.reasoning {
        Reasoning::Recurring { latest_done, .. } => latest_done,
        _ => None,
    };
    let entries = results.share(assessed).entries.iter();
    let counted: Vec<Reading> = entries
        .filter(|entry| entry.month <= as_of.month)
        .filter(|entry| workspace.report(entry.report).is_known_by(as_of.known_by, &workspace.plan))
        .map(|entry| entry.reading)
        .collect();
    let is_done = |month: Month| {
        let mut words = counted.iter().rev().filter_map(|reading| recurring.says_done(*reading, month));
        words.next().unwrap_or(false)
    };
    let occurred = |nth: usize, due: Month| match latest {
        Some(latest) if nth <= latest && is_done(due) => Occurred::Done,
        Some(latest) if nth <= latest => Occurred::Missed,
        _ if due <= as_of.month => Occurred::Open,
        _ => Occurred::Ahead,
    };
    let occurrences: Vec<(Month, Month, Occurred)> = recurring
        .occurrences()
        .iter()
        .enumerate()
        .skip(recurring.first_from(workspace.plan.kept_from(results.share(assessed).unit)))
        .map(|(nth, one)| (one.from, one.due, occurred(nth, one.due)))
        .collect();
    let plan = &workspace.plan;
    let moments = occurrences.iter().flat_map(|(from, due, _)| [from.plus(-1).close(), due.close()]);
    Timeline { span: Axis::span(plan.start, plan.end.max(as_of.month), moments), lag: late_from(verdict), occurrences }
}

impl Graph {
    /// How far up a level is, of so many units, cut off to the unit below.
    pub(super) fn up(&self, level: Ratio, units: i32) -> i32 {
        let (low, high) = self.levels;
        let part = (level - low) / (high - low) * Ratio::whole(i128::from(units));
        let part = part.floor().clamp(0, i128::from(units));
        i32::try_from(part).unwrap_or(units)
    }
}

impl Plot {
    pub(super) fn span(&self) -> (Month, Month) {
        match self {
            Self::Graph(graph) => graph.span,
            Self::Timeline(timeline) => timeline.span,
        }
    }
}
