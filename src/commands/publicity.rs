//! `publicity`: the issued notices from which people choose what goes to the media.

use anyhow::Result;
use clap::Args;

use super::options::Delivery;
use super::{Context, Exit, Outcome, names, on_assessed};
use crate::assess::AsOf;
use crate::model::{Month, Workspace};
use crate::views::Publicity;

/// Its arguments.
#[derive(Clone, Debug, Args)]
pub struct Arguments {
    #[arg(short, long = "month", id = "publicity-month")]
    month: Option<String>,
    #[arg(long = "known-by", id = "known-by")]
    known_by: Option<String>,
    #[command(flatten)]
    delivery: Delivery,
}

/// Runs it. Without a month it looks at all notices, up to the newest one or the newest report.
///
/// # Errors
/// A month or day that does not exist; a file that cannot be read or written.
pub fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let lang = context.lang;
    let as_of = |workspace: &Workspace| {
        let known_by = arguments.known_by.as_deref();
        let known_by = known_by.map(|day| names::day(day, lang)).transpose()?;
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
