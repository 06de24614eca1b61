//! Holds a report that was received against the workspace it is to join: the same checks as for any file, and each fault
//! sent back to the cell it came from. Then what it would change.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::fault::{Fault, Refusal};
use crate::edit::{Kind, Line, ReportText, compose, is_draft, lines, schema_line, set_root};
use crate::load::{load, load_sound, report_path};
use crate::model::{Entry, Report, ReportIx, Workspace};
use crate::problem::{Diagnostic, Problem};
use crate::source::{Content, Sources};
use crate::text::drafting::sample;
use crate::text::forms::{Column, Label};
use crate::text::measure;
use crate::text::{Lang, forms as words};

use super::form::Form;
use super::layout::cell_name;
use super::received::{CellFault, ReceivedReport, Remark};

/// What became of a report.
#[derive(Clone, Debug)]
pub struct Reconciled {
    /// Its path in the workspace.
    pub path: String,
    /// Its text.
    pub text: String,
    /// Against what is filed already.
    pub against_filed: AgainstFiled,
}

/// A report against what is filed already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AgainstFiled {
    /// Nothing is filed yet, or an empty draft.
    New,
    /// The same is filed.
    Unchanged,
    /// Something else is filed.
    Differs {
        /// What it would change.
        differences: Vec<Difference>,
        /// Comments in the file would be lost.
        has_comments: bool,
        /// What is there is a draft.
        is_draft: bool,
    },
}

/// What would change in a report that is filed already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The item with its title; none for the report itself.
    pub item: Option<(String, String)>,
    /// What of it.
    pub what: &'static str,
    /// As it is filed; empty where nothing is.
    pub old: String,
    /// As it came; empty where nothing did.
    pub new: String,
}

/// Holds reports against the workspace they are to join, all at once: what one unit says changes nothing for another, so
/// that one look at the files serves all of them. Two reports of one unit have to be held one after the other. And the
/// workspace with all that are not blank, as far as they hold.
pub fn reconcile_all(
    received: &mut [&mut ReceivedReport],
    sources: &Sources,
    workspace: &Workspace,
    lang: Lang,
) -> (Vec<Result<Option<Reconciled>, Refusal>>, Option<Workspace>) {
    let mut joined = sources.clone();
    let mut prepared = Vec::new();
    for received in received.iter_mut() {
        let path = report_path(received.month, &received.report.unit);
        let filed = Filed::find(&path, received, sources, workspace);
        if let Some(filed) = &filed {
            filed.inherit(&mut received.report);
        }
        received.report.remarks = match &filed {
            Some(filed) if !filed.is_draft => filed.head(),
            _ => head(sources, workspace),
        };
        let text = compose(&received.report);
        let is_blank = is_blank(received, workspace, lang);
        if !is_blank {
            joined.replace(&path, Content::Text(text.clone()));
        }
        prepared.push((path, text, filed, is_blank));
    }
    let after = load_sound(&joined).loaded;
    // The problems of each file, so that a folder full of tables is not a search for each of them.
    let mut problems: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
    for found in &after.problems {
        let file = &joined.file(found.place.file).path;
        problems.entry(file).or_default().push(found);
    }
    let pairs = received.iter_mut().zip(prepared);
    let reconciled = pairs
        .map(|(received, (path, text, filed, is_blank))| {
            if is_blank {
                let is_form = received.sent_form.is_some();
                return Err(Refusal::Blank { is_form });
            }
            gather(received, &path, &problems, &joined)?;
            let (true, Some(now)) = (received.faults.is_empty(), &after.workspace) else {
                return Ok(None);
            };
            if received.report.submitted.is_none() {
                received.remarks.push(Remark::NoDay);
            }
            let against_filed = match &filed {
                None => AgainstFiled::New,
                Some(filed) if filed.is_draft && filed.is_empty() => AgainstFiled::New,
                Some(filed) => filed.against(received, now, &text, lang),
            };
            Ok(Some(Reconciled { path, text, against_filed }))
        })
        .collect();
    (reconciled, after.workspace)
}

