//! `fmt`: files brought into the one layout, so that a difference shows only what changed in substance.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};

use super::kinds::FileOrFolder;
use super::options::{Delivery, DryRun};
use super::session::{read_files, root};
use super::writing::{Original, not_written};
use super::{Context, Exit, Outcome};
use crate::disk;
use crate::edit::{self, ItemOrder, Kind, Unformatted};
use crate::load::load;
use crate::problem::Diagnostic;
use crate::render;
use crate::source::{Content, FileId, SourceFile, Sources, Unreadable, recode};
use crate::text::{cli as words, layout};
use crate::views::{Laid, LaidFile, Layout};

command! {
    "fmt" "整理": "把文件整理成统一的版式（内容和注释不变）", "Lay files out in one uniform style; meaning and comments stay";
    examples
        "fmt
         fmt -n reports/2022-06
         fmt --check                  {提交之前检查|before a commit}
         fmt --to-utf8 reports/2022-06/housing.toml";
    pub(crate) struct Arguments {
        files: Vec<FileOrFolder> = "bare",
            "只整理这些文件或文件夹（默认：方案、任务、月报全部）",
            "Only these files or folders (default: plan, tasks and all reports)";
        check: bool = "--check",
            "不写入，只列出需要整理的文件；有则以 1 退出",
            "Write nothing; list the files to be laid out, and exit with 1 if there are any"
            with |arg| arg.conflicts_with("is_asked");
        dry_run: DryRun;
        to_utf8: bool = "--to-utf8", "把 GBK 或 UTF-16 编码的文件转为 UTF-8", "Convert files in GBK or UTF-16 to UTF-8"
            with |arg| arg.requires("files");
        delivery: Delivery;
    }
}

pub(crate) fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let lang = context.lang;
    arguments.delivery.format(lang)?;
    let mut view = Layout {
        files: Vec::new(),
        is_written: !arguments.check && !arguments.dry_run.is_asked,
        shows_lines: arguments.dry_run.is_asked,
    };
    let mut aside = String::new();
    for (root, wanted) in wanted(&arguments.files, context)? {
        let sources = read_files(&root, context)?;
        let items = edit::item_order(&sources);
        let mut refused = Vec::new();
        for (id, file, shown) in selected(&sources, &wanted, context)? {
            let task = Task { root: &root, file, shown: &shown, items: &items };
            let (laid, complaint) = task.run(arguments, context);
            if laid.laid == Laid::Refused && complaint.is_none() {
                refused.push(id);
            }
            aside.extend(complaint);
            view.files.push(laid);
        }
        aside.push_str(&complaints(&sources, &refused, context));
    }
    let counts = view.counts();
    let exit = if counts.refused > 0 {
        Exit::Cannot
    } else if arguments.check && counts.changed > 0 {
        Exit::No
    } else {
        Exit::Fine
    };
    let mut outcome = arguments.delivery.deliver(&view, context, exit)?;
    outcome.aside.push_str(&aside);
    Ok(outcome)
}

/// A place in a workspace, and how the user named it; the whole workspace where it is empty.
struct Wanted {
    relative: String,
    shown: Option<String>,
}

/// What is to be laid out, by workspace: each named file belongs to the nearest one.
fn wanted(files: &[FileOrFolder], context: &Context) -> Result<BTreeMap<PathBuf, Vec<Wanted>>> {
    let mut all: BTreeMap<PathBuf, Vec<Wanted>> = BTreeMap::new();
    if files.is_empty() {
        let whole = Wanted { relative: String::new(), shown: None };
        all.insert(root(context)?, vec![whole]);
    }
    for file in files {
        let shown = file.display().to_string();
        // Whoever names a workspace means the files in it; a path from here will do as well.
        let named = context.named.as_deref().and_then(disk::at);
        let inside = named.and_then(|root| disk::locate(&root.join(&**file)).ok());
        let located = inside.map_or_else(|| disk::locate(&context.here.join(&**file)), Ok);
        let located = located.map_err(|error| anyhow!(words::cannot_read(&shown, &error, context.lang)))?;
        let (root, relative) = located.ok_or_else(|| anyhow!(layout::not_ours(&shown, context.lang)))?;
        all.entry(root).or_default().push(Wanted { relative, shown: Some(shown) });
    }
    Ok(all)
}

