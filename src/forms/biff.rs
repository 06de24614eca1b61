//! A look at an .xls file before its reader is let at it: how far apart its cells are, and which are shown as percent,
//! which the reader does not tell. A compound file ([MS-CFB]) with a stream of records ([MS-XLS]).

use std::collections::{BTreeMap, BTreeSet};

use super::fault::Refusal;
use super::limits::{MOST_COLUMNS, MOST_ROWS};
use super::number_format::is_percent;

/// What was seen.
#[derive(Debug, Default)]
pub(super) struct Scanned {
    percent: BTreeSet<(usize, u32, u32)>,
    numbers: BTreeSet<(usize, u32, u32)>,
}

impl Scanned {
    /// Whether a number is shown as percent; none where no number was seen.
    pub(super) fn is_percent(&self, sheet: usize, row: u32, column: u32) -> Option<bool> {
        let at = (sheet, row, column);
        self.numbers.contains(&at).then(|| self.percent.contains(&at))
    }
}

/// Looks at all sheets.
pub(super) fn scan(bytes: &[u8]) -> Result<Scanned, Refusal> {
    let stream = workbook_stream(bytes)?;
    let mut globals = Globals::default();
    for record in records(&stream, 0) {
        globals.read(&record)?;
    }
    let mut scanned = Scanned::default();
    for (sheet, &(offset, ref name)) in globals.sheets.iter().enumerate() {
        for record in records(&stream, offset) {
            look(&record, sheet, name, &globals, &mut scanned)?;
        }
    }
    Ok(scanned)
}

/// What all sheets share.
#[derive(Default)]
struct Globals {
    /// Where each sheet begins, and its name as far as it is needed for a message.
    sheets: Vec<(usize, String)>,
    formats: BTreeMap<u16, bool>,
    styles: Vec<u16>,
    is_old: bool,
}

impl Globals {
    fn read(&mut self, record: &Record<'_>) -> Result<(), Refusal> {
        match record.kind {
            0x0809 => self.is_old = record.u16(0) == Some(0x0500),
            0x002F => return Err(Refusal::Encrypted),
            0x0085 => {
                let offset = record.u32(0).and_then(|at| usize::try_from(at).ok());
                let name = record.text(6, true);
                self.sheets.extend(offset.map(|offset| (offset, name)));
            }
            0x041E => {
                if let Some(id) = record.u16(0) {
                    let format = record.text(2, self.is_old);
                    self.formats.insert(id, is_percent(&format));
                }
            }
            0x00E0 => self.styles.extend(record.u16(2)),
            _ => {}
        }
        Ok(())
    }

    fn is_percent(&self, style: Option<u16>) -> bool {
        let format = style.and_then(|style| self.styles.get(usize::from(style)));
        format.is_some_and(|format| match self.formats.get(format) {
            Some(&is_percent) => is_percent,
            // The built-in ones need not be in the file.
            None => matches!(format, 9 | 10),
        })
    }
}

/// Looks at a record of a sheet, if it is one or several cells with something in them.
fn look(
    record: &Record<'_>,
    sheet: usize,
    name: &str,
    globals: &Globals,
    scanned: &mut Scanned,
) -> Result<(), Refusal> {
    let (Some(row), Some(first)) = (record.u16(0), record.u16(2)) else {
        return Ok(());
    };
    let mut see = |column: u16, style: Option<u16>| {
        let (row, column) = (u32::from(row), u32::from(column));
        if row >= MOST_ROWS || column >= MOST_COLUMNS {
            return Err(Refusal::TooWide { sheet: name.to_owned(), rows: MOST_ROWS, columns: MOST_COLUMNS });
        }
        scanned.numbers.insert((sheet, row, column));
        if globals.is_percent(style) {
            scanned.percent.insert((sheet, row, column));
        }
        Ok(())
    };
    match record.kind {
        // Formula, number, label, boolean or error, RK, text by number, text with runs.
        0x0006 | 0x0203 | 0x0204 | 0x0205 | 0x027E | 0x00FD | 0x00D6 => {
            see(first, record.u16(4))?;
        }
        // Many RK numbers: a style and a number each, then the last column.
        0x00BD => {
            let count = record.data.len().saturating_sub(6) / 6;
            for (offset, column) in (0..count).zip(first..) {
                see(column, record.u16(4 + 6 * offset))?;
            }
            let last = record.u16(record.data.len().saturating_sub(2));
            if let Some(last) = last {
                see(last, None)?;
            }
        }
        _ => {}
    }
    Ok(())
}

struct Record<'a> {
    kind: u16,
    data: &'a [u8],
}

impl Record<'_> {
    fn u16(&self, at: usize) -> Option<u16> {
        u16_at(self.data, at)
    }

    fn u32(&self, at: usize) -> Option<u32> {
        u32_at(self.data, at)
    }

    /// A text behind its length, which takes one byte or two. Only what is ASCII matters here.
    fn text(&self, at: usize, is_short: bool) -> String {
        let length = if is_short { 1 } else { 2 };
        let rest = self.data.get(at + length..).unwrap_or_default();
        rest.iter().filter(|byte| (0x20..0x7F).contains(*byte)).map(|&byte| char::from(byte)).collect()
    }
}

