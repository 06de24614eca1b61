//! 年度考核: the lists that the plan asks for at the end of a year, each fact with its evidence, and what the units have
//! finished. It says what is so; people decide what follows, and no person is named.

mod data;
mod entries;
mod tables;

use serde::Serialize;

use crate::assess::{Annual, ShareAssessment, ShareYear, UnitYear, YearEnd, YearEnds, is_any_expected, owed};
use crate::document::{Block, Document, Role, Table};
use crate::model::{AnnualAssessment, AsOf, Month, Outcome, UnitIx};
use crate::text::annual::{self as words, Part};
use crate::text::{Lang, phrases};

use super::View;
use super::page;
use super::results::Results;

/// The year-end lists of one year.
#[derive(Debug)]
pub struct AnnualLists<'a> {
    /// With the verdicts of the close of the year.
    results: Results<'a>,
    annual: &'a Annual,
    /// The units shown; all of them where none is named.
    named: Vec<UnitIx>,
}

impl<'a> AnnualLists<'a> {
    /// The lists, of some units only where any are named.
    pub fn of(results: Results<'a>, annual: &'a Annual, named: Vec<UnitIx>) -> Self {
        Self { results, annual, named }
    }

    fn shows(&self, unit: UnitIx) -> bool {
        self.named.is_empty() || self.named.contains(&unit)
    }

    /// The shares looked at, by unit and item in the order of the plan.
    fn shares(&self) -> Vec<&'a ShareYear> {
        let workspace = self.results.workspace;
        let all = self.annual.shares.iter();
        let mut shares: Vec<&ShareYear> = all.filter(|year| self.shows(workspace.share(year.share).unit)).collect();
        shares.sort_by_key(|year| {
            let share = workspace.share(year.share);
            (share.unit, share.item)
        });
        shares
    }

    fn units(&self) -> impl Iterator<Item = &'a UnitYear> {
        self.annual.units.iter().filter(|year| self.shows(year.unit))
    }

    /// The shares on a list or in a block.
    fn shares_on(&self, part: Part) -> Vec<&'a ShareYear> {
        let is_on = |year: &&ShareYear| match part {
            Part::FinishedLate => year.is_finished_late(),
            part => part_of(year) == Some(part),
        };
        self.shares().into_iter().filter(is_on).collect()
    }

    /// What people entered as the result of the year, in the order of the units.
    fn entered(&self) -> impl Iterator<Item = &'a AnnualAssessment> {
        let register = &self.results.workspace.register;
        self.units().filter_map(|year| Some(&register.assessments[year.assessment?]))
    }

    fn assessed(&self, year: &ShareYear) -> &'a ShareAssessment {
        self.results.assessment.of(year.share).expect("a year is looked back on through the verdicts of its close")
    }

    /// What the head of the page says it is as of: the close, or before that the newest month with a report.
    fn shown_as_of(&self) -> AsOf {
        AsOf { month: self.annual.through.unwrap_or(self.annual.close), ..self.results.assessment.as_of }
    }

    fn head(&self, lang: Lang) -> Vec<Block> {
        let (results, annual) = (self.results, self.annual);
        let plan = &results.workspace.plan;
        let mut blocks = if annual.is_over { page::opening(results, lang) } else { self.preview(lang) };
        blocks.insert(1, Block::heading(Role::Strong, words::title(annual.year, annual.is_over, lang)));
        let mut say = |role, said: String| blocks.push(Block::paragraph(role, said));
        let at = |month| AsOf { month, ..results.assessment.as_of };
        let months = annual.first.through(annual.close);
        let without = months.filter(|&month| is_any_expected(results.workspace, at(month)));
        let without: Vec<_> = without.filter(|month| !annual.reported.contains(month)).collect();
        say(Role::Plain, words::reported(&annual.reported, &without, lang));
        for (month, names) in page::by_month(self.missing().filter(|_| annual.is_over), results.workspace) {
            say(Role::Notice, words::not_all_in(month, &names, lang));
        }
        say(Role::Strong, words::facts_only(&plan.accountability_rule, lang));
        let ends = YearEnds::of(self.shares());
        // Most plans dispute nothing, and are not told so.
        let told = ends.iter().filter(|(end, count)| *end != YearEnd::Disputed || *count > 0);
        let (judged, rest): (Vec<_>, Vec<_>) = told.partition(|(end, _)| end.is_judged());
        let named = |counts: Vec<(YearEnd, usize)>| -> Vec<(String, usize)> {
            let counts = counts.into_iter();
            let name = |end| words::year_end(end, annual.is_over, lang).to_owned();
            counts.map(|(end, count)| (name(end), count)).collect()
        };
        let total = self.shares().len();
        say(Role::Plain, words::summary(total, &named(judged), annual.is_over, lang));
        if total > ends.judged() {
            say(Role::Muted, words::unjudged(total - ends.judged(), &named(rest), lang));
        }
        say(Role::Plain, words::three_lists(lang).to_owned());
        blocks
    }

    /// How the page opens before the year is over: no close of a month has been reached that it could be as of.
    fn preview(&self, lang: Lang) -> Vec<Block> {
        let (annual, plan) = (self.annual, &self.results.workspace.plan);
        let known_by = self.results.assessment.as_of.known_by;
        let mut about: Vec<String> = Vec::new();
        about.extend(known_by.map(|day| phrases::known_by(day, lang)));
        about.extend(plan.sample.then(|| phrases::sample(lang).to_owned()));
        let mut blocks = vec![Block::title(&plan.title)];
        if !about.is_empty() {
            blocks.push(Block::plain(about.join(lang.pick("　", "; "))));
        }
        blocks.push(Block::paragraph(Role::Notice, words::preview(annual.through, annual.close, lang)));
        blocks
    }

    /// The units shown whose last report of the year is missing, and its month.
    fn missing(&self) -> impl Iterator<Item = (UnitIx, Month)> {
        let results = self.results;
        let units = results.workspace.units().filter(|&unit| self.shows(unit));
        units.filter_map(move |unit| Some((unit, owed(results.workspace, unit, results.assessment.as_of)?)))
    }

    /// A list or block of shares; the lists of the plan are there even where nothing is on them.
    fn block(&self, part: Part, lang: Lang) -> Vec<Block> {
        let shares = self.shares_on(part);
        let is_list = matches!(part, Part::KeyWork | Part::Binding);
        if shares.is_empty() && !is_list {
            return Vec::new();
        }
        let heading = words::heading(part, shares.len(), self.annual.is_over, lang);
        let role = match (shares.is_empty() || !is_list, self.annual.is_over) {
            (true, _) => Role::Strong,
            (false, true) => Role::Serious,
            (false, false) => Role::Notice,
        };
        let mut blocks = vec![Block::heading(role, heading)];
        if shares.is_empty() {
            let has_binding = self.annual.shares.iter().any(|year| year.is_binding);
            let said = if part == Part::Binding && !has_binding { words::no_binding(lang) } else { words::none(lang) };
            blocks.push(Block::plain(said));
        }
        blocks.extend(shares.iter().map(|year| self.entry(part, year, lang)));
        blocks
    }

    /// The units whose annual assessment was failed.
    fn failed(&self, lang: Lang) -> Vec<Block> {
        let count = |outcome| self.entered().filter(|result| result.outcome == outcome).count();
        let (passed, failed) = (count(Outcome::Passed), count(Outcome::Failed));
        let heading = words::heading(Part::Assessments, failed, self.annual.is_over, lang);
        let role = if failed == 0 { Role::Strong } else { Role::Serious };
        let none = self.units().count() - passed - failed;
        let mut blocks = vec![Block::heading(role, heading), Block::plain(words::results(passed, failed, none, lang))];
        let failing = self.entered().filter(|result| result.outcome == Outcome::Failed);
        blocks.extend(failing.map(|result| {
            Block::entry(Role::Strong, &self.results.workspace.unit(result.unit).name, [self.result(result, lang)])
        }));
        blocks
    }

    fn result(&self, result: &AnnualAssessment, lang: Lang) -> String {
        words::result(
            result.outcome,
            result.date,
            &result.by,
            &result.reference,
            &result.note,
            &self.results.at(result.place),
            lang,
        )
    }
}

