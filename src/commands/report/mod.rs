//! `report`: one unit's report for one month, begun, filled in and submitted.

mod desk;
mod new;
mod set;
mod submit;
mod value;

use anyhow::Result;
use clap::{Args, Subcommand};

use super::{Context, Outcome};

/// Its arguments.
#[derive(Clone, Debug, Args)]
#[command(disable_help_subcommand = true)]
pub struct Arguments {
    #[command(subcommand)]
    step: Step,
}

#[derive(Clone, Debug, Subcommand)]
enum Step {
    New(new::Arguments),
    Set(set::Arguments),
    Submit(submit::Arguments),
}

/// Runs it.
///
/// # Errors
/// A unit, month or item that does not exist; a value that the item does not take; a file that cannot be read or
/// written.
pub fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    match &arguments.step {
        Step::New(arguments) => new::run(arguments, context),
        Step::Set(arguments) => set::run(arguments, context),
        Step::Submit(arguments) => submit::run(arguments, context),
    }
}
