//! Two states of one share, mixed: each difference between them can be taken from the one state or from the other, and
//! `assess` is asked what the verdict would be. What is in force at a close counts as in force in the mixed state too,
//! whichever month that has: so the month by itself is only what the plan asks for by then.

use std::cmp::Ordering;

use chrono::NaiveDate;

use super::Side;
use super::cause::{Cause, CauseKind, Filed, Works};
use super::edits::Version;
use super::schedule;
use super::share_on_side::ShareOnSide;
use crate::assess::{AsOf, Bucket, Verdict, Withheld, verdict_on};
use crate::model::{
    Entry, Exemption, Figure, Item, Ladder, Lag, Month, Plan, Reading, RecordKind, Report, ReportIx, Revision, ShareIx,
    UnitIx, Workspace,
};
use crate::source::Place;

/// A set of differences, each a bit: those whose state is that of the later side.
pub(super) type Set = u32;

/// More differences than this are not taken one by one: every set of them would have to be tried.
const MOST: usize = 10;

/// What is compared of a verdict: where the share stands, how late it is, which tier it has, and what that rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Facts {
    bucket: Bucket,
    lag: Option<Lag>,
    tier: Option<String>,
    withheld: Option<Withheld>,
    is_presumed: bool,
}

/// A verdict as it is compared and graded.
#[derive(Clone, Debug)]
pub(super) struct Outcome {
    pub(super) facts: Facts,
    /// Of its tier on its ladder.
    height: Option<usize>,
}

impl Outcome {
    pub(super) fn of(verdict: &Verdict, ladder: &Ladder) -> Self {
        Self {
            facts: Facts {
                bucket: verdict.bucket,
                lag: verdict.lag,
                tier: verdict.tier.map(|tier| ladder.rung(tier).id.clone()),
                withheld: verdict.withheld_as(),
                is_presumed: verdict.presumed,
            },
            height: verdict.tier.map(|tier| tier.0),
        }
    }

    /// How the other compares; worse is greater.
    pub(super) fn towards(&self, other: &Self) -> Ordering {
        let rank = |outcome: &Self| match outcome.facts.bucket {
            Bucket::Standing | Bucket::Unscheduled => Bucket::Complete,
            bucket => bucket,
        };
        let lags = other.facts.lag.cmp(&self.facts.lag);
        other.height.cmp(&self.height).then(lags).then(rank(other).cmp(&rank(self)))
    }
}

/// One thing in which the states differ.
struct Difference {
    what: What,
    kind: CauseKind,
    place: Option<(Version, Place)>,
}

/// Positions are those among the changes and exemptions in force on each side.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Report,
    Silence,
    Time,
    Plan,
    Key,
    Dispute,
    Ladder,
    Change(Pair),
    Exemption(Pair),
}

/// A share on one side, with what is in force at the close.
struct State<'a> {
    side: Side<'a>,
    on_side: ShareOnSide<'a>,
    alone: Workspace,
    month: Month,
    /// Those that count.
    entries: Vec<Entry>,
    changes: Vec<&'a Revision>,
    exemptions: Vec<&'a Exemption>,
    /// The newest month for which something should have been reported on the item and was not.
    unsaid: Option<Month>,
}

impl<'a> State<'a> {
    fn of(side: Side<'a>, on_side: ShareOnSide<'a>, frame: &Plan) -> Self {
        let as_of = side.assessment.as_of;
        let share = on_side.assessed.share;
        let mut alone = side.workspace.alone(share, frame);
        let mut entries = std::mem::take(&mut alone.shares[0].entries);
        entries.retain(|entry| {
            let report = alone.report(entry.report);
            entry.month <= as_of.month && report.is_known_by(as_of.known_by, &alone.plan)
        });
        let changes = on_side.item.revisions.iter();
        let exemptions = side.workspace.register.exemptions.iter();
        Self {
            month: as_of.month,
            unsaid: on_side.verdict().unsaid,
            changes: changes.filter(|change| change.from <= as_of.month && as_of.knows(change.date)).collect(),
            exemptions: exemptions.filter(|one| one.share == share && covers(one, as_of)).collect(),
            entries,
            alone,
            side,
            on_side,
        }
    }

