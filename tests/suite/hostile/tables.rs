//! Tables that come back from units: packed to burst, with entities, with formulas, under names that lead elsewhere.

use std::io::Write as _;

use zip::write::SimpleFileOptions;

use crate::cut_off::folder;
use crate::folders::{copy, files, root};
use crate::program::run;

const STORY: &str = "examples/06-tables-from-units";

/// A workbook of one sheet.
fn workbook(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let usual: [(&str, &str); 4] = [
        (
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>",
        ),
        (
            "_rels/.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
        ),
        (
            "xl/workbook.xml",
            "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"月报\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
        ),
    ];
    let usual = usual.iter().map(|(name, text)| (*name, text.as_bytes()));
    for (name, bytes) in usual.chain(parts.iter().copied()) {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn sheet(rows: &str) -> String {
    format!(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>"
    )
}

/// Collects one file; the reports have to stay as they are. What was said.
fn refused(name: &str, bytes: &[u8]) -> String {
    let stage = folder();
    copy(&root().join(STORY), stage.path());
    let inbox = stage.path().join("来件");
    std::fs::create_dir(&inbox).unwrap();
    std::fs::write(inbox.join(name), bytes).unwrap();
    let before = files(&stage.path().join("reports"));
    let output = run(stage.path(), &["collect", "来件"]);
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    assert_ne!(output.status.code(), Some(0), "{name}: {said}");
    assert!(!said.contains("panicked"), "{said}");
    assert!(files(&stage.path().join("reports")) == before, "{name}: {said}");
    assert!(!said.contains('\u{1b}') && !said.contains('\u{202e}'), "{said:?}");
    said
}

#[test]
fn a_workbook_packed_to_burst_is_refused() {
    let zeros = vec![b' '; 70 * 1024 * 1024];
    let bytes = workbook(&[("xl/worksheets/sheet1.xml", &zeros)]);
    assert!(bytes.len() < 2 * 1024 * 1024, "it is small as long as it is packed");
    let said = refused("小.xlsx", &bytes);
    assert!(said.contains("展开后超过"), "{said}");
}

#[test]
fn entities_are_not_unfolded_and_nothing_is_fetched() {
    let mut entities = String::from("<!DOCTYPE w [<!ENTITY a0 \"笑\"><!ENTITY x SYSTEM \"file:///etc/passwd\">");
    for level in 1..20 {
        let before = format!("&a{};", level - 1).repeat(10);
        entities.extend(["<!ENTITY a", &level.to_string(), " \"", &before, "\">"]);
    }
    entities.push_str("]>");
    let rows = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&a19;&x;</t></is></c></row>";
    let text = entities + &sheet(rows);
    let said = refused("实体.xlsx", &workbook(&[("xl/worksheets/sheet1.xml", text.as_bytes())]));
    assert!(!said.contains("root:") && !said.contains("笑笑"), "{said}");
}

/// A sheet that says it has a cell in its last corner.
#[test]
fn a_sheet_that_claims_all_cells_is_refused_or_empty() {
    let rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
    refused("大.xlsx", &workbook(&[("xl/worksheets/sheet1.xml", sheet(rows).as_bytes())]));
}

#[test]
fn hostile_names_of_tables_come_back_harmless() {
    for name in ["\u{1b}[31m\u{202e}.xlsx", "-o.xlsx", "$(touch sprung).csv", "con.csv"] {
        refused(name, b"not a table");
    }
}
