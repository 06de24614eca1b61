//! `chart heat`: the year at a glance.

use anyhow::Result;
use clap::Args;

use super::front::RowsWord;
use crate::commands::options::{Delivery, Selection, When};
use crate::commands::{Context, Exit, Outcome, on_findings};
use crate::views::Heat;

/// Its arguments.
#[derive(Clone, Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    when: When,
    #[command(flatten)]
    selection: Selection,
    #[arg(long = "by", id = "rows", value_enum)]
    by: Option<RowsWord>,
    #[command(flatten)]
    delivery: Delivery,
}

pub(super) fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    on_findings(&arguments.when, context, |findings| {
        let workspace = findings.workspace;
        let filter = arguments.selection.filter(workspace, context.lang)?;
        let view = Heat::of(findings, &filter, RowsWord::rows(arguments.by));
        arguments.delivery.deliver(&view, context, Exit::Fine)
    })
}
