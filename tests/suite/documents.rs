//! Word documents and HTML pages, read by a reader that has nothing to do with how they are written: well-formed, laid
//! out as GB/T 9704-2012 asks, and text stays text.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "pages are written into files and read again; without them there is nothing to say"
)]

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use roxmltree::{Document as Xml, Node, ParsingOptions};
use sha2::{Digest as _, Sha256};
use shangdang::document::{Block, Cell, Choice, Column, Document, Role, Table, Tags, Text};
use shangdang::render::{docx, html};
use shangdang::text::Lang;

use crate::folders::{copy, root};
use crate::paper::{Parts, all, only, paragraphs, shown, value};
use crate::program::succeed;
use crate::support::config;

/// A page with a text in every place there is.
fn everywhere(said: &str) -> Document {
    let text = || Text::new(said);
    let table = || Table {
        columns: vec![Column::prose(said), Column::numbers(said)],
        rows: vec![vec![Cell::text(said), Cell::with(Role::Grave, said)]],
    };
    Document {
        blocks: vec![
            Block::Title(text()),
            Block::Heading(text()),
            Block::Paragraph(text()),
            Block::Entry { head: text(), lines: vec![text()] },
            Block::Verbatim(vec![text()]),
            Block::Table(table()),
            Block::Roomy { full: table(), full_legend: text(), brief: table(), brief_legend: text() },
            Block::Signature(vec![text()]),
        ],
    }
}

/// How often a text stands on that page.
const TIMES: usize = 16;

#[test]
fn the_sheet_is_that_of_the_standard() {
    let parts = Parts::of(&docx(&everywhere("正文")));
    let xml = parts.xml("word/document.xml");
    let page = xml.root();
    let size = only(page, "pgSz", ["w", "h", "orient"]);
    assert_eq!(size, ["11906", "16838", ""], "A4");
    let margins = only(page, "pgMar", ["top", "right", "bottom", "left"]);
    let millimetres = margins.map(|twips| (twips.parse::<u32>().unwrap() * 254 + 7_200) / 14_400);
    assert_eq!(millimetres, [37, 26, 35, 28]);
    let grid = only(page, "docGrid", ["type", "linePitch"]);
    assert_eq!(grid, ["lines", "579"]);
    // 225 mm hold 22 lines, 156 mm hold 28 characters of 16 pt less 0.25 pt; one more of either does not fit.
    let (height, width) = (16_838 - 2_098 - 1_984, 11_906 - 1_474 - 1_587);
    assert_eq!(height / 579, 22);
    assert_eq!(width / (320 - 5), 28);
}

#[test]
fn styles_are_those_of_the_standard() {
    let parts = Parts::of(&docx(&everywhere("正文")));
    let xml = parts.xml("word/styles.xml");
    let style = |id: &str| {
        let styles = all(xml.root(), "style").into_iter();
        let mut named = styles.filter(|style| value(*style, "styleId") == id);
        named.next().unwrap()
    };
    for (id, font, half_points, line) in [
        ("Title", "方正小标宋简体", "44", "640"),
        ("Heading1", "黑体", "32", "579"),
        ("Heading2", "楷体_GB2312", "32", "579"),
        ("BodyTextFirstIndent", "仿宋_GB2312", "32", "579"),
        ("FooterOdd", "宋体", "28", "280"),
        ("FooterEven", "宋体", "28", "280"),
    ] {
        let fonts = ["ascii", "eastAsia", "hAnsi", "cs"];
        assert_eq!(only(style(id), "rFonts", fonts), [font; 4], "{id}");
        assert_eq!(only(style(id), "sz", ["val"]), [half_points], "{id}");
        let spacing = all(style(id), "spacing");
        let lines = spacing.iter().find(|one| !value(**one, "line").is_empty());
        assert_eq!(value(*lines.unwrap(), "line"), line, "{id}");
        assert_eq!(value(*lines.unwrap(), "lineRule"), "exact", "{id}");
    }
    assert_eq!(only(style("Title"), "jc", ["val"]), ["center"]);
    let body = style("BodyTextFirstIndent");
    assert_eq!(only(body, "ind", ["firstLineChars"]), ["200"]);
    let condensed = all(body, "spacing").into_iter();
    let condensed: Vec<&str> = condensed.map(|one| value(one, "val")).collect();
    assert!(condensed.contains(&"-5"), "{condensed:?}");

    // Every style that is used is there, and every font has something that may stand in for it.
    let document = parts.xml("word/document.xml");
    for used in all(document.root(), "pStyle") {
        style(value(used, "val"));
    }
    let table = parts.xml("word/fontTable.xml");
    let fonts = all(table.root(), "font").into_iter();
    let instead: Vec<(&str, bool)> = fonts
        .map(|font| {
            let [names] = only(font, "altName", ["val"]);
            (value(font, "name"), names.is_empty())
        })
        .collect();
    for used in all(xml.root(), "rFonts") {
        assert!(instead.contains(&(value(used, "eastAsia"), false)));
    }
}

