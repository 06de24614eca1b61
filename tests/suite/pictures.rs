//! Pictures, read by readers that have nothing to do with how they are drawn: well-formed, text stays text, and nothing
//! is asked for from elsewhere.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "pictures are written into files and read again; without them there is nothing to say"
)]

use std::fs;
use std::io::{Cursor, Read as _};
use std::path::Path;

use proptest::prelude::*;
use roxmltree::{Document as Xml, Node, ParsingOptions};
use shangdang::document::{Anchor, At, Block, Document, Drawing, Pen, Picture, Role, Text, Tint, pixels};
use shangdang::render::Screen;
use shangdang::render::{docx, html, markdown, svg, terminal};
use shangdang::text::Lang;

use crate::folders::{copy, root};
use crate::paper::all;
use crate::program;
use crate::support::config;

/// A page with one picture that has everything a picture can have.
fn page(said: &str) -> Document {
    let mut drawing = Drawing::new(pixels(400), pixels(300));
    for (nth, tint) in (0..).zip(Tint::ALL) {
        drawing.area_box(tint, At::new(pixels(10 * nth), 0), pixels(8), pixels(8));
        drawing.words_on(tint, At::new(pixels(10 * nth), pixels(8)), pixels(9), said);
        let corners = [At::new(0, 0), At::new(50, 0), At::new(25, 50)];
        drawing.area(tint, corners);
    }
    for (nth, pen) in (0..).zip(Pen::ALL) {
        let y = pixels(100 + nth);
        drawing.line(pen, [At::new(0, y), At::new(pixels(100), y), At::new(0, y)]);
    }
    drawing.hatch(At::new(0, 0), pixels(20), pixels(9), pixels(4));
    for (anchor, role) in [(Anchor::Start, Role::Strong), (Anchor::Middle, Role::Muted), (Anchor::End, Role::Grave)] {
        let at = At::new(pixels(200), pixels(200));
        drawing.words(at, anchor, pixels(12), Text::with(role, said));
    }
    let row = vec![Text::new(said), Text::with(Role::Grave, said)];
    let picture = Picture {
        title: Text::new(said),
        about: Text::new(said),
        whole: drawing.clone(),
        sheets: vec![drawing],
        letters: vec![vec![row]],
    };
    Document { blocks: vec![Block::Title(Text::new("图")), Block::Picture(Box::new(picture))] }
}

/// Names of everything in an SVG, and its texts.
fn read(picture: &str) -> (Vec<String>, Vec<String>, Vec<String>) {
    let xml = Xml::parse(picture).unwrap();
    let (mut elements, mut attributes, mut texts) = (Vec::new(), Vec::new(), Vec::new());
    for node in xml.descendants().filter(Node::is_element) {
        elements.push(node.tag_name().name().to_owned());
        attributes.extend(node.attributes().map(|one| one.name().to_owned()));
        if matches!(node.tag_name().name(), "text" | "title" | "desc") {
            texts.push(node.text().unwrap_or_default().to_owned());
        }
    }
    for names in [&mut elements, &mut attributes] {
        names.sort_unstable();
        names.dedup();
    }
    (elements, attributes, texts)
}

fn hold(said: &str) {
    let document = page(said);
    let picture = document.pictures().next().unwrap();
    let (elements, attributes, texts) = read(&svg(picture));
    assert_eq!(elements, ["desc", "polygon", "polyline", "rect", "style", "svg", "text", "title"]);
    assert_eq!(
        attributes,
        [
            "class",
            "fill",
            "font-family",
            "font-size",
            "font-weight",
            "height",
            "points",
            "role",
            "stroke",
            "stroke-dasharray",
            "stroke-width",
            "text-anchor",
            "viewBox",
            "width",
            "x",
            "y"
        ]
    );
    let shown = Text::new(said);
    assert_eq!(texts.len(), 2 + Tint::ALL.len() + 3);
    let shown = shown.shown();
    // What XML does not allow is one sign for another; nothing else is lost.
    for text in texts {
        assert_eq!(text.chars().count(), shown.chars().count(), "{said:?}");
    }

    let texts = emf_texts(&emf_of(&docx(&document)));
    assert_eq!(texts.len(), Tint::ALL.len() + 3);
    for text in texts {
        assert_eq!(text.chars().count(), shown.chars().count(), "{said:?}");
    }
    let screen = Screen { width: Some(80), has_colour: false };
    let has_control = |text: &str| text.chars().any(|one| one.is_control() && one != '\n');
    assert!(!has_control(&terminal(&document, screen)));
    assert!(!has_control(&markdown(&document)));
}

