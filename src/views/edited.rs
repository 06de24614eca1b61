//! What an edit of a report changed, and where its shares would stand with it.

use chrono::NaiveDate;
use serde::Serialize;

use super::View;
use super::columns::{Columns, table};
use super::layout::{change_data, lines};
use super::page::FORMAT_VERSION;
use super::results::Results;
use super::row::{Share, shown};
use crate::assess::{Bucket, Change, ShareAssessment, Withheld, change_since};
use crate::document::{Block, Cell, Document, Role, Table, Text};
use crate::edit::Changed;
use crate::model::{Entry, Lag, Month, Outcome, Reading, ShareIx, Unit};
use crate::text::closing;
use crate::text::drafting::{self as words, Done};
use crate::text::measure::{self, Measure};
use crate::text::{Lang, phrases, register, terms};

/// An edit of a report.
#[derive(Debug)]
pub(crate) struct Edited<'a> {
    pub(crate) unit: &'a Unit,
    pub(crate) month: Month,
    pub(crate) path: &'a str,
    pub(crate) done: Done,
    pub(crate) is_written: bool,
    pub(crate) is_draft: bool,
    pub(crate) changes: Vec<Changed>,
    pub(crate) submitted: Option<NaiveDate>,
    pub(crate) due: Option<NaiveDate>,
    /// How many items a new report asks about.
    pub(crate) asks: Option<usize>,
    /// Items that a report says nothing about, where it was submitted just now.
    pub(crate) unreported: Option<Vec<String>>,
    /// The closed months that it reaches.
    pub(crate) closed: Vec<ChangedAfter>,
    /// The shares it moves, or why that is not known.
    pub(crate) effect: Result<Vec<Moved>, usize>,
}

/// A month that was closed before a report that it rests on is changed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ChangedAfter {
    pub(crate) month: Month,
    /// The day of the closing.
    pub(crate) date: NaiveDate,
    /// How many of its sealed verdicts are others with the change; none where that is not known.
    pub(crate) differing: Option<usize>,
}

/// How a share stood and would stand.
#[derive(Clone, Debug)]
pub(crate) struct Moved {
    item: String,
    title: String,
    unit: String,
    /// The name of the unit, where several answer for the item.
    named: Option<String>,
    /// None where it was not there yet.
    before: Option<Stand>,
    after: Stand,
    change: Option<Change>,
}

/// How a share stands.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stand {
    bucket: Bucket,
    /// What the evidence says, in words.
    figure: Option<String>,
    actual: Option<String>,
    lag: Option<Lag>,
    tier: Option<(String, String)>,
    presumed: bool,
    /// The tier that an exemption withholds.
    withheld: Option<(String, Withheld)>,
    /// What came of the last check of what is done.
    check: Option<Outcome>,
}

impl Moved {
    /// A share before and after; `share` counts in the workspace after.
    ///
    /// # Panics
    /// Where the share is not there after.
    pub(crate) fn of(before: Results<'_>, after: Results<'_>, share: ShareIx, lang: Lang) -> Self {
        let assessed = after.assessment.of(share).expect("a share that is reported on is there");
        let item = after.item(assessed);
        let was = same_share(before, after, assessed);
        let leads = after.workspace.leads_of(after.share(assessed).item);
        let unit = after.unit(assessed);
        Self {
            item: item.id.clone(),
            title: item.title.clone(),
            unit: unit.id.clone(),
            named: (leads.len() > 1).then(|| unit.name.clone()),
            change: change_since(was.map(ShareAssessment::verdict), assessed.verdict()),
            before: was.map(|was| Stand::of(before, was, lang)),
            after: Stand::of(after, assessed, lang),
        }
    }

    /// Whether anything differs, or a tier stands.
    pub(crate) fn is_worth_saying(&self) -> bool {
        self.is_change() || self.after.tier.is_some()
    }

