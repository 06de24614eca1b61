//! A year held against what is asked by its close, and units side by side.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::prelude::*;
use shangdang::assess::{
    Annual, AsOf, Assessment, Pace, Placed, Ranking, Reasoning, ShareAssessment, ShareYear, YearEnd, YearEnds, assess,
};
use shangdang::model::{
    Compare, Exemption, Figure, Indicator, Lag, Moment, Month, Notice, Outcome, OwnKind, Peers, Ratio, Reading,
    Schedule, Shape, ShareIx, Target, Tier, UnitKind, Verification, Workspace,
};
use shangdang::source::{FileId, Place};

use super::{LENGTH, Sketch, any_as_of, any_setting, nth, start, with_reports_up_to};
use crate::support::{Duty, Filed, Setting, config};

fn nowhere() -> Place {
    Place::top_of(FileId(0))
}

/// Indicators are binding, so that all of them are looked at.
fn workspace(setting: &Setting) -> Workspace {
    let mut workspace = setting.workspace();
    for item in &mut workspace.items {
        if let Schedule::Indicator(indicator) = &mut item.schedule {
            indicator.binding = true;
        }
    }
    workspace
}

/// The years of random plans, each of which has other months of the plan in it.
fn any_year() -> impl Strategy<Value = i32> {
    2021..=2023_i32
}

fn close_of(workspace: &Workspace, year: i32) -> AsOf {
    let (_, close) = workspace.plan.months_of(year).expect("a year of the plan");
    AsOf::close_of(close)
}

fn look_back(workspace: &Workspace, year: i32) -> (Assessment, Annual) {
    let assessment = assess(workspace, close_of(workspace, year));
    let annual = Annual::of(workspace, &assessment);
    (assessment, annual)
}

fn exempt(workspace: &mut Workspace, share: ShareIx) {
    workspace.register.exemptions.push(Exemption {
        share,
        from: nth(0),
        until: nth(LENGTH - 1),
        reason: String::new(),
        reference: String::new(),
        date: nth(0).first_day(),
        place: nowhere(),
    });
}

fn verify(workspace: &mut Workspace, share: ShareIx, month: Month, outcome: Outcome) {
    workspace.register.verifications.push(Verification {
        share,
        date: month.day(10),
        by: String::new(),
        outcome,
        note: String::new(),
        place: nowhere(),
    });
}

