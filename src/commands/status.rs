//! `status`: where every share stands.

use anyhow::Result;
use clap::{Args, ValueEnum};

use super::assume::Assumptions;
use super::members::{Asked, on_plans};
use super::options::{Delivery, Selection, When, exit};
use super::{Context, Outcome};
use crate::views::{By, Shown, Status};

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
    assumptions: Assumptions,
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
/// A month, unit, task, tier or state that does not exist; an assumption that is none; a file that cannot be read or written.
pub fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let by = match arguments.by {
        None | Some(ByWord::Item) => By::Item,
        Some(ByWord::Task) => By::Task,
        Some(ByWord::Unit) => By::Unit,
    };
    let asked = Asked {
        when: &arguments.when,
        selection: &arguments.selection,
        assumptions: &arguments.assumptions,
        delivery: &arguments.delivery,
        asks_exit_code: arguments.exit_code,
    };
    on_plans(&asked, Shown::Status, context, |findings| {
        let filter = arguments.selection.filter(findings.workspace, context.lang)?;
        let view = Status::of(findings, &filter, by);
        let exit = exit(arguments.exit_code, view.has_tier());
        arguments.delivery.deliver(&view, context, exit)
    })
}
