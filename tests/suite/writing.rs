//! Results that go to files: what stands there is replaced whole, and what is no file is written to, not replaced.

#![expect(
    clippy::disallowed_methods,
    reason = "these tests look at what was written"
)]

use std::fs;
use std::path::Path;

use shangdang::disk;

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
    let (file, link) = (
        folder.path().join("file.txt"),
        folder.path().join("link.txt"),
    );
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
