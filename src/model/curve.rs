//! The planned curve: how much by when.

use super::{Moment, Ratio};
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

/// What a plan requires over time: 0 before the first point, never falling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Curve {
    shape: Shape,
    points: Vec<Point>,
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
        Ok(Self { shape, points })
    }

    /// Step or linear.
    pub fn shape(&self) -> Shape {
        self.shape
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

    /// What is required at a moment, in percent: `P(t)`.
    pub fn required_at(&self, at: Ratio) -> Ratio {
        let Some(passed) = self.points.iter().rposition(|point| point.by.at() <= at) else {
            return Ratio::ZERO;
        };
        let from = &self.points[passed];
        match (self.shape, self.points.get(passed + 1)) {
            (Shape::Step, _) | (Shape::Linear, None) => from.level,
            (Shape::Linear, Some(to)) => {
                let elapsed = (at - from.by.at()) / (to.by.at() - from.by.at());
                from.level + (to.level - from.level) * elapsed
            }
        }
    }
}
