//! What the commands that write the register share: the file of a month and kind with a record more or with keys set in
//! one, and what that leads to.

use anyhow::{Result, anyhow};

use super::editing::Preview;
use super::kinds::{Day, Document, Reason, UnitName};
use super::options::{Delivery, DryRun, WhichItem};
use super::session::Session;
use super::writing::Original;
use super::{Exit, Outcome, names};
use crate::closing;
use crate::edit::{self, NotEdited, changes, quoted, quoted_list};
use crate::load::register_path;
use crate::model::{ItemIx, Month, NoticeStanding, Outcome as Checked, RecordKind, UnitIx, Workspace};
use crate::source::{Place, Sources};
use crate::text::cli::{self as words, NotWritten};
use crate::text::recording::{self, Aside, Done};
use crate::text::{Lang, drafting, register};
use crate::views::{Moved, Recorded, Results};

/// A key and its value as TOML.
pub(super) type Value = (&'static str, String);

options! {
    /// Whether it is written, and how that is shown.
    pub(super) struct Writing {
        dry_run: DryRun;
        pub(super) delivery: Delivery;
    }

    /// Which share a record is about.
    pub(super) struct WhichShare {
        item: WhichItem;
        unit: Option<UnitName> = "-u --unit",
            "哪个责任单位（标识或名称；默认：事项唯一的责任单位）",
            "The lead unit, by id or name (default: the only one of the item)";
    }

    /// Why, and who approved it.
    pub(super) struct Approval {
        pub(super) because: Reason = "--because (--reason)", "理由", "The reason";
        pub(super) reference: Document = "--reference", "批准的文件", "The document that approved it";
        pub(super) on: Day = "--on", "批准日期，如 2022-06-28", "Date of the approval, such as 2022-06-28";
    }
}

impl WhichShare {
    /// The item, and the unit named, else the only one that answers for it.
    pub(super) fn picked(&self, session: &Session<'_>) -> Result<(ItemIx, UnitIx)> {
        let (workspace, lang) = (&session.workspace, session.context.lang);
        let item = self.item.picked(workspace, lang)?;
        let leads = workspace.leads_of(item);
        if let (None, [_, _, ..]) = (&self.unit, &leads[..]) {
            let id = &workspace.item(item).id;
            let known = leads.iter().map(|&unit| workspace.unit(unit)).map(|unit| format!("{} {}", unit.id, unit.name));
            let known: Vec<String> = known.collect();
            return Err(anyhow!(recording::which_unit(id, &known, lang)));
        }
        Ok((item, names::lead(self.unit.as_deref(), item, workspace, lang)?))
    }
}

impl Writing {
    /// Whether nothing is to be written.
    pub(super) fn is_trial(&self) -> bool {
        self.dry_run.is_asked
    }
}

/// What is said beside the lines that were written.
#[derive(Default)]
pub(super) struct Said {
    /// How a notice stands with it.
    pub(super) standing: Option<NoticeStanding>,
    /// The month whose verdicts may be others.
    pub(super) effect: Option<Month>,
    pub(super) asides: Vec<Aside>,
}

/// A file of the register, and what it is to say.
pub(super) struct Entry<'a> {
    session: &'a Session<'a>,
    month: Month,
    original: Original<'a>,
    before: String,
    text: String,
}

impl<'a> Entry<'a> {
    /// Its path.
    pub(super) fn path(&self) -> &str {
        &self.original.path
    }

