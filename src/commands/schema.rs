//! `schema`: the keys of a kind of file as a JSON Schema, for editors.

use anyhow::Result;
use clap::Args;
use clap::builder::PossibleValuesParser;

use super::options::Delivery;
use super::{Context, Exit, Outcome};
use crate::load::keys::FILES;
use crate::render;
use crate::views::schema::schema;

/// Its arguments.
#[derive(Clone, Debug, Args)]
pub struct Arguments {
    #[arg(value_parser = PossibleValuesParser::new(FILES.map(|file| file.name)))]
    file: String,
    #[arg(short, long)]
    output: Option<std::path::PathBuf>,
}

/// Runs it.
///
/// # Errors
/// A file that cannot be written.
pub fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let mut files = FILES.into_iter();
    let keys = files.find(|file| file.name == arguments.file).expect("the command line takes no other names");
    let text = render::json(&schema(keys));
    Delivery::to(arguments.output.clone()).put(text, context, Exit::Fine)
}
