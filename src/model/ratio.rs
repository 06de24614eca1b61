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
/// number. Nearly all of them are whole, and most of the others small, and processors divide 64 bits many times faster
/// than 128; so whole numbers are not reduced, and what fits is reduced and compared as 64 bits. The results are the same.
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
    #[inline]
    pub fn new(numerator: i128, denominator: i128) -> Self {
        if denominator == 1 { Self::whole(numerator) } else { Self::in_lowest_terms(numerator, denominator) }
    }

    fn in_lowest_terms(numerator: i128, denominator: i128) -> Self {
        let denominator = NonZero::new(denominator).expect("a fraction has a denominator");
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

    /// The product of two fractions of which neither has a factor above that the other has below.
    fn product(a: Self, b: Self) -> Self {
        let above = a.numerator.checked_mul(b.numerator);
        let below = a.denominator().checked_mul(b.denominator());
        Self::reduced(above.expect(BOUNDED), below.expect(BOUNDED))
    }

    /// The sum of two fractions, over the least common denominator, not the product: the terms of a verdict's sums share
    /// most of theirs.
    fn sum(a: Self, b: Self) -> Self {
        let common = greatest_common_divisor(a.denominator(), b.denominator());
        let (left, right) = (b.denominator() / common, a.denominator() / common);
        let sum = a.numerator.checked_mul(left).zip(b.numerator.checked_mul(right)).and_then(|(a, b)| a.checked_add(b));
        let below = a.denominator().checked_mul(left);
        Self::new(sum.expect(BOUNDED), below.expect(BOUNDED))
    }

    /// Compares fractions with different denominators. If cross-multiplying could overflow although each fraction is within
    /// bounds, by Euclid's steps.
    fn compare(mut a: Self, mut b: Self) -> Ordering {
        if let (Some((a, b)), Some((c, d))) = (a.small(), b.small()) {
            return (i128::from(a) * i128::from(d)).cmp(&(i128::from(c) * i128::from(b)));
        }
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

    /// The numerator.
    #[inline]
    pub fn numerator(self) -> i128 {
        self.numerator
    }

    /// The denominator, always positive.
    pub fn denominator(self) -> i128 {
        self.denominator.get()
    }

    /// Whether it is a whole number.
    #[inline]
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

    #[inline]
    fn add(self, other: Self) -> Self {
        if self.is_whole() && other.is_whole() {
            return Self::whole(self.numerator.checked_add(other.numerator).expect(BOUNDED));
        }
        Self::sum(self, other)
    }
}

impl Sub for Ratio {
    type Output = Self;

    #[inline]
    fn sub(self, other: Self) -> Self {
        self + Self { numerator: -other.numerator, ..other }
    }
}

impl Mul for Ratio {
    type Output = Self;

    #[inline]
    fn mul(self, other: Self) -> Self {
        // Reducing crosswise first keeps the products small.
        Self::product(Self::new(self.numerator, other.denominator()), Self::new(other.numerator, self.denominator()))
    }
}

impl Div for Ratio {
    type Output = Self;

    fn div(self, other: Self) -> Self {
        // `new` moves the sign and refuses a division by zero.
        Self::product(Self::new(self.numerator, other.numerator), Self::new(other.denominator(), self.denominator()))
    }
}

impl Ord for Ratio {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        if self.denominator == other.denominator {
            return self.numerator.cmp(&other.numerator);
        }
        Self::compare(*self, *other)
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
