//! The whole command on a city, against the floor and against only copying the bytes.

use std::io;

use crate::clock::{Timed, interleaved};
use crate::table::Table;
use crate::{child, floor, workspaces};

const ROUNDS: usize = 7;

pub(crate) fn add(table: &mut Table) -> io::Result<()> {
    let city = workspaces::city()?;
    let folder = city.folder.as_path();
    let own = child::own()?;
    let shown = folder.display().to_string();
    let files = floor::list(folder)?;
    let explain = ["-C", shown.as_str(), "explain", "1.1"];
    let mut all: Vec<Timed<'_>> = vec![
        Box::new(|| child::status(folder)),
        Box::new(|| child::run(&own, &["floor", shown.as_str()])),
        Box::new(|| child::run(child::SHANGDANG, &explain)),
    ];
    let cat = child::run("cat", &files);
    if cat.is_ok() {
        all.push(Box::new(|| child::run("cat", &files)));
    }
    let times = interleaved(ROUNDS, all)?;
    let what = format!("`status --format json`, {} entries", city.entries);
    table.compare(&what, &times[0], "list, read and parse the same files", &times[1])?;
    match cat {
        Ok(()) => table.compare(&what, &times[0], "`cat` of the same files", &times[3])?,
        Err(why) => table.missing(&what, "`cat` of the same files", &why)?,
    }
    table.compare("`explain` of one item, the same files", &times[2], "`status`", &times[0])
}
