//! What people decide changes what it is meant to change, and nothing else.

use chrono::NaiveDate;
use proptest::collection::vec;
use proptest::prelude::*;
use shangdang::assess::{AsOf, Claims, Reasoning, ShareAssessment, Verdict, assess, assess_share, lag_behind};
use shangdang::model::{
    Curve, Exemption, Finding, Item, Lag, Month, Outcome, Ratio, Schedule, ShareIx, Verification, Workspace,
};
use shangdang::source::{FileId, Place};

use super::{LENGTH, any_as_of, any_curve, any_setting, nth, with_reports_up_to};
use crate::support::{config, revision};

fn nowhere() -> Place {
    Place::top_of(FileId(0))
}

fn day(month: Month) -> NaiveDate {
    month.day(10)
}

/// From, how many months more, approved so many months after the first.
pub(super) type Span = (i32, i32, i32);

pub(super) fn any_span() -> impl Strategy<Value = Span> {
    (0..LENGTH, 0..6, 0..3)
}

pub(super) fn exempt(workspace: &mut Workspace, share: ShareIx, (from, length, delay): Span) {
    workspace.register.exemptions.push(Exemption {
        share,
        from: nth(from),
        until: nth(from + length),
        reason: String::new(),
        reference: String::new(),
        date: day(nth(from + delay)),
        place: nowhere(),
    });
}

/// Gives the first item other milestones from months on, if it has any.
pub(super) fn change(workspace: &mut Workspace, changes: &[((i32, i32), Curve)]) {
    let item = &mut workspace.items[0];
    if matches!(item.schedule, Schedule::Curve(_) | Schedule::Unscheduled) {
        let approved = changes.iter();
        let approved =
            approved.map(|((from, delay), curve)| revision(nth(from + delay), day(nth(*from)), curve.clone()));
        item.revise(approved.collect());
    }
}

pub(super) fn any_changes() -> impl Strategy<Value = Vec<((i32, i32), Curve)>> {
    vec(((0..LENGTH, 0..4), any_curve()), 0..3)
}

fn first(workspace: &Workspace, month: Month) -> ShareAssessment {
    assess_share(workspace, ShareIx(0), AsOf::close_of(month))
}

/// The verdict without what a register may add to it.
fn bare(verdict: &Verdict) -> Verdict {
    Verdict {
        tier: verdict.tier_by_rule(),
        withheld: None,
        exemption: None,
        revision: None,
        check: None,
        presumed: false,
        ..verdict.clone()
    }
}

