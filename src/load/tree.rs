//! What a file says: keys and values with their places, in the order of the text. Two fronts grow it: the scanner
//! ([`scan`](super::scan)) from texts in the usual form, the TOML library from all others.
//!
//! It is one list. Behind each value stands what it holds, so that a file costs one allocation and no text is copied.

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value, the key it stands behind and where both stand.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Node<'t> {
    /// Empty in a list.
    pub(super) key: &'t str,
    pub(super) key_span: Span,
    pub(super) said: Said<'t>,
    pub(super) span: Span,
    /// How many nodes it takes up: itself and all that it holds.
    pub(super) size: usize,
}

/// What a value says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said<'t> {
    Text(&'t str),
    /// Digits, perhaps with a sign and a point.
    Number(&'t str),
    /// A number that is not written in tens.
    OtherNumber,
    Switch(bool),
    /// A date; none where the calendar has no such day.
    Day(Option<NaiveDate>),
    /// A time, and the day it is said of.
    Time(Option<NaiveDate>),
    List,
    Table,
}

/// Where the bytes of a key or a value begin and end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) start: u32,
    pub(super) end: u32,
}

impl Span {
    pub(super) fn new(start: usize, end: usize) -> Self {
        let offset = |at: usize| u32::try_from(at).expect("files larger than 8 MiB are not read");
        Self { start: offset(start), end: offset(end) }
    }
}

impl Node<'_> {
    /// Whether it stands behind a key.
    pub(super) fn is(&self, key: &str) -> bool {
        // Of the few keys of a table hardly two begin alike: most need no comparing.
        self.key.len() == key.len() && self.key.as_bytes().first() == key.as_bytes().first() && self.key == key
    }
}

/// The values of a list, or the pairs of a table: each is the nodes from itself on.
#[derive(Clone)]
pub(super) struct Children<'a>(pub(super) &'a [Node<'a>]);

impl<'a> Iterator for Children<'a> {
    type Item = &'a [Node<'a>];

    fn next(&mut self) -> Option<Self::Item> {
        let nodes = self.0;
        self.0 = nodes.get(nodes.first()?.size..).unwrap_or_default();
        Some(nodes)
    }

    /// All of them, counted: what is made of each need not be moved when there is no more room.
    fn size_hint(&self) -> (usize, Option<usize>) {
        let mut rest = self.clone();
        let count = std::iter::from_fn(|| rest.next()).count();
        (count, Some(count))
    }
}

/// The tree that the TOML library has read.
pub(super) fn of_library<'a>(table: &'a DeTable<'a>) -> Vec<Node<'a>> {
    let mut nodes = Vec::new();
    add_pairs(table, &mut nodes);
    nodes
}

fn add_pairs<'a>(table: &'a DeTable<'a>, nodes: &mut Vec<Node<'a>>) {
    let mut pairs: Vec<_> = table.iter().collect();
    pairs.sort_by_key(|(key, _)| key.span().start);
    for (key, value) in pairs {
        let span = key.span();
        add(key.get_ref(), Span::new(span.start, span.end), value, nodes);
    }
}

fn add<'a>(key: &'a str, key_span: Span, value: &'a Spanned<DeValue<'a>>, nodes: &mut Vec<Node<'a>>) {
    let at = nodes.len();
    let said = match value.get_ref() {
        DeValue::String(text) => Said::Text(text),
        DeValue::Integer(number) if number.radix() == 10 => Said::Number(number.as_str()),
        DeValue::Integer(_) => Said::OtherNumber,
        DeValue::Float(number) => Said::Number(number.as_str()),
        DeValue::Boolean(switch) => Said::Switch(*switch),
        DeValue::Datetime(moment) => {
            let date = moment.date.and_then(|date| {
                NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day))
            });
            if moment.time.is_none() { Said::Day(date) } else { Said::Time(date) }
        }
        DeValue::Array(_) => Said::List,
        DeValue::Table(_) => Said::Table,
    };
    let span = value.span();
    nodes.push(Node { key, key_span, said, span: Span::new(span.start, span.end), size: 1 });
    match value.get_ref() {
        DeValue::Array(values) => values.iter().for_each(|value| add("", Span::default(), value, nodes)),
        DeValue::Table(table) => add_pairs(table, nodes),
        _ => {}
    }
    nodes[at].size = nodes.len() - at;
}
