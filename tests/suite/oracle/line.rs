//! A planned curve from its definition, point by point and piece by piece.

use shangdang::model::Shape;

use super::Exact;

/// What a plan asks for over time: moments on the scale of months, levels in percent.
pub(crate) struct Line {
    pub(crate) shape: Shape,
    pub(crate) points: Vec<(Exact, Exact)>,
}

impl Line {
    /// `sup { t <= now : P(t) <= actual }`.
    pub(crate) fn earned_by(&self, now: Exact, actual: Exact) -> Exact {
        let points = &self.points;
        let mut cuts: Vec<Exact> = points.iter().map(|point| point.0).collect();
        if self.shape == Shape::Linear {
            cuts.extend(points.windows(2).filter_map(|ends| crossing(ends, actual)));
        }
        cuts.push(now);
        cuts.retain(|&cut| cut <= now);
        // Nothing is asked before the first point, so the first piece always counts.
        let before = points[0].0.min(now) - Exact::from(1);
        cuts.push(before);
        cuts.sort();

        let mut earned = before;
        for piece in cuts.windows(2) {
            let middle = (piece[0] + piece[1]) / Exact::from(2);
            if self.asked_at(middle) <= actual {
                earned = piece[1];
            }
        }
        if self.asked_at(now) <= actual { now } else { earned }
    }

    /// `P(t)` in percent: the highest level passed; between two joined points their mean, weighted by nearness.
    pub(crate) fn asked_at(&self, at: Exact) -> Exact {
        let between = self.points.windows(2).find(|ends| ends[0].0 < at && at < ends[1].0);
        if let (Shape::Linear, Some(ends)) = (self.shape, between) {
            let [(from, low), (to, high)] = [ends[0], ends[1]];
            (low * (to - at) + high * (at - from)) / (to - from)
        } else {
            let passed = self.points.iter().filter(|point| point.0 <= at);
            passed.map(|point| point.1).max().unwrap_or(Exact::from(0))
        }
    }
}

/// Where the straight line between two points takes this level on the way.
fn crossing(ends: &[(Exact, Exact)], level: Exact) -> Option<Exact> {
    let [(from, low), (to, high)] = [ends[0], ends[1]];
    let inside = low < level && level < high;
    inside.then(|| (from * (high - level) + to * (level - low)) / (high - low))
}
