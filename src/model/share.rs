//! 责任份: one lead unit's part of one item, with what the unit has reported on it.

use super::{Detail, DetailIx, Entry, Figure, ItemIx, UnitIx, reached};

/// 责任份: one lead unit's part of one item. This is what is assessed.
#[derive(Clone, Debug)]
pub struct Share {
    /// The item.
    pub item: ItemIx,
    /// The lead unit.
    pub unit: UnitIx,
    /// Its own amount of the item's quantity: its portion if the plan splits the quantity, otherwise all of it.
    pub amount: Option<Figure>,
    /// Which of the item's objects it has to do, by their positions, rising; none if the item does not name any.
    pub objects: Vec<u16>,
    /// What the unit has reported on it, by month; several in one month only for recurring items.
    pub entries: Vec<Entry>,
    /// What these entries name, for [`Share::detail_of`].
    pub details: Vec<Detail>,
}

impl Share {
    /// Keeps a detail. What was said before is kept once. None if there are more than any share is reported on.
    pub fn keep(&mut self, detail: Detail) -> Option<DetailIx> {
        if self.details.last() != Some(&detail) {
            self.details.push(detail);
        }
        DetailIx::last_of(self.details.len())
    }

    /// Which objects an entry of this share names as done, by their positions; none where it names none.
    pub fn done_by(&self, entry: &Entry) -> Option<&[u16]> {
        self.detail_of(entry)?.objects()
    }

    /// 尚缺: which of its objects an entry does not name as done; without an entry, all of them. Of an entry that is only
    /// assumed and names none, nobody knows.
    pub fn missing_at(&self, entry: Option<&Entry>) -> impl Iterator<Item = u16> {
        let done = entry.map_or(Some(&[][..]), |entry| self.done_by(entry));
        self.objects.iter().copied().filter(move |object| done.is_some_and(|done| done.binary_search(object).is_err()))
    }

    /// Which objects an earlier entry names as done and a later one does not.
    pub fn gone_between(&self, earlier: &Entry, later: &Entry) -> Vec<u16> {
        let (Some(before), Some(after)) = (self.done_by(earlier), self.done_by(later)) else {
            return Vec::new();
        };
        before.iter().copied().filter(|object| after.binary_search(object).is_err()).collect()
    }

    /// What an entry of this share names.
    pub fn detail_of(&self, entry: &Entry) -> Option<&Detail> {
        self.details.get(entry.detail?.at())
    }

    /// How many stand at each stage by an entry; none if it does not say so.
    pub fn standing(&self, entry: &Entry) -> Option<&[Figure]> {
        self.detail_of(entry)?.stages()
    }

    /// How many have reached each stage by an entry; none if it does not say so.
    pub fn reached(&self, entry: &Entry) -> Option<Vec<Figure>> {
        self.standing(entry).map(reached)
    }
}
