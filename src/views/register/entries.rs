//! One record, or one thing left to be recorded, as it stands on the page and in the table.

use chrono::NaiveDate;

use super::RegisterPage;
use crate::document::{Block, Role};
use crate::model::{Item, ItemIx, ShareIx, UnitIx};
use crate::source::Place;
use crate::text::ledger::Part;
use crate::text::{Lang, drafting};

/// What is said of one thing. What does not apply is empty.
#[derive(Clone, Debug)]
pub(in crate::views) struct Entry {
    pub(super) part: Part,
    pub(super) role: Role,
    pub(super) head: String,
    pub(super) lines: Vec<String>,
    pub(super) month: String,
    pub(super) date: Option<NaiveDate>,
    pub(super) unit: String,
    pub(super) items: String,
    pub(super) number: String,
    pub(super) tier: String,
    pub(super) standing: String,
    pub(super) place: String,
}

impl Entry {
    pub(super) fn of(part: Part, head: String, lines: Vec<String>, place: String) -> Self {
        Self {
            part,
            role: Role::Strong,
            head,
            lines,
            month: String::new(),
            date: None,
            unit: String::new(),
            items: String::new(),
            number: String::new(),
            tier: String::new(),
            standing: String::new(),
            place,
        }
    }

    pub(super) fn block(&self) -> Block {
        Block::entry(self.role, &self.head, &self.lines)
    }
}

impl RegisterPage<'_> {
    pub(super) fn at(&self, place: Place) -> String {
        self.results.at(place)
    }

    pub(super) fn unit_name(&self, unit: UnitIx) -> &str {
        &self.results.workspace.unit(unit).name
    }

    pub(super) fn item_of(&self, share: ShareIx) -> &Item {
        let workspace = self.results.workspace;
        workspace.item(workspace.share(share).item)
    }

    /// 2.1 城镇雨污分流改造　区住建局
    pub(super) fn share_head(&self, share: ShareIx, lang: Lang) -> String {
        let unit = self.results.workspace.share(share).unit;
        let names = self.unit_name(unit);
        head_of(self.item_of(share), names, lang)
    }

    /// The same for all leads of an item.
    fn item_head(&self, ix: ItemIx, item: &Item, lang: Lang) -> String {
        head_of(item, &self.leads(ix, lang), lang)
    }

    fn leads(&self, ix: ItemIx, lang: Lang) -> String {
        let names = self.results.workspace.leads_of(ix).into_iter().map(|unit| self.unit_name(unit).to_owned());
        lang.list(names)
    }

    pub(super) fn of_share(&self, part: Part, share: ShareIx, line: String, place: Place, lang: Lang) -> Entry {
        let unit = self.results.workspace.share(share).unit;
        Entry {
            unit: self.unit_name(unit).to_owned(),
            items: self.item_of(share).id.clone(),
            ..Entry::of(part, self.share_head(share, lang), vec![line], self.at(place))
        }
    }

    pub(super) fn of_item(
        &self,
        part: Part,
        (ix, item): (ItemIx, &Item),
        line: String,
        place: Place,
        lang: Lang,
    ) -> Entry {
        Entry {
            unit: self.leads(ix, lang),
            items: item.id.clone(),
            ..Entry::of(part, self.item_head(ix, item, lang), vec![line], self.at(place))
        }
    }
}

fn head_of(item: &Item, names: &str, lang: Lang) -> String {
    [drafting::share(&item.id, &item.title, None, lang), names.to_owned()].join(lang.pick("　", "  "))
}
