//! Schedules without the places they stand at: moving a line changes no plan.

use crate::model::{Curve, Figure, Item, Moment, Month, Ratio, Schedule, Share};

/// What a share is held against.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Bare<'a> {
    Curve(crate::model::Shape, Vec<(Moment, Ratio)>),
    Recurring(Vec<(Month, Month)>),
    Indicator(&'a crate::model::Indicator),
    Standing(Option<&'a crate::model::Season>),
    Unscheduled,
}

/// What an item is held against.
pub(super) fn bare(item: &Item) -> Bare<'_> {
    match &item.schedule {
        Schedule::Curve(curve) => Bare::Curve(curve.shape(), points(curve)),
        Schedule::Recurring(recurring) => {
            let all = recurring.occurrences().iter();
            Bare::Recurring(all.map(|one| (one.from, one.due)).collect())
        }
        Schedule::Indicator(indicator) => Bare::Indicator(indicator),
        Schedule::Standing { season } => Bare::Standing(season.as_ref()),
        Schedule::Unscheduled => Bare::Unscheduled,
    }
}

/// The points of a curve.
pub(super) fn points(curve: &Curve) -> Vec<(Moment, Ratio)> {
    let points = curve.points().iter();
    points.map(|point| (point.by, point.level)).collect()
}

/// What a share is measured by: figures of one kind say nothing about another.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Kind<'a> {
    Percent,
    Amount(&'a str),
    Occurrence,
    Value(&'a str),
    State,
}

pub(super) fn kind(item: &Item) -> Kind<'_> {
    match (&item.schedule, &item.quantity) {
        (Schedule::Recurring(_), _) => Kind::Occurrence,
        (Schedule::Indicator(indicator), _) => Kind::Value(&indicator.unit),
        (Schedule::Standing { .. }, _) => Kind::State,
        (_, Some(quantity)) => Kind::Amount(&quantity.unit),
        (_, None) => Kind::Percent,
    }
}

/// Whether two shares are held against the same.
pub(super) fn is_same(one: (&Item, &Share), other: (&Item, &Share)) -> bool {
    let amount = |share: &Share| share.amount.map(Figure::ratio);
    bare(one.0) == bare(other.0) && amount(one.1) == amount(other.1) && kind(one.0) == kind(other.0)
}
