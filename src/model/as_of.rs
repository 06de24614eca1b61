//! 截至: the moment that is asked about.

use chrono::NaiveDate;

use super::Month;

/// What is asked: the state at the close of a month, perhaps as it could be known on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AsOf {
    /// The month whose close is assessed.
    pub month: Month,
    /// Leave out reports filed, and decisions taken, after this day.
    pub known_by: Option<NaiveDate>,
}

impl AsOf {
    /// The close of a month, with all that is known.
    pub fn close_of(month: Month) -> Self {
        Self { month, known_by: None }
    }

    /// Whether what was done on a day could be known.
    pub fn knows(self, day: NaiveDate) -> bool {
        self.known_by.is_none_or(|known_by| day <= known_by)
    }
}
