//! Everything that differs from one operating system to another: on a system that has not been tried yet, this is the
//! one file to read.

use std::fs::Permissions;
use std::io;
use std::path::{MAIN_SEPARATOR, Path};

use tempfile::Builder;

/// Gives a temporary file the rights of the file that it will replace, or those of a new file.
#[cfg(unix)]
pub(super) fn with_rights(builder: &mut Builder, replaced: io::Result<Permissions>) {
    use std::os::unix::fs::PermissionsExt;
    // A new file gets what the user's mask leaves of this; without it colleagues could not read the file.
    builder.permissions(replaced.unwrap_or_else(|_| Permissions::from_mode(0o666)));
}

/// On Windows a file takes its rights from the folder.
#[cfg(not(unix))]
pub(super) fn with_rights(_: &mut Builder, _: io::Result<Permissions>) {}

/// A path as people see it: with `/` on every system.
pub(crate) fn with_slashes(path: &Path) -> String {
    path.display().to_string().replace(MAIN_SEPARATOR, "/")
}
