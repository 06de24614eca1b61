//! Columns of tables. A column stands once: its heading, what it means, in which unit or form it is written, where it
//! comes from, and what stands in it; the page that picks it, the sheet, CSV and the sheet that explains the columns
//! all come from there.
//!
//! ```text
//! columns! {
//!     /// The columns of `audit`.
//!     Noticed of (AuditPage<'a>, &'a Observation) as row, lang;
//!     Lines: words { "出处", "lines" }
//!         means { "涉及的文件和行", "the files and lines it is about" } unit TEXT from { "方案文件夹", "the workspace" }
//!         => Cell::text(…);
//!     Item: Share::Item => row.share;             // the column of another table, of this row
//!     Worst: prose rank 1 like Share::Tier => …;  // its words, another layout, another cell
//! }
//! ```
//!
//! makes `enum Noticed { Lines, Item, Worst }`, of which [`table`] makes a table. A column that lacks a language or is
//! not explained does not compile.

use crate::document::{About, Cell, Column, Table, Text};
use crate::lang::{Both, Lang};

pub(super) const TEXT: Both = Both::new("文字", "text");
pub(super) const NUMBER: Both = Both::new("数", "number");
pub(super) const MONTH: Both = Both::new("月份，如 2022-06，指该月末", "month, such as 2022-06: its close");
pub(super) const DAY: Both = Both::new("日期", "day");
pub(super) const MOMENT: Both = Both::new("月份或日期；月份指该月末", "month or day; a month is its close");
pub(super) const CODE: Both = Both::new("编号，按文字存放", "code, kept as text");
pub(super) const MONTHS: Both = Both::new("月，最多两位小数", "months, two decimals at most");
pub(super) const IN_MEASURE: Both = Both::new("数，单位见“计量”", "number, in the unit under `measure`");
pub(super) const FIGURE: Both = Both::new("文字，数带单位", "text, figures with their unit");
pub(super) const SHARES: Both = Both::new("份", "shares");
pub(super) const REPORTS: Both = Both::new("份", "reports");
pub(super) const YES: Both = Both::new("是或否；空为否", "yes or no; empty is no");
pub(super) const YES_NO: Both = Both::new("是或否", "yes or no");
pub(super) const LINE: Both = Both::new("路径:行号", "path:line");
pub(super) const PATH: Both = Both::new("路径", "path");

/// What is said of a column, and how it is laid out.
#[derive(Clone, Copy)]
pub(super) struct Layout {
    pub(super) head: Both,
    pub(super) means: Both,
    pub(super) unit: Both,
    pub(super) from: Both,
    pub(super) column: fn(&str) -> Column,
    /// Columns with a higher rank are left out first where there is no room.
    pub(super) rank: u8,
}

impl Layout {
    /// A column of words; nothing said of it may be empty, which stops the build where this is a constant.
    pub(super) const fn new(head: Both, means: Both, unit: Both, from: Both) -> Self {
        assert!(head.is_said() && means.is_said() && unit.is_said() && from.is_said());
        Self { head, means, unit, from, column: |head| Column::words(head), rank: 0 }
    }

    /// The column, explained.
    pub(super) fn column(self, lang: Lang) -> Column {
        self.headed(self.head.pick(lang), lang)
    }

    /// The same under a heading that depends on the data.
    pub(super) fn headed(self, head: &str, lang: Lang) -> Column {
        let [means, unit, from] = [self.means, self.unit, self.from].map(|both| Text::new(both.pick(lang)));
        (self.column)(head).rank(self.rank).about(About { means, unit, from })
    }
}

/// A column of a table; see the top of this file.
pub(super) trait Columns: Copy + 'static {
    /// What a row is made of.
    type Row<'a>;
    /// All columns, in order.
    const ALL: &'static [Self];

    /// What is said of it.
    fn layout(self) -> Layout;
    /// What stands in it.
    fn cell(self, row: &Self::Row<'_>, lang: Lang) -> Cell;

    /// Its heading.
    fn head(self, lang: Lang) -> &'static str {
        self.layout().head.pick(lang)
    }
}

