//! Lines of Chinese and English text, measured in terminal cells.

use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

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
        let mut rest = line.as_str();
        while !is_line(rest.trim_end(), most) {
            let (full, behind) = rest.split_at(fitting(rest, most));
            lines.push(full.to_owned());
            rest = behind;
        }
        line = rest.to_owned();
        if opportunity == BreakOpportunity::Mandatory && end < text.len() {
            lines.push(std::mem::take(&mut line));
        }
    }
    if !line.trim_end().is_empty() || lines.is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// No more characters than this per cell are put on one line: marks of no width would make it endless.
const MOST_IN_CELL: usize = 8;

/// Whether a text fits on a line as it is.
fn is_line(text: &str, most: usize) -> bool {
    text.chars().nth(most * MOST_IN_CELL).is_none() && width(text) <= most
}

/// How many bytes of a text fit into this many cells; at least one character. Looks no further, so that long texts are
/// not measured again for every line.
fn fitting(text: &str, most: usize) -> usize {
    let letters = text.char_indices().take(most * MOST_IN_CELL);
    let mut room = most;
    let mut end = 0;
    for (at, letter) in letters {
        let cells = letter.width().unwrap_or(0);
        if cells > room {
            break;
        }
        room -= cells;
        end = at + letter.len_utf8();
    }
    // Together letters may be wider or narrower than one by one.
    let mut shorter = text[..end].char_indices();
    while width(&text[..end]) > most {
        end = shorter.next_back().map_or(0, |(at, _)| at);
    }
    let first = || text.chars().next().map_or(0, char::len_utf8);
    if end == 0 { first() } else { end }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_between_glyphs_and_never_before_a_closing_mark() {
        let lines = wrap("完成城镇雨污分流改造（示例），尚余12.50公里。", 16);
        assert!(lines.iter().all(|line| width(line) <= 16), "{lines:?}");
        assert!(lines.iter().all(|line| !line.starts_with(['，', '）', '。'])), "{lines:?}");
        assert!(lines.iter().any(|line| line.contains("12.50")), "{lines:?}");
        assert_eq!(lines.concat(), "完成城镇雨污分流改造（示例），尚余12.50公里。");
    }

    #[test]
    fn cuts_what_has_no_place_to_break() {
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(wrap("", 10), [""]);
        let long = "a".repeat(100_000);
        let lines = wrap(&long, 30);
        assert_eq!(lines.len(), 3_334);
        assert_eq!(lines.concat(), long);
    }

    #[test]
    fn cuts_what_takes_no_room() {
        let marked = format!("a{}", "\u{301}".repeat(500)).repeat(30);
        let lines = wrap(&format!("{marked} b"), 10);
        let longest = lines.iter().map(|line| line.chars().count()).max();
        assert!(longest.is_some_and(|most| most <= 80), "{longest:?}");
        assert_eq!(lines.concat().replace(' ', ""), format!("{marked}b"));
    }
}
