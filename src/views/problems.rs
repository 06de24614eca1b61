//! What is wrong with a workspace, as a table and as data. For the terminal, excerpts say more: see
//! `render::diagnostics`.

use serde::Serialize;

use super::View;
use super::columns;
use super::page::FORMAT_VERSION;
use crate::document::{Block, Cell, Document, Table, Text};
use crate::problem::{Diagnostic, Severity};
use crate::source::Sources;
use crate::text::Lang;
use crate::text::phrases::Head;
use crate::text::problems;

/// The problems of a workspace.
#[derive(Debug)]
pub struct Problems<'a> {
    sources: &'a Sources,
    found: &'a [Diagnostic],
    lang: Lang,
}

impl<'a> Problems<'a> {
    /// All problems found; JSON carries their words in `lang`.
    pub fn of(sources: &'a Sources, found: &'a [Diagnostic], lang: Lang) -> Self {
        Self { sources, found, lang }
    }

    fn count(&self, severity: Severity) -> usize {
        self.found.iter().filter(|diagnostic| diagnostic.problem.severity() == severity).count()
    }
}

/// The problems as JSON shows them.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ProblemsData {
    format_version: u32,
    errors: usize,
    warnings: usize,
    problems: Vec<ProblemData>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct ProblemData {
    severity: &'static str,
    code: &'static str,
    file: String,
    line: usize,
    column: usize,
    what: String,
    label: String,
    instead: String,
}

impl View for Problems<'_> {
    type Data<'v>
        = ProblemsData
    where
        Self: 'v;

    fn data(&self) -> ProblemsData {
        let problem = |diagnostic: &Diagnostic| {
            let words = problems::words(&diagnostic.problem, self.lang);
            let position = self.sources.line_column(diagnostic.place);
            ProblemData {
                severity: match diagnostic.problem.severity() {
                    Severity::Error => "error",
                    Severity::Warning => "warning",
                },
                code: diagnostic.problem.code(),
                file: self.sources.file(diagnostic.place.file).path.clone(),
                line: position.line,
                column: position.column,
                what: words.what,
                label: words.label,
                instead: words.instead,
            }
        };
        ProblemsData {
            format_version: FORMAT_VERSION,
            errors: self.count(Severity::Error),
            warnings: self.count(Severity::Warning),
            problems: self.found.iter().map(problem).collect(),
        }
    }

    fn document(&self, lang: Lang) -> Document {
        let summary = problems::summary(self.count(Severity::Error), self.count(Severity::Warning), lang);
        let mut blocks = Vec::new();
        if !self.found.is_empty() {
            blocks.push(Block::Table(self.sheet(lang)));
        }
        blocks.push(Block::Paragraph(Text::new(summary)));
        Document { blocks }
    }

    fn sheet(&self, lang: Lang) -> Table {
        let row = |diagnostic: &Diagnostic| {
            let words = problems::words(&diagnostic.problem, lang);
            let position = self.sources.line_column(diagnostic.place);
            vec![
                Cell::text(&self.sources.file(diagnostic.place.file).path),
                Cell::bare(position.line.to_string()),
                Cell::bare(position.column.to_string()),
                Cell::text(problems::severity(diagnostic.problem.severity(), lang)),
                Cell::text(diagnostic.problem.code()),
                Cell::text(words.what),
                Cell::text(words.instead),
            ]
        };
        Table {
            columns: vec![
                columns::words(Head::File, lang),
                columns::numbers(Head::Line, lang),
                columns::numbers(Head::Column, lang),
                columns::words(Head::Severity, lang),
                columns::words(Head::Code, lang),
                columns::prose(Head::What, lang),
                columns::prose(Head::Instead, lang),
            ],
            rows: self.found.iter().map(row).collect(),
        }
    }
}
