//! `collect`: what units send back becomes reports, or goes back with its faults marked.

mod office;
mod returns;
mod tables;

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use super::options::Delivery;
use super::{Context, Exit, Outcome, names, open, root};
use crate::assess::{AsOf, Filing};
use crate::model::{Month, UnitIx, Workspace};
use crate::views::{Collected, Received};
use office::Office;
use returns::send_back;
use tables::{File, look, paths, refuse_twice, sheet};

/// Its arguments.
#[derive(Clone, Debug, Args)]
pub struct Arguments {
    #[arg(required = true, id = "tables")]
    tables: Vec<PathBuf>,
    #[arg(short, long, id = "collect-month")]
    month: Option<String>,
    #[arg(short, long, id = "collect-unit")]
    unit: Option<String>,
    #[arg(long, id = "on")]
    on: Option<String>,
    #[arg(long)]
    replace: bool,
    #[arg(short = 'n', long = "dry-run", id = "dry-run")]
    dry_run: bool,
    #[arg(long)]
    returns: Option<PathBuf>,
    #[command(flatten)]
    delivery: Delivery,
}

/// Runs it.
///
/// # Errors
/// A month or unit that does not exist; a path that is not there; a file that cannot be written.
pub fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let lang = context.lang;
    // Before anything is written.
    arguments.delivery.format(lang)?;
    let opened = match open(context)? {
        Ok(opened) => opened,
        Err(refused) => return Ok(refused),
    };
    let root = root(context)?;
    let workspace = &opened.workspace;
    let month = arguments.month.as_deref();
    let month = month.map(|month| names::month(Some(month), None, workspace, lang)).transpose()?;
    let unit = arguments.unit.as_deref();
    let unit = unit.map(|unit| names::unit(unit, workspace, lang)).transpose()?;
    let on = arguments.on.as_deref();
    let on = on.map(|day| names::day(day, lang)).transpose()?;
    let (paths, skipped) = paths(&arguments.tables, context)?;
    let mut files = Vec::new();
    let mut sheets = Vec::new();
    for (path, shown) in paths {
        let (book, told) = look(&path, &shown, workspace, (unit, month, on), lang);
        let file = files.len();
        sheets.extend(told.into_iter().map(|told| sheet(told, file, &shown, workspace)));
        files.push(File { path, shown, book });
    }
    refuse_twice(&mut sheets, &files, lang);
    let mut office = Office {
        root: &root,
        sources: opened.sources,
        workspace: workspace.clone(),
        replaces: arguments.replace,
        is_trial: arguments.dry_run,
        lang,
    };
    office.receive_all(&mut sheets);
    if !arguments.dry_run {
        send_back(&mut sheets, &files, arguments.returns.as_deref(), &office, context)?;
    }
    let mut months: Vec<Month> = sheets.iter().filter_map(|sheet| sheet.row.month).collect();
    months.sort_unstable();
    months.dedup();
    let view = Collected {
        received: months.into_iter().map(|month| received(&office.workspace, month)).collect(),
        sheets: sheets.into_iter().map(|sheet| sheet.row).collect(),
        skipped,
        is_trial: arguments.dry_run,
        lang,
    };
    let exit = if view.has_refused() { Exit::No } else { Exit::Fine };
    arguments.delivery.deliver(&view, context, exit)
}

fn received(workspace: &Workspace, month: Month) -> Received {
    let filing = Filing::of(workspace, AsOf::close_of(month));
    let name = |unit: &UnitIx| workspace.unit(*unit).name.clone();
    Received {
        month,
        received: filing.received.len(),
        expected: filing.expected.len(),
        missing: filing.missing.iter().map(name).collect(),
    }
}
