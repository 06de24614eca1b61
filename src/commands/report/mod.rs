//! `report`: one unit's report for one month, begun, filled in and submitted.

mod desk;
mod new;
mod set;
mod submit;
mod value;

use anyhow::Result;
use clap::{Args, Subcommand};

use super::options::Delivery;
use super::{Context, Outcome};
use desk::Desk;
pub(super) use value::{Typed, reading_typed};

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

impl Step {
    fn delivery(&self) -> &Delivery {
        match self {
            Self::New(arguments) => &arguments.delivery,
            Self::Set(arguments) => &arguments.delivery,
            Self::Submit(arguments) => &arguments.delivery,
        }
    }
}

/// Runs it.
///
/// # Errors
/// A unit, month or item that does not exist; a value that the item does not take; a file that cannot be read or
/// written.
pub fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    // A format that cannot be is said before anything is written.
    arguments.step.delivery().format(context.lang)?;
    let desk = match Desk::open(context)? {
        Ok(desk) => desk,
        Err(refused) => return Ok(refused),
    };
    match &arguments.step {
        Step::New(arguments) => new::run(arguments, &desk),
        Step::Set(arguments) => set::run(arguments, &desk),
        Step::Submit(arguments) => submit::run(arguments, &desk),
    }
}
