//! `explain`: how the verdict on one item came about.

use anyhow::Result;

use super::assume::Assumptions;
use super::options::{Format, OneItem};
use super::session::Session;
use super::{Context, Exit, Outcome, one_item};
use crate::assess::assess_item;
use crate::views::{Explanation, Extent};

command! {
    "explain" "说明": "说明一个事项的结论是怎样得出的", "Show how the verdict on an item came about";
    examples
        "explain 2.1 {6月|2022-06}
         explain 4.3 --unit {区水利局|water} -o {说明.md|why.md}";
    pub(crate) struct Arguments {
        of: OneItem;
        assumptions: Assumptions;
        full: bool = "--full",
            "写成 docx、html 时也给出全部推导（默认是一页的认定书）",
            "Write the whole derivation to docx and html as well (default: only the certificate, one page)";
    }
}

pub(crate) fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let of = &arguments.of;
    let format = of.delivery.format(context.lang)?;
    let is_paper = matches!(format, Format::Docx | Format::Html);
    let is_assumed = arguments.assumptions.are_made();
    // What is signed rests on a workspace that holds as a whole.
    let partial = if is_paper || is_assumed { None } else { one_item::open(of, context) };
    let is_partial = partial.is_some();
    let session = partial.map_or_else(|| Session::open(context), Ok)?;
    let as_of = session.as_of(&of.when)?;
    let session = session.assuming(&arguments.assumptions, as_of)?;
    let (item, units) = of.picked(&session.workspace, context.lang)?;
    let assessed = if is_partial {
        session.assess_by(|workspace, as_of| assess_item(workspace, item, as_of), as_of)
    } else {
        session.assess(as_of)
    };
    // What goes to paper or is sent around is one page for each verdict; what is assumed is none.
    let extent = if is_paper && !arguments.full && !is_assumed { Extent::Certificate } else { Extent::Full };
    assessed.deliver(&Explanation::of(assessed.results(), item, &units, extent), &of.delivery, Exit::Fine)
}
