//! The forms that were made for a month.

use serde::Serialize;

use super::View;
use super::page::FORMAT_VERSION;
use crate::document::{Block, Cell, Column, Document, Table, Text};
use crate::model::Month;
use crate::text::Lang;
use crate::text::forms::{self as words, Head};

/// One form.
#[derive(Clone, Debug)]
pub struct SentForm {
    /// Id and name of the unit.
    pub unit: (String, String),
    /// The name of the file.
    pub file: String,
    /// How many rows there are to fill in.
    pub rows: usize,
    /// The same file was there already.
    pub is_unchanged: bool,
}

/// The forms of a month.
#[derive(Clone, Debug)]
pub struct Sent {
    /// The month.
    pub month: Month,
    /// The folder they lie in, as it was named.
    pub folder: String,
    /// The forms in the order of the units.
    pub forms: Vec<SentForm>,
}

/// The forms as JSON shows them.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct SentData {
    format_version: u32,
    month: String,
    folder: String,
    forms: Vec<FormData>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct FormData {
    unit: String,
    unit_name: String,
    file: String,
    rows: usize,
    unchanged: bool,
}

impl View for Sent {
    type Data<'v>
        = SentData
    where
        Self: 'v;

    fn data(&self) -> SentData {
        let form = |form: &SentForm| FormData {
            unit: form.unit.0.clone(),
            unit_name: form.unit.1.clone(),
            file: form.file.clone(),
            rows: form.rows,
            unchanged: form.is_unchanged,
        };
        SentData {
            format_version: FORMAT_VERSION,
            month: self.month.to_string(),
            folder: self.folder.clone(),
            forms: self.forms.iter().map(form).collect(),
        }
    }

    fn document(&self, lang: Lang) -> Document {
        let unchanged = self.forms.iter().filter(|form| form.is_unchanged).count();
        let written = self.forms.len() - unchanged;
        let said = words::forms_written(self.month, written, unchanged, &self.folder, lang);
        let next = words::forms_next(self.month, &self.folder, lang);
        Document {
            blocks: vec![
                Block::Table(self.sheet(lang)),
                Block::Paragraph(Text::new(said)),
                Block::Paragraph(Text::new(next)),
            ],
        }
    }

    fn sheet(&self, lang: Lang) -> Table {
        let row =
            |form: &SentForm| vec![Cell::text(&form.unit.1), Cell::bare(form.rows.to_string()), Cell::text(&form.file)];
        Table {
            columns: vec![
                Column::words(words::head(Head::Unit, lang)),
                Column::numbers(words::head(Head::Items, lang)),
                Column::words(words::head(Head::File, lang)),
            ],
            rows: self.forms.iter().map(row).collect(),
        }
    }
}
