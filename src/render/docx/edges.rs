//! What is above and below the text of each page: the page number, what is said on every page, and in a letter the
//! issuer's name between its double rules (GB/T 9704-2012, clauses 7.5 and 10.1).

use super::official;
use super::package::{NAMES, Part};
use super::page::{FOOT, NUMBER};
use super::paragraph::{of_runs, plain_run};
use super::styles::exact;
use crate::document::{Block, Document, Form, Official, Text};

/// Where headers begin on pages without a letterhead: 15 mm.
const HEADER: usize = 851;
/// Where the issuer's name of a letter begins: 30 mm below the edge of the page.
const LETTERHEAD: usize = 1_701;
/// Where the rule at the foot of a letter is: 20 mm above the edge of the page.
const FOOT_RULE: usize = 1_134;
/// From the type area to the ends of a letter's rules: they are 170 mm long, 7 mm more than it on either side.
const BESIDE: usize = 397;

/// What a document has at the edges of its pages.
pub(super) struct Edges<'a> {
    /// The issuer's name, if the document is a letter.
    letter: Option<&'a Text>,
    /// What is said on every page.
    mark: Option<&'a Text>,
}

impl<'a> Edges<'a> {
    pub(super) fn of(document: &'a Document) -> Self {
        let mut edges = Self { letter: None, mark: None };
        for block in &document.blocks {
            match block {
                Block::Official(Official::Masthead { form: Form::Letter, issuer, .. }) => edges.letter = Some(issuer),
                Block::Official(Official::Mark(text)) => edges.mark = Some(text),
                _ => {}
            }
        }
        edges
    }

    fn is_letter(&self) -> bool {
        self.letter.is_some()
    }

    /// From the top of the page to its header.
    pub(super) fn header_at(&self, is_first: bool) -> usize {
        if self.is_letter() && is_first { LETTERHEAD } else { HEADER }
    }

    /// What is between the line of the page number and the foot of the footer: in a letter the footer reaches down to
    /// the rule.
    pub(super) fn below_number(&self) -> usize {
        if self.is_letter() { FOOT - NUMBER - FOOT_RULE } else { 0 }
    }

    /// The headers and footers of a section.
    pub(super) fn references(&self, is_first: bool) -> String {
        let has_mark = self.mark.is_some();
        let is_headed = self.is_letter() && is_first;
        let all = [
            (has_mark, "header", "default", "mark"),
            (has_mark, "header", "even", "evenMark"),
            (is_headed, "header", "first", "letterhead"),
            (true, "footer", "default", "odd"),
            (true, "footer", "even", "even"),
            (is_headed, "footer", "first", "rule"),
        ];
        let refer = |(_, what, kind, id)| format!(r#"<w:{what}Reference w:type="{kind}" r:id="{id}"/>"#);
        all.into_iter().filter(|(is_there, ..)| *is_there).map(refer).collect()
    }

    /// Whether the first page of a section has edges of its own.
    pub(super) fn title_page(&self, is_first: bool) -> &'static str {
        if self.is_letter() && is_first { "<w:titlePg/>" } else { "" }
    }

    /// The parts that sections refer to.
    pub(super) fn parts(&self) -> Vec<Part> {
        let mut parts = vec![
            Part::new("footer1.xml", "footer", "odd", self.number("FooterOdd")),
            Part::new("footer2.xml", "footer", "even", self.number("FooterEven")),
        ];
        if let Some(mark) = self.mark {
            let text = || header(&marked(mark));
            parts.push(Part::new("header1.xml", "header", "mark", text()));
            parts.push(Part::new("header2.xml", "header", "evenMark", text()));
        }
        if let Some(issuer) = self.letter {
            let mark = self.mark.map(marked).unwrap_or_default();
            let head = official::letterhead(issuer, BESIDE) + &mark;
            parts.push(Part::new("header3.xml", "header", "letterhead", header(&head)));
            let rule = footer(&official::foot_rule(BESIDE));
            parts.push(Part::new("footer3.xml", "footer", "rule", rule));
        }
        parts
    }

    /// The page number, `— 1 —`: on the right of odd pages, on the left of even ones, one character from the edge.
    fn number(&self, style: &str) -> String {
        let run = |inside: &str| format!("<w:r>{inside}</w:r>");
        let number = [
            plain_run("", "— "),
            run(r#"<w:fldChar w:fldCharType="begin"/>"#),
            run(r#"<w:instrText xml:space="preserve"> PAGE </w:instrText>"#),
            run(r#"<w:fldChar w:fldCharType="separate"/>"#),
            run("<w:t>1</w:t>"),
            run(r#"<w:fldChar w:fldCharType="end"/>"#),
            plain_run("", " —"),
        ]
        .concat();
        let below = match self.below_number() {
            0 => String::new(),
            height => of_runs(style, &exact(height), ""),
        };
        footer(&(of_runs(style, "", &number) + &below))
    }
}

fn header(inside: &str) -> String {
    format!("<w:hdr {NAMES}>{inside}</w:hdr>")
}

fn footer(inside: &str) -> String {
    format!("<w:ftr {NAMES}>{inside}</w:ftr>")
}

fn marked(text: &Text) -> String {
    of_runs("Header", "", &plain_run("", text.shown()))
}