/// The files of a workspace that are wanted, each once, with the names they are shown by.
fn selected<'s>(
    sources: &'s Sources,
    wanted: &[Wanted],
    context: &Context,
) -> Result<Vec<(FileId, &'s SourceFile, String)>> {
    let mut found: BTreeMap<FileId, (&SourceFile, String)> = BTreeMap::new();
    for wanted in wanted {
        let before = found.len();
        let mut is_known = false;
        for (id, file) in sources.iter() {
            if Kind::of(&file.path).is_none() || file.content == Content::NotRead {
                continue;
            }
            let folder = format!("{}/", wanted.relative);
            let inside = match wanted.relative.as_str() {
                "" => Some(file.path.as_str()),
                path if path == file.path => Some(""),
                _ => file.path.strip_prefix(&folder),
            };
            let Some(inside) = inside else {
                continue;
            };
            is_known = true;
            let shown = match (&wanted.shown, inside) {
                (None, _) => file.path.clone(),
                (Some(shown), "") => shown.clone(),
                (Some(shown), inside) => format!("{}/{inside}", shown.trim_end_matches('/')),
            };
            found.entry(id).or_insert((file, shown));
        }
        if let (Some(shown), false, true) = (&wanted.shown, is_known, before == found.len()) {
            return Err(anyhow!(layout::not_ours(shown, context.lang)));
        }
    }
    Ok(found.into_iter().map(|(id, (file, shown))| (id, file, shown)).collect())
}

/// One file to be laid out.
struct Task<'a> {
    root: &'a Path,
    file: &'a SourceFile,
    shown: &'a str,
    items: &'a ItemOrder,
}

impl Task<'_> {
    /// Lays it out and, unless that is only asked about, writes it. What went wrong is said where the problems of the
    /// file do not say it.
    fn run(&self, arguments: &Arguments, context: &Context) -> (LaidFile, Option<String>) {
        let lang = context.lang;
        let row = |laid, converted, changes| LaidFile { path: self.shown.to_owned(), laid, converted, changes };
        let complain = |said: &str| (row(Laid::Refused, None, Vec::new()), Some(words::error(said, lang) + "\n"));
        let original = Original::fetch(self.root, &self.file.path);
        let Some((original, bytes)) = original.ok().and_then(|it| it.bytes.clone().map(|bytes| (it, bytes))) else {
            return (row(Laid::Refused, None, Vec::new()), None);
        };
        let (old, converted) = match (&self.file.content, String::from_utf8(bytes.clone())) {
            (Content::Text(_), Ok(text)) => (text, None),
            (Content::Unreadable(Unreadable::Gbk | Unreadable::Utf16), _) if arguments.to_utf8 => {
                match recode(&bytes) {
                    Some((name, text)) => (text, Some(name)),
                    None => return (row(Laid::Refused, None, Vec::new()), None),
                }
            }
            _ => return (row(Laid::Refused, None, Vec::new()), None),
        };
        let kind = Kind::of(&self.file.path).expect("only files of a plan are selected");
        let new = match edit::format(&old, kind, self.items) {
            Ok(new) => new,
            // What is now readable can be checked; the layout has to wait.
            Err(Unformatted::NotToml) if converted.is_some() => old.clone(),
            Err(Unformatted::NotToml) => return (row(Laid::Refused, None, Vec::new()), None),
            Err(Unformatted::WouldChange) => {
                return complain(&layout::would_change(self.shown, lang));
            }
        };
        if new.as_bytes() == bytes {
            return (row(Laid::Unchanged, None, Vec::new()), None);
        }
        let is_written = !arguments.check && !arguments.dry_run.is_asked;
        if is_written && let Err(error) = original.write(&new) {
            return complain(&not_written(&self.file.path, &error, lang).to_string());
        }
        (row(Laid::Changed, converted, edit::changes(&old, &new)), None)
    }
}

/// The problems of files that were left alone.
fn complaints(sources: &Sources, refused: &[FileId], context: &Context) -> String {
    if refused.is_empty() {
        return String::new();
    }
    let is_reason = |diagnostic: &Diagnostic| refused.contains(&diagnostic.place.file) && diagnostic.is_error();
    let mut found = load(sources).problems;
    found.retain(is_reason);
    render::diagnostics(sources, &found, render::Style::Full, context.lang, context.aside)
}
