//! A text of TOML taken apart line by line, with every comment in its place. Values keep their spelling: what is
//! written back is what was written.

use std::ops::Range;

use toml::de::DeTable;
use toml_parser::Source;
use toml_parser::decoder::Encoding;
use toml_parser::parser::{Event, EventKind, parse_document};

/// A line, or several if a value runs over them.
pub(super) struct Line<'t> {
    pub(super) kind: LineKind<'t>,
    /// The comment at its end.
    pub(super) trail: Option<&'t str>,
    /// From its first character to just after its line end.
    pub(super) span: Range<usize>,
}

/// What is on a line.
pub(super) enum LineKind<'t> {
    Blank,
    Comment(&'t str),
    Heading(Heading<'t>),
    Pair(Pair<'t>),
}

/// `[units.housing]`, `[[entries]]`
pub(super) struct Heading<'t> {
    pub(super) keys: Vec<Key<'t>>,
    pub(super) is_list: bool,
}

/// One part of a key that may have several.
pub(super) struct Key<'t> {
    /// As written, with its quotes.
    pub(super) raw: &'t str,
    /// What it means.
    pub(super) name: String,
}

/// `key = value`
pub(super) struct Pair<'t> {
    pub(super) keys: Vec<Key<'t>>,
    pub(super) value: Value<'t>,
    /// The value alone.
    pub(super) value_span: Range<usize>,
}

/// A value with the comments inside it.
pub(super) enum Value<'t> {
    /// A text, a number, a date or a switch, as written.
    Scalar(&'t str),
    List(Members<'t, Value<'t>>),
    Table(Members<'t, Pair<'t>>),
}

/// What is between brackets or braces.
pub(super) struct Members<'t, T> {
    pub(super) members: Vec<Member<'t, T>>,
    /// Comments after the last of them.
    pub(super) tail: Vec<&'t str>,
}

/// An element of a list, or a pair of an inline table.
pub(super) struct Member<'t, T> {
    /// Comments on the lines above.
    pub(super) lead: Vec<&'t str>,
    pub(super) node: T,
    /// The comment at the end of its line.
    pub(super) trail: Option<&'t str>,
}

impl Pair<'_> {
    /// The key, if it has only one part.
    pub(super) fn name(&self) -> Option<&str> {
        match &self.keys[..] {
            [key] => Some(&key.name),
            _ => None,
        }
    }

    /// The text that is its value, if it is a text.
    pub(super) fn text(&self) -> Option<String> {
        match self.value {
            Value::Scalar(raw) => text_of(raw),
            Value::List(_) | Value::Table(_) => None,
        }
    }
}

/// The lines of a text; none if it is not TOML.
pub(super) fn read(text: &str) -> Option<Vec<Line<'_>>> {
    // The reader of values finds what the reader of tokens misses: a duplicate key, an invalid number.
    DeTable::parse(text).ok()?;
    let tokens = Source::new(text).lex().into_vec();
    let mut events: Vec<Event> = Vec::new();
    parse_document(&tokens, &mut events, &mut ());
    let mut cursor = Cursor { text, events: events.into_iter().peekable() };
    Some(cursor.lines())
}

/// What a quoted text says; none for anything else.
pub(super) fn text_of(raw: &str) -> Option<String> {
    let written = format!("it = {raw}");
    let table = DeTable::parse(&written).ok()?;
    let value = table.get_ref().get("it")?.get_ref().as_str()?;
    Some(value.to_owned())
}

struct Cursor<'t> {
    text: &'t str,
    events: std::iter::Peekable<std::vec::IntoIter<Event>>,
}

