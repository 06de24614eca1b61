//! `register` alone: what people have decided up to the as-of month.

use anyhow::Result;
use clap::Args;

use crate::commands::options::{Delivery, When};
use crate::commands::{Context, Exit, Outcome, names, on_findings};
use crate::views::RegisterPage;

/// Its arguments.
#[derive(Clone, Debug, Args)]
pub(super) struct Page {
    #[command(flatten)]
    when: When,
    #[arg(short, long)]
    unit: Vec<String>,
    #[command(flatten)]
    delivery: Delivery,
}

pub(super) fn run(page: &Page, context: &Context) -> Result<Outcome> {
    on_findings(&page.when, context, |findings| {
        let units = names::units(&page.unit, findings.workspace, context.lang)?;
        let view = RegisterPage::of(findings, units);
        page.delivery.deliver(&view, context, Exit::Fine)
    })
}
