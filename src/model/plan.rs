//! The plan: period, report day, units, ladder; its tasks and their items.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::{
    AsOf, Basis, Curve, Figure, Finding, ItemIx, Ladder, Month, OwnKind, Peers, Reports, Revision, Rhythm, Roles,
    Scale, Schedule, Support, TaskIx, Unit, UnitIx, UnitRole,
};
use crate::source::Place;

/// 方案: the whole action plan.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Its title.
    pub title: String,
    /// First month.
    pub start: Month,
    /// Last month in which it asks for anything: periods, occurrences and deadlines stop here.
    pub end: Month,
    /// Last month that can be reported and assessed. What is unfinished at the end is followed up to here.
    pub track_until: Month,
    /// 起报月: the first month that the office keeps; the first month of the plan where nothing else is said.
    pub reports_from: Month,
    /// 报送周期 of the units that have none of their own.
    pub reports_every: Rhythm,
    /// Reports are due by this day of their month; on the day is in time.
    pub report_day: u32,
    /// Months with a different report day.
    pub report_days: BTreeMap<Month, NaiveDate>,
    /// Sample data: every page says so.
    pub sample: bool,
    /// The title of the accountability rule under which the year-end lists are handed on; empty if the plan names none.
    pub accountability_rule: String,
    /// The office of the leading group, as its documents name it.
    pub office: Office,
    /// 下级方案: folders of other workspaces, beside or below this one, that are shown together with it.
    pub members: Vec<String>,
    /// The plan's own kinds of units, in the order of the file.
    pub kinds: Vec<Arc<OwnKind>>,
    /// 等级: the scales that indicators may use.
    pub scales: Vec<Arc<Scale>>,
    /// What it calls leading, responsible and supporting units.
    pub roles: Roles,
    /// The units, in the order of the file, which is the order of every page. Empty only if there are members.
    pub units: Vec<Unit>,
    /// The tiers.
    pub ladder: Ladder,
}

/// 领导小组办公室: what its documents say about the office. Whatever is empty is left blank in them, for a person to fill
/// in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Office {
    /// 发文机关: the name that signs.
    pub name: String,
    /// 发文机关代字 of letters: 上水防办函.
    pub letter_code: String,
    /// 发文机关代字 of circulars: 上水防办.
    pub circular_code: String,
    /// 联系人: whom to contact, a post or an office.
    pub contact: String,
    /// 联系电话
    pub phone: String,
    /// 主送机关 of circulars: 各乡镇（街道办）、区直各有关单位.
    pub addressees: String,
    /// 抄送: who gets a copy.
    pub copies: Vec<String>,
}

impl Plan {
    /// The last day on which the report for a month is in time.
    pub fn report_day_of(&self, month: Month) -> NaiveDate {
        let own = self.report_days.get(&month).copied();
        own.unwrap_or_else(|| month.day(self.report_day))
    }

    /// The first day on which a month can be decided on: it is over, and its reports have been due.
    pub fn decided_from(&self, month: Month) -> NaiveDate {
        let last = self.report_day_of(month).max(month.last_day());
        last.succ_opt().unwrap_or(last)
    }

    /// 起报月: the first month of a unit that the office keeps; what came before was never asked for.
    pub fn kept_from(&self, unit: UnitIx) -> Month {
        let own = self.units[unit.0].reports_from;
        own.map_or(self.reports_from, |own| own.max(self.reports_from))
    }

    /// 报送周期 of a unit: its own, or that of the plan.
    pub fn rhythm_of(&self, unit: UnitIx) -> &Rhythm {
        self.units[unit.0].reports_every.as_ref().unwrap_or(&self.reports_every)
    }

    /// The last day on which the report of a unit for a month is in time, if it is asked for one.
    pub fn due_day(&self, unit: UnitIx, month: Month) -> Option<NaiveDate> {
        self.asks(unit, month).then(|| self.report_day_of(month))
    }

    /// Whether a unit may be asked for a report for a month: it is, unless that takes something unfinished
    /// ([`Plan::asks_only_while_open`]) and nothing is.
    pub fn asks(&self, unit: UnitIx, month: Month) -> bool {
        let reports = self.units[unit.0].reports != Reports::Never;
        reports && month <= self.track_until && month >= self.kept_from(unit) && self.rhythm_of(unit).asks_for(month)
    }

    /// Whether a unit is asked for a report for a month only if something of it is unfinished.
    pub fn asks_only_while_open(&self, unit: UnitIx, month: Month) -> bool {
        self.is_follow_up(month) || self.units[unit.0].reports == Reports::WhileOpen
    }

    /// The first and the last month of the plan in a year; none if it has none there.
    pub fn months_of(&self, year: i32) -> Option<(Month, Month)> {
        let (first, last) = (Month::new(year, 1)?, Month::new(year, 12)?);
        let (first, last) = (first.max(self.start), last.min(self.end));
        (first <= last).then_some((first, last))
    }

    /// Units that are set side by side, in the order of the pages: departments, then the plan's own kinds (those with a
    /// territory last), then townships.
    pub fn peers(&self) -> Vec<Peers> {
        let mut own: Vec<_> = self.kinds.iter().collect();
        own.sort_by_key(|kind| kind.is_territorial);
        let own = own.into_iter().map(|kind| Peers::Own(kind.clone()));
        [Peers::Departments].into_iter().chain(own).chain([Peers::Townships]).collect()
    }

    /// Whether a month can be reported and assessed: one of the plan, or one in which it is followed up.
    pub fn covers(&self, month: Month) -> bool {
        (self.start..=self.track_until).contains(&month)
    }

