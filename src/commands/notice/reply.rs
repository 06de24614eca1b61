//! `notice reply`: the unit has answered.

use anyhow::Result;
use clap::Args;

use super::step;
use crate::commands::recording::{Desk, Writing, given};
use crate::commands::{Outcome, names};
use crate::text::recording::{Done, Step};

/// Its arguments.
#[derive(Clone, Debug, Args)]
pub(super) struct Arguments {
    #[arg(id = "notice-number")]
    number: String,
    #[arg(long = "on", id = "step-on")]
    on: String,
    #[arg(long = "text", id = "reply-text")]
    text: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(super) fn run(arguments: &Arguments, desk: &Desk<'_>) -> Result<Outcome> {
    let notice = step::notice(&arguments.number, desk)?;
    let on = names::day(&arguments.on, desk.context.lang)?;
    step::refuse_twice(Step::Reply, notice, notice.reply.as_ref(), desk)?;
    let mut values = vec![("replied", on.to_string())];
    values.extend(given("reply", arguments.text.as_ref()));
    let done = Done::Replied { number: &notice.number };
    step::record(notice, &values, done, &arguments.writing, desk)
}
