//! The plain part of TOML, in which tasks and reports are nearly always written: keys and values, texts without escapes,
//! lists, tables in braces on one line, comments, one heading. Anything else gives [`Unusual`], not an error: the careful
//! way decides what it is.

use std::ops::Range;

use chrono::NaiveDate;

/// Something that this scanner does not know; perhaps a fault, perhaps only rare.
#[derive(Debug)]
pub(super) struct Unusual;

/// What stands on a line, blank ones and comments left out.
pub(super) enum Line<'t> {
    /// The heading, and its bytes in the text.
    Heading(Range<usize>),
    /// `key = value`
    Pair(&'t str, Value<'t>),
}

/// A value and its bytes in the text, quotation marks and brackets included.
#[derive(Clone)]
pub(super) struct Value<'t> {
    pub(super) said: Said<'t>,
    pub(super) span: Range<usize>,
    /// The line it begins on, from 1.
    pub(super) line: usize,
}

/// A key of a table in braces and its bytes in the text, and the value.
#[derive(Clone)]
pub(super) struct Pair<'t> {
    pub(super) key: &'t str,
    pub(super) span: Range<usize>,
    pub(super) value: Value<'t>,
}

/// What a value says.
#[derive(Clone)]
pub(super) enum Said<'t> {
    Text(&'t str),
    /// Digits, perhaps with a sign and a point, as TOML has them.
    Number(&'t str),
    Day(NaiveDate),
    Switch(bool),
    List(Vec<Value<'t>>),
    /// In the order of the text; a key may stand twice.
    Table(Vec<Pair<'t>>),
}

/// Nothing in our files is nested deeper: a list of tables with lists of texts.
const DEEPEST: usize = 3;

/// A text and how far it has been read.
pub(super) struct Scanner<'t> {
    text: &'t str,
    heading: &'static str,
    at: usize,
    /// The line it has come to, from 1.
    line: usize,
}

impl<'t> Scanner<'t> {
    /// Of a text that knows but one heading.
    pub(super) fn new(text: &'t str, heading: &'static str) -> Self {
        Self { text, heading, at: 0, line: 1 }
    }

    /// The next line that says something; none at the end.
    pub(super) fn line(&mut self) -> Result<Option<Line<'t>>, Unusual> {
        loop {
            self.skip_blanks();
            match self.peek() {
                None => return Ok(None),
                Some(b'\n' | b'\r' | b'#') => self.end_line()?,
                Some(b'[') => {
                    let start = self.at;
                    self.expect(self.heading)?;
                    let span = start..self.at;
                    self.end_line()?;
                    return Ok(Some(Line::Heading(span)));
                }
                Some(_) => {
                    let pair = self.pair(0)?;
                    self.end_line()?;
                    return Ok(Some(Line::Pair(pair.key, pair.value)));
                }
            }
        }
    }

    fn rest(&self) -> &'t [u8] {
        &self.text.as_bytes()[self.at..]
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_blanks(&mut self) {
        self.at += count(self.rest(), |byte| matches!(byte, b' ' | b'\t'));
    }

    fn expect(&mut self, words: &str) -> Result<(), Unusual> {
        if !self.rest().starts_with(words.as_bytes()) {
            return Err(Unusual);
        }
        self.at += words.len();
        Ok(())
    }

    /// The end of a line, perhaps behind a comment, or of the text.
    fn end_line(&mut self) -> Result<(), Unusual> {
        self.skip_blanks();
        if self.peek() == Some(b'#') {
            let rest = self.rest();
            let length = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
            let comment = rest[..length].strip_suffix(b"\r").unwrap_or(&rest[..length]);
            if has_control(comment) {
                return Err(Unusual);
            }
            self.at += comment.len();
        }
        self.at += match self.rest() {
            [] => return Ok(()),
            [b'\n', ..] => 1,
            [b'\r', b'\n', ..] => 2,
            _ => return Err(Unusual),
        };
        self.line += 1;
        Ok(())
    }

    fn pair(&mut self, depth: usize) -> Result<Pair<'t>, Unusual> {
        let start = self.at;
        let key = self.key()?;
        let span = start..self.at;
        self.skip_blanks();
        self.expect("=")?;
        self.skip_blanks();
        let value = self.value(depth)?;
        Ok(Pair { key, span, value })
    }

    fn key(&mut self) -> Result<&'t str, Unusual> {
        let length = count(self.rest(), |byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        let key = &self.text[self.at..self.at + length];
        self.at += length;
        if key.is_empty() { Err(Unusual) } else { Ok(key) }
    }

    fn value(&mut self, depth: usize) -> Result<Value<'t>, Unusual> {
        let (start, line) = (self.at, self.line);
        let said = match self.peek().ok_or(Unusual)? {
            b'"' => Said::Text(self.text()?),
            b'[' if depth < DEEPEST => Said::List(self.list(depth)?),
            b'{' if depth < DEEPEST => Said::Table(self.table(depth)?),
            b't' => self.expect("true").map(|()| Said::Switch(true))?,
            b'f' => self.expect("false").map(|()| Said::Switch(false))?,
            _ => self.number()?,
        };
        let span = start..self.at;
        Ok(Value { said, span, line })
    }

    /// A text on one line, without escapes.
    fn text(&mut self) -> Result<&'t str, Unusual> {
        self.expect("\"")?;
        let rest = self.rest();
        let length = memchr::memchr2(b'"', b'\\', rest).ok_or(Unusual)?;
        let text = &rest[..length];
        // Behind an empty text, a third quotation mark begins one of several lines.
        let is_plain = rest[length] == b'"' && !has_control(text);
        if !is_plain || (text.is_empty() && rest.get(1) == Some(&b'"')) {
            return Err(Unusual);
        }
        let start = self.at;
        self.at += length + 1;
        Ok(&self.text[start..start + length])
    }

    fn list(&mut self, depth: usize) -> Result<Vec<Value<'t>>, Unusual> {
        self.expect("[")?;
        let mut values = Vec::new();
        loop {
            self.skip_lines()?;
            if self.peek() == Some(b']') {
                self.at += 1;
                return Ok(values);
            }
            values.push(self.value(depth + 1)?);
            self.skip_lines()?;
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b']') => {}
                _ => return Err(Unusual),
            }
        }
    }

    /// Blanks, comments and line ends.
    fn skip_lines(&mut self) -> Result<(), Unusual> {
        loop {
            self.skip_blanks();
            match self.peek() {
                Some(b'\n' | b'\r' | b'#') => self.end_line()?,
                _ => return Ok(()),
            }
        }
    }

    fn table(&mut self, depth: usize) -> Result<Vec<Pair<'t>>, Unusual> {
        self.expect("{")?;
        let mut pairs = Vec::new();
        loop {
            self.skip_blanks();
            pairs.push(self.pair(depth + 1)?);
            self.skip_blanks();
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b'}') => {
                    self.at += 1;
                    return Ok(pairs);
                }
                _ => return Err(Unusual),
            }
        }
    }

    fn number(&mut self) -> Result<Said<'t>, Unusual> {
        let length = count(self.rest(), |byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'.'));
        let token = &self.text[self.at..self.at + length];
        self.at += length;
        if is_number(token) {
            return Ok(Said::Number(token));
        }
        day(token).map(Said::Day).ok_or(Unusual)
    }
}

