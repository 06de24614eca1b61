//! The documents for people: their links and the files they name are there, their pictures are what the program draws,
//! the list of keys is what it reads, and what they promise in numbers is kept.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "documents are files of the repository; without them there is nothing to say"
)]

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use shangdang::text::{Lang, keys as words};
use shangdang::views::topic;

use crate::folders::{documents, files, root};

const KEYS: (&str, &str) = ("<!-- keys -->\n", "<!-- /keys -->");

fn text(path: impl AsRef<Path>) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

/// Running text and tables, without blocks of code.
fn prose(text: &str) -> String {
    let mut is_code = false;
    let mut prose = String::new();
    for line in text.lines() {
        let is_fence = line.trim_start().starts_with("```");
        is_code ^= is_fence;
        if !is_code && !is_fence {
            prose.extend([line, "\n"]);
        }
    }
    prose
}

/// The targets of links and pictures.
fn links(prose: &str) -> impl Iterator<Item = &str> {
    prose.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(target, _)| target)
}

/// A heading as GitHub links to it.
fn anchor(heading: &str) -> String {
    let kept = heading.trim_start_matches('#').trim().to_lowercase();
    let kept = kept.chars().filter(|letter| letter.is_alphanumeric() || [' ', '-', '_'].contains(letter));
    kept.map(|letter| if letter == ' ' { '-' } else { letter }).collect()
}

#[test]
fn links_lead_somewhere() {
    for document in documents() {
        let prose = prose(&text(&document));
        for target in links(&prose).filter(|target| !target.starts_with("https://")) {
            let (path, place) = target.split_once('#').unwrap_or((target, ""));
            let leads_to = if path.is_empty() { document.clone() } else { document.parent().unwrap().join(path) };
            let leads_to = root().join(leads_to);
            assert!(leads_to.exists(), "{}: nothing at {target}", document.display());
            if !place.is_empty() {
                let there = fs::read_to_string(&leads_to).unwrap();
                let mut headings = there.lines().filter(|line| line.starts_with('#'));
                assert!(headings.any(|heading| anchor(heading) == place), "{}: {target}", document.display());
            }
        }
    }
}

/// What running text names as a file of this repository, from its root or from where the document lies, is there. `…`,
/// `<code>` and `*` stand for any; examples also name what their commands make.
#[test]
fn files_that_are_named_are_there() {
    let mut count = 0;
    for document in documents().filter(|document| !document.starts_with("examples")) {
        let prose = prose(&text(&document));
        let places = [root(), &root().join(document.parent().unwrap())];
        for span in prose.split('`').skip(1).step_by(2).filter(|span| !span.contains(['<', '*', '…', ' ', ':'])) {
            let Some((folder, _)) = span.split_once('/').filter(|(folder, _)| !folder.is_empty()) else { continue };
            if !["target", "reports", "register"].contains(&folder) && places.iter().any(|at| at.join(folder).is_dir())
            {
                assert!(places.iter().any(|at| at.join(span).exists()), "{}: there is no {span}", document.display());
                count += 1;
            }
        }
    }
    assert!(count > 50, "the documents name files");
}

/// The types that the glossary names are types of the program.
#[test]
fn words_have_the_types_that_are_named() {
    let sources: String =
        files(&root().join("src")).into_iter().map(|(_, text)| String::from_utf8(text).unwrap()).collect();
    let guide = text("CONTRIBUTING.md");
    let (_, glossary) = guide.split_once("| type |\n").unwrap();
    for row in glossary.lines().take_while(|line| line.starts_with('|')).skip(1) {
        for name in row.rsplit('|').nth(1).unwrap().split('`').skip(1).step_by(2) {
            let is_type =
                |kind| [" ", "(", "<", ";"].iter().any(|end| sources.contains(&format!("pub {kind} {name}{end}")));
            assert!(is_type("struct") || is_type("enum"), "there is no type {name}");
        }
    }
}

