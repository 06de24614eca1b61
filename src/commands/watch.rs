//! How far the reading of files has come, on one line for a person who would otherwise wait before an empty screen.
//! Nothing of it reaches a file or a pipe.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use unicode_width::UnicodeWidthStr;

use super::Context;
use crate::text::cli as words;

/// Whoever is done by then is not worth a line.
const PATIENCE: Duration = Duration::from_millis(500);
/// The line is written anew as often.
const PULSE: Duration = Duration::from_millis(100);
/// On a narrower screen the line would not stay one.
const NARROWEST: usize = 60;
/// The length of the bar.
const BAR: usize = 20;

/// Told by those who read, from any processor.
#[derive(Default)]
pub(super) struct Watch {
    expected: AtomicUsize,
    seen: AtomicUsize,
}

impl Watch {
    /// More files are to be read.
    pub(super) fn expect(&self, files: usize) {
        self.expected.fetch_add(files, Ordering::Relaxed);
    }

    /// One has been read.
    pub(super) fn seen(&self) {
        self.seen.fetch_add(1, Ordering::Relaxed);
    }

    /// `[########------------] 3210/6500`
    fn bar(&self) -> String {
        let expected = self.expected.load(Ordering::Relaxed);
        let seen = self.seen.load(Ordering::Relaxed).min(expected);
        let filled = BAR * seen / expected.max(1);
        format!("[{:-<BAR$}] {seen}/{expected}", "#".repeat(filled))
    }
}

/// Does work that reads files; where it takes long, it is said how far it has come.
pub(super) fn watched<T>(context: &Context, work: impl FnOnce(&Watch) -> T) -> T {
    let watch = Watch::default();
    // How wide it is cannot be told where the result goes to a file; then it is taken to be wide enough.
    let is_wide = context.aside.width.is_none_or(|width| width >= NARROWEST);
    let Some(write) = context.line.filter(|_| is_wide) else {
        return work(&watch);
    };
    thread::scope(|scope| {
        let (done, is_done) = channel::<()>();
        let watch = &watch;
        scope.spawn(move || {
            let mut wait = PATIENCE;
            let mut length = 0;
            while is_done.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
                let line = format!("{} {}", words::reading(context.lang), watch.bar());
                length = line.width();
                write(&format!("\r{line}"));
                wait = PULSE;
            }
            if length > 0 {
                write(&format!("\r{}\r", " ".repeat(length)));
            }
        });
        let result = work(watch);
        drop(done);
        result
    })
}
