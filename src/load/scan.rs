//! The plain part of TOML, in which files are nearly always written: keys and values, texts without escapes, lists, tables
//! in braces on one line, comments, and lists of tables below one heading. Of anything else nothing is said, not even that
//! it is at fault: the TOML library decides what it is.

use std::ops::Range;

use chrono::NaiveDate;

use super::tree::{Node, Said, Span};

/// The tree of a text; none where something in it is rare, unknown or not perfectly in order.
pub(super) fn scan(text: &str) -> Option<Vec<Node<'_>>> {
    if has_control(text.as_bytes()) {
        return None;
    }
    let mut scanner = Scanner { text, at: 0, nodes: Vec::with_capacity(text.len() / BYTES_A_NODE) };
    scanner.document().ok()?;
    Some(scanner.nodes)
}

/// Something that the scanner does not know; perhaps a fault, perhaps only rare.
struct Unusual;

/// Values are seldom nearer to each other.
const BYTES_A_NODE: usize = 16;

/// Nothing in our files is nested deeper: a list of tables with lists of texts.
const DEEPEST: usize = 3;

/// Of more keys in one table, whether one stands twice takes too long to find out by looking.
const MOST_KEYS: usize = 64;

/// A text, how far it has been read, and what it has said so far.
struct Scanner<'t> {
    text: &'t str,
    at: usize,
    nodes: Vec<Node<'t>>,
}

impl<'t> Scanner<'t> {
    fn document(&mut self) -> Result<(), Unusual> {
        self.pairs()?;
        let Some((key, key_span, mut span)) = self.heading()? else {
            return Ok(());
        };
        self.check_new(key, 0)?;
        let list = self.nodes.len();
        self.push(key, key_span, Said::List, span);
        loop {
            let table = self.nodes.len();
            self.push("", Span::default(), Said::Table, span);
            self.pairs()?;
            self.close(table);
            match self.heading()? {
                None => break,
                Some((next, _, at)) if next == key => span = at,
                Some(_) => return Err(Unusual),
            }
        }
        self.close(list);
        Ok(())
    }

    /// The pairs of a table, up to the next heading or the end.
    fn pairs(&mut self) -> Result<(), Unusual> {
        let first = self.nodes.len();
        loop {
            self.skip_lines()?;
            match self.peek() {
                None | Some(b'[') => return Ok(()),
                Some(_) => self.pair(first, 0)?,
            }
            self.end_line()?;
        }
    }

    /// `[[entries]]`: its key, where that stands, and where all of it stands; none at the end.
    fn heading(&mut self) -> Result<Option<(&'t str, Span, Span)>, Unusual> {
        if self.peek().is_none() {
            return Ok(None);
        }
        let start = self.at;
        self.expect(b"[[")?;
        let (key, key_span) = self.key()?;
        self.expect(b"]]")?;
        let span = Span::new(start, self.at);
        self.end_line()?;
        Ok(Some((key, key_span, span)))
    }

    /// Among the pairs from `first` on, a key stands once.
    fn check_new(&self, key: &str, first: usize) -> Result<(), Unusual> {
        let mut at = first;
        for _ in 0..MOST_KEYS {
            match self.nodes.get(at) {
                None => return Ok(()),
                Some(node) if node.is(key) => return Err(Unusual),
                Some(node) => at += node.size,
            }
        }
        Err(Unusual)
    }

    fn push(&mut self, key: &'t str, key_span: Span, said: Said<'t>, span: Span) {
        self.nodes.push(Node { key, key_span, said, span, size: 1 });
    }

    /// A value that holds others has come to its end.
    fn close(&mut self, node: usize) {
        self.nodes[node].size = self.nodes.len() - node;
    }

    fn rest(&self) -> &'t [u8] {
        &self.text.as_bytes()[self.at..]
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_while(&mut self, fits: impl Fn(u8) -> bool) {
        while self.peek().is_some_and(&fits) {
            self.at += 1;
        }
    }

    fn skip_blanks(&mut self) {
        self.skip_while(|byte| matches!(byte, b' ' | b'\t'));
    }

    /// Blanks, comments and line ends.
    fn skip_lines(&mut self) -> Result<(), Unusual> {
        // Most lines begin with a key.
        while !self.peek().is_some_and(|byte| IN_KEYS[usize::from(byte)]) {
            self.skip_blanks();
            match self.peek() {
                Some(b'\n' | b'\r' | b'#') => self.end_line()?,
                _ => break,
            }
        }
        Ok(())
    }

    fn expect(&mut self, words: &[u8]) -> Result<(), Unusual> {
        if !self.rest().starts_with(words) {
            return Err(Unusual);
        }
        self.at += words.len();
        Ok(())
    }

    /// The end of a line, perhaps behind a comment, or of the text.
    #[inline]
    fn end_line(&mut self) -> Result<(), Unusual> {
        if self.peek() != Some(b'\n') {
            self.skip_comment();
        }
        match self.peek() {
            None => {}
            Some(b'\n') => self.at += 1,
            Some(_) => return Err(Unusual),
        }
        Ok(())
    }

