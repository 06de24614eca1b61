//! The workbooks of older office programs: a stream of records ([MS-XLS]). Only what a person sees is read; what a record
//! claims is held against its own bytes.

use std::collections::BTreeMap;

use encoding_rs::{Encoding, GBK, WINDOWS_1252};

use super::compound::{u16_at, u32_at, workbook_stream};
use super::decimal;
use super::fault::Refusal;
use super::grid::{Book, Budget, Grid, MOST_SHEETS, Region, Value, of_bits};
use super::number_format::{NumberFormat, builtin};

/// Reads a workbook.
pub(super) fn read(bytes: &[u8]) -> Result<Book, Refusal> {
    let stream = workbook_stream(bytes)?;
    let mut budget = Budget::default();
    let globals = Globals::read(&stream, &mut budget)?;
    if globals.sheets.len() > MOST_SHEETS {
        return Err(Refusal::TooManySheets { limit: MOST_SHEETS });
    }
    let mut sheets = Vec::new();
    for sheet in &globals.sheets {
        let mut reader =
            SheetReader { globals: &globals, budget: &mut budget, grid: Grid::named(&sheet.name), awaited: None };
        reader.grid.is_hidden = sheet.is_hidden;
        for record in records(&stream, sheet.offset) {
            reader.record(&record)?;
        }
        sheets.push(reader.grid);
    }
    Ok(Book { sheets })
}

struct Sheet {
    offset: usize,
    name: String,
    is_hidden: bool,
}

/// What all sheets share.
struct Globals {
    sheets: Vec<Sheet>,
    texts: Vec<String>,
    formats: Vec<NumberFormat>,
    plain: NumberFormat,
    is_1904: bool,
    code: Code,
}

/// How texts are kept.
#[derive(Clone, Copy)]
struct Code {
    /// Before the time of Unicode.
    is_old: bool,
    page: &'static Encoding,
}

impl Globals {
    fn read(stream: &[u8], budget: &mut Budget) -> Result<Self, Refusal> {
        let mut code = Code { is_old: false, page: WINDOWS_1252 };
        let (mut sheets, mut texts, mut styles) = (Vec::new(), Vec::new(), Vec::new());
        let mut formats: BTreeMap<u16, NumberFormat> = BTreeMap::new();
        let mut is_1904 = false;
        let mut is_workbook = false;
        for record in records(stream, 0) {
            let data = record.data;
            match record.kind {
                0x0809 => {
                    is_workbook = true;
                    code.is_old = u16_at(data, 0) == Some(0x0500);
                }
                0x002F => return Err(Refusal::Encrypted),
                0x0042 if matches!(u16_at(data, 0), Some(936 | 54936)) => code.page = GBK,
                0x0022 => is_1904 = u16_at(data, 0) == Some(1),
                0x0085 => {
                    let offset = u32_at(data, 0).and_then(|at| usize::try_from(at).ok());
                    let (Some(offset), Some(&state), Some(&kind)) = (offset, data.get(4), data.get(5)) else {
                        return Err(Refusal::Damaged);
                    };
                    // Charts and the sheets of macros hold no tables.
                    if kind == 0 {
                        let name = Text::new(&record, 6).read(code, true).unwrap_or_default();
                        sheets.push(Sheet { offset, name, is_hidden: state & 3 != 0 });
                    }
                }
                0x041E => {
                    if let (Some(id), Some(format)) = (u16_at(data, 0), Text::new(&record, 2).read(code, code.is_old)) {
                        formats.insert(id, NumberFormat::parse(&format));
                    }
                }
                0x00E0 => styles.extend(u16_at(data, 2)),
                0x00FC => {
                    let mut text = Text::new(&record, 8);
                    while let Some(one) = text.read(code, false) {
                        budget.take(one.len())?;
                        texts.push(one);
                    }
                }
                _ => {}
            }
        }
        if !is_workbook {
            return Err(Refusal::Damaged);
        }
        let format = |id: u16| {
            let known = formats.get(&id).cloned();
            known.unwrap_or_else(|| NumberFormat::parse(builtin(id.into())))
        };
        let (formats, plain) = (styles.into_iter().map(format).collect(), NumberFormat::default());
        Ok(Self { sheets, texts, formats, plain, is_1904, code })
    }
}

struct SheetReader<'a> {
    globals: &'a Globals,
    budget: &'a mut Budget,
    grid: Grid,
    /// The formula whose text comes in the next record.
    awaited: Option<(u32, u32, Option<u16>)>,
}

