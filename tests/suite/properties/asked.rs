//! What a page asks for, done: every figure, occurrence and reading that it names is put into the report that it names,
//! the shares are assessed anew, and what the page promises has to come. A step less, and it must not.

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::Value;
use shangdang::assess::{Ahead, AsOf, Verdict, assess, assess_share};
use shangdang::model::{
    Assumption, Exemption, Figure, Item, Measure, Month, Ratio, Reading, Schedule, ShareIx, Tier, Workspace,
};
use shangdang::source::{FileId, Place};
use shangdang::views::{Bulletin, By, Edition, Filter, Given, OutlookPage, Results, Status, View};

use super::{LENGTH, Sketch, any_setting, nth, sketch, start};
use crate::support::{Setting, at_least, curve, figure, month, no_files, revision};

/// What has been approved: for which share or item, from when, for how long or what.
#[derive(Clone, Debug)]
struct Approved {
    exemptions: Vec<(usize, i32, i32)>,
    changes: Vec<(usize, i32, Sketch)>,
}

prop_compose! {
    fn any_approved()(
        exemptions in vec((0..4_usize, 0..LENGTH, 0..6), 0..3),
        changes in vec((0..3_usize, 1..LENGTH, sketch(true)), 0..3),
    ) -> Approved {
        Approved { exemptions, changes }
    }
}

fn workspace(setting: &Setting, approved: &Approved) -> Workspace {
    let mut workspace = setting.workspace();
    let (shares, items) = (workspace.shares.len(), workspace.items.len());
    let place = Place::top_of(FileId(0));
    for &(share, from, length) in &approved.exemptions {
        let (from, until) = (nth(from), nth(from + length));
        let date = from.first_day();
        let (reason, reference) = (String::new(), String::new());
        let exemption = Exemption { share: ShareIx(share % shares), from, until, reason, reference, date, place };
        workspace.register.exemptions.push(exemption);
    }
    for (item, from, planned) in &approved.changes {
        let (item, from) = (&mut workspace.items[item % items], nth(*from));
        if item.schedule.curve().is_some() || item.schedule.is_unscheduled() {
            let one_more = revision(from, from.first_day(), planned.curve(start()));
            let all = item.revisions.iter().cloned().chain([one_more]);
            item.revise(all.collect());
        }
    }
    workspace
}

/// A share, and what was known of it when the page was made.
struct Told<'a> {
    known: &'a Workspace,
    share: ShareIx,
}

impl Told<'_> {
    /// The share that a row is about; every unit has one.
    fn of<'a>(known: &'a Workspace, row: &Value) -> Told<'a> {
        let named = row["unit"].as_str().expect("a row names its unit");
        let unit = known.units().find(|&unit| known.unit(unit).id == named).expect("the unit is there");
        Told { known, share: ShareIx(unit.0) }
    }

    fn item(&self) -> &Item {
        self.known.item(self.known.share(self.share).item)
    }

    /// The verdict at a close, if the report for that month says this.
    fn after(&self, readings: &[Reading], month: Month) -> Verdict {
        let at = AsOf::close_of(month);
        let share = self.share;
        let assuming =
            |workspace: Workspace, &reading| workspace.assuming(Assumption { share, reading, detail: None }, at);
        let workspace = readings.iter().fold(self.known.clone(), assuming);
        assess_share(&workspace, share, at).verdict().clone()
    }

    /// The readings that are asked for, and what falls short of them by one step; nothing where none is less.
    fn readings(&self, asked: &str) -> (Vec<Reading>, Option<Vec<Reading>>) {
        let (item, share) = (self.item(), self.known.share(self.share));
        if let Some(recurring) = item.schedule.recurring() {
            let done = |due| Reading::Occurrence { due, done: true };
            let dues: Vec<Month> = recurring.occurrences().iter().map(|one| one.due).collect();
            let (from, until) = asked.split_once("..").unwrap_or((asked, asked));
            let (from, until) = (month(from), month(until));
            let named = dues.iter().copied().filter(|due| (from..=until).contains(due)).map(done).collect();
            // One is enough by itself: so the one before it is not. Of several the last cannot be left out.
            let mut short: Vec<Month> = dues.into_iter().filter(|&due| due < until).collect();
            if from == until {
                short.drain(..short.len().saturating_sub(1));
            } else {
                short.retain(|&due| due >= from);
            }
            return (named, Some(short.into_iter().map(done).collect()));
        }
        if let Some(indicator) = item.schedule.indicator() {
            let written = asked.trim_start_matches(['<', '>', '=']);
            assert_eq!(figure(written), indicator.targets()[0].bound);
            let values = ["89.9999", "90", "90.0001"].map(figure);
            let (met, failing): (Vec<Figure>, _) =
                values.into_iter().partition(|&value| indicator.targets()[0].is_met_by(indicator.compare, value));
            return (vec![Reading::Value(met[0])], Some(vec![Reading::Value(failing[0])]));
        }
        let said = |figure| if share.amount.is_some() { Reading::Done(figure) } else { Reading::Percent(figure) };
        let least = figure(asked);
        let step = Ratio::new(1, Measure::of(item).steps());
        let short = Figure::exactly(least.ratio() - step).filter(|&short| short >= Figure::ZERO);
        (vec![said(least)], short.map(|short| vec![said(short)]))
    }

    /// Whether just what is asked for makes it good enough, and a step less does not.
    fn turns_on(&self, asked: &Value, month: Month, is_good: impl Fn(&Verdict) -> bool) -> Result<(), TestCaseError> {
        let asked = asked.as_str().expect("what is asked for is written");
        let (enough, short) = self.readings(asked);
        prop_assert!(is_good(&self.after(&enough, month)), "{asked} in {month} is not enough");
        if let Some(short) = short {
            prop_assert!(!is_good(&self.after(&short, month)), "less than {asked} in {month} is enough");
        }
        Ok(())
    }
}

