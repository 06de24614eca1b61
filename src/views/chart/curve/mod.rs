//! One item over time: what was required, what was reported, and the lag as the distance between them.

mod drawn;
mod graph;
mod letters;

use serde::Serialize;

use super::super::View;
use super::super::findings::Findings;
use super::super::page::{self, PageData};
use super::super::row;
use crate::assess::ShareAssessment;
use crate::document::{Block, Cell, Column, Document, Picture, Role, Table, Text};
use crate::model::{ItemIx, Lag, Moment, Ratio, UnitIx};
use crate::text::chart::{self as words, Chart};
use crate::text::measure::decimal;
use crate::text::phrases::{Head, head};
use crate::text::{Lang, explain, terms};
use graph::{Occurred, Plot, plot};

/// The curve of an item, for each of its shares.
#[derive(Debug)]
pub struct CurveChart<'a> {
    findings: Findings<'a>,
    shares: Vec<(&'a ShareAssessment, Option<Plot>)>,
}

impl<'a> CurveChart<'a> {
    /// The shares of an item; of some units only, where any are named.
    pub fn of(findings: Findings<'a>, item: ItemIx, units: &[UnitIx]) -> Self {
        let shares = findings.shares_of(item, units);
        Self { findings, shares: shares.map(|assessed| (assessed, plot(findings, assessed))).collect() }
    }

    fn name(&self, assessed: &ShareAssessment, lang: Lang) -> String {
        let (item, unit) = (self.findings.item(assessed), self.findings.unit(assessed));
        explain::title(&item.id, &item.title, &unit.name, lang)
    }

    fn summary(&self, assessed: &ShareAssessment, lang: Lang) -> String {
        let (item, verdict) = (self.findings.item(assessed), assessed.verdict());
        let required = row::required_cell(item, verdict, lang);
        let actual = row::actual_cell(item, verdict, lang);
        let state = row::tier_cell(self.findings, verdict, lang);
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
        let opening = page::about(&self.findings.workspace.plan, self.findings.assessment.as_of, lang);
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

/// A share as JSON shows it. Keys are only ever added.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct ShareData {
    item: String,
    title: String,
    unit: String,
    unit_name: String,
    lag: Option<String>,
    lag_months: Option<String>,
    since: Option<String>,
    required: Vec<CourseData>,
    reported: Vec<PlaceData>,
    occurrences: Vec<OccurrenceData>,
}

/// A line of what is required; `counts` where it is what the item is held against.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct CourseData {
    counts: bool,
    places: Vec<PlaceData>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct PlaceData {
    at: String,
    level: String,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct OccurrenceData {
    from: String,
    due: String,
    stands: &'static str,
}

fn place_data(&(at, level): &(Ratio, Ratio)) -> PlaceData {
    PlaceData { at: Moment::during(at).to_string(), level: decimal(level) }
}

/// The curves as JSON shows them.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct CurveData<'v> {
    #[serde(flatten)]
    page: PageData<'v, ShareData>,
    chart: &'static str,
}

impl View for CurveChart<'_> {
    type Data<'v>
        = CurveData<'v>
    where
        Self: 'v;

    fn data(&self) -> CurveData<'_> {
        let shares: Vec<&ShareAssessment> = self.shares.iter().map(|(share, _)| *share).collect();
        let data = |_: Findings<'_>, assessed: &ShareAssessment| {
            let mut plots = self.shares.iter();
            let found = plots.find(|(one, _)| one.share == assessed.share);
            self.share_data(assessed, found.and_then(|(_, plot)| plot.as_ref()))
        };
        CurveData { page: PageData::of(self.findings, &shares, data), chart: "curve" }
    }

    fn document(&self, lang: Lang) -> Document {
        let mut blocks = page::opening(self.findings, lang);
        for (assessed, plot) in &self.shares {
            let title = self.name(assessed, lang);
            blocks.push(Block::Heading(Text::with(Role::Strong, title)));
            if let Some(plot) = plot {
                blocks.push(Block::Paragraph(Text::new(self.summary(assessed, lang))));
                let picture = self.picture(assessed, plot, lang);
                blocks.push(Block::Picture(Box::new(picture)));
            } else {
                let bucket = terms::bucket(assessed.verdict().bucket, lang);
                let said = words::no_curve(bucket, lang);
                blocks.push(Block::Paragraph(Text::with(Role::Muted, said)));
            }
        }
        Document { blocks }
    }

    fn sheet(&self, lang: Lang) -> Table {
        let columns = vec![
            Column::words(head(Head::Item, lang)),
            Column::words(head(Head::Unit, lang)),
            Column::words(head(Head::Month, lang)),
            Column::numbers(head(Head::Required, lang)),
            Column::numbers(head(Head::Actual, lang)),
            Column::numbers(head(Head::Lag, lang)),
            Column::words(words::head(words::Head::Point, lang)),
        ];
        let mut rows = Vec::new();
        for (assessed, _) in &self.shares {
            let item = self.findings.item(assessed);
            for verdict in assessed.history() {
                let point = Moment::during(super::point(verdict)).to_string();
                rows.push(vec![
                    Cell::code(&item.id),
                    Cell::text(&self.findings.unit(assessed).name),
                    Cell::code(verdict.month.to_string()),
                    row::required_cell(item, verdict, lang),
                    row::actual_cell(item, verdict, lang),
                    row::lag_cell(verdict),
                    verdict.lag.map_or_else(Cell::empty, |_| Cell::code(point)),
                ]);
            }
        }
        page::signed(Table { columns, rows }, self.findings, lang)
    }
}

impl CurveChart<'_> {
    fn share_data(&self, assessed: &ShareAssessment, plot: Option<&Plot>) -> ShareData {
        let (item, unit) = (self.findings.item(assessed), self.findings.unit(assessed));
        let verdict = assessed.verdict();
        let (mut required, mut reported, mut occurrences) = (Vec::new(), Vec::new(), Vec::new());
        match plot {
            Some(Plot::Graph(graph)) => {
                required.extend(graph.courses.iter().map(|course| CourseData {
                    counts: !course.is_aside,
                    places: course.places.iter().map(place_data).collect(),
                }));
                reported.extend(graph.readings.iter().map(place_data));
            }
            Some(Plot::Timeline(timeline)) => {
                occurrences.extend(timeline.occurrences.iter().map(|(from, due, occurred)| OccurrenceData {
                    from: from.to_string(),
                    due: due.to_string(),
                    stands: match occurred {
                        Occurred::Done => "done",
                        Occurred::Missed => "missed",
                        Occurred::Open => "open",
                        Occurred::Ahead => "ahead",
                    },
                }));
            }
            None => {}
        }
        ShareData {
            item: item.id.clone(),
            title: item.title.clone(),
            unit: unit.id.clone(),
            unit_name: unit.name.clone(),
            lag: verdict.lag.map(|lag| lag.to_string()),
            lag_months: verdict.lag.map(Lag::truncated),
            since: verdict.since().map(|since| since.to_string()),
            required,
            reported,
            occurrences,
        }
    }
}
