//! A report that holds: straight from the text to entries.

use std::ops::Range;

use chrono::NaiveDate;

use super::scan::{Line, Said, Scanner, Unusual, Value};
use super::{once, said_choice, said_figure, said_list, said_month, said_text};
use crate::load::faults::Faults;
use crate::load::reader::is_known_year;
use crate::load::report::is_plausible;
use crate::load::resolve::{Roll, occurrence_in};
use crate::model::{Item, Month, Reading, Recurring, Remarks, Said as Words, ShareIx, State, UnitIx};
use crate::problem::{DecimalRule, ReadingKind};
use crate::source::{FileId, Lines, Place};

/// A report without faults.
pub(in crate::load) struct SwiftReport {
    pub(in crate::load) month: Month,
    /// Where the month is said.
    pub(in crate::load) place: Place,
    pub(in crate::load) unit: UnitIx,
    pub(in crate::load) submitted: Option<NaiveDate>,
    pub(in crate::load) reporter: String,
    pub(in crate::load) approver: String,
    pub(in crate::load) entries: Vec<SwiftEntry>,
    /// The lines of the entries.
    pub(in crate::load) lines: Lines,
}

/// An entry without faults.
pub(in crate::load) struct SwiftEntry {
    pub(in crate::load) share: ShareIx,
    pub(in crate::load) reading: Reading,
    pub(in crate::load) remarks: Remarks,
    pub(in crate::load) place: Place,
    /// Where the item is named, if no occurrence is: which one is meant may be unclear.
    pub(in crate::load) unnamed: Option<Place>,
}

/// What a report has to be of.
#[derive(Clone, Copy)]
pub(in crate::load) struct Expected<'a> {
    pub(in crate::load) file: FileId,
    pub(in crate::load) month: Month,
    /// The unit and its id.
    pub(in crate::load) unit: (UnitIx, &'a str),
    /// What it answers for.
    pub(in crate::load) roll: Roll<'a>,
    pub(in crate::load) keeps_remarks: bool,
}

/// The report in a text; none where it is not perfectly in order.
pub(in crate::load) fn report(text: &str, expected: Expected<'_>) -> Option<SwiftReport> {
    read(text, expected).ok()
}

fn read(text: &str, expected: Expected<'_>) -> Result<SwiftReport, Unusual> {
    let faults = Faults::new(expected.file);
    let place = |span: &Range<usize>| faults.place(span.clone());
    let mut scanner = Scanner::new(text, "[[entries]]");
    let mut head = Head::default();
    let has_entries = loop {
        match scanner.line()? {
            None => break false,
            Some(Line::Heading(_)) => break true,
            Some(Line::Pair(key, value)) => head.take(key, value)?,
        }
    };
    let month = head.month.ok_or(Unusual)?;
    let is_expected = said_text(&month)? == expected.month.to_string() && head.unit == Some(expected.unit.1);
    let is_in_time = head.submitted.is_none_or(|day| is_known_year(day) && is_plausible(day, expected.month));
    if !is_expected || !is_in_time {
        return Err(Unusual);
    }
    let mut entries = Entries {
        expected,
        next: 0,
        seen: Vec::with_capacity(expected.roll.len()),
        entries: Vec::with_capacity(expected.roll.len()),
        lines: Lines::default(),
    };
    if has_entries {
        let mut entry = Fields::default();
        loop {
            match scanner.line()? {
                Some(Line::Pair(key, value)) => entry.take(key, value)?,
                Some(Line::Heading(_)) => entries.add(std::mem::take(&mut entry), &place)?,
                None => break entries.add(entry, &place)?,
            }
        }
    }
    entries.check()?;
    Ok(SwiftReport {
        month: expected.month,
        place: place(&month.span),
        unit: expected.unit.0,
        submitted: head.submitted,
        reporter: head.reporter.unwrap_or_default().to_owned(),
        approver: head.approver.unwrap_or_default().to_owned(),
        entries: entries.entries,
        lines: entries.lines,
    })
}

/// The keys above the entries.
#[derive(Default)]
struct Head<'t> {
    month: Option<Value<'t>>,
    unit: Option<&'t str>,
    submitted: Option<NaiveDate>,
    reporter: Option<&'t str>,
    approver: Option<&'t str>,
}

impl<'t> Head<'t> {
    fn take(&mut self, key: &str, value: Value<'t>) -> Result<(), Unusual> {
        match key {
            "month" => once(&mut self.month, value),
            "unit" => once(&mut self.unit, said_text(&value)?),
            "submitted" => match value.said {
                Said::Day(day) => once(&mut self.submitted, day),
                _ => Err(Unusual),
            },
            "reporter" => once(&mut self.reporter, said_text(&value)?),
            "approver" => once(&mut self.approver, said_text(&value)?),
            _ => Err(Unusual),
        }
    }
}

/// The keys of an entry.
#[derive(Default)]
struct Fields<'t> {
    item: Option<Value<'t>>,
    figure: Option<(ReadingKind, Value<'t>)>,
    occurrence: Option<Value<'t>>,
    state: Option<Value<'t>>,
    note: Option<&'t str>,
    problem: Option<&'t str>,
    next: Option<&'t str>,
    attachments: Option<Vec<&'t str>>,
}

