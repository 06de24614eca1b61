//! How the office's words appear in data: months and exact numbers as they are written, choices by their stable name.

use serde::{Serialize, Serializer};

use super::{Basis, Decision, Figure, Lag, Moment, Month, NoticeStanding, Outcome, Ratio, State};

/// Data shows these by their `id`.
macro_rules! shown_by_id {
    ($($type:ty),+) => { $(
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.id())
            }
        }
    )+ };
}

pub(crate) use shown_by_id;

macro_rules! shown_as_written {
    ($($type:ty),+) => { $(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
    )+ };
}

shown_by_id!(Basis, Decision, Outcome, NoticeStanding, State);
shown_as_written!(Figure, Lag, Moment, Month, Ratio);
