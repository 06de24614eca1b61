//! Full-width forms, as typed with a Chinese input method.

/// The ASCII character that a full-width form (U+FF01 to U+FF5E) stands for.
pub fn half_width(character: char) -> Option<char> {
    match character {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(character) - 0xFEE0),
        _ => None,
    }
}
