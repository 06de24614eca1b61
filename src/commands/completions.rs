//! `completions SHELL`: what a shell needs to complete commands, and the units, items and months of the workspace at
//! hand. The shell asks this program anew each time, so that the names are always those of the files.

use std::ffi::OsStr;
use std::path::PathBuf;

use anyhow::Result;
use chrono::NaiveDate;
use clap_complete::engine::CompletionCandidate;
use clap_complete::env::Shells;

use super::kinds::ShellName;
use super::{Context, Exit, Outcome};
use crate::disk;
use crate::document::clean;
use crate::load::load_sound;
use crate::model::Workspace;
use crate::text::Lang;

/// The variable by which a shell asks for completions.
pub const VARIABLE: &str = "SHANGDANG_COMPLETE";

command! {
    "completions" "补全":
        "打印命令补全脚本：bash、zsh、fish、powershell、elvish",
        "Print the completion script of a shell: bash, zsh, fish, powershell, elvish";
    /// Its arguments.
    pub struct Arguments {
        shell: ShellName = "bare",
            "哪种命令行：bash、zsh、fish、powershell、elvish", "Which shell: bash, zsh, fish, powershell or elvish";
    }
}

/// Runs it.
///
/// # Errors
/// None that is known: writing to memory does not fail.
pub fn run(arguments: &Arguments, _: &Context) -> Result<Outcome> {
    let name = "shangdang";
    let mut script = Vec::new();
    let shells = Shells::builtins();
    let shell = shells.completer(&arguments.shell).expect("the library knows the shells listed here");
    shell.write_registration(VARIABLE, name, name, name, &mut script)?;
    Ok(Outcome { result: String::from_utf8(script)?, aside: String::new(), exit: Exit::Fine })
}

/// Values, each with what it is called.
pub(super) type Found = Vec<(String, String)>;

/// How a kind of value completes.
#[derive(Clone, Copy)]
pub enum Completion {
    /// It does not: whatever people write.
    Free,
    /// To one of a few words, which its parser knows.
    Choice,
    /// To files and folders.
    Files,
    /// To folders.
    Folders,
    /// To the day it is.
    Today,
    /// To words that are the same in every workspace.
    Words(fn(Lang) -> Found),
    /// To what the workspace has.
    Names(fn(&Workspace, Lang) -> Found),
}

/// Where values are looked up.
#[derive(Clone, Debug)]
pub struct Place {
    /// The folder named by `-C` or the environment.
    pub named: Option<PathBuf>,
    /// The folder the program runs in.
    pub here: PathBuf,
    /// The day it is.
    pub today: NaiveDate,
    /// The language of what values are called.
    pub lang: Lang,
}

/// What can stand where somebody has begun to type; nothing where there is no workspace to ask.
pub(super) fn candidates(completion: Completion, current: &OsStr, place: &Place) -> Vec<CompletionCandidate> {
    let current = current.to_string_lossy();
    // Ids first; names are for whoever has begun to type one.
    let is_meant = |value: &str| value.starts_with(current.as_ref()) && (value.is_ascii() || !current.is_ascii());
    let found = found(completion, place).into_iter().filter(|(value, _)| is_meant(value));
    let said = |about: String| Some(clean(&about).into()).filter(|_| !about.is_empty());
    found.map(|(value, about)| CompletionCandidate::new(value).help(said(about))).collect()
}

fn found(completion: Completion, place: &Place) -> Found {
    let lang = place.lang;
    match completion {
        Completion::Free | Completion::Choice | Completion::Files | Completion::Folders => Vec::new(),
        Completion::Today => vec![(place.today.to_string(), lang.pick("今天", "today").to_owned())],
        Completion::Words(words) => words(lang),
        Completion::Names(names) => {
            let root = place.named.as_deref().map_or_else(|| disk::find(&place.here), disk::at);
            let sources = root.and_then(|root| disk::read(&root).ok());
            let workspace = sources.and_then(|sources| load_sound(&sources).loaded.workspace);
            workspace.map_or_else(Vec::new, |workspace| names(&workspace, lang))
        }
    }
}
