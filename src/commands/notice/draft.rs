//! `notice`: drafts of what may be sent for the proposals of a month. Nothing is recorded by it.

use std::path::Path;

use anyhow::{Result, anyhow};

use crate::commands::declare::Needed;
use crate::commands::kinds::{Day, FolderName};
use crate::commands::options::{Delivery, Format, OnlyFormat, Printed, Selection, When, folder};
use crate::commands::{Context, Exit, Outcome, names, on_findings};
use crate::disk;
use crate::document::{Document, clean};
use crate::render::{docx, html, markdown};
use crate::text::{Lang, cli, notice as words};
use crate::views::{DraftNotice, DraftNotices, Drafted, DraftedNotice, Findings, Given, IssuedNotice};

options! {
    /// The arguments of `notice` without a step.
    pub(super) struct Drafting {
        when: When;
        selection: Selection;
        into: Option<FolderName> = "-o --output", "草稿放进哪个文件夹", "The folder for the drafts"
            with |arg| arg.add(Needed);
        kinds: Vec<Kind> = "--as",
            "文件种类：docx、markdown、html，可写多次（默认 docx 和 markdown）",
            "Kind of file: docx, markdown or html; may be repeated (default: docx and markdown)";
        printed: Printed;
        reply_due: Option<Day> = "--reply-due",
            "书面答复的期限（不写则留空）", "The day by which an answer is due (left blank if not given)";
        replace: bool = "--replace", "覆盖已有的草稿", "Replace drafts that are there";
        format: OnlyFormat;
    }
}

/// The kinds of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Docx,
    Markdown,
    Html,
}

choices! { Kind, "种类" "KIND" { Docx "docx", Markdown "markdown", Html "html" } }

impl Kind {
    fn ending(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Markdown => "md",
            Self::Html => "html",
        }
    }

    fn render(self, document: &Document) -> Vec<u8> {
        match self {
            Self::Docx => docx(document),
            Self::Markdown => markdown(document).into(),
            Self::Html => html(document, Lang::Zh).into(),
        }
    }
}

/// Drafts the notices.
///
/// # Errors
/// A month, unit or tier that does not exist; a number for several documents; drafts that are there already and say
/// something else; a folder that cannot be written.
pub(super) fn run(arguments: &Drafting, context: &Context) -> Result<Outcome> {
    let lang = context.lang;
    if matches!(arguments.format.format, Some(Format::Docx | Format::Xlsx)) {
        return Err(anyhow!(cli::docx_needs_file(lang)));
    }
    let into = arguments.into.as_ref();
    let into = folder(into.ok_or_else(|| anyhow!(words::needs_folder(lang)))?, lang)?;
    on_findings(&arguments.when, context, |findings| {
        let workspace = findings.workspace;
        let (number, date) = arguments.printed.given(workspace, lang)?;
        let reply_due = arguments.reply_due.as_deref();
        let reply_due = reply_due.map(|day| names::day(day, workspace, lang)).transpose()?;
        let given = Given { number, date, reply_due };
        let filter = arguments.selection.filter(workspace, lang)?;
        let found = DraftNotices::of(findings, &filter);
        if given.number.is_some() && found.drafts.len() > 1 {
            return Err(anyhow!(words::one_number(found.drafts.len(), lang)));
        }
        let drafts = found.drafts.iter();
        let drafts = drafts.map(|draft| (draft, files_of(draft, &given, &arguments.kinds)));
        let drafts: Vec<_> = drafts.collect();
        let files = drafts.iter().flat_map(|(_, files)| files);
        put(files, into, arguments.replace, context)?;
        let view = Drafted {
            month: findings.assessment.as_of.month,
            folder: clean(&into.display().to_string()),
            drafts: drafts.iter().map(|(draft, files)| drafted(findings, draft, files)).collect(),
            issued: found
                .issued
                .iter()
                .map(|notice| IssuedNotice {
                    tier: findings.workspace.plan.ladder.rung(notice.tier).name.clone(),
                    unit: findings.workspace.unit(notice.unit).name.clone(),
                    number: notice.number.clone(),
                    place: findings.at(notice.place),
                })
                .collect(),
        };
        Delivery::shown(arguments.format.format).deliver(&view, context, Exit::Fine)
    })
}

/// A file by name, and its bytes.
type File = (String, Vec<u8>);

fn files_of(draft: &DraftNotice<'_>, given: &Given, kinds: &[Kind]) -> Vec<File> {
    const USUAL: &[Kind] = &[Kind::Docx, Kind::Markdown];
    let kinds = if kinds.is_empty() { USUAL } else { kinds };
    let document = draft.document(given);
    let name = draft.file_name();
    let file = |kind: &Kind| (format!("{name}.{}", kind.ending()), kind.render(&document));
    kinds.iter().map(file).collect()
}

fn drafted(findings: Findings<'_>, draft: &DraftNotice<'_>, files: &[File]) -> DraftedNotice {
    let rung = findings.workspace.plan.ladder.rung(draft.tier);
    let unit = findings.workspace.unit(draft.unit);
    DraftedNotice {
        tier: (rung.id.clone(), rung.name.clone()),
        unit: (unit.id.clone(), unit.name.clone()),
        items: draft.items(),
        files: files.iter().map(|(name, _)| name.clone()).collect(),
    }
}

/// Writes the files; what a person may have edited is left alone, unless it is to be replaced.
fn put<'f>(files: impl Iterator<Item = &'f File>, into: &Path, replaces: bool, context: &Context) -> Result<()> {
    let lang = context.lang;
    let folder = context.here.join(into);
    let cannot = |path: &Path, error: &std::io::Error| {
        let path = path.display().to_string();
        anyhow!(cli::cannot_write(&path, error, lang))
    };
    let (mut fresh, mut taken) = (Vec::new(), Vec::new());
    for (name, bytes) in files {
        let path = folder.join(name);
        let before = disk::fetch(&folder, name).map_err(|error| cannot(&path, &error))?;
        match before {
            Some(before) if before == *bytes => {}
            Some(_) if !replaces => taken.push(name.clone()),
            _ => fresh.push((path, bytes)),
        }
    }
    if !taken.is_empty() {
        return Err(anyhow!(words::exists(&lang.list(&taken), lang)));
    }
    if fresh.is_empty() {
        return Ok(());
    }
    disk::make_folder(&folder).map_err(|error| cannot(&folder, &error))?;
    for (path, bytes) in fresh {
        disk::write(&path, bytes).map_err(|error| cannot(&path, &error))?;
    }
    Ok(())
}
