//! Strings from files may hold anything; what is shown may not.

/// The same text with everything that could steer a terminal, reverse the direction of writing or break a table made
/// visible: control characters as pictures, direction marks and invisible marks as `\u{…}`, line ends and tabs as one
/// space.
#[must_use]
pub fn clean(text: &str) -> String {
    if text.bytes().all(|byte| (0x20..0x7F).contains(&byte)) {
        return text.to_owned();
    }
    let mut cleaned = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' | '\t' | '\u{85}' | '\u{2028}' | '\u{2029}' => cleaned.push(' '),
            '\r' => {}
            '\0'..='\u{1F}' => cleaned.extend(char::from_u32(0x2400 + u32::from(character))),
            '\u{7F}' => cleaned.push('\u{2421}'),
            _ if is_invisible(character) => cleaned.extend(character.escape_unicode()),
            _ => cleaned.push(character),
        }
    }
    cleaned
}

/// The same, line by line: what was typed comes back in messages that have lines of their own.
#[must_use]
pub fn clean_lines(text: &str) -> String {
    text.split('\n').map(clean).collect::<Vec<_>>().join("\n")
}

/// C1 controls, zero-width characters, marks of direction, and the tag block.
#[must_use]
pub fn is_invisible(character: char) -> bool {
    // Nearly everything that is asked about is ordinary Chinese.
    if matches!(character, '\u{3165}'..='\u{FDFF}') {
        return false;
    }
    matches!(
        character,
        '\u{80}'..='\u{9F}'
            | '\u{AD}'
            | '\u{34F}'
            | '\u{61C}'
            | '\u{115F}'..='\u{1160}'
            | '\u{180E}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2800}'
            | '\u{3164}'
            | '\u{FFA0}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{FFF9}'..='\u{FFFB}'
            | '\u{E0000}'..='\u{E0FFF}'
    )
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn nothing_can_steer_the_terminal() {
        assert_eq!(clean("a\u{1b}[31mb"), "a␛[31mb");
        assert_eq!(clean("a\u{9b}31mb"), "a\\u{9b}31mb");
        assert_eq!(clean("一\r\n二\t三"), "一 二 三");
        assert_eq!(clean("x\u{202e}y\u{200b}z"), "x\\u{202e}y\\u{200b}z");
        assert_eq!(clean("“污水”①"), "“污水”①");
    }
}
