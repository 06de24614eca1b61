//! A file written out in the standard layout: no blank line inside a table and one between parts, one space around `=`,
//! two before a comment at the end of a line, a list on one line if it fits and otherwise one element per line.

use unicode_width::UnicodeWidthStr;

use super::lines::{Key, Member, Members, Pair, Value};
use super::sheet::{Part, Section, Sheet};

/// A list is kept on one line up to this many columns, its key included.
const WIDEST: usize = 100;
const INDENT: &str = "    ";

/// Writes a file out, with these line ends.
pub(super) fn print(sheet: &Sheet<'_>, end: &str) -> String {
    let mut blocks: Vec<Vec<String>> = Vec::new();
    blocks.extend(sheet.head.iter().map(|block| owned(&block.lines)));
    blocks.push(section(&sheet.root, end));
    blocks.extend(sheet.parts.iter().map(|part| match part {
        Part::Section(below) => section(below, end),
        Part::Loose(block) => owned(&block.lines),
    }));
    blocks.retain(|lines| !lines.is_empty());
    let texts: Vec<String> = blocks.into_iter().map(|lines| lines.join(end) + end).collect();
    texts.join(end)
}

fn section(section: &Section<'_>, end: &str) -> Vec<String> {
    let mut lines = owned(&section.lead);
    lines.extend(section.heading.as_ref().map(|heading| {
        let name = path(&heading.keys);
        let line = if heading.is_list { format!("[[{name}]]") } else { format!("[{name}]") };
        with_trail(line, section.trail)
    }));
    for row in &section.rows {
        lines.extend(owned(&row.lead));
        let written = pair(&row.pair, 0, end);
        lines.push(with_trail(written, row.trail));
    }
    lines.extend(owned(&section.tail));
    lines
}

fn owned(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|&line| line.to_owned()).collect()
}

fn with_trail(line: String, trail: Option<&str>) -> String {
    match trail {
        Some(comment) => format!("{line}  {comment}"),
        None => line,
    }
}

fn path(keys: &[Key<'_>]) -> String {
    keys.iter().map(|key| key.raw).collect::<Vec<_>>().join(".")
}

fn pair(pair: &Pair<'_>, depth: usize, end: &str) -> String {
    let start = format!("{} = ", path(&pair.keys));
    let column = depth * INDENT.len() + start.width();
    start + &value(&pair.value, depth, column, end)
}

/// A value, at a depth of nested lists and starting in a column.
fn value(value: &Value<'_>, depth: usize, column: usize, end: &str) -> String {
    let flat = flat(value).filter(|flat| {
        let is_table = matches!(value, Value::Table(_));
        is_table || !lists_tables(value) && column + flat.width() <= WIDEST
    });
    match (value, flat) {
        (Value::Scalar(raw), _) => (*raw).to_owned(),
        (_, Some(flat)) => flat,
        (Value::List(list), None) => {
            let column = (depth + 1) * INDENT.len();
            let written = |node: &Value<'_>| self::value(node, depth + 1, column, end);
            spread(list, ("[", "]"), depth, end, written)
        }
        (Value::Table(table), None) if is_bare(table) => {
            let members = table.members.iter();
            let pairs = members.map(|member| pair(&member.node, depth, end));
            format!("{{ {} }}", pairs.collect::<Vec<_>>().join(", "))
        }
        // Only newer TOML allows line ends between braces; a comment there was written by someone who has it.
        (Value::Table(table), None) => spread(table, ("{", "}"), depth, end, |node| pair(node, depth + 1, end)),
    }
}

/// Several tables are written one per line, so that a changed one shows as one changed line.
fn lists_tables(value: &Value<'_>) -> bool {
    let Value::List(list) = value else {
        return false;
    };
    list.members.iter().filter(|member| matches!(member.node, Value::Table(_))).count() > 1
}

/// A value on one line; none if a comment or a text of several lines prevents it.
fn flat(value: &Value<'_>) -> Option<String> {
    match value {
        Value::Scalar(raw) => (!raw.contains('\n')).then(|| (*raw).to_owned()),
        Value::List(list) => Some(format!("[{}]", flat_members(list, flat)?)),
        Value::Table(table) => {
            let one = |pair: &Pair<'_>| {
                let value = match &pair.value {
                    // A text of several lines may be in a table as it is.
                    Value::Scalar(raw) => (*raw).to_owned(),
                    other => flat(other)?,
                };
                Some(format!("{} = {value}", path(&pair.keys)))
            };
            Some(match flat_members(table, one)? {
                inside if inside.is_empty() => "{}".to_owned(),
                inside => format!("{{ {inside} }}"),
            })
        }
    }
}

fn flat_members<T>(members: &Members<'_, T>, written: impl Fn(&T) -> Option<String>) -> Option<String> {
    if !is_bare(members) {
        return None;
    }
    let parts = members.members.iter().map(|member| written(&member.node));
    Some(parts.collect::<Option<Vec<String>>>()?.join(", "))
}

/// Whether no comment is directly between the brackets.
fn is_bare<T>(members: &Members<'_, T>) -> bool {
    let bare = |member: &Member<'_, T>| member.lead.is_empty() && member.trail.is_none();
    members.tail.is_empty() && members.members.iter().all(bare)
}

fn spread<T>(
    members: &Members<'_, T>,
    (open, close): (&str, &str),
    depth: usize,
    end: &str,
    written: impl Fn(&T) -> String,
) -> String {
    let indent = INDENT.repeat(depth + 1);
    let indented = |comment: &&str| format!("{indent}{comment}");
    let mut lines = vec![open.to_owned()];
    for member in &members.members {
        lines.extend(member.lead.iter().map(indented));
        let line = format!("{indent}{},", written(&member.node));
        lines.push(with_trail(line, member.trail));
    }
    lines.extend(members.tail.iter().map(indented));
    lines.push(INDENT.repeat(depth) + close);
    lines.join(end)
}