#[test]
fn page_numbers_stand_at_the_outer_edge() {
    let parts = Parts::of(&docx(&everywhere("正文")));
    let settings = parts.xml("word/settings.xml");
    assert_eq!(all(settings.root(), "evenAndOddHeaders").len(), 1);
    let document = parts.xml("word/document.xml");
    let relations = parts.xml("word/_rels/document.xml.rels");
    let styles = parts.xml("word/styles.xml");
    for (kind, edge, indent) in [("default", "right", "right"), ("even", "left", "left")] {
        let footers = all(document.root(), "footerReference").into_iter();
        let footer = footers.filter(|one| value(*one, "type") == kind).collect::<Vec<_>>();
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let id = footer[0].attribute((office, "id"));
        let mut targets = all(relations.root(), "Relationship").into_iter();
        let target = targets.find(|one| one.attribute("Id") == id).unwrap();
        let name = format!("word/{}", target.attribute("Target").unwrap());
        let footer = parts.xml(&name);
        let texts = all(footer.root(), "t");
        let shown: String = texts.iter().filter_map(Node::text).collect();
        assert_eq!(shown, "— 1 —");
        assert_eq!(all(footer.root(), "instrText")[0].text(), Some(" PAGE "));
        let used = value(all(footer.root(), "pStyle")[0], "val");
        let mut styles = all(styles.root(), "style").into_iter();
        let style = styles.find(|one| value(*one, "styleId") == used).unwrap();
        assert_eq!(only(style, "jc", ["val"]), [edge]);
        // One character of 14 pt from the edge.
        assert_eq!(only(style, "ind", [indent]), ["280"]);
    }
    // The foot of its line is 537 twips below the type area: the dash in its middle 7 mm (397 twips).
    let [bottom, number] = only(document.root(), "pgMar", ["bottom", "footer"]);
    let below = bottom.parse::<u32>().unwrap() - number.parse::<u32>().unwrap();
    assert_eq!(below - 280 / 2, 397);
}

#[test]
fn parts_come_in_the_order_readers_look_for_them_and_are_all_named() {
    let parts = Parts::of(&docx(&everywhere("正文")));
    let names: Vec<&str> = parts.0.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "[Content_Types].xml",
            "_rels/.rels",
            "word/document.xml",
            "word/_rels/document.xml.rels",
            "word/styles.xml",
            "word/settings.xml",
            "word/fontTable.xml",
            "word/footer1.xml",
            "word/footer2.xml",
            "docProps/core.xml",
        ]
    );
    for name in &names {
        parts.xml(name);
    }
    let types = parts.xml("[Content_Types].xml");
    let typed = all(types.root(), "Override").into_iter();
    let mut typed: Vec<&str> = typed.map(|one| one.attribute("PartName").unwrap().trim_start_matches('/')).collect();
    typed.sort_unstable();
    let mut own: Vec<&str> = names[2..].to_vec();
    own.retain(|name| !name.contains("_rels"));
    own.sort_unstable();
    assert_eq!(typed, own);
    // The order of the text is the order of the page.
    let xml = parts.xml("word/document.xml");
    let body = all(xml.root(), "body")[0];
    let styles: Vec<&str> =
        all(body, "pStyle").into_iter().map(|one| value(one, "val")).filter(|style| *style != "NoSpacing").collect();
    let table = ["BodyText2", "BodyText2", "BodyText3", "BodyText3"];
    let before = ["Title", "Heading1", "BodyTextFirstIndent", "Heading2", "BodyTextFirstIndent", "PlainText"];
    let expected = [&before[..], &table, &table, &["Caption", "Signature"]].concat();
    assert_eq!(styles, expected);
    let last = body.children().rfind(Node::is_element);
    assert_eq!(last.unwrap().tag_name().name(), "sectPr");
}

