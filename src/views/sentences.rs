//! What is said of one share in running text, the same wherever it is said.

use super::remarks;
use super::results::Results;
use super::{row, things};
use crate::assess::{Needs, Reasoning, Relief, ShareAssessment, Verdict};
use crate::model::{Moment, Ratio, Schedule};
use crate::text::measure::{self, Measure};
use crate::text::{Lang, assume, indicator, phrases, terms};

/// The tier of the month before.
pub(super) fn tier_before<'a>(results: Results<'a>, assessed: &ShareAssessment) -> Option<&'a str> {
    let tier = assessed.tier_before;
    tier.map(|tier| results.tier_name(tier))
}

/// What has changed against the month before, and how often; only of a share with a tier.
pub(super) fn repetition(results: Results<'_>, assessed: &ShareAssessment, lang: Lang) -> Option<String> {
    assessed.verdict().tier?;
    let before = tier_before(results, assessed);
    let (consecutive, times) = (assessed.consecutive, assessed.times);
    Some(phrases::repetition(assessed.change, before, consecutive, times, lang))
}

/// Required, actual, gap and lag in one sentence.
pub(super) fn figures(results: Results<'_>, assessed: &ShareAssessment, lang: Lang) -> String {
    let item = results.item(assessed);
    let verdict = assessed.verdict();
    let measure = Measure::of(item);
    let actual =
        verdict.actual.map_or_else(|| phrases::never_reported(lang).to_owned(), |actual| measure.show(actual, lang));
    let gap = row::gap(item, verdict).map(|gap| measure.show_gap(gap, lang));
    let since = since(results.terms(assessed).schedule, verdict, lang);
    let since = since.as_deref();
    let lag = verdict.lag.map(|lag| phrases::months(lag, lang)).unwrap_or_default();
    match results.terms(assessed).schedule {
        Schedule::Recurring(_) => {
            let number = |number: Option<Ratio>| measure::decimal(number.unwrap_or(Ratio::ZERO));
            let (due, done) = (number(verdict.required), number(verdict.actual));
            if let Some(recurring) =
                results.terms(assessed).schedule.recurring().filter(|recurring| recurring.is_counted())
            {
                let open = remarks::in_part(results, assessed, verdict, lang);
                let (times, missed) = (recurring.times, verdict.flags.missed);
                return phrases::times_of(times, (&due, &done), missed, open.as_deref(), since, &lag, lang);
            }
            phrases::occurrences_of(&due, &done, verdict.flags.missed, since, &lag, lang)
        }
        Schedule::Indicator(_) => {
            phrases::reading_of(&row::target(item, verdict, lang), &actual, gap.as_deref(), since, &lag, lang)
        }
        Schedule::Curve(_) | Schedule::Stages(_) | Schedule::Standing { .. } | Schedule::Unscheduled => {
            let required = row::required(item, verdict).unwrap_or(Ratio::ZERO);
            let (required, gap) = (row::demanded(item, required, lang), gap.unwrap_or_default());
            if let Some(stage) = results.stage(assessed, verdict) {
                return phrases::stage_of(stage, &required, &actual, &gap, since, &lag, lang);
            }
            let figures = phrases::figures_of(&required, &actual, &gap, since, &lag, lang);
            match things::lacking(results, assessed, verdict, lang) {
                Some(lacking) => figures + lang.pick("", " ") + &lacking,
                None => figures,
            }
        }
    }
}

/// Since when it lags. On a linear curve a day inside a month is converted from a fraction, not written in the plan.
pub(super) fn since(schedule: &Schedule, verdict: &Verdict, lang: Lang) -> Option<String> {
    let since = verdict.since()?;
    let said = terms::moment(since, lang);
    let is_converted = match (verdict.reasoning, schedule.curve()) {
        (Reasoning::Curve { actual, .. }, Some(curve)) => curve.line_past(actual).is_some(),
        _ => false,
    };
    Some(match since {
        Moment::Day(_) if is_converted => phrases::converted(&said, lang),
        _ if verdict.counts_until.is_some() => phrases::counted_to(&said, &terms::moment(verdict.until(), lang), lang),
        _ => said,
    })
}

/// The entry that counts, with its place.
pub(super) fn evidence(results: Results<'_>, assessed: &ShareAssessment, lang: Lang) -> String {
    match results.evidence(assessed, assessed.verdict()) {
        None if assessed.verdict().is_unread_period() => indicator::nothing_read(false, lang),
        None => {
            let schedule = results.terms(assessed).schedule;
            // What was never counted or read is unknown, not zero.
            phrases::no_evidence(schedule.curve().is_some() || schedule.stages().is_some(), lang).to_owned()
        }
        Some(entry) if entry.assumed => assume::evidence(entry.month, lang),
        Some(entry) => {
            let report = results.workspace.report(entry.report);
            let is_late = report.is_late(&results.workspace.plan);
            phrases::evidence(entry.month, &results.at(entry.place), report.submitted, is_late, lang)
        }
    }
}

/// What comes next if nothing changes, and what avoids it.
pub(super) fn what_follows(results: Results<'_>, assessed: &ShareAssessment, lang: Lang) -> Vec<String> {
    let item = results.item(assessed);
    let verdict = assessed.verdict();
    let mut lines = Vec::new();
    let words = |needs: &Needs| measure::needs(needs, item, lang);
    let (outlook, relief) = (results.outlook(assessed), results.relief(assessed));
    let next_month = verdict.month.plus(1);
    if let Some(next) = &outlook {
        let tier = results.tier_name(next.tier);
        lines.push(match &next.needs {
            None => phrases::unavoidable(tier, next.month, lang),
            Some(needs) => {
                let is_relief = next.month == next_month && relief == Some(Relief::Reported(needs.clone()));
                let needs = (!is_relief).then(|| words(needs));
                phrases::outlook(tier, next.month, needs.as_deref(), lang)
            }
        });
    } else if verdict.tier.is_some() {
        let is_highest = results.workspace.plan.ladder.above(verdict.tier).is_none();
        lines.push(if is_highest { phrases::top_of_ladder(lang) } else { phrases::no_further(lang) }.to_owned());
    }
    lines.extend(relief.map(|relief| match relief {
        Relief::Reported(needs) => phrases::relief(next_month, &words(&needs), lang),
        Relief::Approved => phrases::relief_approved(next_month, lang),
    }));
    lines
}
