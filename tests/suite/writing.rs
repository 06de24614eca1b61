//! Results that go to files: what stands there is replaced whole, and what is no file is written to, not replaced.

#![expect(clippy::disallowed_methods, reason = "these tests look at what was written")]

use std::fs;
use std::path::Path;

use shangdang::disk::{self, Expected, WriteError};

#[test]
fn a_file_is_replaced_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.txt");
    disk::write(&path, b"first and longer").expect("written");
    disk::write(&path, b"second").expect("written");
    assert_eq!(fs::read(&path).expect("read"), b"second");
    let names = fs::read_dir(folder.path()).expect("listed").count();
    assert_eq!(names, 1, "nothing else is left behind");
}

#[test]
fn a_folder_that_is_not_there_is_an_error() {
    let folder = tempfile::tempdir().expect("a folder");
    assert!(disk::write(&folder.path().join("none/a.txt"), b"x").is_err());
    assert!(disk::write(folder.path(), b"x").is_err());
}

#[cfg(unix)]
#[test]
fn a_link_is_followed_and_stays() {
    let folder = tempfile::tempdir().expect("a folder");
    let (file, link) = (folder.path().join("file.txt"), folder.path().join("link.txt"));
    fs::write(&file, "old").expect("written");
    std::os::unix::fs::symlink(Path::new("file.txt"), &link).expect("linked");
    disk::write(&link, b"new").expect("written");
    assert_eq!(fs::read(&file).expect("read"), b"new");
    assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
}

#[cfg(unix)]
#[test]
fn a_pipe_takes_what_is_written_and_stays_a_pipe() {
    use std::os::unix::fs::FileTypeExt;
    let folder = tempfile::tempdir().expect("a folder");
    let pipe = folder.path().join("pipe.txt");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.expect("mkfifo runs").success());
    let reader = {
        let pipe = pipe.clone();
        std::thread::spawn(move || fs::read(pipe).expect("read"))
    };
    disk::write(&pipe, b"through").expect("written");
    assert_eq!(reader.join().expect("the reader ends"), b"through");
    assert!(fs::metadata(&pipe).expect("there").file_type().is_fifo());
}

#[test]
fn a_file_of_a_workspace_is_written_with_its_folders() {
    let root = tempfile::tempdir().expect("a folder");
    let path = "reports/2022-07/housing.toml";
    assert_eq!(disk::fetch(root.path(), path).expect("looked"), None);
    disk::write_guarded(root.path(), path, Expected::Absent, b"one").expect("written");
    assert_eq!(disk::fetch(root.path(), path).expect("looked").as_deref(), Some(&b"one"[..]));
    disk::write_guarded(root.path(), path, Expected::Unchanged(b"one"), b"two").expect("written");
    assert_eq!(disk::fetch(root.path(), path).expect("looked").as_deref(), Some(&b"two"[..]));
}

#[test]
fn a_file_that_came_or_changed_meanwhile_is_not_written_over() {
    let root = tempfile::tempdir().expect("a folder");
    let put = |expected| disk::write_guarded(root.path(), "a.toml", expected, b"mine");
    assert!(matches!(put(Expected::Unchanged(b"old")), Err(WriteError::Changed)));
    fs::write(root.path().join("a.toml"), "theirs").expect("written");
    assert!(matches!(put(Expected::Absent), Err(WriteError::Appeared)));
    assert!(matches!(put(Expected::Unchanged(b"old")), Err(WriteError::Changed)));
    let names = fs::read_dir(root.path()).expect("listed").count();
    assert_eq!(names, 1, "nothing else is left behind");
    assert_eq!(fs::read(root.path().join("a.toml")).expect("read"), b"theirs");
}

#[test]
fn folders_made_for_a_file_that_fails_are_removed() {
    let root = tempfile::tempdir().expect("a folder");
    fs::create_dir_all(root.path().join("reports")).expect("made");
    let path = "reports/2022-07/housing.toml";
    let outcome = disk::write_guarded(root.path(), path, Expected::Unchanged(b"old"), b"new");
    assert!(matches!(outcome, Err(WriteError::Changed)));
    assert!(!root.path().join("reports/2022-07").exists());
    fs::write(root.path().join("reports/2022-08"), "a file").expect("written");
    let outcome = disk::write_guarded(root.path(), "reports/2022-08/a.toml", Expected::Absent, b"x");
    assert!(matches!(outcome, Err(WriteError::System(_))));
}

#[cfg(unix)]
#[test]
fn nothing_is_written_out_of_the_workspace_through_a_link() {
    use std::os::unix::fs::symlink;
    let (root, elsewhere) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    fs::write(elsewhere.path().join("a.toml"), "theirs").expect("written");
    symlink(elsewhere.path(), root.path().join("reports")).expect("linked");
    symlink(elsewhere.path().join("a.toml"), root.path().join("plan.toml")).expect("linked");
    for (path, expected) in [
        ("reports/b.toml", Expected::Absent),
        ("reports/2022-07/b.toml", Expected::Absent),
        ("reports/a.toml", Expected::Unchanged(b"theirs")),
        ("plan.toml", Expected::Unchanged(b"theirs")),
    ] {
        let outcome = disk::write_guarded(root.path(), path, expected, b"mine");
        assert!(matches!(outcome, Err(WriteError::Outside(_))), "{path}: {outcome:?}");
    }
    assert_eq!(fs::read(elsewhere.path().join("a.toml")).expect("read"), b"theirs");
    assert_eq!(fs::read_dir(elsewhere.path()).expect("listed").count(), 1);
}

#[test]
fn of_many_writers_at_once_one_wins_each_round() {
    let root = tempfile::tempdir().expect("a folder");
    disk::write_guarded(root.path(), "a.toml", Expected::Absent, b"0").expect("written");
    for round in 0..50 {
        let old = disk::fetch(root.path(), "a.toml").expect("read").expect("there");
        let won = std::thread::scope(|scope| {
            let writers: Vec<_> = (0..4)
                .map(|writer| {
                    let (old, root) = (&old, root.path());
                    let new = format!("{round} {writer}");
                    scope.spawn(move || disk::write_guarded(root, "a.toml", Expected::Unchanged(old), new.as_bytes()))
                })
                .collect();
            let outcomes = writers.into_iter().map(|writer| writer.join().expect("ends"));
            outcomes.flatten().count()
        });
        assert_eq!(won, 1);
    }
}
