//! What the number format of a cell lets a person see of what the cell holds. Where the two differ, neither is taken.

use super::decimal;

/// What a cell shows of what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Seen {
    /// Just that; with a sign, as percent.
    AsIs {
        /// 0.35 is seen as 35 %.
        is_percent: bool,
    },
    /// A number with words around it: 3公里.
    Worded(String),
    /// A day; without its day of the month, a month.
    Date {
        /// Whether year and month are seen and no day.
        is_month: bool,
    },
    /// A time of day or a length of time.
    Time,
    /// Something else: 50% of 0.496, 3.5 of 3500; nothing at all. None where that cannot be told.
    Otherwise(Option<String>),
}

/// A format taken apart.
#[derive(Clone, Debug, Default)]
pub(super) struct NumberFormat {
    sections: Vec<Section>,
}

/// What holds for numbers of one sign, or for texts.
#[derive(Clone, Debug, Default)]
struct Section {
    before: String,
    after: String,
    digits: usize,
    decimals: usize,
    percents: usize,
    /// Commas behind the last digit: a thousandth of it is shown each.
    scales: usize,
    is_general: bool,
    has_text: bool,
    /// Fractions, powers of ten, conditions, digits in words.
    is_odd: bool,
    /// The letters of days and times; `[` where hours go beyond a day.
    date: String,
}

impl NumberFormat {
    pub(super) fn parse(code: &str) -> Self {
        if code.is_empty() {
            return Self { sections: Vec::new() };
        }
        let mut sections = vec![Section::default()];
        let letters: Vec<char> = code.chars().collect();
        let mut at = 0;
        let (mut is_fraction, mut commas) = (false, 0);
        while at < letters.len() {
            let section = sections.last_mut().expect("there is one from the beginning");
            let letter = letters[at];
            let rest = &letters[at..];
            at += 1;
            match letter {
                ';' => {
                    section.scales = commas;
                    (is_fraction, commas) = (false, 0);
                    sections.push(Section::default());
                }
                '"' => {
                    let quoted: String = rest[1..].iter().take_while(|letter| **letter != '"').collect();
                    at += quoted.chars().count() + 1;
                    section.word(&quoted);
                }
                '\\' | '_' | '*' => {
                    if let (Some(next), '\\') = (rest.get(1), letter) {
                        section.word(&next.to_string());
                    }
                    at += 1;
                }
                '[' => {
                    let inside: String = rest[1..].iter().take_while(|letter| **letter != ']').collect();
                    at += inside.chars().count() + 1;
                    section.bracket(&inside);
                }
                '0' | '#' | '?' => {
                    section.is_odd |= !section.after.trim().is_empty();
                    section.digits += 1;
                    section.decimals += usize::from(is_fraction);
                    commas = 0;
                }
                '.' if section.digits > 0 || rest.get(1).is_some_and(|next| "0#?".contains(*next)) => {
                    section.is_odd |= is_fraction;
                    section.scales += commas;
                    (is_fraction, commas) = (true, 0);
                }
                ',' if section.digits > 0 => commas += 1,
                '%' => section.percents += 1,
                '@' => section.has_text = true,
                'E' if section.digits > 0 && matches!(rest.get(1), Some('+' | '-')) => section.is_odd = true,
                '/' if section.digits > 0 => section.is_odd = true,
                _ if starts_with(rest, "general") => {
                    section.is_general = true;
                    at += "general".len() - 1;
                }
                _ if starts_with(rest, "g/通用格式") => {
                    section.is_general = true;
                    at += "g/通用格式".chars().count() - 1;
                }
                'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' => {
                    section.date.push(letter.to_ascii_lowercase());
                }
                letter => section.word(&letter.to_string()),
            }
        }
        let section = sections.last_mut().expect("there is one from the beginning");
        section.scales += commas;
        Self { sections }
    }

