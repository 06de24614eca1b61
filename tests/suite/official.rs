//! Official documents held against the layout of GB/T 9704-2012: what they say where, in what size and at what
//! distance; that nothing said in them is anything but text; and, where the tools are installed, that another program
//! puts it on paper where it belongs.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "documents are written into files for another program to read; without them there is nothing to say"
)]

use std::fs;
use std::path::Path;
use std::process::Command;

use proptest::prelude::*;
use roxmltree::Node;
use shangdang::document::{Block, Document, Form, Official, Text};
use shangdang::render::{docx, html, markdown};
use shangdang::text::Lang;

use crate::paper::{Parts, all, only, paragraphs, shown, value};
use crate::support::config;
use crate::unchecked::not_checked;

/// A document with every part there is, each saying what it is, or all the same.
fn document(form: Form, said: Option<&str>) -> Document {
    let text = |own: &str| Text::new(said.unwrap_or(own));
    let part = Block::Official;
    let printed = (form == Form::Circular).then(|| (text("区水污染防治办"), text("2022年7月5日印发")));
    Document {
        blocks: vec![
            part(Official::Mark(text("示例数据"))),
            part(Official::Masthead {
                form, issuer: text("区水污染防治办"), number: text("上水防办〔2022〕5号")
            }),
            part(Official::Title(vec![text("关于进度滞后"), text("的通报")])),
            part(Official::Addressee(text("区住建局："))),
            Block::Paragraph(text("正文")),
            part(Official::AnnexNote { head: text("附件："), names: vec![text("1.一"), text("2.二")] }),
            part(Official::Close { issuer: text("区水污染防治办"), date: text("2022年7月5日") }),
            part(Official::Remark(text("（联系人）"))),
            part(Official::Annex { label: text("附件1"), title: vec![text("认定书")] }),
            Block::Paragraph(text("附件的正文")),
            part(Official::Colophon { copies: Some(text("抄送：区委办公室。")), printed }),
        ],
    }
}

fn parts(form: Form) -> Parts {
    Parts::of(&docx(&document(form, None)))
}

/// The paragraph that says something.
fn saying<'a>(root: Node<'a, 'a>, said: &str) -> Node<'a, 'a> {
    let is_it = |paragraph: &Node<'_, '_>| {
        let texts = all(*paragraph, "t");
        texts.iter().filter_map(Node::text).collect::<String>() == said
    };
    let mut paragraphs = all(root, "p").into_iter();
    paragraphs.find(is_it).unwrap_or_else(|| panic!("{said}"))
}

/// How many empty lines of the text stand above a paragraph.
fn blank_lines_above(paragraph: Node<'_, '_>) -> usize {
    let mut count = 0;
    let mut at = paragraph.prev_sibling_element();
    while let Some(before) = at.filter(|before| all(*before, "t").is_empty()) {
        if value(all(before, "pStyle")[0], "val") == "BodyTextFirstIndent" {
            count += 1;
        }
        at = before.prev_sibling_element();
    }
    count
}

fn style<'a>(paragraph: Node<'a, 'a>) -> &'a str {
    value(all(paragraph, "pStyle")[0], "val")
}

/// Twips in tenths of a millimetre.
fn tenths(twips: &str) -> i64 {
    (twips.parse::<i64>().unwrap() * 254 + 720) / 1_440
}

#[test]
fn a_circular_has_its_red_head_and_rule() {
    let parts = parts(Form::Circular);
    let xml = parts.xml("word/document.xml");
    let issuer = saying(xml.root(), "区水污染防治办");
    assert_eq!(style(issuer), "Letterhead");
    // 35 mm below the top of the type area.
    assert_eq!(tenths(only(issuer, "spacing", ["before"])[0]), 350);
    // Striking, and no wider than the type area: 7 characters in 156 mm, at most 22 mm high.
    let size: usize = only(issuer, "sz", ["val"])[0].parse().unwrap();
    assert!(7 * size * 10 <= 8_845 && size <= 2 * 62, "{size}");
    let number = saying(xml.root(), "上水防办〔2022〕5号");
    assert_eq!(style(number), "DocumentNumber");
    assert_eq!(blank_lines_above(number), 2);
    let rule = only(number, "bottom", ["val", "color", "space"]);
    assert_eq!(rule, ["single", "FF0000", "6"]);
    let title = saying(xml.root(), "关于进度滞后");
    assert_eq!((style(title), blank_lines_above(title)), ("Title", 2));
    assert_eq!(only(title, "spacing", ["before", "line"]), ["0", "640"]);
    // No page has edges of its own, and the first bears its number.
    assert!(all(xml.root(), "titlePg").is_empty());
    let names: Vec<&str> = parts.0.iter().map(|(name, _)| name.as_str()).collect();
    assert!(!names.contains(&"word/footer3.xml"), "{names:?}");
}

