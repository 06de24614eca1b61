//! Many files, some at a time: while what the last ones said is taken in, one by one and in order, the next ones are read
//! on the other processors. So few of them are held at once.

/// Reads `at_once` of them at a time and takes in what came of each, in their order.
pub(super) fn read_ahead<F: Sync, R: Send>(
    all: &[F],
    at_once: usize,
    read: impl Fn(&[F]) -> Vec<R> + Sync,
    mut take_in: impl FnMut(R),
) {
    let mut chunks = all.chunks(at_once);
    let mut reads = chunks.next().map_or_else(Vec::new, &read);
    while !reads.is_empty() {
        let mut next = Vec::new();
        let here = std::mem::take(&mut reads).into_iter();
        match chunks.next() {
            Some(some) => rayon::in_place_scope(|scope| {
                scope.spawn(|_| next = read(some));
                here.for_each(&mut take_in);
            }),
            None => here.for_each(&mut take_in),
        }
        reads = next;
    }
}