/// What is found, however many points it took.
fn found(verdict: &Verdict) -> impl PartialEq + std::fmt::Debug {
    let Verdict { bucket, required, actual, counts_from, lag, tier, flags, .. } = verdict.clone();
    (bucket, required, actual, counts_from, lag, tier, flags)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn an_exemption_withholds_a_tier_and_nothing_else(
        setting in any_setting(), span in any_span(), as_of in any_as_of(),
    ) {
        let plain = setting.workspace();
        let mut exempted = plain.clone();
        exempt(&mut exempted, ShareIx(0), span);
        let (before, after) = (first(&plain, as_of), first(&exempted, as_of));
        for (one, other) in before.history().iter().zip(after.history()) {
            prop_assert_eq!(bare(one), bare(other));
            let is_covered = (nth(span.0)..=nth(span.0 + span.1)).contains(&one.month);
            prop_assert_eq!(other.exemption.is_some(), is_covered);
            let tiers = if is_covered { (None, one.tier) } else { (one.tier, None) };
            prop_assert_eq!((other.tier, other.withheld), tiers);
            prop_assert_eq!(other.tier_by_rule(), one.tier);
        }
        let others = |workspace: &Workspace| assess(workspace, AsOf::close_of(as_of)).shares.split_off(1);
        prop_assert_eq!(others(&plain), others(&exempted));
    }

    #[test]
    fn a_change_counts_from_the_close_of_its_month_on(
        setting in any_setting(), from in (0..LENGTH, 0..4), curve in any_curve(), as_of in any_as_of(),
    ) {
        let plain = setting.workspace();
        let mut changed = plain.clone();
        change(&mut changed, &[(from, curve.clone())]);
        let close = nth(from.0 + from.1);
        let old = plain.items[0].schedule.curve();
        for (before, after) in first(&plain, as_of).history().iter().zip(first(&changed, as_of).history()) {
            if after.month < close || changed.items[0].revisions.is_empty() {
                prop_assert_eq!(before, after);
                continue;
            }
            let Reasoning::Curve { actual, required, .. } = after.reasoning else {
                return Err(TestCaseError::fail("held against no curve"));
            };
            prop_assert_eq!(required, curve.required_at(after.month.close()));
            // More than the change asks for at the beginning was there; or it has been short all the time since, and
            // perhaps of the old plan before.
            let lag = if curve.required_at(close.close()) <= actual {
                lag_behind(&curve, actual, after.month).months()
            } else {
                let until_then = old.map_or(Ratio::ZERO, |old| lag_behind(old, actual, close).months());
                until_then + Ratio::whole(after.month.since(close).into())
            };
            prop_assert_eq!(after.lag.map(Lag::months), Some(lag));
            prop_assert_eq!(after.flags.due_unmet, lag == Ratio::ZERO && required > actual);
        }
    }

    #[test]
    fn a_change_that_asks_for_the_same_changes_no_verdict(
        setting in any_setting(), from in (0..LENGTH, 0..4), as_of in any_as_of(),
    ) {
        let plain = setting.workspace();
        let mut changed = plain.clone();
        if let Some(curve) = plain.items[0].schedule.curve() {
            change(&mut changed, &[(from, curve.clone())]);
        }
        for (before, after) in first(&plain, as_of).history().iter().zip(first(&changed, as_of).history()) {
            prop_assert_eq!(found(before), found(after));
        }
    }

    #[test]
    fn of_several_changes_the_one_approved_last_rules(
        setting in any_setting(), changes in any_changes(), as_of in any_as_of(),
    ) {
        let mut workspace = setting.workspace();
        change(&mut workspace, &changes);
        let verdict = first(&workspace, as_of).verdict().clone();
        let begun = |one: &&((i32, i32), Curve)| nth(one.0.0 + one.0.1) <= as_of;
        // Of those of one day the one with the later month, then the later one.
        let ruling = changes.iter().filter(begun).max_by_key(|((on, delay), _)| (*on, on + delay));
        let revision = verdict.revision.map(|at| &workspace.items[0].revisions[at]);
        if workspace.items[0].revisions.is_empty() {
            prop_assert_eq!(verdict.revision, None);
        } else {
            prop_assert_eq!(revision.map(|one| &one.curve), ruling.map(|(_, curve)| curve));
        }
    }

    #[test]
    fn what_comes_next_comes_with_exemptions_and_changes_too(
        setting in any_setting(),
        spans in vec(any_span(), 0..3),
        changes in any_changes(),
        as_of in any_as_of(),
    ) {
        let mut workspace = with_reports_up_to(&setting, as_of).workspace();
        for span in spans {
            exempt(&mut workspace, ShareIx(0), span);
        }
        change(&mut workspace, &changes);
        let now = first(&workspace, as_of);
        let tier_in = |month| first(&workspace, month).verdict().tier;
        let mut ahead = (1..60).map(|ahead| as_of.plus(ahead));
        let next = ahead.find(|&month| tier_in(month) > now.verdict().tier);
        prop_assert_eq!(now.outlook.as_ref().map(|outlook| outlook.month), next);
        if let Some(outlook) = now.outlook {
            prop_assert_eq!(tier_in(outlook.month), Some(outlook.tier));
        }
    }

    #[test]
    fn nothing_counts_before_it_is_known(
        setting in any_setting(), span in any_span(), changes in any_changes(), as_of in any_as_of(), known_by in any_as_of(),
    ) {
        let plain = setting.workspace();
        let mut decided = plain.clone();
        exempt(&mut decided, ShareIx(0), span);
        change(&mut decided, &changes);
        let day_before = |day: NaiveDate| day < known_by.first_day();
        let mut known = decided.clone();
        known.register.exemptions.retain(|exemption| day_before(exemption.date));
        known.items[0].revisions.retain(|revision| day_before(revision.date));
        let as_of = AsOf { month: as_of, known_by: Some(known_by.first_day()) };
        let verdict = |workspace: &Workspace| {
            let assessed = assess_share(workspace, ShareIx(0), as_of);
            (assessed.verdict().clone(), assessed.outlook, assessed.relief)
        };
        let (one, two) = (verdict(&decided), verdict(&known));
        prop_assert_eq!(bare(&one.0), bare(&two.0));
        prop_assert_eq!((one.0.tier, one.1, one.2), (two.0.tier, two.1, two.2));
    }

    #[test]
    fn a_finding_is_there_from_its_month_on(setting in any_setting(), found in 0..LENGTH, as_of in any_as_of()) {
        let plain = setting.workspace();
        let mut inspected = plain.clone();
        let item: &mut Item = &mut inspected.items[0];
        item.finding = Some(Finding { date: day(nth(found)), by: String::new() });
        let shares = |workspace: &Workspace| assess(workspace, AsOf::close_of(as_of)).shares;
        let is_its_own = |assessed: &ShareAssessment| inspected.share(assessed.share).item.0 == 0;
        let (before, after) = (shares(&plain), shares(&inspected));
        let is_there = nth(found) <= as_of;
        prop_assert_eq!(after.iter().any(is_its_own), is_there);
        let others = |shares: &[ShareAssessment]| {
            shares.iter().filter(|assessed| !is_its_own(assessed)).cloned().collect::<Vec<_>>()
        };
        prop_assert_eq!(others(&before), others(&after));
        for (one, two) in before.iter().zip(&after).filter(|(_, two)| is_its_own(two)) {
            let months = i32::try_from(two.history().len()).expect("few months");
            prop_assert_eq!(months, as_of.since(nth(found)) + 1);
            // Only the silence before it was found is not held against anybody.
            let (one, two) = (one.verdict(), two.verdict());
            prop_assert_eq!((one.lag, one.tier, one.bucket), (two.lag, two.tier, two.bucket));
            prop_assert!(i64::from(two.flags.unreported) <= i64::from(months));
        }
    }

    #[test]
    fn a_check_changes_no_verdict(
        setting in any_setting(), checked in 0..LENGTH, passed in any::<bool>(), as_of in any_as_of(),
    ) {
        let plain = setting.workspace();
        let mut verified = plain.clone();
        let outcome = if passed { Outcome::Passed } else { Outcome::Failed };
        verified.register.verifications.push(Verification {
            share: ShareIx(0),
            date: day(nth(checked)),
            by: String::new(),
            outcome,
            note: String::new(),
            place: nowhere(),
        });
        let (before, after) = (first(&plain, as_of), first(&verified, as_of));
        let since = before.history().iter().filter(|verdict| verdict.month >= nth(checked));
        let stood = nth(checked) <= as_of && since.into_iter().all(|verdict| verdict.flags.complete);
        prop_assert_eq!(after.check().map(|check| check.outcome), stood.then_some(outcome));
        // Of what is claimed to be done each is passed, failed or unchecked.
        let claimed = usize::from(after.verdict().flags.complete);
        let (checked, passed) = (usize::from(stood), usize::from(stood && passed));
        let claims = Claims::of([&after, &before, &after]);
        prop_assert_eq!(claims.claimed, 3 * claimed);
        prop_assert_eq!(claims.verified, 2 * passed);
        prop_assert_eq!(claims.failed, 2 * (checked - passed));
        prop_assert_eq!(claims.unchecked(), 3 * claimed - 2 * checked);
        for (one, other) in before.history().iter().zip(after.history()) {
            prop_assert_eq!(one, &Verdict { check: None, ..other.clone() });
        }
        prop_assert_eq!(before.only(before.verdict()), after.only(before.verdict()));
    }
}
