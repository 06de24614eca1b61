//! What a comparison names as causes is applied to the earlier state, and nothing else: the new verdict comes out. With
//! any one of them left out it does not. Where several are named of which any is said to be enough, each is.
//!
//! `SHANGDANG_CAUSES_CASES` sets the number of pairs of states.

#![expect(clippy::disallowed_methods, reason = "the number of cases comes from the environment")]

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use shangdang::assess::{AsOf, Bucket, Verdict, verdict_on};
use shangdang::compare::{Cause, CauseKind, Causes, Filed as Said, Version, Works};
use shangdang::model::{Exemption, Finding, Lag, Month, RecordKind, Revision, Schedule, ShareIx, Threshold};
use shangdang::source::{FileId, Place};

use super::causes::compared_states;
use super::{
    LENGTH, any_curve, any_duty, indicator_duty, nth, percent_duty, quantity_duty, recurring_duty, start,
    unplanned_duty,
};
use crate::support::{Duty, Setting, config, rungs};

/// An entry of the register: its number, by which it is known, the months it is in force, and what it asks for.
#[derive(Clone, Debug)]
struct Record<T> {
    number: u32,
    from: Month,
    until: Month,
    holds: T,
}

/// One state of a workspace with one share, at most.
#[derive(Clone, Debug)]
struct Scene {
    month: Month,
    rungs: Vec<Threshold>,
    /// None where the finding it came from has been taken back.
    duty: Option<Duty>,
    /// The month in which an inspection found it.
    found: Option<Month>,
    changes: Vec<Record<Schedule>>,
    exemptions: Vec<Record<()>>,
}

/// What is compared of a verdict.
#[derive(Clone, Debug, PartialEq)]
struct Facts {
    bucket: Bucket,
    lag: Option<Lag>,
    tier: Option<usize>,
    is_withheld: bool,
    is_presumed: bool,
}

fn facts(verdict: &Verdict) -> Facts {
    Facts {
        bucket: verdict.bucket,
        lag: verdict.lag,
        tier: verdict.tier.map(|tier| tier.0),
        is_withheld: verdict.withheld.is_some(),
        is_presumed: verdict.presumed,
    }
}

fn place(number: u32) -> Place {
    Place { file: FileId(0), start: number, end: number + 1 }
}

impl Scene {
    fn workspace(&self) -> shangdang::model::Workspace {
        let duties = self.duty.iter().cloned().collect();
        let setting = Setting { rungs: self.rungs.clone(), ..Setting::new(start(), nth(LENGTH - 1), duties) };
        let mut workspace = setting.workspace();
        let Some(item) = workspace.items.first_mut() else {
            return workspace;
        };
        item.finding = self.found.map(|month| Finding { date: month.first_day(), by: String::new() });
        item.place = place(1);
        item.revise(self.changes.iter().map(revision).collect());
        let exempt = |record: &Record<()>| Exemption {
            share: ShareIx(0),
            from: record.from,
            until: record.until,
            reason: String::new(),
            reference: record.number.to_string(),
            date: start().first_day(),
            place: place(record.number),
        };
        workspace.register.exemptions = self.exemptions.iter().map(exempt).collect();
        for (position, entry) in (1000..).zip(&mut workspace.shares[0].entries) {
            entry.place = place(position);
        }
        workspace
    }

    fn verdict(&self) -> Option<Verdict> {
        let (workspace, as_of) = (self.workspace(), AsOf::close_of(self.month));
        let is_there = workspace.items.iter().any(|item| item.exists_at(as_of));
        is_there.then(|| verdict_on(&workspace, ShareIx(0), as_of))
    }

    fn is_silent(&self) -> bool {
        self.verdict().is_some_and(|verdict| verdict.unsaid.is_some())
    }

    fn in_force<T: Clone>(&self, records: &[Record<T>]) -> Vec<Record<T>> {
        let records = records.iter().filter(|record| (record.from..=record.until).contains(&self.month));
        records.cloned().collect()
    }
}

