//! `chart curve`: one item over time.

use anyhow::Result;

use crate::commands::options::OneItem;
use crate::commands::session::Session;
use crate::commands::{Context, Exit, Outcome};
use crate::views::CurveChart;

command! {
    "curve" "曲线":
        "一个事项的进度曲线：要求、填报，水平距离就是滞后",
        "Draw the curve of an item: required and reported; the distance between them is the lag";
    examples
        "chart curve 2.1
         chart curve 4.3 --unit {区水利局|water} -o {曲线.svg|curve.svg}";
    pub(super) struct Arguments {
        of: OneItem;
    }
}

pub(super) fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let of = &arguments.of;
    let assessed = Session::assessed(context, &of.when)?;
    let results = assessed.results();
    let (item, units) = of.picked(results.workspace, context.lang)?;
    assessed.deliver(&CurveChart::of(results, item, &units), &of.delivery, Exit::Fine)
}
