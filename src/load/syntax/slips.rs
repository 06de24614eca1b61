//! Slips of the pen, line by line: what people type who are used to a Chinese keyboard and to spreadsheets.

use std::ops::Range;

use crate::model::{Month, MonthFault};
use crate::problem::{DateFault, Problem, SyntaxFault};
use crate::source::half_width;

/// Where the lines of a text begin.
pub(super) struct Lines(Vec<usize>);

impl Lines {
    pub(super) fn of(text: &str) -> Self {
        let behind = text.match_indices('\n').map(|(at, _)| at + 1);
        let mut starts: Vec<usize> = std::iter::once(0).chain(behind).collect();
        starts.push(text.len() + 1);
        Self(starts)
    }

    pub(super) fn count(&self) -> usize {
        self.0.len() - 1
    }

    /// The line that an offset lies in.
    pub(super) fn at(&self, offset: usize) -> usize {
        let behind = self.0.partition_point(|&start| start <= offset);
        behind.saturating_sub(1).min(self.count() - 1)
    }

    /// A line without its end.
    pub(super) fn range(&self, line: usize) -> Range<usize> {
        self.0[line]..self.0[line + 1] - 1
    }

    pub(super) fn text<'t>(&self, text: &'t str, line: usize) -> &'t str {
        text[self.range(line)].trim_end_matches('\r')
    }
}

/// What is still open at the end of a line.
#[derive(Default)]
pub(super) struct State {
    brackets: Vec<Bracket>,
    /// The three quotes that close the text over several lines that is open, and the line it begins on.
    text: Option<(&'static str, usize)>,
}

/// An open bracket.
#[derive(Clone, Copy)]
pub(super) struct Bracket {
    pub(super) line: usize,
    pub(super) at: usize,
    is_list: bool,
}

impl State {
    /// The line on which what `line` belongs to begins.
    pub(super) fn begun(&self, line: usize) -> usize {
        let bracket = self.brackets.first().map(|bracket| bracket.line);
        bracket.or(self.text.map(|(_, line)| line)).unwrap_or(line)
    }

    /// What is open, at the end of the file: a bracket, or a text over several lines.
    pub(super) fn open(&self) -> Option<(usize, Option<Bracket>)> {
        let bracket = self.brackets.first().copied();
        let text = self.text.map(|(_, line)| (line, None));
        bracket.map(|bracket| (bracket.line, Some(bracket))).or(text)
    }

