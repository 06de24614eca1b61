//! What was typed for an item, as what its entry has to say. It is read as the cell of a table is: one rule on what is
//! too ambiguous to be taken.

use anyhow::{Result, anyhow};

use crate::edit::{EntryEdit, quoted, quoted_list};
use crate::forms::{Fault, Said, Wanted, plain, said_of, standing_of, standing_toml};
use crate::load::keys::READINGS;
use crate::model::{Detail, Figure, Item, Month, Reading, State};
use crate::problem::ReadingKind;
use crate::text::forms as words;
use crate::text::{Lang, drafting};

/// The edit that a value typed for an item asks for.
pub(super) fn edit(item: &Item, written: &str, month: Month, lang: Lang) -> Result<EntryEdit> {
    let kind = ReadingKind::of(item);
    let refused = || anyhow!(drafting::wanted(item, kind, written, lang));
    match kind {
        ReadingKind::Occurrence => return occurrence(item, written, month).ok_or_else(refused),
        ReadingKind::Times => return times(item, written, month).ok_or_else(refused),
        _ => {}
    }
    let said = match item.schedule.stages() {
        Some(stages) => {
            let standing = standing_of(written, item).ok_or_else(refused)?;
            Ok(Said::Figure("stages", standing_toml(&standing, stages)))
        }
        None => said_of(written, item),
    };
    let (key, value) = match said {
        Ok(Said::Figure("stages", table)) => ("stages", table),
        Ok(Said::Figure(key, figure)) if is_in_range(item, key, &figure) => (key, figure),
        Ok(Said::Class(name)) => ("value", quoted(&name)),
        Ok(Said::State(state)) => ("state", quoted(state.id())),
        Ok(Said::Names(names)) => ("done", quoted_list(names.iter().map(String::as_str))),
        Ok(Said::Figure(..) | Said::Done(_)) => return Err(refused()),
        // What a count or a class may be is said with its fault.
        Err(Fault::NotWanted { wanted, .. }) if !matches!(wanted, Wanted::CountOf { .. } | Wanted::Class { .. }) => {
            return Err(refused());
        }
        Err(fault) => {
            let said = fault.advice(lang);
            return Err(anyhow!("{}\n  {}", said.what, said.instead));
        }
    };
    // Another reading than this one would contradict it.
    let mut values: Vec<_> = READINGS.iter().map(|&key| (key, None)).collect();
    values.retain(|(other, _)| *other != key);
    values.push((key, Some(value)));
    Ok(EntryEdit { item: item.id.clone(), occurrence: None, present: None, values })
}

/// Whether a figure can stand behind a key of an item.
fn is_in_range(item: &Item, key: &str, figure: &str) -> bool {
    let Ok(figure) = Figure::parse(figure, 4) else {
        return false;
    };
    match key {
        "percent" => (Figure::ZERO..=Figure::HUNDRED).contains(&figure),
        "done" => {
            let comes_whole = item.quantity.as_ref().is_some_and(|quantity| quantity.whole);
            figure >= Figure::ZERO && (!comes_whole || figure.decimals() == 0)
        }
        _ => true,
    }
}

/// The present occurrence done or not, or another one made up for.
fn occurrence(item: &Item, written: &str, month: Month) -> Option<EntryEdit> {
    let recurring = item.schedule.recurring()?;
    let (due, is_done) = match said_of(written, item) {
        Ok(Said::Done(is_done)) => (None, is_done),
        _ => match words::read_state(&plain(written)) {
            // As the file says it.
            Some(state) => (None, state == State::Normal),
            None => (Some(Month::parse(&plain(written)).ok()?), true),
        },
    };
    let now = recurring.holding(month).map(|now| now.due);
    let occurrence = due.map(|due| due.to_string());
    let mut values: Vec<_> = ["percent", "done", "value"].map(|key| (key, None)).to_vec();
    values.extend(occurrence.as_deref().map(|due| ("occurrence", Some(quoted(due)))));
    values.push(("state", (!is_done).then(|| quoted("problem"))));
    Some(EntryEdit { item: item.id.clone(), occurrence, present: now.map(|now| now.to_string()), values })
}

/// How often so far in the present period, `2`, or in an earlier one, `2022-03=3`.
fn times(item: &Item, written: &str, month: Month) -> Option<EntryEdit> {
    let recurring = item.schedule.recurring()?;
    let (due, count) = match written.split_once('=') {
        Some((due, count)) => (Some(Month::parse(&plain(due)).ok()?), count),
        None => (None, written),
    };
    let Ok(Said::Figure(_, count)) = said_of(count, item) else {
        return None;
    };
    let now = recurring.holding(month).map(|now| now.due);
    let occurrence = due.map(|due| due.to_string());
    let mut values: Vec<_> = ["percent", "value", "state"].map(|key| (key, None)).to_vec();
    values.extend(occurrence.as_deref().map(|due| ("occurrence", Some(quoted(due)))));
    values.push(("done", Some(count)));
    Some(EntryEdit { item: item.id.clone(), occurrence, present: now.map(|now| now.to_string()), values })
}

/// What a value typed for an item says.
pub(in crate::commands) enum Typed {
    /// A figure, a state, or how many stand at each stage.
    Said(Reading, Option<Detail>),
    /// An occurrence: the one named, else the present one.
    Occurrence {
        /// The month in which it is due.
        named: Option<Month>,
        /// Done; `false` where it is said that it is not.
        done: bool,
        /// How often, where that is counted.
        count: Option<u32>,
    },
}

/// The reading of a value typed for an item: what its edit would make the report say.
pub(in crate::commands) fn reading_typed(item: &Item, written: &str, month: Month, lang: Lang) -> Result<Typed> {
    let edit = edit(item, written, month, lang)?;
    let mut set = edit.values.iter().filter_map(|(key, value)| Some((*key, value.as_deref()?)));
    if let Some(recurring) = item.schedule.recurring() {
        let named = edit.occurrence.as_deref();
        let count = set.clone().find(|(key, _)| *key == "done").and_then(|(_, count)| count.parse().ok());
        return Ok(Typed::Occurrence {
            named: named.and_then(|due| Month::parse(due).ok()),
            done: count.map_or_else(|| set.all(|(key, _)| key != "state"), |count: u32| count >= recurring.times),
            count,
        });
    }
    if let Some(stages) = item.schedule.stages() {
        let mut standing = vec![Figure::ZERO; stages.all().len()];
        for (at, number) in standing_of(written, item).unwrap_or_default() {
            standing[at] = Figure::parse(&number, 4).expect("figures are written plainly");
        }
        return Ok(Typed::Said(Reading::Stages, Some(Detail::Stages(standing.into()))));
    }
    let (key, value) = set.next().expect("an edit without an occurrence sets a reading");
    let figure = || Figure::parse(value, 4).expect("an edit writes figures plainly");
    if let Ok(Said::Names(names)) = said_of(written, item) {
        let count = u32::try_from(names.len()).map_or(Figure::ZERO, Figure::whole);
        return Ok(Typed::Said(Reading::Done(count), None));
    }
    let reading = match key {
        "percent" => Reading::Percent(figure()),
        "done" => Reading::Done(figure()),
        "value" => Reading::Value(match item.schedule.indicator().and_then(|indicator| indicator.scale.as_ref()) {
            // An edit writes the name of a class of the scale, in quotes.
            Some(scale) => scale.read(value.trim_matches('"')).unwrap_or(Figure::ZERO),
            None => figure(),
        }),
        _ if value == quoted(State::Normal.id()) => Reading::State(State::Normal),
        _ => Reading::State(State::Problem),
    };
    Ok(Typed::Said(reading, None))
}
