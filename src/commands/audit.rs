//! `audit`: what a fair inspector would ask about. It changes no verdict and proposes nothing.

use anyhow::Result;
use clap::Args;

use super::options::{Delivery, When, exit};
use super::{Context, Outcome, names, on_findings, root};
use crate::audit::{Kind, audit};
use crate::disk;
use crate::views::AuditPage;

/// Its arguments.
#[derive(Clone, Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    when: When,
    #[arg(short, long)]
    unit: Vec<String>,
    #[arg(long)]
    kind: Vec<String>,
    #[command(flatten)]
    delivery: Delivery,
    #[arg(long = "exit-code", id = "audit-exit-code")]
    exit_code: bool,
}

/// Runs it.
///
/// # Errors
/// A month, unit or kind that does not exist; a file that cannot be read or written.
pub fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let lang = context.lang;
    let kinds = arguments.kind.iter();
    let kinds: Vec<Kind> = kinds.map(|name| names::observation(name, lang)).collect::<Result<_>>()?;
    let root = root(context)?;
    on_findings(&arguments.when, context, |findings| {
        let units = names::units(&arguments.unit, findings.workspace, lang)?;
        let is_there = |path: &str| disk::has_file(&root, path);
        let as_of = findings.assessment.as_of;
        let observations = audit(findings.workspace, as_of, &is_there);
        let view = AuditPage::of(findings, &observations, &units, &kinds);
        let exit = exit(arguments.exit_code, view.has_any());
        arguments.delivery.deliver(&view, context, exit)
    })
}
