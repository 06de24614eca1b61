//! How the time grows with the files: from ten thousand entries to a million in one district, and a province of many.

use std::io;

use crate::clock::{Timed, interleaved};
use crate::table::{self, Table};
use crate::{child, workspaces};

/// About so many entries, and rounds.
const SIZES: [(u32, usize); 5] = [(10_000, 9), (30_000, 7), (100_000, 5), (300_000, 3), (1_000_000, 3)];

pub(crate) fn add(table: &mut Table) -> io::Result<()> {
    let mut each = Vec::new();
    for (size, rounds) in SIZES {
        let asked = size.to_string();
        let made = workspaces::made(&format!("entries-{size}"), &["--entries", &asked])?;
        let run: Vec<Timed<'_>> = vec![Box::new(|| child::status(&made.folder))];
        let times = interleaved(rounds, run)?;
        let nanos = times[0].least().as_nanos() / u128::from(made.entries);
        let first = *each.first().unwrap_or(&nanos);
        each.push(nanos);
        table.say(
            &format!("`status --format json`, {} entries", made.entries),
            &table::times(&times[0]),
            "time an entry, and against the smallest",
            &format!("{nanos} ns"),
            &table::ratio(nanos, first),
        )?;
    }
    let (least, most) = (each.iter().min(), each.iter().max());
    let (Some(&least), Some(&most)) = (least, most) else {
        return Ok(());
    };
    let is_linear = most * 10 <= least * 11;
    let verdict = if is_linear { "yes" } else { "no" };
    table.say("linear within 10 %", verdict, "most over least time an entry", "", &table::ratio(most, least))
}

pub(crate) fn add_province(table: &mut Table) -> io::Result<()> {
    let made = workspaces::made("province", &["--size", "province"])?;
    let own = child::own()?;
    let shown = made.folder.display().to_string();
    let both: Vec<Timed<'_>> =
        vec![Box::new(|| child::status(&made.folder)), Box::new(|| child::run(&own, &["floor", shown.as_str()]))];
    let times = interleaved(3, both)?;
    let what = format!("`status --format json` over 120 districts, {} entries", made.entries);
    table.compare(&what, &times[0], "list, read and parse the same files", &times[1])
}
