//! Pictures of the assessed result. Each draws what the verdicts say, none computes lateness again: a moment comes from
//! [`Verdict::counts_from`], a distance is the verdict's lag.

mod axis;
mod curve;
mod front;
mod heat;
mod plot;

pub use curve::CurveChart;
pub use front::Front;
pub use heat::Heat;

use std::collections::BTreeMap;

use super::View;
use super::results::Results;
use crate::assess::indicator_deadlines;
use crate::assess::{Bucket, ShareAssessment, Verdict};
use crate::document::{Block, Role, Text, Tint, fitted, shortened};
use crate::model::{Lag, Moment, Month, Ratio, Schedule};
use crate::text::Lang;
use crate::text::chart::{self as words, Counted, PointPosition};

/// What a row of a picture stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rows {
    /// A share of an item.
    #[default]
    Share,
    /// An item, by its worst share.
    Item,
    /// A unit, by its worst share.
    Unit,
}

impl Rows {
    /// Its stable name in data.
    fn id(self) -> &'static str {
        match self {
            Self::Share => "share",
            Self::Item => "item",
            Self::Unit => "unit",
        }
    }

    /// What is counted by rows.
    fn counted(self) -> Counted {
        match self {
            Self::Share => Counted::Shares,
            Self::Item => Counted::Items,
            Self::Unit => Counted::Units,
        }
    }
}

fn position(verdict: &Verdict) -> PointPosition {
    if verdict.flags.complete {
        PointPosition::Complete
    } else if verdict.lag.is_some_and(Lag::is_some) {
        PointPosition::Behind
    } else {
        PointPosition::OnLine
    }
}

/// The moment that a share has earned, cut at the as-of line; complete stands on the line.
fn point(verdict: &Verdict) -> Ratio {
    let now = verdict.month.close();
    match (position(verdict), verdict.counts_from) {
        // The distance is the lag, wherever that was counted to.
        (PointPosition::Behind, Some(_)) => now - verdict.lag.map_or(Ratio::ZERO, Lag::months),
        _ => now,
    }
}

/// A milestone: when, and how much by then where that is a percentage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Milestone {
    by: Moment,
    level: Option<Ratio>,
}

fn milestones(results: Results<'_>, assessed: &ShareAssessment) -> Vec<Milestone> {
    match results.terms(assessed).schedule {
        Schedule::Curve(curve) => {
            curve.points().iter().map(|point| Milestone { by: point.by, level: Some(point.level) }).collect()
        }
        Schedule::Stages(stages) => {
            let points = stages.asked().flat_map(|(_, curve)| curve.points());
            // Levels of different stages are not to be read as one course.
            points.map(|point| Milestone { by: point.by, level: None }).collect()
        }
        Schedule::Recurring(recurring) => {
            let asked = results.workspace.asked_of(results.share(assessed), recurring).iter();
            asked.map(|occurrence| Milestone { by: Moment::Close(occurrence.due), level: None }).collect()
        }
        Schedule::Indicator(indicator) => {
            let asked = indicator_deadlines(results.workspace, assessed.share, indicator);
            asked.map(|by| Milestone { by, level: None }).collect()
        }
        Schedule::Standing { .. } | Schedule::Unscheduled => Vec::new(),
    }
}

/// The shares that a row stands for each, in the order of the plan.
fn grouped<'a>(
    results: Results<'a>,
    shares: impl IntoIterator<Item = &'a ShareAssessment>,
    rows: Rows,
) -> Vec<Vec<&'a ShareAssessment>> {
    let mut groups: BTreeMap<usize, Vec<&ShareAssessment>> = BTreeMap::new();
    for assessed in shares {
        let share = results.share(assessed);
        let key = match rows {
            Rows::Share => assessed.share.0,
            Rows::Item => share.item.0,
            Rows::Unit => share.unit.0,
        };
        groups.entry(key).or_default().push(assessed);
    }
    groups.into_values().collect()
}

/// What is not drawn, because it cannot lag.
fn left_out(shares: &[&ShareAssessment], lang: Lang) -> Option<String> {
    let outside = shares.iter().map(|assessed| assessed.verdict()).filter(|verdict| verdict.lag.is_none());
    let (standing, unscheduled): (Vec<_>, Vec<_>) = outside.partition(|verdict| verdict.bucket == Bucket::Standing);
    words::not_drawn(standing.len(), unscheduled.len(), lang)
}