/// Holds one report against the workspace. What is wrong with its cells is added to its faults; then nothing is returned.
///
/// # Errors
/// Why it is refused as a whole.
pub fn reconcile(
    received: &mut ReceivedReport,
    sources: &Sources,
    workspace: &Workspace,
    lang: Lang,
) -> Result<Option<Reconciled>, Refusal> {
    let (mut reconciled, _) = reconcile_all(&mut [received], sources, workspace, lang);
    reconciled.remove(0)
}

/// Whether nobody has filled it in: silence is no report. A form that was only signed says that there is nothing to say;
/// a table of the unit's own in which nothing was recognised says so only where nothing is asked.
fn is_blank(received: &ReceivedReport, workspace: &Workspace, lang: Lang) -> bool {
    let is_signed = received.labelled.contains_key(&Label::Submitted);
    let says_nothing =
        || is_signed && (received.sent_form.is_some() || unreported(workspace, received, lang).is_empty());
    received.report.entries.is_empty() && received.faults.is_empty() && !says_nothing()
}

/// Adds what the checks of the workspace found to the faults of the cells it came from. The workspace had no errors
/// before; what is wrong now in another report of the unit, this one has brought.
fn gather(
    received: &mut ReceivedReport,
    path: &str,
    problems: &BTreeMap<&str, Vec<&Diagnostic>>,
    joined: &Sources,
) -> Result<(), Refusal> {
    let origins = lines(&received.report);
    for found in problems.get(path).into_iter().flatten() {
        if let Problem::OverTotal { total } = &found.problem {
            let line = joined.line_column(found.place).line;
            let origin = origins.get(line - 1).map_or(Line::Frame, |(line, _)| *line);
            let (row, column) = cell(received, origin, &found.problem);
            received.remarks.push(Remark::OverTotal { cell: cell_name(row, column), total: total.clone() });
        }
        let concerns_unit = found.is_error() || matches!(found.problem, Problem::UnclearOccurrence { .. });
        if !concerns_unit {
            continue;
        }
        let line = joined.line_column(found.place).line;
        let origin = origins.get(line - 1).map_or(Line::Frame, |(line, _)| *line);
        let (row, column) = cell(received, origin, &found.problem);
        let fault = Fault::FailedCheck { problem: found.problem.clone() };
        let fault = CellFault { row, column, fault };
        if !received.faults.contains(&fault) {
            received.faults.push(fault);
        }
    }
    received.faults.sort_by_key(|fault| (fault.row, fault.column));
    let sent_form = format!("/{}.toml", received.report.unit);
    let elsewhere = problems
        .iter()
        .filter(|(file, _)| **file != path && file.starts_with("reports/") && file.ends_with(&sent_form));
    let mut elsewhere = elsewhere.flat_map(|(file, found)| found.iter().map(move |found| (file, found)));
    match elsewhere.find(|(_, found)| found.is_error()) {
        None => Ok(()),
        Some((file, found)) => Err(Refusal::Elsewhere {
            place: format!("{file}:{}", joined.line_column(found.place).line),
            problem: found.problem.clone(),
        }),
    }
}

/// What stands above a new report: where editors find its schema, if the plan says where it finds its own; and, for whoever
/// opens the file, what everybody sees on every page.
fn head(sources: &Sources, workspace: &Workspace) -> Vec<String> {
    let schema = schema_line(sources, "report");
    let is_sample = workspace.plan.sample;
    let sample = is_sample.then(|| format!("# {}", sample(Lang::Zh)));
    schema.into_iter().chain(sample).collect()
}

