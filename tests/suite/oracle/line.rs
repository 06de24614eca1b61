//! A planned curve from its definition, point by point and piece by piece.

use shangdang::model::Shape;

use super::Exact;

/// What a plan asks for over time: moments on the scale of months, levels in percent.
pub(crate) struct Line {
    pub(crate) shape: Shape,
    pub(crate) points: Vec<(Exact, Exact)>,
}

/// The plan in force: lines of which each counts from a moment on; of several that have begun, the last one does.
pub(crate) struct InForce(pub(crate) Vec<(Exact, Line)>);

impl InForce {
    /// `sup { t <= now : P(t) <= actual }`.
    pub(crate) fn earned_by(&self, now: Exact, actual: Exact) -> Exact {
        let mut cuts = self.moments(Some(actual));
        cuts.push(now);
        cuts.retain(|&cut| cut <= now);
        // Nothing is asked before the first point, so the first piece always counts.
        let before = cuts.iter().copied().fold(now, Exact::min) - Exact::from(1);
        cuts.push(before);
        cuts.sort();

        let mut earned = before;
        for piece in cuts.windows(2) {
            // A change may ask for little at its very beginning only.
            if self.asked_at(piece[0]) <= actual {
                earned = piece[0];
            }
            if piece[0] < piece[1] && self.asked_at(middle(piece)) <= actual {
                earned = piece[1];
            }
        }
        if self.asked_at(now) <= actual { now } else { earned }
    }

    /// The point, or beginning of a change, from which on what is asked for last is asked for all the time; none where
    /// nothing ever is.
    pub(crate) fn finished_at(&self) -> Option<Exact> {
        let mut cuts = self.moments(None);
        let end = cuts.iter().copied().fold(Exact::from(0), Exact::max) + Exact::from(1);
        let last = self.asked_at(end);
        cuts.push(end);
        cuts.sort();
        let mut since = cuts[0];
        for piece in cuts.windows(2) {
            if self.asked_at(piece[0]) < last {
                since = piece[1];
            }
        }
        cuts.iter().any(|&cut| self.asked_at(cut) > Exact::from(0)).then_some(since)
    }

    /// Where the plan may change its way: points, beginnings, and where it passes a level.
    fn moments(&self, level: Option<Exact>) -> Vec<Exact> {
        let mut cuts = Vec::new();
        for (at, (from, line)) in self.0.iter().enumerate() {
            let rules = |moment: &Exact| self.0.iter().rposition(|(begun, _)| begun <= moment) == Some(at);
            let points = line.points.iter().map(|point| point.0);
            cuts.extend(points.chain((at > 0).then_some(*from)).filter(rules));
            if line.shape == Shape::Linear {
                let crossings = line.points.windows(2).filter_map(|ends| crossing(ends, level?));
                cuts.extend(crossings.filter(rules));
            }
        }
        cuts
    }

    /// `P(t)` in percent.
    pub(crate) fn asked_at(&self, at: Exact) -> Exact {
        let begun = self.0.iter().rfind(|(from, _)| *from <= at);
        begun.map_or(Exact::from(0), |(_, line)| line.asked_at(at))
    }
}

fn middle(piece: &[Exact]) -> Exact {
    (piece[0] + piece[1]) / Exact::from(2)
}

impl Line {
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
