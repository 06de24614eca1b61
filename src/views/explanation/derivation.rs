//! The derivation of one verdict in words, section by section.

use std::collections::BTreeMap;

use super::super::formula::Formula;
use super::super::remarks;
use super::super::results::Results;
use super::super::row;
use super::super::sentences::{evidence, figures, repetition, what_follows};
use crate::assess::ShareAssessment;
use crate::document::{Block, Role, Text};
use crate::model::{Curve, Entry, Indicator, Month, Ratio, Schedule, Shape};
use crate::text::explain::{self, Section};
use crate::text::indicator::{self as said, must_be};
use crate::text::measure::{self, Measure};
use crate::text::{Lang, assume, phrases, roles, terms, things};

/// The derivation of one verdict, being written.
pub(super) struct Derivation<'a> {
    pub(super) results: Results<'a>,
    pub(super) assessed: &'a ShareAssessment,
    pub(super) lang: Lang,
}

impl Derivation<'_> {
    pub(super) fn blocks(&self, is_one_of_several: bool) -> Vec<Block> {
        let (results, assessed, lang) = (self.results, self.assessed, self.lang);
        let item = results.item(assessed);
        let title = explain::title(&item.id, &item.title, &results.unit(assessed).name, lang);
        let mut blocks = vec![Block::title(title)];
        self.conclusion(&mut blocks);
        self.requirement(&mut blocks, is_one_of_several);
        self.heading(&mut blocks, Section::Reported);
        blocks.push(Block::Table(self.reported()));
        let plan = &results.workspace.plan;
        let rhythm = plan.rhythm_of(results.share(assessed).unit);
        say(&mut blocks, explain::stands_for_month_end(plan.report_day, rhythm, lang));
        let evidence = match results.evidence(assessed, assessed.verdict()) {
            Some(_) if item.schedule.recurring().is_some() => {
                explain::newest_word_counts(&evidence(results, assessed, lang), lang)
            }
            Some(_) if results.terms(assessed).schedule.indicator().is_some_and(Indicator::is_judged_by_period) => {
                said::newest_of_period(&evidence(results, assessed, lang), lang)
            }
            Some(_) => explain::newest_counts(&evidence(results, assessed, lang), lang),
            None => evidence(results, assessed, lang),
        };
        say(&mut blocks, evidence);
        if assessed.verdict().flags.regressed {
            self.withdrawn(&mut blocks);
        }
        if let Some(entry) = results.evidence(assessed, assessed.verdict())
            && let Some(said) = explain::in_its_words(entry.remarks.problem(), entry.remarks.next(), lang)
        {
            say(&mut blocks, said);
        }
        if assessed.verdict().lag.is_some() {
            self.heading(&mut blocks, Section::Arithmetic);
            self.arithmetic(&mut blocks);
            self.heading(&mut blocks, Section::Rung);
            self.rungs(&mut blocks);
        }
        self.heading(&mut blocks, Section::History);
        say(&mut blocks, explain::recomputed(lang));
        blocks.push(Block::Table(self.history()));
        if assessed.verdict().lag.is_some() {
            self.heading(&mut blocks, Section::Outlook);
            let lines = what_follows(results, assessed, lang);
            if lines.is_empty() {
                say(&mut blocks, explain::nothing_ahead(lang));
            }
            blocks.extend(lines.into_iter().map(Block::plain));
        }
        if results.is_assumed() {
            // Nobody proves, objects to or signs what is only assumed.
            blocks.push(Block::paragraph(Role::Grave, assume::real_verdict(&self.command(), lang)));
            return blocks;
        }
        self.heading(&mut blocks, Section::Verify);
        say(&mut blocks, explain::verify(&self.command(), lang));
        say(&mut blocks, explain::object(lang));
        blocks.push(Block::Signature(explain::to_sign(lang).map(Text::new).into()));
        blocks
    }

    /// The command that gives the same derivation.
    pub(super) fn command(&self) -> String {
        let (results, assessed) = (self.results, self.assessed);
        let unit = &results.unit(assessed).id;
        let month = assessed.verdict().month;
        let known_by = results.assessment.as_of.known_by.map_or_else(String::new, |day| format!(" --known-by {day}"));
        let item = &results.item(assessed).id;
        format!("shangdang explain {item} --unit {unit} --month {month}{known_by}")
    }

    /// The formula of the lag; none where nothing lags.
    pub(super) fn formula(&self) -> Option<Formula> {
        Formula::of(self.results, self.assessed, self.assessed.verdict())
    }

    fn heading(&self, blocks: &mut Vec<Block>, section: Section) {
        let number = blocks.iter().filter(|block| matches!(block, Block::Heading(_))).count();
        blocks.push(Block::heading(Role::Strong, explain::section(section, number, self.lang)));
    }

    fn conclusion(&self, blocks: &mut Vec<Block>) {
        let (results, assessed, lang) = (self.results, self.assessed, self.lang);
        let verdict = assessed.verdict();
        let item = results.item(assessed);
        self.heading(blocks, Section::Conclusion);
        blocks.push(Block::paragraph(row::tier_role(results, verdict.tier), self.concluded()));
        if verdict.required.is_some() {
            say(blocks, figures(results, assessed, lang));
        }
        blocks.extend(repetition(results, assessed, lang).map(Block::plain));
        if let Some(presumed) = self.presumed() {
            blocks.push(Block::paragraph(Role::Notice, presumed));
        }
        let decided = results.exempt(assessed, lang).into_iter().chain(results.dispute(assessed, lang));
        let to_settle = verdict.disputed.then(|| explain::to_settle(lang));
        let decided = decided.chain(to_settle).chain(results.check(assessed, lang));
        blocks.extend(decided.chain(results.sent(assessed, lang)).map(Block::plain));
        let remarks = remarks::in_words(item, verdict, lang);
        if !remarks.is_empty() {
            say(blocks, phrases::remarks(&lang.list(&remarks), lang));
        }
    }

    /// The conclusion in one sentence.
    pub(super) fn concluded(&self) -> String {
        let (results, lang) = (self.results, self.lang);
        let verdict = self.assessed.verdict();
        let item = results.item(self.assessed);
        let lag = verdict.lag.filter(|lag| lag.is_some()).map(|lag| phrases::months(lag, lang));
        match (verdict.tier, verdict.withheld_as(), &lag) {
            (Some(tier), _, lag) => explain::concluded_tier(lag.as_deref(), results.tier_name(tier), lang),
            (None, Some(withheld), lag) => explain::concluded_withheld(lag.as_deref(), withheld, lang),
            _ => explain::concluded(&row::stands(verdict, lang), lag.as_deref(), item.key, lang),
        }
    }

    /// That the verdict is presumed, and what it rests on instead.
    pub(super) fn presumed(&self) -> Option<String> {
        let verdict = self.assessed.verdict();
        let item = self.results.item(self.assessed);
        let month = verdict.unsaid.filter(|_| verdict.presumed)?;
        Some(match (&item.schedule, verdict.evidence) {
            (Schedule::Recurring(_), _) => explain::presumed_undone(month, self.lang),
            (_, Some(_)) => explain::presumed_earlier(month, self.lang),
            (_, None) if verdict.is_unread_period() => said::nothing_read(true, self.lang),
            (_, None) => explain::presumed_nothing(self.lang),
        })
    }

    fn requirement(&self, blocks: &mut Vec<Block>, is_one_of_several: bool) {
        let (results, assessed, lang) = (self.results, self.assessed, self.lang);
        let (item, workspace) = (results.item(assessed), results.workspace);
        self.heading(blocks, Section::Requirement);
        say(blocks, self.origin());
        say(blocks, explain::written_at(&results.at(item.place), lang));
        if is_one_of_several || workspace.shares_of(results.share(assessed).item).count() > 1 {
            say(blocks, self.joint());
        }
        blocks.extend(results.awaited(assessed, lang).map(Block::plain));
        blocks.extend(results.origin(assessed, lang).map(Block::plain));
        blocks.extend(results.change(assessed, lang).map(Block::plain));
        blocks.extend(self.kept().map(Block::plain));
        if let Some((basis, note)) = results.basis(assessed, lang) {
            say(blocks, explain::basis(&basis, note, lang));
        }
        match results.terms(assessed).schedule {
            Schedule::Curve(curve) => {
                self.portion(blocks);
                blocks.push(Block::Table(self.milestones(curve)));
                say(blocks, self.shape(curve));
            }
            Schedule::Stages(stages) => {
                self.portion(blocks);
                blocks.push(Block::Table(self.asked_of_stages(stages)));
                say(blocks, explain::stages_count_beyond(lang));
            }
            Schedule::Recurring(recurring) => {
                let asked = results.workspace.asked_of(results.share(assessed), recurring).iter();
                let dues: Vec<String> = asked.map(|one| terms::month(one.due, lang)).collect();
                let every = recurring.every.map(|every| terms::every(every, lang));
                say(blocks, explain::recurs(every, recurring.times, &lang.list(&dues), lang));
            }
            Schedule::Indicator(indicator) => {
                say(blocks, must_be(indicator, lang));
            }
            Schedule::Standing { season } => {
                say(blocks, explain::standing_duty(lang));
                if let Some(season) = season {
                    say(blocks, explain::season(season.from, season.to, lang));
                }
            }
            Schedule::Unscheduled => say(blocks, explain::unscheduled(lang)),
        }
    }

    /// From which month on the unit is kept, if that is not the first one of the plan.
    pub(super) fn kept(&self) -> Option<String> {
        let (results, unit) = (self.results, self.results.share(self.assessed).unit);
        let plan = &results.workspace.plan;
        let from = Some(plan.kept_from(unit)).filter(|&from| from > plan.start)?;
        let recurs = results.item(self.assessed).schedule.recurring().is_some();
        Some(explain::kept_from(&results.workspace.unit(unit).name, from, recurs, self.lang))
    }

    /// How the requirement runs between the points of a curve.
    fn shape(&self, curve: &Curve) -> String {
        let Some(revision) = self.results.revision(self.assessed) else {
            return explain::shape(curve.shape() == Shape::Linear, self.lang).to_owned();
        };
        explain::shape_changed(revision.from, &self.evenly_reached(curve), self.lang)
    }

    /// The points to which a straight line leads, in words; empty if there are none.
    pub(super) fn evenly_reached(&self, curve: &Curve) -> String {
        let ends = (0..curve.points().len()).filter_map(|at| curve.line_to(at));
        self.lang.list(ends.map(|(_, end)| terms::moment(end.by, self.lang)))
    }

    /// Task, clause and units, in a sentence.
    pub(super) fn origin(&self) -> String {
        let (results, assessed, lang) = (self.results, self.assessed, self.lang);
        let (item, task) = (results.item(assessed), results.task(assessed));
        let units = roles::roles(&roles::named(results.workspace, results.share(assessed).item, lang), lang);
        let task = format!("{} {}", task.number, task.title);
        let section = &results.task(assessed).section;
        explain::origin(&task, section, &item.source, &units, item.key, lang)
    }

    /// That a share is one of several of its item.
    fn joint(&self) -> String {
        let (results, lang) = (self.results, self.lang);
        let (workspace, share) = (results.workspace, results.share(self.assessed));
        let item = workspace.item(share.item);
        if !item.judges_responsible || item.responsible.is_empty() {
            return explain::joint(lang).to_owned();
        }
        let mut named = roles::named(workspace, share.item, lang);
        named.truncate(2);
        let role = roles::role(&workspace.plan.roles, item.role_of(share.unit), lang);
        roles::joint(&roles::roles(&named, lang), &workspace.unit(share.unit).name, &role, lang)
    }

    /// The occurrences that the newest report takes back.
    fn withdrawn(&self, blocks: &mut Vec<Block>) {
        let share = self.results.share(self.assessed);
        let workspace = self.results.workspace;
        let as_of = self.results.assessment.as_of;
        let entries = share.entries.iter().filter(|entry| {
            let report = workspace.report(entry.report);
            entry.month <= as_of.month && report.is_known_by(as_of.known_by, &workspace.plan)
        });
        let Some(recurring) = self.results.item(self.assessed).schedule.recurring() else {
            return;
        };
        let mut told: BTreeMap<Month, (Month, u32)> = BTreeMap::new();
        for entry in entries {
            let Some((due, count)) = recurring.told(entry.reading) else {
                continue;
            };
            let before = told.insert(due, (entry.month, count));
            if let Some((said, before)) = before.filter(|(_, before)| count < *before) {
                let counts = recurring.is_counted().then_some((before, count));
                say(blocks, explain::withdrawn(due, said, entry.month, counts, self.lang));
            }
        }
    }

    fn portion(&self, blocks: &mut Vec<Block>) {
        let item = self.results.item(self.assessed);
        let amount = self.results.terms(self.assessed).amount;
        if let (Some(quantity), Some(amount)) = (&item.quantity, amount)
            && amount != quantity.total
        {
            let with_unit = |figure: crate::model::Figure| format!("{figure}{}", quantity.unit);
            say(blocks, explain::portion(&with_unit(amount), &with_unit(quantity.total), self.lang));
        }
        blocks.extend(self.counted().into_iter().map(Block::plain));
    }

    /// Which things the unit has to do, where they have names; and that more is welcome, where it is.
    pub(super) fn counted(&self) -> Vec<String> {
        let (share, lang) = (self.results.share(self.assessed), self.lang);
        let Some(quantity) = &self.results.item(self.assessed).quantity else {
            return Vec::new();
        };
        let names: Vec<&str> = quantity.names(share.objects.iter().copied()).collect();
        let own = (!names.is_empty()).then(|| things::own(&names, &quantity.unit, lang));
        let least = share.amount.filter(|_| quantity.at_least);
        let least = least.map(|least| things::more_is_welcome(&format!("{least}{}", quantity.unit), lang));
        own.into_iter().chain(least).collect()
    }

    fn rungs(&self, blocks: &mut Vec<Block>) {
        blocks.extend(self.rung_lines().into_iter().map(Block::plain));
    }

    /// Every rung held against the lag.
    pub(super) fn rung_lines(&self) -> Vec<String> {
        let (results, lang) = (self.results, self.lang);
        let verdict = self.assessed.verdict();
        let lag = verdict.lag.unwrap_or(crate::model::Lag::NONE);
        let is_key = results.item(self.assessed).key;
        let not_key = (!is_key).then(|| explain::not_key(lang).to_owned());
        let rungs = results.workspace.plan.ladder.rungs().iter().map(|rung| {
            let is_reached = rung.from.is_reached(lag, verdict.flags.due_unmet);
            let lag = lag.to_string();
            let (name, clause) = (&rung.name, &rung.clause);
            explain::rung(name, rung.from, clause, &lag, is_reached, lang)
        });
        not_key.into_iter().chain(rungs).collect()
    }

    /// Percent of the share as it is written in the item's measure.
    pub(super) fn level(&self, percent: Ratio) -> String {
        let measure = Measure::of(self.results.item(self.assessed));
        let number = self.results.terms(self.assessed).in_measure(percent);
        measure.show(measure.compared(number, self.assessed.verdict().actual).0, self.lang)
    }

    /// The same where it is no demand but a point of a line: things that come whole are not rounded up to whole ones.
    pub(super) fn on_the_line(&self, percent: Ratio) -> String {
        match Measure::of(self.results.item(self.assessed)) {
            measure @ Measure::Amount(_, true) => {
                measure.show(self.results.terms(self.assessed).in_measure(percent), self.lang)
            }
            _ => self.level(percent),
        }
    }

    pub(super) fn reading(&self, entry: &Entry) -> String {
        measure::entry(entry, self.results.share(self.assessed), self.results.item(self.assessed), self.lang)
    }
}

pub(super) fn say(blocks: &mut Vec<Block>, text: impl AsRef<str>) {
    blocks.push(Block::plain(text));
}
