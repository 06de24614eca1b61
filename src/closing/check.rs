//! Closed months compared with what the files say now.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

use super::bearing::{Bearing, Changed};
use super::{before, files, in_force, line, notices, written};
use crate::assess::{AsOf, assess};
use crate::load::register_path;
use crate::model::{Closing, RecordKind, ShareIx, Workspace};
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
            let files = changed(sources, closing).into_iter().map(|changed| changed.path);
            let files: Vec<String> = files.filter(|path| !path.starts_with("register/")).collect();
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
    let bearing = LazyCell::new(|| Bearing { sources, workspace, closing, frame: workspace.plan.frame() });
    let by_share = |line: &str| line.split(' ').take(2).collect::<Vec<_>>().join(" ");
    let verdicts = assessment.shares.iter().map(|assessed| (assessed.share, assessed.verdict()));
    let lines = verdicts.map(|(share, verdict)| (share, line(workspace, share, verdict)));
    let mut left: BTreeMap<String, (ShareIx, String)> =
        lines.map(|(share, line)| (by_share(&line), (share, line))).collect();
    let mut found = Vec::new();
    for Located { value: sealed, place } in &closing.verdicts {
        let share = by_share(sealed);
        let now = left.remove(&share);
        if now.as_ref().is_some_and(|(_, now)| now == sealed) {
            continue;
        }
        let because = match now {
            Some((share, _)) => bearing.of(share, sealed, &changed),
            None => bearing.gone(&share, &changed),
        };
        let now = now.map(|(_, now)| now);
        found.push(Located::new(Difference { because, share, closed: Some(sealed.clone()), now }, *place));
    }
    for (share, (ix, line)) in left {
        let because = bearing.come(ix, &changed);
        found.push(Located::new(Difference { because, share, closed: None, now: Some(line) }, closing.place));
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

/// The files that differ from the closing: changed, added or removed.
fn changed(sources: &Sources, closing: &Closing) -> Vec<Changed> {
    let mut now = files(sources, closing.month);
    let mut found = Vec::new();
    for line in &closing.files {
        let (digest, path) = line.value.split_once("  ").unwrap_or(("", &line.value));
        if now.remove(path).as_deref() != Some(digest) {
            found.push(Changed { path: path.to_owned(), is_new: false });
        }
    }
    found.extend(now.into_keys().map(|path| Changed { path, is_new: true }));
    found.sort_unstable_by(|one, other| one.path.cmp(&other.path));
    found
}
