//! What falls due on which day, for whom: a list to read, and the same as entries of a calendar.

use serde::Serialize;

use super::page::FORMAT_VERSION;
use super::{View, columns};
use crate::assess::{AsOf, Asked, Deadline, DeadlineState, Due, deadlines, unit_of};
use crate::closing;
use crate::document::{Agenda, Block, Cell, Document, Event, Role, Table, Text};
use crate::model::{Indicator, Item, ItemIx, Month, UnitIx, Workspace};
use crate::text::calendar::{self as words, Kind};
use crate::text::measure::{Measure, decimal};
use crate::text::phrases::{self, Head, head};
use crate::text::{Lang, terms};

/// The deadlines of some units in some months.
#[derive(Debug)]
pub struct Deadlines<'a> {
    workspace: &'a Workspace,
    units: Vec<UnitIx>,
    months: (Month, Month),
    found: Vec<Deadline>,
}

impl<'a> Deadlines<'a> {
    /// Those between two months, both included; of some units only, where any are named.
    pub fn of(workspace: &'a Workspace, units: Vec<UnitIx>, months: (Month, Month)) -> Self {
        let mut view = Self { workspace, units, months, found: Vec::new() };
        let is_asked = |deadline: &Deadline| {
            let month = Month::of(deadline.day);
            let admits = match unit_of(workspace, &deadline.due) {
                Some(unit) => view.units.is_empty() || view.units.contains(&unit),
                None => !view.reporting().is_empty(),
            };
            (months.0..=months.1).contains(&month) && admits
        };
        let found = deadlines(workspace).into_iter().filter(is_asked).collect();
        view.found = found;
        view
    }

    /// The units looked at that file reports.
    fn reporting(&self) -> Vec<UnitIx> {
        let units = self.workspace.units();
        let looked_at = units.filter(|unit| self.units.is_empty() || self.units.contains(unit));
        looked_at.filter(|&unit| self.workspace.unit(unit).reports).collect()
    }

    /// Whom a deadline is for: their names, and how they are called together.
    fn whom(&self, due: &Due, lang: Lang) -> (Vec<String>, String) {
        let name = |unit: UnitIx| self.workspace.unit(unit).name.clone();
        match unit_of(self.workspace, due) {
            Some(unit) => (vec![name(unit)], name(unit)),
            None if self.units.is_empty() => (Vec::new(), words::all_units(lang).to_owned()),
            None => {
                let names: Vec<String> = self.reporting().into_iter().map(name).collect();
                let together = lang.list(&names);
                (names, together)
            }
        }
    }

    fn item(&self, due: &Due) -> Option<(ItemIx, &'a Item)> {
        match *due {
            Due::Share { share, .. } => {
                let ix = self.workspace.share(share).item;
                Some((ix, self.workspace.item(ix)))
            }
            Due::Report(_) | Due::Reply(_) => None,
        }
    }

    /// What has to be there, in words.
    fn asked(&self, due: &Due, lang: Lang) -> String {
        match due {
            Due::Report(month) => words::report(*month, lang),
            Due::Reply(notice) => words::reply(&self.workspace.register.notices[*notice].number, lang),
            Due::Share { asked, share, .. } => {
                let share = self.workspace.share(*share);
                let item = self.workspace.item(share.item);
                match asked {
                    Asked::Level(level) => {
                        let measure = Measure::of(item);
                        let number = measure.required(share.in_measure(*level));
                        words::level(&measure.show(number, lang), lang)
                    }
                    Asked::Occurrence(month) => words::occurrence(*month, lang),
                    Asked::Target => target(self.workspace, item, lang),
                }
            }
        }
    }

    /// Which deadline it is, through all changes of the plan. Two plans that begin in the same month have other titles.
    fn uid(&self, due: &Due) -> String {
        let plan = &self.workspace.plan;
        let short = |text: &str| closing::digest(text)[..8].to_owned();
        let which = match due {
            Due::Report(month) => format!("report-{month}"),
            Due::Share { share, position, .. } => {
                let share = self.workspace.share(*share);
                let (item, unit) = (&self.workspace.item(share.item).id, &self.workspace.unit(share.unit).id);
                format!("{item}-{unit}-{}", position + 1)
            }
            Due::Reply(notice) => {
                let number = &self.workspace.register.notices[*notice].number;
                format!("reply-{}", short(number))
            }
        };
        format!("{which}@{}-{}.shangdang", plan.start, short(&plan.title))
    }

