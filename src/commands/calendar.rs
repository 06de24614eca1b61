//! `calendar`: what falls due on which day; as a list, or as a file for calendars.

use anyhow::{Result, anyhow};
use clap::Args;

use super::options::Delivery;
use super::{Context, Exit, Outcome, names, open};
use crate::model::{Month, Workspace};
use crate::render;
use crate::text::{Lang, calendar as words};
use crate::views::Deadlines;

/// Its arguments.
#[derive(Clone, Debug, Args)]
pub struct Arguments {
    #[arg(short, long)]
    unit: Vec<String>,
    #[arg(short, long = "month", id = "calendar-months")]
    months: Option<String>,
    #[command(flatten)]
    delivery: Delivery,
}

/// Runs it.
///
/// # Errors
/// A month or unit that does not exist; a file that cannot be read or written.
pub fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let lang = context.lang;
    let opened = match open(context)? {
        Ok(opened) => opened,
        Err(refused) => return Ok(refused),
    };
    let workspace = &opened.workspace;
    let units = names::units(&arguments.unit, workspace, lang)?;
    let months = months(arguments.months.as_deref(), workspace, lang)?;
    let view = Deadlines::of(workspace, units, months);
    if arguments.delivery.is_calendar() {
        let calendar = render::ics(&view.agenda(lang));
        return arguments.delivery.put(calendar, context, Exit::Fine);
    }
    arguments.delivery.deliver(&view, context, Exit::Fine)
}

/// One month, or those between two: `2022-07`, `2022-07..`, `..2022-09`, `2022-07..2022-09`; all of the plan where none
/// is named.
fn months(written: Option<&str>, workspace: &Workspace, lang: Lang) -> Result<(Month, Month)> {
    let plan = &workspace.plan;
    let Some(written) = written else {
        return Ok((plan.start, plan.end));
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
        "" => plan.end,
        until => month(until)?,
    };
    if from > until {
        return Err(anyhow!(words::backwards(from, until, lang)));
    }
    Ok((from, until))
}
