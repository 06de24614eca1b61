//! What falls due on which day, for whom: a list to read, and the same as entries of a calendar.

use serde::Serialize;

use super::View;
use super::columns::{Columns, table};
use super::page::{FORMAT_VERSION, Signature};
use super::register::Recorded;
use super::row::{self, Share, shown};
use crate::assess::{AsOf, Asked, Deadline, DeadlineState, Due, deadlines, is_expected, unit_of};
use crate::closing;
use crate::document::{Agenda, Block, Cell, Document, Event, Role, Table, Text};
use crate::model::{Item, ItemIx, Month, Ratio, Reports, UnitIx, Workspace};
use crate::text::calendar::{self as words, Kind};
use crate::text::measure::{self, Measure, decimal};
use crate::text::{Lang, phrases};

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
                None => view.reporting(&deadline.due).next().is_some(),
            };
            (months.0..=months.1).contains(&month) && admits
        };
        let found = deadlines(workspace).into_iter().filter(is_asked).collect();
        view.found = found;
        view
    }

    /// The units looked at whose report is due.
    fn reporting(&self, due: &Due) -> impl Iterator<Item = UnitIx> {
        let month = match due {
            Due::Report(month) => Some(*month),
            Due::Share { .. } | Due::Reply(_) => None,
        };
        let units = self.workspace.units();
        let looked_at = units.filter(|unit| self.units.is_empty() || self.units.contains(unit));
        looked_at
            .filter(move |&unit| month.is_some_and(|month| is_expected(self.workspace, unit, AsOf::close_of(month))))
    }

    /// Whether everybody who reports at all owes a report by this day.
    fn is_for_all(&self, due: &Due) -> bool {
        let all = self.workspace.units().filter(|&unit| self.workspace.unit(unit).reports != Reports::Never);
        self.units.is_empty() && self.reporting(due).eq(all)
    }

    /// Whom a deadline is for: their names, and how they are called together.
    fn whom(&self, due: &Due, lang: Lang) -> (Vec<String>, String) {
        let name = |unit: UnitIx| self.workspace.unit(unit).name.clone();
        match unit_of(self.workspace, due) {
            Some(unit) => (vec![name(unit)], name(unit)),
            None if self.is_for_all(due) => (Vec::new(), words::all_units(lang).to_owned()),
            None => {
                let names: Vec<String> = self.reporting(due).map(name).collect();
                let together = lang.list(&names);
                (names, together)
            }
        }
    }

    /// What a share is asked for, in percent of it.
    fn percent(&self, due: &Due, level: Ratio) -> Ratio {
        match *due {
            Due::Share { share, .. } => {
                let share = self.workspace.share(share);
                self.workspace.item(share.item).terms(share, None).percent_of(level)
            }
            Due::Report(_) | Due::Reply(_) => level,
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
                        words::level(&row::demanded(item, measure.least(*level), lang), lang)
                    }
                    Asked::Stage { stage, level } => {
                        let number = Measure::of(item).least(*level);
                        words::stage(&measure::stage(measure::stage_name(item, *stage), number, item, lang), lang)
                    }
                    Asked::Occurrence(month) => {
                        match item.schedule.recurring().map_or(1, |recurring| recurring.times) {
                            1 => words::occurrence(*month, lang),
                            times => words::counted(*month, times, lang),
                        }
                    }
                    Asked::Target(target) => measure::target_of(item, *target, lang),
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
        let line = |head: &str, said: &str| words::line(head, said, lang);
        lines.push(line(Dated::Due.head(lang), words::kind(kind(due), lang)));
        lines.push(line(Share::Unit.head(lang), &together));
        if let Some((ix, item)) = item {
            let task = self.workspace.task_of(ix);
            lines.push(line(Share::Task.head(lang), &format!("{} {}", task.number, task.title)));
            lines.push(line(Share::Item.head(lang), &what));
            if !item.source.is_empty() {
                lines.push(words::line(words::clause(lang), &item.source, lang));
            }
            if matches!(deadline.state, DeadlineState::Changed | DeadlineState::Dropped) {
                lines.extend(self.change(item, lang));
            }
        }
        lines.push(line(Dated::Level.head(lang), &asked));
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

    fn table(&self, lang: Lang) -> Table {
        table(Dated::ALL, self.found.iter().map(|deadline| (self, deadline)), lang)
    }
}

