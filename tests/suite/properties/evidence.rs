//! Which reports count, and what silence does.

use chrono::{Datelike, Days, NaiveDate};
use proptest::prelude::*;
use shangdang::assess::{self, AsOf, FaultyReports, Filed as FiledAs, Filing, Filings, Reasoning, ShareAssessment};
use shangdang::model::{Month, Reading, Report, Reports, Schedule, UnitIx};
use shangdang::source::FileId;

use super::{
    Gist, LENGTH, any_as_of, any_close, any_duty, any_percent, any_setting, nth, percent_duty, reading, sketch, start,
    with_reports_up_to,
};
use crate::support::{Duty, Filed, Lead, REPORT_DAY, Setting, config};

fn assess(setting: &Setting, month: Month) -> Vec<ShareAssessment> {
    assess::assess(&setting.workspace(), AsOf::close_of(month)).shares
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_newest_figure_counts_and_not_the_best(
        sketch in sketch(true), newest in any_percent(), as_of in 0..LENGTH,
    ) {
        let gist = |reports: Vec<(i32, u32)>| {
            let sketch = super::Sketch { reports, ..sketch.clone() };
            Gist::of(sketch.setting(start()).first_share(nth(as_of)).verdict())
        };
        let earlier: Vec<_> = sketch.reports.iter().copied().filter(|report| report.0 < as_of).collect();
        let mut all = earlier.clone();
        all.push((as_of, newest));
        let mut with_history = gist(all);
        let fell = earlier.last().is_some_and(|report| newest < report.1);
        prop_assert_eq!(with_history.flags.regressed, fell);
        with_history.flags.regressed = false;
        prop_assert_eq!(with_history, gist(vec![(as_of, newest)]));
    }

    #[test]
    fn reports_for_later_months_are_ignored(setting in any_setting(), as_of in any_as_of()) {
        let earlier = with_reports_up_to(&setting, as_of);
        prop_assert_eq!(assess(&setting, as_of), assess(&earlier, as_of));
    }

    #[test]
    fn another_unit_changes_nothing(
        duty in any_duty(), other in any_duty(), lead in any_duty(), as_of in any_as_of(),
    ) {
        let alone = Duty { leads: duty.leads[..1].to_vec(), ..duty.clone() };
        let mut joint = alone.clone();
        joint.leads.extend(with_amount_of(&alone, lead.leads));
        let assess = |duties| assess(&Setting::new(start(), nth(LENGTH - 1), duties), as_of);
        let alone = assess(vec![alone]).swap_remove(0);
        prop_assert_eq!(&assess(vec![duty])[0], &alone);
        prop_assert_eq!(&assess(vec![joint, other])[0], &alone);
    }

    #[test]
    fn order_and_names_change_nothing(setting in any_setting(), as_of in any_as_of()) {
        let mut other = Setting { prefix: "某", ..setting.clone() };
        for lead in other.duties.iter_mut().flat_map(|duty| &mut duty.leads) {
            lead.filed.reverse();
        }
        let assess = |setting: &Setting| assess::assess(&setting.workspace(), AsOf::close_of(as_of));
        prop_assert_eq!(assess(&setting), assess(&other));
    }

    /// A report without a day of filing counts as filed on the report day.
    #[test]
    fn known_by_a_day_is_as_if_later_reports_did_not_exist(
        setting in any_setting(), as_of in any_as_of(), day in 0..700_u64,
    ) {
        let day = start().first_day() + Days::new(day);
        let known = AsOf { month: as_of, known_by: Some(day) };
        let mut earlier = setting.clone();
        for lead in earlier.duties.iter_mut().flat_map(|duty| &mut duty.leads) {
            lead.filed.retain(|filed| filed.submitted.unwrap_or(report_day(filed.month)) <= day);
        }
        let known = assess::assess(&setting.workspace(), known);
        let earlier = assess::assess(&earlier.workspace(), AsOf::close_of(as_of));
        prop_assert_eq!(known.filing, earlier.filing);
        for (known, earlier) in known.shares.iter().zip(&earlier.shares) {
            let gists = |share: &ShareAssessment| -> Vec<Gist> { share.history().iter().map(Gist::of).collect() };
            prop_assert_eq!(gists(known), gists(earlier));
            prop_assert_eq!(&known.outlook, &earlier.outlook);
            prop_assert_eq!(&known.relief, &earlier.relief);
        }
    }

    /// Silence is as if the last figure were repeated: neither shorter nor longer, but counted and presumed.
    #[test]
    fn silence_neither_pays_nor_costs(sketch in sketch(true), as_of in 0..LENGTH) {
        let mut said = sketch.clone();
        said.reports.retain(|report| report.0 <= as_of);
        let last = said.reports.last().copied();
        let mut repeated = said.clone();
        let (from, figure) = last.map_or((0, 0), |(month, figure)| (month + 1, figure));
        repeated.reports.extend((from..=as_of).map(|month| (month, figure)));

        let verdict = |sketch: &super::Sketch| {
            sketch.setting(start()).first_share(nth(as_of)).verdict().clone()
        };
        let (silent, spoken) = (verdict(&said), verdict(&repeated));
        prop_assert_eq!(silent.lag, spoken.lag);
        prop_assert_eq!(silent.tier, spoken.tier);
        prop_assert_eq!(silent.bucket, spoken.bucket);
        let months = if silent.flags.complete { 0 } else { as_of + 1 - from };
        prop_assert_eq!(silent.flags.unreported, months.cast_unsigned());
        prop_assert_eq!(silent.presumed, silent.tier.is_some() && months > 0);
        prop_assert_eq!((spoken.flags.unreported, spoken.presumed), (0, false));
        prop_assert_eq!(silent.evidence.is_none(), last.is_none());
    }

    #[test]
    fn a_report_after_its_day_is_late_and_still_counts(
        sketch in sketch(true), days in 0..60_u64, percent in any_percent(), as_of in 0..LENGTH,
    ) {
        let gist = |submitted| {
            let mut setting = sketch.setting(start());
            let filed = &mut setting.duties[0].leads[0].filed;
            filed.retain(|filed| filed.month < nth(as_of));
            filed.push(Filed { submitted, ..Filed::new(nth(as_of), reading(percent)) });
            Gist::of(setting.first_share(nth(as_of)).verdict())
        };
        let day = nth(as_of).first_day() + Days::new(days);
        let mut dated = gist(Some(day));
        prop_assert_eq!(dated.flags.late, day > report_day(nth(as_of)));
        dated.flags.late = false;
        prop_assert_eq!(dated, gist(None));
    }

    /// The newest entry decides, or the one that has done the latest occurrence; late is said of its report.
    #[test]
    fn the_entry_that_counts_is_named(setting in any_setting(), as_of in any_as_of()) {
        let workspace = setting.workspace();
        for assessed in assess(&setting, as_of) {
            let share = workspace.share(assessed.share);
            let verdict = assessed.verdict();
            let entry = verdict.evidence.map(|position| &share.entries[position]);
            if let Schedule::Recurring(recurring) = &workspace.item(share.item).schedule
                && let Reasoning::Recurring { latest_done: Some(latest), .. } = verdict.reasoning
            {
                let due = recurring.occurrences()[latest].due;
                let reading = Reading::Occurrence { due, done: true };
                prop_assert_eq!(entry.map(|entry| entry.reading), Some(reading));
            } else {
                let newest = share.entries.iter().rposition(|entry| entry.month <= as_of);
                prop_assert_eq!(verdict.evidence, newest);
            }
            let late = entry.is_some_and(|entry| {
                let report = workspace.report(entry.report);
                report.submitted.is_some_and(|day| day > report_day(report.month))
            });
            prop_assert_eq!(verdict.flags.late, late);
        }
    }

    #[test]
    fn every_unit_has_filed_or_is_missing(setting in any_setting(), as_of in any_close()) {
        let filing = Filing::of(&setting.workspace(), AsOf::close_of(as_of));
        let leads: Vec<&Lead> = setting.duties.iter().flat_map(|duty| &duty.leads).collect();
        let report = |unit: UnitIx| leads[unit.0].filed.iter().find(|filed| filed.month == as_of);
        let units = || (0..leads.len()).map(UnitIx);
        prop_assert_eq!(filing.expected, units().collect::<Vec<_>>());
        prop_assert_eq!(
            filing.received,
            units().filter(|&unit| report(unit).is_some()).collect::<Vec<_>>()
        );
        prop_assert_eq!(
            filing.missing,
            units().filter(|&unit| report(unit).is_none()).collect::<Vec<_>>()
        );
        let late = units().filter_map(|unit| Some((unit, report(unit)?.submitted?)));
        let late = late.filter(|&(_, day)| day > report_day(as_of));
        prop_assert_eq!(filing.late, late.collect::<Vec<_>>());
    }

    /// A draft has not been submitted, what has errors is not known, and of whom nothing is expected nothing is missing or
    /// late.
    #[test]
    fn what_is_not_filed_is_told_apart(
        setting in any_setting(),
        as_of in any_close(),
        known_by in proptest::option::of(any_as_of()),
        (has_draft, has_faulty, reports) in any::<(bool, bool, bool)>(),
    ) {
        let mut workspace = setting.workspace();
        let unit = UnitIx(0);
        workspace.plan.units[0].reports = if reports { Reports::Always } else { Reports::Never };
        // Whose other drafts and faulty files there are makes no difference.
        let other = UnitIx(workspace.plan.units.len());
        let mut faulty = FaultyReports::from([(other, as_of), (unit, as_of.plus(1))]);
        for (of, month) in [(other, as_of), (unit, as_of.plus(-1))] {
            workspace.drafts.push(draft(of, month));
        }
        if has_draft {
            workspace.drafts.push(draft(unit, as_of));
        }
        if has_faulty {
            faulty.insert((unit, as_of));
        }
        let at = AsOf { month: as_of, known_by: known_by.map(report_day) };
        let mut own = setting.duties[0].leads[0].filed.iter();
        let own = own.find(|filed| filed.month == as_of);
        let day = own.map(|filed| filed.submitted.unwrap_or(report_day(as_of)));
        let day = day.filter(|&day| at.knows(day));
        let wanted = match (day, has_draft, has_faulty, reports) {
            (Some(_), _, _, false) => FiledAs::Unasked,
            (Some(day), ..) if day > report_day(as_of) => FiledAs::Late(day),
            (Some(_), ..) => FiledAs::InTime,
            (None, true, _, true) => FiledAs::Draft,
            (None, _, true, _) => FiledAs::Faulty,
            (None, _, false, true) => FiledAs::Missing,
            (None, _, false, false) => FiledAs::NotExpected,
        };
        let found = FiledAs::of(&workspace, unit, at, &faulty);
        prop_assert_eq!(found, wanted);
        let is_expected = !matches!(wanted, FiledAs::NotExpected | FiledAs::Unasked);
        prop_assert_eq!(found.is_expected(), is_expected);
        prop_assert_eq!(found.is_received(), day.is_some());
        prop_assert_eq!(found.is_owed(), day.is_none() && is_expected);
        prop_assert_eq!(found.is_missing(), matches!(wanted, FiledAs::Missing | FiledAs::Draft));
    }

    /// The matrix says of each month what is said of that month alone; that a file has errors is said only where no
    /// report counts.
    #[test]
    fn filing_over_months_is_filing_of_each_month(
        setting in any_setting(), as_of in any_close(), known_by in proptest::option::of(any_as_of()),
    ) {
        let workspace = setting.workspace();
        let as_of = AsOf { month: as_of, known_by: known_by.map(report_day) };
        let units = || (0..workspace.plan.units.len()).map(UnitIx);
        let filings = Filings::of(&workspace, as_of, &FaultyReports::new());
        let all: FaultyReports =
            units().flat_map(|unit| filings.months.iter().map(move |&month| (unit, month))).collect();
        let with_errors = Filings::of(&workspace, as_of, &all);
        for (at, &month) in filings.months.iter().enumerate() {
            let filing = Filing::of(&workspace, AsOf { month, ..as_of });
            for unit in units() {
                let filed = filings.filed[unit.0][at];
                prop_assert_eq!(filed.is_received(), filing.received.contains(&unit));
                prop_assert_eq!(filed.is_missing(), filing.missing.contains(&unit));
                let is_late = filing.late.iter().any(|&(late, _)| late == unit);
                prop_assert_eq!(matches!(filed, FiledAs::Late(_)), is_late);
                let expected = if filed == FiledAs::Missing { FiledAs::Faulty } else { filed };
                prop_assert_eq!(with_errors.filed[unit.0][at], expected);
            }
        }
        prop_assert_eq!(filings.months.last(), Some(&as_of.month));
    }

    #[test]
    fn a_withdrawn_completion_brings_the_lag_back(
        (schedule, _) in percent_duty(), withdrawn in 0..10_000_u32, as_of in 2..LENGTH,
    ) {
        let share = |reports: &[(i32, u32)]| {
            let filed = reports.iter().map(|&(month, percent)| Filed::new(nth(month), reading(percent)));
            let duty = Duty::new(schedule.clone(), None, filed.collect());
            Setting::new(start(), nth(LENGTH), vec![duty]).first_share(nth(as_of))
        };
        let back = share(&[(as_of - 2, 10_000), (as_of, withdrawn)]);
        let never = share(&[(as_of, withdrawn)]);
        prop_assert_eq!(back.verdict().lag, never.verdict().lag);
        prop_assert_eq!(back.verdict().tier, never.verdict().tier);
        prop_assert!(back.verdict().flags.regressed);
        prop_assert_eq!(back.finish_delay(), None);
    }
}

/// Leads of another duty, with the amounts of this one.
fn with_amount_of(duty: &Duty, leads: Vec<Lead>) -> impl Iterator<Item = Lead> {
    let amount = duty.leads[0].amount;
    leads.into_iter().map(move |lead| Lead { amount, ..lead })
}

fn draft(unit: UnitIx, month: Month) -> Report {
    Report { month, unit, submitted: None, reporter: String::new(), approver: String::new(), file: FileId(0) }
}

fn report_day(month: Month) -> NaiveDate {
    let first = month.first_day();
    first.with_day(REPORT_DAY).expect("every month has that day")
}
