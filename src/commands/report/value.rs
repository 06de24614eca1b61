//! What was typed for an item, as what its entry has to say.

use anyhow::{Result, anyhow};

use crate::edit::{EntryEdit, quoted};
use crate::load::keys::READINGS;
use crate::model::{Figure, Item, Month, Ratio, Schedule};
use crate::problem::ReadingKind;
use crate::source::half_width;
use crate::text::{Lang, drafting};

const NORMAL: [&str; 2] = ["normal", "正常"];
const PROBLEM: [&str; 3] = ["problem", "有问题", "问题"];
const DONE: [&str; 6] = ["done", "完成", "已完成", "已做", "normal", "正常"];
const NOT_DONE: [&str; 6] = [
    "not-done",
    "未完成",
    "没有完成",
    "未做",
    "problem",
    "有问题",
];

/// The edit that a value typed for an item asks for.
pub(super) fn edit(item: &Item, written: &str, month: Month, lang: Lang) -> Result<EntryEdit> {
    let plain: String = written
        .trim()
        .chars()
        .map(|letter| half_width(letter).unwrap_or(letter))
        .filter(|letter| !letter.is_whitespace())
        .collect();
    let kind = ReadingKind::of(item);
    let refused = || anyhow!(drafting::wanted(item, kind, written, lang));
    let reading = match kind {
        ReadingKind::Percent => match percent(&plain, lang)? {
            Some(figure) => Some(("percent", figure)),
            None => state_of_unscheduled(item, &plain),
        },
        ReadingKind::Done => {
            let unit = item.quantity.as_ref().map_or("", |quantity| &quantity.unit);
            let done = figure(&plain, unit).filter(|figure| *figure >= Figure::ZERO);
            let done = done.map(|figure| ("done", figure.to_string()));
            done.or_else(|| state_of_unscheduled(item, &plain))
        }
        ReadingKind::Value => {
            let unit = match &item.schedule {
                Schedule::Indicator(indicator) => &indicator.unit,
                _ => "",
            };
            figure(&plain, unit).map(|figure| ("value", figure.to_string()))
        }
        ReadingKind::State => state(&plain),
        ReadingKind::Occurrence => return occurrence(item, &plain, month).ok_or_else(refused),
    };
    let (key, value) = reading.ok_or_else(refused)?;
    // Another reading than this one would contradict it.
    let mut values: Vec<_> = READINGS.iter().map(|&key| (key, None)).collect();
    values.retain(|(other, _)| *other != key);
    values.push((key, Some(value)));
    Ok(EntryEdit {
        item: item.id.clone(),
        occurrence: None,
        values,
    })
}

/// Percent with or without its sign. A share of one could be meant either way, and nobody guesses.
fn percent(plain: &str, lang: Lang) -> Result<Option<String>> {
    let bare = plain.strip_suffix('%');
    let Ok(figure) = Figure::parse(bare.unwrap_or(plain), 2) else {
        return Ok(None);
    };
    if figure < Figure::ZERO || figure > Figure::HUNDRED {
        return Ok(None);
    }
    let is_share = figure > Figure::ZERO && figure.ratio() < Ratio::whole(1);
    if is_share && bare.is_none() {
        let meant = crate::text::measure::decimal(figure.ratio() * Ratio::HUNDRED);
        let (shown, meant) = (figure.to_string(), meant);
        return Err(anyhow!(drafting::which_percent(&shown, &meant, lang)));
    }
    Ok(Some(figure.to_string()))
}

/// A figure, with its unit or without.
fn figure(plain: &str, unit: &str) -> Option<Figure> {
    let unit: String = unit
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect();
    let bare = plain.strip_suffix(unit.as_str()).unwrap_or(plain);
    Figure::parse(bare, 4).ok()
}

fn state(plain: &str) -> Option<(&'static str, String)> {
    let word = match plain {
        plain if NORMAL.contains(&plain) => "normal",
        plain if PROBLEM.contains(&plain) => "problem",
        _ => return None,
    };
    Some(("state", quoted(word)))
}

/// Without a schedule a word is as good as a figure.
fn state_of_unscheduled(item: &Item, plain: &str) -> Option<(&'static str, String)> {
    let is_unscheduled = matches!(item.schedule, Schedule::Unscheduled);
    is_unscheduled.then(|| state(plain)).flatten()
}

/// The present occurrence done or not, or another one made up for.
fn occurrence(item: &Item, plain: &str, month: Month) -> Option<EntryEdit> {
    let Schedule::Recurring(recurring) = &item.schedule else {
        return None;
    };
    let edit = |occurrence: Option<Month>, is_done: bool| {
        let occurrence = occurrence.map(|due| due.to_string());
        let mut values: Vec<_> = ["percent", "done", "value"].map(|key| (key, None)).to_vec();
        values.extend(
            occurrence
                .as_deref()
                .map(|due| ("occurrence", Some(quoted(due)))),
        );
        values.push(("state", (!is_done).then(|| quoted("problem"))));
        EntryEdit {
            item: item.id.clone(),
            occurrence,
            values,
        }
    };
    match plain {
        plain if DONE.contains(&plain) => Some(edit(None, true)),
        plain if NOT_DONE.contains(&plain) => Some(edit(None, false)),
        plain => {
            let due = Month::parse(plain).ok()?;
            let now = recurring.holding(month).map(|now| now.due);
            Some(edit(Some(due).filter(|_| now != Some(due)), true))
        }
    }
}