    /// What the entries that count say, by month.
    fn said(&self) -> Vec<(Month, Reading, Option<&[Figure]>)> {
        let share = &self.alone.shares[0];
        self.entries.iter().map(|entry| (entry.month, entry.reading, share.standing(entry))).collect()
    }

    /// The day on which the report with the entry at a place was filed, if that was late.
    fn late_at(&self, place: Place) -> Option<NaiveDate> {
        let entry = self.entries.iter().find(|entry| entry.place == place)?;
        let report = Some(self.alone.report(entry.report)).filter(|report| report.is_late(&self.alone.plan))?;
        report.submitted
    }

    fn has_report(&self, month: Month) -> bool {
        let as_of = self.side.assessment.as_of;
        let plan = &self.side.workspace.plan;
        let mut reports = self.alone.reports.iter();
        reports.any(|report| report.month == month && report.is_known_by(as_of.known_by, plan))
    }

    fn is_silent(&self) -> bool {
        self.unsaid.is_some()
    }
}

fn covers(exemption: &Exemption, as_of: AsOf) -> bool {
    (exemption.from..=exemption.until).contains(&as_of.month) && as_of.knows(exemption.date)
}

/// The two states of a share, and in what they differ.
pub(super) struct Mixing<'a> {
    states: [State<'a>; 2],
    differences: Vec<Difference>,
    parts: Vec<Vec<Set>>,
}

impl<'a> Mixing<'a> {
    pub(super) fn new(frames: &[Plan; 2], sides: [Side<'a>; 2], both: [ShareOnSide<'a>; 2]) -> Self {
        let states = [0, 1].map(|at| State::of(sides[at], both[at], &frames[at]));
        let mut mixing = Self { states, differences: Vec::new(), parts: Vec::new() };
        mixing.differences = mixing.found();
        mixing.parts = mixing.tied();
        mixing
    }

    /// What can be applied by itself: one difference, or several that only make sense together. A report that breaks a
    /// silence can do so without its figure being of any weight, which is tried first; the last way is all of it.
    pub(super) fn parts(&self) -> &[Vec<Set>] {
        &self.parts
    }

