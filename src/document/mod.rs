//! The neutral page that views write and renderers read: headings, paragraphs, entries and tables of cells. It says
//! what things mean, never how they look.

mod agenda;
mod cells;
mod clean;
mod drawing;
mod official;
mod sum;

pub use agenda::{Agenda, Event};
pub use cells::{cells, fitted, shortened};
pub use clean::{clean, clean_lines, cut};
pub use drawing::{Anchor, At, Drawing, Element, PER_PIXEL, Pen, Picture, Row, Tint, pixels};
pub use official::{Form, Official};
pub use sum::{Ending, Sum};

use std::borrow::Cow;

use chrono::NaiveDate;

/// A page.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// Its parts, from the top.
    pub blocks: Vec<Block>,
}

impl Document {
    /// The title of the page, or, if it has none, whatever comes first.
    pub fn name(&self) -> Option<String> {
        let titles = self.blocks.iter().filter_map(|block| match block {
            Block::Title(text) => Some(text.shown().to_owned()),
            Block::Official(Official::Title(lines)) => Some(joined(lines)),
            _ => None,
        });
        let heads = self.blocks.iter().filter_map(|block| match block {
            Block::Heading(text) | Block::Paragraph(text) | Block::Entry { head: text, .. } => {
                Some(text.shown().to_owned())
            }
            _ => None,
        });
        titles.chain(heads).next()
    }

    /// Its pictures, from the top.
    pub fn pictures(&self) -> impl Iterator<Item = &Picture> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Picture(picture) => Some(&**picture),
            _ => None,
        })
    }

    /// The same page for media in which nothing can be unfolded or chosen: everything in its place, one after another.
    pub fn unfolded(&self) -> Cow<'_, Self> {
        let is_live = |block: &Block| matches!(block, Block::Chosen { .. } | Block::Fold { .. } | Block::Choice(_));
        if !self.blocks.iter().any(is_live) {
            return Cow::Borrowed(self);
        }
        let mut blocks = Vec::new();
        unfold(&self.blocks, &mut blocks);
        Cow::Owned(Self { blocks })
    }
}

fn unfold(from: &[Block], into: &mut Vec<Block>) {
    for block in from {
        match block {
            Block::Choice(_) => {}
            Block::Chosen { table, .. } => into.push(Block::Table(table.clone())),
            Block::Fold { head, blocks, .. } => {
                into.push(Block::Entry { head: head.clone(), lines: Vec::new() });
                unfold(blocks, into);
            }
            block => into.push(block.clone()),
        }
    }
}

/// A title broken into lines, joined.
pub fn joined(lines: &[Text]) -> String {
    lines.iter().map(Text::shown).collect()
}

/// A part of a page.
#[derive(Clone, Debug)]
pub enum Block {
    /// The title of the page.
    Title(Text),
    /// The heading of a section.
    Heading(Text),
    /// Running text.
    Paragraph(Text),
    /// A head line with lines that belong to it.
    Entry {
        /// The head line.
        head: Text,
        /// What is said about it.
        lines: Vec<Text>,
    },
    /// Lines to be shown, or copied, exactly as they are.
    Verbatim(Vec<Text>),
    /// A table.
    Table(Table),
    /// A table with a shorter form for where it does not fit; paper and spreadsheets get the full one.
    Roomy {
        /// The full table.
        full: Table,
        /// What is said below it.
        full_legend: Text,
        /// The same in fewer cells.
        brief: Table,
        /// What is said below that.
        brief_legend: Text,
    },
    /// A table whose rows can be filtered by what they are about; each row has its tags.
    Chosen {
        /// The table.
        table: Table,
        /// One for each row.
        tags: Vec<Tags>,
    },
    /// Something that is told in one line and can be unfolded.
    Fold {
        /// The line.
        head: Text,
        /// What it is about.
        tags: Tags,
        /// What unfolds.
        blocks: Vec<Block>,
    },
    /// What an interactive page can be filtered by: the words for it.
    Choice(Choice),
    /// A picture.
    Picture(Box<Picture>),
    /// Lines for signatures, each left blank; only for what may be printed on paper.
    Signature(Vec<Text>),
    /// A part that only official documents have.
    Official(Official),
}

/// What a row or a part of a page is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tags {
    /// The unit.
    pub unit: String,
    /// The task.
    pub task: String,
    /// The tier; empty if there is none.
    pub tier: String,
}

/// The words for the filter.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The headings for units, tasks and tiers.
    pub heads: [Text; 3],
    /// All of them.
    pub all: Text,
    /// How many rows are shown.
    pub shown: Text,
    /// Back to all.
    pub reset: Text,
}

impl Block {
    /// The title of a page.
    pub fn title(said: impl AsRef<str>) -> Self {
        Self::Title(Text::with(Role::Strong, said))
    }

    /// A heading with a meaning.
    pub fn heading(role: Role, said: impl AsRef<str>) -> Self {
        Self::Heading(Text::with(role, said))
    }

    /// Running text.
    pub fn plain(said: impl AsRef<str>) -> Self {
        Self::paragraph(Role::Plain, said)
    }

    /// Running text with a meaning.
    pub fn paragraph(role: Role, said: impl AsRef<str>) -> Self {
        Self::Paragraph(Text::with(role, said))
    }

    /// A head line with lines that belong to it.
    pub fn entry(role: Role, head: impl AsRef<str>, lines: impl IntoIterator<Item: AsRef<str>>) -> Self {
        Self::Entry { head: Text::with(role, head), lines: lines.into_iter().map(Text::new).collect() }
    }

