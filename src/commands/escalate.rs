//! `escalate`: what the rule asks for this month.

use anyhow::Result;
use clap::Args;

use super::assume::Assumptions;
use super::members::{Asked, on_plans};
use super::options::{Delivery, Selection, When, exit};
use super::{Context, Outcome};
use crate::views::{Escalation, Shown};

/// Its arguments.
#[derive(Clone, Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    when: When,
    #[command(flatten)]
    selection: Selection,
    #[command(flatten)]
    assumptions: Assumptions,
    #[command(flatten)]
    delivery: Delivery,
    #[arg(long = "exit-code", id = "exit-code")]
    exit_code: bool,
}

/// Runs it.
///
/// # Errors
/// A month, unit, task, tier or state that does not exist; an assumption that is none; a file that cannot be read or written.
pub fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let asked = Asked {
        when: &arguments.when,
        selection: &arguments.selection,
        assumptions: &arguments.assumptions,
        delivery: &arguments.delivery,
        asks_exit_code: arguments.exit_code,
    };
    on_plans(&asked, Shown::Escalation, context, |findings| {
        let filter = arguments.selection.filter(findings.workspace, context.lang)?;
        let view = Escalation::of(findings, &filter);
        let exit = exit(arguments.exit_code, view.has_tier());
        arguments.delivery.deliver(&view, context, exit)
    })
}