    /// The bracket that was never closed, if this line cannot stand inside it.
    pub(super) fn left_open(&self, line: &str) -> Option<Bracket> {
        let innermost = self.brackets.last().filter(|_| self.text.is_none())?;
        // Inside braces a key may begin a line.
        let is_new = if innermost.is_list { begins_anew(line) } else { is_plain_heading(line) };
        is_new.then_some(self.brackets[0])
    }
}

/// A problem behind its place in the line.
type Placed = (Range<usize>, Problem);

/// A slip and its place in the line.
pub(super) struct Slip {
    pub(super) range: Range<usize>,
    pub(super) problem: Problem,
    /// It leaves a text or a bracket open that goes on over the next lines, or stands inside one that does not end
    /// here as it should.
    pub(super) is_open: bool,
}

/// Whether a line is a heading, well written or not.
pub(super) fn is_heading(line: &str) -> bool {
    line.trim_start().starts_with(['[', '［', '【']) && (is_plain_heading(line) || !line.contains(['"', ',', '{']))
}

fn is_plain_heading(line: &str) -> bool {
    let is_bare = |character: char| character.is_ascii_alphanumeric() || matches!(character, '-' | '_' | '.');
    let line = line.split('#').next().unwrap_or("").trim();
    line.strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
        .map(|rest| rest.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(rest))
        .is_some_and(|name| !name.is_empty() && name.chars().all(is_bare))
}

/// Whether a line begins with a heading or a key.
pub(super) fn begins_anew(line: &str) -> bool {
    let key = line.trim_start().split('=').next().unwrap_or("");
    let is_bare = |character: char| character.is_ascii_alphanumeric() || matches!(character, '-' | '_' | '.');
    let is_key = line.contains('=') && !key.trim().is_empty() && key.trim().chars().all(is_bare);
    is_key || is_plain_heading(line)
}

/// The first slip in a line, outside quotes and remarks. Notes what the line leaves open, if it has none.
pub(super) fn slip(line: &str, number: usize, state: &mut State) -> Option<Slip> {
    let is_statement = state.brackets.is_empty() && state.text.is_none();
    if is_statement && is_heading(line) {
        let (found, _) = characters(line, number, &mut State::default());
        return found.map(|(range, problem)| Slip { range, problem, is_open: false });
    }
    if is_statement && let Some((range, problem)) = statement(line) {
        return Some(Slip { range, problem, is_open: leaves_open(line) });
    }
    let before = state.brackets.len();
    let (found, tokens) = characters(line, number, state);
    let found = found.or_else(|| {
        tokens.into_iter().find_map(|range| misspelt_value(&line[range.clone()]).map(|problem| (range, problem)))
    });
    found.map(|(range, problem)| {
        let is_text = matches!(problem, Problem::Syntax { fault: SyntaxFault::UnclosedText });
        Slip { range, problem, is_open: is_text || state.brackets.len() != before }
    })
}

fn syntax(fault: SyntaxFault) -> Problem {
    Problem::Syntax { fault }
}

/// Goes through a line character by character: the first slip, the bare words and numbers, and what stays open.
fn characters(line: &str, number: usize, state: &mut State) -> (Option<Placed>, Vec<Range<usize>>) {
    let mut found = None;
    let mut tokens = Vec::new();
    let mut token: Option<usize> = None;
    let mut at = 0;
    while let Some(character) = line[at..].chars().next() {
        let next = at + character.len_utf8();
        if let Some((close, _)) = state.text {
            let Some(end) = line[at..].find(close) else {
                break;
            };
            state.text = None;
            at += end + close.len();
            continue;
        }
        if character.is_control() && character != '\t' {
            let code = u32::from(character);
            found.get_or_insert((at..next, syntax(SyntaxFault::Control { code })));
        }
        if matches!(character, ',' | '{' | '}' | '[' | ']' | '=' | '#')
            && let Some(start) = token.take()
            && character != '='
        {
            tokens.push(start..at);
        }
        match character {
            '#' => break,
            '"' | '\'' => {
                token = None;
                let close = if character == '"' { "\"\"\"" } else { "'''" };
                if line[at..].starts_with(close) {
                    state.text = Some((close, number));
                    at += close.len();
                    continue;
                }
                let Some(end) = quoted(line, at) else {
                    found.get_or_insert_with(|| unclosed(line, at));
                    break;
                };
                let control = line[at..end].char_indices().find(|(_, inside)| inside.is_control() && *inside != '\t');
                if let Some((offset, inside)) = control {
                    let code = u32::from(inside);
                    let range = at + offset..at + offset + inside.len_utf8();
                    found.get_or_insert((range, syntax(SyntaxFault::Control { code })));
                }
                at = end;
                continue;
            }
            '[' | '{' => state.brackets.push(Bracket { line: number, at, is_list: character == '[' }),
            ']' | '}' => {
                state.brackets.pop();
            }
            ',' | '=' => {}
            _ => {
                if let Some(plain) = plain_form(character) {
                    let fault = SyntaxFault::FullWidth { found: character, plain };
                    found.get_or_insert((at..next, syntax(fault)));
                    // What they stand for opens and closes as well.
                    match plain {
                        '[' | '{' => state.brackets.push(Bracket { line: number, at, is_list: plain == '[' }),
                        ']' | '}' => {
                            state.brackets.pop();
                        }
                        _ => {}
                    }
                } else if token.is_none() && !character.is_whitespace() {
                    token = Some(at);
                }
            }
        }
        at = next;
    }
    if let Some(start) = token {
        let end = line.find('#').filter(|&end| end > start).unwrap_or(line.len());
        tokens.push(start..end);
    }
    let trimmed = |range: Range<usize>| {
        let text = line[range.clone()].trim_end();
        range.start..range.start + text.len()
    };
    (found, tokens.into_iter().map(trimmed).collect())
}

/// The offset behind a quoted text that begins at `at`.
fn quoted(line: &str, at: usize) -> Option<usize> {
    let quote = line.as_bytes()[at];
    let mut is_escaped = false;
    for (offset, &byte) in line.as_bytes().iter().enumerate().skip(at + 1) {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if quote == b'"' => is_escaped = true,
            _ if byte == quote => return Some(offset + 1),
            _ => {}
        }
    }
    None
}

