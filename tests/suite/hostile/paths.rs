//! Ids, attachments, months and file names that lead somewhere else: refused, or never followed.

use super::{everywhere, refused, small, sound};
use crate::folders::files;
use crate::program::run;

/// What leads out of a folder, or to no file on some system.
const TRICKS: [&str; 12] = [
    "../x",
    "..",
    "/etc/passwd",
    "c:",
    "C:\\\\x",
    "\\\\\\\\server\\\\x",
    "con",
    "aux",
    "com1",
    "lpt9",
    "a\\u0000b",
    "a/b",
];

#[test]
fn ids_that_are_paths_or_devices_are_refused() {
    for trick in TRICKS {
        refused(&small("plan.toml", "[units.water]", &format!("[units.\"{trick}\"]")), "bad-id");
        refused(&small("tasks/02.toml", "\"2.1\"", &format!("\"{trick}\"")), "bad-id");
        refused(&small("tasks/02.toml", "[\"housing\"]", &format!("[\"{trick}\"]")), "unknown-unit");
        let entry = small("reports/2022-06/housing.toml", "\"2.1\"", &format!("\"{trick}\""));
        refused(&entry, "unknown-item");
        let unit = small("reports/2022-06/housing.toml", "\"housing\"", &format!("\"{trick}\""));
        refused(&unit, "path-mismatch");
    }
    for fine in ["console", "com", "com10", "nul-1", "lpt"] {
        let stage = small("plan.toml", "[units.water]", &format!("[units.{fine}]"));
        assert!(run(stage.path(), &["status"]).status.success(), "{fine}");
    }
}

/// Nothing outside is opened: a pipe that nobody writes into would never end.
#[cfg(unix)]
#[test]
fn attachments_that_lead_outside_are_named_and_not_opened() {
    let above = tempfile::tempdir().unwrap();
    let pipe = above.path().join("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    let folder = above.path().join("plan");
    crate::folders::copy(sound().path(), &folder);
    std::os::unix::fs::symlink(&pipe, folder.join("reports/2022-06/link.pdf")).unwrap();
    let absolute = pipe.to_str().unwrap();
    let attachments = ["../../../pipe", absolute, "link.pdf", "/dev/stdin", "C:\\\\x", "a\\u0000b", "../housing.toml"];
    let list = attachments.map(|one| format!("\"{one}\"")).join(", ");
    let report = folder.join("reports/2022-06/housing.toml");
    let text = std::fs::read_to_string(&report).unwrap();
    let text = text.replacen("percent = 35\n", &format!("percent = 35\nattachments = [{list}]\n"), 1);
    std::fs::write(&report, text).unwrap();
    let output = run(&folder, &["--lang", "en", "audit"]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{said}");
    for outside in ["../../../pipe", absolute, "/dev/stdin"] {
        let named = format!("\"{outside}\", which leads out of the workspace and was not opened");
        assert!(said.contains(&named), "{outside}: {said}");
    }
    assert!(said.contains("link.pdf"), "{said}");
    assert!(run(&folder, &["status"]).status.success());
}

/// Reports and register that are links to outside are not written through; a plan's own names become file names that
/// stay in the folder asked for.
#[test]
fn files_made_from_names_stay_in_the_folder_asked_for() {
    for said in ["../../x/", "/etc/x", "..\\..\\x", "C:\\x", "a\u{0}b", "\u{202e}x", "x\r\ny", "."] {
        let above = tempfile::tempdir().unwrap();
        let folder = above.path().join("deep/plan");
        crate::folders::copy(everywhere(said).path(), &folder);
        let before: Vec<_> = files(above.path()).into_iter().map(|(path, _)| path).collect();
        for command in ["form --month 7 -o out", "notice --month 6 -o out"] {
            let output = run(&folder, &command.split(' ').collect::<Vec<_>>());
            let told = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(output.status.success(), "{command}: {told}");
        }
        let made = files(above.path()).into_iter().map(|(path, _)| path);
        let made: Vec<_> = made.filter(|path| !before.contains(path)).collect();
        assert!(made.len() >= 3, "forms and letters: {made:?}");
        for path in made {
            assert_eq!(path.parent().unwrap(), folder.join("out"), "{said:?}");
            let name = path.file_name().unwrap().to_str().unwrap();
            let is_plain = |letter: char| {
                !letter.is_control() && !shangdang::source::is_invisible(letter) && !"<>:\"/\\|?*".contains(letter)
            };
            assert!(name.chars().all(is_plain), "{name:?}");
        }
    }
}

#[test]
fn arguments_that_are_paths_make_no_file() {
    let stage = sound();
    let before = files(stage.path());
    for trick in ["../x", "/etc/passwd", "..", "con", "2022-06/../../x"] {
        for command in [
            vec!["report", "new", "--unit", trick, "--month", "6"],
            vec!["report", "new", "--unit", "water", "--month", trick],
            vec!["report", "set", trick, "50", "--unit", "housing", "--month", "6"],
            vec!["close", trick, "--on", "2022-07-08"],
            vec![
                "register",
                "exempt",
                trick,
                "--from",
                "6",
                "--until",
                "7",
                "--reason",
                "x",
                "--reference",
                "y",
                "--on",
                "2022-06-28",
            ],
        ] {
            let output = run(stage.path(), &command);
            assert_eq!(output.status.code(), Some(2), "{command:?}");
        }
    }
    assert!(files(stage.path()) == before);
}
