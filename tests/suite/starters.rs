//! What a new workspace begins with: every comment that teaches is right, and the shipped plan is all there.

#![expect(clippy::disallowed_methods, reason = "these tests look at the files of the repository")]

use std::fs;
use std::path::Path;

use shangdang::load::load;
use shangdang::problem::Diagnostic;
use shangdang::render::json;
use shangdang::source::{Content, SourceFile, Sources};
use shangdang::text::Lang;
use shangdang::text::starters::Origin;
use shangdang::views::schema::schemas;

use crate::folders::{entries, root};

/// What is wrong with these files as a workspace.
fn problems(files: &[(String, String)]) -> Vec<Diagnostic> {
    let file = |(path, text): &(String, String)| {
        let is_toml = Path::new(path).extension().is_some_and(|ending| ending == "toml");
        let content = if is_toml { Content::Text(text.clone()) } else { Content::NotRead };
        SourceFile::new(path.clone(), content)
    };
    let mut sources = Sources { files: files.iter().map(file).collect() };
    sources.files.sort_by(|a, b| a.path.cmp(&b.path));
    let loaded = load(&sources);
    assert_eq!(
        loaded.workspace.is_some(),
        loaded.problems.is_empty(),
        "these have no warnings either: {:?}",
        loaded.problems
    );
    loaded.problems
}

fn files(origin: Origin, lang: Lang) -> Vec<(String, String)> {
    let owned = |(path, text): &(&str, &str)| ((*path).to_owned(), (*text).to_owned());
    origin.files(lang).iter().map(owned).collect()
}

#[test]
fn a_new_workspace_has_no_problems() {
    for lang in [Lang::Zh, Lang::En] {
        for origin in [Origin::Blank, Origin::Shangdang2022] {
            assert_eq!(problems(&files(origin, lang)), []);
        }
    }
}

/// Examples stand right behind their hash, explanations behind a space.
#[test]
fn every_example_in_a_comment_is_right() {
    for lang in [Lang::Zh, Lang::En] {
        let mut files = files(Origin::Blank, lang);
        let mut examples = 0;
        for (_, text) in files.iter_mut().filter(|(path, _)| path.ends_with(".toml")) {
            let mut taught = String::new();
            for line in text.lines() {
                let example = line
                    .strip_prefix('#')
                    .filter(|rest| rest.starts_with(|letter: char| letter == '[' || letter.is_ascii_alphabetic()));
                examples += usize::from(example.is_some());
                taught.extend([example.unwrap_or(line), "\n"]);
            }
            *text = taught;
        }
        assert!(examples > 20, "{examples} lines of examples");
        assert_eq!(problems(&files), []);
    }
}

#[test]
fn the_report_in_the_explanation_is_right() {
    for lang in [Lang::Zh, Lang::En] {
        let mut files = files(Origin::Blank, lang);
        let (_, about) = files.iter().find(|(path, _)| path == "reports/README.md").expect("reports are explained");
        let (_, rest) = about.split_once("```toml\n").expect("there is an example");
        let (report, _) = rest.split_once("```").expect("the example ends");
        let path = "reports/2026-01/example.toml";
        assert!(about.contains(path), "the path is told");
        files.push((path.to_owned(), report.to_owned()));
        assert_eq!(problems(&files), []);
    }
}

#[test]
fn the_shipped_plan_is_brought_along_whole() {
    let mut embedded = files(Origin::Shangdang2022, Lang::Zh);
    embedded.extend(schemas().map(|(path, schema)| (path, json(&schema))));
    embedded.sort();
    let mut shipped = Vec::new();
    for path in entries("data") {
        let inside = if path.is_dir() { entries(&path) } else { vec![path] };
        // The guide beside the plan is for whoever has the repository.
        for path in inside.into_iter().filter(|path| path.is_file() && !path.ends_with("README.md")) {
            let name = path.strip_prefix(root().join("data")).expect("within data");
            let name = name.to_str().expect("a name in text").replace('\\', "/");
            shipped.push((name, fs::read_to_string(&path).expect("a text")));
        }
    }
    shipped.sort();
    assert_eq!(embedded, shipped);
}
