//! The lag of one verdict as a formula for a spreadsheet, to be typed into a cell and to give the same number.
//!
//! Months are counted from January of the year in which the counting starts, so that each number in the formula is one
//! that stands in the text above it: June is 6, the June after it 18, 15 June is 5 and 15 of 30.

use chrono::Datelike;

use super::results::Results;
use crate::assess::{Reasoning, ShareAssessment, Verdict};
use crate::document::{Ending, Sum};
use crate::model::{Moment, Month, Ratio, Schedule, Terms};
use crate::text::measure::decimal;

/// A formula, and from which year on its months are counted.
pub(super) struct Formula {
    pub(super) written: String,
    pub(super) year: i32,
}

/// The lag of a verdict on a share as a sum that comes to the number shown; none where nothing lags.
pub(super) fn lag_sum(results: Results<'_>, assessed: &ShareAssessment, verdict: &Verdict) -> Option<Sum> {
    let formula = Formula::of(results, assessed, verdict)?;
    let lag = verdict.lag?.months();
    let ending = if lag.is_whole() {
        Ending::Whole
    } else if (lag * Ratio::HUNDRED).is_whole() {
        Ending::Two
    } else {
        Ending::CutOff
    };
    Sum::new(formula.written.trim_start_matches('='), ending)
}

impl Formula {
    /// The formula of the lag in any month of the share's history; none where nothing lags.
    pub(super) fn of(results: Results<'_>, assessed: &ShareAssessment, verdict: &Verdict) -> Option<Self> {
        verdict.lag.filter(|lag| lag.is_some())?;
        let (since, now) = (verdict.counts_from?, verdict.until());
        let terms = verdict.terms(results.item(assessed), results.share(assessed));
        let pace = match (verdict.reasoning, terms.schedule) {
            (Reasoning::Curve { actual, .. }, Schedule::Curve(curve)) => {
                curve.line_past(actual).map(|line| (line, actual))
            }
            _ => None,
        };
        let first = pace.map_or(Moment::during(since), |((low, _), _)| low.by);
        let year = first.month().year();
        let month = |moment| month(moment, year);
        let written = match pace {
            Some(((low, high), actual)) => {
                let level = |percent| plain_level(terms, percent);
                let (low_level, from) = (level(low.level), month(low.by));
                format!(
                    "={}-({}+({}-{low_level})*({}-{})/({}-{low_level}))",
                    month(now),
                    from,
                    level(actual),
                    month(high.by),
                    bracketed(&from),
                    level(high.level),
                )
            }
            None => format!("={}-{}", month(now), bracketed(&month(first))),
        };
        Some(Self { written, year })
    }
}

/// Percent of the share in its measure, exactly; as a fraction where it has no end in decimals.
pub(super) fn plain_level(terms: Terms<'_>, percent: Ratio) -> String {
    let number = terms.in_measure(percent);
    let is_decimal = (number * Ratio::whole(10_000)).is_whole();
    if is_decimal { decimal(number) } else { number.to_string() }
}

/// A moment in months since the beginning of a year: `6`, or `5+15/30`.
fn month(moment: Moment, year: i32) -> String {
    let closed = |month: Month| i64::from(month.year() - year) * 12 + i64::from(month.number());
    match moment {
        Moment::Close(month) => closed(month).to_string(),
        Moment::Day(_) if moment.at().is_whole() => closed(moment.month()).to_string(),
        Moment::Day(day) => {
            let month = moment.month();
            let days = month.last_day().day();
            let part = format!("{}/{days}", day.day());
            match closed(month.plus(-1)) {
                0 => part,
                before => format!("{before}+{part}"),
            }
        }
    }
}

/// A sum that something is taken from stands in brackets.
fn bracketed(sum: &str) -> String {
    if sum.contains('+') { format!("({sum})") } else { sum.to_owned() }
}
