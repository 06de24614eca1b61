//! What is wrong with a workspace, as a table and as data. For the terminal, excerpts say more: see
//! `render::diagnostics`.

use serde::Serialize;

use super::View;
use super::columns::{Columns, table};
use super::page::FORMAT_VERSION;
use crate::document::{Block, Cell, Document, Table};
use crate::problem::{Diagnostic, Severity, Words};
use crate::source::{LineColumn, SourceFile, Sources};
use crate::text::Lang;
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

impl View for Problems<'_> {
    fn data(&self) -> impl Serialize {
        object! {
            format_version: FORMAT_VERSION,
            errors: self.count(Severity::Error),
            warnings: self.count(Severity::Warning),
            problems: list!(found in self.found => {
                let words = found.problem.words(self.lang);
                let position = self.sources.line_column(found.place);
                severity: match found.problem.severity() {
                    Severity::Error => "error",
                    Severity::Warning => "warning",
                },
                code: found.problem.code(),
                file: &self.sources.file(found.place.file).path,
                line: position.line,
                column: position.column,
                what: words.what,
                label: words.label,
                instead: words.instead,
            }),
        }
    }

    fn document(&self, lang: Lang) -> Document {
        let summary = problems::summary(self.count(Severity::Error), self.count(Severity::Warning), lang);
        let mut blocks = Vec::new();
        if !self.found.is_empty() {
            blocks.push(Block::Table(self.sheet(lang)));
        }
        blocks.push(Block::plain(summary));
        Document { blocks }
    }

    fn sheet(&self, lang: Lang) -> Table {
        let rows = self.found.iter().map(|found| {
            let (file, at) = (self.sources.file(found.place.file), self.sources.line_column(found.place));
            (found, file, at, found.problem.words(lang))
        });
        table(Found::ALL, rows, lang)
    }
}

columns! {
    /// The columns of `check`.
    pub(super) Found of (&'a Diagnostic, &'a SourceFile, LineColumn, Words) as row, lang;
    File: words { "文件", "file" }
        means { "文件", "file" } unit PATH from { "方案文件夹中的文件", "the files of the workspace" }
        => Cell::text(&row.1.path);
    Line: numbers { "行", "line" }
        means { "行号", "line" } unit NUMBER from { "从1数起", "counted from 1" }
        => Cell::bare(row.2.line.to_string());
    Column: numbers { "列", "column" }
        means { "第几列", "column" } unit NUMBER from { "从1数起", "counted from 1" }
        => Cell::bare(row.2.column.to_string());
    Severity: words { "级别", "severity" }
        means { "错误须改正才能核算；提醒不妨碍核算", "errors stop the assessment, warnings do not" } unit TEXT
        from { "检查规则", "the rules of the check" }
        => Cell::text(problems::severity(row.0.problem.severity(), lang));
    Code: words { "代码", "code" }
        means { "问题的代码", "code of the problem" } unit CODE
        from { "用 shangdang help 加代码看解释", "explained by shangdang help and the code" }
        => Cell::text(row.0.problem.code());
    What: prose { "问题", "problem" }
        means { "哪里不对", "what is wrong" } unit TEXT from { "检查得出", "found by the check" }
        => Cell::text(&row.3.what);
    Instead: prose { "改法", "instead" }
        means { "应当怎样写", "what to write instead" } unit TEXT from { "检查得出", "from the check" }
        => Cell::text(&row.3.instead);
}
