//! What a page says: typed rows picked from the assessed result, their JSON, and the page as a neutral document.

#[macro_use]
mod object;
#[macro_use]
mod columns;

mod annual;
mod audit;
mod board;
mod bulletin;
mod calendar;
mod causes;
mod chart;
mod closed;
mod collected;
mod compared;
mod decisions;
mod diff;
mod drafted;
mod edited;
mod escalation;
mod explanation;
mod filing;
mod formula;
mod history;
mod layout;
mod notice;
mod official;
mod outline;
mod outlook;
mod overtaken;
mod page;
mod plain;
mod problems;
mod publicity;
mod ranks;
mod raw_diff;
mod recorded;
mod register;
mod remarks;
mod reminders;
mod results;
mod rolled;
mod row;
pub mod schema;
mod sent;
mod sentences;
mod status;
mod submissions;
mod sums;
mod things;
pub mod topic;

pub use annual::AnnualLists;
pub use audit::AuditPage;
pub use board::Board;
pub use bulletin::{Bulletin, Edition};
pub use calendar::Deadlines;
pub use chart::{CurveChart, Front, Heat, Rows};
pub(crate) use closed::Closed;
pub(crate) use collected::{Collected, CollectedSheet, Received, SentBack, Warning};
pub use compared::Compared;
pub use diff::Diff;
pub(crate) use drafted::{Drafted, DraftedNotice, IssuedNotice};
pub(crate) use edited::{ChangedAfter, Edited, Moved};
pub use escalation::Escalation;
pub use explanation::{Explanation, Extent};
pub(crate) use filing::FilingMatrix;
pub use history::History;
pub(crate) use layout::{Laid, LaidFile, Layout};
pub(crate) use notice::{DraftNotice, DraftNotices};
pub use official::Given;
pub use outline::outline_page;
pub use outlook::OutlookPage;
pub use problems::Problems;
pub use publicity::Publicity;
pub use raw_diff::RawDiff;
pub(crate) use recorded::Recorded;
pub use register::RegisterPage;
pub(crate) use reminders::Reminders;
pub use results::{Filter, Results};
pub use rolled::{Part, Rolled, Shown};
pub(crate) use sent::{Sent, SentForm};
pub use status::{By, Status};
pub(crate) use submissions::{FaultyReport, Submissions};

use serde::Serialize;

use crate::document::{Document, Table};
use crate::text::Lang;

/// A page in all its forms; they come from the same rows and cannot disagree.
pub trait View {
    /// The result as data, without any language.
    fn data(&self) -> impl Serialize;
    /// The page.
    fn document(&self, lang: Lang) -> Document;
    /// One flat table, for spreadsheets.
    fn sheet(&self, lang: Lang) -> Table;
}
