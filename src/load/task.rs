//! A task file as written: the task and its items.

use super::indicator::{self, IndicatorDocument};
use super::keys;
use super::quantity::{SharesDocument, read_quantity, read_shares};
use super::reader::{Names, Table, Value};
use super::rhythm;
use crate::model::{Basis, Every, Figure, Finding, Moment, Month, Quantity, Shape};
use crate::problem::{DecimalRule, MisplacedBecause, Problem};
use crate::source::{Located, Place};

/// A file in `tasks/`; what could not be read is left out.
pub(super) struct TaskDocument {
    pub(super) number: Option<Located<u32>>,
    pub(super) title: Option<Located<String>>,
    pub(super) section: String,
    pub(super) lead: Option<Names>,
    pub(super) responsible: Option<Names>,
    pub(super) support: Option<Names>,
    pub(super) judged: bool,
    pub(super) key: bool,
    pub(super) items: Vec<ItemDocument>,
    /// Items are given but could not be read: they are not unknown.
    pub(super) has_lost_items: bool,
    pub(super) place: Place,
}

/// One of `[[items]]`.
pub(super) struct ItemDocument {
    pub(super) place: Place,
    pub(super) id: Option<Located<String>>,
    pub(super) title: String,
    pub(super) source: String,
    pub(super) basis: Option<Located<Basis>>,
    pub(super) note: String,
    pub(super) lead: Option<Names>,
    pub(super) responsible: Option<Names>,
    pub(super) support: Option<Names>,
    pub(super) judged: Option<bool>,
    pub(super) key: Option<bool>,
    pub(super) disputed: String,
    /// The ids of what has to be done before.
    pub(super) after: Vec<Located<String>>,
    /// The ids of those to whose totals the total should add up.
    pub(super) sum_of: Vec<Located<String>>,
    pub(super) quantity: Option<Located<Quantity>>,
    pub(super) shares: Option<SharesDocument>,
    pub(super) curve: Option<Located<Shape>>,
    pub(super) season: Option<Located<String>>,
    /// The schedules that are given; there should be at most one.
    pub(super) schedules: Vec<Located<ScheduleDocument>>,
    /// A schedule, a quantity or shares are given but could not be read: what depends on them is stepped over.
    pub(super) is_faulty: bool,
    pub(super) lost: Lost,
    /// Where it comes from, if an inspection has added it.
    pub(super) finding: Option<Finding>,
}

impl ItemDocument {
    /// One that says nothing.
    fn at(place: Place) -> Self {
        Self {
            place,
            id: None,
            title: String::new(),
            source: String::new(),
            basis: None,
            note: String::new(),
            lead: None,
            responsible: None,
            support: None,
            judged: None,
            key: None,
            disputed: String::new(),
            after: Vec::new(),
            sum_of: Vec::new(),
            quantity: None,
            shares: None,
            curve: None,
            season: None,
            schedules: Vec::new(),
            is_faulty: false,
            lost: Lost::default(),
            finding: None,
        }
    }
}

/// What is given, or may be under a key that nobody knows, but could not be read.
#[derive(Default)]
pub(super) struct Lost {
    pub(super) basis: bool,
    pub(super) quantity: bool,
    pub(super) curve: bool,
}

/// One of the schedule keys.
pub(super) enum ScheduleDocument {
    Due(Moment),
    Milestones(Vec<MilestoneDocument>),
    Stages(Vec<StageDocument>),
    Every { every: Every, from: Option<Located<Month>>, until: Option<Located<Month>>, times: u32 },
    Months(Vec<Located<Month>>, u32),
    Indicator(Box<IndicatorDocument>),
    Standing,
}

/// One of `stages`.
pub(super) struct StageDocument {
    pub(super) name: Located<String>,
    /// What is asked of it; there should be at most one.
    pub(super) asked: Vec<Located<ScheduleDocument>>,
}

/// One of `milestones`.
pub(super) struct MilestoneDocument {
    pub(super) place: Place,
    pub(super) by: Moment,
    pub(super) level: MilestoneLevel,
}

/// How much a milestone asks for.
#[derive(Clone, Copy)]
pub(super) enum MilestoneLevel {
    Percent(Located<Figure>),
    Amount(Located<Figure>),
}