#[test]
fn a_letter_has_its_name_between_double_rules() {
    let parts = parts(Form::Letter);
    let xml = parts.xml("word/document.xml");
    assert_eq!(all(xml.root(), "titlePg").len(), 1);
    let head = parts.xml("word/header3.xml");
    let issuer = saying(head.root(), "区水污染防治办");
    assert_eq!(style(issuer), "Letterhead");
    // Its top edge 30 mm below that of the page, the foot rule 20 mm above its edge.
    let [header, footer] = only(xml.root(), "pgMar", ["header", "footer"]);
    assert_eq!((tenths(header), tenths(footer)), (300, 200));
    // Thick above thin at the head, thin above thick at the foot; both 170 mm long.
    let foot = parts.xml("word/footer3.xml");
    for (part, kind) in [(&head, "thickThinSmallGap"), (&foot, "thinThickSmallGap")] {
        let mut paragraphs = all(part.root(), "p").into_iter();
        let ruled = paragraphs.find(|one| !all(*one, "pBdr").is_empty()).unwrap();
        assert_eq!(only(ruled, "bottom", ["val", "color"]), [kind, "FF0000"]);
        let [left, right] = only(ruled, "ind", ["left", "right"]);
        let beside = [left, right].map(|side| tenths(side.strip_prefix('-').unwrap()));
        assert_eq!(1_560 + beside[0] + beside[1], 1_700);
    }
    // No page number on the first page; where the others have theirs it stands 7 mm below the type area.
    assert!(all(foot.root(), "instrText").is_empty());
    let other = parts.xml("word/footer1.xml");
    let below = all(other.root(), "p");
    assert_eq!(below.len(), 2);
    let [spare] = only(below[1], "spacing", ["line"]);
    let up = footer.parse::<i64>().unwrap() + spare.parse::<i64>().unwrap();
    assert_eq!(1_984 - up - 280 / 2, 397);
    // The number at the right under the first rule, the title two lines below it.
    let number = saying(xml.root(), "上水防办〔2022〕5号");
    assert_eq!(only(number, "jc", ["val"]), ["right"]);
    let title = saying(xml.root(), "关于进度滞后");
    assert_eq!(blank_lines_above(title), 2);
}

#[test]
fn what_follows_the_title_stands_where_it_should() {
    for form in [Form::Circular, Form::Letter] {
        let parts = parts(form);
        let xml = parts.xml("word/document.xml");
        let addressee = saying(xml.root(), "区住建局：");
        assert_eq!(style(addressee), "Salutation");
        assert_eq!(blank_lines_above(addressee), 1);
        assert!(all(addressee, "ind").is_empty(), "flush left");
        // 附件说明: one line below the text, two characters in, the numbers below each other.
        let first = saying(xml.root(), "附件：1.一");
        assert_eq!(blank_lines_above(first), 1);
        let [left, hanging] = only(first, "ind", ["left", "hanging"]);
        let (left, hanging): (i64, i64) = (left.parse().unwrap(), hanging.parse().unwrap());
        assert_eq!((left - hanging) / 315, 1, "two characters of 315 twips, less rounding");
        let [second] = only(saying(xml.root(), "2.二"), "ind", ["left"]);
        assert_eq!(second, left.to_string());
        // The date four characters in, the issuer in the middle above it: 7 characters above 6.
        let date = saying(xml.root(), "2022年7月5日");
        assert_eq!(only(date, "ind", ["right"]), [(8 * 157).to_string()]);
        let signed = date.prev_sibling_element().unwrap();
        assert_eq!(only(signed, "ind", ["right"]), [(7 * 157).to_string()]);
        assert_eq!(all(signed, "keepNext").len(), 1);
        // 附件: on a new page, 黑体 from the left edge, its title on the third line.
        let label = saying(xml.root(), "附件1");
        assert_eq!(style(label), "AnnexLabel");
        assert_eq!(all(label, "pageBreakBefore").len(), 1);
        let title = saying(xml.root(), "认定书");
        assert_eq!((style(title), blank_lines_above(title)), ("Title", 1));
        // Nothing that ends the document stands on a page without text above it.
        assert_eq!(all(saying(xml.root(), "正文"), "keepNext").len(), 1);
    }
}

