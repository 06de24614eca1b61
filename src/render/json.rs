//! Anything serialisable as JSON: real UTF-8, two spaces of indentation, a line end at the end.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

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
    let mut out = io::BufWriter::with_capacity(64 * 1024, out);
    let mut serializer = Serializer::with_formatter(&mut out, Visible::default());
    data.serialize(&mut serializer)?;
    out.write_all(b"\n")?;
    out.flush()
}

/// The usual form, but direction marks and invisible characters, which JSON would let through, are escaped: they can
/// only be inside strings, and a reader gets the same string back.
#[derive(Default)]
struct Visible {
    /// In how many lists and objects what is written stands.
    depth: usize,
    /// Whether the innermost of them is empty so far.
    is_empty: bool,
}

impl Visible {
    fn open<W: ?Sized + Write>(&mut self, out: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.depth += 1;
        self.is_empty = true;
        out.write_all(bracket)
    }

    fn close<W: ?Sized + Write>(&mut self, out: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.depth -= 1;
        if !self.is_empty {
            self.begin_line(out, true)?;
        }
        self.is_empty = false;
        out.write_all(bracket)
    }

    /// Begins a line, behind a comma unless it is the first or the last of its list or object.
    fn begin_line<W: ?Sized + Write>(&self, out: &mut W, is_bare: bool) -> io::Result<()> {
        // Written at once: most of what a large page has are beginnings of lines.
        const LINE: &[u8] = b",\n                                ";
        match LINE.get(usize::from(is_bare)..2 + 2 * self.depth) {
            Some(line) => out.write_all(line),
            None => write!(out, "{}\n{:width$}", if is_bare { "" } else { "," }, "", width = 2 * self.depth),
        }
    }
}

impl Formatter for Visible {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        // Nearly all strings are: keys, ids, figures.
        if fragment.bytes().all(|byte| byte.is_ascii() && byte != 0x7F) {
            return out.write_all(fragment.as_bytes());
        }
        let is_hidden = |character: char| character == '\u{7F}' || (!character.is_ascii() && is_invisible(character));
        let mut rest = fragment;
        while let Some(at) = rest.find(is_hidden) {
            let (visible, behind) = rest.split_at(at);
            out.write_all(visible.as_bytes())?;
            let hidden = behind.chars().next().expect("one was found");
            for unit in hidden.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}")?;
            }
            rest = &behind[hidden.len_utf8()..];
        }
        out.write_all(rest.as_bytes())
    }

    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.begin_line(out, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.is_empty = false;
        Ok(())
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.begin_line(out, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.is_empty = false;
        Ok(())
    }
}
