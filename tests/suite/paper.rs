//! Word documents and HTML pages as a reader sees them that has nothing to do with how they are written.

#![expect(clippy::unwrap_used, reason = "what cannot be read is the failure that tests look for")]

use std::io::{Cursor, Read as _};

use roxmltree::{Document as Xml, Node, ParsingOptions};

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The parts of a document by name, in the order in which they are packed.
pub(crate) struct Parts(pub(crate) Vec<(String, String)>);

impl Parts {
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut parts = Vec::new();
        for at in 0..archive.len() {
            let mut file = archive.by_index(at).unwrap();
            let mut text = String::new();
            // A picture is no text.
            if !file.name().unwrap().starts_with("word/media/") {
                file.read_to_string(&mut text).unwrap();
            }
            parts.push((file.name().unwrap().into_owned(), text));
        }
        Self(parts)
    }

    pub(crate) fn text(&self, name: &str) -> &str {
        let mut parts = self.0.iter();
        &parts.find(|(known, _)| known == name).unwrap().1
    }

    pub(crate) fn xml(&self, name: &str) -> Xml<'_> {
        Xml::parse(self.text(name)).unwrap()
    }
}

pub(crate) fn all<'a>(node: Node<'a, 'a>, name: &str) -> Vec<Node<'a, 'a>> {
    let all = node.descendants();
    all.filter(|node| node.tag_name().name() == name).collect()
}

pub(crate) fn value<'a>(node: Node<'a, 'a>, name: &str) -> &'a str {
    node.attribute((W, name)).unwrap_or_default()
}

/// The attributes of the only such element below a node.
pub(crate) fn only<'a, const COUNT: usize>(
    node: Node<'a, 'a>,
    element: &str,
    names: [&str; COUNT],
) -> [&'a str; COUNT] {
    let found = all(node, element);
    assert_eq!(found.len(), 1, "{element}");
    names.map(|name| value(found[0], name))
}

/// What a reader sees, paragraph by paragraph, and apart where a tab stands between; empty ones left out.
pub(crate) fn paragraphs(parts: &Parts) -> Vec<String> {
    let xml = parts.xml("word/document.xml");
    let mut all_said = Vec::new();
    for paragraph in all(xml.root(), "p") {
        let mut said = String::new();
        for node in all(paragraph, "r").into_iter().flat_map(|run| run.children()) {
            match node.tag_name().name() {
                "t" => said.push_str(node.text().unwrap_or_default()),
                "tab" => all_said.push(std::mem::take(&mut said)),
                _ => {}
            }
        }
        all_said.push(said);
    }
    all_said.retain(|said| !said.is_empty());
    all_said
}

/// A page in HTML: what stands in its body, element by element, and the names of these elements.
pub(crate) fn shown(page: &str) -> (Vec<String>, Vec<String>) {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let xml = Xml::parse_with_options(page, options).unwrap();
    let body = all(xml.root(), "body")[0];
    let texts = body.descendants().filter(Node::is_text);
    let texts = texts.filter_map(|node| node.text());
    let texts = texts.map(|text| text.trim_matches('\n').to_owned());
    let elements = body.descendants().filter(Node::is_element);
    (texts.filter(|text| !text.is_empty()).collect(), elements.map(|node| node.tag_name().name().to_owned()).collect())
}