    /// The section that a number is shown by, and whether that shows a sign of its own.
    fn of(&self, number: &str) -> (Option<&Section>, bool) {
        let is_negative = number.starts_with('-');
        let is_zero = decimal::shift(number, 0) == "0";
        match &self.sections[..] {
            [] => (None, true),
            [only] => (Some(only), true),
            [_, _, zero, ..] if is_zero => (Some(zero), true),
            [positive, negative, ..] => (Some(if is_negative { negative } else { positive }), !is_negative),
        }
    }

    /// What is seen of a number, given as a plain decimal.
    pub(super) fn number(&self, number: &str) -> Seen {
        let (Some(section), has_sign) = self.of(number) else {
            return Seen::AsIs { is_percent: false };
        };
        let is_date = !section.date.is_empty();
        if is_date && section.digits == 0 {
            let has = |letter: char| section.date.contains(letter);
            return match (has('d'), has('y')) {
                _ if has('[') => Seen::Time,
                (true, _) => Seen::Date { is_month: false },
                (false, true) => Seen::Date { is_month: has('m') },
                (false, false) => Seen::Time,
            };
        }
        if section.is_odd || is_date || !decimal::is_plain(number) {
            return Seen::Otherwise(None);
        }
        let words = [&section.before, &section.after].map(|words| words.trim());
        if section.digits == 0 && !section.is_general {
            if section.has_text && words.concat().is_empty() {
                return Seen::AsIs { is_percent: false };
            }
            return Seen::Otherwise(Some(words.concat()));
        }
        let moved = i32::try_from(2 * section.percents).unwrap_or(0) - i32::try_from(3 * section.scales).unwrap_or(0);
        let whole = decimal::shift(number, moved);
        let shown = if section.is_general { whole.clone() } else { decimal::round(&whole, section.decimals) };
        let signed = if has_sign { shown.as_str() } else { shown.trim_start_matches('-') };
        let sign = "%".repeat(section.percents);
        // Accountants put brackets around what lies below nothing.
        let is_accounted = words == ["(", ")"] && !has_sign;
        let is_signed = has_sign || is_accounted || words[0] == "-";
        if section.percents > 1 || section.scales > 0 || shown != whole || !is_signed {
            return Seen::Otherwise(Some(format!("{}{signed}{sign}{}", words[0], words[1])));
        }
        let is_plain = words.iter().all(|words| matches!(*words, "" | "+" | "-")) || is_accounted;
        if is_plain {
            return Seen::AsIs { is_percent: section.percents == 1 };
        }
        Seen::Worded(format!("{}{signed}{sign}{}", words[0], words[1]))
    }

    /// Whether a text is seen.
    pub(super) fn shows_texts(&self) -> bool {
        match &self.sections[..] {
            [_, _, _, texts, ..] => texts.has_text,
            _ => true,
        }
    }
}

impl Section {
    fn word(&mut self, word: &str) {
        if self.digits > 0 || self.is_general { self.after.push_str(word) } else { self.before.push_str(word) }
    }

    /// A colour, a currency, a condition, digits in words, hours beyond a day.
    fn bracket(&mut self, inside: &str) {
        let lower = inside.to_lowercase();
        if let Some(sign) = lower.strip_prefix('$') {
            let sign = sign.split('-').next().unwrap_or("").to_owned();
            self.word(&sign);
        } else if lower.starts_with(['<', '>', '=']) || lower.starts_with("dbnum") || lower.starts_with("natnum") {
            self.is_odd = true;
        } else if !lower.is_empty() && lower.chars().all(|letter| "hms".contains(letter)) {
            self.date.push('[');
        }
    }
}

fn starts_with(letters: &[char], word: &str) -> bool {
    let mut letters = letters.iter();
    word.chars().all(|wanted| letters.next().is_some_and(|letter| letter.to_lowercase().eq([wanted])))
}

