//! `explain`: how the verdict on one item came about.

use anyhow::Result;
use clap::Args;

use super::assume::Assumptions;
use super::options::{Format, OneItem};
use super::{Context, Exit, Outcome, narrow, on_assumed, on_opened_by};
use crate::assess::assess_item;
use crate::views::{Explanation, Extent, Findings};

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
    let format = of.delivery.format(context.lang)?;
    let is_paper = matches!(format, Format::Docx | Format::Html);
    let is_assumed = arguments.assumptions.are_made();
    let show = |findings: Findings<'_>| {
        let (item, units) = of.picked(findings.workspace, context.lang)?;
        // What goes to paper or is sent around is one page for each verdict; what is assumed is none.
        let extent = if is_paper && !arguments.full && !is_assumed { Extent::Certificate } else { Extent::Full };
        let view = Explanation::of(findings, item, &units, extent);
        of.delivery.deliver(&view, context, Exit::Fine)
    };
    // What is signed rests on a workspace that holds as a whole.
    let narrow = if is_paper || is_assumed { None } else { narrow::open(of, context) };
    let Some(opened) = narrow else {
        return on_assumed(&of.when, &arguments.assumptions, context, show);
    };
    let (item, _) = of.picked(&opened.workspace, context.lang)?;
    on_opened_by(
        |workspace, as_of| assess_item(workspace, item, as_of),
        opened,
        &arguments.assumptions,
        context,
        |workspace| of.when.as_of(workspace, context.lang),
        show,
    )
}