impl<'t> Fields<'t> {
    fn take(&mut self, key: &str, value: Value<'t>) -> Result<(), Unusual> {
        match key {
            "item" => once(&mut self.item, value),
            "percent" => once(&mut self.figure, (ReadingKind::Percent, value)),
            "done" => once(&mut self.figure, (ReadingKind::Done, value)),
            "value" => once(&mut self.figure, (ReadingKind::Value, value)),
            "occurrence" => once(&mut self.occurrence, value),
            "state" => once(&mut self.state, value),
            "note" => once(&mut self.note, said_text(&value)?),
            "problem" => once(&mut self.problem, said_text(&value)?),
            "next" => once(&mut self.next, said_text(&value)?),
            "attachments" => {
                let names = said_list(&value)?.iter().map(said_text);
                once(&mut self.attachments, names.collect::<Result<_, _>>()?)
            }
            _ => Err(Unusual),
        }
    }

    fn remarks(self, keeps_them: bool) -> Remarks {
        let said = |text: Option<&str>| text.unwrap_or_default().to_owned();
        if keeps_them {
            let attachments = self.attachments.unwrap_or_default();
            return Remarks::new(Words {
                note: said(self.note),
                problem: said(self.problem),
                next: said(self.next),
                attachments: attachments.into_iter().map(str::to_owned).collect(),
            });
        }
        Remarks::NotKept { has_note: self.note.is_some_and(|note| !note.trim().is_empty()) }
    }
}

/// The entries of a report so far.
struct Entries<'a> {
    expected: Expected<'a>,
    /// Where the next item of the roll stands, if the entries follow its order.
    next: usize,
    /// What has been reported on; once each.
    seen: Vec<(ShareIx, Option<Month>)>,
    entries: Vec<SwiftEntry>,
    lines: Lines,
}

impl Entries<'_> {
    fn add(&mut self, fields: Fields<'_>, place: &impl Fn(&Range<usize>) -> Place) -> Result<(), Unusual> {
        let item = fields.item.as_ref().ok_or(Unusual)?;
        let Expected { roll, month, .. } = self.expected;
        let at = roll.find(said_text(item)?, self.next).ok_or(Unusual)?;
        self.next = at + 1;
        let (of, share) = roll.get(at);
        let (reading, read_at) = match of.schedule.recurring() {
            Some(recurring) => occurrence(&fields, recurring, month)?,
            None => plain(&fields, of)?,
        };
        let due = match reading {
            Reading::Occurrence { due, .. } => Some(due),
            _ => None,
        };
        self.seen.push((share, due));
        let is_unnamed = due.is_some() && fields.occurrence.is_none();
        let place_of_item = place(&item.span);
        let read_at = read_at.unwrap_or(item);
        let place_of_reading = place(&read_at.span);
        self.lines.note(place_of_reading, read_at.line);
        self.entries.push(SwiftEntry {
            share,
            reading,
            place: place_of_reading,
            unnamed: is_unnamed.then_some(place_of_item),
            remarks: fields.remarks(self.expected.keeps_remarks),
        });
        Ok(())
    }

    /// None says again what another has said.
    fn check(&mut self) -> Result<(), Unusual> {
        if !self.seen.is_sorted_by(|one, other| one < other) {
            self.seen.sort_unstable();
            if self.seen.windows(2).any(|pair| pair[0] == pair[1]) {
                return Err(Unusual);
            }
        }
        Ok(())
    }
}

/// A reading, and the value that gives it, if one does.
type Read<'f> = (Reading, Option<&'f Value<'f>>);

/// The one reading of an item that does not recur.
fn plain<'f>(fields: &'f Fields<'_>, item: &Item) -> Result<Read<'f>, Unusual> {
    let wanted = ReadingKind::of(item);
    let takes_state = wanted == ReadingKind::State || item.schedule.is_unscheduled();
    match (&fields.figure, &fields.state, &fields.occurrence) {
        (Some((kind, value)), None, None) if *kind == wanted => {
            let rule = match kind {
                ReadingKind::Percent => DecimalRule::Percent,
                ReadingKind::Done => DecimalRule::Amount,
                _ => DecimalRule::Value,
            };
            let figure = said_figure(value, rule)?;
            let reading = match kind {
                ReadingKind::Percent => Reading::Percent(figure),
                ReadingKind::Done => Reading::Done(figure),
                _ => Reading::Value(figure),
            };
            Ok((reading, Some(value)))
        }
        (None, Some(value), None) if takes_state => {
            let state = said_choice(value, &State::ALL)?;
            Ok((Reading::State(state), Some(value)))
        }
        _ => Err(Unusual),
    }
}

/// The occurrence that is reported on a recurring item.
fn occurrence<'f>(fields: &'f Fields<'_>, recurring: &Recurring, month: Month) -> Result<Read<'f>, Unusual> {
    if fields.figure.is_some() {
        return Err(Unusual);
    }
    let named = match &fields.occurrence {
        Some(value) => Some(said_month(value)?),
        None => None,
    };
    let done = match &fields.state {
        Some(value) => said_choice(value, &State::ALL)? == State::Normal,
        None => true,
    };
    let due = occurrence_in(recurring, named, month).map_err(|_| Unusual)?;
    let value = fields.occurrence.as_ref().or(fields.state.as_ref());
    Ok((Reading::Occurrence { due, done }, value))
}
