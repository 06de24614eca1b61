//! 调度通报: the monthly circular: how many stand where, who lags, who has not reported, what next month asks for; the
//! ledger annexed. The public edition leaves out what goes to one unit alone.

use std::collections::BTreeMap;

use serde::Serialize;

use super::View;
use super::chart::{Front, Rows, pictures};
use super::columns::{Listed, listed, table};
use super::official::{Annex, Draft, Given};
use super::page;
use super::plain;
use super::ranks::ranks;
use super::results::{Filter, Results};
use super::row::{self, Row, Share};
use super::sentences::figures;
use super::status;
use super::sums;
use crate::assess::{
    AsOf, Bucket, Change, FaultyReports, Filed, Filings, ShareAssessment, Tally, Withheld, is_expected,
};
use crate::document::{Block, Cell, Column, Document, Form, Table, Text};
use crate::model::{Notice, NoticeKind, Tier, UnitIx};
use crate::text::bulletin as words;
use crate::text::official::{addressees, first_level, second_level};
use crate::text::overtaken as overtaken_words;
use crate::text::{Lang, indicator, measure, terms};

/// Official documents are in Chinese.
const ZH: Lang = Lang::Zh;

/// Who may read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edition {
    /// Within the offices: everything.
    Internal,
    /// 公开: nothing that goes to one unit alone, such as a warning; neither ranks nor ledger, which would show it.
    Public,
}

/// The bulletin of a month.
#[derive(Debug)]
pub struct Bulletin<'a> {
    results: Results<'a>,
    edition: Edition,
    given: Given,
    shares: Vec<&'a ShareAssessment>,
}

impl<'a> Bulletin<'a> {
    /// Looks at all shares.
    pub fn of(results: Results<'a>, edition: Edition, given: Given) -> Self {
        Self { results, edition, given, shares: results.gravest_first(&Filter::default()) }
    }

    /// Whether a tier may be named in this edition.
    fn shows(&self, tier: Tier) -> bool {
        let rung = self.results.workspace.plan.ladder.rung(tier);
        self.edition == Edition::Internal || rung.notice != NoticeKind::Warning
    }

    /// The shares with a tier that is shown, gravest first.
    fn proposed(&self) -> impl Iterator<Item = &'a ShareAssessment> {
        self.shares.iter().copied().filter(|assessed| {
            assessed.verdict().tier.is_some_and(|tier| self.shows(tier)) && self.is_certain(assessed)
        })
    }

    /// What rests on silence is asked about first, and not made public before it was sent.
    fn is_certain(&self, assessed: &ShareAssessment) -> bool {
        self.edition == Edition::Internal || !assessed.verdict().presumed || self.issued(assessed).next().is_some()
    }

    /// The notices of the month about a share that may be named.
    fn issued(&self, assessed: &ShareAssessment) -> impl Iterator<Item = &'a Notice> {
        let as_of = self.results.assessment.as_of;
        let notices = self.results.notices(assessed);
        notices.filter(move |notice| {
            notice.month == as_of.month && self.shows(notice.tier) && notice.counts(as_of.known_by)
        })
    }

    /// How many stood where a month ago.
    fn before(&self) -> [usize; Bucket::ALL.len()] {
        let mut counts = [0; Bucket::ALL.len()];
        for before in self.shares.iter().filter_map(|assessed| assessed.before()) {
            counts[before.bucket as usize] += 1;
        }
        counts
    }

    /// Changes of tiers, by kind; none in the public edition, where some of the tiers they come from are not named.
    fn changes(&self) -> Vec<(Change, usize)> {
        if self.edition == Edition::Public {
            return Vec::new();
        }
        let all = [Change::New, Change::Raised, Change::Held, Change::Lowered, Change::Lifted];
        let count = |change| self.shares.iter().filter(|assessed| assessed.change == Some(change)).count();
        all.map(|change| (change, count(change))).into()
    }

    /// What next month asks for, by unit in the order of the plan.
    fn asked(&self) -> BTreeMap<UnitIx, Vec<&'a ShareAssessment>> {
        let mut asked: BTreeMap<UnitIx, Vec<&ShareAssessment>> = BTreeMap::new();
        let is_shown = |assessed: &&ShareAssessment| match self.edition {
            Edition::Internal => true,
            Edition::Public => {
                let tier = assessed.verdict().tier;
                tier.is_some_and(|tier| self.shows(tier)) && self.is_certain(assessed)
            }
        };
        let shares = self.shares.iter().copied();
        for assessed in shares.filter(|one| self.results.asked_next(one).is_some()).filter(is_shown) {
            asked.entry(self.results.share(assessed).unit).or_default().push(assessed);
        }
        for shares in asked.values_mut() {
            shares.sort_by_key(|assessed| assessed.share);
        }
        asked
    }
}

