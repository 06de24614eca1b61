//! `diff`: what is different between two months, revisions or folders, whose verdict that changed, and why.

use anyhow::{Result, anyhow};

use super::kinds::{Earlier, Later, MonthName};
use super::options::Delivery;
use super::session::{Refused, find_root, read_files, root};
use super::{Context, Exit, Outcome, names, paragraphs};
use crate::assess::{AsOf, Assessment, assess};
use crate::compare::Side;
use crate::disk;
use crate::git::{Commit, Repository, Trouble};
use crate::load::{Loaded, load_sound};
use crate::model::{Month, Workspace};
use crate::problem::Diagnostic;
use crate::render;
use crate::source::{FileId, Sources};
use crate::text::diff as diff_words;
use crate::text::{Lang, git as words};
use crate::views::{Compared, Diff, RawDiff};

command! {
    "diff" "比较":
        "比较两个月份、两个版本或两个文件夹：改了什么，谁的结论变了，因为什么",
        "Compare two months, revisions or folders: what changed, whose verdict changed, and why";
    examples
        "diff 2022-05 2022-06{     两个月末之间：报了什么，谁升档、谁降档|        two months: what was reported, who moved up or down}
         diff HEAD~1{              上一个版本与现在的文件|                 the revision before, and the files as they are}
         diff v1..v2 --month {6月  两个版本，都按6月末核算|2022-06 two revisions, both as of June}
         diff {./旧方案|./old} {./新方案|./new}{   两个文件夹|            two folders}";
    pub(crate) struct Arguments {
        before: Earlier = "bare",
            "月份、git 版本（HEAD~1、v1..v2）或文件夹 ./名称",
            "A month, a git revision (HEAD~1, v1..v2) or a folder ./NAME";
        after: Option<Later> = "bare",
            "与它比较的另一个（默认：月份比最新月份，其余比现在的文件）",
            "What to compare it with (default: the newest month, or the files as they are)";
        month: Option<MonthName> = "-m --month",
            "截至哪个月末：2022-06、202206、2022年6月、6月、latest（默认：有月报的最新月份）",
            "As-of month: 2022-06, 202206, 6, latest (default: the newest month with a report)";
        delivery: Delivery;
        exit_code: bool = "--exit-code",
            "有结论变化时以 1 退出，供脚本判断", "Exit with 1 if any verdict differs, for scripts";
    }
}

/// What a text of the command line names.
enum Asked {
    Month(String),
    Revision(Repository, Commit),
    Folder(String),
    Files,
}

/// One of the two states, read.
struct Opened {
    state: Compared,
    sources: Sources,
    loaded: Loaded,
    left_out: Vec<FileId>,
}

impl Opened {
    fn of(state: Compared, sources: Sources) -> Self {
        let sound = load_sound(&sources);
        Self { state, sources, loaded: sound.loaded, left_out: sound.set_aside }
    }

    fn workspace(&self) -> Option<&Workspace> {
        self.loaded.workspace.as_ref()
    }
}

pub(crate) fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let lang = context.lang;
    let (from, to) = texts(arguments, context)?;
    let from = asked(&from, context)?;
    let to = to.map(|to| asked(&to, context)).transpose()?;
    match (from, to) {
        (Asked::Month(from), None) => months(arguments, &from, None, context),
        (Asked::Month(from), Some(Asked::Month(to))) => months(arguments, &from, Some(&to), context),
        (Asked::Month(_), Some(_)) | (_, Some(Asked::Month(_))) => Err(anyhow!(words::mixed(lang))),
        (from, to) => {
            let before = open(from, context)?;
            let after = open(to.unwrap_or(Asked::Files), context)?;
            let sides = (before, after);
            let (Some(old), Some(new)) = (sides.0.workspace(), sides.1.workspace()) else {
                return raw(arguments, &sides, context);
            };
            let month = as_of(arguments, old, new, lang)?;
            show(arguments, (&sides.0, &sides.1), [month; 2], context)
        }
    }
}