pub(super) fn read(root: Table<'_>) -> TaskDocument {
    let items = root.get("items").map(|items| items.tables(&keys::ITEM).map(Iterator::collect));
    let items: Vec<Option<Table<'_>>> = items.map_or_else(Vec::new, |items| items.unwrap_or_else(|| vec![None]));
    let has_lost_items = items.iter().any(Option::is_none);
    let mut document = TaskDocument {
        number: root.require("number").and_then(Value::whole),
        title: root.title("title"),
        section: root.remark("section"),
        lead: root.names("lead"),
        responsible: root.names("responsible"),
        support: root.names_with_texts("support"),
        judged: root.switch("judged").unwrap_or(false),
        key: root.switch("key").unwrap_or(true),
        items: items.into_iter().flatten().map(read_item).collect(),
        has_lost_items,
        place: root.place(),
    };
    root.belongs_below("[[items]]", &keys::ITEM);
    let faults = root.faults;
    let leftover = root.finish();
    if leftover.may_be("lead") {
        document.lead.get_or_insert_default().is_lost = true;
    }
    document.has_lost_items |= leftover.may_be("items");
    if document.items.is_empty() && !faults.has_errors() {
        faults.report(document.place, Problem::NoItems);
    }
    document
}

/// An item of a task, or one that an inspection has added.
pub(super) fn read_item(table: Table<'_>) -> ItemDocument {
    let (schedules, has_lost_schedule) = schedules(&table, &keys::SCHEDULES);
    let mut sum_of = Vec::new();
    let (quantity, has_lost_quantity) = table.read("quantity", |value| read_quantity(value, &mut sum_of));
    let (shares, has_lost_shares) = table.read("shares", read_shares);
    let (basis, has_lost_basis) = table.read("basis", |basis| basis.choice(&Basis::ALL));
    let (curve, has_lost_curve) = table.read("curve", |curve| curve.choice(&Shape::ALL));
    let mut document = ItemDocument {
        id: table.require("id").and_then(Value::text),
        title: table.title("title").map_or_else(String::new, |title| title.value),
        source: table.remark("source"),
        basis,
        note: table.remark("note"),
        lead: table.names("lead"),
        responsible: table.names("responsible"),
        support: table.names_with_texts("support"),
        judged: table.switch("judged"),
        key: table.switch("key"),
        disputed: table.optional_title("disputed"),
        after: table.get("after").and_then(Value::texts).unwrap_or_default(),
        sum_of,
        quantity,
        shares,
        curve,
        season: table.get("season").and_then(Value::text),
        schedules,
        ..ItemDocument::at(table.place())
    };
    let leftover = table.finish();
    let may_be_schedule = keys::SCHEDULES.into_iter().any(|key| leftover.may_be(key));
    document.lost = Lost {
        basis: has_lost_basis || leftover.may_be("basis"),
        quantity: has_lost_quantity || leftover.may_be("quantity"),
        curve: has_lost_curve || leftover.may_be("curve"),
    };
    document.is_faulty = has_lost_schedule
        || has_lost_shares
        || document.lost.quantity
        || document.lost.curve
        || leftover.may_be("shares")
        || may_be_schedule;
    if leftover.may_be("lead") {
        document.lead.get_or_insert_default().is_lost = true;
    }
    document
}

/// What an approved change says of an item: which one, and what it is held against from then on.
pub(super) fn read_change(table: Table<'_>) -> ItemDocument {
    let (schedules, has_lost_schedule) = schedules(&table, &["due", "milestones"]);
    let (curve, has_lost_curve) = table.read("curve", |curve| curve.choice(&Shape::ALL));
    let id: Option<Located<String>> = table.require("item").and_then(Value::text);
    let place = id.as_ref().map_or(table.place(), |id| id.place);
    let is_missing = schedules.is_empty() && !has_lost_schedule;
    if is_missing {
        table.faults.missing(table.place(), "milestones");
    }
    let leftover = table.finish();
    ItemDocument {
        id,
        curve,
        schedules,
        is_faulty: has_lost_schedule || is_missing || leftover.may_be("due") || leftover.may_be("milestones"),
        lost: Lost { basis: true, quantity: false, curve: has_lost_curve || leftover.may_be("curve") },
        ..ItemDocument::at(place)
    }
}

/// The schedules that are given under some keys, and whether one could not be read.
fn schedules(table: &Table<'_>, keys: &[&'static str]) -> (Vec<Located<ScheduleDocument>>, bool) {
    let schedule = |key, value: Value<'_>| match key {
        "due" => due(value),
        "milestones" => milestones(value),
        "stages" => stages(value),
        "recurring" => recurring(value),
        "indicator" => indicator::read(value).map(|read| ScheduleDocument::Indicator(Box::new(read))),
        _ => standing(value),
    };
    let read = |&key| table.read(key, |value| Some(Located::new(schedule(key, value)?, value.place)));
    let (read, lost): (Vec<_>, Vec<bool>) = keys.iter().map(read).unzip();
    (read.into_iter().flatten().collect(), lost.contains(&true))
}

