//! The figures of speed and memory, each a ratio to something measured in the same run, as one table in Markdown.
//!
//! ```text
//! cargo bench                      everything
//! cargo bench -- whole growth      some of it: whole, ledgers, stages, memory, growth, province, start
//! ```
//!
//! The workspaces are made once, below `target/bench/`. What is not installed is said to be NOT MEASURED. This program
//! also runs as its own child: `nothing` ends at once, `floor` reads and parses, `alone` measures one other program.

mod child;
mod clock;
mod floor;
mod growth;
mod ledgers;
mod memory;
mod stages;
mod start;
mod table;
mod whole;
mod workspaces;

use std::env;
use std::io;
use std::path::Path;

use table::Table;

/// Adds the rows of one part.
type Add = fn(&mut Table) -> io::Result<()>;

/// The parts of the table, in order.
const PARTS: [(&str, Add); 7] = [
    ("whole", whole::add),
    ("ledgers", ledgers::add),
    ("stages", stages::add),
    ("memory", memory::add),
    ("growth", growth::add),
    ("province", growth::add_province),
    ("start", start::add),
];

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        ["nothing"] => return Ok(()),
        ["floor", folder] => return floor::run(Path::new(folder)),
        ["alone", program, ref rest @ ..] => return memory::alone(program, rest),
        _ => {}
    }
    // cargo adds `--bench`.
    let asked: Vec<&str> = words.into_iter().filter(|word| *word != "--bench").collect();
    if let Some(unknown) = asked.iter().find(|word| PARTS.iter().all(|(name, _)| name != *word)) {
        let known = PARTS.map(|(name, _)| name).join(", ");
        return Err(io::Error::other(format!("no part `{unknown}`: {known}")));
    }
    let mut table = Table::begin()?;
    for (name, add) in PARTS {
        if asked.is_empty() || asked.contains(&name) {
            add(&mut table)?;
        }
    }
    Ok(())
}
