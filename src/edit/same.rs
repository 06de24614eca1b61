//! Whether two texts of TOML mean the same: every value as written, wherever it is. The order of `[[entries]]` means
//! nothing; that of units, tiers and items does, because every page follows it.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Whether both are TOML and say the same.
pub fn same_meaning(one: &str, other: &str) -> bool {
    let (Ok(one), Ok(other)) = (DeTable::parse(one), DeTable::parse(other)) else {
        return false;
    };
    same_table(one.get_ref(), other.get_ref(), true)
}

fn same_table(one: &DeTable<'_>, other: &DeTable<'_>, is_root: bool) -> bool {
    one.len() == other.len()
        && one.iter().all(|(key, value)| {
            let name = key.get_ref().as_ref();
            let same = |found: &Spanned<DeValue<'_>>| match name {
                "entries" if is_root => same_entries(value, found),
                "units" if is_root => same_value(value, found) && order(value) == order(found),
                _ => same_value(value, found),
            };
            other.get(name).is_some_and(same)
        })
}

fn same_value(one: &Spanned<DeValue<'_>>, other: &Spanned<DeValue<'_>>) -> bool {
    match (one.get_ref(), other.get_ref()) {
        (DeValue::String(one), DeValue::String(other)) => one == other,
        (DeValue::Integer(one), DeValue::Integer(other)) => {
            (one.radix(), one.as_str()) == (other.radix(), other.as_str())
        }
        (DeValue::Float(one), DeValue::Float(other)) => one.as_str() == other.as_str(),
        (DeValue::Boolean(one), DeValue::Boolean(other)) => one == other,
        (DeValue::Datetime(one), DeValue::Datetime(other)) => one == other,
        (DeValue::Array(one), DeValue::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other.iter()).all(|(one, other)| same_value(one, other))
        }
        (DeValue::Table(one), DeValue::Table(other)) => same_table(one, other, false),
        _ => false,
    }
}

/// The same entries for each item, in the same order; the items may come in any.
fn same_entries(one: &Spanned<DeValue<'_>>, other: &Spanned<DeValue<'_>>) -> bool {
    let (Some(one), Some(other)) = (by_item(one), by_item(other)) else {
        return same_value(one, other);
    };
    one.len() == other.len()
        && one.iter().zip(&other).all(|((one_item, one), (item, entry))| one_item == item && same_value(one, entry))
}

type Entry<'v, 't> = (Option<&'v str>, &'v Spanned<DeValue<'t>>);

fn by_item<'v, 't>(entries: &'v Spanned<DeValue<'t>>) -> Option<Vec<Entry<'v, 't>>> {
    let DeValue::Array(entries) = entries.get_ref() else {
        return None;
    };
    let item = |entry: &'v Spanned<DeValue<'t>>| entry.get_ref().get("item")?.get_ref().as_str();
    let mut entries: Vec<_> = entries.iter().map(|entry| (item(entry), entry)).collect();
    entries.sort_by_key(|(item, _)| *item);
    Some(entries)
}

/// The keys of a table as they come in the file.
fn order<'v>(table: &'v Spanned<DeValue<'_>>) -> Vec<&'v str> {
    let DeValue::Table(table) = table.get_ref() else {
        return Vec::new();
    };
    let mut keys: Vec<_> = table.keys().collect();
    keys.sort_by_key(|key| key.span().start);
    keys.into_iter().map(|key| key.get_ref().as_ref()).collect()
}
