//! Any file that comes back, as cells. Whatever is too large, locked or broken is refused before it can do harm.

use super::fault::Refusal;
use super::grid::{Book, MB};
use super::{biff, delimited, xlsx};

/// The most bytes of a file that are looked at.
pub const MOST_BYTES: u64 = 8 * MB;

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
        return xlsx::read(bytes);
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return biff::read(bytes);
    }
    let head: Vec<u8> = bytes.iter().take(2_000).map(u8::to_ascii_lowercase).collect();
    let has = |mark: &[u8]| head.windows(mark.len()).any(|window| window == mark);
    if has(b"<html") || has(b"<table") || has(b"<workbook") || has(b"<!doctype") {
        return Err(Refusal::WebPage);
    }
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    if ["csv", "txt", "tsv"].contains(&ending.to_ascii_lowercase().as_str()) {
        return delimited::read(bytes);
    }
    let is_workbook = ["xlsx", "xlsm", "xls", "et"].contains(&ending.to_ascii_lowercase().as_str());
    Err(if is_workbook { Refusal::Damaged } else { Refusal::NotAWorkbook })
}