fn revision(record: &Record<Schedule>) -> Revision {
    Revision {
        from: record.from,
        date: record.from.first_day(),
        reference: String::new(),
        reason: String::new(),
        settles: false,
        curve: record.holds.curve().expect("a change asks for a curve").clone(),
        schedule: Schedule::Unscheduled,
        place: place(record.number),
    }
}

/// The earlier state with some causes applied, and what is then found. That it rests on silence is looked at only where
/// that has changed.
fn applied(before: &Scene, after: &Scene, causes: &[&Cause]) -> Option<Facts> {
    let has = |wanted: fn(CauseKind) -> bool| causes.iter().any(|cause| wanted(cause.kind));
    let from = |is_later: bool| if is_later { after } else { before };
    let is_reported = has(|kind| kind == CauseKind::Report);
    let is_planned = has(|kind| kind == CauseKind::Schedule);
    let is_finding = has(|kind| kind == CauseKind::Finding);
    let month = from(has(|kind| kind == CauseKind::Time)).month;
    let mut scene = Scene { month, ..from(is_planned || is_finding).clone() };
    scene.rungs.clone_from(&from(has(|kind| kind == CauseKind::Ladder)).rungs);
    let held = [before, after].map(|side| side.duty.clone().expect("both sides have the share"));
    let duty = scene.duty.as_mut().expect("both sides have the share");
    duty.key = held[usize::from(has(|kind| kind == CauseKind::Key) || is_finding)].key;
    // What was reported by then counts as if it had been by the month that is assessed.
    let side = from(is_reported);
    let mut filed = held[usize::from(is_reported)].leads[0].filed.clone();
    filed.retain(|filed| filed.month <= side.month);
    for filed in &mut filed {
        filed.month = filed.month.min(month);
    }
    duty.leads[0].filed = filed;
    let is_named = |version: Version, number: u32, wanted: fn(CauseKind) -> bool| {
        causes.iter().any(|cause| wanted(cause.kind) && cause.place == Some((version, place(number))))
    };
    // What is in force at its own close is in force at this one.
    scene.changes = mix(&before.in_force(&before.changes), &after.in_force(&after.changes), |number| {
        is_named(Version::After, number, |kind| kind == CauseKind::Change)
            || is_named(Version::Before, number, |kind| kind == CauseKind::Withdrawn(RecordKind::Changes))
    });
    scene.changes.sort_by_key(|record| record.from);
    scene.exemptions = mix(&before.in_force(&before.exemptions), &after.in_force(&after.exemptions), |number| {
        is_named(Version::After, number, |kind| matches!(kind, CauseKind::Exemption { .. }))
            || is_named(Version::Before, number, |kind| kind == CauseKind::Withdrawn(RecordKind::Exemptions))
    });
    for change in &mut scene.changes {
        change.from = change.from.min(month);
    }
    for exemption in &mut scene.exemptions {
        (exemption.from, exemption.until) = (month, month);
    }
    let is_broken = is_reported && !after.is_silent() || has(|kind| matches!(kind, CauseKind::Filing { .. }));
    let is_silent = from(is_broken).is_silent();
    scene.found = None;
    let found = scene.verdict().map(|verdict| facts(&verdict))?;
    let presumed = [before, after].map(|side| side.verdict().is_some_and(|verdict| verdict.presumed));
    let is_presumed = if presumed[0] == presumed[1] { presumed[1] } else { found.tier.is_some() && is_silent };
    Some(Facts { is_presumed, ..found })
}

/// The entries of the earlier state with those applied that come or go.
fn mix<T: Clone>(before: &[Record<T>], after: &[Record<T>], is_applied: impl Fn(u32) -> bool) -> Vec<Record<T>> {
    let is_in = |number: u32, records: &[Record<T>]| records.iter().any(|record| record.number == number);
    let kept = before.iter().filter(|record| is_in(record.number, after) || !is_applied(record.number));
    let come = after.iter().filter(|record| !is_in(record.number, before) && is_applied(record.number));
    kept.chain(come).cloned().collect()
}