/// A table of so many columns, each cell of so many characters.
fn wide(columns: usize, characters: usize) -> Document {
    let table = Table {
        columns: (0..columns).map(|_| Column::words("列")).collect(),
        rows: vec![vec![Cell::text("字".repeat(characters)); columns]; 3],
    };
    let text = |said: &str| Text::new(said);
    Document {
        blocks: vec![
            Block::Title(text("题")),
            Block::Paragraph(text("前")),
            Block::Heading(text("表")),
            Block::Table(table),
            Block::Paragraph(text("后")),
        ],
    }
}

#[test]
fn tables_keep_within_the_page_and_turn_it_where_they_must() {
    for (columns, characters, ways) in
        [(1, 1, "p"), (5, 6, "p"), (8, 4, "p"), (8, 8, "plp"), (14, 3, "plp"), (40, 10, "plp")]
    {
        let parts = Parts::of(&docx(&wide(columns, characters)));
        let xml = parts.xml("word/document.xml");
        let sizes = all(xml.root(), "pgSz");
        let turned: String = sizes
            .iter()
            .map(|size| match value(*size, "orient") {
                "landscape" => 'l',
                _ => 'p',
            })
            .collect();
        assert_eq!(turned, ways, "{columns} of {characters}");
        let most: usize = if ways == "p" { 8_845 } else { 12_756 };
        let widths = all(xml.root(), "gridCol").into_iter();
        let widths: Vec<usize> = widths.map(|one| value(one, "w").parse().unwrap()).collect();
        assert_eq!(widths.len(), columns);
        let sum: usize = widths.iter().sum();
        assert!(sum <= most, "{columns} of {characters}: {sum}");
        let [declared] = only(xml.root(), "tblW", ["w"]);
        assert_eq!(declared, sum.to_string());
        let cells = all(xml.root(), "tcW").into_iter();
        let cells: Vec<usize> = cells.map(|one| value(one, "w").parse().unwrap()).collect();
        assert!(cells.chunks(columns).all(|row| row == widths));
        // The headings are repeated, and theirs is the first row only.
        let rows = all(xml.root(), "tr");
        let repeated: Vec<bool> = rows.iter().map(|row| !all(*row, "tblHeader").is_empty()).collect();
        assert_eq!(repeated, [true, false, false, false]);
        let borders = all(xml.root(), "tblBorders")[0];
        assert_eq!(borders.children().count(), 6);
    }
}

#[test]
fn a_heading_stays_with_a_table_that_turns_the_page() {
    let parts = Parts::of(&docx(&wide(14, 3)));
    let xml = parts.xml("word/document.xml");
    let body = all(xml.root(), "body")[0];
    let mut order = String::new();
    for child in body.children() {
        if child.tag_name().name() == "tbl" {
            order.push('T');
        }
        for text in all(child, "t").iter().filter_map(Node::text) {
            if "题前表后".contains(text) {
                order.push_str(text);
            }
        }
        if !all(child, "sectPr").is_empty() {
            order.push('|');
        }
    }
    assert_eq!(order, "题前|表T|后|");
}

