//! What stands behind a figure where an entry names things rather than counting them: kept beside the share, so that
//! entries stay small and figures are figures everywhere.

use std::num::NonZeroU16;

use super::{Entry, Share};

/// What an entry names behind its figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Detail {
    /// 对象: which objects are done, by their positions among those of the quantity, rising.
    Objects(Box<[u16]>),
}

impl Detail {
    /// The objects that are done, if it names objects.
    pub fn objects(&self) -> Option<&[u16]> {
        match self {
            Self::Objects(objects) => Some(objects),
        }
    }
}

/// Position of a detail in its share, from one on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DetailIx(NonZeroU16);

impl Share {
    /// Keeps a detail. What was said before is kept once. None if there are more than any share is reported on.
    pub fn keep(&mut self, detail: Detail) -> Option<DetailIx> {
        if self.details.last() != Some(&detail) {
            self.details.push(detail);
        }
        u16::try_from(self.details.len()).ok().and_then(NonZeroU16::new).map(DetailIx)
    }

    /// What an entry of this share names.
    pub fn detail_of(&self, entry: &Entry) -> Option<&Detail> {
        self.details.get(usize::from(entry.detail?.0.get()) - 1)
    }
}
