//! Runs the console blocks of `tests/golden/*.md` and of all documents for people as transcripts.
//!
//! A transcript runs in a copy of its folder: `<story>.in` for a story, the folder itself for an example, `data/` and
//! `examples/` for everything else, beside what a `<story>.in` without a plan brings along. A line `...` stands for any
//! lines.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "transcripts are files; without them there is nothing to say"
)]

use std::fs;
use std::path::Path;

use libtest_mimic::Trial;

use crate::command::{run, stage};
use crate::folders::{documents, markdown_in, root};

pub(crate) fn trials() -> impl Iterator<Item = Trial> {
    let stories = markdown_in("tests/golden").into_iter();
    let stories = stories.map(|path| ("story", path.file_stem().unwrap().display().to_string(), path));
    let documents = documents().map(|path| ("document", path.display().to_string(), root().join(path)));
    stories.chain(documents).map(|(group, name, path)| crate::trial(group, &name, move || told(&path)))
}

/// Runs one transcript, and says what differs, if anything does.
fn told(path: &Path) -> Result<(), String> {
    let written = fs::read_to_string(path).unwrap().replace("\r\n", "\n");
    let stage = stage(path);
    let mut lines = written.lines().peekable();
    let (mut happened, mut is_console) = (String::new(), false);
    while let Some(line) = lines.next() {
        happened.extend([line, "\n"]);
        if line.starts_with("```") {
            is_console = line == "```console";
        }
        let Some(command) = line.strip_prefix("$ ").filter(|_| is_console) else {
            continue;
        };
        let mut expected = Vec::new();
        while let Some(line) = lines.next_if(|line| !line.starts_with("$ ") && *line != "```") {
            expected.push(line);
        }
        let shown = run(command, stage.path());
        let blank = expected.iter().rev().take_while(|line| line.is_empty());
        let said = &expected[..expected.len() - blank.count()];
        let shown_lines: Vec<&str> = shown.lines().collect();
        let is_as_expected = code(said) == code(&shown_lines) && matches(said, &shown_lines);
        if is_as_expected {
            happened.extend(expected.iter().flat_map(|line| [*line, "\n"]));
        } else {
            happened.extend(shown_lines.iter().flat_map(|line| [*line, "\n"]));
        }
    }
    if crate::is_blessing() {
        fs::write(path, &happened).unwrap();
        return Ok(());
    }
    if written == happened {
        return Ok(());
    }
    let pair = written.lines().zip(happened.lines());
    let at = pair.take_while(|(before, now)| before == now).count();
    let around = |text: &str| text.lines().skip(at).take(12).collect::<Vec<_>>().join("\n");
    let (path, line) = (path.display(), at + 1);
    let (written, happened) = (around(&written), around(&happened));
    Err(format!("{path}:{line}: written\n{written}\n--- happened\n{happened}\n"))
}

/// The line with the exit code; `...` does not stand for it.
fn code<'a>(lines: &[&'a str]) -> Option<&'a str> {
    lines.first().copied().filter(|line| line.starts_with("? "))
}

fn matches(expected: &[&str], shown: &[&str]) -> bool {
    match (expected, shown) {
        (["...", rest @ ..], _) => (0..=shown.len()).any(|at| matches(rest, &shown[at..])),
        ([first, rest @ ..], [line, below @ ..]) => first == line && matches(rest, below),
        _ => expected.is_empty() && shown.is_empty(),
    }
}
