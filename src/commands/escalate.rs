//! `escalate`: what the rule asks for this month.

use anyhow::Result;
use clap::Args;

use super::options::{Delivery, Selection, When, exit, with_warnings};
use super::{Context, Outcome, open};
use crate::views::{Escalation, Findings};

/// Its arguments.
#[derive(Clone, Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    when: When,
    #[command(flatten)]
    selection: Selection,
    #[command(flatten)]
    delivery: Delivery,
    #[arg(long = "exit-code", id = "exit-code")]
    exit_code: bool,
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
    let view = Escalation::of(
        findings,
        &arguments.selection.filter(&opened, context.lang)?,
    );
    let exit = exit(arguments.exit_code, view.has_tier());
    let outcome = arguments.delivery.deliver(&view, context, exit)?;
    Ok(with_warnings(outcome, &opened, context.lang))
}
