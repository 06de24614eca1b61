//! Which files are laid out as they should be, and what changes in those that are not.

use serde::Serialize;

use super::View;
use super::columns;
use super::page::FORMAT_VERSION;
use crate::document::{Block, Cell, Document, Role, Table, Text};
use crate::edit::Changed;
use crate::text::Lang;
use crate::text::layout::{self as words, Counts};
use crate::text::phrases::Head;

/// What became of one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Laid {
    /// It is, or would be, written anew.
    Changed,
    /// It is as it should be.
    Unchanged,
    /// It cannot be read, or not be written.
    Refused,
}

impl Laid {
    fn id(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Unchanged => "unchanged",
            Self::Refused => "refused",
        }
    }
}

/// One file.
#[derive(Clone, Debug)]
pub struct LaidFile {
    /// Its path.
    pub path: String,
    /// What became of it.
    pub laid: Laid,
    /// The encoding it was in, where that was changed.
    pub converted: Option<&'static str>,
    /// The lines that go and come.
    pub changes: Vec<Changed>,
}

/// The files and what became of them.
#[derive(Clone, Debug)]
pub struct Layout {
    /// The files.
    pub files: Vec<LaidFile>,
    /// Whether it was written, or only looked at.
    pub is_written: bool,
    /// Whether the lines are shown.
    pub shows_lines: bool,
}

/// The files as JSON shows them.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct LayoutData {
    format_version: u32,
    written: bool,
    files: Vec<FileData>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct FileData {
    file: String,
    outcome: &'static str,
    converted_from: Option<&'static str>,
    changes: Vec<ChangeData>,
}

/// One line of a difference as JSON shows it.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct ChangeData {
    line: usize,
    new: bool,
    text: String,
}

impl ChangeData {
    pub(super) fn of(changes: &[Changed]) -> Vec<Self> {
        let data = |change: &Changed| Self { line: change.line, new: change.is_new, text: change.text.clone() };
        changes.iter().map(data).collect()
    }
}

/// The lines of a difference: `14 - percent = 35`.
pub(super) fn lines(changes: &[Changed]) -> Vec<Text> {
    let most = changes.iter().map(|change| change.line).max().unwrap_or(0);
    let width = most.to_string().len();
    let shown = |change: &Changed| {
        let (sign, role) = if change.is_new { ('+', Role::Good) } else { ('-', Role::Muted) };
        let line = format!("{:<width$} {sign} {}", change.line, change.text);
        Text::with(role, line.trim_end())
    };
    changes.iter().map(shown).collect()
}

impl Layout {
    /// How many files there are of each outcome.
    pub fn counts(&self) -> Counts {
        let count = |laid| self.files.iter().filter(|file| file.laid == laid).count();
        Counts { changed: count(Laid::Changed), unchanged: count(Laid::Unchanged), refused: count(Laid::Refused) }
    }
}

impl View for Layout {
    type Data<'v>
        = LayoutData
    where
        Self: 'v;

    fn data(&self) -> LayoutData {
        let file = |file: &LaidFile| FileData {
            file: file.path.clone(),
            outcome: file.laid.id(),
            converted_from: file.converted,
            changes: ChangeData::of(&file.changes),
        };
        LayoutData {
            format_version: FORMAT_VERSION,
            written: self.is_written,
            files: self.files.iter().map(file).collect(),
        }
    }

    fn document(&self, lang: Lang) -> Document {
        let counts = self.counts();
        let changed = self.files.iter().filter(|file| file.laid == Laid::Changed);
        let named = |file: &LaidFile| match file.converted {
            Some(from) => format!("{}  {}", file.path, words::converted(from, lang)),
            None => file.path.clone(),
        };
        let mut blocks: Vec<Block> = Vec::new();
        if self.shows_lines {
            blocks.extend(
                changed.map(|file| Block::Entry {
                    head: Text::with(Role::Strong, named(file)),
                    lines: lines(&file.changes),
                }),
            );
        } else if counts.changed > 0 {
            blocks.push(Block::Entry {
                head: Text::new(words::changed(counts.changed, self.is_written, lang)),
                lines: changed.map(|file| Text::new(named(file))).collect(),
            });
        }
        let summary = words::summary(counts, self.is_written, lang);
        blocks.push(Block::Paragraph(Text::new(summary)));
        if !self.is_written && counts.changed > 0 {
            let said = if self.shows_lines { words::only_shown(lang) } else { words::how_to_fix(lang) };
            blocks.push(Block::Paragraph(Text::new(said)));
        }
        Document { blocks }
    }

    fn sheet(&self, lang: Lang) -> Table {
        let row = |file: &LaidFile| {
            vec![
                Cell::text(&file.path),
                Cell::text(words::outcome(file.laid.id(), lang)),
                Cell::bare(file.changes.len().to_string()),
            ]
        };
        Table {
            columns: vec![
                columns::words(Head::File, lang),
                columns::words(Head::Outcome, lang),
                columns::numbers(Head::Lines, lang),
            ],
            rows: self.files.iter().map(row).collect(),
        }
    }
}
