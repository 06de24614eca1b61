//! What the commands that write the register share: the workspace, the file of a month and kind with a record more or with
//! keys set in one, and what that text leads to. Nothing is written that brings an error, and never over a file that
//! changed meanwhile.

use std::path::PathBuf;

use anyhow::{Result, anyhow};

use super::options::{Delivery, DryRun};
use super::{Context, Exit, Outcome, names, open, root, writing};
use crate::assess::{AsOf, assess};
use crate::closing;
use crate::disk::{self, Expected};
use crate::edit::{self, NotEdited, changes, quoted};
use crate::load::{load, register_path};
use crate::model::{ItemIx, Month, Outcome as Checked, RecordKind, Standing, UnitIx, Workspace};
use crate::problem::Diagnostic;
use crate::render;
use crate::source::{Content, Place, Sources};
use crate::text::cli::{self as words, NotWritten};
use crate::text::recording::{self, Aside, Done};
use crate::text::{Lang, drafting, register};
use crate::views::{Findings, Moved, Recorded};

/// A key and its value as TOML.
pub(super) type Value = (&'static str, String);

options! {
    /// Whether it is written, and how that is shown.
    pub(super) struct Writing {
        dry_run: DryRun;
        pub(super) delivery: Delivery;
    }
}

impl Writing {
    /// Whether nothing is to be written.
    pub(super) fn is_trial(&self) -> bool {
        self.dry_run.is_asked
    }
}

/// What every command that records does first: open the workspace. One with errors is answered with its problems.
pub(super) fn on_desk(context: &Context, record: impl FnOnce(&Desk<'_>) -> Result<Outcome>) -> Result<Outcome> {
    let root = root(context)?;
    match open(context)? {
        Ok(opened) => record(&Desk { root, sources: opened.sources, workspace: opened.workspace, context }),
        Err(refused) => Ok(refused),
    }
}

/// What is said beside the lines that were written.
#[derive(Default)]
pub(super) struct Said {
    /// How a notice stands with it.
    pub(super) standing: Option<Standing>,
    /// The month whose verdicts may be others.
    pub(super) effect: Option<Month>,
    pub(super) asides: Vec<Aside>,
}

/// A workspace that holds, to be written in.
pub(super) struct Desk<'a> {
    root: PathBuf,
    pub(super) sources: Sources,
    pub(super) workspace: Workspace,
    pub(super) context: &'a Context,
}

/// A file of the register, and what it is to say.
pub(super) struct Entry<'a> {
    desk: &'a Desk<'a>,
    month: Month,
    pub(super) path: String,
    /// What stands there, byte by byte; nothing where there is no file yet.
    old: Option<Vec<u8>>,
    before: String,
    text: String,
}

/// The files with the new text, and the workspace that they make.
pub(super) struct Outlook<'a> {
    desk: &'a Desk<'a>,
    pub(super) sources: Sources,
    pub(super) workspace: Workspace,
}

impl<'a> Desk<'a> {
    /// `register/2022-06/notices.toml:9`
    pub(super) fn at(&self, place: Place) -> String {
        let path = &self.sources.file(place.file).path;
        format!("{path}:{}", self.sources.line_column(place).line)
    }

