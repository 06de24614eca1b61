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
use crate::model::{ItemIx, Lag, Moment, Ratio, UnitIx};
use crate::text::chart::{self as words, Chart};
use crate::text::measure::decimal;
use crate::text::{Lang, explain, terms};
use graph::{Occurred, Plot, plot};

/// The curve of an item, for each of its shares.
#[derive(Debug)]
pub struct CurveChart<'a> {
    results: Results<'a>,
    shares: Vec<(&'a ShareAssessment, Option<Plot>)>,
}

impl<'a> CurveChart<'a> {
    /// The shares of an item; of some units only, where any are named.
    pub fn of(results: Results<'a>, item: ItemIx, units: &[UnitIx]) -> Self {
        let shares = results.shares_of(item, units);
        Self { results, shares: shares.map(|assessed| (assessed, plot(results, assessed))).collect() }
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

    fn picture(&self, assessed: &ShareAssessment, plot: &Plot, lang: Lang) -> Picture {
        let verdict = assessed.verdict();
        let lag = verdict.lag.filter(|lag| lag.is_some());
        let lag = lag.map(|lag| words::lag(&lag.truncated(), lang));
        let opening = page::about(&self.results.workspace.plan, self.results.assessment.as_of, lang);
        let title = format!("{}{}{opening}", self.name(assessed, lang), lang.pick("　", "; "));
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
            self.share_data(assessed, found.and_then(|(_, plot)| plot.as_ref()))
        };
        object! { #[serde(flatten)] page: page::data(self.results, &shares, data), chart: "curve" }
    }

    fn document(&self, lang: Lang) -> Document {
        let mut blocks = page::opening(self.results, lang);
        for (assessed, plot) in &self.shares {
            blocks.push(Block::heading(Role::Strong, self.name(assessed, lang)));
            if let Some(plot) = plot {
                blocks.push(Block::plain(self.summary(assessed, lang)));
                blocks.push(Block::Picture(Box::new(self.picture(assessed, plot, lang))));
            } else {
                let stands = row::stands(assessed.verdict(), lang);
                blocks.push(Block::paragraph(Role::Muted, words::no_curve(&stands, lang)));
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
    fn share_data(&self, assessed: &ShareAssessment, plot: Option<&Plot>) -> impl Serialize + Send + use<'_> {
        let verdict = assessed.verdict();
        let place = |&(at, level): &(Ratio, Ratio)| object! { at: Moment::during(at), level: decimal(level) };
        let (mut required, mut reported, mut occurrences) = (Vec::new(), Vec::new(), Vec::new());
        match plot {
            Some(Plot::Graph(graph)) => {
                // Of several lines that are required, the one that the item is held against counts.
                required = list!(course in &graph.courses => {
                    counts: !course.is_aside,
                    places: list!(at in &course.places => place(at)),
                });
                reported = list!(at in &graph.readings => place(at));
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
        }
    }
}
