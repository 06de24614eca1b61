//! A single file read item by item, for whoever looks at it alone: a difference in git, a file of a plan that does not
//! hold. Nothing is checked here; what is written is repeated, in an order that does not depend on the file's.

use toml::de::{DeTable, DeValue};

use super::keys::{self, Keys};

/// A file, section by section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// Its sections; the first is the file itself.
    pub sections: Vec<Section>,
}

/// A heading and what stands below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What it is about.
    pub heading: Heading,
    /// What is said.
    pub lines: Vec<Line>,
}

/// What a section is about, as written; empty where it is not written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Heading {
    /// `plan.toml`
    Plan {
        /// Its title.
        title: String,
    },
    /// `[seasons.flood]`
    Season {
        /// Its id.
        id: String,
    },
    /// `[units.housing]`
    Unit {
        /// Its id.
        id: String,
        /// Its name.
        name: String,
    },
    /// One of `[[tiers]]`
    Tier {
        /// Its id.
        id: String,
        /// Its name.
        name: String,
    },
    /// A file in `tasks/`
    Task {
        /// Its number.
        number: String,
        /// Its title.
        title: String,
    },
    /// One of `[[items]]`
    Item {
        /// Its id.
        id: String,
        /// Its title.
        title: String,
    },
    /// A file in `reports/`
    Report {
        /// Its month.
        month: String,
        /// The unit's id.
        unit: String,
    },
    /// One of `[[entries]]`
    Entry {
        /// The item's id.
        item: String,
    },
}

/// A key and its value, as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The key.
    pub key: String,
    /// The value; of a list of tables there is one line for each.
    pub value: String,
    /// The keys and values of a table.
    pub parts: Vec<(String, String)>,
}

impl Line {
    fn new(key: &str, value: &DeValue<'_>) -> Self {
        Self { key: key.to_owned(), value: written(value), parts: value.as_table().map_or_else(Vec::new, pairs) }
    }
}

/// Reads a plan, a task or a report by what it says, whatever its name; none for a text that is not TOML or is none of
/// the three.
pub fn outline(text: &str) -> Option<Outline> {
    let tree = DeTable::parse(text).ok()?;
    let root = tree.get_ref();
    let has = |key: &str| root.contains_key(key);
    let sections = if has("entries") || (has("month") && has("unit")) {
        report(root)
    } else if has("items") || (has("number") && has("title")) {
        task(root)
    } else if has("units") || has("report-day") {
        plan(root)
    } else {
        return None;
    };
    Some(Outline { sections })
}

fn report(root: &DeTable<'_>) -> Vec<Section> {
    let heading = Heading::Report { month: text(root, "month"), unit: text(root, "unit") };
    let mut sections = vec![section(heading, root, &keys::REPORT, &["month", "unit", "entries"])];
    let mut entries: Vec<Section> = tables(root, "entries")
        .map(|entry| {
            let item = text(entry, "item");
            section(Heading::Entry { item }, entry, &keys::ENTRY, &["item"])
        })
        .collect();
    entries.sort_by_key(|section| match &section.heading {
        Heading::Entry { item } => by_number(item),
        _ => by_number(""),
    });
    sections.append(&mut entries);
    sections
}

fn task(root: &DeTable<'_>) -> Vec<Section> {
    let heading = Heading::Task { number: text(root, "number"), title: text(root, "title") };
    let mut sections = vec![section(heading, root, &keys::TASK, &["number", "title", "items"])];
    let mut items: Vec<Section> = tables(root, "items")
        .map(|item| {
            let heading = Heading::Item { id: text(item, "id"), title: text(item, "title") };
            section(heading, item, &keys::ITEM, &["id", "title"])
        })
        .collect();
    items.sort_by_key(|section| match &section.heading {
        Heading::Item { id, .. } => by_number(id),
        _ => by_number(""),
    });
    sections.append(&mut items);
    sections
}

