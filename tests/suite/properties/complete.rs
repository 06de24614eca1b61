//! What is called complete, finished, lifted or checked is so: each word is held against what follows if it is believed.

use chrono::{Days, NaiveDate};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::Value;
use shangdang::assess::{Annual, AsOf, Bucket, Change, Completion, YearEnd, assess};
use shangdang::model::{
    Curve, Figure, ItemIx, Lag, Month, Outcome, Ratio, Reading, Schedule, Shape, ShareIx, Verification, Workspace,
};
use shangdang::render::{Reader, csv, markdown};
use shangdang::source::{FileId, Place};
use shangdang::text::Lang;
use shangdang::views::{By, Escalation, Explanation, Extent, Filter, History, Results, Status, View};

use super::decisions::{Span, any_span, exempt};
use super::{LENGTH, any_as_of, any_recurring, any_setting, hundredths, nth, sketch, start, with_reports_up_to};
use crate::support::{Duty, Filed, Setting, config, month, no_files};

/// Checks of shares on some days.
fn any_checks() -> impl Strategy<Value = Vec<(usize, i32, bool)>> {
    vec((0..6_usize, 0..LENGTH, any::<bool>()), 1..6)
}

fn check(workspace: &mut Workspace, checks: &[(usize, i32, bool)]) {
    let shares = workspace.shares.len();
    for &(share, month, passed) in checks {
        workspace.register.verifications.push(Verification {
            share: ShareIx(share % shares),
            date: nth(month).day(20),
            by: String::new(),
            outcome: if passed { Outcome::Passed } else { Outcome::Failed },
            note: String::new(),
            place: Place::top_of(FileId(0)),
        });
    }
}

proptest! {
    #![proptest_config(Config { cases: 8 * config().cases, ..config() })]

    /// Nobody who believes it and does nothing more is ever called late, or finds that a period was left out; and no
    /// reading still to come within the plan can take it away from a limit.
    #[test]
    fn what_is_called_complete_asks_for_nothing_more(setting in any_setting(), as_of in 0..LENGTH) {
        let now = nth(as_of);
        let workspace = with_reports_up_to(&setting, now).workspace();
        let then = assess(&workspace, AsOf::close_of(now));
        let end = assess(&workspace, AsOf::close_of(nth(LENGTH - 1)));
        for (one, last) in then.shares.iter().zip(&end.shares) {
            let verdict = one.verdict();
            if verdict.bucket == Bucket::Complete || verdict.flags.complete {
                prop_assert_eq!(verdict.flags.missed, 0);
                let later = last.history().iter().filter(|verdict| verdict.month >= now);
                for verdict in later {
                    prop_assert!(!verdict.is_behind() && verdict.flags.complete);
                }
                let schedule = &workspace.item(workspace.share(one.share).item).schedule;
                let limit = schedule.indicator().is_some_and(|indicator| indicator.compare.is_limit());
                prop_assert!(!limit || now == workspace.plan.end);
            }
        }
    }

}

