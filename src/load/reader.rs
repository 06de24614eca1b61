//! A table of a file taken apart: every key is asked for by name, what nobody asked for is reported with the nearest key
//! that could have been meant, and every value keeps its place.

use std::cell::{Cell, RefCell};

use chrono::NaiveDate;

use super::faults::Faults;
use super::keys::{self, Keys};
use super::tree::{Children, Node, Said};
use super::values::{check_id, check_visible, figure, guess_day, guess_month, known_day};
use crate::model::{Figure, FigureFault, Moment, Month, MonthFault};
use crate::problem::{DateFault, DecimalRule, Problem, WantedValue};
use crate::source::{Located, Place, nearest};

/// What stands in a table whose keys the user chooses.
pub(super) type Pairs<'a> = Vec<(Located<&'a str>, Value<'a>)>;

/// A table of a file.
pub(super) struct Table<'a> {
    pairs: Children<'a>,
    keys: &'static Keys,
    place: Place,
    /// Where whoever reads the table reports what is wrong in it.
    pub(super) faults: &'a Faults,
    /// The [marks](mark) of all that is there.
    marks: u64,
    /// How many pairs there are.
    count: u32,
    /// Which of the first pairs have been asked for, a bit for each by its position.
    taken: Cell<u64>,
    /// The keys that have been asked for, a bit for each; in the end all of them. Only noted in tests.
    asked: Cell<u64>,
    /// Keys that belong elsewhere and have been reported already.
    excused: Cell<Option<&'static Keys>>,
    /// The keys that have to be there and are not, each with one that could have been there instead.
    missing: RefCell<Vec<(&'static str, &'static str)>>,
}

/// A value of a file.
#[derive(Clone, Copy)]
pub(super) struct Value<'a> {
    /// Its node, and all behind it.
    nodes: &'a [Node<'a>],
    said: Said<'a>,
    pub(super) place: Place,
    pub(super) faults: &'a Faults,
}

