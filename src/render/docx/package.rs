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
    for (name, text) in files {
        archive.start_file(name, options).expect(IN_MEMORY);
        archive.write_all(OPENING.as_bytes()).expect(IN_MEMORY);
        archive.write_all(text.as_bytes()).expect(IN_MEMORY);
    }
    for (number, picture) in (1..).zip(&contents.pictures) {
        let name = format!("word/{}", picture_file(number));
        archive.start_file(name, options).expect(IN_MEMORY);
        archive.write_all(picture).expect(IN_MEMORY);
    }
    archive.finish().expect(IN_MEMORY).into_inner()
}

const IN_MEMORY: &str = "a handful of short names can be packed in memory";

fn picture_file(number: usize) -> String {
    format!("media/picture{number}.emf")
}

fn types(parts: &[Part], has_pictures: bool) -> String {
    let pictures = if has_pictures { r#"<Default Extension="emf" ContentType="image/x-emf"/>"# } else { "" };
    let part = |name: &str, kind: &str| format!(r#"<Override PartName="{name}" ContentType="{kind}+xml"/>"#);
    let mut all = vec![part("/word/document.xml", &format!("{MAIN}document.main"))];
    all.extend(parts.iter().map(|one| part(&format!("/word/{}", one.file), &format!("{MAIN}{}", one.kind))));
    all.push(part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties"));
    format!(
        concat!(
            r#"<Types xmlns="{}content-types">"#,
            r#"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#,
            r#"<Default Extension="xml" ContentType="application/xml"/>{}{}</Types>"#
        ),
        PACKAGE,
        pictures,
        all.concat()
    )
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
    format!(
        concat!(
            r#"<cp:coreProperties xmlns:cp="{}metadata/core-properties" "#,
            r#"xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title></cp:coreProperties>"#
        ),
        PACKAGE, title
    )
}
