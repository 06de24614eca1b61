//! The notices that were drafted.

use serde::Serialize;

use super::View;
use super::page::FORMAT_VERSION;
use crate::document::{Block, Cell, Column, Document, Role, Table, Text};
use crate::model::Month;
use crate::text::Lang;
use crate::text::notice::{self as words, Head};

/// One notice.
#[derive(Clone, Debug)]
pub struct DraftedNotice {
    /// Id and name of the tier.
    pub tier: (String, String),
    /// Id and name of the unit.
    pub unit: (String, String),
    /// The items it is about, by id.
    pub items: Vec<String>,
    /// Its files.
    pub files: Vec<String>,
}

/// A notice that was issued before for the same month, unit and tier.
#[derive(Clone, Debug)]
pub struct IssuedNotice {
    /// The name of the tier.
    pub tier: String,
    /// The name of the unit.
    pub unit: String,
    /// 发文字号
    pub number: String,
    /// Where it is recorded.
    pub place: String,
}

/// The notices of a month.
#[derive(Clone, Debug)]
pub struct Drafted {
    /// The month.
    pub month: Month,
    /// The folder they lie in, as it was named.
    pub folder: String,
    /// What was drafted.
    pub drafts: Vec<DraftedNotice>,
    /// What had been issued already.
    pub issued: Vec<IssuedNotice>,
}

/// The drafts as JSON shows them. Keys are only ever added.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct DraftedData {
    format_version: u32,
    month: String,
    folder: String,
    drafts: Vec<DraftData>,
    issued: Vec<String>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct DraftData {
    tier: String,
    unit: String,
    unit_name: String,
    items: Vec<String>,
    files: Vec<String>,
}

impl View for Drafted {
    type Data<'v>
        = DraftedData
    where
        Self: 'v;

    fn data(&self) -> DraftedData {
        let draft = |draft: &DraftedNotice| DraftData {
            tier: draft.tier.0.clone(),
            unit: draft.unit.0.clone(),
            unit_name: draft.unit.1.clone(),
            items: draft.items.clone(),
            files: draft.files.clone(),
        };
        let issued = self.issued.iter().map(|issued| issued.number.clone());
        DraftedData {
            format_version: FORMAT_VERSION,
            month: self.month.to_string(),
            folder: self.folder.clone(),
            drafts: self.drafts.iter().map(draft).collect(),
            issued: issued.collect(),
        }
    }

    fn document(&self, lang: Lang) -> Document {
        let mut blocks = Vec::new();
        if !self.drafts.is_empty() {
            blocks.push(Block::Table(self.sheet(lang)));
        }
        let said = words::drafted(self.drafts.len(), &self.folder, self.month, lang);
        blocks.push(Block::Paragraph(Text::new(said)));
        for issued in &self.issued {
            let (tier, unit) = (&issued.tier, &issued.unit);
            let said = words::issued_already(tier, unit, &issued.number, &issued.place, lang);
            blocks.push(Block::Paragraph(Text::with(Role::Muted, said)));
        }
        Document { blocks }
    }

    fn sheet(&self, lang: Lang) -> Table {
        let row = |draft: &DraftedNotice| {
            vec![
                Cell::text(&draft.tier.1),
                Cell::text(&draft.unit.1),
                Cell::code(lang.list(&draft.items)),
                Cell::text(lang.list(&draft.files)),
            ]
        };
        Table {
            columns: vec![
                Column::words(words::head(Head::Tier, lang)),
                Column::words(words::head(Head::Unit, lang)),
                Column::prose(words::head(Head::Items, lang)),
                Column::prose(words::head(Head::Files, lang)),
            ],
            rows: self.drafts.iter().map(row).collect(),
        }
    }
}
