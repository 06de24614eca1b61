//! `close` and `reopen`: a month is sealed, or opened again for a reason.

use anyhow::{Result, anyhow};
use chrono::NaiveDate;
use clap::Args;

use super::options::Delivery;
use super::{Context, Exit, Outcome, names, open, root, writing};
use crate::assess::{AsOf, Assessment, assess};
use crate::closing::{self, Record};
use crate::disk::{self, Expected};
use crate::edit::{self, ItemOrder, Kind, quoted};
use crate::load::register_path;
use crate::model::{Month, RecordKind, Workspace};
use crate::text::cli as words;
use crate::text::closing::{Done, Refusal, refused};
use crate::views::Closed;

/// The arguments of `close`.
#[derive(Clone, Debug, Args)]
pub struct Arguments {
    #[arg(id = "closed-month")]
    month: String,
    #[arg(long = "on", id = "closed-on")]
    on: String,
    #[arg(long = "by", id = "closed-by")]
    by: Option<String>,
    #[arg(short = 'n', long = "dry-run", id = "dry-run")]
    dry_run: bool,
    #[command(flatten)]
    delivery: Delivery,
}

/// The arguments of `reopen`.
#[derive(Clone, Debug, Args)]
pub struct ReopenArguments {
    #[arg(id = "closed-month")]
    month: String,
    #[arg(long = "on", id = "closed-on")]
    on: String,
    #[arg(long = "because", id = "reopened-because")]
    because: String,
    #[arg(short = 'n', long = "dry-run", id = "dry-run")]
    dry_run: bool,
    #[command(flatten)]
    delivery: Delivery,
}

/// Closes a month.
///
/// # Errors
/// A month that is closed already or lies before a closed one, a day that is too early, nobody who closes it; a file that
/// cannot be written.
pub fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let lang = context.lang;
    let opened = match open(context)? {
        Ok(opened) => opened,
        Err(refused) => return Ok(refused),
    };
    let workspace = &opened.workspace;
    let month = names::month(Some(&arguments.month), None, workspace, lang)?;
    let date = names::day(&arguments.on, lang)?;
    let refuse = |why| anyhow!(refused(why, month, lang));
    if let Some(closing) = closing::in_force(workspace, month) {
        return Err(refuse(Refusal::Closed(closing.date)));
    }
    if let Some(later) = closing::closed_after(workspace, month) {
        return Err(refuse(Refusal::LaterClosed(later)));
    }
    let reopened = closing::latest(workspace, month).and_then(|before| before.reopened.as_ref());
    let first = reopened.map_or(month.first_day(), |dated| dated.on);
    if date < first {
        return Err(refuse(Refusal::TooEarly(first)));
    }
    let office = &workspace.plan.office.name;
    let by = arguments.by.as_ref().unwrap_or(office).trim();
    if by.is_empty() {
        return Err(refuse(Refusal::NoOffice));
    }
    let assessment = assess(workspace, AsOf::close_of(month));
    let record = closing::record(&opened.sources, workspace, &assessment, date, by);
    let seal = record.seal();
    let path = register_path(month, RecordKind::Closings);
    let old = fetch(&path, context)?;
    let head = || {
        let schema = edit::schema_line(&opened.sources, "closings");
        let schema = schema.map_or_else(String::new, |line| format!("{line}\n"));
        format!("{schema}month = \"{month}\"\n")
    };
    let text = old.as_ref().map_or_else(head, |(_, text)| text.clone());
    let text = format!("{}\n\n{}", text.trim_end(), block(&record, &seal));
    if !arguments.dry_run {
        write(&path, old.as_ref(), &text, context)?;
    }
    let missing = assessment.filing.missing.iter();
    let view = Closed {
        done: Done::Closed,
        record: &record,
        seal: &seal,
        previous: closing::before(workspace, month).map(|closing| closing.month),
        path: &path,
        is_written: !arguments.dry_run,
        missing: missing
            .map(|&unit| workspace.unit(unit).name.clone())
            .collect(),
        unissued: unissued(workspace, &assessment),
    };
    arguments.delivery.deliver(&view, context, Exit::Fine)
}

