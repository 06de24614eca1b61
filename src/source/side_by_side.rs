//! The same work on each of many things, on all processors.

use rayon::prelude::*;

/// Files that are read faster than another processor would begin.
pub const FEW_FILES: usize = 150;

/// Does the same with each of a list; the results stand in its order. A list of no more than `few` is done here: before
/// another processor has begun, it would be over.
pub fn side_by_side<T: Sync, R: Send>(list: &[T], few: usize, work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    if list.len() <= few {
        return list.iter().map(work).collect();
    }
    list.par_iter().map(&work).collect()
}
