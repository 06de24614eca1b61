//! What records of the register are about: units, tiers and items by name; and the records that belong to items.

use std::collections::BTreeMap;

use super::ids::finding_number;
use super::{Builder, MOST_ITEMS, MOST_NAMED};
use crate::load::faults::Faults;
use crate::load::gathered::Gathered;
use crate::load::plan::check_within;
use crate::load::register::{Filed, FindingDocument, Known, check_day};
use crate::model::{Basis, Finding, ItemIx, Month, Plan, ShareIx, Tier, UnitIx};
use crate::problem::{IdRule, Problem};
use crate::source::{FileId, Located};

/// Findings by the task that their ids name.
pub(super) fn by_task(findings: Vec<Filed<FindingDocument>>) -> BTreeMap<Option<u32>, Vec<Filed<FindingDocument>>> {
    let mut by_task: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for finding in findings {
        let id = finding.record.item.id.as_ref();
        let task = id.and_then(|id| finding_number(&id.value)).map(|(task, _)| task);
        by_task.entry(task).or_default().push(finding);
    }
    by_task
}

impl Builder<'_> {
    /// The findings of a task as items of it, each with its file.
    pub(super) fn findings_of(&mut self, task: u32, gathered: &Gathered<'_>) -> Vec<(FileId, FindingDocument)> {
        let found = self.findings.remove(&Some(task)).unwrap_or_default();
        found.into_iter().map(|filed| (filed.file, self.as_item(filed, gathered))).collect()
    }

    fn as_item(&self, filed: Filed<FindingDocument>, gathered: &Gathered<'_>) -> FindingDocument {
        let faults = gathered.faults(filed.file);
        let mut finding = filed.record;
        check_day(finding.date, filed.month, faults);
        if let Some(date) = finding.date {
            let (start, end) = (self.plan.start, self.plan.end);
            check_within(Month::of(date.value), start, end, date.place, faults);
            finding.item.finding = Some(Finding { date: date.value, by: std::mem::take(&mut finding.by) });
        }
        let basis = Located::new(Basis::Office, finding.item.place);
        finding.item.basis.get_or_insert(basis);
        finding
    }

    /// Findings whose id names no task of the plan.
    pub(super) fn report_lost_findings(&mut self, gathered: &Gathered<'_>) {
        for (task, findings) in std::mem::take(&mut self.findings) {
            for filed in findings {
                let faults = gathered.faults(filed.file);
                let Some(id) = &filed.record.item.id else {
                    continue;
                };
                match task {
                    None => {
                        let rule = IdRule::Finding;
                        faults.report(id.place, Problem::BadId { rule, meant: None });
                    }
                    Some(number) if self.knows_all_items => {
                        let known = self.tasks.iter().map(|task| task.number).collect();
                        faults.report(id.place, Problem::UnknownTask { number, known });
                    }
                    Some(_) => {}
                }
            }
        }
    }
}

impl Known for Builder<'_> {
    fn plan(&self) -> &Plan {
        self.plan
    }

    fn unit(&self, written: &Located<String>, faults: &Faults) -> Option<UnitIx> {
        self.unit_named(written, faults)
    }

    fn tier(&self, written: &Located<String>, faults: &Faults) -> Option<Tier> {
        let rungs = self.plan.ladder.rungs();
        let found = rungs.iter().position(|rung| rung.id == written.value);
        if found.is_none() {
            let by_name = rungs.iter().find(|rung| rung.name == written.value);
            let ids = || rungs.iter().map(|rung| rung.id.as_str());
            let meant = by_name.map(|rung| rung.id.as_str()).or_else(|| faults.guess(&written.value, ids()));
            let problem = Problem::UnknownTier {
                id: written.value.clone(),
                meant: meant.map(str::to_owned),
                known: ids().take(MOST_NAMED).map(str::to_owned).collect(),
            };
            faults.report(written.place, problem);
        }
        found.map(Tier)
    }

    fn share(&self, written: Option<&Located<String>>, unit: Option<UnitIx>, faults: &Faults) -> Option<ShareIx> {
        let item = self.item_known(written, unit, faults)?;
        let (written, unit) = (written?, unit?);
        let share = self.share_of.get(&(item, unit)).copied();
        if share.is_none() && !self.has_lost_leads[item.0] {
            let problem = Problem::NotLead {
                unit: self.plan.units[unit.0].name.clone(),
                item: written.value.clone(),
                leads: self.leads_named(item),
                is_listed: self.items[item.0].responsible.contains(&unit),
            };
            faults.report(written.place, problem);
        }
        share
    }
}

impl Builder<'_> {
    pub(super) fn item_known(
        &self,
        written: Option<&Located<String>>,
        unit: Option<UnitIx>,
        faults: &Faults,
    ) -> Option<ItemIx> {
        let written = written?;
        if let Some(&(item, _)) = self.item_by_id.get(&written.value) {
            return Some(item);
        }
        if self.knows_all_items {
            let items: Vec<ItemIx> = match unit {
                Some(unit) => self.led_by[unit.0].clone(),
                None => (0..self.items.len()).map(ItemIx).collect(),
            };
            let own = || items.iter().map(|item| &self.items[item.0]);
            let ids = own().map(|item| item.id.as_str());
            let meant = faults.guess(&written.value, ids);
            let problem = Problem::UnknownItem {
                id: written.value.clone(),
                meant: meant.map(str::to_owned),
                own: own().take(MOST_ITEMS).map(|item| item.id.clone()).collect(),
            };
            faults.report(written.place, problem);
        }
        None
    }
}
