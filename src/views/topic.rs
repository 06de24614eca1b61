//! What a key of the files, a problem code or a word means: the page behind `help KEY`, `help CODE` and `help WORD`.

use crate::document::{Block, Document, Role};
use crate::load::keys::{self, Form, Keys};
use crate::problem::Problem;
use crate::text::glossary::{TERMS, terms};
use crate::text::{Lang, keys as words};

/// The page on a key, a code or a word; none where nothing has this name.
pub fn topic(name: &str, lang: Lang) -> Option<Document> {
    let mut blocks = vec![Block::title(name)];
    let mut names = vec![name];
    for term in terms(name) {
        blocks.extend(Some(term.about.pick(lang)).filter(|about| !about.is_empty()).map(Block::plain));
        names.extend(term.keys.iter().filter(|key| **key != name));
    }
    for (name, keys) in names.iter().flat_map(|&name| tables().into_iter().map(move |keys| (name, keys))) {
        blocks.extend(key(keys, name, lang).into_iter().flatten());
    }
    if let Some(code) = Problem::CODES.iter().find(|code| code.name == name) {
        blocks.push(Block::plain(code.about.pick(lang)));
        blocks.push(Block::verbatim(code.example.pick(lang).trim_end()));
    }
    (blocks.len() > 1).then_some(Document { blocks })
}

/// Every name that [`topic`] knows.
pub fn topics() -> Vec<&'static str> {
    let keys = tables().into_iter().flat_map(Keys::names);
    let codes = Problem::CODES.iter().map(|code| code.name);
    let mut names: Vec<&str> = keys.chain(codes).chain(TERMS.iter().map(|term| term.name.zh)).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// Every kind of table, each file before what stands in it.
pub fn tables() -> Vec<&'static Keys> {
    let mut tables: Vec<&'static Keys> = keys::files().collect();
    let mut at = 0;
    while at < tables.len() {
        let inside = tables[at].keys.iter().filter_map(|key| inner(&key.form));
        // What stands in several files is explained once.
        let inside: Vec<_> = inside.filter(|keys| !tables.iter().any(|known| known.name == keys.name)).collect();
        tables.splice(at + 1..=at, inside);
        at += 1;
    }
    tables
}

fn inner(form: &'static Form) -> Option<&'static Keys> {
    match form {
        Form::Table(keys) | Form::Tables(keys) | Form::WordOr((_, keys)) => Some(keys),
        Form::Named(of) => inner(of),
        _ => None,
    }
}

fn key(keys: &'static Keys, name: &str, lang: Lang) -> Option<Vec<Block>> {
    let key = keys.get(name)?;
    let form = words::form(&key.form, lang);
    let presence = words::presence(key.is_required, lang);
    let form = format!("{presence}{}{form}", lang.pick("；", "; "));
    Some(vec![
        Block::heading(Role::Strong, keys.about.pick(lang)),
        Block::plain(key.about.pick(lang)),
        Block::paragraph(Role::Muted, form),
        Block::verbatim(key.example),
    ])
}
