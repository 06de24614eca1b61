//! The file that older office programs keep their streams in ([MS-CFB]): the stream with the workbook is taken out of it.
//! No chain is followed further than the file has sectors, whatever it says of its size.

use super::fault::Refusal;

/// The stream with the workbook.
pub(super) fn workbook_stream(bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    let file = Compound::open(bytes).ok_or(Refusal::Damaged)?;
    let directory = file.chain(u32_at(bytes, 0x30).ok_or(Refusal::Damaged)?);
    let entries: Vec<&[u8]> = directory.chunks_exact(128).collect();
    let name = |entry: &[u8]| {
        let letters = entry[..64].chunks_exact(2);
        let letters = letters.map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
        let letters: Vec<u16> = letters.take_while(|&letter| letter != 0).collect();
        String::from_utf16_lossy(&letters)
    };
    // Names differ in more than their case, or they are the same.
    let named = |wanted: &str| entries.iter().find(|entry| name(entry).eq_ignore_ascii_case(wanted));
    if named("EncryptedPackage").is_some() {
        return Err(Refusal::Encrypted);
    }
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

pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let bytes = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(bytes.try_into().ok()?))
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(bytes.try_into().ok()?))
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
