//! Characters that a reader cannot see or cannot tell apart.

use unicode_security::skeleton;

use super::half_width;

/// C1 controls, zero-width characters, marks of direction, and the tag block.
pub fn is_invisible(character: char) -> bool {
    // Nearly everything asked about is ordinary Chinese.
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

/// What a text looks like: two texts that look the same have the same result. Spaces and invisible characters are left
/// out; letters of other scripts and widths become the ones they are taken for, as in UTS 39.
pub fn look(text: &str) -> String {
    let seen = |letter: &char| !letter.is_whitespace() && !is_hidden(*letter);
    let narrow: String = text.chars().filter(seen).map(|letter| half_width(letter).unwrap_or(letter)).collect();
    skeleton(&narrow).collect()
}

/// The invisible characters in a text, each once.
pub fn hidden_in(text: &str) -> Vec<char> {
    let mut hidden: Vec<char> = text.chars().filter(|letter| is_hidden(*letter)).collect();
    hidden.sort_unstable();
    hidden.dedup();
    hidden
}

/// The text without invisible characters.
pub fn without_hidden(text: &str) -> String {
    let seen = text.chars().filter(|letter| !is_hidden(*letter));
    seen.collect()
}

/// Line ends and tabs are blank, but people put them there on purpose.
fn is_hidden(letter: char) -> bool {
    is_invisible(letter) || (letter.is_control() && !matches!(letter, '\n' | '\r' | '\t'))
}

/// An id or a key in which letters of other scripts stand for plain ones, with those written as `\u{…}`: otherwise a
/// message would quote what looks like the right word. Everything else stays as it is.
pub fn reveal(word: &str) -> String {
    if word.is_ascii() || !look(word).is_ascii() {
        return word.to_owned();
    }
    let mut shown = String::new();
    for letter in word.chars() {
        if letter.is_ascii() || half_width(letter).is_some() || is_invisible(letter) {
            shown.push(letter);
        } else {
            shown.extend(letter.escape_unicode());
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::{hidden_in, look, reveal, without_hidden};

    #[test]
    fn what_looks_the_same_has_the_same_look() {
        for (one, other) in [
            ("区水利局", "区水利局\u{200b}"),
            ("区水利局", "区 水利\u{3000}局"),
            ("PPP中心", "РРР中心"),
            ("PPP中心", "ΡΡΡ中心"),
            ("A组", "Ａ组"),
            ("工信局", "エ信局"),
            ("1号站", "l号站"),
        ] {
            assert_ne!(one, other);
            assert_eq!(look(one), look(other), "{one} and {other}");
        }
        assert_ne!(look("区水利局"), look("区水务局"));
        assert_ne!(look("一中"), look("二中"));
    }

    #[test]
    fn what_is_hidden_is_named_and_can_be_left_out() {
        assert_eq!(hidden_in("a\u{200b}b\u{1b}c\u{200b}\n"), ['\u{1b}', '\u{200b}']);
        assert_eq!(without_hidden("a\u{200b}b\u{1b}c\n"), "abc\n");
        assert_eq!(hidden_in("区水利局（A组）"), []);
    }

    #[test]
    fn letters_of_another_script_in_an_id_are_shown() {
        assert_eq!(reveal("h\u{43e}using"), "h\\u{43e}using");
        assert_eq!(reveal("housing"), "housing");
        assert_eq!(reveal("区住建局"), "区住建局");
        assert_eq!(reveal("２.１"), "２.１");
    }
}
