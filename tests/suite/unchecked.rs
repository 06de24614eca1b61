//! What cannot be looked at on this machine is said, and never passed over in silence.

use std::io::Write as _;

/// Says what was not looked at, and what that takes.
pub(crate) fn not_checked(what: &str, needed: &str) {
    let _ = writeln!(std::io::stderr(), "NOT CHECKED: {what}; it takes {needed}");
}
