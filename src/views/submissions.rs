//! What the pages on filing look at: who has filed what, and the report files that cannot be read.

use serde::Serialize;

use crate::assess::Filings;
use crate::model::{Month, UnitIx, Workspace};
use crate::problem::Diagnostic;
use crate::source::{FileId, Sources};
use crate::text::{Lang, filing as words};

/// A report file with errors, whose report therefore does not count.
#[derive(Clone, Debug)]
pub(crate) struct FaultyReport {
    pub(crate) file: FileId,
    /// Whose report it is by its path, and for which month; none where the path does not say it.
    pub(crate) of: Option<(UnitIx, Month)>,
    pub(crate) errors: Vec<Diagnostic>,
}

/// What the pages on filing look at.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Submissions<'a> {
    pub(crate) sources: &'a Sources,
    /// The workspace without the reports that have errors.
    pub(crate) workspace: &'a Workspace,
    /// The reports that have errors.
    pub(crate) faulty: &'a [FaultyReport],
    pub(crate) filings: &'a Filings,
    /// The units that are looked at, in the order of the plan.
    pub(crate) units: &'a [UnitIx],
}

impl<'a> Submissions<'a> {
    /// The units that still owe a report for the as-of month.
    pub(super) fn owed(self) -> impl Iterator<Item = UnitIx> {
        let units = self.units.iter().copied();
        units.filter(move |&unit| self.filings.now(unit).is_owed())
    }

    /// Whether anything is asked for in the as-of month.
    pub(super) fn is_asked(self) -> bool {
        self.units.iter().any(|&unit| self.filings.now(unit).is_expected())
    }

    /// Whether anything is missing, a draft or faulty for the as-of month.
    pub(crate) fn has_owed(self) -> bool {
        self.owed().next().is_some()
    }

    /// The file with errors that a unit has filed for the as-of month.
    pub(super) fn faulty_file_of(self, unit: UnitIx) -> Option<&'a FaultyReport> {
        let wanted = (unit, self.filings.as_of.month);
        self.faulty.iter().find(|file| file.of == Some(wanted))
    }

    pub(super) fn name(self, unit: UnitIx) -> &'a str {
        &self.workspace.unit(unit).name
    }

    pub(super) fn path(self, file: FileId) -> &'a str {
        &self.sources.file(file).path
    }

    /// The errors of a file, a line for each.
    pub(super) fn error_lines(self, file: &FaultyReport, lang: Lang) -> Vec<String> {
        let line = |diagnostic: &Diagnostic| {
            let said = diagnostic.problem.words(lang);
            words::error_line(self.sources.line_column(diagnostic.place).line, &said.what, &said.instead, lang)
        };
        let mut lines: Vec<String> = file.errors.iter().take(MOST_ERRORS).map(line).collect();
        if let Some(more @ 1..) = file.errors.len().checked_sub(MOST_ERRORS) {
            lines.push(words::more_errors(more, lang));
        }
        lines
    }
}

/// As many errors of one file are listed; a file with more has something wrong with it as a whole.
const MOST_ERRORS: usize = 10;

impl<'a> Submissions<'a> {
    /// A report file with errors as JSON shows it.
    pub(super) fn faulty_data(self, file: &'a FaultyReport) -> impl Serialize + use<'a> {
        object! {
            file: self.path(file.file),
            unit: file.of.map(|(unit, _)| &self.workspace.unit(unit).id),
            month: file.of.map(|(_, month)| month),
            errors: list!(error in &file.errors => {
                let position = self.sources.line_column(error.place);
                code: error.problem.code(),
                line: position.line,
                column: position.column,
            }),
        }
    }
}
