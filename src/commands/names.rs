//! What people type on the command line, turned into things of the workspace. What does not exist is an error with a
//! suggestion, never an empty list.

use std::ops::Deref;

use anyhow::{Result, anyhow};
use chrono::NaiveDate;

use crate::assess::Bucket;
use crate::audit::Kind as Observed;
use crate::model::{ItemIx, Month, Notice, Report, TaskIx, Tier, Unit, UnitIx, Workspace};
use crate::source::nearest;
use crate::text::cli::{self as words, Kind};
use crate::text::{Lang, annual, audit, drafting, recording, terms};

/// The position of the thing with this id, else of the only one with this name: names may come twice, and then nobody
/// guesses.
fn the_one<T>(
    things: &[T],
    written: &str,
    id: impl Fn(&T) -> &str,
    has_name: impl Fn(&T) -> bool,
    lang: Lang,
) -> Result<Option<usize>> {
    if let Some(position) = things.iter().position(|thing| id(thing) == written) {
        return Ok(Some(position));
    }
    let named = things.iter().enumerate().filter(|(_, thing)| has_name(thing));
    let named: Vec<usize> = named.map(|(position, _)| position).collect();
    match named[..] {
        [] => Ok(None),
        [position] => Ok(Some(position)),
        _ => {
            let ids: Vec<String> = named.iter().map(|&same| id(&things[same]).to_owned()).collect();
            Err(anyhow!(words::ambiguous(written, &ids, lang)))
        }
    }
}

/// A unit by id, name or official name.
pub(super) fn unit(written: &str, workspace: &Workspace, lang: Lang) -> Result<UnitIx> {
    let units = &workspace.plan.units;
    let is_meant = |name: &str| !name.is_empty() && name == written;
    let has_name = |unit: &Unit| is_meant(&unit.name) || is_meant(&unit.full_name);
    the_one(units, written, |unit| &unit.id, has_name, lang)?.map(UnitIx).ok_or_else(|| {
        let known: Vec<String> = units.iter().map(with_id).collect();
        let names = units.iter().flat_map(|unit| [unit.id.as_str(), unit.name.as_str()]);
        let containing = units.iter().map(|unit| unit.name.as_str()).find(|name| name.contains(written));
        let meant = containing.filter(|_| !written.is_empty()).or_else(|| nearest(written, names));
        anyhow!(words::unknown(Kind::Unit, written, meant, &known, lang))
    })
}

/// Units, each as [`unit`] takes it.
pub(super) fn units(written: &[impl Deref<Target = str>], workspace: &Workspace, lang: Lang) -> Result<Vec<UnitIx>> {
    written.iter().map(|name| unit(name, workspace, lang)).collect()
}

/// A unit with its id, for lists to choose from.
fn with_id(unit: &Unit) -> String {
    format!("{} {}", unit.id, unit.name)
}

/// A task by number.
pub(super) fn task(written: &str, workspace: &Workspace, lang: Lang) -> Result<TaskIx> {
    let found = workspace.tasks.iter().position(|task| task.number.to_string() == written || task.title == written);
    found.map(TaskIx).ok_or_else(|| {
        let known: Vec<String> = workspace.tasks.iter().map(|task| task.number.to_string()).collect();
        anyhow!(words::unknown(Kind::Task, written, None, &known, lang))
    })
}

/// An item by id or full title.
pub(super) fn item(written: &str, workspace: &Workspace, lang: Lang) -> Result<ItemIx> {
    let items = &workspace.items;
    the_one(items, written, |item| &item.id, |item| item.title == written, lang)?.map(ItemIx).ok_or_else(|| {
        let containing = |item: &&crate::model::Item| !written.is_empty() && item.title.contains(written);
        let in_task = |item: &&crate::model::Item| item.id.split('.').next() == written.split('.').next();
        let line = |item: &crate::model::Item| format!("{} {}", item.id, item.title);
        let mut known: Vec<String> = items.iter().filter(in_task).map(line).collect();
        if known.is_empty() {
            known = items.iter().filter(containing).map(line).collect();
        }
        let meant = nearest(written, items.iter().map(|item| item.id.as_str())).filter(|_| known.is_empty());
        if known.is_empty() {
            known = items.iter().map(|item| item.id.clone()).collect();
        }
        anyhow!(words::unknown(Kind::Item, written, meant, &known, lang))
    })
}

