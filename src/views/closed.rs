//! What was written when a month was closed, or opened again.

use serde::Serialize;

use super::View;
use super::columns;
use super::page::FORMAT_VERSION;
use crate::closing::Record;
use crate::document::{Block, Cell, Document, Role, Table, Text};
use crate::model::Month;
use crate::text::Lang;
use crate::text::closing as words;
use crate::text::phrases::Head;

/// A closing, or its end.
#[derive(Debug)]
pub struct Closed<'a> {
    /// Whether the month is open again, rather than closed.
    pub is_reopened: bool,
    /// What the closing holds.
    pub record: &'a Record,
    /// The seal it has.
    pub seal: &'a str,
    /// The closed month it follows.
    pub previous: Option<Month>,
    /// The file.
    pub path: &'a str,
    /// Whether it was written.
    pub is_written: bool,
    /// Names of the units whose report is missing.
    pub missing: Vec<String>,
    /// Shares with a tier for which no notice is recorded.
    pub unissued: usize,
}

/// The same as JSON shows it. Keys are only ever added.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ClosedData {
    format_version: u32,
    month: String,
    done: &'static str,
    written: bool,
    file: String,
    date: String,
    by: String,
    seal: String,
    previous: String,
    verdicts: Vec<String>,
    notices: Vec<String>,
    files: Vec<String>,
}

impl View for Closed<'_> {
    type Data<'v>
        = ClosedData
    where
        Self: 'v;

    fn data(&self) -> ClosedData {
        let record = self.record;
        ClosedData {
            format_version: FORMAT_VERSION,
            month: record.month.to_string(),
            done: if self.is_reopened { "reopened" } else { "closed" },
            written: self.is_written,
            file: self.path.to_owned(),
            date: record.date.to_string(),
            by: record.by.clone(),
            seal: self.seal.to_owned(),
            previous: record.previous.clone(),
            verdicts: record.verdicts.clone(),
            notices: record.notices.clone(),
            files: record.files.clone(),
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
                let said = words::missing(&self.missing, lang);
                lines.push(Text::with(Role::Notice, said));
            }
            if self.unissued > 0 {
                let said = words::unissued(self.unissued, lang);
                lines.push(Text::with(Role::Notice, said));
            }
            lines.push(Text::new(words::meaning(lang)));
        }
        Document { blocks: lines.into_iter().map(Block::Paragraph).collect() }
    }

    fn sheet(&self, lang: Lang) -> Table {
        let heads = [Head::Item, Head::Unit, Head::Bucket, Head::Lag, Head::Tier, Head::Flags];
        let row = |line: &String| {
            let mut words = line.splitn(heads.len(), ' ').map(Cell::code);
            heads.map(|_| words.next().unwrap_or_else(Cell::empty)).into()
        };
        Table {
            columns: heads.map(|name| columns::words(name, lang)).into(),
            rows: self.record.verdicts.iter().map(row).collect(),
        }
    }
}
