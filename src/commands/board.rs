//! `board`: one page for the leader, to be looked through in a browser.

use std::path::PathBuf;

use anyhow::{Result, anyhow};
use clap::Args;

use super::options::{Delivery, When};
use super::{Context, Exit, Outcome, on_findings};
use crate::text::board as words;
use crate::views::Board;

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
    let is_html = ["html", "htm"]
        .iter()
        .any(|known| ending.eq_ignore_ascii_case(known));
    if !is_html {
        return Err(anyhow!(words::is_html(context.lang)));
    }
    let delivery = Delivery::to(Some(arguments.output.clone()));
    on_findings(&arguments.when, context, |findings| {
        delivery.deliver(&Board::of(findings), context, Exit::Fine)
    })
}
