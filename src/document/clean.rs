//! Strings from files may contain anything; what is shown may not.

use crate::source::is_invisible;

/// The same text with everything that could steer a terminal, reverse the direction of writing or break a table made
/// visible: control characters as pictures, direction marks and invisible marks as `\u{…}`, line ends and tabs as one
/// space.
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

/// The same, line by line: input is quoted in messages that have several lines themselves.
pub fn clean_lines(text: &str) -> String {
    text.split('\n').map(clean).collect::<Vec<_>>().join("\n")
}

/// A text of at most this many letters, with an ellipsis, as office programs count: rare letters twice (UTF-16).
pub fn cut(text: &str, most: usize) -> String {
    let mut letters = 0;
    let is_beyond = |&(_, letter): &(usize, char)| {
        letters += letter.len_utf16();
        letters > most
    };
    match text.char_indices().find(is_beyond) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", &text[..end]),
    }
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
