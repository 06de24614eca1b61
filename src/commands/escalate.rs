//! `escalate`: what the rule asks for this month.

use anyhow::Result;
use clap::Args;

use super::members::on_plans;
use super::options::{Delivery, Selection, When, exit};
use super::{Context, Outcome};
use crate::views::{Escalation, Findings, Shown};

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
    let Arguments {
        when,
        selection,
        delivery,
        exit_code,
    } = arguments;
    let one = |findings: Findings<'_>| {
        let filter = selection.filter(findings.workspace, context.lang)?;
        let view = Escalation::of(findings, &filter);
        delivery.deliver(&view, context, exit(*exit_code, view.has_tier()))
    };
    on_plans(
        when,
        selection,
        delivery,
        *exit_code,
        Shown::Escalation,
        context,
        one,
    )
}
