//! `history`: the life of an item, month by month, with the cause of every change.

use anyhow::Result;

use super::options::OneItem;
use super::session::Session;
use super::{Context, Exit, Outcome};
use crate::views::History;

command! {
    "history" "历程":
        "看一个事项逐月的变化：要求、填报、滞后、档次、缘由",
        "Show the history of an item month by month: required, reported, lag, tier, cause";
    examples
        "history 2.1
         history 4.3 {6月|2022-06} --unit {区水利局|water}";
    pub(crate) struct Arguments {
        of: OneItem;
    }
}

pub(crate) fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let of = &arguments.of;
    let assessed = Session::assessed(context, &of.when)?;
    let results = assessed.results();
    let (item, units) = of.picked(results.workspace, context.lang)?;
    assessed.deliver(&History::of(results, item, &units), &of.delivery, Exit::Fine)
}
