//! 截至: the moment a question is about.

use chrono::NaiveDate;

use super::Month;

/// The state at the close of a month, or as much of it as could be known on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AsOf {
    /// The month whose close is assessed.
    pub month: Month,
    /// Leave out reports filed, and decisions taken, after this day.
    pub known_by: Option<NaiveDate>,
}

impl AsOf {
    /// The close of a month, with everything known.
    pub fn close_of(month: Month) -> Self {
        Self { month, known_by: None }
    }

    /// Whether something done on a day could be known.
    pub fn knows(self, day: NaiveDate) -> bool {
        self.known_by.is_none_or(|known_by| day <= known_by)
    }
}
