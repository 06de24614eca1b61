//! Anything serialisable as JSON: real UTF-8, two spaces of indentation, a line end at the end.

use serde::Serialize;

/// Renders data.
///
/// # Panics
/// Never: our data has string keys only and no numbers that JSON lacks.
#[must_use]
pub fn json(data: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(data).expect("our data is plain JSON");
    text.push('\n');
    text
}
