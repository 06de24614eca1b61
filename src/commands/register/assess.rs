//! `register assess`: the result of a unit's year, as the people who assessed it entered it.

use anyhow::Result;

use crate::commands::kinds::{Day, Document, Free, Office, OutcomeWord, UnitName, Year};
use crate::commands::recording::{Said, Writing, given, outcome};
use crate::commands::session::Session;
use crate::commands::{Outcome, names};
use crate::edit::quoted;
use crate::model::{Month, RecordKind};
use crate::text::recording::Done;

command! {
    "assess" "考核": "登记一个单位的年度考核结果", "Record the result of a unit's annual assessment";
    pub(super) struct Arguments {
        unit: UnitName = "bare -u --unit", "哪个单位（标识或名称）", "The unit assessed, by id or name";
        year: Year = "-y --year", "哪一年，如 2022", "The year, such as 2022";
        outcome: OutcomeWord = "--outcome",
            "结果：通过（passed）、未通过（failed）", "The result: passed or failed";
        by: Office = "--by", "由哪个机关考核", "The office that made the assessment";
        on: Day = "--on", "认定日期，如 2023-01-20", "Date of the result, such as 2023-01-20";
        reference: Option<Document> = "--reference", "公布结果的文件", "The document with the result";
        note: Option<Free> = "--note", "说明", "Remarks";
        writing: Writing;
    }
}

pub(super) fn run(arguments: &Arguments, session: &Session<'_>) -> Result<Outcome> {
    let (workspace, lang) = (&session.workspace, session.context.lang);
    let unit = workspace.unit(names::unit(&arguments.unit, workspace, lang)?);
    let outcome = outcome(&arguments.outcome, lang)?;
    let on = names::day(&arguments.on, workspace, lang)?;
    let mut values = vec![
        ("year", arguments.year.0.to_string()),
        ("unit", quoted(&unit.id)),
        ("date", on.to_string()),
        ("by", quoted(arguments.by.trim())),
        ("outcome", quoted(outcome.id())),
    ];
    values.extend(given("reference", arguments.reference.as_deref()));
    values.extend(given("note", arguments.note.as_deref()));
    let entry = session.added(Month::of(on), RecordKind::Assessments, &values)?;
    let done = Done::Assessed(&unit.name, i32::from(arguments.year.0), outcome);
    entry.record(done, &arguments.writing, |_| Said::default())
}