fn due(value: Value<'_>) -> Option<ScheduleDocument> {
    if value.is_table() {
        // A deadline that moves with what others report could not be worked out from the plan alone.
        let after = value.pairs()?.into_iter().find(|(key, _)| key.value == "after");
        let after: Option<Located<String>> = after.and_then(|(_, item)| item.said_text());
        let item = after.map_or_else(String::new, |item| item.value);
        value.faults.report(value.place, Problem::RelativeDue { item });
        return None;
    }
    Some(ScheduleDocument::Due(value.moment()?.value))
}

fn standing(value: Value<'_>) -> Option<ScheduleDocument> {
    if !value.boolean()?.value {
        let because = MisplacedBecause::OnlyTrue;
        value.faults.report(value.place, Problem::MisplacedKey { key: "standing", because });
    }
    Some(ScheduleDocument::Standing)
}

fn milestones(value: Value<'_>) -> Option<ScheduleDocument> {
    let given = value.tables(&keys::MILESTONE)?.map(|table| milestone(table?));
    let read: Vec<Option<MilestoneDocument>> = given.collect();
    read.into_iter().collect::<Option<_>>().map(ScheduleDocument::Milestones)
}

fn milestone(table: Table<'_>) -> Option<MilestoneDocument> {
    let by = table.require("by").and_then(Value::moment);
    let (amount, percent) = table.either("amount", "percent");
    let place = table.place();
    if let (Some(_), Some(percent)) = (amount, percent) {
        let because = MisplacedBecause::OneOrTheOther { other: "amount" };
        percent.faults.report(percent.place, Problem::MisplacedKey { key: "percent", because });
    }
    let level = match (amount, percent) {
        (Some(amount), _) => amount.figure(DecimalRule::Amount).map(MilestoneLevel::Amount),
        (None, Some(percent)) => percent.figure(DecimalRule::Percent).map(MilestoneLevel::Percent),
        (None, None) => None,
    };
    table.finish();
    Some(MilestoneDocument { place, by: by?.value, level: level? })
}

fn stages(value: Value<'_>) -> Option<ScheduleDocument> {
    let given = value.tables(&keys::STAGE)?.map(|table| stage(table?));
    let read: Vec<Option<StageDocument>> = given.collect();
    read.into_iter().collect::<Option<_>>().map(ScheduleDocument::Stages)
}

fn stage(table: Table<'_>) -> Option<StageDocument> {
    let name = table.title("name");
    let (asked, has_lost_asked) = schedules(&table, &["due", "milestones"]);
    let leftover = table.finish();
    let is_sound = !has_lost_asked && !leftover.may_be("due") && !leftover.may_be("milestones");
    Some(StageDocument { name: name?, asked }).filter(|_| is_sound)
}

fn recurring(value: Value<'_>) -> Option<ScheduleDocument> {
    let table = value.table(&keys::RECURRING)?;
    let (months, every) = table.either("months", "every");
    let (from, until) = (table.get("from"), table.get("until"));
    if let (Some(_), Some(every)) = (months, every) {
        let because = MisplacedBecause::OneOrTheOther { other: "months" };
        every.faults.report(every.place, Problem::MisplacedKey { key: "every", because });
    }
    let (times, has_lost_times) = table.read("times", Value::count);
    let times = times.map_or(1, |times| times.value);
    let schedule = match (months, every) {
        (Some(months), _) => {
            // The months say by themselves where it begins and ends.
            for (key, value) in [("from", from), ("until", until)] {
                if let Some(value) = value {
                    let because = MisplacedBecause::OneOrTheOther { other: "months" };
                    value.faults.report(value.place, Problem::MisplacedKey { key, because });
                }
            }
            months.months().map(|months| ScheduleDocument::Months(months, times))
        }
        (None, every) => {
            let every = every.and_then(|every| rhythm::every(every, &Every::ALL));
            let (from, until) = (from.map(Value::month), until.map(Value::month));
            let is_lost = matches!(from, Some(None)) || matches!(until, Some(None));
            every.filter(|_| !is_lost).map(|every| ScheduleDocument::Every {
                every: every.value,
                from: from.flatten(),
                until: until.flatten(),
                times,
            })
        }
    };
    table.finish();
    schedule.filter(|_| !has_lost_times)
}
