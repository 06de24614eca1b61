//! What a reading has to be, how it is compared with that, and from when on.

use super::{Figure, Moment, Ratio};

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
    /// 在两者之间: both bounds are good enough.
    Between,
    /// 不差于: a class of a scale, or a better one.
    NoWorseThan,
}

impl Compare {
    /// Every comparison with the word that files use.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::AtLeast, "at-least"),
        (Self::AtMost, "at-most"),
        (Self::Below, "below"),
        (Self::Above, "above"),
        (Self::Between, "between"),
        (Self::NoWorseThan, "no-worse-than"),
    ];

    /// Whether it sets a limit that readings stay within, rather than something to be reached.
    pub fn is_limit(self) -> bool {
        matches!(self, Self::AtMost | Self::Below | Self::Between)
    }

    /// Its sign, for data; two bounds have one between them.
    pub fn sign(self) -> &'static str {
        match self {
            Self::AtLeast => ">=",
            Self::AtMost | Self::NoWorseThan => "<=",
            Self::Below => "<",
            Self::Above => ">",
            Self::Between => "..",
        }
    }
}

/// A target of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    /// From when on it has to be met.
    pub from: Moment,
    /// The figure, or the lower of two bounds; on a scale the position of a class.
    pub bound: Figure,
    /// The upper of two bounds; the same figure where there is one.
    pub upper: Figure,
    /// The percentage that the plan prints beside a count: shown, and never used.
    pub printed: Option<Figure>,
}

impl Target {
    /// One figure, from a moment on.
    pub fn new(from: Moment, figure: Figure) -> Self {
        Self { from, bound: figure, upper: figure, printed: None }
    }

    /// Whether a reading meets it.
    pub fn is_met_by(self, compare: Compare, reading: Figure) -> bool {
        match compare {
            Compare::AtLeast => reading >= self.bound,
            Compare::AtMost | Compare::NoWorseThan => reading <= self.bound,
            Compare::Below => reading < self.bound,
            Compare::Above => reading > self.bound,
            Compare::Between => (self.bound..=self.upper).contains(&reading),
        }
    }

    /// The bound that a reading is held against: of two the one it is beyond, else the lower.
    pub fn bound_for(self, reading: Option<Ratio>) -> Ratio {
        let is_beyond = reading.is_some_and(|reading| reading > self.upper.ratio());
        if is_beyond { self.upper.ratio() } else { self.bound.ratio() }
    }

    /// How far a reading is from meeting it: zero where it does, and where it only equals what it has to pass.
    pub fn gap(self, compare: Compare, reading: Ratio) -> Ratio {
        let (below, above) = (self.bound.ratio() - reading, reading - self.upper.ratio());
        match compare {
            Compare::AtLeast | Compare::Above => below,
            Compare::AtMost | Compare::Below | Compare::NoWorseThan => above,
            Compare::Between => below.max(above),
        }
        .max(Ratio::ZERO)
    }

    /// Whether some reading fails it and meets a later one: that asks for less.
    pub fn is_eased_by(self, compare: Compare, later: Self) -> bool {
        match compare {
            Compare::AtLeast | Compare::Above => later.bound < self.bound,
            Compare::AtMost | Compare::Below | Compare::NoWorseThan => later.bound > self.bound,
            Compare::Between => later.bound < self.bound || later.upper > self.upper,
        }
    }
}
