//! The workspaces that are measured on: made once by the example `generate`, below `target/bench/`.

#![expect(clippy::disallowed_methods, reason = "the benchmarks prepare their own files")]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A workspace, or the same records for another program.
pub(crate) struct Made {
    pub(crate) folder: PathBuf,
    pub(crate) entries: u64,
    pub(crate) bytes: u64,
}

/// The city: 180,000 entries less what is never filed.
pub(crate) fn city() -> io::Result<Made> {
    made("city", &["--size", "city"])
}

/// A workspace by a name of its own; it is made where it is not there. What the generator said lies beside it, and is
/// written last: one that was not finished is made again.
pub(crate) fn made(name: &str, arguments: &[&str]) -> io::Result<Made> {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let home = target.parent().unwrap_or(target).join("bench");
    let (folder, said) = (home.join(name), home.join(format!("{name}.txt")));
    if !said.is_file() {
        if folder.is_dir() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&home)?;
        let output = Command::new(env!("CARGO"))
            .args(["run", "--release", "--locked", "--quiet", "--example", "generate", "--"])
            .args(arguments)
            .arg(&folder)
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()?;
        if !output.status.success() {
            let why = String::from_utf8_lossy(&output.stderr).into_owned();
            return Err(io::Error::other(why));
        }
        fs::write(&said, output.stdout)?;
    }
    let text = fs::read_to_string(&said)?;
    let words: Vec<&str> = text.split_whitespace().collect();
    let number = |at: usize| words.get(at).and_then(|word| word.parse().ok());
    match (number(0), number(4)) {
        (Some(entries), Some(bytes)) => Ok(Made { folder, entries, bytes }),
        _ => Err(io::Error::other(format!("{} is not understood", said.display()))),
    }
}
