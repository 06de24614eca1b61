//! From text to a TOML tree, with every fault of the writing in one run.
//!
//! The TOML library recovers from most faults, but full-width punctuation, which is what people with a Chinese
//! keyboard really type, throws it off for the rest of the file. So the lines that show such a slip are named,
//! blanked out byte by byte, and the rest is read again: positions stay right and nothing else is lost.

use std::collections::BTreeMap;

use toml::de::DeTable;

use super::faults::Faults;
use crate::model::Month;
use crate::problem::{Problem, SyntaxFault};

/// More than this many faults in one file help nobody.
const MOST_FAULTS: usize = 20;

/// Reports every fault of writing in a text that is not TOML, and returns it with the worst lines blanked out.
pub(super) fn mend(text: &str, faults: &Faults) -> String {
    let mut found = BTreeMap::new();
    let blanked = blank_slips(text, &mut found);
    for error in DeTable::parse_recoverable(&blanked).1 {
        let span = error.span().unwrap_or_default();
        let line = line_start(text, span.start);
        found
            .entry(line)
            .or_insert_with(|| (span, classify(error.message())));
    }
    for (span, problem) in found.into_values().take(MOST_FAULTS) {
        faults.syntax(span, problem);
    }
    blanked
}

type Found = BTreeMap<usize, (std::ops::Range<usize>, Problem)>;

fn line_start(text: &str, at: usize) -> usize {
    text.as_bytes()[..at.min(text.len())]
        .iter()
        .rposition(|&byte| byte == b'\n')
        .map_or(0, |newline| newline + 1)
}

fn blank_slips(text: &str, found: &mut Found) -> String {
    let mut blanked = String::with_capacity(text.len());
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if let Some((range, fault)) = slip(line.trim_end_matches(['\r', '\n'])) {
            let span = start + range.start..start + range.end;
            found.insert(start, (span, Problem::Syntax { fault }));
            blanked.extend(
                line.bytes()
                    .map(|byte| if byte == b'\n' { '\n' } else { ' ' }),
            );
        } else {
            blanked.push_str(line);
        }
        start += line.len();
    }
    blanked
}

/// The first slip of the pen in a line, outside quotes and comments.
fn slip(line: &str) -> Option<(std::ops::Range<usize>, SyntaxFault)> {
    let mut quote = None;
    for (at, character) in line.char_indices() {
        match (quote, character) {
            (Some(open), _) if open == character => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(character),
            (None, '#') => break,
            (None, _) => {
                if let Some(plain) = plain_form(character) {
                    let fault = SyntaxFault::FullWidth {
                        found: character,
                        plain,
                    };
                    return Some((at..at + character.len_utf8(), fault));
                }
            }
        }
        if character.is_control() && character != '\t' {
            let code = u32::from(character);
            return Some((at..at + character.len_utf8(), SyntaxFault::Control { code }));
        }
    }
    let (key, value) = line.split_once('=')?;
    let trimmed = key.trim();
    if !trimmed.is_ascii() && !trimmed.contains(['"', '\'', '#', '[', '{']) {
        let start = key.find(trimmed)?;
        let fault = SyntaxFault::ChineseKey {
            key: trimmed.to_owned(),
        };
        return Some((start..start + trimmed.len(), fault));
    }
    // A line may hold several pairs in an inline table; each value ends at a comma or a closing bracket.
    let mut from = line.len() - value.len();
    let mut in_quotes = false;
    let mut ends: Vec<usize> = Vec::new();
    for (at, character) in line.char_indices().skip_while(|&(at, _)| at < from) {
        match character {
            '"' => in_quotes = !in_quotes,
            '#' if !in_quotes => {
                ends.push(at);
                break;
            }
            ',' | '}' | ']' if !in_quotes => ends.push(at),
            _ => {}
        }
    }
    ends.push(line.len());
    for end in ends {
        if end < from {
            break;
        }
        let segment = &line[from..end];
        let bare = segment.rsplit('=').next().unwrap_or(segment);
        let token = bare.trim_matches(|character: char| {
            character.is_whitespace() || matches!(character, '{' | '[')
        });
        if let Some(fault) = misspelt_value(token) {
            let at = end - bare.len() + bare.find(token)?;
            return Some((at..at + token.len(), fault));
        }
        from = end + 1;
    }
    None
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
        '\u{FF01}'..='\u{FF5E}' => u32::from(character)
            .checked_sub(0xFEE0)
            .and_then(char::from_u32)?,
        _ => return None,
    })
}

fn misspelt_value(token: &str) -> Option<SyntaxFault> {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(number) = token.strip_suffix('%')
        && digits(&number.trim_end().replacen('.', "", 1))
    {
        let meant = number.trim_end().to_owned();
        return Some(SyntaxFault::PercentSign { meant });
    }
    let parts: Vec<&str> = token.split(['-', '/', '.']).collect();
    if !parts.iter().all(|part| digits(part) && part.len() <= 4) {
        return None;
    }
    match parts[..] {
        [number] if number.len() > 1 && number.starts_with('0') => Some(SyntaxFault::LeadingZero {
            meant: number.trim_start_matches('0').to_owned(),
        }),
        [year, month] if year.len() == 4 && !token.contains('.') => {
            let meant = Month::new(year.parse().ok()?, month.parse().ok()?)?;
            Some(SyntaxFault::UnquotedMonth {
                meant: format!("\"{meant}\""),
            })
        }
        [year, month, day] if year.len() == 4 => {
            let meant = format!("{year}-{month:0>2}-{day:0>2}");
            (meant != token && meant.parse::<chrono::NaiveDate>().is_ok())
                .then_some(SyntaxFault::DateForm { meant })
        }
        _ => None,
    }
}

fn classify(message: &str) -> Problem {
    let fault = if message.starts_with("duplicate key") {
        return Problem::DuplicateKey;
    } else if message.contains("must be quoted") {
        SyntaxFault::UnquotedText
    } else if message.starts_with("unclosed") || message.starts_with("missing comma") {
        SyntaxFault::UnclosedBracket
    } else if message.contains("basic string") || message.contains("literal string") {
        SyntaxFault::UnclosedText
    } else if message.contains("key with no value") || message.contains("value expected") {
        SyntaxFault::NoValue
    } else {
        SyntaxFault::Other {
            message: message.to_owned(),
        }
    };
    Problem::Syntax { fault }
}