/// Units that answer for an item.
pub(super) fn leads(
    written: &[impl Deref<Target = str>],
    item: ItemIx,
    workspace: &Workspace,
    lang: Lang,
) -> Result<Vec<UnitIx>> {
    let units = units(written, workspace, lang)?;
    let leads = workspace.leads_of(item);
    if let Some(stranger) = units.iter().find(|unit| !leads.contains(unit)) {
        let known = listed(&leads, workspace);
        let stranger = &workspace.unit(*stranger).name;
        return Err(anyhow!(words::unknown(Kind::Lead, stranger, None, &known, lang)));
    }
    Ok(units)
}

/// The unit that answers for an item: the one named, else the only one.
pub(super) fn lead(written: Option<&str>, item: ItemIx, workspace: &Workspace, lang: Lang) -> Result<UnitIx> {
    let named = leads(written.as_slice(), item, workspace, lang)?;
    let leads = workspace.leads_of(item);
    match (&named[..], &leads[..]) {
        ([unit], _) | ([], [unit]) => Ok(*unit),
        _ => {
            let id = &workspace.item(item).id;
            Err(anyhow!(drafting::which_unit(id, &listed(&leads, workspace), lang)))
        }
    }
}

pub(super) fn listed(units: &[UnitIx], workspace: &Workspace) -> Vec<String> {
    units.iter().map(|&unit| with_id(workspace.unit(unit))).collect()
}

/// The one of a few that has this name, each with its names and how it is listed; else what there is, and which of the
/// first names may be meant.
fn one_of<T: Copy, const N: usize>(
    kind: Kind,
    written: &str,
    all: &[(T, [&str; N], String)],
    first: usize,
    lang: Lang,
) -> Result<T> {
    all.iter().find(|(_, names, _)| names.contains(&written)).map(|(thing, ..)| *thing).ok_or_else(|| {
        let known: Vec<String> = all.iter().map(|(.., listed)| listed.clone()).collect();
        let meant = nearest(written, all.iter().flat_map(|(_, names, _)| names[..first].iter().copied()));
        anyhow!(words::unknown(kind, written, meant, &known, lang))
    })
}

/// A tier by id or name.
pub(super) fn tier(written: &str, workspace: &Workspace, lang: Lang) -> Result<Tier> {
    let rungs = workspace.plan.ladder.rungs().iter().enumerate();
    let all = rungs.map(|(at, rung)| (Tier(at), [&*rung.id, &*rung.name], format!("{} {}", rung.id, rung.name)));
    one_of(Kind::Tier, written, &all.collect::<Vec<_>>(), 2, lang)
}

/// A bucket by id or name.
pub(super) fn bucket(written: &str, lang: Lang) -> Result<Bucket> {
    let all = Bucket::ALL.map(|(bucket, id)| {
        let [zh, en] = [Lang::Zh, Lang::En].map(|lang| terms::bucket(bucket, lang));
        (bucket, [id, zh, en], if lang == Lang::Zh { format!("{id} {zh}") } else { id.to_owned() })
    });
    one_of(Kind::Bucket, written, &all, 1, lang)
}

/// A kind of observation by id or name.
pub(super) fn observation(written: &str, lang: Lang) -> Result<Observed> {
    let all = Observed::ALL.map(|(kind, id)| {
        let [zh, en] = [Lang::Zh, Lang::En].map(|lang| audit::kind(kind, lang));
        (kind, [id, zh, en], id.to_owned())
    });
    one_of(Kind::Observation, written, &all, 1, lang)
}

/// As many notices are named where another was meant, the newest of them.
const MOST_NOTICES: usize = 12;

/// A notice by its number, as it is printed.
pub(super) fn notice<'a>(written: &str, workspace: &'a Workspace, lang: Lang) -> Result<&'a Notice> {
    let notices = &workspace.register.notices;
    notices.iter().find(|notice| notice.is_numbered(written)).ok_or_else(|| {
        if notices.is_empty() {
            return anyhow!(recording::no_notices(written, lang));
        }
        let numbers = notices.iter().map(|notice| notice.number.as_str());
        let known: Vec<String> = notices.iter().rev().take(MOST_NOTICES).map(|notice| notice.number.clone()).collect();
        anyhow!(words::unknown(Kind::Notice, written, nearest(written, numbers), &known, lang))
    })
}

