//! The copies that go back to units: one for each file with faulty cells.

use std::path::Path;

use anyhow::{Context as _, Result};

use super::office::Office;
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
    office: &Office<'_>,
    context: &Context,
) -> Result<()> {
    let lang = context.lang;
    for (number, file) in files.iter().enumerate() {
        let faulty: Vec<Faulty<'_>> = sheets
            .iter()
            .filter(|sheet| sheet.file == number && !sheet.row.faults.is_empty())
            .filter_map(|sheet| {
                let taken = sheet.outcome.as_ref().ok()?;
                let sheet = &sheet.name;
                Some(Faulty { sheet, taken })
            })
            .collect();
        let (Some(book), false) = (&file.book, faulty.is_empty()) else {
            continue;
        };
        let bytes = returned(book, &faulty, &office.workspace, lang)
            .with_context(|| words::cannot_make(&file.shown, lang))?;
        let inbox = file.path.parent().unwrap_or(&context.here);
        let beside = || inbox.join(said::returned(lang));
        let folder = returns.map_or_else(beside, |folder| context.here.join(folder));
        let name = file.path.file_name().unwrap_or_default().to_string_lossy();
        let path = folder.join(returned_name(&name, lang));
        let shown = shown_path(&path, context);
        let written = disk::make_folder(&folder).and_then(|()| disk::write(&path, &bytes));
        let copy = match written {
            Ok(()) => SentBack::At(shown),
            Err(error) => SentBack::Not(words::cannot_write(&shown, &error, lang)),
        };
        for sheet in sheets.iter_mut() {
            if sheet.file == number && !sheet.row.faults.is_empty() {
                sheet.row.copy = Some(copy.clone());
            }
        }
    }
    Ok(())
}