    /// Whether the verdict differs, whatever the figure is; or a tier stands.
    pub(crate) fn is_verdict_worth_saying(&self) -> bool {
        let verdict = |stand: &Stand| Stand { figure: None, actual: None, ..stand.clone() };
        self.before.as_ref().map(verdict) != Some(verdict(&self.after)) || self.after.tier.is_some()
    }

    /// Whether anything differs.
    pub(crate) fn is_change(&self) -> bool {
        self.before.as_ref() != Some(&self.after)
    }

    pub(super) fn line(&self, lang: Lang) -> Text {
        self.said_of(&words::share(&self.item, &self.title, None, lang), lang)
    }

    /// The same where several units are spoken of.
    pub(super) fn line_of_unit(&self, lang: Lang) -> Text {
        self.said_of(&words::share(&self.item, &self.title, self.named.as_deref(), lang), lang)
    }

    fn said_of(&self, share: &str, lang: Lang) -> Text {
        let (before, after) = (self.before_words(lang), self.after.words(lang));
        let role = match self.change {
            Some(Change::New | Change::Raised) => Role::Serious,
            Some(Change::Lowered | Change::Lifted) => Role::Good,
            Some(Change::Held) | None => Role::Plain,
        };
        let change = self.change.filter(|change| *change != Change::Held);
        Text::with(role, words::moved(share, &before, &after, change, lang))
    }

    fn before_words(&self, lang: Lang) -> String {
        self.before.as_ref().map_or_else(|| words::not_there(lang).to_owned(), |was| was.words(lang))
    }

    pub(super) fn data(&self) -> impl Serialize {
        object! {
            item: &self.item,
            title: &self.title,
            unit: &self.unit,
            before: self.before.as_ref().map(Stand::data),
            after: self.after.data(),
            change: self.change,
        }
    }

    /// A table of shares before and after.
    pub(super) fn table(all: &[Self], lang: Lang) -> Table {
        table(Shift::ALL, all, lang)
    }
}

columns! {
    /// The columns of a change and what it moves.
    Shift of &'a Moved as moved, lang;
    Item: words like Share::Item => Cell::code(&moved.item);
    Title: prose like Share::Title => Cell::text(&moved.title);
    Before: prose { "改前", "before" }
        means { "改以前", "before the change" } unit TEXT from { "原来的文件", "the file as it was" }
        => Cell::text(moved.before_words(lang));
    After: prose { "改后", "after" }
        means { "改以后", "after the change" } unit TEXT from { "现在的文件", "the file as it is" }
        => Cell::text(moved.after.words(lang));
    Change: words like Share::Change => shown(moved.change, |change| Cell::text(terms::change(change, lang)));
}

/// The same share in another workspace, by item and unit: its position may be another.
fn same_share<'a>(other: Results<'a>, own: Results<'_>, assessed: &ShareAssessment) -> Option<&'a ShareAssessment> {
    let names = |results: Results<'_>, assessed: &ShareAssessment| {
        let (item, unit) = (results.item(assessed), results.unit(assessed));
        (item.id.clone(), unit.id.clone())
    };
    let wanted = names(own, assessed);
    let mut shares = other.assessment.shares.iter();
    shares.find(|known| names(other, known) == wanted)
}

impl Stand {
    fn of(results: Results<'_>, assessed: &ShareAssessment, lang: Lang) -> Self {
        let (item, verdict) = (results.item(assessed), assessed.verdict());
        let tier = |tier| (results.tier_id(tier).to_owned(), results.tier_name(tier).to_owned());
        let said = |entry: &Entry| match (entry.reading, verdict.actual) {
            (Reading::Occurrence { .. } | Reading::Times { .. }, Some(count)) => Measure::of(item).show(count, lang),
            _ => measure::entry(entry, results.share(assessed), item, lang),
        };
        Self {
            bucket: verdict.bucket,
            figure: results.evidence(assessed, verdict).map(said),
            actual: verdict.actual.map(measure::decimal),
            lag: verdict.lag,
            tier: verdict.tier.map(tier),
            presumed: verdict.presumed,
            withheld: verdict.withheld.map(|tier| results.tier_id(tier).to_owned()).zip(verdict.withheld_as()),
            check: assessed.check().map(|check| check.outcome),
        }
    }