#[test]
fn numbers_stand_right_and_nothing_else_does() {
    let parts = Parts::of(&docx(&everywhere("8")));
    let xml = parts.xml("word/document.xml");
    let cells = all(xml.root(), "tc");
    let placed: Vec<usize> = cells.iter().map(|cell| all(*cell, "jc").len()).collect();
    assert_eq!(placed, [0, 0, 0, 1, 0, 0, 0, 1]);
}

#[test]
fn what_is_signed_ends_its_page() {
    let block = || everywhere("文").blocks.into_iter();
    let document = Document { blocks: block().chain(block()).collect() };
    let parts = Parts::of(&docx(&document));
    let xml = parts.xml("word/document.xml");
    let breaks = all(xml.root(), "pageBreakBefore");
    assert_eq!(breaks.len(), 1);
    let paragraph = breaks[0].parent().unwrap();
    assert_eq!(only(paragraph, "pStyle", ["val"]), ["Title"]);
}

#[test]
fn hostile_text_is_plain_text() {
    let long = "长".repeat(10_000);
    let unbroken = "x".repeat(10_000);
    for said in [
        "</w:t></w:r></w:p>]]><script>alert(1)</script>&amp;&#60;<!--",
        r#"" onload="alert(1)' style='color:red"#,
        "{ HYPERLINK \"https://example.org\" } = \\* MERGEFORMAT",
        "=1+1",
        "\0\u{1}\u{8}\u{1b}[31m\u{7f}\u{9b}\u{fffe}\u{ffff}\u{fdd0}",
        "\u{202e}gnorw\u{202c}\u{200f}\u{2066}",
        "😀👩‍👩‍👧‍👦\u{1f3f4}",
        "שלום مرحبا",
        "]]>",
        "\u{10ffff}",
        " 两端 空格 ",
        &long,
        &unbroken,
    ] {
        hold(said);
    }
}

