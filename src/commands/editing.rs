//! One file of the workspace with another text: what comes of it is looked at first, and what brings errors is not written.

use anyhow::{Result, anyhow};

use super::session::{Refused, Session};
use super::writing::{Original, not_written};
use crate::assess::{AsOf, assess};
use crate::closing;
use crate::load::{Loaded, load, load_sound};
use crate::model::{Closing, Month, ShareIx, Workspace};
use crate::problem::{Diagnostic, Problem, Severity};
use crate::source::{Content, Place, Sources};
use crate::text::{cli as words, drafting};
use crate::views::{ChangedAfter, Moved, Results};

impl Session<'_> {
    /// What stands in a file, to be edited.
    pub(super) fn original(&self, path: &str) -> Result<Original<'_>> {
        Original::fetch(&self.root, path).map_err(|error| anyhow!(words::cannot_read(path, &error, self.context.lang)))
    }

    /// The same as text; none where the file is not there.
    pub(super) fn text(&self, original: &Original<'_>) -> Result<Option<String>> {
        let text = original.bytes.clone().map(String::from_utf8).transpose();
        text.map_err(|_| anyhow!(drafting::not_editable(&original.path, self.context.lang)))
    }

    /// Writes another text over what stands there.
    pub(super) fn write(&self, original: &Original<'_>, text: &str) -> Result<()> {
        original.write(text).map_err(|error| not_written(&original.path, &error, self.context.lang))
    }

    /// Looks at the files with another text for one of them; nothing is written.
    pub(super) fn preview(&self, path: &str, text: &str) -> Preview<'_> {
        let sources = self.with(path, text);
        Preview { session: self, before: None, loaded: load(&sources), sources }
    }

    /// The same, beside a text other than the one that stands there.
    pub(super) fn preview_beside(&self, before: &str, path: &str, text: &str) -> Preview<'_> {
        let before = self.with(path, before);
        // A report with errors has no say before it is mended.
        let loaded = load_sound(&before).loaded;
        Preview { before: Some((before, loaded)), ..self.preview(path, text) }
    }

    fn with(&self, path: &str, text: &str) -> Sources {
        let mut sources = self.sources.clone();
        sources.replace(path, Content::decode(text));
        sources
    }
}

/// The files with the new text, and what they say.
pub(super) struct Preview<'s> {
    session: &'s Session<'s>,
    /// The files to hold it against, where these are not those of the session.
    before: Option<(Sources, Loaded)>,
    pub(super) sources: Sources,
    pub(super) loaded: Loaded,
}

impl Preview<'_> {
    /// The workspace with the new text; none where files have errors.
    pub(super) fn workspace(&self) -> Option<&Workspace> {
        self.loaded.workspace.as_ref()
    }

    /// What was there before: files, the workspace that they make, and what is wrong with them.
    fn before(&self) -> (&Sources, Option<&Workspace>, &[Diagnostic]) {
        match &self.before {
            Some((sources, loaded)) => (sources, loaded.workspace.as_ref(), &loaded.problems),
            None => (&self.session.sources, Some(&self.session.workspace), &self.session.problems),
        }
    }

    /// The problems of a kind that were not there before. A place moves when a line comes above it; what is wrong in
    /// which file does not.
    fn added(&self, is_meant: impl Fn(&Diagnostic) -> bool) -> Vec<Diagnostic> {
        let (sources, _, problems) = self.before();
        let path = |sources: &Sources, place: Place| sources.file(place.file).path.clone();
        let old = problems.iter().filter(|found| is_meant(found));
        let mut old: Vec<(String, &Problem)> = old.map(|known| (path(sources, known.place), &known.problem)).collect();
        let mut new: Vec<Diagnostic> = self.loaded.problems.iter().filter(|found| is_meant(found)).cloned().collect();
        new.retain(|found| {
            let wanted = (path(&self.sources, found.place), &found.problem);
            let known = old.iter().position(|known| *known == wanted);
            known.map(|known| old.swap_remove(known)).is_none()
        });
        new
    }

    /// Refuses a text that brings errors.
    pub(super) fn hold(&self, path: &str) -> Result<()> {
        let errors = self.added(Diagnostic::is_error);
        if errors.is_empty() {
            return Ok(());
        }
        let context = self.session.context;
        let said = words::error(&drafting::refused(path, context.lang), context.lang) + "\n";
        Err(Refused::over(&self.sources, &errors, &said, context))
    }

    /// Where it is not clear which occurrence was done: the one taken, and those still open.
    pub(super) fn unclear(&self) -> Option<(Month, Vec<Month>)> {
        let is_unclear = |found: &Diagnostic| matches!(found.problem, Problem::UnclearOccurrence { .. });
        match self.added(is_unclear).pop()?.problem {
            Problem::UnclearOccurrence { taken, open } => Some((taken, open)),
            _ => None,
        }
    }

    /// The closings that a report of a month reaches with the new text: that of the month, and those of later months
    /// where it changes what differs; with the number of verdicts that do, as far as it is known.
    pub(super) fn closed(&self, month: Month) -> Vec<ChangedAfter> {
        let (_, old, _) = self.before();
        let differing = |workspace: Option<&Workspace>, closing: &Closing| {
            workspace.map(|workspace| closing::differing(workspace, closing).len())
        };
        let reached = closing::resting_on(&self.session.workspace, month).filter_map(|closing| {
            let now = differing(self.workspace(), closing);
            let is_reached = closing.month == month || now != differing(old, closing);
            is_reached.then_some(ChangedAfter { month: closing.month, date: closing.date, differing: now })
        });
        reached.collect()
    }

    /// Where shares would stand at the close of a month; else how many errors are in the way.
    pub(super) fn moved(
        &self,
        month: Month,
        shares: impl Fn(Results<'_>) -> Vec<ShareIx>,
    ) -> Result<Vec<Moved>, usize> {
        let (sources, Some(old), _) = self.before() else {
            return Err(self.loaded.count(Severity::Error));
        };
        let Some(new) = self.workspace() else {
            return Err(self.loaded.count(Severity::Error));
        };
        let as_of = AsOf::close_of(month);
        let before = Results { sources, workspace: old, assessment: &assess(old, as_of) };
        let after = Results { sources: &self.sources, workspace: new, assessment: &assess(new, as_of) };
        let moved = |share| Moved::of(before, after, share, self.session.context.lang);
        Ok(shares(after).into_iter().map(moved).collect())
    }
}
