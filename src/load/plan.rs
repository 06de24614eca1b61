//! The plan file as written.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::faults::Faults;
use super::keys;
use super::kinds;
use super::ladder::{self, Tiers};
use super::reader::{Names, Pairs, Table, Value};
use super::rhythm::{self, RhythmDocument};
use super::scales;
use super::values::{check_id, check_rising, check_visible, guess_month};
use crate::model::{Every, Month, Office, OwnKind, Plan, Reports, Rhythm, Roles, Scale, Season, Unit, UnitKind};
use crate::problem::Problem;
use crate::source::{Located, Place, look};

/// No plan of an office lasts longer.
const LONGEST_PLAN: u32 = 120;

/// `plan.toml`; what could not be read is left out.
#[expect(clippy::struct_excessive_bools, reason = "which lists are known whole is independent of each other")]
pub(super) struct PlanDocument {
    pub(super) title: Option<Located<String>>,
    pub(super) start: Option<Located<Month>>,
    pub(super) end: Option<Located<Month>>,
    track_until: Option<Located<Month>>,
    reports_from: Option<Located<Month>>,
    reports_every: Option<RhythmDocument>,
    report_day: Option<Located<u32>>,
    report_days: Vec<(Located<Month>, NaiveDate)>,
    pub(super) lead: Names,
    pub(super) responsible: Names,
    pub(super) support: Names,
    roles: Roles,
    sample: bool,
    accountability_rule: String,
    office: Office,
    members: Vec<String>,
    pub(super) seasons: Vec<Located<Season>>,
    /// Every season that is named is among them.
    pub(super) knows_all_seasons: bool,
    scales: Vec<Arc<Scale>>,
    /// Every scale that is named is among them.
    pub(super) knows_all_scales: bool,
    kinds: Vec<Arc<OwnKind>>,
    /// Every kind that is named is among them.
    knows_all_kinds: bool,
    pub(super) units: Vec<Located<UnitDocument>>,
    /// Every unit that is named is among them, by an id that holds.
    pub(super) knows_all_units: bool,
    unit_names: Vec<Located<String>>,
    tiers: Option<Tiers>,
    pub(super) place: Place,
}

/// `[units.ID]`
pub(super) struct UnitDocument {
    /// Its kind is only written yet.
    unit: Unit,
    kind: Option<Located<String>>,
    reports_from: Option<Located<Month>>,
    reports_every: Option<RhythmDocument>,
}

pub(super) fn read(root: Table<'_>, faults: &Faults) -> PlanDocument {
    let mut unit_names = Vec::new();
    let seasons = table(root.get("seasons"), |pairs| seasons(pairs, faults));
    let scales = table(root.get("scales"), |pairs| scales::read(pairs, faults));
    let kinds = table(root.get("kinds"), |pairs| kinds::read(pairs, faults));
    let members = root.get("members").and_then(Value::texts);
    let members: Vec<String> = members.into_iter().flatten().map(|member| member.value).collect();
    // A plan of plans may have no units of its own.
    let written = if members.is_empty() { root.require("units") } else { root.get("units") };
    let units = table(written, |pairs| units(pairs, &mut unit_names, faults));
    let mut document = PlanDocument {
        title: root.title("title"),
        start: root.require("start").and_then(Value::month),
        end: root.require("end").and_then(Value::month),
        track_until: root.get("track-until").and_then(Value::month),
        reports_from: root.get("reports-from").and_then(Value::month),
        reports_every: root.get("reports-every").and_then(rhythm::read),
        report_day: root.require("report-day").and_then(Value::whole),
        lead: root.names("lead").unwrap_or_default(),
        responsible: root.names("responsible").unwrap_or_default(),
        support: root.names_with_texts("support").unwrap_or_default(),
        roles: root.get("roles").and_then(|roles| roles.table(&keys::ROLES)).map_or_else(Roles::default, roles),
        sample: root.switch("sample").unwrap_or(false),
        accountability_rule: root.remark("accountability-rule"),
        office: root.get("office").and_then(|office| office.table(&keys::OFFICE)).map_or_else(Office::default, office),
        report_days: table(root.get("report-days"), |pairs| report_days(pairs, faults)).found,
        members,
        seasons: seasons.found,
        knows_all_seasons: !seasons.is_lost && !faults.is_garbled(),
        scales: scales.found,
        knows_all_scales: !scales.is_lost && !faults.is_garbled(),
        kinds: kinds.found,
        knows_all_kinds: !kinds.is_lost && !faults.is_garbled(),
        units: units.found,
        knows_all_units: !units.is_lost && !faults.is_garbled(),
        unit_names,
        tiers: root.get("tiers").map(ladder::tiers),
        place: root.place(),
    };
    let leftover = root.finish();
    document.knows_all_seasons &= !leftover.may_be("seasons");
    document.knows_all_units &= !leftover.may_be("units");
    document.knows_all_scales &= !leftover.may_be("scales");
    document.knows_all_kinds &= !leftover.may_be("kinds");
    document.lead.is_lost |= leftover.may_be("lead");
    document
}

