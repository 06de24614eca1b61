//! Formulas for a spreadsheet: only figures and the four kinds of arithmetic, so that no text from any file can become
//! one.

/// How a number is computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    written: String,
    ending: Ending,
}

/// What happens to the decimals of a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// It has none.
    Whole,
    /// It ends after two at the latest. Programs that count in binary are told so, or 1.15 could come out as 1.14.
    Two,
    /// It has more, which are cut off.
    CutOff,
}

impl Sum {
    /// Programs keep this many digits of a number.
    const DIGITS: usize = 15;

    /// A formula of figures; none if it contains anything else, or a figure that programs would not keep in full.
    pub fn new(written: impl Into<String>, ending: Ending) -> Option<Self> {
        let written = written.into();
        let is_sign = |letter: char| matches!(letter, '+' | '-' | '*' | '/' | '(' | ')');
        let is_figure = |letter: char| letter.is_ascii_digit() || letter == '.';
        let holds = written.chars().all(|letter| is_sign(letter) || is_figure(letter))
            && written.contains(|letter: char| letter.is_ascii_digit());
        let fits = |figure: &str| figure.bytes().filter(u8::is_ascii_digit).count() <= Self::DIGITS;
        (holds && written.split(is_sign).all(fits)).then_some(Self { written, ending })
    }

    /// The formula: `6-(2+(30-20)*(9-2)/(90-20))`.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// What happens to its decimals.
    pub fn ending(&self) -> Ending {
        self.ending
    }
}

#[cfg(test)]
mod tests {
    use super::{Ending, Sum};

    #[test]
    fn holds_nothing_but_figures() {
        let is_one = |written: &str| Sum::new(written, Ending::Whole).is_some();
        assert!(is_one("6-(2+(30-20)*(9-2)/(90-20))"));
        assert!(is_one("18-(5+15/30)"));
        assert!(is_one("123456789.123456-1"));
        for other in ["", "-", "A1", "1+A1", "1;2", "SUM(1)", "1,5", "1&2", "'x'!1", "\"1\"", "1 2", "１", "1e9"] {
            assert!(!is_one(other), "{other}");
        }
        assert!(!is_one("1234567890123456-1"));
    }
}
