//! One reason why a verdict differs.

use chrono::NaiveDate;

use super::edits::Version;
use crate::model::{Month, RecordKind};
use crate::source::Place;

/// One reason for a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cause {
    /// What caused it.
    pub kind: CauseKind,
    /// Which way it pushed.
    pub works: Works,
    /// Where it is written.
    pub place: Option<(Version, Place)>,
    /// 迟报: the day on which the report was filed, if that was late.
    pub late: Option<NaiveDate>,
}

/// What can change a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CauseKind {
    /// 月报: the figures that the unit reported.
    Report,
    /// 报送: whether anything was reported on the item for the month has changed.
    Filing {
        /// What was reported.
        filed: Filed,
        /// For this month.
        month: Month,
    },
    /// 计划调整: an approved change of the plan.
    Change,
    /// 豁免: an exemption that covers the month, or no longer does.
    Exemption {
        /// It no longer does.
        is_over: bool,
    },
    /// 督查: the item that an inspection added.
    Finding,
    /// 登记撤回: an entry of the register that is there no longer.
    Withdrawn(RecordKind),
    /// 报送要求: for which months the plan asks the unit for reports.
    Asked,
    /// 时间: the month, and with it what the plan asks for.
    Time,
    /// 方案: the schedule or the quantity.
    Schedule,
    /// 方案: whether the item is key.
    Key,
    /// 方案: in what the source contradicts itself.
    Dispute {
        /// It is settled, or written no more.
        is_over: bool,
    },
    /// 档次表
    Ladder,
    /// 起报: the unit is kept on one side only.
    Kept {
        /// Its first month.
        from: Month,
    },
    /// 方案: the item, or this unit as its lead, is new.
    NewShare {
        /// The item is new, not only the lead.
        is_item: bool,
    },
    /// 方案: the item, or this unit as its lead, is gone.
    GoneShare {
        /// The item is gone, not only the lead.
        is_item: bool,
    },
}

/// What was reported on an item for a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Filed {
    /// Something on the item.
    Said,
    /// The unit's report does not say how it stands.
    Silent,
    /// No report at all.
    Missing,
}

/// In which direction a cause pushed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Works {
    /// In the direction of the change.
    Along,
    /// Against it.
    Against,
}