    /// Writes it, unless it is only looked at; refused where it brings errors.
    pub(super) fn write(&self, writing: &Writing) -> Result<Preview<'a>> {
        let preview = self.session.preview(self.path(), &self.text);
        preview.hold(self.path())?;
        if !writing.is_trial() {
            self.session.write(&self.original, &self.text)?;
        }
        Ok(preview)
    }

    /// Writes it, and shows what came of it.
    pub(super) fn record(
        &self,
        done: Done<'_>,
        writing: &Writing,
        say: impl FnOnce(Now<'_>) -> Said,
    ) -> Result<Outcome> {
        let context = self.session.context;
        // A format that cannot be is said before anything is written.
        writing.delivery.format(context.lang)?;
        let preview = self.write(writing)?;
        let now = Now { sources: &preview.sources, workspace: preview.workspace().expect("a text that holds") };
        let mut said = say(now);
        said.asides.extend(self.asides(now));
        let effect = said.effect.map(|month| {
            let all = |after: Results<'_>| after.assessment.shares.iter().map(|assessed| assessed.share).collect();
            let mut moved = preview.moved(month, all).expect("no errors are in the way");
            moved.retain(Moved::is_change);
            (month, moved)
        });
        let view = Recorded {
            done,
            path: self.path(),
            is_written: !writing.is_trial(),
            changes: changes(&self.before, &self.text),
            standing: said.standing,
            effect,
            asides: said.asides,
        };
        writing.delivery.deliver(&view, context, Exit::Fine)
    }

    /// What has to be said about closed months.
    fn asides(&self, now: Now<'_>) -> Vec<Aside> {
        let old = &self.session.workspace;
        let closed = closing::in_force(old, self.month);
        let mut asides: Vec<Aside> =
            closed.map(|closing| Aside::Closed(self.month, closing.date)).into_iter().collect();
        let plan = &now.workspace.plan;
        for month in plan.start.through(plan.track_until) {
            let before = closing::in_force(old, month);
            let after = closing::in_force(now.workspace, month);
            if let (Some(before), Some(after)) = (before, after) {
                let before = closing::differing(old, before);
                let more = closing::differing(now.workspace, after).len().saturating_sub(before.len());
                asides.extend((more > 0).then_some(Aside::ClosedDiffers(month, more)));
            }
        }
        asides
    }
}

/// The files with a record, and the workspace that they make.
#[derive(Clone, Copy)]
pub(super) struct Now<'a> {
    pub(super) sources: &'a Sources,
    pub(super) workspace: &'a Workspace,
}

impl Session<'_> {
    /// `register/2022-06/notices.toml:9`
    pub(super) fn at(&self, place: Place) -> String {
        let path = &self.sources.file(place.file).path;
        format!("{path}:{}", self.sources.line_column(place).line)
    }

    /// The file of a month and kind with a record more.
    pub(super) fn added(&self, month: Month, kind: RecordKind, values: &[Value]) -> Result<Entry<'_>> {
        self.entry(month, kind, |text| edit::add_record(text, kind, values))
    }

    /// The file of a month and kind with keys set in the record at a place.
    pub(super) fn set(&self, month: Month, kind: RecordKind, place: Place, values: &[Value]) -> Result<Entry<'_>> {
        let line = self.sources.line_column(place).line;
        self.entry(month, kind, |text| edit::set_record(text, kind, line, values))
    }

    fn entry(
        &self,
        month: Month,
        kind: RecordKind,
        edit: impl FnOnce(&str) -> Result<String, NotEdited>,
    ) -> Result<Entry<'_>> {
        let lang = self.context.lang;
        let path = register_path(month, kind);
        let original = self.original(&path)?;
        // The place of a record was found in what was read at the beginning.
        if !original.is_as_read(&self.sources) {
            return Err(anyhow!(words::not_written(&path, NotWritten::Changed, lang)));
        }
        let before = self.text(&original)?;
        let text = match &before {
            Some(text) => edit(text),
            None => edit(&edit::new_register(&self.sources, month, kind)),
        };
        let text = text.map_err(|why| {
            anyhow!(match why {
                NotEdited::NotToml => drafting::not_editable(&path, lang),
                NotEdited::InlineEntries => recording::inline_records(&path, kind.name(), lang),
            })
        })?;
        Ok(Entry { session: self, month, original, before: before.unwrap_or_default(), text })
    }
}
/// The newest month with a report, or the one given where that is later: where an effect shows first.
pub(super) fn newest_or(month: Month, session: &Session<'_>) -> Result<Month> {
    let workspace = &session.workspace;
    Ok(names::month(None, None, workspace, session.context.lang)?.max(month).min(workspace.plan.track_until))
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
    quoted_list(texts.iter().map(String::as_str))
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