/// A text that is not closed on its line: closed with a Chinese quote, or not at all.
fn unclosed(line: &str, at: usize) -> Placed {
    let plain = if line[at..].starts_with('"') { '"' } else { '\'' };
    let last = line.char_indices().rfind(|&(offset, character)| offset > at && plain_form(character) == Some(plain));
    if let Some((offset, found)) = last {
        let fault = SyntaxFault::FullWidth { found, plain };
        return (offset..offset + found.len_utf8(), syntax(fault));
    }
    (at..line.trim_end().len(), syntax(SyntaxFault::UnclosedText))
}

/// Whether a line opens more brackets than it closes; roughly, as the line is at fault anyway.
fn leaves_open(line: &str) -> bool {
    let plain = |character| plain_form(character).unwrap_or(character);
    let count = |sign| line.chars().filter(|&character| plain(character) == sign).count();
    count('[') > count(']') || count('{') > count('}')
}

/// What is wrong with a line as a whole, which should be `key = value`.
fn statement(line: &str) -> Option<Placed> {
    let start = line.len() - line.trim_start().len();
    let end = line.trim_end().len();
    let content = line.trim();
    if content.is_empty() || content.starts_with('#') || content.contains(char::is_control) {
        return None;
    }
    if content.starts_with(['"', '\'']) {
        return None;
    }
    let separator = content
        .char_indices()
        .find(|(_, character)| matches!(character, '=' | ':' | '＝' | '：' | '"' | '\'' | '“' | '#'))
        .filter(|(_, character)| !matches!(character, '"' | '\'' | '“' | '#'));
    let Some((at, sign)) = separator else {
        return Some((start..end, syntax(SyntaxFault::NoValue)));
    };
    let at = start + at;
    let key = line[start..at].trim_end();
    if key.chars().any(|character| plain_form(character).is_some()) {
        return None;
    }
    if !key.is_ascii() {
        let key_range = start..start + key.len();
        let key = key.to_owned();
        return Some((key_range, syntax(SyntaxFault::ChineseKey { key })));
    }
    match sign {
        ':' => return Some((at..at + 1, syntax(SyntaxFault::NoValue))),
        '：' | '＝' => {
            let fault = SyntaxFault::FullWidth { found: sign, plain: '=' };
            return Some((at..at + sign.len_utf8(), syntax(fault)));
        }
        _ => {}
    }
    let value = line[at + 1..end].trim_start();
    let from = end - value.len();
    if value.is_empty() || value.starts_with('#') {
        return Some((start..at + 1, syntax(SyntaxFault::NoValue)));
    }
    value_of(value).map(|(range, problem)| (from + range.start..from + range.end, problem))
}

/// What is wrong with the value of a statement as a whole.
fn value_of(value: &str) -> Option<Placed> {
    let first = value.chars().next()?;
    if matches!(first, '"' | '\'') {
        if value.starts_with("\"\"\"") || value.starts_with("'''") {
            return None;
        }
        let end = quoted(value, 0)?;
        return trailing(value, end);
    }
    if matches!(first, '[' | '{') {
        return None;
    }
    let bare = value.split(['#', '＃']).next().unwrap_or(value).trim_end();
    if let Some(sign) = bare.find(['=', '"']) {
        // A second pair on the same line; its key begins behind the last blank before the sign.
        let before = bare[..sign].trim_end();
        let from = before.rfind([' ', '\t', '，', ',']).map_or(sign, |blank| {
            let blank_length = before[blank..].chars().next().map_or(1, char::len_utf8);
            blank + blank_length
        });
        return Some((from..bare.len(), syntax(SyntaxFault::Trailing)));
    }
    if bare.is_ascii() && !bare.starts_with(['<', '>']) {
        return None;
    }
    if plain_form(first).is_some_and(|plain| matches!(plain, '"' | '\'' | '[' | '{' | ' ')) {
        return None;
    }
    let fault = dressed_number(bare).unwrap_or(SyntaxFault::UnquotedText);
    Some((0..bare.len(), syntax(fault)))
}