/// The formats that need not stand in a file, by number (ECMA-376, 18.8.30); those of East Asia are dates.
pub(super) fn builtin(id: u32) -> &'static str {
    match id {
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        11 => "0.00E+00",
        12 => "# ?/?",
        13 => "# ??/??",
        14..=16 | 28..=31 | 50 | 51 | 53 | 54 | 57 | 58 => "yyyy-m-d",
        17 | 27 | 36 | 52 | 55 | 56 => "yyyy-m",
        18..=21 | 32..=35 | 45 | 47 => "h:mm:ss",
        22 => "yyyy-m-d h:mm",
        37 | 38 => "#,##0;(#,##0)",
        39 | 40 => "#,##0.00;(#,##0.00)",
        41 | 42 => "#,##0;(#,##0);\"-\";@",
        43 | 44 => "#,##0.00;(#,##0.00);\"-\";@",
        46 => "[h]:mm:ss",
        48 => "##0.0E+0",
        _ => "General",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(format: &str, number: &str) -> Seen {
        NumberFormat::parse(format).number(number)
    }

    #[test]
    fn what_is_seen_as_it_is_kept() {
        let plain = Seen::AsIs { is_percent: false };
        for (format, number) in [
            ("General", "35"),
            ("", "0.35"),
            ("0", "35"),
            ("0.00", "35.5"),
            ("#,##0.00", "1200"),
            ("[Red]0.0;-0.0", "-3.5"),
            ("#,##0;(#,##0)", "-3"),
            ("@", "3.5"),
            ("_ * #,##0.0_ ;_ * -#,##0.0_ ", "3.5"),
            ("0.0#", "3.25"),
        ] {
            assert_eq!(seen(format, number), plain, "{format}");
        }
        for (format, number) in [("0%", "0.35"), ("0.00%", "0.3555"), ("[Red]0.0%;-0.0%", "-0.355"), ("0 %", "1")] {
            assert_eq!(seen(format, number), Seen::AsIs { is_percent: true }, "{format}");
        }
    }

    #[test]
    fn what_is_seen_differs() {
        let other = |shown: &str| Seen::Otherwise(Some(shown.to_owned()));
        for (format, number, shown) in [
            ("0%", "0.496", "50%"),
            ("0.0,", "3500", "3.5"),
            ("0.0,,", "3500000", "3.5"),
            ("#,##0,.0", "3500", "3.5"),
            ("0", "49.6", "50"),
            ("0.00", "-0.005", "-0.01"),
            (";;;", "35", ""),
            ("0;;", "0", ""),
            ("0;0", "-5", "5"),
            ("0;-0;\"-\"", "0", "-"),
            ("0%%", "0.35", "3500%%"),
            ("\"完成\"", "35", "完成"),
        ] {
            assert_eq!(seen(format, number), other(shown), "{format}");
        }
        for format in ["# ?/?", "0.00E+00", "[>100]0;0.0", "[DBNum1]0", "[<1]0%;0"] {
            assert_eq!(seen(format, "35"), Seen::Otherwise(None), "{format}");
        }
        let worded = |shown: &str| Seen::Worded(shown.to_owned());
        assert_eq!(seen("0\"公里\"", "3"), worded("3公里"));
        assert_eq!(seen("0.0\\%", "35.5"), worded("35.5%"));
        assert_eq!(seen("[$¥-804]0", "3"), worded("¥3"));
        assert!(!NumberFormat::parse(";;;").shows_texts());
        assert!(NumberFormat::parse("0;-0;0;@").shows_texts());
    }

    #[test]
    fn dates_are_told() {
        for (format, is_month) in [
            ("yyyy-mm-dd", false),
            ("m\"月\"d\"日\"", false),
            ("yyyy年m月", true),
            ("[$-804]yyyy\"年\"m\"月\";@", true),
        ] {
            assert_eq!(seen(format, "44700"), Seen::Date { is_month }, "{format}");
        }
        assert_eq!(seen("h:mm", "0.5"), Seen::Time);
        assert_eq!(seen("[h]:mm", "1.5"), Seen::Time);
    }
}
