//! `register find`: an inspection has found something; it becomes an item with a deadline of its own.

use anyhow::{Result, anyhow};

use crate::commands::kinds::{Day, Deadline, FindingId, Free, Office, TaskName, Title, UnitName};
use crate::commands::recording::{Said, Writing, given, list, moment, newest_or};
use crate::commands::session::Session;
use crate::commands::{Outcome, names};
use crate::edit::quoted;
use crate::model::{Month, RecordKind, TaskIx, UnitIx, Workspace};
use crate::text::recording::{self as words, Done};

command! {
    "find" "督查":
        "登记督查发现的问题，成为一个有自己时限的事项",
        "Record what an inspection found, as an item with its own deadline";
    usage
        "<编号|--task 任务号> --title <名称> --lead <单位> --due <时限> --on <日期> --by <机关>",
        "<ID|--task TASK> --title <TITLE> --lead <UNIT> --due <MONTH|DAY> --on <DAY> --by <OFFICE>";
    examples "register find --task 2 --title {\"雨水口淤堵\"|\"blocked gullies\"} --lead {区住建局|housing} --due 2022-09 --on 2022-07-06 --by {区督查室|\"the inspectors\"}";
    pub(super) struct Arguments {
        id: Option<FindingId> = "bare",
            "督查事项的编号，如 2.d1：任务号、点、d、序号", "Its id, such as 2.d1: the task, a point, d and a number";
        task: Option<TaskName> = "--task",
            "属于哪个任务；编号取下一个空号", "The task it belongs to; the next free id is taken"
            with |arg| arg.conflicts_with("id");
        title: Title = "--title", "问题的名称", "What was found, as a title";
        lead: Vec<UnitName> = "--lead", "责任单位（标识或名称；可重复）", "Lead unit, by id or name (repeatable)"
            with |arg| arg.required(true);
        support: Vec<UnitName> = "--support",
            "配合单位（标识或名称；可重复）", "Supporting unit, by id or name (repeatable)";
        due: Deadline = "--due",
            "时限：月份（到月末）或日期，如 2022-09、2022-09-15",
            "Deadline: a month (its close) or a day, such as 2022-09 or 2022-09-15";
        on: Day = "--on", "督查日期，如 2022-07-06", "Date of the finding, such as 2022-07-06";
        by: Office = "--by", "由哪个机关督查", "The office that made the inspection";
        source: Option<Free> = "--source", "出自哪个文件或哪一条", "The document or clause it comes from";
        note: Option<Free> = "--note", "说明", "Remarks";
        writing: Writing;
    }
}

pub(super) fn run(arguments: &Arguments, session: &Session<'_>) -> Result<Outcome> {
    let (workspace, lang) = (&session.workspace, session.context.lang);
    let id = match (&arguments.id, &arguments.task) {
        (Some(id), _) => id.trim().to_owned(),
        (None, Some(task)) => next_id(names::task(task, workspace, lang)?, workspace),
        (None, None) => return Err(anyhow!(words::id_or_task(lang))),
    };
    let leads = names::units(&arguments.lead, workspace, lang)?;
    let support = names::units(&arguments.support, workspace, lang)?;
    let due = moment(&arguments.due, workspace, lang)?;
    let on = names::day(&arguments.on, workspace, lang)?;
    let ids = |units: &[UnitIx]| {
        let ids = units.iter().map(|&unit| workspace.unit(unit).id.clone());
        list(&ids.collect::<Vec<_>>())
    };
    let mut values = vec![
        ("id", quoted(&id)),
        ("title", quoted(arguments.title.trim())),
        ("date", on.to_string()),
        ("by", quoted(arguments.by.trim())),
        ("lead", ids(&leads)),
        ("due", due),
    ];
    values.extend(given("source", arguments.source.as_deref()));
    values.extend(given("note", arguments.note.as_deref()));
    if !support.is_empty() {
        values.push(("support", ids(&support)));
    }
    let month = Month::of(on);
    let effect = newest_or(month, session)?;
    let entry = session.added(month, RecordKind::Findings, &values)?;
    let names = leads.iter().map(|&unit| workspace.unit(unit).name.clone());
    let done = Done::Found(&id, &names.collect::<Vec<_>>());
    entry.record(done, &arguments.writing, |_| Said { effect: Some(effect), ..Said::default() })
}

/// The id behind the last finding of a task.
fn next_id(task: TaskIx, workspace: &Workspace) -> String {
    let own = |id: &str| -> Option<u32> {
        let (_, own) = id.split_once('.')?;
        own.strip_prefix('d')?.parse().ok()
    };
    let items = workspace.items.iter().filter(|item| item.task == task);
    let last = items.filter_map(|item| own(&item.id)).max().unwrap_or(0);
    let number = workspace.tasks[task.0].number;
    format!("{number}.d{}", last.saturating_add(1))
}
