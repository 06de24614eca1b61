//! The checks as a library, so that every target is a line.

mod checks;

/// Runs the check of a target.
pub fn check(target: &str, bytes: &[u8]) {
    checks::check(target, bytes);
}
