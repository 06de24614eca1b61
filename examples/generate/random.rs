//! Numbers that look like chance and are the same on every machine.

/// `SplitMix64` by Steele, Lea and Flood (2014).
pub(crate) struct Random(u64);

impl Random {
    /// A stream of its own for each of the numbers that lead to a thing: seed, district, unit.
    pub(crate) fn of(path: &[u64]) -> Self {
        let mut random = Self(0);
        for &step in path {
            random.0 ^= step;
            random.0 = random.next();
        }
        random
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`, which is not zero.
    pub(crate) fn below(&mut self, bound: u32) -> u32 {
        let wide = (self.next() >> 32) * u64::from(bound);
        u32::try_from(wide >> 32).expect("the upper half of a product of two halves")
    }

    /// A number from `least` to `most`, both included.
    pub(crate) fn between(&mut self, least: u32, most: u32) -> u32 {
        least + self.below(most - least + 1)
    }

    /// Whether something happens that does so `percent` times in a hundred.
    pub(crate) fn happens(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    /// One of several words.
    pub(crate) fn word(&mut self, from: &[&'static str]) -> &'static str {
        let count = u32::try_from(from.len()).expect("a list of words is short");
        from[self.below(count) as usize]
    }
}
