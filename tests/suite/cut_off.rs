//! Writing that is cut off: killed at any instant, out of room, without the right to write. Whatever happens, the
//! workspace loads, no file is half there, and what stood there still does.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::unwrap_used,
    reason = "these tests look at what was written, at instants of a run, and have nothing to say without folders"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::thread::sleep;
use std::time::Instant;

use shangdang::disk::{self, NotCreated, WriteError};
use shangdang::load::load;
use shangdang::text::Lang;
use shangdang::text::starters::Origin;
use tempfile::TempDir;

use crate::folders::{copy, files, root};
use crate::program::quiet;

/// How often each command is cut off.
const RUNS: u32 = 150;

/// Runs a command again and again in a folder made anew each time, and kills it a little later each time, from at once
/// to after its end; looks at the folder after each run, and whether the run has ended by itself.
fn cut_off(arguments: &[&str], prepare: impl Fn(&Path), look: impl Fn(&Path, bool)) {
    let folder = folder();
    prepare(folder.path());
    let start = Instant::now();
    assert!(quiet(folder.path(), arguments).status().unwrap().success());
    let step = start.elapsed() * 5 / 4 / RUNS;
    let mut killed = 0;
    for run in 0..RUNS {
        let folder = self::folder();
        prepare(folder.path());
        let mut child = quiet(folder.path(), arguments).spawn().unwrap();
        sleep(step * run);
        // A child that has ended already cannot be killed, and need not.
        let _ = child.kill();
        let has_ended = child.wait().unwrap().code().is_some();
        look(folder.path(), has_ended);
        killed += u32::from(!has_ended);
    }
    assert!(killed > 0, "the first is killed before it can do anything");
}

/// A folder in memory, where the system has one: to flush a disk thousands of times takes minutes.
pub(crate) fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory).unwrap() } else { tempfile::tempdir().unwrap() }
}

pub(crate) fn is_leftover(path: &Path) -> bool {
    let name = path.file_name().unwrap().to_string_lossy();
    name.starts_with(".shangdang-")
}

pub(crate) fn assert_loads(folder: &Path) {
    let loaded = load(&disk::read(folder).unwrap());
    assert_eq!(loaded.problems, []);
    assert!(loaded.workspace.is_some());
}

#[test]
fn a_new_workspace_is_there_whole_or_not_yet() {
    let expected = Origin::Shangdang2022.files(Lang::Zh);
    let arguments = ["init", "new", "--from", "shangdang-2022"];
    cut_off(
        &arguments,
        |_| (),
        |folder, has_ended| {
            let new = folder.join("new");
            if new.join("plan.toml").exists() {
                assert_loads(&new);
                for (path, text) in expected {
                    assert!(disk::holds(&new, path, text.as_bytes()), "{path}");
                }
                return;
            }
            assert!(!has_ended, "a run that ends has made it");
            if new.exists() {
                for (path, text) in files(&new) {
                    let name = path.strip_prefix(&new).unwrap().to_str().unwrap();
                    let ours = expected.iter().find(|(ours, _)| *ours == name);
                    let is_whole = ours.is_none_or(|(_, ours)| ours.as_bytes() == text);
                    assert!(is_whole, "{name} is half there");
                }
            }
            // The next run is not held up by what the last one left.
            let again = quiet(folder, &arguments).status().unwrap();
            assert!(again.success());
            assert_loads(&new);
        },
    );
}

