//! 看板: one page for the leader, to be looked through without this program: counts, proposals with their derivation
//! folded in, every share, who has reported, ranks, and what next month asks for. It draws the one assessed result.

use serde::Serialize;

use super::View;
use super::chart::{Front, Heat, Rows, pictures};
use super::columns::{Listed, listed, table};
use super::explanation::certified;
use super::filing::FilingMatrix;
use super::page;
use super::ranks::ranks;
use super::results::{Filter, Results};
use super::row::{self, Row, Share, shown};
use super::sentences::figures;
use super::status;
use super::submissions::Submissions;
use super::sums;
use crate::assess::{Bucket, FaultyReports, Filings, ShareAssessment, Tally};
use crate::document::{Block, Cell, Choice, Column, Document, Role, Table, Tags, Text};
use crate::model::UnitIx;
use crate::text::board::{self as words, Section};
use crate::text::{Lang, chart, measure, phrases, terms};

/// More shares than these are drawn by unit, each by its worst share: nobody scrolls through thousands of rows.
const MOST_DRAWN: usize = 100;

/// What the rows of the pictures stand for.
pub(super) fn rows_of(shares: usize) -> Rows {
    if shares > MOST_DRAWN { Rows::Unit } else { Rows::Share }
}

/// The board of a month.
#[derive(Debug)]
pub struct Board<'a> {
    results: Results<'a>,
    shares: Vec<&'a ShareAssessment>,
}

impl<'a> Board<'a> {
    /// Looks at all shares.
    pub fn of(results: Results<'a>) -> Self {
        Self { results, shares: results.gravest_first(&Filter::default()) }
    }
}

/// What a share is about.
pub(super) fn tags(results: Results<'_>, assessed: &ShareAssessment) -> Tags {
    let task = results.task(assessed);
    let tier = assessed.verdict().tier;
    Tags {
        unit: results.unit(assessed).name.clone(),
        task: format!("{} {}", task.number, task.title),
        tier: tier.map_or_else(String::new, |tier| results.tier_name(tier).to_owned()),
    }
}

/// The line that a derivation unfolds from.
pub(super) fn fold_head(results: Results<'_>, assessed: &ShareAssessment, lang: Lang) -> Text {
    let (item, verdict) = (results.item(assessed), assessed.verdict());
    let tier = Row::for_page(results, assessed).tier(lang).text;
    let tier = terms::tier(tier.shown(), verdict.presumed, lang);
    let unit = &results.unit(assessed).name;
    let figures = figures(results, assessed, lang);
    let space = lang.pick("　", "  ");
    let head = format!("{tier}{space}{unit}{space}{} {}{space}{figures}", item.id, item.title);
    Text::with(row::tier_role(results, verdict.tier), head)
}

impl View for Board<'_> {
    fn data(&self) -> impl Serialize {
        object! {
            #[serde(flatten)] page: page::data(self.results, &self.shares, row::data),
            #[serde(flatten)] sums: sums::data(self.results, self.shares.iter().copied()),
        }
    }

    fn document(&self, lang: Lang) -> Document {
        let mut blocks = page::opening(self.results, lang);
        let titled = |title: String| Block::heading(Role::Strong, title);
        let heading = |section| titled(words::section(section, lang));
        blocks.push(heading(Section::Overall));
        blocks.push(page::filing(self.results, lang));
        blocks.extend(page::counts(self.results, self.shares.iter().copied(), lang));
        blocks.push(Block::Table(self.states(lang)));
        blocks.extend(sums::block(self.results, self.shares.iter().copied(), lang));
        let rows = rows_of(self.shares.len());
        let all = Filter::default();
        blocks.push(heading(Section::Front));
        blocks.push(Block::plain(chart::front_reading(lang)));
        blocks.extend(pictures(&Front::of(self.results, &all, rows), lang));
        blocks.push(heading(Section::Heat));
        blocks.extend(pictures(&Heat::of(self.results, &all, rows), lang));
        blocks.push(Block::Choice(choice(lang)));
        blocks.push(heading(Section::Tiers));
        blocks.push(Block::plain(phrases::proposals_only(lang)));
        blocks.extend(self.tiers(lang));
        blocks.push(heading(Section::Shares));
        blocks.push(Block::Chosen {
            table: table(Share::PAGE, self.shares.iter().map(|one| Row::for_page(self.results, one)), lang),
            tags: self.shares.iter().map(|one| tags(self.results, one)).collect(),
        });
        blocks.push(heading(Section::Filing));
        blocks.push(self.filing(lang));
        blocks.push(heading(Section::Ranks));
        blocks.extend(ranks(self.results, |_, kind| kind.to_owned(), lang));
        let next = self.results.assessment.as_of.month.plus(1);
        if next <= self.results.workspace.plan.track_until {
            blocks.push(titled(words::next_section(next, lang)));
            blocks.push(self.next(lang));
        }
        Document { blocks }
    }

    fn sheet(&self, lang: Lang) -> Table {
        status::sheet(self.results, &self.shares, lang)
    }
}