impl View for Bulletin<'_> {
    /// The rows are the shares with a tier that the edition names.
    fn data(&self) -> impl Serialize {
        let rows: Vec<&ShareAssessment> = self.proposed().collect();
        let before = Bucket::ALL.iter().map(|&(_, id)| id).zip(self.before());
        let changes = self.changes().into_iter();
        let asked = self.asked();
        let asked = asked.values().flatten().filter_map(|assessed| {
            let item = self.results.item(assessed);
            let needs = plain::needs(&self.results.asked_next(assessed)?, item);
            Some(object! { unit: &self.results.unit(assessed).id, item: &item.id, needs: needs })
        });
        object! {
            #[serde(flatten)] page: page::counted(self.results, &self.shares, &rows, row::data),
            public: self.edition == Edition::Public,
            buckets_before: before.collect::<BTreeMap<_, _>>(),
            changes: changes.map(|(change, count)| (change.id(), count)).collect::<BTreeMap<_, _>>(),
            asked_next: asked.collect::<Vec<_>>(),
            #[serde(flatten)] sums: sums::data(self.results, self.shares.iter().copied()),
        }
    }

    fn document(&self, _: Lang) -> Document {
        let plan = &self.results.workspace.plan;
        let month = self.results.assessment.as_of.month;
        let draft = Draft { plan, month, form: Form::Circular, given: &self.given };
        let mut body = vec![Block::plain(words::opening(&plan.title, month))];
        let sections = [
            (words::OVERALL, self.overall()),
            (words::PROBLEMS, self.problems()),
            (words::RANKING, self.ranks()),
            (words::FILING, self.filing()),
            (words::DEMANDS, self.demands()),
        ];
        let there = sections.into_iter().filter(|(_, blocks)| !blocks.is_empty());
        for (position, (heading, blocks)) in there.enumerate() {
            body.push(Block::Heading(Text::new(first_level(position, heading))));
            body.extend(blocks);
        }
        let title = words::title(&plan.title, month);
        Document { blocks: draft.document(&title, &addressees(&plan.office), body, self.annexes()) }
    }

    fn sheet(&self, lang: Lang) -> Table {
        let rows: Vec<&ShareAssessment> = match self.edition {
            Edition::Internal => self.shares.clone(),
            Edition::Public => self.proposed().collect(),
        };
        status::sheet(self.results, &rows, lang)
    }
}

