//! `register change`: an approved change of what an item is held against. The months before keep what they had.

use anyhow::{Result, anyhow};
use clap::{Args, ValueEnum};

use crate::commands::recording::{Desk, Said, Writing, moment, newest_or};
use crate::commands::{Outcome, names};
use crate::edit::quoted;
use crate::model::{Figure, Item, Month, RecordKind, Workspace};
use crate::text::Lang;
use crate::text::recording::{self as words, Done};

/// The shapes of a curve. The words have no doc comments: clap would make English help of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Curve {
    Step,
    Linear,
}

/// Its arguments.
#[derive(Clone, Debug, Args)]
pub(super) struct Arguments {
    item: String,
    #[arg(long = "from", id = "changed-from")]
    from: String,
    #[arg(long = "due", id = "record-due", conflicts_with_all = ["milestone", "curve"])]
    due: Option<String>,
    #[arg(long = "milestone", id = "milestone")]
    milestones: Vec<String>,
    #[arg(long = "curve", id = "curve", value_enum)]
    curve: Option<Curve>,
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
    let item = workspace.item(item);
    let from = names::month(Some(&arguments.from), None, workspace, lang)?;
    let on = names::day(&arguments.on, lang)?;
    let mut values = vec![
        ("item", quoted(&item.id)),
        ("from", quoted(&from.to_string())),
        ("date", on.to_string()),
        ("reference", quoted(arguments.reference.trim())),
        ("reason", quoted(arguments.reason.trim())),
    ];
    if arguments.due.is_none() && arguments.milestones.is_empty() {
        return Err(anyhow!(words::due_or_milestones(lang)));
    }
    if let Some(due) = &arguments.due {
        values.push(("due", moment(due, workspace, lang)?));
    } else {
        let each = arguments.milestones.iter();
        let each = each.map(|written| milestone(written, item, workspace, lang));
        let each: Vec<String> = each.collect::<Result<_>>()?;
        let curve = arguments.curve.map(|curve| match curve {
            Curve::Step => "step",
            Curve::Linear => "linear",
        });
        values.extend(curve.map(|curve| ("curve", quoted(curve))));
        values.push(("milestones", format!("[{}]", each.join(", "))));
    }
    let effect = newest_or(from, desk)?;
    let entry = desk.added(Month::of(on), RecordKind::Changes, &values)?;
    let done = Done::Changed { item: &item.id, from };
    entry.record(done, &arguments.writing, |_| Said { effect: Some(effect), ..Said::default() })
}

/// `2022-09=50`. Where something is counted, a bare number is an amount and only one with a sign is percent.
fn milestone(written: &str, item: &Item, workspace: &Workspace, lang: Lang) -> Result<String> {
    let counted = item.quantity.as_ref().map(|quantity| quantity.unit.as_str());
    let refused = || anyhow!(words::not_a_milestone(written, counted, lang));
    let plain = written.replace('＝', "=").replace('％', "%");
    let (by, level) = plain.split_once('=').ok_or_else(refused)?;
    let by = moment(by, workspace, lang)?;
    let level = level.trim();
    let (key, number) = match (level.strip_suffix('%'), counted) {
        (Some(percent), _) => ("percent", percent),
        (None, None) => ("percent", level),
        (None, Some(unit)) => ("amount", level.strip_suffix(unit).unwrap_or(level)),
    };
    let number = Figure::parse(number.trim(), 4).map_err(|_| refused())?;
    Ok(format!("{{ by = {by}, {key} = {number} }}"))
}