impl Board<'_> {
    /// How many stand where, and stood a month ago.
    fn states(&self, lang: Lang) -> Table {
        let tally = Tally::of(self.shares.iter().copied());
        let before = |bucket: Bucket| {
            self.shares.iter().filter_map(|one| one.before()).filter(|verdict| verdict.bucket == bucket).count()
        };
        let columns: [Listed<'_, (Bucket, usize)>; 3] = [
            (Column::words(lang.pick("状态", "state")), &|of| Cell::text(terms::bucket(of.0, lang))),
            (Column::numbers(lang.pick("份数", "shares")), &|of| Cell::bare(of.1.to_string())),
            (Column::numbers(lang.pick("上月末", "a month ago")), &|of| Cell::bare(before(of.0).to_string())),
        ];
        listed(columns, tally.iter())
    }

    /// Every share with a tier, its derivation folded in.
    fn tiers(&self, lang: Lang) -> Vec<Block> {
        let with_tier = self.shares.iter().copied().filter(|one| one.verdict().tier_by_rule().is_some());
        let fold = |assessed: &ShareAssessment| Block::Fold {
            head: fold_head(self.results, assessed, lang),
            tags: tags(self.results, assessed),
            blocks: vec![Block::Table(certified(self.results, assessed, lang))],
        };
        let folds: Vec<Block> = with_tier.map(fold).collect();
        if folds.is_empty() {
            return vec![Block::plain(phrases::no_proposals(lang))];
        }
        folds
    }

    fn filing(&self, lang: Lang) -> Block {
        let workspace = self.results.workspace;
        let filings = Filings::of(workspace, self.results.assessment.as_of, &FaultyReports::new());
        let units: Vec<UnitIx> = workspace.units().collect();
        FilingMatrix::of(Submissions {
            sources: self.results.sources,
            workspace,
            faulty: &[],
            filings: &filings,
            units: &units,
        })
        .matrix(lang)
    }

    /// What has to be shown next month, and what follows if it is not.
    fn next(&self, lang: Lang) -> Block {
        use Share::{Item, Title, Unit};
        let next = self.results.assessment.as_of.month.plus(1);
        let asked = |one: &ShareAssessment| self.results.asked_next(one);
        let asked_of: Vec<&ShareAssessment> = self.shares.iter().copied().filter(|one| asked(one).is_some()).collect();
        if asked_of.is_empty() {
            return Block::plain(words::nothing_next(lang));
        }
        let needs = |one: &ShareAssessment| {
            shown(asked(one), |needs| Cell::text(measure::needs(&needs, self.results.item(one), lang)))
        };
        let tier = |one: &ShareAssessment| {
            let outlook = self.results.outlook(one).filter(|outlook| outlook.month == next);
            row::named_tier(self.results, outlook.map(|outlook| outlook.tier).or(one.verdict().tier))
        };
        let columns: [Listed<'_, &ShareAssessment>; 2] = [
            (Column::prose(lang.pick("下月月报须", "the next report has to")), &|one| needs(one)),
            (Column::words(lang.pick("若无新进展", "if nothing changes")), &|one| tier(one)),
        ];
        let rows = asked_of.iter().map(|one| Row::for_page(self.results, one));
        Block::Chosen {
            tags: asked_of.iter().map(|one| tags(self.results, one)).collect(),
            table: table(&[Unit, Item, Title], rows, lang).beside(listed(columns, asked_of)),
        }
    }
}

/// The words for choosing.
pub(super) fn choice(lang: Lang) -> Choice {
    Choice {
        heads: words::heads(lang).map(Text::new),
        all: Text::new(words::all(lang)),
        shown: Text::new(words::shown(lang)),
        reset: Text::new(words::reset(lang)),
    }
}
