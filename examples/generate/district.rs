//! One district: its units, and the tasks they answer for.

use shangdang::model::Month;

use crate::arguments::Scale;
use crate::names::{self, Unit};
use crate::random::Random;
use crate::schedule::{Kind, Period};
use crate::words;

/// The day of the month by which reports are due.
pub(crate) const REPORT_DAY: u32 = 23;

/// A district with everything that its plan asks for.
pub(crate) struct District {
    pub(crate) name: String,
    pub(crate) period: Period,
    pub(crate) units: Vec<Unit>,
    /// One for each unit, which leads it.
    pub(crate) tasks: Vec<Task>,
    /// What the streams of chance of this district begin with.
    pub(crate) seeds: [u64; 2],
}

/// A task of about thirty items.
pub(crate) struct Task {
    pub(crate) number: u32,
    /// Its part of the name of the file.
    pub(crate) file: String,
    pub(crate) title: String,
    pub(crate) lead: usize,
    pub(crate) support: Option<usize>,
    pub(crate) items: Vec<Item>,
}

/// An item of a task.
pub(crate) struct Item {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) kind: Kind,
    pub(crate) basis: &'static str,
    pub(crate) is_key: bool,
    /// A unit that answers for it as well.
    pub(crate) partner: Option<usize>,
}

impl District {
    pub(crate) fn new(scale: &Scale, number: u32) -> Self {
        let units = names::units(scale.units);
        let start = Month::new(2022, 1).expect("a month");
        let period = Period {
            start,
            // Whole years, so that every quarter and half-year of a duty lies within.
            end: start.plus((scale.months.div_ceil(12) * 12).cast_signed() - 1),
            reported: scale.months,
        };
        let seeds = [scale.seed, u64::from(number)];
        let tasks = (0..scale.units).map(|unit| task(unit, scale, &units, &period, seeds)).collect();
        Self { name: names::district(number), period, units, tasks, seeds }
    }

    /// What a unit reports on, in the order of the plan: the items of its own task, and those of the one before in which
    /// it is partner.
    pub(crate) fn items_of(&self, unit: usize) -> Vec<(&Item, usize)> {
        let before = (unit + self.units.len() - 1) % self.units.len();
        let own = self.tasks[unit].items.iter().map(|item| (item, 0));
        let of_others = self.tasks[before].items.iter();
        let joint = of_others.filter(|item| item.partner == Some(unit));
        let joint = joint.map(|item| (item, 1));
        if before < unit { joint.chain(own).collect() } else { own.chain(joint).collect() }
    }
}

fn task(number: u32, scale: &Scale, units: &[Unit], period: &Period, seeds: [u64; 2]) -> Task {
    let mut random = Random::of(&[seeds[0], seeds[1], 1, u64::from(number)]);
    let unit = number as usize;
    let next = (unit + 1) % units.len();
    // One item in fifteen has two leads. The unit has as many less of its own as it shares with the one before.
    let joint = if next == unit { 0 } else { scale.items / 15 };
    let own = scale.items - joint;
    let items = (0..own)
        .map(|at| {
            let is_joint = at < joint;
            Item {
                id: format!("{}.{}", number + 1, at + 1),
                title: words::title(&mut random),
                kind: Kind::draw(is_joint, period, &mut random),
                basis: random.word(&["stated", "stated", "unit-plan", "inferred", "office"]),
                is_key: random.happens(80),
                partner: is_joint.then_some(next),
            }
        })
        .collect();
    Task {
        number: number + 1,
        file: units[unit].id.clone(),
        title: words::task(&mut random),
        lead: unit,
        support: (units.len() > 2 && random.happens(40)).then_some((unit + 2) % units.len()),
        items,
    }
}
