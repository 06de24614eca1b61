//! Every day on which something is due, collected once more: the newest version of a schedule counts, and what only older
//! ones ask for is dropped.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use shangdang::assess::{self, AsOf, Asked, Deadline, DeadlineState, Due, deadlines, unit_of};
use shangdang::model::{
    Dated, Decision, Figure, Item, Moment, Notice, Point, Ratio, Schedule, ShareIx, Tier, UnitIx, Workspace,
};
use shangdang::source::{FileId, Place};

use super::decisions::{any_changes, change};
use super::{LENGTH, any_setting, nth};
use crate::support::config;

/// Whether and on which day an answer is asked for, whether there is one, and whether the notice was withdrawn.
type Sent = (Option<u32>, bool, bool);

fn notice((reply_due, is_answered, is_withdrawn): Sent) -> Notice {
    let dated = || Dated { on: nth(3).day(9), text: String::new() };
    Notice {
        month: nth(2),
        number: String::new(),
        date: nth(3).day(2),
        unit: UnitIx(0),
        tier: Tier(0),
        shares: vec![ShareIx(0)],
        approver: String::new(),
        against_seal: String::new(),
        reply_due: reply_due.map(|day| nth(3).day(day)),
        reply: is_answered.then(dated),
        objection: None,
        decision: is_withdrawn.then(|| (Decision::Withdrawn, dated())),
        lifted: None,
        place: Place::top_of(FileId(0)),
    }
}

/// The last day that is not behind a moment.
fn day(moment: Moment) -> NaiveDate {
    match moment {
        Moment::Close(month) => month.plus(1).first_day().pred_opt().expect("a day before"),
        Moment::Day(day) => day,
    }
}

/// What a schedule asks for, by position, of a share that has so much to do.
fn asked(schedule: &Schedule, amount: Option<Figure>) -> BTreeMap<usize, (NaiveDate, Asked)> {
    match schedule {
        Schedule::Curve(curve) => {
            let points = curve.points().iter().enumerate();
            let stops = |(at, point): &(usize, &Point)| {
                let before = point.by.at() - Ratio::new(1, 1_000_000_000);
                *at > 0 && point.level == Ratio::ZERO && curve.required_at(before) > Ratio::ZERO
            };
            let asking = points.filter(|one| !stops(one)).map(|(_, point)| point).enumerate();
            let asking = asking.filter(|(_, point)| point.level != Ratio::ZERO);
            let whole = amount.map_or(Ratio::HUNDRED, Figure::ratio);
            let level = |point: &Point| Asked::Level(point.level * whole / Ratio::HUNDRED);
            asking.map(|(at, point)| (at, (day(point.by), level(point)))).collect()
        }
        Schedule::Recurring(recurring) => {
            let all = recurring.occurrences().iter().enumerate();
            all.map(|(at, one)| (at, (day(Moment::Close(one.due)), Asked::Occurrence(one.due)))).collect()
        }
        Schedule::Stages(_) => unreachable!("no duty here has stages"),
        Schedule::Indicator(indicator) => {
            let target = indicator.targets()[0];
            BTreeMap::from([(0, (day(target.from), Asked::Target(target)))])
        }
        Schedule::Standing { .. } | Schedule::Unscheduled => BTreeMap::new(),
    }
}

