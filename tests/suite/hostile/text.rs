//! One hostile text in every field, through every format: no page has another element, formula, line or record than with
//! a harmless text, and nothing that steers a terminal or the direction of writing is in it.

use roxmltree::{Document as Xml, ParsingOptions};
use shangdang::source::is_invisible;

use super::{everywhere, harmless, pages};
use crate::paper::Parts;

/// What people read as it is.
const PLAIN: [&str; 5] = ["txt", "md", "csv", "json", "ics"];

/// Every text of every page and format, packed ones part by part.
fn texts(stage: &tempfile::TempDir, endings: &[&str]) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for ending in endings {
        let pages = pages(stage, ending);
        assert!(!pages.is_empty(), "{ending}");
        for (page, bytes) in pages {
            let name = format!("{page} as {ending}");
            if matches!(*ending, "docx" | "xlsx") {
                for (part, text) in text_parts(&bytes) {
                    texts.push((format!("{name}, {part}"), text));
                }
            } else {
                texts.push((name, String::from_utf8(bytes).unwrap()));
            }
        }
    }
    texts
}

/// The parts that are XML: a picture in a letter is drawn in a form of its own.
fn text_parts(bytes: &[u8]) -> Vec<(String, String)> {
    use std::io::Read as _;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        if let Ok(text) = String::from_utf8(bytes) {
            parts.push((name, text));
        }
    }
    parts
}

#[test]
fn escapes_steer_no_terminal() {
    let stage = everywhere("\u{1b}[2J\u{1b}]0;标题\u{7}\u{9b}31m\u{8}\u{7f}");
    for (page, text) in texts(&stage, &["txt", "md", "csv", "json", "ics", "html", "svg", "docx", "xlsx"]) {
        let raw = text.chars().find(|letter| letter.is_control() && !matches!(letter, '\n' | '\r'));
        assert_eq!(raw, None, "{page}");
    }
    // Colours of the program's own are the only escapes where it is told to colour.
    let coloured = crate::program::run(stage.path(), &["--color", "always", "escalate", "--month", "2022-06"]);
    let coloured = String::from_utf8(coloured.stdout).unwrap();
    for escape in coloured.split('\u{1b}').skip(1) {
        let end = escape.find(|letter: char| letter.is_ascii_alphabetic()).unwrap();
        assert_eq!(&escape[end..=end], "m", "{escape}");
        assert!(escape.starts_with('['), "{escape}");
    }
}

#[test]
fn the_direction_of_writing_cannot_be_turned_and_nothing_is_invisible() {
    let stage = everywhere("\u{202e}\u{2066}倒\u{200f}\u{200b}\u{feff}\u{2060}\u{ad}\u{e0041}");
    for (page, text) in texts(&stage, &["txt", "md", "csv", "json", "ics", "html", "svg", "docx", "xlsx"]) {
        // The mark that tells Excel the encoding is the program's own.
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let raw = text.chars().find(|letter| is_invisible(*letter));
        assert_eq!(raw, None, "{page}");
    }
    let checked = crate::program::run(stage.path(), &["check"]);
    let said = String::from_utf8(checked.stdout).unwrap();
    assert_eq!(checked.status.code(), Some(0), "a warning keeps nobody from it");
    assert!(said.contains("[invisible-character]"), "{said}");
    assert!(!said.contains(is_invisible), "{}", said.escape_unicode());
}

