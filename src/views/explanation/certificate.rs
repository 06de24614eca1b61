//! 认定书: one verdict on one page, to be signed and filed: the derivation in one table, each row checkable by itself.

use super::super::page;
use super::super::remarks;
use super::super::sentences::{evidence, figures, repetition, what_follows};
use super::derivation::Derivation;
use super::tables::Station;
use crate::assess::Reasoning;
use crate::document::{Block, Cell, Column, Role, Table, Text};
use crate::model::{Curve, Rung, Schedule, Shape};
use crate::text::certificate::{self as words, Label};
use crate::text::indicator::must_be;
use crate::text::{explain, phrases, roles, terms};

impl Derivation<'_> {
    /// The page.
    pub(super) fn certificate(&self) -> Vec<Block> {
        let title = Text::with(Role::Strong, words::title(self.lang));
        let signed = explain::to_sign(self.lang).map(Text::new);
        vec![Block::Title(title), Block::Table(self.certified()), Block::Signature(signed.into())]
    }

    /// The derivation in one table.
    pub(in crate::views) fn certified(&self) -> Table {
        let lang = self.lang;
        let unplaced = Self { results: self.results.without_places(), ..*self };
        let mut rows = Rows { derivation: &unplaced, rows: Vec::new() };
        rows.subject();
        rows.requirement();
        rows.reported();
        rows.verdict();
        rows.arithmetic();
        rows.decisions();
        rows.say(Label::Object, [words::object(lang).to_owned()]);
        // The one line for whoever keeps the files; nobody else has to read paths and commands.
        rows.push(Role::Muted, Label::Places, &words::places(&self.places(), &self.command(), lang));
        Table {
            columns: vec![
                Column::words(words::label(Label::About, lang)),
                Column::prose(words::label(Label::Said, lang)),
            ],
            rows: rows.rows,
        }
    }
}

/// Where the rows of the certificate are written.
impl Derivation<'_> {
    fn places(&self) -> Vec<String> {
        let Self { results, assessed, lang } = *self;
        let (item, verdict) = (results.item(assessed), assessed.verdict());
        let points = results.terms(assessed).schedule.curve().map(Curve::points);
        let required = points.map_or(item.place, |points| points[0].place);
        let revision = results.revision(assessed).map(|revision| results.at(revision.place));
        let entry = |at: usize| results.entry_at(&results.share(assessed).entries[at], lang);
        let failing = match verdict.reasoning {
            Reasoning::Indicator { failing: Some(because), .. } => because.entry(),
            _ => None,
        };
        let failing = failing.filter(|&at| Some(at) != verdict.evidence);
        let exemption = results.exemption(verdict).map(|exemption| exemption.place);
        let check = assessed.check().map(|check| results.workspace.register.verifications[check.position].place);
        let check = check.filter(|_| verdict.flags.complete);
        let notices = results.notices(assessed).map(|notice| notice.place);
        let decided = exemption.into_iter().chain(check).chain(notices);
        let rows = [
            (Label::Required, [results.at(required)].into_iter().chain(revision).collect::<Vec<_>>()),
            (Label::Reported, verdict.evidence.map(entry).into_iter().collect()),
            (Label::Computed, failing.map(entry).into_iter().collect()),
            (Label::Decided, decided.map(|place| results.at(place)).collect()),
        ];
        let rows = rows.iter().filter(|(_, places)| !places.is_empty());
        rows.map(|(label, places)| words::placed(*label, places, lang)).collect()
    }
}

struct Rows<'a> {
    derivation: &'a Derivation<'a>,
    rows: Vec<Vec<Cell>>,
}

