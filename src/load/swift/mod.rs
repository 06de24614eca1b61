//! The short way for tasks and reports that hold: straight from the text to what it says, without a tree in between.
//!
//! It says nothing about faults. Whatever is rare, unknown or not perfectly in order gives nothing, and the careful way
//! ([`files::read`](super::files::read)) reads the file instead. So it may be narrow, but it must never take what the
//! careful way would take otherwise, or would have something to say about; `tests/suite/swift.rs` holds the two against
//! each other.

mod reports;
mod scan;
mod tasks;

pub(super) use reports::{Expected, SwiftReport, report};
pub(super) use tasks::{number, task};

use super::reader;
use crate::model::{Figure, Month};
use crate::problem::DecimalRule;
use scan::{Said, Unusual, Value};

fn said_text<'t>(value: &Value<'t>) -> Result<&'t str, Unusual> {
    match value.said {
        Said::Text(text) => Ok(text),
        _ => Err(Unusual),
    }
}

fn said_figure(value: &Value<'_>, rule: DecimalRule) -> Result<Figure, Unusual> {
    match value.said {
        Said::Number(digits) | Said::Text(digits) => reader::figure(digits, rule).map_err(|_| Unusual),
        _ => Err(Unusual),
    }
}

fn said_month(value: &Value<'_>) -> Result<Month, Unusual> {
    Month::parse(said_text(value)?).map_err(|_| Unusual)
}

fn said_choice<T: Copy>(value: &Value<'_>, choices: &[(T, &'static str)]) -> Result<T, Unusual> {
    let word = said_text(value)?;
    let known = choices.iter().find(|(_, known)| *known == word);
    known.map(|(choice, _)| *choice).ok_or(Unusual)
}

fn said_list<'v, 't>(value: &'v Value<'t>) -> Result<&'v [Value<'t>], Unusual> {
    match &value.said {
        Said::List(values) => Ok(values),
        _ => Err(Unusual),
    }
}

/// A key stands once.
fn once<T>(slot: &mut Option<T>, value: T) -> Result<(), Unusual> {
    match slot.replace(value) {
        None => Ok(()),
        Some(_) => Err(Unusual),
    }
}
