//! Anything serialisable as JSON: real UTF-8, two spaces of indentation, a line end at the end.

use std::fmt::Write;

use serde::Serialize;

use crate::document::is_invisible;

/// Renders data. Marks of direction and invisible characters, which JSON would let through, are escaped: they can only
/// stand inside strings, and a reader gets the same string back.
///
/// # Panics
/// Never: our data has string keys only and no numbers that JSON lacks.
#[must_use]
pub fn json(data: &impl Serialize) -> String {
    let plain = serde_json::to_string_pretty(data).expect("our data is plain JSON");
    let mut text = String::with_capacity(plain.len() + 1);
    for character in plain.chars() {
        if is_invisible(character) || character == '\u{7F}' {
            for unit in character.encode_utf16(&mut [0; 2]) {
                let _ = write!(text, "\\u{unit:04x}");
            }
        } else {
            text.push(character);
        }
    }
    text.push('\n');
    text
}
