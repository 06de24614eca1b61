//! A report that is filed on its last day or later and changes nothing.

use super::{Looked, Observation, Seen, figure, is_done};
use crate::model::UnitIx;
use crate::source::Place;

/// One unchanged figure says little about a report; with two, the report as a whole can be asked about.
const UNCHANGED_FIGURES: usize = 2;

/// The unit's report for the month was filed on the report day or later, and every figure that could still grow is the
/// same as in the report before.
pub(super) fn unchanged(looked: Looked<'_>, unit: UnitIx) -> Option<Observation> {
    let (workspace, month) = (looked.workspace, looked.as_of.month);
    let reports = workspace.reports_of[unit.0].iter();
    let mut reports = reports.map(|&report| workspace.report(report));
    let report = reports.find(|report| report.month == month)?;
    let due = workspace.plan.report_day_of(month);
    let filed = report.submitted.filter(|&day| day >= due)?;
    if !workspace.plan.asks(unit, month) || !report.is_known_by(looked.as_of.known_by, &workspace.plan) {
        return None;
    }
    let mut places: Vec<Place> = Vec::new();
    for (_, share) in workspace.shares_by(unit) {
        let figures = looked.figures(share);
        let Some((&(now, at), earlier)) = figures.split_last() else {
            continue;
        };
        if now.month != month || is_done(looked, share, now) {
            continue;
        }
        // A first figure is something new.
        let &(before, _) = earlier.last()?;
        if figure(before.reading) != Some(at) {
            return None;
        }
        places.push(now.place);
    }
    if places.len() < UNCHANGED_FIGURES {
        return None;
    }
    places.sort_unstable();
    let figures = places.len();
    Some(Observation { unit, item: None, seen: Seen::Unchanged { filed, due, figures }, places })
}
