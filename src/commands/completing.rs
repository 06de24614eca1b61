//! How a value that somebody has begun to type is completed: out of a few words, or of the workspace.

use std::ffi::OsStr;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap_complete::engine::CompletionCandidate;

use crate::disk;
use crate::document::clean;
use crate::load::load_sound;
use crate::model::Workspace;
use crate::text::Lang;

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
