//! 汇总: several plans on one page: a city over its districts, a district over its townships. Each is assessed by its own
//! files and keeps its own ids; every row says where it comes from, and what could not be read is named.

use serde::Serialize;

use super::View;
use super::board;
use super::chart::{Front, Heat, pictures};
use super::columns::{Columns, table};
use super::escalation::{Escalation, Section, proposals};
use super::explanation::certified;
use super::page::{self, Buckets, FORMAT_VERSION};
use super::results::{Filter, Results};
use super::row::{self, Row, Share};
use super::status::{self, By, Status};
use crate::assess::{AsOf, ShareAssessment, Tally};
use crate::document::{Block, Cell, Document, Role, Table, Tags, Text};
use crate::text::board::{self as board_words, Section as BoardSection};
use crate::text::{Lang, phrases, rolled as words, terms};

/// One plan of several.
#[derive(Debug)]
pub struct Part<'a> {
    /// Where it lies, as it was named: `上党区`, `city/dongqu`.
    pub name: String,
    /// Its verdicts.
    pub results: Results<'a>,
    /// Which of its shares are shown; none where nothing in it is meant.
    pub filter: Option<Filter>,
}

/// What the page shows of each plan: all that it learns of the options of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Every share, or what they are rolled up by.
    Status(By),
    /// Proposals.
    Escalation,
    /// Everything, to be looked through.
    Board,
}

/// Several plans at once.
#[derive(Debug)]
pub struct Rolled<'a> {
    as_of: AsOf,
    parts: Vec<Part<'a>>,
    /// Plans that are not part of it, and why, in words.
    left_out: Vec<(String, String)>,
    shown: Shown,
}

impl<'a> Rolled<'a> {
    /// Puts plans together that are assessed for one month.
    pub fn of(as_of: AsOf, parts: Vec<Part<'a>>, left_out: Vec<(String, String)>, shown: Shown) -> Self {
        Self { as_of, parts, left_out, shown }
    }

    /// Whether any share that is meant has a tier.
    pub fn has_tier(&self) -> bool {
        let mut all = self.all().into_iter();
        all.any(|(_, assessed)| assessed.verdict().tier.is_some())
    }

