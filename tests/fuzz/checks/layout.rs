//! `fmt`: what is laid out says what it said, twice is once, and what is at fault is left alone.

use std::borrow::Cow;

use shangdang::edit::{Kind, Unformatted, format, item_order, same_meaning};
use shangdang::model::RecordKind;
use shangdang::source::Content;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::files::{BASE, base_with, choice};
use super::loading::hold_loaded;

type Key<'t> = Spanned<Cow<'t, str>>;

/// The first byte chooses the kind of file.
pub(crate) fn layout(bytes: &[u8]) {
    let (chosen, rest) = choice(bytes);
    let paths = paths();
    let path = &paths[chosen % paths.len()];
    let Content::Text(text) = Content::decode(rest) else {
        return;
    };
    let kind = Kind::of(path).expect("a file of a workspace");
    let items = item_order(&BASE);
    let before = said(&text, kind);
    let laid_out = match format(&text, kind, &items) {
        Ok(laid_out) => laid_out,
        Err(why) => {
            assert_eq!(why, Unformatted::NotToml, "it would say something else");
            assert!(before.is_none(), "TOML that is refused");
            return;
        }
    };
    assert!(before.is_some(), "what is no TOML is laid out");
    assert_eq!(before, said(&laid_out, kind), "in\n{laid_out}");
    assert!(same_meaning(&text, &laid_out));
    assert_eq!(remarks(&text), remarks(&laid_out), "in\n{laid_out}");
    let again = format(&laid_out, kind, &items);
    assert_eq!(again.as_ref(), Ok(&laid_out), "twice is not once");
    let codes = |text: &str| {
        let loaded = hold_loaded(&base_with(path, Content::Text(text.to_owned())));
        let found = loaded.problems.into_iter();
        let mut codes: Vec<_> = found.map(|found| found.problem.code()).collect();
        codes.sort_unstable();
        codes
    };
    assert_eq!(codes(&text), codes(&laid_out), "in\n{laid_out}");
}

/// A path for each kind of file.
fn paths() -> Vec<String> {
    let mut paths = vec!["plan.toml".to_owned(), "tasks/01.toml".to_owned(), "reports/2022-06/housing.toml".to_owned()];
    let kinds = RecordKind::ALL.into_iter();
    paths.extend(kinds.map(|(_, name)| format!("register/2022-06/{name}.toml")));
    paths
}

/// What a text of TOML says, every figure in its own digits: a number may be larger than any program counts. The order
/// of the entries of a report means nothing.
fn said(text: &str, kind: Kind) -> Option<Vec<(String, Vec<String>)>> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let root = DeTable::parse(text).ok()?;
    let pair = |(key, value): (&Key<'_>, &Spanned<DeValue<'_>>)| {
        let key = key.get_ref().to_string();
        let values = match value.get_ref() {
            DeValue::Array(entries) if kind == Kind::Report && key == "entries" => {
                let mut entries: Vec<_> = entries.iter().map(toml::Spanned::get_ref).collect();
                entries.sort_by_key(|entry| entry.get("item").map(|item| value_of(item.get_ref())));
                entries.into_iter().map(value_of).collect()
            }
            value => vec![value_of(value)],
        };
        (key, values)
    };
    let mut pairs: Vec<_> = root.get_ref().iter().map(pair).collect();
    pairs.sort();
    Some(pairs)
}

fn value_of(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => format!("{text:?}"),
        DeValue::Integer(number) => format!("{}:{}", number.radix(), number.as_str()),
        DeValue::Float(number) => number.as_str().to_owned(),
        DeValue::Boolean(switch) => switch.to_string(),
        DeValue::Datetime(moment) => moment.to_string(),
        DeValue::Array(list) => {
            let values: Vec<String> = list.iter().map(|one| value_of(one.get_ref())).collect();
            format!("[{}]", values.join(", "))
        }
        DeValue::Table(table) => {
            let pair = |(key, value): (&Key<'_>, &Spanned<DeValue<'_>>)| {
                format!("{:?} = {}", key.get_ref(), value_of(value.get_ref()))
            };
            let mut pairs: Vec<String> = table.iter().map(pair).collect();
            pairs.sort();
            format!("{{{}}}", pairs.join(", "))
        }
    }
}

/// How many signs there are that begin a remark, or look so: none is lost.
fn remarks(text: &str) -> usize {
    text.matches('#').count()
}
