//! The ladder of tiers: data of the plan, not of the program.

use super::Lag;

/// One rung: what is proposed from a number of months of lag on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rung {
    /// Stable name for files and scripts: `warning`.
    pub id: String,
    /// The office's word: 预警.
    pub name: String,
    /// Whole months of lag from which it applies (inclusive).
    pub months: u32,
    /// The clause of the plan it rests on; empty if none is given.
    pub clause: String,
    /// What is sent for it.
    pub notice: NoticeKind,
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
    /// A rung asks for no more months than the one before.
    NotRising {
        /// Position of the later rung.
        at: usize,
    },
    /// A rung at zero months would apply to every unit.
    Zero {
        /// Position of the rung.
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
            if rung.months == 0 {
                return Err(LadderFault::Zero { at });
            }
            if at > 0 && rung.months <= rungs[at - 1].months {
                return Err(LadderFault::NotRising { at });
            }
            if rung.months > longest {
                return Err(LadderFault::NeverReached { at, longest });
            }
        }
        Ok(Self(rungs))
    }

    /// The highest rung that this lag reaches; exactly its months count.
    pub fn reached(&self, lag: Lag) -> Option<Tier> {
        self.0.iter().rposition(|rung| lag.reaches(rung.months)).map(Tier)
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