fn any_outcome() -> impl Strategy<Value = Outcome> {
    prop_oneof![Just(Outcome::Passed), Just(Outcome::Failed)]
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn each_share_stands_in_exactly_one_place(setting in any_setting(), year in any_year()) {
        let workspace = workspace(&setting);
        let (assessment, annual) = look_back(&workspace, year);
        let is_looked_at = |assessed: &&ShareAssessment| {
            let item = workspace.item(workspace.share(assessed.share).item);
            item.key || matches!(item.schedule, Schedule::Indicator(_))
        };
        let wanted: Vec<ShareIx> = assessment
            .shares
            .iter()
            .filter(is_looked_at)
            .map(|assessed| assessed.share)
            .collect();
        let found: Vec<ShareIx> = annual.shares.iter().map(|year| year.share).collect();
        prop_assert_eq!(&found, &wanted);
        let counts = YearEnds::of(&annual.shares);
        let sum: usize = counts.iter().map(|(_, count)| count).sum();
        prop_assert_eq!(sum, wanted.len());
        for (end, count) in counts.iter() {
            let of_units: usize = annual.units.iter().map(|unit| unit.ends.count(end)).sum();
            prop_assert_eq!(of_units, count);
        }
        let unjudged = annual.shares.iter().filter(|year| !year.end.is_judged()).count();
        prop_assert_eq!(counts.judged() + unjudged, sum);
    }

    /// What is unfinished is what the verdict of the close calls behind, or an occurrence of the year that was skipped.
    #[test]
    fn the_verdict_of_the_close_decides(setting in any_setting(), year in any_year()) {
        let workspace = workspace(&setting);
        let (assessment, annual) = look_back(&workspace, year);
        for year in &annual.shares {
            let verdict = assessment.of(year.share).expect("it is assessed").verdict();
            let is_open = verdict.is_behind() || !year.undone.skipped.is_empty();
            prop_assert_eq!(year.end == YearEnd::Unfinished, is_open, "{:?}", year);
            if let Reasoning::Curve { actual, required, .. } = verdict.reasoning {
                prop_assert_eq!(verdict.is_behind(), actual < required);
            }
            let item = workspace.item(workspace.share(year.share).item);
            let is_standing = matches!(item.schedule, Schedule::Standing { .. });
            let is_claimed = verdict.flags.complete && !is_open && !is_standing;
            let is_asked = !matches!(year.end, YearEnd::NotAsked | YearEnd::Unscheduled);
            if annual.is_over {
                prop_assert_eq!(year.end == YearEnd::Unverified, is_claimed && is_asked);
            } else if year.end == YearEnd::Unverified {
                prop_assert!(is_claimed);
            }
        }
    }

    /// Reports of later years change nothing about a year, but that it is over: what a preview took for met ahead of its
    /// time has been claimed by then.
    #[test]
    fn a_year_does_not_look_ahead(setting in any_setting(), year in any_year()) {
        let all = workspace(&setting);
        let close = close_of(&all, year).month;
        let cut = workspace(&with_reports_up_to(&setting, close));
        let (with, without) = (look_back(&all, year).1, look_back(&cut, year).1);
        prop_assert_eq!(&with.reported, &without.reported);
        prop_assert!(with.is_over || !without.is_over);
        prop_assert_eq!(with.shares.len(), without.shares.len());
        for (one, other) in with.shares.iter().zip(&without.shares) {
            let is_claimed_now = with.is_over && !without.is_over
                && (one.end, other.end) == (YearEnd::Unverified, YearEnd::Met);
            prop_assert_eq!(one.share, other.share);
            prop_assert!(one.end == other.end || is_claimed_now, "{:?}\n{:?}", one, other);
        }
    }

    #[test]
    fn a_preview_holds_nothing_of_months_ahead(setting in any_setting(), last in any_as_of(), year in any_year()) {
        let workspace = workspace(&with_reports_up_to(&setting, last));
        let (_, annual) = look_back(&workspace, year);
        let newest = workspace.reports.iter().map(|report| report.month).max();
        prop_assert_eq!(annual.is_over, newest.is_some_and(|newest| newest >= annual.close));
        let has_happened = |month: Month| {
            annual.first <= month && annual.through.is_some_and(|through| month <= through)
        };
        for year in &annual.shares {
            prop_assert!(year.tiers.iter().all(|&(month, _)| has_happened(month)));
            prop_assert!(year.presumed <= year.tiers.len());
            if let Some(finished) = year.finished {
                prop_assert!(has_happened(finished));
            }
        }
        let months = annual.reported.len();
        let span = usize::try_from(annual.close.since(annual.first) + 1).expect("months");
        prop_assert!(annual.units.iter().all(|unit| unit.late <= months && unit.missing <= span));
    }

    /// Nothing that an approval covers from beginning to end is unfinished, and nobody else is touched.
    #[test]
    fn what_is_exempt_all_the_time_is_never_unfinished(setting in any_setting(), year in any_year()) {
        let plain = workspace(&setting);
        let mut exempted = plain.clone();
        exempt(&mut exempted, ShareIx(0));
        let (before, after) = (look_back(&plain, year).1, look_back(&exempted, year).1);
        for (one, two) in before.shares.iter().zip(&after.shares) {
            if one.share != ShareIx(0) {
                prop_assert_eq!(one, two);
                continue;
            }
            let wanted = match one.end {
                YearEnd::Unfinished => YearEnd::Exempt,
                end => end,
            };
            prop_assert_eq!(two.end, wanted);
            prop_assert!(two.was_exempt && two.tiers.is_empty());
        }
    }

    /// A check after the close settles what was claimed at it, one way or the other, and nothing else.
    #[test]
    fn a_check_settles_a_claim(setting in any_setting(), outcome in any_outcome(), year in any_year()) {
        let plain = workspace(&setting);
        let mut checked = plain.clone();
        let after = nth(LENGTH + 1);
        verify(&mut checked, ShareIx(0), after, outcome);
        let share = |annual: &Annual| annual.share(ShareIx(0)).cloned();
        let (before, after) = (share(&look_back(&plain, year).1), share(&look_back(&checked, year).1));
        let Some((before, after)): Option<(ShareYear, ShareYear)> = before.zip(after) else {
            return Ok(());
        };
        let has_stood = after.check.is_some();
        let wanted = match (before.end, outcome) {
            (YearEnd::Unverified, Outcome::Passed) if has_stood => YearEnd::Met,
            (YearEnd::Unverified, Outcome::Failed) if has_stood => YearEnd::Unfinished,
            (end, _) => end,
        };
        prop_assert_eq!(after.end, wanted);
    }

    /// A withdrawn notice is counted apart, and a notice of another year not at all.
    #[test]
    fn notices_are_counted_where_they_stand(setting in any_setting(), month in 0..LENGTH, year in any_year()) {
        let mut workspace = workspace(&setting);
        let share = ShareIx(0);
        let unit = workspace.share(share).unit;
        workspace.register.notices.push(Notice {
            month: nth(month),
            number: String::new(),
            date: nth(month).plus(1).first_day(),
            unit,
            tier: Tier(0),
            shares: vec![share],
            approver: String::new(),
            against_seal: String::new(),
            reply_due: None,
            reply: None,
            objection: None,
            decision: None,
            lifted: None,
            place: nowhere(),
        });
        let (_, annual) = look_back(&workspace, year);
        let issued: Vec<usize> = annual.units.iter().map(|unit| unit.notices.iter().sum()).collect();
        let is_of_year = nth(month).year() == year;
        prop_assert_eq!(issued[unit.0], usize::from(is_of_year));
        prop_assert_eq!(issued.iter().sum::<usize>(), usize::from(is_of_year));
        prop_assert!(annual.units.iter().all(|unit| unit.withdrawn == 0));
    }

    #[test]
    fn places_count_those_who_are_better(setting in any_setting(), as_of in any_as_of()) {
        let mut workspace = setting.workspace();
        let own = |id: &str, is_territorial| Arc::new(OwnKind { id: id.into(), name: id.into(), is_territorial });
        // What has a territory comes behind what has none, in whichever order the plan names it.
        let kinds = [own("county", true), own("enterprise", false)];
        workspace.plan.kinds = kinds.to_vec();
        let [county, enterprise] = kinds.map(UnitKind::Own);
        let sorts = [UnitKind::Branch, enterprise, county, UnitKind::Subdistrict];
        for (at, unit) in workspace.plan.units.iter_mut().enumerate() {
            unit.kind = sorts[at % sorts.len()].clone();
        }
        let assessment = assess(&workspace, AsOf::close_of(as_of));
        let ranking = Ranking::of(&workspace, &assessment);
        let sort = |(_, places): &(Peers, Vec<Placed>)| places[0].unit.0 % sorts.len();
        prop_assert!(ranking.peers.is_sorted_by_key(sort));
        for (peers, places) in &ranking.peers {
            for placed in places {
                prop_assert_eq!(&sorts[placed.unit.0 % sorts.len()].peers(), peers);
                let is_better = |other: &&Placed| other.pace.against(placed.pace) == Ordering::Less;
                prop_assert_eq!(placed.place, places.iter().filter(is_better).count() + 1);
                prop_assert!(placed.pace.due > 0);
                prop_assert!(placed.pace.on_schedule + placed.pace.with_tier <= placed.pace.due);
            }
        }
        let placed = ranking.peers.iter().flat_map(|(_, places)| places).map(|placed| placed.unit);
        let all: BTreeSet<_> = placed.chain(ranking.unranked.iter().copied()).collect();
        let units: BTreeSet<_> = assessment.shares.iter().map(|share| workspace.share(share.share).unit).collect();
        prop_assert_eq!(all, units);
    }

    /// Due is what is asked for by now, and what is done already; of that, what is behind for an approved reason is left
    /// out.
    #[test]
    fn a_pace_counts_what_is_due(setting in any_setting(), as_of in any_as_of(), is_exempt in any::<bool>()) {
        let mut workspace = setting.workspace();
        if is_exempt {
            exempt(&mut workspace, ShareIx(0));
        }
        let assessment = assess(&workspace, AsOf::close_of(as_of));
        let mut wanted = Pace::default();
        for assessed in &assessment.shares {
            let verdict = assessed.verdict();
            let item = workspace.item(workspace.share(assessed.share).item);
            let is_complete = verdict.flags.complete;
            let is_due = match &item.schedule {
                Schedule::Curve(curve) => curve.required_at(as_of.close()) > Ratio::ZERO || is_complete,
                Schedule::Stages(stages) => {
                    let mut curves = stages.all().iter().filter_map(|stage| stage.curve.as_ref());
                    curves.any(|curve| curve.required_at(as_of.close()) > Ratio::ZERO) || is_complete
                }
                Schedule::Recurring(recurring) => {
                    recurring.occurrences().iter().any(|occurrence| occurrence.due <= as_of) || is_complete
                }
                Schedule::Indicator(indicator) => indicator.due().at() <= as_of.close(),
                Schedule::Standing { .. } | Schedule::Unscheduled => false,
            };
            if item.key && is_due && !(verdict.is_behind() && verdict.exemption.is_some()) {
                wanted.due += 1;
                wanted.on_schedule += usize::from(!verdict.is_behind());
                wanted.with_tier += usize::from(verdict.tier.is_some());
                wanted.worst = wanted.worst.max(verdict.tier);
            }
        }
        let pace = Pace::of(&workspace, &assessment.shares);
        prop_assert_eq!(pace, wanted);
        let part = pace.part_on_schedule();
        prop_assert_eq!(part.is_some(), pace.due > 0);
        let whole = |count: usize| Ratio::whole(i128::try_from(count).expect("few"));
        prop_assert!(part.is_none_or(|part| part * whole(pace.due) == whole(pace.on_schedule)));
    }

    /// A share that is behind for an approved reason counts neither for nor against its unit; silence does.
    #[test]
    fn an_exemption_takes_a_share_out_of_the_ranking(setting in any_setting(), as_of in 0..LENGTH) {
        let plain = setting.workspace();
        let mut exempted = plain.clone();
        exempt(&mut exempted, ShareIx(0));
        let pace = |workspace: &Workspace| {
            let assessment = assess(workspace, AsOf::close_of(nth(as_of)));
            let own = assessment.of(ShareIx(0)).cloned();
            (own.clone().is_some_and(|own| own.verdict().is_behind()), Pace::of(workspace, own.iter()))
        };
        let ((is_behind, before), (_, after)) = (pace(&plain), pace(&exempted));
        prop_assert_eq!(after, if is_behind { Pace::default() } else { before });
    }
}

