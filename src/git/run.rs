//! Starts git and reads its output.

use std::io::{self, Write};
use std::path::Path;
use std::process::{Command, Stdio};

/// Why git gave no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// There is no git on this machine, or not where programs are searched for.
    NotInstalled,
    /// The folder is not in a repository.
    NotARepository {
        /// The folder.
        folder: String,
    },
    /// There is no such revision.
    UnknownRevision {
        /// As typed.
        revision: String,
    },
    /// The revision has no plan.
    NoPlan {
        /// As typed.
        revision: String,
        /// Where a plan was searched for, relative to the top of the repository.
        looked: Vec<String>,
    },
    /// Anything else, in git's words.
    Failed {
        /// What git said.
        said: String,
    },
}

/// What git prints.
pub(super) struct Said {
    pub(super) is_fine: bool,
    pub(super) out: Vec<u8>,
    pub(super) error: String,
}

impl Said {
    /// Its output, if all went well.
    pub(super) fn fine(self) -> Result<Vec<u8>, Trouble> {
        if self.is_fine { Ok(self.out) } else { Err(failed(&self.error)) }
    }

    /// The same, where a folder may not be in a repository.
    pub(super) fn of_repository(self, folder: &Path) -> Result<Vec<u8>, Trouble> {
        let outside = ["not a git repository", "--local can only be used inside"];
        if !self.is_fine && outside.iter().any(|said| self.error.contains(said)) {
            return Err(Trouble::NotARepository { folder: folder.display().to_string() });
        }
        self.fine()
    }
}

/// The first line of a complaint says enough.
fn failed(said: &str) -> Trouble {
    let first = said.lines().next().unwrap_or_default();
    let said = first.trim_start_matches("fatal: ").to_owned();
    Trouble::Failed { said }
}

/// Runs git in a folder.
pub(super) fn run(folder: &Path, arguments: &[&str]) -> Result<Said, Trouble> {
    run_with(folder, arguments, &[])
}

/// Runs git in a folder and gives it input.
pub(super) fn run_with(folder: &Path, arguments: &[&str], input: &[u8]) -> Result<Said, Trouble> {
    let mut command = Command::new("git");
    command
        .current_dir(folder)
        .args(["--no-pager", "--no-optional-locks", "--literal-pathspecs"])
        .args(["-c", "core.fsmonitor=false"])
        .args(["-c", "core.hooksPath=/dev/null"])
        .args(arguments)
        .env("LC_ALL", "C")
        .env("GIT_NO_LAZY_FETCH", "1")
        .env("GIT_TERMINAL_PROMPT", "0")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    // Set if a hook of git starts this program; the folder is what counts.
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
        command.env_remove(name);
    }
    let mut child = command.spawn().map_err(|error| not_started(&error))?;
    let mut stdin = child.stdin.take().expect("it was asked for");
    let output = std::thread::scope(|scope| {
        // Input is written while output is read: either pipe may be full before the other is empty.
        scope.spawn(move || {
            // If git stops reading, it has what it needs or says why not.
            let _ = stdin.write_all(input);
        });
        child.wait_with_output()
    });
    let output = output.map_err(|error| not_started(&error))?;
    Ok(Said {
        is_fine: output.status.success(),
        out: output.stdout,
        error: String::from_utf8_lossy(&output.stderr).into_owned(),
    })
}

fn not_started(error: &io::Error) -> Trouble {
    match error.kind() {
        io::ErrorKind::NotFound => Trouble::NotInstalled,
        _ => Trouble::Failed { said: error.to_string() },
    }
}
