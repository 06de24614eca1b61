//! What TOML allows and nobody means: deep, long and many. Each is refused in a few lines, or read for what it is; the
//! program lives.

use super::{refused, small, sound};
use crate::program::run;

const REPORT: &str = "reports/2022-06/housing.toml";

/// A report with more lines behind its last.
fn with(more: &str) -> tempfile::TempDir {
    small(REPORT, "value = 88\n", &format!("value = 88\n{more}\n"))
}

#[test]
fn nesting_without_end_is_refused() {
    let deep = 100_000;
    let dotted = vec!["a"; deep].join(".");
    for more in [
        format!("attachments = {}{}", "[".repeat(deep), "]".repeat(deep)),
        format!("attachments = {}", "[".repeat(deep)),
        format!("note = {}1{}", "{ a = ".repeat(deep), " }".repeat(deep)),
        format!("{dotted} = 1"),
        format!("[{dotted}]"),
        format!("[[{dotted}]]"),
    ] {
        refused(&with(&more), "syntax");
    }
}

#[test]
fn keys_and_tables_without_number_are_counted_not_listed() {
    let lines = |line: fn(usize) -> String| (0..20_000).map(line).collect::<Vec<_>>().concat();
    let keys = lines(|number| format!("k{number} = {number}\n"));
    let said = refused(&with(&keys), "unknown-key");
    assert!(said.contains("20000 errors"), "{said}");
    let tables = lines(|number| format!("\n[k{number}.a.b]\n"));
    let said = refused(&with(&tables), "unknown-key");
    assert!(said.contains("20000 errors"), "{said}");
    let entries = "\n[[entries]]\nitem = \"2.1\"\npercent = 35\n".repeat(20_000);
    let said = refused(&with(&entries), "duplicate-entry");
    assert!(said.contains("20000 errors"), "{said}");
}

/// A few bytes that name each other over and over: TOML has no references, so a file is never more than its length.
#[test]
fn dotted_keys_that_grow_are_refused() {
    let lines = (1..800).map(|length| format!("{} = 1\n", vec!["b"; length].join(".")));
    refused(&with(&lines.collect::<String>()), "syntax");
}

#[test]
fn long_lists_and_texts_are_read_for_what_they_are() {
    let list = vec!["\"a.pdf\""; 200_000].join(", ");
    let stage = with(&format!("attachments = [{list}]"));
    let output = run(stage.path(), &["status", "--json"]);
    let plain = run(sound().path(), &["status", "--json"]);
    assert!(output.stdout == plain.stdout, "attachments change no figure");
    let numbers = vec!["1"; 200_000].join(", ");
    let said = refused(&with(&format!("attachments = [{numbers}]")), "wrong-type");
    assert!(said.contains("200000 errors"), "{said}");
}

#[test]
fn a_file_larger_than_any_honest_one_is_not_read() {
    let remarks = "# 说明\n".repeat(1_000_000);
    refused(&with(&remarks), "too-large");
}

#[test]
fn what_is_no_text_is_refused() {
    for (bytes, code) in [
        (&b"\0\0\0\0"[..], "syntax"),
        (&b"\x7fELF\x02\x01\x01"[..], "syntax"),
        (&b"\xff\xfe\x00\x00"[..], "encoding"),
        (&b"PK\x03\x04\xff\xff\xff"[..], "encoding"),
        (&b"month = \"2022-06\"\xc0\xaf"[..], "encoding"),
    ] {
        let stage = sound();
        std::fs::write(stage.path().join(REPORT), bytes).unwrap();
        refused(&stage, code);
    }
}