impl<'a> Table<'a> {
    pub(super) fn root(tree: &'a [Node<'a>], keys: &'static Keys, faults: &'a Faults) -> Self {
        Self::new(tree, keys, faults.top(), faults)
    }

    fn new(pairs: &'a [Node<'a>], keys: &'static Keys, place: Place, faults: &'a Faults) -> Self {
        let all = Children(pairs).map(|nodes| mark(nodes[0].key));
        let (marks, count) = all.fold((0, 0), |(marks, count), mark| (marks | mark, count + 1));
        Self {
            pairs: Children(pairs),
            marks,
            count,
            keys,
            place,
            faults,
            taken: Cell::default(),
            asked: Cell::default(),
            excused: Cell::default(),
            missing: RefCell::default(),
        }
    }

    /// Where the table begins: its heading, or its brace.
    pub(super) fn place(&self) -> Place {
        self.place
    }

    /// The value of a key that may be left out.
    #[inline]
    pub(super) fn get(&self, key: &'static str) -> Option<Value<'a>> {
        debug_assert!(self.note(key), "`{key}` is missing among the keys of `{}`", self.keys.name);
        if self.marks & mark(key) == 0 { None } else { self.find(key) }
    }

    fn find(&self, key: &str) -> Option<Value<'a>> {
        let (position, nodes) = self.pairs.clone().enumerate().find(|(_, nodes)| nodes[0].is(key))?;
        self.taken.set(self.taken.get() | bit(position));
        Some(Value::new(nodes, self.faults))
    }

    /// Notes that a key has been asked for, if it is one.
    fn note(&self, key: &str) -> bool {
        let at = self.keys.names().position(|known| known == key);
        self.asked.set(self.asked.get() | at.map_or(0, bit));
        at.is_some()
    }

    /// The value of a key that has to be there.
    pub(super) fn require(&self, key: &'static str) -> Option<Value<'a>> {
        let value = self.get(key);
        if value.is_none() {
            self.missing.borrow_mut().push((key, key));
        }
        value
    }

    /// What is made of a key that may be left out, and whether it is there and nothing could be made of it.
    pub(super) fn read<T>(&self, key: &'static str, read: impl FnOnce(Value<'a>) -> Option<T>) -> (Option<T>, bool) {
        let value = self.get(key);
        let read = value.and_then(read);
        let is_lost = value.is_some() && read.is_none();
        (read, is_lost)
    }

    /// The values of two keys of which one has to be there; the second is the one that is missed.
    pub(super) fn either(&self, key: &'static str, usual: &'static str) -> (Option<Value<'a>>, Option<Value<'a>>) {
        let values = (self.get(key), self.get(usual));
        if let (None, None) = values {
            self.missing.borrow_mut().push((usual, key));
        }
        values
    }

    /// A list of names; what cannot be read of it is lost.
    pub(super) fn names(&self, key: &'static str) -> Option<Names> {
        let Some(values) = self.get(key)?.list() else {
            return Some(Names { is_lost: true, ..Names::default() });
        };
        let names: Vec<Option<Located<String>>> = values.map(Value::text).collect();
        let is_lost = names.iter().any(Option::is_none);
        Some(Names { is_lost, names: names.into_iter().flatten().collect(), said: Vec::new() })
    }

    /// A list of names, or a table that says something of each.
    pub(super) fn names_with_texts(&self, key: &'static str) -> Option<Names> {
        let value = self.get(key)?;
        if !value.is_table() {
            return self.names(key);
        }
        let mut all = Names::default();
        for (name, said) in value.pairs()? {
            let said: Option<Located<String>> = said.text();
            all.names.push(name.map(str::to_owned));
            all.said.push(said.map_or_else(String::new, |said| said.value));
        }
        Some(all)
    }

    /// A required text that says something and hides nothing.
    pub(super) fn title(&self, key: &'static str) -> Option<Located<String>> {
        let text = self.name(key)?;
        check_visible(&text, self.faults);
        Some(text)
    }

    /// A required text that says something; what it may hide is looked for by whoever knows the other names.
    pub(super) fn name(&self, key: &'static str) -> Option<Located<String>> {
        let text: Located<String> = self.require(key)?.text()?;
        if text.value.trim().is_empty() {
            self.faults.report(text.place, Problem::EmptyText { key });
        }
        Some(text)
    }

    /// An optional text that says something, if it is there.
    pub(super) fn optional_title(&self, key: &'static str) -> String {
        self.get(key).and_then(|_| self.title(key)).map_or_else(String::new, |title| title.value)
    }

    /// An optional text; empty where it is left out.
    pub(super) fn remark<T: From<&'a str>>(&self, key: &'static str) -> T {
        let text: Option<Located<&str>> = self.get(key).and_then(Value::text);
        text.map_or("", |text| text.value).into()
    }

    /// An optional switch.
    pub(super) fn switch(&self, key: &'static str) -> Option<bool> {
        self.get(key).and_then(Value::boolean).map(|switch| switch.value)
    }

    /// Reports, once, that keys stand here which belong below a heading of their own.
    pub(super) fn belongs_below(&self, heading: &'static str, below: &'static Keys) {
        let strays = below
            .names()
            .filter(|key| self.keys.get(key).is_none())
            .filter_map(|key| self.pairs.clone().find(|nodes| nodes[0].is(key)))
            .map(|nodes| self.faults.at(nodes[0].key_span));
        if let Some(first) = strays.min() {
            self.faults.report(first, Problem::MissingHeading { heading });
            self.excused.set(Some(below));
        }
    }

    /// Reports the keys that this kind of table does not have and those that are missing. A missing key that was only
    /// misspelt is reported once, as misspelt.
    pub(super) fn finish(self) -> Leftover {
        for (at, key) in self.keys.names().enumerate() {
            debug_assert!(self.asked.get() & bit(at) != 0, "`{key}` of `{}` is listed and never read", self.keys.name);
        }
        let mut missing = self.missing.take();
        let mut leftover = Leftover::default();
        if missing.is_empty() && self.taken.get().count_ones() == self.count {
            return leftover;
        }
        let is_absent = |key: &&str| !self.pairs.clone().any(|nodes| nodes[0].is(key));
        let absent: Vec<&'static str> = self.keys.names().filter(is_absent).collect();
        for node in self.pairs.clone().map(|nodes| &nodes[0]) {
            let is_known = |keys: &Keys| keys.get(node.key).is_some();
            if is_known(self.keys) || self.excused.get().is_some_and(is_known) {
                continue;
            }
            if self.keys.name == keys::TIER.name && keys::OTHER_LADDERS.contains(&node.key) {
                missing.retain(|&(key, _)| key != "months");
                let problem = Problem::LadderNotByMonths { key: node.key.to_owned() };
                self.faults.report(self.faults.at(node.key_span), problem);
                continue;
            }
            let meant = nearest(node.key, absent.iter().copied());
            missing.retain(|&(key, instead)| Some(key) != meant && Some(instead) != meant);
            match meant {
                Some(meant) => leftover.meant.push(meant),
                None => leftover.has_strange = true,
            }
            self.faults.report(
                self.faults.at(node.key_span),
                Problem::UnknownKey { key: node.key.to_owned(), meant, known: self.keys.names().collect() },
            );
        }
        // Whoever writes keys in Chinese has most likely written the missing one so.
        if leftover.has_strange && self.pairs.clone().any(|nodes| !nodes[0].key.is_ascii()) {
            missing.clear();
        }
        for (key, _) in missing {
            self.faults.missing(self.place, key);
        }
        leftover
    }
}

