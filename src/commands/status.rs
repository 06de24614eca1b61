//! `status`: where every share stands.

use anyhow::Result;

use super::assume::Assumptions;
use super::members::{Asked, show_plans};
use super::options::{Delivery, Selection, When, exit};
use super::{Context, Outcome};
use crate::views::{By, Shown, Status};

command! {
    "status" "状态": "看各责任份现在到哪一步", "Show how every share stands";
    examples
        "status {6月|2022-06} --unit {区住建局|housing}
         status --by unit
         status -o {六月.xlsx|june.xlsx}
         status --unit {区住建局|housing} --assume 2.1=60{   假定报了60%会怎样|    what if 60% had been reported}";
    pub(crate) struct Arguments {
        when: When;
        selection: Selection;
        by: Option<By> = "--by",
            "按什么汇总：item 事项、task 任务、unit 单位（默认 item）", "Roll up by item, task or unit (default: item)";
        assumptions: Assumptions;
        delivery: Delivery;
        exit_code: bool = "--exit-code",
            "有任何一档时以 1 退出，供脚本判断", "Exit with 1 if there is any tier, for scripts";
    }
}

pub(crate) fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let by = arguments.by.unwrap_or_default();
    let asked = Asked {
        when: &arguments.when,
        selection: &arguments.selection,
        assumptions: &arguments.assumptions,
        delivery: &arguments.delivery,
        asks_exit_code: arguments.exit_code,
    };
    show_plans(&asked, Shown::Status(by), context, |assessed| {
        let results = assessed.results();
        let filter = arguments.selection.filter(results.workspace, context.lang)?;
        let view = Status::of(results, &filter, by);
        assessed.deliver(&view, &arguments.delivery, exit(arguments.exit_code, view.has_tier()))
    })
}
