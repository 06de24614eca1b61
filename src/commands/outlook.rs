//! `outlook`: next month's list before it happens, what avoids it, and whom to call.

use anyhow::Result;

use super::options::{Delivery, OnlyTasks, OnlyUnits, When};
use super::session::Session;
use super::{Context, Exit, Outcome, names};
use crate::assess::Ahead;
use crate::views::{Filter, OutlookPage};

command! {
    "outlook" "预判":
        "提前看下月末的名单：谁将到哪一档、最少报多少可免、先给谁打电话",
        "Look one month ahead: who reaches which tier, how little avoids it, whom to call first";
    examples
        "outlook                       {从最新月份看下月末|one month on from the newest month}
         outlook {6月|2022-06} --unit {区住建局|housing}
         outlook {6月|2022-06} -o {七月提醒.docx|july.docx}";
    pub(crate) struct Arguments {
        when: When;
        units: OnlyUnits;
        tasks: OnlyTasks;
        delivery: Delivery;
    }
}

pub(crate) fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let lang = context.lang;
    let assessed = Session::assessed(context, &arguments.when)?;
    let results = assessed.results();
    let workspace = results.workspace;
    let filter = Filter {
        units: names::units(&arguments.units.unit, workspace, lang)?,
        tasks: arguments.tasks.found(workspace, lang)?,
        ..Filter::default()
    };
    let ahead = Ahead::of(workspace, results.assessment.as_of);
    assessed.deliver(&OutlookPage::of(results, ahead.as_ref(), &filter), &arguments.delivery, Exit::Fine)
}
