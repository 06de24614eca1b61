//! What stands behind a figure where an entry names things rather than counting them: kept beside the share, so that
//! entries stay small and figures are figures everywhere.

use std::num::NonZeroU16;

use super::Figure;

/// What an entry names behind its figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Detail {
    /// 对象: which objects are done, by their positions among those of the quantity, rising.
    Objects(Box<[u16]>),
    /// 阶段: how many stand at each stage of the item, in the order of the stages.
    Stages(Box<[Figure]>),
}

impl Detail {
    /// The objects that are done, if it names objects.
    pub fn objects(&self) -> Option<&[u16]> {
        match self {
            Self::Objects(objects) => Some(objects),
            Self::Stages(_) => None,
        }
    }

    /// How many stand at each stage, if it says so.
    pub fn stages(&self) -> Option<&[Figure]> {
        match self {
            Self::Objects(_) => None,
            Self::Stages(standing) => Some(standing),
        }
    }
}

/// Position of a detail in its share, from one on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DetailIx(NonZeroU16);

impl DetailIx {
    /// The position of the last of so many details; none if there are more than any share is reported on.
    pub(super) fn last_of(count: usize) -> Option<Self> {
        u16::try_from(count).ok().and_then(NonZeroU16::new).map(Self)
    }

    /// The position from zero on.
    pub(super) fn at(self) -> usize {
        usize::from(self.0.get()) - 1
    }
}
