//! The commands: each reads its arguments, makes the five calls from files to page, and says how it ended. None
//! prints or exits; `main` does.

#[macro_use]
pub mod declare;
#[macro_use]
pub mod kinds;

pub mod annual;
mod assume;
pub mod audit;
pub mod board;
pub mod bulletin;
pub mod calendar;
pub mod chart;
pub mod check;
pub mod close;
pub mod collect;
pub mod completions;
pub mod diff;
pub mod doctor;
pub mod escalate;
pub mod explain;
pub mod filing;
pub mod fmt;
pub mod form;
pub mod help;
pub mod history;
pub mod init;
pub mod man;
mod members;
mod names;
mod narrow;
pub mod notice;
mod options;
pub mod outlook;
pub mod publicity;
mod recording;
pub mod register;
pub mod report;
pub mod schema;
pub mod status;
pub mod textconv;
mod watch;
pub mod writing;

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};
use chrono::NaiveDate;

use crate::assess::{AsOf, Assessment, assess};
use crate::disk;
use crate::document::{Block, Document, Text};
use crate::load::{Keep, Loaded, Request, Wanted, load};
use crate::model::Workspace;
use crate::problem::{Diagnostic, Severity};
use crate::render::{self, Screen};
use crate::source::Sources;
use crate::text::{Lang, cli as words, problems};
use crate::views::Findings;
use assume::Assumptions;
pub use names::is_month;
use options::When;
use watch::{Watch, watched};

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

/// A workspace that holds.
struct Opened {
    sources: Sources,
    workspace: Workspace,
    warnings: usize,
}

/// Assesses a workspace, with all months or only the last one.
type Assess = fn(&Workspace, AsOf) -> Assessment;

