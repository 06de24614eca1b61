//! Who has reported for which month: units down, months across; and who is owed a reminder.

use serde::Serialize;

use super::View;
use super::columns::{Columns, table};
use super::page;
use super::row::shown;
use super::submissions::{FaultyReport, Submissions};
use crate::assess::Filed;
use crate::document::{Block, Cell, Column, Document, Role, Table, Text};
use crate::model::{Month, UnitIx};
use crate::text::Lang;
use crate::text::filing::{self as words, Count};

/// As many other files with errors are listed; `check` lists them all.
const MOST_FILES: usize = 12;

/// The matrix of units and months.
#[derive(Debug)]
pub(crate) struct FilingMatrix<'a>(Submissions<'a>);

impl<'a> FilingMatrix<'a> {
    /// The matrix of what was filed.
    pub(crate) fn of(submissions: Submissions<'a>) -> Self {
        Self(submissions)
    }

    fn months(&self) -> &'a [Month] {
        &self.0.filings.months
    }

    /// What the units looked at have filed in the month at a position.
    fn column(&self, at: usize) -> impl Iterator<Item = Filed> {
        let filings = self.0.filings;
        let units = self.0.units.iter();
        units.map(move |unit| filings.filed[unit.0][at])
    }

    fn row(&self, unit: UnitIx) -> &'a [Filed] {
        &self.0.filings.filed[unit.0]
    }

    fn tally(&self, at: usize) -> words::Tally {
        let number = |what| self.column(at).filter(|&filed| counts(what, filed)).count();
        words::Tally {
            expected: number(Count::Expected),
            received: number(Count::Received),
            late: number(Count::Late),
            missing: number(Count::Missing),
            drafts: self.column(at).filter(|filed| *filed == Filed::Draft).count(),
            faulty: number(Count::Faulty),
        }
    }

    /// What is counted at the right of each unit.
    fn counted(&self) -> Vec<Count> {
        let has_faulty = (0..self.months().len()).any(|at| self.column(at).any(|filed| filed == Filed::Faulty));
        let mut counted = vec![Count::Late, Count::Missing];
        if has_faulty {
            counted.push(Count::Faulty);
        }
        counted
    }

    /// Heads of the months: with their year where they are of several.
    fn month_heads(&self, is_brief: bool, lang: Lang) -> Vec<String> {
        let months = self.months();
        let years = |month: &Month| month.year();
        let has_years = months.first().map(years) != months.last().map(years);
        let head = |(at, &month): (usize, &Month)| {
            if is_brief {
                words::short_month_head(month, at == 0, has_years)
            } else {
                words::month_head(month, has_years, lang)
            }
        };
        months.iter().enumerate().map(head).collect()
    }

    /// The matrix with what its marks mean.
    pub(super) fn matrix(&self, lang: Lang) -> Block {
        let has_extra = (0..self.months().len()).any(|at| self.column(at).any(|filed| filed == Filed::Unasked));
        let legend = |is_brief| {
            let extra = if has_extra { words::legend_of_extra(is_brief, lang) } else { "" };
            Text::with(Role::Muted, format!("{extra}{}", words::legend(is_brief, lang)))
        };
        Block::Roomy {
            full: self.table(false, lang),
            full_legend: legend(false),
            brief: self.table(true, lang),
            brief_legend: legend(true),
        }
    }

    /// The matrix as a page shows it, in words or in single characters.
    fn table(&self, is_brief: bool, lang: Lang) -> Table {
        let months = self.months();
        let heads = self.month_heads(is_brief, lang);
        let counted = self.counted();
        let mut columns = vec![Column::prose(Owing::Unit.head(lang))];
        for (at, head) in heads.iter().enumerate() {
            // The as-of month always has room; the earliest one gives way first.
            let age = months.len() - 1 - at;
            columns.push(Column::words(head).rank(u8::try_from(age).unwrap_or(u8::MAX)));
        }
        for &what in &counted {
            columns.push(Column::numbers(if is_brief {
                words::short_count(what, lang)
            } else {
                words::count(what, lang)
            }));
        }
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        for &unit in self.0.units {
            let mut row = vec![Cell::text(self.0.name(unit))];
            for (&filed, &month) in self.row(unit).iter().zip(months) {
                row.push(if is_brief {
                    Cell::with(role(filed), words::mark(filed, lang))
                } else {
                    Cell::with(role(filed), words::filed(filed, month, lang))
                });
            }
            row.extend(counted.iter().map(|&what| self.count_of(unit, what)));
            rows.push(row);
        }
        let foots = [Count::Expected, Count::Received];
        for what in foots.into_iter().chain(counted.iter().copied()) {
            let mut row = vec![Cell::with(Role::Strong, words::count(what, lang))];
            row.extend((0..months.len()).map(|at| {
                let number = self.column(at).filter(|&filed| counts(what, filed)).count();
                Cell::bare(number.to_string())
            }));
            row.extend(counted.iter().map(|_| Cell::empty()));
            rows.push(row);
        }
        Table { columns, rows }
    }

    fn number(&self, unit: UnitIx, what: Count) -> usize {
        self.row(unit).iter().filter(|&&filed| counts(what, filed)).count()
    }

    fn count_of(&self, unit: UnitIx, what: Count) -> Cell {
        Cell::bare(self.number(unit, what).to_string())
    }

    /// Who is owed a reminder, and why.
    fn reminders(&self, blocks: &mut Vec<Block>, lang: Lang) {
        let submissions = self.0;
        let month = submissions.filings.as_of.month;
        let owed: Vec<UnitIx> = submissions.owed().collect();
        if owed.is_empty() {
            blocks.push(Block::heading(Role::Good, words::nobody_owed(month, submissions.is_asked(), lang)));
            return;
        }
        blocks.push(Block::heading(Role::Strong, words::owed(month, owed.len(), lang)));
        for kind in [Filed::Missing, Filed::Draft] {
            let of_kind = owed.iter().copied().filter(|&unit| submissions.filings.now(unit) == kind);
            let names: Vec<String> = of_kind.map(|unit| submissions.name(unit).to_owned()).collect();
            if !names.is_empty() {
                blocks.push(Block::plain(words::named(&words::filed(kind, month, lang), &names, lang)));
            }
        }
        for unit in owed {
            let Some(file) = submissions.faulty_file_of(unit) else {
                continue;
            };
            let head = words::faulty(submissions.name(unit), submissions.path(file.file), lang);
            blocks.push(Block::entry(Role::Serious, head, submissions.error_lines(file, lang)));
        }
        blocks.push(Block::paragraph(Role::Muted, words::see_remind(month, submissions.filings.as_of.known_by, lang)));
    }

    /// Faulty files of other months, and those whose path does not say whose they are.
    fn other_faulty(&self) -> impl Iterator<Item = &'a FaultyReport> {
        let month = self.0.filings.as_of.month;
        let units = self.0.units;
        self.0.faulty.iter().filter(move |file| match file.of {
            Some((unit, of)) => of != month && units.contains(&unit),
            None => true,
        })
    }
}

