//! Several plans at once: those named by `-C`, or those that a plan names as its members, and theirs. One that cannot be
//! read is named, and the others are shown.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};

use super::assume::Assumptions;
use super::options::{Delivery, Selection, When, exit};
use super::session::{Assessed, Session, load_listed, read_all};
use super::watch::{Watch, watched};
use super::{Context, Exit, Outcome};
use crate::assess::{AsOf, Assessment, assess, assess_briefly};
use crate::disk;
use crate::load::{Keep, Loaded, load};
use crate::model::{Month, Workspace};
use crate::problem::Severity;
use crate::source::Sources;
use crate::text::Lang;
use crate::text::rolled::{self as words, LeftOut};
use crate::views::{Part, Results, Rolled, Shown};

/// Plans within plans are followed so far.
const DEEPEST: usize = 8;

/// A plan that holds.
struct Member {
    name: String,
    sources: Sources,
    workspace: Workspace,
}

/// What was found of several plans.
struct Members {
    /// Neither texts nor remarks are wanted.
    is_brief: bool,
    sound: Vec<Member>,
    /// By name, and why in words.
    left_out: Vec<(String, String)>,
    /// Where they really are, so that none counts twice.
    seen: BTreeSet<PathBuf>,
}

/// What is asked of one plan, or of several together.
pub(super) struct Asked<'a> {
    pub(super) when: &'a When,
    pub(super) selection: &'a Selection,
    pub(super) assumptions: &'a Assumptions,
    pub(super) delivery: &'a Delivery,
    pub(super) asks_exit_code: bool,
}

