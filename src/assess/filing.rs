//! Who has reported for a month.

use chrono::NaiveDate;

use crate::model::{UnitIx, Workspace};

use super::AsOf;
use super::evidence::reports_of;

/// The reports for the as-of month, by unit in the order of the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filing {
    /// 应报: units whose report is expected.
    pub expected: Vec<UnitIx>,
    /// 已报: units that have reported, late ones included.
    pub received: Vec<UnitIx>,
    /// 迟报: units that have reported after the report day, and when.
    pub late: Vec<(UnitIx, Option<NaiveDate>)>,
    /// 未报: units whose report is missing.
    pub missing: Vec<UnitIx>,
}

impl Filing {
    /// Sorts the units of a plan by what they have filed for the as-of month.
    #[must_use]
    pub fn of(workspace: &Workspace, as_of: AsOf) -> Self {
        let mut filing = Self::default();
        for (position, unit) in workspace.plan.units.iter().enumerate() {
            let id = UnitIx(position);
            let report = reports_of(workspace, id, as_of)
                .next_back()
                .filter(|report| report.month == as_of.month);
            if unit.reports || report.is_some() {
                filing.expected.push(id);
            }
            match report {
                Some(report) => {
                    filing.received.push(id);
                    if report.is_late(&workspace.plan) {
                        filing.late.push((id, report.submitted));
                    }
                }
                None if unit.reports => filing.missing.push(id),
                None => {}
            }
        }
        filing
    }
}