fn count(bytes: &[u8], fits: impl Fn(u8) -> bool) -> usize {
    let behind = bytes.iter().position(|&byte| !fits(byte));
    behind.unwrap_or(bytes.len())
}

/// Whether there is a control character other than a tab: TOML has none of them in texts and comments.
fn has_control(bytes: &[u8]) -> bool {
    // All are counted, not only the first found: without a way out, many bytes are looked at in one step.
    let is_control = |byte: &&u8| byte.is_ascii_control() && **byte != b'\t';
    bytes.iter().filter(is_control).count() > 0
}

/// `35`, `-1`, `62.50`; no leading zeros.
fn is_number(token: &str) -> bool {
    let digits = token.strip_prefix('-').unwrap_or(token);
    let (whole, rest) = digits.split_once('.').unwrap_or((digits, "0"));
    let are_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    are_digits(whole) && are_digits(rest) && (whole.len() == 1 || !whole.starts_with('0'))
}

/// `2022-06-22`
fn day(token: &str) -> Option<NaiveDate> {
    let bytes = token.as_bytes();
    let is_dash = |at: usize| bytes[at] == b'-';
    if bytes.len() != 10 || !is_dash(4) || !is_dash(7) {
        return None;
    }
    let number = |range: Range<usize>| -> Option<u32> {
        let digits = &token[range];
        let are_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
        are_digits.then(|| digits.parse().ok())?
    };
    let year = number(0..4)?.cast_signed();
    NaiveDate::from_ymd_opt(year, number(5..7)?, number(8..10)?)
}