proptest! {
    #![proptest_config(config())]

    /// A point that asks for no more than the one before it changes nothing, wherever it stands.
    #[test]
    fn points_that_ask_nothing_new_change_no_finish_delay(
        sketch in sketch(false), day in option::of(0..28_u64), flat in 1..6_i32,
    ) {
        let mut setting = sketch.setting(start());
        let filed = &mut setting.duties[0].leads[0].filed;
        filed.retain(|filed| filed.month < nth(LENGTH - 1));
        filed.push(Filed {
            on: day.map(|day| nth(LENGTH - 1).first_day() + Days::new(day)),
            ..Filed::new(nth(LENGTH - 1), super::reading(10_000))
        });
        let mut longer = sketch.clone();
        let (last, _, level) = *longer.points.last().expect("a curve has points");
        longer.points.push((last + flat, None, level));
        let mut with = setting.clone();
        with.duties[0].schedule = Schedule::Curve(longer.curve(start()));
        let completion = |setting: &Setting| setting.first_share(nth(LENGTH - 1)).completion;
        prop_assert_eq!(completion(&setting), completion(&with));
    }

    /// A year asks of a share exactly where delivering no more than was asked before it leaves the share behind at its
    /// close. Curves and periods; nothing is open from earlier years, for that much was delivered in time.
    #[test]
    fn a_year_asks_where_standing_still_falls_behind(
        sketch in sketch(false), recurring in any_recurring(), is_curve in any::<bool>(), year in 2021..=2023_i32,
    ) {
        let (first, close) = Setting::new(start(), nth(LENGTH - 1), Vec::new()).workspace().plan.months_of(year).expect("a year");
        let sketch = super::Sketch { shape: Shape::Step, ..sketch };
        let mut filed = Vec::new();
        let schedule = if is_curve {
            let curve: Curve = sketch.curve(start());
            let points = sketch.points.iter().filter(|(offset, ..)| nth(*offset) < first);
            for &(offset, _, level) in points {
                filed.push(Filed::new(nth(offset), Reading::Percent(hundredths(level))));
            }
            Schedule::Curve(curve)
        } else {
            for one in recurring.occurrences().iter().filter(|one| one.due < first) {
                filed.push(Filed::new(one.due, Reading::Occurrence { due: one.due, done: true }));
            }
            Schedule::Recurring(recurring)
        };
        let setting = Setting::new(start(), nth(LENGTH - 1), vec![Duty::new(schedule, None, filed)]);
        let workspace = setting.workspace();
        let assessment = assess(&workspace, AsOf::close_of(close));
        let annual = Annual::of(&workspace, &assessment);
        let is_behind = assessment.shares[0].verdict().is_behind();
        prop_assert_eq!(annual.shares[0].end != YearEnd::NotAsked, is_behind, "{:?}", annual.shares[0]);
    }

    /// On every page: lifted is what reaches no tier any more, never what an exemption only withholds.
    #[test]
    fn what_is_withheld_is_lifted_on_no_page(
        setting in any_setting(), spans in vec((0..6_usize, any_span()), 1..4), as_of in any_as_of(),
    ) {
        let mut workspace = setting.workspace();
        let shares = workspace.shares.len();
        for (share, span) in spans {
            let span: Span = span;
            exempt(&mut workspace, ShareIx(share % shares), span);
        }
        let assessment = assess(&workspace, AsOf::close_of(as_of));
        let sources = no_files();
        let results = Results { sources: &sources, workspace: &workspace, assessment: &assessment };
        let lifted = |share: ShareIx, at: &str| {
            let history = assessment.of(share).expect("it is there").history();
            let then = history.iter().find(|verdict| verdict.month == month(at)).expect("a month");
            then.tier_by_rule().is_none() && then.exemption.is_none_or(|_| then.withheld.is_none())
        };
        for item in (0..workspace.items.len()).map(ItemIx) {
            let own: Vec<ShareIx> = workspace.shares_of(item).map(|(share, _)| share).collect();
            let pages = [
                (serde_json::to_value(History::of(results, item, &[]).data()), "months"),
                (serde_json::to_value(Explanation::of(results, item, &[], Extent::Full).data()), "history"),
            ];
            for (page, months) in pages {
                let page = page.expect("a page is JSON");
                for (row, &share) in page["rows"].as_array().expect("rows").iter().zip(&own) {
                    for stage in row[months].as_array().expect("months") {
                        if stage["change"] == "lifted" {
                            prop_assert!(lifted(share, stage["month"].as_str().expect("a month")));
                        }
                    }
                }
            }
        }
        let page = markdown(&Escalation::of(results, &Filter::default()).document(Lang::Zh));
        let told = page.matches("本月解除").count();
        let wanted = assessment.shares.iter().filter(|share| share.change == Some(Change::Lifted)).count();
        prop_assert_eq!(told, wanted);
    }

    /// In every format: beside what is claimed stands what a check found, and the page names what failed.
    #[test]
    fn what_a_check_found_stands_beside_the_claim(
        setting in any_setting(), checks in any_checks(), as_of in any_as_of(),
    ) {
        let mut workspace = setting.workspace();
        check(&mut workspace, &checks);
        let assessment = assess(&workspace, AsOf::close_of(as_of));
        let sources = no_files();
        let results = Results { sources: &sources, workspace: &workspace, assessment: &assessment };
        let status = Status::of(results, &Filter::default(), By::Item);
        let sheet = csv(&status.sheet(Lang::Zh), Reader::Program);
        let page = markdown(&status.document(Lang::Zh));
        let data: Value = serde_json::to_value(status.data()).expect("a page is JSON");
        let rows = data["rows"].as_array().expect("rows");
        let flagged = |flag: &str| {
            let has = |row: &&Value| row["flags"].as_array().expect("flags").contains(&Value::from(flag));
            rows.iter().filter(has).count()
        };
        for (outcome, word, flag) in [(Outcome::Passed, "已核验", "verified"), (Outcome::Failed, "核验未通过", "check-failed")] {
            let found = assessment.shares.iter().filter(|share| {
                share.check().is_some_and(|check| check.outcome == outcome) && share.verdict().flags.complete
            });
            let found: Vec<_> = found.collect();
            prop_assert_eq!(flagged(flag), found.len());
            prop_assert_eq!(sheet.lines().filter(|line| line.contains(word)).count(), found.len());
            if outcome == Outcome::Failed {
                let head = page.lines().find(|line| line.contains("自报完成") && line.contains("未核验")).unwrap_or("");
                for share in found {
                    let of = workspace.share(share.share);
                    let named = format!("{} {}", workspace.item(of.item).id, workspace.unit(of.unit).name);
                    prop_assert!(head.contains(&named), "{named} is not in {head}");
                }
            }
        }
    }
}

/// Filed on 10 May for a due day of 15 May is in time, and so is what the unit had reached on 12 May and filed on 3 June.
#[test]
fn the_earliest_sign_that_the_evidence_allows_decides() {
    let day = |text: &str| -> NaiveDate { text.parse().expect("a day") };
    let completion = |filed: Filed| -> Completion {
        let points = [(crate::support::moment("2022-05-15"), Ratio::HUNDRED)];
        let curve = crate::support::curve(Shape::Step, points).expect("a curve");
        let duty = Duty::new(Schedule::Curve(curve), None, vec![filed]);
        let share = Setting::new(month("2022-01"), month("2022-12"), vec![duty]).first_share(month("2022-12"));
        share.completion.expect("it is complete")
    };
    let all = |month: Month| Filed::new(month, Reading::Percent(Figure::whole(100)));
    let may = || all(month("2022-05"));
    let filed = |text: &str| Filed { submitted: Some(day(text)), ..may() };
    assert_eq!(completion(filed("2022-05-10")).delay(), Lag::NONE);
    assert_eq!(completion(Filed { on: Some(day("2022-05-12")), ..filed("2022-06-03") }).delay(), Lag::NONE);
    assert_eq!(completion(filed("2022-06-03")).delay().months(), Ratio::new(16, 31));
    assert_eq!(completion(may()).delay().months(), Ratio::new(16, 31));
    assert_eq!(completion(filed("2022-05-20")).delay().months(), Ratio::new(5, 31));
}
