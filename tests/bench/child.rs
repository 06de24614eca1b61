//! Runs other programs, with what they print thrown away.

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The program that is measured, in the profile of the benchmarks.
pub(crate) const SHANGDANG: &str = env!("CARGO_BIN_EXE_shangdang");

/// Runs a program to its end; one that fails has not done what was to be measured.
pub(crate) fn run<S: AsRef<OsStr>>(program: impl AsRef<OsStr>, arguments: &[S]) -> io::Result<()> {
    let program = program.as_ref();
    let mut command = Command::new(program);
    command
        .args(arguments)
        .env("BEANCOUNT_DISABLE_LOAD_CACHE", "1")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let status = command.status()?;
    if status.success() {
        Ok(())
    } else {
        let shown = Path::new(program).display();
        Err(io::Error::other(format!("{shown} failed: {status}")))
    }
}

/// `shangdang -C <folder> status --format json`
pub(crate) fn status(folder: &Path) -> io::Result<()> {
    run(SHANGDANG, &status_arguments(folder))
}

pub(crate) fn status_arguments(folder: &Path) -> [String; 5] {
    let folder = folder.display().to_string();
    ["-C".to_owned(), folder, "status".to_owned(), "--format".to_owned(), "json".to_owned()]
}

/// This program.
pub(crate) fn own() -> io::Result<PathBuf> {
    std::env::current_exe()
}
