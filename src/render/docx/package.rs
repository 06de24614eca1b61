//! The parts of the file and how they are packed. Nothing in it tells when or where it was made: the same page gives
//! the same bytes.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

/// The namespaces that every part uses.
pub(super) const NAMES: &str = concat!(
    r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" "#,
    r#"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#
);
const OPENING: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/";

/// A part of the text: its file, the last word of its type, which is also its relation to the text, how the text refers
/// to it, and its content.
pub(super) struct Part {
    pub(super) file: &'static str,
    pub(super) kind: &'static str,
    pub(super) id: &'static str,
    pub(super) text: String,
}

impl Part {
    pub(super) fn new(file: &'static str, kind: &'static str, id: &'static str, text: String) -> Self {
        Self { file, kind, id, text }
    }
}

/// What the file contains.
pub(super) struct Contents {
    /// The text.
    pub(super) document: String,
    /// What the text refers to, in the order in which readers look for it.
    pub(super) parts: Vec<Part>,
    /// The pictures of the text, in its order: metafiles.
    pub(super) pictures: Vec<Vec<u8>>,
    /// The title of the document, escaped.
    pub(super) title: String,
}

/// Packs the parts, in the order in which readers look for them.
pub(super) fn pack(contents: &Contents) -> Vec<u8> {
    let parts = &contents.parts;
    let mut files = vec![
        ("[Content_Types].xml".to_owned(), types(parts, !contents.pictures.is_empty())),
        ("_rels/.rels".to_owned(), package_relations()),
        ("word/document.xml".to_owned(), contents.document.clone()),
        ("word/_rels/document.xml.rels".to_owned(), document_relations(parts, contents.pictures.len())),
    ];
    let word = |part: &Part| (format!("word/{}", part.file), part.text.clone());
    files.extend(parts.iter().map(word));
    files.push(("docProps/core.xml".to_owned(), properties(&contents.title)));

    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::DEFAULT)
        .system(System::Unix)
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let mut add = |name: String, bytes: &[u8]| {
        archive.start_file(name, options).expect(IN_MEMORY);
        archive.write_all(bytes).expect(IN_MEMORY);
    };
    for (name, text) in files {
        add(name, [OPENING, &text].concat().as_bytes());
    }
    for (number, picture) in (1..).zip(&contents.pictures) {
        add(format!("word/{}", picture_file(number)), picture);
    }
    archive.finish().expect(IN_MEMORY).into_inner()
}

const IN_MEMORY: &str = "a handful of short names can be packed in memory";

fn picture_file(number: usize) -> String {
    format!("media/picture{number}.emf")
}

fn types(parts: &[Part], has_pictures: bool) -> String {
    let default = |ending: &str, kind: &str| format!(r#"<Default Extension="{ending}" ContentType="{kind}"/>"#);
    let part = |name: &str, kind: &str| format!(r#"<Override PartName="{name}" ContentType="{kind}+xml"/>"#);
    let mut all = vec![part("/word/document.xml", &format!("{MAIN}document.main"))];
    all.extend(parts.iter().map(|one| part(&format!("/word/{}", one.file), &format!("{MAIN}{}", one.kind))));
    all.push(part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties"));
    let defaults = [
        default("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        default("xml", "application/xml"),
        if has_pictures { default("emf", "image/x-emf") } else { String::new() },
    ];
    format!(r#"<Types xmlns="{PACKAGE}content-types">{}{}</Types>"#, defaults.concat(), all.concat())
}

fn relation(id: &str, kind: &str, target: &str) -> String {
    format!(r#"<Relationship Id="{id}" Type="{kind}" Target="{target}"/>"#)
}

fn relations(all: &[String]) -> String {
    format!(r#"<Relationships xmlns="{PACKAGE}relationships">{}</Relationships>"#, all.concat())
}

fn package_relations() -> String {
    relations(&[
        relation("text", &format!("{OFFICE}officeDocument"), "word/document.xml"),
        relation("core", &format!("{PACKAGE}relationships/metadata/core-properties"), "docProps/core.xml"),
    ])
}

fn document_relations(parts: &[Part], pictures: usize) -> String {
    let one = |part: &Part| relation(part.id, &format!("{OFFICE}{}", part.kind), part.file);
    let mut all: Vec<String> = parts.iter().map(one).collect();
    all.extend((1..=pictures).map(|number| {
        let id = format!("picture{number}");
        relation(&id, &format!("{OFFICE}image"), &picture_file(number))
    }));
    relations(&all)
}

fn properties(title: &str) -> String {
    let names = format!(r#"xmlns:cp="{PACKAGE}metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/""#);
    format!("<cp:coreProperties {names}><dc:title>{title}</dc:title></cp:coreProperties>")
}