/// Two states and what is said of the share.
fn compared(before: &Scene, after: &Scene) -> Option<Causes> {
    let states = [before, after].map(|scene| (scene.workspace(), scene.month));
    compared_states(states, |comparison| comparison.shifts.last().map(|shift| shift.causes.clone()))
}

prop_compose! {
    fn any_record()(from in 0..LENGTH, length in 0..8_i32) -> (Month, Month) { (nth(from), nth(from + length)) }
}

/// Two duties of one kind, so that the reports of the one mean something to the other; sometimes of any.
fn any_duties() -> impl Strategy<Value = (Duty, Duty)> {
    fn twice<S: Strategy<Value = (Schedule, Vec<crate::support::Lead>)>>(
        of: fn() -> S,
    ) -> impl Strategy<Value = (Duty, Duty)> {
        let duty = move || of().prop_map(|(schedule, leads)| Duty { schedule, key: true, leads });
        (duty(), duty())
    }
    let recurring = || recurring_duty().prop_map(|(recurring, leads)| (Schedule::Recurring(recurring), leads));
    let indicator = || indicator_duty().prop_map(|(indicator, leads)| (Schedule::Indicator(indicator), leads));
    prop_oneof![
        4 => twice(percent_duty),
        2 => twice(quantity_duty),
        2 => twice(recurring),
        2 => twice(indicator),
        1 => twice(unplanned_duty),
        1 => (any_duty(), any_duty()),
    ]
}

/// Two states of one share: each thing is the same on both sides, or not.
fn any_pair() -> impl Strategy<Value = (Scene, Scene)> {
    let sides = || prop_oneof![Just([true, true]), Just([true, false]), Just([false, true])];
    let changes = vec((any_record(), any_curve().prop_map(Schedule::Curve), sides()), 0..3);
    let exemptions = vec((any_record(), sides()), 0..3);
    let rungs = prop_oneof![
        Just(rungs(&[1, 2, 3])),
        Just(rungs(&[2, 5])),
        Just(vec![Threshold::at(0), Threshold::at(1), Threshold::beyond(2)]),
    ];
    let months = prop_oneof![
        (0..LENGTH + 3).prop_map(|month| (month, month)),
        (0..LENGTH + 2).prop_map(|month| (month, month + 1)),
        (0..LENGTH, 0..6_i32).prop_map(|(month, later)| (month, month + later)),
    ];
    let mask = vec(prop::bool::weighted(0.3), 4);
    let found = (option::weighted(0.2, 0..LENGTH), prop::bool::weighted(0.9));
    let drawn = (any_duties(), (rungs.clone(), rungs), months, changes, exemptions, mask, found);
    drawn.prop_map(|((mut one, mut other), (rungs, later), months, changes, exemptions, mask, found)| {
        one.leads.truncate(1);
        other.leads.truncate(1);
        let mut duties = [one.clone(), one];
        let [_, duty] = &mut duties;
        if mask[0] {
            duty.schedule = other.schedule;
            duty.leads[0].amount = other.leads[0].amount;
        }
        let is_of_another_kind = duty.leads[0].amount.is_some() != other.leads[0].amount.is_some();
        if mask[1] || mask[0] && is_of_another_kind {
            duty.leads[0].filed.clone_from(&other.leads[0].filed);
        }
        if mask[2] {
            duty.key = !duty.key;
        }
        let may_change = duties.iter().all(|duty| duty.schedule.curve().is_some() || duty.schedule.is_unscheduled());
        let numbered = (10_u32..).zip(&changes);
        let changes = |side: usize| {
            let own = numbered.clone().filter(|(_, (.., sides))| may_change && sides[side]);
            let record = |(number, ((from, _), curve, _)): (u32, &((Month, Month), Schedule, _))| Record {
                number,
                from: *from,
                until: nth(LENGTH * 9),
                holds: curve.clone(),
            };
            let mut own: Vec<Record<Schedule>> = own.map(record).collect();
            own.sort_by_key(|record| record.from);
            own.dedup_by_key(|record| record.from);
            own
        };
        let exempted = (20_u32..).zip(&exemptions);
        let exempt = |side: usize| -> Vec<Record<()>> {
            let own = exempted.clone().filter(|(_, (_, sides))| sides[side]);
            own.map(|(number, &((from, until), _))| Record { number, from, until, holds: () }).collect()
        };
        let (found, is_there) = found;
        let [one, other] = duties;
        let scene = |side: usize, duty, month, rungs| Scene {
            month: nth(month),
            rungs,
            duty,
            found: found.map(nth),
            changes: changes(side),
            exemptions: exempt(side),
        };
        let later = if mask[3] { later } else { rungs.clone() };
        let after = scene(1, Some(other).filter(|_| found.is_none() || is_there), months.1, later);
        (scene(0, Some(one), months.0, rungs), after)
    })
}

