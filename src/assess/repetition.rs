//! The same verdict month after month: what has changed, how long in a row, how often.

use crate::model::{Month, Tier, shown_by_id};

use super::verdict::Verdict;

/// 变化: a tier compared with the month before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// 新增: no tier before.
    New,
    /// 升级
    Raised,
    /// 维持
    Held,
    /// 降级
    Lowered,
    /// 解除: no tier any more.
    Lifted,
}

impl Change {
    /// Its stable id.
    pub fn id(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Raised => "raised",
            Self::Held => "held",
            Self::Lowered => "lowered",
            Self::Lifted => "lifted",
        }
    }
}

shown_by_id!(Change);

/// How a tier changed from one month to the next; none if there was none and is none.
fn change_between(before: Option<Tier>, now: Option<Tier>) -> Option<Change> {
    match (before, now) {
        (None, None) => None,
        (None, Some(_)) => Some(Change::New),
        (Some(_), None) => Some(Change::Lifted),
        (Some(before), Some(now)) if now > before => Some(Change::Raised),
        (Some(before), Some(now)) if now < before => Some(Change::Lowered),
        _ => Some(Change::Held),
    }
}

/// How the tier of a share changed from one month to the next; none if a tier is only withheld, for then it has not
/// been lifted.
pub fn change_since(before: Option<&Verdict>, now: &Verdict) -> Option<Change> {
    change_from(before.and_then(|before| before.tier), now)
}

/// The same from a tier.
pub fn change_from(before: Option<Tier>, now: &Verdict) -> Option<Change> {
    match now.withheld {
        Some(_) => None,
        None => change_between(before, now.tier),
    }
}

/// Months in a row with a tier, up to the last one given.
pub(super) fn consecutive(tiers: impl DoubleEndedIterator<Item = (Month, Option<Tier>)>) -> u32 {
    super::evidence::count(tiers.rev().take_while(|(_, tier)| tier.is_some()))
}

/// Months with a tier in the year of `month`.
pub(super) fn times_in_year(tiers: impl Iterator<Item = (Month, Option<Tier>)>, month: Month) -> u32 {
    super::evidence::count(tiers.filter(|(when, tier)| tier.is_some() && when.year() == month.year()))
}
