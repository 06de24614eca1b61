//! 进度前锋线, the front line of construction practice: the milestones of every share over the months of its plan, the as-of
//! line, and a line through the moments earned. Left of the as-of line is late, and the distance is the lag.

mod drawn;
mod letters;

use serde::Serialize;

use super::super::View;
use super::super::columns::{Columns as _, table};
use super::super::page;
use super::super::results::{Filter, Results};
use super::super::row::{Row, Share, shown};
use super::super::status::GroupColumn;
use super::axis::Axis;
use super::{Milestone, Rows, grouped, milestones, point, position, worst};
use crate::assess::{ShareAssessment, Verdict};
use crate::document::{Block, Cell, Document, Picture, Role, Table, Text};
use crate::model::{Lag, Moment, Month, Ratio};
use crate::text::chart::{self as words, Chart, PointPosition};
use crate::text::measure::decimal;
use crate::text::{Lang, phrases, terms};

/// The front line.
#[derive(Debug)]
pub struct Front<'a> {
    results: Results<'a>,
    rows: Rows,
    /// All that were let through, whether or not they can lag.
    shares: Vec<&'a ShareAssessment>,
    lines: Vec<Line<'a>>,
}

/// A row of it.
#[derive(Clone, Debug)]
pub(super) struct Line<'a> {
    assessed: &'a ShareAssessment,
    /// How many shares it stands for.
    count: usize,
    milestones: Vec<Milestone>,
    point: Ratio,
    position: PointPosition,
}

impl<'a> Line<'a> {
    fn of(results: Results<'a>, assessed: &'a ShareAssessment, count: usize) -> Self {
        let verdict = assessed.verdict();
        Self {
            assessed,
            count,
            milestones: milestones(results, assessed),
            point: point(verdict),
            position: position(verdict),
        }
    }

    fn verdict(&self) -> &'a Verdict {
        self.assessed.verdict()
    }
}

impl<'a> Front<'a> {
    /// Picks the shares that can lag, in the order of the plan: each, or the worst of each item or unit.
    pub fn of(results: Results<'a>, filter: &Filter, rows: Rows) -> Self {
        let shares = results.in_order(filter);
        let drawn = shares.iter().copied().filter(|assessed| assessed.verdict().lag.is_some());
        let line = |group: Vec<&'a ShareAssessment>| {
            let assessed = worst(&group)?;
            Some(Line::of(results, assessed, group.len()))
        };
        Self { results, rows, lines: grouped(results, drawn, rows).into_iter().filter_map(line).collect(), shares }
    }

    fn month(&self) -> Month {
        self.results.assessment.as_of.month
    }

    /// The months that all that is drawn lies in.
    fn span(&self) -> (Month, Month) {
        let plan = &self.results.workspace.plan;
        let moments = self.lines.iter().flat_map(|line| {
            let milestones = line.milestones.iter().map(|milestone| milestone.by.at());
            milestones.chain([line.point])
        });
        Axis::span(plan.start, plan.end.max(self.month()), moments)
    }

    fn number(&self, position: PointPosition) -> usize {
        self.lines.iter().filter(|line| line.position == position).count()
    }

    fn summary(&self, lang: Lang) -> String {
        words::front_summary(
            self.number(PointPosition::Behind),
            self.number(PointPosition::OnLine),
            self.number(PointPosition::Complete),
            words::counted(self.rows.counted(), lang),
            lang,
        )
    }

    fn left_out(&self, lang: Lang) -> Option<String> {
        super::left_out(&self.shares, lang)
    }

    /// What the rows that stand together are about: an item, or a unit.
    fn name(&self, line: &Line<'_>, lang: Lang) -> String {
        match self.rows {
            Rows::Share | Rows::Item => self.item(line),
            Rows::Unit => {
                let unit = &self.results.unit(line.assessed).name;
                format!("{unit} {}", words::shares(line.count, lang))
            }
        }
    }

    fn item(&self, line: &Line<'_>) -> String {
        let item = self.results.item(line.assessed);
        format!("{} {}", item.id, item.title)
    }

    /// The row itself: the unit, or which share is the worst of several.
    fn whose(&self, line: &Line<'_>, lang: Lang) -> String {
        let unit = &self.results.unit(line.assessed).name;
        match (self.rows, line.count) {
            (Rows::Share, _) | (Rows::Item, 1) => unit.clone(),
            (Rows::Item, count) => words::worst_of(unit, count, lang),
            (Rows::Unit, _) => self.item(line),
        }
    }

    /// Whether a row stands together with the one before.
    fn goes_on(&self, lines: &[Line<'_>], nth: usize) -> bool {
        let item = |line: &Line<'_>| self.results.share(line.assessed).item;
        let before = nth.checked_sub(1).map(|before| item(&lines[before]));
        self.rows != Rows::Unit && before == Some(item(&lines[nth]))
    }

    /// What is said at the end of a row: how late, and which tier. A question mark stands for presumed.
    fn tail(&self, line: &Line<'_>, lang: Lang) -> Text {
        let verdict = line.verdict();
        let cell = Row::for_page(self.results, line.assessed).at(verdict).tier(lang);
        let months = verdict.lag.filter(|lag| lag.is_some()).map(Lag::truncated);
        // From one month on others have a tier.
        let is_key = self.results.item(line.assessed).key;
        let is_untiered = !is_key && verdict.lag.is_some_and(|lag| lag.reaches(1));
        let mut said = match (months, line.position) {
            (Some(months), _) if verdict.tier.is_some() || verdict.withheld.is_some() => {
                format!("{months} {}", cell.text.shown())
            }
            (Some(months), _) if is_untiered => {
                let why = phrases::remark(phrases::Remark::NotKey, lang);
                format!("{months} {why}")
            }
            (Some(months), _) => months,
            (None, PointPosition::Complete) => cell.text.shown().to_owned(),
            (None, _) if verdict.flags.due_unmet => terms::bucket(verdict.bucket, lang).to_owned(),
            (None, _) => String::new(),
        };
        if verdict.presumed {
            said.push('?');
        }
        Text::with(cell.text.role, said)
    }

    fn picture(&self, lang: Lang) -> Picture {
        let late = |line: &&Line<'_>| line.position == PointPosition::Behind;
        let mut late: Vec<&Line<'_>> = self.lines.iter().filter(late).collect();
        late.sort_by_key(|line| std::cmp::Reverse(line.verdict().lag));
        let named = |line: &&Line<'_>| {
            let lag = line.verdict().lag.map(Lag::truncated).unwrap_or_default();
            let (item, unit) = (self.results.item(line.assessed), self.results.unit(line.assessed));
            format!("{} {} {}", item.id, unit.name, words::lag(&lag, lang))
        };
        let worst: Vec<String> = late.iter().take(3).map(named).collect();
        let about = words::front_about(&self.summary(lang), &worst, lang);
        let plan = &self.results.workspace.plan;
        let opening = page::about(plan, self.results.assessment.as_of, lang);
        Picture {
            title: Text::new(words::caption(Chart::Front, &opening, lang)),
            about: Text::new(about),
            whole: drawn::drawn(self, &self.lines, lang),
            sheets: self.lines.chunks(drawn::ROWS_ON_A_SHEET).map(|lines| drawn::drawn(self, lines, lang)).collect(),
            letters: letters::letters(self, lang),
        }
    }
}

