//! The year-end lists as data.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::assess::{ShareYear, UnitYear, Verdict, YearEnds};
use crate::model::{Lag, Month, Outcome};
use crate::text::annual::Part;

use super::{AnnualLists, part_of};
use crate::views::decisions::{self, ExemptionData, NoticeData};
use crate::views::page::HeadData;
use crate::views::row::{self, EvidenceData, FiguresData};

/// The year-end lists as JSON shows them. Keys are only ever added.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct AnnualData {
    #[serde(flatten)]
    head: HeadData,
    year: i32,
    close: String,
    preview: bool,
    reported: Vec<String>,
    missing: Option<Vec<String>>,
    accountability_rule: Option<String>,
    counts: BTreeMap<&'static str, usize>,
    binding_indicators: usize,
    lists: ListsData,
    rows: Vec<RowData>,
    units: Vec<UnitData>,
}

/// How many are on each list of the plan.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct ListsData {
    key_work: usize,
    binding_indicators: usize,
    assessments: usize,
}

/// A share; what a preview cannot know, such as a lag, is null in it.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(clippy::struct_excessive_bools, reason = "what a share is called is independent of the rest")]
struct RowData {
    task: u32,
    item: String,
    title: String,
    unit: String,
    unit_name: String,
    key: bool,
    binding: bool,
    finding: bool,
    year_end: &'static str,
    list: Option<&'static str>,
    #[serde(flatten)]
    figures: FiguresData,
    since: Option<String>,
    lag: Option<String>,
    lag_months: Option<String>,
    worst_tier: Option<String>,
    worst_tier_in: Option<String>,
    months_by_tier: BTreeMap<String, usize>,
    presumed_months: usize,
    skipped: Vec<String>,
    open: Vec<String>,
    finished: Option<String>,
    finish_delay: Option<String>,
    evidence: Option<EvidenceData>,
    exempt: Option<ExemptionData>,
    was_exempt: bool,
    verified: Option<CheckData>,
    notices: Vec<NoticeData>,
    flags: Vec<String>,
}

/// The last check of what is claimed to be done.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct CheckData {
    outcome: &'static str,
    date: String,
    by: String,
    file: String,
    line: usize,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct UnitData {
    unit: String,
    unit_name: String,
    kind: &'static str,
    compared: bool,
    counts: BTreeMap<&'static str, usize>,
    worst_tier: Option<String>,
    share_months_by_tier: BTreeMap<String, usize>,
    notices_by_tier: BTreeMap<String, usize>,
    notices_withdrawn: usize,
    skipped: usize,
    late_reports: usize,
    missing_reports: usize,
    was_exempt: usize,
    finish_delays: Vec<DelayData>,
    longest_finish_delay: Option<String>,
    assessment: Option<ResultData>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct DelayData {
    item: String,
    delay: String,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct ResultData {
    outcome: &'static str,
    date: String,
    by: String,
    reference: String,
    note: String,
    file: String,
    line: usize,
}

fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Passed => "passed",
        Outcome::Failed => "failed",
    }
}

fn months(months: &[Month]) -> Vec<String> {
    months.iter().map(Month::to_string).collect()
}

fn counts(ends: YearEnds) -> BTreeMap<&'static str, usize> {
    ends.iter().map(|(end, count)| (end.id(), count)).collect()
}

impl AnnualData {
    pub(super) fn of(lists: &AnnualLists<'_>) -> Self {
        let annual = lists.annual;
        let plan = &lists.findings.workspace.plan;
        let rule = &plan.accountability_rule;
        let failed = lists.results().filter(|result| result.outcome == Outcome::Failed);
        Self {
            head: HeadData::of(plan, lists.shown_as_of()),
            year: annual.year,
            close: annual.close.to_string(),
            preview: !annual.is_over,
            reported: months(&annual.reported),
            missing: annual.is_over.then(|| {
                let missing = lists.missing().into_iter();
                let id = |unit| lists.findings.workspace.unit(unit).id.clone();
                missing.map(id).collect()
            }),
            accountability_rule: Some(rule.clone()).filter(|rule| !rule.is_empty()),
            counts: counts(YearEnds::of(lists.shares())),
            binding_indicators: lists.shares().iter().filter(|year| year.is_binding).count(),
            lists: ListsData {
                key_work: lists.on(Part::KeyWork).len(),
                binding_indicators: lists.on(Part::Binding).len(),
                assessments: failed.count(),
            },
            rows: lists.shares().into_iter().map(|year| lists.row(year)).collect(),
            units: lists.units().map(|year| lists.unit(year)).collect(),
        }
    }
}

