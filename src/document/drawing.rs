//! A picture, drawn in whole units: lines, areas, texts, each with what it means. Fonts and colours are up to the
//! renderers.

use super::{Role, Text};

/// Units per CSS pixel (1/96 inch); a unit is 381 EMU, the unit of Word documents.
pub const PER_PIXEL: i32 = 25;

/// This many pixels in units.
pub const fn pixels(count: i32) -> i32 {
    count * PER_PIXEL
}

/// A point, measured from the upper left corner to the right and down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct At {
    /// To the right.
    pub x: i32,
    /// Down.
    pub y: i32,
}

impl At {
    /// A point.
    pub const fn new(x: i32, y: i32) -> Self {
        Self { x, y }
    }
}

/// What a line stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pen {
    /// A guide line: the close of a month, a level.
    Grid,
    /// The edge of what is measured.
    Axis,
    /// The as-of line.
    Now,
    /// 前锋线: what was reached.
    Front,
    /// The distance that is the lag.
    Lag,
    /// What the plan asks for.
    Plan,
    /// What the plan asked for before it was changed.
    Former,
    /// What was reported.
    Report,
    /// The lines of a hatched area.
    Hatch,
}

impl Pen {
    /// Every pen.
    pub const ALL: [Self; 9] = [
        Self::Grid,
        Self::Axis,
        Self::Now,
        Self::Front,
        Self::Lag,
        Self::Plan,
        Self::Former,
        Self::Report,
        Self::Hatch,
    ];
}

/// What an area stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tint {
    /// From where something is planned to start to where its plan ends.
    Band,
    /// A mark: a milestone, a reading.
    Mark,
    /// The same, for what is done.
    Done,
    /// The same, for what is open; also an area where something is known but empty.
    Open,
    /// What was reached.
    Front,
    /// Complete.
    Complete,
    /// On schedule.
    OnTrack,
    /// Short of the plan by less than a month.
    Behind,
    /// Late without a tier.
    Untiered,
    /// The lowest tier.
    Notice,
    /// A tier in between.
    Serious,
    /// The highest tier.
    Grave,
}

impl Tint {
    /// Every tint.
    pub const ALL: [Self; 12] = [
        Self::Band,
        Self::Mark,
        Self::Done,
        Self::Open,
        Self::Front,
        Self::Complete,
        Self::OnTrack,
        Self::Behind,
        Self::Untiered,
        Self::Notice,
        Self::Serious,
        Self::Grave,
    ];
}

/// Which part of a text is at its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// A part of a picture.
#[derive(Clone, Debug)]
pub enum Element {
    /// A line through points.
    Line {
        /// The points, two or more.
        points: Vec<At>,
        /// What it stands for.
        pen: Pen,
    },
    /// An area with corners.
    Area {
        /// The corners, three or more.
        points: Vec<At>,
        /// What it stands for.
        tint: Tint,
    },
    /// An upright rectangle.
    Box {
        /// Its upper left corner.
        at: At,
        /// Its width.
        width: i32,
        /// Its height.
        height: i32,
        /// What it stands for.
        tint: Tint,
    },
    /// A text of one line.
    Words {
        /// Where its baseline is.
        at: At,
        /// Which part of it is at that point.
        anchor: Anchor,
        /// The height of its letters.
        size: i32,
        /// The area it is on, if that area has a dark or light colour of its own.
        on: Option<Tint>,
        /// What it says.
        text: Text,
    },
}

/// A picture.
#[derive(Clone, Debug)]
pub struct Drawing {
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
    /// Its parts, from the back to the front.
    pub elements: Vec<Element>,
}

impl Drawing {
    /// An empty picture.
    pub fn new(width: i32, height: i32) -> Self {
        Self { width, height, elements: Vec::new() }
    }

    /// Draws a line.
    pub fn line(&mut self, pen: Pen, points: impl Into<Vec<At>>) {
        let points = points.into();
        self.elements.push(Element::Line { points, pen });
    }

    /// Draws an area.
    pub fn area(&mut self, tint: Tint, points: impl Into<Vec<At>>) {
        let points = points.into();
        self.elements.push(Element::Area { points, tint });
    }

    /// Draws a rectangle.
    pub fn area_box(&mut self, tint: Tint, at: At, width: i32, height: i32) {
        self.elements.push(Element::Box { at, width, height, tint });
    }

    /// Hatches a rectangle with slanting lines, to tell it from one that is not hatched, whatever the colour.
    pub fn hatch(&mut self, at: At, width: i32, height: i32, step: i32) {
        let step = step.max(1);
        let mut offset = step;
        while offset < width + height {
            // From the left or lower edge up to the upper or right one.
            let from = At::new(at.x + (offset - height).max(0), at.y + offset.min(height));
            let to = At::new(at.x + offset.min(width), at.y + (offset - width).max(0));
            self.line(Pen::Hatch, [from, to]);
            offset += step;
        }
    }

    /// Writes a text.
    pub fn words(&mut self, at: At, anchor: Anchor, size: i32, text: Text) {
        self.elements.push(Element::Words { at, anchor, size, on: None, text });
    }

    /// Writes a text in the middle of an area.
    pub fn words_on(&mut self, tint: Tint, at: At, size: i32, said: &str) {
        self.elements.push(Element::Words {
            at,
            anchor: Anchor::Middle,
            size,
            on: Some(tint),
            text: Text::with(Role::Plain, said),
        });
    }
}

/// One line of a picture made of letters: pieces of text, each with what it means.
pub type Row = Vec<Text>;

/// A picture in all its forms.
#[derive(Clone, Debug)]
pub struct Picture {
    /// Its title.
    pub title: Text,
    /// A description of it, for readers who cannot see it.
    pub about: Text,
    /// The whole picture in one piece.
    pub whole: Drawing,
    /// The same for paper, one piece per page.
    pub sheets: Vec<Drawing>,
    /// The same in letters, widest first; every line of one keeps within its width.
    pub letters: Vec<Vec<Row>>,
}