/// A table with some columns.
pub(super) fn table<'a, C: Columns>(columns: &[C], rows: impl IntoIterator<Item = C::Row<'a>>, lang: Lang) -> Table {
    let row = |row: C::Row<'a>| columns.iter().map(|column| column.cell(&row, lang)).collect();
    Table {
        columns: columns.iter().map(|column| column.layout().column(lang)).collect(),
        rows: rows.into_iter().map(row).collect(),
    }
}

/// A column with what stands in it.
pub(super) type Listed<'r, R> = (Column, &'r dyn Fn(&R) -> Cell);

/// A table that stands on a page only, where nothing explains its columns.
pub(super) fn listed<'r, R: 'r>(
    columns: impl IntoIterator<Item = Listed<'r, R>>,
    rows: impl IntoIterator<Item = R>,
) -> Table {
    let (columns, cells): (Vec<Column>, Vec<_>) = columns.into_iter().unzip();
    let row = |row: R| cells.iter().map(|cell| cell(&row)).collect();
    Table { columns, rows: rows.into_iter().map(row).collect() }
}

/// A list of columns; see the top of this file.
macro_rules! columns {
    ($(#[$about:meta])* $visible:vis $table:ident of $row:ty as $it:ident, $lang:ident; $($columns:tt)+) => {
        columns! { @each $lang ($(#[$about])* [$visible] $table $it $row) [] $($columns)+ }
    };
    (@each $lang:ident $of:tt $done:tt) => { columns! { @make $lang $of $done } };
    (@each $lang:ident $of:tt [$($done:tt)*]
        $column:ident: $kind:ident $(rank $rank:literal)? { $zh:literal, $en:literal }
        means { $means_zh:literal, $means_en:literal $(,)? } unit $unit:tt from { $from_zh:literal, $from_en:literal $(,)? }
        => $cell:expr; $($rest:tt)*
    ) => {
        columns! { @each $lang $of [$($done)* {
            $column $cell;
            $crate::views::columns::Layout {
                column: |head| $crate::document::Column::$kind(head),
                $(rank: $rank,)?
                ..const { $crate::views::columns::Layout::new(
                    $crate::lang::Both::new($zh, $en),
                    $crate::lang::Both::new($means_zh, $means_en),
                    columns!(@unit $unit),
                    $crate::lang::Both::new($from_zh, $from_en),
                ) }
            }
        }] $($rest)* }
    };
    (@each $lang:ident $of:tt [$($done:tt)*]
        $column:ident: $kind:ident $(rank $rank:literal)? like $same:path => $cell:expr; $($rest:tt)*
    ) => {
        columns! { @each $lang $of [$($done)* {
            $column $cell;
            $crate::views::columns::Layout {
                column: |head| $crate::document::Column::$kind(head),
                rank: columns!(@rank $($rank)?),
                ..$crate::views::columns::Columns::layout($same)
            }
        }] $($rest)* }
    };
    (@each $lang:ident $of:tt [$($done:tt)*] $column:ident: $same:path => $row:expr; $($rest:tt)*) => {
        columns! { @each $lang $of [$($done)* {
            $column $crate::views::columns::Columns::cell($same, &$row, $lang);
            $crate::views::columns::Columns::layout($same)
        }] $($rest)* }
    };
    (@make $lang:ident ($(#[$about:meta])* [$visible:vis] $table:ident $it:ident $row:ty)
        [$({ $column:ident $cell:expr; $layout:expr })+]
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $visible enum $table { $($column),+ }

        impl $crate::views::columns::Columns for $table {
            type Row<'a> = $row;
            const ALL: &'static [Self] = &[$(Self::$column),+];

            fn layout(self) -> $crate::views::columns::Layout {
                match self { $(Self::$column => $layout),+ }
            }

            fn cell(self, $it: &Self::Row<'_>, $lang: $crate::text::Lang) -> $crate::document::Cell {
                let _ = $lang;
                match self { $(Self::$column => $cell),+ }
            }
        }
    };
    (@unit { $zh:literal, $en:literal }) => { $crate::lang::Both::new($zh, $en) };
    (@unit $unit:ident) => { $crate::views::columns::$unit };
    (@rank) => { 0 };
    (@rank $rank:literal) => { $rank };
}
