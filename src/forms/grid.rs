//! Any file that comes back, as cells: what stands where, and nothing about what it means. Whatever is too large,
//! locked or broken is refused before it can do harm.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, Dimensions, Reader, SheetVisible, Xls, XlsError, Xlsx, XlsxError};
use chrono::{Datelike, NaiveDate};

use super::biff;
use super::decimal;
use super::fault::Refusal;
use super::limits::{MOST_COLUMNS, MOST_ROWS};
use super::number_format::is_percent;

/// The most bytes of a file that are looked at.
pub const MOST_BYTES: u64 = 8 * MB;
const MB: u64 = 1024 * 1024;
/// The most bytes that a file may unpack to.
const MOST_UNPACKED: u64 = 64 * MB;
/// More parts than any honest workbook has.
const MOST_PARTS: usize = 2_000;
const MOST_SHEETS: usize = 20;
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
        }
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
    /// Cells that hold something, by row and column from 0.
    pub cells: BTreeMap<(u32, u32), Value>,
    /// Merged cells.
    pub merged: Vec<Region>,
    /// The merged region that each covered cell belongs to.
    covered: BTreeMap<(u32, u32), (u32, u32)>,
}

impl Grid {
    /// What a cell holds itself.
    pub fn at(&self, row: u32, column: u32) -> Option<&Value> {
        self.cells.get(&(row, column)).filter(|value| !value.is_blank())
    }

    /// What a cell shows, being perhaps part of a merged one, and where that stands.
    pub fn seen(&self, row: u32, column: u32) -> Option<&Value> {
        let at = self.covered.get(&(row, column)).copied().unwrap_or((row, column));
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
        for region in regions.into_iter().take(MOST_REGIONS) {
            let last = (region.last.0.min(MOST_ROWS), region.last.1.min(MOST_COLUMNS));
            let (rows, columns) = (region.first.0..=last.0, region.first.1..=last.1);
            let size = u64::from(last.0.saturating_sub(region.first.0) + 1)
                * u64::from(last.1.saturating_sub(region.first.1) + 1);
            // Ten thousand regions over everything would be a bomb of its own.
            if self.covered.len() as u64 + size > 1_000_000 {
                continue;
            }
            for row in rows {
                for column in columns.clone() {
                    self.covered.insert((row, column), region.first);
                }
            }
            self.merged.push(Region { first: region.first, last });
        }
    }
}

/// A file as sheets.
#[derive(Clone, Debug)]
pub struct Book {
    /// Its sheets, hidden ones included.
    pub sheets: Vec<Grid>,
}

/// Reads a file of any kind that is taken, by what it holds rather than by its name.
///
/// # Errors
/// Why it is refused.
pub fn read(bytes: &[u8], name: &str) -> Result<Book, Refusal> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Refusal::TooLarge { limit: MOST_BYTES / MB });
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Refusal::Empty);
    }
    if bytes.starts_with(b"PK") {
        let parts = unpack(bytes)?;
        return match parts {
            Kind::Xlsx => guarded(|| xlsx(bytes)),
            Kind::Xlsb => Err(Refusal::Binary),
            Kind::Other => Err(Refusal::NotAWorkbook),
        };
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return guarded(|| xls(bytes));
    }
    let head: Vec<u8> = bytes.iter().take(2_000).map(u8::to_ascii_lowercase).collect();
    let has = |mark: &[u8]| head.windows(mark.len()).any(|window| window == mark);
    if has(b"<html") || has(b"<table") || has(b"<workbook") || has(b"<!doctype") {
        return Err(Refusal::WebPage);
    }
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    if ["csv", "txt", "tsv"].contains(&ending.to_ascii_lowercase().as_str()) {
        return csv(bytes);
    }
    let is_workbook = ["xlsx", "xlsm", "xls", "et"].contains(&ending.to_ascii_lowercase().as_str());
    Err(if is_workbook { Refusal::Damaged } else { Refusal::NotAWorkbook })
}

enum Kind {
    Xlsx,
    Xlsb,
    Other,
}