impl View for Front<'_> {
    fn data(&self) -> impl Serialize {
        let drawn: Vec<&ShareAssessment> = self.lines.iter().map(|line| line.assessed).collect();
        let data = |_: Results<'_>, assessed: &ShareAssessment| {
            let mut lines = self.lines.iter();
            let line = lines.find(|line| line.assessed.share == assessed.share);
            self.line_data(line.expect("what is drawn has a line"))
        };
        object! {
            #[serde(flatten)] page: page::counted(self.results, &self.shares, &drawn, data),
            chart: "front",
            by: self.rows.id(),
        }
    }

    fn document(&self, lang: Lang) -> Document {
        let mut blocks = page::opening(self.results, lang);
        let plain = |said: String| Block::plain(said);
        let muted = |said: String| Block::paragraph(Role::Muted, said);
        if self.shares.is_empty() {
            blocks.push(plain(phrases::nothing_selected(lang).to_owned()));
            return Document { blocks };
        }
        blocks.push(plain(self.summary(lang)));
        blocks.extend(self.left_out(lang).map(muted));
        if self.lines.is_empty() {
            return Document { blocks };
        }
        blocks.push(muted(words::front_reading(lang).to_owned()));
        blocks.push(Block::Picture(Box::new(self.picture(lang))));
        Document { blocks }
    }

    fn sheet(&self, lang: Lang) -> Table {
        let rows = self.lines.iter().map(|line| (line, Row::for_page(self.results, line.assessed)));
        page::signed(table(Pointed::ALL, rows, lang), self.results, lang)
    }
}

columns! {
    /// The columns of `chart front`.
    pub(super) Pointed of (&'a Line<'a>, Row<'a>) as row, lang;
    Item: Share::Item => row.1;
    Title: Share::Title => row.1;
    Unit: Share::Unit => row.1;
    Shares: numbers like GroupColumn::Shares => Cell::bare(row.0.count.to_string());
    Position: words { "位置", "stands" }
        means { "前锋点在截至线的哪一边：线左是滞后", "on which side of the as-of line the point stands: left of it is late" }
        unit TEXT from { "按截至月末核算", "assessed at the as-of month" }
        => Cell::text(words::position(row.0.position, lang));
    Point: words { "前锋点", "point" }
        means { "已经做到的相当于计划线上的哪个时点，最多到截至月末", "the moment of the planned curve that was reached, the as-of month at most" }
        unit MOMENT from { "截至月末减去滞后的月数", "the as-of month less the lag" }
        => Cell::code(Moment::during(row.0.point).to_string());
    Lag: Share::Lag => row.1;
    Tier: words like Share::Tier => shown(row.1.verdict.tier, |tier| Cell::text(row.1.results.tier_name(tier)));
    Presumed: Share::Presumed => row.1;
}

impl Front<'_> {
    fn line_data(&self, line: &Line<'_>) -> impl Serialize + Send + use<'_> {
        let verdict = line.verdict();
        object! {
            task: self.results.task(line.assessed).number,
            #[serde(flatten)] named: self.results.named(line.assessed),
            shares: line.count,
            stands: position_id(line.position),
            // The moment earned, cut at the as-of month, in months after the close of that: never positive.
            point: line.point - verdict.month.close(),
            // The same as a month, or the day during which it falls.
            point_at: Moment::during(line.point),
            lag: verdict.lag,
            lag_months: verdict.lag.map(Lag::truncated),
            tier: verdict.tier.map(|tier| self.results.tier_id(tier)),
            presumed: verdict.presumed,
            milestones: list!(milestone in &line.milestones => {
                by: milestone.by,
                percent: milestone.level.map(decimal),
            }),
        }
    }
}

fn position_id(position: PointPosition) -> &'static str {
    match position {
        PointPosition::Behind => "behind",
        PointPosition::OnLine => "on-line",
        PointPosition::Complete => "complete",
    }
}