/// That a text comes out as it is shown everywhere, and that everything around it is what it is for a harmless one.
fn hold(said: &str) {
    let document = everywhere(said);
    let visible: String = Text::new(said)
        .shown()
        .chars()
        .map(|letter| match u32::from(letter) {
            0xFDD0..=0xFDEF => '\u{FFFD}',
            code if code & 0xFFFE == 0xFFFE => '\u{FFFD}',
            _ => letter,
        })
        .collect();
    let parts = Parts::of(&docx(&document));
    for (name, _) in &parts.0 {
        parts.xml(name);
    }
    assert_eq!(paragraphs(&parts), vec![visible.clone(); TIMES]);
    let elements = |parts: &Parts| -> Vec<String> {
        let xml = parts.xml("word/document.xml");
        let body = all(xml.root(), "body")[0];
        // How a table is laid out does depend on what it says.
        let content = ["r", "t", "tab", "tbl", "tr", "tc", "b"];
        let names = body.descendants().filter(Node::is_element);
        let names = names.map(|node| node.tag_name().name().to_owned());
        names.filter(|name| content.contains(&&**name)).collect()
    };
    assert_eq!(elements(&parts), elements(&Parts::of(&docx(&everywhere("文")))));
    let text = parts.text("word/document.xml");
    for active in ["<w:instr", "<w:fld", "<w:hyperlink", "<w:object", "<w:pict"] {
        assert!(!text.contains(active), "{active}");
    }

    for lang in [Lang::Zh, Lang::En] {
        let page = html(&document, lang);
        let (texts, elements) = shown(&page);
        assert_eq!(texts, vec![visible.clone(); TIMES]);
        assert_eq!(elements, shown(&html(&everywhere("文"), lang)).1);
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn whatever_is_said_is_text(said in "[^\\n\\r]{1,40}") {
        prop_assume!(!Text::new(&said).shown().trim_matches('\n').is_empty());
        hold(&said);
    }
}

#[test]
fn the_page_lets_in_its_own_style_and_nothing_else() {
    let page = html(&everywhere("<script>"), Lang::Zh);
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let xml = Xml::parse_with_options(&page, options).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>\n"));
    assert_eq!(xml.root_element().attribute("lang"), Some("zh-Hans"));
    let style = all(xml.root(), "style");
    assert_eq!(style.len(), 1);
    let style = style[0].text().unwrap();
    let mut metas = all(xml.root(), "meta").into_iter();
    let policy = metas.find(|meta| meta.attribute("http-equiv") == Some("Content-Security-Policy")).unwrap();
    let digest = base64(&Sha256::digest(style));
    assert_eq!(
        policy.attribute("content").unwrap(),
        format!("default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'")
    );
    for active in ["script", "link", "img", "iframe", "a", "form", "object"] {
        assert!(all(xml.root(), active).is_empty(), "{active}");
    }
    for reaching_out in ["url(", "@import", "//", "expression("] {
        assert!(!style.contains(reaching_out), "{reaching_out}");
    }
    let attributes = xml.descendants().flat_map(|node| node.attributes());
    let mut attributes: Vec<&str> = attributes.map(|attribute| attribute.name()).collect();
    attributes.sort_unstable();
    attributes.dedup();
    assert_eq!(attributes, ["charset", "class", "content", "http-equiv", "lang", "name", "scope"]);
    assert!(style.contains("prefers-color-scheme: dark") && style.contains("size: A4"));
}

/// A page that can be looked through, with a text in every place.
fn looked_through(said: &str) -> Document {
    let text = || Text::new(said);
    let tags = || Tags { unit: said.to_owned(), task: said.to_owned(), tier: said.to_owned() };
    let table = || Table {
        columns: vec![Column::prose(said), Column::numbers(said)],
        rows: vec![vec![Cell::text(said), Cell::number(said, said)]],
    };
    Document {
        blocks: vec![
            Block::Title(text()),
            Block::Choice(Choice { heads: [text(), text(), text()], all: text(), shown: text(), reset: text() }),
            Block::Fold { head: text(), tags: tags(), blocks: vec![Block::Table(table())] },
            Block::Chosen { table: table(), tags: vec![tags()] },
        ],
    }
}

#[test]
fn a_page_to_be_looked_through_lets_in_its_own_script_and_nothing_else() {
    let page = html(&looked_through("<script>alert(1)</script>\"'>"), Lang::Zh);
    let between = |open: &str, close: &str| {
        let start = page.find(open).unwrap() + open.len();
        page[start..start + page[start..].find(close).unwrap()].to_owned()
    };
    let (style, script) = (between("<style>", "</style>"), between("<script>", "</script>"));
    assert_eq!(page.matches("<script").count(), 1);
    let [style, script] = [style, script].map(|text| base64(&Sha256::digest(text)));
    let policy = format!(
        "default-src 'none'; script-src 'sha256-{script}'; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'"
    );
    assert_eq!(between("Security-Policy\" content=\"", "\""), policy);
    // What is said stands in texts and attributes, and is a text in both.
    for said in ["</script><img src=x onerror=alert(1)>", "\" onload=\"x", "]]>", "{{7*7}}", "\u{202e}"] {
        let page = html(&looked_through(said), Lang::Zh);
        let (_, elements) = shown(&page);
        assert_eq!(elements, shown(&html(&looked_through("文"), Lang::Zh)).1);
        let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
        let xml = Xml::parse_with_options(&page, options).unwrap();
        let tagged = xml.descendants().filter(|node| node.has_attribute("data-unit"));
        let visible = Text::new(said).shown().to_owned();
        let units: Vec<&str> = tagged.map(|node| node.attribute("data-unit").unwrap()).collect();
        assert_eq!(units, [&*visible, &*visible]);
    }
    // Where nothing can be unfolded, everything stands there.
    let parts = Parts::of(&docx(&looked_through("文")));
    assert_eq!(paragraphs(&parts).len(), 10);
    // And no other page has a script.
    assert!(!html(&everywhere("文"), Lang::Zh).contains("<script"));
}

/// Every class that is named is one of the style's.
#[test]
fn every_class_has_a_style() {
    let roles = [Role::Plain, Role::Good, Role::Notice, Role::Serious, Role::Grave, Role::Muted, Role::Strong];
    let mut document = everywhere("文");
    let said = roles.map(|role| Block::Paragraph(Text::with(role, "文")));
    document.blocks.extend(said);
    let page = html(&document, Lang::Zh);
    let (head, body) = page.split_once("</style>").unwrap();
    let classes = body.split("class=\"").skip(1);
    let classes = classes.flat_map(|rest| rest.split('"').next().unwrap().split(' '));
    let mut count = 0;
    for class in classes {
        assert!(head.contains(&format!(".{class}")), "{class}");
        count += 1;
    }
    assert!(count > 6, "{count}");
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut written = String::new();
    for chunk in bytes.chunks(3) {
        let at = |ix: usize| u32::from(chunk.get(ix).copied().unwrap_or(0));
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        for place in 0..4 {
            let six = (bits >> (18 - 6 * place)) & 63;
            let letter = char::from(LETTERS[usize::try_from(six).unwrap()]);
            written.push(if place <= chunk.len() { letter } else { '=' });
        }
    }
    written
}

fn run(folder: &Path, arguments: &str) -> Vec<u8> {
    let arguments: Vec<&str> = arguments.split(' ').collect();
    succeed(folder, &arguments);
    fs::read(folder.join(arguments.last().unwrap())).unwrap()
}

#[test]
fn every_page_can_be_had_and_is_the_same_bytes_twice() {
    let stage = tempfile::tempdir().unwrap();
    copy(&root().join("data"), &stage.path().join("data"));
    for page in [
        "status",
        "status --by unit",
        "status --by task",
        "escalate",
        "explain 2.1",
        "explain 2.1 --full",
        "explain 9.3 --full",
        "history 6.6",
        "filing --month 12",
        "filing --remind",
        "annual",
        "publicity",
        "diff 5月 6月",
        "check",
    ] {
        for lang in ["zh", "en"] {
            let write = |name: &str| run(stage.path(), &format!("--lang {lang} {page} -o {name}"));
            let document = write("a.docx");
            assert!(document == write("b.docx"), "{page}");
            let parts = Parts::of(&document);
            for (name, _) in &parts.0 {
                parts.xml(name);
            }
            let said = paragraphs(&parts);
            let page = String::from_utf8(write("a.html")).unwrap();
            // Paper and screen say the same, line for line.
            let (texts, _) = shown(&page);
            let lines = texts.iter().flat_map(|text| text.split('\n'));
            let lines: Vec<&str> = lines.filter(|line| !line.trim().is_empty()).collect();
            let said: Vec<&str> = said.iter().map(String::as_str).collect();
            let said: Vec<&str> = said.into_iter().filter(|line| !line.trim().is_empty()).collect();
            assert_eq!(said, lines);
        }
    }
}

#[test]
fn only_paper_is_signed() {
    let stage = tempfile::tempdir().unwrap();
    copy(&root().join("data"), &stage.path().join("data"));
    let has = |name: &str| {
        let bytes = run(stage.path(), &format!("--lang zh explain 2.1 -o {name}"));
        let text = match name {
            "a.docx" => paragraphs(&Parts::of(&bytes)).concat(),
            _ => String::from_utf8(bytes).unwrap(),
        };
        let lines = ["认定单位：", "经办人：", "审核人：", "日期："];
        let is_signed = lines.iter().filter(|line| text.contains(**line)).count();
        (is_signed, text.contains("=6-4"))
    };
    assert_eq!(has("a.docx"), (4, true));
    assert_eq!(has("a.html"), (4, true));
    assert_eq!(has("a.txt"), (0, true));
    assert_eq!(has("a.md"), (0, true));
    assert_eq!(has("a.json"), (0, true));
    // A formula in a table would be computed by whoever opens it.
    assert_eq!(has("a.csv"), (0, false));
}