/// Something behind a quoted text that is complete.
fn trailing(value: &str, end: usize) -> Option<Placed> {
    let rest = value[end..].trim_start();
    let begins = rest.chars().next()?;
    let is_fault = begins != '#' && begins != '＃' && !begins.is_control();
    is_fault.then(|| (value.len() - rest.len()..value.len(), syntax(SyntaxFault::Trailing)))
}

/// `３５`, `35％`, `5个`, `约35`, `>=90`, `2022年6月22日`: a number or a date with something around it.
fn dressed_number(text: &str) -> Option<SyntaxFault> {
    let plain: String = text.chars().map(|character| plain_form(character).unwrap_or(character)).collect();
    let plain = plain.trim_start_matches(['约', '近', '超', '过', '>', '<', '=', '≥', '≤', ' ']);
    let groups: Vec<&str> =
        plain.split(|character: char| !character.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    if let [year, month, ..] = groups[..]
        && year.len() == 4
        && !plain.starts_with(&format!("{year}."))
    {
        let month = Month::new(year.parse().ok()?, month.parse().ok()?)?;
        let day = groups.get(2).map(|day| format!("{month}-{day:0>2}"));
        return Some(match day.filter(|day| day.parse::<chrono::NaiveDate>().is_ok()) {
            Some(meant) => SyntaxFault::DateForm { meant },
            None => SyntaxFault::UnquotedMonth { meant: format!("\"{month}\"") },
        });
    }
    let number: String = plain
        .chars()
        .enumerate()
        .take_while(|&(position, character)| {
            character.is_ascii_digit() || character == '.' || (position == 0 && character == '-')
        })
        .map(|(_, character)| character)
        .collect();
    let meant = number.trim_end_matches('.');
    let is_number = meant.ends_with(|character: char| character.is_ascii_digit()) && meant.matches('.').count() <= 1;
    is_number.then(|| SyntaxFault::DressedNumber { meant: meant.to_owned() })
}

/// The ASCII character that a full-width or Chinese one stands in for.
fn plain_form(character: char) -> Option<char> {
    Some(match character {
        '“' | '”' | '„' | '＂' | '「' | '」' => '"',
        '‘' | '’' => '\'',
        '，' | '、' => ',',
        '。' => '.',
        '【' => '[',
        '】' => ']',
        '\u{3000}' | '\u{A0}' => ' ',
        _ => half_width(character)?,
    })
}

fn misspelt_value(token: &str) -> Option<Problem> {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(number) = token.strip_suffix('%').map(str::trim_end)
        && digits(&number.replacen('.', "", 1))
    {
        return Some(syntax(SyntaxFault::PercentSign { meant: number.to_owned() }));
    }
    let parts: Vec<&str> = token.split(['-', '/', '.']).collect();
    if !parts.iter().all(|part| digits(part) && part.len() <= 4) {
        return None;
    }
    let has_dots = token.contains('.');
    match parts[..] {
        [number] | [number, _] if number.len() > 1 && number.starts_with('0') && (has_dots || parts.len() == 1) => {
            let meant = token.trim_start_matches('0');
            let is_bare = meant.starts_with(|character: char| character.is_ascii_digit());
            Some(syntax(SyntaxFault::LeadingZero { meant: format!("{}{meant}", if is_bare { "" } else { "0" }) }))
        }
        [year, month] if year.len() == 4 && !has_dots => {
            let month = Month::new(year.parse().ok()?, month.parse().ok()?);
            Some(month.map_or(Problem::BadMonth { fault: MonthFault::Range, meant: None }, |meant| {
                syntax(SyntaxFault::UnquotedMonth { meant: format!("\"{meant}\"") })
            }))
        }
        [year, month, day] if year.len() == 4 => {
            let meant = format!("{year}-{month:0>2}-{day:0>2}");
            if meant.parse::<chrono::NaiveDate>().is_err() {
                return Some(Problem::BadDate { fault: DateFault::NoSuchDay });
            }
            (meant != token).then(|| syntax(SyntaxFault::DateForm { meant }))
        }
        _ => None,
    }
}
