//! The register: whom and what its records are about, and whether their days can be.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::ids::finding_number;
use super::{Builder, MOST_ITEMS, MOST_NAMED};
use crate::load::faults::Faults;
use crate::load::gathered::Gathered;
use crate::load::plan::check_within;
use crate::load::register::{
    AboutDocument, AssessmentDocument, ChangeDocument, ClosingDocument, ExemptionDocument, FindingDocument,
    NoticeDocument, Records, RegisterDocument, VerificationDocument,
};
use crate::load::schedule;
use crate::model::{
    AnnualAssessment, Basis, Closing, Dated, Exemption, Finding, ItemIx, Month, Notice, Register, Revision, ShareIx,
    Tier, UnitIx, Verification,
};
use crate::problem::{IdRule, Problem};
use crate::source::{FileId, Located, Place};

/// A record and where it was filed.
pub(super) struct Filed<T> {
    file: FileId,
    /// The month of its folder; none where that is no month.
    month: Option<Month>,
    record: T,
}

/// The records by kind, each with its file.
#[derive(Default)]
pub(super) struct Drawers {
    notices: Vec<Filed<NoticeDocument>>,
    verifications: Vec<Filed<VerificationDocument>>,
    exemptions: Vec<Filed<ExemptionDocument>>,
    /// By the task that their ids name.
    pub(super) findings: BTreeMap<Option<u32>, Vec<Filed<FindingDocument>>>,
    changes: Vec<Filed<ChangeDocument>>,
    assessments: Vec<Filed<AssessmentDocument>>,
    closings: Vec<Filed<ClosingDocument>>,
}

impl Drawers {
    /// Sorts the files of the register by what they hold.
    pub(super) fn of(documents: Vec<(FileId, RegisterDocument)>, gathered: &Gathered<'_>) -> Self {
        let mut drawers = Self::default();
        for (file, document) in documents {
            let faults = gathered.faults(file);
            let month = document.path;
            if let (Some(written), Some(month)) = (document.month, month)
                && written.value != month
            {
                let (written, path) = (written.map(|month| month.to_string()), month.to_string());
                let problem = Problem::PathMismatch { within: "register", key: "month", written: written.value, path };
                faults.report(written.place, problem);
            }
            match document.records {
                Records::Notices(list) => drawers.notices.extend(filed(file, month, list)),
                Records::Verifications(list) => {
                    drawers.verifications.extend(filed(file, month, list));
                }
                Records::Exemptions(list) => drawers.exemptions.extend(filed(file, month, list)),
                Records::Changes(list) => drawers.changes.extend(filed(file, month, list)),
                Records::Assessments(list) => drawers.assessments.extend(filed(file, month, list)),
                Records::Closings(list) => drawers.closings.extend(filed(file, month, list)),
                Records::Findings(list) => {
                    for finding in filed(file, month, list) {
                        let id = finding.record.item.id.as_ref();
                        let task = id.and_then(|id| finding_number(&id.value));
                        let task = task.map(|(task, _)| task);
                        drawers.findings.entry(task).or_default().push(finding);
                    }
                }
            }
        }
        drawers
    }
}

fn filed<T>(file: FileId, month: Option<Month>, list: Vec<T>) -> impl Iterator<Item = Filed<T>> {
    list.into_iter().map(move |record| Filed { file, month, record })
}

/// A day has to lie in the month of its folder.
fn check_day(day: Option<Located<NaiveDate>>, month: Option<Month>, faults: &Faults) {
    if let (Some(day), Some(month)) = (day, month)
        && Month::of(day.value) != month
    {
        let (written, path) = (Month::of(day.value), month);
        faults.report(day.place, Problem::DateOutsideMonth { written, path });
    }
}

fn check_order<T: PartialOrd>(
    first: Option<Located<T>>,
    after: &'static str,
    later: Option<Located<T>>,
    faults: &Faults,
) {
    if let (Some(first), Some(later)) = (first, later)
        && later.value < first.value
    {
        faults.report_pair(later.place, first.place, Problem::DateOrder { after });
    }
}

