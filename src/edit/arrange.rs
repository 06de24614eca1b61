//! The fixed order: tables and keys as the program knows them, entries in the order of the plan. What the program does
//! not know, and whatever the user names (units, seasons, shares), keeps its order.

use std::collections::BTreeMap;

use super::kind::{Kind, rank};
use super::lines::{Member, Pair, Value};
use super::sheet::{Part, Row, Section, Sheet};

/// The items of a plan in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItemOrder(BTreeMap<String, usize>);

impl ItemOrder {
    /// The order in which ids are given.
    pub fn of(ids: impl IntoIterator<Item = String>) -> Self {
        let mut order = BTreeMap::new();
        for id in ids {
            let next = order.len();
            order.entry(id).or_insert(next);
        }
        Self(order)
    }

    /// The position of an item; items that the plan does not have come last.
    pub(super) fn position(&self, item: &str) -> usize {
        self.0.get(item).copied().unwrap_or(usize::MAX)
    }
}

/// Parts that move together, and where they belong.
struct Group<'t> {
    table: usize,
    item: usize,
    /// The list that its first part is an element of.
    list: Option<String>,
    /// Each with its position below the first.
    parts: Vec<(usize, Part<'t>)>,
}

/// Puts a file into the fixed order.
pub(super) fn arrange(sheet: &mut Sheet<'_>, kind: Kind, items: &ItemOrder) {
    arrange_rows(&mut sheet.root, kind, &[]);
    let mut groups: Vec<Group<'_>> = Vec::new();
    // A comment that stands alone goes with the part that follows.
    let mut loose = Vec::new();
    for mut part in std::mem::take(&mut sheet.parts) {
        let path = match &mut part {
            Part::Loose(block) => match block.template() {
                Some(_) if kind == Kind::Report => vec!["entries".to_owned()],
                _ => {
                    loose.push(part);
                    continue;
                }
            },
            Part::Section(section) => {
                let path = section.path();
                arrange_rows(section, kind, &path);
                path
            }
        };
        let top = path.first().map_or("", String::as_str);
        let below = path.get(1).map_or(0, |key| rank(kind, &path[..1], key).saturating_add(1));
        let item = part.item().filter(|_| kind == Kind::Report && top == "entries");
        let is_list = matches!(&part, Part::Section(section) if section.is_list());
        loose.push(part);
        let parts = loose.drain(..).map(|part| (below, part));
        let mut owner =
            groups.iter_mut().rev().find(|group| group.list.as_deref() == Some(top)).filter(|_| path.len() > 1);
        if let Some(group) = &mut owner {
            group.parts.extend(parts);
            continue;
        }
        groups.push(Group {
            table: rank(kind, &[], top),
            item: item.map_or(usize::MAX, |item| items.position(&item)),
            list: (is_list && path.len() == 1).then(|| top.to_owned()),
            parts: parts.map(|(_, part)| (0, part)).collect(),
        });
    }
    groups.sort_by_key(|group| (group.table, group.item));
    for mut group in groups {
        group.parts.sort_by_key(|(below, _)| *below);
        sheet.parts.extend(group.parts.into_iter().map(|(_, part)| part));
    }
    sheet.parts.extend(loose);
}

fn arrange_rows(section: &mut Section<'_>, kind: Kind, path: &[String]) {
    for row in &mut section.rows {
        arrange_pair(&mut row.pair, kind, path);
    }
    let key = |row: &Row<'_>| rank(kind, path, &row.pair.keys[0].name);
    section.rows.sort_by_key(key);
}

fn arrange_pair(pair: &mut Pair<'_>, kind: Kind, path: &[String]) {
    let mut path = path.to_vec();
    path.extend(pair.keys.iter().map(|key| key.name.clone()));
    arrange_value(&mut pair.value, kind, &path);
}

fn arrange_value(value: &mut Value<'_>, kind: Kind, path: &[String]) {
    match value {
        Value::Scalar(_) => {}
        Value::List(list) => {
            for member in &mut list.members {
                arrange_value(&mut member.node, kind, path);
            }
        }
        Value::Table(table) => {
            for member in &mut table.members {
                arrange_pair(&mut member.node, kind, path);
            }
            let key = |member: &Member<'_, Pair<'_>>| rank(kind, path, &member.node.keys[0].name);
            table.members.sort_by_key(key);
        }
    }
}
