//! Slips, damage and malice: texts and bytes changed here and there, the same from the same seed everywhere. What stands
//! in them is taken from the dictionary of `tests/fuzz`, so that both ways of searching know the same words.

use std::sync::LazyLock;

use crate::support::SplitMix64;

/// Longer results are cut: what a thousand copies show, a hundred show as well.
const MOST_BYTES: usize = 20_000;

/// The words of the dictionary, their escapes resolved.
static DICTIONARY: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let lines = include_str!("../fuzz/toml.dict").lines();
    lines.filter_map(|line| line.strip_prefix('"')?.strip_suffix('"')).map(unescaped).collect()
});

/// A text changed in one to six places; `others` are texts that pieces may be taken from.
///
/// Most changes follow the lines and words of TOML, so that many mutants are still read to the end.
pub(crate) fn mutant(text: &str, others: &[&str], seed: u64) -> String {
    let others: Vec<&[u8]> = others.iter().map(|other| other.as_bytes()).collect();
    let changed = mutant_bytes(text.as_bytes(), &others, seed);
    // Half a character is no text; what stood around it is kept.
    String::from_utf8_lossy(&changed).into_owned()
}

/// The same of bytes, which need not be a text afterwards.
pub(crate) fn mutant_bytes(bytes: &[u8], others: &[&[u8]], seed: u64) -> Vec<u8> {
    let mut random = SplitMix64(seed);
    let mut mutation = Mutation { bytes: bytes.to_vec(), random: &mut random };
    for _ in 0..=mutation.below(6) {
        mutation.change(others);
        mutation.bytes.truncate(MOST_BYTES.max(bytes.len()));
    }
    mutation.bytes
}

fn unescaped(word: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = word;
    while let Some(character) = rest.chars().next() {
        let escaped = rest.strip_prefix("\\x").and_then(|code| code.get(..2));
        let length = if let Some(code) = escaped {
            bytes.push(u8::from_str_radix(code, 16).expect("two hexadecimal digits"));
            4
        } else if character == '\\' {
            bytes.push(rest.as_bytes()[1]);
            2
        } else {
            bytes.extend(character.to_string().bytes());
            character.len_utf8()
        };
        rest = &rest[length..];
    }
    bytes
}

/// A text on its way.
struct Mutation<'a> {
    bytes: Vec<u8>,
    random: &'a mut SplitMix64,
}

impl Mutation<'_> {
    fn below(&mut self, bound: usize) -> usize {
        let bound = u32::try_from(bound.max(1)).expect("texts of tests are small");
        self.random.below(bound) as usize
    }

    fn change(&mut self, others: &[&[u8]]) {
        let word = DICTIONARY[self.below(DICTIONARY.len())].clone();
        match self.below(12) {
            0 => {
                let span = self.short();
                self.bytes.drain(span);
            }
            1 => {
                let at = self.anywhere();
                self.bytes.splice(at..at, word);
            }
            2 => {
                let span = self.short();
                self.bytes.splice(span, word);
            }
            3 => {
                let span = self.value();
                self.bytes.splice(span, word);
            }
            4 => {
                let at = self.line().start;
                self.bytes.splice(at..at, word);
            }
            5 => {
                let line = self.line();
                self.bytes.drain(line);
            }
            6 => {
                let line = self.line();
                let copy = self.bytes[line].to_vec();
                let at = self.line().start;
                self.bytes.splice(at..at, copy);
            }
            7 => self.repeat(),
            8 => {
                let from = self.line();
                let moved: Vec<u8> = self.bytes.drain(from).collect();
                let at = self.line().start;
                self.bytes.splice(at..at, moved);
            }
            9 => self.borrow(others),
            10 => {
                let at = self.anywhere();
                if self.below(8) == 0 {
                    self.bytes.truncate(at);
                } else if let Some(byte) = self.bytes.get(at).copied() {
                    let bit = self.below(8);
                    self.bytes[at] = byte ^ (1 << bit);
                }
            }
            _ => {
                // One word of the text in the place of another.
                let value = self.value();
                let copy = self.bytes[value].to_vec();
                let place = self.value();
                self.bytes.splice(place, copy);
            }
        }
    }

    /// A piece many times over.
    fn repeat(&mut self) {
        let span = if self.below(2) == 0 { self.line() } else { self.short() };
        let times = 1 << self.below(7);
        let copies = self.bytes[span.clone()].repeat(times);
        self.bytes.splice(span.end..span.end, copies);
    }

    /// Some lines of another text.
    fn borrow(&mut self, others: &[&[u8]]) {
        if others.is_empty() {
            return;
        }
        let other = others[self.below(others.len())];
        let mut lender = Mutation { bytes: other.to_vec(), random: self.random };
        let first = lender.line().start;
        let mut end = first;
        for _ in 0..=lender.below(4) {
            end = lender.line_at(end).end;
        }
        let lines = other[first..end].to_vec();
        let at = self.line().start;
        self.bytes.splice(at..at, lines);
    }

    fn anywhere(&mut self) -> usize {
        self.below(self.bytes.len() + 1)
    }

    /// Up to twelve bytes.
    fn short(&mut self) -> std::ops::Range<usize> {
        let start = self.anywhere();
        let end = (start + 1 + self.below(12)).min(self.bytes.len());
        start..end.max(start)
    }

    /// A line with its end.
    fn line(&mut self) -> std::ops::Range<usize> {
        let at = self.anywhere();
        self.line_at(at)
    }

    fn line_at(&self, at: usize) -> std::ops::Range<usize> {
        let is_end = |byte: &u8| *byte == b'\n';
        let start = self.bytes[..at].iter().rposition(is_end).map_or(0, |end| end + 1);
        let end = self.bytes[at..].iter().position(is_end).map_or(self.bytes.len(), |end| at + end + 1);
        start..end
    }

    /// What stands behind the sign of a line, or what is quoted there; the line where it has none.
    fn value(&mut self) -> std::ops::Range<usize> {
        let line = self.line();
        let within = &self.bytes[line.clone()];
        let Some(sign) = within.iter().position(|byte| *byte == b'=') else {
            return line;
        };
        let start = line.start + sign + 1;
        let end = line.end - usize::from(within.ends_with(b"\n"));
        start..end.max(start)
    }
}

#[test]
fn the_same_seed_gives_the_same_mutant_and_another_another() {
    let text = "month = \"2022-06\"\nunit = \"housing\"\n\n[[entries]]\nitem = \"2.1\"\npercent = 35\n";
    let mutants: std::collections::BTreeSet<String> = (0..300).map(|seed| mutant(text, &[text], seed)).collect();
    let again: std::collections::BTreeSet<String> = (0..300).map(|seed| mutant(text, &[text], seed)).collect();
    assert_eq!(mutants, again);
    assert!(mutants.len() > 250, "only {} differ", mutants.len());
    assert!(mutant("", &[], 7).len() <= MOST_BYTES);
}

#[test]
fn the_words_of_the_dictionary_are_what_they_stand_for() {
    for word in ["[[entries]]\n", "\"", "\\u", "\0", "＝", "\u{FEFF}", "𠮷"] {
        assert!(DICTIONARY.iter().any(|known| known == word.as_bytes()), "no {word:?}");
    }
}
