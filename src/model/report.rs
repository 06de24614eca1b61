//! Reports: only ever what a unit files.

use chrono::NaiveDate;

use super::{Figure, Month, Plan, ReportIx, UnitIx};
use crate::source::{FileId, Place};

/// 月报: what one unit files for one month.
#[derive(Clone, Debug)]
pub struct Report {
    /// The month reported on.
    pub month: Month,
    /// Who reports.
    pub unit: UnitIx,
    /// The day it was filed; `None` means in time.
    pub submitted: Option<NaiveDate>,
    /// Who wrote it, as written.
    pub reporter: String,
    /// Who signed it off, as written.
    pub approver: String,
    /// Its file.
    pub file: FileId,
}

impl Report {
    /// 迟报: filed after the report day of its month; on the day is in time.
    #[must_use]
    pub fn is_late(&self, plan: &Plan) -> bool {
        self.submitted
            .is_some_and(|day| day > plan.report_day_of(self.month))
    }

    /// The day on which the office could first know it; a report without a date is taken as filed on the report
    /// day.
    #[must_use]
    pub fn known_on(&self, plan: &Plan) -> NaiveDate {
        self.submitted.unwrap_or(plan.report_day_of(self.month))
    }

    /// Whether the office could know it on a day; on any day, where none is asked for.
    #[must_use]
    pub fn is_known_by(&self, day: Option<NaiveDate>, plan: &Plan) -> bool {
        day.is_none_or(|day| self.known_on(plan) <= day)
    }
}

/// How a standing or unscheduled item stands, in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// 正常
    Normal,
    /// 有问题
    Problem,
}

impl State {
    /// Both states with the word that files use.
    pub const ALL: [(Self, &'static str); 2] = [
        (Self::Normal, Self::Normal.id()),
        (Self::Problem, Self::Problem.id()),
    ];

    /// The word that files use.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Problem => "problem",
        }
    }
}

/// What an entry says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Cumulative progress in percent.
    Percent(Figure),
    /// Cumulative amount done, in the unit of the item's quantity.
    Done(Figure),
    /// A measured value.
    Value(Figure),
    /// An occurrence of a recurring item, named by its due month.
    Occurrence {
        /// The due month of the occurrence.
        due: Month,
        /// Done; `false` where the unit itself says that it is not.
        done: bool,
    },
    /// How it stands, without a figure.
    State(State),
}

/// 条目: the line of a report on one item.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The report it stands in.
    pub report: ReportIx,
    /// The month of that report.
    pub month: Month,
    /// What it says.
    pub reading: Reading,
    /// Remarks, as written.
    pub note: String,
    /// Problems met, as written.
    pub problem: String,
    /// What comes next, as written.
    pub next: String,
    /// Names of evidence files, as written.
    pub attachments: Vec<String>,
    /// Where the entry stands; nowhere, if it is assumed.
    pub place: Place,
    /// 假定: not reported by anybody, only assumed.
    pub assumed: bool,
}
