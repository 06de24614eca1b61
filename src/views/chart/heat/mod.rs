//! The year at a glance: rows by months, in each cell the tier of that month or how the share stood, marked where it is
//! presumed and where no report was filed.

mod drawn;
mod letters;

use serde::Serialize;

use super::super::View;
use super::super::columns::{Columns, Layout, TEXT, table};
use super::super::page;
use super::super::results::{Filter, Results};
use super::super::row::{Row, Share, shown};
use super::super::status::GroupColumn;
use super::{Rows, grouped};
use crate::assess::{AsOf, Bucket, FaultyReports, Filed, ShareAssessment, Verdict, Withheld};
use crate::document::{Block, Cell, Document, Picture, Role, Table, Text};
use crate::lang::Both;
use crate::model::{Item, Lag, Month, Tier};
use crate::text::chart::{self as words, Chart};
use crate::text::{Lang, phrases, register, terms};

/// The year at a glance.
#[derive(Debug)]
pub struct Heat<'a> {
    results: Results<'a>,
    rows: Rows,
    shares: Vec<&'a ShareAssessment>,
    strips: Vec<Strip<'a>>,
}

/// A row of it.
#[derive(Clone, Debug)]
struct Strip<'a> {
    /// The share that it is named after.
    named: &'a ShareAssessment,
    count: usize,
    /// One for each month of the plan; none where nothing is known yet, or nothing can lag.
    months: Vec<Option<Square<'a>>>,
}

/// What a month is shown by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    Complete,
    OnTrack,
    Behind,
    /// Late by one month, two, three or more, without a tier.
    Late1,
    Late2,
    Late3,
    /// An exemption withholds the tier.
    Exempt,
    /// The tier is withheld because the source contradicts itself.
    Disputed,
    Tier(Tier),
}

impl Mark {
    fn of(verdict: &Verdict) -> Self {
        match (verdict.tier, verdict.withheld_as(), verdict.bucket) {
            (Some(tier), ..) => Self::Tier(tier),
            (None, Some(Withheld::Exempt), _) => Self::Exempt,
            (None, Some(Withheld::Disputed), _) => Self::Disputed,
            (None, None, Bucket::Complete) => Self::Complete,
            (None, None, Bucket::Behind) => Self::Behind,
            (None, None, Bucket::Lag1) => Self::Late1,
            (None, None, Bucket::Lag2) => Self::Late2,
            (None, None, Bucket::Lag3) => Self::Late3,
            (None, None, Bucket::OnTrack | Bucket::Standing | Bucket::Unscheduled) => Self::OnTrack,
        }
    }

    /// Its letter or number, the same in both languages.
    fn letter(self) -> String {
        let letter = match self {
            Self::Complete => "#",
            Self::OnTrack => ".",
            Self::Behind => "-",
            Self::Late1 => "a",
            Self::Late2 => "b",
            Self::Late3 => "c",
            Self::Exempt => "x",
            Self::Disputed => "u",
            Self::Tier(tier) => return (tier.0 + 1).to_string(),
        };
        letter.to_owned()
    }
}

/// One month of a row.
#[derive(Clone, Copy, Debug)]
struct Square<'a> {
    assessed: &'a ShareAssessment,
    verdict: &'a Verdict,
    mark: Mark,
    /// The unit has filed no report for the month.
    is_unfiled: bool,
}

