//! Which item a row is about, by its number and its name. What may be another item, or a part of one, is asked.

use std::collections::BTreeMap;

use super::cells;
use super::fault::Fault;
use super::grid::{Grid, Value};
use super::headings::all_bracketed;
use super::naming::Names;
use super::received::CellFault;
use super::ticks::object_in;
use crate::model::{Item, Month, Stages, UnitIx, Workspace};
use crate::text::forms as words;

/// Which item a row is about.
pub(super) enum About {
    Nothing,
    Item(String, Part),
}

/// Which part of the item.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// All of it, or the present occurrence.
    Whole,
    /// The occurrence due in this month.
    Occurrence(Month),
    /// The stage at this position.
    Stage(usize),
}

/// The items of a plan, as the rows of a unit's table name them.
pub(super) struct Items<'a> {
    /// The numbers stand under 序号, and may be the unit's own.
    pub(super) is_serial: bool,
    pub(super) sheet: &'a Grid,
    pub(super) workspace: &'a Workspace,
    pub(super) unit: UnitIx,
    pub(super) names: &'a Names<'a>,
    /// The items by title: the unit's own, else anybody's.
    pub(super) titles: BTreeMap<String, Vec<&'a str>>,
}

impl<'a> Items<'a> {
    /// Whether a value is the id of an item and nothing else.
    pub(super) fn is_id(&self, value: &Value) -> bool {
        matches!(value, Value::Text(_) | Value::Number { .. }) && self.item(&cells::plain(&value.shown())).is_some()
    }

