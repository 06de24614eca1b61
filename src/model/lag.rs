//! How many months something lags, exactly.

use std::fmt;

use super::Ratio;

/// Months since the plan first asked for more than was delivered; never negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lag(Ratio);

impl Lag {
    /// Nothing lags.
    pub const NONE: Self = Self(Ratio::ZERO);

    /// The months from `earned` to `now`; none if `earned` is not earlier.
    pub fn between(earned: Ratio, now: Ratio) -> Self {
        Self((now - earned).max(Ratio::ZERO))
    }

    /// The exact number of months.
    pub fn months(self) -> Ratio {
        self.0
    }

    /// Whether anything lags.
    pub fn is_some(self) -> bool {
        self.0.numerator() > 0
    }

    /// Whether it is at least this many whole months; exactly as many counts.
    pub fn reaches(self, months: u32) -> bool {
        self.0.reaches(i128::from(months))
    }

    /// Whether it is more than this many whole months; exactly as many does not count.
    pub fn exceeds(self, months: u32) -> bool {
        self.0 > Ratio::whole(i128::from(months))
    }

    /// Whole months, cut off.
    pub fn whole_months(self) -> i128 {
        self.0.floor()
    }

    /// Months with at most two decimals, cut off and never rounded up: 1.996 gives `1.99`, not a rung that has not been
    /// reached.
    pub fn truncated(self) -> String {
        let hundredths = (self.0 * Ratio::HUNDRED).floor();
        let (whole, rest) = (hundredths / 100, hundredths % 100);
        if rest == 0 { whole.to_string() } else { format!("{whole}.{rest:02}").trim_end_matches('0').to_owned() }
    }
}

impl fmt::Display for Lag {
    /// The exact fraction: `2`, `9/7`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_cut_off_and_never_rounded_up() {
        let shown = |numerator, denominator| Lag(Ratio::new(numerator, denominator)).truncated();
        assert_eq!(shown(1996, 1000), "1.99");
        assert_eq!(shown(2, 1), "2");
        assert_eq!(shown(3, 2), "1.5");
        assert_eq!(shown(1, 1000), "0");
        assert_eq!(shown(9, 7), "1.28");
    }
}
