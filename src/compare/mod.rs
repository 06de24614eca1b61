//! What differs between two states of a workspace: what changed in the files, by substance and not by line, and whose
//! verdict changed because of it, and why. The states may be two months of the same files, two revisions, or two
//! folders. Pure; lags are never computed here, `assess` is asked.
//!
//! Reasons are established, not guessed: `mixing` asks `assess` what the verdict would have been with only some of the
//! changes, and `causes` names the fewest that give it.

mod cause;
mod causes;
mod edits;
mod mixing;
mod plan;
mod raw;
mod reports;
mod schedule;
mod share_on_side;
mod shifts;

use crate::assess::Assessment;
use crate::model::{Month, ShareIx, Unit, Workspace};
use crate::source::{FileId, Sources};

pub use cause::{Cause, CauseKind, Filed, Works};
pub use causes::{Causes, Frames};
pub use edits::{Aspect, Edit, Subject, Value, Version};
pub use raw::{RawEdit, raw_edits};
pub use share_on_side::ShareOnSide;
pub use shifts::Shift;

/// One of the two states.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// Its files.
    pub sources: &'a Sources,
    /// The workspace built from them.
    pub workspace: &'a Workspace,
    /// The verdicts on it.
    pub assessment: &'a Assessment,
    /// Report files that have errors and are not part of the workspace.
    pub left_out: &'a [FileId],
    /// The last month whose reports are compared.
    pub until: Option<Month>,
}

/// What differs.
#[derive(Clone, Debug)]
pub struct Comparison<'a> {
    /// What changed in the files: reports by month and unit, then the plan.
    pub edits: Vec<Edit<'a>>,
    /// Whose verdict differs: by what became of the tier, the worst changes first.
    pub shifts: Vec<Shift<'a>>,
    /// Units whose verdicts are not compared because a report of theirs cannot be read on one side, each with its path.
    pub uncompared: Vec<(Version, &'a Unit, &'a str)>,
}

/// Compares two states, the earlier one first.
pub fn compare<'a>(before: Side<'a>, after: Side<'a>) -> Comparison<'a> {
    let uncompared = unreadable(before, after);
    let mut edits = reports::edits(before, after);
    edits.extend(plan::edits(before, after));
    let is_left_out = |unit: &str| uncompared.iter().any(|(_, left_out, _)| left_out.id == unit);
    Comparison { shifts: shifts::shifts(before, after, &is_left_out), edits, uncompared }
}

/// Why the verdict on one share of one workspace at the close of one month differs from that at the close of another;
/// none if it is the same.
pub fn causes_between(frames: &Frames, before: Side<'_>, after: Side<'_>, share: ShareIx) -> Causes {
    match (ShareOnSide::find(before, share), ShareOnSide::find(after, share)) {
        (Some(one), Some(other)) if shifts::differs([before, after], [one, other]) => {
            Causes::of(frames, [before, after], [one, other])
        }
        _ => Causes::default(),
    }
}

/// The units whose reports could not be read, by the names of their files.
fn unreadable<'a>(before: Side<'a>, after: Side<'a>) -> Vec<(Version, &'a Unit, &'a str)> {
    let mut found = Vec::new();
    for (version, side) in [(Version::Before, before), (Version::After, after)] {
        for &file in side.left_out {
            let path = side.sources.file(file).path.as_str();
            let units = &side.workspace.plan.units;
            let unit = units.iter().find(|unit| unit.id == stem(path));
            found.extend(unit.map(|unit| (version, unit, path)));
        }
    }
    found
}

/// `housing` of `reports/2022-06/housing.toml`
fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_suffix(".toml").unwrap_or(name)
}