/// Whether something is counted under a heading.
/// What was filed, as data has it.
pub(super) fn filed_id(filed: Filed) -> &'static str {
    match filed {
        Filed::InTime => "in-time",
        Filed::Unasked => "unasked",
        Filed::Late(_) => "late",
        Filed::Draft => "draft",
        Filed::Faulty => "faulty",
        Filed::Missing => "missing",
        Filed::NotExpected => "not-expected",
    }
}

fn counts(what: Count, filed: Filed) -> bool {
    match what {
        Count::Expected => filed.is_expected(),
        Count::Received => filed.is_received(),
        Count::Late => matches!(filed, Filed::Late(_)),
        Count::Missing => filed.is_missing(),
        Count::Faulty => filed == Filed::Faulty,
    }
}

fn role(filed: Filed) -> Role {
    match filed {
        Filed::InTime | Filed::Unasked => Role::Plain,
        Filed::Late(_) | Filed::Draft => Role::Notice,
        Filed::Faulty => Role::Serious,
        Filed::Missing => Role::Grave,
        Filed::NotExpected => Role::Muted,
    }
}

impl View for FilingMatrix<'_> {
    fn data(&self) -> impl Serialize {
        let submissions = self.0;
        let plan = &submissions.workspace.plan;
        let id = |unit: UnitIx| &submissions.workspace.unit(unit).id;
        object! {
            #[serde(flatten)] head: page::head(plan, submissions.filings.as_of),
            months: list!((at, &month) in self.months().iter().enumerate() => {
                let tally = self.tally(at);
                month: month,
                report_day: plan.report_day_of(month),
                expected: tally.expected,
                received: tally.received,
                late: tally.late,
                missing: tally.missing,
                draft: tally.drafts,
                faulty: tally.faulty,
            }),
            rows: list!(&unit in submissions.units => {
                unit: id(unit),
                unit_name: submissions.name(unit),
                late: self.number(unit, Count::Late),
                missing: self.number(unit, Count::Missing),
                faulty: self.number(unit, Count::Faulty),
                months: list!((&filed, &month) in self.row(unit).iter().zip(self.months()) => {
                    month: month,
                    filed: filed_id(filed),
                    late_on: match filed {
                        Filed::Late(day) => Some(day),
                        _ => None,
                    },
                }),
            }),
            reminders: submissions.owed().map(id).collect::<Vec<_>>(),
            faulty: list!(file in submissions.faulty => submissions.faulty_data(file)),
        }
    }

    fn document(&self, lang: Lang) -> Document {
        let submissions = self.0;
        let plan = &submissions.workspace.plan;
        let as_of = submissions.filings.as_of;
        let mut blocks = page::opening_of(plan, as_of, lang);
        let tally = self.tally(self.months().len() - 1);
        blocks.push(Block::plain(words::summary(&tally, as_of.month, plan.report_day_of(as_of.month), lang)));
        blocks.push(self.matrix(lang));
        self.reminders(&mut blocks, lang);
        let others: Vec<&FaultyReport> = self.other_faulty().collect();
        if !others.is_empty() {
            blocks.push(Block::heading(Role::Serious, words::other_faulty(others.len(), lang)));
            blocks.extend(others.iter().map(|file| submissions.path(file.file)).take(MOST_FILES).map(Block::plain));
            if let Some(more @ 1..) = others.len().checked_sub(MOST_FILES) {
                blocks.push(Block::plain(words::more_files(more, lang)));
            }
        }
        Document { blocks }
    }

    /// The matrix without its sums, which a spreadsheet adds up itself.
    fn sheet(&self, lang: Lang) -> Table {
        let submissions = self.0;
        let units = || submissions.units.iter().map(|&unit| (submissions, unit));
        let names = table(&[Owing::Id, Owing::Unit], units(), lang);
        let filed = |&unit: &UnitIx| {
            let filed = self.row(unit).iter().zip(self.months());
            filed.map(|(&filed, &month)| Cell::with(role(filed), words::filed_in_full(filed, month, lang))).collect()
        };
        let filed = Table {
            columns: self.months().iter().map(|month| Owing::Filed.layout().headed(&month.to_string(), lang)).collect(),
            rows: submissions.units.iter().map(filed).collect(),
        };
        let counts = table(Counting::ALL, submissions.units.iter().map(|&unit| (self, unit)), lang);
        let (plan, as_of) = (&submissions.workspace.plan, submissions.filings.as_of);
        page::signed_by(names.beside(filed).beside(counts), plan, as_of, lang)
    }
}

