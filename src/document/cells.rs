//! Text in terminal cells: how wide it is, and how it is made to fit.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::clean;

/// The cells a text takes once it is cleaned; Chinese characters take two.
pub fn cells(text: &str) -> usize {
    clean(text).width()
}

/// The text in exactly this many cells: padded with blanks, or cut, with two dots at the end.
pub fn fitted(text: &str, width: usize) -> String {
    let mut fitted = shortened(text, width);
    fitted.push_str(&" ".repeat(width.saturating_sub(fitted.width())));
    fitted
}

/// The text in at most this many cells: as it is, or cut, with two dots at the end.
pub fn shortened(text: &str, width: usize) -> String {
    let text = clean(text);
    if text.width() <= width {
        return text;
    }
    let room = width.saturating_sub(DOTS.len());
    let mut kept = String::new();
    let mut taken = 0;
    for letter in text.chars() {
        taken += letter.width().unwrap_or(0);
        if taken > room {
            break;
        }
        kept.push(letter);
    }
    kept.push_str(&DOTS[..DOTS.len().min(width)]);
    kept
}

const DOTS: &str = "..";

#[cfg(test)]
mod tests {
    use super::{cells, fitted, shortened};

    #[test]
    fn fits_exactly() {
        assert_eq!(fitted("污水", 6), "污水  ");
        assert_eq!(fitted("污水处理", 7), "污水.. ");
        assert_eq!(shortened("污水处理", 8), "污水处理");
        assert_eq!(shortened("abcdef", 1), ".");
        for width in 0..20 {
            assert_eq!(cells(&fitted("a污\u{1b}水b处理“x”", width)), width);
        }
    }
}
