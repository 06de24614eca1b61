//! `status`: where every share stands.

use anyhow::Result;
use clap::{Args, ValueEnum};

use super::options::{Delivery, Selection, When, exit, with_warnings};
use super::{Context, Outcome, open};
use crate::views::{By, Findings, Status};

/// Its arguments.
#[derive(Clone, Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    when: When,
    #[command(flatten)]
    selection: Selection,
    #[arg(long, value_enum)]
    by: Option<ByWord>,
    #[command(flatten)]
    delivery: Delivery,
    #[arg(long = "exit-code", id = "exit-code")]
    exit_code: bool,
}

/// What rows stand for, as typed.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum ByWord {
    Item,
    Task,
    Unit,
}

/// Runs it.
///
/// # Errors
/// A month, unit, task, tier or state that does not exist; a file that cannot be read or written.
pub fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let opened = match open(context)? {
        Ok(opened) => opened,
        Err(refused) => return Ok(refused),
    };
    let assessment = opened.assess(arguments.when.as_of(&opened, context.lang)?);
    let findings = Findings {
        sources: &opened.sources,
        workspace: &opened.workspace,
        assessment: &assessment,
    };
    let by = match arguments.by {
        None | Some(ByWord::Item) => By::Item,
        Some(ByWord::Task) => By::Task,
        Some(ByWord::Unit) => By::Unit,
    };
    let view = Status::of(
        findings,
        &arguments.selection.filter(&opened, context.lang)?,
        by,
    );
    let exit = exit(arguments.exit_code, view.has_tier());
    let outcome = arguments.delivery.deliver(&view, context, exit)?;
    Ok(with_warnings(outcome, &opened, context.lang))
}
