//! What is due on which day: reports, milestones, occurrences, indicators, answers to notices. Approved changes count;
//! what an earlier plan asked for and the present one does not is listed as dropped, so that anyone who noted it down
//! can strike it out.
//!
//! A deadline keeps its position among those of its share when its day moves: the position, not the day, identifies it.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{AsOf, is_any_expected};
use crate::model::{
    Decision, Indicator, Moment, Month, Point, Ratio, Schedule, ShareIx, Target, Terms, UnitIx, Workspace,
};

/// A day by which something is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// The last day that is in time.
    pub day: NaiveDate,
    /// What is due.
    pub due: Due,
    /// How often approved changes have moved it, changed what is asked for, or dropped it.
    pub moved: usize,
    /// How it stands.
    pub state: DeadlineState,
}

/// What is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Due {
    /// 月报: the reports for a month, of every unit that files one.
    Report(Month),
    /// What the plan asks of a share.
    Share {
        /// Of which share.
        share: ShareIx,
        /// Its position among the deadlines of the share, from 0.
        position: usize,
        /// What has to be reached.
        asked: Asked,
    },
    /// 书面答复: the answer to a notice, by its position in the register.
    Reply(usize),
}

/// What a share has to reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// 节点: so much of it, in the item's own measure.
    Level(Ratio),
    /// So much of it at a stage or beyond, in the item's own measure.
    Stage {
        /// The position of the stage.
        stage: usize,
        /// How much.
        level: Ratio,
    },
    /// The occurrence due in this month.
    Occurrence(Month),
    /// A target of the indicator.
    Target(Target),
}

/// How a deadline stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeadlineState {
    /// As the plan says.
    Planned,
    /// As an approved change says, or as the month's own report day says.
    Changed,
    /// The plan no longer asks for it.
    Dropped,
    /// The unit has answered.
    Answered,
}

/// Every deadline of a workspace, by day; on the same day first reports, then shares in their order, then answers.
pub fn deadlines(workspace: &Workspace) -> Vec<Deadline> {
    let plan = &workspace.plan;
    // Whether anything is left to follow up shows only by the reports of the month before.
    let newest = workspace.reports.iter().map(|report| report.month).max().unwrap_or(plan.start);
    let last = newest.plus(1).min(plan.track_until).max(plan.end);
    let months = plan.start.through(last).filter(|&month| is_any_expected(workspace, AsOf::close_of(month)));
    let reports = months.map(|month| {
        let is_own = plan.report_days.contains_key(&month);
        Deadline {
            day: plan.report_day_of(month),
            due: Due::Report(month),
            moved: usize::from(is_own),
            state: if is_own { DeadlineState::Changed } else { DeadlineState::Planned },
        }
    });
    let shares = workspace.iter_shares();
    let shares = shares.flat_map(|(share, _)| of_share(workspace, share));
    let mut all: Vec<Deadline> = reports.chain(shares).chain(replies(workspace)).collect();
    all.sort_by_key(|deadline| deadline.day);
    all
}

/// The unit a deadline is for; none if it is for every unit that files reports.
pub fn unit_of(workspace: &Workspace, due: &Due) -> Option<UnitIx> {
    match *due {
        Due::Report(_) => None,
        Due::Share { share, .. } => Some(workspace.share(share).unit),
        Due::Reply(notice) => Some(workspace.register.notices[notice].unit),
    }
}

fn of_share(workspace: &Workspace, ix: ShareIx) -> Vec<Deadline> {
    let share = workspace.share(ix);
    let item = workspace.item(share.item);
    let kept = workspace.plan.kept_from(share.unit);
    // The plan in force at its end is the one that people have to keep in mind now; what was approved before it has
    // come first.
    let newest = item.revision_at(AsOf::close_of(workspace.plan.end));
    let revisions = &item.revisions[..newest.map_or(0, |at| at + 1)];
    let later = (0..revisions.len()).map(|at| item.terms(share, Some(at)));
    let mut found: BTreeMap<usize, Course> = BTreeMap::new();
    for (version, terms) in [item.terms(share, None)].into_iter().chain(later).enumerate() {
        let mut asking = points(terms, (kept, workspace.plan.end));
        for (position, course) in &mut found {
            course.goes_on(asking.remove(position));
        }
        let new = asking.into_iter().map(|(at, last)| (at, Course { last, is_asked: true, moved: version.min(1) }));
        found.extend(new);
    }
    let deadline = |(position, course): (usize, Course)| {
        let Course { last: (day, asked), is_asked, moved } = course;
        let state = match (is_asked, moved) {
            (false, _) => DeadlineState::Dropped,
            (true, 0) => DeadlineState::Planned,
            (true, _) => DeadlineState::Changed,
        };
        Deadline { day, due: Due::Share { share: ix, position, asked }, moved, state }
    };
    found.into_iter().map(deadline).collect()
}