impl<'a> Heat<'a> {
    /// Picks the shares that can lag, in the order of the plan: each, or the worst of each item or unit in each month.
    pub fn of(results: Results<'a>, filter: &Filter, rows: Rows) -> Self {
        let shares = results.in_order(filter);
        let lagging = |assessed: &&ShareAssessment| {
            let mut history = assessed.history().iter();
            history.any(|verdict| verdict.lag.is_some())
        };
        let drawn = shares.iter().copied().filter(lagging);
        let strip = |group: Vec<&'a ShareAssessment>| Strip {
            named: group[0],
            count: group.len(),
            months: results
                .workspace
                .plan
                .start
                .through(last_of(results))
                .map(|month| square(results, &group, month))
                .collect(),
        };
        Self { results, rows, strips: grouped(results, drawn, rows).into_iter().map(strip).collect(), shares }
    }

    fn month(&self) -> Month {
        self.results.assessment.as_of.month
    }

    fn months(&self) -> impl Iterator<Item = Month> + Clone + use<> {
        self.results.workspace.plan.start.through(last_of(self.results))
    }

    fn summary(&self, lang: Lang) -> String {
        let mut tiers = 0;
        let mut presumed = 0;
        let mut unfiled = 0;
        for square in self.strips.iter().flat_map(|strip| strip.months.iter().flatten()) {
            tiers += usize::from(square.verdict.tier.is_some());
            presumed += usize::from(square.verdict.presumed);
            unfiled += usize::from(square.is_unfiled);
        }
        words::heat_summary(self.strips.len(), self.rows.counted(), [tiers, presumed, unfiled], lang)
    }

    fn left_out(&self, lang: Lang) -> Option<String> {
        super::left_out(&self.shares, lang)
    }

    /// What the row is about, and whose it is.
    fn name(&self, strip: &Strip<'_>, lang: Lang) -> [String; 2] {
        let item = self.results.item(strip.named);
        let unit = self.results.unit(strip.named).name.clone();
        let name = format!("{} {}", item.id, item.title);
        match self.rows {
            Rows::Share => [name, unit],
            Rows::Item if strip.count == 1 => [name, unit],
            Rows::Item => [name, words::shares(strip.count, lang)],
            Rows::Unit => [unit, words::shares(strip.count, lang)],
        }
    }

    /// The marks that are there, in the order of a legend.
    fn marks(&self) -> Vec<Mark> {
        let squares = self.strips.iter().flat_map(|strip| strip.months.iter().flatten());
        let mut marks: Vec<Mark> = squares.map(|square| square.mark).collect();
        marks.sort_unstable();
        marks.dedup();
        marks
    }

    /// What a mark means, with the name of its tier.
    fn meaning(&self, mark: Mark, lang: Lang) -> String {
        let meaning = match mark {
            Mark::Complete => terms::bucket(Bucket::Complete, lang).to_owned(),
            Mark::OnTrack => terms::bucket(Bucket::OnTrack, lang).to_owned(),
            Mark::Behind => terms::bucket(Bucket::Behind, lang).to_owned(),
            Mark::Late1 => words::no_tier(Bucket::Lag1, lang),
            Mark::Late2 => words::no_tier(Bucket::Lag2, lang),
            Mark::Late3 => words::no_tier(Bucket::Lag3, lang),
            Mark::Exempt => register::withheld_word(Withheld::Exempt, lang).to_owned(),
            Mark::Disputed => register::withheld_word(Withheld::Disputed, lang).to_owned(),
            Mark::Tier(tier) => self.results.tier_name(tier).to_owned(),
        };
        format!("{} {meaning}", mark.letter())
    }

    fn picture(&self, lang: Lang) -> Picture {
        let plan = &self.results.workspace.plan;
        let opening = page::about(plan, self.results.assessment.as_of, lang);
        Picture {
            title: Text::new(words::caption(Chart::Heat, &opening, lang)),
            about: Text::new(self.summary(lang)),
            whole: drawn::drawn(self, &self.strips, lang),
            sheets: self.strips.chunks(drawn::ROWS_ON_A_SHEET).map(|strips| drawn::drawn(self, strips, lang)).collect(),
            letters: letters::letters(self, lang),
        }
    }
}

/// The worst of some shares in a month.
fn square<'a>(results: Results<'a>, group: &[&'a ShareAssessment], month: Month) -> Option<Square<'a>> {
    let verdicts = group.iter().rev().filter_map(|&assessed| {
        let mut history = assessed.history().iter();
        let verdict = history.find(|verdict| verdict.month == month)?;
        verdict.lag.map(|_| (assessed, verdict))
    });
    let (assessed, verdict) = verdicts
        .max_by_key(|(_, verdict)| (verdict.tier, verdict.lag, verdict.flags.due_unmet, !verdict.flags.complete))?;
    let as_of = AsOf { month, ..results.assessment.as_of };
    let unit = results.share(assessed).unit;
    let filed = Filed::of(results.workspace, unit, as_of, &FaultyReports::new());
    Some(Square { assessed, verdict, mark: Mark::of(verdict), is_unfiled: filed.is_owed() })
}

impl Square<'_> {
    /// The mark with what has to be said beside it: `2?!`
    fn said(&self) -> String {
        let mut said = self.mark.letter();
        if self.verdict.presumed {
            said.push('?');
        }
        if self.is_unfiled {
            said.push('!');
        }
        said
    }
}

