//! Programs of plain text accounting, adding up the same records: one transaction an entry, without the notes.

use std::io;

use crate::clock::{Timed, interleaved};
use crate::table::Table;
use crate::{child, workspaces};

/// Name of the program, what to run, and the file.
const PROGRAMS: [(&str, &str, &str, &[&str]); 3] = [
    ("hledger", "hledger", "records.journal", &["-f", "", "balance"]),
    ("ledger", "ledger", "records.ledger", &["-f", "", "balance"]),
    ("beancount", "bean-report", "records.beancount", &["", "balances"]),
];

pub(crate) fn add(table: &mut Table) -> io::Result<()> {
    let city = workspaces::city()?;
    let what = format!("`status --format json`, {} entries", city.entries);
    for (name, program, file, arguments) in PROGRAMS {
        let against = format!("{name}: balance of the same records");
        if let Err(why) = child::run(program, &["--version"]) {
            table.missing(&what, &against, &why)?;
            continue;
        }
        let made = workspaces::made(name, &["--size", "city", "--as", name])?;
        let file = made.folder.join(file).display().to_string();
        let arguments: Vec<&str> =
            arguments.iter().map(|word| if word.is_empty() { file.as_str() } else { word }).collect();
        // They take so long that one round has to do.
        let both: Vec<Timed<'_>> =
            vec![Box::new(|| child::status(&city.folder)), Box::new(|| child::run(program, &arguments))];
        match interleaved(1, both) {
            Ok(times) => table.compare(&what, &times[0], &against, &times[1])?,
            Err(why) => table.missing(&what, &against, &why)?,
        }
    }
    Ok(())
}
