//! `chart front`: the front line.

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::commands::options::{Delivery, Selection, When};
use crate::commands::{Context, Exit, Outcome, on_findings};
use crate::views::{Front, Rows};

/// Its arguments.
#[derive(Clone, Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    when: When,
    #[command(flatten)]
    selection: Selection,
    #[arg(long = "by", id = "rows", value_enum)]
    by: Option<RowsWord>,
    #[command(flatten)]
    delivery: Delivery,
}

/// What rows stand for, as typed.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum RowsWord {
    Share,
    Item,
    Unit,
}

impl RowsWord {
    pub(super) fn rows(word: Option<Self>) -> Rows {
        match word {
            None | Some(Self::Share) => Rows::Share,
            Some(Self::Item) => Rows::Item,
            Some(Self::Unit) => Rows::Unit,
        }
    }
}

pub(super) fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    on_findings(&arguments.when, context, |findings| {
        let workspace = findings.workspace;
        let filter = arguments.selection.filter(workspace, context.lang)?;
        let view = Front::of(findings, &filter, RowsWord::rows(arguments.by));
        arguments.delivery.deliver(&view, context, Exit::Fine)
    })
}
