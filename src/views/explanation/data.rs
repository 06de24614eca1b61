//! The derivation of a verdict as data: the row, the milestones, the entries, the history.

use serde::Serialize;

use super::super::findings::Findings;
use super::super::row::{self, RowData};
use super::derivation::Derivation;
use crate::assess::{ShareAssessment, Verdict, change_between};
use crate::model::Entry;
use crate::text::Lang;
use crate::text::measure::{Measure, decimal, reading_data};

/// A share and how its verdict came about, as JSON shows it.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ShareData {
    #[serde(flatten)]
    row: RowData,
    source: String,
    basis: Option<&'static str>,
    note: String,
    formula: Option<String>,
    milestones: Vec<MilestoneData>,
    entries: Vec<EntryData>,
    history: Vec<HistoryData>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct MilestoneData {
    by: String,
    percent: String,
    percent_exact: String,
    file: String,
    line: usize,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct EntryData {
    month: String,
    reading: String,
    submitted: Option<String>,
    late: bool,
    note: String,
    /// None where it is only assumed.
    file: Option<String>,
    line: Option<usize>,
    assumed: bool,
    counts: bool,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct HistoryData {
    month: String,
    bucket: &'static str,
    required: Option<String>,
    actual: Option<String>,
    lag: Option<String>,
    lag_months: Option<String>,
    tier: Option<String>,
    change: Option<&'static str>,
}

pub(super) fn share_data(findings: Findings<'_>, assessed: &ShareAssessment) -> ShareData {
    let derivation = Derivation { findings, assessed, lang: Lang::Zh };
    let item = findings.item(assessed);
    let measure = Measure::of(item);
    let milestone = |point: &crate::model::Point| {
        let (file, line) = findings.line(point.place);
        MilestoneData {
            by: point.by.to_string(),
            percent: decimal(point.level.ceil_to(100)),
            percent_exact: point.level.to_string(),
            file: file.to_owned(),
            line,
        }
    };
    let counting = assessed.verdict().evidence;
    let entry = |(position, entry): (usize, &Entry)| {
        let place = findings.entry_line(entry);
        let report = findings.workspace.report(entry.report);
        EntryData {
            month: entry.month.to_string(),
            reading: reading_data(entry.reading),
            submitted: report.submitted.filter(|_| !entry.assumed).map(|day| day.to_string()),
            late: report.is_late(&findings.workspace.plan),
            note: entry.remarks.note().to_owned(),
            file: place.map(|(file, _)| file.to_owned()),
            line: place.map(|(_, line)| line),
            assumed: entry.assumed,
            counts: counting == Some(position),
        }
    };
    let mut before = None;
    let history = |verdict: &Verdict| {
        let change = change_between(before, verdict.tier);
        before = verdict.tier;
        HistoryData {
            month: verdict.month.to_string(),
            bucket: verdict.bucket.id(),
            required: verdict.required.map(|required| decimal(measure.required(required))),
            actual: verdict.actual.map(decimal),
            lag: verdict.lag.map(|lag| lag.to_string()),
            lag_months: verdict.lag.map(crate::model::Lag::truncated),
            tier: verdict.tier.map(|tier| findings.tier_id(tier)),
            change: change.map(crate::assess::Change::id),
        }
    };
    ShareData {
        row: row::data(findings, assessed),
        source: item.source.clone(),
        basis: item.basis.and_then(|basis| {
            crate::model::Basis::ALL.iter().find(|(known, _)| *known == basis).map(|(_, word)| *word)
        }),
        note: item.note.clone(),
        formula: derivation.formula().map(|formula| formula.written),
        milestones: assessed
            .verdict()
            .schedule(item)
            .curve()
            .map_or_else(Vec::new, |curve| curve.points().iter().map(milestone).collect()),
        entries: findings.share(assessed).entries.iter().enumerate().map(entry).collect(),
        history: assessed.history().iter().map(history).collect(),
    }
}