    /// 跟踪期: whether a month comes after the last one in which the plan asks for anything.
    pub fn is_follow_up(&self, month: Month) -> bool {
        month > self.end
    }
}

/// 任务: a numbered task of the plan.
#[derive(Clone, Debug)]
pub struct Task {
    /// Its number as printed; gaps come from the source.
    pub number: u32,
    /// Its title.
    pub title: String,
    /// The section of the plan it is in.
    pub section: String,
}

/// How much there is to do, if progress is counted rather than estimated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// The whole amount of the item; positive.
    pub total: Figure,
    /// What is counted: 村, 公里.
    pub unit: String,
    /// It comes whole only: nobody does half a village.
    pub whole: bool,
    /// 不少于: more than the total is welcome and never remarked on.
    pub at_least: bool,
    /// 对象: the things that are counted, by name, in the order of the plan; empty where none are named.
    pub objects: Vec<String>,
}

/// Words for things that come whole, also one behind the other: 个村, 人次.
const COUNTING_WORDS: &str = "个村户座家处台套条项次人所口";

impl Quantity {
    /// Whether what is counted in this unit comes whole, where the plan does not say.
    pub fn is_whole_by_default(unit: &str) -> bool {
        !unit.is_empty() && unit.chars().all(|word| COUNTING_WORDS.contains(word))
    }

    /// The position of an object by its name.
    pub fn object(&self, name: &str) -> Option<u16> {
        (0..).zip(&self.objects).find(|(_, object)| *object == name).map(|(at, _)| at)
    }

    /// The names of objects by their positions.
    pub fn names<'a>(&'a self, objects: impl IntoIterator<Item = u16> + 'a) -> impl Iterator<Item = &'a str> {
        objects.into_iter().map(|at| self.objects[usize::from(at)].as_str())
    }
}

/// 事项: the smallest obligation that is reported on and can lag.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its id: `2.1`.
    pub id: String,
    /// The task it belongs to.
    pub task: TaskIx,
    /// Its title.
    pub title: String,
    /// The clause of the plan it comes from.
    pub source: String,
    /// Where its deadline comes from.
    pub basis: Option<Basis>,
    /// Why the deadline is what it is, in the office's words.
    pub note: String,
    /// 重点工作: only key items are escalated.
    pub key: bool,
    /// 责任单位 beside those that lead: shown with their rank.
    pub responsible: Vec<UnitIx>,
    /// Whether these are judged as leads are, each with a share of its own.
    pub judges_responsible: bool,
    /// 配合单位: shown, never sanctioned.
    pub support: Vec<Support>,
    /// In what the source contradicts itself; empty where it does not. Until that is settled there is no tier.
    pub disputed: String,
    /// What has to be done before: information, never a verdict.
    pub after: Vec<ItemIx>,
    /// What is counted, if anything is.
    pub quantity: Option<Quantity>,
    /// What it is compared with by the plan. What is in force in a month is [`Item::schedule_at`].
    pub schedule: Schedule,
    /// 计划调整: what has been approved since, by the day of the approval: a later one rules, from its month on.
    pub revisions: Vec<Revision>,
    /// 督查: where it comes from, if it was added after an inspection.
    pub finding: Option<Finding>,
    /// Where the item begins in its file.
    pub place: Place,
}

impl Item {
    /// Takes in what has been approved, in the order of the register. Of several in force in a month the one approved
    /// last rules; of those approved on one day the one with the later month, then the later one.
    pub fn revise(&mut self, mut approved: Vec<Revision>) {
        approved.sort_by_key(|revision| (revision.date, revision.from));
        let mut held = self.schedule.curve().cloned();
        for revision in &mut approved {
            let curve = Curve::changed(held.as_ref(), revision.from, &revision.curve, revision.place);
            revision.schedule = Schedule::Curve(curve.clone());
            held = Some(curve);
        }
        self.revisions = approved;
    }

    /// The schedule in force at the close of a month.
    pub fn schedule_at(&self, as_of: AsOf) -> &Schedule {
        self.revision_at(as_of).map_or(&self.schedule, |at| &self.revisions[at].schedule)
    }

    /// 待核定: whether the source contradicts itself and nobody has settled it by the close of a month.
    pub fn is_disputed_at(&self, as_of: AsOf) -> bool {
        !self.disputed.is_empty() && self.settled_by(as_of).is_none()
    }

    /// The approved change that has settled by the close of a month in what the source contradicts itself.
    pub fn settled_by(&self, as_of: AsOf) -> Option<&Revision> {
        let counts =
            |revision: &&Revision| revision.settles && revision.from <= as_of.month && as_of.knows(revision.date);
        self.revisions.iter().find(counts)
    }

    /// What a unit that answers for the item is to it.
    pub fn role_of(&self, unit: UnitIx) -> UnitRole {
        if self.responsible.contains(&unit) { UnitRole::Responsible } else { UnitRole::Lead }
    }

    /// The approved change in force at the close of a month, by its position.
    pub fn revision_at(&self, as_of: AsOf) -> Option<usize> {
        let counts = |revision: &Revision| revision.from <= as_of.month && as_of.knows(revision.date);
        self.revisions.iter().rposition(counts)
    }

    /// Whether it exists at the close of a month: what the plan names always does, what an inspection found from the
    /// month of the finding on.
    pub fn exists_at(&self, as_of: AsOf) -> bool {
        self.finding.as_ref().is_none_or(|finding| Month::of(finding.date) <= as_of.month && as_of.knows(finding.date))
    }

    /// The first month at whose close it exists, in a plan that begins in `start`.
    pub fn first_month(&self, start: Month) -> Month {
        let found = self.finding.as_ref().map(|finding| Month::of(finding.date));
        found.map_or(start, |month| month.max(start))
    }
}
