//! What became of a file: for each sheet a report or why there is none, what is wrong in it and what was left out.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::fault::{Fault, Refusal};
use super::headings::Headings;
use super::layout::cell_name;
use super::sent_form::SentForm;
use crate::edit::ReportText;
use crate::model::{Month, UnitIx};
use crate::text::forms::Label;

/// What is wrong with a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellFault {
    /// Its row from 0.
    pub row: u32,
    /// Its column from 0.
    pub column: u32,
    /// What is wrong.
    pub fault: Fault,
}

impl CellFault {
    /// Its address.
    pub fn cell(&self) -> String {
        cell_name(self.row, self.column)
    }
}

/// What was left out, so that nobody believes it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// Rows that name no item.
    Skipped(Vec<u32>),
    /// Rows of other units.
    Others(Vec<u32>),
    /// Columns that are not read and hold something.
    ColumnsSkipped(Vec<String>),
    /// Sheets without a table.
    SheetsSkipped(Vec<String>),
    /// Which occurrences a table of the unit's own making was taken to speak of: it may have meant others.
    Occurrences(Vec<(String, String)>),
    /// No day of filing: taken as in time.
    NoDay,
    /// More was done than there is: where, and the total.
    OverTotal {
        /// The cell.
        cell: String,
        /// 10公里
        total: String,
    },
    /// Cells that only the office fills in and that are not as it printed them.
    Locked(Vec<String>),
    /// Neither the newest month with reports nor the next that is asked for; that newest month.
    OtherMonth(Month),
}

/// What became of a sheet.
#[derive(Clone, Debug)]
pub struct ReceivedSheet {
    /// Its name; empty in a file without sheets.
    pub name: String,
    /// The report, or why there is none.
    pub outcome: Result<ReceivedReport, Refusal>,
}

/// A report as a sheet tells it.
#[derive(Clone, Debug)]
pub struct ReceivedReport {
    /// The unit.
    pub unit: UnitIx,
    /// The month.
    pub month: Month,
    /// What it says.
    pub report: ReportText,
    /// What is wrong with it.
    pub faults: Vec<CellFault>,
    /// What was left out.
    pub remarks: Vec<Remark>,
    /// The row of each entry.
    pub(super) rows: Vec<u32>,
    /// The columns of the table.
    pub(super) headings: Headings,
    /// The cells above and below the table.
    pub(super) labelled: BTreeMap<Label, (u32, u32)>,
    /// The form it is, where it is one of ours.
    pub(super) sent_form: Option<SentForm>,
}

/// What is known from outside the file.
#[derive(Clone, Copy, Debug)]
pub struct Outside<'a> {
    /// The unit, where the office says whose it is.
    pub unit: Option<UnitIx>,
    /// The month, where the office says which it is.
    pub month: Option<Month>,
    /// The day of filing of sheets that have none.
    pub on: Option<NaiveDate>,
    /// The name of the file.
    pub file: &'a str,
}
