//! Closed months compared with what the files say now.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

use super::{before, files, in_force, notices, verdicts, written};
use crate::assess::{AsOf, assess};
use crate::load::register_path;
use crate::model::{Closing, RecordKind, Workspace};
use crate::problem::{Diagnostic, Difference, Problem};
use crate::source::{Located, Sources};

/// What there is to say about the closings: seals that do not match, verdicts that would now differ, files that have
/// changed without changing a verdict.
pub fn check(sources: &Sources, workspace: &Workspace) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut report = |place, problem| {
        found.push(Diagnostic { problem, place, other: None });
    };
    for (position, closing) in workspace.register.closings.iter().enumerate() {
        let month = closing.month;
        if written(workspace, position).seal() != closing.seal {
            report(closing.place, Problem::BrokenSeal { month });
            continue;
        }
        if in_force(workspace, month).map(|closing| closing.place) != Some(closing.place) {
            continue;
        }
        let wanted = before(workspace, month);
        if wanted.map_or("", |before| before.seal.as_str()) != closing.previous {
            let before = wanted.map(|before| before.month);
            report(closing.place, Problem::BrokenChain { month, before });
        }
        let differences = differences(sources, workspace, closing);
        if differences.is_empty() {
            let mut files = changed(sources, closing);
            files.retain(|path| !path.starts_with("register/"));
            if !files.is_empty() {
                report(closing.place, Problem::ChangedSinceClosing { month, files });
            }
        }
        for difference in differences {
            let Located { place, value } = difference;
            let difference = Box::new(value);
            report(place, Problem::ClosedVerdictDiffers { month, difference });
        }
    }
    found.sort_by_key(|diagnostic| diagnostic.place);
    found
}

/// The verdicts and notices of a closed month that would now differ, each where it was written down, or at the closing
/// itself.
pub fn differences(sources: &Sources, workspace: &Workspace, closing: &Closing) -> Vec<Located<Difference>> {
    let assessment = assess(workspace, AsOf::close_of(closing.month));
    // Digests of all files take time, and are needed only if something differs.
    let changed = LazyCell::new(|| changed(sources, closing));
    let because = |share: &str| bearing(sources, workspace, &changed, share);
    let by_share = |line: &str| line.split(' ').take(2).collect::<Vec<_>>().join(" ");
    let mut left: BTreeMap<String, String> =
        verdicts(workspace, &assessment).map(|line| (by_share(&line), line)).collect();
    let mut found = Vec::new();
    for line in &closing.verdicts {
        let share = by_share(&line.value);
        let now = left.remove(&share);
        if now.as_ref() != Some(&line.value) {
            let difference = Difference { because: because(&share), share, closed: Some(line.value.clone()), now };
            found.push(Located::new(difference, line.place));
        }
    }
    for (share, line) in left {
        let difference = Difference { because: because(&share), share, closed: None, now: Some(line) };
        found.push(Located::new(difference, closing.place));
    }
    let closed = closing.notices.iter().map(|line| (line.value.clone(), line.place));
    let issued: BTreeSet<String> = notices(workspace, closing.month).collect();
    for (line, place) in closed.filter(|(line, _)| !issued.contains(line)) {
        let path = register_path(closing.month, RecordKind::Notices);
        let difference = Difference { share: line.clone(), closed: Some(line), now: None, because: vec![path] };
        found.push(Located::new(difference, place));
    }
    found
}

/// The files that have changed since the closing and matter to a share: the plan, its task, the reports of its unit,
/// the register.
fn bearing(sources: &Sources, workspace: &Workspace, changed: &[String], share: &str) -> Vec<String> {
    let (item, unit) = share.split_once(' ').unwrap_or((share, ""));
    let item = workspace.items.iter().find(|known| known.id == item);
    let task = item.map(|item| sources.file(item.place.file).path.clone());
    let bears = |path: &&String| {
        if path.starts_with("tasks/") {
            return task.as_ref().is_none_or(|task| task == *path);
        }
        let of_unit = || path.ends_with(&format!("/{unit}.toml"));
        !path.starts_with("reports/") || of_unit()
    };
    changed.iter().filter(bears).cloned().collect()
}

/// The files that differ from the closing: changed, added or removed.
fn changed(sources: &Sources, closing: &Closing) -> Vec<String> {
    let mut now = files(sources, closing.month);
    let mut found = Vec::new();
    for line in &closing.files {
        let (digest, path) = line.value.split_once("  ").unwrap_or(("", &line.value));
        if now.remove(path).as_deref() != Some(digest) {
            found.push(path.to_owned());
        }
    }
    found.extend(now.into_keys());
    found.sort_unstable();
    found
}