    fn found(&self) -> Vec<Difference> {
        let [before, after] = &self.states;
        let [one, other] = [before.on_side, after.on_side];
        let item = Some((Version::After, other.item.place));
        let of_plan = |kind| if other.item.finding.is_some() { CauseKind::Finding } else { kind };
        let rungs = |state: &State<'_>| -> Vec<_> {
            let rungs = state.alone.plan.ladder.rungs().iter();
            rungs.map(|rung| (rung.id.clone(), rung.from)).collect()
        };
        let plan = |state: &State<'_>| {
            let plan = &state.alone.plan;
            (plan.start, plan.end, plan.track_until, plan.kept_from(UnitIx(0)))
        };
        let is_same = schedule::is_same((one.item, one.share), (other.item, other.share));
        let is_disputed = [one, other].map(|side| !side.item.disputed.is_empty());
        let single = [
            (before.said() != after.said(), What::Report, CauseKind::Report, self.entry()),
            (before.is_silent() != after.is_silent(), What::Silence, self.filing(), self.said_at()),
            (before.month != after.month, What::Time, CauseKind::Time, None),
            (!is_same || plan(before) != plan(after), What::Plan, of_plan(CauseKind::Schedule), item),
            (one.item.key != other.item.key, What::Key, of_plan(CauseKind::Key), item),
            (
                is_disputed[0] != is_disputed[1],
                What::Dispute,
                of_plan(CauseKind::Dispute { is_over: is_disputed[0] }),
                item,
            ),
            (rungs(before) != rungs(after), What::Ladder, CauseKind::Ladder, None),
        ];
        let single = single.into_iter().filter(|(differs, ..)| *differs);
        let single = single.map(|(_, what, kind, place)| Difference { what, kind, place });
        single.chain(self.changes()).chain(self.exemptions()).collect()
    }

    /// Figures of one measure mean nothing under a schedule of another, what breaks a silence is the report itself, and
    /// all of a finding is one entry.
    fn tied(&self) -> Vec<Vec<Set>> {
        let kinds = self.states.each_ref().map(|state| schedule::kind(state.on_side.item));
        let mut ties: Vec<Vec<What>> = Vec::new();
        if kinds[0] != kinds[1] {
            ties.push(vec![What::Report, What::Plan]);
        }
        if self.states[1].on_side.item.finding.is_some() {
            ties.push(vec![What::Plan, What::Key, What::Dispute]);
        }
        if !self.states[1].is_silent() {
            ties.push(vec![What::Report, What::Silence]);
        }
        let is_one = |one: What, other: What| {
            let is_register = |what| matches!(what, What::Change(_) | What::Exemption(_));
            let too_many = self.differences.len() > MOST && is_register(one) && is_register(other);
            too_many || ties.iter().any(|tie| tie.contains(&one) && tie.contains(&other))
        };
        let mut parts: Vec<Set> = Vec::new();
        for (bit, difference) in self.differences.iter().enumerate() {
            let of = |set: Set, what: What| {
                let mut members = self.differences.iter().enumerate().filter(|(at, _)| set & (1 << at) != 0);
                members.any(|(_, member)| is_one(member.what, what))
            };
            match parts.iter_mut().find(|part| of(**part, difference.what)) {
                Some(part) => *part |= 1 << bit,
                None => parts.push(1 << bit),
            }
        }
        let broken = self.differences.iter().position(|difference| difference.what == What::Silence);
        let broken = broken.map(|bit| 1 << bit);
        let ways = |part| broken.into_iter().filter(|bit| part & bit != 0 && part != *bit).chain([part]).collect();
        parts.into_iter().map(ways).collect()
    }

    fn changes(&self) -> Vec<Difference> {
        let is_same = |one: &Revision, other: &Revision| {
            let points = schedule::points;
            (one.from, one.date, one.settles, one.curve.shape(), points(&one.curve))
                == (other.from, other.date, other.settles, other.curve.shape(), points(&other.curve))
        };
        let lists = self.states.each_ref().map(|state| &*state.changes);
        let known = |old: &Revision| {
            let known = self.states[1].on_side.item.revisions.iter().find(|known| is_same(known, old));
            known.map(|known| known.place)
        };
        let pairs = paired(lists, is_same, |one, other| one.from == other.from);
        let kinds = [CauseKind::Change, CauseKind::Change, CauseKind::Withdrawn(RecordKind::Changes)];
        records(lists, pairs, known, |change| change.place, kinds, What::Change)
    }

    fn exemptions(&self) -> Vec<Difference> {
        let is_same = |one: &Exemption, other: &Exemption| {
            (one.from, one.date, &one.reference) == (other.from, other.date, &other.reference)
        };
        let lists = self.states.each_ref().map(|state| &*state.exemptions);
        let known = |old: &Exemption| {
            let after = &self.states[1];
            let share = after.on_side.assessed.share;
            let mut own = after.side.workspace.register.exemptions.iter().filter(|one| one.share == share);
            own.find(|known| is_same(known, old)).map(|known| known.place)
        };
        let kinds = [
            CauseKind::Exemption { is_over: false },
            CauseKind::Exemption { is_over: true },
            CauseKind::Withdrawn(RecordKind::Exemptions),
        ];
        records(lists, paired(lists, is_same, is_same), known, |one| one.place, kinds, What::Exemption)
    }

    /// Whether a set of the differences gives the verdict of the later side. Whether that rests on silence counts only
    /// where it has changed: what has not needs no cause.
    pub(super) fn gives(&self, set: Set) -> bool {
        let of = |state: &State<'_>| Outcome::of(state.on_side.verdict(), &state.side.workspace.plan.ladder).facts;
        let [was, is] = self.states.each_ref().map(of);
        let mut mixed = self.outcome(set).facts;
        if was.is_presumed == is.is_presumed {
            mixed.is_presumed = is.is_presumed;
        }
        mixed == is
    }

    /// What the verdict would be with only a set of the differences.
    pub(super) fn outcome(&self, set: Set) -> Outcome {
        let is_later = |what: What| {
            let position = self.differences.iter().position(|difference| difference.what == what);
            position.is_some_and(|bit| set & (1 << bit) != 0)
        };
        let from = |what: What| &self.states[usize::from(is_later(what))];
        let month = from(What::Time).month;
        let mut mixed = from(What::Plan).alone.clone();
        mixed.plan.ladder = from(What::Ladder).alone.plan.ladder.clone();
        let item: &mut Item = &mut mixed.items[0];
        item.key = from(What::Key).on_side.item.key;
        item.disputed.clone_from(&from(What::Dispute).on_side.item.disputed);
        item.revise(self.in_force(month, &is_later));
        // What was reported later counts as if it had already been reported for this month.
        let entries = from(What::Report).entries.iter();
        let entries =
            entries.map(|entry| Entry { month: entry.month.min(month), report: ReportIx(0), ..entry.clone() });
        mixed.shares[0].entries = entries.collect();
        mixed.shares[0].details.clone_from(&from(What::Report).alone.shares[0].details);
        mixed.reports = vec![Report::in_time(UnitIx(0), month, item.place.file)];
        mixed.reports_of = vec![vec![ReportIx(0)]];
        mixed.register.exemptions = self.covering(month, &is_later);
        let verdict = verdict_on(&mixed, ShareIx(0), AsOf::close_of(month));
        let mut outcome = Outcome::of(&verdict, &mixed.plan.ladder);
        outcome.facts.is_presumed = verdict.tier.is_some() && from(What::Silence).is_silent();
        outcome
    }

    fn in_force(&self, month: Month, is_later: &dyn Fn(What) -> bool) -> Vec<Revision> {
        let lists = self.states.each_ref().map(|state| &*state.changes);
        let mut all = self.chosen(lists, is_later, |what| match what {
            What::Change(pair) => Some(pair),
            _ => None,
        });
        all.sort_by_key(|change| (change.from, change.date));
        for change in &mut all {
            change.from = change.from.min(month);
        }
        all
    }

    fn covering(&self, month: Month, is_later: &dyn Fn(What) -> bool) -> Vec<Exemption> {
        let lists = self.states.each_ref().map(|state| &*state.exemptions);
        let all = self.chosen(lists, is_later, |what| match what {
            What::Exemption(pair) => Some(pair),
            _ => None,
        });
        all.into_iter().map(|one| Exemption { share: ShareIx(0), from: month, until: month, ..one }).collect()
    }

    /// The entries of the register that are in force in a mixed state.
    fn chosen<T: Clone>(
        &self,
        [before, after]: [&[&T]; 2],
        is_later: &dyn Fn(What) -> bool,
        pair: impl Fn(What) -> Option<Pair>,
    ) -> Vec<T> {
        let of = |side: usize, at: usize| {
            let mut whats = self.differences.iter().map(|difference| difference.what);
            whats.find(|&what| pair(what).is_some_and(|pair| pair[side] == Some(at)))
        };
        let old = before.iter().enumerate().filter(|(at, _)| of(0, *at).is_none_or(|what| !is_later(what)));
        let new = after.iter().enumerate().filter(|(at, _)| of(1, *at).is_some_and(is_later));
        old.chain(new).map(|(_, one)| (*one).clone()).collect()
    }

    /// A part as it is named.
    pub(super) fn causes(&self, part: Set, works: Works) -> Vec<Cause> {
        let members = || self.differences.iter().enumerate().filter(|(bit, _)| part & (1 << bit) != 0);
        // One report is one cause.
        let is_report = members().any(|(_, member)| member.what == What::Report);
        let named = members().map(|(_, member)| member).filter(|member| !is_report || member.what != What::Silence);
        let cause = |member: &Difference| Cause {
            kind: member.kind,
            works: if member.what == What::Time { self.of_time(works) } else { works },
            place: member.place,
            late: member.place.and_then(|(version, place)| self.states[version as usize].late_at(place)),
        };
        named.map(cause).collect()
    }

    /// Time alone never lowers a lag.
    fn of_time(&self, works: Works) -> Works {
        let [was, is] = self.states.each_ref().map(|state| state.on_side.verdict().lag);
        if is < was { Works::Against } else { works }
    }

    /// The newest entry that differs.
    fn entry(&self) -> Option<(Version, Place)> {
        let [old, new] = &self.states;
        let missing = |state: &State<'_>, other: &State<'_>| {
            let others = other.said();
            let said = state.said().into_iter().zip(&state.entries);
            said.rev().find(|(said, _)| !others.contains(said)).map(|(_, entry)| entry.place)
        };
        let come = missing(new, old).map(|place| (Version::After, place));
        come.or_else(|| missing(old, new).map(|place| (Version::Before, place)))
    }

    /// What was last reported, or was not; or that the plan asks for reports in other months.
    fn filing(&self) -> CauseKind {
        let asks = self.states.each_ref().map(|state| {
            let plan = &state.alone.plan;
            (plan.units[0].reports, plan.kept_from(UnitIx(0)), plan.rhythm_of(UnitIx(0)))
        });
        if asks[0] != asks[1] {
            return CauseKind::Asked;
        }
        let after = &self.states[1];
        let (filed, month) = match after.unsaid {
            Some(month) if after.has_report(month) => (Filed::Silent, month),
            Some(month) => (Filed::Missing, month),
            None => (Filed::Said, after.entries.last().map_or(after.month, |entry| entry.month)),
        };
        CauseKind::Filing { filed, month }
    }

    fn said_at(&self) -> Option<(Version, Place)> {
        let after = &self.states[1];
        let newest = after.entries.last().filter(|_| !after.is_silent());
        newest.map(|entry| (Version::After, entry.place))
    }
}

