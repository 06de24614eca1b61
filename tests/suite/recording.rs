//! Whatever people type into the register: what is written says the same when it is read, brings no problem, is laid out
//! as `fmt` would, and comes back harmless on the screen; what is refused leaves every file as it was.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "these tests run the program in folders of their own and read what it wrote"
)]

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use shangdang::source::is_invisible;

use crate::folders::{copy, files, root};
use crate::program;
use crate::support::config;

/// Pieces of texts that have gone wrong somewhere.
const PIECES: [&str; 16] = [
    "河",
    " ",
    "\"",
    "'''",
    "\"\"\"",
    "]]",
    "[[notices]]",
    "#",
    "= ",
    "\\",
    "\n",
    "\r\n",
    "\u{1b}[31m",
    "\u{202e}",
    "\u{200b}\u{feff}",
    "\t｜<b>",
];

fn any_text() -> impl Strategy<Value = String> {
    let pieces = proptest::sample::select(PIECES.to_vec());
    prop_oneof![
        3 => proptest::collection::vec(pieces, 1..6).prop_map(|pieces| pieces.concat()),
        1 => "[^\\x00]{1,12}",
    ]
}

fn run(folder: &Path, arguments: &[String]) -> (Option<i32>, String) {
    let output = program::run(folder, arguments);
    let shown = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    (output.status.code(), shown)
}

/// A command, the file it writes, its list, and where the hostile text goes.
struct Step {
    command: &'static str,
    file: &'static str,
    list: &'static str,
    texts: &'static [(&'static str, &'static str)],
}

const STEPS: [Step; 9] = [
    Step {
        command: "notice issue --month 2022-06 --unit housing --tier criticism --number 5 --on 2022-07-05",
        file: "2022-06/notices",
        list: "notices",
        texts: &[("--approver", "approver")],
    },
    Step {
        command: "notice reply 5 --on 2022-07-06",
        file: "2022-06/notices",
        list: "notices",
        texts: &[("--text", "reply")],
    },
    Step {
        command: "notice object 5 --on 2022-07-07",
        file: "2022-06/notices",
        list: "notices",
        texts: &[("--text", "objection")],
    },
    Step {
        command: "notice decide 5 upheld --on 2022-07-08",
        file: "2022-06/notices",
        list: "notices",
        texts: &[("--note", "decision-note")],
    },
    Step {
        command: "notice lift 5 --on 2022-07-09",
        file: "2022-06/notices",
        list: "notices",
        texts: &[("--because", "lifted-because")],
    },
    Step {
        command: "register verify 2.3 --on 2022-06-29 --outcome passed",
        file: "2022-06/verifications",
        list: "verifications",
        texts: &[("--by", "by"), ("--note", "note")],
    },
    Step {
        command: "register exempt 2.1 --from 2022-06 --until 2022-07 --on 2022-06-29",
        file: "2022-06/exemptions",
        list: "exemptions",
        texts: &[("--reason", "reason"), ("--reference", "reference")],
    },
    Step {
        command: "register find --task 2 --lead housing --due 2022-09 --on 2022-06-29",
        file: "2022-06/findings",
        list: "findings",
        texts: &[("--title", "title"), ("--by", "by"), ("--source", "source"), ("--note", "note")],
    },
    Step {
        command: "register assess housing --year 2022 --outcome failed --on 2023-01-20",
        file: "2023-01/assessments",
        list: "assessments",
        texts: &[("--by", "by"), ("--reference", "reference"), ("--note", "note")],
    },
];

fn story() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let from = root().join("tests/golden/a-notice-from-sending-to-lifting.in");
    copy(&from, folder.path());
    folder
}

fn words(line: &str) -> Vec<String> {
    line.split(' ').map(str::to_owned).collect()
}

fn assert_harmless(shown: &str) -> Result<(), TestCaseError> {
    let is_raw = |letter: char| letter != '\n' && (letter.is_control() || is_invisible(letter));
    prop_assert!(!shown.contains(is_raw), "{}", shown.escape_debug());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..config() })]

    #[test]
    fn what_is_recorded_reads_back_and_what_is_refused_changes_nothing(
        texts in proptest::collection::vec(any_text(), 18),
    ) {
        let folder = story();
        let mut texts = texts.iter();
        for step in STEPS {
            let mut arguments = words(step.command);
            let mut typed = Vec::new();
            for (option, key) in step.texts {
                let text = texts.next().unwrap();
                arguments.push(format!("{option}={text}"));
                typed.push((*key, text.as_str()));
            }
            let before = files(folder.path());
            let (code, shown) = run(folder.path(), &arguments);
            assert_harmless(&shown)?;
            if code != Some(0) {
                prop_assert_eq!(before, files(folder.path()), "{:?}: {}", arguments, shown);
                // So that the steps that follow have something to follow.
                let plain = step.texts.iter().map(|(option, _)| format!("{option}=河"));
                let plain: Vec<String> = words(step.command).into_iter().chain(plain).collect();
                let (code, shown) = run(folder.path(), &plain);
                prop_assert_eq!(code, Some(0), "{}", shown);
                continue;
            }
            let path = folder.path().join(format!("register/{}.toml", step.file));
            let table: toml::Table = fs::read_to_string(path).unwrap().parse().unwrap();
            let record = table[step.list].as_array().unwrap().last().unwrap();
            for (key, text) in typed {
                let said = record.get(key).map_or("", |said| said.as_str().unwrap());
                prop_assert_eq!(said.trim(), text.trim());
            }
        }
        for (command, wanted) in [("check", Some(0)), ("fmt --check", Some(0)), ("register", Some(0))] {
            let (code, shown) = run(folder.path(), &words(command));
            prop_assert_eq!(code, wanted, "{}", shown);
            assert_harmless(&shown)?;
        }
    }
}

#[test]
fn a_dry_run_writes_nothing_and_the_same_words_then_do() {
    let folder = story();
    for step in STEPS {
        let texts = step.texts.iter().map(|(option, _)| format!("{option}=河"));
        let real: Vec<String> = words(step.command).into_iter().chain(texts).collect();
        let mut dry = real.clone();
        dry.push("-n".to_owned());
        let before = files(folder.path());
        assert_eq!(run(folder.path(), &dry).0, Some(0));
        assert_eq!(before, files(folder.path()));
        assert_eq!(run(folder.path(), &real).0, Some(0));
        assert_ne!(before, files(folder.path()));
        let after = files(folder.path());
        // The same once more is the same act recorded twice, except for a finding, which is another one.
        let (code, shown) = run(folder.path(), &real);
        let is_finding = step.list == "findings";
        if !is_finding {
            assert_eq!(code, Some(2), "{shown}");
            assert_eq!(after, files(folder.path()));
        }
    }
}
