//! `close` and `reopen`: a month is sealed, or opened again for a reason.

use anyhow::{Result, anyhow};

use super::kinds::{Day, MonthName, Office, Reason};
use super::recording::{Value, Writing, list};
use super::session::Session;
use super::{Context, Exit, Outcome, names};
use crate::assess::{AsOf, assess};
use crate::closing::{self, Record};
use crate::edit::quoted;
use crate::model::RecordKind;
use crate::text::closing as words;
use crate::views::{Closed, Results};

command! {
    "close" "结账":
        "结账：把一个月的结论封存，以后的改动看得见", "Close a month: seal its verdicts, so that later changes can be seen";
    examples
        "close {6月|2022-06} --on {7月8日|2022-07-08}
         close {6月|2022-06} --on {7月8日|2022-07-08} -n    {只看会写下什么|only show what it would write}";
    pub(crate) struct Arguments {
        month: MonthName = "bare -m --month", "哪个月", "The month";
        on: Day = "--on", "日期，如 2022-07-08", "The date of the closing, such as 2022-07-08";
        by: Option<Office> = "--by",
            "由哪个机关结账（默认：plan.toml 的 [office] 里的 name）",
            "The office that closes it (default: name in [office] of plan.toml)";
        writing: Writing;
    }
}

command! {
    "reopen" "重开": "重新打开已结账的月份，写明理由", "Open a closed month again, giving the reason";
    examples "reopen {6月|2022-06} --on {7月20日|2022-07-20} --because {更正5月月报|\"report of May corrected\"}";
    pub(crate) struct ReopenArguments {
        month: MonthName = "bare -m --month", "哪个月", "The month";
        on: Day = "--on", "日期，如 2022-07-08", "The date of the opening, such as 2022-07-08";
        because: Reason = "--because (--reason)", "为什么重新打开", "The reason for opening it again";
        writing: Writing;
    }
}

pub(crate) fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    // A format that cannot be is said before anything is written.
    arguments.writing.delivery.format(context.lang)?;
    close(arguments, &Session::open(context)?)
}

fn close(arguments: &Arguments, session: &Session<'_>) -> Result<Outcome> {
    let lang = session.context.lang;
    let workspace = &session.workspace;
    let month = names::month(Some(&arguments.month), None, workspace, lang)?;
    let date = names::day(&arguments.on, workspace, lang)?;
    if let Some(closing) = closing::in_force(workspace, month) {
        return Err(anyhow!(words::closed_already(month, closing.date, lang)));
    }
    if let Some(later) = closing::closed_after(workspace, month) {
        return Err(anyhow!(words::later_closed(later, lang)));
    }
    let reopened = closing::latest(workspace, month).and_then(|before| before.reopened.as_ref());
    let first =
        reopened.map_or(workspace.plan.decided_from(month), |dated| dated.on.max(workspace.plan.decided_from(month)));
    if date < first {
        return Err(anyhow!(words::too_early(first, lang)));
    }
    let by = arguments.by.as_deref().unwrap_or(&workspace.plan.office.name).trim();
    if by.is_empty() {
        return Err(anyhow!(words::no_office(lang)));
    }
    let assessment = assess(workspace, AsOf::close_of(month));
    let record = closing::record(&session.sources, workspace, &assessment, date, by);
    let seal = record.seal();
    let entry = session.added(month, RecordKind::Closings, &values(&record, &seal))?;
    entry.write(&arguments.writing)?;
    let results = Results { sources: &session.sources, workspace, assessment: &assessment };
    let missing = assessment.filing.missing.iter();
    let view = Closed {
        is_reopened: false,
        record: &record,
        seal: &seal,
        previous: closing::before(workspace, month).map(|closing| closing.month),
        path: entry.path(),
        is_written: !arguments.writing.is_trial(),
        missing: missing.map(|&unit| workspace.unit(unit).name.clone()).collect(),
        unissued: results.unissued().count(),
    };
    arguments.writing.delivery.deliver(&view, session.context, Exit::Fine)
}

pub(crate) fn reopen(arguments: &ReopenArguments, context: &Context) -> Result<Outcome> {
    // A format that cannot be is said before anything is written.
    arguments.writing.delivery.format(context.lang)?;
    open_again(arguments, &Session::open(context)?)
}

fn open_again(arguments: &ReopenArguments, session: &Session<'_>) -> Result<Outcome> {
    let lang = session.context.lang;
    let workspace = &session.workspace;
    let month = names::month(Some(&arguments.month), None, workspace, lang)?;
    let date = names::day(&arguments.on, workspace, lang)?;
    let closing = closing::in_force(workspace, month).ok_or_else(|| anyhow!(words::not_closed(month, lang)))?;
    if let Some(later) = closing::closed_after(workspace, month) {
        return Err(anyhow!(words::later_closed(later, lang)));
    }
    if date < closing.date {
        return Err(anyhow!(words::too_early(closing.date, lang)));
    }
    let because = arguments.because.trim();
    if because.is_empty() {
        return Err(anyhow!(words::no_reason(lang)));
    }
    let values = [("reopened", date.to_string()), ("reopened-because", quoted(because))];
    let entry = session.set(month, RecordKind::Closings, closing.place, &values)?;
    entry.write(&arguments.writing)?;
    let assessment = assess(workspace, AsOf::close_of(month));
    let view = Closed {
        is_reopened: true,
        record: &closing::record(&session.sources, workspace, &assessment, date, &closing.by),
        seal: &closing.seal,
        previous: None,
        path: entry.path(),
        is_written: !arguments.writing.is_trial(),
        missing: Vec::new(),
        unissued: 0,
    };
    arguments.writing.delivery.deliver(&view, session.context, Exit::Fine)
}

/// A closing as it is written.
fn values(record: &Record, seal: &str) -> Vec<Value> {
    let mut values = vec![
        ("date", record.date.to_string()),
        ("by", quoted(&record.by)),
        ("previous", quoted(&record.previous)),
        ("seal", quoted(seal)),
        ("files", list(&record.files)),
        ("verdicts", list(&record.verdicts)),
    ];
    if !record.notices.is_empty() {
        values.push(("notices", list(&record.notices)));
    }
    values
}
