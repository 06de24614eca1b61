//! `report submit`: a draft becomes a report, filed on a day. The one place where today is a default.

use anyhow::{Result, anyhow};
use clap::Args;

use super::desk::{Desk, Proposal};
use crate::assess::open_shares;
use crate::commands::options::Delivery;
use crate::commands::{Exit, Outcome, names};
use crate::edit::{self, Kind, changes, is_draft, root_value};
use crate::model::{ShareIx, Workspace};
use crate::text::drafting::{self, Done};
use crate::views::{Edited, Moved};

/// Its arguments.
#[derive(Clone, Debug, Args)]
pub(super) struct Arguments {
    #[arg(short = 'u', long = "unit", id = "report-unit")]
    unit: String,
    #[arg(short = 'm', long = "month", id = "report-month")]
    month: String,
    #[arg(long = "on", id = "submit-on")]
    on: Option<String>,
    #[arg(short = 'n', long = "dry-run", id = "dry-run")]
    dry_run: bool,
    #[command(flatten)]
    pub(super) delivery: Delivery,
}

pub(super) fn run(arguments: &Arguments, desk: &Desk<'_>) -> Result<Outcome> {
    let (workspace, context) = (&desk.workspace, desk.context);
    let lang = context.lang;
    let unit = names::unit(&arguments.unit, workspace, lang)?;
    let month = names::month(Some(&arguments.month), None, workspace, lang)?;
    let path = desk.path(unit, month);
    let (bytes, old) = desk.report(unit, month)?;
    let day = match &arguments.on {
        Some(day) => names::day(day, lang)?,
        None => context.today,
    };
    if let (false, None, Some(before)) = (is_draft(&old), &arguments.on, root_value(&old, "submitted")) {
        return Err(anyhow!(drafting::submitted_before(&path, &before, lang)));
    }
    let complain = |why| desk.complain(&path, why);
    let filed = edit::set_root(&old, Kind::Report, "draft", None).map_err(complain)?;
    let new = edit::set_root(&filed, Kind::Report, "submitted", Some(&day.to_string())).map_err(complain)?;
    let proposal = Proposal { month, path: &path, old: Some(&bytes), before: &old, text: &new };
    let outlook = proposal.outlook(desk);
    if let Some(refused) = outlook.refusal(&path, desk) {
        return Ok(refused);
    }
    let is_same = new == old;
    if !arguments.dry_run && !is_same {
        proposal.write(desk)?;
    }
    let own = |workspace: &Workspace| -> Vec<ShareIx> { workspace.shares_by(unit).map(|(ix, _)| ix).collect() };
    let effect = outlook.moved(own, desk).map(|mut moved| {
        moved.retain(Moved::is_worth_saying);
        moved
    });
    let unreported = outlook.workspace().map_or_else(Vec::new, |after| {
        let asked = open_shares(after, unit, month);
        let is_silent = |ix: &ShareIx| {
            let entries = &after.share(*ix).entries;
            !entries.iter().any(|entry| entry.month == month)
        };
        let name = |ix: ShareIx| {
            let item = after.item(after.share(ix).item);
            format!("{} {}", item.id, item.title)
        };
        asked.into_iter().filter(is_silent).map(name).collect()
    });
    let view = Edited {
        unit: workspace.unit(unit),
        month,
        path: &path,
        done: if is_same { Done::Same } else { Done::Submitted },
        is_written: !arguments.dry_run && !is_same,
        is_draft: false,
        changes: changes(&old, &new),
        submitted: Some(day),
        due: workspace.plan.report_day_of(month),
        asks: None,
        unreported: Some(unreported),
        effect,
    };
    arguments.delivery.deliver(&view, context, Exit::Fine)
}
