//! `schema`: the keys of a kind of file as a JSON Schema, for editors.

use anyhow::Result;
use clap::{Args, ValueEnum};

use super::options::Delivery;
use super::{Context, Exit, Outcome};
use crate::load::keys::{Keys, PLAN, REPORT, TASK};
use crate::render;
use crate::views::schema::schema;

/// The kinds of files. The words have no doc comments: clap would make English help of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum File {
    Plan,
    Task,
    Report,
}

impl File {
    fn keys(self) -> &'static Keys {
        match self {
            Self::Plan => &PLAN,
            Self::Task => &TASK,
            Self::Report => &REPORT,
        }
    }
}

/// Its arguments.
#[derive(Clone, Debug, Args)]
pub struct Arguments {
    #[arg(value_enum)]
    file: File,
    #[arg(short, long)]
    output: Option<std::path::PathBuf>,
}

/// Runs it.
///
/// # Errors
/// A file that cannot be written.
pub fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let text = render::json(&schema(arguments.file.keys()));
    Delivery::to(arguments.output.clone()).put(text, context, Exit::Fine)
}
