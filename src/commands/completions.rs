//! `completions SHELL`: what a shell needs to complete commands, and the units, items and months of the workspace at
//! hand. The shell asks this program anew each time, so that the names are always those of the files.

use anyhow::Result;
use clap_complete::env::Shells;

use super::kinds::ShellName;
use super::{Context, Exit, Outcome};

/// The variable by which a shell asks for completions.
pub const VARIABLE: &str = "SHANGDANG_COMPLETE";

command! {
    "completions" "补全":
        "打印命令补全脚本：bash、zsh、fish、powershell、elvish",
        "Print the completion script for a shell: bash, zsh, fish, powershell, elvish";
    pub(crate) struct Arguments {
        shell: ShellName = "bare",
            "哪种命令行：bash、zsh、fish、powershell、elvish", "Which shell: bash, zsh, fish, powershell or elvish";
    }
}

pub(crate) fn run(arguments: &Arguments, _: &Context) -> Result<Outcome> {
    let name = "shangdang";
    let mut script = Vec::new();
    let shells = Shells::builtins();
    let shell = shells.completer(&arguments.shell).expect("the library knows the shells listed here");
    shell.write_registration(VARIABLE, name, name, name, &mut script)?;
    Ok(Outcome { result: String::from_utf8(script)?, aside: String::new(), exit: Exit::Fine })
}
