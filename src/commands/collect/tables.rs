//! The tables that are named or found, and what each of their sheets turns out to be.

use std::collections::BTreeMap;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};
use chrono::NaiveDate;

use crate::commands::Context;
use crate::commands::kinds::Tables;
use crate::disk;
use crate::forms::{Book, MOST_BYTES, Outside, ReceivedReport, ReceivedSheet, Refusal, read, receive};
use crate::model::{Month, UnitIx, Workspace};
use crate::text::Lang;
use crate::text::cli as words;
use crate::text::forms as said;
use crate::text::forms::{Fate, origin};
use crate::views::CollectedSheet;

/// A file and its name as shown.
type Named = (PathBuf, String);

/// A file that was named or found.
pub(super) struct File {
    pub(super) path: PathBuf,
    pub(super) shown: String,
    /// Its cells, where it could be read.
    pub(super) book: Option<Book>,
}

/// A sheet on its way: from which file, and what has become of it so far.
pub(super) struct Sheet {
    pub(super) file: usize,
    pub(super) name: String,
    pub(super) outcome: Result<ReceivedReport, Refusal>,
    pub(super) row: CollectedSheet,
}

/// The files to look at, each with its name as shown, and the names of others.
pub(super) fn paths(named: &[Tables], context: &Context) -> Result<(Vec<Named>, Vec<String>)> {
    let mut files: Vec<Named> = Vec::new();
    let mut skipped = Vec::new();
    for path in named {
        let shown = path.display().to_string();
        let inbox = disk::inbox(&context.here.join(&**path))
            .map_err(|error| anyhow!(words::cannot_read(&shown, &error, context.lang)))?;
        // What was sent back lies beside what came.
        let is_ours = |name: &String| {
            let folder = name.strip_suffix('/');
            [Lang::Zh, Lang::En].map(|lang| Some(said::returned(lang))).contains(&folder)
        };
        skipped.extend(inbox.others.into_iter().filter(|name| !is_ours(name)));
        for file in inbox.tables {
            let shown = shown_path(&file, context);
            if !files.iter().any(|(known, _)| *known == file) {
                files.push((file, shown));
            }
        }
    }
    Ok((files, skipped))
}

/// A path as people see it: from the current folder on where it lies there, with `/` on every system.
pub(super) fn shown_path(path: &Path, context: &Context) -> String {
    disk::with_slashes(path.strip_prefix(&context.here).unwrap_or(path))
}

/// Reads a file and the reports in it.
pub(super) fn look(
    path: &Path,
    shown: &str,
    workspace: &Workspace,
    (unit, month, on): (Option<UnitIx>, Option<Month>, Option<NaiveDate>),
    lang: Lang,
) -> (Option<Book>, Vec<ReceivedSheet>) {
    let refused = |refusal: Refusal| vec![ReceivedSheet { name: String::new(), outcome: Err(refusal) }];
    let bytes = match disk::bytes_up_to(path, MOST_BYTES) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::InvalidInput => {
            return (None, refused(Refusal::NotAWorkbook));
        }
        Err(error) => {
            let why = words::system(&error, lang);
            return (None, refused(Refusal::Unreadable { why }));
        }
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let file = name.rsplit_once('.').map_or(&*name, |(stem, _)| stem);
    let outside = Outside { unit, month, on, file };
    let looked = guarded(|| match read(&bytes, shown) {
        Ok(book) => {
            let sheets = receive(&book, workspace, outside, lang);
            (Some(book), sheets)
        }
        Err(refusal) => (None, refused(refusal)),
    });
    looked.unwrap_or_else(|| (None, refused(Refusal::Damaged)))
}

/// A fault of this program that one file brings to light must not keep the others from being read, nor be shown to a clerk.
/// Nothing of what was held is used afterwards.
fn guarded<T>(look: impl FnOnce() -> T) -> Option<T> {
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let looked = panic::catch_unwind(AssertUnwindSafe(look)).ok();
    panic::set_hook(hook);
    looked
}

/// A sheet that nothing has become of yet.
pub(super) fn sheet(received: ReceivedSheet, file: usize, shown: &str, workspace: &Workspace) -> Sheet {
    let unit = received.outcome.as_ref().ok().map(|report| {
        let unit = workspace.unit(report.unit);
        (unit.id.clone(), unit.name.clone())
    });
    Sheet {
        file,
        row: CollectedSheet {
            file: shown.to_owned(),
            sheet: received.name.clone(),
            unit,
            month: received.outcome.as_ref().ok().map(|report| report.month),
            fate: Fate::Refused,
            path: None,
            entries: 0,
            refusal: None,
            faults: Vec::new(),
            differences: Vec::new(),
            warnings: Vec::new(),
            closed: None,
            remarks: Vec::new(),
            unreported: Vec::new(),
            copy: None,
            moved: Vec::new(),
        },
        name: received.name,
        outcome: received.outcome,
    }
}

/// Of several sheets for one unit and month none is taken: which one holds is for people to say.
pub(super) fn refuse_twice(sheets: &mut [Sheet], files: &[File], lang: Lang) {
    let mut same: BTreeMap<(UnitIx, Month), Vec<usize>> = BTreeMap::new();
    for (at, sheet) in sheets.iter().enumerate() {
        if let Ok(received) = &sheet.outcome {
            same.entry((received.unit, received.month)).or_default().push(at);
        }
    }
    for group in same.values().filter(|group| group.len() > 1) {
        let names: Vec<String> =
            group.iter().map(|&at| origin(&files[sheets[at].file].shown, &sheets[at].name, lang)).collect();
        for (position, &at) in group.iter().enumerate() {
            let mut others = names.clone();
            others.remove(position);
            sheets[at].outcome = Err(Refusal::Twice { others });
        }
    }
}
