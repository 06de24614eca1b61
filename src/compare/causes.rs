//! Why a verdict differs. What can bear on it comes in groups: the figures reported, the month, the schedule, whether
//! the item is key, the ladder. For every set of these changes `assess` is asked what the verdict would have been with
//! only that set applied. A set is sufficient if it gives the final verdict; the causes are the groups in the smallest
//! sufficient sets. What pushed the other way is named as such.
//!
//! That a tier rests on silence is a separate cause: it says nothing about the lag.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::Side;
use super::edits::Version;
use super::schedule;
use super::share_on_side::ShareOnSide;
use crate::assess::{self, AsOf, Bucket, Verdict};
use crate::model::{
    Entry, Every, Item, ItemIx, Lag, Month, Office, Plan, Register, Report, ReportIx, Rhythm, Share, ShareIx, Task,
    TaskIx, UnitIx, Workspace,
};
use crate::source::Place;

/// One reason for a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cause {
    /// What caused it.
    pub kind: CauseKind,
    /// Which way it pushed.
    pub works: Works,
    /// Where it is written.
    pub place: Option<(Version, Place)>,
}

/// What can change a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CauseKind {
    /// 月报: the figures that the unit reported.
    Report,
    /// 报送: whether anything was reported on the item for the month has changed.
    Filing {
        /// What was reported.
        filed: Filed,
        /// For this month.
        month: Month,
    },
    /// 时间: the month, and with it what the plan asks for.
    Time,
    /// 方案: the schedule or the quantity.
    Schedule,
    /// 方案: whether the item is key.
    Key,
    /// 档次表
    Ladder,
    /// 方案: the item, or this unit as its lead, is new.
    NewShare {
        /// The item is new, not only the lead.
        is_item: bool,
    },
    /// 起报: the unit is kept on one side only.
    Kept {
        /// Its first month.
        from: Month,
    },
    /// 方案: the item, or this unit as its lead, is gone.
    GoneShare {
        /// The item is gone, not only the lead.
        is_item: bool,
    },
}

/// What was reported on an item for a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Filed {
    /// Something on the item.
    Said,
    /// The unit's report does not say how it stands.
    Silent,
    /// No report at all.
    Missing,
}

/// In which direction a cause pushed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Works {
    /// In the direction of the change.
    Along,
    /// Against it.
    Against,
}

/// The groups of changes, each a bit of a set.
const GROUPS: [CauseKind; 5] =
    [CauseKind::Report, CauseKind::Time, CauseKind::Schedule, CauseKind::Key, CauseKind::Ladder];

/// A set of groups whose state is that of the later side.
type Set = u32;

/// Why the verdict on a share that both sides have differs; the caller knows that it does.
pub(super) fn causes(
    (before, one): (Side<'_>, ShareOnSide<'_>),
    (after, other): (Side<'_>, ShareOnSide<'_>),
) -> Vec<Cause> {
    let mixing = Mixing { sides: [before, after], both: [one, other] };
    let parts = mixing.parts();
    let all: Set = parts.iter().sum();
    let core = |set: Set| mixing.core(set);
    let (was, is) = (core(0), core(all));
    let mut causes = Vec::new();
    if was != is {
        let enough = smallest(&parts, |set| core(set) == is);
        for &part in parts.iter().filter(|&&part| enough & part != 0) {
            let went = direction(&was, &is);
            let alone = direction(&was, &core(part));
            let last = direction(&core(all & !part), &is);
            let is_along = alone == went || last == went;
            let is_against = [alone, last].contains(&went.reverse()) && went != Ordering::Equal;
            let works = if is_against && !is_along { Works::Against } else { Works::Along };
            for (bit, kind) in GROUPS.into_iter().enumerate() {
                if part & (1 << bit) != 0 {
                    let place = mixing.place(kind);
                    causes.push(Cause { kind, works, place });
                }
            }
        }
    }
    causes.extend(mixing.filing());
    causes.sort_by_key(|cause| (cause.works == Works::Against, cause.kind));
    causes
}

/// Why a share exists on one side only.
pub(super) fn of_one_side(
    (before, one): (Side<'_>, Option<ShareOnSide<'_>>),
    (after, other): (Side<'_>, Option<ShareOnSide<'_>>),
) -> Vec<Cause> {
    let has = |side: Side<'_>, id: &str| side.workspace.items.iter().any(|item| item.id == id);
    let cause = |kind, place| Cause { kind, works: Works::Along, place: Some(place) };
    if let Some(from) = kept_from((before, one), (after, other)) {
        return vec![Cause { kind: CauseKind::Kept { from }, works: Works::Along, place: None }];
    }
    let new = other.map(|new| {
        let is_item = !has(before, &new.item.id);
        cause(CauseKind::NewShare { is_item }, (Version::After, new.item.place))
    });
    let gone = one.map(|gone| {
        let is_item = !has(after, &gone.item.id);
        cause(CauseKind::GoneShare { is_item }, (Version::Before, gone.item.place))
    });
    new.or(gone).into_iter().collect()
}

