//! The rows of a table: which item each is about, and what it says of it.

use std::collections::BTreeMap;

use super::cells::{self, Said};
use super::fault::Fault;
use super::grid::{Grid, Value};
use super::headings::Headings;
use super::identify::{Owner, Owners};
use super::month_names::months_in;
use super::received::CellFault;
use super::sent_form::SentForm;
use super::wanted::Wanted;
use crate::edit::EntryText;
use crate::model::{Item, Month, State, UnitIx, Workspace};
use crate::source::nearest;
use crate::text::forms::{self as words, Column};

/// The rows of a table while they are read.
pub(super) struct Rows<'a> {
    pub(super) sheet: &'a Grid,
    pub(super) headings: &'a Headings,
    pub(super) sent_form: Option<&'a SentForm>,
    pub(super) workspace: &'a Workspace,
    pub(super) unit: UnitIx,
    pub(super) month: Month,
    /// The items by title: the unit's own, else anybody's.
    pub(super) titles: BTreeMap<String, Vec<&'a str>>,
    pub(super) owners: Owners,
    pub(super) faults: Vec<CellFault>,
    pub(super) entries: Vec<(u32, EntryText)>,
    pub(super) skipped: Vec<u32>,
    pub(super) others: Vec<u32>,
}

/// Which item a row is about.
enum About {
    Nothing,
    Item(String, Option<Month>),
}

impl<'a> Rows<'a> {
    pub(super) fn row(&mut self, row: u32) {
        let own_value = |column: Column| {
            let at = self.headings.column(column)?;
            Some((at, self.sheet.at(row, at)?))
        };
        let figure = own_value(Column::Figure);
        let words_in = [Column::Note, Column::Problem, Column::Next].map(own_value);
        let has_words = words_in.iter().flatten().count() > 0;
        let names = [Column::Item, Column::Title].map(|column| {
            let at = self.headings.column(column)?;
            Some((at, self.sheet.seen(row, at)?))
        });
        if self.is_heading(row, &names) {
            return;
        }
        match self.owners.of_row(self.sheet, row, self.workspace) {
            Owner::Units(units) if !units.contains(&self.unit) => {
                self.others.push(row);
                return;
            }
            Owner::Unknown { column, written } if figure.is_some() || has_words => {
                let names = self.workspace.plan.units.iter().map(|unit| &*unit.name);
                let meant = nearest(&written, names).map(str::to_owned);
                self.fault(row, column, Fault::UnknownUnit { written, meant });
                return;
            }
            _ => {}
        }
        let about = match self.about(row, names) {
            Ok(about) => about,
            Err(fault) => {
                if figure.is_some() || has_words {
                    self.faults.push(fault);
                }
                return;
            }
        };
        let About::Item(id, occurrence) = about else {
            let is_figure = !self.is_sum(row) && figure.is_some_and(|(_, value)| cells::is_number(value));
            match figure.filter(|_| is_figure) {
                Some((column, _)) => self.fault(row, column, Fault::NoItem),
                None => self.skipped.push(row),
            }
            return;
        };
        if figure.is_none() && !has_words {
            return;
        }
        let at = self.headings.column(Column::Figure).unwrap_or_default();
        if let Some(sent_form) = self.sent_form
            && !sent_form.items.iter().any(|(item, _)| *item == id)
            && self.item(&id).is_some()
        {
            let column = self.headings.column(Column::Item).unwrap_or(at);
            self.fault(row, column, Fault::NotOnForm { id });
            return;
        }
        let mut entry = EntryText { item: id.clone(), ..EntryText::default() };
        for (text, value) in [&mut entry.note, &mut entry.problem, &mut entry.next].into_iter().zip(&words_in) {
            if let Some((column, value)) = value {
                match value {
                    Value::Error(error) => {
                        let fault = Fault::ErrorValue { shown: error.clone() };
                        self.faults.push(CellFault { row, column: *column, fault });
                    }
                    value => *text = cells::words(value),
                }
            }
        }
        // What an item that the plan does not have would want is not known; that it is unknown is said by the loader.
        let wanted = self.item(&id).map(Wanted::of);
        let occurrence = occurrence.or_else(|| self.current(&id));
        if let (Some(_), Some(wanted)) = (figure, &wanted)
            && let Some((column, fault)) = self.other_measure(row, wanted)
        {
            self.fault(row, column, fault);
            return;
        }
        match (figure, wanted) {
            (None, Some(wanted)) => {
                self.fault(row, at, Fault::WordsWithoutFigure { wanted });
                return;
            }
            (Some((column, value)), Some(wanted)) => match cells::read(value, &wanted) {
                Ok(said) => entry.readings = readings(said, occurrence),
                Err(fault) => {
                    self.fault(row, column, fault);
                    return;
                }
            },
            (_, None) => entry.readings = vec![("percent", "0".to_owned())],
        }
        self.entries.push((row, entry));
    }

