//! The ladder of tiers: data of the plan, not of the program.

use super::Lag;

/// One rung: what is proposed from a number of months of lag on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rung {
    /// Stable name for files and scripts: `warning`.
    pub id: String,
    /// The office's word: 预警.
    pub name: String,
    /// The lag from which it applies.
    pub from: Threshold,
    /// The clause of the plan it rests on; empty if none is given.
    pub clause: String,
    /// What is sent for it.
    pub notice: NoticeKind,
}

/// How late is late enough for a rung: so many whole months or more, or more than so many. The lower one first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Threshold {
    /// Whole months of lag. None at all: it is enough that something has fallen due and is not done.
    pub months: u32,
    /// Exactly so many months are not enough.
    pub is_exclusive: bool,
}

impl Threshold {
    /// So many months or more.
    pub fn at(months: u32) -> Self {
        Self { months, is_exclusive: false }
    }

    /// More than so many months.
    pub fn beyond(months: u32) -> Self {
        Self { months, is_exclusive: true }
    }

    /// Whether a share is late enough, by its exact lag and by whether it has fallen due unmet at this very close.
    pub fn is_reached(self, lag: Lag, is_due_unmet: bool) -> bool {
        match (self.months, self.is_exclusive) {
            (0, false) => lag.is_some() || is_due_unmet,
            (months, false) => lag.reaches(months),
            (months, true) => lag.exceeds(months),
        }
    }

    /// The fewest whole months of lag that are enough.
    pub fn whole_months(self) -> u32 {
        self.months.saturating_add(u32::from(self.is_exclusive))
    }
}

/// 文书种类: what is sent for a tier, and to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// 预警函: a letter to the unit alone.
    Warning,
    /// 通报批评: a circular to all.
    Criticism,
    /// 约谈通知: a letter that summons the head of the unit.
    Interview,
}

impl NoticeKind {
    /// Every kind with the word that files use.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Warning, "warning"), (Self::Criticism, "criticism"), (Self::Interview, "interview")];

    /// The kind for a tier for which the plan gives none: its id may say it; otherwise the one that reaches the fewest.
    pub fn of_tier(id: &str) -> Self {
        let named = Self::ALL.iter().find(|(_, word)| *word == id);
        named.map_or(Self::Warning, |(kind, _)| *kind)
    }
}

/// A rung by its position, 0 being the lowest. Ordered by severity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tier(pub usize);

/// The rungs of a plan, lowest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ladder(Vec<Rung>);

/// Why rungs do not make a ladder; positions count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LadderFault {
    /// No rungs: nothing would ever be proposed.
    Empty,
    /// A rung asks for no more lag than the one before.
    NotRising {
        /// Position of the later rung.
        at: usize,
    },
    /// A rung that no item can reach within the plan.
    NeverReached {
        /// Position of the rung.
        at: usize,
        /// The longest lag the plan allows, in months.
        longest: u32,
    },
}

impl Ladder {
    /// A ladder for a plan in which nothing can lag longer than `longest` months.
    ///
    /// # Errors
    /// The first [`LadderFault`].
    pub fn new(rungs: Vec<Rung>, longest: u32) -> Result<Self, LadderFault> {
        if rungs.is_empty() {
            return Err(LadderFault::Empty);
        }
        for (at, rung) in rungs.iter().enumerate() {
            if at > 0 && rung.from <= rungs[at - 1].from {
                return Err(LadderFault::NotRising { at });
            }
            if rung.from.whole_months() > longest {
                return Err(LadderFault::NeverReached { at, longest });
            }
        }
        Ok(Self(rungs))
    }

    /// The highest rung that this lag reaches; what has fallen due unmet at this very close has none yet.
    pub fn reached(&self, lag: Lag, is_due_unmet: bool) -> Option<Tier> {
        self.0.iter().rposition(|rung| rung.from.is_reached(lag, is_due_unmet)).map(Tier)
    }

    /// Whether every rung begins with exactly so many whole months, so that each close reaches one more at most.
    pub fn is_in_whole_months(&self) -> bool {
        self.0.iter().all(|rung| rung.from.months > 0 && !rung.from.is_exclusive)
    }

    /// The whole months of lag that reach the highest rung.
    pub fn height(&self) -> u32 {
        self.0.iter().map(|rung| rung.from.whole_months()).max().unwrap_or(0)
    }

    /// The rung above, or the lowest one.
    pub fn above(&self, tier: Option<Tier>) -> Option<Tier> {
        let next = tier.map_or(0, |Tier(position)| position + 1);
        (next < self.0.len()).then_some(Tier(next))
    }

    /// The rung of a tier.
    pub fn rung(&self, tier: Tier) -> &Rung {
        &self.0[tier.0]
    }

    /// All tiers, highest first, as pages list them.
    pub fn highest_first(&self) -> impl Iterator<Item = Tier> {
        (0..self.0.len()).rev().map(Tier)
    }

    /// All rungs, lowest first.
    pub fn rungs(&self) -> &[Rung] {
        &self.0
    }
}
