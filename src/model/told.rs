//! What entries say of the occurrences of a duty that recurs: done or not, or how often.

use super::{Month, Reading, Recurring};

impl Recurring {
    /// What an entry says of an occurrence: which one, by its due month, and how often it was done.
    pub fn told(&self, reading: Reading) -> Option<(Month, u32)> {
        match reading {
            Reading::Occurrence { due, done } => Some((due, if done { self.times } else { 0 })),
            Reading::Times { due, count } => Some((due, count)),
            Reading::Percent(_) | Reading::Done(_) | Reading::Stages | Reading::Value(_) | Reading::State(_) => None,
        }
    }

    /// Whether an entry says that the occurrence due in a month is done; none if it is about something else.
    pub fn says_done(&self, reading: Reading, of: Month) -> Option<bool> {
        self.told(reading).filter(|(due, _)| *due == of).map(|(_, count)| count >= self.times)
    }

    /// What an entry says when an occurrence is done, and no more than that.
    pub fn done(&self, due: Month) -> Reading {
        if self.is_counted() {
            Reading::Times { due, count: self.times }
        } else {
            Reading::Occurrence { due, done: true }
        }
    }

    /// What an entry says when nothing of an occurrence is done.
    pub fn not_done(&self, due: Month) -> Reading {
        if self.is_counted() { Reading::Times { due, count: 0 } } else { Reading::Occurrence { due, done: false } }
    }
}
