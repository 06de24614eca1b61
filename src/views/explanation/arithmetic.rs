//! The arithmetic of one verdict: since when the plan asks for more than was delivered, and the subtraction.

use super::super::formula::plain_level;
use super::derivation::{Derivation, say};
use crate::assess::{AsOf, FailingBecause, Reasoning, judged};
use crate::document::{Block, Role};
use crate::model::{Curve, Indicator, Moment, Month, Point, Ratio, Schedule};
use crate::text::explain::{self, Met};
use crate::text::{indicator as said, measure, phrases, terms};

impl Derivation<'_> {
    pub(super) fn arithmetic(&self, blocks: &mut Vec<Block>) {
        let lang = self.lang;
        let verdict = self.assessed.verdict();
        match (verdict.reasoning, self.results.terms(self.assessed).schedule) {
            (Reasoning::Curve { first_unmet, actual, .. }, Schedule::Curve(curve)) => {
                self.curve(blocks, curve, first_unmet, actual);
            }
            (Reasoning::Stages { stage, .. }, Schedule::Stages(stages)) => self.stages(blocks, stages, stage),
            (Reasoning::Recurring { latest_done, next, reached }, Schedule::Recurring(recurring)) => {
                let due = |position: usize| terms::close(recurring.occurrences()[position].due, lang);
                let times = recurring.times;
                match next {
                    Some(next) if recurring.is_counted() => {
                        let latest = latest_done.map(due);
                        say(blocks, explain::counted_arrears(latest.as_deref(), &due(next), reached, times, lang));
                    }
                    Some(next) => say(blocks, explain::arrears(latest_done.map(due).as_deref(), &due(next), lang)),
                    None => {}
                }
                if verdict.flags.missed > 0 {
                    say(blocks, explain::missed(verdict.flags.missed, lang));
                }
            }
            (Reasoning::Indicator { .. }, Schedule::Indicator(indicator)) if indicator.is_judged_by_period() => {
                self.periods(blocks, indicator);
            }
            (Reasoning::Indicator { failing: Some(failing), .. }, Schedule::Indicator(_)) => {
                self.failing(blocks, failing);
            }
            _ => {}
        }
        self.subtract(blocks);
        if let Some(completion) = self.assessed.completion.filter(|completion| completion.delay().is_some()) {
            let [asked, reached] = [completion.asked, completion.reached].map(|moment| terms::moment(moment, lang));
            say(blocks, explain::finish_delay(&phrases::months(completion.delay(), lang), &asked, &reached, lang));
        }
    }

    fn curve(&self, blocks: &mut Vec<Block>, curve: &Curve, first_unmet: Option<usize>, actual: Ratio) {
        let lang = self.lang;
        let (Some(unmet), Some(from_when)) = (first_unmet, self.assessed.verdict().counts_from) else {
            return;
        };
        let line = curve.line_past(actual);
        let words = |Point { by, level, .. }: Point| {
            let level = match line {
                None => self.level(level),
                // The pace leads to 4.5 villages, though the fifth is asked for; the formula below has 4.5.
                Some(_) => self.on_the_line(level),
            };
            (terms::moment(by, lang), level)
        };
        let points = curve.points();
        let shown = self.level(actual);
        let Some((low, high)) = line else {
            let from = unmet.checked_sub(1).map(|before| words(points[before]));
            say(blocks, explain::step_unmet(&shown, from.as_ref().map(both), both(&words(points[unmet])), lang));
            return;
        };
        let (from, to) = (words(low), words(high));
        say(blocks, explain::linear_unmet(&shown, both(&from), both(&to), lang));
        let span = high.by.at() - low.by.at();
        let part = from_when - low.by.at();
        let on = terms::moment(Moment::during(from_when), lang);
        let plain = |percent: Ratio| plain_level(self.results.terms(self.assessed), percent);
        let figures = (plain(actual), plain(low.level), plain(high.level));
        let figures = (figures.0.as_str(), figures.1.as_str(), figures.2.as_str());
        let formula = explain::linear_formula(&from.0, figures, &span.to_string(), &part.to_string(), &on, lang);
        say(blocks, formula);
    }

    fn failing(&self, blocks: &mut Vec<Block>, failing: FailingBecause) {
        let lang = self.lang;
        let since = self.assessed.verdict().counts_from.map(Moment::during);
        let since = since.map_or_else(String::new, |since| terms::moment(since, lang));
        let reading = failing.entry().map_or_else(String::new, |entry| self.placed(entry));
        say(blocks, explain::failing(failing, &reading, &since, lang));
    }

    /// The reading of an entry, with its month and place.
    fn placed(&self, entry: usize) -> String {
        let entry = &self.results.share(self.assessed).entries[entry];
        let place = self.results.entry_at(entry, self.lang);
        explain::reading(&self.reading(entry), entry.month, &place, self.lang)
    }

    /// What came of each period that has closed, and from where to where the clock goes.
    fn periods(&self, blocks: &mut Vec<Block>, indicator: &Indicator) {
        let (results, lang) = (self.results, self.lang);
        let verdict = self.assessed.verdict();
        let as_of = AsOf { month: verdict.month, ..results.assessment.as_of };
        for one in judged(results.workspace, self.assessed.share, indicator, as_of) {
            let span = said::span(indicator.period, one.span, lang);
            let target = measure::target(indicator, one.target, lang);
            let reading = one.entry.map(|entry| self.placed(entry));
            say(blocks, said::outcome(&span, &target, reading.as_deref(), one.is_met, lang));
        }
        if let Some((from, until)) = verdict.counts_from.zip(verdict.counts_until) {
            say(blocks, said::clock(Moment::during(from), until, lang));
        }
        let open = indicator.period.holding(verdict.month).filter(|span| span.close.at() > verdict.month.close());
        if let Some(open) = open.filter(|_| verdict.flags.exhausted) {
            say(blocks, said::exhausted(open.close, lang));
        }
    }

    /// The one subtraction that every lag is.
    fn subtract(&self, blocks: &mut Vec<Block>) {
        let lang = self.lang;
        let verdict = self.assessed.verdict();
        let now = verdict.month.close();
        match (verdict.counts_from, verdict.lag) {
            (Some(from), Some(lag)) if lag.is_some() => {
                let words = |moment| terms::moment(moment, lang);
                let since = match Moment::during(from) {
                    moment @ Moment::Close(_) => words(moment),
                    Moment::Day(_) => self.fractional(from),
                };
                let now = match verdict.until() {
                    moment @ Moment::Close(_) => words(moment),
                    moment @ Moment::Day(_) => self.fractional(moment.at()),
                };
                let sentence = explain::subtraction(&now, &since, &phrases::months(lag, lang), lang);
                blocks.push(Block::paragraph(Role::Strong, sentence));
                if !lag.months().is_whole() {
                    say(blocks, explain::exact(lang));
                }
                if let Some(formula) = self.formula() {
                    say(blocks, explain::formula(formula.year, &lag.truncated(), lag.months().is_whole(), lang));
                    blocks.push(Block::verbatim(&formula.written));
                }
            }
            _ if verdict.flags.unmet => {}
            (Some(_), _) if verdict.flags.due_unmet => say(blocks, explain::due_now(lang)),
            (Some(from), _) if from >= now && self.is_judged_by_period() => {
                say(blocks, said::open_period(Moment::during(from), lang));
            }
            (Some(from), _) if from >= now => {
                say(blocks, explain::not_yet(&terms::moment(Moment::during(from), lang), lang));
            }
            _ => {
                let met = match verdict.reasoning {
                    Reasoning::Indicator { .. } if !verdict.flags.complete => Met::Holds,
                    _ if verdict.is_refuted() => Met::Claimed,
                    Reasoning::Recurring { .. } if verdict.flags.missed > 0 => Met::Skipped,
                    _ => Met::All,
                };
                say(blocks, explain::all_met(met, lang));
            }
        }
    }

    fn is_judged_by_period(&self) -> bool {
        let terms = self.results.terms(self.assessed);
        terms.schedule.indicator().is_some_and(Indicator::is_judged_by_period)
    }

    /// A moment inside a month, as the month's close before it and a fraction of a month.
    fn fractional(&self, at: Ratio) -> String {
        let month: Month = Moment::during(at).month().plus(-1);
        let part = at - month.close();
        format!("({} + {part})", terms::close(month, self.lang))
    }
}

fn both(pair: &(String, String)) -> (&str, &str) {
    (&pair.0, &pair.1)
}