/// What was asked for at one position, from plan to plan.
struct Course {
    /// What was asked for there last, and by which day.
    last: (NaiveDate, Asked),
    /// Whether it still is.
    is_asked: bool,
    /// How often that has changed.
    moved: usize,
}

impl Course {
    fn goes_on(&mut self, asked: Option<(NaiveDate, Asked)>) {
        let is_same = if self.is_asked { asked.as_ref() == Some(&self.last) } else { asked.is_none() };
        self.moved += usize::from(!is_same);
        self.is_asked = asked.is_some();
        if let Some(asked) = asked {
            self.last = asked;
        }
    }
}

/// The points of a schedule that ask for anything, by their positions; of occurrences those that close in the first
/// month kept or later.
fn points(terms: Terms<'_>, (kept, end): (Month, Month)) -> BTreeMap<usize, (NaiveDate, Asked)> {
    match terms.schedule {
        Schedule::Curve(curve) => {
            // Where a change stops asking, nothing is due.
            let stops = |at: usize, level: Ratio| level == Ratio::ZERO && curve.level_before(at) > Ratio::ZERO;
            let points = curve.points().iter().enumerate();
            let points = points.filter(|(at, point)| !stops(*at, point.level)).map(|(_, point)| point);
            let asking = points.enumerate().filter(|(_, point)| point.level > Ratio::ZERO);
            asking.map(|(at, point)| (at, (day(point.by), Asked::Level(terms.in_measure(point.level))))).collect()
        }
        Schedule::Stages(stages) => {
            let points =
                stages.asked().flat_map(|(stage, curve)| curve.points().iter().map(move |point| (stage, point)));
            let asking = points.enumerate().filter(|(_, (_, point))| point.level > Ratio::ZERO);
            let asked =
                |stage, point: &Point| (day(point.by), Asked::Stage { stage, level: terms.in_measure(point.level) });
            asking.map(|(at, (stage, point))| (at, asked(stage, point))).collect()
        }
        Schedule::Recurring(recurring) => {
            let occurrences = recurring.occurrences().iter().enumerate();
            let asked = occurrences.skip(recurring.first_from(kept));
            asked.map(|(at, one)| (at, (one.due.last_day(), Asked::Occurrence(one.due)))).collect()
        }
        Schedule::Indicator(indicator) => {
            let targets = targets(indicator, (kept, end));
            targets.map(|(by, asked)| (day(by), asked)).enumerate().collect()
        }
        Schedule::Standing { .. } | Schedule::Unscheduled => BTreeMap::new(),
    }
}

/// The moments by which an indicator has to meet its target, oldest first.
pub fn indicator_deadlines(
    workspace: &Workspace,
    share: ShareIx,
    indicator: &Indicator,
) -> impl Iterator<Item = Moment> {
    let kept = workspace.plan.kept_from(workspace.share(share).unit);
    targets(indicator, (kept, workspace.plan.end)).map(|(by, _)| by)
}

/// The targets of an indicator, each by the day from which it counts; of what is judged over periods, each close.
fn targets(indicator: &Indicator, (kept, end): (Month, Month)) -> impl Iterator<Item = (Moment, Asked)> {
    let steps = indicator.targets().iter().filter(|_| !indicator.is_judged_by_period());
    let steps = steps.map(|&target| (target.from, Asked::Target(target)));
    let closes = indicator.judged(kept, end).filter(|_| indicator.is_judged_by_period());
    steps.chain(closes.map(|span| (span.close, Asked::Target(indicator.target_at(span.close.at())))))
}

/// Answers that were asked for. A withdrawn notice counts as never sent.
fn replies(workspace: &Workspace) -> impl Iterator<Item = Deadline> {
    let notices = workspace.register.notices.iter().enumerate();
    notices.filter_map(|(at, notice)| {
        let day = notice.reply_due?;
        let is_withdrawn = matches!(notice.decision, Some((Decision::Withdrawn, _)));
        let state = match (is_withdrawn, &notice.reply) {
            (true, _) => DeadlineState::Dropped,
            (false, Some(_)) => DeadlineState::Answered,
            (false, None) => DeadlineState::Planned,
        };
        Some(Deadline { day, due: Due::Reply(at), moved: usize::from(state != DeadlineState::Planned), state })
    })
}

/// The last day up to and including a moment.
fn day(moment: Moment) -> NaiveDate {
    match moment {
        Moment::Close(month) => month.last_day(),
        Moment::Day(day) => day,
    }
}
