//! `explain`: how the verdict on one item came about.

use anyhow::Result;
use clap::Args;

use super::assume::Assumptions;
use super::options::{Format, OneItem};
use super::{Context, Exit, Outcome, on_assumed};
use crate::views::{Explanation, Extent};

/// Its arguments.
#[derive(Clone, Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    of: OneItem,
    #[command(flatten)]
    assumptions: Assumptions,
    #[arg(long, id = "full")]
    full: bool,
}

/// Runs it.
///
/// # Errors
/// A month, item or unit that does not exist, or a unit that does not answer for the item; a file that cannot be read
/// or written.
pub fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let of = &arguments.of;
    on_assumed(&of.when, &arguments.assumptions, context, |findings| {
        let (item, units) = of.picked(findings.workspace, context.lang)?;
        // What goes to paper or is sent around is one page for each verdict; what is assumed is none.
        let extent = match of.delivery.format(context.lang)? {
            Format::Docx | Format::Html if !arguments.full && !arguments.assumptions.are_made() => {
                Extent::Certificate
            }
            _ => Extent::Full,
        };
        let view = Explanation::of(findings, item, &units, extent);
        of.delivery.deliver(&view, context, Exit::Fine)
    })
}
