//! What the steps of a report share: the file of a unit's report, and its text as if it were filed.

use anyhow::{Result, anyhow};

use crate::commands::session::Session;
use crate::commands::writing::Original;
use crate::edit::{self, Kind, NotEdited};
use crate::load::{report_at, report_path};
use crate::model::{Month, UnitIx};
use crate::source::SourceFile;
use crate::text::drafting;

impl Session<'_> {
    /// The path of a report.
    pub(super) fn report_path(&self, unit: UnitIx, month: Month) -> String {
        report_path(month, &self.workspace.unit(unit).id)
    }

    /// A report that is there, and its text.
    pub(super) fn report(&self, unit: UnitIx, month: Month) -> Result<(Original<'_>, String)> {
        let original = self.original(&self.report_path(unit, month))?;
        let text = self.text(&original)?.ok_or_else(|| {
            let id = &self.workspace.unit(unit).id;
            anyhow!(drafting::no_report(&original.path, id, month, self.context.lang))
        })?;
        Ok((original, text))
    }

    /// The months for which a unit has a draft.
    pub(super) fn drafts(&self, unit: UnitIx) -> Vec<Month> {
        let id = &self.workspace.unit(unit).id;
        let month = |file: &SourceFile| {
            let (month, unit) = report_at(&file.path)?;
            (unit == id && edit::is_draft(file.text())).then_some(month)
        };
        self.sources.files.iter().filter_map(month).collect()
    }

    /// Why a report cannot be edited.
    pub(super) fn complain(&self, path: &str, why: NotEdited) -> anyhow::Error {
        let lang = self.context.lang;
        anyhow!(match why {
            NotEdited::NotToml => drafting::not_editable(path, lang),
            NotEdited::InlineEntries => drafting::inline_entries(path, lang),
        })
    }
}

/// The same text as if the report were filed, with every line where it is.
pub(super) fn as_filed(text: &str) -> String {
    if !edit::is_draft(text) {
        return text.to_owned();
    }
    edit::set_root(text, Kind::Report, "draft", Some("false")).unwrap_or_else(|_| text.to_owned())
}