/// Unpacks everything once, without keeping it: what a packed file says about its size may be a lie.
fn unpack(bytes: &[u8]) -> Result<Kind, Refusal> {
    let bomb = || Refusal::Bomb { limit: MOST_UNPACKED / MB };
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Damaged)?;
    if archive.len() > MOST_PARTS {
        return Err(bomb());
    }
    let mut kind = Kind::Other;
    let mut total = 0;
    for part in 0..archive.len() {
        let file = match archive.by_index(part) {
            Ok(file) => file,
            Err(zip::result::ZipError::UnsupportedArchive(zip::result::ZipError::PASSWORD_REQUIRED)) => {
                return Err(Refusal::Encrypted);
            }
            Err(_) => return Err(Refusal::Damaged),
        };
        let name = file.name().map(|name| name.to_ascii_lowercase());
        match name.as_deref() {
            Ok("xl/workbook.bin") => kind = Kind::Xlsb,
            // Some programs write the paths with a stroke of their own.
            Ok(name) if name.starts_with("xl/") || name.starts_with("xl\\") => {
                if matches!(kind, Kind::Other) {
                    kind = Kind::Xlsx;
                }
            }
            _ => {}
        }
        let left = MOST_UNPACKED - total;
        let size = std::io::copy(&mut file.take(left + 1), &mut std::io::sink()).map_err(|_| Refusal::Damaged)?;
        if size > left {
            return Err(bomb());
        }
        total += size;
    }
    Ok(kind)
}

/// Broken files have made readers of workbooks panic before; that one file is broken must not keep the others from
/// being read. Nothing of what the reader held is used afterwards.
fn guarded(read: impl FnOnce() -> Result<Book, Refusal>) -> Result<Book, Refusal> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or(Err(Refusal::Damaged))
}

fn xlsx(bytes: &[u8]) -> Result<Book, Refusal> {
    let refuse = |error: XlsxError| match error {
        XlsxError::Password => Refusal::Encrypted,
        _ => Refusal::Damaged,
    };
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(refuse)?;
    let about = workbook.sheets_metadata().to_vec();
    if about.len() > MOST_SHEETS {
        return Err(Refusal::TooManySheets { limit: MOST_SHEETS });
    }
    let mut sheets = Vec::new();
    for sheet in about {
        if sheet.typ != calamine::SheetType::WorkSheet {
            continue;
        }
        let mut grid =
            Grid { name: sheet.name.clone(), is_hidden: sheet.visible != SheetVisible::Visible, ..Grid::default() };
        let mut reader = workbook.worksheet_cells_reader(&sheet.name).map_err(refuse)?;
        while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(refuse)? {
            let format = reader
                .styles()
                .get(style)
                .and_then(|style| style.number_format.as_ref())
                .map_or("", |format| format.format_code.as_str());
            let is_percent = is_percent(format);
            if let Some(value) = value_of(cell.get_value().clone().into(), Some(is_percent)) {
                let (row, column) = cell.get_position();
                insert(&mut grid, row, column, value)?;
            }
        }
        drop(reader);
        let mut reader = workbook.worksheet_cells_reader(&sheet.name).map_err(refuse)?;
        while let Some(formula) = reader.next_formula().map_err(refuse)? {
            let (row, column) = formula.get_position();
            if !formula.get_value().is_empty() && !grid.cells.contains_key(&(row, column)) {
                insert(&mut grid, row, column, Value::NoValue)?;
            }
        }
        drop(reader);
        let regions = workbook.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default();
        grid.merge(regions.into_iter().map(region));
        sheets.push(grid);
    }
    Ok(Book { sheets })
}

fn xls(bytes: &[u8]) -> Result<Book, Refusal> {
    let marks: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if bytes.windows(marks.len()).any(|window| window == marks) {
        return Err(Refusal::Encrypted);
    }
    // The reader makes room for everything between the outermost cells: look first how far apart they are.
    let scanned = biff::scan(bytes)?;
    let mut workbook: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => Refusal::Encrypted,
        _ => Refusal::Damaged,
    })?;
    let about = workbook.sheets_metadata().to_vec();
    if about.len() > MOST_SHEETS {
        return Err(Refusal::TooManySheets { limit: MOST_SHEETS });
    }
    let mut sheets = Vec::new();
    for (position, sheet) in about.iter().enumerate() {
        let mut grid =
            Grid { name: sheet.name.clone(), is_hidden: sheet.visible != SheetVisible::Visible, ..Grid::default() };
        let Ok(range) = workbook.worksheet_range(&sheet.name) else {
            continue;
        };
        let (top, left) = range.start().unwrap_or((0, 0));
        for (row, column, value) in range.used_cells() {
            let place = |offset: usize, from: u32| {
                u32::try_from(offset).ok().and_then(|offset| offset.checked_add(from)).unwrap_or(u32::MAX)
            };
            let (row, column) = (place(row, top), place(column, left));
            let is_percent = scanned.is_percent(position, row, column);
            if let Some(value) = value_of(value.clone(), is_percent) {
                insert(&mut grid, row, column, value)?;
            }
        }
        let regions = workbook.merge_cells_by_sheet_name(&sheet.name);
        grid.merge(regions.unwrap_or_default().into_iter().map(region));
        sheets.push(grid);
    }
    Ok(Book { sheets })
}

