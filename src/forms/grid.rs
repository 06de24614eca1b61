//! A table as cells: what stands where, what of it is seen, and nothing about what it means.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, Months, NaiveDate};

use super::decimal;
use super::fault::Refusal;
use super::limits::{MOST_COLUMNS, MOST_ROWS};
use super::number_format::{NumberFormat, Seen};

pub(super) const MB: u64 = 1024 * 1024;
/// The most bytes that a file may unpack to.
pub(super) const MOST_UNPACKED: u64 = 64 * MB;
pub(super) const MOST_SHEETS: usize = 20;
/// More merged regions than any honest sheet has.
const MOST_REGIONS: usize = 10_000;

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A text as typed.
    Text(String),
    /// A number.
    Number {
        /// As a plain decimal.
        written: String,
        /// Shown as percent; none where the file does not say.
        is_percent: Option<bool>,
    },
    /// A day.
    Day(NaiveDate),
    /// A time of day or a length of time, as it is kept.
    Time(String),
    /// Yes or no.
    Bool(bool),
    /// `#REF!`
    Error(String),
    /// A formula that was never computed.
    NoValue,
    /// Something that is seen as something else: 0.496 as 50%, 3500 as 3.5, or not at all.
    Unlike {
        /// What the cell holds.
        kept: String,
        /// What it shows; none where that cannot be told.
        shown: Option<String>,
    },
}

impl Value {
    /// As a person would see it.
    pub fn shown(&self) -> String {
        match self {
            Self::Text(text) | Self::Time(text) | Self::Error(text) => text.clone(),
            Self::Number { written, is_percent: Some(true) } => format!("{}%", decimal::shift(written, 2)),
            Self::Number { written, .. } => written.clone(),
            Self::Day(day) => day.to_string(),
            Self::Bool(true) => "TRUE".to_owned(),
            Self::Bool(false) => "FALSE".to_owned(),
            Self::NoValue => String::new(),
            Self::Unlike { kept, shown } => shown.as_ref().unwrap_or(kept).clone(),
        }
    }

    /// A number, given as a plain decimal, as its format shows it.
    pub(super) fn of_number(written: String, format: &NumberFormat, is_1904: bool) -> Self {
        match format.number(&written) {
            Seen::AsIs { is_percent } => Self::Number { written, is_percent: Some(is_percent) },
            Seen::Worded(text) => Self::Text(text),
            Seen::Time => Self::Time(written),
            Seen::Date { is_month } => match day_of(&written, is_1904) {
                // What shows no day is a month: 2022年6月, which Excel keeps as the first of June.
                Some(day) if is_month => Self::Text(format!("{}年{}月", day.year(), day.month())),
                Some(day) => Self::Day(day),
                None => Self::Time(written),
            },
            Seen::Otherwise(shown) => {
                let is_percent = shown.as_ref().is_some_and(|shown| shown.ends_with('%'));
                let kept = if is_percent { format!("{}%", decimal::shift(&written, 2)) } else { written };
                Self::Unlike { kept, shown }
            }
        }
    }

    /// A text as its format shows it.
    pub(super) fn of_text(text: String, format: &NumberFormat) -> Self {
        if format.shows_texts() { Self::Text(text) } else { Self::Unlike { kept: text, shown: Some(String::new()) } }
    }

    /// Whether there is nothing to be seen.
    pub(super) fn is_blank(&self) -> bool {
        matches!(self, Self::Text(text) if is_blank(text))
    }
}

/// Whether a text shows nothing, full-width blanks and invisible marks included.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(|letter| letter.is_whitespace() || crate::source::is_invisible(letter))
}

/// Cells that are merged into one: first row and column, last row and column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// The cell that holds the value.
    pub first: (u32, u32),
    /// The last one.
    pub last: (u32, u32),
}

/// A sheet as cells.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    /// Its name; none in a file without sheets.
    pub name: String,
    /// Nobody sees it.
    pub is_hidden: bool,
    /// Rows that nobody sees.
    hidden_rows: BTreeSet<u32>,
    /// Columns that nobody sees.
    hidden_columns: BTreeSet<u32>,
    /// Cells that hold something, by row and column from 0.
    pub cells: BTreeMap<(u32, u32), Value>,
    /// Texts that a program may have made of a number, so that 7.10 has become 7.1.
    doubtful: BTreeSet<(u32, u32)>,
    /// Merged cells.
    pub merged: Vec<Region>,
    /// The merged region that each covered cell belongs to.
    covered: BTreeMap<(u32, u32), Region>,
}

