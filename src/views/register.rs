//! What people decided up to a month, beside what the rule proposes: notices and how they stand, what nobody has
//! recorded or lifted, and every other record of the register. Each row leads to its line.

mod entries;
mod notices;
mod records;

use chrono::NaiveDate;
use serde::Serialize;

use super::columns::{Columns, table};
use super::results::Results;
use super::row::{Share, shown};
use super::{View, page};
use crate::document::{Block, Cell, Document, Role, Table};
use crate::model::{ItemIx, Month, Notice, NoticeStanding, ShareIx, UnitIx};
use crate::text::Lang;
use crate::text::ledger::{self as words, Part};

use entries::Entry;

/// The register as of a month.
#[derive(Debug)]
pub struct RegisterPage<'a> {
    results: Results<'a>,
    /// Only these units, where any are named.
    units: Vec<UnitIx>,
}

impl<'a> RegisterPage<'a> {
    /// The register, perhaps for some units only.
    pub fn of(results: Results<'a>, units: Vec<UnitIx>) -> Self {
        Self { results, units }
    }

    fn month(&self) -> Month {
        self.results.assessment.as_of.month
    }

    fn admits(&self, unit: UnitIx) -> bool {
        self.units.is_empty() || self.units.contains(&unit)
    }

    fn admits_share(&self, share: ShareIx) -> bool {
        self.admits(self.results.workspace.share(share).unit)
    }

    fn admits_item(&self, item: ItemIx) -> bool {
        self.results.workspace.leads_of(item).into_iter().any(|unit| self.admits(unit))
    }

    /// Whether what was done on a day belongs to the page.
    fn knows(&self, day: NaiveDate) -> bool {
        Month::of(day) <= self.month() && self.results.assessment.as_of.knows(day)
    }

    fn standing(&self, notice: &Notice) -> NoticeStanding {
        notice.standing(self.results.assessment.as_of.known_by)
    }
}

impl View for RegisterPage<'_> {
    fn data(&self) -> impl Serialize {
        self.records()
    }

    fn document(&self, lang: Lang) -> Document {
        let mut blocks = page::opening(self.results, lang);
        let entries = self.entries(lang);
        if entries.is_empty() {
            blocks.push(Block::plain(words::nothing(lang)));
        }
        for &part in Part::ALL {
            let own = || entries.iter().filter(|entry| entry.part == part);
            let count = own().count();
            if count == 0 {
                continue;
            }
            let role = match part {
                Part::Unissued | Part::ToLift | Part::Contested => Role::Notice,
                _ => Role::Strong,
            };
            blocks.push(Block::heading(role, words::heading(part, count, self.month(), lang)));
            if part == Part::Notice {
                blocks.push(Block::plain(words::standings(&self.standings(), lang)));
            }
            blocks.extend(own().map(Entry::block));
        }
        Document { blocks }
    }

    fn sheet(&self, lang: Lang) -> Table {
        page::signed(table(Recorded::ALL, &self.entries(lang), lang), self.results, lang)
    }
}

columns! {
    /// The columns of `register`: a row for each record, and for what is left to be recorded.
    pub(super) Recorded of &'a Entry as entry, lang;
    Record: words { "类别", "record" }
        means { "哪一类记录", "kind of record" } unit TEXT from { "登记簿的哪个文件", "which file of the register" }
        => Cell::text(words::part(entry.part, lang));
    Month: words { "月份", "month" }
        means { "哪个月；月份指该月末", "which month; a month is its close" } unit MONTH
        from { "月报、登记簿的月份，或逐月核算的月份", "that of the report or record, or the month assessed" }
        => Cell::code(&entry.month);
    Date: words { "日期", "date" }
        means { "发文、批准、核验等的日期；期限的日期", "the day of the record, or of the deadline" } unit DAY
        from { "登记簿，或方案和任务文件", "the register, or plan and task files" }
        => shown(entry.date, Cell::day);
    Unit: words like Share::Unit => Cell::text(&entry.unit);
    Item: words like Share::Item => Cell::code(&entry.items);
    Number: words { "发文字号", "number" }
        means { "发文字号", "number of the notice" } unit CODE from { "登记簿，照原件", "the register, as printed" }
        => Cell::code(&entry.number);
    Rung: words { "档次", "tier" }
        means { "文书是哪一档", "tier of the notice" } unit TEXT from { "登记簿", "the register" }
        => Cell::text(&entry.tier);
    Standing: words like Share::Bucket => Cell::text(&entry.standing);
    Note: prose { "说明", "note" }
        means { "说明", "remarks" } unit TEXT
        from { "原样照录，或由登记簿的内容写成", "as written, or put in words from the register" }
        => Cell::text(entry.lines.join(lang.pick("", " ")));
    Place: words { "出处", "place" }
        means { "写在哪个文件的哪一行", "file and line it is written at" } unit LINE
        from { "方案文件夹中的文件", "the files of the workspace" }
        => Cell::code(&entry.place);
}
