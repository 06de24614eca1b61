//! What a path says: which kind of file it is, and for a report its month and unit.

use super::values::guess_month;
use crate::model::{Month, RecordKind};
use crate::problem::Problem;
use crate::source::nearest;

/// The kinds of files, by path.
pub(super) enum Role<'a> {
    Plan,
    Task,
    Report {
        folder: &'a str,
        stem: &'a str,
    },
    Register {
        folder: &'a str,
        kind: RecordKind,
    },
    /// A file of the register by a name that is none of its kinds.
    StrayRecord {
        folder: &'a str,
        stem: &'a str,
    },
    Other,
}

impl<'a> Role<'a> {
    pub(super) fn of(path: &'a str) -> Self {
        let Some(stem) = path.strip_suffix(".toml") else {
            return Self::Other;
        };
        let Some((kind, within)) = stem.split_once('/') else {
            return if stem == "plan" { Self::Plan } else { Self::Other };
        };
        match (kind, within.split_once('/')) {
            ("tasks", None) => Self::Task,
            ("reports", Some((folder, stem))) if !stem.contains('/') => Self::Report { folder, stem },
            ("register", Some((folder, stem))) if !stem.contains('/') => Self::record(folder, stem),
            _ => Self::Other,
        }
    }

    fn record(folder: &'a str, stem: &'a str) -> Self {
        let mut kinds = RecordKind::ALL.into_iter();
        match kinds.find(|(_, name)| *name == stem) {
            Some((kind, _)) => Self::Register { folder, kind },
            None => Self::StrayRecord { folder, stem },
        }
    }
}

/// The path of a file of the register.
pub fn register_path(month: Month, kind: RecordKind) -> String {
    format!("register/{month}/{}.toml", kind.name())
}

/// The path that a file of the register was probably meant to have.
pub(super) fn record_meant(folder: &str, stem: &str) -> Option<String> {
    let kinds = RecordKind::ALL.into_iter().map(|(_, name)| name);
    let name = nearest(&stem.to_ascii_lowercase(), kinds)?;
    Some(format!("register/{folder}/{name}.toml"))
}

/// The path of a unit's report for a month.
pub fn report_path(month: Month, unit: &str) -> String {
    format!("reports/{month}/{unit}.toml")
}

/// The month and the unit whose report has this path; none where it is no path of a report.
pub fn report_at(path: &str) -> Option<(Month, &str)> {
    match Role::of(path) {
        Role::Report { folder, stem } => Some((Month::parse(folder).ok()?, stem)),
        _ => None,
    }
}

/// The folder of a month that a file lies in, where its name is at fault, and what is wrong with it.
pub(super) fn bad_folder(path: &str) -> Option<(&str, Problem)> {
    let (within, name) = match Role::of(path) {
        Role::Report { folder, .. } => ("reports", folder),
        Role::Register { folder, .. } => ("register", folder),
        _ => return None,
    };
    Month::parse(name).err()?;
    let (folder, _) = path.rsplit_once('/')?;
    Some((folder, Problem::BadFolder { within, name: name.to_owned(), meant: guess_month(name) }))
}

/// A file or folder that looks as if it should have been read.
pub(super) fn stray(path: &str) -> Option<Problem> {
    let (folder, name) = path.trim_end_matches('/').rsplit_once('/').unwrap_or(("", path.trim_end_matches('/')));
    let is_folder = path.ends_with('/');
    let lower = name.to_ascii_lowercase();
    let beside = |name: &str| {
        if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
    };
    if is_folder {
        let meant = nearest(name, ["tasks", "reports", "register"]);
        let near = folder.is_empty() && meant.is_some();
        return (near || folder == "tasks")
            .then(|| Problem::StrayFile { meant: meant.filter(|_| near).map(|name| format!("{name}/")) });
    }
    if folder.is_empty() && ["tasks", "reports", "register"].contains(&name) {
        // A plain file or a broken link by the name of a folder: nothing of it would be read, and nobody would know.
        let meant = Some(format!("{name}/"));
        return Some(Problem::StrayFile { meant });
    }
    let stem = lower.strip_suffix(".txt").unwrap_or(&lower).trim_end();
    let is_inside = !folder.is_empty();
    if stem.ends_with(".toml") && name != stem {
        return (is_inside || stem == "plan.toml").then(|| Problem::MisnamedFile { meant: Some(beside(stem)) });
    }
    if !lower.ends_with(".toml") {
        return None;
    }
    if is_inside {
        return Some(Problem::MisnamedFile { meant: None });
    }
    // Beside the plan other tools keep their files; only what is nearly the plan's name is worth a word.
    let meant = nearest(name, ["plan.toml"]).map(str::to_owned);
    meant.is_some().then_some(Problem::StrayFile { meant })
}

/// A file beside the reports of a month that has no ending, or that of a plain text, is a report if it bears the id of
/// a unit: that id, and the path it should have.
pub(super) fn perhaps_report(path: &str) -> Option<(String, String)> {
    let parts: Vec<&str> = path.split('/').collect();
    let ["reports", month, name] = parts[..] else {
        return None;
    };
    let unit = name.strip_suffix(".txt").unwrap_or(name);
    let is_bare = !unit.is_empty() && !unit.contains('.');
    is_bare.then(|| (unit.to_owned(), format!("reports/{month}/{unit}.toml")))
}
