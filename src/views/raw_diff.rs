//! What is written differently in two sets of files of which one makes no workspace: no verdicts, only words.

use serde::Serialize;

use super::View;
use super::columns::{Columns as _, table};
use super::compared::Compared;
use super::diff::Differing;
use super::page::FORMAT_VERSION;
use super::problems::Found;
use super::row::{Share, shown};
use crate::compare::{RawEdit, raw_edits};
use crate::document::{Block, Cell, Document, Role, Table, Text};
use crate::load::Line;
use crate::model::Workspace;
use crate::source::Sources;
use crate::text::Lang;
use crate::text::diff as words;
use crate::text::outline::{self, Names};

/// The differences as written.
#[derive(Debug)]
pub struct RawDiff {
    /// The states, and whether each is at fault.
    states: [(Compared, bool); 2],
    names: Names,
    edits: Vec<RawEdit>,
}

impl RawDiff {
    /// Compares the files of two states; a state without a workspace is at fault. Names come from the one that has one.
    pub fn of(
        before: (Compared, &Sources, Option<&Workspace>),
        after: (Compared, &Sources, Option<&Workspace>),
    ) -> Self {
        let named = after.2.or(before.2);
        Self {
            edits: raw_edits(before.1, after.1),
            names: named.map_or_else(Names::none, Names::of),
            states: [(before.0, before.2.is_none()), (after.0, after.2.is_none())],
        }
    }
}

impl View for RawDiff {
    fn data(&self) -> impl Serialize {
        object! {
            format_version: FORMAT_VERSION,
            verdicts: (),
            edits: list!(edit in &self.edits => {
                file: &edit.path,
                about: self.about(edit, Lang::En),
                key: &edit.key,
                before: edit.before.as_ref().map(|line| &line.value),
                after: edit.after.as_ref().map(|line| &line.value),
            }),
        }
    }

    fn document(&self, lang: Lang) -> Document {
        let at_fault = self.states.iter().filter(|(_, is_at_fault)| *is_at_fault);
        let at_fault: Vec<String> = at_fault.map(|(state, _)| state.said(lang)).collect();
        let [before, after] = self.states.each_ref().map(|(state, _)| state.said(lang));
        let compared = words::compared(&before, &after, None, lang);
        let mut blocks =
            vec![Block::title(compared), Block::paragraph(Role::Notice, words::no_verdicts(&at_fault, lang))];
        if self.edits.is_empty() {
            blocks.push(Block::plain(words::same_text(lang)));
        }
        let mut last = None;
        for edit in &self.edits {
            if last != Some(&edit.path) {
                blocks.push(Block::head(Role::Strong, &edit.path));
                last = Some(&edit.path);
            }
            if let Some(Block::Entry { lines, .. }) = blocks.last_mut() {
                lines.push(Text::new(self.line(edit, lang)));
            }
        }
        Document { blocks }
    }

    fn sheet(&self, lang: Lang) -> Table {
        table(Written::ALL, self.edits.iter().map(|edit| (self, edit)), lang)
    }
}

columns! {
    /// The columns of `diff` where no verdicts can be compared.
    Written of (&'a RawDiff, &'a RawEdit) as row, lang;
    File: words like Found::File => Cell::text(&row.1.path);
    Title: words like Share::Title => Cell::text(row.0.about(row.1, lang).unwrap_or_default());
    What: words like Differing::What => Cell::text(key(row.1, lang));
    Before: words like Differing::Before => row.0.said(row.1.before.as_ref(), lang);
    After: words like Differing::After => row.0.said(row.1.after.as_ref(), lang);
}

impl RawDiff {
    fn said(&self, line: Option<&Line>, lang: Lang) -> Cell {
        shown(line, |line| Cell::text(outline::said(line, &self.names, lang)))
    }

    fn about(&self, edit: &RawEdit, lang: Lang) -> Option<String> {
        let heading = edit.heading.as_ref()?;
        Some(outline::heading(heading, &self.names, lang))
    }

    fn line(&self, edit: &RawEdit, lang: Lang) -> String {
        let about = self.about(edit, lang);
        let about = about.map_or_else(String::new, |about| format!("{about}　"));
        let key = key(edit, lang);
        if edit.key.is_empty() {
            return format!("{about}{key}");
        }
        let shown = |line: &Option<Line>| {
            line.as_ref().map_or_else(|| words::value(None, lang), |line| outline::said(line, &self.names, lang))
        };
        let colon = lang.pick("：", ": ");
        format!("{about}{key}{colon}{} → {}", shown(&edit.before), shown(&edit.after))
    }
}

/// The key in words, or what became of the whole.
fn key(edit: &RawEdit, lang: Lang) -> String {
    match (edit.key.as_str(), &edit.before, &edit.after) {
        ("", Some(_), Some(_)) => words::whole_changed(lang).to_owned(),
        ("", before, _) => words::event(before.is_none(), "", lang),
        (key, ..) => outline::key(key, lang),
    }
}
