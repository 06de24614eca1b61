//! What was written into the register, and which verdicts are others because of it.

use serde::Serialize;

use super::View;
use super::edited::Moved;
use super::layout::{change_data, lines};
use super::page::FORMAT_VERSION;
use crate::document::{Block, Document, Role, Table, Text};
use crate::edit::Changed;
use crate::model::{Month, NoticeStanding};
use crate::text::Lang;
use crate::text::layout::only_shown;
use crate::text::recording::{self as words, Aside, Done};

/// A record, or a step of one.
#[derive(Debug)]
pub(crate) struct Recorded<'a> {
    pub(crate) done: Done<'a>,
    pub(crate) path: &'a str,
    pub(crate) is_written: bool,
    pub(crate) changes: Vec<Changed>,
    /// How a notice stands with it.
    pub(crate) standing: Option<NoticeStanding>,
    /// The month whose verdicts are looked at, and those that are others; none for records that change no verdict.
    pub(crate) effect: Option<(Month, Vec<Moved>)>,
    pub(crate) asides: Vec<Aside>,
}

/// The stable id of what is recorded.
fn id(done: Done<'_>) -> &'static str {
    match done {
        Done::Issued(..) => "issued",
        Done::Replied(..) => "replied",
        Done::Objected(..) => "objected",
        Done::Decided(..) => "decided",
        Done::Lifted(..) => "lifted",
        Done::Verified(..) => "verified",
        Done::Exempted(..) => "exempted",
        Done::Found(..) => "found",
        Done::Changed(..) => "changed",
        Done::Assessed(..) => "assessed",
    }
}

impl Recorded<'_> {
    fn moved(&self) -> &[Moved] {
        self.effect.as_ref().map_or(&[], |(_, moved)| moved)
    }
}

impl View for Recorded<'_> {
    fn data(&self) -> impl Serialize {
        let closed = |aside: &Aside| match aside {
            Aside::Closed(month, _) | Aside::SealedOtherwise(month, ..) | Aside::ClosedDiffers(month, _) => {
                Some(month.to_string())
            }
            Aside::AlsoSent(..) | Aside::Unissued(_) | Aside::NotClaimed(_) => None,
        };
        let mut closed_months: Vec<String> = self.asides.iter().filter_map(closed).collect();
        closed_months.sort_unstable();
        closed_months.dedup();
        object! {
            format_version: FORMAT_VERSION,
            done: id(self.done),
            file: self.path,
            written: self.is_written,
            changes: change_data(&self.changes),
            standing: self.standing,
            as_of: self.effect.as_ref().map(|(month, _)| *month),
            shares: self.moved().iter().map(Moved::data).collect::<Vec<_>>(),
            closed_months: closed_months,
        }
    }

    fn document(&self, lang: Lang) -> Document {
        let first = words::done(self.done, self.path, self.is_written, lang);
        let mut blocks = vec![Block::Entry { head: Text::with(Role::Strong, first), lines: lines(&self.changes) }];
        let said = |text: String| Block::plain(text);
        blocks.extend(self.standing.map(|standing| said(words::stands(standing, lang))));
        match &self.effect {
            Some((month, moved)) if moved.is_empty() => {
                blocks.push(said(words::no_effect(*month, lang)));
            }
            Some((month, moved)) => blocks.push(Block::Entry {
                head: Text::new(words::effect(*month, lang)),
                lines: moved.iter().map(|moved| moved.line_of_unit(lang)).collect(),
            }),
            None => {}
        }
        blocks.extend(self.asides.iter().map(|aside| Block::paragraph(Role::Notice, words::aside(aside, lang))));
        if !self.is_written {
            blocks.push(said(only_shown(lang).to_owned()));
        }
        Document { blocks }
    }

    fn sheet(&self, lang: Lang) -> Table {
        Moved::table(self.moved(), lang)
    }
}
