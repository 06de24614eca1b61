//! The neutral page that views write and renderers read: headings, paragraphs, entries and tables of cells. It says
//! what things mean, never how they look.

mod cells;
mod clean;
mod drawing;
mod official;

pub use cells::{cells, fitted, shortened};
pub use clean::{clean, clean_lines, is_invisible};
pub use drawing::{Anchor, At, Drawing, Element, PER_PIXEL, Pen, Picture, Row, Tint, pixels};
pub use official::{Form, Official};

/// A page.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// Its parts, from the top.
    pub blocks: Vec<Block>,
}

impl Document {
    /// What the page is called: its title, or where it has none, whatever it says first.
    #[must_use]
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
}

/// A title broken into lines, in one.
#[must_use]
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
    /// Lines to be shown, or copied, just as they are.
    Verbatim(Vec<Text>),
    /// A table.
    Table(Table),
    /// A table that has a briefer form for where it does not fit; what is printed on paper or computed with takes the
    /// full one.
    Roomy {
        /// The full table.
        full: Table,
        /// What is said below it.
        full_legend: Text,
        /// The same in a few cells.
        brief: Table,
        /// What is said below that.
        brief_legend: Text,
    },
    /// A picture.
    Picture(Box<Picture>),
    /// What people sign, each on a line that is left blank; only on what may be printed on paper.
    Signature(Vec<Text>),
    /// A part that only official documents have.
    Official(Official),
}

impl Block {
    /// A text of several lines, to be shown just as they are.
    #[must_use]
    pub fn verbatim(text: &str) -> Self {
        Self::Verbatim(text.lines().map(Text::new).collect())
    }
}

/// Text that is safe to show: whatever a data file may contain, no control character is left in it.
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
        Self {
            shown: clean(text.as_ref()),
            role,
        }
    }

    /// The text, safe to show.
    #[must_use]
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

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its heading.
    pub head: Text,
    /// Numbers stand at the right.
    pub is_right: bool,
    /// Whether its text may be broken into lines; figures and names may not.
    pub wraps: bool,
    /// Columns with a higher rank are left out first where there is no room; those with 0 never.
    pub rank: u8,
}

impl Column {
    /// A column of words that are not broken.
    pub fn words(head: impl AsRef<str>) -> Self {
        Self {
            head: Text::new(head),
            is_right: false,
            wraps: false,
            rank: 0,
        }
    }

    /// A column of numbers.
    pub fn numbers(head: impl AsRef<str>) -> Self {
        Self {
            is_right: true,
            ..Self::words(head)
        }
    }

    /// A column of text that may be broken into lines.
    pub fn prose(head: impl AsRef<str>) -> Self {
        Self {
            wraps: true,
            ..Self::words(head)
        }
    }

    /// The same column, left out where there is no room.
    #[must_use]
    pub fn rank(self, rank: u8) -> Self {
        Self { rank, ..self }
    }
}

/// A cell.
#[derive(Clone, Debug)]
pub struct Cell {
    /// What it says.
    pub text: Text,
    /// The number without its unit, for formats that compute.
    pub number: Option<String>,
    /// Looks like a number or a date and is neither: item 7.10 is not 7.1.
    pub is_code: bool,
}

impl Cell {
    /// Nothing is known here: not zero, not a dash that could be read as one.
    #[must_use]
    pub fn empty() -> Self {
        Self::text("")
    }

    /// A text.
    pub fn text(text: impl AsRef<str>) -> Self {
        Self::with(Role::Plain, text)
    }

    /// A text with a meaning.
    pub fn with(role: Role, text: impl AsRef<str>) -> Self {
        Self {
            text: Text::with(role, text),
            number: None,
            is_code: false,
        }
    }

    /// A number, and how it is shown with its unit.
    pub fn number(number: impl Into<String>, shown: impl AsRef<str>) -> Self {
        Self {
            text: Text::new(shown),
            number: Some(number.into()),
            is_code: false,
        }
    }

    /// A number that is shown as it is, without a unit.
    pub fn bare(number: impl Into<String>) -> Self {
        let number = number.into();
        Self::number(number.clone(), number)
    }

    /// An id or a month: to be kept as written, character by character.
    pub fn code(code: impl AsRef<str>) -> Self {
        Self {
            is_code: true,
            ..Self::text(code)
        }
    }

    /// The same cell with a meaning.
    #[must_use]
    pub fn role(mut self, role: Role) -> Self {
        self.text.role = role;
        self
    }
}
