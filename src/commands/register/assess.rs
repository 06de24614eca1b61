//! `register assess`: the result of a unit's year, as the people who assessed it entered it.

use anyhow::Result;
use clap::Args;

use crate::commands::recording::{Desk, Said, Writing, given, outcome};
use crate::commands::{Outcome, names};
use crate::edit::quoted;
use crate::model::{Month, RecordKind};
use crate::text::recording::Done;

/// Its arguments.
#[derive(Clone, Debug, Args)]
pub(super) struct Arguments {
    #[arg(id = "assessed-unit")]
    unit: String,
    #[arg(long = "year", id = "assessed-year", value_parser = clap::value_parser!(u16).range(1900..=9999))]
    year: u16,
    #[arg(long = "outcome", id = "outcome")]
    outcome: String,
    #[arg(long = "by", id = "assessed-by")]
    by: String,
    #[arg(long = "on", id = "assessed-on")]
    on: String,
    #[arg(long = "reference", id = "result-reference")]
    reference: Option<String>,
    #[arg(long = "note", id = "record-note")]
    note: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(super) fn run(arguments: &Arguments, desk: &Desk<'_>) -> Result<Outcome> {
    let (workspace, lang) = (&desk.workspace, desk.context.lang);
    let unit = workspace.unit(names::unit(&arguments.unit, workspace, lang)?);
    let outcome = outcome(&arguments.outcome, lang)?;
    let on = names::day(&arguments.on, lang)?;
    let mut values = vec![
        ("year", arguments.year.to_string()),
        ("unit", quoted(&unit.id)),
        ("date", on.to_string()),
        ("by", quoted(arguments.by.trim())),
        ("outcome", quoted(outcome.id())),
    ];
    values.extend(given("reference", arguments.reference.as_ref()));
    values.extend(given("note", arguments.note.as_ref()));
    let entry = desk.added(Month::of(on), RecordKind::Assessments, &values)?;
    let done = Done::Assessed { unit: &unit.name, year: i32::from(arguments.year), outcome };
    entry.record(done, &arguments.writing, |_| Said::default())
}