columns! {
    /// The columns of `calendar`.
    Dated of (&'a Deadlines<'a>, &'a Deadline) as row, lang;
    Date: words like Recorded::Date => Cell::day(row.1.day);
    Due: words { "期限", "deadline" }
        means { "是什么期限：月报报送、节点、每期、指标、书面答复", "the kind of deadline: report, milestone, occurrence, indicator, answer" }
        unit TEXT from { "方案、任务文件、登记簿", "plan, task files, register" }
        => Cell::text(words::kind(kind(&row.1.due), lang));
    Item: words like Share::Item => shown(row.0.item(&row.1.due), |(_, item)| Cell::code(&item.id));
    Title: prose like Share::Title => shown(row.0.item(&row.1.due), |(_, item)| Cell::text(&item.title));
    Unit: prose like Share::Unit => Cell::text(row.0.whom(&row.1.due, lang).1);
    Level: prose { "要求", "to be reached" }
        means { "到这一天须达到什么", "what has to be reached by that day" } unit FIGURE
        from { "任务文件，或经批准的计划调整", "the task file, or the approved change of it" }
        => Cell::text(row.0.asked(&row.1.due, lang));
    Standing: words { "情况", "standing" }
        means { "期限现在的情况：经批准调整过、已取消、已答复；空为照常", "adjusted by an approved change, dropped by one, answered; empty otherwise" }
        unit TEXT from { "登记簿", "the register" }
        => Cell::with(role(row.1.state), words::state(row.1.state, lang));
}

fn role(state: DeadlineState) -> Role {
    match state {
        DeadlineState::Planned => Role::Plain,
        DeadlineState::Changed => Role::Notice,
        DeadlineState::Answered => Role::Good,
        DeadlineState::Dropped => Role::Muted,
    }
}

fn kind(due: &Due) -> Kind {
    match due {
        Due::Report(_) => Kind::Report,
        Due::Reply(_) => Kind::Reply,
        Due::Share { asked, .. } => match asked {
            Asked::Level(_) | Asked::Stage { .. } => Kind::Milestone,
            Asked::Occurrence(_) => Kind::Occurrence,
            Asked::Target(_) => Kind::Indicator,
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

impl View for Deadlines<'_> {
    fn data(&self) -> impl Serialize {
        let plan = &self.workspace.plan;
        object! {
            format_version: FORMAT_VERSION,
            plan: &plan.title,
            from: self.months.0,
            until: self.months.1,
            sample: plan.sample,
            rows: list!(deadline in &self.found => {
                let due = &deadline.due;
                let unit = unit_of(self.workspace, due).map(|unit| self.workspace.unit(unit));
                let item = self.item(due).map(|(_, item)| item);
                let (level, occurrence, report, notice) = match *due {
                    Due::Share { asked: Asked::Level(level) | Asked::Stage { level, .. }, .. } => {
                        (Some(level), None, None, None)
                    }
                    Due::Share { asked: Asked::Occurrence(month), .. } => (None, Some(month), None, None),
                    Due::Share { asked: Asked::Target(_), .. } => (None, None, None, None),
                    Due::Report(month) => (None, None, Some(month), None),
                    Due::Reply(at) => (None, None, None, Some(&self.workspace.register.notices[at])),
                };
                day: deadline.day,
                kind: kind_id(kind(due)),
                uid: self.uid(due),
                state: state_id(deadline.state),
                moved: deadline.moved,
                month: report,
                item: item.map(|item| &item.id),
                title: item.map(|item| &item.title),
                // None where it is for all that report.
                unit: unit.map(|unit| &unit.id),
                unit_name: unit.map(|unit| &unit.name),
                number: notice.map(|notice| &notice.number),
                // In percent of the share.
                percent: level.map(|level| decimal(self.percent(due, level))),
                // The due month.
                occurrence: occurrence,
            }),
        }
    }

    fn document(&self, lang: Lang) -> Document {
        let plan = &self.workspace.plan;
        let (from, until) = self.months;
        let extent = words::extent(from, until, self.found.len(), plan.sample, lang);
        let mut blocks = vec![Block::title(&plan.title), Block::plain(extent)];
        if self.found.is_empty() {
            blocks.push(Block::plain(words::none(lang)));
            return Document { blocks };
        }
        blocks.push(Block::Table(self.table(lang)));
        blocks.push(Block::Paragraph(Text::with(Role::Muted, words::about(lang))));
        Document { blocks }
    }

    fn sheet(&self, lang: Lang) -> Table {
        let plan = &self.workspace.plan;
        let signature = (plan, AsOf::close_of(plan.end), "");
        self.table(lang).beside(table(&[Signature::Sample], vec![signature; self.found.len()], lang))
    }
}
