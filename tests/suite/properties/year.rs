//! A year looked back on, computed once more from what it is said to be: every field of every share and unit.

use chrono::{Days, NaiveDate};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use shangdang::assess::{
    Annual, AsOf, Check, ShareAssessment, ShareYear, Undone, UnitYear, Verdict, YearEnd, YearEnds, assess, assess_share,
};
use shangdang::model::{
    AnnualAssessment, Curve, Dated, Decision, Exemption, Month, Notice, Outcome, Ratio, Reading, Reports, Schedule,
    ShareIx, Tier, UnitIx, Workspace,
};
use shangdang::source::{FileId, Place};

use super::{LENGTH, any_setting, nth, start};
use crate::support::{REPORT_DAY, Setting, config};

fn nowhere() -> Place {
    Place::top_of(FileId(0))
}

/// What people decide: on which share or unit, when, and what.
#[derive(Clone, Debug)]
struct Decisions {
    exemptions: Vec<(usize, i32, i32, NaiveDate)>,
    checks: Vec<(usize, NaiveDate, Outcome)>,
    notices: Vec<(usize, i32, usize, NaiveDate, usize)>,
    results: Vec<(usize, i32, NaiveDate)>,
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0..31 * u64::try_from(LENGTH + 6).expect("months")).prop_map(|days| start().first_day() + Days::new(days))
}

prop_compose! {
    fn any_decisions()(
        exemptions in vec((0..3_usize, 0..LENGTH, 0..8, any_day()), 0..3),
        checks in vec((0..3_usize, any_day(), prop_oneof![Just(Outcome::Passed), Just(Outcome::Failed)]), 0..4),
        notices in vec((0..3_usize, 0..LENGTH, 0..3_usize, any_day(), 0..5_usize), 0..5),
        results in vec((0..3_usize, 2021..=2023_i32, any_day()), 0..3),
    ) -> Decisions {
        Decisions { exemptions, checks, notices, results }
    }
}

/// The workspace with the decisions on its first shares and their units; the second unit files no reports.
fn workspace(setting: &Setting, decisions: &Decisions) -> Workspace {
    let mut workspace = setting.workspace();
    for item in workspace.items.iter_mut().step_by(2) {
        if let Schedule::Indicator(indicator) = &mut item.schedule {
            indicator.binding = true;
        }
    }
    if let Some(unit) = workspace.plan.units.get_mut(1) {
        unit.reports = Reports::Never;
    }
    let (shares, rungs) = (workspace.shares.len(), workspace.plan.ladder.rungs().len());
    for &(share, from, length, date) in &decisions.exemptions {
        workspace.register.exemptions.push(Exemption {
            share: ShareIx(share % shares),
            from: nth(from),
            until: nth(from + length),
            reason: String::new(),
            reference: String::new(),
            date,
            place: nowhere(),
        });
    }
    for &(share, date, outcome) in &decisions.checks {
        workspace.register.verifications.push(shangdang::model::Verification {
            share: ShareIx(share % shares),
            date,
            by: String::new(),
            outcome,
            note: String::new(),
            place: nowhere(),
        });
    }
    for &(share, month, tier, date, fate) in &decisions.notices {
        let share = ShareIx(share % shares);
        let dated = || Dated { on: date, text: String::new() };
        workspace.register.notices.push(Notice {
            month: nth(month),
            number: String::new(),
            date,
            unit: workspace.share(share).unit,
            tier: Tier(tier % rungs),
            shares: vec![share],
            approver: String::new(),
            against_seal: String::new(),
            reply_due: None,
            reply: None,
            objection: (fate > 0).then(dated),
            decision: [None, None, Some(Decision::Upheld), Some(Decision::Withdrawn), None][fate]
                .map(|decision| (decision, dated())),
            lifted: (fate == 4).then(dated),
            place: nowhere(),
        });
    }
    for &(share, year, date) in &decisions.results {
        workspace.register.assessments.push(AnnualAssessment {
            year,
            unit: workspace.share(ShareIx(share % shares)).unit,
            date,
            by: String::new(),
            outcome: Outcome::Passed,
            reference: String::new(),
            note: String::new(),
            place: nowhere(),
        });
    }
    workspace
}