impl Grid {
    pub(super) fn named(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    /// Keeps a value, if it lies where anybody would look for it.
    pub(super) fn put(&mut self, row: u32, column: u32, value: Value, budget: &mut Budget) -> Result<(), Refusal> {
        if value.is_blank() {
            return Ok(());
        }
        if row >= MOST_ROWS || column >= MOST_COLUMNS {
            return Err(Refusal::TooWide { sheet: self.name.clone(), rows: MOST_ROWS, columns: MOST_COLUMNS });
        }
        if let Value::Text(text) | Value::Unlike { kept: text, .. } = &value {
            budget.take(text.len())?;
        }
        self.cells.insert((row, column), value);
        Ok(())
    }

    pub(super) fn doubt_zeros(&mut self, row: u32, column: u32) {
        if row < MOST_ROWS && column < MOST_COLUMNS {
            self.doubtful.insert((row, column));
        }
    }

    /// Whether a text may have lost zeros at its end.
    pub(super) fn may_lack_zeros(&self, row: u32, column: u32) -> bool {
        self.doubtful.contains(&(row, column))
    }

    pub(super) fn hide_row(&mut self, row: u32) {
        if row < MOST_ROWS {
            self.hidden_rows.insert(row);
        }
    }

    pub(super) fn hide_columns(&mut self, first: u32, last: u32) {
        self.hidden_columns.extend(first..=last.min(MOST_COLUMNS));
    }

    /// Whether nobody sees a row.
    pub(super) fn is_hidden_row(&self, row: u32) -> bool {
        self.hidden_rows.contains(&row)
    }

    /// Whether nobody sees a column.
    pub(super) fn is_hidden_column(&self, column: u32) -> bool {
        self.hidden_columns.contains(&column)
    }

    /// The merged cells that a cell belongs to.
    pub(super) fn region(&self, row: u32, column: u32) -> Option<Region> {
        self.covered.get(&(row, column)).copied()
    }

    /// What a cell holds itself.
    pub fn at(&self, row: u32, column: u32) -> Option<&Value> {
        self.cells.get(&(row, column)).filter(|value| !value.is_blank())
    }

    /// What a cell shows, being perhaps part of a merged one, and where that stands.
    pub fn seen(&self, row: u32, column: u32) -> Option<&Value> {
        let at = self.region(row, column).map_or((row, column), |region| region.first);
        self.at(at.0, at.1)
    }

    /// The rows that hold something.
    pub fn rows(&self) -> impl Iterator<Item = u32> + '_ {
        let mut last = None;
        self.cells
            .iter()
            .filter(|(_, value)| !value.is_blank())
            .map(|(&(row, _), _)| row)
            .filter(move |&row| last.replace(row) != Some(row))
    }

    /// The cells of a row that hold something, from the left.
    pub fn row(&self, row: u32) -> impl Iterator<Item = (u32, &Value)> {
        self.cells
            .range((row, 0)..=(row, u32::MAX))
            .filter(|(_, value)| !value.is_blank())
            .map(|(&(_, column), value)| (column, value))
    }

    /// The last column that holds something.
    pub fn last_column(&self) -> u32 {
        let columns = self.cells.keys().map(|&(_, column)| column);
        columns.max().unwrap_or(0)
    }

    pub(super) fn merge(&mut self, regions: impl IntoIterator<Item = Region>) {
        for region in regions {
            let last = (region.last.0.min(MOST_ROWS), region.last.1.min(MOST_COLUMNS));
            let region = Region { first: region.first, last };
            let size = u64::from(last.0.saturating_sub(region.first.0) + 1)
                * u64::from(last.1.saturating_sub(region.first.1) + 1);
            // Ten thousand regions over everything would be a bomb of its own.
            if self.merged.len() >= MOST_REGIONS || self.covered.len() as u64 + size > 1_000_000 {
                continue;
            }
            for row in region.first.0..=last.0 {
                for column in region.first.1..=last.1 {
                    self.covered.insert((row, column), region);
                }
            }
            self.merged.push(region);
        }
    }
}

/// A file as sheets.
#[derive(Clone, Debug)]
pub struct Book {
    /// Its sheets, hidden ones included.
    pub sheets: Vec<Grid>,
}

/// The day of a number of days; none in the first year of the count, where office programs disagree.
fn day_of(written: &str, is_1904: bool) -> Option<NaiveDate> {
    let days: u64 = written.split('.').next()?.parse().ok()?;
    let from = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    let from = if is_1904 { from.checked_add_months(Months::new(48))?.checked_add_days(Days::new(2))? } else { from };
    from.checked_add_days(Days::new(days)).filter(|day| (1901..=9999).contains(&day.year()))
}

/// Room for texts: a text that is kept once may be shown in a million cells.
#[derive(Debug)]
pub(super) struct Budget(u64);

impl Default for Budget {
    fn default() -> Self {
        Self(MOST_UNPACKED)
    }
}

impl Budget {
    pub(super) fn take(&mut self, bytes: usize) -> Result<(), Refusal> {
        let left = self.0.checked_sub(bytes as u64).ok_or(Refusal::Bomb { limit: MOST_UNPACKED / MB })?;
        self.0 = left;
        Ok(())
    }
}

/// A text in UTF-8, GBK or UTF-16.
pub(super) fn decode(bytes: &[u8]) -> Option<String> {
    if let Some((encoding, length)) = encoding_rs::Encoding::for_bom(bytes) {
        let (text, has_errors) = encoding.decode_without_bom_handling(&bytes[length..]);
        return (!has_errors).then(|| text.into_owned());
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(text.to_owned());
    }
    let (text, has_errors) = encoding_rs::GB18030.decode_without_bom_handling(bytes);
    (!has_errors).then(|| text.into_owned())
}

/// A number kept in binary, in fifteen digits: what an office program shows. Behind them stands the noise of binary sums.
#[expect(
    clippy::disallowed_types,
    reason = "workbooks keep numbers in binary floating point; here they are written out"
)]
pub(super) fn of_bits(bits: u64) -> String {
    decimal::plain(&format!("{:.14e}", f64::from_bits(bits)))
}

/// The same of a number written out.
#[expect(
    clippy::disallowed_types,
    reason = "workbooks keep numbers in binary floating point; here they are written out"
)]
pub(super) fn of_digits(digits: &str) -> Option<String> {
    let number: f64 = digits.trim().parse().ok()?;
    number.is_finite().then(|| of_bits(number.to_bits()))
}
