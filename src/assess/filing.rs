//! Who has reported for a month, and for every month so far. What is in time, late or missing is decided in
//! [`Filed::of`] and nowhere else.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::model::{Month, Reports, UnitIx, Workspace};

use super::AsOf;
use super::evidence::reports_of;
use super::expected::{is_expected, newest_expected};

/// What a unit has filed for a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filed {
    /// 按时: on or before the report day.
    InTime,
    /// 不要求而报: a report that nobody asked for; it counts, and is never late.
    Unasked,
    /// 迟报: on this day, after the report day.
    Late(NaiveDate),
    /// 草稿: started, not submitted.
    Draft,
    /// 有误: there is a file, and it has errors; nothing of it counts.
    Faulty,
    /// 未报: nothing.
    Missing,
    /// Nothing that counts, and nothing is expected.
    NotExpected,
}

/// The reports that exist but cannot be read, by unit and month. They are not in the workspace: what a file with errors
/// says is not known.
pub type FaultyReports = BTreeSet<(UnitIx, Month)>;

impl Filed {
    /// What a unit has filed for the as-of month.
    pub fn of(workspace: &Workspace, unit: UnitIx, as_of: AsOf, faulty: &FaultyReports) -> Self {
        let report = reports_of(workspace, unit, as_of).next_back().filter(|report| report.month == as_of.month);
        let is_asked = is_expected(workspace, unit, as_of);
        match report {
            Some(_) if !is_asked => Self::Unasked,
            Some(report) => {
                report.submitted.filter(|_| report.is_late(&workspace.plan)).map_or(Self::InTime, Self::Late)
            }
            None if is_asked && workspace.has_draft(unit, as_of.month) => Self::Draft,
            None if faulty.contains(&(unit, as_of.month)) => Self::Faulty,
            None if is_asked => Self::Missing,
            None => Self::NotExpected,
        }
    }

    /// 应报: a report is expected, or one was begun that has errors.
    pub fn is_expected(self) -> bool {
        !matches!(self, Self::Unasked | Self::NotExpected)
    }

    /// 已报: a report that counts has come in.
    pub fn is_received(self) -> bool {
        matches!(self, Self::InTime | Self::Unasked | Self::Late(_))
    }

    /// 未报: nothing was submitted; a draft does not count.
    pub fn is_missing(self) -> bool {
        matches!(self, Self::Missing | Self::Draft)
    }

    /// Whether the unit still has to file a report that counts, and so needs a reminder.
    pub fn is_owed(self) -> bool {
        self.is_expected() && !self.is_received()
    }
}

/// The newest month up to the as-of month for which a report of a unit is expected, if none has come in.
pub fn owed(workspace: &Workspace, unit: UnitIx, as_of: AsOf) -> Option<Month> {
    let month = newest_expected(workspace, unit, as_of)?;
    let filed = Filed::of(workspace, unit, AsOf { month, ..as_of }, &FaultyReports::new());
    filed.is_missing().then_some(month)
}

/// The reports for the as-of month, by unit in the order of the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filing {
    /// 应报: units whose report is expected.
    pub expected: Vec<UnitIx>,
    /// 已报: units that have reported, late ones included.
    pub received: Vec<UnitIx>,
    /// 迟报: units that have reported after the report day, and when.
    pub late: Vec<(UnitIx, NaiveDate)>,
    /// 未报: units whose report is missing.
    pub missing: Vec<UnitIx>,
    /// Units that report from a later month on.
    pub kept_later: Vec<UnitIx>,
}

impl Filing {
    /// Groups the units of a plan by what they have filed for the as-of month.
    pub fn of(workspace: &Workspace, as_of: AsOf) -> Self {
        let faulty = FaultyReports::new();
        let mut filing = Self::default();
        for unit in workspace.units() {
            let filed = Filed::of(workspace, unit, as_of, &faulty);
            if filed.is_expected() {
                filing.expected.push(unit);
            }
            if filed.is_received() {
                filing.received.push(unit);
            }
            if let Filed::Late(day) = filed {
                filing.late.push((unit, day));
            }
            if filed.is_missing() {
                filing.missing.push(unit);
            }
            if workspace.unit(unit).reports != Reports::Never && workspace.plan.kept_from(unit) > as_of.month {
                filing.kept_later.push(unit);
            }
        }
        filing
    }
}

/// Who has filed what in every month kept up to the as-of month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filings {
    /// What was asked.
    pub as_of: AsOf,
    /// The months, oldest first; never empty.
    pub months: Vec<Month>,
    /// For each unit of the plan what it has filed in each of the months.
    pub filed: Vec<Vec<Filed>>,
}

impl Filings {
    /// Looks at every unit and month.
    pub fn of(workspace: &Workspace, as_of: AsOf, faulty: &FaultyReports) -> Self {
        let first = workspace.plan.reports_from.min(as_of.month);
        let months: Vec<Month> = first.through(as_of.month).collect();
        let of_unit = |unit: UnitIx| {
            let of_month = |&month| Filed::of(workspace, unit, AsOf { month, ..as_of }, faulty);
            months.iter().map(of_month).collect()
        };
        Self { as_of, filed: workspace.units().map(of_unit).collect(), months }
    }

    /// What a unit has filed for the as-of month.
    pub fn now(&self, unit: UnitIx) -> Filed {
        *self.filed[unit.0].last().expect("the as-of month is among the months")
    }
}