impl AnnualLists<'_> {
    fn by_tier(&self, counts: &[usize]) -> BTreeMap<String, usize> {
        let rungs = self.findings.workspace.plan.ladder.rungs().iter();
        let rungs = rungs.map(|rung| rung.id.clone());
        rungs.zip(counts.iter().copied()).collect()
    }

    fn row(&self, year: &ShareYear) -> RowData {
        let findings = self.findings;
        let assessed = self.assessed(year);
        let item = findings.item(assessed);
        let verdict = assessed.verdict();
        let unit = findings.unit(assessed);
        let rungs = findings.workspace.plan.ladder.rungs().len();
        let is_over = self.annual.is_over;
        let lag = verdict.lag.filter(|_| is_over);
        let worst = year.worst();
        let known = Verdict { withheld: verdict.withheld.filter(|_| is_over), ..verdict.clone() };
        RowData {
            task: findings.task(assessed).number,
            item: item.id.clone(),
            title: item.title.clone(),
            unit: unit.id.clone(),
            unit_name: unit.name.clone(),
            key: year.is_key,
            binding: year.is_binding,
            finding: item.finding.is_some(),
            year_end: year.end.id(),
            list: match part_of(year) {
                Some(Part::KeyWork) => Some("key-work"),
                Some(Part::Binding) => Some("binding-indicators"),
                _ => None,
            },
            figures: FiguresData::of(item, verdict),
            since: verdict.since().filter(|_| is_over).map(|since| since.to_string()),
            lag: lag.map(|lag| lag.to_string()),
            lag_months: lag.map(Lag::truncated),
            worst_tier: worst.map(|(tier, _)| findings.tier_id(tier)),
            worst_tier_in: worst.map(|(_, month)| month.to_string()),
            months_by_tier: self.by_tier(&year.months_by_tier(rungs)),
            presumed_months: year.presumed,
            skipped: months(&year.undone.skipped),
            open: months(&year.undone.open),
            finished: year.finished.map(|month| month.to_string()),
            finish_delay: year.finish_delay.map(|delay| delay.to_string()),
            evidence: EvidenceData::of(findings, assessed, verdict),
            exempt: decisions::exemption_data(findings, &known),
            was_exempt: year.was_exempt,
            verified: self.check(year),
            notices: decisions::notices_data(findings, assessed),
            flags: self.now(assessed).map_or_else(Vec::new, |now| row::verdict_flags(item, now)),
        }
    }

    fn check(&self, year: &ShareYear) -> Option<CheckData> {
        let check = year.check?;
        let recorded = &self.findings.workspace.register.verifications[check.position];
        let (file, line) = self.findings.line(recorded.place);
        Some(CheckData {
            outcome: outcome(recorded.outcome),
            date: recorded.date.to_string(),
            by: recorded.by.clone(),
            file: file.to_owned(),
            line,
        })
    }

    fn unit(&self, year: &UnitYear) -> UnitData {
        let findings = self.findings;
        let workspace = findings.workspace;
        let unit = workspace.unit(year.unit);
        let delay = |&(share, delay): &(_, Lag)| DelayData {
            item: workspace.item(workspace.share(share).item).id.clone(),
            delay: delay.to_string(),
        };
        UnitData {
            unit: unit.id.clone(),
            unit_name: unit.name.clone(),
            kind: unit.kind.id(),
            compared: year.ends.judged() > 0,
            counts: counts(year.ends),
            worst_tier: year.worst.map(|tier| findings.tier_id(tier)),
            share_months_by_tier: self.by_tier(&year.months_by_tier),
            notices_by_tier: self.by_tier(&year.notices),
            notices_withdrawn: year.withdrawn,
            skipped: year.skipped,
            late_reports: year.late,
            missing_reports: year.missing,
            was_exempt: year.exempt,
            finish_delays: year.delays.iter().map(delay).collect(),
            longest_finish_delay: year.longest_delay().map(|delay| delay.to_string()),
            assessment: year.assessment.map(|position| {
                let result = &workspace.register.assessments[position];
                let (file, line) = findings.line(result.place);
                ResultData {
                    outcome: outcome(result.outcome),
                    date: result.date.to_string(),
                    by: result.by.clone(),
                    reference: result.reference.clone(),
                    note: result.note.clone(),
                    file: file.to_owned(),
                    line,
                }
            }),
        }
    }
}
