//! The program itself, run in a folder and with nothing in its environment.

#![expect(clippy::unwrap_used, reason = "tests that run the program have nothing to say without it")]

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// The program, ready to be run with arguments.
pub(crate) fn program(folder: &Path) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_shangdang"));
    program.current_dir(folder).env_clear();
    program
}

/// Reads from nowhere and says nothing.
pub(crate) fn silent(command: &mut Command) -> &mut Command {
    let [said, complained] = [(); 2].map(|()| Stdio::null());
    command.stdin(Stdio::null()).stdout(said).stderr(complained)
}

/// The same with arguments, and with nobody to talk to.
pub(crate) fn quiet(folder: &Path, arguments: &[&str]) -> Command {
    let mut program = program(folder);
    silent(program.args(arguments));
    program
}

/// Runs it, and gives what it said.
pub(crate) fn run<A: AsRef<OsStr>>(folder: &Path, arguments: &[A]) -> Output {
    program(folder).args(arguments).output().unwrap()
}

/// Runs what has to go well.
pub(crate) fn succeed<A: AsRef<OsStr>>(folder: &Path, arguments: &[A]) -> Output {
    let output = run(folder, arguments);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let typed: Vec<&OsStr> = arguments.iter().map(AsRef::as_ref).collect();
    assert!(output.status.success(), "{typed:?}: {said}");
    output
}
