//! Which files are laid out as they should be, and what changes in those that are not.

use serde::Serialize;

use super::View;
use super::columns::{Columns, table};
use super::page::FORMAT_VERSION;
use crate::document::{Block, Cell, Document, Role, Table, Text};
use crate::edit::Changed;
use crate::text::Lang;
use crate::text::layout as words;

/// What became of one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Laid {
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

    fn said(self, lang: Lang) -> &'static str {
        match self {
            Self::Changed => words::laid_out(lang),
            Self::Unchanged => words::unchanged(lang),
            Self::Refused => words::refused(lang),
        }
    }
}

/// How many files there are of each outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Counts {
    /// Files that are, or would be, laid out anew.
    pub(crate) changed: usize,
    pub(crate) unchanged: usize,
    /// Files left alone because they cannot be read.
    pub(crate) refused: usize,
}

/// One file.
#[derive(Clone, Debug)]
pub(crate) struct LaidFile {
    pub(crate) path: String,
    pub(crate) laid: Laid,
    /// The encoding it was in, where that was changed.
    pub(crate) converted: Option<&'static str>,
    pub(crate) changes: Vec<Changed>,
}

/// The files and what became of them.
#[derive(Clone, Debug)]
pub(crate) struct Layout {
    pub(crate) files: Vec<LaidFile>,
    pub(crate) is_written: bool,
    pub(crate) shows_lines: bool,
}

/// The lines of a difference as JSON shows them.
pub(super) fn change_data(changes: &[Changed]) -> Vec<impl Serialize + use<'_>> {
    list!(change in changes => { line: change.line, new: change.is_new, text: &change.text })
}

/// The lines of a difference: `14 - percent = 35`.
pub(super) fn lines(changes: &[Changed]) -> Vec<Text> {
    let width = changes.iter().map(|change| change.line).max().unwrap_or(0).to_string().len();
    let shown = |change: &Changed| {
        let (sign, role) = if change.is_new { ('+', Role::Good) } else { ('-', Role::Muted) };
        Text::with(role, format!("{:<width$} {sign} {}", change.line, change.text).trim_end())
    };
    changes.iter().map(shown).collect()
}

impl Layout {
    /// How many files there are of each outcome.
    pub(crate) fn counts(&self) -> Counts {
        let count = |laid| self.files.iter().filter(|file| file.laid == laid).count();
        Counts { changed: count(Laid::Changed), unchanged: count(Laid::Unchanged), refused: count(Laid::Refused) }
    }
}

impl View for Layout {
    fn data(&self) -> impl Serialize {
        object! {
            format_version: FORMAT_VERSION,
            written: self.is_written,
            files: list!(file in &self.files => {
                file: &file.path,
                outcome: file.laid.id(),
                converted_from: file.converted,
                changes: change_data(&file.changes),
            }),
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
        let Counts { changed, unchanged, refused } = counts;
        blocks.push(Block::plain(words::summary(changed, unchanged, refused, self.is_written, lang)));
        if !self.is_written && counts.changed > 0 {
            blocks.push(Block::plain(if self.shows_lines { words::only_shown(lang) } else { words::how_to_fix(lang) }));
        }
        Document { blocks }
    }

    fn sheet(&self, lang: Lang) -> Table {
        table(Files::ALL, &self.files, lang)
    }
}

columns! {
    /// The columns of `fmt`.
    Files of &'a LaidFile as file, lang;
    File: words { "文件", "file" }
        means { "文件", "file" } unit PATH from { "方案文件夹中的文件", "the files of the workspace" }
        => Cell::text(&file.path);
    Outcome: words { "结果", "outcome" }
        means { "结果", "outcome" } unit TEXT from { "这次运行", "this run" }
        => Cell::text(file.laid.said(lang));
    Lines: numbers { "改动行数", "lines changed" }
        means { "改动的行数", "lines that were changed" } unit { "行", "lines" } from { "这次运行", "this run" }
        => Cell::bare(file.changes.len().to_string());
}