    /// The file of a month and kind with a record more.
    pub(super) fn added(&'a self, month: Month, kind: RecordKind, values: &[Value]) -> Result<Entry<'a>> {
        self.entry(month, kind, |text| edit::add_record(text, kind, values))
    }

    /// The file of a month and kind with keys set in the record at a place.
    pub(super) fn set(&'a self, month: Month, kind: RecordKind, place: Place, values: &[Value]) -> Result<Entry<'a>> {
        let line = self.sources.line_column(place).line;
        self.entry(month, kind, |text| edit::set_record(text, kind, line, values))
    }

    fn entry(
        &'a self,
        month: Month,
        kind: RecordKind,
        edit: impl FnOnce(&str) -> Result<String, NotEdited>,
    ) -> Result<Entry<'a>> {
        let lang = self.context.lang;
        let path = register_path(month, kind);
        let old = disk::fetch(&self.root, &path).map_err(|error| anyhow!(words::cannot_read(&path, &error, lang)))?;
        let known = self.sources.files.iter().find(|file| file.path == path);
        let read = old.clone().map(Content::decode);
        // The place of a record was found in what was read at the beginning.
        if read.as_ref() != known.map(|file| &file.content) {
            let said = words::not_written(&path, NotWritten::Changed, lang);
            return Err(anyhow!(said));
        }
        let before = old.clone().map(String::from_utf8).transpose();
        let before = before.map_err(|_| anyhow!(drafting::not_editable(&path, lang)))?;
        let base = match &before {
            Some(text) => text.clone(),
            None => edit::new_register(&self.sources, month, kind),
        };
        let text = edit(&base).map_err(|why| {
            anyhow!(match why {
                NotEdited::NotToml => drafting::not_editable(&path, lang),
                NotEdited::InlineEntries => recording::inline_records(&path, kind.name(), lang),
            })
        })?;
        Ok(Entry { desk: self, month, path, old, before: before.unwrap_or_default(), text })
    }
}

impl<'a> Entry<'a> {
    /// Looks at the files with the new text; where it brings errors, the outcome shows them.
    fn outlook(&self) -> Result<Outlook<'a>, Outcome> {
        let (desk, context) = (self.desk, self.desk.context);
        let mut sources = desk.sources.clone();
        sources.put(&self.path, Content::decode(self.text.as_str().into()));
        let loaded = load(&sources);
        if let Some(workspace) = loaded.workspace {
            return Ok(Outlook { desk, sources, workspace });
        }
        let errors = loaded.problems.into_iter().filter(Diagnostic::is_error);
        let errors: Vec<Diagnostic> = errors.collect();
        let (lang, style) = (context.lang, render::Style::Full);
        let shown = render::diagnostics(&sources, &errors, style, lang, context.aside);
        let said = words::error(&drafting::refused(&self.path, lang), lang);
        Err(Outcome { result: String::new(), aside: format!("{shown}\n{said}\n"), exit: Exit::Cannot })
    }

    /// Writes it, unless it is only looked at or brings errors; where it does, the outcome shows them.
    pub(super) fn settle(&self, writing: &Writing) -> Result<Result<Outlook<'a>, Outcome>> {
        let outlook = self.outlook();
        if outlook.is_ok() && !writing.is_trial() {
            self.write()?;
        }
        Ok(outlook)
    }

    /// Settles it, and shows what came of it.
    pub(super) fn record(
        &self,
        done: Done<'_>,
        writing: &Writing,
        say: impl FnOnce(&Outlook<'_>) -> Said,
    ) -> Result<Outcome> {
        let context = self.desk.context;
        // A format that cannot be is said before anything is written.
        writing.delivery.format(context.lang)?;
        let outlook = match self.settle(writing)? {
            Ok(outlook) => outlook,
            Err(refused) => return Ok(refused),
        };
        let mut said = say(&outlook);
        said.asides.extend(self.asides(&outlook));
        let view = Recorded {
            done,
            path: &self.path,
            is_written: !writing.is_trial(),
            changes: changes(&self.before, &self.text),
            standing: said.standing,
            effect: said.effect.map(|month| (month, outlook.moved(month))),
            asides: said.asides,
        };
        writing.delivery.deliver(&view, context, Exit::Fine)
    }

    /// Writes it, over what was read.
    fn write(&self) -> Result<()> {
        let expected = self.old.as_deref();
        let expected = expected.map_or(Expected::Absent, Expected::Unchanged);
        let (desk, bytes) = (self.desk, self.text.as_bytes());
        writing::put(&desk.root, &self.path, expected, bytes, desk.context.lang)
    }

    /// What has to be said about closed months.
    fn asides(&self, outlook: &Outlook<'_>) -> Vec<Aside> {
        let desk = self.desk;
        let closed = closing::in_force(&desk.workspace, self.month);
        let mut asides: Vec<Aside> =
            closed.map(|closing| Aside::Closed(self.month, closing.date)).into_iter().collect();
        let now = &outlook.workspace;
        for month in now.plan.start.through(now.plan.end) {
            let before = closing::in_force(&desk.workspace, month);
            let after = closing::in_force(now, month);
            if let (Some(before), Some(after)) = (before, after) {
                let before = closing::differences(&desk.sources, &desk.workspace, before);
                let after = closing::differences(&outlook.sources, now, after);
                let more = after.len().saturating_sub(before.len());
                asides.extend((more > 0).then_some(Aside::ClosedDiffers(month, more)));
            }
        }
        asides
    }
}

