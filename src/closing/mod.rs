//! 结账: what was decided for a month, sealed. A seal does not forbid anything: it makes every later change to the past
//! visible, and shows whose verdict it would change.
//!
//! 1. [`record`] writes down one line for every share and every notice, and the SHA-256 of every file they rest on.
//! 2. [`Record::seal`] is the SHA-256 of all that, of the seal before it in the chain, and of what it replaces, so that
//!    no line of a closed month can be altered without the chain showing it.
//! 3. [`sealed_otherwise`] reads such a line back, where the files say something else now.
//! 4. [`check`] computes the verdicts of closed months again and compares them with what was written down.
//!
//! Line ends count as LF and a byte order mark does not count, so that a checkout on another system has the same
//! digests; for files with LF they are those of `sha256sum`.

mod bearing;
mod check;
mod digest;
mod late;
mod sealed;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::assess::{Assessment, Verdict, Withheld};
use crate::model::{Closing, Lag, Month, Notice, RecordKind, ShareIx, Tier, Workspace};
use crate::source::{Content, Sources};

pub use check::{Differing, check, differences, differing};
pub use digest::digest;
pub use late::late_reports;
pub use sealed::{Sealed, Stood, sealed_otherwise};

/// What is written down when a month is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The month.
    pub month: Month,
    /// The day of the closing.
    pub date: NaiveDate,
    /// The office that closes it.
    pub by: String,
    /// The seal of the nearest closed month before; empty if none is closed.
    pub previous: String,
    /// The seal, date and reason of the closing of this month that was opened again; empty if there is none.
    pub replaces: String,
    /// Each file that the verdicts rest on, as `sha256sum` writes it.
    pub files: Vec<String>,
    /// One line for each share.
    pub verdicts: Vec<String>,
    /// One line for each notice.
    pub notices: Vec<String>,
}

impl Record {
    /// SHA-256 in hexadecimal digits.
    pub fn seal(&self) -> String {
        let mut text = format!(
            "{}\n{}\n{}\n{}\n{}\n",
            self.month,
            self.date,
            one_line(&self.by),
            self.previous,
            one_line(&self.replaces)
        );
        for (name, lines) in [("files", &self.files), ("verdicts", &self.verdicts), ("notices", &self.notices)] {
            text.push_str(name);
            text.push('\n');
            for line in lines {
                text.push_str(&one_line(line));
                text.push('\n');
            }
        }
        digest(&text)
    }
}

/// A text that can be read in only one way.
fn one_line(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\n', "\\n")
}

/// What there is to write down about a month.
pub fn record(sources: &Sources, workspace: &Workspace, assessment: &Assessment, date: NaiveDate, by: &str) -> Record {
    let month = assessment.as_of.month;
    let files = files(sources, month);
    Record {
        month,
        date,
        by: by.to_owned(),
        previous: before(workspace, month).map_or_else(String::new, |closing| closing.seal.clone()),
        replaces: latest(workspace, month).map_or_else(String::new, opened_again),
        files: files.into_iter().map(|(path, digest)| format!("{digest}  {path}")).collect(),
        verdicts: verdicts(workspace, assessment).collect(),
        notices: notices(workspace, month).collect(),
    }
}

/// One line for each share.
fn verdicts(workspace: &Workspace, assessment: &Assessment) -> impl Iterator<Item = String> {
    let shares = assessment.shares.iter();
    shares.map(|assessed| line(workspace, assessed.share, assessed.verdict()))
}

/// One line for each notice.
fn notices(workspace: &Workspace, month: Month) -> impl Iterator<Item = String> {
    let notices = workspace.register.notices.iter();
    let notices = notices.filter(move |notice| notice.month == month);
    notices.map(|notice| notice_line(workspace, notice))
}

/// What was written down when a month was closed.
fn written(workspace: &Workspace, position: usize) -> Record {
    let closings = &workspace.register.closings;
    let closing = &closings[position];
    let lines = |lines: &[crate::source::Located<String>]| -> Vec<String> {
        lines.iter().map(|line| line.value.clone()).collect()
    };
    let before = closings[..position].last();
    let replaced = before.filter(|before| before.month == closing.month);
    Record {
        month: closing.month,
        date: closing.date,
        by: closing.by.clone(),
        previous: closing.previous.clone(),
        replaces: replaced.map_or_else(String::new, opened_again),
        files: lines(&closing.files),
        verdicts: lines(&closing.verdicts),
        notices: lines(&closing.notices),
    }
}