#[test]
fn the_colophon_stands_at_the_foot_of_the_last_page() {
    for (form, lines) in [(Form::Circular, 2), (Form::Letter, 1)] {
        let parts = parts(form);
        let xml = parts.xml("word/document.xml");
        let frames = all(xml.root(), "framePr");
        assert_eq!(frames.len(), lines);
        for frame in frames {
            let place = ["vAnchor", "hAnchor", "yAlign", "w"].map(|name| value(frame, name));
            assert_eq!(place, ["margin", "margin", "bottom", "8845"]);
            let about = frame.parent().unwrap();
            assert_eq!(only(about, "pStyle", ["val"]), ["Colophon"]);
            // 0.35 mm above and below, 0.25 mm between, in eighths of a point; a letter has none.
            let rules = all(about, "pBdr");
            assert_eq!(rules.len(), usize::from(form == Form::Circular));
            for rule in rules {
                let thick = ["top", "bottom", "between"].map(|side| only(rule, side, ["sz"]));
                assert_eq!(thick, [["8"], ["8"], ["6"]]);
            }
        }
    }
}

#[test]
fn parts_of_official_documents_are_written_in_the_standards_sizes() {
    let parts = parts(Form::Circular);
    let xml = parts.xml("word/styles.xml");
    for (id, font, half_points) in [
        ("Letterhead", "方正小标宋简体", "44"),
        ("DocumentNumber", "仿宋_GB2312", "32"),
        ("Salutation", "仿宋_GB2312", "32"),
        ("Closing", "仿宋_GB2312", "32"),
        ("AnnexLabel", "黑体", "32"),
        ("Colophon", "仿宋_GB2312", "28"),
    ] {
        let mut styles = all(xml.root(), "style").into_iter();
        let style = styles.find(|one| value(*one, "styleId") == id).unwrap();
        assert_eq!(only(style, "rFonts", ["eastAsia"]), [font], "{id}");
        assert_eq!(only(style, "sz", ["val"]), [half_points], "{id}");
        if id == "Letterhead" {
            assert_eq!(only(style, "color", ["val"]), ["FF0000"]);
        }
    }
}

#[test]
fn parts_come_in_the_order_of_the_standard() {
    let order = [
        "上水防办〔2022〕5号",
        "关于进度滞后",
        "的通报",
        "区住建局：",
        "正文",
        "附件：1.一",
        "2.二",
        "区水污染防治办",
        "2022年7月5日",
        "（联系人）",
        "附件1",
        "认定书",
        "附件的正文",
        "抄送：区委办公室。",
    ];
    let letter = paragraphs(&parts(Form::Letter));
    assert_eq!(letter, order);
    let mut circular = paragraphs(&parts(Form::Circular));
    assert_eq!(circular.remove(0), "区水污染防治办");
    let end = circular.split_off(circular.len() - 2);
    assert_eq!(circular, order);
    assert_eq!(end, ["区水污染防治办", "2022年7月5日印发"]);
}

#[test]
fn what_is_said_on_every_page_stands_in_every_header() {
    for (form, headers) in [(Form::Circular, 2), (Form::Letter, 3)] {
        let parts = parts(form);
        let all_headers = parts.0.iter().filter(|(name, _)| name.contains("header"));
        assert_eq!(all_headers.clone().count(), headers);
        assert!(all_headers.into_iter().all(|(_, text)| text.contains("示例数据")));
    }
    let mut unmarked = document(Form::Circular, None);
    unmarked.blocks.remove(0);
    let parts = Parts::of(&docx(&unmarked));
    assert!(parts.0.iter().all(|(name, _)| !name.contains("header")));
}

