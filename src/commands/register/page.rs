//! `register` alone: what people have decided up to the as-of month.

use anyhow::Result;

use crate::commands::options::{Delivery, OnlyUnits, When};
use crate::commands::session::Session;
use crate::commands::{Context, Exit, Outcome, names};
use crate::views::RegisterPage;

options! {
    pub(super) struct Page {
        when: When;
        units: OnlyUnits;
        delivery: Delivery;
    }
}

pub(super) fn run(page: &Page, context: &Context) -> Result<Outcome> {
    let assessed = Session::assessed(context, &page.when)?;
    let results = assessed.results();
    let units = names::units(&page.units.unit, results.workspace, context.lang)?;
    assessed.deliver(&RegisterPage::of(results, units), &page.delivery, Exit::Fine)
}
