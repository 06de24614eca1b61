//! `help KEY` and `help CODE`: what a key of the files or a problem code means. Help on commands is `cli`'s.

use anyhow::{Result, anyhow};

use super::kinds::Topic;
use super::{Context, Exit, Outcome};
use crate::render;
use crate::source::nearest;
use crate::text::cli as words;
use crate::views::topic::{topic, topics};

command! {
    "help" "帮助":
        "解释命令、文件里的字段、检查出的问题代码、页面上的词",
        "Explain a command, a key of the files, a problem code, or a term";
    pub(crate) struct Arguments {
        pub topic: Vec<Topic> = "bare",
            "命令、字段、问题代码或词，如 status、percent、bad-figure、推定",
            "A command, key, code or term, such as status, percent, bad-figure, presumed";
    }
}

/// Explains a key or a code.
pub(crate) fn run(arguments: &Arguments, commands: &[String], context: &Context) -> Result<Outcome> {
    let lang = context.lang;
    let name = arguments.topic.iter().map(|word| &**word).collect::<Vec<_>>().join(" ");
    let name = name.trim_start_matches('[').trim_end_matches(']');
    let document = topic(name, lang).ok_or_else(|| {
        let commands = commands.iter().map(String::as_str);
        let meant = nearest(name, commands.clone().chain(topics()));
        anyhow!(words::unknown_topic(name, meant, lang))
    })?;
    Ok(Outcome { result: render::terminal(&document, context.screen), aside: String::new(), exit: Exit::Fine })
}
