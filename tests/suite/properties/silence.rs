//! Silence and what is asked for, computed once more from the definition, month by month: with a first month kept and
//! months without reports, of the plan and of single units. What a page says of silence is tried: whoever then reports
//! what was missing is silent no more.

use std::collections::BTreeSet;

use proptest::collection::btree_set;
use proptest::option;
use proptest::prelude::*;
use shangdang::assess::{
    self, Annual, AsOf, Due, FaultyReports, Filed as FiledAs, Filings, Verdict, deadlines, is_expected,
    newest_expected, owed,
};
use shangdang::model::{Every, Month, Reading, Rhythm, Schedule, State, UnitIx, Workspace};

use super::{LENGTH, any_close, any_setting, nth};
use crate::support::{FOLLOWED, Filed, Lead, Setting, config, figure};

/// What a plan or a unit says of the months for which it wants reports.
#[derive(Clone, Debug)]
struct Asking {
    from: Option<i32>,
    every: Option<Rhythm>,
}

fn any_rhythm() -> impl Strategy<Value = Rhythm> {
    prop_oneof![
        Just(Rhythm::Every(Every::Month)),
        Just(Rhythm::Every(Every::Quarter)),
        Just(Rhythm::Every(Every::HalfYear)),
        btree_set(0..LENGTH, 0..6).prop_map(|months| Rhythm::Months(months.into_iter().map(nth).collect())),
    ]
}

prop_compose! {
    fn any_asking()(from in option::of(0..LENGTH), every in option::of(any_rhythm())) -> Asking {
        Asking { from, every }
    }
}

/// A setting whose plan and first unit ask for reports as they say.
#[derive(Clone, Debug)]
struct Asked {
    setting: Setting,
    plan: Asking,
    unit: Asking,
}

prop_compose! {
    fn any_asked()(setting in any_setting(), plan in any_asking(), unit in any_asking()) -> Asked {
        Asked { setting, plan, unit }
    }
}

impl Asked {
    fn workspace(&self) -> Workspace {
        let mut workspace = self.setting.workspace();
        let plan = &mut workspace.plan;
        plan.reports_from = nth(self.plan.from.unwrap_or(0));
        plan.reports_every = self.plan.every.clone().unwrap_or(Rhythm::Every(Every::Month));
        plan.units[0].reports_from = self.unit.from.map(nth);
        plan.units[0].reports_every.clone_from(&self.unit.every);
        workspace
    }

    fn leads(&self) -> Vec<&Lead> {
        self.setting.duties.iter().flat_map(|duty| &duty.leads).collect()
    }

    /// The first month of a unit.
    fn kept(&self, unit: usize) -> Month {
        let own = self.unit.from.filter(|_| unit == 0);
        nth(self.plan.from.unwrap_or(0).max(own.unwrap_or(0)))
    }

    /// Whether a report of a unit is expected for a month.
    fn expects(&self, unit: usize, month: Month) -> bool {
        let own = self.unit.every.as_ref().filter(|_| unit == 0);
        let is_in_rhythm = match own.or(self.plan.every.as_ref()) {
            None | Some(Rhythm::Every(Every::Month)) => true,
            Some(Rhythm::Every(Every::Quarter)) => [3, 6, 9, 12].contains(&month.number()),
            Some(Rhythm::Every(_)) => [6, 12].contains(&month.number()),
            Some(Rhythm::Months(months)) => months.contains(&month),
        };
        is_in_rhythm && month >= self.kept(unit)
    }

    /// The months up to a close for which a report of a unit is expected, newest first.
    fn expected(&self, unit: usize, as_of: Month) -> Vec<Month> {
        let months = self.kept(unit).through(as_of).filter(|&month| self.expects(unit, month));
        months.rev().collect()
    }

    /// The newest month expected, if neither its report nor a later one says anything of the share.
    fn unsaid(&self, unit: usize, as_of: Month) -> Option<Month> {
        let newest = *self.expected(unit, as_of).first()?;
        let mut said = self.leads()[unit].filed.iter().filter(|filed| !filed.readings.is_empty());
        let is_said = said.any(|filed| (newest..=as_of).contains(&filed.month));
        (!is_said).then_some(newest)
    }

    /// Whether a unit has filed any report for a month.
    fn has_filed(&self, unit: usize, month: Month) -> bool {
        self.leads()[unit].filed.iter().any(|filed| filed.month == month)
    }
}

/// Any word on a share, such as its unit could say in a month.
fn word(schedule: &Schedule, month: Month) -> Option<Reading> {
    match schedule {
        Schedule::Curve(_) | Schedule::Unscheduled => Some(Reading::Percent(figure("0"))),
        Schedule::Stages(_) => Some(Reading::Stages),
        Schedule::Recurring(recurring) => {
            let begun = recurring.occurrences().iter().find(|occurrence| occurrence.from <= month)?;
            Some(Reading::Occurrence { due: begun.due, done: false })
        }
        Schedule::Indicator(_) => Some(Reading::Value(figure("0"))),
        Schedule::Standing { .. } => Some(Reading::State(State::Problem)),
    }
}