impl View for Heat<'_> {
    fn data(&self) -> impl Serialize {
        let drawn: Vec<&ShareAssessment> = self.strips.iter().map(|strip| strip.named).collect();
        let data = |_: Results<'_>, named: &ShareAssessment| {
            let mut strips = self.strips.iter();
            let strip = strips.find(|strip| strip.named.share == named.share);
            self.strip_data(strip.expect("what is drawn has a row"))
        };
        object! {
            #[serde(flatten)] page: page::counted(self.results, &self.shares, &drawn, data),
            chart: "heat",
            by: self.rows.id(),
        }
    }

    fn document(&self, lang: Lang) -> Document {
        let mut blocks = page::opening(self.results, lang);
        let plain = |said: String| Block::plain(said);
        if self.shares.is_empty() {
            blocks.push(plain(phrases::nothing_selected(lang).to_owned()));
            return Document { blocks };
        }
        blocks.push(plain(self.summary(lang)));
        blocks.extend(self.left_out(lang).map(|said| Block::paragraph(Role::Muted, said)));
        if !self.strips.is_empty() {
            blocks.push(Block::Picture(Box::new(self.picture(lang))));
        }
        Document { blocks }
    }

    /// Each month a column, in words.
    fn sheet(&self, lang: Lang) -> Table {
        let rows = || self.strips.iter().map(|strip| (self, strip));
        let months: Vec<InMonth> = self.months().enumerate().map(|(at, _)| InMonth(at)).collect();
        let mut in_months = table(&months, rows(), lang);
        for (column, month) in in_months.columns.iter_mut().zip(self.months()) {
            *column = InMonth(0).layout().headed(&month.to_string(), lang);
        }
        page::signed(table(Looked::ALL, rows(), lang).beside(in_months), self.results, lang)
    }
}

columns! {
    /// The columns of `chart heat` before its months.
    Looked of (&'a Heat<'a>, &'a Strip<'a>) as row, lang;
    Item: words like Share::Item => row.0.of_item(row.1, |item| Cell::code(&item.id));
    Title: words like Share::Title => row.0.of_item(row.1, |item| Cell::text(&item.title));
    Unit: words like Share::Unit => {
        let is_item = row.0.rows == Rows::Item;
        shown((!is_item).then(|| row.0.results.unit(row.1.named)), |unit| Cell::text(&unit.name))
    };
    Shares: numbers like GroupColumn::Shares => Cell::bare(row.1.count.to_string());
}

/// The column of the month at a position.
#[derive(Clone, Copy)]
struct InMonth(usize);

impl Columns for InMonth {
    type Row<'a> = (&'a Heat<'a>, &'a Strip<'a>);
    const ALL: &'static [Self] = &[];

    fn layout(self) -> Layout {
        Layout::new(
            Both::new("月份", "month"),
            Both::new(
                "该月末的档次或状态，推定的、没有月报的另外注明；那时还没有的为空",
                "tier or state at that close, and whether it is presumed or no report is in; empty where it was not there yet",
            ),
            TEXT,
            Both::new("逐月核算", "assessed month by month"),
        )
    }

    fn cell(self, (heat, strip): &Self::Row<'_>, lang: Lang) -> Cell {
        shown(strip.months[self.0].as_ref(), |square| {
            let tier = Row::for_page(heat.results, square.assessed).at(square.verdict).tier(lang);
            let said = terms::tier(tier.text.shown(), square.verdict.presumed, lang);
            Cell::text(words::with_filing(&said, square.is_unfiled, lang))
        })
    }
}

impl Heat<'_> {
    fn of_item(&self, strip: &Strip<'_>, cell: impl FnOnce(&Item) -> Cell) -> Cell {
        shown((self.rows != Rows::Unit).then(|| self.results.item(strip.named)), cell)
    }

    fn strip_data(&self, strip: &Strip<'_>) -> impl Serialize + Send + use<'_> {
        let item = (self.rows != Rows::Unit).then(|| self.results.item(strip.named));
        let unit = (self.rows != Rows::Item).then(|| self.results.unit(strip.named));
        object! {
            item: item.map(|item| &item.id),
            title: item.map(|item| &item.title),
            unit: unit.map(|unit| &unit.id),
            unit_name: unit.map(|unit| &unit.name),
            shares: strip.count,
            months: list!(square in strip.months.iter().flatten() => self.square_data(square)),
        }
    }

    fn square_data(&self, square: &Square<'_>) -> impl Serialize + Send + use<'_> {
        let verdict = square.verdict;
        object! {
            month: verdict.month,
            item: &self.results.item(square.assessed).id,
            unit: &self.results.unit(square.assessed).id,
            bucket: verdict.bucket,
            lag: verdict.lag,
            lag_months: verdict.lag.map(Lag::truncated),
            tier: verdict.tier.map(|tier| self.results.tier_id(tier)),
            presumed: verdict.presumed,
            reported: !square.is_unfiled,
        }
    }
}

/// The last month drawn: the plan's, or the as-of month where that is followed up.
fn last_of(results: Results<'_>) -> Month {
    results.workspace.plan.end.max(results.assessment.as_of.month)
}