/// The cell that a line came from.
fn cell(received: &ReceivedReport, origin: Line, problem: &Problem) -> (u32, u32) {
    let column = |column: Column| received.headings.column(column);
    let figure = column(Column::Figure).unwrap_or_default();
    match origin {
        Line::Frame => (received.headings.row, figure),
        Line::Head(key) => {
            let label = match key {
                "submitted" => Label::Submitted,
                "reporter" => Label::Reporter,
                "approver" => Label::Approver,
                "month" => Label::Month,
                _ => Label::Unit,
            };
            let known = received.labelled.get(&label).copied();
            known.unwrap_or((received.headings.row, figure))
        }
        Line::Entry(position, key) => {
            let row = received.rows.get(position).copied();
            let row = row.unwrap_or(received.headings.row);
            let wanted = match (problem, key) {
                // What is missing is a word of explanation.
                (
                    Problem::RegressedWithoutNote { .. }
                    | Problem::WithdrawnWithoutNote { .. }
                    | Problem::ObjectGone { .. },
                    _,
                )
                | (_, "note") => Column::Note,
                (Problem::NoReading { .. }, _) => Column::Figure,
                (_, "item" | "occurrence") => Column::Item,
                (_, "problem") => Column::Problem,
                (_, "next") => Column::Next,
                _ => Column::Figure,
            };
            let known = column(wanted);
            let known = known.or_else(|| column(Column::Title).filter(|_| wanted == Column::Item));
            (row, known.unwrap_or(figure))
        }
    }
}

/// A report that is filed already, or a draft of it.
struct Filed<'w> {
    workspace: Cow<'w, Workspace>,
    report: ReportIx,
    text: String,
    is_draft: bool,
}

impl<'w> Filed<'w> {
    fn find(path: &str, received: &ReceivedReport, sources: &Sources, workspace: &'w Workspace) -> Option<Self> {
        let file = sources.files.iter().find(|file| file.path == path)?;
        let text = file.text().to_owned();
        let is_draft = is_draft(&text);
        let workspace = if is_draft {
            // A draft is looked at as if it were filed.
            let filed = set_root(&text, Kind::Report, "draft", None).ok()?;
            let mut sources = sources.clone();
            sources.replace(path, Content::Text(filed));
            Cow::Owned(load(&sources).workspace?)
        } else {
            Cow::Borrowed(workspace)
        };
        let mut reports = workspace.reports_of[received.unit.0].iter().copied();
        let report = reports.find(|&report| workspace.report(report).month == received.month)?;
        Some(Self { workspace, report, text, is_draft })
    }

    fn report(&self) -> &Report {
        self.workspace.report(self.report)
    }

    /// The comments above everything else.
    fn head(&self) -> Vec<String> {
        let lines = self.text.lines();
        let head = lines.take_while(|line| line.starts_with('#'));
        head.map(|line| line.trim_end().to_owned()).collect()
    }

    fn is_empty(&self) -> bool {
        entries(&self.workspace, self.report).next().is_none()
    }

    /// A table has no place for some of what a file says, and who sends it again need not say the rest twice.
    fn inherit(&self, new: &mut ReportText) {
        let old = self.report();
        new.submitted = new.submitted.or(old.submitted);
        for (new, old) in [(&mut new.reporter, &old.reporter), (&mut new.approver, &old.approver)] {
            if new.is_empty() {
                new.clone_from(old);
            }
        }
        for (item, entry) in entries(&self.workspace, self.report) {
            let mut same = new.entries.iter_mut().filter(|new| new.item == item);
            if let (Some(same), None) = (same.next(), same.next())
                && same.attachments.is_empty()
            {
                same.attachments = entry.remarks.attachments().to_vec();
            }
        }
    }

