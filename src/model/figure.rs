//! A decimal number exactly as it was written.

use std::fmt;

use super::Ratio;
use crate::source::half_width;

/// How many decimals are kept: amounts of money in 万元 down to the yuan.
const DECIMALS: u32 = 4;
const SCALE: i64 = 10_i64.pow(DECIMALS);

/// A decimal number in ten-thousandths, read from its digits and never through binary floating point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Figure(i64);

/// Why a text is not a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FigureFault {
    /// Not a number at all.
    NotANumber,
    /// A number with something around it that can be removed: `35%`, `６０％`.
    Dressed {
        /// The number as it should be written.
        meant: String,
    },
    /// `1e2`: not how people write figures.
    Exponent,
    /// `inf` or `nan`.
    NotFinite,
    /// More decimals than allowed.
    TooManyDecimals {
        /// How many are allowed.
        allowed: u32,
    },
    /// Less than nothing, where that makes no sense.
    Negative,
    /// Beyond the largest figure that is accepted.
    TooLarge {
        /// The largest figure accepted.
        limit: u32,
    },
}

impl Figure {
    /// Zero.
    pub const ZERO: Self = Self(0);
    /// One hundred.
    pub const HUNDRED: Self = Self(100 * SCALE);
    /// The largest figure that a file may contain, in whole units.
    pub const LIMIT: u32 = 999_999_999;

    /// A whole figure.
    pub const fn whole(number: u32) -> Self {
        Self(number as i64 * SCALE)
    }

    /// Reads a figure with at most `decimals` (0 to 4) decimals from `text` as written.
    ///
    /// # Errors
    /// A [`FigureFault`] that says what is wrong; for `35%` and `３５` it gives the number meant.
    pub fn parse(text: &str, decimals: u32) -> Result<Self, FigureFault> {
        let plain = match read(text, decimals) {
            Err(FigureFault::NotANumber) => text,
            outcome => return outcome,
        };
        let undressed = undress(plain);
        if undressed != plain && read(&undressed, decimals).is_ok() {
            return Err(FigureFault::Dressed { meant: undressed });
        }
        Err(FigureFault::NotANumber)
    }

    /// The same number as a fraction.
    pub fn ratio(self) -> Ratio {
        if self.0 % SCALE == 0 {
            return Ratio::whole(i128::from(self.0 / SCALE));
        }
        Ratio::new(i128::from(self.0), i128::from(SCALE))
    }

    /// The figure that a fraction comes to; none if it has more decimals, or is larger, than a file may hold.
    pub fn exactly(number: Ratio) -> Option<Self> {
        let units = number * Ratio::whole(i128::from(SCALE));
        let units = i64::try_from(units.numerator()).ok().filter(|_| units.is_whole())?;
        (units.abs() / SCALE <= i64::from(Self::LIMIT)).then_some(Self(units))
    }

    /// How many decimals it needs: 0 to 4.
    pub fn decimals(self) -> u32 {
        (0..=DECIMALS).find(|&digits| self.0 % 10_i64.pow(DECIMALS - digits) == 0).unwrap_or(DECIMALS)
    }

    /// Adds two figures; both are bounded far below the range of the type.
    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

fn read(text: &str, decimals: u32) -> Result<Figure, FigureFault> {
    // Nearly all are a few digits.
    if (1..=9).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let number = text.bytes().fold(0, |number, digit| 10 * number + i64::from(digit - b'0'));
        return Ok(Figure(number * SCALE));
    }
    let (negative, digits) = match text.as_bytes().first() {
        Some(b'-') => (true, &text[1..]),
        Some(b'+') => (false, &text[1..]),
        _ => (false, text),
    };
    if matches!(digits, "inf" | "nan") {
        return Err(FigureFault::NotFinite);
    }
    let (whole, rest) = digits.split_once('.').unwrap_or((digits, ""));
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if let Some((mantissa, exponent)) = digits.split_once(['e', 'E'])
        && is_digits(&mantissa.replacen('.', "", 1))
        && is_digits(exponent.trim_start_matches(['+', '-']))
    {
        return Err(FigureFault::Exponent);
    }
    if !is_digits(whole) || (digits.contains('.') && !is_digits(rest)) {
        return Err(FigureFault::NotANumber);
    }
    let significant = rest.trim_end_matches('0');
    if significant.len() > decimals as usize {
        return Err(FigureFault::TooManyDecimals { allowed: decimals });
    }
    let whole = whole.trim_start_matches('0');
    if whole.len() > 9 {
        return Err(FigureFault::TooLarge { limit: Figure::LIMIT });
    }
    let digits = whole.bytes().chain(significant.bytes());
    let number = digits.fold(0, |number, digit| 10 * number + i64::from(digit - b'0'));
    let missing = (significant.len()..DECIMALS as usize).fold(1, |scale, _| 10 * scale);
    let units = number * missing;
    Ok(Figure(if negative { -units } else { units }))
}

/// Converts full-width forms to plain ones and removes a percent sign, a unit like `个`, and spaces.
fn undress(text: &str) -> String {
    let plain: String = text
        .chars()
        .map(|character| match character {
            '０'..='９' | '．' | '－' | '＋' | '％' => half_width(character).unwrap_or(character),
            '\u{3000}' => ' ',
            other => other,
        })
        .collect();
    plain.trim().trim_end_matches(|character: char| matches!(character, '%' | ' ') || !character.is_ascii()).to_owned()
}

impl fmt::Display for Figure {
    /// Without superfluous zeros: `35`, `62.5`, `-0.3`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let units = self.0.unsigned_abs();
        let (whole, rest) = (units / SCALE.unsigned_abs(), units % SCALE.unsigned_abs());
        if rest == 0 {
            write!(formatter, "{sign}{whole}")
        } else {
            let rest = format!("{rest:04}");
            write!(formatter, "{sign}{whole}.{}", rest.trim_end_matches('0'))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_figures_as_written() {
        for (text, shown) in [
            ("35", "35"),
            ("35.10", "35.1"),
            ("049.99", "49.99"),
            ("0", "0"),
            ("-1.5", "-1.5"),
            ("+3", "3"),
            ("999999999", "999999999"),
        ] {
            assert_eq!(Figure::parse(text, 2).unwrap().to_string(), shown, "{text}");
        }
    }

    #[test]
    fn refuses_what_is_no_plain_figure() {
        let refused = |text| Figure::parse(text, 2).unwrap_err();
        assert_eq!(refused(""), FigureFault::NotANumber);
        assert_eq!(refused("三十五"), FigureFault::NotANumber);
        assert_eq!(refused("1."), FigureFault::NotANumber);
        assert_eq!(refused(".5"), FigureFault::NotANumber);
        assert_eq!(refused("1e2"), FigureFault::Exponent);
        assert_eq!(refused("nan"), FigureFault::NotFinite);
        assert_eq!(refused("-inf"), FigureFault::NotFinite);
        assert_eq!(refused("1.005"), FigureFault::TooManyDecimals { allowed: 2 });
        assert_eq!(refused("99999999999999999999999"), FigureFault::TooLarge { limit: Figure::LIMIT });
        for dressed in ["６０％", "60%", " 60 ", "６０"] {
            let meant = "60".to_owned();
            assert_eq!(refused(dressed), FigureFault::Dressed { meant }, "{dressed}");
        }
    }

    #[test]
    fn counts_the_decimals_it_needs() {
        let decimals = |text| Figure::parse(text, 4).unwrap().decimals();
        assert_eq!(decimals("12"), 0);
        assert_eq!(decimals("12.50"), 1);
        assert_eq!(decimals("0.0001"), 4);
    }
}