/// The list or block a share is on, if it is on any.
fn part_of(year: &ShareYear) -> Option<Part> {
    match year.end {
        YearEnd::Unfinished if year.is_binding => Some(Part::Binding),
        YearEnd::Unfinished => Some(Part::KeyWork),
        YearEnd::Unverified => Some(Part::Unverified),
        YearEnd::Exempt => Some(Part::Exempt),
        YearEnd::Disputed => Some(Part::Disputed),
        YearEnd::Met | YearEnd::Standing | YearEnd::Unscheduled | YearEnd::NotAsked => None,
    }
}

impl View for AnnualLists<'_> {
    fn data(&self) -> impl Serialize {
        self.lists()
    }

    fn document(&self, lang: Lang) -> Document {
        let mut blocks = self.head(lang);
        if self.annual.shares.is_empty() {
            blocks.push(Block::plain(phrases::nothing_selected(lang)));
        }
        blocks.extend(self.block(Part::KeyWork, lang));
        blocks.extend(self.block(Part::Binding, lang));
        blocks.extend(self.failed(lang));
        blocks.extend(self.block(Part::Unverified, lang));
        blocks.extend(self.block(Part::Exempt, lang));
        blocks.extend(self.block(Part::Disputed, lang));
        blocks.extend(self.block(Part::FinishedLate, lang));
        blocks.extend(self.unit_tables(lang));
        Document { blocks }
    }

    fn sheet(&self, lang: Lang) -> Table {
        page::signed_by(self.share_sheet(lang), &self.results.workspace.plan, self.shown_as_of(), lang)
    }
}