/// The two texts, which may be written as one: `v1..v2`.
fn texts(arguments: &Arguments, context: &Context) -> Result<(String, Option<String>)> {
    let (from, to) = (&*arguments.before, arguments.after.as_deref());
    let is_folder = disk::at(&context.here.join(from)).is_some();
    match (from.split_once(".."), to) {
        (Some((_, later)), None) if !is_folder && later.starts_with('.') => {
            Err(anyhow!(words::three_dots(from, context.lang)))
        }
        // `../plan` is a folder that is not there, no pair of revisions.
        (Some((earlier, later)), None) if !is_folder && !later.starts_with(['/', '\\']) => {
            let head = |text: &str| if text.is_empty() { "HEAD" } else { text }.to_owned();
            Ok((head(earlier), Some(head(later))))
        }
        _ => Ok((from.to_owned(), to.map(str::to_owned))),
    }
}

/// What a text names: a folder with a plan, else a month, else a revision. A bare name that is two of these is refused.
fn asked(text: &str, context: &Context) -> Result<Asked> {
    let lang = context.lang;
    let is_folder = disk::at(&context.here.join(text)).is_some();
    let is_path = text.starts_with('.') || text.contains(['/', '\\']);
    if is_folder && is_path {
        return Ok(Asked::Folder(text.to_owned()));
    }
    if names::is_month(text) {
        return if is_folder {
            Err(anyhow!(words::ambiguous(text, true, lang)))
        } else {
            Ok(Asked::Month(text.to_owned()))
        };
    }
    match (revision(text, context), is_folder) {
        (Ok(_), true) => Err(anyhow!(words::ambiguous(text, false, lang))),
        (Err(_), true) => Ok(Asked::Folder(text.to_owned())),
        (Ok((repository, commit)), false) => Ok(Asked::Revision(repository, commit)),
        (Err(trouble @ Trouble::UnknownRevision { .. }), false) => Err(anyhow!(trouble_words(&trouble, lang))),
        (Err(trouble), false) => Err(anyhow!(words::neither(text, &trouble_words(&trouble, lang), lang))),
    }
}

fn revision(text: &str, context: &Context) -> Result<(Repository, Commit), Trouble> {
    let start = context.named.as_ref().unwrap_or(&context.here);
    let folder = find_root(context).unwrap_or_else(|| start.clone());
    let repository = Repository::at(&folder)?;
    let commit = repository.commit(text)?;
    Ok((repository, commit))
}

pub(super) fn trouble_words(trouble: &Trouble, lang: Lang) -> String {
    match trouble {
        Trouble::NotInstalled => words::not_installed(lang).to_owned(),
        Trouble::NotARepository { folder } => words::not_a_repository(folder, lang),
        Trouble::UnknownRevision { revision } => words::unknown_revision(revision, lang),
        Trouble::NoPlan { revision, looked } => words::no_plan(revision, looked, lang),
        Trouble::Failed { said } => words::failed(said, lang),
    }
}

fn open(asked: Asked, context: &Context) -> Result<Opened> {
    Ok(match asked {
        Asked::Revision(repository, commit) => {
            let sources = repository.read(&commit).map_err(|trouble| anyhow!(trouble_words(&trouble, context.lang)))?;
            let state = Compared::Revision {
                id: commit.short().to_owned(),
                typed: commit.typed,
                day: commit.day,
                subject: commit.subject,
            };
            Opened::of(state, sources)
        }
        Asked::Folder(text) => {
            let folder = context.here.join(&text);
            let root = disk::at(&folder).unwrap_or(folder);
            Opened::of(Compared::Folder(text), read_files(&root, context)?)
        }
        Asked::Files | Asked::Month(_) => Opened::of(Compared::Files, read_files(&root(context)?, context)?),
    })
}

/// The month asked for, else the newest one with a report, on the later side where it has any.
fn as_of(arguments: &Arguments, before: &Workspace, after: &Workspace, lang: Lang) -> Result<Month> {
    let asked = arguments.month.as_deref();
    let has_none = after.reports.is_empty() && !before.reports.is_empty();
    let workspace = if asked.is_none() && has_none { before } else { after };
    names::month(asked, None, workspace, lang)
}