/// What every command on a sound workspace does: open it, assess it, show a page on it, and say if there is something
/// to look at. A workspace with errors is answered with its problems.
fn on_findings(when: &When, context: &Context, show: impl FnOnce(Findings<'_>) -> Result<Outcome>) -> Result<Outcome> {
    on_assessed(context, |workspace| when.as_of(workspace, context.lang), show)
}

/// The same on the workspace as it would be with what is assumed.
fn on_assumed(
    when: &When,
    assumptions: &Assumptions,
    context: &Context,
    show: impl FnOnce(Findings<'_>) -> Result<Outcome>,
) -> Result<Outcome> {
    match open(context)? {
        Ok(opened) => on_opened(opened, assumptions, context, |workspace| when.as_of(workspace, context.lang), show),
        Err(refused) => Ok(refused),
    }
}

/// The same, where the month is not asked for as usual.
fn on_assessed(
    context: &Context,
    as_of: impl FnOnce(&Workspace) -> Result<AsOf>,
    show: impl FnOnce(Findings<'_>) -> Result<Outcome>,
) -> Result<Outcome> {
    match open(context)? {
        Ok(opened) => on_opened(opened, &Assumptions::default(), context, as_of, show),
        Err(refused) => Ok(refused),
    }
}

/// The same, on a workspace that is open already.
fn on_opened(
    opened: Opened,
    assumptions: &Assumptions,
    context: &Context,
    as_of: impl FnOnce(&Workspace) -> Result<AsOf>,
    show: impl FnOnce(Findings<'_>) -> Result<Outcome>,
) -> Result<Outcome> {
    on_opened_by(assess, opened, assumptions, context, as_of, show)
}

/// The same, with verdicts as detailed as the page needs them.
fn on_opened_by(
    assess: impl FnOnce(&Workspace, AsOf) -> Assessment,
    opened: Opened,
    assumptions: &Assumptions,
    context: &Context,
    as_of: impl FnOnce(&Workspace) -> Result<AsOf>,
    show: impl FnOnce(Findings<'_>) -> Result<Outcome>,
) -> Result<Outcome> {
    let as_of = as_of(&opened.workspace)?;
    let workspace = assumptions.on(opened.workspace, as_of, context.lang)?;
    let assessment = assess(&workspace, as_of);
    let mut outcome = show(Findings { sources: &opened.sources, workspace: &workspace, assessment: &assessment })?;
    // The program ends now, and the system takes back all memory at once; given back piece by piece, a city's takes a
    // tenth of all the time.
    std::mem::forget((opened.sources, workspace, assessment));
    if opened.warnings > 0 {
        outcome.aside.push_str(&problems::see_check(opened.warnings, context.lang));
        outcome.aside.push('\n');
    }
    Ok(outcome)
}

/// The same for pages that show neither texts nor remarks: these are not kept.
fn open_lean(context: &Context) -> Result<Result<Opened, Outcome>> {
    let root = root(context)?;
    match watched(context, |watch| read_lean(&root, watch)) {
        Ok(Some(opened)) => Ok(Ok(opened)),
        // Problems are shown on the texts, and whoever cannot read says why.
        Ok(None) | Err(_) => open(context),
    }
}

/// The workspace in a folder without its texts; none where it has errors.
fn read_lean(root: &Path, watch: &Watch) -> std::io::Result<Option<Opened>> {
    let loaded = load_listed(root, watch, Keep::Lean, None)?;
    let warnings = loaded.count(Severity::Warning);
    Ok(loaded.workspace.map(|workspace| Opened { sources: loaded.sources, workspace, warnings }))
}

/// Lists the files in a folder and loads them, each read when it is needed.
fn load_listed(root: &Path, watch: &Watch, keep: Keep, wanted: Option<&Wanted<'_>>) -> std::io::Result<Loaded> {
    let listing = disk::list(root)?;
    let paths: Vec<&str> = listing.paths().collect();
    watch.expect(paths.len());
    let fetch = |file| {
        let content = listing.content(file);
        watch.seen();
        content
    };
    Ok(load(Request { keep, wanted, ..Request::listed(paths, fetch) }))
}

/// Finds, reads and loads the workspace; the outcome of a workspace with errors is its problems.
fn open(context: &Context) -> Result<Result<Opened, Outcome>> {
    let (sources, loaded) = read(context)?;
    let warnings = loaded.count(Severity::Warning);
    Ok(match loaded.workspace {
        Some(workspace) => Ok(Opened { sources, workspace, warnings }),
        None => Err(refuse(&sources, &loaded, context)),
    })
}

fn read(context: &Context) -> Result<(Sources, Loaded)> {
    let sources = read_files(&root(context)?, context)?;
    let loaded = load(&sources);
    Ok((sources, loaded))
}

/// The files of the workspace in a folder.
fn read_files(root: &Path, context: &Context) -> Result<Sources> {
    let shown = || root.display().to_string();
    let read = watched(context, |watch| read_all(root, watch));
    read.map_err(|error| anyhow!(words::cannot_read(&shown(), &error, context.lang)))
}

fn read_all(root: &Path, watch: &Watch) -> std::io::Result<Sources> {
    let listing = disk::list(root)?;
    watch.expect(listing.paths().len());
    Ok(listing.read(&|| watch.seen()))
}

/// The folder of the workspace.
fn root(context: &Context) -> Result<PathBuf> {
    let start = context.named.as_ref().unwrap_or(&context.here);
    find_root(context).ok_or_else(|| {
        let folder = start.display().to_string();
        anyhow!(words::no_plan(&folder, context.named.is_some(), context.lang))
    })
}

/// The folder of the workspace, if there is one.
fn find_root(context: &Context) -> Option<PathBuf> {
    match &context.named {
        Some(folder) => disk::at(folder),
        None => disk::find(&context.here),
    }
}

fn refuse(sources: &Sources, loaded: &Loaded, context: &Context) -> Outcome {
    let errors: Vec<Diagnostic> = loaded.problems.iter().filter(|diagnostic| diagnostic.is_error()).cloned().collect();
    let lang = context.lang;
    let shown = render::diagnostics(sources, &errors, render::Style::Full, lang, context.aside);
    let summary = problems::summary(errors.len(), loaded.count(Severity::Warning), lang);
    let closing = paragraphs(&[summary, problems::refused(lang).to_owned()], context.aside);
    Outcome { result: String::new(), aside: format!("{shown}\n{closing}"), exit: Exit::Cannot }
}

/// Sentences, each from a line of its own on, within the width of the screen.
fn paragraphs(sentences: &[String], screen: Screen) -> String {
    let blocks = sentences.iter().map(|sentence| Block::Paragraph(Text::new(sentence)));
    let document = Document { blocks: blocks.collect() };
    render::terminal(&document, screen)
}