/// A closing that was opened again, when and why.
fn opened_again(closing: &Closing) -> String {
    let reopened = closing.reopened.as_ref();
    let (on, why) = reopened.map_or_else(Default::default, |dated| (dated.on.to_string(), dated.text.as_str()));
    format!("{} {on} {why}", closing.seal)
}

/// The closing of a month that is in force: the last one, if it has not been opened again.
pub fn in_force(workspace: &Workspace, month: Month) -> Option<&Closing> {
    latest(workspace, month).filter(|closing| closing.reopened.is_none())
}

/// The closings in force that rest on the reports of a month: its own, and those of later months.
pub fn resting_on(workspace: &Workspace, month: Month) -> impl Iterator<Item = &Closing> {
    let closings = workspace.register.closings.iter();
    closings.filter(move |closing| closing.month >= month && closing.reopened.is_none())
}

/// The last closing of a month, in force or opened again.
pub fn latest(workspace: &Workspace, month: Month) -> Option<&Closing> {
    let mut closings = workspace.register.closings.iter().rev();
    closings.find(|closing| closing.month == month)
}

/// The closing in force of the nearest closed month before.
pub fn before(workspace: &Workspace, month: Month) -> Option<&Closing> {
    let mut closings = workspace.register.closings.iter().rev();
    closings.find(|closing| closing.month < month && closing.reopened.is_none())
}

/// The nearest later month that is closed, with its closing in force.
pub fn closed_after(workspace: &Workspace, month: Month) -> Option<Month> {
    let mut closings = workspace.register.closings.iter();
    let found = closings.find(|closing| closing.month > month && closing.reopened.is_none());
    found.map(|closing| closing.month)
}

/// How a word of a sealed line begins that names a tier withheld by an exemption.
const EXEMPT: &str = "exempt:";
/// The same of a tier withheld because the source contradicts itself.
const DISPUTED: &str = "disputed:";

/// `2.1 housing lag-2 2 criticism`: item, unit, bucket, exact lag, tier, and flags. Part of an interface that is
/// sealed; it must never change.
fn line(workspace: &Workspace, share: ShareIx, verdict: &Verdict) -> String {
    let share = workspace.share(share);
    let ladder = &workspace.plan.ladder;
    let id = |tier: Tier| ladder.rung(tier).id.clone();
    let mut words = vec![
        workspace.item(share.item).id.clone(),
        workspace.unit(share.unit).id.clone(),
        verdict.bucket.id().to_owned(),
        verdict.lag.map_or_else(|| "-".to_owned(), |lag: Lag| lag.to_string()),
        verdict.tier.map_or_else(|| "-".to_owned(), id),
    ];
    words.extend(verdict.presumed.then(|| "presumed".to_owned()));
    words.extend(verdict.withheld.zip(verdict.withheld_as()).map(|(tier, why)| {
        let why = match why {
            Withheld::Exempt => EXEMPT,
            Withheld::Disputed => DISPUTED,
        };
        format!("{why}{}", id(tier))
    }));
    words.join(" ")
}

/// What was issued; what became of it later is not part of it.
fn notice_line(workspace: &Workspace, notice: &Notice) -> String {
    let items = notice.shares.iter();
    let items = items.map(|&share| workspace.item(workspace.share(share).item).id.clone());
    let (date, unit) = (notice.date, &workspace.unit(notice.unit).id);
    let tier = &workspace.plan.ladder.rung(notice.tier).id;
    let (items, approver) = (items.collect::<Vec<_>>().join(","), &notice.approver);
    format!("{} {date} {unit} {tier} {items} {approver}", notice.number)
}

/// The files that the verdicts of a month rest on, with their digests: plan, tasks, the reports up to it, and what was
/// decided about the plan. Notices and closings rest on the verdicts, not the other way round.
fn files(sources: &Sources, month: Month) -> BTreeMap<String, String> {
    let files = sources.files.iter().filter_map(|file| {
        let Content::Text(text) = &file.content else {
            return None;
        };
        bears(&file.path, month).then(|| (file.path.clone(), digest(&text.replace("\r\n", "\n"))))
    });
    files.collect()
}

fn bears(path: &str, month: Month) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    let resting = [RecordKind::Notices, RecordKind::Closings];
    match parts[..] {
        ["plan.toml"] | ["tasks", _] => true,
        ["reports", of, _] => Month::parse(of).is_ok_and(|of| of <= month),
        ["register", _, name] => !resting.iter().any(|kind| name.strip_suffix(".toml") == Some(kind.name())),
        _ => false,
    }
}