/// The records of one part of the stream, up to its end; charts inside are parts of their own.
fn records(stream: &[u8], from: usize) -> impl Iterator<Item = Record<'_>> {
    let (mut at, mut depth) = (from, 0_u32);
    let mut is_over = false;
    std::iter::from_fn(move || {
        if is_over {
            return None;
        }
        let (kind, length) = (u16_at(stream, at)?, u16_at(stream, at + 2)?);
        let data = stream.get(at + 4..at + 4 + usize::from(length))?;
        at += 4 + data.len();
        match kind {
            0x0809 => depth += 1,
            0x000A => {
                depth = depth.saturating_sub(1);
                is_over = depth == 0;
            }
            _ => {}
        }
        Some(Record { kind, data })
    })
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let bytes = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(bytes.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(bytes.try_into().ok()?))
}

/// The stream with the workbook in a compound file.
fn workbook_stream(bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    let file = Compound::open(bytes).ok_or(Refusal::Damaged)?;
    let directory = file.chain(u32_at(bytes, 0x30).ok_or(Refusal::Damaged)?);
    let entries: Vec<&[u8]> = directory.chunks_exact(128).collect();
    let name = |entry: &[u8]| {
        let letters = entry[..64].chunks_exact(2);
        let letters = letters.map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
        let letters: Vec<u16> = letters.take_while(|&letter| letter != 0).collect();
        String::from_utf16_lossy(&letters)
    };
    let named = |wanted: &str| entries.iter().find(|entry| name(entry) == wanted);
    let entry = named("Workbook").or_else(|| named("Book")).ok_or(Refusal::NotAWorkbook)?;
    let start = u32_at(entry, 116).ok_or(Refusal::Damaged)?;
    let size = u32_at(entry, 120).ok_or(Refusal::Damaged)? as usize;
    let mut stream = if size >= 4096 {
        file.chain(start)
    } else {
        let root = entries.first().ok_or(Refusal::Damaged)?;
        file.small_chain(u32_at(root, 116).ok_or(Refusal::Damaged)?, start)
    };
    stream.truncate(size);
    Ok(stream)
}

/// Sectors and which follows which.
struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    next: Vec<u32>,
}

impl<'a> Compound<'a> {
    fn open(bytes: &'a [u8]) -> Option<Self> {
        let shift = u16_at(bytes, 0x1E)?;
        if !matches!(shift, 9 | 12) {
            return None;
        }
        let mut file = Self { bytes, sector: 1 << shift, next: Vec::new() };
        let most = bytes.len() / file.sector + 1;
        let mut tables: Vec<u32> = (0..109).filter_map(|position| u32_at(bytes, 0x4C + 4 * position)).collect();
        // Large files list further tables in sectors of their own, each ending with the number of the next.
        let mut further = u32_at(bytes, 0x44)?;
        for _ in 0..most {
            let Some(sector) = file.sector_at(further) else {
                break;
            };
            let mut numbers: Vec<u32> = numbers_in(sector);
            further = numbers.pop().unwrap_or(u32::MAX);
            tables.extend(numbers);
        }
        for table in tables {
            if let Some(sector) = file.sector_at(table) {
                file.next.extend(numbers_in(sector));
            }
            if file.next.len() > most + file.sector {
                break;
            }
        }
        Some(file)
    }

    fn sector_at(&self, number: u32) -> Option<&'a [u8]> {
        let at = (number as usize).checked_add(1)?.checked_mul(self.sector)?;
        let end = at.checked_add(self.sector)?.min(self.bytes.len());
        self.bytes.get(at..end).filter(|sector| !sector.is_empty())
    }

    /// The bytes of a chain of sectors; one that bites its tail ends after as many sectors as the file has.
    fn chain(&self, start: u32) -> Vec<u8> {
        let (mut bytes, mut at) = (Vec::new(), start);
        for _ in 0..=self.bytes.len() / self.sector {
            let Some(sector) = self.sector_at(at) else {
                break;
            };
            bytes.extend_from_slice(sector);
            at = self.next.get(at as usize).copied().unwrap_or(u32::MAX);
        }
        bytes
    }

    /// The bytes of a small stream, kept in pieces of 64 bytes inside another stream.
    fn small_chain(&self, container: u32, start: u32) -> Vec<u8> {
        let pieces = self.chain(container);
        let next = numbers_in(&self.chain(u32_at(self.bytes, 0x3C).unwrap_or(u32::MAX)));
        let (mut bytes, mut at) = (Vec::new(), start as usize);
        for _ in 0..=pieces.len() / 64 {
            let Some(piece) = at.checked_mul(64).and_then(|from| pieces.get(from..from + 64)) else {
                break;
            };
            bytes.extend_from_slice(piece);
            at = next.get(at).map_or(usize::MAX, |&next| next as usize);
        }
        bytes
    }
}

fn numbers_in(bytes: &[u8]) -> Vec<u32> {
    let numbers = bytes.chunks_exact(4);
    numbers.map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]])).collect()
}