/// The types of all parts are named, and whatever a section refers to is there.
#[test]
fn every_part_is_named_and_found() {
    for form in [Form::Circular, Form::Letter] {
        let parts = parts(form);
        let types = parts.xml("[Content_Types].xml");
        let named = all(types.root(), "Override").into_iter();
        let named: Vec<&str> = named.map(|one| one.attribute("PartName").unwrap()).collect();
        let relations = parts.xml("word/_rels/document.xml.rels");
        let relations = all(relations.root(), "Relationship");
        let document = parts.xml("word/document.xml");
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let referred = document.descendants().filter_map(|node| node.attribute((office, "id")));
        let mut count = 0;
        for id in referred {
            let mut targets = relations.iter();
            let target = targets.find(|one| one.attribute("Id") == Some(id)).unwrap();
            let target = format!("word/{}", target.attribute("Target").unwrap());
            assert!(named.contains(&&*format!("/{target}")), "{target}");
            parts.xml(&target);
            count += 1;
        }
        assert!(count >= 4);
    }
}

/// That a text comes out as it is shown everywhere, and that what is around it is what it is for a harmless one.
fn hold(said: &str) {
    let visible = Text::new(said).shown().to_owned();
    for form in [Form::Circular, Form::Letter] {
        let document = document(form, Some(said));
        let written = docx(&document);
        assert!(written == docx(&document), "the same bytes twice");
        let parts = Parts::of(&written);
        for (name, text) in &parts.0 {
            parts.xml(name);
            let active = if name.contains("footer") { "<w:hyperlink" } else { "<w:instr" };
            assert!(!text.contains(active), "{active} in {name}");
        }
        let harmless = Parts::of(&docx(&self::document(form, Some("文"))));
        let replaced = |said: &str| said.replace(&visible, "文");
        let (hostile, harmless) = (paragraphs(&parts), paragraphs(&harmless));
        assert_eq!(hostile.iter().map(|said| replaced(said)).collect::<Vec<_>>(), harmless);

        let (texts, elements) = shown(&html(&document, Lang::Zh));
        assert!(texts.iter().all(|text| *text == visible), "{texts:?}");
        let page = html(&self::document(form, Some("文")), Lang::Zh);
        assert_eq!(elements, shown(&page).1);

        // Markdown has as many lines, whatever is said in them.
        let lines = |said: &str| markdown(&self::document(form, Some(said))).lines().count();
        assert_eq!(lines(said), lines("文"));
    }
}