impl SheetReader<'_> {
    fn record(&mut self, record: &Record<'_>) -> Result<(), Refusal> {
        let data = record.data;
        let at = || Some((u32::from(u16_at(data, 0)?), u32::from(u16_at(data, 2)?), u16_at(data, 4)));
        let Some((row, column, style)) = at() else {
            return Ok(());
        };
        match record.kind {
            // Number, RK, text by number, text, text with runs, boolean or error.
            0x0203 => match bits(data, 6) {
                Some(bits) => self.number(row, column, style, of_bits(bits)),
                None => Ok(()),
            },
            0x027E => match u32_at(data, 6) {
                Some(packed) => self.number(row, column, style, unpacked(packed)),
                None => Ok(()),
            },
            0x00BD => {
                let count = data.len().saturating_sub(6) / 6;
                for (offset, column) in (0..count).zip(column..) {
                    if let Some(packed) = u32_at(data, 6 + 6 * offset) {
                        self.number(row, column, u16_at(data, 4 + 6 * offset), unpacked(packed))?;
                    }
                }
                Ok(())
            }
            0x00FD => {
                let text = u32_at(data, 6).and_then(|text| self.globals.texts.get(text as usize));
                self.text(row, column, style, &text.cloned().ok_or(Refusal::Damaged)?)
            }
            0x0204 | 0x00D6 => {
                let text = Text::new(record, 6).read(self.globals.code, false);
                self.text(row, column, style, &text.unwrap_or_default())
            }
            0x0205 => {
                let value = match (data.get(6), data.get(7)) {
                    (Some(&is_true), Some(0)) => Value::Bool(is_true != 0),
                    (Some(&code), _) => Value::Error(error(code)),
                    _ => return Ok(()),
                };
                self.grid.put(row, column, value, self.budget)
            }
            0x0006 => self.formula(row, column, style, data),
            0x0207 => match self.awaited.take() {
                Some((row, column, style)) => {
                    let text = Text::new(record, 0).read(self.globals.code, false);
                    self.text(row, column, style, &text.unwrap_or_default())
                }
                None => Ok(()),
            },
            0x00E5 => {
                let count = usize::from(u16_at(data, 0).unwrap_or(0));
                let region = |at: usize| {
                    let number = |offset: usize| u16_at(data, 2 + 8 * at + offset).map(u32::from);
                    let (top, bottom, left, right) = (number(0)?, number(2)?, number(4)?, number(6)?);
                    Some(Region { first: (top, left), last: (bottom, right) })
                };
                self.grid.merge((0..count).map_while(region));
                Ok(())
            }
            0x0208 => {
                let is_hidden = u32_at(data, 12).is_some_and(|flags| flags & 0x20 != 0);
                if is_hidden || u16_at(data, 6).is_some_and(|height| height & 0x7FFF < 40) {
                    self.grid.hide_row(row);
                }
                Ok(())
            }
            0x007D => {
                let is_hidden = u16_at(data, 8).is_some_and(|flags| flags & 1 != 0);
                if is_hidden || style_width(data) < 64 {
                    self.grid.hide_columns(row, column);
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn format(&self, style: Option<u16>) -> &NumberFormat {
        let format = style.and_then(|style| self.globals.formats.get(usize::from(style)));
        format.unwrap_or(&self.globals.plain)
    }

    fn number(&mut self, row: u32, column: u32, style: Option<u16>, written: String) -> Result<(), Refusal> {
        let value = Value::of_number(written, self.format(style), self.globals.is_1904);
        self.grid.put(row, column, value, self.budget)
    }

    fn text(&mut self, row: u32, column: u32, style: Option<u16>, text: &str) -> Result<(), Refusal> {
        let value = Value::of_text(text.to_owned(), self.format(style));
        self.grid.put(row, column, value, self.budget)
    }

    /// A formula with the value that was computed last.
    fn formula(&mut self, row: u32, column: u32, style: Option<u16>, data: &[u8]) -> Result<(), Refusal> {
        let Some(result) = data.get(6..14) else {
            return Ok(());
        };
        if result[6..] != [0xFF, 0xFF] {
            return match bits(data, 6) {
                Some(bits) => self.number(row, column, style, of_bits(bits)),
                None => Ok(()),
            };
        }
        match result[0] {
            0 => self.awaited = Some((row, column, style)),
            1 => self.grid.put(row, column, Value::Bool(result[2] != 0), self.budget)?,
            2 => self.grid.put(row, column, Value::Error(error(result[2])), self.budget)?,
            _ => {}
        }
        Ok(())
    }
}

/// The width of the columns of a record, in 256ths of a character.
fn style_width(data: &[u8]) -> u16 {
    u16_at(data, 4).unwrap_or(u16::MAX)
}

fn bits(data: &[u8], at: usize) -> Option<u64> {
    Some(u64::from(u32_at(data, at)?) | u64::from(u32_at(data, at + 4)?) << 32)
}

/// A number in four bytes: a whole number or the upper half of a double, perhaps a hundredth of it.
fn unpacked(packed: u32) -> String {
    let number = if packed & 2 == 0 {
        of_bits(u64::from(packed & !3) << 32)
    } else {
        (i32::from_le_bytes(packed.to_le_bytes()) >> 2).to_string()
    };
    if packed & 1 == 0 { number } else { decimal::shift(&number, -2) }
}

fn error(code: u8) -> String {
    let known = match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    };
    known.to_owned()
}

struct Record<'a> {
    kind: u16,
    data: &'a [u8],
    /// What did not fit into it.
    more: Vec<&'a [u8]>,
}

/// The records of one part of the stream, up to its end; charts inside are parts of their own and left out.
fn records(stream: &[u8], from: usize) -> impl Iterator<Item = Record<'_>> {
    let (mut at, mut depth) = (from, 0_u32);
    let mut is_over = false;
    let next = move |at: usize| {
        let (kind, length) = (u16_at(stream, at)?, u16_at(stream, at.checked_add(2)?)?);
        Some((kind, stream.get(at + 4..at + 4 + usize::from(length))?))
    };
    std::iter::from_fn(move || {
        while !is_over {
            let (kind, data) = next(at)?;
            at += 4 + data.len();
            let mut more = Vec::new();
            while let Some((0x003C, rest)) = next(at) {
                at += 4 + rest.len();
                more.push(rest);
            }
            match kind {
                0x0809 => depth += 1,
                0x000A => {
                    depth = depth.saturating_sub(1);
                    is_over = depth == 0;
                }
                _ => {}
            }
            if depth <= 1 {
                return Some(Record { kind, data, more });
            }
        }
        None
    })
}

