//! `explain`: how the verdict on one item came about.

use anyhow::Result;

use super::assume::Assumptions;
use super::options::{Format, OneItem};
use super::{Context, Exit, Outcome, narrow, on_assumed, on_opened_by};
use crate::assess::assess_item;
use crate::views::{Explanation, Extent, Findings};

command! {
    "explain" "说明": "说明一个事项的结论是怎样得出的", "Show how the verdict on an item came about";
    examples
        "explain 2.1 6月
         explain 4.3 --unit 区水利局 -o 说明.md",
        "explain 2.1 2022-06
         explain 4.3 --unit water -o why.md";
    /// Its arguments.
    pub struct Arguments {
        of: OneItem;
        assumptions: Assumptions;
        full: bool = "--full",
            "写成 docx、html 时也给出全部推导（默认是一页的认定书）",
            "The whole derivation in docx and html as well (default: the certificate, one page)";
    }
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
