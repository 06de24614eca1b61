//! What a path says: which kind of file it is, and for a report its month and unit.

use super::faults::Faults;
use super::reader::guess_month;
use super::report::ReportDocument;
use crate::model::Month;
use crate::problem::Problem;
use crate::source::nearest;

/// The kinds of files, by path.
pub(super) enum Role<'a> {
    Plan,
    Task,
    Report { folder: &'a str, stem: &'a str },
    Other,
}

impl<'a> Role<'a> {
    pub(super) fn of(path: &'a str) -> Self {
        let parts: Vec<&str> = path.split('/').collect();
        match parts[..] {
            ["plan.toml"] => Self::Plan,
            ["tasks", name] if name.ends_with(".toml") => Self::Task,
            ["reports", folder, name] => name
                .strip_suffix(".toml")
                .map_or(Self::Other, |stem| Self::Report { folder, stem }),
            _ => Self::Other,
        }
    }
}

/// Path and content of a report have to agree.
pub(super) fn check_report(
    folder: &str,
    stem: &str,
    document: &mut ReportDocument,
    faults: &Faults,
) {
    let Ok(month) = Month::parse(folder) else {
        let name = folder.to_owned();
        let meant = guess_month(folder);
        faults.report(faults.top(), Problem::BadFolder { name, meant });
        document.is_misplaced = true;
        return;
    };
    let mismatch = |key, path: &str| Problem::PathMismatch {
        key,
        path: path.to_owned(),
    };
    if let Some(written) = &document.month
        && written.value != month
    {
        faults.report(written.place, mismatch("month", folder));
        document.is_misplaced = true;
    }
    if let Some(written) = &document.unit
        && written.value != stem
    {
        faults.report(written.place, mismatch("unit", stem));
        document.is_misplaced = true;
    }
}

/// A file or folder that looks as if it should have been read.
pub(super) fn stray(path: &str) -> Option<Problem> {
    let (folder, name) = path
        .trim_end_matches('/')
        .rsplit_once('/')
        .unwrap_or(("", path.trim_end_matches('/')));
    let is_folder = path.ends_with('/');
    let lower = name.to_ascii_lowercase();
    let beside = |name: &str| {
        if folder.is_empty() {
            name.to_owned()
        } else {
            format!("{folder}/{name}")
        }
    };
    if is_folder {
        let meant = nearest(name, ["tasks", "reports", "register"]);
        let near = folder.is_empty() && meant.is_some();
        return (near || folder == "tasks").then(|| Problem::StrayFile {
            meant: meant.filter(|_| near).map(|name| format!("{name}/")),
        });
    }
    let stem = lower.strip_suffix(".txt").unwrap_or(&lower).trim_end();
    let is_misnamed = stem.ends_with(".toml") && name != stem;
    if is_misnamed {
        return Some(Problem::StrayFile {
            meant: Some(beside(stem)),
        });
    }
    if !lower.ends_with(".toml") {
        return None;
    }
    // Beside the plan other tools keep their files; inside the folders of the workspace nobody else does.
    let meant = folder
        .is_empty()
        .then(|| nearest(name, ["plan.toml"]))
        .flatten()
        .map(str::to_owned);
    (!folder.is_empty() || meant.is_some()).then_some(Problem::StrayFile { meant })
}