/// Texts in a record and in what continues it. Where a text is cut between two, the rest says anew how wide its letters
/// are.
struct Text<'a> {
    parts: Vec<&'a [u8]>,
    part: usize,
    at: usize,
}

impl<'a> Text<'a> {
    fn new(record: &Record<'a>, at: usize) -> Self {
        let mut parts = vec![record.data];
        parts.extend(&record.more);
        Self { parts, part: 0, at }
    }

    /// So many bytes, not beyond the end of a part.
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        while self.at >= self.parts.get(self.part)?.len() {
            self.at -= self.parts[self.part].len();
            self.part += 1;
        }
        let bytes = self.parts[self.part].get(self.at..self.at.checked_add(count)?)?;
        self.at += count;
        Some(bytes)
    }

    fn u16(&mut self) -> Option<u16> {
        u16_at(self.take(2)?, 0)
    }

    /// The next text, behind its length, which takes one byte or two.
    fn read(&mut self, code: Code, is_short: bool) -> Option<String> {
        let length = if is_short { u16::from(*self.take(1)?.first()?) } else { self.u16()? };
        let length = usize::from(length);
        if code.is_old {
            let text = code.page.decode_without_bom_handling(self.take(length)?);
            return Some(text.0.into_owned());
        }
        let flags = *self.take(1)?.first()?;
        let runs = if flags & 8 == 0 { 0 } else { usize::from(self.u16()?) * 4 };
        let extra = if flags & 4 == 0 { 0 } else { u32_at(self.take(4)?, 0)? as usize };
        let mut letters: Vec<u16> = Vec::new();
        let mut is_wide = flags & 1 != 0;
        while letters.len() < length {
            let part = *self.parts.get(self.part)?;
            let left = part.len().saturating_sub(self.at) / if is_wide { 2 } else { 1 };
            if left == 0 {
                self.part += 1;
                is_wide = self.parts.get(self.part)?.first()? & 1 != 0;
                self.at = 1;
                continue;
            }
            let count = left.min(length - letters.len());
            if is_wide {
                let bytes = self.take(2 * count)?.chunks_exact(2);
                letters.extend(bytes.map(|pair| u16::from_le_bytes([pair[0], pair[1]])));
            } else {
                letters.extend(self.take(count)?.iter().map(|&byte| u16::from(byte)));
            }
        }
        // Fonts and readings of the letters; they run on without a word where they are cut.
        self.at = self.at.checked_add(runs)?.checked_add(extra)?;
        Some(String::from_utf16_lossy(&letters))
    }
}
