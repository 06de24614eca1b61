//! `report set`: one entry of a report, in place.

use anyhow::{Result, anyhow};
use clap::Args;

use super::desk::{Desk, Proposal, as_filed};
use super::value;
use crate::commands::options::Delivery;
use crate::commands::{Exit, Outcome, names};
use crate::edit::{changes, is_draft, item_order, quoted, root_value, set_entry};
use crate::model::{Month, UnitIx, Workspace};
use crate::text::drafting::{self, Done};
use crate::views::Edited;

/// Its arguments.
#[derive(Clone, Debug, Args)]
pub(super) struct Arguments {
    item: String,
    #[arg(allow_negative_numbers = true)]
    value: String,
    #[arg(short = 'u', long = "unit", id = "set-unit")]
    unit: Option<String>,
    #[arg(short = 'm', long = "month", id = "set-month")]
    month: Option<String>,
    #[arg(long)]
    note: Option<String>,
    #[arg(long)]
    problem: Option<String>,
    #[arg(long)]
    next: Option<String>,
    #[arg(short = 'n', long = "dry-run", id = "dry-run")]
    dry_run: bool,
    #[command(flatten)]
    pub(super) delivery: Delivery,
}

pub(super) fn run(arguments: &Arguments, desk: &Desk<'_>) -> Result<Outcome> {
    let (workspace, context) = (&desk.workspace, desk.context);
    let lang = context.lang;
    let item = names::item(&arguments.item, workspace, lang)?;
    let unit = names::lead(arguments.unit.as_ref(), item, workspace, lang)?;
    let month = month(arguments, unit, desk)?;
    let mut edit = value::edit(workspace.item(item), &arguments.value, month, lang)?;
    let said = [("note", &arguments.note), ("problem", &arguments.problem), ("next", &arguments.next)];
    for (key, text) in said {
        // An empty text takes away what was said.
        let text = text.as_deref();
        let value = text.map(|text| Some(quoted(text)).filter(|_| !text.trim().is_empty()));
        edit.values.extend(value.map(|value| (key, value)));
    }
    let path = desk.path(unit, month);
    let (bytes, old) = desk.report(unit, month)?;
    let order = item_order(&desk.sources);
    let new = set_entry(&old, &edit, &order).map_err(|why| desk.complain(&path, why))?;
    // The effect is that of this entry alone: a draft is taken as filed before it as well.
    let before = as_filed(&old);
    let proposal = Proposal { month, path: &path, old: Some(&bytes), before: &before, text: &new };
    let outlook = proposal.outlook(desk);
    if let Some(refused) = outlook.refusal(&path, desk) {
        return Ok(refused);
    }
    let is_done = || !edit.values.contains(&("state", Some(quoted("problem"))));
    if let Some((taken, open)) = outlook.unclear().filter(|_| is_done()) {
        let id = &workspace.item(item).id;
        return Err(anyhow!(drafting::which_occurrence(id, taken, &open, lang)));
    }
    let is_same = new == old;
    if !arguments.dry_run && !is_same {
        proposal.write(desk)?;
    }
    let shares = |workspace: &Workspace| {
        let shares = workspace.shares_of(item);
        let own = shares.filter(|(_, share)| share.unit == unit);
        own.map(|(ix, _)| ix).collect()
    };
    let view = Edited {
        unit: workspace.unit(unit),
        month,
        path: &path,
        done: if is_same { Done::Same } else { Done::Changed },
        is_written: !arguments.dry_run && !is_same,
        is_draft: is_draft(&new),
        changes: changes(&old, &new),
        submitted: root_value(&new, "submitted").and_then(|day| day.parse().ok()),
        due: workspace.plan.report_day_of(month),
        asks: None,
        unreported: None,
        effect: outlook.moved(shares, desk),
    };
    arguments.delivery.deliver(&view, context, Exit::Fine)
}

/// The month named; else that of the only draft of the unit. What is filed is only changed by name.
fn month(arguments: &Arguments, unit: UnitIx, desk: &Desk<'_>) -> Result<Month> {
    let lang = desk.context.lang;
    if let Some(month) = &arguments.month {
        return names::month(Some(month), None, &desk.workspace, lang);
    }
    let drafts = desk.drafts(unit);
    if let [month] = drafts[..] {
        return Ok(month);
    }
    let name = &desk.workspace.unit(unit).name;
    let drafts: Vec<String> = drafts.iter().map(Month::to_string).collect();
    Err(anyhow!(drafting::which_month(name, &drafts, lang)))
}
