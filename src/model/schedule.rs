//! What an item has to do by when, and where that comes from.

use super::{Curve, Indicator, Moment, Recurring, Season, Stages};

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

    /// The word that files use.
    pub fn id(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}

/// What an item is compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Schedule {
    /// A curve of milestones; a single deadline is a curve of one point.
    Curve(Curve),
    /// 阶段: several things that each go through stages, with a curve for each stage that has one.
    Stages(Stages),
    /// A duty that recurs.
    Recurring(Recurring),
    /// A value that has to be reached and kept.
    Indicator(Indicator),
    /// 常态: a duty without end, perhaps only in a season.
    Standing {
        /// When it applies; none means always.
        season: Option<Season>,
    },
    /// 无计划: nothing was planned, so nothing can lag; counted, so that nobody hides work by not planning it.
    Unscheduled,
}

/// Each of these names every kind, so that a new kind has to answer before the program compiles.
impl Schedule {
    /// The curve, if it is one.
    pub fn curve(&self) -> Option<&Curve> {
        match self {
            Self::Curve(curve) => Some(curve),
            Self::Stages(_) | Self::Recurring(_) | Self::Indicator(_) | Self::Standing { .. } | Self::Unscheduled => {
                None
            }
        }
    }

    /// The stages, if it has any.
    pub fn stages(&self) -> Option<&Stages> {
        match self {
            Self::Stages(stages) => Some(stages),
            Self::Curve(_) | Self::Recurring(_) | Self::Indicator(_) | Self::Standing { .. } | Self::Unscheduled => {
                None
            }
        }
    }

    /// The recurring duty, if it is one.
    pub fn recurring(&self) -> Option<&Recurring> {
        match self {
            Self::Recurring(recurring) => Some(recurring),
            Self::Curve(_) | Self::Stages(_) | Self::Indicator(_) | Self::Standing { .. } | Self::Unscheduled => None,
        }
    }

    /// The indicator, if it is one.
    pub fn indicator(&self) -> Option<&Indicator> {
        match self {
            Self::Indicator(indicator) => Some(indicator),
            Self::Curve(_) | Self::Stages(_) | Self::Recurring(_) | Self::Standing { .. } | Self::Unscheduled => None,
        }
    }

    /// When all that it asks for is due; none where nothing is.
    pub fn last_due(&self) -> Option<Moment> {
        match self {
            Self::Curve(curve) => Some(curve.finish().by),
            Self::Stages(stages) => stages.asked().map(|(_, curve)| curve.finish().by).max_by_key(|by| by.at()),
            Self::Recurring(recurring) => recurring.occurrences().last().map(|last| Moment::Close(last.due)),
            Self::Indicator(indicator) => indicator.targets().last().map(|target| target.from),
            Self::Standing { .. } | Self::Unscheduled => None,
        }
    }

    /// Whether it is a duty without end.
    pub fn is_standing(&self) -> bool {
        match self {
            Self::Standing { .. } => true,
            Self::Curve(_) | Self::Stages(_) | Self::Recurring(_) | Self::Indicator(_) | Self::Unscheduled => false,
        }
    }

    /// Whether nothing was planned.
    pub fn is_unscheduled(&self) -> bool {
        match self {
            Self::Unscheduled => true,
            Self::Curve(_) | Self::Stages(_) | Self::Recurring(_) | Self::Indicator(_) | Self::Standing { .. } => false,
        }
    }

    /// Whether it asks for something by some moment, so that it can lag.
    pub fn can_lag(&self) -> bool {
        match self {
            Self::Curve(_) | Self::Stages(_) | Self::Recurring(_) | Self::Indicator(_) => true,
            Self::Standing { .. } | Self::Unscheduled => false,
        }
    }
}