    pub(super) fn item(&self, id: &str) -> Option<&'a Item> {
        self.workspace.items.iter().find(|item| item.id == id)
    }

    /// Which item a row is about. A number under 序号 may be the unit's own, so that the name has to bear it out; a name
    /// with a part behind it (二期) is not the item's.
    pub(super) fn about(&self, row: u32, names: [Option<(u32, &Value)>; 2]) -> Result<About, CellFault> {
        let about = self.named(row, names)?;
        let (About::Item(id, _), [number, title]) = (&about, names) else {
            return Ok(about);
        };
        let Some(own) = self.item(id).map(|item| cells::plain(&item.title)) else {
            return Ok(about);
        };
        let title = title.map(|(column, title)| (column, cells::plain(&title.shown())));
        let is_borne_out = title.as_ref().is_some_and(|(_, title)| title.contains(&own));
        if let (Some((column, _)), true, false) = (number, self.is_serial, is_borne_out) {
            return Err(CellFault { row, column, fault: Fault::SerialNumber { id: id.clone() } });
        }
        if let Some((column, title)) = title
            && let Some((_, rest)) = title.split_once(&own)
            && rest.contains(['期', '段', '批', '标', '片'])
            && !words::is_qualifier(rest.trim_matches(['(', ')']))
            && !self.is_object(id, rest.trim_matches(['(', ')', ':']))
        {
            return Err(CellFault { row, column, fault: Fault::UnclearPart { written: title, is_period: false } });
        }
        Ok(about)
    }

    /// Which item a row names, by its number and its name.
    fn named(&self, row: u32, [id, title]: [Option<(u32, &Value)>; 2]) -> Result<About, CellFault> {
        let by_title = match title {
            Some((_, Value::Text(title))) => self.titled(title),
            _ => Vec::new(),
        };
        let fault = |column: u32, fault: Fault| CellFault { row, column, fault };
        let not_named = |id: &str, named: &str| Fault::IdAndTitle { id: id.to_owned(), named: named.to_owned() };
        if let Some((column, value)) = id {
            match value {
                Value::Day(_) | Value::Time(_) => return Err(fault(column, Fault::DateAsId)),
                Value::Unlike { kept, shown } => {
                    let (kept, shown) = (kept.clone(), shown.clone());
                    return Err(fault(column, Fault::ShownOtherwise { kept, shown }));
                }
                Value::Number { written, .. } if written.contains('.') => {
                    let may_be = self.ids_like(written);
                    let named = may_be.iter().find(|id| by_title.contains(&id.as_str()));
                    return match (named, &may_be[..]) {
                        (Some(id), _) => Ok(About::Item(id.clone(), Part::Whole)),
                        (None, [id]) => match by_title.first() {
                            Some(named) => Err(fault(column, not_named(id, named))),
                            None => Ok(About::Item(id.clone(), Part::Whole)),
                        },
                        (None, []) => Ok(About::Item(written.clone(), Part::Whole)),
                        (None, _) => {
                            let shown = written.clone();
                            Err(fault(column, Fault::NumberAsId { shown, may_be }))
                        }
                    };
                }
                Value::Text(text) => {
                    if let Some(id) = id_in(text) {
                        if let Some(may_be) = self.lost_zero(row, column, text, &id) {
                            let named = may_be.iter().find(|id| by_title.contains(&id.as_str()));
                            return match named {
                                Some(id) => Ok(About::Item(id.clone(), Part::Whole)),
                                None => Err(fault(column, Fault::LostZero { shown: id, may_be })),
                            };
                        }
                        let is_same = by_title.is_empty() || by_title.contains(&id.as_str());
                        if let (false, Some(named)) = (is_same, by_title.first()) {
                            return Err(fault(column, not_named(&id, named)));
                        }
                        return self.numbered(text, id).map_err(|named| fault(column, named));
                    }
                }
                _ => {}
            }
        }
        match (&by_title[..], title) {
            ([only], _) => Ok(About::Item((*only).to_owned(), Part::Whole)),
            ([_, ..], Some((column, _))) => {
                let ids = by_title.iter().map(|id| (*id).to_owned()).collect();
                Err(fault(column, Fault::SeveralItems { ids }))
            }
            // 2.1 城镇雨污分流改造, number and name in one cell.
            ([], Some((column, Value::Text(text)))) => match id_in(text) {
                Some(id) => self.numbered(text, id).map_err(|named| fault(column, named)),
                None => Ok(About::Nothing),
            },
            _ => Ok(About::Nothing),
        }
    }

    /// An item whose number begins a text, if what follows does not speak of something else: 1.1公里管线 is no item 1.1.
    fn numbered(&self, text: &str, id: String) -> Result<About, Fault> {
        let whole = cells::plain(text);
        let rest = whole.strip_prefix(id.as_str()).unwrap_or("");
        let name = rest.trim_start_matches(['.', '、', '-', ':', ',', '(']);
        let named = self.titled(name);
        if let Some(named) = named.first().filter(|_| !named.contains(&id.as_str())) {
            let named = (*named).to_owned();
            return Err(Fault::IdAndTitle { id, named });
        }
        let is_apart = text
            .trim()
            .strip_prefix(id.as_str())
            .is_none_or(|rest| rest.is_empty() || !rest.starts_with(char::is_alphanumeric));
        let title = self.item(&id).map(|item| cells::plain(&item.title));
        let is_of = title.is_some_and(|title| title.starts_with(rest) || rest.starts_with(&title));
        if !is_apart && !is_of {
            return Ok(About::Nothing);
        }
        let part = self.part(text, &id)?;
        Ok(About::Item(id, part))
    }

    /// The occurrence or stage in brackets behind an id: `9.1（2022-03）`, `2.1（建成）`. Other brackets may hold words of the title, the unit, or
    /// nothing that changes what is meant; else they are asked about.
    fn part(&self, text: &str, id: &str) -> Result<Part, Fault> {
        let item = self.item(id);
        let whole = cells::plain(text);
        let rest = whole
            .strip_prefix(id)
            .unwrap_or("")
            .trim_start_matches(|letter: char| !letter.is_alphanumeric() && letter != '(');
        if rest.starts_with(|letter: char| letter.is_ascii_digit()) || self.other_id(rest) {
            // 1.1-2, 1.1、1.2, 1.1和1.2.
            return Err(Fault::UnclearPart { written: text.trim().to_owned(), is_period: false });
        }
        let is_period = item.is_some_and(|item| item.schedule.recurring().is_some());
        let title = item.map(|item| cells::plain(&item.title)).unwrap_or_default();
        let stages = item.and_then(|item| item.schedule.stages()).map_or(&[][..], Stages::all);
        let mut part = Part::Whole;
        for inside in all_bracketed(text) {
            let bare = inside.trim_end_matches('期');
            let named = self.names.read(bare);
            if let (Some(month), true) = (named.month(), is_period) {
                part = Part::Occurrence(month);
                continue;
            }
            if let Some(at) = stages.iter().position(|stage| cells::plain(&stage.name) == inside) {
                part = Part::Stage(at);
                continue;
            }
            let is_own = named.only_units().is_some_and(|units| units == [self.unit]);
            let is_object = self.is_object(id, &inside);
            if !(words::is_qualifier(bare) || title.contains(&inside) || is_own || is_object) {
                return Err(Fault::UnclearPart { written: inside, is_period });
            }
        }
        Ok(part)
    }

    /// Whether a text is the name of one of the things that an item counts.
    fn is_object(&self, id: &str, text: &str) -> bool {
        let quantity = self.item(id).and_then(|item| item.quantity.as_ref());
        quantity.is_some_and(|quantity| object_in(text, quantity).is_some())
    }

    /// Whether another item's id stands in what follows an id.
    fn other_id(&self, rest: &str) -> bool {
        let parts = rest.split(|letter: char| !letter.is_ascii_digit() && letter != '.');
        parts.filter(|part| part.contains('.')).any(|part| self.item(part).is_some())
    }

    /// The items that an id in a text with commas may be, if no other id in it shows that zeros are kept.
    fn lost_zero(&self, row: u32, column: u32, text: &str, id: &str) -> Option<Vec<String>> {
        let is_bare = cells::plain(text).trim_end_matches('.') == id;
        if !is_bare || !self.sheet.may_lack_zeros(row, column) || id.ends_with('0') {
            return None;
        }
        let keeps_zeros = |row: u32| {
            let value = self.sheet.at(row, column);
            value.is_some_and(|value| id_in(&value.shown()).is_some_and(|id| id.ends_with('0')))
        };
        let may_be = self.ids_like(id);
        (may_be.len() > 1 && !self.sheet.rows().any(keeps_zeros)).then_some(may_be)
    }

    fn titled(&self, title: &str) -> Vec<&'a str> {
        let found = self.titles.get(&cells::plain(title));
        found.cloned().unwrap_or_default()
    }

    /// The items whose id a number may be: Excel makes 7.1 of 7.10.
    fn ids_like(&self, written: &str) -> Vec<String> {
        let ids = self.workspace.items.iter().map(|item| item.id.as_str());
        ids.filter(|id| {
            let rest = id.strip_prefix(written);
            rest.is_some_and(|rest| rest.bytes().all(|byte| byte == b'0'))
        })
        .map(str::to_owned)
        .collect()
    }
}

