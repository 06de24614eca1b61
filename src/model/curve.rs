//! The planned curve: how much by when, and the curve in force once a change of it has been approved.

use super::{Moment, Month, Ratio};
use crate::source::Place;

/// What happens between two points of a curve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Each level holds until the next point (节点).
    Step,
    /// The points are joined: an even pace is really required (序时进度).
    Linear,
}

impl Shape {
    /// Every shape with the word that files use.
    pub const ALL: [(Self, &'static str); 2] = [(Self::Step, "step"), (Self::Linear, "linear")];
}

/// A milestone (节点).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// By when.
    pub by: Moment,
    /// How much of the item, in percent, cumulative.
    pub level: Ratio,
    /// Where the plan file says so.
    pub place: Place,
}

/// What a plan requires over time: 0 before the first point. As a plan gives it, it never falls; where an approved change
/// asks for less, it falls at the close from which the change is in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Curve {
    points: Vec<Point>,
    /// For each point the end of the straight line that leads from the point before up to it; none where the level of
    /// that point holds until then. A line that a change cuts off would have ended later, or elsewhere.
    lines: Vec<Option<Point>>,
}

/// Why points do not make a curve; positions count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CurveFault {
    /// No points, or a linear curve with only one.
    TooFew,
    /// A point is not later than the one before.
    NotLater {
        /// Position of the later point.
        at: usize,
    },
    /// A point requires less than the one before.
    Falls {
        /// Position of the later point.
        at: usize,
    },
}

impl Curve {
    /// A curve through these points, which have to rise in time and may not fall in level.
    ///
    /// # Errors
    /// The first [`CurveFault`].
    pub fn new(shape: Shape, points: Vec<Point>) -> Result<Self, CurveFault> {
        let fewest = match shape {
            Shape::Step => 1,
            Shape::Linear => 2,
        };
        if points.len() < fewest {
            return Err(CurveFault::TooFew);
        }
        for (at, pair) in (1..).zip(points.windows(2)) {
            if pair[1].by.at() <= pair[0].by.at() {
                return Err(CurveFault::NotLater { at });
            }
            if pair[1].level < pair[0].level {
                return Err(CurveFault::Falls { at });
            }
        }
        let is_led_to = |at: usize| at > 0 && shape == Shape::Linear;
        let lines = points.iter().enumerate().map(|(at, point)| is_led_to(at).then_some(*point)).collect();
        Ok(Self { points, lines })
    }

    /// The curve in force from the close of a month on which a change was approved: what was in force before that
    /// close (nothing, where nothing was planned), what the change asks for from then on. Where the close lies between
    /// points of the change, `place` is where the change is written.
    pub fn changed(before: Option<&Self>, from: Month, change: &Self, place: Place) -> Self {
        let close = from.close();
        let mut curve = Self { points: Vec::new(), lines: Vec::new() };
        let earlier = before.map_or(0, |before| before.points.partition_point(|point| point.by.at() < close));
        if let Some(before) = before {
            curve.points.extend(&before.points[..earlier]);
            curve.lines.extend(&before.lines[..earlier]);
        }
        let later = change.points.partition_point(|point| point.by.at() <= close);
        let line = before.and_then(|before| *before.lines.get(earlier)?);
        let level = change.required_at(close);
        let held = curve.points.last().map_or(Ratio::ZERO, |point| point.level);
        let is_last = later == change.points.len();
        if held != level || line.is_some() || is_last || change.line_to(later).is_some() {
            let place = later.checked_sub(1).map_or(place, |at| change.points[at].place);
            curve.points.push(Point { by: Moment::Close(from), level, place });
            curve.lines.push(line);
        }
        curve.points.extend(&change.points[later..]);
        curve.lines.extend(&change.lines[later..]);
        curve
    }

    /// Whether the points are joined, or any of them.
    pub fn shape(&self) -> Shape {
        if self.lines.iter().any(Option::is_some) { Shape::Linear } else { Shape::Step }
    }

    /// The points in the order of time; never empty.
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// The last point.
    pub fn last(&self) -> &Point {
        self.points.last().expect("a curve has points")
    }

    /// The point from which on the last level is asked for, however many later ones ask for nothing new.
    pub fn finish(&self) -> &Point {
        let before = self.points.iter().rposition(|point| point.level < self.last().level);
        &self.points[before.map_or(0, |at| at + 1)]
    }

    /// The straight line that leads to a point from the one before, if one does, as it is written.
    pub fn line_to(&self, at: usize) -> Option<(Point, Point)> {
        let end = (*self.lines.get(at)?)?;
        Some((self.points[at - 1], end))
    }

    /// The level right before a point.
    pub fn level_before(&self, at: usize) -> Ratio {
        at.checked_sub(1).map_or(Ratio::ZERO, |before| self.along(before, self.points[at].by.at()))
    }

    /// The first point from which on more than a level is asked for, for good; none if that never is.
    pub fn first_above(&self, level: Ratio) -> Option<usize> {
        let enough = self.points.iter().rposition(|point| point.level <= level);
        let next = enough.map_or(0, |at| at + 1);
        (next < self.points.len()).then_some(next)
    }

    /// The straight line on which more than a level comes to be asked for, before the point from which on it is.
    pub fn line_past(&self, level: Ratio) -> Option<(Point, Point)> {
        self.line_through(self.first_above(level)?, level)
    }

    fn line_through(&self, unmet: usize, level: Ratio) -> Option<(Point, Point)> {
        self.line_to(unmet).filter(|_| self.level_before(unmet) > level)
    }

    /// `sup { t : P(t) <= level }`: the moment up to which no more than this is asked for; none if more never is.
    pub fn last_within(&self, level: Ratio) -> Option<Ratio> {
        self.first_above(level).map(|unmet| self.last_before(unmet, level))
    }

    /// The same, where the first point is known from which on more is asked for.
    pub fn last_before(&self, unmet: usize, level: Ratio) -> Ratio {
        match self.line_through(unmet, level) {
            Some((from, to)) => {
                let way = (level - from.level) / (to.level - from.level);
                from.by.at() + (to.by.at() - from.by.at()) * way
            }
            None => self.points[unmet].by.at(),
        }
    }

    /// What is required at a moment, in percent: `P(t)`.
    pub fn required_at(&self, at: Ratio) -> Ratio {
        let passed = self.points.partition_point(|point| point.by.at() <= at);
        passed.checked_sub(1).map_or(Ratio::ZERO, |passed| self.along(passed, at))
    }

    /// The level between a point and the next one.
    fn along(&self, passed: usize, at: Ratio) -> Ratio {
        match self.line_to(passed + 1) {
            None => self.points[passed].level,
            Some((from, to)) => {
                let elapsed = (at - from.by.at()) / (to.by.at() - from.by.at());
                from.level + (to.level - from.level) * elapsed
            }
        }
    }
}
