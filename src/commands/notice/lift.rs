//! `notice lift`: a notice is no longer in force, and why.

use anyhow::{Result, anyhow};
use clap::Args;

use super::step;
use crate::commands::recording::{Desk, Writing, needed};
use crate::commands::{Outcome, names};
use crate::model::Decision;
use crate::text::recording::{self as words, Done, Step};

/// Its arguments.
#[derive(Clone, Debug, Args)]
pub(super) struct Arguments {
    #[arg(id = "notice-number")]
    number: String,
    #[arg(long = "on", id = "step-on")]
    on: String,
    #[arg(long = "because", id = "lifted-because")]
    because: String,
    #[command(flatten)]
    writing: Writing,
}

pub(super) fn run(arguments: &Arguments, desk: &Desk<'_>) -> Result<Outcome> {
    let lang = desk.context.lang;
    let notice = step::notice(&arguments.number, desk)?;
    let on = names::day(&arguments.on, lang)?;
    step::refuse_twice(Step::Lifting, notice, notice.lifted.as_ref(), desk)?;
    if let Some((Decision::Withdrawn, dated)) = &notice.decision {
        let (number, place) = (&notice.number, desk.at(notice.place));
        return Err(anyhow!(words::is_withdrawn(number, dated.on, &place, lang)));
    }
    let values = [("lifted", on.to_string()), needed("lifted-because", &arguments.because, "--because", lang)?];
    let done = Done::Lifted { number: &notice.number };
    step::record(notice, &values, done, &arguments.writing, desk)
}