fn verdicts(workspace: &Workspace, as_of: Month) -> Vec<Verdict> {
    let assessed = assess::assess(workspace, AsOf::close_of(as_of)).shares;
    assessed.into_iter().flat_map(|share| share.history().to_vec()).collect()
}

proptest! {
    #![proptest_config(config())]

    /// Every month that has a verdict is one that the office keeps; in each, a tier is presumed exactly if the newest
    /// report expected says nothing, and the months counted as unreported are among those expected.
    #[test]
    fn presumed_is_what_the_definition_says(asked in any_asked(), as_of in any_close()) {
        let workspace = asked.workspace();
        for assessed in assess::assess(&workspace, AsOf::close_of(as_of)).shares {
            let unit = workspace.share(assessed.share).unit.0;
            let months: Vec<Month> = assessed.history().iter().map(|verdict| verdict.month).collect();
            prop_assert_eq!(months, asked.kept(unit).through(as_of).collect::<Vec<_>>());
            for verdict in assessed.history() {
                let unsaid = asked.unsaid(unit, verdict.month);
                prop_assert_eq!(verdict.unsaid, unsaid);
                prop_assert_eq!(verdict.presumed, verdict.tier.is_some() && unsaid.is_some());
                let said = asked.leads()[unit].filed.iter().filter(|filed| !filed.readings.is_empty());
                let last = said.map(|filed| filed.month).filter(|&month| month <= verdict.month).max();
                let expected = asked.expected(unit, verdict.month);
                let silent = expected.iter().filter(|&&month| Some(month) > last).count();
                prop_assert!(verdict.flags.unreported as usize <= silent);
                prop_assert!(verdict.flags.unreported == 0 || unsaid.is_some());
            }
        }
    }

    /// Who is named as silent and reports for the month named, whatever that is, is silent no more.
    #[test]
    fn a_word_for_the_month_named_ends_the_silence(asked in any_asked(), as_of in any_close()) {
        let workspace = asked.workspace();
        for assessed in assess::assess(&workspace, AsOf::close_of(as_of)).shares {
            let unit = workspace.share(assessed.share).unit.0;
            let Some(month) = assessed.verdict().unsaid else { continue };
            let mut said = asked.clone();
            let mut at = 0;
            for duty in &mut said.setting.duties {
                for lead in &mut duty.leads {
                    if at == unit && let Some(word) = word(&duty.schedule, month) {
                        lead.filed.retain(|filed| filed.month != month);
                        lead.filed.push(Filed::new(month, word));
                    }
                    at += 1;
                }
            }
            let now = assess::assess_share(&said.workspace(), assessed.share, AsOf::close_of(as_of));
            let is_said = said.unsaid(unit, as_of).is_none();
            prop_assert_eq!(now.verdict().unsaid.is_none(), is_said);
            prop_assert!(!is_said || !now.verdict().presumed && now.verdict().flags.unreported == 0);
        }
    }

    /// Behind the end of the plan a report is expected of whoever was behind a month before, and of nobody else; and only
    /// on what was behind.
    #[test]
    fn behind_the_end_only_what_is_unfinished_is_asked_for(setting in any_setting(), later in 1..=FOLLOWED) {
        let workspace = setting.workspace();
        let month = workspace.plan.end.plus(later);
        let before = workspace.with_reports_up_to(month.plus(-1));
        let before = assess::assess(&before, AsOf::close_of(month.plus(-1)));
        for unit in workspace.units() {
            let mut own = before.shares.iter().filter(|one| workspace.share(one.share).unit == unit);
            let is_behind = own.any(|one| one.verdict().is_behind());
            prop_assert_eq!(is_expected(&workspace, unit, AsOf::close_of(month)), is_behind);
        }
        for assessed in assess::assess(&workspace, AsOf::close_of(month)).shares {
            let was_behind = before.of(assessed.share).is_some_and(|one| one.verdict().is_behind());
            prop_assert!(was_behind || assessed.verdict().unsaid != Some(month));
        }
    }

    /// Who has filed what is told apart by what was asked; the year counts no month that was not.
    #[test]
    fn only_what_was_asked_for_is_missing(asked in any_asked(), as_of in any_close()) {
        let workspace = asked.workspace();
        let at = AsOf::close_of(as_of);
        let filings = Filings::of(&workspace, at, &FaultyReports::new());
        for unit in workspace.units() {
            for (&month, &filed) in filings.months.iter().zip(&filings.filed[unit.0]) {
                let (is_there, expects) = (asked.has_filed(unit.0, month), asked.expects(unit.0, month));
                prop_assert_eq!(is_expected(&workspace, unit, AsOf::close_of(month)), expects);
                prop_assert_eq!(filed.is_missing(), expects && !is_there);
                prop_assert_eq!(filed.is_expected(), expects);
                prop_assert_eq!(filed == FiledAs::Unasked, is_there && !expects);
                prop_assert_eq!(matches!(filed, FiledAs::Late(_)) && !expects, false);
            }
            let newest = asked.expected(unit.0, as_of).first().copied();
            prop_assert_eq!(newest_expected(&workspace, unit, at), newest);
            let owes = newest.filter(|&month| !asked.has_filed(unit.0, month));
            prop_assert_eq!(owed(&workspace, unit, at), owes);
        }
        let days: BTreeSet<Month> = deadlines(&workspace).into_iter().filter_map(|one| match one.due {
            Due::Report(month) => (month <= workspace.plan.end).then_some(month),
            Due::Share { .. } | Due::Reply(_) => None,
        }).collect();
        let units = 0..asked.leads().len();
        let months = (0..LENGTH).map(nth);
        let any = months.filter(|&month| units.clone().any(|unit| asked.expects(unit, month)));
        prop_assert_eq!(days, any.collect::<BTreeSet<_>>());

        let close = as_of.min(nth(LENGTH - 1));
        let assessment = assess::assess(&workspace, AsOf::close_of(close));
        let annual = Annual::of(&workspace, &assessment);
        let Some(through) = annual.through else { return Ok(()) };
        for unit in &annual.units {
            let happened = annual.first.through(through);
            let missing = happened.filter(|&month| {
                asked.expects(unit.unit.0, month) && !asked.has_filed(unit.unit.0, month)
            });
            prop_assert_eq!(unit.missing, missing.count());
        }
        for share in &annual.shares {
            let kept = asked.kept(workspace.share(share.share).unit.0);
            prop_assert!(share.tiers.iter().all(|&(month, _)| month >= kept));
        }
    }

    /// The plan is what it is: who starts to keep it later finds the same lag, except for periods that closed before.
    #[test]
    fn a_first_month_kept_moves_no_curve(asked in any_asked(), as_of in any_close()) {
        let workspace = asked.workspace();
        let whole = asked.setting.workspace();
        for assessed in assess::assess(&workspace, AsOf::close_of(as_of)).shares {
            let share = workspace.share(assessed.share);
            let kept = asked.kept(share.unit.0);
            let other = assess::assess_share(&whole, assessed.share, AsOf::close_of(as_of));
            if let Some(recurring) = workspace.item(share.item).schedule.recurring() {
                let dues = recurring.occurrences().iter().map(|one| one.due);
                let asked_by_now = dues.filter(|&due| (kept..=as_of).contains(&due)).count();
                let required = shangdang::model::Ratio::whole(i128::try_from(asked_by_now).expect("few"));
                prop_assert_eq!(assessed.verdict().required, Some(required));
                continue;
            }
            for verdict in assessed.history() {
                let mut others = other.history().iter();
                let same = others.find(|other| other.month == verdict.month).expect("a month of the whole plan");
                prop_assert_eq!((verdict.lag, verdict.tier), (same.lag, same.tier));
            }
        }
    }

    /// Who reports whenever asked, in time and on everything, is never called missing, late or silent, in no month.
    #[test]
    fn who_reports_when_asked_is_never_silent(asked in any_asked()) {
        let mut asked = asked;
        let expected: Vec<Vec<Month>> =
            (0..asked.leads().len()).map(|unit| asked.expected(unit, nth(LENGTH - 1))).collect();
        let mut unit = 0;
        for duty in &mut asked.setting.duties {
            for lead in &mut duty.leads {
                let months = expected[unit].iter().filter_map(|&month| Some((month, word(&duty.schedule, month)?)));
                lead.filed = months.map(|(month, word)| Filed::new(month, word)).collect();
                unit += 1;
            }
        }
        let workspace = asked.workspace();
        let spoke = |unit: UnitIx| expected[unit.0].iter().all(|&month| asked.has_filed(unit.0, month));
        for month in (0..LENGTH).map(nth) {
            let filings = Filings::of(&workspace, AsOf::close_of(month), &FaultyReports::new());
            for unit in workspace.units().filter(|&unit| spoke(unit)) {
                prop_assert!(filings.filed[unit.0].iter().all(|filed| !filed.is_owed()));
            }
        }
        let silent = verdicts(&workspace, nth(LENGTH - 1)).into_iter().filter(|verdict| verdict.unsaid.is_some());
        if workspace.units().all(spoke) {
            prop_assert_eq!(silent.count(), 0);
        }
    }
}
