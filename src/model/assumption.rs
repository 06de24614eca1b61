//! 假定: the workspace as it would be if a unit had reported something else; for discussion, never for the record. What
//! is assumed is an entry like any other, but marked, so that no page can show it as reported.

use super::{AsOf, Detail, Entry, Reading, Remarks, Report, ReportIx, ShareIx, Workspace};
use crate::source::{FileId, Place};

/// What a unit is assumed to have reported on its share for the as-of month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assumption {
    /// The share.
    pub share: ShareIx,
    /// What its entry says.
    pub reading: Reading,
    /// What it says behind it.
    pub detail: Option<Detail>,
}

impl Workspace {
    /// The workspace as it would be with this entry for the as-of month, in place of the one that is there. Who has
    /// filed what stays as it is, and no other share changes.
    pub fn assuming(mut self, assumption: Assumption, as_of: AsOf) -> Self {
        let month = as_of.month;
        let report = ReportIx(self.reports.len());
        let unit = self.share(assumption.share).unit;
        let share = &mut self.shares[assumption.share.0];
        let reading = assumption.reading;
        let detail = assumption.detail.and_then(|detail| share.keep(detail));
        let due = self.plan.report_day_of(month);
        // In time, and known on the day asked about. It is not among the reports of its unit.
        self.reports.push(Report {
            month,
            unit,
            submitted: Some(as_of.known_by.map_or(due, |day| day.min(due))),
            reporter: String::new(),
            approver: String::new(),
            file: FileId(0),
        });
        let entries = &mut self.shares[assumption.share.0].entries;
        entries.retain(|entry| entry.month != month || !entry.reading.is_on_the_same(reading));
        let after = entries.partition_point(|entry| entry.month <= month);
        let entry = Entry {
            report,
            month,
            reading,
            detail,
            on: None,
            remarks: Remarks::None,
            place: Place::top_of(FileId(0)),
            assumed: true,
        };
        entries.insert(after, entry);
        self
    }

    /// The assumed entries, by share.
    pub fn assumed(&self) -> impl Iterator<Item = (ShareIx, &Entry)> {
        self.iter_shares().flat_map(|(share, of)| {
            let entries = of.entries.iter().filter(|entry| entry.assumed);
            entries.map(move |entry| (share, entry))
        })
    }
}

impl Reading {
    /// Whether another reading of the same month replaces this one: always, except for a different occurrence.
    pub fn is_on_the_same(self, other: Self) -> bool {
        match (self.occurrence(), other.occurrence()) {
            (Some(due), Some(of)) => due == of,
            _ => true,
        }
    }
}
