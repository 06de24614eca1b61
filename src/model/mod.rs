//! The office's words as types: months, exact numbers, plans, reports, lags and tiers. No TOML, no languages, no
//! clock, no floats; a place is an opaque value that is carried along.

mod alone;
mod as_of;
mod assumption;
mod curve;
mod data;
mod detail;
mod figure;
mod indicator;
mod lag;
mod measure;
mod month;
mod plan;
mod position;
mod ratio;
mod recurring;
mod register;
mod report;
mod rhythm;
mod schedule;
mod season;
mod tier;
mod unit;
mod workspace;

pub use as_of::AsOf;
pub use assumption::Assumption;
pub use curve::{Curve, CurveFault, Point, Shape};
pub(crate) use data::shown_by_id;
pub use detail::{Detail, DetailIx};
pub use figure::{Figure, FigureFault};
pub use indicator::{Compare, Indicator};
pub use lag::Lag;
pub use measure::Measure;
pub use month::{Moment, Month, MonthFault};
pub use plan::{Item, Office, Plan, Quantity, Task};
pub use position::{ItemIx, ReportIx, ShareIx, TaskIx, UnitIx};
pub use ratio::Ratio;
pub use recurring::{Every, Occurrence, Recurring};
pub use register::*;
pub use report::{Entry, Reading, Remarks, Report, Said, State};
pub use rhythm::Rhythm;
pub use schedule::{Basis, Schedule};
pub use season::Season;
pub use tier::{Ladder, LadderFault, NoticeKind, Rung, Tier};
pub use unit::{OwnKind, Peers, Unit, UnitKind};
pub use workspace::{Share, Workspace};
