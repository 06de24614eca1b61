//! `status`: where every share stands.

use anyhow::Result;
use clap::{Args, ValueEnum};

use super::members::on_plans;
use super::options::{Delivery, Selection, When, exit};
use super::{Context, Outcome};
use crate::views::{By, Findings, Shown, Status};

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
    let by = match arguments.by {
        None | Some(ByWord::Item) => By::Item,
        Some(ByWord::Task) => By::Task,
        Some(ByWord::Unit) => By::Unit,
    };
    let Arguments {
        when,
        selection,
        delivery,
        exit_code,
        ..
    } = arguments;
    let one = |findings: Findings<'_>| {
        let filter = selection.filter(findings.workspace, context.lang)?;
        let view = Status::of(findings, &filter, by);
        delivery.deliver(&view, context, exit(*exit_code, view.has_tier()))
    };
    on_plans(
        when,
        selection,
        delivery,
        *exit_code,
        Shown::Status,
        context,
        one,
    )
}