    fn words(&self, lang: Lang) -> String {
        let lag = self.lag.filter(|lag| lag.is_some());
        let lag = lag.map(|lag| phrases::months(lag, lang));
        let figure = self.figure.as_deref().or(self.lag.is_some().then(|| phrases::never_reported(lang)));
        let exempt = self.withheld.as_ref().map(|&(_, why)| register::withheld_word(why, lang));
        let tier = self.tier.as_ref().map(|(_, name)| name.as_str());
        let said = words::stands(
            figure,
            terms::bucket(self.bucket, lang),
            lag.as_deref(),
            tier.or(exempt),
            self.presumed,
            lang,
        );
        match self.check {
            Some(outcome) => register::with_check(&said, outcome, lang),
            None => said,
        }
    }

    fn data(&self) -> impl Serialize + use<'_> {
        object! {
            bucket: self.bucket,
            actual: &self.actual,
            lag: self.lag,
            tier: self.tier.as_ref().map(|(id, _)| id),
            presumed: self.presumed,
            withheld: self.withheld.as_ref().map(|(tier, _)| tier),
            verified: self.check,
        }
    }
}

impl View for Edited<'_> {
    fn data(&self) -> impl Serialize {
        object! {
            format_version: FORMAT_VERSION,
            file: self.path,
            unit: &self.unit.id,
            month: self.month,
            written: self.is_written,
            draft: self.is_draft,
            submitted: self.submitted,
            late: self.submitted.map(|day| self.due.is_some_and(|due| day > due)),
            changes: change_data(&self.changes),
            closed_months: self.closed.iter().map(|closed| closed.month).collect::<Vec<_>>(),
            unreported: self.unreported.as_deref().unwrap_or_default(),
            shares: self.effect.as_ref().ok().map(|all| all.iter().map(Moved::data).collect::<Vec<_>>()),
        }
    }

    fn document(&self, lang: Lang) -> Document {
        let first = words::done(self.done, &self.unit.name, self.month, self.path, self.is_written, lang);
        // A whole new file is shown where it is only looked at.
        let shown = if self.done != Done::Begun || !self.is_written { lines(&self.changes) } else { Vec::new() };
        // Said before what is written.
        let closed = self.closed.iter().map(|closed| {
            let said = closing::changed_after(closed.month, closed.date, closed.differing, lang);
            Block::paragraph(Role::Notice, said)
        });
        let mut blocks: Vec<Block> = closed.collect();
        blocks.push(Block::Entry { head: Text::with(Role::Strong, first), lines: shown });
        let mut say = |text: String| blocks.push(Block::plain(text));
        if let Some(day) = self.submitted.filter(|_| self.unreported.is_some()) {
            say(words::timeliness(day, self.due, lang));
        }
        if let Some(items) = self.asks {
            say(words::begun(items, &self.unit.id, self.month, lang));
        }
        if let Some(items @ [_, ..]) = self.unreported.as_deref() {
            blocks.push(Block::entry(Role::Notice, words::unreported(items.len(), lang), items));
        }
        match &self.effect {
            Ok(moved) if moved.is_empty() => {}
            Ok(moved) => blocks.push(Block::Entry {
                head: Text::new(if self.is_draft { words::still_draft(lang) } else { words::effect(lang) }),
                lines: moved.iter().map(|moved| moved.line(lang)).collect(),
            }),
            Err(errors) => {
                blocks.push(Block::paragraph(Role::Notice, words::no_effect(*errors, lang)));
            }
        }
        if !self.is_written && self.done != Done::Same {
            blocks.push(Block::plain(crate::text::layout::only_shown(lang)));
        }
        Document { blocks }
    }

    fn sheet(&self, lang: Lang) -> Table {
        let moved = self.effect.as_deref().unwrap_or_default();
        Moved::table(moved, lang)
    }
}
