//! Every transcript and every problem as a test with its own name, so that one can be run alone:
//!
//! ```text
//! cargo test --test gallery a-month-later
//! cargo test --test gallery problem::bad-date
//! SHANGDANG_BLESS=1 cargo test --test gallery story::a-month
//! ```
//!
//! `SHANGDANG_BLESS=1` writes what differs into the file that expected something else: read the difference before
//! committing it. The built program is run; apart from the widths of characters nothing of the library is needed.

mod command;
#[path = "../suite/folders.rs"]
#[expect(dead_code, reason = "the suite needs more of it")]
mod folders;
mod page;
mod problem;
#[path = "../suite/smallest.rs"]
mod smallest;
mod transcript;

use std::process::ExitCode;

use libtest_mimic::{Arguments, Trial};

fn main() -> ExitCode {
    let trials: Vec<Trial> = transcript::trials().chain(problem::trials()).chain(page::trials()).collect();
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

/// A test that can be asked for by name, and that fails with what it says.
fn trial(group: &str, name: &str, told: impl FnOnce() -> Result<(), String> + Send + 'static) -> Trial {
    Trial::test(format!("{group}::{name}"), || told().map_err(Into::into))
}

#[expect(clippy::disallowed_methods, reason = "only these tests heed the variable, not the program")]
fn is_blessing() -> bool {
    std::env::var_os("SHANGDANG_BLESS").is_some()
}
