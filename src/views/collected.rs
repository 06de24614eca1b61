//! What came of collecting: for each sheet what became of it, what is wrong and what it would change; then the counts.

use chrono::NaiveDate;
use serde::Serialize;

use super::View;
use super::columns::{Columns, table};
use super::edited::Moved;
use super::page::FORMAT_VERSION;
use crate::document::{Block, Cell, Document, Role, Table, Text};
use crate::forms::{CellFault, Difference, Refusal, Remark};
use crate::model::Month;
use crate::text::forms::{self as words, Fate};
use crate::text::{Lang, closing, terms};

/// What became of one sheet.
#[derive(Clone, Debug)]
pub(crate) struct CollectedSheet {
    /// The file, as it was named.
    pub(crate) file: String,
    /// The sheet; empty where a file has none.
    pub(crate) sheet: String,
    /// Id and name of the unit, once known.
    pub(crate) unit: Option<(String, String)>,
    /// The month, once known.
    pub(crate) month: Option<Month>,
    pub(crate) fate: Fate,
    pub(crate) path: Option<String>,
    pub(crate) entries: usize,
    pub(crate) refusal: Option<Refusal>,
    pub(crate) faults: Vec<CellFault>,
    /// What changes in a report that is filed.
    pub(crate) differences: Vec<Difference>,
    /// What else has to be said of a report that is replaced.
    pub(crate) warnings: Vec<Warning>,
    pub(crate) remarks: Vec<Remark>,
    /// Where it is taken in although its month, or a later one that rests on it, was closed: which, and when.
    pub(crate) closed: Option<(Month, NaiveDate)>,
    /// Open items without a figure.
    pub(crate) unreported: Vec<String>,
    pub(crate) copy: Option<SentBack>,
    /// What its figures make of the verdicts at the close of its month.
    pub(crate) moved: Vec<Moved>,
}

/// The copy that goes back.
#[derive(Clone, Debug)]
pub(crate) enum SentBack {
    /// It lies there.
    At(String),
    /// It could not be written: why, in words.
    Not(String),
}

/// What else has to be said of a report that is replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Warning {
    /// Its comments are lost.
    CommentsLost,
    /// It is a draft.
    Draft,
}

/// How many reports of a month are in.
#[derive(Clone, Debug)]
pub(crate) struct Received {
    pub(crate) month: Month,
    pub(crate) received: usize,
    pub(crate) expected: usize,
    pub(crate) missing: Vec<String>,
}

/// What came of collecting.
#[derive(Clone, Debug)]
pub(crate) struct Collected {
    /// The sheets in the order of the files.
    pub(crate) sheets: Vec<CollectedSheet>,
    /// Files of a folder that were not looked at.
    pub(crate) skipped: Vec<String>,
    /// The months that were reported on.
    pub(crate) received: Vec<Received>,
    /// Nothing was written.
    pub(crate) is_trial: bool,
    /// JSON carries the words in this language.
    pub(crate) lang: Lang,
}

impl Collected {
    /// Whether anything was refused.
    pub(crate) fn has_refused(&self) -> bool {
        self.sheets.iter().any(|sheet| sheet.fate == Fate::Refused)
    }

    fn names(&self, fate: Fate) -> Vec<String> {
        let sheets = self.sheets.iter().filter(|sheet| sheet.fate == fate);
        sheets
            .map(|sheet| match &sheet.unit {
                Some((_, name)) => name.clone(),
                None => sheet.file.clone(),
            })
            .collect()
    }
}

/// A fault of a sheet: its cell, none where the sheet as a whole is meant, what is wrong, what to write.
#[derive(Clone, Debug, Serialize)]
struct ShownFault {
    cell: Option<String>,
    what: String,
    instead: String,
}

fn faults(sheet: &CollectedSheet, lang: Lang) -> Vec<ShownFault> {
    let whole = sheet.refusal.iter().map(|refusal| (None, refusal.advice(lang)));
    let cells = sheet.faults.iter().map(|fault| (Some(fault.cell()), fault.fault.advice(lang)));
    whole.chain(cells).map(|(cell, said)| ShownFault { cell, what: said.what, instead: said.instead }).collect()
}

