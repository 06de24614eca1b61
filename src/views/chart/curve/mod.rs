//! One item over time: what was required, what was reported, and the lag as the distance between them.

mod drawn;
mod graph;
mod letters;

use serde::Serialize;

use super::super::View;
use super::super::columns::{Columns as _, table};
use super::super::page;
use super::super::register::Recorded;
use super::super::results::Results;
use super::super::row::{self, Row, Share, shown};
use super::front::Pointed;
use crate::assess::ShareAssessment;
use crate::document::{Block, Cell, Document, Picture, Role, Table, Text};
use crate::model::{ItemIx, Lag, Moment, Ratio, Stages, UnitIx};
use crate::text::chart::{self as words, Chart};
use crate::text::measure::{Measure, decimal};
use crate::text::{Lang, explain, terms};
use graph::{Drawn, Graph, Occurred, Plot, plots};

/// The curve of an item, for each of its shares.
#[derive(Debug)]
pub struct CurveChart<'a> {
    results: Results<'a>,
    shares: Vec<(&'a ShareAssessment, Vec<Drawn>)>,
}

impl<'a> CurveChart<'a> {
    /// The shares of an item; of some units only, where any are named.
    pub fn of(results: Results<'a>, item: ItemIx, units: &[UnitIx]) -> Self {
        let shares = results.shares_of(item, units);
        Self { results, shares: shares.map(|assessed| (assessed, plots(results, assessed))).collect() }
    }

    fn name(&self, assessed: &ShareAssessment, lang: Lang) -> String {
        let (item, unit) = (self.results.item(assessed), self.results.unit(assessed));
        explain::title(&item.id, &item.title, &unit.name, lang)
    }

    fn summary(&self, assessed: &ShareAssessment, lang: Lang) -> String {
        let verdict = assessed.verdict();
        let row = Row::for_page(self.results, assessed);
        let (required, actual) = (Share::Required.cell(&row, lang), Share::Actual.cell(&row, lang));
        let state = row.tier(lang);
        let state = terms::tier(state.text.shown(), verdict.presumed, lang);
        let lag = verdict.lag.filter(|lag| lag.is_some());
        words::curve_summary(
            required.text.shown(),
            actual.text.shown(),
            lag.map(Lag::truncated).as_deref(),
            &state,
            lang,
        )
    }

    /// What is asked of a stage and has come to it.
    fn stage(&self, assessed: &ShareAssessment, name: &str, lang: Lang) -> String {
        let (item, verdict) = (self.results.item(assessed), assessed.verdict());
        let measure = Measure::of(item);
        let stages = self.results.terms(assessed).schedule.stages().map_or(&[][..], Stages::all);
        let states = self.results.stage_states(assessed, verdict);
        let state = stages.iter().zip(states).find(|(stage, _)| stage.name == name).map(|(_, state)| state);
        state.map_or_else(String::new, |state| {
            let required = measure.compared(state.required.unwrap_or(Ratio::ZERO), Some(state.reached)).0;
            let lag = state.lag.filter(|lag| lag.is_some()).map(|lag| words::lag(&lag.truncated(), lang));
            words::stage(name, &measure.show(required, lang), &measure.show(state.reached, lang), lag.as_deref(), lang)
        })
    }

    fn picture(&self, assessed: &ShareAssessment, one: &Drawn, lang: Lang) -> Picture {
        let verdict = assessed.verdict();
        let lag = one.lag.filter(|lag| lag.is_some());
        let lag = lag.map(|lag| words::lag(&lag.truncated(), lang));
        let stage = one.stage.as_ref().map(|stage| words::of_stage(stage, lang)).unwrap_or_default();
        let opening = page::about(&self.results.workspace.plan, self.results.assessment.as_of, lang);
        let title = format!("{}{stage}{}{opening}", self.name(assessed, lang), lang.pick("　", "; "));
        let plot = &one.plot;
        let drawing = drawn::drawn(plot, &title, verdict.month, lag.as_deref(), lang);
        Picture {
            title: Text::new(words::caption(Chart::Curve, &title, lang)),
            about: Text::new(self.summary(assessed, lang)),
            sheets: vec![drawing.clone()],
            whole: drawing,
            letters: letters::letters(plot, verdict.month, lag.as_deref(), lang),
        }
    }
}