#[test]
fn files_brought_into_layout_are_the_old_or_the_new_ones() {
    let example = root().join("examples/02-township-breakdown");
    let spread = |folder: &Path| {
        copy(&example, folder);
        let of_workspace = files(folder).into_iter();
        let toml = |path: &Path| path.extension().is_some_and(|ending| ending == "toml");
        for (path, text) in of_workspace.filter(|(path, _)| toml(path)) {
            fs::write(path, String::from_utf8(text).unwrap().replace(" = ", "  =   ")).unwrap();
        }
    };
    let before = folder();
    spread(before.path());
    let after = folder();
    spread(after.path());
    assert!(quiet(after.path(), &["fmt"]).status().unwrap().success());
    let (old, new) = (files(before.path()), files(after.path()));
    assert!(old.iter().zip(&new).filter(|(old, new)| old.1 != new.1).count() > 3);
    cut_off(&["fmt"], spread, |folder, has_ended| {
        assert_loads(folder);
        let found: Vec<_> = files(folder).into_iter().filter(|(path, _)| !is_leftover(path)).collect();
        assert_eq!(found.len(), old.len());
        for ((found, old), new) in found.iter().zip(&old).zip(&new) {
            let is_one = found.1 == new.1 || (!has_ended && found.1 == old.1);
            assert!(is_one, "{} is neither", found.0.display());
        }
    });
}

/// Whatever the moment, each file is the old one or the new one, and the workspace loads.
#[test]
fn reports_being_written_are_the_old_or_the_new_ones() {
    let example = root().join("examples/06-tables-from-units");
    let spread = |folder: &Path| copy(&example, folder);
    let set = ["report", "set", "1.1", "25", "--month", "2022-05", "--note", "复核后更正"];
    let new = ["report", "new", "--unit", "sudian", "--month", "2022-06"];
    for arguments in [&set[..], &new, &["collect", "更正"]] {
        let (before, after) = (folder(), folder());
        spread(before.path());
        spread(after.path());
        let done = quiet(after.path(), arguments).status().unwrap();
        assert!(done.success());
        let within = |folder: &Path| -> BTreeMap<PathBuf, Vec<u8>> {
            let name = |path: PathBuf| path.strip_prefix(folder).unwrap().to_path_buf();
            let files = files(folder).into_iter();
            let files = files.filter(|(path, _)| !is_leftover(path));
            files.map(|(path, text)| (name(path), text)).collect()
        };
        let (old, new) = (within(before.path()), within(after.path()));
        assert_ne!(old, new, "{arguments:?} writes something");
        cut_off(arguments, spread, |folder, has_ended| {
            assert_loads(folder);
            let found = within(folder);
            for path in old.keys().chain(new.keys()) {
                let is_new = found.get(path) == new.get(path);
                let is_old = !has_ended && found.get(path) == old.get(path);
                assert!(is_new || is_old, "{} is neither", path.display());
            }
        });
    }
}

#[test]
fn what_a_kill_leaves_behind_is_not_read() {
    let folder = tempfile::tempdir().unwrap();
    copy(&root().join("data"), folder.path());
    let before = load(&disk::read(folder.path()).unwrap());
    for path in [".", "tasks", "reports", "reports/2022-06"] {
        fs::write(folder.path().join(path).join(".shangdang-a1B2c3"), "month = \"2022").unwrap();
    }
    let after = load(&disk::read(folder.path()).unwrap());
    assert_eq!(after.problems, []);
    let reports = |loaded: shangdang::load::Loaded| loaded.workspace.unwrap().reports.len();
    assert_eq!(reports(after), reports(before));
}

#[test]
fn of_new_files_all_are_made_or_none() {
    let folder = tempfile::tempdir().unwrap();
    let new = folder.path().join("above/new");
    fs::create_dir(folder.path().join("there")).unwrap();
    let create = |root: &Path, last: &str| {
        let files: [(&str, &[u8]); 4] =
            [("a.toml", b"a"), ("tasks/b.toml", b"b"), ("tasks/deep/c.toml", b"c"), (last, b"d")];
        disk::create(root, &files)
    };
    // The last file cannot be made: its folder is one of the files before it.
    let NotCreated { path, why } = create(&new, "a.toml/d.toml").unwrap_err();
    assert_eq!(path, "a.toml/d.toml");
    assert!(matches!(why, WriteError::System(_)), "{why:?}");
    assert!(!folder.path().join("above").exists(), "nothing is left");

    let there = folder.path().join("there");
    fs::write(there.join("d.toml"), "theirs").unwrap();
    fs::create_dir(there.join("tasks")).unwrap();
    let NotCreated { path, why } = create(&there, "d.toml").unwrap_err();
    assert_eq!(path, "d.toml");
    assert!(matches!(why, WriteError::Appeared), "{why:?}");
    let left = files(&there);
    assert_eq!(left, [(there.join("d.toml"), b"theirs".to_vec())]);
    assert!(there.join("tasks").is_dir(), "what was there stays");
    assert!(!there.join("tasks/deep").exists());

    assert!(create(&there, "e.toml").is_ok());
    assert_eq!(files(&there).len(), 5);
}