fn roles(table: Table<'_>) -> Roles {
    let [lead, responsible, support] = ["lead", "responsible", "support"].map(|key| table.optional_title(key));
    table.finish();
    Roles { lead, responsible, support, are_three: false }
}

fn office(table: Table<'_>) -> Office {
    let office = Office {
        name: table.remark("name"),
        letter_code: table.remark("letter-code"),
        circular_code: table.remark("circular-code"),
        contact: table.remark("contact"),
        phone: table.remark("phone"),
        addressees: table.remark("addressees"),
        copies: table
            .get("copies")
            .and_then(Value::texts)
            .map_or_else(Vec::new, |names| names.into_iter().map(|name| name.value).collect()),
    };
    table.finish();
    office
}

/// What stands in a table whose keys the user chooses.
struct Known<T> {
    found: Vec<T>,
    /// Something could not be read, or its key is no id.
    is_lost: bool,
}

fn table<'a, T>(value: Option<Value<'a>>, read: impl FnOnce(Pairs<'a>) -> Vec<Option<T>>) -> Known<T> {
    let Some(value) = value else {
        return Known { found: Vec::new(), is_lost: false };
    };
    let read = value.pairs().map(read);
    let is_lost = read.as_ref().is_none_or(|found| found.iter().any(Option::is_none));
    Known { found: read.into_iter().flatten().flatten().collect(), is_lost }
}

fn report_days(pairs: Pairs<'_>, faults: &Faults) -> Vec<Option<(Located<Month>, NaiveDate)>> {
    let read = |(key, day): (Located<&str>, Value<'_>)| {
        let month = match Month::parse(key.value) {
            Ok(month) => Located::new(month, key.place),
            Err(fault) => {
                let meant = guess_month(key.value);
                faults.report(key.place, Problem::BadMonth { fault, meant });
                return None;
            }
        };
        let day = day.day()?;
        if day.value < month.value.first_day() || Month::of(day.value).since(month.value) > 1 {
            let (month, last) = (month.value, month.value.plus(1));
            faults.report(day.place, Problem::ImplausibleDate { month, last });
        }
        Some((month, day.value))
    };
    pairs.into_iter().map(read).collect()
}

fn seasons(pairs: Pairs<'_>, faults: &Faults) -> Vec<Option<Located<Season>>> {
    let read = |(id, value): (Located<&str>, Value<'_>)| {
        let is_id = check_id(id, faults);
        let table = value.table(&keys::SEASON)?;
        let season = day_of_year(&table, "from").zip(day_of_year(&table, "to")).map(|(from, to)| Season {
            id: id.value.to_owned(),
            from,
            to,
        });
        table.finish();
        Some(Located::new(season?, id.place)).filter(|_| is_id)
    };
    pairs.into_iter().map(read).collect()
}