/// A bit by which nearly all keys of a table differ. Most keys may be left out and are: one whose bit is missing among those
/// that are there need not be looked for.
#[inline]
fn mark(key: &str) -> u64 {
    let [first, last] =
        [key.as_bytes().first(), key.as_bytes().last()].map(|byte| byte.map_or(0, |&byte| usize::from(byte)));
    1 << ((key.len() + first + 2 * last) % 64)
}

/// The bit of a position; none for those far behind.
fn bit(position: usize) -> u64 {
    if position < 64 { 1 << position } else { 0 }
}

/// The keys of a table that it does not have: they may be meant for one that is not there.
#[derive(Default)]
pub(super) struct Leftover {
    meant: Vec<&'static str>,
    has_strange: bool,
}

impl Leftover {
    /// Whether one of the keys that nobody asked for may stand for this one.
    pub(super) fn may_be(&self, key: &str) -> bool {
        self.has_strange || self.meant.contains(&key)
    }
}

/// A list of names as written.
#[derive(Default)]
pub(super) struct Names {
    pub(super) names: Vec<Located<String>>,
    /// What is said of each; empty where nothing can be.
    pub(super) said: Vec<String>,
    /// Some could not be read: that they are missing is no fault of its own.
    pub(super) is_lost: bool,
}

