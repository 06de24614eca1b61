//! Text between the tags of HTML and XML: whatever it contains, it is text, and the page around it stays well-formed.

/// The same text as character data, for elements and for quoted attributes alike. What XML 1.0 does not allow becomes
/// the replacement character.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 8);
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ if is_allowed(character) => escaped.push(character),
            _ => escaped.push('\u{FFFD}'),
        }
    }
    escaped
}

/// The same text without what XML 1.0 does not allow, for writers that escape by themselves.
pub(super) fn allowed(text: &str) -> String {
    let replaced = |character| {
        if is_allowed(character) { character } else { '\u{FFFD}' }
    };
    text.chars().map(replaced).collect()
}

/// Production 2 of XML 1.0, without line ends, which the text does not have, and without the characters that HTML
/// parsers complain about.
fn is_allowed(character: char) -> bool {
    let is_noncharacter = u32::from(character) & 0xFFFE == 0xFFFE || matches!(character, '\u{FDD0}'..='\u{FDEF}');
    !character.is_control() && !is_noncharacter
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn nothing_can_end_or_begin_a_tag() {
        assert_eq!(escape("</w:t>]]>&amp;\"'"), "&lt;/w:t&gt;]]&gt;&amp;amp;&quot;&#39;");
        assert_eq!(escape("a\0\u{1b}\u{85}\u{FFFE}\u{FFFF}b\n"), "a\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}b\u{FFFD}");
        assert_eq!(escape("“污水”①😀"), "“污水”①😀");
    }
}
