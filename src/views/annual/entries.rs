//! One share on a list: what was asked by the close of the year and what is there, with every fact's place.

use crate::assess::{Check, ShareAssessment, ShareYear, Verdict};
use crate::document::{Block, Role};
use crate::model::{Indicator, Lag, Outcome, Ratio, Schedule};
use crate::text::annual::{self as words, Part};
use crate::text::measure::{self, Measure};
use crate::text::{Lang, indicator, phrases, register};

use super::AnnualLists;
use crate::views::remarks;
use crate::views::{row, sentences, things};

impl AnnualLists<'_> {
    pub(super) fn entry(&self, part: Part, year: &ShareYear, lang: Lang) -> Block {
        let results = self.results;
        let assessed = self.assessed(year);
        let item = results.item(assessed);
        let unit = results.unit(assessed);
        let space = lang.pick("　", "  ");
        let head = format!("{} {}{space}{}", item.id, item.title, unit.name);
        let lines = match part {
            Part::FinishedLate => finished(year, lang).into_iter().collect(),
            _ => self.lines(year, assessed, lang),
        };
        Block::entry(Role::Strong, head, lines)
    }

    fn lines(&self, year: &ShareYear, assessed: &ShareAssessment, lang: Lang) -> Vec<String> {
        let (results, annual) = (self.results, self.annual);
        let mut lines = vec![self.asked(assessed, lang)];
        lines.extend(self.late(assessed, lang));
        let has_failed = |check: Check| {
            let is_claimed = assessed.verdict().flags.complete;
            is_claimed && check.outcome == Outcome::Failed
        };
        if year.check.is_some_and(has_failed) {
            lines.push(words::check_failed(lang).to_owned());
        }
        let undone = &year.undone;
        if !undone.skipped.is_empty() {
            lines.push(words::skipped(&words::stretches(&undone.skipped, lang), lang));
        }
        if !undone.open.is_empty() {
            lines.push(words::open(&words::stretches(&undone.open, lang), annual.is_over, lang));
        }
        lines.extend(things::lacking(results, assessed, assessed.verdict(), lang));
        lines.extend(finished(year, lang));
        lines.push(self.worst(year, lang));
        lines.extend(results.origin(assessed, lang));
        lines.extend(results.change(assessed, lang));
        lines.extend(results.exemptions(assessed, (annual.first, annual.close), lang));
        let disputed = assessed.verdict().disputed.then(|| results.item(assessed));
        lines.extend(disputed.map(|item| register::in_dispute(&item.disputed, results.path(item.place), lang)));
        lines.extend(year.check.map(|check| results.checked(check, lang)));
        lines.extend(results.sent(assessed, lang));
        lines.push(sentences::evidence(results, assessed, lang));
        if let Some(now) = self.now(year, assessed) {
            let remarks = remarks::in_words(results.item(assessed), &now, lang);
            if !remarks.is_empty() {
                lines.push(phrases::remarks(&lang.list(&remarks), lang));
            }
        }
        lines
    }

    /// The verdict of the last month that has happened, for months ahead have no silence to be remarked on; with what was
    /// checked since.
    pub(super) fn now(&self, year: &ShareYear, assessed: &ShareAssessment) -> Option<Verdict> {
        let through = self.annual.through?;
        let mut history = assessed.history().iter();
        let now = history.find(|verdict| verdict.month == through)?;
        Some(Verdict { check: year.check.filter(|_| now.flags.complete), ..now.clone() })
    }

    fn asked(&self, assessed: &ShareAssessment, lang: Lang) -> String {
        let item = self.results.item(assessed);
        let verdict = assessed.verdict();
        let (close, is_over) = (self.annual.close, self.annual.is_over);
        let measure = Measure::of(item);
        let actual = verdict
            .actual
            .map_or_else(|| phrases::never_reported(lang).to_owned(), |actual| measure.show(actual, lang));
        let gap = row::gap(item, verdict).map(|gap| measure.show_gap(gap, lang));
        match self.results.terms(assessed).schedule {
            Schedule::Recurring(_) => {
                let number = |number: Option<Ratio>| measure::decimal(number.unwrap_or(Ratio::ZERO));
                let (due, done) = (number(verdict.required), number(verdict.actual));
                words::occurrences(close, &due, &done, is_over, lang)
            }
            Schedule::Indicator(_) => {
                let target = row::target(item, verdict, lang);
                words::target(verdict.until().month(), &target, &actual, gap.as_deref(), lang)
            }
            Schedule::Curve(_) | Schedule::Stages(_) | Schedule::Standing { .. } | Schedule::Unscheduled => {
                let required = row::required(item, verdict).unwrap_or(Ratio::ZERO);
                let short = self.short(assessed, lang);
                let [required, actual, gap] =
                    short.unwrap_or_else(|| [row::demanded(item, required, lang), actual, gap.unwrap_or_default()]);
                words::asked(close, &required, &actual, &gap, is_over, lang)
            }
        }
    }

    /// Of an item with stages what is asked of each that is short, what has come to it, and what is missing.
    fn short(&self, assessed: &ShareAssessment, lang: Lang) -> Option<[String; 3]> {
        let (item, verdict) = (self.results.item(assessed), assessed.verdict());
        let states = self.results.stage_states(assessed, verdict).into_iter().enumerate();
        let short = states.filter_map(|(at, state)| {
            let (required, gap) = Measure::of(item).compared(state.required?, Some(state.reached));
            (gap > Ratio::ZERO).then_some([(at, required), (at, state.reached), (at, gap)])
        });
        let short: Vec<[(usize, Ratio); 3]> = short.collect();
        let said = |which: usize| {
            let stages: Vec<(usize, Ratio)> = short.iter().map(|one| one[which]).collect();
            measure::at_stages(&stages, item, lang)
        };
        (!short.is_empty()).then(|| [said(0), said(1), said(2)])
    }

    /// Since when it lags. Before the year is over nothing is said of it: the months ahead have not happened.
    fn late(&self, assessed: &ShareAssessment, lang: Lang) -> Option<String> {
        let verdict = assessed.verdict();
        if !self.annual.is_over || !verdict.is_behind() {
            return None;
        }
        let item = self.results.item(assessed);
        let is_due = |indicator: &Indicator| indicator.due().month() < verdict.month;
        if verdict.flags.due_unmet && !verdict.flags.unmet && item.schedule.indicator().is_some_and(is_due) {
            return Some(words::relapsed(verdict.month, lang));
        }
        if verdict.flags.unmet && verdict.since().is_none() {
            return Some(indicator::missed(verdict.until(), lang));
        }
        let since = sentences::since(self.results.terms(assessed).schedule, verdict, lang);
        let lag = verdict.lag.unwrap_or(Lag::NONE);
        Some(words::late(verdict.month, since.as_deref(), &phrases::months(lag, lang), lang))
    }

    fn worst(&self, year: &ShareYear, lang: Lang) -> String {
        let Some((tier, month)) = year.worst() else {
            return words::no_tier(lang).to_owned();
        };
        let ladder = &self.results.workspace.plan.ladder;
        let months = year.months_by_tier(ladder.rungs().len());
        let months: Vec<(String, usize)> = ladder
            .rungs()
            .iter()
            .zip(months)
            .filter(|(_, months)| *months > 0)
            .map(|(rung, months)| (rung.name.clone(), months))
            .collect();
        words::worst(self.results.tier_name(tier), month, &months, year.presumed, lang)
    }
}

/// When it was reported complete, and how long after its deadline.
fn finished(year: &ShareYear, lang: Lang) -> Option<String> {
    let month = year.finished?;
    let delay = year.finish_delay.filter(|delay| delay.is_some());
    let delay = delay.map(|delay| phrases::months(delay, lang));
    Some(words::finished(month, delay.as_deref(), lang))
}
