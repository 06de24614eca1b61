//! The files of a workspace in memory. Paths are relative to the workspace and use `/` on every system, so that
//! output does not depend on the machine.

use std::sync::OnceLock;

use super::{FileId, Place};

/// Larger than any honest plan or report: one with ten thousand entries takes about a megabyte.
pub const LIMIT: u64 = 8 * 1024 * 1024;

/// Why a file has no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Not UTF-8, but a Chinese text in GBK or GB 18030, as older programs write it.
    Gbk,
    /// UTF-16, which Windows Notepad calls "Unicode".
    Utf16,
    /// Neither UTF-8 nor anything recognised.
    NotText,
    /// Larger than any report or plan can honestly be.
    TooLarge {
        /// Size of the file in bytes.
        bytes: u64,
        /// The most that is read, in bytes.
        limit: u64,
    },
    /// A folder, a pipe or a device: reading it would fail or never end.
    NotAFile,
    /// The system refused: no permission, a link that leads nowhere or in a circle, a damaged disk.
    System {
        /// What the system said.
        reason: String,
    },
}

/// The lines on which some places of a file begin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    /// Offset of a place and its line, from 1; by offset.
    known: Vec<(u32, u32)>,
}

impl Lines {
    /// Notes the lines of places in a text, in its order.
    pub fn of(text: &str, places: impl Iterator<Item = Place>) -> Self {
        let (mut at, mut line) = (0, 1);
        let known = places.map(|place| {
            let start = place.start as usize;
            line += count_lines(&text.as_bytes()[at..start]);
            at = start;
            (place.start, u32::try_from(line).expect("files larger than 8 MiB are not read"))
        });
        Self { known: known.collect() }
    }

    /// The line on which a place begins.
    ///
    /// # Panics
    /// If nobody noted it: only places in reports are looked up in a text that was let go.
    fn line(&self, start: u32) -> usize {
        let found = self.known.binary_search_by_key(&start, |&(start, _)| start);
        self.known[found.expect("the lines of entries are noted")].1 as usize
    }
}

/// How many line ends some bytes contain. They are few: searching for one after another would take longer.
fn count_lines(bytes: &[u8]) -> usize {
    let within = |some: &[u8]| some.iter().fold(0_u8, |count, &byte| count + u8::from(byte == b'\n'));
    bytes.chunks(255).map(|some| usize::from(within(some))).sum()
}

/// The content of a file, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// The text, without a byte order mark.
    Text(String),
    /// No text.
    Unreadable(Unreadable),
    /// Seen, but not a file of the workspace by its name.
    NotRead,
    /// A text that was read and is not needed any more; the lines of the places that matter are still known.
    LetGo(Lines),
}

impl Content {
    /// The text behind the bytes of a file, or the encoding that keeps it from being read.
    pub fn decode(bytes: impl AsRef<[u8]>) -> Self {
        let bytes = bytes.as_ref();
        if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
            return Self::Unreadable(Unreadable::Utf16);
        }
        // Looks at many bytes at a time, as the standard library does not.
        if let Some(text) = encoding_rs::UTF_8.decode_without_bom_handling_and_without_replacement(bytes) {
            return Self::Text(text.strip_prefix('\u{FEFF}').unwrap_or(&text).to_owned());
        }
        let (_, _, has_errors) = encoding_rs::GB18030.decode(bytes);
        Self::Unreadable(if has_errors { Unreadable::NotText } else { Unreadable::Gbk })
    }
}

/// The text in bytes that are GBK (GB 18030) or UTF-16, and the name of the encoding; none if they are not text in it.
pub fn recode(bytes: &[u8]) -> Option<(&'static str, String)> {
    let (name, encoding, rest) = match bytes {
        [0xFF, 0xFE, rest @ ..] => ("UTF-16", encoding_rs::UTF_16LE, rest),
        [0xFE, 0xFF, rest @ ..] => ("UTF-16", encoding_rs::UTF_16BE, rest),
        _ => ("GBK", encoding_rs::GB18030, bytes),
    };
    let (text, has_errors) = encoding.decode_without_bom_handling(rest);
    (!has_errors).then(|| (name, text.into_owned()))
}

/// The text in any bytes, as far as there is any: for showing what cannot be read.
pub fn decode_lossy(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => recode(bytes).map_or_else(|| encoding_rs::GB18030.decode(bytes).0.into_owned(), |(_, text)| text),
    }
}

/// One file.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Path relative to the workspace, with `/`; a folder's ends with `/`.
    pub path: String,
    /// Its content.
    pub content: Content,
    /// Offsets at which lines begin; computed at the first request, so that many places cost one pass.
    line_starts: OnceLock<Vec<usize>>,
}

impl SourceFile {
    /// A file.
    pub fn new(path: String, content: Content) -> Self {
        Self { path, content, line_starts: OnceLock::new() }
    }

    /// The number of the line that contains an offset, from 0, and the offset at which the line begins.
    pub fn line_at(&self, offset: usize) -> (usize, usize) {
        let starts = self.line_starts.get_or_init(|| {
            let newlines = memchr::memchr_iter(b'\n', self.text().as_bytes());
            std::iter::once(0).chain(newlines.map(|at| at + 1)).collect()
        });
        let line = starts.partition_point(|&start| start <= offset) - 1;
        (line, starts[line])
    }

    /// The text; empty if the file could not be read.
    pub fn text(&self) -> &str {
        match &self.content {
            Content::Text(text) => text,
            Content::Unreadable(_) | Content::NotRead | Content::LetGo(_) => "",
        }
    }
}

/// A line and a column as people count them: from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// All files of a workspace, and the names of everything else in it.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// Sorted by path.
    pub files: Vec<SourceFile>,
}

impl Sources {
    /// The file with this id.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// Every file with its id.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        (0..).map(FileId).zip(&self.files)
    }

    /// Puts a file in place of the one at its path, or among the others if there was none.
    pub fn replace(&mut self, path: &str, content: Content) {
        let file = SourceFile::new(path.to_owned(), content);
        match self.files.binary_search_by(|known| known.path.as_str().cmp(path)) {
            Ok(at) => self.files[at] = file,
            Err(at) => self.files.insert(at, file),
        }
    }

    /// The line on which a place begins, from 1.
    pub fn line(&self, place: Place) -> usize {
        let file = self.file(place.file);
        match &file.content {
            Content::LetGo(lines) => lines.line(place.start),
            _ => file.line_at(place.start as usize).0 + 1,
        }
    }

    /// Line and column where a place begins, in a file whose text is kept.
    pub fn line_column(&self, place: Place) -> LineColumn {
        let file = self.file(place.file);
        let start = floor_boundary(file.text(), place.start as usize);
        let (line, line_start) = file.line_at(start);
        LineColumn { line: line + 1, column: file.text()[line_start..start].chars().count() + 1 }
    }
}

/// The nearest offset at or before `at` that does not split a character.
pub fn floor_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
