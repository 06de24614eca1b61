//! `register` alone: what people have decided up to the as-of month.

use anyhow::Result;

use crate::commands::options::{Delivery, OnlyUnits, When};
use crate::commands::{Context, Exit, Outcome, names, on_findings};
use crate::views::RegisterPage;

options! {
    /// Its arguments.
    pub(super) struct Page {
        when: When;
        units: OnlyUnits;
        delivery: Delivery;
    }
}

pub(super) fn run(page: &Page, context: &Context) -> Result<Outcome> {
    on_findings(&page.when, context, |findings| {
        let units = names::units(&page.units.unit, findings.workspace, context.lang)?;
        let view = RegisterPage::of(findings, units);
        page.delivery.deliver(&view, context, Exit::Fine)
    })
}
