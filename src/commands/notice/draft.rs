//! `notice`: drafts of what may be sent for the proposals of a month. Nothing is recorded by it.

use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};
use clap::{Args, ValueEnum};

use crate::commands::options::{Delivery, Format, Selection, When};
use crate::commands::{Context, Exit, Outcome, names, on_findings};
use crate::disk;
use crate::document::{Document, clean};
use crate::render::{docx, html, markdown};
use crate::text::{Lang, cli, notice as words};
use crate::views::{DraftNotice, DraftNotices, Drafted, DraftedNotice, Findings, Given, IssuedNotice};

/// The arguments of `notice` without a step.
#[derive(Clone, Debug, Args)]
pub(super) struct Drafting {
    #[command(flatten)]
    when: When,
    #[command(flatten)]
    selection: Selection,
    #[arg(short = 'o', long = "output", id = "drafts-into")]
    into: Option<PathBuf>,
    #[arg(long, id = "drafts-as", value_enum)]
    r#as: Vec<Kind>,
    #[arg(long, id = "given-number")]
    number: Option<String>,
    #[arg(long, id = "given-date")]
    date: Option<String>,
    #[arg(long, id = "given-reply-due")]
    reply_due: Option<String>,
    #[arg(long, id = "drafts-replace")]
    replace: bool,
    #[arg(long, value_enum)]
    format: Option<Format>,
}

/// The kinds of files. The words have no doc comments: clap would make English help of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kind {
    Docx,
    Markdown,
    Html,
}

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
    if matches!(arguments.format, Some(Format::Docx | Format::Xlsx)) {
        return Err(anyhow!(cli::docx_needs_file(lang)));
    }
    let into = arguments.into.as_ref();
    let into = into.ok_or_else(|| anyhow!(words::needs_folder(lang)))?;
    let day = |day: &Option<String>| day.as_deref().map(|day| names::day(day, lang)).transpose();
    let given =
        Given { number: arguments.number.clone(), date: day(&arguments.date)?, reply_due: day(&arguments.reply_due)? };
    on_findings(&arguments.when, context, |findings| {
        let filter = arguments.selection.filter(findings.workspace, lang)?;
        let found = DraftNotices::of(findings, &filter);
        if given.number.is_some() && found.drafts.len() > 1 {
            return Err(anyhow!(words::one_number(found.drafts.len(), lang)));
        }
        let drafts = found.drafts.iter();
        let drafts = drafts.map(|draft| (draft, files_of(draft, &given, &arguments.r#as)));
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
        Delivery::shown(arguments.format).deliver(&view, context, Exit::Fine)
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
