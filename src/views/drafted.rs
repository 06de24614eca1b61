//! The notices that were drafted.

use serde::Serialize;

use super::View;
use super::columns::{Columns, table};
use super::page::FORMAT_VERSION;
use crate::document::{Block, Cell, Document, Role, Table};
use crate::model::Month;
use crate::text::Lang;
use crate::text::notice as words;

/// One notice.
#[derive(Clone, Debug)]
pub(crate) struct DraftedNotice {
    /// Id and name of the tier.
    pub(crate) tier: (String, String),
    /// Id and name of the unit.
    pub(crate) unit: (String, String),
    pub(crate) items: Vec<String>,
    pub(crate) files: Vec<String>,
}

/// A notice that was issued before for the same month, unit and tier.
#[derive(Clone, Debug)]
pub(crate) struct IssuedNotice {
    pub(crate) tier: String,
    pub(crate) unit: String,
    /// 发文字号
    pub(crate) number: String,
    pub(crate) place: String,
}

/// The notices of a month.
#[derive(Clone, Debug)]
pub(crate) struct Drafted {
    pub(crate) month: Month,
    /// The folder they lie in, as it was named.
    pub(crate) folder: String,
    pub(crate) drafts: Vec<DraftedNotice>,
    /// What had been issued already.
    pub(crate) issued: Vec<IssuedNotice>,
}

impl View for Drafted {
    fn data(&self) -> impl Serialize {
        object! {
            format_version: FORMAT_VERSION,
            month: self.month,
            folder: &self.folder,
            drafts: list!(draft in &self.drafts => {
                tier: &draft.tier.0,
                unit: &draft.unit.0,
                unit_name: &draft.unit.1,
                items: &draft.items,
                files: &draft.files,
            }),
            issued: list!(issued in &self.issued => &issued.number),
        }
    }

    fn document(&self, lang: Lang) -> Document {
        let mut blocks = Vec::new();
        if !self.drafts.is_empty() {
            blocks.push(Block::Table(self.sheet(lang)));
        }
        blocks.push(Block::plain(words::drafted(self.drafts.len(), &self.folder, self.month, lang)));
        for issued in &self.issued {
            let (tier, unit) = (&issued.tier, &issued.unit);
            let said = words::issued_already(tier, unit, &issued.number, &issued.place, lang);
            blocks.push(Block::paragraph(Role::Muted, said));
        }
        Document { blocks }
    }

    fn sheet(&self, lang: Lang) -> Table {
        table(Drafts::ALL, &self.drafts, lang)
    }
}

columns! {
    /// The columns of `notice draft`.
    Drafts of &'a DraftedNotice as draft, lang;
    Tier: words { "档次", "tier" }
        means { "文书拟给的档次", "the tier that the notice would pronounce" } unit TEXT
        from { "核算得出的建议", "proposed by the assessment" }
        => Cell::text(&draft.tier.1);
    Unit: words { "单位", "unit" }
        means { "文书写给或写到的单位", "the unit it is about" } unit TEXT
        from { "plan.toml 中单位的 name", "name of the unit in plan.toml" }
        => Cell::text(&draft.unit.1);
    Items: prose { "事项", "items" }
        means { "文书写到的事项", "the items it is about" } unit CODE from { "任务文件的 id", "id in the task file" }
        => Cell::code(lang.list(&draft.items));
    Files: prose { "文件", "files" }
        means { "草稿写成的文件", "the files of the draft" } unit PATH from { "这次运行", "this run" }
        => Cell::text(lang.list(&draft.files));
}
