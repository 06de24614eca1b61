//! Runs the console blocks of `tests/golden/*.md`, `examples/*/README.md` and the README files as transcripts.
//!
//! A transcript runs in a copy of its folder: `<story>.in` for a story, the folder itself for an example, `data/` and
//! `examples/` for everything else, beside what a `<story>.in` without a plan brings along. A line `...` stands for any lines. `SHANGDANG_BLESS=1` rewrites what differs:
//! read the difference before committing it.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "transcripts are files, run in folders of their own; without them there is nothing to say"
)]

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use shangdang::source::is_invisible;
use unicode_width::UnicodeWidthStr;

use crate::folders::{copy, entries, files_in, root};

#[test]
fn stories_are_told_as_written() {
    tell(&files_in("tests/golden", "md"));
}

#[test]
fn readmes_show_what_happens() {
    let mut readmes = files_in(".", "md");
    for example in entries("examples").iter().filter(|path| path.is_dir()) {
        readmes.push(example.join("README.md"));
    }
    tell(&readmes);
}

/// Commands outside transcripts work as well: what the README writes as `cargo run --release --` before installation, and
/// what stands in running text.
#[test]
fn commands_in_running_text_work() {
    let mut count = 0;
    for readme in files_in(".", "md") {
        let text = fs::read_to_string(&readme).unwrap();
        let stage = stage(&readme);
        let built = text.lines().filter_map(|line| line.strip_prefix("cargo run --release -- "));
        let quoted = text.split('`').filter_map(|span| span.strip_prefix("shangdang "));
        for arguments in built.chain(quoted.filter(|span| !span.contains('\n'))) {
            let shown = run(&format!("shangdang {arguments}"), stage.path());
            assert!(!shown.starts_with("? "), "{arguments}: {shown}");
            count += 1;
        }
    }
    assert!(count > 10, "the README names commands");
}

/// What is typed and what the files say comes back cleaned.
#[test]
fn hostile_text_comes_out_harmless() {
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
    for line in told.iter().flat_map(|text| text.lines()).chain(answers.iter().flat_map(|text| text.lines())) {
        let is_raw = |letter: char| letter.is_control() || is_invisible(letter);
        assert!(!line.contains(is_raw), "{}", line.escape_unicode());
    }
}

#[test]
fn pages_keep_within_the_width_asked_for() {
    let stage = stage(&root().join("README.md"));
    let pages = [
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
    for (page, lang) in pages.iter().flat_map(|page| [(page, "zh"), (page, "en")]) {
        for width in [60, 80, 100, 120] {
            let command = format!("shangdang --lang {lang} --width {width} {page}");
            for line in run(&command, stage.path()).lines() {
                assert!(line.width() <= width, "{command}: {line}");
            }
        }
    }
}

fn tell(transcripts: &[PathBuf]) {
    let differing: Vec<String> = transcripts.iter().filter_map(|path| told(path)).collect();
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

/// Runs one transcript; what differs, if anything does.
fn told(path: &Path) -> Option<String> {
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
    if env::var_os("SHANGDANG_BLESS").is_some() {
        fs::write(path, &happened).unwrap();
        return None;
    }
    let pair = written.lines().zip(happened.lines());
    let at = pair.take_while(|(before, now)| before == now).count();
    (written != happened).then(|| {
        let around = |text: &str| text.lines().skip(at).take(12).collect::<Vec<_>>().join("\n");
        let (path, line) = (path.display(), at + 1);
        let (written, happened) = (around(&written), around(&happened));
        format!("{path}:{line}: written\n{written}\n--- happened\n{happened}\n")
    })
}

fn stage(transcript: &Path) -> tempfile::TempDir {
    let stage = tempfile::tempdir().unwrap();
    let own = transcript.with_extension("in");
    let folder = transcript.parent().unwrap();
    if own.is_dir() {
        copy(&own, stage.path());
    }
    if own.join("plan.toml").is_file() {
        return stage;
    }
    if folder.join("plan.toml").is_file() {
        copy(folder, stage.path());
    } else {
        copy(&root().join("data"), &stage.path().join("data"));
        copy(&root().join("examples"), &stage.path().join("examples"));
    }
    stage
}

/// Exit code (where it is not 0), standard output, then standard error.
fn run(line: &str, folder: &Path) -> String {
    let mut words = split(line).into_iter().peekable();
    let mut program = Command::new(env!("CARGO_BIN_EXE_shangdang"));
    program.current_dir(folder).env_clear().env("LANG", "C.UTF-8");
    while let Some(word) = words.next_if(|word| word.contains('=')) {
        let (name, value) = word.split_once('=').unwrap();
        program.env(name, value);
    }
    let name = words.next().unwrap_or_default();
    let arguments: Vec<String> = words.collect();
    let file = |ix: usize| folder.join(&arguments[ix]);
    match name.as_str() {
        "shangdang" => {}
        "cat" => return fs::read_to_string(file(0)).unwrap(),
        "cp" if arguments[0] == "-r" => {
            copy(&file(1), &file(2));
            return String::new();
        }
        "cp" => return fs::copy(file(0), file(1)).map(|_| String::new()).unwrap(),
        _ => panic!("a transcript knows shangdang, cat and cp, not `{line}`"),
    }
    let output = program.args(&arguments).output().unwrap();
    let code = output.status.code().expect("it was not killed");
    let shown = [output.stdout, output.stderr].concat();
    let shown = String::from_utf8(shown).expect("what is printed is UTF-8");
    let shown = shown.replace(folder.to_str().unwrap(), "[FOLDER]");
    let code = if code == 0 { String::new() } else { format!("? {code}\n") };
    code + &shown
}

/// Words as a shell would split them, with single and double quotes.
fn split(line: &str) -> Vec<String> {
    let (mut words, mut quote) = (vec![String::new()], None);
    for letter in line.trim().chars() {
        match (letter, quote) {
            (' ', None) => words.push(String::new()),
            ('"' | '\'', None) => quote = Some(letter),
            (letter, Some(open)) if letter == open => quote = None,
            (letter, _) => words.last_mut().unwrap().push(letter),
        }
    }
    words
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
