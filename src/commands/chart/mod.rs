//! `chart`: pictures of the assessed result.

mod curve;
mod rows;

use anyhow::Result;
use clap::{Args, Subcommand};

use super::{Context, Outcome};
use rows::Picture;

/// Its arguments.
#[derive(Clone, Debug, Args)]
#[command(disable_help_subcommand = true)]
pub struct Arguments {
    #[command(subcommand)]
    chart: Chart,
}

#[derive(Clone, Debug, Subcommand)]
enum Chart {
    Front(rows::Arguments),
    Heat(rows::Arguments),
    Curve(curve::Arguments),
}

/// Runs it.
///
/// # Errors
/// A month, unit, task or item that does not exist; a file that cannot be written.
pub fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    match &arguments.chart {
        Chart::Front(arguments) => rows::run(Picture::Front, arguments, context),
        Chart::Heat(arguments) => rows::run(Picture::Heat, arguments, context),
        Chart::Curve(arguments) => curve::run(arguments, context),
    }
}