/// A year and what is known of it.
struct Year<'a> {
    workspace: &'a Workspace,
    as_of: AsOf,
    /// Its months in the plan.
    months: Vec<Month>,
    /// Those up to the newest one with a report.
    happened: Vec<Month>,
    is_over: bool,
}

impl<'a> Year<'a> {
    fn of(workspace: &'a Workspace, as_of: AsOf) -> Self {
        let plan = (0..LENGTH).map(nth);
        let of_year = |month: &Month| month.year() == as_of.month.year() && *month <= as_of.month;
        let months: Vec<Month> = plan.filter(of_year).collect();
        let known = workspace.reports.iter().map(|report| (report.month, report.submitted));
        let known = known.filter(|&(month, submitted)| as_of.knows(submitted.unwrap_or(month.day(REPORT_DAY))));
        let newest = known.map(|(month, _)| month).max();
        let happened = months.iter().copied().filter(|&month| Some(month) <= newest);
        Self { workspace, as_of, happened: happened.collect(), is_over: newest >= Some(as_of.month), months }
    }

    fn is_exempt(&self, share: ShareIx, month: Month) -> bool {
        self.workspace.register.exemptions.iter().any(|exemption| {
            exemption.share == share
                && exemption.from <= month
                && month <= exemption.until
                && self.as_of.knows(exemption.date)
        })
    }

    /// The last check, if what it checked was complete at every close from then to now, or from now to then.
    fn check(&self, assessed: &ShareAssessment) -> Option<Check> {
        let all = self.workspace.register.verifications.iter().enumerate();
        let mut known: Vec<_> =
            all.filter(|(_, check)| check.share == assessed.share && self.as_of.knows(check.date)).collect();
        known.sort_by_key(|(_, check)| check.date);
        let now = self.as_of.month;
        let check_of =
            |&(position, check): &(usize, &shangdang::model::Verification)| Check { position, outcome: check.outcome };
        let is_complete = |month| {
            let at = AsOf { month, ..self.as_of };
            assess_share(self.workspace, assessed.share, at).verdict().flags.complete
        };
        let last = known.last()?;
        let month = Month::of(last.1.date);
        if month > now && (0..LENGTH).map(nth).filter(|&at| now <= at && at <= month).all(is_complete) {
            return Some(check_of(last));
        }
        let by_now = known.iter().rev().find(|(_, check)| Month::of(check.date) <= now)?;
        let since = Month::of(by_now.1.date);
        let months = (0..LENGTH).map(nth).filter(|&at| since <= at && at <= now);
        let stands = months.into_iter().all(is_complete) && is_complete(now);
        stands.then(|| check_of(by_now))
    }

    /// Occurrences of the year that are not done: before the latest one done, and after it.
    fn undone(&self, share: ShareIx) -> Undone {
        let share = self.workspace.share(share);
        let Schedule::Recurring(recurring) = &self.workspace.item(share.item).schedule else {
            return Undone::default();
        };
        let counted = share.entries.iter().filter(|entry| entry.month <= self.as_of.month);
        let counted = counted.filter(|entry| {
            let report = self.workspace.report(entry.report);
            self.as_of.knows(report.submitted.unwrap_or(report.month.day(REPORT_DAY)))
        });
        let mut done: Vec<Month> = Vec::new();
        for entry in counted {
            if let Reading::Occurrence { due, done: is_done } = entry.reading {
                done.retain(|&of| of != due);
                done.extend(is_done.then_some(due));
            }
        }
        let latest = done.iter().max().copied();
        let dues = recurring.occurrences().iter().map(|occurrence| occurrence.due);
        let open = dues.filter(|due| !done.contains(due) && self.months.contains(due));
        let (skipped, open) = open.partition(|&due| Some(due) < latest);
        Undone { skipped, open }
    }

