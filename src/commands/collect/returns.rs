//! The copies that go back to units: one for each file with faulty cells.

use std::path::Path;

use super::intake::Intake;
use super::tables::{File, Sheet, shown_path};
use crate::commands::Context;
use crate::disk;
use crate::forms::{Faulty, returned, returned_name};
use crate::text::cli as words;
use crate::text::forms as said;
use crate::views::SentBack;

/// Writes the copies that go back: one for each file with faulty cells.
pub(super) fn send_back(
    sheets: &mut [Sheet],
    files: &[File],
    returns: Option<&Path>,
    intake: &Intake<'_>,
    context: &Context,
) {
    let lang = context.lang;
    for (number, file) in files.iter().enumerate() {
        let faulty: Vec<Faulty<'_>> = sheets
            .iter()
            .filter(|sheet| sheet.file == number && !sheet.row.faults.is_empty())
            .filter_map(|sheet| {
                let received = sheet.outcome.as_ref().ok()?;
                let sheet = &sheet.name;
                Some(Faulty { sheet, received })
            })
            .collect();
        let (Some(book), false) = (&file.book, faulty.is_empty()) else {
            continue;
        };
        let copy = match returned(book, &faulty, &intake.session.workspace, lang) {
            Ok(bytes) => write_copy(&bytes, file, returns, context),
            Err(_) => SentBack::Not(words::cannot_make(&file.shown, lang)),
        };
        for sheet in sheets.iter_mut() {
            if sheet.file == number && !sheet.row.faults.is_empty() {
                sheet.row.copy = Some(copy.clone());
            }
        }
    }
}

/// Writes a copy beside the file, or where copies are to go.
fn write_copy(bytes: &[u8], file: &File, returns: Option<&Path>, context: &Context) -> SentBack {
    let lang = context.lang;
    let inbox = file.path.parent().unwrap_or(&context.here);
    let folder = match returns {
        Some(folder) => context.here.join(folder),
        // What comes back from there goes back beside itself.
        None if inbox.ends_with(said::returned(lang)) => inbox.to_path_buf(),
        None => inbox.join(said::returned(lang)),
    };
    let name = file.path.file_name().unwrap_or_default().to_string_lossy();
    let name = free_name(&folder, &returned_name(&name, lang), bytes);
    let path = folder.join(name);
    let shown = shown_path(&path, context);
    let written = disk::make_folder(&folder).and_then(|()| disk::write(&path, bytes));
    match written {
        Ok(()) => SentBack::At(shown),
        Err(error) => SentBack::Not(words::cannot_write(&shown, &error, lang)),
    }
}

/// The name, with a number behind it where a file with other content has it already: somebody may have corrected the copy
/// that lies there.
fn free_name(folder: &Path, name: &str, bytes: &[u8]) -> String {
    let stem = name.strip_suffix(".xlsx").unwrap_or(name);
    let numbered = (2..).map(|number| format!("{stem}{number}.xlsx"));
    let is_free = |name: &String| {
        let there = disk::fetch(folder, name);
        there.is_ok_and(|there| there.is_none_or(|there| there == bytes))
    };
    std::iter::once(name.to_owned()).chain(numbered).take(1000).find(is_free).unwrap_or_else(|| name.to_owned())
}
