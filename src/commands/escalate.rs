//! `escalate`: what the rule asks for this month.

use anyhow::Result;

use super::assume::Assumptions;
use super::members::{Asked, show_plans};
use super::options::{Delivery, Selection, When, exit};
use super::{Context, Outcome};
use crate::views::{Escalation, Shown};

command! {
    "escalate" "拟办": "列出本月拟预警、拟通报批评、拟约谈的", "List the tiers proposed this month";
    examples
        "escalate {6月|2022-06}
         escalate --tier {约谈|interview} -o {六月.md|june.md}";
    pub(crate) struct Arguments {
        when: When;
        selection: Selection;
        assumptions: Assumptions;
        delivery: Delivery;
        exit_code: bool = "--exit-code",
            "有任何一档时以 1 退出，供脚本判断", "Exit with 1 if there is any tier, for scripts";
    }
}

pub(crate) fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let asked = Asked {
        when: &arguments.when,
        selection: &arguments.selection,
        assumptions: &arguments.assumptions,
        delivery: &arguments.delivery,
        asks_exit_code: arguments.exit_code,
    };
    show_plans(&asked, Shown::Escalation, context, |assessed| {
        let results = assessed.results();
        let filter = arguments.selection.filter(results.workspace, context.lang)?;
        let view = Escalation::of(results, &filter);
        assessed.deliver(&view, &arguments.delivery, exit(arguments.exit_code, view.has_tier()))
    })
}