impl<'a> Value<'a> {
    fn new(nodes: &'a [Node<'a>], faults: &'a Faults) -> Self {
        Self { nodes, said: nodes[0].said, place: faults.at(nodes[0].span), faults }
    }

    /// What it holds.
    fn inner(self) -> &'a [Node<'a>] {
        &self.nodes[1..self.nodes[0].size]
    }

    fn located<T>(self, value: T) -> Located<T> {
        Located::new(value, self.place)
    }

    fn refuse<T>(self, problem: Problem) -> Option<T> {
        self.faults.report(self.place, problem);
        None
    }

    fn wrong_type<T>(self, wanted: WantedValue) -> Option<T> {
        self.refuse(Problem::WrongType { wanted })
    }

    /// A text.
    pub(super) fn text<T: From<&'a str>>(self) -> Option<Located<T>> {
        match self.said {
            Said::Text(text) => Some(self.located(text.into())),
            _ => self.wrong_type(WantedValue::Text),
        }
    }

    /// A text, if it is one; nothing is said where it is not.
    pub(super) fn said_text(self) -> Option<Located<String>> {
        matches!(self.said, Said::Text(_)).then(|| self.text()).flatten()
    }

    /// `true` or `false`.
    pub(super) fn boolean(self) -> Option<Located<bool>> {
        match self.said {
            Said::Switch(switch) => Some(self.located(switch)),
            _ => self.wrong_type(WantedValue::Boolean),
        }
    }

    /// Whether it is a text.
    pub(super) fn is_text(self) -> bool {
        matches!(self.said, Said::Text(_))
    }

    /// Whether it is a list.
    pub(super) fn is_list(self) -> bool {
        self.said == Said::List
    }

    /// A text, or the digits of a number: 3 for the third class.
    pub(super) fn word(self) -> Option<Located<&'a str>> {
        match self.said {
            Said::Number(digits) => Some(self.located(digits)),
            _ => self.text(),
        }
    }

    /// Whether it is a text that is no figure by a rule.
    pub(super) fn is_word(self, rule: DecimalRule) -> bool {
        matches!(self.said, Said::Text(text) if figure(text, rule).is_err())
    }

    /// Whether it is a table.
    pub(super) fn is_table(self) -> bool {
        self.said == Said::Table
    }

    /// A table.
    pub(super) fn table(self, keys: &'static Keys) -> Option<Table<'a>> {
        match self.said {
            Said::Table => Some(Table::new(self.inner(), keys, self.place, self.faults)),
            _ => self.wrong_type(WantedValue::Table),
        }
    }

    /// Every pair of a table whose keys the user chooses.
    pub(super) fn pairs(self) -> Option<Pairs<'a>> {
        if self.said != Said::Table {
            return self.wrong_type(WantedValue::Table);
        }
        let pair = |nodes: &'a [Node<'a>]| {
            let key = Located::new(nodes[0].key, self.faults.at(nodes[0].key_span));
            (key, Value::new(nodes, self.faults))
        };
        Some(Children(self.inner()).map(pair).collect())
    }

    /// The values of a list.
    pub(super) fn list(self) -> Option<impl Iterator<Item = Value<'a>>> {
        self.values(WantedValue::List)
    }

    /// The tables of a list; none for what is no table.
    pub(super) fn tables(self, keys: &'static Keys) -> Option<impl Iterator<Item = Option<Table<'a>>>> {
        Some(self.values(WantedValue::Tables)?.map(move |value| value.table(keys)))
    }

    fn values(self, wanted: WantedValue) -> Option<impl Iterator<Item = Value<'a>>> {
        match self.said {
            Said::List => Some(Children(self.inner()).map(move |nodes| Value::new(nodes, self.faults))),
            _ => self.wrong_type(wanted),
        }
    }

    /// A list of texts.
    pub(super) fn texts<T: From<&'a str>>(self) -> Option<Vec<Located<T>>> {
        Some(self.list()?.filter_map(Value::text).collect())
    }

    /// A list of texts, if all of it is.
    pub(super) fn every_text<T: From<&'a str>>(self) -> Option<Vec<Located<T>>> {
        let texts: Vec<Option<_>> = self.list()?.map(Value::text).collect();
        texts.into_iter().collect()
    }

    /// An id made of `[a-z0-9-]`.
    pub(super) fn id(self) -> Option<Located<String>> {
        let text = self.text()?;
        check_id(text.as_ref().map(String::as_str), self.faults).then_some(text)
    }

    /// A list of month labels, if all of them are.
    pub(super) fn months(self) -> Option<Vec<Located<Month>>> {
        let read: Vec<Option<_>> = self.list()?.map(Value::month).collect();
        read.into_iter().collect()
    }

    /// A month label.
    pub(super) fn month(self) -> Option<Located<Month>> {
        match self.said {
            Said::Text(text) => match Month::parse(text) {
                Ok(month) => Some(self.located(month)),
                Err(fault) => self.refuse(Problem::BadMonth { fault, meant: guess_month(text) }),
            },
            Said::Day(day) | Said::Time(day) => {
                let meant = known_day(day).map(Month::of);
                self.refuse(Problem::BadMonth { fault: MonthFault::Form, meant })
            }
            _ => self.wrong_type(WantedValue::Month),
        }
    }

    /// A month label or a day.
    pub(super) fn moment(self) -> Option<Located<Moment>> {
        match self.said {
            Said::Text(_) => Some(self.month()?.map(Moment::Close)),
            Said::Day(_) | Said::Time(_) => Some(self.day()?.map(Moment::Day)),
            _ => self.wrong_type(WantedValue::Moment),
        }
    }

    /// A day, written as a TOML date.
    pub(super) fn day(self) -> Option<Located<NaiveDate>> {
        let meant = |day: Option<NaiveDate>| Problem::BadDate {
            fault: DateFault::NotADay { meant: day.map(|day| day.to_string()) },
        };
        match self.said {
            Said::Day(day) => match known_day(day) {
                Some(day) => Some(self.located(day)),
                None => self.refuse(Problem::BadDate { fault: DateFault::NoSuchDay }),
            },
            Said::Time(day) => self.refuse(meant(known_day(day))),
            Said::Text(text) => self.refuse(meant(guess_day(text))),
            _ => self.wrong_type(WantedValue::Day),
        }
    }

    /// A number by a rule, read from its digits.
    pub(super) fn figure(self, rule: DecimalRule) -> Option<Located<Figure>> {
        let read = match self.said {
            Said::Number(digits) | Said::Text(digits) => figure(digits, rule),
            Said::OtherNumber => Err(FigureFault::NotANumber),
            _ => return self.wrong_type(WantedValue::Number),
        };
        match read {
            Ok(figure) => Some(self.located(figure)),
            Err(fault) => self.refuse(Problem::BadFigure { fault, rule }),
        }
    }

    /// A whole number from 0 on.
    pub(super) fn whole(self) -> Option<Located<u32>> {
        let figure = self.figure(DecimalRule::Whole)?;
        u32::try_from(figure.value.ratio().numerator()).ok().map(|number| self.located(number))
    }

    /// A whole number from 1 on.
    pub(super) fn count(self) -> Option<Located<u32>> {
        let figure = self.figure(DecimalRule::Count)?;
        u32::try_from(figure.value.ratio().numerator()).ok().map(|number| self.located(number))
    }

    /// One of several words.
    pub(super) fn choice<T: Copy>(self, choices: &[(T, &'static str)]) -> Option<Located<T>> {
        let text: Located<&str> = self.text()?;
        if let Some((choice, _)) = choices.iter().find(|(_, word)| *word == text.value) {
            return Some(self.located(*choice));
        }
        let allowed: Vec<&'static str> = choices.iter().map(|(_, word)| *word).collect();
        let meant = nearest(text.value, allowed.iter().copied()).map(str::to_owned);
        self.refuse(Problem::BadValue { allowed, meant })
    }
}
