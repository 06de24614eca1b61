//! What the steps of a report share: the workspace with the reports that are sound, the report's own file, and what a new
//! text of it would lead to. Nothing is written that brings an error.

use std::path::PathBuf;

use anyhow::{Result, anyhow};

use crate::assess::{AsOf, assess};
use crate::commands::{Context, Exit, Outcome, read_files, refuse, root, writing};
use crate::disk::{self, Expected};
use crate::edit::{self, Kind, NotEdited};
use crate::load::{Loaded, load, load_sound, report_at, report_path};
use crate::model::{Month, ShareIx, UnitIx, Workspace};
use crate::problem::{Diagnostic, Problem, Severity};
use crate::render;
use crate::source::{Content, Place, SourceFile, Sources};
use crate::text::{cli as words, drafting};
use crate::views::{Findings, Moved};

/// The workspace that a report is written for.
pub(super) struct Desk<'a> {
    pub(super) root: PathBuf,
    pub(super) sources: Sources,
    /// Without the reports that have errors: to know names and items by, not for a verdict.
    pub(super) workspace: Workspace,
    /// How many reports were set aside because of their errors.
    pub(super) set_aside: usize,
    pub(super) context: &'a Context,
}

impl<'a> Desk<'a> {
    /// Opens it; where plan or tasks have errors, the outcome says so.
    pub(super) fn open(context: &'a Context) -> Result<Result<Self, Outcome>> {
        let root = root(context)?;
        let sources = read_files(&root, context)?;
        let sound = load_sound(&sources);
        let set_aside = sound.set_aside.len();
        let mut loaded = sound.loaded;
        Ok(match loaded.workspace.take() {
            Some(workspace) => Ok(Self { root, sources, workspace, set_aside, context }),
            None => Err(refuse(&sources, &loaded, context)),
        })
    }

    /// The path of a report.
    pub(super) fn path(&self, unit: UnitIx, month: Month) -> String {
        report_path(month, &self.workspace.unit(unit).id)
    }

    /// The bytes and the text of a report that is there.
    pub(super) fn report(&self, unit: UnitIx, month: Month) -> Result<(Vec<u8>, String)> {
        let lang = self.context.lang;
        let path = self.path(unit, month);
        let bytes = disk::fetch(&self.root, &path).map_err(|error| anyhow!(words::cannot_read(&path, &error, lang)))?;
        let bytes = bytes.ok_or_else(|| {
            let id = &self.workspace.unit(unit).id;
            anyhow!(drafting::no_report(&path, id, month, lang))
        })?;
        let text = String::from_utf8(bytes.clone()).map_err(|_| anyhow!(drafting::not_editable(&path, lang)))?;
        Ok((bytes, text))
    }

    /// The months for which a unit has a draft.
    pub(super) fn drafts(&self, unit: UnitIx) -> Vec<Month> {
        let id = &self.workspace.unit(unit).id;
        let month = |file: &SourceFile| {
            let (month, unit) = report_at(&file.path)?;
            (unit == id && edit::is_draft(file.text())).then_some(month)
        };
        self.sources.files.iter().filter_map(month).collect()
    }

    pub(super) fn complain(&self, path: &str, why: NotEdited) -> anyhow::Error {
        let lang = self.context.lang;
        anyhow!(match why {
            NotEdited::NotToml => drafting::not_editable(path, lang),
            NotEdited::InlineEntries => drafting::inline_entries(path, lang),
        })
    }

    /// The files with another text for one of them.
    fn with(&self, path: &str, text: &str) -> Sources {
        let mut sources = self.sources.clone();
        sources.put(path, Content::decode(text.into()));
        sources
    }
}

/// The new text of a report, to be looked at and written.
pub(super) struct Proposal<'a> {
    pub(super) month: Month,
    pub(super) path: &'a str,
    /// What stands there, byte by byte; nothing for a new report.
    pub(super) old: Option<&'a [u8]>,
    /// The text to compare verdicts with.
    pub(super) before: &'a str,
    pub(super) text: &'a str,
}

/// The same text as if the report were filed, with every line where it is.
pub(super) fn as_filed(text: &str) -> String {
    if !edit::is_draft(text) {
        return text.to_owned();
    }
    let filed = edit::set_root(text, Kind::Report, "draft", Some("false"));
    filed.unwrap_or_else(|_| text.to_owned())
}

