//! `register verify`: the office has checked what a unit says is done.

use anyhow::Result;

use crate::assess::{AsOf, assess};
use crate::commands::kinds::{Day, Free, Office, OutcomeWord};
use crate::commands::recording::{Said, WhichShare, Writing, given, newest_or, outcome};
use crate::commands::session::Session;
use crate::commands::{Outcome, names};
use crate::edit::quoted;
use crate::model::{Month, RecordKind};
use crate::text::recording::{Aside, Done};

command! {
    "verify" "核验": "登记核验（销号）：单位自报完成的，查过了", "Record a check of what a unit claims as done";
    pub(super) struct Arguments {
        share: WhichShare;
        on: Day = "--on", "核验日期，如 2022-07-20", "Date of the check, such as 2022-07-20";
        by: Office = "--by", "由哪个机关核验", "The office that made the check";
        outcome: OutcomeWord = "--outcome",
            "结果：通过（passed）、未通过（failed）", "The outcome: passed or failed";
        note: Option<Free> = "--note", "说明", "Remarks";
        writing: Writing;
    }
}

pub(super) fn run(arguments: &Arguments, session: &Session<'_>) -> Result<Outcome> {
    let (workspace, lang) = (&session.workspace, session.context.lang);
    let (item, unit) = arguments.share.picked(session)?;
    let on = names::day(&arguments.on, workspace, lang)?;
    let outcome = outcome(&arguments.outcome, lang)?;
    let (id, named) = (&workspace.item(item).id, workspace.unit(unit));
    let mut values = vec![
        ("item", quoted(id)),
        ("unit", quoted(&named.id)),
        ("date", on.to_string()),
        ("by", quoted(arguments.by.trim())),
        ("outcome", quoted(outcome.id())),
    ];
    values.extend(given("note", arguments.note.as_deref()));
    let month = Month::of(on);
    let effect = newest_or(month, session)?;
    let entry = session.added(month, RecordKind::Verifications, &values)?;
    entry.record(Done::Verified(id, &named.name, outcome), &arguments.writing, |outlook| {
        let assessment = assess(outlook.workspace, AsOf::close_of(effect));
        let mut own = outlook.workspace.shares_of(item);
        let own = own.find(|(_, share)| share.unit == unit);
        let counts = own.and_then(|(share, _)| assessment.of(share)).is_some_and(|assessed| assessed.check().is_some());
        Said {
            effect: Some(effect),
            asides: (!counts).then(|| Aside::NotClaimed(id.clone())).into_iter().collect(),
            ..Said::default()
        }
    })
}