proptest! {
    #![proptest_config(config())]

    /// Due at the close of February 2022: what is finished later in the year is finished late, by so many months.
    #[test]
    fn a_late_finish_is_listed_with_its_delay(finished in 0..LENGTH - 3) {
        let sketch = Sketch {
            shape: Shape::Step,
            points: vec![(4, None, 10_000)],
            reports: vec![(finished, 10_000)],
        };
        let workspace = workspace(&sketch.setting(start()));
        let (_, annual) = look_back(&workspace, 2022);
        let year = &annual.shares[0];
        let is_of_year = nth(finished).year() == 2022;
        prop_assert_eq!(year.finished, is_of_year.then_some(nth(finished)));
        let months = Ratio::whole(i128::from(finished - 4).max(0));
        prop_assert_eq!(year.finish_delay.map(Lag::months), is_of_year.then_some(months));
        prop_assert_eq!(year.is_finished_late(), finished > 4);
        let delays: Vec<_> = year.finish_delay.filter(|_| finished > 4).into_iter().collect();
        let listed: Vec<_> = annual.units[0].delays.iter().map(|&(_, delay)| delay).collect();
        prop_assert_eq!(&listed, &delays);
        prop_assert_eq!(annual.units[0].longest_delay(), delays.first().copied());
    }
}

