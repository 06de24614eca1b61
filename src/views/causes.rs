//! Why a verdict is another, as pages and JSON show it.

use serde::Serialize;

use crate::compare::{Cause, CauseKind, Causes, Filed, Version, Works};
use crate::model::RecordKind;
use crate::source::Place;
use crate::text::causes::Pushed;

/// The sets of reasons that are each enough, in words.
pub(super) fn pushed(causes: &Causes, said: impl Fn(&Cause) -> String) -> Vec<Pushed> {
    let of = |set: &[usize], works: Works| causes.in_set(set, works).map(&said).collect();
    let sets = causes.sets.iter();
    sets.map(|set| Pushed { along: of(set, Works::Along), against: of(set, Works::Against) }).collect()
}

/// The reasons as data, and the sets of them that are each enough, by position.
pub(super) fn causes_data<'a>(
    causes: &Causes,
    line: &dyn Fn((Version, Place)) -> (&'a str, usize),
) -> impl Serialize + Send + use<'a> {
    let all = causes.all.iter().map(|cause| cause_data(cause, cause.place.map(|of| (of.0, line(of)))));
    object! { causes: all.collect::<Vec<_>>(), any_of: causes.sets.clone() }
}

fn cause_data<'a>(cause: &Cause, place: Option<(Version, (&'a str, usize))>) -> impl Serialize + Send + use<'a> {
    object! {
        cause: match cause.kind {
            CauseKind::Report => "report",
            CauseKind::Filing { filed: Filed::Said, .. } => "filed",
            CauseKind::Filing { .. } => "unreported",
            CauseKind::Change => "change",
            CauseKind::Exemption { is_over: false } => "exemption",
            CauseKind::Exemption { is_over: true } => "exemption-over",
            CauseKind::Finding => "finding",
            CauseKind::Withdrawn(RecordKind::Exemptions) => "exemption-withdrawn",
            CauseKind::Withdrawn(RecordKind::Changes) => "change-withdrawn",
            CauseKind::Withdrawn(RecordKind::Findings) => "finding-withdrawn",
            CauseKind::Withdrawn(_) => "record-withdrawn",
            CauseKind::Asked => "reports-asked",
            CauseKind::Kept { .. } => "kept",
            CauseKind::Time => "time",
            CauseKind::Schedule => "schedule",
            CauseKind::Key => "key",
            CauseKind::Dispute { is_over: false } => "disputed",
            CauseKind::Dispute { is_over: true } => "dispute-settled",
            CauseKind::Ladder => "ladder",
            CauseKind::NewShare { is_item: true } => "new-item",
            CauseKind::NewShare { is_item: false } => "new-lead",
            CauseKind::GoneShare { is_item: true } => "item-gone",
            CauseKind::GoneShare { is_item: false } => "lead-gone",
        },
        works: match cause.works {
            Works::Along => "along",
            Works::Against => "against",
        },
        filed_late: cause.late,
        file: place.map(|(_, (file, _))| file),
        line: place.map(|(_, (_, line))| line),
        side: place.map(|(version, _)| side_id(version)),
    }
}

/// The stable id of a side.
pub(super) fn side_id(version: Version) -> &'static str {
    match version {
        Version::Before => "before",
        Version::After => "after",
    }
}
