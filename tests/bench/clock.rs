//! Takes times. Rounds are interleaved, A B C A B C, so that whatever else the machine does falls on all alike.

#![expect(clippy::disallowed_types, reason = "measuring time is what this is for; no verdict comes of it")]

use std::io;
use std::time::{Duration, Instant};

/// The times of one thing, shortest first.
pub(crate) struct Times(Vec<Duration>);

impl Times {
    /// The shortest: what it takes when nothing is in the way.
    pub(crate) fn least(&self) -> Duration {
        self.0[0]
    }

    pub(crate) fn median(&self) -> Duration {
        self.0[self.0.len() / 2]
    }
}

/// Something to be timed.
pub(crate) type Timed<'a> = Box<dyn FnMut() -> io::Result<()> + 'a>;

/// Runs each once in every round, in turn; once before, untimed, where there is more than one round.
pub(crate) fn interleaved(rounds: usize, mut all: Vec<Timed<'_>>) -> io::Result<Vec<Times>> {
    if rounds > 1 {
        for run in &mut all {
            run()?;
        }
    }
    let mut times: Vec<Vec<Duration>> = all.iter().map(|_| Vec::new()).collect();
    for _ in 0..rounds {
        for (run, times) in all.iter_mut().zip(&mut times) {
            let begun = Instant::now();
            run()?;
            times.push(begun.elapsed());
        }
    }
    let sorted = |mut times: Vec<Duration>| {
        times.sort_unstable();
        Times(times)
    };
    Ok(times.into_iter().map(sorted).collect())
}