    fn shares<'p>(part: &Part<'p>) -> Vec<&'p ShareAssessment> {
        let filter = part.filter.as_ref();
        filter.map_or_else(Vec::new, |filter| part.results.gravest_first(filter))
    }

    /// The shares of all plans with the plan of each, gravest first: ladders may differ, so tiers are compared by the
    /// lag they take.
    fn all(&self) -> Vec<(&Part<'a>, &'a ShareAssessment)> {
        let shares = self.parts.iter().flat_map(|part| {
            let shares = Self::shares(part).into_iter();
            shares.map(move |assessed| (part, assessed))
        });
        let mut shares: Vec<_> = shares.collect();
        // The sort is stable: within a plan the order stays what it is.
        shares.sort_by_key(|(part, assessed)| {
            let verdict = assessed.verdict();
            let ladder = &part.results.workspace.plan.ladder;
            let from = verdict.tier.map(|tier| ladder.rung(tier).from);
            std::cmp::Reverse((from, verdict.lag))
        });
        shares
    }

    /// Those that the page shows.
    fn rows(&self) -> Vec<(&Part<'a>, &'a ShareAssessment)> {
        let is_shown = |assessed: &ShareAssessment| match self.shown {
            Shown::Status(_) | Shown::Board => true,
            Shown::Escalation => Escalation::shows(assessed),
        };
        let mut rows = self.all();
        rows.retain(|(_, assessed)| is_shown(assessed));
        rows
    }

    fn head(&self, lang: Lang) -> Vec<Block> {
        let mut about = vec![phrases::as_of(self.as_of.month, lang)];
        about.extend(self.as_of.known_by.map(|day| phrases::known_by(day, lang)));
        let mut blocks = vec![
            Block::title(words::title(self.parts.len(), lang)),
            Block::paragraph(Role::Plain, about.join(lang.pick("　", "; "))),
        ];
        for (member, why) in &self.left_out {
            blocks.push(Block::paragraph(Role::Grave, words::left_out(member, why, lang)));
        }
        for part in &self.parts {
            let plan = &part.results.workspace.plan;
            let Block::Paragraph(filed) = page::filing(part.results, lang) else {
                unreachable!("who has reported is said in a paragraph");
            };
            let line = words::part(&part.name, &plan.title, plan.sample, filed.shown(), lang);
            blocks.push(Block::paragraph(Role::Plain, line));
        }
        blocks.push(Block::paragraph(Role::Muted, words::own_rules(lang)));
        let tally = Tally::of(self.all().into_iter().map(|(_, assessed)| assessed));
        let counted = tally.iter();
        let counted: Vec<(String, usize)> =
            counted.map(|(bucket, count)| (terms::bucket(bucket, lang).to_owned(), count)).collect();
        blocks.push(Block::paragraph(Role::Plain, phrases::tally(tally.total(), &counted, lang)));
        blocks
    }

    fn table(&self, lang: Lang) -> Table {
        let rows = self.rows();
        let members = rows.iter().map(|(part, _)| part.name.as_str());
        let shares = rows.iter().map(|(part, assessed)| Row::for_page(part.results, assessed));
        table(Member::ALL, members, lang).beside(table(Share::PAGE, shares, lang))
    }

    /// The groups of all plans in one table, plan after plan; none where every share has its row.
    fn grouped(&self, lang: Lang, sign: impl Fn(Table, Results<'_>) -> Table) -> Option<Table> {
        let Shown::Status(by @ (By::Task | By::Unit)) = self.shown else { return None };
        let groups = self.parts.iter().filter_map(|part| {
            let groups = Status::of(part.results, part.filter.as_ref()?, by).grouped(lang)?;
            let members = vec![part.name.as_str(); groups.rows.len()];
            Some(table(Member::ALL, members, lang).beside(sign(groups, part.results)))
        });
        Some(Table::stacked(groups))
    }

    /// The boards of all plans in one: what can be chosen together stands together, each plan has its own pictures.
    fn board(&self, lang: Lang) -> Vec<Block> {
        let heading = |said: String| Block::heading(Role::Strong, said);
        let from = |part: &Part<'_>, said: &str| format!("{}{}{said}", part.name, space(lang));
        let tags = |part: &Part<'a>, assessed: &ShareAssessment| {
            let own = board::tags(part.results, assessed);
            Tags { unit: from(part, &own.unit), task: from(part, &own.task), tier: own.tier }
        };
        let all = self.all();
        let mut blocks =
            vec![Block::Choice(board::choice(lang)), heading(board_words::section(BoardSection::Tiers, lang))];
        let with_tier = all.iter().filter(|(_, one)| one.verdict().tier_by_rule().is_some());
        blocks.extend(with_tier.map(|(part, assessed)| {
            let head = board::fold_head(part.results, assessed, lang);
            Block::Fold {
                head: Text::with(head.role, from(part, head.shown())),
                tags: tags(part, assessed),
                blocks: vec![Block::Table(certified(part.results, assessed, lang))],
            }
        }));
        blocks.push(heading(board_words::section(BoardSection::Shares, lang)));
        blocks.push(Block::Chosen {
            table: self.table(lang),
            tags: all.iter().map(|(part, one)| tags(part, one)).collect(),
        });
        for part in &self.parts {
            let all = Filter::default();
            let rows = board::rows_of(part.results.assessment.shares.len());
            let front = Front::of(part.results, &all, rows);
            let heat = Heat::of(part.results, &all, rows);
            blocks.push(heading(from(part, &board_words::section(BoardSection::Front, lang))));
            blocks.extend(pictures(&front, lang));
            blocks.extend(pictures(&heat, lang));
        }
        blocks
    }

    /// The sections of all plans, those with the same heading together.
    fn sections(&self, lang: Lang) -> Vec<Section> {
        let mut all: Vec<Section> = Vec::new();
        for part in &self.parts {
            let Some(filter) = &part.filter else { continue };
            for section in Escalation::of(part.results, filter).sections(lang) {
                let entries = section.entries.into_iter().map(|entry| from(&part.name, entry, lang));
                match all.iter_mut().find(|known| known.kind == section.kind) {
                    Some(known) => known.entries.extend(entries),
                    None => all.push(Section { kind: section.kind, entries: entries.collect() }),
                }
            }
        }
        all.sort_by(|one, other| one.kind.order().cmp(&other.kind.order()));
        all
    }
}