fn many() -> ProptestConfig {
    let cases = std::env::var("SHANGDANG_CAUSES_CASES");
    let cases = cases.map_or(6_000, |count| count.parse().expect("SHANGDANG_CAUSES_CASES is a number"));
    ProptestConfig { cases, max_shrink_iters: 4_000, ..config() }
}

proptest! {
    #![proptest_config(many())]

    #[test]
    fn what_is_named_and_nothing_less_gives_the_new_verdict((before, after) in any_pair()) {
        let (was, is) = (before.verdict(), after.verdict());
        let Some(causes) = compared(&before, &after) else {
            prop_assert_eq!(was.as_ref().map(facts), is.as_ref().map(facts), "another verdict, and no cause");
            return Ok(());
        };
        let (Some(was), Some(is)) = (was, is) else {
            // It is there on one side only: what an inspection found, or what was taken back.
            let kinds: BTreeSet<CauseKind> = causes.all.iter().map(|cause| cause.kind).collect();
            let gone = after.duty.is_none();
            let kind = if gone { CauseKind::Withdrawn(RecordKind::Findings) } else { CauseKind::Finding };
            prop_assert_eq!(kinds, BTreeSet::from([kind]));
            return Ok(());
        };
        prop_assert!(!causes.sets.is_empty(), "another verdict, and no cause");
        for set in &causes.sets {
            let named: Vec<&Cause> = set.iter().map(|&at| &causes.all[at]).collect();
            prop_assert_eq!(applied(&before, &after, &named), Some(facts(&is)), "{:?}", named);
            let has = |kind| named.iter().any(|cause| cause.kind == kind);
            for left_out in 0..named.len() {
                // Reports in one measure mean nothing under a plan in another.
                let is_plan = |kind| [CauseKind::Schedule, CauseKind::Finding].contains(&kind);
                let is_tied = (named[left_out].kind == CauseKind::Report || is_plan(named[left_out].kind))
                    && has(CauseKind::Report)
                    && named.iter().any(|cause| is_plan(cause.kind));
                let mut rest = named.clone();
                let without = rest.remove(left_out);
                if !is_tied {
                    prop_assert_ne!(applied(&before, &after, &rest), Some(facts(&is)), "without {:?}", without);
                }
            }
            let time = named.iter().find(|cause| cause.kind == CauseKind::Time);
            if is.lag < was.lag {
                prop_assert!(time.is_none_or(|time| time.works == Works::Against), "time lowers a lag");
            }
            if let Some(time) = time {
                prop_assert!(applied(&before, &after, &[*time]).expect("a verdict").lag >= was.lag);
            }
            let said = named.iter().filter(|cause| matches!(cause.kind, CauseKind::Filing { filed: Said::Said, .. }));
            prop_assert!(said.count() == 0 || !has(CauseKind::Report), "one report named twice");
        }
        // Any one that is enough by itself is named.
        if causes.sets.iter().all(|set| set.len() == 1) {
            let is_enough = |kind| {
                let cause = Cause { kind, works: Works::Along, place: None, late: None };
                applied(&before, &after, &[&cause]) == Some(facts(&is))
            };
            for kind in [CauseKind::Time, CauseKind::Key, CauseKind::Ladder] {
                let is_finding = before.found.is_some();
                prop_assert!(causes.all.iter().any(|cause| cause.kind == kind) || is_finding || !is_enough(kind));
            }
        }
    }
}
