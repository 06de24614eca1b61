//! What is assumed is marked as such in every format, and nothing that is sent or written can rest on it.

#![expect(
    clippy::disallowed_methods,
    reason = "pages are written into files and read again; without them there is nothing to say"
)]

use std::fs;

use shangdang::text::{Lang, explain};

use crate::folders::{copy, root};
use crate::paper::{Parts, paragraphs};
use crate::program::run;

#[test]
fn every_format_of_every_page_says_that_it_is_assumed() {
    let stage = tempfile::tempdir().unwrap();
    copy(&root().join("data"), &stage.path().join("data"));
    let pages: [&[&str]; 5] =
        [&["status"], &["status", "--by", "unit"], &["status", "--by", "task"], &["escalate"], &["explain", "2.1"]];
    for (page, (lang, word)) in pages.iter().flat_map(|page| [("zh", "假定"), ("en", "assume")].map(|of| (page, of)))
    {
        for file in ["a.txt", "a.json", "a.csv", "a.md", "a.html", "a.docx"] {
            let rest = ["--lang", lang, "--assume", "2.1=60", "-o", file];
            let written = run(stage.path(), &[page, &rest[..]].concat());
            assert!(written.status.success(), "{page:?} {file}");
            let bytes = fs::read(stage.path().join(file)).unwrap();
            let said = match file {
                "a.docx" => paragraphs(&Parts::of(&bytes)).concat(),
                _ => String::from_utf8(bytes).unwrap(),
            };
            // Keys of JSON are the same in both languages.
            let word = if file == "a.json" { "\"assumed\"" } else { word };
            assert!(said.to_lowercase().contains(word), "{page:?} {lang} {file}: {said}");
            // A first line of a page, not a remark at its end.
            if matches!(file, "a.txt" | "a.md") {
                let first = said.lines().next().unwrap().to_lowercase();
                assert!(first.contains(word), "{page:?} {lang} {file}: {first}");
            }
            let to_sign = explain::to_sign(Lang::named(lang).unwrap());
            let is_there = to_sign.iter().any(|line| said.contains(line));
            assert!(!is_there, "{page:?} {lang} {file} is there to be signed");
        }
    }
}

#[test]
fn nothing_that_is_sent_or_written_can_be_assumed() {
    let stage = tempfile::tempdir().unwrap();
    copy(&root().join("data"), &stage.path().join("data"));
    let commands: [&[&str]; 9] = [
        &["notice", "--month", "6", "-o", "letters"],
        &["notice", "issue"],
        &["bulletin"],
        &["close", "6", "--on", "2022-07-08"],
        &["register"],
        &["report", "set", "2.1", "60"],
        &["history", "2.1"],
        &["outlook"],
        &["filing"],
    ];
    for command in commands {
        let answer = run(stage.path(), &[command, &["--assume", "2.1=60"]].concat());
        assert_eq!(answer.status.code(), Some(2), "{command:?}");
        let said = String::from_utf8(answer.stderr).unwrap();
        assert!(said.contains("没有“--assume”这个选项"), "{command:?}: {said}");
    }
}
