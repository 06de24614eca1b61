//! `chart front` and `chart heat`: the pictures with rows. They are asked for in the same words.

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::commands::options::{Delivery, Selection, When};
use crate::commands::{Context, Exit, Outcome, on_findings};
use crate::views::{Front, Heat, Rows};

/// Which of them.
#[derive(Clone, Copy, Debug)]
pub(super) enum Picture {
    /// The front line.
    Front,
    /// The year at a glance.
    Heat,
}

/// Their arguments.
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
enum RowsWord {
    Share,
    Item,
    Unit,
}

pub(super) fn run(picture: Picture, arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let rows = match arguments.by {
        None | Some(RowsWord::Share) => Rows::Share,
        Some(RowsWord::Item) => Rows::Item,
        Some(RowsWord::Unit) => Rows::Unit,
    };
    on_findings(&arguments.when, context, |findings| {
        let workspace = findings.workspace;
        let filter = arguments.selection.filter(workspace, context.lang)?;
        let delivery = &arguments.delivery;
        match picture {
            Picture::Front => delivery.deliver(&Front::of(findings, &filter, rows), context, Exit::Fine),
            Picture::Heat => delivery.deliver(&Heat::of(findings, &filter, rows), context, Exit::Fine),
        }
    })
}
