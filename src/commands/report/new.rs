//! `report new`: a report with every open item, what is asked of it and what was said last; no figure is filled in.

use anyhow::{Result, anyhow};

use super::file::as_filed;
use crate::assess::{AsOf, assess};
use crate::commands::kinds::{MonthName, UnitName};
use crate::commands::recording::Writing;
use crate::commands::session::Session;
use crate::commands::writing::Original;
use crate::commands::{Exit, Outcome, names};
use crate::edit::{DraftFor, changes};
use crate::text::drafting::{self, Done};
use crate::views::Edited;

command! {
    "new" "新开":
        "新开一份月报：列出还没完成的事项、应完成多少、上月报了什么；数都空着",
        "Start a report: open items, what is required, what was last reported; no figures";
    pub(super) struct Arguments {
        month: MonthName = "bare -m --month", "哪个月的月报，如 2022-07、7月", "The month to report on, such as 2022-07 or 7";
        unit: UnitName = "bare -u --unit", "哪个单位的月报（标识或名称）", "The unit that reports, by id or name";
        all: bool = "--all", "已完成、不在时段内的事项也列出", "List complete items and those out of season as well";
        pub(super) writing: Writing;
    }
}

pub(super) fn run(arguments: &Arguments, session: &Session<'_>) -> Result<Outcome> {
    let (workspace, context) = (&session.workspace, session.context);
    let lang = context.lang;
    let unit = names::unit(&arguments.unit, workspace, lang)?;
    let month = names::month(Some(&arguments.month), None, workspace, lang)?;
    let path = session.report_path(unit, month);
    if session.sources.files.iter().any(|file| file.path == path) {
        return Err(anyhow!(drafting::is_there(&path, lang)));
    }
    let draft = DraftFor {
        sources: &session.sources,
        workspace,
        assessment: &assess(workspace, AsOf::close_of(month)),
        unit,
        all: arguments.all,
    };
    let text = draft.text(lang);
    session.preview(&path, &as_filed(&text)).hold(&path)?;
    if !arguments.writing.is_trial() {
        session.write(&Original::absent(&session.root, &path), &text)?;
    }
    let view = Edited {
        unit: workspace.unit(unit),
        month,
        path: &path,
        done: Done::Begun,
        is_written: !arguments.writing.is_trial(),
        is_draft: true,
        changes: changes("", &text),
        submitted: None,
        due: workspace.plan.due_day(unit, month),
        asks: Some(draft.shares().len()),
        unreported: None,
        closed: Vec::new(),
        effect: Ok(Vec::new()),
    };
    let mut outcome = arguments.writing.delivery.deliver(&view, context, Exit::Fine)?;
    if !session.set_aside.is_empty() {
        outcome.aside.push_str(&drafting::set_aside(session.set_aside.len(), lang));
        outcome.aside.push('\n');
    }
    Ok(outcome)
}