fn plan(root: &DeTable<'_>) -> Vec<Section> {
    let title = text(root, "title");
    let apart = ["title", "seasons", "units", "tiers"];
    let mut sections = vec![section(Heading::Plan { title }, root, &keys::PLAN, &apart)];
    for (id, season) in named(root, "seasons") {
        sections.push(section(Heading::Season { id }, season, &keys::SEASON, &[]));
    }
    for (id, unit) in named(root, "units") {
        let name = text(unit, "name");
        sections.push(section(Heading::Unit { id, name }, unit, &keys::UNIT, &["name"]));
    }
    for tier in tables(root, "tiers") {
        let heading = Heading::Tier { id: text(tier, "id"), name: text(tier, "name") };
        sections.push(section(heading, tier, &keys::TIER, &["id", "name"]));
    }
    sections
}

/// Ids such as `2.1` and `2.10` in the order of their numbers; what is no such id comes last, as written.
fn by_number(id: &str) -> (Option<u32>, Option<u32>, String) {
    let (task, item) = id.split_once('.').unwrap_or((id, ""));
    (task.parse().ok(), item.parse().ok(), id.to_owned())
}

/// A section with its keys in the order in which files are laid out; those that nobody knows follow as they stand.
fn section(heading: Heading, table: &DeTable<'_>, known: &Keys, said: &[&str]) -> Section {
    let mut pairs: Vec<_> = table.iter().filter(|(key, _)| !said.contains(&key.get_ref().as_ref())).collect();
    pairs.sort_by_key(|(key, _)| {
        let known = known.names().position(|known| known == key.get_ref());
        (known.unwrap_or(usize::MAX), key.span().start)
    });
    let mut lines = Vec::new();
    for (key, value) in pairs {
        let key = key.get_ref();
        match value.get_ref() {
            // One line each, so that one milestone that moves is one line that changes.
            DeValue::Array(parts) if parts.iter().any(|part| part.get_ref().is_table()) => {
                lines.extend(parts.iter().map(|part| Line::new(key, part.get_ref())));
            }
            value => lines.push(Line::new(key, value)),
        }
    }
    Section { heading, lines }
}

/// A value as a person would write it.
fn written(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => text.to_string(),
        DeValue::Integer(number) => number.as_str().to_owned(),
        DeValue::Float(number) => number.as_str().to_owned(),
        DeValue::Boolean(switch) => switch.to_string(),
        DeValue::Datetime(moment) => moment.to_string(),
        DeValue::Array(parts) => {
            let parts: Vec<String> = parts.iter().map(|part| written(part.get_ref())).collect();
            parts.join(", ")
        }
        DeValue::Table(table) => {
            let pairs = pairs(table).into_iter();
            let pairs: Vec<String> = pairs.map(|(key, value)| format!("{key} = {value}")).collect();
            pairs.join(", ")
        }
    }
}

/// The keys and values of a table, in the order of the file.
fn pairs(table: &DeTable<'_>) -> Vec<(String, String)> {
    let mut pairs: Vec<_> = table.iter().collect();
    pairs.sort_by_key(|(key, _)| key.span().start);
    let pair = |(key, value): (&toml::Spanned<_>, &toml::Spanned<DeValue<'_>>)| {
        let key: &std::borrow::Cow<'_, str> = key.get_ref();
        (key.to_string(), written(value.get_ref()))
    };
    pairs.into_iter().map(pair).collect()
}

fn text(table: &DeTable<'_>, key: &str) -> String {
    let value = table.get(key);
    value.map_or_else(String::new, |value| written(value.get_ref()))
}

/// The tables of a list.
fn tables<'a>(table: &'a DeTable<'a>, key: &str) -> impl Iterator<Item = &'a DeTable<'a>> {
    let list = table.get(key).and_then(|list| list.get_ref().as_array());
    let parts = list.into_iter().flat_map(|list| list.iter());
    parts.filter_map(|part| part.get_ref().as_table())
}

/// The tables of a table, by key, in the order of the file.
fn named<'a>(table: &'a DeTable<'a>, key: &str) -> Vec<(String, &'a DeTable<'a>)> {
    let inner = table.get(key).and_then(|inner| inner.get_ref().as_table());
    let mut pairs: Vec<_> = inner.into_iter().flatten().collect();
    pairs.sort_by_key(|(key, _)| key.span().start);
    let pair = |(key, value): (&toml::Spanned<_>, &'a toml::Spanned<DeValue<'a>>)| {
        let key: &std::borrow::Cow<'_, str> = key.get_ref();
        Some((key.to_string(), value.get_ref().as_table()?))
    };
    pairs.into_iter().filter_map(pair).collect()
}