columns! {
    /// How things stand with the report of a unit for the as-of month.
    pub(super) Owing of (Submissions<'a>, UnitIx) as row, lang;
    Id: words { "标识", "id" }
        means { "单位的标识", "id of the unit" } unit CODE from { "plan.toml", "plan.toml" }
        => Cell::code(&row.0.workspace.unit(row.1).id);
    Unit: words { "单位", "unit" }
        means { "对这一行负责的单位", "the unit that answers for the row" } unit TEXT
        from { "plan.toml 中单位的 name", "name of the unit in plan.toml" }
        => Cell::text(row.0.name(row.1));
    Filed: words { "报送情况", "filed" }
        means { "该月月报：按时、迟报（附日期）、草稿、有误、未报、另报（不要求而报）；不须报的为空", "the month's report: in time, late (with its day), draft, faulty, missing, extra (not asked for); empty where none is expected" }
        unit TEXT from { "月报文件和报送日期", "the report files and their days of filing" }
        => Cell::text(words::filed(row.0.filings.now(row.1), row.0.filings.as_of.month, lang));
    Due: words { "报送截止", "due by" }
        means { "月报最迟哪天报送，当日算按时；不须报的为空", "the last day on which the report is in time; empty where none is expected" } unit DAY
        from { "plan.toml 的 report-day、report-days", "report-day and report-days in plan.toml" }
        => shown(row.0.workspace.plan.due_day(row.1, row.0.filings.as_of.month), Cell::day);
}

columns! {
    /// What is counted of a unit.
    Counting of (&'a FilingMatrix<'a>, UnitIx) as row, lang;
    Late: numbers { "迟报", "late" }
        means { "迟报的份数：报送日以后才报", "reports filed after the report day" } unit REPORTS
        from { "按月数", "counted by month" }
        => row.0.count_of(row.1, Count::Late);
    Missing: numbers { "未报", "missing" }
        means { "未报的份数，草稿也算未报", "reports missing, drafts among them" } unit REPORTS
        from { "按月数", "counted by month" }
        => row.0.count_of(row.1, Count::Missing);
    Faulty: numbers { "有误", "faulty" }
        means { "文件有错误、读不进的份数", "reports whose file has errors" } unit REPORTS
        from { "按月数", "counted by month" }
        => row.0.count_of(row.1, Count::Faulty);
}