/// The area by which a verdict is shown.
fn tint_of(results: Results<'_>, verdict: &Verdict) -> Tint {
    match super::row::tier_role(results, verdict.tier) {
        Role::Notice => Tint::Notice,
        Role::Serious => Tint::Serious,
        Role::Grave => Tint::Grave,
        _ => match verdict.bucket {
            Bucket::Complete => Tint::Complete,
            Bucket::Behind => Tint::Behind,
            Bucket::Lag1 | Bucket::Lag2 | Bucket::Lag3 => Tint::Untiered,
            Bucket::OnTrack | Bucket::Standing | Bucket::Unscheduled => Tint::OnTrack,
        },
    }
}

/// The worst of several shares: by tier, by lag, and what is open before what is complete.
fn worst<'a>(shares: &[&'a ShareAssessment]) -> Option<&'a ShareAssessment> {
    // The first of equals, as pages list them.
    shares.iter().rev().copied().max_by_key(|assessed| {
        let verdict = assessed.verdict();
        (verdict.tier, verdict.lag, !verdict.flags.complete)
    })
}

/// A canvas of letters, each with what it means.
#[derive(Clone, Debug)]
struct Canvas {
    letters: Vec<(char, Role)>,
}

impl Canvas {
    fn blank(width: usize) -> Self {
        Self { letters: vec![(' ', Role::Plain); width] }
    }

    fn draw(&mut self, at: usize, letter: char, role: Role) {
        if let Some(place) = self.letters.get_mut(at) {
            *place = (letter, role);
        }
    }

    fn fill(&mut self, from: usize, to: usize, letter: char, role: Role) {
        for at in from..to {
            self.draw(at, letter, role);
        }
    }

    /// Writes ASCII, letter by letter.
    fn write(&mut self, at: usize, said: &str, role: Role) {
        for (ix, letter) in said.chars().enumerate() {
            self.draw(at + ix, letter, role);
        }
    }

    /// The row in pieces of one meaning each.
    fn row(&self) -> Vec<Text> {
        let mut pieces: Vec<(String, Role)> = Vec::new();
        for &(letter, role) in &self.letters {
            match pieces.last_mut() {
                Some((said, same)) if *same == role => said.push(letter),
                _ => pieces.push((letter.to_string(), role)),
            }
        }
        let text = |(said, role): (String, Role)| Text::with(role, said);
        pieces.into_iter().map(text).collect()
    }
}

/// Text in exactly so many cells, and a blank.
fn label(said: &str, width: usize) -> Text {
    Text::new(fitted(said, width) + " ")
}

/// Lines of a legend that keep within a width: broken at blanks between its parts.
fn legend_rows(parts: &[String], width: usize, lang: Lang) -> Vec<Vec<Text>> {
    let gap = lang.pick("　", "  ");
    let mut lines: Vec<String> = Vec::new();
    for part in parts {
        let part = shortened(part, width);
        match lines.last_mut() {
            Some(line) if crate::document::cells(&format!("{line}{gap}{part}")) <= width => {
                line.push_str(gap);
                line.push_str(&part);
            }
            _ => lines.push(part),
        }
    }
    let text = |line: String| vec![Text::with(Role::Muted, line)];
    lines.into_iter().map(text).collect()
}

/// Heads of the months for a terminal: years above, numbers below, each ending where its month closes.
fn month_rows(axis: &axis::Axis, before: usize, mark: Month) -> [Vec<Text>; 2] {
    let width = before + axis.cells();
    let (mut years, mut numbers) = (Canvas::blank(width), Canvas::blank(width));
    let (mut free, mut free_year) = (before, before);
    for (nth, month) in axis.months().enumerate() {
        let at = before + axis.cell(month.close());
        let number = month.number().to_string();
        let from = (at + 1).saturating_sub(number.len());
        let is_marked = month == mark;
        if from >= free || is_marked {
            let role = if is_marked { Role::Strong } else { Role::Muted };
            numbers.write(from, &number, role);
            free = at + 2;
        }
        if nth == 0 || month.number() == 1 {
            let from = before + axis.cell(month.plus(-1).close());
            if from >= free_year {
                years.write(from, &month.year().to_string(), Role::Muted);
                free_year = from + 5;
            }
        }
    }
    [years.row(), numbers.row()]
}

/// The pictures of a page, without what its own page says around them.
pub(super) fn pictures(page: &impl View, lang: Lang) -> impl Iterator<Item = Block> {
    page.document(lang).blocks.into_iter().filter(|block| matches!(block, Block::Picture(_)))
}
