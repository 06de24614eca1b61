//! `init`: a new workspace. Never over anything: where one file is in the way, none is written.

use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};

use super::kinds::FolderName;
use super::options::DryRun;
use super::writing::not_written;
use super::{Context, Exit, Outcome};
use crate::disk;
use crate::document::{Block, Document, Text, clean, clean_lines};
use crate::git::{self, Trouble};
use crate::load::load;
use crate::model::Month;
use crate::render;
use crate::source::{Content, Sources};
use crate::text::Lang;
use crate::text::cli as cli_words;
use crate::text::init as words;
use crate::text::starters::Origin;
use crate::views::schema::schemas;

command! {
    "init" "新建": "建一个新的方案文件夹", "Create a new workspace";
    examples
        "init {水污染防治|rivers}
         init --from shangdang-2022 {上党|shangdang}
         init --git              {已有方案的 git 仓库，让 git diff 按事项显示|in a repository with a plan: git diff item by item}

         {已有的文件不会动：只要有一个重名，就什么都不写，以 2 退出。|Existing files are never touched: if a single one has the same name, nothing is written and the exit code is 2.}";
    pub(crate) struct Arguments {
        folder: Option<FolderName> = "bare",
            "建在哪个文件夹（默认：当前文件夹）；没有就新建",
            "Where to create it (default: here); the folder is created if it does not exist";
        from: Option<Origin> = "--from",
            "从什么开始：blank 带说明的空白方案、shangdang-2022 上党区2022年方案（默认 blank）",
            "What to start from: blank (with comments that explain), or shangdang-2022 (default: blank)";
        git: bool = "--git",
            "让 git diff 按事项显示改动；已有的方案文件夹里，只做这一件",
            "Make git diff show changes item by item; in an existing workspace, do only this";
        dry_run: DryRun;
    }
}

/// Which files git shows item by item.
const ATTRIBUTES: (&str, &str) = (".gitattributes", git::ATTRIBUTES);

pub(crate) fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let lang = context.lang;
    let origin = arguments.from.unwrap_or_default();
    let named = arguments.folder.as_deref().or(context.named.as_deref());
    let root = named.map_or_else(|| context.here.clone(), |folder| context.here.join(folder));
    // `here/.` is `here`.
    let root: PathBuf = root.components().collect();
    let shown = root.display().to_string();
    let files = files(origin, lang);
    if let Some(old) = disk::at(&root).filter(|_| arguments.git) {
        return join(&old, arguments, context);
    }
    let in_the_way = in_the_way(&root, &files);
    if !in_the_way.is_empty() {
        return Err(anyhow!(words::in_the_way(&shown, &in_the_way, lang)));
    }
    if !arguments.dry_run.is_asked {
        let new: Vec<(&str, &[u8])> = files.iter().map(|(path, text)| (path.as_str(), text.as_bytes())).collect();
        disk::create(&root, &new).map_err(|error| match error.path.as_str() {
            "" => not_written(&shown, &error.why, lang),
            path => not_written(&root.join(path).display().to_string(), &error.why, lang),
        })?;
    }
    let mut paths: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
    paths.sort_unstable();
    let mut blocks = vec![Block::Entry {
        head: Text::new(words::files(&shown, !arguments.dry_run.is_asked, lang)),
        lines: paths.into_iter().map(Text::new).collect(),
    }];
    if !arguments.dry_run.is_asked {
        let steps = words::steps(origin == Origin::Blank, first_month(&files), lang);
        let elsewhere = (root != context.here).then_some(shown.as_str());
        blocks.push(Block::Entry {
            head: Text::new(words::next(elsewhere, lang)),
            lines: steps.lines().map(Text::new).collect(),
        });
    }
    let mut outcome = Outcome {
        result: render::terminal(&Document { blocks }, context.screen),
        aside: String::new(),
        exit: Exit::Fine,
    };
    if arguments.git && !arguments.dry_run.is_asked {
        set_up_driver(&root, &mut outcome, lang);
    }
    Ok(outcome)
}

