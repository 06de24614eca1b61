//! `outlook`: next month's list before it happens, what avoids it, and whom to call.

use anyhow::Result;
use clap::Args;

use super::options::{Delivery, When};
use super::{Context, Exit, Outcome, names, on_findings};
use crate::assess::Ahead;
use crate::views::{Filter, OutlookPage};

/// Its arguments.
#[derive(Clone, Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    when: When,
    #[arg(short, long)]
    unit: Vec<String>,
    #[arg(short, long)]
    task: Vec<String>,
    #[command(flatten)]
    delivery: Delivery,
}

/// Runs it.
///
/// # Errors
/// A month, unit or task that does not exist; a file that cannot be read or written.
pub fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let lang = context.lang;
    on_findings(&arguments.when, context, |findings| {
        let workspace = findings.workspace;
        let tasks = arguments.task.iter();
        let filter = Filter {
            units: names::units(&arguments.unit, workspace, lang)?,
            tasks: tasks.map(|name| names::task(name, workspace, lang)).collect::<Result<_>>()?,
            ..Filter::default()
        };
        let ahead = Ahead::of(workspace, findings.assessment.as_of);
        let view = OutlookPage::of(findings, ahead.as_ref(), &filter);
        arguments.delivery.deliver(&view, context, Exit::Fine)
    })
}
