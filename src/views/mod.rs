//! What a page says: typed rows picked from the assessed result, their JSON, and the page as a neutral document.

mod annual;
mod audit;
mod board;
mod bulletin;
mod calendar;
mod chart;
mod closed;
mod collected;
mod columns;
mod compared;
mod decisions;
mod diff;
mod drafted;
mod edited;
mod escalation;
mod explanation;
mod filing;
mod findings;
mod formula;
mod history;
mod layout;
mod notice;
mod official;
mod outline;
mod outlook;
mod page;
mod problems;
mod publicity;
mod ranks;
mod raw_diff;
mod recorded;
mod register;
mod reminders;
mod rolled;
mod row;
pub mod schema;
mod sent;
mod sentences;
mod status;
mod submissions;
pub mod topic;

pub use annual::{AnnualData, AnnualLists};
pub use audit::{AuditData, AuditPage};
pub use board::Board;
pub use bulletin::{Bulletin, BulletinData, Edition};
pub use calendar::{Deadlines, DeadlinesData};
pub use chart::{CurveChart, CurveData, Front, FrontData, Heat, HeatData, Rows};
pub use closed::Closed;
pub use collected::{Collected, CollectedData, CollectedSheet, Received, SentBack, Warning};
pub use compared::Compared;
pub use diff::{Diff, DiffData};
pub use drafted::{Drafted, DraftedData, DraftedNotice, IssuedNotice};
pub use edited::{Edited, Moved};
pub use escalation::Escalation;
pub use explanation::{Explanation, Extent, ShareData};
pub use filing::{FilingData, FilingMatrix};
pub use findings::{Filter, Findings};
pub use history::{History, HistoryData};
pub use layout::{Laid, LaidFile, Layout};
pub use notice::{DraftNotice, DraftNotices};
pub use official::Given;
pub use outline::outline_page;
pub use outlook::{OutlookData, OutlookPage};
pub use page::PageData;
pub use problems::Problems;
pub use publicity::{Publicity, PublicityData};
pub use raw_diff::{RawDiff, RawDiffData};
pub use recorded::{Recorded, RecordedData};
pub use register::{RegisterData, RegisterPage};
pub use reminders::{Reminders, RemindersData};
pub use rolled::{Part, Rolled, RolledData, Shown};
pub use row::RowData;
pub use sent::{Sent, SentData, SentForm};
pub use status::{By, Status};
pub use submissions::{FaultyReport, Submissions};

use serde::Serialize;

use crate::document::{Document, Table};
use crate::text::Lang;

/// A page in all its forms; they come from the same rows and cannot disagree.
pub trait View {
    /// What JSON shows.
    type Data<'v>: Serialize
    where
        Self: 'v;

    /// The result as data, without any language.
    fn data(&self) -> Self::Data<'_>;
    /// The page.
    fn document(&self, lang: Lang) -> Document;
    /// One flat table, for spreadsheets.
    fn sheet(&self, lang: Lang) -> Table;
}
