//! `register find`: an inspection has found something; it becomes an item with a deadline of its own.

use anyhow::{Result, anyhow};
use clap::Args;

use crate::commands::recording::{Desk, Said, Writing, given, list, moment, newest_or};
use crate::commands::{Outcome, names};
use crate::edit::quoted;
use crate::model::{Month, RecordKind, TaskIx, UnitIx, Workspace};
use crate::text::recording::{self as words, Done};

/// Its arguments.
#[derive(Clone, Debug, Args)]
pub(super) struct Arguments {
    #[arg(id = "finding-id")]
    id: Option<String>,
    #[arg(long = "task", id = "finding-task", conflicts_with = "finding-id")]
    task: Option<String>,
    #[arg(long = "title", id = "finding-title")]
    title: String,
    #[arg(long = "lead", id = "finding-lead", required = true)]
    lead: Vec<String>,
    #[arg(long = "support", id = "finding-support")]
    support: Vec<String>,
    #[arg(long = "due", id = "record-due")]
    due: String,
    #[arg(long = "on", id = "found-on")]
    on: String,
    #[arg(long = "by", id = "found-by")]
    by: String,
    #[arg(long = "source", id = "finding-source")]
    source: Option<String>,
    #[arg(long = "note", id = "record-note")]
    note: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(super) fn run(arguments: &Arguments, desk: &Desk<'_>) -> Result<Outcome> {
    let (workspace, lang) = (&desk.workspace, desk.context.lang);
    let id = match (&arguments.id, &arguments.task) {
        (Some(id), _) => id.trim().to_owned(),
        (None, Some(task)) => next_id(names::task(task, workspace, lang)?, workspace),
        (None, None) => return Err(anyhow!(words::id_or_task(lang))),
    };
    let leads = names::units(&arguments.lead, workspace, lang)?;
    let support = names::units(&arguments.support, workspace, lang)?;
    let due = moment(&arguments.due, workspace, lang)?;
    let on = names::day(&arguments.on, lang)?;
    let ids = |units: &[UnitIx]| {
        let ids = units.iter().map(|&unit| workspace.unit(unit).id.clone());
        list(&ids.collect::<Vec<_>>())
    };
    let mut values = vec![
        ("id", quoted(&id)),
        ("title", quoted(arguments.title.trim())),
        ("date", on.to_string()),
        ("by", quoted(arguments.by.trim())),
        ("lead", ids(&leads)),
        ("due", due),
    ];
    values.extend(given("source", arguments.source.as_ref()));
    values.extend(given("note", arguments.note.as_ref()));
    if !support.is_empty() {
        values.push(("support", ids(&support)));
    }
    let month = Month::of(on);
    let effect = newest_or(month, desk)?;
    let entry = desk.added(month, RecordKind::Findings, &values)?;
    let names = leads.iter().map(|&unit| workspace.unit(unit).name.clone());
    let done = Done::Found { item: &id, units: &names.collect::<Vec<_>>() };
    entry.record(done, &arguments.writing, |_| Said { effect: Some(effect), ..Said::default() })
}

/// The id behind the last finding of a task.
fn next_id(task: TaskIx, workspace: &Workspace) -> String {
    let own = |id: &str| -> Option<u32> {
        let (_, own) = id.split_once('.')?;
        own.strip_prefix('d')?.parse().ok()
    };
    let items = workspace.items.iter().filter(|item| item.task == task);
    let last = items.filter_map(|item| own(&item.id)).max().unwrap_or(0);
    let number = workspace.tasks[task.0].number;
    format!("{number}.d{}", last.saturating_add(1))
}
