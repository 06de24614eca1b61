//! Anything serialisable as JSON: real UTF-8, two spaces of indentation, a line end at the end.

use std::io::{self, Write};

use serde::Serialize;

use crate::source::is_invisible;

/// Renders data.
///
/// # Panics
/// Never: our data has only string keys and no numbers that JSON lacks, and writing to memory does not fail.
pub fn json(data: &impl Serialize) -> String {
    let mut bytes = Vec::new();
    write_json(data, &mut bytes).expect("our data is plain JSON");
    String::from_utf8(bytes).expect("JSON is UTF-8")
}

/// Renders data piece by piece, as it is produced.
///
/// # Errors
/// The writer fails.
pub fn write_json(data: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    let mut out = Visible(io::BufWriter::with_capacity(64 * 1024, out));
    serde_json::to_writer_pretty(&mut out, data)?;
    out.write_all(b"\n")?;
    out.flush()
}

/// Passes the usual form on, but direction marks and invisible characters, which JSON would let through, are escaped:
/// they can only be inside strings, and a reader gets the same string back.
struct Visible<W>(W);

impl<W: Write> Visible<W> {
    /// Whole characters come at once: the serialiser cuts strings only at what it escapes itself.
    fn piece(&mut self, piece: &str) -> io::Result<()> {
        let is_hidden = |character: char| character == '\u{7F}' || (!character.is_ascii() && is_invisible(character));
        let mut rest = piece;
        while let Some(at) = rest.find(is_hidden) {
            let (visible, behind) = rest.split_at(at);
            self.0.write_all(visible.as_bytes())?;
            let hidden = behind.chars().next().expect("one was found");
            for unit in hidden.encode_utf16(&mut [0; 2]) {
                write!(self.0, "\\u{unit:04x}")?;
            }
            rest = &behind[hidden.len_utf8()..];
        }
        self.0.write_all(rest.as_bytes())
    }
}

impl<W: Write> Write for Visible<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // Nearly all strings are plain: keys, ids, figures.
        if bytes.is_ascii() && !bytes.contains(&0x7F) {
            self.0.write_all(bytes)?;
        } else {
            self.piece(std::str::from_utf8(bytes).map_err(io::Error::other)?)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}
