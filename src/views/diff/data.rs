//! A comparison as data.

use serde::Serialize;

use super::sheet::of;
use super::{Compared, Diff, words};
use crate::compare::{Aspect, Cause, CauseKind, Edit, Filed, Shift, Standing, Subject, Value, Version, Works};
use crate::model::{Basis, Lag, Reading, UnitKind};
use crate::text::Lang;
use crate::text::measure::decimal;
use crate::views::page::FORMAT_VERSION;

/// A comparison as JSON shows it.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct DiffData {
    format_version: u32,
    plan: String,
    sample: bool,
    before: StateData,
    after: StateData,
    left_out: Vec<LeftOutData>,
    edits: Vec<EditData>,
    verdicts: Vec<ShiftData>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct StateData {
    kind: &'static str,
    name: Option<String>,
    commit: Option<String>,
    as_of: String,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct LeftOutData {
    side: &'static str,
    file: String,
    unit: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct EditData {
    of: &'static str,
    id: Option<String>,
    unit: Option<String>,
    month: Option<String>,
    item: Option<String>,
    title: Option<String>,
    what: String,
    before: Option<String>,
    after: Option<String>,
    file: Option<String>,
    line: Option<usize>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct ShiftData {
    item: String,
    title: String,
    unit: String,
    unit_name: String,
    change: Option<&'static str>,
    before: Option<VerdictData>,
    after: Option<VerdictData>,
    causes: Vec<CauseData>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct VerdictData {
    as_of: String,
    bucket: &'static str,
    required: Option<String>,
    actual: Option<String>,
    lag: Option<String>,
    lag_months: Option<String>,
    tier: Option<String>,
    presumed: bool,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(in crate::views) struct CauseData {
    cause: &'static str,
    works: &'static str,
    file: Option<String>,
    line: Option<usize>,
    side: Option<&'static str>,
}

pub(super) fn data(diff: &Diff<'_>) -> DiffData {
    let plan = &diff.now().workspace.plan;
    let [before, after] = [Version::Before, Version::After].map(|version| {
        let state = &diff.states[version as usize];
        let (kind, name, commit) = match state {
            Compared::Month(month) => ("month", Some(month.to_string()), None),
            Compared::Revision { typed, id, .. } => ("revision", Some(typed.clone()), Some(id.clone())),
            Compared::Folder(path) => ("folder", Some(path.clone()), None),
            Compared::Files => ("files", None, None),
        };
        StateData { kind, name, commit, as_of: diff.findings(version).assessment.as_of.month.to_string() }
    });
    let left_out = |version: Version| {
        let side = diff.sides[version as usize];
        side.left_out.iter().map(move |&file| {
            let file = side.sources.file(file).path.clone();
            let known = diff.comparison.uncompared.iter();
            let unit = known.clone().find(|(_, _, path)| *path == file);
            LeftOutData { side: side_id(version), unit: unit.map(|(_, unit, _)| unit.id.clone()), file }
        })
    };
    DiffData {
        format_version: FORMAT_VERSION,
        plan: plan.title.clone(),
        sample: plan.sample,
        before,
        after,
        left_out: left_out(Version::Before).chain(left_out(Version::After)).collect(),
        edits: diff.comparison.edits.iter().map(|edit| edit_data(diff, edit)).collect(),
        verdicts: diff.comparison.shifts.iter().filter_map(|shift| shift_data(diff, shift)).collect(),
    }
}

fn side_id(version: Version) -> &'static str {
    match version {
        Version::Before => "before",
        Version::After => "after",
    }
}

fn edit_data(diff: &Diff<'_>, edit: &Edit<'_>) -> EditData {
    let (unit, month, item) = of(&edit.subject);
    let (kind, id) = match edit.subject {
        Subject::Report { .. } => ("report", None),
        Subject::Entry { .. } => ("entry", None),
        Subject::Plan => ("plan", None),
        Subject::Unit(unit) => ("unit", Some(unit.id.clone())),
        Subject::Tier(rung) => ("tier", Some(rung.id.clone())),
        Subject::Task(task) => ("task", Some(task.number.to_string())),
        Subject::Item(item) => ("item", Some(item.id.clone())),
    };
    let place = edit.place.map(|(version, place)| {
        let (file, line) = diff.findings(version).line(place);
        (file.to_owned(), line)
    });
    EditData {
        of: kind,
        id,
        unit: unit.map(|unit| unit.id.clone()),
        month: month.map(|month| month.to_string()),
        item: item.map(|item| item.id.clone()),
        title: item.map(|item| item.title.clone()),
        what: aspect_id(edit.aspect),
        before: edit.before.as_ref().map(value_data),
        after: edit.after.as_ref().map(value_data),
        line: place.as_ref().map(|(_, line)| *line),
        file: place.map(|(file, _)| file),
    }
}

fn aspect_id(aspect: Aspect<'_>) -> String {
    let id = match aspect {
        Aspect::Whole => "whole",
        Aspect::Filing => "filing",
        Aspect::Submitted => "submitted",
        Aspect::Reporter => "reporter",
        Aspect::Approver => "approver",
        Aspect::Reading => "reading",
        Aspect::Note => "note",
        Aspect::Problem => "problem",
        Aspect::Next => "next",
        Aspect::Attachments => "attachments",
        Aspect::Title => "title",
        Aspect::Start => "start",
        Aspect::End => "end",
        Aspect::ReportDay => "report-day",
        Aspect::ReportDayOf(month) => return format!("report-day:{month}"),
        Aspect::Sample => "sample",
        Aspect::Name => "name",
        Aspect::FullName => "full-name",
        Aspect::Kind => "kind",
        Aspect::Reports => "reports",
        Aspect::Months => "months",
        Aspect::Clause => "clause",
        Aspect::Section => "section",
        Aspect::Source => "source",
        Aspect::Basis => "basis",
        Aspect::Lead => "lead",
        Aspect::Support => "support",
        Aspect::Key => "key",
        Aspect::Quantity => "quantity",
        Aspect::Portion(unit) => return format!("share:{}", unit.id),
        Aspect::Milestone(by) => return format!("milestone:{by}"),
        Aspect::Schedule => "schedule",
    };
    id.to_owned()
}

/// A value as data: digits, ids and dates; names and schedules as they are written in English.
fn value_data(value: &Value<'_>) -> String {
    match value {
        Value::Reading(reading, _) => match reading {
            Reading::Percent(figure) | Reading::Done(figure) | Reading::Value(figure) => figure.to_string(),
            Reading::Occurrence { due, done: true } => due.to_string(),
            Reading::Occurrence { due, done: false } => format!("{due}: not done"),
            Reading::State(state) => state.id().to_owned(),
        },
        Value::Entries(count) => count.to_string(),
        Value::Draft => "draft".to_owned(),
        Value::Day(day) => day.to_string(),
        Value::Month(month) => month.to_string(),
        Value::Months(months) => months.to_string(),
        Value::Flag(flag) => flag.to_string(),
        Value::Kind(kind) => id_of(&UnitKind::ALL, *kind).to_owned(),
        Value::Basis(basis) => id_of(&Basis::ALL, *basis).to_owned(),
        Value::Amount(figure, _) => figure.to_string(),
        Value::Level(percent, _) => decimal(*percent),
        other => words::value(Some(other), Lang::En),
    }
}

fn id_of<T: PartialEq + Copy>(all: &[(T, &'static str)], wanted: T) -> &'static str {
    let found = all.iter().find(|(known, _)| *known == wanted);
    found.map_or("", |(_, id)| id)
}

fn shift_data(diff: &Diff<'_>, shift: &Shift<'_>) -> Option<ShiftData> {
    let standing = shift.after.or(shift.before)?;
    let verdict = |version: Version, standing: Standing<'_>| {
        let verdict = standing.verdict();
        let findings = diff.findings(version);
        VerdictData {
            as_of: verdict.month.to_string(),
            bucket: verdict.bucket.id(),
            required: verdict.required.map(decimal),
            actual: verdict.actual.map(decimal),
            lag: verdict.lag.map(|lag| lag.to_string()),
            lag_months: verdict.lag.map(Lag::truncated),
            tier: verdict.tier.map(|tier| findings.tier_id(tier)),
            presumed: verdict.presumed,
        }
    };
    let causes = shift.causes.iter().map(|cause| {
        let line = |(version, place)| {
            let (file, line) = diff.findings(version).line(place);
            (version, file.to_owned(), line)
        };
        cause_data(cause, cause.place.map(line))
    });
    Some(ShiftData {
        item: standing.item.id.clone(),
        title: standing.item.title.clone(),
        unit: standing.unit.id.clone(),
        unit_name: standing.unit.name.clone(),
        change: shift.change.map(crate::assess::Change::id),
        before: shift.before.map(|standing| verdict(Version::Before, standing)),
        after: shift.after.map(|standing| verdict(Version::After, standing)),
        causes: causes.collect(),
    })
}

/// One reason as data.
pub(in crate::views) fn cause_data(cause: &Cause, place: Option<(Version, String, usize)>) -> CauseData {
    CauseData {
        cause: match cause.kind {
            CauseKind::Report => "report",
            CauseKind::Filing { filed: Filed::Said, .. } => "filed",
            CauseKind::Filing { .. } => "unreported",
            CauseKind::Time => "time",
            CauseKind::Schedule => "schedule",
            CauseKind::Key => "key",
            CauseKind::Ladder => "ladder",
            CauseKind::NewShare { is_item: true } => "new-item",
            CauseKind::NewShare { is_item: false } => "new-lead",
            CauseKind::GoneShare { is_item: true } => "item-gone",
            CauseKind::GoneShare { is_item: false } => "lead-gone",
        },
        works: match cause.works {
            Works::Along => "along",
            Works::Against => "against",
        },
        side: place.as_ref().map(|(version, _, _)| side_id(*version)),
        line: place.as_ref().map(|(_, _, line)| *line),
        file: place.map(|(_, file, _)| file),
    }
}
