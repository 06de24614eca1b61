//! Peak memory. The system tells it of all children of a process together, so that each is measured by a process of its
//! own, which has no other.

use std::io::{self, Write};
use std::process::Command;

use crate::table::{self, Table};
use crate::{child, workspaces};

pub(crate) fn add(table: &mut Table) -> io::Result<()> {
    let city = workspaces::city()?;
    let own = child::own()?;
    let peak = |program: &str, arguments: &[String]| -> io::Result<u64> {
        let output = Command::new(&own).arg("alone").arg(program).args(arguments).output()?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let why = || io::Error::other("the system does not say");
        text.trim().parse().map_err(|_| why())
    };
    let own = own.display().to_string();
    let floor = ["floor".to_owned(), city.folder.display().to_string()];
    let what = "peak memory of `status --format json`";
    match peak(child::SHANGDANG, &child::status_arguments(&city.folder)) {
        Ok(peak) => {
            let input = format!("{} MB", city.bytes / 1_000_000);
            let ratio = table::ratio(peak.into(), city.bytes.into());
            table.say(what, &megabytes(peak), "bytes of the files", &input, &ratio)?;
        }
        Err(why) => table.missing(what, "bytes of the files", &why)?,
    }
    if let Ok(peak) = peak(&own, &floor) {
        let ratio = table::ratio(peak.into(), city.bytes.into());
        let input = format!("{} MB", city.bytes / 1_000_000);
        table.say("peak memory of the floor", &megabytes(peak), "bytes of the files", &input, &ratio)?;
    }
    Ok(())
}

fn megabytes(bytes: u64) -> String {
    format!("{} MB", bytes / 1_000_000)
}

/// Runs one program and prints the bytes it had in memory at most.
#[cfg(unix)]
pub(crate) fn alone(program: &str, arguments: &[&str]) -> io::Result<()> {
    use nix::sys::resource::{UsageWho, getrusage};
    child::run(program, arguments)?;
    let peak = getrusage(UsageWho::RUSAGE_CHILDREN)?.max_rss();
    // Linux counts in kibibytes, the systems of Apple in bytes.
    let unit = if cfg!(target_vendor = "apple") { 1 } else { 1024 };
    writeln!(io::stdout(), "{}", peak * unit)
}

/// Elsewhere the system is not asked.
#[cfg(not(unix))]
pub(crate) fn alone(_: &str, _: &[&str]) -> io::Result<()> {
    writeln!(io::stdout(), "NOT MEASURED")
}
