//! A sound workspace, in the five calls that every page takes: open it, say as of when, assess it, make a view, deliver it.
//! [`Session::assessed`] makes the first three at once.
//!
//! ```text
//! let session = Session::open(context)?;
//! let as_of = session.as_of(&arguments.when)?;
//! let assessed = session.assess(as_of);
//! let view = Status::of(assessed.results(), &filter);
//! assessed.deliver(&view, &arguments.delivery, Exit::Fine)
//! ```

use std::fmt;
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};

use super::assume::Assumptions;
use super::options::{Delivery, When};
use super::watch::{Watch, watched};
use super::{Context, Exit, Outcome, paragraphs};
use crate::assess::{AsOf, Assessment, assess};
use crate::disk;
use crate::load::{Keep, Loaded, Request, Sound, Wanted, load, load_sound};
use crate::model::Workspace;
use crate::problem::{Diagnostic, Severity};
use crate::render;
use crate::source::{FileId, Sources};
use crate::text::{cli as words, problems};
use crate::views::{Results, View};

/// Files with errors are answered with their problems, whatever was asked of them.
#[derive(Debug)]
pub(super) struct Refused(pub(super) Outcome);

impl fmt::Display for Refused {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0.aside)
    }
}

impl std::error::Error for Refused {}

impl Refused {
    /// The errors of files, and what that means for the question.
    pub(super) fn over(sources: &Sources, errors: &[Diagnostic], closing: &str, context: &Context) -> anyhow::Error {
        let shown = render::diagnostics(sources, errors, render::Style::Full, context.lang, context.aside);
        let aside = format!("{shown}\n{closing}");
        Self(Outcome { result: String::new(), aside, exit: Exit::Cannot }).into()
    }

    /// Those that keep a workspace from being assessed.
    pub(super) fn workspace(sources: &Sources, problems: &[Diagnostic], context: &Context) -> anyhow::Error {
        let (errors, warnings): (Vec<_>, Vec<_>) = problems.iter().cloned().partition(Diagnostic::is_error);
        let summary = problems::summary(errors.len(), warnings.len(), context.lang);
        let closing = paragraphs(&[summary, problems::refused(context.lang).to_owned()], context.aside);
        Self::over(sources, &errors, &closing, context)
    }
}

/// How a command ended; a refusal is an answer like any other.
pub(crate) fn answer(ended: Result<Outcome>) -> Result<Outcome> {
    ended.or_else(|error| error.downcast::<Refused>().map(|Refused(outcome)| outcome))
}

/// A workspace that holds, and what was read for it.
pub(super) struct Session<'c> {
    pub(super) context: &'c Context,
    pub(super) root: PathBuf,
    pub(super) sources: Sources,
    pub(super) workspace: Workspace,
    pub(super) problems: Vec<Diagnostic>,
    /// Reports that were left out because of their errors.
    pub(super) set_aside: Vec<FileId>,
}

impl<'c> Session<'c> {
    /// Finds, reads and loads the workspace.
    pub(super) fn open(context: &'c Context) -> Result<Self> {
        let root = root(context)?;
        let sources = read_files(&root, context)?;
        let loaded = load(&sources);
        Self::of(root, Loaded { sources, ..loaded }, Vec::new(), context)
    }

    /// The same without the reports that have errors: to know names and items by, not for a verdict.
    pub(super) fn open_sound(context: &'c Context) -> Result<Self> {
        let root = root(context)?;
        let sources = read_files(&root, context)?;
        let Sound { loaded, set_aside } = load_sound(&sources);
        Self::of(root, Loaded { sources, ..loaded }, set_aside, context)
    }

    /// The same for pages that show neither texts nor remarks: these are not kept.
    pub(super) fn open_lean(context: &'c Context) -> Result<Self> {
        let root = root(context)?;
        match watched(context, |watch| load_listed(&root, watch, Keep::Lean, None)) {
            Ok(loaded) if loaded.workspace.is_some() => Self::of(root, loaded, Vec::new(), context),
            // Problems are shown on the texts, and whoever cannot read says why.
            _ => Self::open(context),
        }
    }