/// A month: `2022-06`, `2022-6`, `202206`, `2022.6`, `2022年6月`; `6月` or `6` in the year of the plan; `latest`, or
/// nothing, for the newest month with a report that counts (the first month kept where there is none).
pub(super) fn month(
    written: Option<&str>,
    known_by: Option<NaiveDate>,
    workspace: &Workspace,
    lang: Lang,
) -> Result<Month> {
    let plan = &workspace.plan;
    let Some(written) = written.filter(|written| !is_newest(written)) else {
        let is_known = |report: &&Report| report.is_known_by(known_by, plan);
        let newest = workspace.reports.iter().rev().find(is_known);
        // What came in before anything was asked for is of no month that has verdicts.
        return Ok(newest.map_or(plan.reports_from, |report| report.month.max(plan.reports_from)));
    };
    let written = written.trim();
    let month = match (dated_month(written), bare_number(written)) {
        (Some(month), _) => month,
        (None, Some(number)) => {
            let in_months = |mut months: Vec<Month>| {
                months.retain(|month| month.number() == number);
                months
            };
            // A month of the plan is meant before one in which it is only followed up.
            let mut fitting = in_months(plan.start.through(plan.end).collect());
            if fitting.is_empty() {
                fitting = in_months(plan.end.plus(1).through(plan.track_until).collect());
            }
            match fitting[..] {
                [month] => month,
                [] => Month::new(plan.start.year(), number)
                    .ok_or_else(|| anyhow!(words::not_a_month(written, plan.start, lang)))?,
                _ => {
                    let years: Vec<String> = fitting.iter().map(Month::to_string).collect();
                    return Err(anyhow!(words::which_year(written, &years, lang)));
                }
            }
        }
        (None, None) => return Err(anyhow!(words::not_a_month(written, plan.start, lang))),
    };
    if !plan.covers(month) {
        let shown = |month: Month| terms::month(month, lang);
        let tracked = (plan.track_until > plan.end).then(|| shown(plan.track_until));
        let (start, end) = (shown(plan.start), shown(plan.end));
        return Err(anyhow!(words::outside_plan(&shown(month), &start, &end, tracked.as_deref(), lang)));
    }
    Ok(month)
}

/// The last month of the plan in a year: `2022`, `2022年`; nothing for the only year of the plan, or the year of the newest
/// report.
pub(super) fn close_of_year(
    written: Option<&str>,
    known_by: Option<NaiveDate>,
    workspace: &Workspace,
    lang: Lang,
) -> Result<Month> {
    let plan = &workspace.plan;
    let years = || (plan.start.year()..=plan.end.year()).map(|year| year.to_string()).collect::<Vec<_>>();
    let year = match written.map(str::trim) {
        // A month that only follows a plan up is of no year of it.
        None => month(None, known_by, workspace, lang)?.min(plan.end).year(),
        Some(written) => {
            let digits = written.strip_suffix('年').unwrap_or(written);
            let is_year = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
            let year = digits.parse().ok().filter(|_| is_year);
            year.ok_or_else(|| anyhow!(annual::not_a_year(written, &years(), lang)))?
        }
    };
    let (_, last) =
        plan.months_of(year).ok_or_else(|| anyhow!(annual::unknown_year(&year.to_string(), &years(), lang)))?;
    Ok(last)
}

/// Whether the newest month is meant, whichever that is.
pub(super) fn is_newest(written: &str) -> bool {
    matches!(written.trim(), "latest" | "last" | "最新")
}

/// Whether a text is one of the forms of a month.
pub fn is_month(written: &str) -> bool {
    let written = written.trim();
    is_newest(written) || dated_month(written).is_some() || bare_number(written).is_some()
}

/// The fuller one of two ways to say a month; none where they say different things.
pub(super) fn agreed(one: String, other: String) -> Option<String> {
    match (dated_month(&one), dated_month(&other)) {
        (Some(month), Some(same)) => (month == same).then_some(one),
        (Some(month), None) => (bare_number(&other) == Some(month.number())).then_some(one),
        (None, Some(month)) => (bare_number(&one) == Some(month.number())).then_some(other),
        (None, None) => {
            let is_same = one == other || bare_number(&one).is_some_and(|number| bare_number(&other) == Some(number));
            is_same.then_some(one)
        }
    }
}