    /// Blanks and a comment, up to the end of the line.
    fn skip_comment(&mut self) {
        self.skip_blanks();
        if self.peek() == Some(b'#') {
            let rest = self.rest();
            self.at += memchr::memchr(b'\n', rest).unwrap_or(rest.len());
        }
        if self.peek() == Some(b'\r') {
            self.at += 1;
        }
    }

    fn pair(&mut self, first: usize, depth: usize) -> Result<(), Unusual> {
        let (key, key_span) = self.key()?;
        self.check_new(key, first)?;
        // As nearly everybody writes it.
        if self.expect(b" = ").is_err() {
            self.skip_blanks();
            self.expect(b"=")?;
        }
        self.skip_blanks();
        self.value(key, key_span, depth)
    }

    #[inline]
    fn key(&mut self) -> Result<(&'t str, Span), Unusual> {
        let (start, rest) = (self.at, self.rest());
        self.at += rest.iter().position(|&byte| !IN_KEYS[usize::from(byte)]).unwrap_or(rest.len());
        let key = &self.text[start..self.at];
        if key.is_empty() { Err(Unusual) } else { Ok((key, Span::new(start, self.at))) }
    }

    fn value(&mut self, key: &'t str, key_span: Span, depth: usize) -> Result<(), Unusual> {
        let (start, node) = (self.at, self.nodes.len());
        let said = match self.peek().ok_or(Unusual)? {
            b'"' => Said::Text(self.text()?),
            b't' => self.expect(b"true").map(|()| Said::Switch(true))?,
            b'f' => self.expect(b"false").map(|()| Said::Switch(false))?,
            opening @ (b'[' | b'{') if depth < DEEPEST => {
                let is_list = opening == b'[';
                self.push(key, key_span, if is_list { Said::List } else { Said::Table }, Span::default());
                if is_list {
                    self.list(depth + 1)?;
                } else {
                    self.table(depth + 1)?;
                }
                self.nodes[node].span = Span::new(start, self.at);
                self.close(node);
                return Ok(());
            }
            _ => self.number()?,
        };
        self.push(key, key_span, said, Span::new(start, self.at));
        Ok(())
    }

    /// A text on one line, without escapes.
    fn text(&mut self) -> Result<&'t str, Unusual> {
        let start = self.at + 1;
        let rest = &self.text.as_bytes()[start..];
        let length = memchr::memchr3(b'"', b'\\', b'\n', rest).ok_or(Unusual)?;
        // Behind an empty text, a third quotation mark begins one of several lines.
        if rest[length] != b'"' || (length == 0 && rest.get(1) == Some(&b'"')) {
            return Err(Unusual);
        }
        self.at = start + length + 1;
        Ok(&self.text[start..start + length])
    }

    fn list(&mut self, depth: usize) -> Result<(), Unusual> {
        self.expect(b"[")?;
        loop {
            self.skip_lines()?;
            if self.peek() == Some(b']') {
                self.at += 1;
                return Ok(());
            }
            self.value("", Span::default(), depth)?;
            self.skip_lines()?;
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b']') => {}
                _ => return Err(Unusual),
            }
        }
    }

    fn table(&mut self, depth: usize) -> Result<(), Unusual> {
        self.expect(b"{")?;
        let first = self.nodes.len();
        loop {
            self.skip_blanks();
            self.pair(first, depth)?;
            self.skip_blanks();
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b'}') => {
                    self.at += 1;
                    return Ok(());
                }
                _ => return Err(Unusual),
            }
        }
    }

    fn number(&mut self) -> Result<Said<'t>, Unusual> {
        let start = self.at;
        self.skip_while(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'.'));
        let token = &self.text[start..self.at];
        if is_number(token) {
            return Ok(Said::Number(token));
        }
        day(token).map(|day| Said::Day(Some(day))).ok_or(Unusual)
    }
}

/// The bytes of our keys.
const IN_KEYS: [bool; 256] = {
    let mut fit = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        fit[byte as usize] = byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        byte += 1;
    }
    fit
};

/// Whether there is a control character other than a tab or the end of a line: TOML has none of them.
fn has_control(bytes: &[u8]) -> bool {
    let is_control = |byte: u8| byte.is_ascii_control() && !matches!(byte, b'\t' | b'\n' | b'\r');
    let is_alone = |at: usize| bytes.get(at + 1) != Some(&b'\n');
    // All are looked at, not only up to the first found: without a way out, many are looked at in one step.
    bytes.iter().fold(0_u8, |found, &byte| found | u8::from(is_control(byte))) != 0
        || memchr::memchr_iter(b'\r', bytes).any(is_alone)
}

/// `35`, `-1`, `62.50`; no leading zeros.
fn is_number(token: &str) -> bool {
    let digits = token.strip_prefix('-').unwrap_or(token).as_bytes();
    let whole = digits.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let is_whole_sound = whole == 1 || (whole > 1 && digits[0] != b'0');
    is_whole_sound
        && match &digits[whole..] {
            [] => true,
            [b'.', decimals @ ..] => !decimals.is_empty() && decimals.iter().all(u8::is_ascii_digit),
            _ => false,
        }
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
