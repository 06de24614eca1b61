//! The reading of an entry, held against what its item is measured by.

use super::MOST_NAMED;
use crate::load::faults::Faults;
use crate::load::indicator::{check_count, class_named};
use crate::load::quantity::objects_named;
use crate::load::report::{EntryDocument, ReadingDocument};
use crate::load::values::{check_whole, figure};
use crate::model::{Detail, Figure, FigureFault, Indicator, Item, Month, Quantity, Reading, Recurring, Stages, State};
use crate::problem::{DecimalRule, OccurrenceFault, Problem, ReadingKind, WantedValue};
use crate::source::{Located, Place};

/// More months than this are not listed in a message: the nearest ones are.
const MOST_MONTHS: usize = 12;

/// The reading of an entry, if it is one that the item is measured by, and what it names behind its figure; of things
/// that are split among the leads, only `own` ones.
pub(super) fn reading_of(
    entry: &EntryDocument<'_>,
    item: &Item,
    own: &Own<'_>,
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
    match (reading.value, &item.quantity) {
        (ReadingDocument::Done(_) | ReadingDocument::Names, Some(quantity)) if !quantity.objects.is_empty() => {
            return own.done(reading, &entry.names, quantity, faults);
        }
        (ReadingDocument::Done(done), Some(quantity)) => {
            check_whole(Located::new(done, reading.place), quantity, faults).then_some(())?;
        }
        (ReadingDocument::Names, _) => {
            faults.report(reading.place, Problem::WrongType { wanted: WantedValue::Number });
            return None;
        }
        _ => {}
    }
    let place = reading.place;
    let reading = match reading.value {
        ReadingDocument::Stages => {
            let (stages, quantity) = (item.schedule.stages()?, item.quantity.as_ref()?);
            let standing = standing_of(entry, stages, quantity, faults)?;
            return Some((Reading::Stages, Some(Detail::Stages(standing))));
        }
        ReadingDocument::Percent(figure) => Reading::Percent(figure),
        ReadingDocument::Done(figure) => Reading::Done(figure),
        ReadingDocument::Value(figure) => Reading::Value(measured(figure, place, item.schedule.indicator()?, faults)?),
        ReadingDocument::Word(word) => Reading::Value(classed(word, place, item.schedule.indicator()?, faults)?),
        ReadingDocument::State(state) => Reading::State(state),
        // Both have been dealt with above.
        ReadingDocument::Occurrence(_) | ReadingDocument::Names => return None,
    };
    Some((reading, None))
}

/// How many stand at each stage: none where nothing is said of it.
fn standing_of(
    entry: &EntryDocument<'_>,
    stages: &Stages,
    quantity: &Quantity,
    faults: &Faults,
) -> Option<Box<[Figure]>> {
    let mut standing = vec![Figure::ZERO; stages.all().len()];
    let mut is_sound = true;
    for (name, number) in &entry.standing {
        is_sound &= check_whole(*number, quantity, faults);
        if let Some(at) = stages.position(name.value) {
            standing[at] = number.value;
            continue;
        }
        is_sound = false;
        // A near name may say the opposite: 开工, 竣工.
        let known = stages.all().iter().map(|stage| stage.name.clone()).collect();
        faults.report(name.place, Problem::UnknownStage { name: name.value.to_owned(), known });
    }
    is_sound.then(|| standing.into())
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

/// The objects that a unit may report on.
pub(super) struct Own<'a> {
    /// What is split among the leads: its part by their positions, rising; none if it has all of them.
    pub(super) objects: Option<&'a [u16]>,
    /// Whose an object is.
    pub(super) owner: &'a dyn Fn(u16) -> String,
}

impl Own<'_> {
    /// How many objects are done, and which.
    fn done(
        &self,
        reading: Located<ReadingDocument<'_>>,
        names: &[Located<&str>],
        quantity: &Quantity,
        faults: &Faults,
    ) -> Option<(Reading, Option<Detail>)> {
        let ReadingDocument::Names = reading.value else {
            let all = self.objects.map_or_else(
                || quantity.objects.clone(),
                |own| quantity.names(own.iter().copied()).map(str::to_owned).collect(),
            );
            let own = if all.len() > MOST_NAMED { Vec::new() } else { all };
            faults.report(reading.place, Problem::CountWithoutNames { own });
            return None;
        };
        let named = objects_named(names, quantity, faults)?;
        let is_others =
            |&&(object, _): &&(u16, Place)| self.objects.is_some_and(|own| own.binary_search(&object).is_err());
        if let Some(&(object, place)) = named.iter().find(is_others) {
            let name = quantity.objects[usize::from(object)].clone();
            faults.report(place, Problem::OthersObject { name, unit: (self.owner)(object) });
            return None;
        }
        let count = u32::try_from(named.len()).map_or(Figure::ZERO, Figure::whole);
        let objects = named.into_iter().map(|(object, _)| object).collect();
        Some((Reading::Done(count), Some(Detail::Objects(objects))))
    }
}

/// The occurrence that an entry reports: the one it names, else the one whose period holds the month of the report.
/// `state = "problem"` says that it was not done; `done` says how often, where that is counted.
fn occurrence_of(entry: &EntryDocument<'_>, recurring: &Recurring, month: Month, faults: &Faults) -> Option<Reading> {
    let wanted = if recurring.is_counted() { ReadingKind::Times } else { ReadingKind::Occurrence };
    let mut named = None;
    let mut done = true;
    let mut count = None;
    for reading in entry.readings() {
        match reading.value {
            ReadingDocument::Occurrence(due) => named = Some(Located::new(due, reading.place)),
            ReadingDocument::State(state) if !recurring.is_counted() => done = state == State::Normal,
            ReadingDocument::Done(figure) if recurring.is_counted() => {
                count = Some(whole(Located::new(figure, reading.place), faults)?);
            }
            other => {
                let problem = Problem::WrongReading { given: other.kind(), wanted, unit: String::new() };
                faults.report(reading.place, problem);
                return None;
            }
        }
    }
    if entry.is_faulty {
        return None;
    }
    if recurring.is_counted() && count.is_none() {
        if !faults.is_garbled() {
            faults.report(entry.place, Problem::NoReading { wanted, unit: String::new() });
        }
        return None;
    }
    match occurrence_in(recurring, named.map(|named| named.value), month) {
        Ok(due) => Some(match count {
            Some(count) => Reading::Times { due, count },
            None => Reading::Occurrence { due, done },
        }),
        Err(_) if named.is_none() && faults.is_garbled() => None,
        Err((fault, known)) => {
            let place = named.map_or(entry.place, |named| named.place);
            faults.report(place, Problem::BadOccurrence { fault, known });
            None
        }
    }
}

/// A number of times; nobody does a thing half a time.
fn whole(figure: Located<Figure>, faults: &Faults) -> Option<u32> {
    if figure.value.decimals() > 0 {
        let (fault, rule) = (FigureFault::TooManyDecimals { allowed: 0 }, DecimalRule::Whole);
        faults.report(figure.place, Problem::BadFigure { fault, rule });
        return None;
    }
    u32::try_from(figure.value.ratio().numerator()).ok()
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
