//! `fmt`: what is laid out says what it said, twice is once, and what is at fault is left alone.

use shangdang::edit::{Kind, Unformatted, format, item_order, same_meaning};
use shangdang::model::RecordKind;
use shangdang::source::Content;
use toml::{Table, Value};

use super::files::{BASE, base_with, choice};
use super::loading::hold_loaded;

/// The first byte chooses the kind of file.
pub(crate) fn layout(bytes: &[u8]) {
    let (chosen, rest) = choice(bytes);
    let paths = paths();
    let path = &paths[chosen % paths.len()];
    let Content::Text(text) = Content::decode(rest.to_vec()) else {
        return;
    };
    let kind = Kind::of(path).expect("a file of a workspace");
    let items = item_order(&BASE);
    let before = toml::from_str::<Table>(&text);
    let laid_out = match format(&text, kind, &items) {
        Ok(laid_out) => laid_out,
        Err(why) => {
            assert_eq!(why, Unformatted::NotToml, "it would say something else");
            assert!(before.is_err(), "TOML that is refused");
            return;
        }
    };
    let before = before.expect("only TOML is laid out");
    let after = toml::from_str::<Table>(&laid_out).expect("TOML stays TOML");
    assert_eq!(in_order(before), in_order(after), "in\n{laid_out}");
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
    let mut paths = vec![
        "plan.toml".to_owned(),
        "tasks/01.toml".to_owned(),
        "reports/2022-06/housing.toml".to_owned(),
    ];
    let kinds = RecordKind::ALL.into_iter();
    paths.extend(kinds.map(|(_, name)| format!("register/2022-06/{name}.toml")));
    paths
}

/// The entries of a report by their items: their order means nothing. Numbers that are none are equal to themselves.
fn in_order(mut table: Table) -> String {
    if let Some(Value::Array(entries)) = table.get_mut("entries") {
        let item = |entry: &Value| entry.get("item").map(|item| format!("{item:?}"));
        entries.sort_by_key(item);
    }
    format!("{table:?}")
}

/// How many signs there are that begin a remark, or look so: none is lost.
fn remarks(text: &str) -> usize {
    text.matches('#').count()
}