/// The items by title: where the unit has one of its own, that is meant.
pub(super) fn titles(workspace: &Workspace, unit: UnitIx) -> BTreeMap<String, Vec<&str>> {
    let mut titles: BTreeMap<String, (bool, Vec<&str>)> = BTreeMap::new();
    let mut led = vec![false; workspace.items.len()];
    for share in workspace.shares.iter().filter(|share| share.unit == unit) {
        led[share.item.0] = true;
    }
    for (item, is_own) in workspace.items.iter().zip(led) {
        let (has_own, ids) = titles.entry(cells::plain(&item.title)).or_default();
        if is_own && !*has_own {
            *has_own = true;
            ids.clear();
        }
        if is_own == *has_own {
            ids.push(&item.id);
        }
    }
    let titles = titles.into_iter();
    titles.map(|(title, (_, ids))| (title, ids)).collect()
}

/// The named thing that a row is about, where it names one behind the number of its item.
pub(super) fn object(number: &Value, item: &Item) -> Option<u16> {
    let quantity = item.quantity.as_ref().filter(|quantity| !quantity.objects.is_empty())?;
    all_bracketed(&number.shown()).iter().find_map(|inside| object_in(inside, quantity))
}

/// The id at the beginning of a text.
fn id_in(text: &str) -> Option<String> {
    let text: String = text
        .chars()
        .filter(|letter| !crate::source::is_invisible(*letter))
        .map(|letter| crate::source::half_width(letter).unwrap_or(letter))
        .collect();
    let text = text.trim();
    let length = text.find(|letter: char| !letter.is_ascii_digit() && letter != '.').unwrap_or(text.len());
    let id = text[..length].trim_end_matches('.');
    let parts: Vec<&str> = id.split('.').collect();
    let is_id = parts.len() > 1 && parts.iter().all(|part| !part.is_empty());
    is_id.then(|| id.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_found_however_they_are_dressed() {
        for (text, id) in [
            ("2.1", "2.1"),
            ("７．１０", "7.10"),
            ("9.1（2022-03）", "9.1"),
            ("2.1 城镇雨污分流", "2.1"),
            ("2.1.", "2.1"),
        ] {
            assert_eq!(id_in(text).as_deref(), Some(id), "{text}");
        }
        for text in ["3", "合计", "", "二（一）", "."] {
            assert_eq!(id_in(text), None, "{text}");
        }
    }
}