/// At most none of something, by the close of January 2022: a target of zero is asked for like any other.
fn none_by_january(filed: Vec<Filed>) -> Setting {
    let target = Target::new(Moment::Close(nth(3)), Figure::ZERO);
    let mut indicator = Indicator::new(Compare::AtMost, vec![target], "");
    indicator.binding = true;
    let duty = Duty::new(Schedule::Indicator(indicator), None, filed);
    Setting::new(start(), nth(LENGTH - 1), vec![duty])
}

/// Met in the year before, and nothing has been reported since: it is met, and nobody has claimed it for a month of this
/// year that could be checked.
#[test]
fn an_indicator_met_ahead_of_its_year_is_met_and_not_claimed() {
    let filed = vec![Filed::new(nth(2), Reading::Value(Figure::ZERO))];
    let workspace = workspace(&none_by_january(filed));
    let (_, annual) = look_back(&workspace, 2022);
    assert_eq!(annual.through, None);
    assert_eq!(annual.shares[0].end, YearEnd::Met);
    assert_eq!(annual.shares[0].finished, None);
}

#[test]
fn failing_a_target_of_zero_is_due_and_not_on_schedule() {
    let filed = vec![Filed::new(nth(4), Reading::Value(Figure::whole(1)))];
    let setting = none_by_january(filed);
    let assessment = assess(&setting.workspace(), AsOf::close_of(nth(5)));
    let pace = Pace::of(&setting.workspace(), &assessment.shares);
    let worst = Some(Tier(1));
    let wanted = Pace { worst, with_tier: 1, due: 1, on_schedule: 0 };
    assert_eq!(pace, wanted);
}

/// Complete at the close of the year and taken back before anybody came to look: the check is of something else.
#[test]
fn a_check_of_what_was_taken_back_before_it_settles_nothing() {
    let sketch = |taken_back: &[(i32, u32)]| Sketch {
        shape: Shape::Step,
        points: vec![(2, None, 10_000)],
        reports: [&[(1, 10_000)], taken_back].concat(),
    };
    let end = |taken_back: &[(i32, u32)]| {
        let mut workspace = workspace(&sketch(taken_back).setting(start()));
        verify(&mut workspace, ShareIx(0), nth(5), Outcome::Passed);
        let (_, annual) = look_back(&workspace, 2021);
        (annual.shares[0].end, annual.shares[0].check.is_some())
    };
    assert_eq!(end(&[(5, 10_000)]), (YearEnd::Met, true));
    assert_eq!(end(&[(4, 8_000), (5, 10_000)]), (YearEnd::Unverified, false));
}
