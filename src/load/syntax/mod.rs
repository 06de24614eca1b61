//! From text to a TOML tree, with every fault of the writing in one run.
//!
//! The TOML library recovers from most faults, but full-width punctuation, which is what people with a Chinese
//! keyboard really type, throws it off for the rest of the file. So the lines that show such a slip are named,
//! blanked out byte by byte, and the rest is read again: positions stay right and nothing else is lost. Where a
//! heading is at fault, what stands below it belongs to nothing and is blanked out with it.

mod slips;

use std::collections::BTreeMap;
use std::ops::Range;

use toml::de::DeTable;
use toml_parser::Source;
use toml_parser::lexer::{Token, TokenKind};

use super::faults::Faults;
use crate::problem::{Problem, SyntaxFault};

use slips::{Lines, begins_anew, is_heading, slip};

/// More than this many faults in one file help nobody.
const MOST_FAULTS: usize = 20;

/// Reports every fault of writing in a text that is not TOML, and returns it with the worst lines blanked out.
pub(super) fn mend(text: &str, faults: &Faults) -> String {
    let mut mending = Mending::new(text);
    mending.blank_slips();
    mending.blank_errors();
    for found in mending.found.into_values().take(MOST_FAULTS) {
        faults.syntax(found.span, found.first, found.problem);
    }
    String::from_utf8(mending.blanked).expect("whole lines are blanked")
}

/// Reports what TOML refuses in a text that the library takes: in braces, a line that ends beside the sign between a key
/// and its value; and a second mark of the order of bytes before all else.
pub(super) fn check(text: &str, faults: &Faults) {
    if text.starts_with('\u{feff}') {
        let problem = Problem::Syntax { fault: SyntaxFault::Control { code: 0xfeff } };
        faults.syntax(0..'\u{feff}'.len_utf8(), None, problem);
    }
    let tokens: Vec<Token> = Source::new(text).lex().filter(|token| token.kind() != TokenKind::Whitespace).collect();
    let is_end = |token: &Token| matches!(token.kind(), TokenKind::Newline | TokenKind::Comment);
    for three in tokens.windows(3) {
        if three[1].kind() == TokenKind::Equals && (is_end(&three[0]) || is_end(&three[2])) {
            let span = three[1].span();
            faults.syntax(span.start()..span.end(), None, Problem::Syntax { fault: SyntaxFault::NoValue });
        }
    }
}

struct Found {
    span: Range<usize>,
    first: Option<Range<usize>>,
    problem: Problem,
}

struct Mending<'a> {
    text: &'a str,
    lines: Lines,
    blanked: Vec<u8>,
    /// One fault a line, by line.
    found: BTreeMap<usize, Found>,
}

impl<'a> Mending<'a> {
    fn new(text: &'a str) -> Self {
        Self { text, lines: Lines::of(text), blanked: text.as_bytes().to_vec(), found: BTreeMap::new() }
    }

