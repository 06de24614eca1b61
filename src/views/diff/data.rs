//! A comparison as data.

use serde::Serialize;

use super::sheet::of;
use super::{Compared, Diff, words};
use crate::compare::{Aspect, Edit, ShareOnSide, Shift, Subject, Value, Version};
use crate::model::{Lag, Reports};
use crate::text::Lang;
use crate::text::measure::{Measure, decimal};
use crate::views::causes::{causes_data, side_id};
use crate::views::page::FORMAT_VERSION;
use crate::views::{plain, row};

pub(super) fn data<'d>(diff: &'d Diff<'_>) -> impl Serialize + use<'d> {
    let plan = &diff.now().workspace.plan;
    let state = |version: Version| {
        let (kind, name, commit) = match &diff.states[version as usize] {
            Compared::Month(month) => ("month", Some(month.to_string()), None),
            Compared::Revision { typed, id, .. } => ("revision", Some(typed.clone()), Some(id)),
            Compared::Folder(path) => ("folder", Some(path.clone()), None),
            Compared::Files => ("files", None, None),
        };
        object! { kind: kind, name: name, commit: commit, as_of: diff.results(version).assessment.as_of.month }
    };
    let versions = [Version::Before, Version::After].into_iter();
    let left_out =
        versions.flat_map(|version| diff.sides[version as usize].left_out.iter().map(move |&file| (version, file)));
    object! {
        format_version: FORMAT_VERSION,
        plan: &plan.title,
        sample: plan.sample,
        before: state(Version::Before),
        after: state(Version::After),
        left_out: list!((version, file) in left_out => {
            let file = &diff.sides[version as usize].sources.file(file).path;
            let unit = diff.comparison.uncompared.iter().find(|(_, _, path)| path == file);
            side: side_id(version),
            file: file,
            unit: unit.map(|(_, unit, _)| &unit.id),
        }),
        edits: list!(edit in &diff.comparison.edits => edit_data(diff, edit)),
        verdicts: diff.comparison.shifts.iter().filter_map(|shift| shift_data(diff, shift)).collect::<Vec<_>>(),
    }
}

fn edit_data<'d>(diff: &'d Diff<'_>, edit: &'d Edit<'_>) -> impl Serialize + use<'d> {
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
    let place = edit.place.map(|(version, place)| diff.results(version).line(place));
    object! {
        of: kind,
        id: id,
        unit: unit.map(|unit| &unit.id),
        month: month,
        item: item.map(|item| &item.id),
        title: item.map(|item| &item.title),
        what: aspect_id(edit.aspect),
        before: edit.before.as_ref().map(value_data),
        after: edit.after.as_ref().map(value_data),
        file: place.map(|(file, _)| file),
        line: place.map(|(_, line)| line),
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
        Aspect::On => "on",
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
        Aspect::TrackUntil => "track-until",
        Aspect::ReportsFrom => "reports-from",
        Aspect::ReportsEvery => "reports-every",
        Aspect::Months => "months",
        Aspect::Clause => "clause",
        Aspect::Section => "section",
        Aspect::Source => "source",
        Aspect::Basis => "basis",
        Aspect::Lead => "lead",
        Aspect::Responsible => "responsible",
        Aspect::Judged => "judged",
        Aspect::Support => "support",
        Aspect::Duty(unit) => return format!("duty:{}", unit.id),
        Aspect::Disputed => "disputed",
        Aspect::After => "after",
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
        Value::Reading(reading, detail, item) => {
            let names = plain::names(*detail, item);
            if names.is_empty() { plain::told(*reading, *detail, item) } else { names.join(", ") }
        }
        Value::Entries { count, .. } => count.to_string(),
        Value::Draft => "draft".to_owned(),
        Value::Day(day) => day.to_string(),
        Value::Month(month) => month.to_string(),
        Value::Threshold(from) if from.is_exclusive => format!("more-than {}", from.months),
        Value::Threshold(from) => from.months.to_string(),
        Value::Flag(flag) => flag.to_string(),
        Value::Reports(Reports::WhileOpen) => "open".to_owned(),
        Value::Reports(reports) => (*reports == Reports::Always).to_string(),
        Value::Kind(kind) => kind.id().to_owned(),
        Value::Basis(basis) => basis.id().to_owned(),
        Value::Amount(figure, _) => figure.to_string(),
        Value::Level(percent, _) => decimal(*percent),
        other => words::value(Some(other), Lang::En),
    }
}

fn shift_data<'d>(diff: &'d Diff<'_>, shift: &'d Shift<'_>) -> Option<impl Serialize + use<'d>> {
    let on_side = shift.after.or(shift.before)?;
    let verdict = |version: Version, on_side: ShareOnSide<'d>| {
        let verdict = on_side.verdict();
        object! {
            as_of: verdict.month,
            bucket: verdict.bucket,
            required: row::required(on_side.item, verdict).map(|number| plain::required(on_side.item, verdict, number)),
            actual: verdict.actual.map(|actual| plain::number(Measure::of(on_side.item), actual)),
            lag: verdict.lag,
            lag_months: verdict.lag.map(Lag::truncated),
            tier: verdict.tier.map(|tier| diff.results(version).tier_id(tier)),
            presumed: verdict.presumed,
            withheld: verdict.withheld.map(|tier| diff.results(version).tier_id(tier)),
        }
    };
    let line = |(version, at)| diff.results(version).line(at);
    Some(object! {
        item: &on_side.item.id,
        title: &on_side.item.title,
        unit: &on_side.unit.id,
        unit_name: &on_side.unit.name,
        change: shift.change,
        before: shift.before.map(|on_side| verdict(Version::Before, on_side)),
        after: shift.after.map(|on_side| verdict(Version::After, on_side)),
        #[serde(flatten)] causes: causes_data(&shift.causes, &line),
    })
}
