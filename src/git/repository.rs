//! A repository, its revisions, and where in them the plan is.

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};

use super::objects;
use super::run::{Trouble, run};
use crate::source::Sources;

/// The repository of a folder.
#[derive(Clone, Debug)]
pub(crate) struct Repository {
    folder: PathBuf,
    /// The folder relative to the top of the repository, with a slash at the end; empty for the top itself.
    prefix: String,
}

/// A revision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Commit {
    /// Its id.
    pub(crate) id: String,
    /// As typed.
    pub(crate) typed: String,
    /// The day it was made, by its author's clock.
    pub(crate) day: String,
    /// The first line of its message.
    pub(crate) subject: String,
}

impl Commit {
    /// Its short id.
    pub(crate) fn short(&self) -> &str {
        self.id.get(..7).unwrap_or(&self.id)
    }
}

impl Repository {
    /// The repository of a folder.
    pub(crate) fn at(folder: &Path) -> Result<Self, Trouble> {
        let said = run(folder, &["rev-parse", "--show-prefix"])?.of_repository(folder)?;
        let prefix = String::from_utf8_lossy(&said);
        Ok(Self { folder: folder.to_path_buf(), prefix: prefix.trim_end_matches(['\r', '\n']).to_owned() })
    }

    /// The revision that a text names.
    pub(crate) fn commit(&self, revision: &str) -> Result<Commit, Trouble> {
        let unknown = || Trouble::UnknownRevision { revision: revision.to_owned() };
        // No revision starts like this, but an option does.
        if revision.starts_with('-') || revision.is_empty() {
            return Err(unknown());
        }
        let wanted = format!("{revision}^{{commit}}");
        let asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", &wanted];
        let said = run(&self.folder, &asked)?;
        let id = String::from_utf8_lossy(&said.out).trim().to_owned();
        let is_id = id.len() >= 40 && id.bytes().all(|byte| byte.is_ascii_hexdigit());
        if !said.is_fine || !is_id {
            return Err(unknown());
        }
        let about = run(&self.folder, &["cat-file", "commit", &id])?.fine()?;
        let (day, subject) = describe(&String::from_utf8_lossy(&about));
        Ok(Commit { id, typed: revision.to_owned(), day, subject })
    }

    /// How many files below the folder differ from the last revision, including new ones.
    pub(crate) fn changes(&self) -> Result<usize, Trouble> {
        let said = run(&self.folder, &["status", "--porcelain=v1", "-z", "--", "."])?.fine()?;
        let paths = said.split(|&byte| byte == 0);
        // The old name of a renamed file follows by itself, without a status before it.
        let has_state = |path: &&[u8]| path.get(2) == Some(&b' ');
        Ok(paths.filter(has_state).count())
    }

    /// The workspace as it was at a revision: where it is now, otherwise at the nearest place above where a workspace
    /// would be found.
    pub(crate) fn read(&self, commit: &Commit) -> Result<Sources, Trouble> {
        let places = self.places();
        let plans: Vec<String> = places.iter().map(|place| format!("{place}plan.toml")).collect();
        let wanted: Vec<&str> = plans.iter().map(String::as_str).collect();
        let found = objects::list(&self.folder, &commit.id, &wanted)?;
        let place = places.iter().zip(&plans).find_map(|(place, plan)| {
            let is_there = found.iter().any(|object| object.path == plan.as_bytes());
            is_there.then_some(place)
        });
        let Some(place) = place else {
            return Err(Trouble::NoPlan { revision: commit.typed.clone(), looked: plans });
        };
        objects::workspace(&self.folder, &commit.id, place)
    }

    /// The folders in which the plan may be, nearest first.
    fn places(&self) -> Vec<String> {
        let mut places = Vec::new();
        let mut prefix = self.prefix.as_str();
        loop {
            places.push(prefix.to_owned());
            places.push(format!("{prefix}data/"));
            if prefix.is_empty() {
                return places;
            }
            let above = prefix.trim_end_matches('/').rfind('/');
            prefix = above.map_or("", |at| &prefix[..=at]);
        }
    }
}

/// The version of git.
pub(crate) fn version(folder: &Path) -> Result<String, Trouble> {
    let said = run(folder, &["version"])?.fine()?;
    Ok(String::from_utf8_lossy(&said).trim().to_owned())
}

/// The day and the first line of the message of a commit object.
fn describe(object: &str) -> (String, String) {
    let (head, message) = object.split_once("\n\n").unwrap_or((object, ""));
    let committer = head.lines().find(|line| line.starts_with("committer "));
    let day = committer.and_then(|line| {
        let mut words = line.rsplit(' ');
        let (zone, seconds) = (words.next()?, words.next()?);
        let moment = DateTime::from_timestamp(seconds.parse().ok()?, 0)?;
        Some(moment.with_timezone(&offset(zone)?).date_naive().to_string())
    });
    let subject = message.lines().find(|line| !line.trim().is_empty());
    (day.unwrap_or_default(), subject.unwrap_or_default().trim().to_owned())
}

/// `+0800`
fn offset(zone: &str) -> Option<FixedOffset> {
    let (sign, digits) = zone.split_at_checked(1)?;
    let (hours, minutes) = digits.split_at_checked(2)?;
    let seconds = hours.parse::<i32>().ok()? * 3600 + minutes.parse::<i32>().ok()? * 60;
    FixedOffset::east_opt(if sign == "-" { -seconds } else { seconds })
}
