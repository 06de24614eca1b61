//! How values are written in TOML.

use std::fmt::Write;

use crate::source::is_invisible;

/// A list of texts in quotes.
pub fn quoted_list<'t>(texts: impl IntoIterator<Item = &'t str>) -> String {
    let texts: Vec<String> = texts.into_iter().map(quoted).collect();
    format!("[{}]", texts.join(", "))
}

/// A text in quotes. What is invisible is written as an escape, so that a difference shows it.
pub fn quoted(text: &str) -> String {
    let mut written = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => written.push_str("\\\""),
            '\\' => written.push_str("\\\\"),
            '\n' => written.push_str("\\n"),
            '\r' => written.push_str("\\r"),
            '\t' => written.push_str("\\t"),
            letter if letter.is_control() || is_invisible(letter) => {
                let code = u32::from(letter);
                let width = if code > 0xFFFF { 8 } else { 4 };
                let sign = if code > 0xFFFF { 'U' } else { 'u' };
                write!(written, "\\{sign}{code:0width$X}").expect("a text takes more text");
            }
            letter => written.push(letter),
        }
    }
    written.push('"');
    written
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn what_is_quoted_reads_back() {
        for text in ["", "a\"b\\c", "一\r\n二\t三", "\u{1b}[31m\u{202e}\u{7f}\u{9b}\u{e0041}", "# = []"] {
            let table: toml::Table = format!("it = {}", quoted(text)).parse().unwrap();
            assert_eq!(table["it"].as_str(), Some(text));
        }
    }
}
