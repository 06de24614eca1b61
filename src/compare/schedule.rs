//! Schedules without their places in files: moving a line changes no plan.

use crate::model::{Curve, Figure, Item, Moment, Month, Ratio, Schedule, Share, Stages};
use crate::problem::ReadingKind;

/// What is asked for by when.
type Asked = Vec<(Moment, Ratio)>;

/// What a share is compared with.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Bare<'a> {
    Curve(crate::model::Shape, Asked),
    Stages(Vec<(&'a str, Option<Asked>)>),
    Recurring(Vec<(Month, Month)>),
    Indicator(&'a crate::model::Indicator),
    Standing(Option<&'a crate::model::Season>),
    Unscheduled,
}

/// What an item is compared with.
pub(super) fn bare(item: &Item) -> Bare<'_> {
    bare_of(&item.schedule)
}

/// The same for an approved change of one.
pub(super) fn bare_of(schedule: &Schedule) -> Bare<'_> {
    match schedule {
        Schedule::Curve(curve) => Bare::Curve(curve.shape(), points(curve)),
        Schedule::Stages(stages) => {
            let stages = stages.all().iter();
            Bare::Stages(stages.map(|stage| (stage.name.as_str(), stage.curve.as_ref().map(points))).collect())
        }
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
pub(super) fn points(curve: &Curve) -> Asked {
    let points = curve.points().iter();
    points.map(|point| (point.by, point.level)).collect()
}

/// What a share is measured by, in which unit, and through which stages: figures of one kind say nothing about another.
pub(super) fn kind(item: &Item) -> (ReadingKind, &str, Vec<&str>) {
    let kind = ReadingKind::of(item);
    let unit = match (kind, &item.schedule, &item.quantity) {
        (ReadingKind::Value, Schedule::Indicator(indicator), _) => &indicator.unit,
        (ReadingKind::Done | ReadingKind::Stages, _, Some(quantity)) => &quantity.unit,
        _ => "",
    };
    let stages = item.schedule.stages().map_or(&[][..], Stages::all);
    (kind, unit, stages.iter().map(|stage| stage.name.as_str()).collect())
}

/// Whether two shares are compared with the same.
pub(super) fn is_same(one: (&Item, &Share), other: (&Item, &Share)) -> bool {
    let amount = |share: &Share| share.amount.map(Figure::ratio);
    bare(one.0) == bare(other.0) && amount(one.1) == amount(other.1) && kind(one.0) == kind(other.0)
}
