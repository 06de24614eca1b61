//! `help KEY` and `help CODE`: what a key of the files or a problem code means. Help on commands is `cli`'s.

use anyhow::{Result, anyhow};
use clap::Args;

use super::{Context, Exit, Outcome};
use crate::render;
use crate::source::nearest;
use crate::text::cli as words;
use crate::views::topic::{topic, topics};

/// Its arguments.
#[derive(Clone, Debug, Args)]
pub struct Arguments {
    /// A command, key or code; several words for a command within a command.
    #[arg()]
    pub topic: Vec<String>,
}

/// Explains a key or a code.
///
/// # Errors
/// There is none of this name.
pub fn run(arguments: &Arguments, commands: &[String], context: &Context) -> Result<Outcome> {
    let lang = context.lang;
    let name = arguments.topic.join(" ");
    let name = name.trim_start_matches('[').trim_end_matches(']');
    let document = topic(name, lang).ok_or_else(|| {
        let commands = commands.iter().map(String::as_str);
        let meant = nearest(name, commands.clone().chain(topics()));
        anyhow!(words::unknown_topic(name, meant, lang))
    })?;
    Ok(Outcome { result: render::terminal(&document, context.screen), aside: String::new(), exit: Exit::Fine })
}