/// The day of a year that a key gives; none where it gives none, which is reported.
pub(super) fn day_of_year(table: &Table<'_>, key: &'static str) -> Option<(u32, u32)> {
    let text: Located<&str> = table.require(key)?.text()?;
    let parsed = month_and_day(text.value);
    if parsed.is_none() {
        table.faults.report(text.place, Problem::BadDay);
    }
    parsed
}

/// `06-01`; a leap day is a day.
fn month_and_day(text: &str) -> Option<(u32, u32)> {
    let day: NaiveDate = format!("2020-{text}").parse().ok().filter(|_| text.len() == 5)?;
    Some((chrono::Datelike::month(&day), chrono::Datelike::day(&day)))
}

fn units(pairs: Pairs<'_>, names: &mut Vec<Located<String>>, faults: &Faults) -> Vec<Option<Located<UnitDocument>>> {
    let read = |(id, value): (Located<&str>, Value<'_>)| {
        let is_id = check_id(id, faults);
        let table = value.table(&keys::UNIT)?;
        let name = table.name("name");
        names.extend(name.clone());
        let unit = Unit {
            id: id.value.to_owned(),
            name: name.map_or_else(String::new, |name| name.value),
            full_name: table.remark("full-name"),
            kind: UnitKind::Department,
            reports: table.get("reports").and_then(reports).unwrap_or(Reports::Always),
            reports_from: None,
            reports_every: None,
        };
        let document = UnitDocument {
            unit,
            kind: table.require("kind").and_then(Value::text),
            reports_from: table.get("reports-from").and_then(Value::month),
            reports_every: table.get("reports-every").and_then(rhythm::read),
        };
        table.finish();
        Some(Located::new(document, id.place)).filter(|_| is_id)
    };
    pairs.into_iter().map(read).collect()
}

/// `true`, `false` or `"open"`.
fn reports(value: Value<'_>) -> Option<Reports> {
    if value.is_text() {
        return value.choice(&[(Reports::WhileOpen, keys::WHILE_OPEN[0])]).map(|word| word.value);
    }
    let reports = |switch| if switch { Reports::Always } else { Reports::Never };
    value.boolean().map(|switch| reports(switch.value))
}

/// The plan. What is wrong with it is reported and replaced by something harmless, so that the tasks and reports can
/// still be held against the rest; no workspace comes of it.
pub(super) fn build(document: PlanDocument, faults: &Faults) -> Plan {
    check_names(&document, faults);
    if document.units.is_empty() && document.members.is_empty() && !faults.has_errors() {
        faults.report(document.place, Problem::NoUnits);
    }
    if let Some(day) = document.report_day
        && !(1..=31).contains(&day.value)
    {
        faults.report(day.place, Problem::BadReportDay);
    }
    let (start, end) = period(&document, faults);
    let (ladder, track_until) =
        ladder::ladder_and_last(document.tiers, (start, end), LONGEST_PLAN, document.track_until, faults);
    let span = Span { start, end, track_until };
    for (month, _) in &document.report_days {
        check_covered(month.value, span, month.place, faults);
    }
    let first_kept = |month: Located<Month>| {
        check_within(month.value, start, end, month.place, faults);
        month.value
    };
    let held = |rhythm| held(rhythm, span, faults);
    let kind = |written: Located<String>| kinds::named(&written, &document.kinds, document.knows_all_kinds, faults);
    let unit = |document: UnitDocument| Unit {
        kind: document.kind.and_then(kind).unwrap_or(document.unit.kind),
        reports_from: document.reports_from.map(first_kept),
        reports_every: document.reports_every.map(held),
        ..document.unit
    };
    let units = document.units.into_iter().map(|document| unit(document.value)).collect();
    Plan {
        units,
        office: document.office,
        members: document.members,
        title: document.title.map_or_else(String::new, |title| title.value),
        start,
        end,
        track_until,
        reports_from: document.reports_from.map_or(start, first_kept),
        reports_every: document.reports_every.map_or(Rhythm::Every(Every::Month), held),
        report_day: document.report_day.map_or(1, |day| day.value),
        report_days: document.report_days.iter().map(|(month, day)| (month.value, *day)).collect(),
        sample: document.sample,
        accountability_rule: document.accountability_rule,
        kinds: document.kinds,
        scales: document.scales,
        roles: document.roles,
        ladder,
    }
}

