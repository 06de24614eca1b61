//! A file as people see it: a head, the keys at the top, and below them parts with blank lines between. What each
//! comment belongs to is decided only here:
//!
//! - comments at the very top with a blank line below are the head of the file and stay there;
//! - a comment right above a key or a heading belongs to it, and one at the end of a line to that line;
//! - a comment right below the last key of a table belongs to that table;
//! - a comment between blank lines stands alone and goes with the part that follows;
//! - an entry that is commented out (`#[[entries]]`) is a part of its own, in the place of its item.

use std::ops::Range;

use super::gap::{Block, Gap, Next};
use super::lines::{Heading, Key, LineKind, Pair, read};

/// A file taken apart.
pub(super) struct Sheet<'t> {
    pub(super) head: Vec<Block<'t>>,
    /// The keys above the first heading.
    pub(super) root: Section<'t>,
    pub(super) parts: Vec<Part<'t>>,
}

/// What is between blank lines.
pub(super) enum Part<'t> {
    Section(Section<'t>),
    Loose(Block<'t>),
}

/// A table: its heading and its keys.
#[derive(Default)]
pub(super) struct Section<'t> {
    /// Comments right above the heading.
    pub(super) lead: Vec<&'t str>,
    pub(super) heading: Option<Heading<'t>>,
    /// The comment at the end of the heading.
    pub(super) trail: Option<&'t str>,
    pub(super) rows: Vec<Row<'t>>,
    /// Comments right below the last key.
    pub(super) tail: Vec<&'t str>,
    /// From its first comment to just after its last line.
    pub(super) span: Range<usize>,
    /// Where its first key may go: after its heading.
    pub(super) body: usize,
}

/// A key with its value and its comments.
pub(super) struct Row<'t> {
    pub(super) lead: Vec<&'t str>,
    pub(super) pair: Pair<'t>,
    pub(super) trail: Option<&'t str>,
    /// Its own lines, without the comments above.
    pub(super) span: Range<usize>,
}

impl<'t> Sheet<'t> {
    /// Takes a text apart; none if it is not TOML.
    pub(super) fn read(text: &'t str) -> Option<Self> {
        let mut sheet = Self { head: Vec::new(), root: Section::default(), parts: Vec::new() };
        let mut open: Option<Section<'t>> = None;
        let mut gap = Gap::default();
        let mut is_top = true;
        for line in read(text)? {
            match line.kind {
                LineKind::Blank => gap.blank(),
                LineKind::Comment(comment) => gap.comment(comment, line.span),
                LineKind::Pair(pair) => {
                    let gap = std::mem::take(&mut gap);
                    let section = open.as_mut().unwrap_or(&mut sheet.root);
                    let lead = if is_top {
                        let (head, lead) = gap.at_top(Next::Key);
                        sheet.head = head;
                        (section.span.start, section.body) = (line.span.start, line.span.start);
                        lead.map_or_else(Vec::new, |block| block.lines)
                    } else {
                        gap.all()
                    };
                    is_top = false;
                    section.span.end = line.span.end;
                    section.rows.push(Row { lead, pair, trail: line.trail, span: line.span });
                }
                LineKind::Heading(heading) => {
                    let lead = sheet.close(open.take(), std::mem::take(&mut gap), is_top, Next::Heading);
                    if is_top {
                        let start = line.span.start;
                        (sheet.root.span, sheet.root.body) = (start..start, start);
                    }
                    is_top = false;
                    let start = lead.as_ref().map_or(line.span.start, |block| block.span.start);
                    open = Some(Section {
                        lead: lead.map_or_else(Vec::new, |block| block.lines),
                        heading: Some(heading),
                        trail: line.trail,
                        span: start..line.span.end,
                        body: line.span.end,
                        ..Section::default()
                    });
                }
            }
        }
        if is_top {
            let end = text.len();
            (sheet.root.span, sheet.root.body) = (end..end, end);
        }
        sheet.close(open, gap, is_top, Next::Nothing);
        Some(sheet)
    }

    /// Ends a table where the next heading, or the end of the file, comes; returns what belongs to that heading.
    fn close(&mut self, open: Option<Section<'t>>, gap: Gap<'t>, is_top: bool, next: Next) -> Option<Block<'t>> {
        if is_top {
            let (head, lead) = gap.at_top(next);
            self.head = head;
            return lead;
        }
        let between = gap.between(next);
        let mut open = open;
        let section = open.as_mut().unwrap_or(&mut self.root);
        if let Some(tail) = between.tail {
            section.span.end = tail.span.end;
            section.tail = tail.lines;
        }
        self.parts.extend(open.map(Part::Section));
        self.parts.extend(between.loose.into_iter().map(Part::Loose));
        between.lead
    }

    /// The tables that have a heading.
    pub(super) fn sections(&self) -> impl Iterator<Item = &Section<'t>> {
        self.parts.iter().filter_map(|part| match part {
            Part::Section(section) => Some(section),
            Part::Loose(_) => None,
        })
    }

    /// What stands between blank lines for itself.
    pub(super) fn loose(&self) -> impl Iterator<Item = &Block<'t>> {
        self.parts.iter().filter_map(|part| match part {
            Part::Loose(block) => Some(block),
            Part::Section(_) => None,
        })
    }

    /// Whether another `[[name]]` may follow: nothing else in the file has that name.
    pub(super) fn takes(&self, name: &str) -> bool {
        let is_its = |keys: &[Key<'_>]| keys.first().is_some_and(|key| key.name == name);
        let mut headings = self.sections().filter_map(|section| section.heading.as_ref());
        let first = headings.find(|heading| is_its(&heading.keys));
        first.is_none_or(|heading| heading.is_list && heading.keys.len() == 1)
            && !self.root.rows.iter().any(|row| is_its(&row.pair.keys))
    }
}

impl Part<'_> {
    /// The item that an entry is about, commented out or not.
    pub(super) fn item(&self) -> Option<String> {
        match self {
            Self::Section(section) => section.row("item")?.pair.text(),
            Self::Loose(block) => Some(block.template()?.item),
        }
    }

    pub(super) fn span(&self) -> Range<usize> {
        match self {
            Self::Section(section) => section.span.clone(),
            Self::Loose(block) => block.span.clone(),
        }
    }
}

impl<'t> Section<'t> {
    /// The names in its heading.
    pub(super) fn path(&self) -> Vec<String> {
        let keys = self.heading.iter().flat_map(|heading| &heading.keys);
        keys.map(|key| key.name.clone()).collect()
    }

    /// Whether it is an element of a list: `[[entries]]`.
    pub(super) fn is_list(&self) -> bool {
        self.heading.as_ref().is_some_and(|heading| heading.is_list)
    }

    /// The line of a key.
    pub(super) fn row(&self, key: &str) -> Option<&Row<'t>> {
        self.rows.iter().find(|row| row.pair.name() == Some(key))
    }
}
