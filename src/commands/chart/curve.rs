//! `chart curve`: one item over time.

use anyhow::Result;
use clap::Args;

use crate::commands::options::OneItem;
use crate::commands::{Context, Exit, Outcome, on_findings};
use crate::views::CurveChart;

/// Its arguments.
#[derive(Clone, Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    of: OneItem,
}

pub(super) fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let of = &arguments.of;
    on_findings(&of.when, context, |findings| {
        let (item, units) = of.picked(findings.workspace, context.lang)?;
        let view = CurveChart::of(findings, item, &units);
        of.delivery.deliver(&view, context, Exit::Fine)
    })
}
