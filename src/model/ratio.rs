//! Exact fractions. Every verdict rests on these; there is no floating point below the renderers.

use std::cmp::Ordering;
use std::fmt;
use std::num::NonZero;
use std::ops::{Add, Div, Mul, Sub};

/// A fraction in lowest terms with a positive denominator.
///
/// Values come from plans and reports whose sizes the loader bounds: amounts below 10^9 with four decimals, plans of at
/// most ten years, days as fractions of their month. The worst of them together come to about 10^37 inside a verdict,
/// a tenth of what `i128` holds. Should that ever be wrong, arithmetic stops the program instead of giving a wrong
/// number. Nearly all of them are small, and processors divide 64 bits many times faster than 128; so what fits is
/// reduced and compared as 64 bits. The results are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ratio {
    numerator: i128,
    /// Never zero, so that an optional fraction takes no more space than a fraction.
    denominator: NonZero<i128>,
}

const ONE: NonZero<i128> = NonZero::new(1).expect("one is not zero");

const BOUNDED: &str = "fractions stay within the bounds that the loader sets";

impl Ratio {
    /// Zero.
    pub const ZERO: Self = Self::whole(0);
    /// One hundred: the whole of an item, in percent.
    pub const HUNDRED: Self = Self::whole(100);

    /// A whole number.
    pub const fn whole(number: i128) -> Self {
        Self { numerator: number, denominator: ONE }
    }

    /// `numerator / denominator`, reduced.
    ///
    /// # Panics
    /// If the denominator is zero: callers divide only by what a constructor has shown not to be zero.
    pub fn new(numerator: i128, denominator: i128) -> Self {
        let denominator = NonZero::new(denominator).expect("a fraction has a denominator");
        if denominator == ONE {
            return Self::whole(numerator);
        }
        let given = Self { numerator, denominator };
        if let Some((above, below)) = given.small()
            && below > 0
        {
            let divisor = common_divisor(above.unsigned_abs(), below.unsigned_abs()).cast_signed();
            return Self::reduced((above / divisor).into(), (below / divisor).into());
        }
        let denominator = denominator.get();
        let divisor = greatest_common_divisor(numerator, denominator) * denominator.signum();
        Self::reduced(numerator / divisor, denominator / divisor)
    }

    /// A fraction already in lowest terms.
    fn reduced(numerator: i128, denominator: i128) -> Self {
        let denominator = NonZero::new(denominator).expect("a fraction has a denominator");
        Self { numerator, denominator }
    }

    /// The numerator.
    pub fn numerator(self) -> i128 {
        self.numerator
    }

    /// The denominator, always positive.
    pub fn denominator(self) -> i128 {
        self.denominator.get()
    }

    /// Whether it is a whole number.
    pub fn is_whole(self) -> bool {
        self.denominator == ONE
    }

    /// Whether it is at least a whole number.
    pub fn reaches(self, number: i128) -> bool {
        self.floor() >= number
    }

    /// Numerator and denominator, if both fit into 64 bits.
    fn small(self) -> Option<(i64, i64)> {
        let above = i64::try_from(self.numerator).ok()?;
        let below = i64::try_from(self.denominator()).ok()?;
        Some((above, below))
    }

    /// The largest whole number that is not greater.
    pub fn floor(self) -> i128 {
        match self.small() {
            _ if self.is_whole() => self.numerator,
            Some((above, below)) => above.div_euclid(below).into(),
            None => self.numerator.div_euclid(self.denominator()),
        }
    }

    /// The smallest whole number that is not less.
    pub fn ceil(self) -> i128 {
        -(-self.numerator).div_euclid(self.denominator())
    }

    /// The largest multiple of `1/steps` that is not greater.
    pub fn floor_to(self, steps: i128) -> Self {
        Self::new((self * Self::whole(steps)).floor(), steps)
    }

    /// The smallest multiple of `1/steps` that is not less.
    pub fn ceil_to(self, steps: i128) -> Self {
        Self::new((self * Self::whole(steps)).ceil(), steps)
    }
}

fn common_divisor(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

fn greatest_common_divisor(a: i128, b: i128) -> i128 {
    let (a, b) = (a.unsigned_abs(), b.unsigned_abs());
    if let (Ok(a), Ok(b)) = (u64::try_from(a), u64::try_from(b)) {
        return common_divisor(a, b).into();
    }
    let (mut a, mut b) = (a.cast_signed(), b.cast_signed());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

impl Add for Ratio {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        // Over the least common denominator, not the product: the terms of a verdict's sums share most of theirs.
        let (mine, theirs) = if self.denominator == other.denominator {
            (1, 1)
        } else {
            let common = greatest_common_divisor(self.denominator(), other.denominator());
            (self.denominator() / common, other.denominator() / common)
        };
        let left = self.numerator.checked_mul(theirs);
        let right = other.numerator.checked_mul(mine);
        let sum = left.zip(right).and_then(|(l, r)| l.checked_add(r));
        let below = self.denominator().checked_mul(theirs);
        Self::new(sum.expect(BOUNDED), below.expect(BOUNDED))
    }
}

impl Sub for Ratio {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + Self { numerator: -other.numerator, ..other }
    }
}

impl Mul for Ratio {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        // Reducing crosswise first keeps the products small.
        let a = Self::new(self.numerator, other.denominator());
        let b = Self::new(other.numerator, self.denominator());
        let above = a.numerator.checked_mul(b.numerator);
        let below = a.denominator().checked_mul(b.denominator());
        Self::reduced(above.expect(BOUNDED), below.expect(BOUNDED))
    }
}

impl Div for Ratio {
    type Output = Self;

    fn div(self, other: Self) -> Self {
        // `new` moves the sign and refuses a division by zero.
        let inverse = Self::new(other.denominator(), other.numerator);
        self.mul(inverse)
    }
}

impl Ord for Ratio {
    /// If cross-multiplying could overflow although each fraction is within bounds, compares by Euclid's steps.
    fn cmp(&self, other: &Self) -> Ordering {
        if self.denominator == other.denominator {
            return self.numerator.cmp(&other.numerator);
        }
        if let (Some((a, b)), Some((c, d))) = (self.small(), other.small()) {
            return (i128::from(a) * i128::from(d)).cmp(&(i128::from(c) * i128::from(b)));
        }
        let (mut a, mut b) = (*self, *other);
        loop {
            let (left, right) = (a.floor(), b.floor());
            if left != right {
                return left.cmp(&right);
            }
            let rest_left = a.numerator.rem_euclid(a.denominator());
            let rest_right = b.numerator.rem_euclid(b.denominator());
            match (rest_left, rest_right) {
                (0, 0) => return Ordering::Equal,
                (0, _) => return Ordering::Less,
                (_, 0) => return Ordering::Greater,
                // x < y exactly when 1/y < 1/x, so the inverted remainders change places.
                _ => {
                    (a, b) = (Self::reduced(b.denominator(), rest_right), Self::reduced(a.denominator(), rest_left));
                }
            }
        }
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Ratio {
    /// `2`, `9/7`, `-1/2`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_whole() {
            write!(formatter, "{}", self.numerator)
        } else {
            write!(formatter, "{}/{}", self.numerator, self.denominator)
        }
    }
}
