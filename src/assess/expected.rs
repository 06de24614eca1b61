//! For which months a report of a unit is expected. Nothing else is missing, and no other silence means anything.

use crate::model::{Month, UnitIx, Workspace};

/// Whether a report of a unit is expected for a month.
pub fn is_expected(workspace: &Workspace, unit: UnitIx, month: Month) -> bool {
    workspace.plan.asks(unit, month)
}

/// Whether a report of any unit is expected for a month.
pub fn is_any_expected(workspace: &Workspace, month: Month) -> bool {
    workspace.units().any(|unit| is_expected(workspace, unit, month))
}

/// The newest month up to another for which a report of a unit is expected.
pub fn newest_expected(workspace: &Workspace, unit: UnitIx, month: Month) -> Option<Month> {
    let mut months = workspace.plan.kept_from(unit).through(month);
    months.rfind(|&month| is_expected(workspace, unit, month))
}
