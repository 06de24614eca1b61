//! `notice decide`: the office has looked at it again and upholds or withdraws it.

use anyhow::{Result, anyhow};
use clap::Args;

use super::step;
use crate::commands::recording::{Desk, Writing, given};
use crate::commands::{Outcome, names};
use crate::edit::quoted;
use crate::model::{Dated, Decision};
use crate::text::Lang;
use crate::text::recording::{self as words, Done, Step};

/// Its arguments.
#[derive(Clone, Debug, Args)]
pub(super) struct Arguments {
    #[arg(id = "notice-number")]
    number: String,
    #[arg(id = "decision")]
    decision: String,
    #[arg(long = "on", id = "step-on")]
    on: String,
    #[arg(long = "note", id = "decision-note")]
    note: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(super) fn run(arguments: &Arguments, desk: &Desk<'_>) -> Result<Outcome> {
    let lang = desk.context.lang;
    let notice = step::notice(&arguments.number, desk)?;
    let decision = words::read_decision(arguments.decision.trim()).ok_or_else(|| {
        let known = Decision::ALL.map(|(known, id)| (id, words::decision(known, Lang::Zh)));
        anyhow!(words::not_a_word(&arguments.decision, &known, lang))
    })?;
    let on = names::day(&arguments.on, lang)?;
    let there = notice
        .decision
        .as_ref()
        .map(|(known, dated)| Dated { on: dated.on, text: words::decided(*known, &dated.text, lang) });
    step::refuse_twice(Step::Decision, notice, there.as_ref(), desk)?;
    let mut values = vec![("decided", on.to_string()), ("decision", quoted(decision.id()))];
    values.extend(given("decision-note", arguments.note.as_ref()));
    let done = Done::Decided { number: &notice.number, decision };
    step::record(notice, &values, done, &arguments.writing, desk)
}
