//! The same work on each of many things, on all processors.

use rayon::prelude::*;

/// The number of files that are read faster than another thread could start.
pub const FEW_FILES: usize = 150;

/// Does the same with each element of a list; the results are in its order. A list of no more than `few` is done in
/// this thread: it would be finished before another one had started.
pub fn side_by_side<T: Sync, R: Send>(list: &[T], few: usize, work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    if list.len() <= few {
        return list.iter().map(work).collect();
    }
    list.par_iter().map(&work).collect()
}
