//! `notice`: what becomes of a proposal. Without a step, drafts of what may be sent; each step records what people did.
//! Nothing is sent by any of them.

mod decide;
mod draft;
mod issue;
mod lift;
mod object;
mod reply;
mod step;

use anyhow::Result;
use clap::{Args, Subcommand};

use super::recording::on_desk;
use super::{Context, Outcome};

/// Its arguments.
#[derive(Clone, Debug, Args)]
#[command(disable_help_subcommand = true, args_conflicts_with_subcommands = true)]
pub struct Arguments {
    #[command(subcommand)]
    step: Option<Step>,
    #[command(flatten)]
    draft: draft::Drafting,
}

#[derive(Clone, Debug, Subcommand)]
enum Step {
    Issue(issue::Arguments),
    Reply(reply::Arguments),
    Object(object::Arguments),
    Decide(decide::Arguments),
    Lift(lift::Arguments),
}

/// Runs it.
///
/// # Errors
/// What does not exist or does not agree with the verdicts, a step that is recorded already; a file that cannot be
/// written.
pub fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let Some(step) = &arguments.step else {
        return draft::run(&arguments.draft, context);
    };
    on_desk(context, |desk| match step {
        Step::Issue(arguments) => issue::run(arguments, desk),
        Step::Reply(arguments) => reply::run(arguments, desk),
        Step::Object(arguments) => object::run(arguments, desk),
        Step::Decide(arguments) => decide::run(arguments, desk),
        Step::Lift(arguments) => lift::run(arguments, desk),
    })
}
