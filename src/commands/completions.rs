//! `completions SHELL`: what a shell needs to complete commands, and the units, items and months of the workspace at
//! hand. The shell asks this program anew each time, so that the names are always those of the files.

use std::path::Path;

use anyhow::Result;
use clap::{Args, ValueEnum};
use clap_complete::env::Shells;

use super::{Context, Exit, Outcome};
use crate::assess::Bucket;
use crate::audit::Kind;
use crate::disk;
use crate::load::load_sound;
use crate::model::{Share, Workspace};
use crate::text::{Lang, audit, terms};
use crate::views::topic::topics;

/// The variable by which a shell asks for completions.
pub const VARIABLE: &str = "SHANGDANG_COMPLETE";

/// The arguments that [`candidates`] knows something for.
pub const COMPLETED: [&str; 33] = [
    "calendar-months",
    "unit",
    "report-unit",
    "set-unit",
    "item",
    "assume",
    "month",
    "report-month",
    "set-month",
    "task",
    "tier",
    "bucket",
    "kind",
    "topic",
    "form-month",
    "form-unit",
    "collect-month",
    "collect-unit",
    "notice-unit",
    "record-unit",
    "assessed-unit",
    "finding-lead",
    "finding-support",
    "notice-item",
    "notice-month",
    "exempt-from",
    "exempt-until",
    "changed-from",
    "notice-tier",
    "finding-task",
    "notice-number",
    "publicity-month",
    "year",
];

/// The shells. The words have no doc comments: clap would make English help of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Shell {
    Bash,
    Zsh,
    Fish,
    Powershell,
    Elvish,
}

impl Shell {
    fn name(self) -> &'static str {
        match self {
            Self::Bash => "bash",
            Self::Zsh => "zsh",
            Self::Fish => "fish",
            Self::Powershell => "powershell",
            Self::Elvish => "elvish",
        }
    }
}

/// Its arguments.
#[derive(Clone, Debug, Args)]
pub struct Arguments {
    #[arg(value_enum)]
    shell: Shell,
}

/// Runs it.
///
/// # Errors
/// None that is known: writing to memory does not fail.
pub fn run(arguments: &Arguments, _: &Context) -> Result<Outcome> {
    let name = "shangdang";
    let mut script = Vec::new();
    let shells = Shells::builtins();
    let shell = shells.completer(arguments.shell.name()).expect("the library knows the shells listed here");
    shell.write_registration(VARIABLE, name, name, name, &mut script)?;
    Ok(Outcome { result: String::from_utf8(script)?, aside: String::new(), exit: Exit::Fine })
}

/// What can stand at an argument, each with what it is called; nothing where there is no workspace to ask.
pub fn candidates(argument: &str, named: Option<&Path>, here: &Path, lang: Lang) -> Vec<(String, String)> {
    match argument {
        "bucket" => {
            let buckets = Bucket::ALL.iter();
            return buckets.map(|&(bucket, id)| (id.to_owned(), terms::bucket(bucket, lang).to_owned())).collect();
        }
        "kind" => {
            let kinds = Kind::ALL.iter();
            return kinds.map(|&(kind, id)| (id.to_owned(), audit::kind(kind, lang).to_owned())).collect();
        }
        "topic" => {
            let topics = topics().into_iter();
            return topics.map(|name| (name.to_owned(), String::new())).collect();
        }
        _ => {}
    }
    let root = named.map_or_else(|| disk::find(here), disk::at);
    let sources = root.and_then(|root| disk::read(&root).ok());
    let workspace = sources.and_then(|sources| load_sound(&sources).loaded.workspace);
    workspace.map_or_else(Vec::new, |workspace| of(&workspace, argument, lang))
}

/// The ids, and the names for whoever types those.
fn of(workspace: &Workspace, argument: &str, lang: Lang) -> Vec<(String, String)> {
    let pair = |id: &dyn ToString, name: &str| (id.to_string(), name.to_owned());
    let plan = &workspace.plan;
    let mut found: Vec<(String, String)> = match argument {
        "unit" | "report-unit" | "set-unit" | "form-unit" | "collect-unit" | "notice-unit" | "record-unit"
        | "assessed-unit" | "finding-lead" | "finding-support" => {
            plan.units.iter().map(|unit| pair(&unit.id, &unit.name)).collect()
        }
        "item" | "notice-item" => {
            let items = workspace.items.iter();
            items.map(|item| pair(&item.id, &item.title)).collect()
        }
        "task" | "finding-task" => {
            let tasks = workspace.tasks.iter();
            tasks.map(|task| pair(&task.number, &task.title)).collect()
        }
        "tier" | "notice-tier" => {
            let rungs = plan.ladder.rungs().iter();
            rungs.map(|rung| pair(&rung.id, &rung.name)).collect()
        }
        "assume" => {
            let shares = workspace.iter_shares().map(|(_, share)| share);
            let before_value = |share: &Share| {
                let item = workspace.item(share.item);
                let whose = match workspace.leads_of(share.item)[..] {
                    [_] => String::new(),
                    _ => format!("@{}", workspace.unit(share.unit).id),
                };
                (format!("{}{whose}=", item.id), item.title.clone())
            };
            return shares.map(before_value).collect();
        }
        "notice-number" => {
            let notices = workspace.register.notices.iter();
            let about = |unit| workspace.unit(unit).name.clone();
            // A number has no second name.
            return notices.map(|notice| (notice.number.clone(), about(notice.unit))).collect();
        }
        "year" => {
            let years = plan.start.year()..=plan.end.year();
            years.map(|year| pair(&year, "")).collect()
        }
        "month" | "calendar-months" | "report-month" | "set-month" | "form-month" | "collect-month"
        | "notice-month" | "exempt-from" | "exempt-until" | "changed-from" | "publicity-month" => {
            let months = plan.start.through(plan.end);
            months.map(|month| pair(&month, &terms::month(month, lang))).collect()
        }
        _ => Vec::new(),
    };
    let names = found.iter().map(|(id, name)| (name.clone(), id.clone()));
    let names: Vec<_> = names.filter(|(name, _)| !name.is_ascii()).collect();
    found.extend(names);
    found
}
