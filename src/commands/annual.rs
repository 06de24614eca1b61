//! `annual`: the lists that the plan asks for at the end of a year.

use anyhow::Result;
use clap::Args;

use super::options::Delivery;
use super::{Context, Exit, Outcome, names, on_assessed};
use crate::assess::{Annual, AsOf};
use crate::views::AnnualLists;

/// Its arguments.
#[derive(Clone, Debug, Args)]
pub struct Arguments {
    #[arg(short, long)]
    year: Option<String>,
    #[arg(long = "known-by", id = "known-by")]
    known_by: Option<String>,
    #[arg(short, long)]
    unit: Vec<String>,
    #[command(flatten)]
    delivery: Delivery,
}

/// Runs it. What decides is the close of the year's last month in the plan; later months have no reports yet, so that the
/// evidence stands until it comes.
///
/// # Errors
/// A year, day or unit that does not exist; a file that cannot be read or written.
pub fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let lang = context.lang;
    let as_of = |workspace: &_| {
        let known_by = arguments.known_by.as_deref();
        let known_by = known_by.map(|day| names::day(day, lang)).transpose()?;
        let year = arguments.year.as_deref();
        let month = names::close_of_year(year, known_by, workspace, lang)?;
        Ok(AsOf { month, known_by })
    };
    on_assessed(context, as_of, |findings| {
        let annual = Annual::of(findings.workspace, findings.assessment);
        let units = names::units(&arguments.unit, findings.workspace, lang)?;
        let view = AnnualLists::of(findings, &annual, units);
        arguments.delivery.deliver(&view, context, Exit::Fine)
    })
}
