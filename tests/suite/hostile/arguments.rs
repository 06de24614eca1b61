//! What is typed comes back harmless, and is a word or a name, never a command.

use shangdang::source::is_invisible;

use super::sound;
use crate::folders::files;
use crate::program::run;

const HOSTILE: [&str; 5] = [
    "\u{1b}[31m\u{202e}\u{9b}\u{200b}",
    "$(touch sprung)`touch sprung`;touch sprung",
    "--upload-pack=touch sprung",
    "-",
    "<script>|%0a&&\"'",
];

#[test]
fn whatever_is_typed_comes_back_harmless_and_runs_nothing() {
    let stage = sound();
    let before = files(stage.path());
    let long = "x".repeat(100_000);
    for typed in HOSTILE.into_iter().chain([long.as_str()]) {
        let option = format!("--{typed}");
        for arguments in [
            vec![typed],
            vec![&option],
            vec!["status", "--unit", typed],
            vec!["status", "--month", typed],
            vec!["status", "--tier", typed],
            vec!["explain", typed],
            vec!["-C", typed, "check"],
            vec!["diff", typed, "HEAD"],
            vec!["diff", "--", typed],
            vec!["help", typed],
            vec!["history", typed],
            vec!["collect", typed],
            vec!["schema", typed],
            vec!["notice", "lift", typed, "--on", "2022-08-01", "--because", typed],
            vec!["init", "--from", typed],
            vec!["completions", typed],
        ] {
            for lang in ["zh", "en"] {
                let output = run(stage.path(), &[&["--lang", lang], &arguments[..]].concat());
                // `-` and the like may be a word of somebody's; nothing falls over.
                assert!(matches!(output.status.code(), Some(0..=2)), "{arguments:?}");
                let said = [output.stdout, output.stderr].concat();
                let said = String::from_utf8(said).unwrap();
                assert!(!said.contains("panicked"), "{said}");
                let raw = said.chars().find(|letter| *letter != '\n' && (letter.is_control() || is_invisible(*letter)));
                assert_eq!(raw, None, "{arguments:?}");
            }
        }
    }
    assert!(files(stage.path()) == before, "something was made");
}