impl Bulletin<'_> {
    fn overall(&self) -> Vec<Block> {
        let results = self.results;
        let workspace = results.workspace;
        let shares = || self.shares.iter().copied();
        let mut items: Vec<_> = shares().map(|one| self.results.share(one).item).collect();
        items.sort_unstable();
        items.dedup();
        let extent = words::extent(workspace.tasks.len(), items.len(), self.shares.len());
        let claims = page::claims(results, shares(), self.edition == Edition::Internal, ZH);
        let mut blocks = vec![Block::plain(extent), Block::Table(self.states()), Block::plain(words::ROUNDED)];
        let changes = self.changes();
        if !changes.is_empty() {
            blocks.push(Block::plain(words::changes(&changes)));
        }
        blocks.extend(sums::sentences(results, shares(), ZH).into_iter().map(Block::plain));
        blocks.extend(claims.map(Block::plain));
        blocks.extend(page::withheld(shares(), ZH));
        blocks
    }

    /// How many stand where, now and a month ago.
    fn states(&self) -> Table {
        let tally = Tally::of(self.shares.iter().copied());
        let total = tally.total();
        let part = |now: usize| words::part(now, total);
        let columns: [Listed<'_, ((Bucket, usize), usize)>; 5] = [
            (Column::words("状态"), &|((bucket, _), _)| Cell::text(terms::bucket(*bucket, ZH))),
            (Column::numbers("份数"), &|((_, now), _)| Cell::bare(now.to_string())),
            (Column::numbers("占比"), &|((_, now), _)| Cell::number(part(*now).trim_end_matches('%'), part(*now))),
            (Column::numbers("上月末"), &|(_, before)| Cell::bare(before.to_string())),
            (Column::numbers("增减"), &|((_, now), before)| Cell::text(words::difference(*now, *before))),
        ];
        listed(columns, tally.iter().zip(self.before()))
    }

    fn problems(&self) -> Vec<Block> {
        let results = self.results;
        let ladder = &results.workspace.plan.ladder;
        let mut blocks = Vec::new();
        for tier in ladder.highest_first().filter(|&tier| self.shows(tier)) {
            let shares = self.proposed().filter(|one| one.verdict().tier == Some(tier));
            let lines: Vec<Text> = shares.map(|assessed| Text::new(self.problem(assessed))).collect();
            if !lines.is_empty() {
                let rung = ladder.rung(tier);
                let head = words::tier(&second_level(blocks.len()), &rung.name, rung.from, lines.len());
                blocks.push(Block::Entry { head: Text::new(head), lines });
            }
        }
        let is_internal = self.edition == Edition::Internal;
        for why in [Withheld::Exempt, Withheld::Disputed] {
            let withheld = self.shares.iter().filter(|one| is_internal && one.verdict().withheld_as() == Some(why));
            let withheld: Vec<Text> = withheld.map(|one| Text::new(self.problem(one))).collect();
            if !withheld.is_empty() {
                let head = words::withheld(&second_level(blocks.len()), why, withheld.len());
                blocks.push(Block::Entry { head: Text::new(head), lines: withheld });
            }
        }
        let overtaken = self.shares.iter().filter(|one| {
            one.verdict().tier_by_rule().is_none()
                && self.issued(one).any(|sent| results.overtaken(one, sent).is_some())
        });
        let overtaken: Vec<Text> = overtaken.map(|one| Text::new(self.problem(one))).collect();
        if !overtaken.is_empty() {
            let head = format!("{}{}", second_level(blocks.len()), overtaken_words::heading(overtaken.len(), ZH));
            blocks.push(Block::Entry { head: Text::new(head), lines: overtaken });
        }
        let opening =
            if blocks.is_empty() { words::no_problems(self.edition == Edition::Public) } else { words::PROPOSALS };
        blocks.insert(0, Block::plain(opening));
        let tracked = self.shares.iter().filter(|one| {
            let is_late = one.verdict().lag.is_some_and(|lag| lag.reaches(1));
            is_late && !self.results.item(one).key
        });
        blocks.extend(words::tracked(tracked.count()).map(Block::plain));
        blocks
    }

    fn problem(&self, assessed: &ShareAssessment) -> String {
        let results = self.results;
        let (item, verdict) = (results.item(assessed), assessed.verdict());
        let mut rest = Vec::new();
        let unsaid = verdict.unsaid.filter(|_| verdict.presumed);
        rest.extend(unsaid.map(|month| {
            if verdict.is_unread_period() {
                return indicator::nothing_read(true, ZH);
            }
            words::presumed(month, verdict.evidence.is_some())
        }));
        rest.extend(results.exempt(assessed, ZH));
        rest.extend(results.dispute(assessed, ZH));
        if self.edition == Edition::Internal {
            // How other units stand is not made public beside this one.
            rest.extend(results.awaited(assessed, ZH));
        }
        let issued = self.issued(assessed);
        for one in issued {
            rest.push(words::issued(results.tier_name(one.tier), &one.number));
            rest.extend(results.without_places().since_sent(assessed, one, false, ZH));
        }
        let (unit, figures) = (&results.unit(assessed).name, figures(results, assessed, ZH));
        words::problem(unit, &item.id, &item.title, &figures, &rest)
    }

    /// The units by how they keep their schedule; only within the offices, for the order shows who is warned.
    fn ranks(&self) -> Vec<Block> {
        if self.edition == Edition::Public {
            return Vec::new();
        }
        let heading = |position, kind: &str| format!("{}{kind}", second_level(position));
        ranks(self.results, heading, ZH)
    }

    fn filing(&self) -> Vec<Block> {
        let results = self.results;
        let workspace = results.workspace;
        let filings = Filings::of(workspace, results.assessment.as_of, &FaultyReports::new());
        let counted = |is_meant: fn(Filed) -> bool| {
            let times = filings.filed.iter().zip(&workspace.plan.units).filter_map(|(filed, unit)| {
                let times = filed.iter().filter(|&&one| is_meant(one)).count();
                (times > 0).then(|| words::times(&unit.name, times))
            });
            times.collect::<Vec<_>>()
        };
        let late = counted(|filed| matches!(filed, Filed::Late(_)));
        let missing = counted(Filed::is_missing);
        let so_far = words::filed_so_far(filings.months[0], &late, &missing);
        vec![page::filing(results, ZH), Block::plain(so_far)]
    }

    fn demands(&self) -> Vec<Block> {
        let results = self.results;
        let plan = &results.workspace.plan;
        let next = results.assessment.as_of.month.plus(1);
        if next > plan.track_until {
            return vec![Block::plain(words::NO_NEXT_MONTH)];
        }
        let day = terms::day(plan.report_day_of(next), ZH);
        let at = AsOf { month: next, ..results.assessment.as_of };
        let workspace = results.workspace;
        let asked = self.asked();
        let mut blocks = if asked.is_empty() {
            vec![Block::plain(words::NOTHING_ASKED)]
        } else {
            let reports = |unit: &UnitIx| is_expected(workspace, *unit, at);
            let is_for_all = asked.iter().all(|(unit, _)| reports(unit));
            let reporting = workspace.units().filter(reports).map(|unit| workspace.unit(unit).name.clone());
            let reporting: Option<Vec<String>> = (!is_for_all).then(|| reporting.collect());
            vec![Block::plain(words::asked(next, &day, reporting.as_deref()))]
        };
        for (unit, shares) in asked {
            let demands = shares.into_iter().filter_map(|assessed| {
                let item = results.item(assessed);
                let needs = measure::needs(&results.asked_next(assessed)?, item, ZH);
                Some(words::demand(&item.id, &item.title, &needs))
            });
            let unit = &results.workspace.unit(unit).name;
            blocks.push(Block::plain(words::asked_of(unit, &demands.collect::<Vec<_>>())));
        }
        if self.proposed().next().is_some() {
            blocks.push(Block::plain(words::reply()));
        }
        blocks
    }

    fn annexes(&self) -> Vec<Annex> {
        let ledger = || Annex { name: vec![words::LEDGER.to_owned()], blocks: vec![Block::Table(self.ledger())] };
        let front = || {
            let front = Front::of(self.results, &Filter::default(), Rows::Share);
            Annex { name: vec![words::FRONT.to_owned()], blocks: pictures(&front, ZH).collect() }
        };
        // Both show who is warned.
        match self.edition {
            Edition::Internal => vec![ledger(), front()],
            Edition::Public => Vec::new(),
        }
    }

    /// Every share, with the columns that fit onto an upright page.
    fn ledger(&self) -> Table {
        use Share::{Actual, Flags, Item, Lag, Required, Tier, Title, Unit};
        let rows = self.shares.iter().map(|assessed| Row::for_page(self.results, assessed));
        table(&[Item, Title, Unit, Required, Actual, Lag, Tier, Flags], rows, ZH)
    }
}