/// The first month of the unit of a share that both sides have, if one of them is of an earlier month.
fn kept_from(
    (before, one): (Side<'_>, Option<ShareOnSide<'_>>),
    (after, other): (Side<'_>, Option<ShareOnSide<'_>>),
) -> Option<Month> {
    let (there, without) = if one.is_none() { (other?, before) } else { (one?, after) };
    let mut units = without.workspace.units();
    let unit = units.find(|&unit| without.workspace.unit(unit).id == there.unit.id)?;
    let mut led = without.workspace.shares_by(unit);
    let has_share = led.any(|(_, share)| without.workspace.item(share.item).id == there.item.id);
    let from = without.workspace.plan.kept_from(unit);
    (has_share && from > without.assessment.as_of.month).then_some(from)
}

/// The union of the smallest sufficient sets of parts: those from which no part can be removed.
fn smallest(parts: &[Set], is_enough: impl Fn(Set) -> bool) -> Set {
    let sets: Vec<Set> = (0..1_u32 << parts.len())
        .map(|choice| {
            let chosen = parts.iter().enumerate().filter(|(at, _)| choice & (1 << at) != 0);
            chosen.map(|(_, part)| part).sum()
        })
        .filter(|&set| is_enough(set))
        .collect();
    let is_smallest = |set: &&Set| !sets.iter().any(|other| other != *set && other & **set == *other);
    sets.iter().filter(is_smallest).fold(0, |union, set| union | set)
}

/// What is compared of a verdict; the tier by the id and height of its rung.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Core {
    tier: Option<(usize, String)>,
    lag: Option<Lag>,
    bucket: Bucket,
}

/// Worse is greater.
fn direction(one: &Core, other: &Core) -> Ordering {
    let height = |core: &Core| core.tier.as_ref().map(|(height, _)| *height);
    let rank = |core: &Core| match core.bucket {
        Bucket::Standing | Bucket::Unscheduled => Bucket::Complete,
        bucket => bucket,
    };
    height(other).cmp(&height(one)).then(other.lag.cmp(&one.lag)).then(rank(other).cmp(&rank(one)))
}

