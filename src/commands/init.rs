//! `init`: a new workspace. Never over anything: where one file is in the way, none is written.

use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};
use clap::{Args, ValueEnum};

use super::writing::not_put;
use super::{Context, Exit, Outcome};
use crate::disk;
use crate::document::{Block, Document, Text};
use crate::load::load;
use crate::model::Month;
use crate::render;
use crate::source::{Content, SourceFile, Sources};
use crate::text::init::{self as words, Listed};
use crate::text::starters::{Origin, SCHEMAS, Starter};

/// Its arguments.
#[derive(Clone, Debug, Args)]
pub struct Arguments {
    #[arg(id = "new-folder")]
    folder: Option<PathBuf>,
    #[arg(long, value_enum)]
    from: Option<From>,
    #[arg(short = 'n', long = "dry-run", id = "dry-run")]
    dry_run: bool,
}

/// Where the files come from, as typed.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum From {
    Blank,
    #[value(name = "shangdang-2022")]
    Shangdang2022,
}

/// Which files git shows item by item.
const ATTRIBUTES: Starter = (
    ".gitattributes",
    "plan.toml diff=shangdang\ntasks/*.toml diff=shangdang\nreports/*/*.toml diff=shangdang\n",
);

/// Runs it.
///
/// # Errors
/// A file that is in the way or cannot be written; nothing is written then.
pub fn run(arguments: &Arguments, context: &Context) -> Result<Outcome> {
    let lang = context.lang;
    let origin = match arguments.from {
        None | Some(From::Blank) => Origin::Blank,
        Some(From::Shangdang2022) => Origin::Shangdang2022,
    };
    let named = arguments.folder.as_ref().or(context.named.as_ref());
    let root = named.map_or_else(|| context.here.clone(), |folder| context.here.join(folder));
    // `here/.` is `here`.
    let root: PathBuf = root.components().collect();
    let shown = root.display().to_string();
    let files: Vec<Starter> = [ATTRIBUTES]
        .into_iter()
        .chain(SCHEMAS)
        .chain(origin.files(lang).iter().copied())
        .collect();
    let in_the_way = in_the_way(&root, &files);
    if !in_the_way.is_empty() {
        return Err(anyhow!(words::in_the_way(&shown, &in_the_way, lang)));
    }
    if !arguments.dry_run {
        let missing: Vec<(&str, &[u8])> = files
            .iter()
            .filter(|(path, text)| !disk::holds(&root, path, text.as_bytes()))
            .map(|(path, text)| (*path, text.as_bytes()))
            .collect();
        disk::create(&root, &missing).map_err(|error| match error.path.as_str() {
            "" => not_put(&shown, &error.why, lang),
            path => not_put(&root.join(path).display().to_string(), &error.why, lang),
        })?;
    }
    let listed = if arguments.dry_run {
        Listed::WouldBe
    } else {
        Listed::Written
    };
    let mut paths: Vec<&str> = files.iter().map(|(path, _)| *path).collect();
    paths.sort_unstable();
    let mut blocks = vec![Block::Entry {
        head: Text::new(words::files(listed, &shown, lang)),
        lines: paths.into_iter().map(Text::new).collect(),
    }];
    if !arguments.dry_run {
        let steps = words::steps(origin == Origin::Blank, first_month(&files), lang);
        let elsewhere = (root != context.here).then_some(shown.as_str());
        blocks.push(Block::Entry {
            head: Text::new(words::next(elsewhere, lang)),
            lines: steps.iter().map(Text::new).collect(),
        });
    }
    Ok(Outcome {
        result: render::terminal(&Document { blocks }, context.screen),
        aside: String::new(),
        exit: Exit::Fine,
    })
}

/// The files that would be written over, and a plan that the new one would hide. What a run that was cut off has left
/// is as it should be and in nobody's way; a plan is a workspace, and not begun again.
fn in_the_way(root: &Path, files: &[Starter]) -> Vec<String> {
    let paths = files.iter().map(|(path, _)| *path);
    let mut found = disk::present(root, paths.chain(["data/plan.toml"]));
    let is_left = |path: &&str| {
        let ours = files.iter().find(|(ours, _)| ours == path);
        ours.is_some_and(|(_, text)| disk::holds(root, path, text.as_bytes()))
    };
    if !found.contains(&"plan.toml") && found.iter().all(is_left) {
        found.clear();
    }
    found.sort_unstable();
    found.into_iter().map(str::to_owned).collect()
}

/// The first month of the plan that has been written.
fn first_month(files: &[Starter]) -> Month {
    let file = |(path, text): &Starter| {
        SourceFile::new((*path).to_owned(), Content::Text((*text).to_owned()))
    };
    let toml = files.iter().filter(|(path, _)| path.ends_with(".toml"));
    let mut sources = Sources {
        files: toml.map(file).collect(),
    };
    sources.files.sort_by(|a, b| a.path.cmp(&b.path));
    let loaded = load(&sources);
    loaded
        .workspace
        .expect("the files that the program brings along have no errors")
        .plan
        .start
}