    /// What has been loaded already, from files that are kept with it.
    pub(super) fn of(root: PathBuf, loaded: Loaded, set_aside: Vec<FileId>, context: &'c Context) -> Result<Self> {
        let Loaded { workspace, problems, sources } = loaded;
        match workspace {
            Some(workspace) => Ok(Self { context, root, sources, workspace, problems, set_aside }),
            None => Err(Refused::workspace(&sources, &problems, context)),
        }
    }

    /// The verdicts on the workspace, for a page that needs nothing else of it.
    pub(super) fn assessed(context: &'c Context, when: &When) -> Result<Assessed<'c>> {
        let session = Self::open(context)?;
        let as_of = session.as_of(when)?;
        Ok(session.assess(as_of))
    }

    /// The month that is asked for, and whose knowledge counts.
    pub(super) fn as_of(&self, when: &When) -> Result<AsOf> {
        when.as_of(&self.workspace, self.context.lang)
    }

    /// The same workspace as it would be with what is assumed.
    pub(super) fn assuming(mut self, assumptions: &Assumptions, as_of: AsOf) -> Result<Self> {
        self.workspace = assumptions.applied_to(self.workspace, as_of, self.context.lang)?;
        Ok(self)
    }

    /// The verdicts.
    pub(super) fn assess(self, as_of: AsOf) -> Assessed<'c> {
        self.assess_by(assess, as_of)
    }

    /// The verdicts, as detailed as the page needs them.
    pub(super) fn assess_by(self, assess: impl FnOnce(&Workspace, AsOf) -> Assessment, as_of: AsOf) -> Assessed<'c> {
        Assessed {
            context: self.context,
            warnings: self.problems.iter().filter(|found| found.problem.severity() == Severity::Warning).count(),
            assessment: ManuallyDrop::new(assess(&self.workspace, as_of)),
            sources: ManuallyDrop::new(self.sources),
            workspace: ManuallyDrop::new(self.workspace),
        }
    }
}

/// A workspace with its verdicts. The program ends after the page, and the system takes back all memory at once; given
/// back piece by piece, a city's takes a tenth of all the time.
pub(super) struct Assessed<'c> {
    context: &'c Context,
    warnings: usize,
    sources: ManuallyDrop<Sources>,
    workspace: ManuallyDrop<Workspace>,
    assessment: ManuallyDrop<Assessment>,
}

impl Assessed<'_> {
    /// What views are made of.
    pub(super) fn results(&self) -> Results<'_> {
        Results { sources: &self.sources, workspace: &self.workspace, assessment: &self.assessment }
    }

    /// Delivers a page, and says beside it if there are warnings to look at.
    pub(super) fn deliver(&self, view: &impl View, delivery: &Delivery, exit: Exit) -> Result<Outcome> {
        let mut outcome = delivery.deliver(view, self.context, exit)?;
        if self.warnings > 0 {
            outcome.aside.push_str(&problems::see_check(self.warnings, self.context.lang));
            outcome.aside.push('\n');
        }
        Ok(outcome)
    }
}

/// Lists the files in a folder and loads them, each read when it is needed.
pub(super) fn load_listed(
    root: &Path,
    watch: &Watch,
    keep: Keep,
    wanted: Option<&Wanted<'_>>,
) -> std::io::Result<Loaded> {
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

/// The files of the workspace in a folder.
pub(super) fn read_files(root: &Path, context: &Context) -> Result<Sources> {
    let shown = || root.display().to_string();
    let read = watched(context, |watch| read_all(root, watch));
    read.map_err(|error| anyhow!(words::cannot_read(&shown(), &error, context.lang)))
}

pub(super) fn read_all(root: &Path, watch: &Watch) -> std::io::Result<Sources> {
    let listing = disk::list(root)?;
    watch.expect(listing.paths().len());
    Ok(listing.read(&|| watch.seen()))
}

/// The folder of the workspace.
pub(super) fn root(context: &Context) -> Result<PathBuf> {
    let start = context.named.as_ref().unwrap_or(&context.here);
    find_root(context)
        .ok_or_else(|| anyhow!(words::no_plan(&start.display().to_string(), context.named.is_some(), context.lang)))
}

/// The folder of the workspace, if there is one.
pub(super) fn find_root(context: &Context) -> Option<PathBuf> {
    match &context.named {
        Some(folder) => disk::at(folder),
        None => disk::find(&context.here),
    }
}
