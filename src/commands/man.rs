//! `man`: the manual pages, made from the same words as the help.

use anyhow::{Result, anyhow};
use clap::Command;

use super::kinds::FolderName;
use super::{Context, Exit, Outcome};
use crate::disk;
use crate::text::cli as words;

command! {
    "man" "手册": "打印手册页（man）", "Print the manual pages";
    pub(crate) struct Arguments {
        output: Option<FolderName> = "-o --output",
            "把全部命令的手册页写到这个文件夹", "Write the pages of all commands to this folder";
    }
}

/// Prints the page of the program, or writes the pages of all commands to a folder.
pub(crate) fn run(arguments: &Arguments, root: &Command, context: &Context) -> Result<Outcome> {
    let lang = context.lang;
    let mut outcome = Outcome { result: String::new(), aside: String::new(), exit: Exit::Fine };
    let Some(folder) = &arguments.output else {
        outcome.result = page(root, "shangdang", context)?;
        return Ok(outcome);
    };
    for (command, name) in with_subcommands(root, "shangdang") {
        let path = folder.join(format!("{name}.1"));
        let shown = path.display().to_string();
        let page = page(command, &name, context)?;
        disk::write(&context.here.join(&path), page.as_bytes())
            .map_err(|error| anyhow!(words::cannot_write(&shown, &error, lang)))?;
        outcome.aside.push_str(&(words::wrote(&shown, lang) + "\n"));
    }
    Ok(outcome)
}

fn with_subcommands<'a>(command: &'a Command, name: &str) -> Vec<(&'a Command, String)> {
    let inner = command.get_subcommands().flat_map(|inner| {
        let name = format!("{name}-{}", inner.get_name());
        with_subcommands(inner, &name)
    });
    let mut all: Vec<_> = inner.collect();
    all.insert(0, (command, name.to_owned()));
    all
}

fn page(command: &Command, name: &str, context: &Context) -> Result<String> {
    let mut roff = Vec::new();
    // The version stands on the page of the program; a date would make every build another page.
    clap_mangen::Man::new(command.clone().name(name.to_owned())).render(&mut roff)?;
    let text = String::from_utf8(roff)?;
    let lines = text.lines().map(|line| match line.strip_prefix(".SH ") {
        Some(heading) => format!(".SH {}\n", words::man_heading(heading, context.lang)),
        None => format!("{line}\n"),
    });
    Ok(lines.collect())
}
