//! What there is to do of an item: how much of what, or which things; and whose part each of them is.

use std::collections::BTreeMap;

use super::faults::Faults;
use super::keys;
use super::reader::Value;
use super::values::{check_visible, check_whole};
use crate::model::{Figure, FigureFault, Quantity, UnitIx};
use crate::problem::{BadShares, DecimalRule, MisplacedBecause, Problem};
use crate::source::{Located, Place};

/// More names than this are not listed in a message.
const MOST_NAMED: usize = 40;
/// More things than this nobody names one by one.
const MOST_OBJECTS: u32 = 9_999;

/// What one lead unit has to do of a quantity.
pub(super) struct Portion {
    pub(super) amount: Figure,
    /// The objects, by their positions, rising; empty where none are named.
    pub(super) objects: Vec<u16>,
}

/// `shares = { sudian = 5 }`, or `{ sudian = ["东村"] }`
pub(super) struct SharesDocument {
    pub(super) place: Place,
    pub(super) portions: Vec<(Located<String>, PortionDocument)>,
}

/// What stands for one unit in `shares`.
pub(super) enum PortionDocument {
    Amount(Located<Figure>),
    Objects(Place, Vec<Located<String>>),
}

pub(super) fn read_quantity(value: Value<'_>, sum_of: &mut Vec<Located<String>>) -> Option<Located<Quantity>> {
    let table = value.table(&keys::QUANTITY)?;
    let (named, total) = table.either("objects", "total");
    let (is_named, is_counted) = (named.is_some(), total.is_some());
    let objects = named.and_then(objects);
    let total = total.and_then(|total| total.figure(DecimalRule::PositiveAmount));
    let unit = table.title("unit");
    *sum_of = table.get("sum-of").and_then(Value::texts).unwrap_or_default();
    let (whole, has_lost_whole) = table.read("whole", Value::boolean);
    let at_least = table.get("at-least").and_then(Value::boolean);
    let faults = table.faults;
    let is_doubtful = table.finish().may_be("whole") || has_lost_whole;
    // What is given and cannot be read leaves nothing to hold anything against.
    if (is_named && objects.is_none()) || (is_counted && total.is_none()) {
        return None;
    }
    let unit = unit?.value;
    let whole = whole.filter(|whole| objects.is_none() || whole.value || misplaced(whole.place, "whole", faults));
    let at_least =
        at_least.filter(|switch| objects.is_none() || !switch.value || misplaced(switch.place, "at-least", faults));
    let by_default = objects.is_some() || (!is_doubtful && Quantity::is_whole_by_default(&unit));
    let objects = objects.unwrap_or_default();
    let count = u32::try_from(objects.len()).map_or(Figure::ZERO, Figure::whole);
    if let Some(total) = total
        && !objects.is_empty()
        && total.value != count
    {
        let (count, total_said) = (objects.len(), total.value.to_string());
        faults.report(total.place, Problem::ObjectTotal { count, total: total_said, unit: unit.clone() });
    }
    let quantity = Quantity {
        total: if objects.is_empty() { total?.value } else { count },
        unit,
        whole: whole.map_or(by_default, |whole| whole.value),
        at_least: at_least.is_some_and(|switch| switch.value),
        objects,
    };
    if let Some(total) = total.filter(|_| quantity.objects.is_empty()) {
        check_whole(total, &quantity, faults);
    }
    Some(Located::new(quantity, value.place))
}

/// Reports a key that says nothing beside named objects; never true.
fn misplaced(place: Place, key: &'static str, faults: &Faults) -> bool {
    let because = MisplacedBecause::OneOrTheOther { other: "objects" };
    faults.report(place, Problem::MisplacedKey { key, because });
    false
}

/// The names of objects, if all of them can be read and there are any.
fn objects(value: Value<'_>) -> Option<Vec<String>> {
    let faults = value.faults;
    let names: Vec<Located<String>> = value.every_text()?;
    if names.is_empty() {
        faults.report(value.place, Problem::NoObjects);
        return None;
    }
    if !u32::try_from(names.len()).is_ok_and(|count| count <= MOST_OBJECTS) {
        let (fault, rule) = (FigureFault::TooLarge { limit: MOST_OBJECTS }, DecimalRule::Whole);
        faults.report(value.place, Problem::BadFigure { fault, rule });
        return None;
    }
    let mut seen = BTreeMap::new();
    for name in &names {
        if name.value.trim().is_empty() {
            faults.report(name.place, Problem::EmptyText { key: "objects" });
        }
        check_visible(name, faults);
        if let Some(first) = seen.insert(name.value.as_str(), name.place) {
            faults.report_pair(name.place, first, Problem::RepeatedObject { name: name.value.clone() });
        }
    }
    Some(names.into_iter().map(|name| name.value).collect())
}

pub(super) fn read_shares(value: Value<'_>) -> Option<SharesDocument> {
    let portions = value.pairs()?.into_iter().map(|(unit, portion)| {
        let portion = if portion.is_list() {
            PortionDocument::Objects(portion.place, portion.every_text()?)
        } else {
            PortionDocument::Amount(portion.figure(DecimalRule::PositiveAmount)?)
        };
        Some((unit.map(str::to_owned), portion))
    });
    Some(SharesDocument { place: value.place, portions: portions.collect::<Option<_>>()? })
}

