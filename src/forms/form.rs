//! What is asked of one unit for one month, as data: a row for each item that is still open.

use chrono::NaiveDate;

use super::limits::cut;
use super::wanted::Wanted;
use crate::assess::is_open;
use crate::document::clean;
use crate::model::{
    AsOf, Curve, Item, ItemIx, Month, Occurrence, Plan, Ratio, Recurring, Schedule, Share, Stage, Terms, UnitIx,
    Workspace,
};
use crate::text::forms::{self as words, Asked};
use crate::text::measure::{self, Measure};
use crate::text::{Lang, roles, terms, things};

/// A form: everything that is printed on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// The title of the plan.
    pub plan: String,
    /// Sample data: the form says so.
    pub is_sample: bool,
    /// Id of the unit.
    pub unit: String,
    /// Its name.
    pub unit_name: String,
    /// The month reported on.
    pub month: Month,
    /// The last day in time; none where no report is asked for.
    pub until: Option<NaiveDate>,
    /// What is asked, in the order of the plan.
    pub rows: Vec<Row>,
}

/// What is asked about one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Id of the item.
    pub item: String,
    /// Which occurrence of it is meant, where the row makes up for one.
    pub occurrence: Option<Month>,
    /// Which of its named things is meant, where each has a row.
    pub object: Option<String>,
    /// Which stage of it is meant, where it has stages.
    pub stage: Option<String>,
    /// Its title.
    pub title: String,
    /// The clause of the plan.
    pub clause: String,
    /// What is required this month, in words.
    pub required: String,
    /// What was reported last.
    pub last: String,
    /// What was said last.
    pub last_words: String,
    /// What it is counted in.
    pub measure: String,
    /// What is to be entered.
    pub wanted: Wanted,
}

/// The name of a plan, as forms carry it.
pub(super) fn plan_name(plan: &Plan) -> String {
    cut(&clean(&plan.title))
}

impl Form {
    /// The form for a unit and month; with `all`, complete items as well.
    pub fn of(workspace: &Workspace, unit: UnitIx, month: Month, all: bool, lang: Lang) -> Self {
        let plan = &workspace.plan;
        let led = workspace.shares_by(unit);
        let open = led.filter(|(id, _)| all || is_open(workspace, *id, month));
        let rows = open.flat_map(|(_, share)| rows(workspace, share, month, all, lang));
        Self {
            plan: plan_name(plan),
            is_sample: plan.sample,
            unit: workspace.unit(unit).id.clone(),
            unit_name: cut(&clean(&workspace.unit(unit).name)),
            month,
            until: plan.due_day(unit, month),
            rows: rows.collect(),
        }
    }

    /// The last day in time, as it is printed.
    pub fn until(&self, lang: Lang) -> String {
        self.until.map_or_else(|| words::not_asked(lang).to_owned(), |until| terms::day(until, lang))
    }
}

impl Row {
    /// What stands in the first column: `9.1`, `9.1（2022-03）` where it makes up for an occurrence, `2.1（建成）` for a
    /// stage.
    pub fn id(&self, lang: Lang) -> String {
        let part = self.occurrence.map(|due| due.to_string());
        let part = part.or_else(|| self.object.clone()).or_else(|| self.stage.clone());
        match (part, lang) {
            (None, _) => self.item.clone(),
            (Some(part), Lang::Zh) => format!("{}\n（{part}）", self.item),
            (Some(part), Lang::En) => format!("{}\n({part})", self.item),
        }
    }
}

