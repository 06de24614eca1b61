//! Standing duties and items without a schedule: nothing can lag, but silence is counted.

use crate::model::{Figure, Ratio, Reading, Season, State};

use super::evidence::{self, Evidence};
use super::progress::Progress;
use super::scheduled;
use super::verdict::{Flags, Reasoning};

pub(super) fn standing(evidence: Evidence<'_>, season: Option<&Season>) -> Progress {
    let applies = |month| season.is_none_or(|season| season.touches(month));
    progress(evidence, applies)
}

pub(super) fn unscheduled(evidence: Evidence<'_>) -> Progress {
    progress(evidence, |_| true)
}

fn progress(evidence: Evidence<'_>, applies: impl Fn(crate::model::Month) -> bool) -> Progress {
    let newest = evidence.newest();
    let unreported = evidence::count(evidence.silent().filter(|&month| applies(month)));
    let figure = newest.and_then(|(_, entry)| scheduled::figure(entry.reading));
    let complete = figure.is_some_and(|figure| evidence.terms.percent_of(figure.ratio()) >= Ratio::HUNDRED);
    let state = newest.map(|(_, entry)| entry.reading);
    Progress {
        required: None,
        actual: figure.map(Figure::ratio),
        counts_from: None,
        counts_until: None,
        evidence: newest.map(|(position, _)| position),
        flags: Flags {
            unreported: if complete { 0 } else { unreported },
            late: newest.is_some_and(|(_, entry)| evidence.is_late(entry)),
            complete,
            problem: state == Some(Reading::State(State::Problem)),
            ..Flags::default()
        },
        reasoning: Reasoning::Unplanned,
    }
}