    fn line(&self, line: usize) -> &'a str {
        self.lines.text(self.text, line)
    }

    fn blank(&mut self, lines: Range<usize>) {
        for line in lines {
            let range = self.lines.range(line);
            self.blanked[range].fill(b' ');
        }
    }

    /// The first line at or behind `line` with a heading.
    fn next_heading(&self, line: usize) -> usize {
        (line..self.lines.count()).find(|&line| is_heading(self.line(line))).unwrap_or(self.lines.count())
    }

    /// The first line at or behind `line` that begins with a heading or a key; a blank line also ends a text.
    fn next_beginning(&self, line: usize) -> usize {
        (line..self.lines.count())
            .find(|&line| begins_anew(self.line(line)) || self.line(line).trim().is_empty())
            .unwrap_or(self.lines.count())
    }

    /// The first line behind the two versions that a merge has left, where they begin on this line; those of a text
    /// without an end reach to the end of the file.
    fn conflict(&self, line: usize) -> Option<usize> {
        let is_begin = self.line(line).starts_with("<<<<<<< ");
        let behind = || (line + 1..self.lines.count()).find(|&end| self.line(end).starts_with(">>>>>>> "));
        is_begin.then(|| behind().map_or(self.lines.count(), |end| end + 1))
    }

    fn note(&mut self, line: usize, range: Range<usize>, problem: Problem) {
        let start = self.lines.range(line).start;
        let found = Found { span: start + range.start..start + range.end, first: None, problem };
        self.found.entry(line).or_insert(found);
    }

    fn blank_slips(&mut self) {
        let mut state = slips::State::default();
        let mut line = 0;
        while line < self.lines.count() {
            let text = self.line(line);
            if let Some(open) = state.left_open(text) {
                let range = open.at..open.at + 1;
                let fault = SyntaxFault::UnclosedBracket;
                self.note(open.line, range, Problem::Syntax { fault });
                self.blank(open.line..line);
                state = slips::State::default();
            }
            if let Some(end) = self.conflict(line) {
                let range = 0..text.trim_end().len();
                let fault = SyntaxFault::Conflict;
                self.note(line, range, Problem::Syntax { fault });
                self.blank(line..end);
                line = end;
                continue;
            }
            let begun = state.begun(line);
            let Some(found) = slip(text, line, &mut state) else {
                line += 1;
                continue;
            };
            let next = if is_heading(text) && begun == line {
                self.next_heading(line + 1)
            } else if found.is_open {
                self.next_beginning(line + 1)
            } else {
                line + 1
            };
            self.note(line, found.range, found.problem);
            self.blank(if found.is_open { begun } else { line }..next);
            if found.is_open {
                state = slips::State::default();
            }
            line = next;
        }
        if let Some((line, bracket)) = state.open() {
            let (range, fault) = match bracket {
                Some(bracket) => (bracket.at..bracket.at + 1, SyntaxFault::UnclosedBracket),
                None => (0..self.line(line).len(), SyntaxFault::UnclosedText),
            };
            self.note(line, range, Problem::Syntax { fault });
            self.blank(line..self.lines.count());
        }
    }

    fn blank_errors(&mut self) {
        let blanked = String::from_utf8(self.blanked.clone()).expect("whole lines are blanked");
        let mut errors: Vec<(Range<usize>, String)> = DeTable::parse_recoverable(&blanked)
            .1
            .into_iter()
            .map(|error| {
                let span = error.span().unwrap_or_default();
                (span, error.message().to_owned())
            })
            .collect();
        errors.sort_by_key(|(span, _)| span.start);
        let mut resume = 0;
        for (span, message) in errors {
            let line = self.lines.at(span.start);
            if line < resume {
                continue;
            }
            let text = self.line(line);
            if is_heading(text) {
                resume = self.next_heading(line + 1);
                self.blank(line..resume);
            }
            let Some((span, first, problem)) = self.classify(line, span, &message) else {
                continue;
            };
            let found = Found { span, first, problem };
            self.found.entry(line).or_insert(found);
        }
    }

    fn classify(
        &self,
        line: usize,
        span: Range<usize>,
        message: &str,
    ) -> Option<(Range<usize>, Option<Range<usize>>, Problem)> {
        let whole = {
            let (text, start) = (self.line(line), self.lines.range(line).start);
            let from = start + text.len() - text.trim_start().len();
            from..from + text.trim().len()
        };
        if message.starts_with("duplicate key") {
            return self.duplicate(line, span, whole);
        }
        let span = if is_heading(self.line(line)) { whole.clone() } else { span };
        // What is missing at the end of a line is missed before the sign that ends it, whichever that is.
        let end = self.lines.range(line).start + self.line(line).len();
        let span = span.start.min(end)..span.end;
        let key = self.text.get(span.clone()).unwrap_or("").to_owned();
        let (span, fault) = if message.starts_with("invalid unquoted key") && !key.is_ascii() {
            (span, SyntaxFault::ChineseKey { key })
        } else if message.contains("must be quoted") {
            (span, SyntaxFault::UnquotedText)
        } else if message.starts_with("unclosed") || message.starts_with("missing comma") {
            (span, SyntaxFault::UnclosedBracket)
        } else if message.contains("escape") || message.contains("unicode value") {
            (span, SyntaxFault::Backslash)
        } else if message.contains("basic string") || message.contains("literal string") {
            (span, SyntaxFault::UnclosedText)
        } else if message.starts_with("unexpected key or value") {
            (span, SyntaxFault::Trailing)
        } else if message.contains("key with no value") || message.contains("missing value") {
            (whole, SyntaxFault::NoValue)
        } else {
            let message = message.to_owned();
            (span, SyntaxFault::Other { message })
        };
        Some((span, None, Problem::Syntax { fault }))
    }

    /// A key or a heading that stands twice. `[entries]` instead of `[[entries]]` is none: that the first one is no
    /// list says enough.
    fn duplicate(
        &self,
        line: usize,
        span: Range<usize>,
        whole: Range<usize>,
    ) -> Option<(Range<usize>, Option<Range<usize>>, Problem)> {
        let is_heading_line = is_heading(self.line(line));
        let key = &self.text[if is_heading_line { whole.clone() } else { span.clone() }];
        let begins_with_key = |line: usize| {
            let text = self.line(line).trim();
            if is_heading_line {
                text == key
            } else {
                text.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='))
            }
        };
        let first_line = (0..line)
            .rev()
            .take_while(|&before| is_heading_line || !is_heading(self.line(before)))
            .find(|&before| begins_with_key(before));
        let is_list = ["[entries]", "[items]", "[tiers]"].contains(&key);
        if is_list && first_line.is_some() {
            return None;
        }
        let first = first_line.map(|line| {
            let start = self.lines.range(line).start;
            let from = start + self.line(line).len() - self.line(line).trim_start().len();
            from..from + key.len()
        });
        let problem = Problem::DuplicateKey { key: key.to_owned(), is_heading: is_heading_line };
        Some((if is_heading_line { whole } else { span }, first, problem))
    }
}