/// What a new workspace begins with, path by path: what git is told, what editors check and complete files by, and the
/// plan, which comes last.
fn files(origin: Origin, lang: Lang) -> Vec<(String, String)> {
    let owned = |&(path, text): &(&str, &str)| (path.to_owned(), text.to_owned());
    let schemas = schemas().map(|(path, schema)| (path, render::json(&schema)));
    [owned(&ATTRIBUTES)].into_iter().chain(schemas).chain(origin.files(lang).iter().map(owned)).collect()
}

/// Where a workspace is there already, as in a clone of a colleague's, all that is left to do is to tell git: that is
/// not in the files.
fn join(root: &Path, arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let lang = context.lang;
    let mut outcome = Outcome { result: String::new(), aside: String::new(), exit: Exit::Fine };
    let (path, text) = ATTRIBUTES;
    let shown = root.join(path).display().to_string();
    let found = disk::fetch(root, path).map_err(|error| not_written(&shown, &error.into(), lang))?;
    match found {
        None if arguments.dry_run.is_asked => {
            let heading = words::files(&root.display().to_string(), false, lang);
            outcome.result = format!("{}\n    {path}\n", clean(&heading));
        }
        None => {
            disk::create(root, &[(path, text.as_bytes())]).map_err(|error| not_written(&shown, &error.why, lang))?;
            outcome.result = clean(&cli_words::wrote(&shown, lang)) + "\n";
        }
        Some(found) if !names_our_files(&found) => {
            let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
            outcome.aside = clean_lines(&words::add_attributes(&shown, &lines.join("\n"), lang)) + "\n";
        }
        Some(_) => {}
    }
    if !arguments.dry_run.is_asked {
        set_up_driver(root, &mut outcome, lang);
    }
    Ok(outcome)
}

fn names_our_files(attributes: &[u8]) -> bool {
    let ours = b"diff=shangdang";
    attributes.windows(ours.len()).any(|found| found == ours)
}

/// What has been written stays, whatever git says.
fn set_up_driver(root: &Path, outcome: &mut Outcome, lang: Lang) {
    let said = match git::set_up_driver(root) {
        Ok(()) => {
            outcome.result.push_str(words::driver_set(lang));
            outcome.result.push('\n');
            return;
        }
        Err(Trouble::NotInstalled) => words::no_git(lang).to_owned(),
        Err(Trouble::NotARepository { .. }) => words::no_repository(lang).to_owned(),
        Err(Trouble::Failed { said }) => words::driver_failed(&said, lang),
        Err(trouble) => unreachable!("no revision is asked for: {trouble:?}"),
    };
    outcome.aside.push_str(&clean_lines(&cli_words::error(&said, lang)));
    outcome.aside.push('\n');
    outcome.exit = Exit::Cannot;
}

/// The files that would be written over, and a plan that the new one would hide. What a run that was cut off has left
/// is as it should be and in nobody's way; a plan is a workspace, and not begun again.
fn in_the_way(root: &Path, files: &[(String, String)]) -> Vec<String> {
    let paths = files.iter().map(|(path, _)| path.as_str());
    let mut found = disk::present(root, paths.chain(["data/plan.toml"]));
    let is_left = |path: &&str| {
        files.iter().find(|(ours, _)| ours == path).is_some_and(|(_, text)| disk::holds(root, path, text.as_bytes()))
    };
    if !found.contains(&"plan.toml") && found.iter().all(is_left) {
        found.clear();
    }
    found.sort_unstable();
    found.into_iter().map(str::to_owned).collect()
}

/// The first month of the plan that has been written.
fn first_month(files: &[(String, String)]) -> Month {
    let mut sources = Sources::default();
    for (path, text) in files.iter().filter(|(path, _)| path.ends_with(".toml")) {
        sources.replace(path, Content::Text(text.clone()));
    }
    load(&sources).workspace.expect("the files that the program brings along have no errors").plan.start
}