/// A text with its Chinese and its wide numbers in the figures that everything here is read in: `七月`, `二十四日`.
fn figures(written: &str) -> String {
    let digit = |letter: &char| "〇一二三四五六七八九".chars().position(|known| known == *letter);
    let letters: Vec<char> = written.trim().chars().collect();
    let is_digit = |at: usize| letters.get(at).is_some_and(|letter| digit(letter).is_some());
    let figure = |(at, letter): (usize, &char)| match (letter, digit(letter)) {
        (_, Some(digit)) => digit.to_string(),
        ('十', _) => match (at > 0 && is_digit(at - 1), is_digit(at + 1)) {
            (true, true) => String::new(),
            (true, false) => "0".to_owned(),
            (false, true) => "1".to_owned(),
            (false, false) => "10".to_owned(),
        },
        ('／' | '－' | '．', _) => "-".to_owned(),
        (letter, _) => letter.to_string(),
    };
    letters.iter().enumerate().map(figure).collect()
}

/// A month that names its year.
pub(super) fn dated_month(written: &str) -> Option<Month> {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let plain = figures(written).replace('年', "-").replace('月', "").replace(['.', '/'], "-");
    let (year, number) = match plain.split_once('-') {
        Some(parts) => parts,
        None if plain.len() == 6 && digits(&plain) => plain.split_at(4),
        None => return None,
    };
    let fits = digits(year) && year.len() == 4 && digits(number) && number.len() <= 2;
    fits.then(|| Month::new(year.parse().ok()?, number.parse().ok()?)).flatten()
}

/// A month without its year.
fn bare_number(written: &str) -> Option<u32> {
    let plain = figures(written);
    let number = plain.strip_suffix('月').unwrap_or(&plain);
    let is_short = number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit());
    number.parse().ok().filter(|number| is_short && (1..=12).contains(number))
}

/// So many months behind the end of a plan its year is still being wound up: a day without its year may lie there.
const AFTER: i32 = 3;

/// A day: `2022-06-25`, `2022-6-25`, `2022/6/25`, `2022.6.25`, `20220625`, `2022年6月25日`; `6月25日`, `6-25`, `6/25` in
/// the only year that fits the plan.
pub(super) fn day(written: &str, workspace: &Workspace, lang: Lang) -> Result<NaiveDate> {
    let not_one = || anyhow!(words::not_a_day(written, workspace.plan.start, lang));
    let (year, month, day) = day_parts(written).ok_or_else(not_one)?;
    let in_year = |year| NaiveDate::from_ymd_opt(year, month, day);
    if let Some(year) = year {
        return in_year(year).ok_or_else(not_one);
    }
    let plan = &workspace.plan;
    let years = plan.start.year()..=plan.end.year() + 1;
    let possible: Vec<NaiveDate> = years.clone().filter_map(in_year).collect();
    let fits = |day: &&NaiveDate| Month::of(**day) >= plan.start && Month::of(**day).since(plan.end) <= AFTER;
    let fitting: Vec<&NaiveDate> = possible.iter().filter(fits).collect();
    let shown = |days: &[&NaiveDate]| days.iter().map(ToString::to_string).collect::<Vec<_>>();
    match (&fitting[..], possible.first()) {
        ([day], _) => Ok(**day),
        ([], None) => Err(not_one()),
        ([], Some(first)) => Err(anyhow!(words::day_outside_plan(written, &first.to_string(), lang))),
        (several, _) => Err(anyhow!(words::which_day(written, &shown(several), lang))),
    }
}

/// Year, month and day, the year perhaps left out.
fn day_parts(written: &str) -> Option<(Option<i32>, u32, u32)> {
    let plain = figures(written).replace(['年', '月', '.', '/'], "-").replace(['日', '号'], "");
    let parts: Vec<&str> = if plain.len() == 8 && !plain.contains('-') {
        vec![plain.get(..4)?, plain.get(4..6)?, plain.get(6..)?]
    } else {
        plain.split('-').collect()
    };
    let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !parts.iter().all(is_number) {
        return None;
    }
    let (year, month, day) = match parts[..] {
        [year, month, day] if year.len() == 4 => (Some(year.parse().ok()?), month, day),
        [month, day] => (None, month, day),
        _ => return None,
    };
    let fits = month.len() <= 2 && day.len() <= 2;
    fits.then_some((year, month.parse().ok()?, day.parse().ok()?))
}
