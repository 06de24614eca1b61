//! The only place that touches the file system. Every failure names its path.

#![expect(clippy::disallowed_methods, reason = "this module is where files are read and written")]

mod create;
mod guarded;
mod inbox;
mod platform;
mod read;
mod write;

pub(crate) use create::present;
pub use create::{NotCreated, create, holds};
pub(crate) use guarded::try_writing;
pub use guarded::{Expected, WriteError, fetch, write_guarded};
pub(crate) use inbox::{bytes_up_to, inbox, make_folder};
pub(crate) use platform::with_slashes;
pub use read::{Listing, list, read};
pub(crate) use read::{at, find, has_file, locate, one, true_path};
pub use write::write;
