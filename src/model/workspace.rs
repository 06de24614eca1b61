//! Everything in a workspace, resolved and indexed; only the loader builds one, and only from files without faults.

use super::{
    AsOf, Item, ItemIx, Month, Occurrence, Plan, Recurring, Register, Report, ReportIx, Share, ShareIx, Task, Terms,
    Unit, UnitIx, UnitRole,
};

/// Plan, tasks, items, shares and reports.
#[derive(Clone, Debug)]
pub struct Workspace {
    /// The plan.
    pub plan: Plan,
    /// The tasks by number.
    pub tasks: Vec<Task>,
    /// The items by task and order of the file.
    pub items: Vec<Item>,
    /// The shares by item and order of the leads.
    pub shares: Vec<Share>,
    /// The reports by month and unit.
    pub reports: Vec<Report>,
    /// 草稿: reports that are being written and do not count as filed, by month and unit.
    pub drafts: Vec<Report>,
    /// The reports of each unit by month; one element for each unit of the plan.
    pub reports_of: Vec<Vec<ReportIx>>,
    /// 登记簿
    pub register: Register,
}

impl Workspace {
    /// A unit.
    pub fn unit(&self, unit: UnitIx) -> &Unit {
        &self.plan.units[unit.0]
    }

    /// An item.
    pub fn item(&self, item: ItemIx) -> &Item {
        &self.items[item.0]
    }

    /// The task of an item.
    pub fn task_of(&self, item: ItemIx) -> &Task {
        &self.tasks[self.item(item).task.0]
    }

    /// A share.
    pub fn share(&self, share: ShareIx) -> &Share {
        &self.shares[share.0]
    }

    /// What is in force for a share at the close of a month.
    pub fn terms<'a>(&'a self, share: &'a Share, as_of: AsOf) -> Terms<'a> {
        self.item(share.item).terms_at(share, as_of)
    }

    /// A report.
    pub fn report(&self, report: ReportIx) -> &Report {
        &self.reports[report.0]
    }

    /// Every unit, in the order of the plan.
    pub fn units(&self) -> impl Iterator<Item = UnitIx> + use<> {
        (0..self.plan.units.len()).map(UnitIx)
    }

    /// Every share with its position.
    pub fn iter_shares(&self) -> impl Iterator<Item = (ShareIx, &Share)> {
        (0..).map(ShareIx).zip(&self.shares)
    }

    /// The shares of an item.
    pub fn shares_of(&self, item: ItemIx) -> impl Iterator<Item = (ShareIx, &Share)> {
        self.iter_shares().filter(move |(_, share)| share.item == item)
    }

    /// The units that lead an item, in the order in which it names them.
    pub fn heads_of(&self, item: ItemIx) -> Vec<UnitIx> {
        let mut units = self.leads_of(item);
        units.retain(|&unit| self.item(item).role_of(unit) == UnitRole::Lead);
        units
    }

    /// The units that answer for an item, in the order in which it names them.
    pub fn leads_of(&self, item: ItemIx) -> Vec<UnitIx> {
        let shares = self.shares_of(item);
        shares.map(|(_, share)| share.unit).collect()
    }

    /// The shares that a unit answers for, in the order of the plan.
    pub fn shares_by(&self, unit: UnitIx) -> impl Iterator<Item = (ShareIx, &Share)> {
        self.iter_shares().filter(move |(_, share)| share.unit == unit)
    }

    /// Whether a share has a verdict at the close of a month: its item is there, and its unit is kept.
    pub fn is_there(&self, share: ShareIx, as_of: AsOf) -> bool {
        let share = self.share(share);
        self.item(share.item).exists_at(as_of) && self.plan.kept_from(share.unit) <= as_of.month
    }

    /// The occurrences that a share is asked for: not those that closed before its unit was kept.
    pub fn asked_of<'a>(&self, share: &Share, recurring: &'a Recurring) -> &'a [Occurrence] {
        &recurring.occurrences()[recurring.first_from(self.plan.kept_from(share.unit))..]
    }

    /// The workspace as if nobody had reported for any month after this one. Positions of reports and entries stay the
    /// same.
    pub fn with_reports_up_to(&self, last: Month) -> Self {
        let mut workspace = self.clone();
        for share in &mut workspace.shares {
            share.entries.retain(|entry| entry.month <= last);
        }
        for reports in &mut workspace.reports_of {
            reports.retain(|&report| self.report(report).month <= last);
        }
        workspace.drafts.retain(|draft| draft.month <= last);
        workspace
    }

    /// Whether a unit has started its report for a month and not submitted it.
    pub fn has_draft(&self, unit: UnitIx, month: Month) -> bool {
        let mut drafts = self.drafts.iter();
        drafts.any(|draft| (draft.unit, draft.month) == (unit, month))
    }
}