    fn end(&self, assessed: &ShareAssessment, year: &ShareYear, claimed: bool) -> YearEnd {
        let verdict = assessed.verdict();
        let share = assessed.share;
        match &self.workspace.item(self.workspace.share(share).item).schedule {
            Schedule::Standing { .. } => return YearEnd::Standing,
            Schedule::Unscheduled => return YearEnd::Unscheduled,
            _ if !self.is_asked(assessed) => return YearEnd::NotAsked,
            _ => {}
        }
        let is_refuted = claimed && year.check.is_some_and(|check| check.outcome == Outcome::Failed);
        let mut open: Vec<Month> = year.undone.skipped.clone();
        if verdict.is_behind() || is_refuted {
            open.push(self.as_of.month);
        }
        if open.iter().any(|&month| !self.is_exempt(share, month)) {
            return YearEnd::Unfinished;
        }
        if !open.is_empty() {
            return YearEnd::Exempt;
        }
        if claimed && year.check.is_none() { YearEnd::Unverified } else { YearEnd::Met }
    }

    /// Whether anything is asked of a share in some month of the year: more than in the month before, or what it already
    /// owed.
    fn is_asked(&self, assessed: &ShareAssessment) -> bool {
        let item = self.workspace.item(self.workspace.share(assessed.share).item);
        let rises = |month: Month| {
            let asks_more = |curve: &Curve| {
                let before = if month == nth(0) { Ratio::ZERO } else { curve.required_at(month.plus(-1).close()) };
                curve.required_at(month.close()) > before
            };
            match &item.schedule {
                Schedule::Standing { .. } | Schedule::Unscheduled => false,
                Schedule::Curve(curve) => asks_more(curve),
                Schedule::Stages(stages) => stages.all().iter().filter_map(|stage| stage.curve.as_ref()).any(asks_more),
                Schedule::Indicator(indicator) => indicator.due().at() <= month.close(),
                Schedule::Recurring(recurring) => recurring.due_in(month).is_some(),
            }
        };
        let owes = |month: Month| {
            let mut history = assessed.history().iter();
            history.any(|verdict| verdict.month == month && verdict.is_behind())
        };
        self.months.iter().any(|&month| rises(month) || owes(month) || owes(month.plus(-1)))
    }

    fn share(&self, assessed: &ShareAssessment) -> Option<ShareYear> {
        let share = assessed.share;
        let item = self.workspace.item(self.workspace.share(share).item);
        let is_binding = matches!(&item.schedule, Schedule::Indicator(indicator) if indicator.binding);
        if !item.key && !is_binding {
            return None;
        }
        let happened = |verdict: &&Verdict| self.happened.contains(&verdict.month);
        let of_year = || assessed.history().iter().filter(happened);
        let undone = self.undone(share);
        let mut complete_since = None;
        for verdict in assessed.history() {
            complete_since = if verdict.flags.complete { complete_since.or(Some(verdict.month)) } else { None };
        }
        let has_come = |month: Month| month < self.months[0] || self.happened.contains(&month);
        let claimed = complete_since.is_some_and(has_come);
        let is_read = matches!(item.schedule, Schedule::Indicator(_));
        let finished =
            complete_since.filter(|month| !is_read && undone.skipped.is_empty() && self.happened.contains(month));
        let mut year = ShareYear {
            share,
            is_key: item.key,
            is_binding,
            end: YearEnd::NotAsked,
            tiers: of_year().filter_map(|verdict| Some((verdict.month, verdict.tier?))).collect(),
            presumed: of_year().filter(|verdict| verdict.presumed).count(),
            undone,
            check: self.check(assessed),
            finished,
            finish_delay: finished.and(assessed.finish_delay()),
            was_exempt: self.months.iter().any(|&month| self.is_exempt(share, month)),
        };
        year.end = self.end(assessed, &year, claimed);
        Some(year)
    }

    /// How many months of the year a unit has reported late, and not at all.
    fn filed(&self, unit: UnitIx) -> (usize, usize) {
        let (mut late, mut missing) = (0, 0);
        for &month in &self.happened {
            let mut reports = self.workspace.reports.iter();
            let report = reports.find(|report| (report.unit, report.month) == (unit, month));
            let day = month.day(REPORT_DAY);
            let filed = report.map(|report| report.submitted.unwrap_or(day));
            match filed.filter(|&filed| self.as_of.knows(filed)) {
                Some(filed) => late += usize::from(filed > day && self.workspace.unit(unit).reports == Reports::Always),
                None => missing += usize::from(self.workspace.unit(unit).reports == Reports::Always),
            }
        }
        (late, missing)
    }

