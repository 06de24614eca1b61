//! `explain`: how the verdict on one item came about.

use anyhow::Result;
use clap::Args;

use super::options::{Delivery, When};
use super::{Context, Exit, Outcome, names, on_findings};
use crate::views::Explanation;

/// Its arguments.
#[derive(Clone, Debug, Args)]
pub struct Arguments {
    item: String,
    #[command(flatten)]
    when: When,
    #[arg(short, long)]
    unit: Vec<String>,
    #[command(flatten)]
    delivery: Delivery,
}

/// Runs it.
///
/// # Errors
/// A month, item or unit that does not exist, or a unit that does not answer for the item; a file that cannot be read
/// or written.
pub fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let lang = context.lang;
    on_findings(&arguments.when, context, |findings| {
        let workspace = findings.workspace;
        let item = names::item(&arguments.item, workspace, lang)?;
        let units = names::leads(&arguments.unit, item, workspace, lang)?;
        let view = Explanation::of(findings, item, &units);
        arguments.delivery.deliver(&view, context, Exit::Fine)
    })
}