/// Opens a closed month again.
///
/// # Errors
/// A month that is not closed or lies before a closed one, a day that is too early, no reason; a file that cannot be
/// written.
pub fn reopen(arguments: &ReopenArguments, context: &Context) -> Result<Outcome> {
    let lang = context.lang;
    let opened = match open(context)? {
        Ok(opened) => opened,
        Err(refused) => return Ok(refused),
    };
    let workspace = &opened.workspace;
    let month = names::month(Some(&arguments.month), None, workspace, lang)?;
    let date = names::day(&arguments.on, lang)?;
    let refuse = |why| anyhow!(refused(why, month, lang));
    let closing = closing::in_force(workspace, month);
    let closing = closing.ok_or_else(|| refuse(Refusal::NotClosed))?;
    if let Some(later) = closing::closed_after(workspace, month) {
        return Err(refuse(Refusal::LaterClosed(later)));
    }
    if date < closing.date {
        return Err(refuse(Refusal::TooEarly(closing.date)));
    }
    let because = arguments.because.trim();
    if because.is_empty() {
        return Err(refuse(Refusal::NoReason));
    }
    let path = register_path(month, RecordKind::Closings);
    let old = fetch(&path, context)?;
    let (_, before) = old.as_ref().expect("what was read a moment ago is there");
    let text = opened_again(before, date, because);
    if !arguments.dry_run {
        write(&path, old.as_ref(), &text, context)?;
    }
    let assessment = assess(workspace, AsOf::close_of(month));
    let view = Closed {
        done: Done::Reopened,
        record: &closing::record(&opened.sources, workspace, &assessment, date, &closing.by),
        seal: &closing.seal,
        previous: None,
        path: &path,
        is_written: !arguments.dry_run,
        missing: Vec::new(),
        unissued: 0,
    };
    arguments.delivery.deliver(&view, context, Exit::Fine)
}

/// Shares with a tier that no notice of the month names.
fn unissued(workspace: &Workspace, assessment: &Assessment) -> usize {
    let month: Month = assessment.as_of.month;
    let notices = || workspace.register.notices.iter();
    let proposed = assessment.shares.iter().filter(|assessed| {
        assessed.verdict().tier.is_some()
            && !notices()
                .any(|notice| notice.month == month && notice.shares.contains(&assessed.share))
    });
    proposed.count()
}

/// The bytes and the text of a file of the workspace, if it is there.
fn fetch(path: &str, context: &Context) -> Result<Option<(Vec<u8>, String)>> {
    let bytes = disk::fetch(&root(context)?, path)
        .map_err(|error| anyhow!(words::cannot_read(path, &error, context.lang)))?;
    Ok(bytes.map(|bytes| {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        (bytes, text)
    }))
}

/// Writes a file of closings as `fmt` lays it out, over what was read.
fn write(path: &str, old: Option<&(Vec<u8>, String)>, text: &str, context: &Context) -> Result<()> {
    let kind = Kind::Register(RecordKind::Closings);
    let text = edit::format(text, kind, &ItemOrder::default())
        .expect("a closing is written as TOML and means the same laid out");
    let expected = old.map_or(Expected::Absent, |(bytes, _)| Expected::Unchanged(bytes));
    writing::put(
        &root(context)?,
        path,
        expected,
        text.as_bytes(),
        context.lang,
    )
}

fn block(record: &Record, seal: &str) -> String {
    let list = |name: &str, lines: &[String]| {
        let lines: Vec<String> = lines.iter().map(|line| quoted(line)).collect();
        format!("{name} = [{}]\n", lines.join(", "))
    };
    let mut text = format!(
        "[[closings]]\ndate = {}\nby = {}\nprevious = {}\nseal = {}\n",
        record.date,
        quoted(&record.by),
        quoted(&record.previous),
        quoted(seal)
    );
    text.push_str(&list("files", &record.files));
    text.push_str(&list("verdicts", &record.verdicts));
    if !record.notices.is_empty() {
        text.push_str(&list("notices", &record.notices));
    }
    text
}

/// The text with the last closing opened again. The day and the reason stand below the heading; `fmt` moves them to
/// where they belong.
fn opened_again(text: &str, date: NaiveDate, because: &str) -> String {
    const HEADING: &str = "[[closings]]";
    let heading = text
        .rfind(HEADING)
        .map_or(text.len(), |at| at + HEADING.len());
    let (before, after) = text.split_at(heading);
    format!(
        "{before}\nreopened = {date}\nreopened-because = {}{after}",
        quoted(because)
    )
}
