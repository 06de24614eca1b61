//! Lines of Chinese and English text, measured in terminal cells.

use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_width::UnicodeWidthStr;

/// The cells a text takes; Chinese characters take two.
pub(super) fn width(text: &str) -> usize {
    text.width()
}

/// Breaks a text into lines of at most `most` cells where the Unicode rules (UAX #14) allow: between Chinese
/// characters, but not before a closing mark or inside a number. A stretch without any such place is cut.
pub(super) fn wrap(text: &str, most: usize) -> Vec<String> {
    let most = most.max(2);
    if width(text) <= most {
        return vec![text.to_owned()];
    }
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut start = 0;
    for (end, opportunity) in linebreaks(text) {
        let piece = &text[start..end];
        start = end;
        if width(&line) + width(piece.trim_end()) > most && !line.is_empty() {
            lines.push(line.trim_end().to_owned());
            line.clear();
        }
        line.push_str(piece);
        while width(line.trim_end()) > most {
            let rest = line.split_off(fitting(&line, most));
            lines.push(std::mem::replace(&mut line, rest));
        }
        if opportunity == BreakOpportunity::Mandatory && end < text.len() {
            lines.push(std::mem::take(&mut line));
        }
    }
    if !line.trim_end().is_empty() || lines.is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// How many bytes of a text fit into so many cells; at least one character.
fn fitting(text: &str, most: usize) -> usize {
    let ends = text
        .char_indices()
        .map(|(at, character)| at + character.len_utf8());
    let fits = ends
        .clone()
        .take_while(|&end| width(&text[..end]) <= most)
        .last();
    fits.or(ends.clone().next()).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_between_glyphs_and_never_before_a_closing_mark() {
        let lines = wrap("完成城镇雨污分流改造（示例），尚余12.50公里。", 16);
        assert!(lines.iter().all(|line| width(line) <= 16), "{lines:?}");
        assert!(
            lines
                .iter()
                .all(|line| !line.starts_with(['，', '）', '。'])),
            "{lines:?}"
        );
        assert!(lines.iter().any(|line| line.contains("12.50")), "{lines:?}");
        assert_eq!(
            lines.concat(),
            "完成城镇雨污分流改造（示例），尚余12.50公里。"
        );
    }

    #[test]
    fn cuts_what_has_no_place_to_break() {
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(wrap("", 10), [""]);
    }
}