impl View for Collected {
    fn data(&self) -> impl Serialize {
        let count = |fate: Fate| self.names(fate).len();
        object! {
            format_version: FORMAT_VERSION,
            trial: self.is_trial,
            taken: count(Fate::Taken),
            replaced: count(Fate::Replaced),
            unchanged: count(Fate::Unchanged),
            refused: count(Fate::Refused),
            sheets: list!(sheet in &self.sheets => {
                file: &sheet.file,
                sheet: &sheet.sheet,
                unit: sheet.unit.as_ref().map(|(id, _)| id),
                month: sheet.month,
                outcome: id(sheet.fate),
                report: &sheet.path,
                entries: sheet.entries,
                faults: faults(sheet, self.lang),
                unreported: &sheet.unreported,
                differences: list!(difference in &sheet.differences => {
                    item: difference.item.as_ref().map(|(id, _)| id),
                    what: difference.what,
                    old: &difference.old,
                    new: &difference.new,
                }),
                copy: match &sheet.copy {
                    Some(SentBack::At(path)) => Some(path),
                    Some(SentBack::Not(_)) | None => None,
                },
                shares: sheet.moved.iter().map(Moved::data).collect::<Vec<_>>(),
            }),
        }
    }

    fn document(&self, lang: Lang) -> Document {
        let collected = self;
        let mut blocks: Vec<Block> =
            collected.sheets.iter().map(|sheet| entry(sheet, collected.is_trial, lang)).collect();
        let mut say = |said: String| blocks.push(Block::plain(said));
        if collected.sheets.is_empty() {
            say(words::nothing_to_collect(lang));
        }
        if !collected.skipped.is_empty() {
            say(words::files_skipped(&lang.list(&collected.skipped), lang));
        }
        if !collected.sheets.is_empty() {
            let fates = [Fate::Taken, Fate::Replaced, Fate::Unchanged, Fate::Refused];
            let names = fates.map(|fate| collected.names(fate));
            let counts = [0, 1, 2, 3].map(|at: usize| (fates[at], names[at].as_slice()));
            say(words::summary(counts, collected.is_trial, lang));
        }
        for month in &collected.received {
            say(words::received(month.month, month.received, month.expected, &month.missing, lang));
        }
        if collected.is_trial {
            say(words::trial(lang).to_owned());
        }
        Document { blocks }
    }

    fn sheet(&self, lang: Lang) -> Table {
        let rows = self.sheets.iter().flat_map(|sheet| {
            let faults = faults(sheet, lang);
            let faults = if faults.is_empty() { vec![None] } else { faults.into_iter().map(Some).collect() };
            faults.into_iter().map(move |fault| (sheet, fault, self.is_trial))
        });
        table(Collecting::ALL, rows, lang)
    }
}

columns! {
    /// The columns of `collect`: a row for each fault of a sheet, or one for the sheet.
    Collecting of (&'a CollectedSheet, Option<ShownFault>, bool) as row, lang;
    File: words { "文件", "file" }
        means { "收到的表格文件", "the file that came back" } unit PATH
        from { "collect 命令里写的文件", "as named for collect" }
        => Cell::text(&row.0.file);
    Sheet: words { "工作表", "sheet" }
        means { "文件里的哪一张工作表；没有的为空", "the sheet in it; empty where a file has none" } unit TEXT
        from { "表格文件", "the file" }
        => Cell::text(&row.0.sheet);
    Cell: words { "单元格", "cell" }
        means { "问题在哪一格；整张表的问题为空", "the cell at fault; empty where the whole sheet is" }
        unit { "列和行，如 D7", "column and row, such as D7" } from { "表格文件", "the file" }
        => Cell::text(row.1.as_ref().and_then(|fault| fault.cell.as_deref()).unwrap_or(""));
    Unit: words { "单位", "unit" }
        means { "这张表是哪个单位报的；认不出的为空", "whose report it is; empty where that is not known" } unit TEXT
        from { "表头，或文件名", "the head of the sheet, or the name of the file" }
        => Cell::text(row.0.unit.as_ref().map_or("", |(_, name)| name));
    Month: words { "月份", "month" }
        means { "报的是哪个月；认不出的为空", "the month it is for; empty where that is not known" } unit MONTH
        from { "表头，或文件名", "the head of the sheet, or the name of the file" }
        => Cell::code(row.0.month.map_or_else(String::new, |month| month.to_string()));
    Fate: words { "结果", "outcome" }
        means { "收下、替换、没有变化，还是退回", "whether it was taken, replaced a report, changed nothing, or was refused" }
        unit TEXT from { "这次运行", "this run" }
        => Cell::text(words::fate(row.0.fate, row.2, lang));
    Report: words { "月报", "report" }
        means { "写成哪一个月报文件；退回的为空", "the report file it becomes; empty where it was refused" } unit PATH
        from { "方案文件夹", "the workspace" }
        => Cell::text(row.0.path.as_deref().unwrap_or(""));
    What: prose { "问题", "problem" }
        means { "哪里不对；没有问题的为空", "what is wrong; empty where nothing is" } unit TEXT
        from { "收表时的检查", "the check of what came back" }
        => Cell::text(row.1.as_ref().map_or("", |fault| &fault.what));
    Instead: prose { "改法", "instead" }
        means { "应当怎样填", "what to write instead" } unit TEXT
        from { "收表时的检查", "the check of what came back" }
        => Cell::text(row.1.as_ref().map_or("", |fault| &fault.instead));
}

/// The stable id of what became of a sheet.
fn id(fate: Fate) -> &'static str {
    match fate {
        Fate::Taken => "taken",
        Fate::Replaced => "replaced",
        Fate::Unchanged => "unchanged",
        Fate::Refused => "refused",
    }
}

