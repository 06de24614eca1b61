//! `register exempt`: an approved good reason. The lag is still computed and shown; the tier is withheld.

use anyhow::{Result, anyhow};
use clap::Args;

use crate::commands::recording::{Desk, Said, Writing, lead, newest_or};
use crate::commands::{Outcome, names};
use crate::edit::quoted;
use crate::model::{Month, RecordKind};
use crate::text::recording::{self as words, Done};

/// Its arguments.
#[derive(Clone, Debug, Args)]
pub(super) struct Arguments {
    item: String,
    #[arg(short = 'u', long = "unit", id = "record-unit")]
    unit: Option<String>,
    #[arg(long = "from", id = "exempt-from")]
    from: String,
    #[arg(long = "until", id = "exempt-until")]
    until: String,
    #[arg(long = "reason", id = "record-reason")]
    reason: String,
    #[arg(long = "reference", id = "record-reference")]
    reference: String,
    #[arg(long = "on", id = "approved-on")]
    on: String,
    #[command(flatten)]
    writing: Writing,
}

pub(super) fn run(arguments: &Arguments, desk: &Desk<'_>) -> Result<Outcome> {
    let (workspace, lang) = (&desk.workspace, desk.context.lang);
    let item = names::item(&arguments.item, workspace, lang)?;
    let unit = lead(arguments.unit.as_ref(), item, desk)?;
    let from = names::month(Some(&arguments.from), None, workspace, lang)?;
    let until = names::month(Some(&arguments.until), None, workspace, lang)?;
    let on = names::day(&arguments.on, lang)?;
    let same = workspace.register.exemptions.iter().find(|exemption| {
        let share = workspace.share(exemption.share);
        (share.item, share.unit) == (item, unit) && (exemption.from, exemption.until) == (from, until)
    });
    if let Some(same) = same {
        let (id, place) = (&workspace.item(item).id, desk.at(same.place));
        let said = words::exempt_before(id, &same.reference, &place, lang);
        return Err(anyhow!(said));
    }
    let (id, named) = (&workspace.item(item).id, workspace.unit(unit));
    let values = [
        ("item", quoted(id)),
        ("unit", quoted(&named.id)),
        ("from", quoted(&from.to_string())),
        ("until", quoted(&until.to_string())),
        ("reason", quoted(arguments.reason.trim())),
        ("reference", quoted(arguments.reference.trim())),
        ("date", on.to_string()),
    ];
    // It shows in the newest month that it covers.
    let effect = newest_or(from, desk)?.min(until.max(from));
    let entry = desk.added(Month::of(on), RecordKind::Exemptions, &values)?;
    let done = Done::Exempted { item: id, unit: &named.name, months: (from, until) };
    entry.record(done, &arguments.writing, |_| Said { effect: Some(effect), ..Said::default() })
}
