//! One line of a transcript: `shangdang`, `cat` or `cp`, run in a folder of its own.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "commands run in folders that are laid out for them; without these there is nothing to say"
)]

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::folders::{copy, root};

/// What a transcript runs in: a copy, so that it may be written to.
pub(crate) fn stage(transcript: &Path) -> tempfile::TempDir {
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
pub(crate) fn run(line: &str, folder: &Path) -> String {
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
