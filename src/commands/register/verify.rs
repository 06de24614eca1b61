//! `register verify`: the office has checked what a unit says is done.

use anyhow::Result;
use clap::Args;

use crate::assess::{AsOf, assess};
use crate::commands::recording::{Desk, Said, Writing, given, lead, newest_or, outcome};
use crate::commands::{Outcome, names};
use crate::edit::quoted;
use crate::model::{Month, RecordKind};
use crate::text::recording::{Aside, Done};

/// Its arguments.
#[derive(Clone, Debug, Args)]
pub(super) struct Arguments {
    item: String,
    #[arg(short = 'u', long = "unit", id = "record-unit")]
    unit: Option<String>,
    #[arg(long = "on", id = "verified-on")]
    on: String,
    #[arg(long = "by", id = "checked-by")]
    by: String,
    #[arg(long = "outcome", id = "outcome")]
    outcome: String,
    #[arg(long = "note", id = "record-note")]
    note: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(super) fn run(arguments: &Arguments, desk: &Desk<'_>) -> Result<Outcome> {
    let (workspace, lang) = (&desk.workspace, desk.context.lang);
    let item = names::item(&arguments.item, workspace, lang)?;
    let unit = lead(arguments.unit.as_ref(), item, desk)?;
    let on = names::day(&arguments.on, lang)?;
    let outcome = outcome(&arguments.outcome, lang)?;
    let (id, named) = (&workspace.item(item).id, workspace.unit(unit));
    let mut values = vec![
        ("item", quoted(id)),
        ("unit", quoted(&named.id)),
        ("date", on.to_string()),
        ("by", quoted(arguments.by.trim())),
        ("outcome", quoted(outcome.id())),
    ];
    values.extend(given("note", arguments.note.as_ref()));
    let month = Month::of(on);
    let effect = newest_or(month, desk)?;
    let entry = desk.added(month, RecordKind::Verifications, &values)?;
    let done = Done::Verified { item: id, unit: &named.name, outcome };
    entry.record(done, &arguments.writing, |outlook| {
        let assessment = assess(&outlook.workspace, AsOf::close_of(effect));
        let mut own = outlook.workspace.shares_of(item);
        let own = own.find(|(_, share)| share.unit == unit);
        let counts = own.and_then(|(share, _)| assessment.of(share)).is_some_and(|assessed| assessed.check.is_some());
        Said {
            effect: Some(effect),
            asides: (!counts).then(|| Aside::NotClaimed(id.clone())).into_iter().collect(),
            ..Said::default()
        }
    })
}