/// The pictures of the README files, from the shipped plan.
#[test]
fn pictures_are_what_the_program_draws() {
    let chart = |path: &str| match path {
        "front" => "front --by unit",
        "curve" => "curve 2.1",
        _ => panic!("what draws {path}?"),
    };
    for (name, lang) in ["front", "curve"].into_iter().flat_map(|name| [(name, "zh"), (name, "en")]) {
        let path = root().join(format!("examples/{name}.{lang}.svg"));
        let mut program = Command::new(env!("CARGO_BIN_EXE_shangdang"));
        program.current_dir(root().join("data")).env_clear().args(["--lang", lang, "chart"]);
        program.args(chart(name).split(' ')).args(["--month", "2022-06", "--format", "svg"]);
        let drawn = program.output().unwrap();
        assert!(drawn.status.success(), "{}", String::from_utf8_lossy(&drawn.stderr));
        let drawn = String::from_utf8(drawn.stdout).unwrap();
        keep(&path, &fs::read_to_string(&path).unwrap_or_default(), &drawn);
    }
}

/// Whoever opens the page sees within a screen what comes out, and reads it to the end.
#[test]
fn readmes_begin_with_a_picture_and_are_short() {
    for (readme, lang) in [("README.md", "en"), ("README.zh.md", "zh")] {
        let text = text(readme);
        let at = text.lines().position(|line| line.contains(&format!("](examples/front.{lang}.svg)")));
        assert!(at.is_some_and(|at| at < 12), "{readme} begins with a picture");
        let count = text.lines().count();
        assert!(count <= 220, "{readme} has {count} lines");
    }
}

/// The commands that set the program up are those that are tried, and the data is said to be made up.
#[test]
fn readmes_say_how_to_begin() {
    let tried = text(".ci/run");
    for readme in ["README.md", "README.zh.md"] {
        let text = text(readme);
        let block = text.split_once("```sh\n").and_then(|(_, rest)| rest.split_once("```")).unwrap().0;
        let [run, test] = block.lines().collect::<Vec<_>>()[..] else { panic!("{readme}: two commands, not {block}") };
        assert_eq!(run, "cargo run --locked -- status", "{readme}");
        assert!(tried.lines().any(|line| line == test), "{readme}: {test} is what .ci/run runs");
    }
    assert!(text("README.md").contains("**sample data**") && text("README.zh.md").contains("**示例，不是真实情况**"));
}

/// Every key of every file, in both languages: what `help` says, as tables.
#[test]
fn every_key_is_listed() {
    let path = root().join("data/README.md");
    let written = fs::read_to_string(&path).unwrap();
    let (before, rest) = written.split_once(KEYS.0).unwrap();
    let (_, after) = rest.split_once(KEYS.1).unwrap();
    keep(&path, &written, &format!("{before}{}{}\n{}{after}", KEYS.0, keys(), KEYS.1));
}

fn keys() -> String {
    let mut list = String::new();
    for table in topic::tables() {
        let heads = "| 字段 key | 意思 | meaning | 例 example |\n|---|---|---|---|";
        write!(list, "\n### {}\n\n{}\n\n{heads}\n", table.about.zh, table.about.en).unwrap();
        for key in table.keys {
            let how = |lang| format!("{}{}", words::presence(key.is_required, lang), lang.pick("；", "; "));
            let about = |lang| format!("{} <br>{}{}", key.about.pick(lang), how(lang), words::form(&key.form, lang));
            let example: Vec<String> = key.example.lines().map(|line| format!("`{line}`")).collect();
            let cells = [about(Lang::Zh), about(Lang::En), example.join("<br>")];
            writeln!(list, "| `{}` | {} |", key.name, cells.map(|cell| cell.replace('|', "\\|")).join(" | ")).unwrap();
        }
    }
    list
}

/// Holds what a file says against what is so now; `SHANGDANG_BLESS=1` rewrites it.
pub(crate) fn keep(path: &Path, written: &str, now: &str) {
    if env::var_os("SHANGDANG_BLESS").is_some() {
        fs::write(path, now).unwrap();
    } else {
        assert!(written == now, "{} is not current; SHANGDANG_BLESS=1 rewrites it", path.display());
    }
}