/// The position of an object by its name, most likely the one at `likely`; what nobody knows is reported.
fn object_named(name: &Located<impl AsRef<str>>, likely: usize, quantity: &Quantity, faults: &Faults) -> Option<u16> {
    let written = name.value.as_ref();
    let is_likely = quantity.objects.get(likely).is_some_and(|object| object == written);
    let found = if is_likely { u16::try_from(likely).ok() } else { quantity.object(written) };
    if found.is_none() {
        let known = || quantity.objects.iter().map(String::as_str);
        let part = |known: &&str| !written.is_empty() && (known.contains(written) || written.contains(known));
        // Of names of two letters any is one letter away from any other.
        let is_long = written.chars().count() > 2;
        let near = || is_long.then(|| faults.guess(written, known()))?;
        let meant = known().find(part).or_else(near).map(str::to_owned);
        let known = if quantity.objects.len() > MOST_NAMED { Vec::new() } else { quantity.objects.clone() };
        faults.report(name.place, Problem::UnknownObject { name: written.to_owned(), meant, known });
    }
    found
}

/// The positions of objects by their names, rising; none if one of them is unknown or stands twice.
pub(super) fn objects_named<T: AsRef<str>>(
    names: &[Located<T>],
    quantity: &Quantity,
    faults: &Faults,
) -> Option<Vec<(u16, Place)>> {
    let mut found: Vec<(u16, Place)> = Vec::with_capacity(names.len());
    let mut is_sound = true;
    let mut likely = 0;
    for name in names {
        let Some(object) = object_named(name, likely, quantity, faults) else {
            is_sound = false;
            continue;
        };
        likely = usize::from(object) + 1;
        match found.binary_search_by_key(&object, |&(known, _)| known) {
            Ok(at) => {
                let problem = Problem::RepeatedObject { name: name.value.as_ref().to_owned() };
                faults.report_pair(name.place, found[at].1, problem);
                is_sound = false;
            }
            Err(at) => found.insert(at, (object, name.place)),
        }
    }
    is_sound.then_some(found)
}

/// The portion of each lead, in the order of the leads; none for an item that is not split.
pub(super) fn portions(
    shares: Option<&SharesDocument>,
    quantity: Option<&Quantity>,
    leads: &[(UnitIx, &str)],
    faults: &Faults,
) -> Option<Vec<Portion>> {
    let (shares, quantity) = (shares?, quantity?);
    let report = |place, fault| faults.report(place, Problem::BadShares { fault });
    for (unit, _) in &shares.portions {
        if !leads.iter().any(|(_, id)| *id == unit.value) {
            let unit_id = unit.value.clone();
            report(unit.place, BadShares::Stranger { unit: unit_id });
            return None;
        }
    }
    let mut read = Vec::new();
    let mut given = BTreeMap::new();
    for (unit, portion) in &shares.portions {
        read.push((unit, portion_of(portion, quantity, &mut given, faults)?));
    }
    let mut found = Vec::new();
    for (_, id) in leads {
        let Some(at) = read.iter().position(|(unit, _)| unit.value == *id) else {
            let unit = (*id).to_owned();
            report(shares.place, BadShares::LeftOut { unit });
            return None;
        };
        found.push(read.swap_remove(at).1);
    }
    let left: Vec<String> = quantity
        .objects
        .iter()
        .zip(0..)
        .filter(|(_, object)| !given.contains_key(object))
        .map(|(name, _)| name.clone())
        .collect();
    if !left.is_empty() {
        report(shares.place, BadShares::Nobodys { names: left });
        return None;
    }
    let sum = found.iter().fold(Figure::ZERO, |sum, portion| sum.plus(portion.amount));
    if sum != quantity.total {
        let (sum, total) = (sum.to_string(), quantity.total.to_string());
        report(shares.place, BadShares::Sum { sum, total });
        return None;
    }
    Some(found)
}

/// One portion; an object that a unit before it has as well is at fault.
fn portion_of(
    portion: &PortionDocument,
    quantity: &Quantity,
    given: &mut BTreeMap<u16, Place>,
    faults: &Faults,
) -> Option<Portion> {
    let report = |place, fault| faults.report(place, Problem::BadShares { fault });
    match portion {
        PortionDocument::Amount(amount) if quantity.objects.is_empty() => {
            let portion = Portion { amount: amount.value, objects: Vec::new() };
            check_whole(*amount, quantity, faults).then_some(portion)
        }
        PortionDocument::Amount(amount) => {
            report(amount.place, BadShares::Counted { known: quantity.objects.clone() });
            None
        }
        PortionDocument::Objects(place, _) if quantity.objects.is_empty() => {
            report(*place, BadShares::Named);
            None
        }
        PortionDocument::Objects(place, names) if names.is_empty() => {
            faults.report(*place, Problem::NoObjects);
            None
        }
        PortionDocument::Objects(_, names) => {
            let named = objects_named(names, quantity, faults)?;
            for &(object, place) in &named {
                if let Some(first) = given.insert(object, place) {
                    let name = quantity.objects[usize::from(object)].clone();
                    faults.report_pair(place, first, Problem::RepeatedObject { name });
                    return None;
                }
            }
            let amount = u32::try_from(named.len()).map_or(Figure::ZERO, Figure::whole);
            Some(Portion { amount, objects: named.into_iter().map(|(object, _)| object).collect() })
        }
    }
}

/// The objects that a lead unit has to do: its portion, or all of them.
pub(super) fn own_objects(quantity: Option<&Quantity>, portion: Option<&Portion>) -> Vec<u16> {
    match (portion, quantity) {
        (Some(portion), _) => portion.objects.clone(),
        (None, Some(quantity)) => (0..).zip(&quantity.objects).map(|(object, _)| object).collect(),
        (None, None) => Vec::new(),
    }
}
