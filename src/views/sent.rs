//! The forms that were made for a month.

use serde::Serialize;

use super::View;
use super::columns::{Columns, table};
use super::page::FORMAT_VERSION;
use crate::document::{Block, Cell, Document, Table};
use crate::model::Month;
use crate::text::Lang;
use crate::text::forms as words;

/// One form.
#[derive(Clone, Debug)]
pub(crate) struct SentForm {
    /// Id and name of the unit.
    pub(crate) unit: (String, String),
    pub(crate) file: String,
    pub(crate) rows: usize,
    /// The same file was there already.
    pub(crate) is_unchanged: bool,
}

/// The forms of a month.
#[derive(Clone, Debug)]
pub(crate) struct Sent {
    pub(crate) month: Month,
    /// The folder they lie in, as it was named.
    pub(crate) folder: String,
    /// The forms in the order of the units.
    pub(crate) forms: Vec<SentForm>,
}

impl View for Sent {
    fn data(&self) -> impl Serialize {
        object! {
            format_version: FORMAT_VERSION,
            month: self.month,
            folder: &self.folder,
            forms: list!(form in &self.forms => {
                unit: &form.unit.0,
                unit_name: &form.unit.1,
                file: &form.file,
                rows: form.rows,
                unchanged: form.is_unchanged,
            }),
        }
    }

    fn document(&self, lang: Lang) -> Document {
        let unchanged = self.forms.iter().filter(|form| form.is_unchanged).count();
        let written = self.forms.len() - unchanged;
        let said = words::forms_written(self.month, written, unchanged, &self.folder, lang);
        if self.forms.is_empty() {
            return Document { blocks: vec![Block::plain(said)] };
        }
        let next = words::forms_next(self.month, &self.folder, lang);
        Document { blocks: vec![Block::Table(self.sheet(lang)), Block::plain(said), Block::plain(next)] }
    }

    fn sheet(&self, lang: Lang) -> Table {
        table(Forms::ALL, &self.forms, lang)
    }
}

columns! {
    /// The columns of `form`.
    Forms of &'a SentForm as form, lang;
    Unit: words { "单位", "unit" }
        means { "给哪个单位填的表", "the unit that fills it in" } unit TEXT
        from { "plan.toml 中单位的 name", "name of the unit in plan.toml" }
        => Cell::text(&form.unit.1);
    Rows: numbers { "行数", "rows" }
        means { "要填多少行，一个事项一行", "how many rows there are to fill in, one for each item" } unit NUMBER
        from { "方案里当月还要报的事项", "the items still to be reported on" }
        => Cell::bare(form.rows.to_string());
    File: words { "文件", "file" }
        means { "表格文件的名字", "the name of the form" } unit PATH from { "这次运行", "this run" }
        => Cell::text(&form.file);
}
