//! `report new`: a report with every open item, what is asked of it and what was said last; no figure is filled in.

use anyhow::{Result, anyhow};
use clap::Args;

use super::desk::{Desk, Proposal};
use crate::assess::{AsOf, assess};
use crate::commands::options::Delivery;
use crate::commands::{Exit, Outcome, names};
use crate::edit::{DraftFor, changes};
use crate::text::drafting::{self, Done};
use crate::views::Edited;

/// Its arguments.
#[derive(Clone, Debug, Args)]
pub(super) struct Arguments {
    #[arg(short = 'u', long = "unit", id = "report-unit")]
    unit: String,
    #[arg(short = 'm', long = "month", id = "report-month")]
    month: String,
    #[arg(long)]
    all: bool,
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
    if desk.sources.files.iter().any(|file| file.path == path) {
        return Err(anyhow!(drafting::is_there(&path, lang)));
    }
    let draft = DraftFor {
        sources: &desk.sources,
        workspace,
        assessment: &assess(workspace, AsOf::close_of(month)),
        unit,
        all: arguments.all,
    };
    let text = draft.text(lang);
    let proposal = Proposal { month, path: &path, old: None, before: "", text: &text };
    if let Some(refused) = proposal.outlook(desk).refusal(&path, desk) {
        return Ok(refused);
    }
    if !arguments.dry_run {
        proposal.write(desk)?;
    }
    let view = Edited {
        unit: workspace.unit(unit),
        month,
        path: &path,
        done: Done::Begun,
        is_written: !arguments.dry_run,
        is_draft: true,
        changes: changes("", &text),
        submitted: None,
        due: workspace.plan.report_day_of(month),
        asks: Some(draft.shares().len()),
        unreported: None,
        effect: Ok(Vec::new()),
    };
    let mut outcome = arguments.delivery.deliver(&view, context, Exit::Fine)?;
    if desk.set_aside > 0 {
        outcome.aside.push_str(&drafting::set_aside(desk.set_aside, lang));
        outcome.aside.push('\n');
    }
    Ok(outcome)
}
