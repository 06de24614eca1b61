//! Hostile text wherever a plan or a report lets people write: the workspace holds, and every page of it is a page.

use std::io::{Cursor, Read as _};

use shangdang::assess::{AsOf, assess};
use shangdang::edit::quoted;
use shangdang::load::load;
use shangdang::model::{ItemIx, Month};
use shangdang::render::{docx, html, xlsx};
use shangdang::source::{Content, Sources};
use shangdang::text::Lang;
use shangdang::views::{Explanation, Extent, Results, View as _};

use super::files::BASE;
use super::verdicts::hold_pages;

/// The lines of the text are said in turn, each in a place of its own; `\n` in one is a line end.
pub(crate) fn pages(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let lines: Vec<String> = text.split('\n').map(|line| line.replace("\\n", "\n")).collect();
    let said = |number: usize| {
        let line = &lines[number % lines.len()];
        // What is blank is a fault of its own.
        quoted(&format!("一{line}"))
    };
    let mut sources = Sources::default();
    let mut number = 0;
    for file in &BASE.files {
        let mut changed = Vec::new();
        for line in file.text().lines() {
            let key = line.split(" = ").next().unwrap_or("");
            if WORDS.contains(&key) && line.ends_with('"') {
                changed.push(format!("{key} = {}\n", said(number)));
                number += 1;
            } else {
                changed.push(format!("{line}\n"));
            }
        }
        sources.replace(&file.path, Content::Text(changed.concat()));
    }
    let loaded = load(&sources);
    let workspace = loaded.workspace.unwrap_or_else(|| panic!("quoted text is no fault: {:?}", loaded.problems));
    hold_pages(&sources, &workspace);
    let assessment = assess(&workspace, AsOf::close_of(Month::new(2022, 6).expect("a month")));
    let results = Results { sources: &sources, workspace: &workspace, assessment: &assessment };
    let view = Explanation::of(results, ItemIx(0), &[], Extent::Full);
    let document = view.document(Lang::Zh);
    hold_package(&docx(&document));
    let book = xlsx(&document, &view.sheet(Lang::Zh), Lang::Zh);
    hold_package(&book.expect("a workbook can be made"));
    let page = html(&document, Lang::Zh);
    let allowed = page.matches("<script").count();
    assert_eq!(allowed, 0, "a page that is read has no script");
}

/// That every part of a packed document is well formed.
fn hold_package(bytes: &[u8]) {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("it is packed");
    for position in 0..archive.len() {
        let mut part = archive.by_index(position).expect("a part");
        let mut text = Vec::new();
        part.read_to_end(&mut text).expect("it is whole");
        // Pictures are no text.
        if let Ok(text) = String::from_utf8(text) {
            let read = roxmltree::Document::parse(&text);
            assert!(read.is_ok(), "{:?}: {read:?}", part.name());
        }
    }
}

/// The keys behind which people write what they like.
const WORDS: [&str; 14] = [
    "title",
    "section",
    "source",
    "note",
    "problem",
    "next",
    "reporter",
    "reason",
    "reference",
    "reply",
    "by",
    "approver",
    "number",
    "full-name",
];
