//! What people decided up to a month, beside what the rule proposes: notices and how they stand, what nobody has
//! recorded or lifted, and every other record of the register. Each row leads to its line.

mod data;
mod entries;

use chrono::NaiveDate;
use serde::Serialize;

use super::columns::{Columns, table};
use super::results::Results;
use super::row::{Share, shown};
use super::{View, page};
use crate::assess::ShareAssessment;
use crate::document::{Block, Cell, Document, Role, Table};
use crate::model::{
    AnnualAssessment, Closing, Exemption, Finding, Item, ItemIx, Month, Notice, NoticeStanding, Revision, ShareIx,
    UnitIx, Verification,
};
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

    fn notices(&self) -> impl Iterator<Item = &'a Notice> {
        let as_of = self.results.assessment.as_of;
        let all = self.results.workspace.register.notices.iter();
        all.filter(move |notice| notice.month <= as_of.month && notice.is_known(as_of) && self.admits(notice.unit))
    }

    /// Gravest first, as `escalate` lists them.
    fn unissued(&self) -> Vec<&'a ShareAssessment> {
        let unissued: Vec<ShareIx> = self.results.unissued().map(|assessed| assessed.share).collect();
        let mut all = self.results.gravest_first(&super::Filter::default());
        all.retain(|assessed| unissued.contains(&assessed.share) && self.admits_share(assessed.share));
        all
    }

    /// Notices that hold a unit to a tier, with those of their shares that no longer have it.
    fn to_lift(&self) -> impl Iterator<Item = (&'a Notice, Vec<&'a ShareAssessment>)> {
        self.notices().filter_map(|notice| {
            let stands = self.standing(notice);
            if !matches!(stands, NoticeStanding::InForce | NoticeStanding::Contested) {
                return None;
            }
            let shares = notice.shares.iter().filter_map(|&share| self.results.assessment.of(share));
            let fallen: Vec<_> = shares.filter(|assessed| assessed.verdict().tier < Some(notice.tier)).collect();
            (!fallen.is_empty()).then_some((notice, fallen))
        })
    }

    fn contested(&self) -> impl Iterator<Item = &'a Notice> {
        self.notices().filter(|notice| self.standing(notice) == NoticeStanding::Contested)
    }

    fn exemptions(&self) -> impl Iterator<Item = &'a Exemption> {
        let as_of = self.results.assessment.as_of;
        let all = self.results.workspace.register.exemptions.iter();
        all.filter(move |exemption| {
            (exemption.from..=exemption.until).contains(&as_of.month)
                && as_of.knows(exemption.date)
                && self.admits_share(exemption.share)
        })
    }

    fn verifications(&self) -> impl Iterator<Item = &'a Verification> {
        let all = self.results.workspace.register.verifications.iter();
        all.filter(|checked| self.knows(checked.date) && self.admits_share(checked.share))
    }

    fn items(&self) -> impl Iterator<Item = (ItemIx, &'a Item)> {
        let items = self.results.workspace.items.iter();
        let items = (0..).map(ItemIx).zip(items);
        items.filter(|(ix, item)| item.exists_at(self.results.assessment.as_of) && self.admits_item(*ix))
    }

    fn found(&self) -> impl Iterator<Item = (ItemIx, &'a Item, &'a Finding)> {
        self.items().filter_map(|(ix, item)| Some((ix, item, item.finding.as_ref()?)))
    }

    fn changes(&self) -> impl Iterator<Item = (ItemIx, &'a Item, &'a Revision)> {
        self.items().flat_map(|(ix, item)| {
            let known = item.revisions.iter().filter(|revision| self.knows(revision.date));
            known.map(move |revision| (ix, item, revision))
        })
    }

    /// Results come after the year; the last page of a plan shows them all.
    fn assessments(&self) -> impl Iterator<Item = &'a AnnualAssessment> {
        let is_last = self.month() == self.results.workspace.plan.end;
        let as_of = self.results.assessment.as_of;
        let all = self.results.workspace.register.assessments.iter();
        all.filter(move |result| {
            (self.knows(result.date) || is_last && as_of.knows(result.date)) && self.admits(result.unit)
        })
    }

    fn closings(&self) -> impl Iterator<Item = &'a Closing> {
        let as_of = self.results.assessment.as_of;
        let all = self.results.workspace.register.closings.iter();
        all.filter(move |closing| closing.month <= as_of.month && as_of.knows(closing.date))
    }

    fn entries(&self, lang: Lang) -> Vec<Entry> {
        let mut entries = Vec::new();
        entries.extend(self.notices().map(|notice| self.notice(notice, lang)));
        entries.extend(self.unissued().into_iter().map(|assessed| self.proposal(assessed, lang)));
        entries.extend(self.to_lift().map(|(notice, fallen)| self.fallen(notice, &fallen, lang)));
        entries.extend(self.contested().map(|notice| self.objection(notice, lang)));
        entries.extend(self.exemptions().map(|exemption| self.exemption(exemption, lang)));
        entries.extend(self.verifications().map(|checked| self.verification(checked, lang)));
        entries.extend(self.found().map(|(ix, item, finding)| self.finding(ix, item, finding, lang)));
        entries.extend(self.changes().map(|(ix, item, revision)| self.change(ix, item, revision, lang)));
        entries.extend(self.assessments().map(|result| self.annual(result, lang)));
        entries.extend(self.closings().map(|closing| self.closing(closing, lang)));
        entries
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

impl RegisterPage<'_> {
    fn standings(&self) -> Vec<(NoticeStanding, usize)> {
        let all =
            [NoticeStanding::InForce, NoticeStanding::Contested, NoticeStanding::Lifted, NoticeStanding::Withdrawn];
        let count = |standing| self.notices().filter(|notice| self.standing(notice) == standing).count();
        all.map(|standing| (standing, count(standing))).to_vec()
    }
}
