//! What an item is due, and where that comes from.

use super::{Curve, Indicator, Recurring, Season};

/// 时限依据: where a deadline comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// 原文: the plan's text states it.
    Stated,
    /// 推断: concluded from the plan's text.
    Inferred,
    /// 单位计划: the unit's own annual plan.
    UnitPlan,
    /// 办公室确定: set by the leading group's office.
    Office,
}

impl Basis {
    /// Every basis with the word that files use.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::Stated, "stated"),
        (Self::Inferred, "inferred"),
        (Self::UnitPlan, "unit-plan"),
        (Self::Office, "office"),
    ];
}

/// What an item is held against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Schedule {
    /// A curve of milestones; a single deadline is a curve of one point.
    Curve(Curve),
    /// A duty that comes round.
    Recurring(Recurring),
    /// A value that has to be reached and kept.
    Indicator(Indicator),
    /// 常态: a duty without end, perhaps only in a season.
    Standing {
        /// When it applies; always, where none is given.
        season: Option<Season>,
    },
    /// 无计划: nothing was planned, so nothing can lag; counted, so that nobody hides work by not planning it.
    Unscheduled,
}
