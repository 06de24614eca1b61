//! `notice object`: the unit does not agree, and why.

use anyhow::Result;
use clap::Args;

use super::step;
use crate::commands::recording::{Desk, Writing, needed};
use crate::commands::{Outcome, names};
use crate::text::recording::{Done, Step};

/// Its arguments.
#[derive(Clone, Debug, Args)]
pub(super) struct Arguments {
    #[arg(id = "notice-number")]
    number: String,
    #[arg(long = "on", id = "step-on")]
    on: String,
    #[arg(long = "text", id = "objection-text")]
    text: String,
    #[command(flatten)]
    writing: Writing,
}

pub(super) fn run(arguments: &Arguments, desk: &Desk<'_>) -> Result<Outcome> {
    let lang = desk.context.lang;
    let notice = step::notice(&arguments.number, desk)?;
    let on = names::day(&arguments.on, lang)?;
    step::refuse_twice(Step::Objection, notice, notice.objection.as_ref(), desk)?;
    let values = [("objected", on.to_string()), needed("objection", &arguments.text, "--text", lang)?];
    let done = Done::Objected { number: &notice.number };
    step::record(notice, &values, done, &arguments.writing, desk)
}