/// Two entries of the register by their positions on the two sides.
type Pair = [Option<usize>; 2];

/// What is on one side only, or was amended: what is the same on both is left out.
fn paired<T>(
    [before, after]: [&[&T]; 2],
    is_same: impl Fn(&T, &T) -> bool,
    is_amended: impl Fn(&T, &T) -> bool,
) -> Vec<Pair> {
    let mut old: Vec<usize> = (0..before.len()).collect();
    let mut new: Vec<usize> = (0..after.len()).collect();
    let mut matched = |old: &mut Vec<usize>, is_pair: &dyn Fn(&T, &T) -> bool| -> Vec<Pair> {
        let pair = |&mut one: &mut usize| {
            let at = new.iter().position(|&other| is_pair(before[one], after[other]))?;
            Some([Some(one), Some(new.remove(at))])
        };
        let pairs: Vec<Pair> = old.iter_mut().filter_map(pair).collect();
        old.retain(|&one| !pairs.iter().any(|pair| pair[0] == Some(one)));
        pairs
    };
    matched(&mut old, &is_same);
    let mut pairs = matched(&mut old, &is_amended);
    pairs.extend(old.into_iter().map(|one| [Some(one), None]));
    pairs.extend(new.into_iter().map(|other| [None, Some(other)]));
    pairs
}

/// A difference for each pair: new or amended, no longer in force though the later side still has it, or gone.
fn records<T>(
    [before, after]: [&[&T]; 2],
    pairs: Vec<Pair>,
    known: impl Fn(&T) -> Option<Place>,
    place: impl Fn(&T) -> Place,
    [new, over, withdrawn]: [CauseKind; 3],
    what: impl Fn(Pair) -> What,
) -> Vec<Difference> {
    let difference = |pair: Pair| {
        let (kind, place) = match pair {
            [_, Some(at)] => (new, (Version::After, place(after[at]))),
            [Some(at), None] => match known(before[at]) {
                Some(place) => (over, (Version::After, place)),
                None => (withdrawn, (Version::Before, place(before[at]))),
            },
            [None, None] => return None,
        };
        Some(Difference { what: what(pair), kind, place: Some(place) })
    };
    pairs.into_iter().filter_map(difference).collect()
}