impl Outlook<'_> {
    /// The shares that stand elsewhere at the close of a month because of what is written.
    fn moved(&self, month: Month) -> Vec<Moved> {
        let as_of = AsOf::close_of(month);
        let (old, new) = (&self.desk.workspace, &self.workspace);
        let before = Findings { sources: &self.desk.sources, workspace: old, assessment: &assess(old, as_of) };
        let after = Findings { sources: &self.sources, workspace: new, assessment: &assess(new, as_of) };
        let shares = after.assessment.shares.iter();
        let moved = shares.map(|assessed| {
            let lang = self.desk.context.lang;
            Moved::of(before, after, assessed.share, lang)
        });
        moved.filter(Moved::is_change).collect()
    }
}

/// The newest month with a report, or the one given where that is later: where an effect shows first.
pub(super) fn newest_or(month: Month, desk: &Desk<'_>) -> Result<Month> {
    let workspace = &desk.workspace;
    let newest = names::month(None, None, workspace, desk.context.lang)?;
    Ok(newest.max(month).min(workspace.plan.end))
}

/// The unit that a record about an item is about: the one named, else the only one that answers for it.
pub(super) fn lead(written: Option<&str>, item: ItemIx, desk: &Desk<'_>) -> Result<UnitIx> {
    let (workspace, lang) = (&desk.workspace, desk.context.lang);
    let leads = workspace.leads_of(item);
    if let (None, [_, _, ..]) = (written, &leads[..]) {
        let id = &workspace.item(item).id;
        let known = leads.iter().map(|&unit| workspace.unit(unit));
        let known = known.map(|unit| format!("{} {}", unit.id, unit.name));
        let known: Vec<String> = known.collect();
        return Err(anyhow!(recording::which_unit(id, &known, lang)));
    }
    names::lead(written, item, workspace, lang)
}

/// A text in quotes, where there is one.
pub(super) fn given(key: &'static str, text: Option<&str>) -> Option<Value> {
    let text = text.filter(|text| !text.trim().is_empty());
    text.map(|text| (key, quoted(text)))
}

/// A text that has to be there, in quotes.
pub(super) fn needed(key: &'static str, text: &str, option: &str, lang: Lang) -> Result<Value> {
    given(key, Some(text)).ok_or_else(|| anyhow!(recording::needs_text(option, lang)))
}

/// A list of texts in brackets.
pub(super) fn list(texts: &[String]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
    format!("[{}]", texts.join(", "))
}

/// The outcome that was typed.
pub(super) fn outcome(written: &str, lang: Lang) -> Result<Checked> {
    recording::read_outcome(written.trim()).ok_or_else(|| {
        let known = Checked::ALL.map(|(known, id)| (id, register::outcome(known, Lang::Zh)));
        anyhow!(recording::not_a_word(written, &known, lang))
    })
}

/// A deadline as TOML: a month, or a day.
pub(super) fn moment(written: &str, workspace: &Workspace, lang: Lang) -> Result<String> {
    if names::is_month(written) {
        let month = names::month(Some(written), None, workspace, lang)?;
        return Ok(quoted(&month.to_string()));
    }
    Ok(names::day(written, workspace, lang)?.to_string())
}
