//! The reading of an entry, held against what its item is measured by.

use crate::load::faults::Faults;
use crate::load::indicator::{check_count, class_named};
use crate::load::report::{EntryDocument, ReadingDocument};
use crate::load::values::{check_whole, figure};
use crate::model::{Detail, Figure, Indicator, Item, Month, Reading, Recurring, State};
use crate::problem::{DecimalRule, OccurrenceFault, Problem, ReadingKind};
use crate::source::{Located, Place};

/// More months than this are not listed in a message: the nearest ones are.
const MOST_MONTHS: usize = 12;

/// The reading of an entry, if it is one that the item is measured by, and what it names behind its figure.
pub(super) fn reading_of(
    entry: &EntryDocument<'_>,
    item: &Item,
    month: Month,
    faults: &Faults,
) -> Option<(Reading, Option<Detail>)> {
    if let Some(recurring) = item.schedule.recurring() {
        return occurrence_of(entry, recurring, month, faults).map(|reading| (reading, None));
    }
    let wanted = ReadingKind::of(item);
    let unit = || item.quantity.as_ref().map_or_else(String::new, |quantity| quantity.unit.clone());
    // Without a schedule a word is as good as a figure.
    let fits = |kind| kind == wanted || (item.schedule.is_unscheduled() && kind == ReadingKind::State);
    let readings = entry.readings();
    for other in readings.clone().filter(|reading| !fits(reading.value.kind())) {
        let given = other.value.kind();
        faults.report(other.place, Problem::WrongReading { given, wanted, unit: unit() });
    }
    let mut fitting = readings.filter(|reading| fits(reading.value.kind()));
    let Some(reading) = fitting.next() else {
        if entry.readings().next().is_none() && !entry.is_faulty && !faults.is_garbled() {
            faults.report(entry.place, Problem::NoReading { wanted, unit: unit() });
        }
        return None;
    };
    if let Some(second) = fitting.next() {
        faults.report_pair(second.place, reading.place, Problem::SeveralReadings);
    }
    if let (ReadingDocument::Done(done), Some(quantity)) = (reading.value, &item.quantity) {
        check_whole(Located::new(done, reading.place), quantity, faults).then_some(())?;
    }
    let place = reading.place;
    let reading = match reading.value {
        ReadingDocument::Percent(figure) => Reading::Percent(figure),
        ReadingDocument::Done(figure) => Reading::Done(figure),
        ReadingDocument::Value(figure) => Reading::Value(measured(figure, place, item.schedule.indicator()?, faults)?),
        ReadingDocument::Word(word) => Reading::Value(classed(word, place, item.schedule.indicator()?, faults)?),
        ReadingDocument::State(state) => Reading::State(state),
        ReadingDocument::Occurrence(due) => Reading::Occurrence { due, done: true },
    };
    Some((reading, None))
}

/// A figure as its indicator takes it: as it is, a count out of so many, or the number of a class.
fn measured(figure: Figure, place: Place, indicator: &Indicator, faults: &Faults) -> Option<Figure> {
    match (&indicator.scale, indicator.of) {
        (Some(scale), _) => class_named(&figure.to_string(), place, scale, faults),
        (None, Some(of)) => check_count(Located::new(figure, place), of, &indicator.unit, faults).then_some(figure),
        (None, None) => Some(figure),
    }
}

/// A word as its indicator takes it: the name of a class.
fn classed(word: &str, place: Place, indicator: &Indicator, faults: &Faults) -> Option<Figure> {
    if let Some(scale) = &indicator.scale {
        return class_named(word, place, scale, faults);
    }
    if let Err(fault) = figure(word, DecimalRule::Value) {
        faults.report(place, Problem::BadFigure { fault, rule: DecimalRule::Value });
    }
    None
}

/// The occurrence that an entry reports: the one it names, else the one whose period holds the month of the report.
/// `state = "problem"` says that it was not done.
fn occurrence_of(entry: &EntryDocument<'_>, recurring: &Recurring, month: Month, faults: &Faults) -> Option<Reading> {
    let mut named = None;
    let mut done = true;
    for reading in entry.readings() {
        match reading.value {
            ReadingDocument::Occurrence(due) => named = Some(Located::new(due, reading.place)),
            ReadingDocument::State(state) => done = state == State::Normal,
            other => {
                let problem =
                    Problem::WrongReading { given: other.kind(), wanted: ReadingKind::Occurrence, unit: String::new() };
                faults.report(reading.place, problem);
                return None;
            }
        }
    }
    if entry.is_faulty {
        return None;
    }
    match occurrence_in(recurring, named.map(|named| named.value), month) {
        Ok(due) => Some(Reading::Occurrence { due, done }),
        Err(_) if named.is_none() && faults.is_garbled() => None,
        Err((fault, known)) => {
            let place = named.map_or(entry.place, |named| named.place);
            faults.report(place, Problem::BadOccurrence { fault, known });
            None
        }
    }
}

/// The due month of the occurrence that a report for a month means: the one named, else the one whose period holds the
/// month.
///
/// # Errors
/// What is wrong, and the due months nearest to it.
pub fn occurrence_in(
    recurring: &Recurring,
    named: Option<Month>,
    month: Month,
) -> Result<Month, (OccurrenceFault, Vec<Month>)> {
    let found = match named {
        None => recurring.holding(month).ok_or(OccurrenceFault::NoneHolds),
        Some(named) => match recurring.due_in(named) {
            None => Err(OccurrenceFault::NotDue),
            Some(occurrence) if occurrence.from > month => Err(OccurrenceFault::NotBegun),
            Some(occurrence) => Ok(occurrence),
        },
    };
    found.map(|occurrence| occurrence.due).map_err(|fault| {
        let dues = recurring.occurrences().iter();
        let mut dues: Vec<Month> = dues.map(|occurrence| occurrence.due).collect();
        dues.sort_by_key(|due| due.since(month).abs());
        dues.truncate(MOST_MONTHS);
        dues.sort_unstable();
        (fault, dues)
    })
}