/// The two states of a share, to be mixed.
struct Mixing<'a> {
    sides: [Side<'a>; 2],
    both: [ShareOnSide<'a>; 2],
}

impl<'a> Mixing<'a> {
    /// The groups that differ, each a set of its own. Figures of one measure mean nothing under a schedule of another,
    /// so those two then change together.
    fn parts(&self) -> Vec<Set> {
        let [one, other] = self.both;
        let [before, after] = self.sides;
        let figures = |at: usize| {
            let entries = self.entries(at).into_iter();
            entries.map(|entry| (entry.month, entry.reading)).collect::<Vec<_>>()
        };
        let rungs = |side: Side<'a>| {
            let rungs = side.workspace.plan.ladder.rungs().iter();
            rungs.map(|rung| (&rung.id, rung.months)).collect::<Vec<_>>()
        };
        let differs = [
            figures(0) != figures(1),
            before.assessment.as_of.month != after.assessment.as_of.month,
            !schedule::is_same((one.item, one.share), (other.item, other.share))
                || before.workspace.plan.kept_from(one.share.unit) != after.workspace.plan.kept_from(other.share.unit),
            one.item.key != other.item.key,
            rungs(before) != rungs(after),
        ];
        let mut parts: Vec<Set> = Vec::new();
        let is_tied = schedule::kind(one.item) != schedule::kind(other.item) && differs[0];
        for (bit, _) in differs.iter().enumerate().filter(|(_, differs)| **differs) {
            match parts.first_mut() {
                Some(first) if is_tied && bit == 2 => *first |= 1 << bit,
                _ => parts.push(1 << bit),
            }
        }
        parts
    }

    /// The entries that count on one side.
    fn entries(&self, at: usize) -> Vec<&'a Entry> {
        let side = self.sides[at];
        let as_of = side.assessment.as_of;
        let counts = |entry: &&Entry| {
            let report = side.workspace.report(entry.report);
            entry.month <= as_of.month && report.is_known_by(as_of.known_by, &side.workspace.plan)
        };
        self.both[at].share.entries.iter().filter(counts).collect()
    }

    /// What the verdict would be with only a set of the changes.
    fn core(&self, set: Set) -> Core {
        let from = |kind: CauseKind| {
            let bit = GROUPS.iter().position(|group| *group == kind).unwrap_or(0);
            usize::from(set & (1 << bit) != 0)
        };
        let month = self.sides[from(CauseKind::Time)].assessment.as_of.month;
        let held = self.both[from(CauseKind::Schedule)];
        let rungs = self.sides[from(CauseKind::Ladder)].workspace.plan.ladder.clone();
        // What was reported later counts as if it had already been reported for this month.
        let entries = self.entries(from(CauseKind::Report)).into_iter();
        let entries: Vec<Entry> = entries
            .map(|entry| Entry { month: entry.month.min(month), report: ReportIx(0), ..entry.clone() })
            .collect();
        let plan = Plan {
            members: Vec::new(),
            title: String::new(),
            start: month,
            end: month,
            reports_from: self.sides[from(CauseKind::Schedule)].workspace.plan.kept_from(held.share.unit),
            reports_every: Rhythm::Every(Every::Month),
            report_day: 1,
            report_days: BTreeMap::new(),
            sample: false,
            accountability_rule: String::new(),
            office: Office::default(),
            units: vec![held.unit.clone()],
            ladder: rungs,
        };
        let report = Report {
            month,
            unit: UnitIx(0),
            submitted: None,
            reporter: String::new(),
            approver: String::new(),
            file: held.item.place.file,
        };
        let mixed = Workspace {
            plan,
            tasks: vec![Task { number: 0, title: String::new(), section: String::new() }],
            items: vec![Item { task: TaskIx(0), key: self.both[from(CauseKind::Key)].item.key, ..held.item.clone() }],
            shares: vec![Share { item: ItemIx(0), unit: UnitIx(0), amount: held.share.amount, entries }],
            reports: vec![report],
            reports_of: vec![vec![ReportIx(0)]],
            drafts: Vec::new(),
            register: Register::default(),
        };
        let assessed = assess::assess_share(&mixed, ShareIx(0), AsOf::close_of(month));
        let verdict: &Verdict = assessed.verdict();
        let rung = |tier: crate::model::Tier| {
            let id = mixed.plan.ladder.rung(tier).id.clone();
            (tier.0, id)
        };
        Core { tier: verdict.tier.map(rung), lag: verdict.lag, bucket: verdict.bucket }
    }

    /// Where a cause is written: the newest entry that differs, or the item.
    fn place(&self, kind: CauseKind) -> Option<(Version, Place)> {
        match kind {
            CauseKind::Report => {
                let (old, new) = (self.entries(0), self.entries(1));
                let is_in = |entry: &Entry, others: &[&Entry]| {
                    let same = |other: &&Entry| (other.month, other.reading) == (entry.month, entry.reading);
                    others.iter().any(same)
                };
                let come = new.iter().rev().find(|entry| !is_in(entry, &old));
                let gone = || old.iter().rev().find(|entry| !is_in(entry, &new));
                come.map(|entry| (Version::After, entry.place))
                    .or_else(|| gone().map(|entry| (Version::Before, entry.place)))
            }
            CauseKind::Schedule | CauseKind::Key => Some((Version::After, self.both[1].item.place)),
            _ => None,
        }
    }

    /// Whether the tier has come to rest on silence, or no longer does.
    fn filing(&self) -> Option<Cause> {
        let [was, is] = self.both.map(|on_side| on_side.verdict());
        let newest = self.entries(1).into_iter().next_back();
        let (said, month) = match (was.presumed, is.presumed) {
            (false, true) => (None, is.unsaid?),
            (true, false) if is.tier.is_some() => (newest, newest?.month),
            _ => return None,
        };
        let (workspace, as_of) = (self.sides[1].workspace, self.sides[1].assessment.as_of);
        let mut reports = workspace.reports_of[self.both[1].share.unit.0].iter();
        let has_report = reports.any(|&report| {
            let report = workspace.report(report);
            report.month == month && report.is_known_by(as_of.known_by, &workspace.plan)
        });
        let filed = match (said, has_report) {
            (Some(_), _) => Filed::Said,
            (None, true) => Filed::Silent,
            (None, false) => Filed::Missing,
        };
        Some(Cause {
            kind: CauseKind::Filing { filed, month },
            works: Works::Along,
            place: said.map(|entry| (Version::After, entry.place)),
        })
    }
}