    /// Notices of the year by rung, and those withdrawn.
    fn notices(&self, unit: UnitIx) -> (Vec<usize>, usize) {
        let (mut standing, mut withdrawn) = (vec![0; self.workspace.plan.ladder.rungs().len()], 0);
        for notice in &self.workspace.register.notices {
            let is_of_year = self.months.contains(&notice.month);
            if notice.unit != unit || !is_of_year || !self.as_of.knows(notice.date) {
                continue;
            }
            match notice.decision {
                Some((Decision::Withdrawn, _)) => withdrawn += 1,
                _ => standing[notice.tier.0] += 1,
            }
        }
        (standing, withdrawn)
    }

    fn unit(&self, unit: UnitIx, shares: &[ShareYear]) -> UnitYear {
        let own: Vec<&ShareYear> = shares.iter().filter(|year| self.workspace.share(year.share).unit == unit).collect();
        let tiers = || own.iter().flat_map(|year| &year.tiers).map(|&(_, tier)| tier);
        let rungs = 0..self.workspace.plan.ladder.rungs().len();
        let (notices, withdrawn) = self.notices(unit);
        let (late, missing) = self.filed(unit);
        let results = &self.workspace.register.assessments;
        let delays = own.iter().filter_map(|year| Some((year.share, year.finish_delay?)));
        UnitYear {
            unit,
            ends: YearEnds::of(own.iter().copied()),
            worst: tiers().max(),
            months_by_tier: rungs.map(|rung| tiers().filter(|tier| tier.0 == rung).count()).collect(),
            notices,
            withdrawn,
            skipped: own.iter().map(|year| year.undone.skipped.len()).sum(),
            late,
            missing,
            exempt: own.iter().filter(|year| year.was_exempt).count(),
            delays: delays.filter(|(_, delay)| delay.months() > Ratio::ZERO).collect(),
            assessment: (0..results.len()).find(|&at| {
                results[at].unit == unit
                    && results[at].year == self.as_of.month.year()
                    && self.as_of.knows(results[at].date)
            }),
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_field_of_a_year_is_what_it_says(
        setting in any_setting(),
        decisions in any_decisions(),
        close in 0..LENGTH,
        known_by in option::of(any_day()),
    ) {
        let workspace = workspace(&setting, &decisions);
        let as_of = AsOf { month: nth(close), known_by };
        let assessment = assess(&workspace, as_of);
        let annual = Annual::of(&workspace, &assessment);
        let year = Year::of(&workspace, as_of);
        let shares: Vec<ShareYear> =
            assessment.shares.iter().filter_map(|assessed| year.share(assessed)).collect();
        prop_assert_eq!(&annual.shares, &shares);
        prop_assert_eq!(annual.year, as_of.month.year());
        prop_assert_eq!(Some(&annual.first), year.months.first());
        prop_assert_eq!(annual.close, as_of.month);
        prop_assert_eq!(annual.through, year.happened.last().copied());
        prop_assert_eq!(annual.is_over, year.is_over);
        for unit in workspace.units() {
            let found = &annual.units[unit.0];
            prop_assert_eq!(found, &year.unit(unit, &shares));
            let longest = found.delays.iter().map(|&(_, delay)| delay).max();
            prop_assert_eq!(found.longest_delay(), longest);
            for (end, count) in found.ends.iter() {
                let own = shares.iter().filter(|share| workspace.share(share.share).unit == unit);
                prop_assert_eq!(own.filter(|share| share.end == end).count(), count);
            }
        }
        for share in &shares {
            prop_assert_eq!(annual.share(share.share), Some(share));
            let mut worst: Option<(Tier, Month)> = None;
            for &(month, tier) in &share.tiers {
                if worst.is_none_or(|(highest, _)| tier > highest) {
                    worst = Some((tier, month));
                }
            }
            prop_assert_eq!(share.worst(), worst);
            let is_judged = !matches!(share.end, YearEnd::Standing | YearEnd::Unscheduled | YearEnd::NotAsked);
            prop_assert_eq!(share.end.is_judged(), is_judged);
        }
    }
}