fn space(lang: Lang) -> &'static str {
    lang.pick("　", "  ")
}

/// An entry with the plan it comes from.
fn from(member: &str, entry: Block, lang: Lang) -> Block {
    match entry {
        Block::Entry { head, lines } => {
            Block::Entry { head: Text::with(head.role, format!("{member}{}{}", space(lang), head.shown())), lines }
        }
        other => other,
    }
}

impl View for Rolled<'_> {
    /// Rows stand with their plan, so that ids cannot collide.
    fn data(&self) -> impl Serialize {
        let all = self.all().into_iter().map(|(_, assessed)| assessed);
        object! {
            format_version: FORMAT_VERSION,
            as_of: self.as_of.month,
            known_by: self.as_of.known_by,
            buckets: Buckets(Tally::of(all)),
            members: list!(part in &self.parts => {
                let counted = Self::shares(part);
                let is_shown = |one: &&&ShareAssessment| self.shown != Shown::Escalation || Escalation::shows(one);
                let shown = counted.iter().filter(is_shown).copied().collect::<Vec<_>>();
                member: &part.name,
                #[serde(flatten)] page: page::counted(part.results, &counted, &shown, row::data),
                #[serde(flatten)] rolled_up: match (self.shown, &part.filter) {
                    (Shown::Status(by), Some(filter)) => Status::of(part.results, filter, by).rolled_up(),
                    _ => None,
                },
            }),
            left_out: list!((member, why) in &self.left_out => { member: member, why: why }),
        }
    }

    fn document(&self, lang: Lang) -> Document {
        let mut blocks = self.head(lang);
        match (self.rows().is_empty(), self.shown) {
            (true, Shown::Status(_) | Shown::Board) => {
                blocks.push(Block::plain(phrases::nothing_selected(lang)));
            }
            (true, Shown::Escalation) => blocks.push(Block::plain(phrases::no_proposals(lang))),
            (false, Shown::Status(_)) => match self.grouped(lang, |groups, _| groups) {
                None => blocks.push(Block::Table(self.table(lang))),
                Some(groups) => {
                    blocks.push(Block::Table(groups));
                    blocks.push(Block::paragraph(Role::Muted, phrases::about_progress(lang)));
                }
            },
            (false, Shown::Board) => blocks.extend(self.board(lang)),
            (false, Shown::Escalation) => blocks.extend(proposals(self.sections(lang), lang)),
        }
        Document { blocks }
    }

    fn sheet(&self, lang: Lang) -> Table {
        if let Some(groups) = self.grouped(lang, |groups, results| page::signed(groups, results, lang)) {
            return groups;
        }
        let row = |(part, assessed): (&Part<'_>, &ShareAssessment)| {
            table(Member::ALL, [part.name.as_str()], lang).beside(status::sheet(part.results, &[assessed], lang))
        };
        Table::stacked(self.rows().into_iter().map(row))
    }
}

columns! {
    /// Where a row comes from.
    Member of &'a str as name, lang;
    Name: words { "来源", "plan" }
        means { "这一行来自哪个方案", "the plan that the row comes from" } unit PATH
        from { "汇总的各方案文件夹", "the folders of the plans" }
        => Cell::text(name);
}
