//! The ladder of tiers as written, and the last month in which its rungs can be reached.

use super::faults::Faults;
use super::keys;
use super::reader::{Table, Value};
use crate::model::{Ladder, LadderFault, Month, NoticeKind, Rung, Threshold};
use crate::problem::{MisplacedBecause, Problem};
use crate::source::{Located, Place};

/// `[[tiers]]`
pub(super) struct Tiers {
    rungs: Vec<Located<Rung>>,
    pub(super) ids: Vec<Located<String>>,
    /// Some could not be read.
    is_lost: bool,
    place: Place,
}

pub(super) fn tiers(value: Value<'_>) -> Tiers {
    let mut ids = Vec::new();
    let rungs = value.tables(&keys::TIER).map(|tables| tables.map(|table| rung(table?, &mut ids)).collect());
    let rungs: Vec<Option<_>> = rungs.unwrap_or_else(|| vec![None]);
    let is_lost = rungs.iter().any(Option::is_none);
    Tiers { is_lost, rungs: rungs.into_iter().flatten().collect(), ids, place: value.place }
}

fn rung(table: Table<'_>, ids: &mut Vec<Located<String>>) -> Option<Located<Rung>> {
    let id = table.require("id").and_then(Value::id);
    ids.extend(id.clone());
    let name = table.title("name");
    let (beyond, months) = table.either("more-than", "months");
    if let (Some(_), Some(months)) = (beyond, months) {
        let because = MisplacedBecause::OneOrTheOther { other: "more-than" };
        months.faults.report(months.place, Problem::MisplacedKey { key: "months", because });
    }
    let from = match (beyond, months) {
        (Some(beyond), _) => beyond.whole().map(|beyond| beyond.map(Threshold::beyond)),
        (None, months) => months.and_then(Value::whole).map(|months| months.map(Threshold::at)),
    };
    let clause = table.remark("clause");
    let notice = table.get("notice");
    let notice = notice.and_then(|word| word.choice(&NoticeKind::ALL));
    let place = from.map_or(table.place(), |from| from.place);
    table.finish();
    let id = id?;
    let rung = Rung {
        notice: notice.map_or_else(|| NoticeKind::of_tier(&id.value), |notice| notice.value),
        id: id.value,
        name: name?.value,
        from: from?.value,
        clause,
    };
    Some(Located::new(rung, place))
}

/// The ladder of the plan, and the last month that can be assessed: where nothing is said, the one in which what is due
/// at the end reaches the highest tier. It comes at most so many months after the end.
pub(super) fn ladder_and_last(
    tiers: Option<Tiers>,
    (start, end): (Month, Month),
    most_after: u32,
    written: Option<Located<Month>>,
    faults: &Faults,
) -> (Ladder, Month) {
    let latest = end.plus(most_after.cast_signed()).min(last_month());
    let last = written.map(|last| last.value.clamp(end, latest));
    let longest = last.map_or(u32::MAX, |last| u32::try_from(last.since(start) + 1).unwrap_or(0));
    let (ladder, is_sound) = ladder(tiers, longest, faults);
    let top = end.plus(ladder.height().cast_signed()).min(last_month());
    let Some(written) = written.filter(|_| last_month() != end) else {
        return (ladder, top);
    };
    if !(end..=latest).contains(&written.value) {
        faults.report(written.place, Problem::BadTrackUntil { end, latest, top });
    } else if written.value < top && is_sound {
        let rungs = ladder.rungs().iter();
        let reached = |months: u32| end.plus(months.cast_signed()) <= written.value;
        let lost = rungs.filter(|rung| !reached(rung.from.whole_months()));
        let tiers = lost.map(|rung| rung.name.clone()).collect();
        faults.report(written.place, Problem::ShortFollowUp { tiers, end, top });
    }
    (ladder, last.unwrap_or(top))
}

/// The ladder of the plan, the source's own where none is given or none holds; and whether what was given holds.
fn ladder(tiers: Option<Tiers>, longest: u32, faults: &Faults) -> (Ladder, bool) {
    let Some(tiers) = tiers.filter(|tiers| !tiers.is_lost || !tiers.rungs.is_empty()) else {
        return (usual_ladder(), true);
    };
    let is_lost = tiers.is_lost;
    let top = tiers.place;
    let places: Vec<Place> = tiers.rungs.iter().map(|tier| tier.place).collect();
    let rungs = tiers.rungs.into_iter().map(|tier| tier.value).collect();
    match Ladder::new(rungs, longest) {
        Ok(ladder) => (ladder, !is_lost),
        Err(fault) => {
            let problem = Problem::BadLadder { fault };
            match fault {
                LadderFault::Empty => faults.report(top, problem),
                LadderFault::NotRising { at } => {
                    faults.report_pair(places[at], places[at - 1], problem);
                }
                LadderFault::NeverReached { at, .. } => {
                    faults.report(places[at], problem);
                }
            }
            (usual_ladder(), false)
        }
    }
}

fn usual_ladder() -> Ladder {
    let usual = [("warning", "预警", 1), ("criticism", "通报批评", 2), ("interview", "约谈", 3)];
    let rungs = usual.into_iter().map(|(id, name, months)| Rung {
        id: id.to_owned(),
        name: name.to_owned(),
        from: Threshold::at(months),
        clause: String::new(),
        notice: NoticeKind::of_tier(id),
    });
    Ladder::new(rungs.collect(), u32::MAX).expect("the usual ladder rises")
}

/// The last month that can be written.
fn last_month() -> Month {
    Month::new(2999, 12).expect("a year that months know")
}
