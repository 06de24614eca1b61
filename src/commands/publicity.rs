//! `publicity`: the issued notices from which people choose what goes to the media.

use anyhow::Result;

use super::kinds::MonthName;
use super::options::{Delivery, Known};
use super::session::Session;
use super::{Context, Exit, Outcome, names};
use crate::assess::AsOf;
use crate::model::Month;
use crate::views::Publicity;

command! {
    "publicity" "曝光":
        "媒体曝光备选：已经发出、未撤销的通报批评和约谈，由人挑选",
        "List candidates for publicity: issued notices above the lowest tier, for people to choose from";
    examples
        "publicity                        {方案期内全部已发文书|all notices of the plan}
         publicity {6月|2022-06} -o {备选.docx|candidates.docx}

         {最低一档（预警）只发给单位，从不列在这里。|The lowest tier (a warning) goes to the unit only and is never listed here.}";
    pub(crate) struct Arguments {
        month: Option<MonthName> = "bare -m --month",
            "只看依据这个月末结论的文书，如 2022-06、6月（默认：全部）",
            "Only notices on the verdicts of this month, such as 2022-06 (default: all)";
        known: Known;
        delivery: Delivery;
    }
}

/// Without a month it looks at all notices, up to the newest one or the newest report.
pub(crate) fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let lang = context.lang;
    let session = Session::open(context)?;
    let workspace = &session.workspace;
    let known_by = arguments.known.by(workspace, lang)?;
    let mut as_of = AsOf { month: names::month(arguments.month.as_deref(), known_by, workspace, lang)?, known_by };
    if arguments.month.is_none() {
        let known = workspace.register.notices.iter().filter(|notice| notice.is_known(as_of));
        as_of.month = known.map(|notice| notice.month).fold(as_of.month, Month::max);
    }
    let assessed = session.assess(as_of);
    let view = Publicity::of(assessed.results(), arguments.month.as_ref().map(|_| as_of.month));
    assessed.deliver(&view, &arguments.delivery, Exit::Fine)
}