/// The same files at two months.
fn months(arguments: &Arguments, from: &str, to: Option<&str>, context: &Context) -> Result<Outcome> {
    let lang = context.lang;
    if arguments.month.is_some() {
        return Err(anyhow!(words::month_twice(lang)));
    }
    let opened = open(Asked::Files, context)?;
    let Some(workspace) = opened.workspace() else {
        return Err(Refused::workspace(&opened.sources, &opened.loaded.problems, context));
    };
    let months = [names::month(Some(from), None, workspace, lang)?, names::month(to, None, workspace, lang)?];
    if months[0] >= months[1] {
        let shown = months.map(|month| crate::text::terms::month(month, lang));
        return Err(anyhow!(words::backwards(&shown[0], &shown[1], lang)));
    }
    show(arguments, (&opened, &opened), months, context)
}

fn show(
    arguments: &Arguments,
    (before, after): (&Opened, &Opened),
    months: [Month; 2],
    context: &Context,
) -> Result<Outcome> {
    let is_months = months[0] != months[1];
    let workspaces = (before.workspace(), after.workspace());
    let (Some(old), Some(new)) = workspaces else {
        return Err(anyhow!("both workspaces were seen to hold"));
    };
    let verdicts =
        [(old, months[0]), (new, months[1])].map(|(workspace, month)| assess(workspace, AsOf::close_of(month)));
    let state = |opened: &Opened, month| {
        if is_months { Compared::Month(month) } else { opened.state.clone() }
    };
    let until = |month| is_months.then_some(month);
    let view = Diff::of(
        (state(before, months[0]), side(before, old, &verdicts[0], until(months[0]))),
        (state(after, months[1]), side(after, new, &verdicts[1], until(months[1]))),
    );
    let exit = match (arguments.exit_code, view.has_shifts(), view.has_gaps()) {
        (false, ..) | (true, false, false) => Exit::Fine,
        (true, true, _) => Exit::No,
        // Nothing is known to differ, but not everything is known.
        (true, false, true) => Exit::Cannot,
    };
    let mut outcome = arguments.delivery.deliver(&view, context, exit)?;
    outcome.aside.push_str(&first_errors(before, context));
    if !is_months {
        outcome.aside.push_str(&first_errors(after, context));
    }
    Ok(outcome)
}

fn side<'a>(
    opened: &'a Opened,
    workspace: &'a Workspace,
    assessment: &'a Assessment,
    until: Option<Month>,
) -> Side<'a> {
    Side { sources: &opened.sources, workspace, assessment, left_out: &opened.left_out, until }
}

/// Where no workspace can be made of one of the two.
fn raw(arguments: &Arguments, sides: &(Opened, Opened), context: &Context) -> Result<Outcome> {
    let [before, after] =
        [&sides.0, &sides.1].map(|opened| (opened.state.clone(), &opened.sources, opened.workspace()));
    let mut outcome = arguments.delivery.deliver(&RawDiff::of(before, after), context, Exit::Cannot)?;
    outcome.aside.push_str(&first_errors(&sides.0, context));
    outcome.aside.push_str(&first_errors(&sides.1, context));
    Ok(outcome)
}

/// The first error of each file of a state that has any.
fn first_errors(opened: &Opened, context: &Context) -> String {
    let mut seen = Vec::new();
    let mut errors: Vec<Diagnostic> = Vec::new();
    for diagnostic in &opened.loaded.problems {
        let file = diagnostic.place.file;
        if diagnostic.is_error() && !seen.contains(&file) {
            seen.push(file);
            errors.push(diagnostic.clone());
        }
    }
    if errors.is_empty() {
        return String::new();
    }
    let (lang, screen) = (context.lang, context.aside);
    let shown = render::diagnostics(&opened.sources, &errors, render::Style::Full, lang, screen);
    let state = opened.state.said(lang);
    let said = diff_words::errors_in(&state, errors.len(), lang);
    let said = paragraphs(&[said], screen);
    format!("\n{said}\n{shown}")
}
