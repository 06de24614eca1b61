//! Reports: only ever what a unit files.

use chrono::NaiveDate;

use super::{DetailIx, Figure, Month, Plan, ReportIx, UnitIx};
use crate::source::{FileId, Place};

/// 月报: what one unit files for one month.
#[derive(Clone, Debug)]
pub struct Report {
    /// The month reported on.
    pub month: Month,
    /// The unit that reports.
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
    /// A report in time of which nothing else is known.
    pub fn in_time(unit: UnitIx, month: Month, file: FileId) -> Self {
        Self { month, unit, submitted: None, reporter: String::new(), approver: String::new(), file }
    }

    /// 迟报: filed after the report day of its month; on the day is in time, and what nobody asked for is never late.
    pub fn is_late(&self, plan: &Plan) -> bool {
        let asked = self.submitted.filter(|_| plan.asks(self.unit, self.month));
        asked.is_some_and(|day| day > plan.report_day_of(self.month))
    }

    /// The first day on which the office could know it; a report without a date counts as filed on the report day.
    pub fn known_on(&self, plan: &Plan) -> NaiveDate {
        self.submitted.unwrap_or(plan.report_day_of(self.month))
    }

    /// Whether the office could know it on a day; without a day, always.
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
    pub const ALL: [(Self, &'static str); 2] = [(Self::Normal, Self::Normal.id()), (Self::Problem, Self::Problem.id())];

    /// The word that files use.
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
    /// How many stand at each stage of the item: [`Detail::Stages`](super::Detail::Stages).
    Stages,
    /// A measured value.
    Value(Figure),
    /// An occurrence of a recurring item, named by its due month.
    Occurrence {
        /// The due month of the occurrence.
        due: Month,
        /// Whether it is done; `false` if the unit itself says that it is not.
        done: bool,
    },
    /// How often a recurring item was done so far within one of its periods.
    Times {
        /// The due month of the occurrence.
        due: Month,
        /// How often.
        count: u32,
    },
    /// How it stands, without a figure.
    State(State),
}

impl Reading {
    /// The due month of the occurrence that it is about, if it is about one.
    pub fn occurrence(self) -> Option<Month> {
        match self {
            Self::Occurrence { due, .. } | Self::Times { due, .. } => Some(due),
            Self::Percent(_) | Self::Done(_) | Self::Stages | Self::Value(_) | Self::State(_) => None,
        }
    }
}

/// 条目: the line of a report on one item.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The report it is in.
    pub report: ReportIx,
    /// The month of that report.
    pub month: Month,
    /// What it says.
    pub reading: Reading,
    /// What it names behind its figure, kept in its share.
    pub detail: Option<DetailIx>,
    /// The day on which it was reached, where the unit says so.
    pub on: Option<NaiveDate>,
    /// What is written beside the reading.
    pub remarks: Remarks,
    /// Where the entry is; none if it is assumed.
    pub place: Place,
    /// 假定: not reported by any unit, only assumed.
    pub assumed: bool,
}

/// What a unit writes beside a reading. A page that does not need the words may have been loaded without them; that is
/// never taken for silence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Remarks {
    /// Nothing is written.
    #[default]
    None,
    /// The words.
    Said(Box<Said>),
    /// Something is written and was not kept.
    NotKept {
        /// There is a note that says something.
        has_note: bool,
    },
}

/// The words beside a reading, as written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// 备注
    pub note: String,
    /// Problems met.
    pub problem: String,
    /// Next steps.
    pub next: String,
    /// Names of evidence files.
    pub attachments: Vec<String>,
}

impl Remarks {
    /// These words, if there are any.
    pub fn new(said: Said) -> Self {
        if said == Said::default() { Self::None } else { Self::Said(Box::new(said)) }
    }

    /// The words; none if nothing is written.
    ///
    /// # Panics
    /// If they were not kept: whoever shows them has to load them.
    fn said(&self) -> Option<&Said> {
        match self {
            Self::None => None,
            Self::Said(said) => Some(said),
            Self::NotKept { .. } => panic!("a page that shows remarks is loaded with them"),
        }
    }

    /// The note; empty if there is none.
    pub fn note(&self) -> &str {
        self.said().map_or("", |said| &said.note)
    }

    /// The problems met; empty if none are written.
    pub fn problem(&self) -> &str {
        self.said().map_or("", |said| &said.problem)
    }

    /// The next steps; empty if none are written.
    pub fn next(&self) -> &str {
        self.said().map_or("", |said| &said.next)
    }

    /// The names of evidence files.
    pub fn attachments(&self) -> &[String] {
        self.said().map_or(&[], |said| &said.attachments)
    }

    /// Whether there is a note that is more than blanks.
    pub fn has_note(&self) -> bool {
        match self {
            Self::None => false,
            Self::Said(said) => !said.note.trim().is_empty(),
            Self::NotKept { has_note } => *has_note,
        }
    }
}
