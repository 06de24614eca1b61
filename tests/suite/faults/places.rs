//! Where the program is run: folders and files with names in any script, no HOME and no locale, a reader that has gone,
//! a terminal ten columns wide.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::process::{Command, Stdio};

use super::{said, small, works};
use crate::folders::{copy, root};
use crate::program::{program, run};
use crate::sameness::COMMANDS;
use crate::unchecked::not_checked;

/// Folders as people name them anywhere, and as nobody should.
const NAMES: &[&str] = &[
    "水污染 防治（终稿）",
    "مكافحة تلوث المياه",
    "มลพิษทางน้ำ",
    "загрязнение вод",
    "ὕδωρ-é-e\u{301}",
    "😀👩‍👩‍👧‍👦",
    "a b'c\"d$(e)`f`;g&h|i*j?",
    "-C",
    "--help",
    "zeile\nzwei",
    "\u{1b}[31m\u{202e}rot",
    "con",
    "plan.toml",
];

#[test]
fn names_in_any_script_are_names() {
    let plain = run(small().path(), &["status", "--json"]).stdout;
    for name in NAMES {
        let above = tempfile::tempdir().unwrap();
        let folder = above.path().join(name);
        copy(small().path(), &folder);
        let mut named = program(above.path());
        named.arg("-C").arg(&folder).args(["status", "--json"]);
        assert!(named.output().unwrap().stdout == plain, "{name:?}");
        assert!(run(&folder, &["status", "--json"]).stdout == plain, "{name:?}");
        let file = folder.join(format!("{name}.json"));
        let mut writing = program(&folder);
        writing.arg("status").arg("-o").arg(&file);
        let output = writing.output().unwrap();
        assert!(output.status.success(), "{name:?}: {}", said(&output));
        assert!(fs::read(&file).unwrap() == plain, "{name:?}");
        // What is said of it does not steer the terminal.
        let missing = folder.join(format!("none/{name}"));
        let mut failing = program(&folder);
        failing.arg("status").arg("-o").arg(missing.join("x.csv"));
        let output = failing.output().unwrap();
        let said = said(&output);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(!said.contains('\u{1b}') && !said.contains('\u{202e}'), "{said:?}");
    }
}

#[test]
fn without_home_and_locale_it_answers_in_chinese_and_the_same() {
    let data = root().join("data");
    let odd: &[&[(&str, &str)]] = &[
        &[("HOME", "/nowhere/at/all"), ("TERM", "no-such-terminal")],
        &[("LANG", "C"), ("LC_ALL", "POSIX")],
        &[("LANG", "$(reboot)"), ("LC_ALL", "../../etc/passwd")],
        &[("LANG", "\u{1b}[31m"), ("SHANGDANG_LANG", "\u{202e}")],
        &[("COLUMNS", "-1"), ("LINES", "9999999999999999999999")],
        &[("PATH", ""), ("TMPDIR", "/nowhere")],
    ];
    for command in COMMANDS {
        let plain = run(&data, command);
        assert!(plain.status.success() && plain.stderr.is_empty());
        for environment in odd {
            let output = program(&data).args(*command).envs(environment.iter().copied()).output().unwrap();
            assert!(output.stdout == plain.stdout, "{command:?} under {environment:?}");
            assert!(output.stderr.is_empty(), "{}", said(&output));
        }
    }
    assert!(said(&run(&data, &["check"])).contains("未发现问题"));
}

/// Whoever looks at the first lines only has seen enough: no complaint, and the exit code is that of the answer.
#[test]
fn a_reader_that_has_gone_is_no_fault() {
    let data = root().join("data");
    for (command, code) in [
        ("status", 0),
        ("explain 2.1 --full", 0),
        ("bulletin", 0),
        ("escalate --exit-code", 1),
        ("--help", 0),
        ("help", 0),
        ("man", 0),
        ("completions bash", 0),
    ] {
        let mut child = program(&data)
            .args(command.split(' '))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let mut complaint = String::new();
        child.stderr.take().unwrap().read_to_string(&mut complaint).unwrap();
        assert_eq!(complaint, "", "{command}");
        assert_eq!(child.wait().unwrap().code(), Some(code), "{command}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_result_that_cannot_be_printed_is_said_and_is_a_failure() {
    let full = || fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let data = root().join("data");
    for command in ["status", "check", "--help", "man", "completions bash"] {
        let output = program(&data).args(command.split(' ')).stdout(full()).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{command}");
        assert!(said(&output).contains("磁盘已满"), "{command}: {}", said(&output));
        // Nobody is left to be told, and the code still says it.
        let output = program(&data).args(command.split(' ')).stdout(full()).stderr(full()).output();
        assert_eq!(output.unwrap().status.code(), Some(2), "{command}");
    }
}

/// How often each letter stands on a page, however it is laid out.
fn letters(page: &str) -> BTreeMap<char, usize> {
    let mut letters = BTreeMap::new();
    for letter in page.chars() {
        if !letter.is_whitespace() && !letter.is_control() && !matches!(letter, '-' | '─') {
            *letters.entry(letter).or_default() += 1;
        }
    }
    letters
}

/// What one page has and the other has not; a table laid out row by row repeats its headings.
fn lost(wide: &str, narrow: &str) -> Vec<(char, usize)> {
    let narrow = letters(narrow);
    let mut lost: Vec<_> = letters(wide).into_iter().collect();
    lost.retain(|(letter, count)| narrow.get(letter).unwrap_or(&0) < count);
    lost
}

/// On ten columns pages are long and ugly, and nothing of them is lost.
#[test]
fn on_ten_columns_nothing_is_lost() {
    let data = root().join("data");
    let commands = [
        "check",
        "status",
        "status --by unit",
        "escalate",
        "explain 2.1",
        "register",
        "outlook",
        "audit",
        "help unknown-key",
    ];
    for command in commands {
        let arguments: Vec<&str> = command.split(' ').collect();
        let wide = run(&data, &arguments);
        let narrow = run(&data, &[&["--width", "10"], &arguments[..]].concat());
        assert_eq!(narrow.status.code(), wide.status.code(), "{command}");
        let [wide, narrow] = [wide, narrow].map(|output| said(&output));
        assert_eq!(lost(&wide, &narrow), [], "{command}");
    }
    if !works("script", &["-qec", "true", "/dev/null"]) {
        return not_checked("a terminal ten columns wide", "script");
    }
    for command in ["check", "status", "help"] {
        let told = Command::new("script")
            .args(["-qec", "stty cols 10 rows 4 && exec \"$PROGRAM\" --color never $COMMAND", "/dev/null"])
            .current_dir(&data)
            .env("PROGRAM", env!("CARGO_BIN_EXE_shangdang"))
            .env("COMMAND", command)
            .env("SHELL", "/bin/sh")
            .env("SHANGDANG_LANG", "zh")
            .stdin(Stdio::null())
            .output()
            .unwrap();
        assert!(told.status.success(), "{command}: {}", said(&told));
        let wide = run(&data, &[command]);
        assert_eq!(lost(&said(&wide), &said(&told)), [], "{command}");
    }
}
