//! Asks git what the files were at a revision, and tells it how to show their differences. No other program is ever
//! started, and git only if the user compares revisions: no verdict depends on it.
//!
//! What the user typed is passed on only if it cannot be taken for an option. Pagers, hooks, filters, locks and the
//! network are turned off, and the language is fixed, so that the output is the same everywhere.

mod driver;
mod objects;
mod repository;
mod run;

pub(crate) use driver::has_driver;
pub use driver::{ATTRIBUTES, set_up_driver};
pub(crate) use repository::{Commit, Repository, version};
pub use run::Trouble;