fn rows(page: &Value, key: &str) -> Vec<Value> {
    page[key].as_array().expect("a list").clone()
}

proptest! {
    #![proptest_config(at_least(600))]

    #[test]
    fn what_pages_ask_for_comes_true(setting in any_setting(), approved in any_approved(), offset in 0..LENGTH - 1) {
        let workspace = workspace(&setting, &approved);
        let as_of = AsOf::close_of(nth(offset));
        let next = as_of.month.plus(1);
        let known = workspace.with_reports_up_to(as_of.month);
        let (sources, assessment) = (no_files(), assess(&workspace, as_of));
        let results = Results { sources: &sources, workspace: &workspace, assessment: &assessment };
        let ladder = &workspace.plan.ladder;
        let below = |tier: &Value| {
            let tier = ladder.rungs().iter().position(|rung| tier == &Value::from(rung.id.clone())).map(Tier);
            move |verdict: &Verdict| verdict.tier_by_rule() < tier
        };
        let is_free = |verdict: &Verdict| verdict.tier_by_rule().is_none();
        let is_on_schedule = |verdict: &Verdict| {
            !verdict.is_behind() && matches!(verdict.bucket.id(), "on-track" | "complete" | "unscheduled")
        };

        let page = Status::of(results, &Filter::default(), By::Item);
        for row in rows(&serde_json::to_value(page.data()).expect("JSON"), "rows") {
            let told = Told::of(&known, &row);
            if let Some(outlook) = row["next"].as_object() {
                let month = month(outlook["month"].as_str().expect("a month"));
                told.turns_on(&outlook["needs"], month, below(&outlook["tier"]))?;
                prop_assert!(told.after(&[], month.plus(-1)).tier < told.after(&[], month).tier || month == next);
            }
            if !row["relief"].is_null() {
                told.turns_on(&row["relief"], next, is_free)?;
            } else if !row["tier"].is_null() && next <= workspace.plan.end {
                prop_assert!(is_free(&told.after(&[], next)), "an approved change lifts it");
            }
        }

        let ahead = Ahead::of(&workspace, as_of).expect("the plan goes on");
        let page = OutlookPage::of(results, Some(&ahead), &Filter::default());
        for row in rows(&serde_json::to_value(page.data()).expect("JSON"), "rows") {
            let told = Told::of(&known, &row);
            let tier = told.after(&[], next).tier;
            if !row["avoid"].is_null() {
                told.turns_on(&row["avoid"], next, |verdict| verdict.tier_by_rule() < tier)?;
            }
            prop_assert_eq!(row["avoid"].is_null(), tier.is_none());
            if !row["relief"].is_null() {
                told.turns_on(&row["relief"], next, is_free)?;
            }
        }

        let page = Bulletin::of(results, Edition::Internal, Given::default());
        let page = serde_json::to_value(page.data()).expect("JSON");
        let asked = rows(&page, "asked-next");
        for row in &asked {
            Told::of(&known, row).turns_on(&row["needs"], next, is_on_schedule)?;
        }
        let behind = known.iter_shares().filter(|(share, _)| Told { known: &known, share: *share }.after(&[], next).is_behind());
        prop_assert_eq!(asked.len(), behind.count(), "whoever would be behind is asked for something");
    }
}

/// By an approved change the plan asks for less from July on: nothing has to be reported for the tier to go.
#[test]
fn an_approved_change_of_next_month_is_not_asked_for() {
    let planned = |level| {
        let point = (shangdang::model::Moment::Close(month("2022-03")), Ratio::whole(level));
        curve(shangdang::model::Shape::Step, [point]).expect("a curve")
    };
    let filed = vec![crate::support::Filed::new(month("2022-03"), Reading::Percent(Figure::whole(30)))];
    let duty = crate::support::Duty::new(Schedule::Curve(planned(50)), None, filed);
    let mut workspace = Setting::new(month("2022-01"), month("2022-12"), vec![duty]).workspace();
    let approved = revision(month("2022-07"), month("2022-06").first_day(), planned(30));
    workspace.items[0].revise(vec![approved]);
    let relief = |at: &str| assess_share(&workspace, ShareIx(0), AsOf::close_of(month(at))).relief;
    assert_eq!(relief("2022-06"), Some(shangdang::assess::Relief::Approved));
    let needed = shangdang::assess::Needs::Figure(Ratio::whole(50));
    assert_eq!(relief("2022-05"), Some(shangdang::assess::Relief::Reported(needed)));
}
