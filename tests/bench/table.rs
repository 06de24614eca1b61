//! The table: one row a comparison, printed as soon as it is known.

use std::io::{self, Write};
use std::time::Duration;

use crate::clock::Times;

/// The table on standard output.
pub(crate) struct Table {
    out: io::Stdout,
}

impl Table {
    /// Prints the heading.
    pub(crate) fn begin() -> io::Result<Self> {
        let mut table = Self { out: io::stdout() };
        table.row(["what", "least / median", "against", "least / median", "ratio"])?;
        table.row(["---", "---", "---", "---", "---"])?;
        Ok(table)
    }

    fn row(&mut self, cells: [&str; 5]) -> io::Result<()> {
        writeln!(self.out, "| {} |", cells.join(" | "))
    }

    /// Two things that were timed in the same rounds.
    pub(crate) fn compare(&mut self, what: &str, ours: &Times, against: &str, other: &Times) -> io::Result<()> {
        let ratio = ratio(ours.least().as_nanos(), other.least().as_nanos());
        self.row([what, &times(ours), against, &times(other), &ratio])
    }

    /// Any other figure.
    pub(crate) fn say(&mut self, what: &str, ours: &str, against: &str, other: &str, ratio: &str) -> io::Result<()> {
        self.row([what, ours, against, other, ratio])
    }

    /// Something that is not installed, or did not work.
    pub(crate) fn missing(&mut self, what: &str, against: &str, why: &io::Error) -> io::Result<()> {
        self.row([what, "", against, &format!("NOT MEASURED ({why})"), ""])
    }
}

/// Shortest and median.
pub(crate) fn times(times: &Times) -> String {
    format!("{} / {}", shown(times.least()), shown(times.median()))
}

/// A duration with a sensible number of digits.
pub(crate) fn shown(time: Duration) -> String {
    let micros = time.as_micros();
    match micros {
        0..10_000 => format!("{}.{:02} ms", micros / 1000, micros % 1000 / 10),
        10_000..10_000_000 => format!("{} ms", micros / 1000),
        _ => format!("{} s", micros / 1_000_000),
    }
}

/// One number over another, cut to two decimals.
pub(crate) fn ratio(ours: u128, other: u128) -> String {
    let hundredths = ours * 100 / other.max(1);
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}
