//! One share as a row: the same facts as data for scripts and as cells for people.

use serde::Serialize;

use super::decisions::{self, ExemptionData, NoticeData};
use super::findings::Findings;
use super::formula::lag_sum;
use crate::assess::{Flags, ShareAssessment, Verdict};
use crate::document::{Cell, Role};
use crate::model::{Compare, Item, Lag, Moment, Outcome, Ratio, Schedule, Tier};
use crate::text::measure::{Measure, decimal, needs_data};
use crate::text::phrases::{self, Remark};
use crate::text::register;
use crate::text::{Lang, terms};

/// A share as JSON shows it. Keys are only ever added.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct RowData {
    task: u32,
    item: String,
    title: String,
    unit: String,
    unit_name: String,
    key: bool,
    bucket: &'static str,
    #[serde(flatten)]
    figures: FiguresData,
    lag: Option<String>,
    lag_months: Option<String>,
    tier: Option<String>,
    change: Option<&'static str>,
    presumed: bool,
    flags: Vec<String>,
    since: Option<String>,
    evidence: Option<EvidenceData>,
    consecutive: u32,
    times: u32,
    finish_delay: Option<String>,
    next: Option<NextData>,
    relief: Option<String>,
    exempt: Option<ExemptionData>,
    verified: Option<&'static str>,
    notices: Vec<NoticeData>,
}

/// What a verdict compares, as JSON shows it.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct FiguresData {
    measure: String,
    required: Option<String>,
    required_exact: Option<String>,
    actual: Option<String>,
    gap: Option<String>,
}

impl FiguresData {
    pub(super) fn of(item: &Item, verdict: &Verdict) -> Self {
        let measure = Measure::of(item);
        let required = verdict.required;
        Self {
            measure: measure.unit().to_owned(),
            required: required.map(|required| decimal(measure.required(required))),
            required_exact: required.map(|required| required.to_string()),
            actual: verdict.actual.map(decimal),
            gap: gap(item, verdict).map(decimal),
        }
    }
}

/// The entry that counts as JSON shows it.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct EvidenceData {
    month: String,
    /// None where it is only assumed.
    file: Option<String>,
    line: Option<usize>,
}