fn csv(bytes: &[u8]) -> Result<Book, Refusal> {
    let text = decode(bytes).ok_or(Refusal::NotText)?;
    let first = text.lines().take(20).collect::<Vec<_>>().join("\n");
    let count = |mark: u8| first.bytes().filter(|&byte| byte == mark).count();
    let delimiter = [b',', b'\t', b';'].into_iter().max_by_key(|&mark| (count(mark), mark == b',')).unwrap_or(b',');
    let mut grid = Grid::default();
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    // Addresses are those of Excel: blank lines, which the reader leaves out, are rows; lines inside quotes are not.
    let mut inside: usize = 0;
    for record in reader.records() {
        let record = record.map_err(|_| Refusal::Damaged)?;
        // A record is said to begin before the blank lines in front of it.
        let (line, at) = record
            .position()
            .map_or((1, 0), |position| (position.line(), usize::try_from(position.byte()).unwrap_or(0)));
        let rest = text.get(at..).unwrap_or("");
        let blanks = rest.bytes().take_while(|byte| matches!(byte, b'\r' | b'\n'));
        let blanks = blanks.filter(|&byte| byte == b'\n').count();
        let line = usize::try_from(line).unwrap_or(usize::MAX).saturating_add(blanks);
        let row = u32::try_from(line.saturating_sub(1 + inside)).unwrap_or(u32::MAX);
        inside += record.iter().map(|field| field.matches('\n').count()).sum::<usize>();
        for (column, field) in (0..).zip(&record) {
            let text = unguarded(field);
            if !is_blank(text) {
                insert(&mut grid, row, column, Value::Text(text.to_owned()))?;
            }
        }
    }
    Ok(Book { sheets: vec![grid] })
}

/// `="7.10"` is how a text that looks like a number is kept from Excel.
fn unguarded(field: &str) -> &str {
    field.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')).unwrap_or(field)
}

/// A text in UTF-8, GBK or UTF-16.
fn decode(bytes: &[u8]) -> Option<String> {
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

/// Keeps a value, if it lies where anybody would look for it.
fn insert(grid: &mut Grid, row: u32, column: u32, value: Value) -> Result<(), Refusal> {
    if value.is_blank() {
        return Ok(());
    }
    if row >= MOST_ROWS || column >= MOST_COLUMNS {
        return Err(Refusal::TooWide { sheet: grid.name.clone(), rows: MOST_ROWS, columns: MOST_COLUMNS });
    }
    grid.cells.insert((row, column), value);
    Ok(())
}

fn region(dimensions: Dimensions) -> Region {
    Region { first: dimensions.start, last: dimensions.end }
}

fn value_of(data: Data, is_percent: Option<bool>) -> Option<Value> {
    let number = |written: String| Value::Number { written, is_percent };
    Some(match data {
        Data::Empty => return None,
        Data::Int(whole) => number(whole.to_string()),
        // Fifteen digits are what an office program shows; behind them stands the noise of binary sums.
        Data::Float(float) => number(decimal::plain(&format!("{float:.14e}"))),
        Data::String(text) => Value::Text(text),
        Data::Bool(is_true) => Value::Bool(is_true),
        Data::Error(error) => Value::Error(error.to_string()),
        Data::DateTimeIso(text) => match text.get(..10).and_then(|day| day.parse().ok()) {
            Some(day) => Value::Day(day),
            None => Value::Time(text),
        },
        Data::DurationIso(text) => Value::Time(text),
        Data::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            let day = NaiveDate::from_ymd_opt(year.into(), month.into(), day.into());
            match day {
                Some(day) if moment.is_datetime() && day.year() > 1900 => Value::Day(day),
                _ => Value::Time(decimal::plain(&format!("{:.14e}", moment.as_f64()))),
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_a_csv_keep_their_numbers() {
        let book = read("甲,乙\n\n\"1\n2\",3\n４,=\"7.10\"\n".as_bytes(), "a.csv").unwrap();
        let sheet = &book.sheets[0];
        assert_eq!(sheet.at(2, 1), Some(&Value::Text("3".to_owned())));
        assert_eq!(sheet.rows().collect::<Vec<_>>(), [0, 2, 3]);
        assert_eq!(sheet.at(3, 1), Some(&Value::Text("7.10".to_owned())));
    }
}
