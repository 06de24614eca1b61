//! Start-up: the plan that comes with the program, against a program that does nothing.

use std::io;
use std::path::Path;

use crate::child;
use crate::clock::{Timed, interleaved};
use crate::table::{self, Table};

const ROUNDS: usize = 25;

pub(crate) fn add(table: &mut Table) -> io::Result<()> {
    let own = child::own()?;
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let both: Vec<Timed<'_>> = vec![Box::new(|| child::status(&data)), Box::new(|| child::run(&own, &["nothing"]))];
    let times = interleaved(ROUNDS, both)?;
    let more = times[0].least().saturating_sub(times[1].least());
    table.say(
        "`status --format json` on the shipped plan",
        &table::times(&times[0]),
        "a program that ends at once",
        &table::times(&times[1]),
        &format!("{} more", table::shown(more)),
    )
}