/// For which months reports are asked, where these can be reported.
fn held(rhythm: RhythmDocument, span: Span, faults: &Faults) -> Rhythm {
    match rhythm {
        RhythmDocument::Every(every) => Rhythm::Every(every),
        RhythmDocument::Months(months) => {
            for month in &months {
                check_covered(month.value, span, month.place, faults);
            }
            check_rising(&months, faults);
            Rhythm::Months(months.into_iter().map(|month| month.value).collect())
        }
    }
}

/// First and last month. Where they cannot be read, everything is within the plan.
fn period(document: &PlanDocument, faults: &Faults) -> (Month, Month) {
    let any = |year, number| Month::new(year, number).expect("years that months know");
    let (Some(start), Some(end)) = (document.start, document.end) else {
        return (any(1900, 1), any(2999, 12));
    };
    let longest = LONGEST_PLAN;
    if (0..longest.cast_signed()).contains(&end.value.since(start.value)) {
        return (start.value, end.value);
    }
    faults.report_pair(end.place, start.place, Problem::BadPeriod { longest });
    (any(1900, 1), any(2999, 12))
}

/// Reports a month outside the plan.
pub(super) fn check_within(month: Month, start: Month, end: Month, place: Place, faults: &Faults) -> bool {
    let is_within = (start..=end).contains(&month);
    if !is_within {
        faults.report(place, Problem::OutsidePlan { start, end, tracked: None });
    }
    is_within
}

/// The months of a plan.
#[derive(Clone, Copy)]
pub(super) struct Span {
    start: Month,
    end: Month,
    track_until: Month,
}

impl Span {
    pub(super) fn of(plan: &Plan) -> Self {
        Self { start: plan.start, end: plan.end, track_until: plan.track_until }
    }
}

/// Reports a month that can be neither reported nor assessed.
pub(super) fn check_covered(month: Month, span: Span, place: Place, faults: &Faults) -> bool {
    let Span { start, end, track_until } = span;
    let is_covered = (start..=track_until).contains(&month);
    if !is_covered {
        faults.report(place, Problem::OutsidePlan { start, end, tracked: Some(track_until) });
    }
    is_covered
}

fn check_names(document: &PlanDocument, faults: &Faults) {
    let mut seen: BTreeMap<String, &Located<String>> = BTreeMap::new();
    for name in &document.unit_names {
        if name.value.trim().is_empty() {
            continue;
        }
        let Some(first) = seen.insert(look(&name.value), name) else {
            check_visible(name, faults);
            continue;
        };
        let problem = if first.value == name.value {
            Problem::DuplicateName { name: name.value.clone() }
        } else {
            Problem::LookAlikeName {
                name: name.value.clone(),
                first: first.value.clone(),
                apart: apart(&first.value, &name.value),
            }
        };
        faults.report_pair(name.place, first.place, problem);
    }
    let mut seen: BTreeMap<&str, Place> = BTreeMap::new();
    for id in document.tiers.iter().flat_map(|tiers| &tiers.ids) {
        if let Some(first) = seen.insert(&id.value, id.place) {
            let problem = Problem::DuplicateTier { id: id.value.clone() };
            faults.report_pair(id.place, first, problem);
        }
    }
}

/// The characters that only one of two texts has.
fn apart(one: &str, other: &str) -> Vec<char> {
    let only = |text: &str, beside: &str| -> Vec<char> {
        let letters = text.chars();
        letters.filter(|letter| !beside.contains(*letter)).collect()
    };
    let mut apart = [only(one, other), only(other, one)].concat();
    apart.sort_unstable();
    apart.dedup();
    apart
}
