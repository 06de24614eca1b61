//! Approved changes: which item they concern, whether they can be, and the plan in force with them.

use std::collections::BTreeMap;

use super::Builder;
use crate::load::gathered::Gathered;
use crate::load::plan::check_within;
use crate::load::register::{ChangeDocument, Filed, check_day};
use crate::load::schedule;
use crate::model::{Item, ItemIx, Month, Ratio, Revision, Schedule};
use crate::problem::{MisplacedBecause, Problem};
use crate::source::Located;

impl Builder<'_> {
    /// Adds the approved changes to the items they concern.
    pub(super) fn add_changes(&mut self, gathered: &Gathered<'_>) {
        let mut approved: BTreeMap<ItemIx, Vec<Revision>> = BTreeMap::new();
        for filed in std::mem::take(&mut self.changes) {
            if let Some((item, revision)) = self.approved(filed, gathered) {
                approved.entry(item).or_default().push(revision);
            }
        }
        for (item, revisions) in approved {
            let item = &mut self.items[item.0];
            item.revise(revisions);
            warn(item, gathered);
        }
    }

    fn approved(&self, filed: Filed<ChangeDocument>, gathered: &Gathered<'_>) -> Option<(ItemIx, Revision)> {
        let faults = gathered.faults(filed.file);
        let mut change = filed.record;
        check_day(change.date, filed.month, faults);
        let item = self.item_known(change.item.id.as_ref(), None, faults);
        let (item, from, date) = (item?, change.from?, change.date?);
        let (start, end) = (self.plan.start, self.plan.end);
        check_within(from.value, start, end, from.place, faults).then_some(())?;
        let first = Month::of(date.value);
        if from.value < first {
            faults.report_pair(from.place, date.place, Problem::RetroactiveChange { first });
            return None;
        }
        if self.unsound[item.0] || change.item.is_faulty {
            return None;
        }
        let changed = &self.items[item.0];
        if changed.schedule.curve().is_none() && !changed.schedule.is_unscheduled() {
            let problem = Problem::NoCurveToChange { item: changed.id.clone() };
            faults.report_pair(change.item.place, changed.place, problem);
            return None;
        }
        let settles = change.settles.filter(|settles| settles.value);
        if let Some(settles) = settles
            && changed.disputed.is_empty()
        {
            let because = MisplacedBecause::Needs { other: "disputed" };
            faults.report(settles.place, Problem::MisplacedKey { key: "settles", because });
        }
        let quantity = changed.quantity.clone();
        change.item.quantity = quantity.map(|held| Located::new(held, change.item.place));
        let schedule = schedule::build(&change.item, &self.frame, faults)?;
        let revision = Revision {
            from: from.value,
            date: date.value,
            reference: change.reference,
            reason: change.reason,
            settles: settles.is_some(),
            curve: schedule.curve()?.clone(),
            schedule: Schedule::Unscheduled,
            place: change.item.place,
        };
        Some((item, revision))
    }
}

/// What holds but should be looked at.
fn warn(item: &Item, gathered: &Gathered<'_>) {
    let mut before = item.schedule.curve();
    for (at, revision) in item.revisions.iter().enumerate() {
        let faults = gathered.faults(revision.place.file);
        let Revision { from, .. } = *revision;
        let close = from.close();
        if let Some(later) = item.revisions[at + 1..].iter().find(|later| later.from <= from) {
            faults.report_pair(revision.place, later.place, Problem::OverruledChange);
        } else if let Some(point) = revision.curve.points().iter().find(|point| {
            let held = before.map_or(Ratio::ZERO, |before| before.required_at(point.by.at()));
            point.by.at() < close && point.level > held
        }) {
            faults.report(point.place, Problem::EarlyMilestone { from });
        }
        before = revision.schedule.curve();
    }
}