#[test]
fn hostile_text_is_text() {
    hold("</text><script>alert(1)</script>");
    hold("]]>&amp;\"'<!-- --><![CDATA[");
    hold("\u{1b}[31m\u{202e}\u{9b}\u{fffe}😀“污水”");
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn whatever_is_said_is_text(said in "[^\\n\\r]{1,30}") {
        hold(&said);
    }
}

/// A picture on a page needs no style of its own: the page lets in none.
#[test]
fn a_page_holds_pictures_without_styles_of_their_own() {
    let page = html(&page("<b>"), Lang::Zh);
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let xml = Xml::parse_with_options(&page, options).unwrap();
    assert_eq!(all(xml.root(), "svg").len(), 1);
    assert_eq!(all(xml.root(), "style").len(), 1);
    let mut attributes = xml.descendants().flat_map(|node| node.attributes());
    assert!(attributes.all(|one| !matches!(one.name(), "style" | "href" | "src" | "id")));
    let (head, body) = page.split_once("</style>").unwrap();
    let classes = body.split("class=\"").skip(1);
    for class in classes.flat_map(|rest| rest.split('"').next().unwrap().split(' ')) {
        assert!(head.contains(&format!(".{class}")), "{class}");
    }
}

/// The first metafile of a document.
fn emf_of(document: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(document)).unwrap();
    let mut file = archive.by_name("word/media/picture1.emf").unwrap();
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).unwrap();
    bytes
}

/// The texts of a metafile, once its records are found to be what its header says.
fn emf_texts(file: &[u8]) -> Vec<String> {
    let number = |at: usize| u32::from_le_bytes(file[at..at + 4].try_into().unwrap());
    let length = |at: usize| usize::try_from(number(at)).unwrap();
    assert_eq!((number(0), number(40)), (1, 0x464D_4520), "a header and its signature");
    assert_eq!(length(48), file.len());
    let (mut at, mut records, mut texts, mut last) = (0, 0, Vec::new(), 0);
    while at < file.len() {
        let size = length(at + 4);
        assert!(size >= 8 && size.is_multiple_of(4) && at + size <= file.len());
        last = number(at);
        if last == 84 {
            let (count, from, steps) = (length(at + 44), length(at + 48), length(at + 72));
            let letters = &file[at + from..at + from + 2 * count];
            let pairs = letters.chunks(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
            texts.push(String::from_utf16(&pairs.collect::<Vec<_>>()).unwrap());
            assert_eq!(steps + 4 * count, size, "a step for each letter");
        }
        records += 1;
        at += size;
    }
    assert_eq!((last, records), (14, length(52)));
    texts
}

fn run(folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let output = program::run(folder, arguments);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    (output.status.code(), said)
}

#[test]
fn every_picture_can_be_had_in_every_format_and_is_the_same_bytes_twice() {
    let stage = tempfile::tempdir().unwrap();
    copy(&root().join("data"), &stage.path().join("data"));
    let pictures: [&[&str]; 6] = [
        &["chart", "front"],
        &["chart", "front", "--by", "unit"],
        &["chart", "heat"],
        &["chart", "heat", "--by", "item"],
        &["chart", "curve", "9.3", "--unit", "water"],
        &["chart", "curve", "4.1", "--unit", "water"],
    ];
    for picture in pictures {
        for lang in ["zh", "en"] {
            for ending in ["svg", "html", "docx", "md", "csv", "json", "txt"] {
                let written = ["a", "b"].map(|name| {
                    let file = format!("{name}.{ending}");
                    let options = ["--lang", lang, "-o", &file];
                    let (code, said) = run(stage.path(), &[picture, &options].concat());
                    assert_eq!(code, Some(0), "{picture:?}: {said}");
                    fs::read(stage.path().join(file)).unwrap()
                });
                assert!(written[0] == written[1], "{picture:?} {ending}");
                match ending {
                    "svg" => {
                        let text = std::str::from_utf8(&written[0]).unwrap();
                        let xml = Xml::parse(text).unwrap();
                        let inner = xml.root_element().children().filter(Node::is_element);
                        let names: Vec<&str> = inner.take(2).map(|node| node.tag_name().name()).collect();
                        assert_eq!(names, ["title", "desc"]);
                        for reaching_out in ["href", "url(", "@import", "<script"] {
                            assert!(!text.contains(reaching_out), "{reaching_out}");
                        }
                    }
                    "docx" => {
                        emf_texts(&emf_of(&written[0]));
                    }
                    _ => {}
                }
            }
        }
    }
}
