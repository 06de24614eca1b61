//! `calendar`: what falls due on which day; as a list, or as a file for calendars.

use anyhow::{Result, anyhow};

use super::kinds::Months;
use super::options::{Delivery, OnlyUnits};
use super::session::Session;
use super::{Context, Exit, Outcome, names};
use crate::assess::deadlines;
use crate::model::{Month, Workspace};
use crate::render;
use crate::text::{Lang, calendar as words};
use crate::views::Deadlines;

command! {
    "calendar" "日历":
        "列出各单位的报送日和期限；可存为日历文件（.ics）",
        "List report days and the units' deadlines, or write them to a calendar file (.ics)";
    examples
        "calendar {7月..|2022-07..}
         calendar --unit {区住建局|housing} -o {期限.ics|deadlines.ics}{      用手机或电脑的日历打开|    for the calendar of a phone or computer}
         calendar -o {期限.xlsx|deadlines.xlsx}

         {.ics 中每个期限提前两天提醒；计划调整后再导入一次，原来的条目会更新，不会重复。|An .ics file reminds two days before each deadline; if it is imported again after the plan has changed, entries are updated, not duplicated.}";
    pub(crate) struct Arguments {
        months: Option<Months> = "bare -m --month",
            "只看这些月份：2022-07、2022-07.. 起、..2022-09 止、2022-07..2022-09（默认全部）",
            "Only these months: 2022-07, 2022-07.. (from), ..2022-09 (until), 2022-07..2022-09 (default: all)";
        units: OnlyUnits;
        delivery: Delivery;
    }
}

pub(crate) fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let lang = context.lang;
    let session = Session::open(context)?;
    let workspace = &session.workspace;
    let units = names::units(&arguments.units.unit, workspace, lang)?;
    let months = months(arguments.months.as_deref(), workspace, lang)?;
    let view = Deadlines::of(workspace, units, months);
    if arguments.delivery.is_calendar() {
        let calendar = render::ics(&view.agenda(lang));
        return arguments.delivery.deliver_rendered(calendar, context, Exit::Fine);
    }
    arguments.delivery.deliver(&view, context, Exit::Fine)
}

/// One month, or those between two: `2022-07`, `2022-07..`, `..2022-09`, `2022-07..2022-09`; all of the plan where none
/// is named.
fn months(written: Option<&str>, workspace: &Workspace, lang: Lang) -> Result<(Month, Month)> {
    let plan = &workspace.plan;
    let Some(written) = written else {
        return Ok((plan.start, last(workspace)));
    };
    let month = |written: &str| names::month(Some(written), None, workspace, lang);
    let Some((from, until)) = written.split_once("..") else {
        let month = month(written)?;
        return Ok((month, month));
    };
    let from = match from.trim() {
        "" => plan.start,
        from => month(from)?,
    };
    let until = match until.trim() {
        "" => last(workspace),
        until => month(until)?,
    };
    if from > until {
        return Err(anyhow!(words::backwards(from, until, lang)));
    }
    Ok((from, until))
}

/// The last month of the plan, or the one after it in which something is still due.
fn last(workspace: &Workspace) -> Month {
    let plan = &workspace.plan;
    let latest = deadlines(workspace).last().map_or(plan.end, |deadline| Month::of(deadline.day));
    latest.clamp(plan.end, plan.track_until)
}