/// Of several that make the same files at once, each that says so has them all: none takes a file of another for its own
/// and removes it when it comes second.
#[test]
fn files_made_at_once_are_all_there_or_none() {
    let files: [(&str, &[u8]); 5] = [
        ("a.toml", b"a"),
        ("tasks/b.toml", b"b"),
        ("tasks/c.toml", b"c"),
        ("reports/2022-06/d.toml", b"d"),
        ("plan.toml", b"e"),
    ];
    for round in 0..100 {
        let stage = folder();
        let new = stage.path().join("new");
        let told: Vec<bool> = std::thread::scope(|scope| {
            let makers: Vec<_> = (0..4).map(|_| scope.spawn(|| disk::create(&new, &files).is_ok())).collect();
            let told = makers.into_iter().map(|maker| maker.join().unwrap());
            told.collect()
        });
        assert!(told.contains(&true), "round {round}");
        for (path, text) in files {
            assert!(disk::holds(&new, path, text), "{path} in round {round}");
        }
    }
}

/// `init` with the rights and the room that a shell gives it.
#[cfg(unix)]
fn init_in_shell(folder: &Path, before: &str) -> Output {
    let mut shell = Command::new("sh");
    shell
        .current_dir(folder)
        .arg("-c")
        .arg(format!("{before} exec \"$0\" --lang en init new"))
        .arg(program_for_anyone(folder));
    if is_root(folder) {
        // Nothing is forbidden to root: somebody else has to try.
        std::os::unix::process::CommandExt::uid(&mut shell, 65_534);
    }
    shell.output().unwrap()
}

#[cfg(unix)]
pub(crate) fn is_root(folder: &Path) -> bool {
    std::os::unix::fs::MetadataExt::uid(&fs::metadata(folder).unwrap()) == 0
}

/// The program where anyone may run it: the folder it is built in may be closed to others.
#[cfg(unix)]
pub(crate) fn program_for_anyone(folder: &Path) -> PathBuf {
    let path = folder.join("program");
    if !path.exists() {
        // Not copied by ourselves: a program that another test starts meanwhile would hold the copy open for writing, and
        // a file open for writing cannot be run.
        let mut copying = Command::new("cp");
        copying.args([env!("CARGO_BIN_EXE_shangdang").as_ref(), path.as_os_str()]);
        assert!(copying.status().unwrap().success());
    }
    path
}

#[cfg(unix)]
pub(crate) fn set_mode(folder: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(mode)).unwrap();
}

#[cfg(unix)]
#[test]
fn without_the_right_to_write_nothing_is_written_and_it_is_said() {
    let folder = tempfile::tempdir().unwrap();
    program_for_anyone(folder.path());
    set_mode(folder.path(), 0o555);
    let output = init_in_shell(folder.path(), "");
    set_mode(folder.path(), 0o755);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("permission denied"), "{said}");
    assert!(!folder.path().join("new").exists());
}

/// A limit on the size of files stands for a full disk: the same write fails half-way.
#[cfg(unix)]
#[test]
fn out_of_room_nothing_is_left_behind() {
    let folder = tempfile::tempdir().unwrap();
    program_for_anyone(folder.path());
    set_mode(folder.path(), 0o777);
    let output = init_in_shell(folder.path(), "trap '' XFSZ; ulimit -f 1;");
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("cannot write"), "{said}");
    assert!(!folder.path().join("new").exists());
    let output = init_in_shell(folder.path(), "");
    assert!(output.status.success(), "with room it is made");
    assert_loads(&folder.path().join("new"));
}