#[test]
fn hostile_text_in_every_part_is_plain_text() {
    for said in [
        "</w:t></w:r></w:p>]]><script>alert(1)</script>&amp;&#60;<!--",
        "{ HYPERLINK \"https://example.org\" } = \\* MERGEFORMAT",
        "=cmd|' /C calc'!A0",
        "a\u{1b}[31m\u{7f}\u{9b}\n# b\r\n---",
        "\u{202e}gnorw\u{202c}\u{200f}\u{2066}",
        "😀👩‍👩‍👧‍👦\u{1f3f4}",
        "שלום مرحبا",
        "<w:instrText>PAGE</w:instrText>",
        &"长".repeat(10_000),
        &"x".repeat(10_000),
    ] {
        hold(said);
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn whatever_is_said_in_any_part_is_text(said in "[^\\n\\r\u{fdd0}-\u{fdef}\u{fffe}\u{ffff}]{1,40}") {
        prop_assume!(!Text::new(&said).shown().trim().is_empty());
        prop_assume!(!said.chars().any(|letter| u32::from(letter) & 0xFFFE == 0xFFFE));
        hold(&said);
    }
}

/// A picture of a page: width, height, three bytes a pixel.
struct Picture {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
}

/// Pixels to the inch.
const RESOLUTION: usize = 150;

impl Picture {
    /// Reads what `pdftoppm` writes.
    fn of(bytes: &[u8]) -> Self {
        let mut words = Vec::new();
        let mut at = 0;
        while words.len() < 4 {
            let end = at + bytes[at..].iter().position(u8::is_ascii_whitespace).unwrap();
            words.push(String::from_utf8_lossy(&bytes[at..end]).into_owned());
            at = end + 1;
        }
        assert_eq!((&*words[0], &*words[3]), ("P6", "255"));
        Self { width: words[1].parse().unwrap(), height: words[2].parse().unwrap(), pixels: bytes[at..].to_vec() }
    }

    /// The stretches of lines with anything red in them, each as top, bottom, left and right in tenths of a millimetre.
    fn red(&self) -> Vec<[usize; 4]> {
        let is_red = |at: usize| {
            let pixel = &self.pixels[3 * at..3 * at + 3];
            pixel[0] > 150 && pixel[1] < 110 && pixel[2] < 110
        };
        let tenths = |pixels: usize| pixels * 254 / RESOLUTION;
        let mut found: Vec<[usize; 4]> = Vec::new();
        let mut last = None;
        for line in 0..self.height {
            let row = line * self.width;
            let mut reds = (0..self.width).filter(|column| is_red(row + column));
            let Some(left) = reds.next() else { continue };
            let right = reds.next_back().unwrap_or(left);
            let (top, left, right) = (tenths(line), tenths(left), tenths(right + 1));
            match found.last_mut().filter(|_| last == Some(line.wrapping_sub(1))) {
                Some(stretch) => {
                    *stretch = [stretch[0], tenths(line + 1), stretch[2].min(left), stretch[3].max(right)];
                }
                None => found.push([top, tenths(line + 1), left, right]),
            }
            last = Some(line);
        }
        found
    }
}

/// The first page on paper, as another office program lays it out; none where the programs are not installed.
fn printed(document: &Document, folder: &Path) -> Option<Picture> {
    let file = folder.join("a.docx");
    fs::write(&file, docx(document)).unwrap();
    let home = format!("-env:UserInstallation=file://{}", folder.join("home").display());
    let run = |name: &str, arguments: &[&str]| {
        let mut command = Command::new(name);
        let status = command.args(arguments).current_dir(folder).output();
        status.is_ok_and(|output| output.status.success())
    };
    let is_converted = run("soffice", &[&home, "--headless", "--convert-to", "pdf", "a.docx"]);
    let resolution = RESOLUTION.to_string();
    let page = ["-r", &resolution, "-f", "1", "-l", "1", "-singlefile", "a.pdf", "a"];
    if !is_converted || !run("pdftoppm", &page) {
        not_checked("documents on paper", "soffice and pdftoppm");
        return None;
    }
    Some(Picture::of(&fs::read(folder.join("a.ppm")).unwrap()))
}

#[track_caller]
fn near(found: usize, wanted: usize, by: usize) {
    assert!(found.abs_diff(wanted) <= by, "{found}, not {wanted}");
}

#[test]
fn on_paper_the_red_head_and_the_rules_are_where_the_standard_has_them() {
    let folder = tempfile::tempdir().unwrap();
    let Some(circular) = printed(&document(Form::Circular, None), folder.path()) else {
        return;
    };
    near(circular.width * 254 / RESOLUTION, 2_100, 5);
    near(circular.height * 254 / RESOLUTION, 2_970, 5);
    let red = circular.red();
    // 37 mm and 35 mm below them; a rule as wide as the type area.
    near(red[0][0], 720, 15);
    let rule = red.last().unwrap();
    near(rule[2], 280, 5);
    near(rule[3], 1_840, 5);

    let letter = printed(&document(Form::Letter, None), folder.path()).unwrap();
    let red = letter.red();
    near(red[0][0], 300, 15);
    let rules: Vec<_> = red.iter().filter(|one| one[3] - one[2] > 1_600).collect();
    for rule in &rules {
        near(rule[2], 210, 10);
        near(rule[3], 1_910, 10);
    }
    // 4 mm below the name, and 20 mm above the lower edge.
    near(rules[0][0] - red[0][1].min(rules[0][0]), 40, 15);
    near(rules.last().unwrap()[1], 2_770, 10);
}