impl<'t> Cursor<'t> {
    fn raw(&self, event: &Event) -> &'t str {
        &self.text[event.span().start()..event.span().end()]
    }

    fn comment(&self, event: &Event) -> &'t str {
        self.raw(event).trim_end()
    }

    fn lines(&mut self) -> Vec<Line<'t>> {
        let mut lines: Vec<Line<'t>> = Vec::new();
        let (mut start, mut is_empty) = (0, true);
        while let Some(event) = self.events.next() {
            let kind = match event.kind() {
                EventKind::Newline => {
                    let end = event.span().end();
                    if is_empty {
                        lines.push(line(LineKind::Blank));
                    }
                    if let Some(last) = lines.last_mut() {
                        last.span = start..end;
                    }
                    (start, is_empty) = (end, true);
                    continue;
                }
                EventKind::Comment if is_empty => LineKind::Comment(self.comment(&event)),
                EventKind::Comment => {
                    let trail = self.comment(&event);
                    if let Some(last) = lines.last_mut() {
                        last.trail = Some(trail);
                    }
                    continue;
                }
                EventKind::StdTableOpen => self.heading(false),
                EventKind::ArrayTableOpen => self.heading(true),
                EventKind::SimpleKey => LineKind::Pair(self.pair(&event)),
                _ => continue,
            };
            is_empty = false;
            lines.push(line(kind));
        }
        if !is_empty && let Some(last) = lines.last_mut() {
            last.span = start..self.text.len();
        }
        lines
    }

    fn heading(&mut self, is_list: bool) -> LineKind<'t> {
        LineKind::Heading(Heading { keys: self.keys(), is_list })
    }

    /// The parts of a key up to what closes it.
    fn keys(&mut self) -> Vec<Key<'t>> {
        let mut keys = Vec::new();
        while let Some(event) = self.events.next() {
            match event.kind() {
                EventKind::SimpleKey => keys.push(self.key(&event)),
                EventKind::StdTableClose | EventKind::ArrayTableClose | EventKind::KeyValSep => break,
                _ => {}
            }
        }
        keys
    }

    fn key(&self, event: &Event) -> Key<'t> {
        let raw = self.raw(event);
        let name = match event.encoding() {
            Some(Encoding::LiteralString | Encoding::BasicString) => text_of(raw),
            _ => None,
        };
        Key { raw, name: name.unwrap_or_else(|| raw.to_owned()) }
    }

    fn pair(&mut self, first: &Event) -> Pair<'t> {
        let mut keys = vec![self.key(first)];
        keys.extend(self.keys());
        let (value, value_span) = self.value();
        Pair { keys, value, value_span }
    }

    /// The next value, whatever blanks come before it.
    fn value(&mut self) -> (Value<'t>, Range<usize>) {
        loop {
            let event = self.events.next();
            let event = event.expect("what the reader of the values takes has a value here");
            if let Some(value) = self.value_at(&event) {
                return value;
            }
        }
    }

    fn value_at(&mut self, event: &Event) -> Option<(Value<'t>, Range<usize>)> {
        let start = event.span().start();
        Some(match event.kind() {
            EventKind::Scalar => (Value::Scalar(self.raw(event)), start..event.span().end()),
            EventKind::ArrayOpen => {
                let (members, end) = self.members(|cursor, event| cursor.value_at(event).map(|(value, _)| value));
                (Value::List(members), start..end)
            }
            EventKind::InlineTableOpen => {
                let (members, end) = self.members(|cursor, event| {
                    let is_key = event.kind() == EventKind::SimpleKey;
                    is_key.then(|| cursor.pair(event))
                });
                (Value::Table(members), start..end)
            }
            _ => return None,
        })
    }

    /// Everything up to the closing bracket or brace. A comment belongs to what is on its line, otherwise to what comes
    /// next.
    fn members<T>(&mut self, mut member: impl FnMut(&mut Self, &Event) -> Option<T>) -> (Members<'t, T>, usize) {
        let mut members: Vec<Member<'t, T>> = Vec::new();
        let mut waiting: Vec<&'t str> = Vec::new();
        let (mut is_fresh, mut end) = (true, self.text.len());
        while let Some(event) = self.events.next() {
            match event.kind() {
                EventKind::ArrayClose | EventKind::InlineTableClose => {
                    end = event.span().end();
                    break;
                }
                EventKind::Newline => is_fresh = true,
                EventKind::Comment => {
                    let comment = self.comment(&event);
                    match members.last_mut() {
                        Some(last) if !is_fresh && last.trail.is_none() => {
                            last.trail = Some(comment);
                        }
                        _ => waiting.push(comment),
                    }
                }
                _ => {
                    if let Some(node) = member(self, &event) {
                        members.push(Member { lead: std::mem::take(&mut waiting), node, trail: None });
                        is_fresh = false;
                    }
                }
            }
        }
        let tail = waiting;
        (Members { members, tail }, end)
    }
}

fn line(kind: LineKind<'_>) -> Line<'_> {
    Line { kind, trail: None, span: 0..0 }
}
