//! `register`: what people decided, as a page; and its records other than notices and closings.

mod assess;
mod change;
mod exempt;
mod find;
mod page;
mod verify;

use anyhow::Result;
use clap::{Args, Subcommand};

use super::recording::on_desk;
use super::{Context, Outcome};

/// Its arguments.
#[derive(Clone, Debug, Args)]
#[command(disable_help_subcommand = true, args_conflicts_with_subcommands = true)]
pub struct Arguments {
    #[command(subcommand)]
    record: Option<Record>,
    #[command(flatten)]
    page: page::Page,
}

#[derive(Clone, Debug, Subcommand)]
enum Record {
    Verify(verify::Arguments),
    Exempt(exempt::Arguments),
    Find(find::Arguments),
    Change(change::Arguments),
    Assess(assess::Arguments),
}

/// Runs it.
///
/// # Errors
/// What does not exist, a text or day that cannot be; a file that cannot be read or written.
pub fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let Some(record) = &arguments.record else {
        return page::run(&arguments.page, context);
    };
    on_desk(context, |desk| match record {
        Record::Verify(arguments) => verify::run(arguments, desk),
        Record::Exempt(arguments) => exempt::run(arguments, desk),
        Record::Find(arguments) => find::run(arguments, desk),
        Record::Change(arguments) => change::run(arguments, desk),
        Record::Assess(arguments) => assess::run(arguments, desk),
    })
}
