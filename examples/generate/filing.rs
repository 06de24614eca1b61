//! What a unit files: month after month its entries, some late, a few never.

use chrono::NaiveDate;
use shangdang::model::Month;

use crate::district::{District, REPORT_DAY};
use crate::figures::{self, Reading, Step};
use crate::random::Random;
use crate::words;

/// A report.
pub(crate) struct Filing<'a> {
    pub(crate) unit: usize,
    pub(crate) month: Month,
    pub(crate) submitted: Option<NaiveDate>,
    pub(crate) entries: Vec<Entry<'a>>,
}

/// A line of it.
pub(crate) struct Entry<'a> {
    pub(crate) item: &'a str,
    pub(crate) reading: Reading,
    pub(crate) note: String,
    pub(crate) problem: &'static str,
    pub(crate) next: &'static str,
}

/// The reports of a unit in the order of months.
pub(crate) fn of(unit: usize, district: &District) -> Vec<Filing<'_>> {
    let mut random = Random::of(&[district.seeds[0], district.seeds[1], 2, unit as u64]);
    let period = &district.period;
    let months = period.start.through(period.last_reported());
    // One report in two hundred is never filed.
    let months: Vec<(Month, bool)> = months.map(|month| (month, random.below(200) > 0)).collect();
    let shares: Vec<(&str, Vec<Step>)> = district
        .items_of(unit)
        .into_iter()
        .map(|(item, share)| {
            let steps = figures::of(&item.kind, share, period.start, &months, &mut random);
            (item.id.as_str(), steps)
        })
        .collect();
    let filed = months.iter().enumerate().filter(|(_, (_, is_filed))| *is_filed);
    filed
        .map(|(at, &(month, _))| Filing {
            unit,
            month,
            submitted: submitted(month, &mut random),
            entries: shares.iter().map(|(item, steps)| entry(item, &steps[at], &mut random)).collect(),
        })
        .collect()
}

/// Most reports come in time, some bear no date, some come late, even in the month after.
fn submitted(month: Month, random: &mut Random) -> Option<NaiveDate> {
    match random.below(100) {
        0..15 => None,
        15..92 => Some(month.day(random.between(15, REPORT_DAY))),
        92..98 => Some(month.day(random.between(REPORT_DAY + 1, 28))),
        _ => Some(month.plus(1).day(random.between(1, 12))),
    }
}

fn entry<'a>(item: &'a str, step: &Step, random: &mut Random) -> Entry<'a> {
    let is_open = matches!(step.reading, Reading::Occurrence { is_done: false, .. });
    let has_trouble = matches!(step.reading, Reading::State { is_normal: false });
    let note = if step.is_regression {
        random.word(&words::CORRECTIONS).to_owned()
    } else if is_open {
        random.word(&words::NOT_YET).to_owned()
    } else {
        words::note(random)
    };
    let has_problem = has_trouble || random.happens(16);
    Entry {
        item,
        reading: step.reading,
        note,
        problem: if has_problem { random.word(&words::PROBLEMS) } else { "" },
        next: if has_problem || random.happens(10) { random.word(&words::NEXT) } else { "" },
    }
}
