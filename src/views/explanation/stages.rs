//! The stages of an item in the derivation of its verdict: what is asked of each, and for each the sum, the comparison and
//! the subtraction, so that the one that decides is seen to be the worst.

use super::super::columns::{Columns as _, Listed, listed};
use super::super::register::Recorded;
use super::super::row::Share;
use super::derivation::{Derivation, say};
use crate::assess::StageState;
use crate::document::{Block, Cell, Column, Role, Table};
use crate::model::{Lag, Moment, Point, Ratio, Stage, Stages};
use crate::text::explain;
use crate::text::measure::{self, Measure};
use crate::text::{phrases, terms};

/// A stage, and a point of its curve if it has one.
struct Asked<'a> {
    stage: &'a Stage,
    point: Option<&'a Point>,
    /// The first one not reached.
    is_unmet: bool,
}

impl Derivation<'_> {
    /// What is asked of the stages, point by point.
    pub(super) fn asked_of_stages(&self, stages: &Stages) -> Table {
        let lang = self.lang;
        let verdict = self.assessed.verdict();
        let now = verdict.month.close();
        let of_share = self.results.terms(self.assessed);
        let states = self.results.stage_states(self.assessed, verdict);
        let rows = stages.all().iter().zip(&states).flat_map(|(stage, state)| {
            let unmet = stage.curve.as_ref().and_then(|curve| curve.first_above(of_share.percent_of(state.reached)));
            let points = stage.curve.as_ref().map_or(&[][..], |curve| curve.points());
            let asked = points.iter().enumerate();
            let asked = asked.map(move |(at, point)| Asked { stage, point: Some(point), is_unmet: unmet == Some(at) });
            let unasked = points.is_empty().then_some(Asked { stage, point: None, is_unmet: false });
            asked.chain(unasked)
        });
        let by = |one: &Asked<'_>| {
            let by = one.point.map(|point| terms::moment(point.by, lang));
            by.map_or_else(|| Cell::with(Role::Muted, explain::only_reported(lang)), Cell::text)
        };
        let level = |one: &Asked<'_>| one.point.map_or_else(Cell::empty, |point| Cell::text(self.level(point.level)));
        let place =
            |one: &Asked<'_>| one.point.map_or_else(Cell::empty, |point| Cell::text(self.results.at(point.place)));
        let mark = |one: &Asked<'_>| match one.point.filter(|_| one.is_unmet) {
            Some(point) => Cell::with(Role::Strong, explain::first_unmet(point.by.at() <= now, lang)),
            None => Cell::empty(),
        };
        let columns: [Listed<'_, Asked<'_>>; 5] = [
            (Column::words(explain::stage_head(lang)), &|one| Cell::text(&one.stage.name)),
            (Column::prose(lang.pick("节点", "milestone")), &by),
            (Column::numbers(Share::Required.head(lang)), &level),
            (Column::words(Recorded::Place.head(lang)), &place),
            (Column::prose(""), &mark),
        ];
        listed(columns, rows)
    }

    /// The same in one sentence.
    pub(super) fn asked_of_stages_in_words(&self, stages: &Stages) -> String {
        let lang = self.lang;
        let asked = stages.asked().map(|(at, curve)| {
            let points = curve.points().iter();
            let points = points.map(|point| format!("{} {}", terms::moment(point.by, lang), self.level(point.level)));
            format!("{}{}", stages.all()[at].name, terms::bracketed(&lang.list(points), lang))
        });
        explain::asked_of_stages(&lang.list(asked), lang)
    }

    /// For each stage that is asked for how many have reached it, and since when that is not enough; then which decides.
    pub(super) fn stages(&self, blocks: &mut Vec<Block>, stages: &Stages, deciding: usize) {
        let verdict = self.assessed.verdict();
        let states = self.results.stage_states(self.assessed, verdict);
        for (at, _) in stages.asked() {
            say(blocks, self.stage(stages, at, &states[at]));
        }
        if verdict.lag.is_some_and(Lag::is_some) {
            say(blocks, explain::stage_decides(&stages.all()[deciding].name, self.lang));
        }
    }

    fn stage(&self, stages: &Stages, at: usize, state: &StageState) -> String {
        let lang = self.lang;
        let verdict = self.assessed.verdict();
        let (item, share) = (self.results.item(self.assessed), self.results.share(self.assessed));
        let of_share = self.results.terms(self.assessed);
        let measure = Measure::of(item);
        let entry = self.results.evidence(self.assessed, verdict);
        let standing = entry.and_then(|entry| share.standing(entry)).unwrap_or_default();
        let parts: Vec<String> = standing.iter().skip(at).map(|number| measure::decimal(number.ratio())).collect();
        let stage = &stages.all()[at];
        let said = explain::stage_sum(&stage.name, &parts, &measure.show(state.reached, lang), lang);
        let curve = stage.curve.as_ref();
        let Some((from, unmet)) = state.counts_from.zip(curve.and_then(|curve| {
            let unmet = curve.first_above(of_share.percent_of(state.reached))?;
            curve.points().get(unmet)
        })) else {
            return explain::stage_met(&said, lang);
        };
        let required = measure.compared(of_share.in_measure(unmet.level), Some(state.reached)).0;
        let (level, by) = (measure.show(required, lang), terms::moment(Moment::during(from), lang));
        let close = terms::moment(Moment::Close(verdict.month), lang);
        let lag = state.lag.unwrap_or(Lag::NONE);
        if lag.is_some() {
            return explain::stage_unmet(&said, &by, &level, &close, &phrases::months(lag, lang), lang);
        }
        if from == verdict.month.close() && unmet.level > Ratio::ZERO {
            return explain::stage_due_now(&said, &by, &level, lang);
        }
        explain::stage_ahead(&said, &by, &level, lang)
    }
}
