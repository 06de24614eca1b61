//! The commands: each reads its arguments, makes the five calls from files to page, and says how it ended. None
//! prints or exits; `main` does.
//!
//! A command is a file with its `Arguments` and how to `run` them. It fails where a month, unit or item that was typed does
//! not exist, and where a file cannot be read or written; files with errors are an answer, not a failure.

#[macro_use]
pub mod declare;
#[macro_use]
pub mod kinds;

pub(crate) mod annual;
mod assume;
pub(crate) mod audit;
pub(crate) mod board;
pub(crate) mod bulletin;
pub(crate) mod calendar;
pub(crate) mod chart;
pub(crate) mod check;
pub(crate) mod close;
pub(crate) mod collect;
pub mod completing;
pub mod completions;
pub(crate) mod diff;
pub(crate) mod doctor;
mod editing;
pub(crate) mod escalate;
pub(crate) mod explain;
pub(crate) mod filing;
pub(crate) mod fmt;
pub(crate) mod form;
pub(crate) mod help;
pub(crate) mod history;
pub(crate) mod init;
pub(crate) mod man;
mod members;
mod names;
pub(crate) mod notice;
mod one_item;
mod options;
pub(crate) mod outlook;
pub(crate) mod publicity;
mod recording;
pub(crate) mod register;
pub(crate) mod report;
pub(crate) mod schema;
mod session;
pub(crate) mod status;
pub(crate) mod textconv;
mod watch;
mod writing;

use std::io::Write;
use std::path::PathBuf;

use chrono::NaiveDate;

use crate::document::{Block, Document};
use crate::render::{self, Screen};
use crate::text::Lang;
pub use names::is_month;
pub(crate) use session::answer;

/// Why a language was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LangFrom {
    /// `--lang`.
    Option,
    /// `SHANGDANG_LANG`.
    Environment,
    /// The language of the system, by this name.
    Locale(String),
    /// Nothing said anything.
    Default,
}

/// What the world around the program is like; read once, in `main`.
#[derive(Clone, Debug)]
pub struct Context {
    /// The folder named by `-C` or the environment.
    pub named: Option<PathBuf>,
    /// The folders named by `-C`, if there are several.
    pub members: Vec<PathBuf>,
    /// The folder the program runs in.
    pub here: PathBuf,
    /// The language of everything said.
    pub lang: Lang,
    /// Why that language.
    pub lang_from: LangFrom,
    /// The day it is at the clock of this machine. No verdict looks at it; a report submitted without saying when is
    /// submitted today.
    pub today: NaiveDate,
    /// Where results go that would be long to hold: they are written as they are made.
    pub out: fn() -> Box<dyn Write>,
    /// Writes on the line on which it is said how far the work has come, if somebody looks at it.
    pub line: Option<fn(&str)>,
    /// Where results go.
    pub screen: Screen,
    /// Where everything else goes.
    pub aside: Screen,
}

/// How a command ended, as its exit code says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Fine.
    Fine = 0,
    /// The answer is no.
    No = 1,
    /// Wrong usage, or a workspace that cannot be assessed.
    Cannot = 2,
}

/// What a command has to say.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The result.
    pub result: String,
    /// Everything else.
    pub aside: String,
    /// How it ended.
    pub exit: Exit,
}

/// Sentences, each from a line of its own on, within the width of the screen.
fn paragraphs(sentences: &[String], screen: Screen) -> String {
    let blocks = sentences.iter().map(Block::plain);
    render::terminal(&Document { blocks: blocks.collect() }, screen)
}
