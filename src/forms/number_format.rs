//! What the number format of a cell says about its number.

/// Whether a number format shows percent. Quoted and escaped letters are words, not signs.
pub(super) fn is_percent(format: &str) -> bool {
    let (mut is_quoted, mut is_escaped) = (false, false);
    for letter in format.chars() {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' | '_' | '*' => is_escaped = true,
            '"' => is_quoted = !is_quoted,
            '%' if !is_quoted => return true,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_is_told_from_words() {
        for format in ["0%", "0.00%", "[Red]0.0%;-0.0%"] {
            assert!(is_percent(format), "{format}");
        }
        for format in ["General", "0.00", "0\"%\"", "0\\%", ""] {
            assert!(!is_percent(format), "{format}");
        }
    }
}
