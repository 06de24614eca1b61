//! `notice`: drafts of what may be sent for the proposals of a month. Nothing is recorded by it.

use anyhow::{Result, anyhow};

use crate::commands::declare::Needed;
use crate::commands::kinds::{Day, FolderName};
use crate::commands::options::{Delivery, Format, OnlyFormat, Printed, Selection, When, folder};
use crate::commands::session::Session;
use crate::commands::writing::Folder;
use crate::commands::{Context, Exit, Outcome, names};
use crate::document::{Document, clean};
use crate::render::{docx, html, markdown};
use crate::text::{Lang, cli, notice as words};
use crate::views::{DraftNotice, DraftNotices, Drafted, DraftedNotice, Given, IssuedNotice, Results};

options! {
    /// The arguments of `notice` without a step.
    pub(super) struct Drafting {
        when: When;
        selection: Selection;
        into: Option<FolderName> = "-o --output", "草稿放进哪个文件夹", "The folder for the drafts"
            with |arg| arg.add(Needed);
        kinds: Vec<Kind> = "--as",
            "文件种类：docx、markdown、html，可写多次（默认 docx 和 markdown）",
            "Kind of file: docx, markdown or html (repeatable; default: docx and markdown)";
        printed: Printed;
        reply_due: Option<Day> = "--reply-due",
            "书面答复的期限（不写则留空）", "The day by which an answer is due (left blank if not given)";
        replace: bool = "--replace", "覆盖已有的草稿", "Replace existing drafts";
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
    let assessed = Session::assessed(context, &arguments.when)?;
    let results = assessed.results();
    let workspace = results.workspace;
    let (number, date) = arguments.printed.given(results.assessment.as_of.month, workspace, lang)?;
    let reply_due = arguments.reply_due.as_deref().map(|day| names::day(day, workspace, lang)).transpose()?;
    let given = Given { number, date, reply_due };
    let filter = arguments.selection.filter(workspace, lang)?;
    let found = DraftNotices::of(results, &filter);
    if given.number.is_some() && found.drafts.len() > 1 {
        return Err(anyhow!(words::one_number(found.drafts.len(), lang)));
    }
    let drafts: Vec<_> = found.drafts.iter().map(|draft| (draft, files_of(draft, &given, &arguments.kinds))).collect();
    let files = drafts.iter().flat_map(|(_, files)| files);
    let files: Vec<(&str, &[u8])> = files.map(|(name, bytes)| (&**name, &**bytes)).collect();
    Folder { shown: into, replaces: arguments.replace, exists: words::exists }.write(&files, context)?;
    let view = Drafted {
        month: results.assessment.as_of.month,
        folder: clean(&into.display().to_string()),
        drafts: drafts.iter().map(|(draft, files)| drafted(results, draft, files)).collect(),
        issued: found
            .issued
            .iter()
            .map(|notice| IssuedNotice {
                tier: results.workspace.plan.ladder.rung(notice.tier).name.clone(),
                unit: results.workspace.unit(notice.unit).name.clone(),
                number: notice.number.clone(),
                place: results.at(notice.place),
            })
            .collect(),
    };
    assessed.deliver(&view, &Delivery::shown(arguments.format.format), Exit::Fine)
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

fn drafted(results: Results<'_>, draft: &DraftNotice<'_>, files: &[File]) -> DraftedNotice {
    let rung = results.workspace.plan.ladder.rung(draft.tier);
    let unit = results.workspace.unit(draft.unit);
    DraftedNotice {
        tier: (rung.id.clone(), rung.name.clone()),
        unit: (unit.id.clone(), unit.name.clone()),
        items: draft.items(),
        files: files.iter().map(|(name, _)| name.clone()).collect(),
    }
}
