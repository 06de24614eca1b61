//! `chart`: pictures of the assessed result.

mod curve;
mod front;
mod heat;

use anyhow::Result;
use clap::{Args, Subcommand};

use super::{Context, Outcome};

/// Its arguments.
#[derive(Clone, Debug, Args)]
#[command(disable_help_subcommand = true)]
pub struct Arguments {
    #[command(subcommand)]
    chart: Chart,
}

#[derive(Clone, Debug, Subcommand)]
enum Chart {
    Front(front::Arguments),
    Heat(heat::Arguments),
    Curve(curve::Arguments),
}

/// Runs it.
///
/// # Errors
/// A month, unit, task or item that does not exist; a file that cannot be written.
pub fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    match &arguments.chart {
        Chart::Front(arguments) => front::run(arguments, context),
        Chart::Heat(arguments) => heat::run(arguments, context),
        Chart::Curve(arguments) => curve::run(arguments, context),
    }
}