    /// The same as entries of a calendar.
    pub fn agenda(&self, lang: Lang) -> Agenda {
        let plan = &self.workspace.plan;
        Agenda {
            name: Text::new(words::name(&plan.title, plan.sample, lang)),
            born: plan.start.first_day(),
            events: self.found.iter().map(|one| self.event(one, lang)).collect(),
        }
    }

    fn event(&self, deadline: &Deadline, lang: Lang) -> Event {
        let plan = &self.workspace.plan;
        let due = &deadline.due;
        let (names, together) = self.whom(due, lang);
        let item = self.item(due);
        let what = item.map_or_else(String::new, |(_, item)| format!("{} {}", item.id, item.title));
        let asked = self.asked(due, lang);
        let summary = words::summary(&what, &asked, &together, deadline.state, lang);
        let mut lines = vec![plan.title.clone()];
        if plan.sample {
            lines.push(phrases::sample(lang).to_owned());
        }
        let line = |head_of: Head, said: &str| words::line(head(head_of, lang), said, lang);
        lines.push(line(Head::Due, words::kind(kind(due), lang)));
        lines.push(line(Head::Unit, &together));
        if let Some((ix, item)) = item {
            let task = self.workspace.task_of(ix);
            lines.push(line(Head::Task, &format!("{} {}", task.number, task.title)));
            lines.push(line(Head::Item, &what));
            if !item.source.is_empty() {
                lines.push(words::line(words::clause(lang), &item.source, lang));
            }
            lines.extend(self.change(item, lang));
        }
        lines.push(line(Head::Level, &asked));
        let is_open = matches!(deadline.state, DeadlineState::Planned | DeadlineState::Changed);
        let categories = match names[..] {
            [] => vec![words::kind(kind(due), lang).to_owned()],
            _ => names,
        };
        Event {
            uid: self.uid(due),
            sequence: deadline.moved,
            day: deadline.day,
            summary: Text::new(summary),
            lines: lines.into_iter().map(Text::new).collect(),
            categories: categories.into_iter().map(Text::new).collect(),
            is_cancelled: deadline.state == DeadlineState::Dropped,
            reminds: is_open,
        }
    }

    /// The approved change that an item is held against.
    fn change(&self, item: &Item, lang: Lang) -> Option<String> {
        let at = item.revision_at(AsOf::close_of(self.workspace.plan.end))?;
        let change = &item.revisions[at];
        Some(words::changed(change, lang))
    }

    fn row(&self, deadline: &Deadline, lang: Lang) -> Vec<Cell> {
        let due = &deadline.due;
        let item = self.item(due);
        let role = match deadline.state {
            DeadlineState::Planned => Role::Plain,
            DeadlineState::Changed => Role::Notice,
            DeadlineState::Answered => Role::Good,
            DeadlineState::Dropped => Role::Muted,
        };
        vec![
            Cell::day(deadline.day),
            Cell::text(words::kind(kind(due), lang)),
            item.map_or_else(Cell::empty, |(_, item)| Cell::code(&item.id)),
            item.map_or_else(Cell::empty, |(_, item)| Cell::text(&item.title)),
            Cell::text(self.whom(due, lang).1),
            Cell::text(self.asked(due, lang)),
            Cell::with(role, words::state(deadline.state, lang)),
        ]
    }

    fn table(&self, lang: Lang) -> Table {
        let rows = self.found.iter();
        Table {
            columns: vec![
                columns::words(Head::Date, lang),
                columns::words(Head::Due, lang),
                columns::words(Head::Item, lang),
                columns::prose(Head::Title, lang),
                columns::prose(Head::Unit, lang),
                columns::prose(Head::Level, lang),
                columns::words(Head::Standing, lang),
            ],
            rows: rows.map(|deadline| self.row(deadline, lang)).collect(),
        }
    }
}

fn kind(due: &Due) -> Kind {
    match due {
        Due::Report(_) => Kind::Report,
        Due::Reply(_) => Kind::Reply,
        Due::Share { asked, .. } => match asked {
            Asked::Level(_) => Kind::Milestone,
            Asked::Occurrence(_) => Kind::Occurrence,
            Asked::Target => Kind::Indicator,
        },
    }
}

/// A kind as data has it.
fn kind_id(kind: Kind) -> &'static str {
    match kind {
        Kind::Report => "report",
        Kind::Milestone => "milestone",
        Kind::Occurrence => "occurrence",
        Kind::Indicator => "indicator",
        Kind::Reply => "reply",
    }
}

