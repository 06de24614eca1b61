//! Closed months compared with what the files say now.

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

/// A verdict or a notice of a closed month that is another now.
#[derive(Clone, Debug)]
pub struct Differing<'a> {
    /// The share, where it is there now; none for a notice.
    pub share: Option<ShareIx>,
    /// What was sealed; none where nothing was.
    pub sealed: Option<&'a Located<String>>,
    is_notice: bool,
    now: Option<String>,
}

impl Differing<'_> {
    /// Item and unit, or the notice as it was sealed.
    fn named(&self) -> String {
        let line = self.sealed.map(|sealed| &sealed.value).or(self.now.as_ref()).map_or("", String::as_str);
        if self.is_notice { line.to_owned() } else { by_share(line) }
    }
}

/// Item and unit of a sealed line.
fn by_share(line: &str) -> String {
    line.split(' ').take(2).collect::<Vec<_>>().join(" ")
}

/// The verdicts and notices of a closed month that are others now, in the order of the closing, then what is new.
pub fn differing<'a>(workspace: &Workspace, closing: &'a Closing) -> Vec<Differing<'a>> {
    let assessment = assess(workspace, AsOf::close_of(closing.month));
    let verdicts = assessment.shares.iter().map(|assessed| (assessed.share, assessed.verdict()));
    let lines = verdicts.map(|(share, verdict)| (share, line(workspace, share, verdict)));
    let mut left: BTreeMap<String, (ShareIx, String)> =
        lines.map(|(share, line)| (by_share(&line), (share, line))).collect();
    let mut found = Vec::new();
    for sealed in &closing.verdicts {
        let (share, now) = left.remove(&by_share(&sealed.value)).unzip();
        if now.as_ref() != Some(&sealed.value) {
            found.push(Differing { share, sealed: Some(sealed), is_notice: false, now });
        }
    }
    let new = left.into_values();
    found.extend(new.map(|(share, line)| Differing {
        share: Some(share),
        sealed: None,
        is_notice: false,
        now: Some(line),
    }));
    let issued: BTreeSet<String> = notices(workspace, closing.month).collect();
    let gone = closing.notices.iter().filter(|sealed| !issued.contains(&sealed.value));
    found.extend(gone.map(|sealed| Differing { share: None, sealed: Some(sealed), is_notice: true, now: None }));
    found
}

/// The same with the files that they are others because of, each where it was written down, or at the closing itself.
pub fn differences(sources: &Sources, workspace: &Workspace, closing: &Closing) -> Vec<Located<Difference>> {
    let found = differing(workspace, closing);
    if found.is_empty() {
        return Vec::new();
    }
    let changed = changed(sources, closing);
    let bearing = Bearing { sources, workspace, closing, frame: workspace.plan.frame() };
    let because = |differing: &Differing<'_>| match (differing.share, differing.sealed) {
        _ if differing.is_notice => vec![register_path(closing.month, RecordKind::Notices)],
        (Some(share), Some(sealed)) => bearing.of(share, &sealed.value, &changed),
        (Some(share), None) => bearing.come(share, &changed),
        (None, _) => bearing.gone(&differing.named(), &changed),
    };
    let difference = |differing: Differing<'_>| {
        let place = differing.sealed.map_or(closing.place, |sealed| sealed.place);
        let (share, because) = (differing.named(), because(&differing));
        let closed = differing.sealed.map(|sealed| sealed.value.clone());
        Located::new(Difference { share, closed, now: differing.now, because }, place)
    };
    found.into_iter().map(difference).collect()
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