impl EvidenceData {
    pub(super) fn of(findings: Findings<'_>, assessed: &ShareAssessment, verdict: &Verdict) -> Option<Self> {
        findings.evidence(assessed, verdict).map(|entry| {
            let place = findings.entry_line(entry);
            Self {
                month: entry.month.to_string(),
                file: place.map(|(file, _)| file.to_owned()),
                line: place.map(|(_, line)| line),
            }
        })
    }
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct NextData {
    tier: String,
    month: String,
    needs: String,
}

/// A share as data.
pub(super) fn data(findings: Findings<'_>, assessed: &ShareAssessment) -> RowData {
    let item = findings.item(assessed);
    let verdict = assessed.verdict();
    let unit = findings.unit(assessed);
    RowData {
        task: findings.task(assessed).number,
        item: item.id.clone(),
        title: item.title.clone(),
        unit: unit.id.clone(),
        unit_name: unit.name.clone(),
        key: item.key,
        bucket: verdict.bucket.id(),
        figures: FiguresData::of(item, verdict),
        lag: verdict.lag.map(|lag| lag.to_string()),
        lag_months: verdict.lag.map(Lag::truncated),
        tier: verdict.tier.map(|tier| findings.tier_id(tier)),
        change: assessed.change.map(crate::assess::Change::id),
        presumed: verdict.presumed,
        flags: flag_ids(item, assessed),
        since: verdict.since().map(|since| since.to_string()),
        evidence: EvidenceData::of(findings, assessed, verdict),
        consecutive: assessed.consecutive,
        times: assessed.times,
        finish_delay: assessed.finish_delay.map(|delay| delay.to_string()),
        next: findings.outlook(assessed).map(|outlook| NextData {
            tier: findings.tier_id(outlook.tier),
            month: outlook.month.to_string(),
            needs: needs_data(outlook.needs, item),
        }),
        relief: findings.relief(assessed).map(|needs| needs_data(needs, item)),
        exempt: decisions::exemption_data(findings, verdict),
        verified: decisions::check_data(assessed),
        notices: decisions::notices_data(findings, assessed),
    }
}

/// How much is short, in the item's measure; zero where nothing is, none where nothing can be.
pub(super) fn gap(item: &Item, verdict: &Verdict) -> Option<Ratio> {
    let exact = verdict.required?;
    let required = Measure::of(item).required(exact);
    let short = match (&item.schedule, verdict.actual) {
        (Schedule::Indicator(_), None) => return None,
        (Schedule::Indicator(indicator), Some(actual)) => match indicator.compare {
            Compare::AtLeast | Compare::Above => required - actual,
            Compare::AtMost | Compare::Below => actual - required,
        },
        // Rounding up for display makes no shortfall where there is none.
        (_, Some(actual)) if actual >= exact => Ratio::ZERO,
        (_, actual) => required - actual.unwrap_or(Ratio::ZERO),
    };
    Some(short.max(Ratio::ZERO))
}

fn flag_ids(item: &Item, assessed: &ShareAssessment) -> Vec<String> {
    let verdict = assessed.verdict();
    let checked = assessed.check.map(|check| match check.outcome {
        Outcome::Passed => Remark::Verified,
        Outcome::Failed => Remark::CheckFailed,
    });
    remarks(&verdict.flags).into_iter().chain(checked).chain(decided(item, verdict)).map(flag_id).collect()
}

/// The flags of a verdict without what a check has found.
pub(super) fn verdict_flags(item: &Item, verdict: &Verdict) -> Vec<String> {
    let all = remarks(&verdict.flags).into_iter();
    all.chain(decided(item, verdict)).map(flag_id).collect()
}

fn flag_id(remark: Remark) -> String {
    match remark {
        Remark::Unreported(periods) => format!("unreported:{periods}"),
        Remark::Missed(times) => format!("missed:{times}"),
        Remark::Late | Remark::EvidenceLate => "late".to_owned(),
        Remark::Regressed => "regressed".to_owned(),
        Remark::DueUnmet | Remark::Relapsed => "due-unmet".to_owned(),
        Remark::Complete => "complete".to_owned(),
        Remark::OverTotal => "over-total".to_owned(),
        Remark::Problem => "problem".to_owned(),
        Remark::NotKey => "not-key".to_owned(),
        Remark::Presumed => "presumed".to_owned(),
        Remark::Exempt => "exempt".to_owned(),
        Remark::Verified => "verified".to_owned(),
        Remark::CheckFailed => "check-failed".to_owned(),
        Remark::Changed => "changed".to_owned(),
        Remark::Finding => "finding".to_owned(),
        Remark::Assumed => "assumed".to_owned(),
    }
}

/// Remarks on what people decided.
fn decided(item: &Item, verdict: &Verdict) -> impl Iterator<Item = Remark> + use<> {
    let exempt = verdict.exemption.map(|_| Remark::Exempt);
    let changed = verdict.revision.map(|_| Remark::Changed);
    let finding = item.finding.as_ref().map(|_| Remark::Finding);
    exempt.into_iter().chain(changed).chain(finding)
}

fn remarks(flags: &Flags) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let mut add = |applies: bool, remark: Remark| {
        if applies {
            remarks.push(remark);
        }
    };
    add(flags.assumed, Remark::Assumed);
    add(flags.unreported > 0, Remark::Unreported(flags.unreported));
    add(flags.late && flags.unreported == 0, Remark::Late);
    add(flags.late && flags.unreported > 0, Remark::EvidenceLate);
    add(flags.regressed, Remark::Regressed);
    add(flags.due_unmet, Remark::DueUnmet);
    add(flags.complete, Remark::Complete);
    add(flags.missed > 0, Remark::Missed(flags.missed));
    add(flags.over_total, Remark::OverTotal);
    add(flags.problem, Remark::Problem);
    remarks
}

