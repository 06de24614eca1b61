//! Writing files of the workspace, with the words for what may be in the way.

use std::path::Path;

use anyhow::{Error, Result, anyhow};

use crate::disk::{self, Expected, PutError};
use crate::text::Lang;
use crate::text::cli::{self as words, NotWritten};

/// Writes a file of the workspace at `root`; `relative` uses `/`.
///
/// # Errors
/// What was in the way, in words; nothing is changed then.
pub fn put(root: &Path, relative: &str, expected: Expected<'_>, bytes: &[u8], lang: Lang) -> Result<()> {
    disk::put(root, relative, expected, bytes).map_err(|error| not_put(relative, &error, lang))
}

/// What was in the way of a file, in words.
pub(super) fn not_put(path: &str, error: &PutError, lang: Lang) -> Error {
    let said = |why| words::not_written(path, why, lang);
    anyhow!(match error {
        PutError::Appeared => said(NotWritten::Appeared),
        PutError::Changed => said(NotWritten::Changed),
        PutError::Outside(to) => said(NotWritten::Outside(&to.display().to_string())),
        PutError::System(error) => said(NotWritten::System(error)),
    })
}