/// What became of one sheet, in words.
fn entry(sheet: &CollectedSheet, is_trial: bool, lang: Lang) -> Block {
    let role = match sheet.fate {
        Fate::Taken | Fate::Replaced => Role::Good,
        Fate::Unchanged => Role::Muted,
        Fate::Refused => Role::Serious,
    };
    let mut head = words::origin(&sheet.file, &sheet.sheet, lang);
    let space = lang.pick("　", "  ");
    if let Some((_, name)) = &sheet.unit {
        head.push_str(space);
        head.push_str(name);
    }
    if let Some(month) = sheet.month {
        head.push_str(space);
        head.push_str(&terms::month(month, lang));
    }
    head.push_str(space);
    head.push_str(words::fate(sheet.fate, is_trial, lang));
    let mut lines = Vec::new();
    let mut say = |role: Role, said: String| lines.push(Text::with(role, said));
    if let Some((month, date)) = sheet.closed {
        say(Role::Notice, closing::changed_after(month, date, None, lang));
    }
    if let (Some(path), Fate::Taken | Fate::Replaced) = (&sheet.path, sheet.fate) {
        let count = words::entries(sheet.entries, lang);
        say(Role::Plain, format!("{count} → {path}"));
    }
    for fault in faults(sheet, lang) {
        let said = match &fault.cell {
            Some(cell) => words::in_cell(cell, &fault.what, &fault.instead, lang),
            None => words::whole(&fault.what, &fault.instead, lang),
        };
        say(Role::Notice, said);
    }
    for difference in &sheet.differences {
        let item = difference.item.as_ref().map(|(id, title)| (id.as_str(), title.as_str()));
        let (old, new) = (&difference.old, &difference.new);
        say(Role::Plain, words::difference(item, difference.what, old, new, lang));
    }
    for warning in &sheet.warnings {
        let said = match warning {
            Warning::CommentsLost => words::comments_lost(lang),
            Warning::Draft => words::was_draft(lang),
        };
        say(Role::Plain, said.to_owned());
    }
    if !sheet.unreported.is_empty() {
        say(Role::Plain, words::unreported(&lang.list(&sheet.unreported), lang));
    }
    for remark in &sheet.remarks {
        let rows = |rows: &[u32]| {
            let rows: Vec<String> = rows.iter().map(|row| (row + 1).to_string()).collect();
            lang.list(&rows)
        };
        let said = match remark {
            Remark::Skipped(skipped) => words::rows_skipped(&rows(skipped), lang),
            Remark::Others(others) => words::rows_of_others(&rows(others), lang),
            Remark::ColumnsSkipped(names) => words::columns_skipped(&lang.list(names), lang),
            Remark::SheetsSkipped(names) => words::sheets_skipped(&lang.list(names), lang),
            Remark::Occurrences(taken) => words::occurrences(taken, lang),
            Remark::NoDay => words::no_day(lang).to_owned(),
            Remark::OverTotal { cell, total } => words::over_total(cell, total, lang),
            Remark::Locked(cells) => words::locked(&lang.list(cells), lang),
            Remark::OtherMonth(newest) => {
                sheet.month.map_or_else(String::new, |month| words::other_month(month, *newest, lang))
            }
        };
        let role = match remark {
            Remark::OverTotal { .. } | Remark::Locked(_) | Remark::OtherMonth(_) => Role::Notice,
            _ => Role::Muted,
        };
        say(role, said);
    }
    match &sheet.copy {
        Some(SentBack::At(path)) => say(Role::Plain, words::copy_at(path, lang)),
        Some(SentBack::Not(why)) => say(Role::Serious, why.clone()),
        None => {}
    }
    if !sheet.moved.is_empty() {
        lines.push(Text::new(words::effect(lang)));
        lines.extend(sheet.moved.iter().map(|moved| moved.line(lang)));
    }
    Block::Entry { head: Text::with(role, head), lines }
}
