//! What holds for every page, whatever it says: commands named in running text work, nothing hostile comes through, and
//! no line is wider than was asked for.

#![expect(clippy::disallowed_methods, clippy::unwrap_used, reason = "these tests read files of the repository")]

use std::fs;

use libtest_mimic::Trial;
use shangdang::source::is_invisible;
use unicode_width::UnicodeWidthStr;

use crate::command::{run, stage};
use crate::folders::{documents, root};

const PAGES: &[&str] = &[
    "status",
    "status --by unit",
    "status --by task",
    "escalate",
    "outlook",
    "audit",
    "explain 4.1",
    "explain 9.3",
    "diff 5月 6月",
    "history 6.6",
    "history 4.1",
    "filing",
    "filing --month 12",
    "register",
    "register --month 12",
    "annual",
    "publicity",
    "chart front",
    "chart front --by unit --month 12",
    "chart heat",
    "chart heat --by item",
    "chart curve 2.1",
    "chart curve 11.3",
    "chart curve 4.1",
];

pub(crate) fn trials() -> impl Iterator<Item = Trial> {
    let widths = PAGES.iter().map(|page| crate::trial("width", page, || keeps_within_the_width_asked_for(page)));
    let others = [
        crate::trial("text", "commands-in-running-text-work", commands_in_running_text_work),
        crate::trial("text", "hostile-text-comes-out-harmless", hostile_text_comes_out_harmless),
    ];
    widths.chain(others)
}

/// Commands outside transcripts work as well: what the README files write as `cargo run` before installation, and what
/// stands in running text. A command that is only named, such as `report submit`, is asked for its help.
fn commands_in_running_text_work() -> Result<(), String> {
    let mut failing = Vec::new();
    for document in documents() {
        let text = fs::read_to_string(root().join(&document)).unwrap();
        let stage = stage(&root().join(&document));
        let built = text.lines().filter_map(|line| line.strip_prefix("cargo run --locked -- "));
        let quoted = text.split('`').filter_map(|span| span.strip_prefix("shangdang "));
        for arguments in built.chain(quoted.filter(|span| !span.contains('\n'))) {
            let is_name = arguments.bytes().all(|letter| letter.is_ascii_lowercase() || letter == b' ');
            let help = if is_name && arguments.contains(' ') { " --help" } else { "" };
            let shown = run(&format!("shangdang {arguments}{help}"), stage.path());
            if shown.starts_with("? 2") {
                failing.push(format!("{}: {arguments}: {shown}", document.display()));
            }
        }
    }
    if failing.is_empty() { Ok(()) } else { Err(failing.join("\n")) }
}

/// What is typed and what the files say comes back cleaned.
fn hostile_text_comes_out_harmless() -> Result<(), String> {
    let story = |name: &str| root().join(format!("tests/golden/hostile-text-in-every-{name}.md"));
    let told = ["field", "record"].map(|name| fs::read_to_string(story(name)).unwrap());
    let typed = "\u{1b}[31m\u{202e}\u{9b}\u{200b}";
    let commands = [
        format!("shangdang status --unit {typed}"),
        format!("shangdang explain {typed}"),
        format!("shangdang status --month {typed}"),
        format!("shangdang status --{typed}"),
        format!("shangdang {typed}"),
        format!("shangdang -C {typed} check"),
        format!("shangdang status -o {typed}.csv"),
        format!("shangdang status -o {typed}"),
        format!("shangdang notice reply {typed} --on 2022-07-01"),
        format!("shangdang register assess {typed} --year 2022 --outcome {typed} --by {typed} --on {typed}"),
    ];
    let stage = stage(&story("field"));
    let answers = commands.map(|command| run(&command, stage.path()));
    let is_raw = |letter: char| letter.is_control() || is_invisible(letter);
    let raw = told.iter().chain(&answers).flat_map(|text| text.lines()).find(|line| line.contains(is_raw));
    raw.map_or(Ok(()), |line| Err(line.escape_unicode().to_string()))
}

/// The width asked for, in both languages; nothing is written, so nothing is copied.
fn keeps_within_the_width_asked_for(page: &str) -> Result<(), String> {
    for (lang, width) in ["zh", "en"].into_iter().flat_map(|lang| [60, 80, 100, 120].map(|width| (lang, width))) {
        let command = format!("shangdang --lang {lang} --width {width} {page}");
        if let Some(line) = run(&command, root()).lines().find(|line| line.width() > width) {
            return Err(format!("{command}: {line}"));
        }
    }
    Ok(())
}