impl View for CurveChart<'_> {
    fn data(&self) -> impl Serialize {
        let shares: Vec<&ShareAssessment> = self.shares.iter().map(|(share, _)| *share).collect();
        let data = |_: Results<'_>, assessed: &ShareAssessment| {
            let mut plots = self.shares.iter();
            let found = plots.find(|(one, _)| one.share == assessed.share);
            self.share_data(assessed, found.map_or(&[][..], |(_, drawn)| drawn))
        };
        object! { #[serde(flatten)] page: page::data(self.results, &shares, data), chart: "curve" }
    }

    fn document(&self, lang: Lang) -> Document {
        let mut blocks = page::opening(self.results, lang);
        for (assessed, drawn) in &self.shares {
            blocks.push(Block::heading(Role::Strong, self.name(assessed, lang)));
            if drawn.is_empty() {
                let stands = row::stands(assessed.verdict(), lang);
                blocks.push(Block::paragraph(Role::Muted, words::no_curve(&stands, lang)));
                continue;
            }
            blocks.push(Block::plain(self.summary(assessed, lang)));
            for one in drawn {
                blocks.extend(one.stage.as_ref().map(|stage| Block::plain(self.stage(assessed, stage, lang))));
                blocks.push(Block::Picture(Box::new(self.picture(assessed, one, lang))));
            }
        }
        Document { blocks }
    }

    fn sheet(&self, lang: Lang) -> Table {
        let rows = self.shares.iter().flat_map(|(assessed, _)| {
            let row = Row::for_page(self.results, assessed);
            assessed.history().iter().map(move |verdict| row.at(verdict))
        });
        page::signed(table(Traced::ALL, rows, lang), self.results, lang)
    }
}

columns! {
    /// The columns of `chart curve`: a share month by month.
    Traced of Row<'a> as row, lang;
    Item: Share::Item => row;
    Unit: Share::Unit => row;
    Month: words like Recorded::Month => Cell::code(row.verdict.month.to_string());
    Required: Share::Required => row;
    Actual: Share::Actual => row;
    Lag: Share::Lag => row;
    Point: words like Pointed::Point => {
        shown(row.verdict.lag, |_| Cell::code(Moment::during(super::point(row.verdict)).to_string()))
    };
}

impl CurveChart<'_> {
    fn share_data(&self, assessed: &ShareAssessment, drawn: &[Drawn]) -> impl Serialize + Send + use<'_> {
        let verdict = assessed.verdict();
        let deciding = self.results.stage(assessed, verdict);
        let place = |&(at, level): &(Ratio, Ratio)| object! { at: Moment::during(at), level: decimal(level) };
        // Of several lines that are required, the one that the item is held against counts.
        let required_by = |graph: &Graph| {
            list!(course in &graph.courses => {
                counts: !course.is_aside,
                places: list!(at in &course.places => place(at)),
            })
        };
        let reported_by = |graph: &Graph| list!(at in &graph.readings => place(at));
        let of_stage = |one: &Drawn| match (&one.stage, &one.plot) {
            (Some(stage), Plot::Graph(graph)) => {
                let (required, reported) = (required_by(graph), reported_by(graph));
                Some(object! { name: stage.clone(), lag: one.lag, required: required, reported: reported })
            }
            _ => None,
        };
        let stages: Vec<_> = drawn.iter().filter_map(of_stage).collect();
        let (mut required, mut reported, mut occurrences) = (Vec::new(), Vec::new(), Vec::new());
        match drawn.iter().find(|one| one.stage.as_deref() == deciding).map(|one| &one.plot) {
            Some(Plot::Graph(graph)) => {
                required = required_by(graph);
                reported = reported_by(graph);
            }
            Some(Plot::Timeline(timeline)) => {
                occurrences = list!((from, due, occurred) in &timeline.occurrences => {
                    from: *from,
                    due: *due,
                    stands: match occurred {
                        Occurred::Done => "done",
                        Occurred::Missed => "missed",
                        Occurred::Open => "open",
                        Occurred::Ahead => "ahead",
                    },
                });
            }
            None => {}
        }
        object! {
            #[serde(flatten)] named: self.results.named(assessed),
            lag: verdict.lag,
            lag_months: verdict.lag.map(Lag::truncated),
            since: verdict.since(),
            required: required,
            reported: reported,
            occurrences: occurrences,
            #[serde(flatten)] by_stage: (!stages.is_empty()).then(|| object! { stages: stages }),
        }
    }
}
