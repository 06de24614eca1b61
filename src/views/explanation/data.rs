//! The derivation of a verdict as data: the row, the milestones, the entries, the history.

use serde::Serialize;

use super::super::decisions::revision_data;
use super::super::plain;
use super::super::results::Results;
use super::super::{row, things};
use super::derivation::Derivation;
use crate::assess::{ShareAssessment, change_since};
use crate::model::{Basis, Curve, Lag};
use crate::text::Lang;
use crate::text::measure::{Measure, decimal};

/// A share and how its verdict came about, as JSON shows it.
pub(super) fn share_data<'a>(results: Results<'a>, assessed: &'a ShareAssessment) -> impl Serialize + Send + use<'a> {
    let derivation = Derivation { results, assessed, lang: Lang::Zh };
    let (workspace, of) = (results.workspace, results.share(assessed).item);
    let item = workspace.item(of);
    let counting = assessed.verdict().evidence;
    let points = results.terms(assessed).schedule.curve().map_or(&[][..], Curve::points);
    let history = assessed.history();
    let before = [None].into_iter().chain(history.iter().map(Some));
    object! {
        #[serde(flatten)] row: row::data(results, assessed),
        source: &item.source,
        basis: item.basis.map(Basis::id),
        note: &item.note,
        lead: list!(unit in workspace.heads_of(of) => &workspace.unit(unit).id),
        responsible: list!(&unit in &item.responsible => &workspace.unit(unit).id),
        responsible_judged: item.judges_responsible,
        support: list!(support in &item.support => {
            unit: &workspace.unit(support.unit).id,
            duty: &support.duty,
        }),
        plan_change: revision_data(results, assessed),
        formula: derivation.formula().map(|formula| formula.written),
        milestones: list!(point in points => {
            by: point.by,
            percent: decimal(Measure::Percent.compared(point.level, None).0),
            percent_exact: point.level,
            #[serde(flatten)] place: results.place(point.place),
        }),
        entries: list!((position, entry) in results.share(assessed).entries.iter().enumerate() => {
            let place = results.entry_line(entry);
            let report = results.workspace.report(entry.report);
            month: entry.month,
            reading: plain::entry(entry, results.share(assessed), item),
            #[serde(flatten)] names: things::named(results, assessed, entry),
            submitted: report.submitted.filter(|_| !entry.assumed),
            late: report.is_late(&results.workspace.plan),
            note: entry.remarks.note(),
            // None where it is only assumed.
            file: place.map(|(file, _)| file),
            line: place.map(|(_, line)| line),
            assumed: entry.assumed,
            counts: counting == Some(position),
        }),
        history: list!((before, verdict) in before.zip(history) => {
            month: verdict.month,
            bucket: verdict.bucket,
            required: row::required(item, verdict).map(|number| plain::required(item, verdict, number)),
            actual: verdict.actual.map(|actual| plain::number(Measure::of(item), actual)),
            lag: verdict.lag,
            lag_months: verdict.lag.map(Lag::truncated),
            tier: verdict.tier.map(|tier| results.tier_id(tier)),
            change: change_since(before, verdict),
        }),
    }
}