fn rows(workspace: &Workspace, share: &Share, month: Month, all: bool, lang: Lang) -> Vec<Row> {
    let item = workspace.item(share.item);
    let reported = share.entries.iter().rev().find(|entry| entry.month < month);
    let last = reported.map_or_else(String::new, |entry| {
        let said = measure::entry(entry, share, item, lang);
        if entry.month == month.plus(-1) { said } else { words::earlier(&said, entry.month, lang) }
    });
    let last_words = reported.map_or_else(String::new, |entry| {
        let said = &entry.remarks;
        words::last_words(said.note(), said.problem(), said.next(), lang)
    });
    let besides = besides(workspace, share.item, month, lang);
    let row = |occurrence: Option<Month>, required: String| Row {
        item: item.id.clone(),
        occurrence,
        object: None,
        stage: None,
        title: clean(&item.title),
        clause: clean(&item.source),
        required: clean(&[&[required], &*besides].concat().join("\n")),
        last: clean(&last),
        last_words: clean(&last_words),
        measure: if item.schedule.recurring().is_some_and(Recurring::is_counted) {
            words::times_measure(lang).to_owned()
        } else if item.schedule.is_unscheduled() {
            words::or_word(Measure::of(item).unit(), lang)
        } else {
            clean(Measure::of(item).unit())
        },
        wanted: Wanted::of(item),
    };
    let asked = |asked: Asked<'_>| words::asked(asked, month, lang);
    let terms_now = item.terms_at(share, AsOf::close_of(month));
    match terms_now.schedule {
        Schedule::Recurring(recurring) => {
            let current = recurring.holding(month);
            let required = |one: &Occurrence| match recurring.times {
                1 => asked(Asked::Occurrence(one.from, one.due)),
                times => asked(Asked::Times(one.from, one.due, times)),
            };
            open_occurrences(share, recurring, workspace.asked_of(share, recurring), month, all)
                .map(|one| {
                    let made_up = (Some(one) != current).then_some(one.due);
                    row(made_up, required(one))
                })
                .collect()
        }
        Schedule::Curve(curve) => {
            by_object(share, item, month, row(None, levels(curve, terms_now, item, month, lang)), lang)
        }
        Schedule::Stages(stages) => {
            let reported = reported.and_then(|entry| share.standing(entry));
            let last = |at: usize| {
                reported.map_or_else(String::new, |standing| Measure::of(item).show(standing[at].ratio(), lang))
            };
            let row_of = |(at, stage): (usize, &Stage)| {
                let required = match &stage.curve {
                    Some(curve) => words::beyond(&levels(curve, terms_now, item, month, lang), lang),
                    None => words::not_asked_of_stage(lang).to_owned(),
                };
                Row { stage: Some(clean(&stage.name)), last: clean(&last(at)), ..row(None, required) }
            };
            stages.all().iter().enumerate().map(row_of).collect()
        }
        Schedule::Indicator(indicator) => {
            let (target, from) = indicator.asked_in(month);
            let (target, from) = (measure::target(indicator, target, lang), terms::moment(from, lang));
            vec![row(None, asked(Asked::Target(&target, &from)))]
        }
        Schedule::Standing { .. } => vec![row(None, asked(Asked::Standing))],
        Schedule::Unscheduled => by_object(share, item, month, row(None, asked(Asked::Unscheduled)), lang),
    }
}

/// What a curve asks for by the close of a month, and next.
fn levels(curve: &Curve, of_share: Terms<'_>, item: &Item, month: Month, lang: Lang) -> String {
    let measure = Measure::of(item);
    let is_least = item.quantity.as_ref().is_some_and(|quantity| quantity.at_least);
    let level = |percent: Ratio| {
        let level = measure.show(measure.least(of_share.in_measure(percent)), lang);
        if is_least { things::at_least(&level, lang) } else { level }
    };
    let now = curve.required_at(month.close());
    let next = curve.points().iter().find(|point| point.by.at() > month.close() && point.level > now);
    let next = next.map(|point| (terms::moment(point.by, lang), level(point.level)));
    let next = next.as_ref().map(|(by, level)| (&**by, &**level));
    words::asked(Asked::Level(&level(now), next), month, lang)
}

/// A row for each of the things that the unit has to do, where they have names: the first says what is asked of all.
fn by_object(share: &Share, item: &Item, month: Month, row: Row, lang: Lang) -> Vec<Row> {
    let Some(quantity) = item.quantity.as_ref().filter(|_| !share.objects.is_empty()) else {
        return vec![row];
    };
    let before = share.entries.iter().rfind(|entry| entry.month < month);
    let done = before.and_then(|entry| share.done_by(entry)).unwrap_or_default();
    let of = |(position, &object): (usize, &u16)| Row {
        object: quantity.names([object]).next().map(clean),
        required: if position == 0 { row.required.clone() } else { String::new() },
        last: if done.contains(&object) { words::ticked_before(lang).to_owned() } else { String::new() },
        last_words: if position == 0 { row.last_words.clone() } else { String::new() },
        measure: clean(&quantity.unit),
        wanted: Wanted::Tick,
        ..row.clone()
    };
    share.objects.iter().enumerate().map(of).collect()
}

/// What is said below what is required: who has which role, and in what the source contradicts itself.
fn besides(workspace: &Workspace, item: ItemIx, month: Month, lang: Lang) -> Vec<String> {
    let of = workspace.item(item);
    let told = roles::are_told(workspace, item);
    let mut said: Vec<String> =
        told.then(|| roles::units(&roles::named(workspace, item, lang), lang)).into_iter().collect();
    if of.is_disputed_at(AsOf::close_of(month)) {
        said.push(words::disputed(&of.disputed, lang));
    }
    said
}

/// The occurrences that a unit may report on: the one whose period holds the month, and those before it that are open
/// since the latest one done.
fn open_occurrences<'a>(
    share: &'a Share,
    recurring: &'a Recurring,
    asked: &'a [Occurrence],
    month: Month,
    all: bool,
) -> impl Iterator<Item = &'a Occurrence> {
    // A later word on the same occurrence replaces the former.
    let is_done = move |due: Month| {
        let words = share.entries.iter().filter(|entry| entry.month < month);
        words.filter_map(|entry| recurring.says_done(entry.reading, due)).next_back() == Some(true)
    };
    let begun = asked.iter().take_while(move |one| one.from <= month);
    let latest = begun.clone().filter(|one| is_done(one.due)).last();
    begun.filter(move |one| {
        let is_current = one.due >= month;
        (is_current && (all || !is_done(one.due)))
            || latest.is_none_or(|latest| one.due > latest.due) && !is_done(one.due)
    })
}
