//! How far the reading of files has come, on the standard error of a person who would otherwise wait before an empty
//! screen. Nothing of it reaches a file or a pipe.

use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Context;
use crate::text::cli as words;

/// Whoever is done by then is not worth a line.
const PATIENCE: Duration = Duration::from_millis(500);
/// The line is drawn anew as often.
const PULSE: Duration = Duration::from_millis(100);

/// Told by those who read.
pub(super) struct Watch(Option<ProgressBar>);

impl Watch {
    /// More files are to be read.
    pub(super) fn expect(&self, files: usize) {
        if let Some(bar) = &self.0 {
            bar.inc_length(u64::try_from(files).unwrap_or(u64::MAX));
        }
    }

    /// One has been read.
    pub(super) fn seen(&self) {
        if let Some(bar) = &self.0 {
            bar.inc(1);
        }
    }
}

/// Does work that reads files; where it takes long, it is said how far it has come.
pub(super) fn watched<T>(context: &Context, work: impl FnOnce(&Watch) -> T) -> T {
    if !context.is_watched {
        return work(&Watch(None));
    }
    let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::hidden());
    if let Ok(style) = ProgressStyle::with_template("{msg} {bar:20} {pos}/{len}") {
        bar.set_style(style);
    }
    bar.set_message(words::reading(context.lang));
    let shown = bar.clone();
    let watch = Watch(Some(bar));
    let result = thread::scope(|scope| {
        let (done, is_done) = channel::<()>();
        scope.spawn(|| {
            let is_done = is_done;
            if is_done.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                shown.set_draw_target(ProgressDrawTarget::stderr());
                shown.enable_steady_tick(PULSE);
            }
        });
        let result = work(&watch);
        drop(done);
        result
    });
    shown.finish_and_clear();
    result
}
