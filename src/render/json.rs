//! Anything serialisable as JSON: real UTF-8, two spaces of indentation, a line end at the end.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{Formatter, PrettyFormatter, Serializer};

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
    let mut serializer = Serializer::with_formatter(&mut out, Visible(PrettyFormatter::new()));
    data.serialize(&mut serializer)?;
    out.write_all(b"\n")?;
    out.flush()
}

/// The usual form, but direction marks and invisible characters, which JSON would let through, are escaped: they can
/// only be inside strings, and a reader gets the same string back.
struct Visible(PrettyFormatter<'static>);

impl Formatter for Visible {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        // Nearly all strings are: keys, ids, figures.
        if fragment.is_ascii() && !fragment.contains('\u{7F}') {
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
        self.0.begin_array(out)
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array(out)
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(out, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array_value(out)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object(out)
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object(out)
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(out, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object_value(out)
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object_value(out)
    }
}