#[test]
fn cells_that_begin_like_formulas_are_text() {
    let of = |stage: &tempfile::TempDir| {
        let formulas = |(page, bytes): (&str, Vec<u8>)| {
            let parts = text_parts(&bytes).into_iter();
            let sheets = parts.filter(|(name, _)| name.starts_with("xl/worksheets/sheet"));
            let formulas = sheets.map(|(_, text)| {
                let xml = Xml::parse(&text).unwrap();
                let found = xml.descendants().filter(|node| matches!(node.tag_name().name(), "f" | "hyperlink"));
                found.map(|node| node.text().unwrap_or_default().to_owned()).collect::<Vec<_>>()
            });
            (page.to_owned(), formulas.collect::<Vec<_>>())
        };
        pages(stage, "xlsx").into_iter().map(formulas).collect::<Vec<_>>()
    };
    let expected = of(&harmless());
    for said in
        ["=HYPERLINK(\"http://example.org\")", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1+1", "\n=1+1", "＝1+1"]
    {
        let stage = everywhere(said);
        assert_eq!(of(&stage), expected, "{said:?}");
        for (page, bytes) in pages(&stage, "csv") {
            let text = String::from_utf8(bytes).unwrap();
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .flexible(true)
                .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
            for record in reader.records() {
                for cell in &record.unwrap() {
                    assert!(!is_formula(cell), "{said:?} in {page}: {cell:?}");
                }
            }
        }
    }
}

/// What a spreadsheet would compute: not a number, nor a code in quotes.
fn is_formula(cell: &str) -> bool {
    let begins = cell.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    let is_code = cell.strip_prefix("=\"").is_some_and(|code| {
        let code = code.strip_suffix('"').unwrap_or("?");
        code.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'))
    });
    let is_number = cell
        .strip_prefix('-')
        .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.'));
    begins && !is_code && !is_number
}

/// The names of all elements and attributes in a page.
fn names(text: &str) -> (Vec<String>, Vec<String>) {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    // A script is no XML; what it holds is the same on every page.
    let text = match (text.find("<script>"), text.find("</script>")) {
        (Some(start), Some(end)) => [&text[..start + 8], &text[end..]].concat(),
        _ => text.to_owned(),
    };
    let xml = Xml::parse_with_options(&text, options).unwrap();
    let (mut elements, mut attributes) = (Vec::new(), Vec::new());
    for node in xml.descendants().filter(roxmltree::Node::is_element) {
        elements.push(node.tag_name().name().to_owned());
        attributes.extend(node.attributes().map(|one| one.name().to_owned()));
    }
    elements.sort_unstable();
    attributes.sort_unstable();
    attributes.dedup();
    (elements, attributes)
}

const MARKUP: &[&str] = &[
    "</td></tr></table><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "]]><!-- --><![CDATA[ <svg onload=alert(1)>",
    "\" onmouseover=\"alert(1)\" x='",
    "&lt;script&gt;&#60;script&#62;&amp;",
    "</style><style>*{display:none}</style>",
];

#[test]
fn markup_and_scripts_are_text() {
    for ending in ["html", "svg"] {
        let expected: Vec<_> = pages(&harmless(), ending)
            .into_iter()
            .map(|(page, bytes)| (page, names(&String::from_utf8(bytes).unwrap())))
            .collect();
        assert!(!expected.is_empty());
        for said in MARKUP {
            let found = pages(&everywhere(said), ending);
            assert_eq!(found.len(), expected.len());
            for ((page, bytes), (_, (elements, attributes))) in found.into_iter().zip(&expected) {
                let text = String::from_utf8(bytes).unwrap();
                let (now, with) = names(&text);
                assert_eq!(&with, attributes, "{said} in {page}");
                if ending == "html" {
                    assert_eq!(&now, elements, "{said} in {page}");
                } else {
                    // In a picture a longer text may take more lines, and no other elements.
                    let mut kinds = [now, elements.clone()];
                    kinds.iter_mut().for_each(Vec::dedup);
                    assert_eq!(kinds[0], kinds[1], "{said} in {page}");
                }
            }
        }
    }
    for said in MARKUP {
        for ending in ["docx", "xlsx"] {
            for (page, bytes) in pages(&everywhere(said), ending) {
                for (part, text) in text_parts(&bytes) {
                    let parsed = Xml::parse(&text);
                    assert!(parsed.is_ok(), "{said} in {page}, {part}");
                    assert!(!text.contains("<script") && !text.contains("<img"), "{page}, {part}");
                }
            }
        }
    }
}

#[test]
fn nothing_said_becomes_a_link() {
    for said in [
        "javascript:alert(1)",
        "[点击](javascript:alert(1))",
        "![图](http://example.org/x.png)",
        "<http://example.org>",
        "{ HYPERLINK \"http://example.org\" }",
    ] {
        let stage = everywhere(said);
        for (page, text) in texts(&stage, &["html", "svg"]) {
            let (_, attributes) = names(&text);
            for reaching_out in ["href", "src", "action", "srcset", "data"] {
                assert!(!attributes.iter().any(|name| name == reaching_out), "{page}");
            }
        }
        for (page, text) in texts(&stage, &["md"]) {
            // A bracket without a stroke before it could begin a link, but not in what is shown as it is, by four spaces.
            let lines = text.lines().filter(|line| !line.starts_with("    "));
            let lines: Vec<&str> = lines.collect();
            let plain = lines.join("\n").replace("\\[", "").replace("\\]", "");
            assert!(!plain.contains("](") && !plain.contains("<http"), "{page}: {text}");
        }
        for (page, bytes) in [pages(&stage, "docx"), pages(&stage, "xlsx")].concat() {
            for (part, text) in text_parts(&bytes) {
                // The number of the page is a field of the program's own; nothing said stands beside it.
                let text = text.replace("> PAGE </w:instrText>", ">");
                let is_page_foot = part.starts_with("word/footer");
                let active = ["<w:hyperlink", "w:instr=", "<hyperlink", "External"];
                let found = active.iter().find(|active| text.contains(**active));
                assert_eq!(found, None, "{page}, {part}");
                let is_field = text.contains("</w:instrText>");
                assert!(!is_field, "{page}, {part}: {text}");
                assert!(!is_page_foot || !text.contains("example.org"), "{part}");
            }
        }
    }
}

/// A text that would end its line, its record or its event and begin another.
#[test]
fn no_text_begins_a_line_a_record_or_an_event_of_its_own() {
    let said = "一\r\nEND:VEVENT\r\nBEGIN:VEVENT\n| 二 |\n# 三\n\"\"\"\n[[entries]]\n\u{2028}四\u{85}五;,\\n";
    let (hostile, plain) = (everywhere(said), harmless());
    let lines = |stage: &tempfile::TempDir, ending: &str, what: &dyn Fn(&str) -> bool| {
        let pages = pages(stage, ending).into_iter();
        let count = pages.map(|(page, bytes)| {
            let text = String::from_utf8(bytes).unwrap();
            (page, text.lines().filter(|line| what(line)).count())
        });
        count.collect::<Vec<_>>()
    };
    let events = |line: &str| line == "BEGIN:VEVENT" || line == "END:VEVENT";
    assert_eq!(lines(&hostile, "ics", &events), lines(&plain, "ics", &events));
    let headings = |line: &str| line.starts_with('#');
    assert_eq!(lines(&hostile, "md", &headings), lines(&plain, "md", &headings));
    let rows = |line: &str| line.starts_with('|');
    assert_eq!(lines(&hostile, "md", &rows), lines(&plain, "md", &rows));
    let records = |line: &str| !line.is_empty();
    assert_eq!(lines(&hostile, "csv", &records), lines(&plain, "csv", &records));
}

/// A file is only ever read as text: a command in it is a text like any other.
#[test]
fn nothing_said_is_run() {
    let sprung = tempfile::tempdir().unwrap();
    let trap = sprung.path().join("sprung");
    let trap = trap.to_str().unwrap();
    let said = format!("$(touch {trap})`touch {trap}`;touch {trap}|touch {trap}&&{{{{7*7}}}}${{7*7}}%x");
    let stage = everywhere(&said);
    for ending in PLAIN.iter().chain(&["html", "svg", "docx", "xlsx"]) {
        for (page, bytes) in pages(&stage, ending) {
            if let Ok(text) = String::from_utf8(bytes) {
                assert!(!text.contains("{{49}}") && !text.contains("$49"), "{page}");
            }
        }
    }
    assert!(!sprung.path().join("sprung").exists(), "something was run");
    let parts = pages(&stage, "docx");
    let letter = Parts::of(&parts.iter().find(|(page, _)| page.starts_with("escalate")).unwrap().1);
    assert!(letter.text("word/document.xml").contains("{{7*7}}"));
}

/// Cells of office programs end after 32,767 letters, of which rare ones count twice.
#[test]
fn texts_longer_than_any_cell_keep_no_page_from_being_made() {
    let (long, short) = (everywhere(&"𠮷".repeat(17_000)), harmless());
    for ending in ["xlsx", "docx"] {
        let [long, short] = [&long, &short].map(|stage| {
            let made = pages(stage, ending).into_iter();
            made.map(|(page, _)| page).collect::<Vec<_>>()
        });
        assert_eq!(long, short, "{ending}");
        assert!(!short.is_empty());
    }
    let form = ["form", "--month", "2022-07", "-o", "forms"];
    let made = crate::program::run(long.path(), &form);
    assert!(made.status.success(), "{made:?}");
}