    /// A head line that something else follows.
    pub fn head(role: Role, head: impl AsRef<str>) -> Self {
        Self::Entry { head: Text::with(role, head), lines: Vec::new() }
    }

    /// A text of several lines, to be shown exactly as they are.
    pub fn verbatim(text: &str) -> Self {
        Self::Verbatim(text.lines().map(Text::new).collect())
    }
}

/// Text that is safe to show: whatever a data file contains, no control character is left in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    shown: String,
    /// What it means.
    pub role: Role,
}

impl Text {
    /// Plain text.
    pub fn new(text: impl AsRef<str>) -> Self {
        Self::with(Role::Plain, text)
    }

    /// Text with a meaning.
    pub fn with(role: Role, text: impl AsRef<str>) -> Self {
        Self { shown: clean(text.as_ref()), role }
    }

    /// The text, safe to show.
    pub fn shown(&self) -> &str {
        &self.shown
    }
}

/// What a text means. Renderers may turn it into colour; the words say it as well.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// Nothing special.
    #[default]
    Plain,
    /// As it should be.
    Good,
    /// The lowest tier, or something to look at.
    Notice,
    /// A tier between the lowest and the highest.
    Serious,
    /// The highest tier.
    Grave,
    /// Less important.
    Muted,
    /// More important.
    Strong,
}

/// A table.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows; each as long as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// Tables with the same columns, one below the other.
    pub fn stacked(tables: impl IntoIterator<Item = Self>) -> Self {
        let mut all = Self::default();
        for table in tables {
            all.columns = table.columns;
            all.rows.extend(table.rows);
        }
        all
    }

    /// The same rows with more columns on the right.
    pub fn beside(mut self, right: Self) -> Self {
        self.columns.extend(right.columns);
        for (row, more) in self.rows.iter_mut().zip(right.rows) {
            row.extend(more);
        }
        self
    }
}

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its heading.
    pub head: Text,
    /// Whether it is a column of numbers, aligned right.
    pub is_right: bool,
    /// Whether its text may be broken into lines; figures and names may not.
    pub wraps: bool,
    /// Columns with a higher rank are left out first if there is no room; those with 0 never.
    pub rank: u8,
    /// What it contains, for formats that explain their columns.
    pub about: Option<About>,
}

/// What a column contains.
#[derive(Clone, Debug)]
pub struct About {
    /// What it means.
    pub means: Text,
    /// The unit it is counted in, or the form it has.
    pub unit: Text,
    /// Where it comes from, or how it is computed.
    pub from: Text,
}

impl Column {
    /// A column of words that are not broken.
    pub fn words(head: impl AsRef<str>) -> Self {
        Self { head: Text::new(head), is_right: false, wraps: false, rank: 0, about: None }
    }

    /// A column of numbers.
    pub fn numbers(head: impl AsRef<str>) -> Self {
        Self { is_right: true, ..Self::words(head) }
    }

    /// A column of text that may be broken into lines.
    pub fn prose(head: impl AsRef<str>) -> Self {
        Self { wraps: true, ..Self::words(head) }
    }

    /// The same column, left out if there is no room.
    pub fn rank(self, rank: u8) -> Self {
        Self { rank, ..self }
    }

    /// The same column, explained.
    pub fn about(self, about: About) -> Self {
        let about = Some(about);
        Self { about, ..self }
    }
}

/// A cell.
#[derive(Clone, Debug)]
pub struct Cell {
    /// Its text.
    pub text: Text,
    /// The number without its unit, for formats that compute.
    pub number: Option<String>,
    /// Looks like a number or a date but is neither: item 7.10 is not 7.1.
    pub is_code: bool,
    /// The day that it shows, for formats that have dates.
    pub day: Option<NaiveDate>,
    /// How its number is computed, for formats with formulas.
    pub sum: Option<Sum>,
}

impl Cell {
    /// Nothing is known here: not zero, and not a dash that could be read as zero.
    pub fn empty() -> Self {
        Self::text("")
    }

    /// A text.
    pub fn text(text: impl AsRef<str>) -> Self {
        Self::with(Role::Plain, text)
    }

    /// A text with a meaning.
    pub fn with(role: Role, text: impl AsRef<str>) -> Self {
        Self { text: Text::with(role, text), number: None, is_code: false, day: None, sum: None }
    }

    /// A number, and how it is shown with its unit.
    pub fn number(number: impl Into<String>, shown: impl AsRef<str>) -> Self {
        Self { number: Some(number.into()), ..Self::text(shown) }
    }

    /// A number that is shown as it is, without a unit.
    pub fn bare(number: impl Into<String>) -> Self {
        let number = number.into();
        Self::number(number.clone(), number)
    }

    /// An id or a month: to be kept as written, character by character.
    pub fn code(code: impl AsRef<str>) -> Self {
        Self { is_code: true, ..Self::text(code) }
    }

    /// A day: `2022-07-05`.
    pub fn day(day: NaiveDate) -> Self {
        Self { day: Some(day), ..Self::code(day.to_string()) }
    }

    /// The same number with how it is computed.
    pub fn sum(self, sum: Option<Sum>) -> Self {
        Self { sum, ..self }
    }

    /// The same cell with a meaning.
    pub fn role(mut self, role: Role) -> Self {
        self.text.role = role;
        self
    }
}