    /// 公里 where the plan counts 米: the plan has changed since the form went out, or somebody counts differently.
    fn other_measure(&self, row: u32, wanted: &Wanted) -> Option<(u32, Fault)> {
        let column = self.headings.column(Column::Measure)?;
        let written = self.sheet.seen(row, column)?.shown();
        let unit = wanted.unit()?;
        let plan = cells::plain(&crate::document::clean(unit));
        let shown = cells::plain(&written);
        let is_same = words::same_measure(&shown, &plan);
        let unit = unit.to_owned();
        (!is_same).then_some((column, Fault::OtherMeasure { written, unit }))
    }

    fn fault(&mut self, row: u32, column: u32, fault: Fault) {
        self.faults.push(CellFault { row, column, fault });
    }

    fn item(&self, id: &str) -> Option<&'a Item> {
        self.workspace.items.iter().find(|item| item.id == id)
    }

    /// The occurrence that a form asks for where it names none: earlier ones have rows of their own there.
    fn current(&self, id: &str) -> Option<Month> {
        self.sent_form?;
        let recurring = self.item(id)?.schedule.recurring()?;
        Some(recurring.holding(self.month)?.due)
    }

    /// Headings that come again on every page.
    fn is_heading(&self, row: u32, names: &[Option<(u32, &Value)>; 2]) -> bool {
        let same = |(column, value): &(u32, &Value)| {
            let heading = self.sheet.seen(self.headings.row, *column);
            heading.is_some_and(|heading| heading.shown() == value.shown())
        };
        row > self.headings.row && names.iter().flatten().any(same)
    }

    /// Sums of other rows.
    fn is_sum(&self, row: u32) -> bool {
        let mut texts = self.sheet.row(row).take(3);
        texts.any(|(_, value)| matches!(value, Value::Text(text) if words::is_sum(text)))
    }

    /// Which item a row is about, by its number and its name.
    fn about(&self, row: u32, [id, title]: [Option<(u32, &Value)>; 2]) -> Result<About, CellFault> {
        let by_title = match title {
            Some((_, Value::Text(title))) => self.titled(title),
            _ => Vec::new(),
        };
        let fault = |column: u32, fault: Fault| CellFault { row, column, fault };
        let not_named = |id: &str, named: &str| Fault::IdAndTitle { id: id.to_owned(), named: named.to_owned() };
        if let Some((column, value)) = id {
            match value {
                Value::Day(_) | Value::Time(_) => return Err(fault(column, Fault::DateAsId)),
                Value::Number { written, .. } if written.contains('.') => {
                    let may_be = self.ids_like(written);
                    let named = may_be.iter().find(|id| by_title.contains(&id.as_str()));
                    return match (named, &may_be[..]) {
                        (Some(id), _) => Ok(About::Item(id.clone(), None)),
                        (None, [id]) => match by_title.first() {
                            Some(named) => Err(fault(column, not_named(id, named))),
                            None => Ok(About::Item(id.clone(), None)),
                        },
                        (None, []) => Ok(About::Item(written.clone(), None)),
                        (None, _) => {
                            let shown = written.clone();
                            Err(fault(column, Fault::NumberAsId { shown, may_be }))
                        }
                    };
                }
                Value::Text(text) => {
                    if let Some((id, occurrence)) = id_in(text) {
                        let is_same = by_title.is_empty() || by_title.contains(&id.as_str());
                        if let (false, Some(named)) = (is_same, by_title.first()) {
                            return Err(fault(column, not_named(&id, named)));
                        }
                        return self.numbered(text, id, occurrence).map_err(|named| fault(column, named));
                    }
                }
                _ => {}
            }
        }
        match (&by_title[..], title) {
            ([only], _) => Ok(About::Item((*only).to_owned(), None)),
            ([_, ..], Some((column, _))) => {
                let ids = by_title.iter().map(|id| (*id).to_owned()).collect();
                Err(fault(column, Fault::SeveralItems { ids }))
            }
            // 2.1 城镇雨污分流改造, number and name in one cell.
            ([], Some((column, Value::Text(text)))) => match id_in(text) {
                Some((id, occurrence)) => self.numbered(text, id, occurrence).map_err(|named| fault(column, named)),
                None => Ok(About::Nothing),
            },
            _ => Ok(About::Nothing),
        }
    }

    /// An item whose number begins a text, if what follows does not speak of something else: 1.1公里管线 is no item 1.1.
    fn numbered(&self, text: &str, id: String, occurrence: Option<Month>) -> Result<About, Fault> {
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
        if is_apart || is_of { Ok(About::Item(id, occurrence)) } else { Ok(About::Nothing) }
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

/// The reading of an entry in TOML.
fn readings(said: Said, occurrence: Option<Month>) -> Vec<(&'static str, String)> {
    let state = |state: State| {
        let word = State::ALL.into_iter().find(|(known, _)| *known == state);
        format!("\"{}\"", word.map_or("normal", |(_, word)| word))
    };
    let due = occurrence.map(|due| ("occurrence", format!("\"{due}\"")));
    match said {
        Said::Figure(key, figure) => vec![(key, figure)],
        Said::State(said) => vec![("state", state(said))],
        Said::Done(is_done) => {
            let said = if is_done { State::Normal } else { State::Problem };
            // An occurrence that is named is done; a word says that it is not, or stands for one without a name.
            let word = (!is_done || due.is_none()).then(|| ("state", state(said)));
            due.into_iter().chain(word).collect()
        }
    }
}

/// The id at the beginning of a text, and the occurrence in brackets behind it: `9.1（2022-03）`.
fn id_in(text: &str) -> Option<(String, Option<Month>)> {
    let text: String = text
        .chars()
        .filter(|letter| !crate::source::is_invisible(*letter))
        .map(|letter| crate::source::half_width(letter).unwrap_or(letter))
        .collect();
    let text = text.trim();
    let length = text.find(|letter: char| !letter.is_ascii_digit() && letter != '.').unwrap_or(text.len());
    let (id, rest) = text.split_at(length);
    let id = id.trim_end_matches('.');
    let parts: Vec<&str> = id.split('.').collect();
    if parts.len() < 2 || parts.iter().any(|part| part.is_empty()) {
        return None;
    }
    let occurrence = rest
        .trim_start()
        .strip_prefix('(')
        .and_then(|rest| rest.split_once(')'))
        .and_then(|(inside, _)| months_in(inside, true).first().copied());
    Some((id.to_owned(), occurrence))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_found_however_they_are_dressed() {
        let month = Month::new(2022, 3);
        for (text, id, occurrence) in [
            ("2.1", "2.1", None),
            ("７．１０", "7.10", None),
            ("9.1（2022-03）", "9.1", month),
            ("9.1 (2022年3月期)", "9.1", month),
            ("2.1 城镇雨污分流", "2.1", None),
            ("2.1.", "2.1", None),
        ] {
            assert_eq!(id_in(text), Some((id.to_owned(), occurrence)), "{text}");
        }
        for text in ["3", "合计", "", "二（一）", "."] {
            assert_eq!(id_in(text), None, "{text}");
        }
    }
}
