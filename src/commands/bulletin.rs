//! `bulletin`: the circular of a month.

use anyhow::Result;
use clap::Args;

use super::options::{Delivery, When};
use super::{Context, Exit, Outcome, names, on_findings};
use crate::views::{Bulletin, Edition, Given};

/// Its arguments.
#[derive(Clone, Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    when: When,
    #[arg(long, id = "public")]
    public: bool,
    #[arg(long = "number", id = "given-number")]
    number: Option<String>,
    #[arg(long = "date", id = "given-date")]
    date: Option<String>,
    #[command(flatten)]
    delivery: Delivery,
}

/// Runs it.
///
/// # Errors
/// A month that does not exist; a day that is none; a file that cannot be read or written.
pub fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let date = arguments.date.as_deref();
    let given = Given {
        number: arguments.number.clone(),
        date: date.map(|day| names::day(day, context.lang)).transpose()?,
        reply_due: None,
    };
    let edition = if arguments.public { Edition::Public } else { Edition::Internal };
    on_findings(&arguments.when, context, |findings| {
        let view = Bulletin::of(findings, edition, given);
        arguments.delivery.deliver(&view, context, Exit::Fine)
    })
}
