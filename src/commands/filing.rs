//! `filing`: who has reported for which month, and who is owed a reminder. Report files with errors do not stop it:
//! that they have errors is part of the answer.

use anyhow::Result;

use super::options::{Delivery, OnlyUnits, When};
use super::session::Session;
use super::{Context, Exit, Outcome, names};
use crate::assess::{AsOf, FaultyReports, Filings};
use crate::load::report_at;
use crate::model::{Month, UnitIx, Workspace};
use crate::render::Screen;
use crate::source::FileId;
use crate::views::{FaultyReport, FilingMatrix, Reminders, Submissions};

command! {
    "filing" "催报":
        "看各单位逐月报送情况、该催哪些单位", "Show who has reported for which month, and which units need a reminder";
    examples
        "filing {6月|2022-06}
         filing {6月|2022-06} --remind
         filing {6月|2022-06} --remind --unit {南宋镇|nansong}
         filing -o {报送情况.xlsx|filing.xlsx}";
    pub(crate) struct Arguments {
        when: When;
        units: OnlyUnits;
        remind: bool = "--remind",
            "给每个该催的单位写一段可直接发出的催报文字",
            "Write a message to each unit that needs a reminder, ready to paste";
        with_tier: bool = "--with-tier",
            "催报文字里写上对应的和将要达到的档次（默认只写滞后几个月、月报要达到多少）",
            "Name tiers in the messages, present and to come (default: only months and what the report has to show)"
            with |arg| arg.requires("remind");
        delivery: Delivery;
        exit_code: bool = "--exit-code",
            "该月有未报、草稿或有误的月报时以 1 退出，供脚本判断",
            "Exit with 1 if a report for the month is missing, a draft or faulty, for scripts";
    }
}

pub(crate) fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let lang = context.lang;
    let session = Session::open_sound(context)?;
    let (sources, workspace) = (&session.sources, &session.workspace);
    let faulty: Vec<FaultyReport> = session.set_aside.iter().map(|&file| faulty_report(file, &session)).collect();
    let mut as_of = session.as_of(&arguments.when)?;
    if arguments.when.is_newest() {
        as_of.month = newest(as_of, workspace, &faulty);
    }
    let named = names::units(&arguments.units.unit, workspace, lang)?;
    let units: Vec<UnitIx> = workspace.units().filter(|unit| named.is_empty() || named.contains(unit)).collect();
    let known: FaultyReports = faulty.iter().filter_map(|file| file.of).collect();
    let filings = Filings::of(workspace, as_of, &known);
    let submissions = Submissions { sources, workspace, faulty: &faulty, filings: &filings, units: &units };
    let exit = if arguments.exit_code && submissions.has_owed() { Exit::No } else { Exit::Fine };
    if !arguments.remind {
        let matrix = FilingMatrix::of(submissions);
        return arguments.delivery.deliver(&matrix, context, exit);
    }
    // What is pasted into a message is broken into lines by the one who shows it.
    let unbroken = Context { screen: Screen { width: None, ..context.screen }, ..context.clone() };
    let reminders = Reminders::of(submissions, arguments.with_tier, lang);
    let mut outcome = arguments.delivery.deliver(&reminders, &unbroken, exit)?;
    outcome.aside.insert_str(0, &reminders.aside(lang));
    Ok(outcome)
}

/// A report file with errors: by its path it is known whose it is.
fn faulty_report(file: FileId, session: &Session<'_>) -> FaultyReport {
    let Session { sources, workspace, problems, .. } = session;
    let path = &sources.file(file).path;
    let of = || {
        let (month, unit) = report_at(path)?;
        let mut units = workspace.plan.units.iter();
        let unit = units.position(|known| known.id == unit)?;
        workspace.plan.covers(month).then_some((UnitIx(unit), month))
    };
    // The problems come by file and place.
    let first = problems.partition_point(|diagnostic| diagnostic.place.file < file);
    let end = problems.partition_point(|diagnostic| diagnostic.place.file <= file);
    FaultyReport {
        file,
        of: of(),
        errors: problems[first..end].iter().filter(|diagnostic| diagnostic.is_error()).cloned().collect(),
    }
}

/// The newest month for which anything lies there, drafts and reports with errors included.
fn newest(as_of: AsOf, workspace: &Workspace, faulty: &[FaultyReport]) -> Month {
    let drafts = workspace.drafts.iter().map(|draft| draft.month);
    let faulty = faulty.iter().filter_map(|file| Some(file.of?.1));
    drafts.chain(faulty).fold(as_of.month, Month::max)
}
