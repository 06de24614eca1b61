//! `annual`: the lists that the plan asks for at the end of a year.

use anyhow::Result;

use super::kinds::YearName;
use super::options::{Delivery, Known, OnlyUnits};
use super::session::Session;
use super::{Context, Exit, Outcome, names};
use crate::assess::{Annual, AsOf};
use crate::views::AnnualLists;

command! {
    "annual" "年度":
        "年度考核：年末三张清单，未完成的重点工作、约束性指标，考核未通过的单位",
        "Show the year-end lists: key work and binding indicators not finished, assessments failed";
    examples
        "annual                           {年末以前运行，看离年末要求还差什么|before the year's end: what is still short of it}
         annual 2022 -o {年度考核.docx|year.docx}
         annual --unit {区住建局|housing}{           只看一个单位|            one unit only}

         {只列事实和出处，不提人名，不提处理意见。|It lists facts and their sources; it names no person and proposes nothing.}";
    pub(crate) struct Arguments {
        year: Option<YearName> = "bare -y --year",
            "哪一年，如 2022（默认：方案唯一的年份，或最新月报的年份）",
            "The year, such as 2022 (default: the only year of the plan, or that of the newest report)";
        known: Known;
        units: OnlyUnits;
        delivery: Delivery;
    }
}

/// What decides is the close of the year's last month in the plan; later months have no reports yet, so that the
/// evidence stands until it comes.
pub(crate) fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let lang = context.lang;
    let session = Session::open(context)?;
    let known_by = arguments.known.by(&session.workspace, lang)?;
    let month = names::close_of_year(arguments.year.as_deref(), known_by, &session.workspace, lang)?;
    let assessed = session.assess(AsOf { month, known_by });
    let results = assessed.results();
    let annual = Annual::of(results.workspace, results.assessment);
    let units = names::units(&arguments.units.unit, results.workspace, lang)?;
    assessed.deliver(&AnnualLists::of(results, &annual, units), &arguments.delivery, Exit::Fine)
}
