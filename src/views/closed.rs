//! What was written when a month was closed, or opened again.

use serde::Serialize;

use super::View;
use super::columns::Columns as _;
use super::page::FORMAT_VERSION;
use super::row::Share;
use crate::closing::Record;
use crate::document::{Block, Cell, Document, Role, Table, Text};
use crate::model::Month;
use crate::text::Lang;
use crate::text::closing as words;

/// A closing, or its end.
#[derive(Debug)]
pub(crate) struct Closed<'a> {
    /// Whether the month is open again, rather than closed.
    pub(crate) is_reopened: bool,
    pub(crate) record: &'a Record,
    pub(crate) seal: &'a str,
    /// The closed month it follows.
    pub(crate) previous: Option<Month>,
    pub(crate) path: &'a str,
    pub(crate) is_written: bool,
    /// Names of the units whose report is missing.
    pub(crate) missing: Vec<String>,
    /// Shares with a tier for which no notice is recorded.
    pub(crate) unissued: usize,
}

impl View for Closed<'_> {
    fn data(&self) -> impl Serialize {
        let record = self.record;
        object! {
            format_version: FORMAT_VERSION,
            month: record.month,
            done: if self.is_reopened { "reopened" } else { "closed" },
            written: self.is_written,
            file: self.path,
            date: record.date,
            by: &record.by,
            seal: self.seal,
            previous: &record.previous,
            verdicts: &record.verdicts,
            notices: &record.notices,
            files: &record.files,
        }
    }

    fn document(&self, lang: Lang) -> Document {
        let record = self.record;
        let done = if self.is_reopened { words::reopened } else { words::closed };
        let mut lines = vec![Text::with(Role::Strong, done(record.month, self.path, self.is_written, lang))];
        if !self.is_reopened {
            lines.push(Text::new(words::holds(record.verdicts.len(), record.notices.len(), record.files.len(), lang)));
            lines.push(Text::new(words::seal(self.seal, self.previous, lang)));
            if !self.missing.is_empty() {
                lines.push(Text::with(Role::Notice, words::missing(&self.missing, lang)));
            }
            if self.unissued > 0 {
                lines.push(Text::with(Role::Notice, words::unissued(self.unissued, lang)));
            }
            lines.push(Text::new(words::meaning(lang)));
        }
        Document { blocks: lines.into_iter().map(Block::Paragraph).collect() }
    }

    /// The lines of the verdicts, word by word.
    fn sheet(&self, lang: Lang) -> Table {
        let columns = [Share::Item, Share::Unit, Share::Bucket, Share::Lag, Share::Tier, Share::Flags];
        let row = |line: &String| {
            let mut words = line.splitn(columns.len(), ' ').map(Cell::code);
            columns.map(|_| words.next().unwrap_or_else(Cell::empty)).into()
        };
        Table {
            columns: columns.map(|column| column.layout().column(lang)).into(),
            rows: self.record.verdicts.iter().map(row).collect(),
        }
    }
}