/// What comes of a proposal: the files with it, and what they say.
pub(super) struct Outlook {
    sources: Sources,
    loaded: Loaded,
    sources_before: Sources,
    before: Loaded,
    as_of: AsOf,
}

impl Proposal<'_> {
    /// Looks at the files with the new text, as if the report were filed.
    pub(super) fn outlook(&self, desk: &Desk<'_>) -> Outlook {
        let before = match self.old {
            Some(_) => desk.with(self.path, self.before),
            None => desk.sources.clone(),
        };
        let sources = desk.with(self.path, &as_filed(self.text));
        Outlook {
            // A report with errors has no say before it is mended.
            before: load_sound(&before).loaded,
            sources_before: before,
            loaded: load(&sources),
            sources,
            as_of: AsOf::close_of(self.month),
        }
    }

    /// Writes it, unless it is only looked at.
    pub(super) fn write(&self, desk: &Desk<'_>) -> Result<()> {
        let expected = self.old.map_or(Expected::Absent, Expected::Unchanged);
        let (bytes, lang) = (self.text.as_bytes(), desk.context.lang);
        writing::put(&desk.root, self.path, expected, bytes, lang)
    }
}

impl Outlook {
    /// The errors that were not there before.
    fn new_errors(&self) -> Vec<Diagnostic> {
        self.added(Diagnostic::is_error)
    }

    /// Where it is not clear which occurrence was done: the one taken, and those still open.
    pub(super) fn unclear(&self) -> Option<(Month, Vec<Month>)> {
        let is_unclear = |found: &Diagnostic| matches!(found.problem, Problem::UnclearOccurrence { .. });
        match self.added(is_unclear).pop()?.problem {
            Problem::UnclearOccurrence { taken, open } => Some((taken, open)),
            _ => None,
        }
    }

    /// The problems of a kind that were not there before. A place moves when a line comes above it; what is wrong in
    /// which file does not.
    fn added(&self, is_meant: impl Fn(&Diagnostic) -> bool) -> Vec<Diagnostic> {
        let path = |sources: &Sources, place: Place| sources.file(place.file).path.clone();
        let old = self.before.problems.iter().filter(|found| is_meant(found));
        let mut old: Vec<(String, &Problem)> =
            old.map(|known| (path(&self.sources_before, known.place), &known.problem)).collect();
        let new = self.loaded.problems.iter().filter(|found| is_meant(found));
        let mut new: Vec<Diagnostic> = new.cloned().collect();
        new.retain(|found| {
            let wanted = (path(&self.sources, found.place), &found.problem);
            let known = old.iter().position(|known| *known == wanted);
            known.map(|known| old.swap_remove(known)).is_none()
        });
        new
    }

    /// The answer where the new text brings errors.
    pub(super) fn refusal(&self, path: &str, desk: &Desk<'_>) -> Option<Outcome> {
        let errors = self.new_errors();
        let context = desk.context;
        if errors.is_empty() {
            return None;
        }
        let style = render::Style::Full;
        let shown = render::diagnostics(&self.sources, &errors, style, context.lang, context.aside);
        let said = words::error(&drafting::refused(path, context.lang), context.lang);
        Some(Outcome { result: String::new(), aside: format!("{shown}\n{said}\n"), exit: Exit::Cannot })
    }

    /// The workspace with the report; none where files have errors.
    pub(super) fn workspace(&self) -> Option<&Workspace> {
        self.loaded.workspace.as_ref()
    }

    /// Where shares would stand; else how many errors are in the way.
    pub(super) fn moved(
        &self,
        shares: impl Fn(&Workspace) -> Vec<ShareIx>,
        desk: &Desk<'_>,
    ) -> Result<Vec<Moved>, usize> {
        let (Some(old), Some(new)) = (&self.before.workspace, &self.loaded.workspace) else {
            return Err(self.loaded.count(Severity::Error));
        };
        let (before, after) = (assess(old, self.as_of), assess(new, self.as_of));
        let before = Findings { sources: &self.sources_before, workspace: old, assessment: &before };
        let after = Findings { sources: &self.sources, workspace: new, assessment: &after };
        let lang = desk.context.lang;
        let moved = |share| Moved::of(before, after, share, lang);
        Ok(shares(new).into_iter().map(moved).collect())
    }
}