impl Builder<'_> {
    /// The findings of a task as items of it, each with its file.
    pub(super) fn findings_of(&mut self, task: u32, gathered: &Gathered<'_>) -> Vec<(FileId, FindingDocument)> {
        let found = self.drawers.findings.remove(&Some(task)).unwrap_or_default();
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
        for (task, findings) in std::mem::take(&mut self.drawers.findings) {
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

    /// Adds the approved changes to the items they concern.
    pub(super) fn add_changes(&mut self, gathered: &Gathered<'_>) {
        let mut seen: BTreeMap<(ItemIx, Month), Place> = BTreeMap::new();
        for filed in std::mem::take(&mut self.drawers.changes) {
            let faults = gathered.faults(filed.file);
            let mut change = filed.record;
            check_day(change.date, filed.month, faults);
            let item = self.item_known(change.item.id.as_ref(), None, faults);
            let (Some(item), Some(from), Some(date)) = (item, change.from, change.date) else {
                continue;
            };
            let (start, end) = (self.plan.start, self.plan.end);
            if !check_within(from.value, start, end, from.place, faults) {
                continue;
            }
            let first = Month::of(date.value);
            if from.value < first {
                let problem = Problem::RetroactiveChange { first };
                faults.report_pair(from.place, date.place, problem);
                continue;
            }
            if let Some(&first) = seen.get(&(item, from.value)) {
                faults.report_pair(from.place, first, Problem::DuplicateRecord);
                continue;
            }
            seen.insert((item, from.value), from.place);
            if self.unsound[item.0] || change.item.is_faulty {
                continue;
            }
            let changed = &self.items[item.0];
            if changed.schedule.curve().is_none() && !changed.schedule.is_unscheduled() {
                let problem = Problem::NoCurveToChange { item: changed.id.clone() };
                faults.report_pair(change.item.place, changed.place, problem);
                continue;
            }
            let quantity = changed.quantity.clone();
            change.item.quantity = quantity.map(|held| Located::new(held, change.item.place));
            let Some(schedule) = schedule::build(&change.item, &self.frame, faults) else {
                continue;
            };
            let revisions = &mut self.items[item.0].revisions;
            revisions.push(Revision {
                from: from.value,
                date: date.value,
                reference: change.reference,
                reason: change.reason,
                schedule,
                place: change.item.place,
            });
            revisions.sort_by_key(|revision| revision.from);
        }
    }

    /// The records that stand for themselves.
    pub(super) fn register(&mut self, gathered: &Gathered<'_>) -> Register {
        let drawers = std::mem::take(&mut self.drawers);
        let mut register = Register::default();
        let mut numbers = BTreeMap::new();
        for filed in drawers.notices {
            let notice = self.notice(filed, &mut numbers, gathered);
            register.notices.extend(notice);
        }
        let mut seen = BTreeMap::new();
        for filed in drawers.verifications {
            let verification = self.verification(filed, &mut seen, gathered);
            register.verifications.extend(verification);
        }
        for filed in drawers.exemptions {
            register.exemptions.extend(self.exemption(filed, gathered));
        }
        let mut seen = BTreeMap::new();
        for filed in drawers.assessments {
            let assessment = self.assessment(filed, &mut seen, gathered);
            register.assessments.extend(assessment);
        }
        for filed in drawers.closings {
            let before = register.closings.last();
            let closing = self.closing(filed, before, gathered);
            register.closings.extend(closing);
        }
        register
    }

    fn notice(
        &self,
        filed: Filed<NoticeDocument>,
        numbers: &mut BTreeMap<String, Place>,
        gathered: &Gathered<'_>,
    ) -> Option<Notice> {
        let faults = gathered.faults(filed.file);
        let document = filed.record;
        let (date, month) = (document.date, filed.month);
        if let (Some(date), Some(month)) = (date, month) {
            let (start, end) = (self.plan.start, self.plan.end);
            check_within(month, start, end, faults.top(), faults);
            let last = month.plus(12);
            if date.value < month.first_day() || date.value > last.last_day() {
                faults.report(date.place, Problem::ImplausibleDate { month, last });
            }
        }
        check_order(date, "date", document.reply_due, faults);
        let day = |dated: &Option<Located<Dated>>| {
            let dated = dated.as_ref()?;
            Some(Located::new(dated.value.on, dated.place))
        };
        let (reply, objection) = (day(&document.reply), day(&document.objection));
        check_order(date, "date", reply, faults);
        check_order(date, "date", objection, faults);
        check_order(date, "date", day(&document.lifted), faults);
        let decided = document.decision.as_ref();
        let decided = decided.map(|(_, dated)| Located::new(dated.value.on, dated.place));
        match objection {
            Some(_) => check_order(objection, "objected", decided, faults),
            None => check_order(date, "date", decided, faults),
        }
        if let Some(number) = &document.number
            && let Some(first) = numbers.insert(number.value.clone(), number.place)
        {
            faults.report_pair(number.place, first, Problem::DuplicateRecord);
        }
        let tier = document.tier.as_ref().and_then(|tier| self.tier_named(tier, faults));
        let unit = document.unit.as_ref().and_then(|unit| self.unit_named(unit, faults));
        let items = document.items.unwrap_or_default();
        let mut shares: Vec<ShareIx> = Vec::new();
        let mut is_sound = !items.is_lost;
        if items.names.is_empty() && !items.is_lost {
            faults.report(document.place, Problem::EmptyText { key: "items" });
            is_sound = false;
        }
        for item in &items.names {
            let share = self.share_known(Some(item), unit, faults);
            is_sound &= share.is_some_and(|share| !shares.contains(&share));
            shares.extend(share);
        }
        Some(Notice {
            month: month?,
            number: document.number?.value,
            date: date?.value,
            unit: unit?,
            tier: tier?,
            shares: is_sound.then_some(shares)?,
            approver: document.approver,
            reply_due: document.reply_due.map(|day| day.value),
            reply: document.reply.map(|dated| dated.value),
            objection: document.objection.map(|dated| dated.value),
            decision: document.decision.map(|(decision, dated)| (decision, dated.value)),
            lifted: document.lifted.map(|dated| dated.value),
            place: document.place,
        })
    }

    fn verification(
        &self,
        filed: Filed<VerificationDocument>,
        seen: &mut BTreeMap<(ShareIx, NaiveDate), Place>,
        gathered: &Gathered<'_>,
    ) -> Option<Verification> {
        let faults = gathered.faults(filed.file);
        let document = filed.record;
        check_day(document.about.date, filed.month, faults);
        let share = self.share_about(&document.about, faults)?;
        let date = document.about.date?;
        if let Some(first) = seen.insert((share, date.value), date.place) {
            faults.report_pair(date.place, first, Problem::DuplicateRecord);
        }
        Some(Verification {
            share,
            date: date.value,
            by: document.by,
            outcome: document.outcome?,
            note: document.note,
            place: document.about.place,
        })
    }

    fn exemption(&self, filed: Filed<ExemptionDocument>, gathered: &Gathered<'_>) -> Option<Exemption> {
        let faults = gathered.faults(filed.file);
        let document = filed.record;
        check_day(document.about.date, filed.month, faults);
        let (start, end) = (self.plan.start, self.plan.end);
        for month in [document.from, document.until].into_iter().flatten() {
            check_within(month.value, start, end, month.place, faults);
        }
        check_order(document.from, "from", document.until, faults);
        Some(Exemption {
            share: self.share_about(&document.about, faults)?,
            from: document.from?.value,
            until: document.until?.value,
            reason: document.reason,
            reference: document.reference,
            date: document.about.date?.value,
            place: document.about.place,
        })
    }

    fn assessment(
        &self,
        filed: Filed<AssessmentDocument>,
        seen: &mut BTreeMap<(i32, UnitIx), Place>,
        gathered: &Gathered<'_>,
    ) -> Option<AnnualAssessment> {
        let faults = gathered.faults(filed.file);
        let document = filed.record;
        check_day(document.about.date, filed.month, faults);
        let unit = document.about.unit.as_ref();
        let unit = unit.and_then(|unit| self.unit_named(unit, faults))?;
        let (start, end) = (self.plan.start, self.plan.end);
        let written = document.year?;
        let year = i32::try_from(written.value).unwrap_or(i32::MAX);
        if !(start.year()..=end.year()).contains(&year) {
            faults.report(written.place, Problem::OutsidePlan { start, end });
            return None;
        }
        if let Some(first) = seen.insert((year, unit), document.about.place) {
            faults.report_pair(document.about.place, first, Problem::DuplicateRecord);
        }
        Some(AnnualAssessment {
            year,
            unit,
            date: document.about.date?.value,
            by: document.by,
            outcome: document.outcome?,
            reference: document.reference,
            note: document.note,
            place: document.about.place,
        })
    }

    fn closing(
        &self,
        filed: Filed<ClosingDocument>,
        before: Option<&Closing>,
        gathered: &Gathered<'_>,
    ) -> Option<Closing> {
        let faults = gathered.faults(filed.file);
        let document = filed.record;
        let month = filed.month?;
        let date = document.date?;
        let (start, end) = (self.plan.start, self.plan.end);
        check_within(month, start, end, faults.top(), faults);
        if date.value < month.first_day() {
            let last = month.plus(12);
            faults.report(date.place, Problem::ImplausibleDate { month, last });
        }
        let reopened = document.reopened.as_ref();
        let reopened = reopened.map(|dated| Located::new(dated.value.on, dated.place));
        check_order(Some(date), "date", reopened, faults);
        if let Some(before) = before.filter(|before| before.month == month)
            && before.reopened.is_none()
        {
            faults.report_pair(document.place, before.place, Problem::DuplicateRecord);
        }
        Some(Closing {
            month,
            date: date.value,
            by: document.by,
            previous: document.previous,
            seal: document.seal,
            files: document.files,
            verdicts: document.verdicts,
            notices: document.notices,
            reopened: document.reopened.map(|dated| dated.value),
            place: document.place,
        })
    }

    fn tier_named(&self, written: &Located<String>, faults: &Faults) -> Option<Tier> {
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

    fn share_about(&self, about: &AboutDocument, faults: &Faults) -> Option<ShareIx> {
        let unit = about.unit.as_ref();
        let unit = unit.and_then(|unit| self.unit_named(unit, faults));
        self.share_known(about.item.as_ref(), unit, faults)
    }

    /// One unit's part of one item, both by name.
    fn share_known(&self, written: Option<&Located<String>>, unit: Option<UnitIx>, faults: &Faults) -> Option<ShareIx> {
        let item = self.item_known(written, unit, faults)?;
        let (written, unit) = (written?, unit?);
        let share = self.share_of.get(&(item, unit)).copied();
        if share.is_none() && !self.has_lost_leads[item.0] {
            let problem = Problem::NotLead {
                unit: self.plan.units[unit.0].name.clone(),
                item: written.value.clone(),
                leads: self.leads_named(item),
            };
            faults.report(written.place, problem);
        }
        share
    }

    fn item_known(&self, written: Option<&Located<String>>, unit: Option<UnitIx>, faults: &Faults) -> Option<ItemIx> {
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