fn of_share(item: &Item, share: ShareIx, workspace: &Workspace) -> Vec<Deadline> {
    let end = workspace.plan.end;
    let mut counting: Vec<_> = item.revisions.iter().collect();
    // One that is in force only after the end, and what came before it only on the way there.
    while counting.last().is_some_and(|last| last.from > end) {
        counting.pop();
    }
    let amount = workspace.share(share).amount;
    let mut versions = vec![asked(&item.schedule, amount)];
    versions.extend(counting.iter().map(|revision| asked(&revision.schedule, amount)));
    let positions: BTreeSet<usize> = versions.iter().flat_map(BTreeMap::keys).copied().collect();
    let deadline = |position: usize| {
        let over_time: Vec<_> = versions.iter().map(|version| version.get(&position)).collect();
        let moved = over_time.windows(2).filter(|pair| pair[0] != pair[1]).count();
        let last = over_time.last().copied().flatten();
        let (day, asked) = over_time.iter().rev().copied().flatten().next().expect("asked for once").clone();
        let state = match (last, moved) {
            (None, _) => DeadlineState::Dropped,
            (Some(_), 0) => DeadlineState::Planned,
            (Some(_), _) => DeadlineState::Changed,
        };
        Deadline { day, due: Due::Share { share, position, asked }, moved, state }
    };
    positions.into_iter().map(deadline).collect()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_deadline_is_there_once(
        setting in any_setting(),
        changes in any_changes(),
        sent in vec((option::of(1..28_u32), any::<bool>(), any::<bool>()), 0..4),
        own in option::of((0..LENGTH, 1..28_u32)),
    ) {
        let mut workspace = setting.workspace();
        change(&mut workspace, &changes);
        workspace.register.notices = sent.iter().copied().map(notice).collect();
        if let Some((month, day)) = own {
            workspace.plan.report_days.insert(nth(month), nth(month).day(day));
        }
        let mut expected = Vec::new();
        for month in workspace.plan.start.through(workspace.plan.end) {
            let own = own.filter(|&(own, _)| nth(own) == month);
            let state = own.map_or(DeadlineState::Planned, |_| DeadlineState::Changed);
            let day = own.map_or(workspace.plan.report_day, |(_, day)| day);
            let moved = usize::from(own.is_some());
            expected.push(Deadline { day: month.day(day), due: Due::Report(month), moved, state });
        }
        // Behind the end it takes the reports of the month before, and somebody who is behind by them.
        for month in workspace.plan.end.plus(1).through(workspace.plan.track_until) {
            let is_known = workspace.reports.iter().any(|report| report.month >= month.plus(-1));
            let before = assess::assess(&workspace.with_reports_up_to(month.plus(-1)), AsOf::close_of(month));
            if is_known && before.shares.iter().any(|share| share.verdict().is_behind()) {
                let day = month.day(workspace.plan.report_day);
                expected.push(Deadline { day, due: Due::Report(month), moved: 0, state: DeadlineState::Planned });
            }
        }
        for (share, of) in workspace.iter_shares() {
            expected.extend(of_share(workspace.item(of.item), share, &workspace));
        }
        for (at, (reply_due, is_answered, is_withdrawn)) in sent.into_iter().enumerate() {
            let state = match (is_withdrawn, is_answered) {
                (true, _) => DeadlineState::Dropped,
                (false, true) => DeadlineState::Answered,
                (false, false) => DeadlineState::Planned,
            };
            expected.extend(reply_due.map(|day| Deadline {
                day: nth(3).day(day),
                due: Due::Reply(at),
                moved: usize::from(is_withdrawn || is_answered),
                state,
            }));
        }
        let found = deadlines(&workspace);
        let rank = |one: &Deadline| match one.due {
            Due::Report(_) => (one.day, 0, 0, 0),
            Due::Share { share, position, .. } => (one.day, 1, share.0, position),
            Due::Reply(notice) => (one.day, 2, notice, 0),
        };
        for one in &found {
            let unit = match one.due {
                Due::Report(_) => None,
                Due::Share { share, .. } => Some(workspace.share(share).unit),
                Due::Reply(_) => Some(UnitIx(0)),
            };
            prop_assert_eq!(unit_of(&workspace, &one.due), unit);
        }
        expected.sort_by_key(rank);
        let coarse = |one: &Deadline| (one.day, rank(one).1, rank(one).2);
        prop_assert!(found.is_sorted_by_key(coarse), "out of order");
        let mut found = found;
        found.sort_by_key(rank);
        prop_assert_eq!(found, expected);
    }
}
