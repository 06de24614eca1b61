//! Indicators: a measured value compared with a target. A near miss is never turned into progress.

use super::{Figure, Moment};

/// How a reading is compared with the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compare {
    /// 不低于: the target itself is good enough.
    AtLeast,
    /// 不高于: the target itself is good enough.
    AtMost,
    /// 低于: the target itself is not good enough.
    Below,
    /// 高于: the target itself is not good enough.
    Above,
}

impl Compare {
    /// Every comparison with the word that files use.
    pub const ALL: [(Self, &'static str); 4] =
        [(Self::AtLeast, "at-least"), (Self::AtMost, "at-most"), (Self::Below, "below"), (Self::Above, "above")];

    /// Whether it sets a limit that readings stay below, rather than something to be reached.
    pub fn is_limit(self) -> bool {
        matches!(self, Self::AtMost | Self::Below)
    }

    /// Its sign, for pages.
    pub fn sign(self) -> &'static str {
        match self {
            Self::AtLeast => ">=",
            Self::AtMost => "<=",
            Self::Below => "<",
            Self::Above => ">",
        }
    }
}

/// What is measured, what it has to be, and from when on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// How a reading is compared with the target.
    pub compare: Compare,
    /// The target.
    pub target: Figure,
    /// Its unit of measure: `%`, `mg/L`; may be empty.
    pub unit: String,
    /// The moment from which it has to be met.
    pub due: Moment,
    /// 约束性指标: named in the year-end lists when missed.
    pub binding: bool,
}

impl Indicator {
    /// Whether a reading meets the target.
    pub fn is_met_by(&self, reading: Figure) -> bool {
        match self.compare {
            Compare::AtLeast => reading >= self.target,
            Compare::AtMost => reading <= self.target,
            Compare::Below => reading < self.target,
            Compare::Above => reading > self.target,
        }
    }
}
