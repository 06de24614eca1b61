//! The checks as a library, so that every target is a line.

mod checks;

pub use checks::check;
