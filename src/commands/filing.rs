//! `filing`: who has reported for which month, and who is owed a reminder.

use anyhow::Result;
use clap::Args;

use super::options::{Delivery, When};
use super::{Context, Exit, Outcome, names, open};
use crate::assess::{FaultyReports, Filings};
use crate::model::UnitIx;
use crate::views::{FaultyReport, FilingMatrix, Submissions};

/// Its arguments.
#[derive(Clone, Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    when: When,
    #[arg(short, long)]
    unit: Vec<String>,
    #[command(flatten)]
    delivery: Delivery,
    #[arg(long = "exit-code", id = "filing-exit-code")]
    exit_code: bool,
}

/// Runs it.
///
/// # Errors
/// A month or unit that does not exist; a file that cannot be read or written.
pub fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let lang = context.lang;
    let opened = match open(context)? {
        Ok(opened) => opened,
        Err(refused) => return Ok(refused),
    };
    let workspace = &opened.workspace;
    let faulty: Vec<FaultyReport> = Vec::new();
    let as_of = arguments.when.as_of(workspace, lang)?;
    let named = arguments.unit.iter();
    let named: Vec<UnitIx> = named
        .map(|name| names::unit(name, workspace, lang))
        .collect::<Result<_>>()?;
    let all = (0..workspace.plan.units.len()).map(UnitIx);
    let units: Vec<UnitIx> = all
        .filter(|unit| named.is_empty() || named.contains(unit))
        .collect();
    let known: FaultyReports = faulty.iter().filter_map(|file| file.of).collect();
    let filings = Filings::of(workspace, as_of, &known);
    let submissions = Submissions {
        sources: &opened.sources,
        workspace,
        faulty: &faulty,
        filings: &filings,
        units: &units,
    };
    let view = FilingMatrix::of(submissions);
    let exit = if arguments.exit_code && view.has_owed() {
        Exit::No
    } else {
        Exit::Fine
    };
    arguments.delivery.deliver(&view, context, exit)
}