/// How a deadline stands, as data has it.
fn state_id(state: DeadlineState) -> &'static str {
    match state {
        DeadlineState::Planned => "planned",
        DeadlineState::Changed => "changed",
        DeadlineState::Dropped => "dropped",
        DeadlineState::Answered => "answered",
    }
}

/// 不低于90%, as the newest approved change has it.
fn target(workspace: &Workspace, item: &Item, lang: Lang) -> String {
    let target = |indicator: &Indicator| {
        let compare = terms::compare(indicator.compare, lang);
        let target = decimal(indicator.target.ratio());
        let space = lang.pick("", " ");
        format!("{compare}{space}{target}{}", indicator.unit)
    };
    item.schedule_at(AsOf::close_of(workspace.plan.end)).indicator().map(target).unwrap_or_default()
}

/// The deadlines as JSON shows them. Keys are only ever added.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct DeadlinesData {
    format_version: u32,
    plan: String,
    from: String,
    until: String,
    sample: bool,
    rows: Vec<DeadlineData>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct DeadlineData {
    day: String,
    kind: &'static str,
    uid: String,
    state: &'static str,
    moved: usize,
    /// Of a report.
    month: Option<String>,
    /// Of a share.
    item: Option<String>,
    title: Option<String>,
    /// Id of the unit; none where it is for all that report.
    unit: Option<String>,
    unit_name: Option<String>,
    /// Of a notice.
    number: Option<String>,
    /// In percent of the share.
    percent: Option<String>,
    /// Due month of an occurrence.
    occurrence: Option<String>,
}

impl View for Deadlines<'_> {
    type Data<'v>
        = DeadlinesData
    where
        Self: 'v;

    fn data(&self) -> DeadlinesData {
        let plan = &self.workspace.plan;
        let row = |deadline: &Deadline| {
            let due = &deadline.due;
            let unit = unit_of(self.workspace, due).map(|unit| self.workspace.unit(unit));
            let item = self.item(due).map(|(_, item)| item);
            let asked = match due {
                Due::Share { asked, .. } => Some(asked),
                Due::Report(_) | Due::Reply(_) => None,
            };
            DeadlineData {
                day: deadline.day.to_string(),
                kind: kind_id(kind(due)),
                uid: self.uid(due),
                state: state_id(deadline.state),
                moved: deadline.moved,
                month: match due {
                    Due::Report(month) => Some(month.to_string()),
                    Due::Share { .. } | Due::Reply(_) => None,
                },
                item: item.map(|item| item.id.clone()),
                title: item.map(|item| item.title.clone()),
                unit: unit.map(|unit| unit.id.clone()),
                unit_name: unit.map(|unit| unit.name.clone()),
                number: match due {
                    Due::Reply(at) => Some(self.workspace.register.notices[*at].number.clone()),
                    Due::Share { .. } | Due::Report(_) => None,
                },
                percent: match asked {
                    Some(Asked::Level(level)) => Some(decimal(*level)),
                    _ => None,
                },
                occurrence: match asked {
                    Some(Asked::Occurrence(month)) => Some(month.to_string()),
                    _ => None,
                },
            }
        };
        DeadlinesData {
            format_version: FORMAT_VERSION,
            plan: plan.title.clone(),
            from: self.months.0.to_string(),
            until: self.months.1.to_string(),
            sample: plan.sample,
            rows: self.found.iter().map(row).collect(),
        }
    }

    fn document(&self, lang: Lang) -> Document {
        let plan = &self.workspace.plan;
        let (from, until) = self.months;
        let extent = words::extent(from, until, self.found.len(), plan.sample, lang);
        let mut blocks = vec![Block::Title(Text::with(Role::Strong, &plan.title)), Block::Paragraph(Text::new(extent))];
        if self.found.is_empty() {
            blocks.push(Block::Paragraph(Text::new(words::none(lang))));
            return Document { blocks };
        }
        blocks.push(Block::Table(self.table(lang)));
        let about = Text::with(Role::Muted, words::about(lang));
        blocks.push(Block::Paragraph(about));
        Document { blocks }
    }

    fn sheet(&self, lang: Lang) -> Table {
        let mut table = self.table(lang);
        table.columns.push(columns::words(Head::Sample, lang));
        let sample = phrases::yes_no(self.workspace.plan.sample, lang);
        for row in &mut table.rows {
            row.push(Cell::text(sample));
        }
        table
    }
}
