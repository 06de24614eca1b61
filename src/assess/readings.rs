//! The readings of an indicator that count.

use crate::model::{Entry, Figure, Reading};

use super::evidence::Evidence;

/// A reading of an indicator: the position of its entry, the entry, the figure.
pub(super) type Read<'a> = (usize, &'a Entry, Figure);

/// The readings that count, newest first.
pub(super) fn readings(evidence: Evidence<'_>) -> impl Iterator<Item = Read<'_>> {
    evidence.entries().rev().filter_map(|(position, entry)| match entry.reading {
        Reading::Value(value) => Some((position, entry, value)),
        _ => None,
    })
}