/// Shows one plan, or several together. `one` sees the options of the command; several together know only what is in
/// `asked` and `shown`.
pub(super) fn show_plans(
    asked: &Asked<'_>,
    shown: Shown,
    context: &Context,
    one: impl FnOnce(&Assessed<'_>) -> Result<Outcome>,
) -> Result<Outcome> {
    let mut members =
        Members { is_brief: is_brief(shown), sound: Vec::new(), left_out: Vec::new(), seen: BTreeSet::new() };
    let mut folders: Vec<(PathBuf, String)> = Vec::new();
    if context.members.is_empty() {
        let session = if is_brief(shown) { Session::open_lean(context)? } else { Session::open(context)? };
        if session.workspace.plan.members.is_empty() {
            let as_of = session.as_of(asked.when)?;
            let session = session.assuming(asked.assumptions, as_of)?;
            return one(&session.assess_by(assess_for(shown), as_of));
        }
        folders.push((session.root, ".".to_owned()));
    }
    for folder in &context.members {
        folders.push((context.here.join(folder), folder.display().to_string()));
    }
    watched(context, |watch| {
        for (folder, name) in folders {
            members.gather((&folder, name), 0, context.lang, watch);
        }
    });
    if asked.assumptions.are_made() {
        return Err(anyhow!(words::assumes_one(context.lang)));
    }
    roll_up(members, asked, shown, context)
}

/// Whether a page shows no texts, no remarks, and no month but the as-of month.
fn is_brief(shown: Shown) -> bool {
    match shown {
        Shown::Status(_) | Shown::Escalation => true,
        Shown::Board => false,
    }
}

fn assess_for(shown: Shown) -> fn(&Workspace, AsOf) -> Assessment {
    if is_brief(shown) { assess_briefly } else { assess }
}

impl Members {
    fn gather(&mut self, (folder, name): (&Path, String), depth: usize, lang: Lang, watch: &Watch) {
        let why = match self.try_gather(folder, &name, depth, lang, watch) {
            Ok(()) => return,
            Err(Fault::Known(why)) => words::why(why, &name, lang),
            Err(Fault::System(error)) => words::why(LeftOut::Unreadable(&error.to_string()), &name, lang),
        };
        self.left_out.push((name, why));
    }

    fn try_gather(&mut self, folder: &Path, name: &str, depth: usize, lang: Lang, watch: &Watch) -> Result<(), Fault> {
        if depth > DEEPEST {
            return Err(Fault::Known(LeftOut::TooDeep));
        }
        let root = disk::at(folder).ok_or(Fault::Known(LeftOut::NoPlan))?;
        let place = disk::true_path(&root).map_err(Fault::System)?;
        if !self.seen.insert(place) {
            return Err(Fault::Known(LeftOut::Twice));
        }
        let lean = self.is_brief.then(|| load_listed(&root, watch, Keep::Lean, None));
        let (sources, workspace) = match lean.transpose().map_err(Fault::System)? {
            Some(Loaded { workspace: Some(workspace), sources, .. }) => (sources, workspace),
            _ => read_whole(&root, watch)?,
        };
        let below = workspace.plan.members.clone();
        // A plan of plans may have no work of its own.
        if below.is_empty() || !workspace.items.is_empty() {
            self.sound.push(Member { name: name.to_owned(), sources, workspace });
        }
        for member in below {
            let full = match name {
                "." => member.clone(),
                name => format!("{name}/{member}"),
            };
            self.gather((&root.join(&member), full), depth + 1, lang, watch);
        }
        Ok(())
    }
}

fn read_whole(root: &Path, watch: &Watch) -> Result<(Sources, Workspace), Fault> {
    let sources = read_all(root, watch).map_err(Fault::System)?;
    let loaded = load(&sources);
    let errors = loaded.count(Severity::Error);
    let workspace = loaded.workspace.ok_or(Fault::Known(LeftOut::Errors(errors)))?;
    Ok((sources, workspace))
}

/// Why a plan is no part of it.
enum Fault {
    Known(LeftOut<'static>),
    System(std::io::Error),
}

fn roll_up(members: Members, asked: &Asked<'_>, shown: Shown, context: &Context) -> Result<Outcome> {
    let lang = context.lang;
    let mut left_out = members.left_out;
    let as_of = common_month(&members.sound, asked.when, lang)?;
    let mut sound: Vec<(Member, Assessment)> = Vec::new();
    for member in members.sound {
        if member.workspace.plan.covers(as_of.month) {
            let assessment = assess_for(shown)(&member.workspace, as_of);
            sound.push((member, assessment));
        } else {
            let why = words::why(LeftOut::NotThen(as_of.month), &member.name, lang);
            left_out.push((member.name, why));
        }
    }
    if sound.is_empty() {
        let why = left_out.iter().map(|(name, why)| words::left_out(name, why, lang));
        let said: Vec<String> = [words::nothing(lang).to_owned()].into_iter().chain(why).collect();
        return Err(anyhow!(said.join("\n  ")));
    }
    let filters: Vec<_> = sound.iter().map(|(member, _)| asked.selection.filter(&member.workspace, lang)).collect();
    // A name has to be known somewhere; where it is not, nothing is meant.
    if filters.iter().all(Result::is_err) {
        return Err(filters.into_iter().find_map(Result::err).expect("there are several plans"));
    }
    let parts = sound.iter().zip(filters).map(|((member, assessment), filter)| Part {
        name: member.name.clone(),
        results: Results { sources: &member.sources, workspace: &member.workspace, assessment },
        filter: filter.ok(),
    });
    let is_whole = left_out.is_empty();
    let view = Rolled::of(as_of, parts.collect(), left_out, shown);
    let exit = if is_whole { exit(asked.asks_exit_code, view.has_tier()) } else { Exit::Cannot };
    asked.delivery.deliver(&view, context, exit)
}

/// The month that is asked for; where none is, the newest one that any of the plans has a report for.
fn common_month(members: &[Member], when: &When, lang: Lang) -> Result<AsOf> {
    let asked: Vec<Result<AsOf>> = members.iter().map(|member| when.as_of(&member.workspace, lang)).collect();
    let newest: Option<AsOf> = asked.iter().flatten().copied().max_by_key(|as_of| as_of.month);
    match (newest, asked.into_iter().find_map(Result::err)) {
        (Some(as_of), _) => Ok(as_of),
        (None, Some(error)) => Err(error),
        // No plan could be read; which month it is does not matter any more.
        (None, None) => Ok(AsOf::close_of(Month::new(1900, 1).expect("a month"))),
    }
}