impl Rows<'_> {
    fn push(&mut self, role: Role, label: Label, said: &str) {
        let label = Cell::with(role, words::label(label, self.derivation.lang));
        self.rows.push(vec![label, Cell::with(role, said)]);
    }

    /// A row with sentences that belong together.
    fn say(&mut self, label: Label, said: impl IntoIterator<Item = String>) {
        let lang = self.derivation.lang;
        let said: Vec<String> = said.into_iter().collect();
        if !said.is_empty() {
            self.push(Role::Plain, label, &words::run_on(&said, lang));
        }
    }

    fn subject(&mut self) {
        let Derivation { results, assessed, lang } = *self.derivation;
        let item = results.item(assessed);
        let plan = &results.workspace.plan;
        let about = page::about(plan, results.assessment.as_of, lang);
        self.say(Label::Plan, [format!("{}　{about}", plan.title)]);
        self.say(Label::Item, [format!("{} {}", item.id, item.title)]);
        let share = results.share(assessed);
        self.say(Label::Unit, [roles::answering(results.workspace, share.item, share.unit, lang)]);
    }

    fn requirement(&mut self) {
        let derivation = self.derivation;
        let (results, assessed, lang) = (derivation.results, derivation.assessed, derivation.lang);
        let mut said = vec![derivation.origin()];
        match results.terms(assessed).schedule {
            Schedule::Curve(curve) => {
                let points = Station::all(curve).map(|Station { point, cut, .. }| {
                    let cut = cut.map(|cut| explain::cut_off(cut, lang));
                    words::milestone(
                        &terms::moment(point.by, lang),
                        &derivation.level(point.level),
                        cut.as_deref(),
                        lang,
                    )
                });
                let points: Vec<String> = points.collect();
                said.push(match results.revision(assessed) {
                    Some(_) => words::milestones_changed(&points, &derivation.evenly_reached(curve), lang),
                    None => words::milestones(&points, curve.shape() == Shape::Linear, lang),
                });
            }
            Schedule::Stages(stages) => said.push(derivation.asked_of_stages_in_words(stages)),
            Schedule::Recurring(recurring) => {
                let asked = results.workspace.asked_of(results.share(assessed), recurring).iter();
                let dues: Vec<String> = asked.map(|one| terms::month(one.due, lang)).collect();
                let every = recurring.every.map(|every| terms::every(every, lang));
                said.push(explain::recurs(every, recurring.times, &lang.list(&dues), lang));
            }
            Schedule::Indicator(indicator) => {
                said.push(must_be(indicator, lang));
            }
            Schedule::Standing { .. } => said.push(explain::standing_duty(lang).to_owned()),
            Schedule::Unscheduled => said.push(explain::unscheduled(lang).to_owned()),
        }
        said.extend(derivation.counted());
        said.extend(derivation.kept());
        said.extend(results.basis(assessed, lang).map(|(basis, note)| explain::basis(&basis, note, lang)));
        said.extend(results.awaited(assessed, lang));
        said.extend(results.origin(assessed, lang));
        said.extend(results.change(assessed, lang));
        self.say(Label::Required, said);
    }

    fn reported(&mut self) {
        let derivation = self.derivation;
        let (results, assessed, lang) = (derivation.results, derivation.assessed, derivation.lang);
        let counting = results.evidence(assessed, assessed.verdict());
        let evidence = evidence(results, assessed, lang);
        let evidence = match counting {
            Some(entry) => words::reported(&derivation.reading(entry), &evidence, lang),
            None => evidence,
        };
        self.say(Label::Reported, [Some(evidence), derivation.presumed()].into_iter().flatten());
    }

    fn verdict(&mut self) {
        let derivation = self.derivation;
        let (results, assessed, lang) = (derivation.results, derivation.assessed, derivation.lang);
        let verdict = assessed.verdict();
        let lag = verdict.lag.filter(|lag| lag.is_some()).map(|lag| phrases::months(lag, lang));
        // What people decide on it stands in their document; the certificate says what the rule asks for.
        let concluded = match verdict.tier {
            Some(tier) => {
                let Rung { name, clause, .. } = results.workspace.plan.ladder.rung(tier);
                words::by_rule(lag.as_deref(), name, clause, lang)
            }
            None => derivation.concluded(),
        };
        let mut said = vec![concluded];
        if verdict.required.is_some() {
            said.push(figures(results, assessed, lang));
        }
        let remarks = remarks::in_words(results.item(assessed), verdict, lang);
        if !remarks.is_empty() {
            said.push(phrases::remarks(&lang.list(&remarks), lang));
        }
        self.say(Label::Verdict, said);
    }

    fn arithmetic(&mut self) {
        let derivation = self.derivation;
        let (results, assessed, lang) = (derivation.results, derivation.assessed, derivation.lang);
        if assessed.verdict().lag.is_none() {
            return;
        }
        let mut blocks = Vec::new();
        derivation.arithmetic(&mut blocks);
        let formula = blocks.iter().position(|block| matches!(block, Block::Verbatim(_)));
        // What the formula means stands right above it; the formula has a row for itself, to be copied.
        let formula = formula.map_or_else(Vec::new, |at| blocks.split_off(at));
        self.say(Label::Computed, lines(&blocks));
        self.say(Label::Formula, lines(&formula));
        self.say(Label::Rung, derivation.rung_lines());
        self.say(Label::Change, repetition(results, assessed, lang));
        self.say(Label::Next, what_follows(results, assessed, lang));
    }

    fn decisions(&mut self) {
        let Derivation { results, assessed, lang } = *self.derivation;
        let exempt = results.exempt(assessed, lang).into_iter().chain(results.dispute(assessed, lang));
        let checked = results.check(assessed, lang);
        self.say(Label::Decided, exempt.chain(checked).chain(results.sent(assessed, lang)));
    }
}

/// The texts of blocks that hold nothing but text.
fn lines(blocks: &[Block]) -> Vec<String> {
    let texts = blocks.iter().flat_map(|block| match block {
        Block::Paragraph(text) => std::slice::from_ref(text),
        Block::Verbatim(texts) => texts,
        _ => &[],
    });
    texts.map(|text| text.shown().to_owned()).collect()
}
