//! The only place that touches the file system. Every failure names its path.

#![expect(clippy::disallowed_methods, reason = "this module is where files are read and written")]

mod create;
mod guarded;
mod inbox;
mod platform;
mod read;
mod write;

pub use create::{NotCreated, create, holds, present};
pub use guarded::{Expected, WriteError, fetch, try_writing, write_guarded};
pub use inbox::{Inbox, bytes_up_to, inbox, make_folder};
pub use platform::with_slashes;
pub use read::{Listing, at, find, has_file, list, locate, one, read, true_path};
pub use write::write;