    fn against(&self, received: &ReceivedReport, now: &Workspace, text: &str, lang: Lang) -> AgainstFiled {
        let new = now.reports_of[received.unit.0].iter().copied();
        let new = new.into_iter().find(|&report| now.report(report).month == received.month);
        let mut differences = Vec::new();
        let Some(new) = new else {
            return AgainstFiled::New;
        };
        let mut compare = |item: Option<(String, String)>, what: &'static str, old: &str, new: &str| {
            if old.trim() != new.trim() {
                differences.push(Difference { item, what, old: old.trim().to_owned(), new: new.trim().to_owned() });
            }
        };
        let day = |report: &Report| report.submitted.map_or_else(String::new, |day| day.to_string());
        let (old, report) = (self.report(), now.report(new));
        compare(None, words::label(Label::Submitted, lang), &day(old), &day(report));
        compare(None, words::label(Label::Reporter, lang), &old.reporter, &report.reporter);
        compare(None, words::label(Label::Approver, lang), &old.approver, &report.approver);
        let before = said_by_entry(&self.workspace, self.report, lang);
        let after = said_by_entry(now, new, lang);
        let mut keys: Vec<&(usize, Option<crate::model::Month>)> = before.keys().chain(after.keys()).collect();
        keys.sort_unstable();
        keys.dedup();
        let none = EntryWords::default();
        for key in keys {
            let (old, new) = (before.get(key).unwrap_or(&none), after.get(key).unwrap_or(&none));
            let item = &now.items[key.0];
            let item = || Some((item.id.clone(), item.title.clone()));
            let heading = |column: Column| words::heading(column, lang);
            compare(item(), heading(Column::Figure), &old.reading, &new.reading);
            compare(item(), heading(Column::Note), &old.note, &new.note);
            compare(item(), heading(Column::Problem), &old.problem, &new.problem);
            compare(item(), heading(Column::Next), &old.next, &new.next);
        }
        if differences.is_empty() {
            // A draft of just this is hereby filed.
            return if self.is_draft { AgainstFiled::New } else { AgainstFiled::Unchanged };
        }
        let comments = |text: &str| -> Vec<String> {
            let lines = text.lines().map(str::trim);
            lines.filter(|line| line.starts_with('#')).map(str::to_owned).collect()
        };
        let kept = comments(text);
        AgainstFiled::Differs {
            differences,
            has_comments: comments(&self.text).iter().any(|line| !kept.contains(line)),
            is_draft: self.is_draft,
        }
    }
}

#[derive(Default)]
struct EntryWords {
    reading: String,
    note: String,
    problem: String,
    next: String,
}

/// What a report says, by item and occurrence.
fn said_by_entry(
    workspace: &Workspace,
    report: ReportIx,
    lang: Lang,
) -> std::collections::BTreeMap<(usize, Option<crate::model::Month>), EntryWords> {
    let mut by_entry = std::collections::BTreeMap::new();
    for share in &workspace.shares {
        for entry in share.entries.iter().filter(|entry| entry.report == report) {
            let due = entry.reading.occurrence();
            let said = EntryWords {
                reading: measure::entry(entry, share, workspace.item(share.item), lang),
                note: entry.remarks.note().to_owned(),
                problem: entry.remarks.problem().to_owned(),
                next: entry.remarks.next().to_owned(),
            };
            by_entry.insert((share.item.0, due), said);
        }
    }
    by_entry
}

/// The entries of a report, with their items.
fn entries(workspace: &Workspace, report: ReportIx) -> impl Iterator<Item = (&str, &Entry)> {
    workspace.shares.iter().flat_map(move |share| {
        let entries = share.entries.iter().filter(move |entry| entry.report == report);
        entries.map(|entry| (workspace.item(share.item).id.as_str(), entry))
    })
}

/// The items that a form would ask for and that a report says nothing on.
pub fn unreported(workspace: &Workspace, received: &ReceivedReport, lang: Lang) -> Vec<String> {
    let entries = &received.report.entries;
    let form = Form::of(workspace, received.unit, received.month, false, lang);
    let mut items: Vec<String> = form.rows.into_iter().map(|row| row.item).collect();
    items.dedup();
    items.retain(|id| !entries.iter().any(|entry| entry.item == *id));
    items
}