/// The remarks on a verdict in words; presumed first, because it changes how the tier is to be read.
pub(super) fn remark_words(item: &Item, verdict: &Verdict, lang: Lang) -> Vec<String> {
    let mut all = Vec::new();
    if verdict.presumed {
        all.push(Remark::Presumed);
    }
    let is_relapse = item.schedule.indicator().is_some_and(|indicator| indicator.due.month() < verdict.month);
    all.extend(remarks(&verdict.flags).into_iter().map(|remark| match remark {
        Remark::DueUnmet if is_relapse => Remark::Relapsed,
        remark => remark,
    }));
    all.extend(decided(item, verdict));
    if !item.key && verdict.lag.is_some_and(|lag| lag.reaches(1)) {
        all.push(Remark::NotKey);
    }
    all.into_iter().map(|remark| phrases::remark(remark, lang)).collect()
}

/// The meaning of a tier by its position on the ladder.
pub(super) fn tier_role(findings: Findings<'_>, tier: Option<Tier>) -> Role {
    match tier {
        None => Role::Plain,
        Some(tier) if findings.workspace.plan.ladder.above(Some(tier)).is_none() => Role::Grave,
        Some(Tier(0)) => Role::Notice,
        Some(_) => Role::Serious,
    }
}

/// 应完成
pub(super) fn required_cell(item: &Item, verdict: &Verdict, lang: Lang) -> Cell {
    let measure = Measure::of(item);
    let shown = |required| {
        let required = measure.required(required);
        Cell::number(decimal(required), measure.show(required, lang))
    };
    verdict.required.map_or_else(Cell::empty, shown)
}

/// 实际
pub(super) fn actual_cell(item: &Item, verdict: &Verdict, lang: Lang) -> Cell {
    let measure = Measure::of(item);
    match verdict.actual {
        Some(actual) => Cell::number(decimal(actual), measure.show(actual, lang)),
        None if verdict.required.is_some() => Cell::with(Role::Muted, phrases::never_reported(lang)),
        None => Cell::empty(),
    }
}

/// 差
pub(super) fn gap_cell(item: &Item, verdict: &Verdict, lang: Lang) -> Cell {
    let measure = Measure::of(item);
    let shown = |gap: Ratio| match measure {
        // Points, not percent of anything: a bare number says nothing wrong.
        Measure::Percent | Measure::Reading("%") => Cell::bare(decimal(gap)),
        _ => Cell::number(decimal(gap), measure.show(gap, lang)),
    };
    gap(item, verdict).map_or_else(Cell::empty, shown)
}

/// 滞后月数, with the sum it comes from.
pub(super) fn computed_lag_cell(findings: Findings<'_>, assessed: &ShareAssessment, verdict: &Verdict) -> Cell {
    lag_cell(verdict).sum(lag_sum(findings, assessed, verdict))
}

/// A moment as a month or a day.
pub(super) fn moment_cell(moment: Moment) -> Cell {
    match moment {
        Moment::Close(month) => Cell::code(month.to_string()),
        Moment::Day(day) => Cell::day(day),
    }
}

/// 滞后月数
pub(super) fn lag_cell(verdict: &Verdict) -> Cell {
    let shown = |lag: Lag| Cell::bare(lag.truncated());
    verdict.lag.map_or_else(Cell::empty, shown)
}

/// 档次, or the state where there is none.
pub(super) fn tier_cell(findings: Findings<'_>, verdict: &Verdict, lang: Lang) -> Cell {
    match verdict.tier {
        None if verdict.withheld.is_some() => Cell::with(Role::Muted, register::exempt_word(lang)),
        Some(tier) => Cell::with(tier_role(findings, Some(tier)), findings.tier_name(tier)),
        None => Cell::with(Role::Plain, terms::bucket(verdict.bucket, lang)),
    }
}
