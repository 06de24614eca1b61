//! `notice`: what is sent to units.

mod draft;

use anyhow::Result;
use clap::Args;

use super::{Context, Outcome};

/// Its arguments.
#[derive(Clone, Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    draft: draft::Drafting,
}

/// Runs it.
///
/// # Errors
/// Those of its steps.
pub fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    draft::run(&arguments.draft, context)
}
