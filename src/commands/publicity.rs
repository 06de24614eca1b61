//! `publicity`: the issued notices from which people choose what goes to the media.

use anyhow::Result;

use super::kinds::MonthName;
use super::options::{Delivery, Known};
use super::{Context, Exit, Outcome, names, on_assessed};
use crate::assess::AsOf;
use crate::model::{Month, Workspace};
use crate::views::Publicity;

command! {
    "publicity" "曝光":
        "媒体曝光备选：已经发出、未撤销的通报批评和约谈，由人挑选",
        "Candidates for publicity: issued notices above the lowest tier, for people to choose from";
    examples
        "publicity                        方案期内全部已发文书
         publicity 6月 -o 备选.docx

         最低一档（预警）只发给单位，从不列在这里。",
        "publicity                        all notices of the plan
         publicity 2022-06 -o candidates.docx

         The lowest tier (a warning) goes to the unit only and never stands here.";
    /// Its arguments.
    pub struct Arguments {
        month: Option<MonthName> = "bare -m --month",
            "只看依据这个月末结论的文书，如 2022-06、6月（默认：全部）",
            "Only notices on the verdicts of this month, such as 2022-06 (default: all)";
        known: Known;
        delivery: Delivery;
    }
}

/// Runs it. Without a month it looks at all notices, up to the newest one or the newest report.
///
/// # Errors
/// A month or day that does not exist; a file that cannot be read or written.
pub fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let lang = context.lang;
    let as_of = |workspace: &Workspace| {
        let known_by = arguments.known.by(workspace, lang)?;
        let month = names::month(arguments.month.as_deref(), known_by, workspace, lang)?;
        if arguments.month.is_some() {
            return Ok(AsOf { month, known_by });
        }
        let known = AsOf { month, known_by };
        let notices = workspace.register.notices.iter();
        let notices = notices.filter(|notice| notice.is_known(known));
        let month = notices.map(|notice| notice.month).fold(month, Month::max);
        Ok(AsOf { month, known_by })
    };
    on_assessed(context, as_of, |findings| {
        let month = findings.assessment.as_of.month;
        let view = Publicity::of(findings, arguments.month.as_ref().map(|_| month));
        arguments.delivery.deliver(&view, context, Exit::Fine)
    })
}
