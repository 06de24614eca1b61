//! `board`: one page for the leader, to be looked through in a browser.

use std::path::PathBuf;

use anyhow::{Result, anyhow};
use clap::Args;

use super::assume::Assumptions;
use super::members::{Asked, on_plans};
use super::options::{Delivery, Selection, When};
use super::{Context, Exit, Outcome};
use crate::text::board as words;
use crate::views::{Board, Shown};

/// Its arguments.
#[derive(Clone, Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    when: When,
    #[arg(short = 'o', long = "output", id = "board-file")]
    output: PathBuf,
}

/// Runs it.
///
/// # Errors
/// A month that does not exist; a file that is no page for the browser, or cannot be written.
pub fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let ending = arguments.output.extension().unwrap_or_default();
    let is_html = ["html", "htm"].iter().any(|known| ending.eq_ignore_ascii_case(known));
    if !is_html {
        return Err(anyhow!(words::is_html(context.lang)));
    }
    let delivery = Delivery::to(Some(arguments.output.clone()));
    let asked = Asked {
        when: &arguments.when,
        selection: &Selection::default(),
        assumptions: &Assumptions::default(),
        delivery: &delivery,
        asks_exit_code: false,
    };
    on_plans(&asked, Shown::Board, context, |findings| delivery.deliver(&Board::of(findings), context, Exit::Fine))
}
