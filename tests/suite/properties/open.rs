//! What a unit still has to report on.

use proptest::option;
use proptest::prelude::*;
use shangdang::assess::{AsOf, assess_share, is_open, open_shares};
use shangdang::model::{Finding, Month, Reading, Schedule};

use super::{LENGTH, any_setting, nth};
use crate::support::config;

proptest! {
    #![proptest_config(config())]

    /// By what was reported up to the month before: not what is complete, no occurrence before its period, no duty out of
    /// its season, nothing that nobody has found yet.
    #[test]
    fn what_is_open_is_neither_done_nor_still_to_come(
        setting in any_setting(), offset in 0..LENGTH, found in option::of(0..LENGTH),
    ) {
        let mut workspace = setting.workspace();
        workspace.items[0].finding = found.map(|found| Finding {
            date: nth(found).day(10),
            by: String::new(),
        });
        let (month, before) = (nth(offset), nth(offset - 1));
        let mut open = Vec::new();
        for (ix, share) in workspace.iter_shares() {
            let item = workspace.item(share.item);
            let since = item.finding.as_ref().map(|finding| Month::of(finding.date));
            let was_there = |month: Month| since.is_none_or(|since| since <= month);
            let verdict = assess_share(&workspace, ix, AsOf::close_of(before));
            let is_wanted = match &item.schedule {
                Schedule::Curve(_) | Schedule::Stages(_) | Schedule::Unscheduled => {
                    !(was_there(before) && verdict.verdict().flags.complete)
                }
                Schedule::Recurring(recurring) => {
                    let mut done: Vec<Month> = Vec::new();
                    for entry in share.entries.iter().filter(|entry| entry.month <= before) {
                        if let Reading::Occurrence { due, done: is_done } = entry.reading {
                            done.retain(|&of| of != due);
                            done.extend(is_done.then_some(due));
                        }
                    }
                    let latest = done.iter().max().copied();
                    let mut after = recurring.occurrences().iter();
                    let next = after.find(|occurrence| Some(occurrence.due) > latest);
                    next.is_some_and(|next| next.from <= month)
                }
                Schedule::Indicator(_) => true,
                Schedule::Standing { season } => {
                    season.as_ref().is_none_or(|season| season.touches(month))
                }
            };
            let is_wanted = is_wanted && was_there(month);
            prop_assert_eq!(is_open(&workspace, ix, month), is_wanted);
            open.extend(is_wanted.then_some(ix));
        }
        for unit in workspace.units() {
            let own = open.iter().copied().filter(|&ix| workspace.share(ix).unit == unit);
            prop_assert_eq!(open_shares(&workspace, unit, month), own.collect::<Vec<_>>());
        }
    }
}
